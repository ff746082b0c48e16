"""Words for enums and numbers, in the reader's language and locale."""

import datetime
import re
from collections.abc import Callable
from math import isnan
from typing import TypeVar

from PySide6.QtCore import QDate, QLocale, QTime

from tracker.app.language import in_language
from tracker.app.language import tr as _tr
from tracker.app.resources import ROOT
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import StopReason
from tracker.domain.load import Quantity, Unit, pounds_from_kg
from tracker.domain.notation import done_text, write_set
from tracker.domain.one_rep_max import Formula
from tracker.domain.period import Period
from tracker.domain.run import KM_A_MILE
from tracker.domain.session import DETAILS, LoggedSet, SetType
from tracker.domain.symptoms import Moment, Site
from tracker.domain.typed_number import typed_number, typed_whole_number

T = TypeVar("T", int, float)

NOTHING = "–"
MINUS = "\N{MINUS SIGN}"
THIS_CENTURY = 2000  # the century of two-digit years


def language() -> str:
    """Return the language of all these words, as a BCP 47 tag."""
    return _tr("en")  # each translation replaces it by its own tag


def resource_text(name: str) -> str:
    """Read a text from ``resources``: its translation, as ``report.de.html``, or the English."""
    stem, _, suffix = name.rpartition(".")
    translated = ROOT / f"{stem}.{language()}.{suffix}"
    file = translated if translated.exists() else ROOT / name
    return file.read_text(encoding="utf-8")


def within_sentence(name: str) -> str:
    """Lower the first letter of a name, as ``standing, knee bent``, and keep the rest."""
    return name[:1].lower() + name[1:]


def exercise_name(exercise: Exercise) -> str:
    """Name an exercise."""
    return {
        Exercise.SEATED: _tr("Seated"),
        Exercise.STANDING: _tr("Standing"),
        Exercise.STANDING_BENT: _tr("Standing, knee bent"),
    }[exercise]


def exercise_word(exercise: Exercise) -> str:
    """Name an exercise within a sentence."""
    return within_sentence(exercise_name(exercise))


def exercise_knee(exercise: Exercise) -> str:
    """Say how the knee is held."""
    return {
        Exercise.SEATED: _tr("knee bent"),
        Exercise.STANDING: _tr("knee straight"),
        Exercise.STANDING_BENT: _tr("knee bent about 45°"),
    }[exercise]


def exercise_emphasis(exercise: Exercise) -> str:
    """Say which muscles an exercise emphasises; the knee angle only shifts the emphasis."""
    return {
        Exercise.SEATED: _tr("soleus-biased"),
        Exercise.STANDING: _tr("whole calf"),
        Exercise.STANDING_BENT: _tr("between the two"),
    }[exercise]


def side_name(side: Side) -> str:
    """Name a leg."""
    return {Side.LEFT: _tr("Left"), Side.RIGHT: _tr("Right"), Side.BOTH: _tr("Both")}[side]


def leg(side: Side) -> str:
    """Name a leg within a sentence."""
    return within_sentence(side_name(side))


def set_type_name(set_type: SetType) -> str:
    """Name what a set was for."""
    return {
        SetType.WARMUP: _tr("Warm-up"),
        SetType.WORK: _tr("Work"),
        SetType.TEST: _tr("Test, to failure"),
    }[set_type]


def detail_name(field: str) -> str:
    """Name a field of ``session.DETAILS`` as on a form, as ``Reserve``."""
    name = in_language(DETAILS[field].name)
    return f"{name[0].upper()}{name[1:]}"


def clock_text(seconds: int) -> str:
    """Write a duration like a clock, ``1:05`` or ``1:02:00``; negative ones as ``+0:12``."""
    minutes, second = divmod(abs(seconds), 60)
    hours, minute = divmod(minutes, 60)
    text = f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
    return f"+{text}" if seconds < 0 else text


def formula_name(formula: Formula) -> str:
    """Name a formula by its author and year."""
    return {
        Formula.EPLEY: "Epley (1985)",
        Formula.BRZYCKI: "Brzycki (1993)",
        Formula.LOMBARDI: "Lombardi (1989)",
        Formula.MAYHEW: "Mayhew (1992)",
        Formula.OCONNER: "O’Conner (1989)",
        Formula.WATHEN: "Wathen (1994)",
    }[formula]


def moment_name(moment: Moment) -> str:
    """Name the moment at which something was felt."""
    return {
        Moment.BEFORE: _tr("Before"),
        Moment.DURING: _tr("During"),
        Moment.AFTER: _tr("After"),
        Moment.NEXT_MORNING: _tr("Next morning"),
    }[moment]


