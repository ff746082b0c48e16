"""The made-up runner's plans: what she does, less what she leaves out."""

import datetime

import pytest

from tests.exchange.logs import log_of
from tracker.domain.change import Change
from tracker.domain.demo.year import made_up_log
from tracker.domain.plan import Phase, Plan, PlannedSets, plan_on
from tracker.domain.plan_due import due_on
from tracker.domain.session import LoggedSet, Session, Tempo
from tracker.exchange.plans_of_log import PlansOfLog
from tracker.report.plans import PlanKept, plans_kept

UNTIL = datetime.date(2026, 11, 24)
YEAR = made_up_log(UNTIL)


def added(kind: type, change: Change = YEAR) -> list:  # type: ignore[type-arg]
    return [after for _, after in change.of(kind)]


def kept(until: datetime.date) -> tuple[PlanKept, ...]:
    database = log_of(*(edit.entry for edit in made_up_log(until).edits))
    return plans_kept(
        PlansOfLog.of(database, None, None, until), until - datetime.timedelta(days=366), until
    )


def test_a_plan_of_twelve_weeks_leads_back_and_another_goes_on_since() -> None:
    back, since = added(Plan)
    assert (back.starts_on, back.weeks) == (datetime.date(2026, 4, 27), 12)
    assert since.starts_on == back.last_day + datetime.timedelta(days=1)
    assert since.last_day > UNTIL + datetime.timedelta(weeks=8)


@pytest.mark.parametrize("days", range(0, 366, 15))
def test_whenever_the_log_ends_a_plan_runs_and_is_kept_mostly(days: int) -> None:
    until = UNTIL - datetime.timedelta(days=days)
    log = made_up_log(until)
    assert plan_on(added(Plan, log), until) is not None
    assert min(plan.starts_on for plan in added(Plan, log)) >= added(Session, log)[
        0
    ].date - datetime.timedelta(days=7)
    plans = kept(until)
    planned = sum(each.sessions.planned for each in plans)
    done = sum(each.sessions.done for each in plans)
    assert 0.6 * planned <= done < planned


def test_what_is_planned_is_what_she_does() -> None:
    plans, phases, items = added(Plan), added(Phase), added(PlannedSets)
    in_range = total = 0
    days = {session.id: session.date for session in added(Session)}
    for each in added(LoggedSet):
        plan = plan_on(plans, days[each.session_id])
        if plan is None:
            continue
        due = due_on(plan, phases, items, days[each.session_id])
        assert due is not None
        (item,) = (item for item in due.items if item.exercise is each.exercise)
        if each.tempo is not None and each.tempo == item.tempo:
            total += 1
            in_range += item.reps <= each.reps <= item.most_reps
    assert total > 700
    assert in_range / total > 0.8


def test_the_way_back_is_slow() -> None:
    back = added(Plan)[0]
    phases = [phase.id for phase in added(Phase) if phase.plan_id == back.id]
    tempos = {item.tempo for item in added(PlannedSets) if item.phase_id in phases}
    assert tempos == {Tempo(3, 0, 3, 0)}


def test_chance_of_the_plans_is_their_own() -> None:
    assert added(Plan) == added(Plan, made_up_log(UNTIL))
    assert added(Plan)[0].id != added(Plan, made_up_log(UNTIL, seed=2))[0].id
