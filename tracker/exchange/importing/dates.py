"""Days and times as other programs write them, in several languages.

A day written as 3/4/2026 is read only if it is known which number is the day; nothing is guessed. A
time given with an offset keeps it, and so stays an instant; one in UTC gets this machine's offset,
because the training day is the local date of that moment.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from tracker.domain.entry import require_day
from tracker.domain.file_words import Topic
from tracker.exchange.importing.letters import plain_letters, without_accents
from tracker.exchange.importing.words import UnknownWordError
from tracker.worded import worded


class DayOrder(StrEnum):
    """What the first number in a date is: day, month, or a year of two digits."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    YEAR_FIRST = "year-first"


class AmbiguousDateError(ValueError):
    """A date that could mean two days."""


# Languages in which the same word means different months: names of each month, as in ``_MONTHS``.
_POLISH: Final = (
    *(("styczen", "stycznia"), ("luty", "lutego"), ("marzec", "marca")),
    *(("kwiecien", "kwietnia"), ("maj", "maja"), ("czerwiec", "czerwca")),
    *(("lipiec", "lipca"), ("sierpien", "sierpnia"), ("wrzesien", "wrzesnia")),
    *(("pazdziernik", "pazdziernika"), ("listopad", "listopada"), ("grudzien", "grudnia")),
)
_CZECH: Final = (
    *(("leden", "ledna"), ("unor", "unora"), ("brezen", "brezna"), ("duben", "dubna")),
    *(("kveten", "kvetna"), ("cerven", "cervna", "cvn"), ("cervenec", "cervence", "cvc")),
    *(("srpen", "srpna"), ("zari",), ("rijen", "rijna"), ("listopad", "listopadu")),
    ("prosinec", "prosince"),
)
_CROATIAN: Final = (
    *(("sijecanj", "sijecnja"), ("veljaca", "veljace"), ("ozujak", "ozujka")),
    *(("travanj", "travnja"), ("svibanj", "svibnja"), ("lipanj", "lipnja")),
    *(("srpanj", "srpnja"), ("kolovoz", "kolovoza"), ("rujan", "rujna")),
    *(("listopad", "listopada"), ("studeni", "studenoga", "studenog"), ("prosinac", "prosinca")),
)
_CLASHING: Final = (_POLISH, _CZECH, _CROATIAN)
# Letters that only one of them has.
_OWN_LETTERS: Final = ("ąęłńśźż", "ěřů", "đ")
# English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian; then
# Turkish, Finnish, Hungarian; then Russian and Ukrainian, and those above. Without accents;
# abbreviations are beginnings. Slavic months also stand in the genitive, Finnish in the partitive.
_MONTHS: Final = (
    (
        *("january", "januar", "janner", "janvier", "enero", "janeiro", "gennaio", "januari"),
        *("ocak", "tammikuuta"),
        *("январь", "января", "січень", "січня"),
    ),
    (
        *("february", "februar", "fevrier", "febrero", "fevereiro", "febbraio", "februari"),
        *("subat", "helmikuuta"),
        *("февраль", "февраля", "лютий", "лютого"),
    ),
    (
        *("march", "marz", "maerz", "mrz", "mars", "marzo", "marco", "maart", "mrt", "marts"),
        *("mart", "maaliskuuta", "marcius"),
        *("март", "марта", "березень", "березня"),
    ),
    (
        *("april", "avril", "abril", "aprile", "apr"),
        *("nisan", "huhtikuuta", "aprilis"),
        *("апрель", "апреля", "квітень", "квітня"),
    ),
    (
        *("may", "mai", "mayo", "maio", "maggio", "mei", "maj"),
        *("mayis", "toukokuuta", "majus"),
        *("май", "мая", "травень", "травня"),
    ),
    (
        *("june", "juni", "juin", "junio", "junho", "giugno"),
        *("haziran", "kesakuuta", "junius"),
        *("июнь", "июня", "червень", "червня"),
    ),
    (
        *("july", "juli", "juillet", "julio", "julho", "luglio"),
        *("temmuz", "heinakuuta", "julius"),
        *("июль", "июля", "липень", "липня"),
    ),
    (
        *("august", "aout", "agosto", "augustus", "augusti"),
        *("agustos", "elokuuta", "augusztus"),
        *("август", "августа", "серпень", "серпня"),
    ),
    (
        *("september", "septembre", "septiembre", "setembro", "settembre"),
        *("eylul", "syyskuuta", "szeptember"),
        *("сентябрь", "сентября", "вересень", "вересня"),
    ),
    (
        *("october", "oktober", "octobre", "octubre", "outubro", "ottobre"),
        *("ekim", "lokakuuta"),
        *("октябрь", "октября", "жовтень", "жовтня"),
    ),
    (
        *("november", "novembre", "noviembre", "novembro"),
        *("kasim", "marraskuuta"),
        *("ноябрь", "ноября", "листопад", "листопада"),
    ),
    (
        *("december", "dezember", "decembre", "diciembre", "dezembro", "dicembre", "desember"),
        *("aralik", "joulukuuta"),
        *("декабрь", "декабря", "грудень", "грудня"),
    ),
)
# Japanese and Chinese, and Korean as it is without accents; Vietnamese.
_SIGNS: Final = {sign: without_accents(sign) for sign in ("년", "월", "일")}
_MONTH_SIGNS: Final = ("月", _SIGNS["월"])
_NUMBERED: Final = {
    **{f"{number}{sign}": number for number in range(1, 13) for sign in _MONTH_SIGNS},
    **{f"thg {number}": number for number in range(1, 13)},
    **{f"{word}月": number for number, word in enumerate("一二三四五六七八九十", 1)},
    "十一月": 11,
    "十二月": 12,
}
# Thai, whose years often follow the Buddhist calendar.
_THAI: Final = (
    *(("มกราคม", "ม.ค"), ("กุมภาพันธ์", "ก.พ"), ("มีนาคม", "มี.ค"), ("เมษายน", "เม.ย")),
    *(("พฤษภาคม", "พ.ค"), ("มิถุนายน", "มิ.ย"), ("กรกฎาคม", "ก.ค"), ("สิงหาคม", "ส.ค")),
    *(("กันยายน", "ก.ย"), ("ตุลาคม", "ต.ค"), ("พฤศจิกายน", "พ.ย"), ("ธันวาคม", "ธ.ค")),
)
_OF_BUDDHA: Final = range(2443, 2743)  # 1900 to 2199
_BEFORE_OUR_ERA: Final = 543  # years
_THAI_SHORT: Final = r"[ก-๙]+\.[ก-๙]+"
# Words that are one month's whole name and the beginning of another's.
_SHORT: Final = {"mar": 3, "cerven": 6}
_SHORTEST_MONTH: Final = 3
# Distinct words cached; a file repeats a few month names on many lines.
_MOST_MONTHS: Final = 1 << 8
_NOON: Final = 12
_SHORT_YEAR: Final = 2  # digits
WEEKDAYS: Final = (
    ("mon", "monday", "mo", "montag"),
    ("tue", "tues", "tuesday", "di", "dienstag"),
    ("wed", "weds", "wednesday", "mi", "mittwoch"),
    ("thu", "thur", "thurs", "thursday", "do", "donnerstag"),
    ("fri", "friday", "fr", "freitag"),
    ("sat", "saturday", "sa", "samstag", "sonnabend"),
    ("sun", "sunday", "so", "sonntag"),
)
# Halves of the day (AM, PM), before or after the time: English and others, Turkish, Greek, Swedish,
# Hungarian, Korean, Chinese, Japanese.
_BEFORE_NOON: Final = ("a.m.", "öö", "π.μ.", "f.m.", "de.", "오전", "上午", "凌晨", "午前")
_AFTER_NOON: Final = ("p.m.", "ös", "μ.μ.", "e.m.", "du.", "오후", "下午", "晚上", "午後")


