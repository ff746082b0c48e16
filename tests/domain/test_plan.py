"""Plans: what is accepted, and which of them runs."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import LoadBasis, Phase, Plan, PlannedSets, PlannedSide, plan_on
from tracker.domain.session import Tempo

MONDAY = datetime.date(2026, 11, 2)
PLAN = Plan("Heavy slow resistance", MONDAY, 12)
PHASE = Phase(PLAN.id, 1, 12, (1, 3, 5))
SETS = PlannedSets(PHASE.id, Exercise.SEATED, PlannedSide.EACH, 3, 15)


def days(count: int, first: datetime.date = MONDAY) -> list[datetime.date]:
    return [first + datetime.timedelta(days=number) for number in range(count)]


def test_a_plan_up_to_its_bounds_is_taken() -> None:
    first = datetime.date(1900, 1, 1)
    assert Plan("x" * 200, first, 104, ends_on=datetime.date(1899, 12, 31)).weeks == 104
    assert replace(PHASE, first_week=104, last_week=104, position=100_000).first_week == 104
    assert replace(PHASE, weekdays=(), every_hours=336).every_hours == 336
    assert replace(SETS, sets=20, reps=999, most_reps=1_000, rir=10, rest_s=86_400).sets == 20
    assert replace(SETS, hold_s=3_600).hold_s == 3_600


@pytest.mark.parametrize(
    ("entry", "fields", "why"),
    [
        (PLAN, {"name": " "}, "needs a name"),
        (PLAN, {"name": "x" * 201}, "needs a name"),
        (PLAN, {"name": "\ud800"}, "The name of a plan has half a character"),
        (PLAN, {"starts_on": datetime.date(1899, 12, 31)}, "The first day of a plan"),
        (PLAN, {"weeks": 0}, "The weeks of a plan must be 1 to 104"),
        (PLAN, {"weeks": 105}, "The weeks of a plan must be 1 to 104"),
        (PLAN, {"ends_on": datetime.date(2026, 10, 31)}, "the day before its first"),
        (PLAN, {"ends_on": datetime.date(2200, 1, 1)}, "The last day of a plan"),
        (PLAN, {"e1rm_on": datetime.date(2200, 1, 1)}, "The day of a plan's maximum"),
        (PLAN, {"source": "x" * 10_001}, "A note may have"),
        (PLAN, {"caution": "\ud800"}, "half a character"),
        (PLAN, {"note": "\ud800"}, "half a character"),
        (PLAN, {"template": "\ud800"}, "half a character"),
        (PHASE, {"first_week": 0}, "The first week of a phase must be 1 to 104"),
        (PHASE, {"first_week": 3, "last_week": 2}, "The last week of a phase must be 3 to 104"),
        (PHASE, {"last_week": 105}, "The last week of a phase must be 1 to 104"),
        (PHASE, {"weekdays": ()}, "on days of the week, or every so many hours"),
        (PHASE, {"every_hours": 48}, "on days of the week, or every so many hours"),
        (PHASE, {"weekdays": (), "every_hours": 0}, "Hours between sessions must be 1 to 336"),
        (PHASE, {"weekdays": (), "every_hours": 337}, "Hours between sessions must be 1 to 336"),
        (PHASE, {"weekdays": (0, 1)}, "A day of the week must be 1 to 7"),
        (PHASE, {"weekdays": (1, 8)}, "A day of the week must be 1 to 7"),
        (PHASE, {"weekdays": (3, 1)}, "from Monday to Sunday, each once"),
        (PHASE, {"weekdays": (1, 1)}, "from Monday to Sunday, each once"),
        (PHASE, {"position": -1}, "A place in the plan"),
        (PHASE, {"note": "\ud800"}, "half a character"),
        (PHASE, {"criterion": "x" * 10_001}, "A note may have"),
        (PHASE, {"begun_on": (datetime.date(2200, 1, 1),)}, "The day on which a phase begins"),
        (PHASE, {"begun_on": (MONDAY, MONDAY)}, "in order, each once"),
        (PHASE, {"begun_on": tuple(reversed(days(2)))}, "in order, each once"),
        (SETS, {"sets": 0}, "Planned sets must be 1 to 20"),
        (SETS, {"sets": 21}, "Planned sets must be 1 to 20"),
        (SETS, {"reps": 0}, "Planned repetitions must be 1 to 1000"),
        (SETS, {"most_reps": 15}, "The most repetitions planned must be 16 to 1000"),
        (SETS, {"load_value": 5.0}, "a figure, and what it is a figure of"),
        (SETS, {"load_basis": LoadBasis.BODYWEIGHT}, "a figure, and what it is a figure of"),
        (SETS, {"load_basis": LoadBasis.EXTERNAL_KG, "load_value": 2_001}, "A load in kg"),
        (SETS, {"load_basis": LoadBasis.BODYWEIGHT, "load_value": -501}, "beside bodyweight"),
        (SETS, {"load_basis": LoadBasis.E1RM_PERCENT, "load_value": 0.5}, "in % of the maximum"),
        (SETS, {"rest_s": -1}, "Planned rest in seconds must be 0 to 86400"),
        (SETS, {"rir": 11}, "Planned reps in reserve must be 0 to 10"),
        (SETS, {"hold_s": 0.5}, "A planned hold in seconds must be 1 to 3600"),
        (SETS, {"hold_s": 3_601}, "A planned hold in seconds must be 1 to 3600"),
        (SETS, {"position": 100_001}, "A place in the session"),
        (SETS, {"note": "x" * 10_001}, "A note may have"),
    ],
)
def test_what_is_out_of_bounds_is_refused_in_words(
    entry: Plan | Phase | PlannedSets, fields: dict[str, Any], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        replace(entry, **fields)


def test_a_planned_set_keeps_what_is_planned() -> None:
    planned = replace(SETS, tempo=Tempo(3, 0, 3, 0), load_basis=LoadBasis.BODYWEIGHT, load_value=5)
    assert planned.tempo == Tempo(3, 0, 3, 0)
    assert planned.load_value == 5


def test_each_leg_is_logged_on_both_sides_and_both_legs_on_one() -> None:
    assert PlannedSide.EACH.sides == (Side.LEFT, Side.RIGHT)
    assert PlannedSide.BOTH.sides == (Side.BOTH,)
    assert PlannedSide.LEFT.sides == (Side.LEFT,)
    assert PlannedSide.RIGHT.sides == (Side.RIGHT,)


def test_a_plan_runs_its_weeks_and_no_longer() -> None:
    two_weeks = replace(PLAN, weeks=2)
    assert [two_weeks.week_on(day) for day in days(16, MONDAY - datetime.timedelta(days=1))] == [
        None,
        *[1] * 7,
        *[2] * 7,
        None,
    ]


def test_a_stopped_plan_runs_to_its_last_day_and_may_never_have_run() -> None:
    assert replace(PLAN, ends_on=MONDAY).last_day == MONDAY
    assert not replace(PLAN, ends_on=MONDAY - datetime.timedelta(days=1)).runs_on(MONDAY)
    late = replace(PLAN, weeks=1, ends_on=datetime.date(2027, 1, 1))
    assert late.last_day == datetime.date(2026, 11, 8)


def test_percentages_are_of_the_first_day_until_the_runner_moves_it() -> None:
    assert PLAN.maximum_on == MONDAY
    assert replace(PLAN, e1rm_on=datetime.date(2026, 12, 1)).maximum_on.month == 12


def test_of_plans_that_overlap_the_one_that_began_last_counts() -> None:
    later = Plan("Later", datetime.date(2026, 11, 9), 1)
    assert plan_on([later, PLAN], datetime.date(2026, 11, 8)) == PLAN
    assert plan_on([later, PLAN], datetime.date(2026, 11, 9)) == later
    assert plan_on([later, PLAN], datetime.date(2026, 11, 16)) == PLAN
    assert plan_on([later, PLAN], datetime.date(2027, 11, 16)) is None
