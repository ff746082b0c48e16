"""What is said about symptoms, heel-raise tests and goals: descriptive, never advice."""

import datetime
from collections.abc import Mapping
from math import floor, isnan
from typing import Final

from tracker.app.language import tr as _tr
from tracker.domain.difference import shown_plus_minus
from tracker.domain.exercise import Exercise, Side
from tracker.domain.felt import PainOfTwoWeeks
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.goal_progress import GoalFigure
from tracker.domain.heel_raise import (
    BENT_TO_STRAIGHT,
    MEDIAN_REPS_2025,
    norm_reps_2017,
)
from tracker.domain.measurement import Better
from tracker.domain.runner import Runner
from tracker.words.balance import apart_text
from tracker.words.labels import (
    NOTHING,
    date_text,
    exercise_word,
    leg,
    number_text,
    shortest_text,
)
from tracker.words.measurements import kind_name, value_text

_YOUNGEST: Final = 20  # in the table of 2017


# Symptoms


def bands_text(runner: Runner) -> str:
    """Write the pain bands, as ``0–2, 3–5, 6–10``."""
    low, middle = runner.low_pain, runner.middle_pain
    bounds = ((0, low), (low + 1, middle), (middle + 1, 10))
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in bounds)


def weeks_text(weeks: Mapping[Side, PainOfTwoWeeks]) -> str:
    """Say how next-morning pain was this week and last week; empty if none was noted."""

    def known(value: float | None) -> str:
        return _tr("not noted") if value is None else shortest_text(value)

    parts = [
        _tr("{leg} {now} this week, {before} the week before").format(
            leg=leg(side), now=known(week.this_week), before=known(week.week_before)
        )
        for side, week in weeks.items()
        if week != PainOfTwoWeeks(None, None)
    ]
    return _tr("next-morning pain, median: {}").format("; ".join(parts)) if parts else ""


# Heel-raise tests


def comparison_text(left: float, right: float) -> str:
    """Write the repetitions of both legs, and how far two such scores differ by chance.

    Args:
        left: Repetitions; NaN if that leg was not tested.
        right: Repetitions; NaN if that leg was not tested.
    """
    sides = {Side.LEFT: left, Side.RIGHT: right}
    counts = ", ".join(f"{leg(s)} {number_text(v)}" for s, v in sides.items() if not isnan(v))
    if isnan(left) or isnan(right):
        return counts
    return f"{counts} · {apart_text(int(left), int(right))}"


def norms_text(runner: Runner, date: datetime.date) -> list[str]:
    """Say what is known about other people's repetitions, and that the sources disagree.

    Args:
        runner: The runner; age, and sex if given, select the row of the older table.
        date: The day of the test.
    """
    medians = _tr(
        "All ages: medians of {} (dominant leg) and {} (other leg), on an incline board "
        "(Sleeswijk Visser 2025)."
    ).format(*MEDIAN_REPS_2025)
    disagree = _tr(
        "The two disagree about age: the figures of 2017 fall with it; the study of 2025 found "
        "that sex, BMI, height and activity matter, age does not. Both tested the straight knee "
        "on an incline, so a test on level ground does not compare."
    )
    return [_norms_by_age(runner, date), medians, disagree]