def _plain(text: str) -> str:
    return plain_letters(text.strip())


def _half(group: str) -> str:
    """Return a pattern for a half of the day; points and spaces within do not matter."""
    words = (
        r"\s?".join(rf"{letter}\.?" for letter in _plain(word) if letter != ".")
        for word in _BEFORE_NOON + _AFTER_NOON
    )
    return rf"(?P<{group}>{'|'.join(words)})"


_AT: Final = r"(?:(?:at|um|a|as|alle|kl\.?|klo|o|om|v|в|saat)\s+|@\s*)?"
_TIME = (
    rf"(?:{_half('first_half')}\s*)?(?P<hour>\d{{1,2}})(?:[:.h]|\s?uhr\s?)(?P<minute>\d\d)"
    rf"(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?(?:\s*{_half('half')})?(?:\s*(?:uhr|hrs?|h))?"
)
_OFFSET = r"(?:\s*(?P<offset>z|utc|gmt|[+-]\d\d:?\d\d))?"
# Any word may be a month, since unknown ones are asked about. Some are a number and a word.
MONTH_WORD: Final = (
    rf"(?:\d{{1,2}}(?:{'|'.join(_MONTH_SIGNS)})|thg \d{{1,2}}|{_THAI_SHORT}"
    r"|[^\W\d_][^\s\d,;:/.-]*)"
)
_WEEKDAY: Final = (
    rf"(?:[^\W\d_]+\.?,\s*|(?:{'|'.join(word for day in WEEKDAYS for word in day)})\.?\s+)?"
)
_NTH: Final = "st|nd|rd|th|er|ste|o"  # after a day: 2nd, 1er, 1o
_SHAPES: Final = tuple(
    re.compile(rf"{_WEEKDAY}{day}(?:[t,\s]+{_AT}{_TIME}{_OFFSET})?")
    for day in (
        r"(?P<year>\d{4})[-/.]\s?(?P<month>\d{1,2})[-/.]\s?(?P<day>\d{1,2})\.?",
        rf"(?P<year>\d{{4}})(?:年|{_SIGNS['년']})\s?(?P<month>\d{{1,2}})(?:{'|'.join(_MONTH_SIGNS)})"
        rf"\s?(?P<day>\d{{1,2}})(?:日|{_SIGNS['일']})",
        r"(?P<year>(?:19|20|21)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d\d)\.?",
        r"(?P<one>\d{1,2})[/-](?P<other>\d{1,2})[/-](?P<year>\d{4}|\d\d)",
        rf"(?P<day>\d{{1,2}})(?:\.|{_NTH})?[\s-](?:de\s)?(?P<name>{MONTH_WORD})\.?,?[\s-](?:de\s)?"
        r"(?P<year>\d{4}|(?<=-)\d\d)(?:\s?[гр]\.?|\.)?",
        rf"(?P<name>{MONTH_WORD})\.?\s(?P<day>\d{{1,2}})(?:{_NTH})?,?\s(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})\.?\s(?P<name>{MONTH_WORD})\.?\s(?P<day>\d{{1,2}})\.?",
    )
)
_CLOCK: Final = re.compile(
    rf"{_AT}(?:{_TIME}{_OFFSET}|(?P<o_clock>\d{{1,2}})\s?(?:h|uhr|{_half('half_of')})"
    r"|(?P<four>\d\d)(?P<digits>\d\d))",
    re.ASCII,
)
_SHORT_DAY: Final = re.compile(r"\s*\"?(\d\d)-\d{1,2}-(\d\d)(?!\d)")
_LONGEST_MONTH: Final = 31  # days
_LONGEST_OFFSET: Final = datetime.timedelta(hours=14)  # of a place on earth from UTC
_TWO_NUMBERS = re.compile(rf"\s*\"?{_WEEKDAY}(\d{{1,2}})[/-](\d{{1,2}})[/-]\d", re.IGNORECASE)


