"""What the report says of the legs' strength, word for word."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.report.test_legs import WEIGHED, strength_tests, weekly
from tests.report.test_parts import LEFT, RIGHT, SEATED, report_of, train
from tests.report.test_words import plain
from tracker.domain.change import Entry
from tracker.domain.exercise import Side
from tracker.domain.load import Unit
from tracker.domain.runner import Runner
from tracker.report import legs_words as words


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """Words need an application to be translated by."""


def row_of(*entries: Entry, unit: Unit = Unit.KG) -> str:
    report = report_of(*entries, last=0)
    row = plain(words.strength_row(report.strength[0], report, unit))
    return row.replace("\N{NO-BREAK SPACE}", " ")


def test_a_log_of_twelve_weeks_is_said_in_one_row() -> None:
    # Figures as worked in test_legs: 80 kg, 7.3 % of it; 20 %, 5.9 points; 25 %, 7.9 points.
    assert row_of(WEIGHED, *weekly(100, 48, 60), *weekly(0, 60, 75)) == (
        "Seated knee bent, soleus-biased | "
        "80.0 kg ± 5.8 1.14 × bodyweight | 100.0 kg ± 7.3 1.43 × bodyweight | 80 % | "
        "Right 20 % stronger, ± 6 (3 pairs in 3 weeks). Marked, above 15 %. |"
    )


def test_reserve_not_noted_is_no_equality() -> None:
    assert row_of(*weekly(0, 60, 60, sessions=10, rir=None)) == (
        "Seated knee bent, soleus-biased | – | – | – | "
        "Not known: reserve was not noted. Note what was left, or do a strength test. |"
    )


def test_three_strength_tests_tell_the_difference() -> None:
    row = row_of(*weekly(0, 60, 60, sessions=10, rir=None), *strength_tests([57, 29, 1], 60, 75))
    # Two steps of none: 4.8, 6.37 of repeats; a test has no reserve to be misjudged.
    assert "| 80 % | Right 20 % stronger, ± 6 (3 pairs in 3 weeks). Marked, above 15 %." in row
    assert "Strength tests alone" not in row  # it is what was said already


def test_tests_decide_where_training_tells_no_point() -> None:
    easy = [
        each
        for day in range(0, 27, 2)
        for each in (
            *train(day, (SEATED, LEFT, 50)),
            *train(day, (SEATED, RIGHT, 52.5), reps=8, rir=4.0),
        )
    ]
    row = row_of(*easy, *strength_tests([57, 29, 1], 60, 75))
    assert "| 80 % | Right 20 % stronger, ± 6 (3 strength tests). " in row
    assert "Marked, above 15 %. From 3 strength tests." in row
    assert "Strength tests alone" not in row


def test_tests_that_tell_another_thing_are_a_line_of_their_own() -> None:
    training = [
        each
        for day in range(0, 24, 3)
        for each in train(day, (SEATED, LEFT, 60), (SEATED, RIGHT, 60 + day % 2))
    ]
    row = row_of(*training, *strength_tests([58, 29, 1], 60, 75))
    assert "Strength tests alone: Right 20 % stronger, ± 6: marked, above 15 %." in row


def test_as_many_tests_as_pairs_of_both_kinds_are_a_line_of_their_own_too() -> None:
    training = [
        each for day in (36, 22, 8) for each in train(day, (SEATED, LEFT, 60), (SEATED, RIGHT, 61))
    ]
    row = row_of(*training, *strength_tests([71, 57, 43, 29, 15, 1], 60, 75))
    assert "6 pairs in" in row  # three of them of training
    assert "Strength tests alone: Right 20 % stronger" in row


def test_a_leg_too_strong_for_its_load_is_at_least() -> None:
    easy = [
        each
        for day in (14, 7, 0)
        for each in (
            *train(day, (SEATED, LEFT, 50)),
            *train(day, (SEATED, RIGHT, 52.5), reps=8, rir=4.0),
        )
    ]
    row = row_of(WEIGHED, *easy)
    assert "| at least 73.5 kg 1.05 × bodyweight |" in row
    # 70 of 66.67 kg ... of twelve repetitions, 52.5 x 1.4 = 73.5: at least 9.3 %.
    assert "| – | Right at least 9 % stronger, ± 8 (3 pairs in 3 weeks). How" in row
    assert "How much more is not known, the right leg’s sets are too easy to tell" in row


def test_loads_may_be_in_pounds() -> None:
    assert "176.4 lb ± 13.5" in row_of(*weekly(0, 60, 75), unit=Unit.LB)


@pytest.mark.parametrize(
    ("side", "head", "definition", "index"),
    [
        (None, "LSI", "the weaker leg in percent of the stronger", "80 %"),
        (LEFT, "LSI: left / right", "the injured leg in percent of the other", "80 %"),
        (RIGHT, "LSI: right / left", "the injured leg in percent of the other", "125 %"),
    ],
)
def test_symmetry_is_named_after_what_it_divides(
    side: Side | None, head: str, definition: str, index: str
) -> None:
    report = report_of(Runner(involved_side=side))
    assert words.symmetry_head(report) == head
    assert words.symmetry_definition(report) == definition
    assert f"| {index} |" in row_of(Runner(involved_side=side), *weekly(0, 60, 75))
