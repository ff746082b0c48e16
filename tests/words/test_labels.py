"""Words for enums and numbers."""

import datetime
import re
from collections.abc import Callable, Iterable
from math import nan
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from tracker.app.resources import ROOT
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import StopReason
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.one_rep_max import Formula
from tracker.domain.period import Period
from tracker.domain.session import LoggedSet, SetType
from tracker.domain.symptoms import Moment, Site
from tracker.words import labels


def test_exercises_are_named_within_a_sentence() -> None:
    assert labels.exercise_word(Exercise.STANDING) == "standing"


@pytest.mark.parametrize(
    ("word", "members"),
    [
        (labels.exercise_name, Exercise),
        (labels.exercise_knee, Exercise),
        (labels.exercise_emphasis, Exercise),
        (labels.side_name, Side),
        (labels.set_type_name, SetType),
        (labels.moment_name, Moment),
        (labels.site_name, [*Site, None]),
        (labels.stop_reason_name, [*StopReason, None]),
        (labels.formula_name, Formula),
    ],
)
def test_every_member_has_a_word_of_its_own(
    word: Callable[[Any], str], members: Iterable[Any]
) -> None:
    words = [word(member) for member in members]
    assert len(set(words)) == len(words)


def test_a_leg_is_named_within_a_sentence() -> None:
    assert [labels.leg(side) for side in Side] == ["left", "right", "both"]


def test_an_unknown_number_is_a_dash() -> None:
    assert labels.number_text(nan) == labels.NOTHING
    assert labels.load_text(nan, Unit.KG) == labels.NOTHING


def test_a_number_never_reads_minus_nought() -> None:
    assert labels.number_text(-0.04, 1) == "0.0"
    assert labels.number_text(-12.5, 1) == "−12.5"
    assert labels.number_of_text(labels.number_text(-2.5, 1)) == -2.5


@pytest.mark.parametrize(
    ("value", "text"), [(60.0, "60"), (62.5, "62.5"), (61.2349, "61.23"), (0.999, "1")]
)
def test_the_shortest_text_says_no_more_than_it_must(value: float, text: str) -> None:
    assert labels.shortest_text(value) == text


def test_a_load_typed_in_pounds_reads_as_typed() -> None:
    assert labels.load_text(kg_from_pounds(132.25), Unit.LB, None) == "132.25 lb"
    assert labels.load_text(81.333, Unit.KG) == "81.3 kg"


def test_days_are_written_in_words() -> None:
    day = datetime.date(2026, 11, 24)
    assert labels.date_text(day) == "24 Nov 2026"
    assert labels.day_text(day) == "Tue 24 Nov 2026"
    assert labels.short_date_text(day) == "24 Nov"
    assert labels.month_name(11) == "Nov"
    assert labels.weekday_name(2) == "Tue"


def test_a_time_of_day_has_no_seconds() -> None:
    assert labels.time_text(datetime.time(18, 5, 59)) == "18:05"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (65, "1:05"), (3720, "1:02:00"), (-12, "+0:12"), (-3600, "+1:00:00")],
)
def test_a_rest_is_written_as_a_clock_does(seconds: int, text: str) -> None:
    assert labels.clock_text(seconds) == text


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_GB", "12 Mar 2026"),
        ("en_GB", " 12  March 2026 "),
        ("en_GB", "2026-03-12"),
        ("en_GB", "12/3/2026"),
        ("en_US", "3/12/26"),
        ("en_US", "3/12/2026"),
        ("de_DE", "12 März 2026"),
        ("de_DE", "12.3.2026"),
        ("de_DE", "12.03.26"),
    ],
)
def test_a_day_is_read_as_the_reader_writes_it(locale: str, text: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert labels.date_of_text(text) == datetime.date(2026, 3, 12)
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("day", [datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)])
def test_a_day_written_is_read_again(day: datetime.date) -> None:
    assert labels.date_of_text(labels.date_text(day)) == day


@pytest.mark.parametrize("text", ["", "soon", "31 Feb 2026", "2026-13-01", "12"])
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=f"“{text}” is not a day.*12 Mar 2026.*2026-03-12"):
        labels.date_of_text(text)


def test_a_set_is_written_as_its_cell_shows_it() -> None:
    logged = LoggedSet("session", Exercise.STANDING, Side.LEFT, 1, 12, 20.0, rir=1.0)
    assert labels.set_text(logged, Unit.KG) == "12 × +20 r1"


def test_the_one_advice_is_to_see_a_professional() -> None:
    assert "not a medical device" in labels.when_to_seek_help()
    assert "see a professional" in labels.when_to_seek_help()


def test_texts_are_read_in_english_where_nothing_else_is_spoken() -> None:
    assert labels.language() == "en"
    assert labels.resource_text("figures.html") == (ROOT / "figures.html").read_text("utf-8")


