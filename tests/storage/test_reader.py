"""What a log is asked: entries in their order, neighbours, and what is not there."""

import datetime
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from tests.strategies import Log, dates, logs
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import VISA_A, Measurement
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database

STEP = Equipment("Step")
DAY = datetime.date(2026, 11, 24)


@given(logs())
def test_a_log_holds_what_was_put_in(log: Log) -> None:
    database = Database.in_memory()
    database.apply(log.making)
    assert database.complaints() == []
    assert database.runner() == (log.runner or Runner())
    assert database.has_runner() == (log.runner is not None)
    assert database.weighings() == sorted(log.weighings, key=lambda each: each.date)
    assert sorted(database.equipment(), key=lambda each: each.id) == sorted(
        log.equipment, key=lambda each: each.id
    )
    assert database.sessions() == in_order(log.sessions)
    for session in log.sessions:
        assert database.session(session.id) == session
        sets = [each for each in log.sets if each.session_id == session.id]
        assert database.sets_of(session.id) == sorted(sets, key=lambda each: each.position)
    database.close()


@given(logs(), dates)
def test_the_bodyweight_of_a_day_is_told_by_the_weighings_for_it(
    log: Log, day: datetime.date
) -> None:
    database = Database.in_memory()
    database.apply(log.making)
    all_weighings = database.weighings()
    for asked in (day, *(each.date for each in all_weighings)):
        found = database.weighings_for(asked)
        assert len(found) <= 2
        assert bodyweight_on(asked, found) == bodyweight_on(asked, all_weighings)
        of_day = [each for each in all_weighings if each.date == asked]
        assert [each for each in found if each.date == asked] == of_day
    database.close()


@given(logs())
def test_sessions_are_found_by_their_neighbours_and_days(log: Log) -> None:
    database = Database.in_memory()
    database.apply(log.making)
    sessions = in_order(log.sessions)
    assert database.newest_session() == (sessions[-1] if sessions else None)
    neighbours: list[Session | None] = [None, *sessions, None]
    for place, session in enumerate(sessions, 1):
        assert database.session_beside(session, forward=False) == neighbours[place - 1]
        assert database.session_beside(session, forward=True) == neighbours[place + 1]
        same_day = [each for each in sessions if each.date == session.date]
        assert database.sessions_on(session.date) == same_day
    database.close()


@given(logs())
def test_the_last_session_of_an_exercise_is_found(log: Log) -> None:
    database = Database.in_memory()
    database.apply(log.making)
    sessions = in_order(log.sessions)
    for place, asking in enumerate(sessions):
        for exercise in Exercise:
            done_in = {each.session_id for each in log.sets if each.exercise is exercise}
            earlier = [each for each in sessions[:place] if each.id in done_in]
            found = database.session_before(asking, exercise)
            assert found == (earlier[-1] if earlier else None)
    database.close()


def test_an_earlier_session_of_the_same_day_is_found() -> None:
    database = Database.in_memory()
    morning, evening = (
        Session(DAY, datetime.datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=datetime.UTC))
        for hour in (8, 18)
    )
    sets = [LoggedSet(each.id, Exercise.SEATED, Side.LEFT, 1, 8, 60) for each in (morning, evening)]
    database.apply(Change.adding(morning, evening, *sets))
    assert database.session_before(evening, Exercise.SEATED) == morning
    assert database.session_before(morning, Exercise.SEATED) is None
    assert database.sessions_before(morning, Exercise.SEATED, 9) == []
    database.close()