_PLAIN_MONTHS: Final = tuple(
    (*map(_plain, names), *(name for language in _CLASHING for name in language[number]))
    for number, names in enumerate(_MONTHS)
)


_THAI_MONTHS: Final = {
    _plain(name): number for number, names in enumerate(_THAI, 1) for name in names
}


@lru_cache(_MOST_MONTHS)
def _month_of(name: str) -> int | None:
    """Return the number of a month; None if no list has the word, or it is ambiguous."""
    if name in _NUMBERED:
        return _NUMBERED[name]
    if name in _THAI_MONTHS:
        return _THAI_MONTHS[name]
    if len(name) >= _SHORTEST_MONTH:
        found = [
            number
            for number, names in enumerate(_PLAIN_MONTHS, 1)
            if any(each.startswith(name) for each in names)
        ]
        if len(found) == 1:
            return found[0]
        return _SHORT.get(name)
    return None


def _months_that_begin(name: str, language: Sequence[Sequence[str]]) -> set[int]:
    return {
        number
        for number, names in enumerate(language, 1)
        if any(each.startswith(name) for each in names)
    }


def is_of_several_months(word: str) -> bool:
    """Tell whether a word means different months in different languages.

    >>> is_of_several_months("listopad"), is_of_several_months("lipca")
    (True, False)
    """
    name = _plain(word)
    return _month_of(name) is None and len(_months_that_begin(name, _PLAIN_MONTHS)) > 1