def test_a_detail_of_a_set_is_named_as_on_a_form() -> None:
    assert [labels.detail_name(field) for field in ("rir", "hold_s")] == ["Reserve", "Hold"]


@pytest.mark.usefixtures("german")
def test_a_detail_of_a_set_is_named_in_german() -> None:
    assert labels.detail_name("pain_during") == "Schmerz"


@pytest.mark.usefixtures("german")
def test_texts_are_read_in_german_where_there_is_a_german_one() -> None:
    assert labels.resource_text("figures.html") == (ROOT / "figures.de.html").read_text("utf-8")
    alone = labels.resource_text("plans/alfredson.json")
    assert alone == (ROOT / "plans/alfredson.json").read_text("utf-8")


@pytest.mark.usefixtures("german")
def test_nouns_keep_their_capitals_within_a_sentence() -> None:
    bent = labels.exercise_name(Exercise.STANDING_BENT)
    assert labels.within_sentence(bent) == "stehend, Knie gebeugt"


@pytest.mark.usefixtures("german")
def test_days_are_written_and_read_as_german_has_them() -> None:
    day = datetime.date(2026, 3, 12)
    assert labels.date_text(day) == "12. März 2026"
    assert labels.day_text(day) == "Do., 12. März 2026"
    for text in ("12. März 2026", "12.3.26", "12.03.2026", "2026-03-12"):
        assert labels.date_of_text(text) == day
    with pytest.raises(ValueError, match="„gestern“ ist kein Tag"):
        labels.date_of_text("gestern")


@pytest.mark.parametrize(
    ("locale", "text", "beginning"),
    [
        ("en_GB", "14 Nov 2026", "2026-11-14"),
        ("en_GB", " 14  november 2026", "2026-11-14"),
        ("en_US", "11/14/2026", "2026-11-14"),
        ("en_GB", "nov 2026", "2026-11"),
        ("de_DE", "November 2026", "2026-11"),
        ("de_DE", "14.11.26", "2026-11-14"),
        ("en_GB", "2026-11", ""),
        ("en_GB", "nov", ""),
        ("en_GB", "seated 14 Nov 2026", ""),
    ],
)
def test_a_day_or_a_month_is_found_by_its_beginning(locale: str, text: str, beginning: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert labels.beginning_of_text(text) == beginning
    finally:
        QLocale.setDefault(before)


def test_distances_are_miles_where_loads_are_pounds() -> None:
    assert labels.distance_text(42.195, Unit.KG) == "42.2 km"
    assert labels.distance_text(42.195, Unit.LB) == "26.2 mi"
    assert labels.distance_text(0.0, Unit.KG) == "0 km"
    assert labels.distance_text(nan, Unit.KG) == labels.NOTHING


def test_a_number_is_read_as_it_is_typed() -> None:
    assert labels.number_of_text(" \N{MINUS SIGN}2,5 ") == -2.5


@pytest.mark.parametrize("text", ["", "ten"])
def test_what_is_no_number_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=f"Enter a number, not “{re.escape(text)}”"):
        labels.number_of_text(text)
    with pytest.raises(ValueError, match=f"A score, not {re.escape(text)}"):
        labels.number_of_text(text, "A score, not {}")


def test_a_whole_number_is_read_as_other_numbers_are() -> None:
    assert [labels.whole_number_of_text(text) for text in ("12", " 3,0 ", "+4")] == [12, 3, 4]
    with pytest.raises(ValueError, match=r"Enter a whole number, not “2\.5”"):
        labels.whole_number_of_text(" 2.5 ")
    with pytest.raises(ValueError, match="A year, not x"):
        labels.whole_number_of_text("x", "A year, not {}")


def test_a_day_comes_back_from_qt() -> None:
    day = datetime.date(2026, 2, 28)
    assert labels.date_of_qdate(labels.qdate_of(day)) == day


def test_every_period_has_a_name() -> None:
    assert [labels.period_name(each) for each in Period] == [
        "4 weeks",
        "3 months",
        "1 year",
        "All",
        "Since injury",
        "Since visit",
    ]


def test_a_number_stays_on_a_line_with_its_limit_and_its_unit() -> None:
    assert labels.unbroken("right −1 %, ± 4 %") == "right −1\xa0%, ±\xa04\xa0%"
    assert labels.unbroken("3 sessions") == "3 sessions"
    reached = "1.5 ± 0.1: reached, but not beyond its ±"
    assert labels.unbroken(reached) == "1.5 ±\xa00.1: reached, but not beyond its\xa0±"
    assert labels.unbroken("The ± reaches beyond it.") == "The\xa0± reaches beyond it."


def test_a_set_is_named_by_where_it_stands() -> None:
    assert labels.set_name(LoggedSet("s", Exercise.SEATED, Side.LEFT, 2, 8, 60.0)) == (
        "Seated 2, left"
    )