def site_name(site: Site | None) -> str:
    """Name where something was felt."""
    return {
        None: _tr("place not noted"),
        Site.MID_PORTION: _tr("Achilles, mid-portion"),
        Site.INSERTION: _tr("Achilles, insertion"),
        Site.CALF: _tr("calf"),
    }[site]


def stop_reason_name(reason: StopReason | None) -> str:
    """Say why a heel-raise test ended."""
    return {
        None: _tr("not noted"),
        StopReason.HEEL: _tr("the heel no longer lifts"),
        StopReason.PACE: _tr("the pace is lost"),
        StopReason.POSITION: _tr("knee or trunk give way"),
        StopReason.HANDS: _tr("the hands carry weight"),
        StopReason.PAIN: _tr("pain"),
        StopReason.OTHER: _tr("something else"),
    }[reason]


def number_text(value: float, decimals: int = 0) -> str:
    """Write a number in the reader's locale, with a proper minus; a dash for NaN."""
    if isnan(value):
        return NOTHING
    # Adding zero turns -0.0 into 0.0.
    text = QLocale().toString(round(value, decimals) + 0.0, "f", decimals)
    return text.replace("-", MINUS)


def load_number(kg: float, unit: Unit) -> float:
    """Convert a load to a unit, exactly as it was typed."""
    return kg if unit is Unit.KG else pounds_from_kg(kg)


def load_text(kg: float, unit: Unit, decimals: int | None = 1) -> str:
    """Write a load with its unit in the reader's locale, as ``81.3 kg``; a dash for NaN.

    Args:
        kg: The load in kilograms; NaN for none.
        unit: The unit to write it in.
        decimals: Number of decimals; None for as few as needed, at most two.
    """
    if isnan(kg):
        return NOTHING
    load = load_number(kg, unit)
    text = shortest_text(load) if decimals is None else number_text(load, decimals)
    return f"{text} {unit}"


def distance_unit(unit: Unit) -> str:
    """Return the unit of distance that goes with a unit of load: miles with pounds."""
    return "mi" if unit is Unit.LB else "km"


def distance_number(km: Quantity, unit: Unit) -> Quantity:
    """Convert a distance to the unit that goes with a unit of load; also for columns."""
    return km / KM_A_MILE if unit is Unit.LB else km


def distance_text(km: float, unit: Unit) -> str:
    """Write a distance in the reader's locale, as ``42.5 km``; a dash for NaN."""
    if isnan(km):
        return NOTHING
    decimals = 1 if km > 0 else 0
    return f"{number_text(distance_number(km, unit), decimals)} {distance_unit(unit)}"


def set_name(logged: LoggedSet) -> str:
    """Name a set by its position, as ``Seated 2, left``."""
    side = within_sentence(side_name(logged.side))
    return f"{exercise_name(logged.exercise)} {logged.set_no}, {side}"


def set_text(logged: LoggedSet, unit: Unit) -> str:
    """Write a set as its cell shows it, in the notation with the reader's decimal mark."""
    return plain_set_text(
        logged.reps,
        logged.external_kg,
        logged.rir,
        logged.set_type,
        unit,
        signed=logged.exercise.carries_bodyweight,
        hold_s=logged.hold_s,
    )


def plain_set_text(
    reps: int,
    external_kg: float,
    rir: float | None,
    set_type: SetType,
    unit: Unit,
    *,
    signed: bool,
    hold_s: float | None = None,
) -> str:
    """Write values that are not an entry like ``set_text``; see ``domain.notation.write_set``."""
    text = write_set(
        reps,
        external_kg,
        rir,
        set_type,
        signed=signed,
        in_pounds=unit is Unit.LB,
        hold_s=hold_s,
    )
    return text.replace(".", QLocale().decimalPoint()).replace("-", MINUS)


def reps_text(reps: int, hold_s: float | None) -> str:
    """Write repetitions, or how long and how often a load was held; see ``notation.done_text``.

    >>> reps_text(8, None), reps_text(5, 10.0)
    ('8', '5 × 10 s')
    """
    return done_text(reps, hold_s).replace(".", QLocale().decimalPoint())


def period_name(period: Period) -> str:
    """Name a period."""
    return {
        Period.FOUR_WEEKS: _tr("4 weeks"),
        Period.THREE_MONTHS: _tr("3 months"),
        Period.A_YEAR: _tr("1 year"),
        Period.ALL: _tr("All"),
        Period.SINCE_INJURY: _tr("Since injury"),
        Period.SINCE_VISIT: _tr("Since visit"),
    }[period]


