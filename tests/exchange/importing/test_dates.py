"""Days and times are read as programs in several languages write them, and never guessed."""

import datetime

import pytest
from PySide6.QtCore import QLocale

from tracker.exchange.importing.dates import (
    AmbiguousDateError,
    DayOrder,
    clock_in,
    is_date,
    local_of_utc,
    moment_of,
    month_word_in,
    months_by_others,
    order_in,
    zone_of,
)
from tracker.exchange.importing.words import UnknownWordError


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-01-17", "2026-01-17"),
        ("2026-01-17 00:25:00", "2026-01-17T00:25:00"),
        ("2026/01/17", "2026-01-17"),
        ("2026-01-17T18:05:30.250+02:00", "2026-01-17T18:05:30+02:00"),
        ("17 Jan 2026, 00:25", "2026-01-17T00:25:00"),
        ("8 Apr 2026, 16:50", "2026-04-08T16:50:00"),
        ("Jul 28, 2026, 6:49 PM", "2026-07-28T18:49:00"),
        ("Jul 28, 2026, 12:05 AM", "2026-07-28T00:05:00"),
        ("May 13, 2026, 9:54:42 AM", "2026-05-13T09:54:42"),
        ("Jul 28, 2026, 12:05\u202fPM", "2026-07-28T12:05:00"),
        ("5 Mai 2026, 07:34", "2026-05-05T07:34:00"),
        ("13 Abr 2026, 09:42", "2026-04-13T09:42:00"),
        ("7 Ago 2025, 10:10", "2025-08-07T10:10:00"),
        ("7 Set 2025, 10:10", "2025-09-07T10:10:00"),
        ("7 Out 2025, 10:10", "2025-10-07T10:10:00"),
        ("1 Dez 2025, 1:10", "2025-12-01T01:10:00"),
        ("3 févr. 2026, 10:00", "2026-02-03T10:00:00"),
        ("2 août 2025, 12:00", "2025-08-02T12:00:00"),
        ("9 déc. 2025, 12:00", "2025-12-09T12:00:00"),
        ("1 juil. 2026, 00:10", "2026-07-01T00:10:00"),
        ("12. März 2026", "2026-03-12"),
        ("5 de mayo de 2026", "2026-05-05"),
        ("3 gen 2026, 08:00", "2026-01-03T08:00:00"),
        ("24.11.2026 18:05", "2026-11-24T18:05:00"),
        ("11/18/2024 15:04", "2024-11-18T15:04:00"),
        ("19/12/24", "2024-12-19"),
        ("Sun, 12 Apr 2026 13:05", "2026-04-12T13:05:00"),
        ("dom, 11 gen 2026, 13:05", "2026-01-11T13:05:00"),
        ("Mo 2.3.2026", "2026-03-02"),
        ("11 thg 12 2026, 13:05", "2026-12-11T13:05:00"),
        ("11 Şub 2026, 1:05 ÖS", "2026-02-11T13:05:00"),
        ("2026년 1월 11일, 오후 1:05", "2026-01-11T13:05:00"),
        ("2026年1月11日 下午1:05", "2026-01-11T13:05:00"),
        ("2026. 1. 11. 上午 11:05", "2026-01-11T11:05:00"),
        ("2.3.2026 um 18:30 Uhr", "2026-03-02T18:30:00"),
    ],
)
def test_a_moment_is_read_as_it_stands(text: str, moment: str) -> None:
    date, at = moment_of(text)
    assert (date.isoformat() if at is None else f"{date}T{at}") == moment


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2026-13-01", "31.2.2026", "12 Ju 2026", "12 jui 2026", "2026-01-01 25:00"],
)
def test_what_is_no_date_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=f"“{text}” is not a date"):
        moment_of(text)


def test_a_time_past_noon_has_twelve_hours() -> None:
    with pytest.raises(ValueError, match="is not a date"):
        moment_of("Jul 28, 2026, 13:05 PM")


def test_a_day_out_of_bounds_is_refused() -> None:
    with pytest.raises(ValueError, match="training day must lie"):
        moment_of("1066-10-14")


def test_a_date_that_could_be_two_days_is_read_only_when_the_order_is_known() -> None:
    with pytest.raises(AmbiguousDateError, match="could be two days"):
        moment_of("3/4/2026")
    assert moment_of("3/4/2026", DayOrder.DAY_FIRST)[0] == datetime.date(2026, 4, 3)
    assert moment_of("3/4/2026", DayOrder.MONTH_FIRST)[0] == datetime.date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "proof"),
    [
        ("3/4/2026", (True, None)),
        ("13/4/2026 10:00", (True, DayOrder.DAY_FIRST)),
        ("4-13-2026", (True, DayOrder.MONTH_FIRST)),
        ("2026-04-13", (False, None)),
        ("13.4.2026", (False, None)),
    ],
)
def test_a_date_may_prove_the_order(text: str, proof: tuple[bool, DayOrder | None]) -> None:
    assert order_in(text) == proof


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize("text", ["2026-06-29T22:30:12.712Z", "2026-06-29 22:30:12 +0000"])
def test_an_instant_in_utc_is_of_the_local_day(text: str) -> None:
    summer = datetime.timezone(datetime.timedelta(hours=2))
    assert moment_of(text) == (datetime.date(2026, 6, 30), datetime.time(0, 30, 12, tzinfo=summer))


