"""Words about symptoms, tests and goals: what is said, and that nothing is advised."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from tracker.domain.exercise import Exercise, Side
from tracker.domain.felt import PainOfTwoWeeks
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.goal_progress import GoalFigure
from tracker.domain.runner import Runner
from tracker.words.checkups import (
    bands_text,
    bent_text,
    comparison_text,
    figures_text,
    goal_name,
    norms_text,
    progress_text,
    weeks_text,
)

LEFT, RIGHT, BOTH = Side
SEATED, STANDING, BENT = Exercise
DATE = datetime.date(2026, 11, 24)
NONE = float("nan")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def test_bands_follow_the_runner() -> None:
    assert bands_text(Runner()) == "0–2, 3–5, 6–10"
    assert bands_text(Runner(low_pain=0, middle_pain=9)) == "0, 1–9, 10"


def test_two_weeks_lie_beside_one_another_by_leg() -> None:
    weeks = {LEFT: PainOfTwoWeeks(1.0, 2.5), RIGHT: PainOfTwoWeeks(None, 0.0)}
    assert weeks_text(weeks) == (
        "next-morning pain, median: left 1 this week, 2.5 the week before; "
        "right not noted this week, 0 the week before"
    )


def test_weeks_without_an_answer_say_nothing() -> None:
    assert weeks_text({LEFT: PainOfTwoWeeks(None, None)}) == ""


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (27, 23, "left 27, right 23 · 4 apart, within what repeats differ by (± 7)"),
        (20, 26, "left 20, right 26 · 6 apart, within what repeats differ by (± 6)"),
        (30, 20, "left 30, right 20 · 10 apart, beyond what repeats differ by (± 7)"),
        (40, 31, "left 40, right 31 · 9 apart, within what repeats differ by (± 9)"),
        (22, NONE, "left 22"),
        (NONE, 22, "right 22"),
        (0, 0, "left 0, right 0 · 0 apart, within what repeats differ by (± 6)"),
        (NONE, NONE, ""),
    ],
)
def test_the_legs_are_compared_with_what_repeats_differ_by(
    left: float, right: float, words: str
) -> None:
    assert comparison_text(left, right) == words


def test_both_norms_are_said_and_that_they_disagree() -> None:
    table, medians, disagree = norms_text(Runner(birth_year=1984, sex="female"), DATE)
    assert table == "At 40–49 years: women 25 (Hébert-Losier 2017, on 10° of incline)."
    assert medians == (
        "All ages: medians of 25 (dominant leg) and 24 (other leg), on an incline board "
        "(Sleeswijk Visser 2025)."
    )
    assert disagree.startswith("The two disagree about age: ")
    assert disagree.endswith("so a test on level ground does not compare.")


def test_the_oldest_have_a_row_together_and_the_youngest_none() -> None:
    oldest = norms_text(Runner(birth_year=1930, sex="male"), DATE)[0]
    assert oldest.startswith("At 80 and older: men 10")
    young = norms_text(Runner(birth_year=2010, sex="male"), DATE)[0]
    assert young == "Below 20 years the table of 2017 (Hébert-Losier) has no figure."


@pytest.mark.parametrize("runner", [Runner(), Runner(sex="male")])
def test_without_an_age_the_table_says_what_it_needs(runner: Runner) -> None:
    assert "needs the year of birth" in norms_text(runner, DATE)[0]


def test_without_a_sex_both_are_said() -> None:
    assert "At 40–49 years: men 28, women 25 " in norms_text(Runner(birth_year=1984), DATE)[0]


def test_the_bent_knee_has_its_own_figure() -> None:
    assert "1.07" in bent_text()


def test_goals_are_named_by_what_they_are_of() -> None:
    by = datetime.date(2027, 3, 1)
    assert goal_name(Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5, LEFT, by)) == (
        "1.5 × bodyweight, seated, left, by 1 Mar 2027"
    )
    assert goal_name(Goal(GoalKind.HEEL_RAISE_REPS, STANDING, 25.0)) == (
        "25 heel raises, knee straight"
    )
    assert goal_name(Goal(GoalKind.HEEL_RAISE_REPS, BENT, 25.0)) == "25 heel raises, knee bent"
    assert goal_name(Goal(GoalKind.DIFFERENCE_PERCENT, STANDING, 10.0)) == (
        "legs less than 10 % apart, standing"
    )


def test_progress_stands_beside_the_goal() -> None:
    strength = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5)
    words = "Goal 1.5 × bodyweight, seated: left 1.32 ± 0.08, right at least 1.41 ± 0.09"
    reached = {LEFT: GoalFigure(1.32, 0.08), RIGHT: GoalFigure(1.41, 0.09, is_at_least=True)}
    assert progress_text(strength, reached) == words
    assert progress_text(strength, {}) == "Goal 1.5 × bodyweight, seated: –"
    raises = Goal(GoalKind.HEEL_RAISE_REPS, STANDING, 25.0)
    words = "Goal 25 heel raises, knee straight: left 22"
    assert progress_text(raises, {LEFT: GoalFigure(22.0)}) == words


def test_a_goal_of_a_measurement_says_which_way_and_whether_it_is_reached() -> None:
    knee = Goal(GoalKind.MEASUREMENT, None, 10.0, measured="knee_to_wall")
    assert progress_text(knee, {LEFT: GoalFigure(9.5), RIGHT: GoalFigure(10.0)}) == (
        "Goal Knee to wall at least 10 cm: left 9.5 cm, right 10 cm: reached"
    )
    assert progress_text(knee, {}) == "Goal Knee to wall at least 10 cm: –"
    score = Goal(GoalKind.MEASUREMENT, None, 20.0, measured="tendins_a")
    assert progress_text(score, {BOTH: GoalFigure(24.0)}) == "Goal TENDINS-A at most 20: 24"


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (GoalFigure(12.4, 3.6), "12 %, ± 4"),
        # Whole, unless that would tell another answer than the one that is given.
        (GoalFigure(9.7, 0.4), "9.7 %, ± 1: reached, but the ± reaches beyond it"),
        (GoalFigure(5.0, 3.6), "5 %, ± 4: reached"),
        (GoalFigure(8.0, 3.6), "8 %, ± 4: reached, but the ± reaches beyond it"),
        (GoalFigure(13.0, 3.6, is_at_least=True), "at least 13 %, ± 4"),
    ],
)
def test_a_difference_says_whether_its_goal_is_reached_and_how_surely(
    figure: GoalFigure, words: str
) -> None:
    goal = Goal(GoalKind.DIFFERENCE_PERCENT, SEATED, 10.0)
    assert progress_text(goal, {BOTH: figure}) == (
        f"Goal legs less than 10 % apart, seated: {words}"
    )


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (GoalFigure(1.49, 0.08), "left 1.49 ± 0.08"),
        (GoalFigure(1.52, 0.08), "left 1.52 ± 0.08: reached, but not beyond its ±"),
        (GoalFigure(1.6, 0.08), "left 1.60 ± 0.08: reached"),
        (GoalFigure(1.5), "left 1.50: reached"),
        (GoalFigure(1.5, 0.1, is_at_least=True), "left at least 1.50 ± 0.10: reached"),
    ],
)
def test_a_leg_says_that_its_goal_is_reached_and_how_surely(figure: GoalFigure, words: str) -> None:
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, Exercise.SEATED, 1.5)
    assert figures_text(goal, {Side.LEFT: figure}) == words