def months_by_others(words: Collection[str], headings: Iterable[str] = ()) -> dict[str, str]:
    """Resolve words that mean several months, if other words in the file show the language.

    Args:
        words: All words that name months in a file.
        headings: Headings of its columns; letters found in only one language reveal it.

    Returns:
        The number of the month by word, in the form that ``moment_of`` looks up.

    >>> months_by_others({"lip", "sie"}), months_by_others({"lip", "kol"})
    ({'lip': '7'}, {'lip': '6'})
    >>> months_by_others({"lip"}, ["Data aktywności"])
    {'lip': '7'}
    """
    letters = set("".join(headings).casefold())
    names = {name for name in map(_plain, words) if _months_that_begin(name, _PLAIN_MONTHS)}
    fitting = [
        language
        for language in _CLASHING
        if all(_months_that_begin(name, language) for name in names)
    ]
    told = [
        language
        for language, own in zip(_CLASHING, _OWN_LETTERS, strict=True)
        if language in fitting and not letters.isdisjoint(own)
    ]
    found: dict[str, str] = {}
    for name in filter(is_of_several_months, names):
        months = set().union(*(_months_that_begin(name, language) for language in told or fitting))
        if len(months) == 1:
            found[name] = str(months.pop())
    return found


def month_word_in(text: str) -> str | None:
    """Return the word that names the month in a date; None if there is none."""
    found = _match(_plain(text))
    return None if found is None else found.groupdict().get("name")


def _match(plain: str) -> re.Match[str] | None:
    return next(filter(None, (shape.fullmatch(plain) for shape in _SHAPES)), None)


def month_in(word: str) -> int | None:
    """Return the number of the month that a word names or abbreviates; None if it does not.

    >>> month_in("Nov"), month_in("März"), month_in("seated")
    (11, 3, None)
    """
    return _month_of(_plain(word))


_NO_MONTHS: Final[Mapping[str, str]] = MappingProxyType({})