def test_the_last_strength_test_is_found_by_exercise_without_warm_ups_and_both_legs() -> None:
    database = Database.in_memory()
    seated, standing, bent = Exercise
    before, last = Session(DAY - datetime.timedelta(days=14)), Session(DAY)
    assert database.last_strength_test() is None

    def done(session: Session, exercise: Exercise, side: Side, kind: SetType, at: int) -> LoggedSet:
        return LoggedSet(session.id, exercise, side, 1 + at, 8, 60.0, at, kind)

    test = SetType.TEST
    old = [done(before, seated, side, test, at) for at, side in enumerate((Side.RIGHT, Side.LEFT))]
    new = [
        done(last, standing, Side.LEFT, SetType.WARMUP, 0),
        done(last, standing, Side.LEFT, test, 1),
        done(last, standing, Side.BOTH, test, 2),
        done(last, seated, Side.LEFT, SetType.WORK, 3),
    ]
    database.apply(Change.adding(before, last, *old[::-1], *new))
    assert database.last_strength_test() == (last, [new[1]])
    assert database.last_strength_test(standing) == (last, [new[1]])
    assert database.last_strength_test(seated) == (before, old)
    assert database.last_strength_test(bent) is None
    database.close()


def in_order(sessions: list[Session]) -> list[Session]:
    """Sort sessions by day and start time, those without a start first."""

    def key(session: Session) -> tuple[datetime.date, str, str]:
        start = session.started_at
        return session.date, "" if start is None else f"{start:%H:%M:%S}", session.id

    return sorted(sessions, key=key)


def test_equipment_is_listed_by_name_whatever_its_case() -> None:
    database = Database.in_memory()
    step, bar, lever = Equipment("Step"), Equipment("Bar"), Equipment("lever")
    database.apply(Change.adding(step, lever, bar))
    assert database.equipment() == [bar, lever, step]


def test_a_session_that_is_not_there_is_not_found() -> None:
    assert Database.in_memory().session("missing") is None


def test_a_closed_log_is_our_own_fault() -> None:
    database = Database.in_memory()
    database.close()
    with pytest.raises(sqlite3.ProgrammingError):
        database.equipment()


def test_what_stands_beside_the_sets_is_listed_by_day_as_it_was_noted() -> None:
    database = Database.in_memory()
    later, earlier = DAY, DAY - datetime.timedelta(days=7)
    kinds: list[tuple[Callable[..., list[Any]], Callable[[datetime.date], Any]]] = [
        (database.symptoms, lambda day: Symptom(day, Moment.AFTER, Side.LEFT, pain=1)),
        (database.measurements, lambda day: Measurement(day, VISA_A.name, 80)),
        (database.tests, lambda day: HeelRaiseTest(day, Exercise.STANDING, Side.LEFT, 20)),
        (database.runs, lambda day: Run(day, 10)),
        (database.events, lambda day: Event(day, EventKind.RACE)),
    ]
    for asked, make in kinds:
        one, two, three = make(later), make(earlier), make(earlier)
        database.apply(Change.adding(one, two, three))
        assert asked() == [two, three, one]
        assert asked(last=earlier) == [two, three]
        assert asked(first=later) == [one]
    database.close()


def test_events_are_listed_where_some_day_of_them_is_within() -> None:
    database, day = Database.in_memory(), datetime.timedelta(days=1)
    injury = Event(DAY - 30 * day, EventKind.INJURY)
    travel = Event(DAY - 20 * day, EventKind.TRAVEL, DAY - 10 * day)
    race = Event(DAY - 5 * day, EventKind.RACE)
    database.apply(Change.adding(race, injury, travel))
    assert database.events() == [injury, travel, race]
    assert database.events(first=DAY) == [injury]  # it goes on
    assert database.events(first=DAY - 10 * day, last=DAY - 6 * day) == [injury, travel]
    assert database.events(first=DAY - 9 * day, last=DAY - 5 * day) == [injury, race]
    assert database.events(last=DAY - 20 * day) == [injury, travel]
    assert database.events(last=DAY - 31 * day) == []
    database.close()


def test_goals_are_listed_as_they_were_set() -> None:
    database = Database.in_memory()
    goals = [Goal(GoalKind.HEEL_RAISE_REPS, Exercise.STANDING, reps) for reps in (30, 25)]
    database.apply(Change.adding(*goals))
    assert database.goals() == goals
    database.close()