@pytest.mark.parametrize(
    ("text", "hours"), [("2026-01-17 18:05 +0530", 5.5), ("2026-01-17T18:05:00-08:00", -8)]
)
def test_a_time_keeps_the_offset_that_the_file_gives(text: str, hours: float) -> None:
    _, time = moment_of(text)
    assert time is not None
    assert time.replace(tzinfo=None) == datetime.time(18, 5)
    assert time.utcoffset() == datetime.timedelta(hours=hours)


def test_an_offset_of_more_than_a_day_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="no offset from UTC"):
        moment_of("2026-01-17 18:05 +25:00")


# The twelve months, as apps write them in short.
SHORT = {
    "Turkish": "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    "Dutch": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
    "Swedish": "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
    "Danish": "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.",
    "Norwegian": "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.",
    "Finnish": "tammik. helmik. maalisk. huhtik. toukok. kesäk. heinäk. elok. syysk. lokak. "
    "marrask. jouluk.",
    "Polish": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "Polish, of": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września "
    "października listopada grudnia",
    "Croatian": "sij. velj. ožu. tra. svi. lip. srp. kol. ruj. lis. stu. pro.",
    "Croatian, of": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna "
    "listopada studenoga prosinca",
    "Thai": "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
    "Thai, whole": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน "
    "ตุลาคม พฤศจิกายน ธันวาคม",
    "Czech": "led úno bře dub kvě čvn čvc srp zář říj lis pro",
    "Czech, of": "ledna února března dubna května června července srpna září října listopadu "
    "prosince",
    "Hungarian": "jan. febr. márc. ápr. máj. jún. júl. aug. szept. okt. nov. dec.",
    "Russian": "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
    "Russian, of": "января февраля марта апреля мая июня июля августа сентября октября ноября "
    "декабря",
    "Ukrainian": "січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.",
}


@pytest.mark.parametrize("language", SHORT)
def test_months_are_known_in_many_languages(language: str) -> None:
    words = SHORT[language].split()
    days = [f"11 {word} 2026, 13:05" for word in words]
    of_language = months_by_others({month_word_in(day) or "" for day in days})
    found = [moment_of(day, months=of_language)[0].month for day in days]
    assert found == [*range(1, 13)]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("lip sie", {"lip": "7"}),  # Polish: lipiec
        ("lip. kolovoza", {"lip": "6"}),  # Croatian: lipanj
        ("srp říj", {"srp": "8"}),  # Czech: srpen
        ("listopada prosinca", {"listopada": "10"}),
        ("listopad prosinec", {"listopad": "11"}),
        ("lip lis", {}),  # of either
        ("lip maj svi", {}),  # of none
    ],
)
def test_a_word_of_several_months_is_what_the_others_of_its_file_tell(
    words: str, months: dict[str, str]
) -> None:
    assert months_by_others(set(words.replace(".", "").split())) == months


def test_a_word_of_several_months_is_asked() -> None:
    with pytest.raises(UnknownWordError, match="“lip” could be two months") as told:
        moment_of("3. lip 2026.")
    assert told.value.text == "lip"
    assert moment_of("3. lip 2026.", months={"lip": "6"})[0] == datetime.date(2026, 6, 3)
    assert is_date("3. lip 2026.")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29 ก.พ. 2567", "2024-02-29"),  # 2567 counted from Buddha on
        ("5 พฤศจิกายน 2568", "2025-11-05"),
        ("8 ม.ค. 2026", "2026-01-08"),
        ("3. 6. 2026.", "2026-06-03"),
        ("20260603", "2026-06-03"),
        ("Wednesday, June 3rd, 2026", "2026-06-03"),
        ("3rd June 2026", "2026-06-03"),
        ("1er juin 2026", "2026-06-01"),
        ("03-Jun-26", "2026-06-03"),  # as English Excel writes it
        ("3. lipnja 2026.", "2026-06-03"),
    ],
)
def test_days_are_read_in_further_ways(text: str, day: str) -> None:
    assert moment_of(text)[0].isoformat() == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026年3月2日 18:05", "2026-03-02T18:05:00"),
        ("2026. márc. 2. 18:05", "2026-03-02T18:05:00"),
        ("2026. 03. 02.", "2026-03-02"),
        ("2 марта 2026 г. в 18:05", "2026-03-02T18:05:00"),
        ("2. mars 2026 kl. 18.05", "2026-03-02T18:05:00"),
        ("červenec 2, 2026", "2026-07-02"),
        ("2 červen 2026", "2026-06-02"),
    ],
)
def test_days_are_read_as_their_language_writes_them(text: str, moment: str) -> None:
    date, at = moment_of(text)
    assert (date.isoformat() if at is None else f"{date}T{at}") == moment