def moment_of(
    text: str, order: DayOrder | None = None, months: Mapping[str, str] = _NO_MONTHS
) -> tuple[datetime.date, datetime.time | None]:
    """Read a day, and a time of day if there is one.

    Args:
        text: Such as ``2026-01-17 00:25:00``, ``17 Jan 2026, 00:25``, ``Jul 28, 2026, 6:49 PM``,
            ``5. Mai 2026`` or ``24.11.2026 18:05``.
        order: Order of the numbers in ``3/4/2026``; None if unknown.
        months: Numbers of months by words that no list knows.

    Returns:
        The day, and the time or None. The time has an offset if one, or UTC, was given, and is
        otherwise local.

    Raises:
        AmbiguousDateError: If it could mean two days and the order is unknown.
        UnknownWordError: If it would be a day but its month is an unknown word.
        ValueError: In words for a person, if it is not a day from 1900 to 2199.

    >>> moment_of("5 Mai 2026, 07:34")
    (datetime.date(2026, 5, 5), datetime.time(7, 34))
    >>> moment_of("3/4/2026", DayOrder.DAY_FIRST)
    (datetime.date(2026, 4, 3), None)
    """
    plain = _plain(text)
    found = _match(plain)
    if found is None:
        raise ValueError(worded("“{}” is not a date.", text))
    parts = found.groupdict()
    try:
        date = _date_of(parts, text, order, months)
        time = _time_of(parts)
    except (AmbiguousDateError, UnknownWordError):
        raise
    except ValueError:
        raise ValueError(worded("“{}” is not a date.", text)) from None
    require_day("The training day", date)
    if time is None or parts["offset"] is None:
        return date, time
    return _at_offset(date, time, parts["offset"])


def clock_in(text: str) -> datetime.time | None:
    """Read a time of day on its own; None for an empty text.

    Raises:
        ValueError: In words for a person, if it is not a time of day.

    >>> clock_in("6:30 PM"), clock_in("18.30"), clock_in("7:05"), clock_in("18h30")
    (datetime.time(18, 30), datetime.time(18, 30), datetime.time(7, 5), datetime.time(18, 30))
    """
    plain = _plain(text)
    if not plain:
        return None
    found = _CLOCK.fullmatch(plain)
    try:
        if found is None:
            raise ValueError(text)
        parts: dict[str, str | None] = found.groupdict()
        if parts["o_clock"] is not None:
            parts |= {"hour": parts["o_clock"], "half": parts["half_of"]}
        if parts["four"] is not None:
            parts |= {"hour": parts["four"], "minute": parts["digits"]}
        time = _time_of(parts)
    except ValueError:
        raise ValueError(worded("“{}” is not a time of day.", text.strip())) from None
    return time


def local_of_utc(date: datetime.date, time: datetime.time) -> tuple[datetime.date, datetime.time]:
    """Convert a moment in UTC to this machine's local day and time, with offset."""
    instant = datetime.datetime.combine(date, time, datetime.UTC)
    try:
        local = instant.astimezone()
    except (OSError, OverflowError):  # a day the system cannot convert
        local = instant
    return local.date(), local.timetz().replace(tzinfo=datetime.timezone(_offset_of(local)))


def zone_of(offset: datetime.timedelta) -> datetime.timezone | None:
    """Return the zone of an offset from UTC; None if no place on earth has one so long."""
    return datetime.timezone(offset) if abs(offset) <= _LONGEST_OFFSET else None


def _offset_of(instant: datetime.datetime) -> datetime.timedelta:
    return instant.utcoffset() or datetime.timedelta()


def _at_offset(
    date: datetime.date, time: datetime.time, words: str
) -> tuple[datetime.date, datetime.time]:
    """Give a time its offset; for offset 0, convert it from UTC to local time."""
    digits = re.sub(r"\D", "", words)
    offset = datetime.timedelta(hours=int(digits[:2] or 0), minutes=int(digits[2:] or 0))
    if not offset:
        return local_of_utc(date, time)
    if offset >= datetime.timedelta(days=1):
        raise ValueError(worded("“{}” is no offset from UTC.", words))
    return date, time.replace(tzinfo=datetime.timezone(-offset if words[0] == "-" else offset))


