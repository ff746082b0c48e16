"""Words about symptoms, tests and goals: what is said, and that nothing is advised."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from tracker.domain.exercise import Exercise, Side
from tracker.domain.felt import PainOfTwoWeeks
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.runner import Runner
from tracker.words.checkups import (
    bands_text,
    bent_text,
    comparison_text,
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
    ("left", "right", "involved", "words"),
    [
        (
            22,
            26,
            None,
            "left 22, right 26 · limb symmetry index 85 % · 4 apart, within the noise of ±6",
        ),
        (
            20,
            26,
            None,
            "left 20, right 26 · limb symmetry index 77 % · 6 apart, within the noise of ±6",
        ),
        (
            30,
            20,
            LEFT,
            "left 30, right 20 · limb symmetry index 150 % (left of right) · "
            "10 apart, beyond the noise of ±6",
        ),
        (22, NONE, None, "left 22"),
        (NONE, 22, LEFT, "right 22"),
        (0, 0, None, "left 0, right 0"),
        (NONE, NONE, None, ""),
    ],
)
def test_the_legs_are_compared_with_their_noise(
    left: float, right: float, involved: Side | None, words: str
) -> None:
    assert comparison_text(left, right, involved) == words


def test_both_norms_are_said_and_that_they_disagree() -> None:
    table, medians, disagree = norms_text(Runner(birth_year=1984, sex="female"), DATE)
    assert table == "At 40–49 years: women 25 (Hébert-Losier 2017, on 10° of incline)."
    assert medians == (
        "All ages: medians of 25 (dominant leg) and 24 (other leg), on an incline board "
        "(Sleeswijk Visser 2025)."
    )
    assert disagree.startswith("The two disagree about age: ")
    assert disagree.endswith("a test on level ground does not compare with them.")


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
    words = "Goal 1.5 × bodyweight, seated: left 1.32, right 1.41"
    assert progress_text(strength, {LEFT: 1.32, RIGHT: 1.41}) == words
    assert progress_text(strength, {}) == "Goal 1.5 × bodyweight, seated: –"
    difference = Goal(GoalKind.DIFFERENCE_PERCENT, SEATED, 10.0)
    assert progress_text(difference, {BOTH: 12.4}) == (
        "Goal legs less than 10 % apart, seated: 12 % in the last pairs"
    )
    raises = Goal(GoalKind.HEEL_RAISE_REPS, STANDING, 25.0)
    assert progress_text(raises, {LEFT: 22.0}) == "Goal 25 heel raises, knee straight: left 22"
