"""What is said of plans: what is due when, and how much of it was done."""

import datetime
from dataclasses import replace

import pytest

from tracker.app.plan_book import PlanWeek
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit
from tracker.domain.plan import Begins, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_due import Due
from tracker.domain.plan_edits import WholePlan
from tracker.domain.plan_reached import Reached
from tracker.words import plans as words

MONDAY = datetime.date(2026, 11, 2)
PLAN = Plan("Heavy, slow", MONDAY, 12)
PHASE = Phase(PLAN.id, 2, 3, (1, 3, 5))


def days_later(days: int) -> datetime.date:
    return MONDAY + datetime.timedelta(days=days)


@pytest.mark.parametrize(
    ("weekdays", "hours", "text"),
    [
        ((1, 3, 5), None, "Mon, Wed, Fri"),
        ((1, 2, 3, 4, 5, 6, 7), None, "every day"),
        ((), 12, "twice a day"),
        ((), 24, "every day"),
        ((), 48, "every other day"),
        ((), 72, "every 3 days"),
        ((), 168, "once a week"),
        ((), 36, "every 36 hours"),
    ],
)
def test_the_days_of_a_phase_are_said_as_people_say_them(
    weekdays: tuple[int, ...], hours: int | None, text: str
) -> None:
    phase = replace(PHASE, weekdays=weekdays, every_hours=hours)
    assert words.schedule_text(phase) == text


def test_a_phase_is_named_by_its_weeks() -> None:
    assert words.phase_text(PHASE, 2) == "Weeks 2–3"
    assert words.phase_text(replace(PHASE, last_week=2), 2) == "Week 2"
    assert words.by_hand_text(PHASE, 2) == ""


def test_a_phase_by_hand_is_named_by_its_place_and_says_when_it_is_to_be_begun() -> None:
    phase = replace(PHASE, begins=Begins.BY_HAND)
    assert words.phase_text(phase, 2) == "Phase 2"
    assert words.by_hand_text(phase, 1) == "Weeks 2–3 or longer. Begins with the plan."
    assert words.by_hand_text(phase, 2) == "Weeks 2–3 or longer. Begins by hand."
    with_criterion = replace(phase, criterion="20 single-leg raises")
    assert words.by_hand_text(with_criterion, 2) == (
        "Weeks 2–3 or longer. Begins by hand. Criterion: 20 single-leg raises"
    )
    assert words.since_text(2, MONDAY) == "Phase 2 since 2 Nov 2026"


def test_a_plan_says_from_when_to_when_it_runs() -> None:
    assert words.span_text(PLAN) == "2 Nov 2026 to 24 Jan 2027"
    never = replace(PLAN, ends_on=days_later(-1))
    assert words.span_text(never) == "from 2 Nov 2026, never begun"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (-1, "Begins on 2 Nov 2026"),
        (0, "Week 1 of 12"),
        (14, "Week 3 of 12"),
        (12 * 7, "Ended on 24 Jan 2027"),
    ],
)
def test_a_plan_says_where_it_stands(days: int, text: str) -> None:
    assert words.stand_text(PLAN, days_later(days)) == text


def test_one_week_is_not_weeks() -> None:
    assert [words.whole_weeks_text(weeks) for weeks in (1, 12)] == ["1 week", "12 weeks"]


# Planned and done


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ((1, 0, 1, 0), "0 of 1 session, 0 of 1 set"),
        ((3, 2, 27, 18), "2 of 3 sessions, 18 of 27 sets"),
    ],
)
def test_what_was_done_is_counted_against_what_was_planned(
    counts: tuple[int, int, int, int], text: str
) -> None:
    assert words.adherence_text(*counts) == text


@pytest.mark.parametrize(
    ("week", "text"),
    [
        (PlanWeek(MONDAY, 1, 1, 9, 9, 0), "1 of 1 session, 9 of 9 sets"),
        (PlanWeek(MONDAY, 1, 1, 9, 9, 1), "1 of 1 session, 9 of 9 sets, 1 set to come"),
        (PlanWeek(MONDAY, 0, 0, 0, 0, 18), "18 sets to come"),
    ],
)
def test_what_is_still_to_come_counts_for_nobody(week: PlanWeek, text: str) -> None:
    assert words.week_done_text(week) == f"Week of 2 Nov 2026: {text}"


def test_a_plan_reached_is_stated_and_no_advice_given() -> None:
    text = words.reached_text(Reached((MONDAY, days_later(3)), 2.5, 1))
    assert text == (
        "The last two sessions (2 Nov and 5 Nov) reached the plan with at least 2.5 repetitions in "
        "reserve, and pain on the mornings after was at most 1, in the lowest band."
    )


def test_percentages_say_which_maximum_they_are_of() -> None:
    of_first_day = words.maximum_text(PLAN)
    assert of_first_day.endswith("of the best estimate of the 28 days up to 2 Nov 2026.")
    moved = words.maximum_text(replace(PLAN, e1rm_on=days_later(30)))
    assert moved.endswith("up to 2 Dec 2026.")


def test_a_day_of_a_calendar_names_the_plan_and_what_is_due() -> None:
    plan = Plan("Heavy", MONDAY, 4)
    phase = Phase(plan.id, 1, 4, (1,))
    item = PlannedSets(phase.id, Exercise.SEATED, PlannedSide.EACH, 3, 8)
    once = words.calendar_day(MONDAY, Due(phase, 1, [item]), plan, Unit.KG)
    assert once == (MONDAY, "Calf raises: Heavy", "Seated, each leg: 3 × 8")
    twice = words.calendar_day(MONDAY, Due(phase, 2, [item]), plan, Unit.KG)
    assert twice.text.splitlines()[0] == "2 sessions"


def test_a_plan_is_laid_beside_another_line_by_line() -> None:
    plan = Plan("Heavy", MONDAY, 4)
    phases = Phase(plan.id, 1, 2, (1,)), Phase(plan.id, 3, 4, (1,), position=1)
    items = [PlannedSets(each.id, Exercise.SEATED, PlannedSide.EACH, 3, 8) for each in phases]
    whole = WholePlan(plan, phases, tuple(items))
    assert words.difference_lines(whole, whole, Unit.KG) == []
    lighter = replace(whole, items=(replace(items[0], reps=12), items[1]))
    assert words.difference_lines(whole, lighter, Unit.KG) == [
        "Phase 1: Weeks 1–2, Mon",
        "− Seated, each leg: 3 × 8",
        "+ Seated, each leg: 3 × 12",
    ]
    shorter = WholePlan(replace(plan, weeks=2), phases[:1], tuple(items[:1]))
    assert words.difference_lines(whole, shorter, Unit.KG) == [
        "2 weeks instead of 4 weeks",
        "Phase 2 is left out: Weeks 3–4, Mon",
        "− Seated, each leg: 3 × 8",
    ]
    assert words.difference_lines(shorter, whole, Unit.KG)[1] == "Phase 2 is new: Weeks 3–4, Mon"
    moved = replace(whole, phases=(phases[0], replace(phases[1], weekdays=(2,))))
    assert words.difference_lines(whole, moved, Unit.KG) == [
        "Phase 2: Weeks 3–4, Tue instead of Weeks 3–4, Mon"
    ]