def qdate_of(day: datetime.date) -> QDate:
    """Return a date as a QDate."""
    return QDate(day.year, day.month, day.day)


def date_of_qdate(day: QDate) -> datetime.date:
    """Return a QDate as a date."""
    return datetime.date(day.year(), day.month(), day.day())


def date_format() -> str:
    """Return the format for days, in Qt's letters."""
    return _tr("d MMM yyyy")


def date_text(date: datetime.date) -> str:
    """Write a day in the reader's locale, as ``24 Nov 2026``."""
    return QLocale().toString(qdate_of(date), date_format())


def short_date_text(date: datetime.date) -> str:
    """Write a day without its year, as ``24 Nov``."""
    return QLocale().toString(qdate_of(date), _tr("d MMM"))


def day_text(date: datetime.date) -> str:
    """Write a day with its weekday, as ``Tue 24 Nov 2026``."""
    return QLocale().toString(qdate_of(date), _tr("ddd d MMM yyyy"))


def time_text(time: datetime.time) -> str:
    """Write a time of day in the reader's locale, as ``18:05``."""
    return QLocale().toString(QTime(time.hour, time.minute), QLocale.FormatType.ShortFormat)


def month_name(month: int) -> str:
    """Return the short name of a month, 1 to 12, as ``Nov``."""
    return QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat)


def weekday_name(weekday: int) -> str:
    """Return the short name of a weekday, 1 for Monday to 7, as ``Tue``."""
    return QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat)


def date_of_text(text: str) -> datetime.date:
    """Read a day as the reader may write it: like ``date_text``, in the short form, or ISO 8601.

    Raises:
        ValueError: In words, if it is in none of these forms.
    """
    locale, written = QLocale(), " ".join(text.split())
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    short = short.replace("dd", "d").replace("MM", "M")  # these read both 03 and 3
    long_year = short if "yyyy" in short else short.replace("yy", "yyyy")
    for form in ("yyyy-MM-dd", date_format(), "d MMM yyyy", "d MMMM yyyy", long_year, short):
        day = locale.toDate(written, form, THIS_CENTURY)
        if day.isValid():
            return date_of_qdate(day)
    example = date_text(datetime.date(2026, 3, 12))
    words = _tr("“{}” is not a day: write it as {} or as 2026-03-12.")
    raise ValueError(words.format(text, example))


def beginning_of_text(text: str) -> str:
    """Read a day, or a month with its year, as the user writes it.

    Returns:
        The day in ISO 8601, or the month as ``2026-03``; empty if it is neither.
    """
    written = " ".join(text.split())
    for form in ("MMM yyyy", "MMMM yyyy"):
        month = QLocale().toDate(written, form, THIS_CENTURY)
        if month.isValid():
            return date_of_qdate(month).isoformat()[:7]
    try:
        return date_of_text(written).isoformat()
    except ValueError:
        return ""


def number_of_text(text: str, complaint: str = "") -> float:
    """Read a typed number, with errors in the reader's language.

    Args:
        text: What was typed.
        complaint: The error message, with a placeholder for the text; empty for the default.

    Raises:
        ValueError: With that message, if it is not a number.
    """
    return _typed(typed_number, text, complaint or _tr("Enter a number, not “{}”."))


def whole_number_of_text(text: str, complaint: str = "") -> int:
    """Read a typed whole number, as ``number_of_text`` reads others."""
    return _typed(typed_whole_number, text, complaint or _tr("Enter a whole number, not “{}”."))


def _typed(read: Callable[[str], T], text: str, complaint: str) -> T:
    try:
        return read(text)
    except ValueError:
        raise ValueError(complaint.format(text.strip())) from None


def shortest_text(value: float) -> str:
    """Write a number with as few decimals as needed, at most two."""
    decimals = next(d for d in (0, 1, 2) if d == 2 or round(value, d) == round(value, 2))
    return number_text(value, decimals)


def when_to_seek_help() -> str:
    """Return the only sentence of advice in the program."""
    return _tr(
        "Soleus is a training log, not a medical device: it describes, it does not advise. "
        "After a sudden pop, with swelling, night pain or numbness: see a professional."
    )


def unbroken(text: str) -> str:
    """Keep each number on the same line as its ± and %, for text that is wrapped.

    A ± without a number stays with the word before it, as in "beyond its ±".
    """
    text = re.sub(r" ±(?![ \N{NO-BREAK SPACE}]?\d)", "\N{NO-BREAK SPACE}±", text)
    text = re.sub(r"± (?=\d)", "±\N{NO-BREAK SPACE}", text)
    return text.replace(" %", "\N{NO-BREAK SPACE}%")