def test_plans_are_listed_by_their_days_and_their_parts_in_order() -> None:
    database = Database.in_memory()
    later = Plan("Later", datetime.date(2026, 11, 23), 2)
    earlier = Plan("Earlier", datetime.date(2026, 11, 2), 3)
    phases = [Phase(later.id, 2, 2, (1,), position=1), Phase(later.id, 1, 1, (1, 3))]
    items = [
        PlannedSets(phases[0].id, Exercise.SEATED, PlannedSide.EACH, 3, 15, position=place)
        for place in (1, 0)
    ]
    database.apply(Change.adding(*items, *phases, later, earlier))
    assert database.plans() == [earlier, later]
    assert database.phases() == phases[::-1]
    assert database.planned_sets() == items[::-1]
    assert database.complaints() == []
    database.close()


def test_the_parts_of_a_session_are_its_sets_and_symptoms() -> None:
    database = Database.in_memory()
    one, other = Session(DAY), Session(DAY)
    logged = LoggedSet(one.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
    felt = [
        Symptom(DAY, Moment.AFTER, Side.LEFT, pain=1, session_id=owner)
        for owner in (one.id, other.id, None)
    ]
    database.apply(Change.adding(one, other, logged, *felt))
    assert database.parts_of(one.id) == [logged, felt[0]]
    database.close()


def test_all_entries_are_told_what_others_refer_to_first() -> None:
    database = Database.in_memory()
    session = Session(DAY)
    logged = LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0, equipment_id=STEP.id)
    felt = Symptom(DAY, Moment.AFTER, Side.LEFT, pain=1, session_id=session.id)
    goals = [Goal(GoalKind.HEEL_RAISE_REPS, Exercise.STANDING, reps) for reps in (30, 25)]
    database.apply(Change.adding(*goals, felt, logged, session, STEP, Runner()))
    assert list(database.entries()) == [Runner(), STEP, session, logged, felt, *goals]
    database.close()


def test_entries_are_those_of_the_moment_they_were_asked_for() -> None:
    database = Database.in_memory()
    entries = database.entries()
    database.apply(Change.adding(STEP))
    database.close()
    assert list(entries) == []


def test_the_heaviest_set_of_each_kind_before_a_session_is_found() -> None:
    database = Database.in_memory()
    days = [datetime.date(2026, 11, day) for day in (1, 8, 15)]
    sessions = [Session(day) for day in days]
    seated, standing, _ = Exercise

    def logged(place: int, number: int, exercise: Exercise, kg: float, **of: Any) -> LoggedSet:
        given: dict[str, Any] = {"side": Side.LEFT, "reps": 8, **of}
        return LoggedSet(sessions[place].id, exercise, set_no=number, external_kg=kg, **given)

    sets = [
        logged(0, 1, seated, 60.0),
        logged(0, 2, seated, 55.0),
        logged(1, 1, seated, 62.5, rir=2),
        logged(1, 2, seated, 90.0, set_type=SetType.WARMUP),
        logged(1, 3, seated, 95.0, side=Side.BOTH),
        logged(1, 4, seated, 97.5, hold_s=45.0),
        logged(1, 1, standing, 20.0),
        logged(2, 1, seated, 99.0),  # not before
    ]
    weighings = Bodyweight(days[0], 70.0), Bodyweight(days[1], 68.0)
    database.apply(Change.adding(*sessions, *sets))

    def found(session: Session) -> list[tuple[str, float | None, float | None]]:
        rows = database.heaviest_before(session)
        told = [(row["exercise"], row["rir"], row["kg"]) for row in rows]
        return sorted(told, key=lambda row: (row[0], row[1] or 0.0))

    assert found(sessions[2]) == [
        ("seated", None, 60.0),
        ("seated", 2.0, 62.5),
        ("standing", None, None),
    ]
    database.apply(Change.adding(*weighings))
    assert found(sessions[2])[-1] == ("standing", None, 88.0)
    assert found(sessions[0]) == []