def _norms_by_age(runner: Runner, date: datetime.date) -> str:
    """Say what people of the runner's age did, and of the same sex if it is given."""
    if runner.birth_year is None:
        return _tr("By age: the table of 2017 (Hébert-Losier) needs the year of birth.")
    age = date.year - runner.birth_year
    people = {"male": _tr("men"), "female": _tr("women")}
    sexes = [each for each in people if runner.sex in (None, each)]
    found = {people[each]: norm_reps_2017(age, each) for each in sexes}
    listed = [f"{name} {reps}" for name, reps in found.items() if reps is not None]
    if not listed:
        return _tr("Below {} years the table of 2017 (Hébert-Losier) has no figure.").format(
            _YOUNGEST
        )
    decade = min(age // 10 * 10, 80)
    ages = _tr("80 and older") if decade == 80 else _tr("{}–{} years").format(decade, decade + 9)
    table = _tr("At {ages}: {people} (Hébert-Losier 2017, on 10° of incline).")
    return table.format(ages=ages, people=", ".join(listed))


def bent_text() -> str:
    """Say how the bent knee compares with the straight one."""
    text = _tr(
        "The norms are of the straight knee. Bent at 45° people did {} times as many "
        "(48 to 45, Hébert-Losier 2012)."
    )
    return text.format(number_text(BENT_TO_STRAIGHT, 2))


# Goals


def goal_name(goal: Goal) -> str:
    """Describe a goal, as ``1.5 × bodyweight, seated, by 1 Mar 2027``."""
    is_measured = goal.kind is GoalKind.MEASUREMENT
    what = _measured_goal(goal) if is_measured else _trained_goal(goal)
    if goal.side is not Side.BOTH:
        what += f", {leg(goal.side)}"
    if goal.by is not None:
        what += _tr(", by {}").format(date_text(goal.by))
    return what


def _trained_goal(goal: Goal) -> str:
    target = shortest_text(goal.target)
    return {
        GoalKind.E1RM_BODYWEIGHTS: _tr("{} × bodyweight, {}"),
        GoalKind.HEEL_RAISE_REPS: _tr("{} heel raises, {}"),
        GoalKind.DIFFERENCE_PERCENT: _tr("legs less than {} % apart, {}"),
    }[goal.kind].format(target, _exercise_of(goal))


def _measured_goal(goal: Goal) -> str:
    kind = goal.measured_kind
    text = _tr("{} at most {}") if kind.better is Better.LOWER else _tr("{} at least {}")
    return text.format(kind_name(kind), value_text(kind, goal.target))


def _exercise_of(goal: Goal) -> str:
    if goal.kind is GoalKind.HEEL_RAISE_REPS:
        return _tr("knee bent") if goal.exercise is Exercise.STANDING_BENT else _tr("knee straight")
    return exercise_word(goal.trained)


def figures_text(goal: Goal, reached: Mapping[Side, GoalFigure]) -> str:
    """Say where a goal stands, as ``left 1.32 ± 0.08, right at least 1.41``; a dash if unknown.

    Args:
        goal: The goal.
        reached: The result of ``domain.goal_progress.reached``.
    """
    if goal.kind is GoalKind.MEASUREMENT:
        return _measured_text(goal, reached)
    if Side.BOTH in reached:
        return _difference_text(goal, reached[Side.BOTH])
    decimals = 2 if goal.kind is GoalKind.E1RM_BODYWEIGHTS else 0
    figures = (f"{leg(s)} {_figure_text(goal, each, decimals)}" for s, each in reached.items())
    return ", ".join(figures) or NOTHING


def _measured_text(goal: Goal, reached: Mapping[Side, GoalFigure]) -> str:
    found = []
    for side, figure in reached.items():
        value = value_text(goal.measured_kind, figure.value)
        value = _tr("{}: reached").format(value) if figure.meets(goal) else value
        found.append(value if side is Side.BOTH else f"{leg(side)} {value}")
    return ", ".join(found) or NOTHING


def _figure_text(goal: Goal, figure: GoalFigure, decimals: int) -> str:
    value = number_text(figure.value, decimals)
    text = _tr("at least {}").format(value) if figure.is_at_least else value
    if not isnan(figure.plus_minus):
        text = f"{text} ± {number_text(figure.plus_minus, decimals)}"
    if not figure.meets(goal):
        return text
    is_sure = figure.is_at_least or not figure.value - figure.plus_minus < goal.target
    return (_tr("{}: reached") if is_sure else _tr("{}: reached, but not beyond its ±")).format(
        text
    )


def _difference_text(goal: Goal, figure: GoalFigure) -> str:
    text = _tr("at least {size} %, ± {limit}") if figure.is_at_least else _tr("{size} %, ± {limit}")
    if figure.meets_clearly(goal):
        text = _tr("{size} %, ± {limit}: reached")
    elif figure.meets(goal):
        text = _tr("{size} %, ± {limit}: reached, but the ± reaches beyond it")
    # Differences are whole numbers, as everywhere; but a goal of 10 is not reached at "10 %".
    whole = floor(figure.value + 0.5)
    is_told = (whole < goal.target) is (figure.value < goal.target)
    size = number_text(whole) if is_told else shortest_text(figure.value)
    limit = number_text(shown_plus_minus(figure.plus_minus))
    return text.format(size=size, limit=limit)


def progress_text(goal: Goal, reached: Mapping[Side, GoalFigure]) -> str:
    """Say how far along a goal is, as ``Goal 1.5 × bodyweight, seated: left 1.32, right 1.41``.

    Args:
        goal: The goal.
        reached: The result of ``domain.goal_progress.reached``.
    """
    return _tr("Goal {}: {}").format(goal_name(goal), figures_text(goal, reached))