@pytest.mark.usefixtures("in_berlin")
def test_an_instant_that_no_clock_can_place_stays_that_of_utc() -> None:
    day, time = datetime.date.max, datetime.time(23, 30)
    assert local_of_utc(day, time) == (day, time.replace(tzinfo=datetime.UTC))


@pytest.mark.parametrize(
    ("cell", "is_one"), [("2026-03-04", True), ("3/4/2026", True), ("3x8", False), ("", False)]
)
def test_a_cell_is_a_day_even_where_it_could_be_two(cell: str, is_one: bool) -> None:
    assert is_date(cell) is is_one


def test_a_short_year_stands_first_only_where_it_is_said() -> None:
    assert moment_of("26-03-02", DayOrder.YEAR_FIRST)[0] == datetime.date(2026, 3, 2)
    assert moment_of("26-03-02", DayOrder.DAY_FIRST)[0] == datetime.date(2002, 3, 26)
    with pytest.raises(AmbiguousDateError):
        moment_of("3/4/2026", DayOrder.YEAR_FIRST)


LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu", "tr"),
    *("ru", "uk", "ja", "ko", "zh", "hr", "th"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_is_read_as_a_phone_writes_it(language: str) -> None:
    # Qt has the names of the same list, CLDR, as the phones: in a date and alone, whole and short.
    locale = QLocale(language)
    short = QLocale.FormatType.ShortFormat
    of_file = months_by_others({locale.monthName(month, short) for month in range(1, 13)})
    of_file |= months_by_others({locale.monthName(month) for month in range(1, 13)})
    of_file |= months_by_others({locale.standaloneMonthName(month) for month in range(1, 13)})
    for form in (QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat):
        for month in range(1, 13):
            for name in (locale.monthName(month, form), locale.standaloneMonthName(month, form)):
                for text in (f"11 {name} 2026, 13:05", f"{name} 11, 2026, 1:05 PM"):
                    moment = (datetime.date(2026, month, 11), datetime.time(13, 5))
                    assert moment_of(text, months=of_file) == moment, text


@pytest.mark.parametrize(
    ("text", "time"),
    [
        *[("18:30 Uhr", "18:30"), ("18 Uhr 30", "18:30"), ("18 Uhr", "18:00"), ("18h30", "18:30")],
        *[("kl. 18.30", "18:30"), ("18:30 h", "18:30"), ("1830", "18:30"), ("0705", "07:05")],
        *[("7 pm", "19:00"), ("오후 6:30", "18:30"), ("午前 6:30", "06:30"), ("ÖÖ 6:30", "06:30")],
        *[("5:30 μ.μ.", "17:30"), ("6:30 a. m.", "06:30"), ("12:00 AM", "00:00")],
    ],
)
def test_a_clock_time_is_read_in_the_ways_of_many_languages(text: str, time: str) -> None:
    assert f"{clock_in(text):%H:%M}" == time


@pytest.mark.parametrize("text", ["2561", "13:00 pm", "noon", "0 pm"])
def test_what_is_no_clock_time_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=f"“{text}” is not a time of day"):
        clock_in(text)


def test_the_weekday_in_front_does_not_hide_which_number_is_the_day() -> None:
    assert order_in("Mon 13/4/2026") == (True, DayOrder.DAY_FIRST)
    assert order_in("Mon, 3/4/2026") == (True, None)


@pytest.mark.parametrize(
    ("heading", "month"),
    [
        ("Data aktywności", {"lip": "7"}),  # Polish: lipiec
        ("Vođena aktivnost", {"lip": "6"}),  # Croatian: lipanj
        ("Data", {}),
        ("Následuje měsíc", {}),  # Czech, in which it is no month
    ],
)
def test_headings_tell_whose_month_a_word_is(heading: str, month: dict[str, str]) -> None:
    assert months_by_others({"lip"}, ["1", heading]) == month


def test_an_offset_is_one_of_a_place_on_earth() -> None:
    hour = datetime.timedelta(hours=1)
    assert zone_of(14 * hour) == datetime.timezone(14 * hour)
    assert zone_of(-14 * hour) == datetime.timezone(-14 * hour)
    assert zone_of(14.25 * hour) is None
