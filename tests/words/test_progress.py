"""What the Progress page says in words."""

from math import nan

import numpy as np
import pytest

from tracker.app.progress import LegChanges, ThisWeek
from tracker.domain.exercise import Exercise, Side
from tracker.domain.leg_strength import LegChange, Shares
from tracker.words import progress as words
from tracker.words.labels import NOTHING

LEFT, RIGHT = Side.LEFT, Side.RIGHT


def shares(now: float, then: float = nan, plus_minus: float = 4.0) -> Shares:
    """A leg's ratio in percent, today and half a year ago."""
    limit = nan if np.isnan(now) else plus_minus
    return Shares(np.array([now, then]), np.array([limit, nan]))


def test_only_marks_that_occur_are_explained() -> None:
    assert words.marks_text(tests=False, bounds=False, not_noted=False, dotted=False) == []
    assert words.marks_text(tests=True, bounds=False, not_noted=True, dotted=False) == [
        "diamond: strength test",
        "small: reserve not noted",
    ]
    assert len(set(words.marks_text(tests=True, bounds=True, not_noted=True, dotted=True))) == 4


def test_a_figure_is_written_with_its_limit() -> None:
    assert words.with_limit("80.0 kg", "3.2") == "80.0 kg ± 3.2"


@pytest.mark.parametrize(
    ("at_least", "is_test", "text"),
    [
        (False, False, "60.0 kg × 10.5"),
        (True, False, "60.0 kg × 10.5 or more"),
        (False, True, "60.0 kg × 10.5 (test)"),
    ],
)
def test_a_value_of_a_pair_is_load_and_repetitions_to_failure(
    at_least: bool, is_test: bool, text: str
) -> None:
    told = words.value_of_pair_text("60.0 kg", 10.5, at_least=at_least, is_test=is_test)
    assert told == text


def test_changes_name_the_legs_of_which_they_are_known() -> None:
    change = LegChange(3.4, 8.6, 12, 12)
    changes = LegChanges({LEFT: change, RIGHT: LegChange(-7.4, 5.6, 8.0, 8.0)}, 12)
    assert words.strength_sentence(Exercise.SEATED, changes) == (
        "Seated, in 12 weeks: left no change beyond ± 9 %, right 7 % weaker, ± 6."
    )
    gained = LegChanges({LEFT: LegChange(12.2, 5.6, 12.0, 6.0)}, 8)
    assert words.strength_sentence(Exercise.SEATED, gained) == (
        "Seated, in 8 weeks: left 12 % stronger, ± 6 (12, then 6 reps a set)."
    )


def test_the_figure_leads_with_what_is_beyond_its_limit() -> None:
    within, weaker = LegChange(8.4, 8.4, 12, 12), LegChange(-7.4, 5.6, 8.0, 8.0)
    stronger = LegChange(11.2, 8.0, 12, 12)
    unclear = LegChanges({LEFT: within, RIGHT: LegChange(-1.0, 7.0, 12, 12)}, 12)
    clear = LegChanges({LEFT: stronger, RIGHT: within}, 12)
    assert words.strength_figure({}) == NOTHING
    assert words.strength_figure({Exercise.SEATED: unclear}) == "No clear change"
    both = {Exercise.SEATED: unclear, Exercise.STANDING: clear}
    assert words.strength_figure(both) == "Standing: left +11 %"
    legs = LegChanges({LEFT: stronger, RIGHT: weaker}, 12)
    assert words.strength_figure({Exercise.STANDING: legs}) == "Standing: left +11 %, right −7 %"


def test_a_ratio_of_which_nothing_is_known_says_what_it_needs() -> None:
    assert words.ratio_figure(shares(nan), shares(nan)) == NOTHING
    assert words.ratio_sentence(shares(nan), shares(nan)).startswith("Not known: needs seated and")


def test_a_ratio_is_written_for_each_leg_with_the_wider_limit() -> None:
    left, right = shares(62.4, plus_minus=3.0), shares(70.0, plus_minus=5.0)
    assert words.ratio_figure(left, right) == "0.62 · 0.70"
    assert words.ratio_sentence(left, right) == "Left and right, ± 0.05."
    assert words.ratio_figure(left, shares(nan)) == "0.62 · –"
    assert words.ratio_sentence(left, shares(nan)) == "Left and right, ± 0.03."


def test_a_ratio_is_laid_beside_that_of_half_a_year_ago() -> None:
    told = words.ratio_sentence(shares(62.4, then=58.0), shares(70.0))
    assert told == "Left and right, ± 0.04; half a year ago 0.58 and –."


@pytest.mark.parametrize(
    ("week", "figure", "sentence"),
    [
        (ThisWeek(0, 0, nan, nan), "0 hard sets", "No session yet."),
        (ThisWeek(1, 1, nan, nan), "1 hard set", "In 1 session."),
        (
            ThisWeek(12, 2, 10.0, 20.0),
            "12 hard sets",
            "In 2 sessions; the four weeks before had 10 a week.",
        ),
        (
            ThisWeek(12, 2, 10.25, 17.0),
            "12 hard sets",
            "In 2 sessions; the four weeks before had 10.2 a week.",
        ),
    ],
)
def test_this_week_stands_beside_the_four_before(
    week: ThisWeek, figure: str, sentence: str
) -> None:
    assert (words.week_figure(week), words.week_sentence(week)) == (figure, sentence)


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        ("", "80"),
        ("is_test", "80, test"),
        ("at_least", "at least 80"),
        ("at_most", "at most 80"),
        ("not_noted", "80, reserve not noted"),
    ],
)
def test_a_number_of_a_chart_says_what_its_mark_says(mark: str, text: str) -> None:
    marks = dict.fromkeys(("is_test", "at_least", "at_most", "not_noted"), False)
    assert words.marked_number("80", **(marks | ({mark: True} if mark else {}))) == text
