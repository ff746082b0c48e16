"""What was typed into the search field, read; and what cannot be, said where it is."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.exercise import Side
from tracker.domain.load import kg_from_pounds
from tracker.domain.measurement import MeasuredKind, Measurement
from tracker.domain.search import (
    Comparison,
    Figure,
    MeasuredComparison,
    Operator,
    Search,
    SearchError,
    is_beginning_of,
    read_search,
)


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("", Search()),
        ("   ", Search()),
        ('""', Search()),
        ("note:", Search()),
        ("Seated ACHILLES", Search(words=("seated", "achilles"))),
        ("2026-03 seated", Search(words=("2026-03", "seated"))),
        ('"slept badly" "5:30"', Search(words=("slept badly", "5:30"))),
        ('"still typing', Search(words=("still typing",))),
        ("http://x", Search(words=("http://x",))),
        ("note:Achilles", Search(notes=("achilles",))),
        ('NOTE:"slept  badly" left', Search(words=("left",), notes=("slept badly",))),
        ("note:a>3", Search(notes=("a>3",))),
        ("event:", Search()),
        ("EVENT:Race 2026", Search(words=("2026",), events=("race",))),
        ("since:", Search()),
        ("since:Injury pain", Search(words=("pain",), since=("injury",))),
        ('SINCE:"physio  visit" since:2026-03', Search(since=("physio visit", "2026-03"))),
        ('event:"physio  visit" event:left', Search(events=("physio visit", "left"))),
    ],
)
def test_words_notes_and_events_are_read(text: str, search: Search) -> None:
    assert read_search(text) == search
    assert bool(search) == bool(search.words or search.notes or search.events or search.since)


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("pain>3", Comparison(Figure.PAIN, Operator.MORE, 3)),
        ("PAIN < 3", Comparison(Figure.PAIN, Operator.LESS, 3)),
        ("reps>=10", Comparison(Figure.REPS, Operator.AT_LEAST, 10)),
        ("reps ≥10", Comparison(Figure.REPS, Operator.AT_LEAST, 10)),
        ("rir≤ 1", Comparison(Figure.RIR, Operator.AT_MOST, 1)),
        ("rir<=1.5", Comparison(Figure.RIR, Operator.AT_MOST, 1.5)),
        ("kg=62,5", Comparison(Figure.KG, Operator.EQUAL, 62.5)),
        ("kg<-5", Comparison(Figure.KG, Operator.LESS, -5)),
        ("lb>130", Comparison(Figure.KG, Operator.MORE, kg_from_pounds(130))),
    ],
)
def test_comparisons_are_read(text: str, comparison: Comparison) -> None:
    assert read_search(text) == Search(comparisons=(comparison,))
    assert read_search(text)


def test_a_number_is_read_as_anywhere_else() -> None:
    assert read_search("kg>\N{MINUS SIGN}7,5").comparisons == (
        Comparison(Figure.KG, Operator.MORE, -7.5),
    )


def test_parts_of_every_kind_stand_together() -> None:
    assert read_search("2026-03 pain > 3 note:achilles kg>60 seated") == Search(
        words=("2026-03", "seated"),
        notes=("achilles",),
        comparisons=(
            Comparison(Figure.PAIN, Operator.MORE, 3),
            Comparison(Figure.KG, Operator.MORE, 60),
        ),
    )


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("seated pain>", 12, "number after “>”, as in pain>3"),
        ("pain>much", 5, "number after “>”, not “much”"),
        ("kg>60kg", 3, "not “60kg”"),
        (
            "seated weight>60",
            7,
            "“weight” cannot be compared: pain, reps, kg, lb, rir and hold can",
        ),
        ("> 3", 0, "“>” compares nothing"),
        ("left notes:tired", 5, "“notes:” is not known: “note:”"),
        ("2026-13", 0, "There is no 2026-13"),
        ("seated 2026-02-30", 7, "There is no 2026-02-30"),
    ],
)
def test_what_cannot_be_read_is_said_where_it_is(text: str, position: int, words: str) -> None:
    with pytest.raises(SearchError, match=r"\.$") as caught:
        read_search(text)
    assert words in str(caught.value)
    assert caught.value.position == position


@given(st.text())
def test_whatever_is_typed_is_read_or_refused_in_words(text: str) -> None:
    position, message = 0, "."
    try:
        read_search(text)
    except SearchError as error:
        position, message = error.position, str(error)
    assert 0 <= position <= len(text)
    assert message.endswith(".")


@pytest.mark.parametrize(
    ("word", "is_it"),
    [
        ("2026", True),
        ("2026-", True),
        ("2026-03", True),
        ("2026-03-", True),
        ("2026-03-12", True),
        ("2026-04", False),
        ("2025", False),
        ("026", False),
        ("202", False),
        ("2026-0", False),
        ("03-12", False),
    ],
)
def test_a_day_is_known_by_its_beginning_a_year_at_least(word: str, is_it: bool) -> None:
    assert is_beginning_of(word, datetime.date(2026, 3, 12)) is is_it


def kinds_of(text: str) -> list[str]:
    (compared,) = read_search(text).measured
    return [kind.name for kind in compared.kinds]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("knee>8", ["knee_to_wall"]),
        ("VISA < 60", ["visa_a"]),
        ("hop>100", ["hop_distance"]),  # a whole word goes before the beginning of another
        ("hops>30", ["side_hops"]),
        ("force>=400", ["peak_force_seated", "peak_force_standing"]),
        ("tend=20", ["tendins_a"]),
    ],
)
def test_what_was_measured_is_compared_by_a_word_of_its_name(text: str, kinds: list[str]) -> None:
    assert kinds_of(text) == kinds
    assert read_search(text)
    assert read_search(text).comparisons == ()


def test_pain_is_that_of_sets_and_no_kind_s() -> None:
    assert read_search("pain>3").measured == ()


def test_kinds_have_the_names_that_are_given_and_each_counts_once() -> None:
    grip = MeasuredKind("Grip strength", "kg")
    (compared,) = read_search("griff>40", [("Grip", grip), ("Griffkraft", grip)]).measured
    assert compared == MeasuredComparison((grip,), Operator.MORE, 40)
    with pytest.raises(SearchError, match="cannot be compared"):
        read_search("knee>8", [("Grip", grip)])


def test_a_comparison_of_what_was_measured_is_met_by_either_leg() -> None:
    (compared,) = read_search("knee>8").measured
    day = datetime.date(2026, 11, 24)
    low = Measurement(day, "knee_to_wall", 7.5, Side.LEFT)
    high = Measurement(day, "knee_to_wall", 9.0, Side.RIGHT)
    assert compared.is_met_by([low, high])
    assert not compared.is_met_by([low, Measurement(day, "calf_girth", 38.0, Side.LEFT)])


@pytest.mark.parametrize(
    ("operator", "held"),
    [
        (Operator.MORE, [False, False, True]),
        (Operator.LESS, [True, False, False]),
        (Operator.AT_LEAST, [False, True, True]),
        (Operator.AT_MOST, [True, True, False]),
        (Operator.EQUAL, [False, True, False]),
    ],
)
def test_operators_hold_as_they_are_written(operator: Operator, held: list[bool]) -> None:
    assert [operator.holds(value, 3.0) for value in (2.0, 3.0, 4.0)] == held


def test_equal_is_what_looks_equal() -> None:
    assert Operator.EQUAL.holds(416.782, 416.78)


def test_what_is_measured_against_nothing_is_refused_at_its_place() -> None:
    with pytest.raises(SearchError, match="Enter a number after “>”") as refused:
        read_search("knee>")
    assert refused.value.position == len("knee>")