def _date_of(
    parts: dict[str, str | None], text: str, order: DayOrder | None, months: Mapping[str, str]
) -> datetime.date:
    year = int(parts["year"] or 0)
    if year < 100:
        year += 2000
    if parts.get("name"):
        name, day = parts["name"] or "", int(parts["day"] or 0)
        month = int(months.get(name, 0)) or _month_of(name)
        if name in _THAI_MONTHS and year in _OF_BUDDHA:
            year -= _BEFORE_OUR_ERA
        if month is None:
            datetime.date(year, 1, day)  # fails if it could be no day whatever the month
            words = (each for each in re.findall(MONTH_WORD, text) if _plain(each) == name)
            raise UnknownWordError(
                worded("“{}” is not a date: “{}” could be two months.", text, name)
                if is_of_several_months(name)
                else worded("“{}” is not a date: “{}” is no month that is known.", text, name),
                Topic.MONTH,
                next(words, name),
            )
        return datetime.date(year, month, day)
    if parts.get("one"):
        one, other = int(parts["one"] or 0), int(parts["other"] or 0)
        if order is DayOrder.YEAR_FIRST and len(parts["year"] or "") == _SHORT_YEAR:
            return datetime.date(2000 + one, other, int(parts["year"] or 0))
        known = order_of_numbers(one, other) or order
        if known is None or known is DayOrder.YEAR_FIRST:
            raise AmbiguousDateError(worded("“{}” could be two days.", text))
        day, month = (one, other) if known is DayOrder.DAY_FIRST else (other, one)
        return datetime.date(year, month, day)
    return datetime.date(year, int(parts["month"] or 0), int(parts["day"] or 0))


def is_date(text: str) -> bool:
    """Tell whether a cell holds a date, even if its order or month is unknown."""
    try:
        moment_of(text)
    except (AmbiguousDateError, UnknownWordError):
        return True
    except ValueError:
        return False
    return True


def order_of_numbers(one: int, other: int) -> DayOrder | None:
    """Tell which of two numbers must be the day; None if both or neither can be."""
    if (one > _NOON) == (other > _NOON):
        return None
    return DayOrder.DAY_FIRST if one > _NOON else DayOrder.MONTH_FIRST


def order_in(text: str) -> tuple[bool, DayOrder | None]:
    """Tell whether a date is two numbers and a year, and which order it proves, if any."""
    found = _TWO_NUMBERS.match(text)
    if found is None:
        return False, None
    return True, order_of_numbers(int(found[1]), int(found[2]))


def short_year_in(text: str) -> tuple[int, int] | None:
    """Return the first and the last number of a date like 26-03-02; None if it is not one."""
    found = _SHORT_DAY.match(text)
    return None if found is None else (int(found[1]), int(found[2]))


def is_year_first(ends: Collection[tuple[int, int]], this_year: int) -> bool | None:
    """Tell whether dates like 26-03-02 begin with their year; None if that is unclear.

    Training has many different days but few years, none of them in the future.

    Args:
        ends: The first and the last number of each date.
        this_year: The current year.

    >>> is_year_first({(26, 2), (26, 5)}, 2026), is_year_first({(2, 26), (5, 26)}, 2026)
    (True, False)
    >>> is_year_first({(26, 30)}, 2026), is_year_first({(26, 2)}, 2026)
    (True, None)
    """
    firsts, lasts = {first for first, _ in ends}, {last for _, last in ends}
    can_be_first = max(firsts) + 2000 <= this_year and max(lasts) <= _LONGEST_MONTH
    can_be_last = max(lasts) + 2000 <= this_year and max(firsts) <= _LONGEST_MONTH
    if can_be_first != can_be_last:
        return can_be_first
    if len(firsts) == len(lasts):
        return None
    return len(firsts) < len(lasts)


_LATE: Final = frozenset(_plain(word).replace(".", "") for word in _AFTER_NOON)


def _time_of(parts: dict[str, str | None]) -> datetime.time | None:
    if parts["hour"] is None:
        return None
    hour = int(parts["hour"])
    half = parts["half"] or parts["first_half"]
    if half:
        if not 1 <= hour <= _NOON:
            raise ValueError(hour)
        is_late = re.sub(r"[.\s]", "", half) in _LATE
        hour = hour % _NOON + (_NOON if is_late else 0)
    return datetime.time(hour, int(parts["minute"] or 0), int(parts["second"] or 0))
