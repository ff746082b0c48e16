"""The view for people who open the file with other tools says what the domain says."""

import datetime
from collections import Counter
from dataclasses import replace
from itertools import product
from math import isnan, nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import Log, logs
from tracker.domain.change import Change
from tracker.domain.evidence import Evidence, confidence_of, evidence_of
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import system_load_kg, time_under_tension_s
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.session import LoggedSet, Session, SetType, Tempo
from tracker.exchange.tables.sets import SETS
from tracker.storage.database import Database

SESSION = Session(datetime.date(2026, 11, 24))


def details_of(database: Database) -> list[dict[str, Any]]:
    return list(database._db.query("SELECT * FROM set_details"))


def domain_details(database: Database, session: Session, logged: LoggedSet) -> dict[str, Any]:
    """Compute for one set what the view should say, with the domain's own functions."""
    formula = database.runner().formula
    body_kg = bodyweight_on(session.date, database.weighings())
    system_kg = float(
        system_load_kg(
            logged.external_kg,
            nan if body_kg is None else body_kg,
            logged.exercise.carries_bodyweight,
        )
    )
    told = evidence_of(
        formula,
        logged.side,
        logged.set_type,
        system_kg,
        logged.reps,
        logged.rir,
        is_hold=logged.is_hold,
    )
    is_told = told.evidence is not Evidence.NONE
    tempo = logged.tempo
    names = {each.id: each.name for each in database.equipment()}
    return {
        "session_id": session.id,
        "date": session.date.isoformat(),
        "time": None if session.started_at is None else f"{session.started_at:%H:%M:%S}",
        "exercise": logged.exercise.value,
        "side": logged.side.value,
        "set_no": logged.set_no,
        "set_type": logged.set_type.value,
        "reps": logged.reps,
        "external_kg": logged.external_kg,
        "bodyweight_kg": body_kg,
        "system_kg": None if isnan(system_kg) else system_kg,
        "rir": logged.rir,
        "to_failure": int(logged.was_to_failure),
        "tempo_raise_s": None if tempo is None else tempo.raise_s,
        "tempo_top_s": None if tempo is None else tempo.top_s,
        "tempo_lower_s": None if tempo is None else tempo.lower_s,
        "tempo_bottom_s": None if tempo is None else tempo.bottom_s,
        "tut_s": None
        if logged.repetition_s is None
        else pytest.approx(time_under_tension_s(logged.reps, logged.repetition_s), rel=1e-12),
        "rest_s": logged.rest_s,
        "equipment": None if logged.equipment_id is None else names[logged.equipment_id],
        "pain_during": logged.pain_during,
        "e1rm_kg": pytest.approx(told.e1rm_kg, rel=1e-12) if is_told else None,
        "e1rm_formula": formula.value if is_told else None,
        "e1rm_confidence": confidence_of(told.evidence, told.reps_to_failure),
        "notes": logged.note,
        "hold_s": logged.hold_s,
        "evidence": told.evidence.value if is_told else None,
    }


def in_cells(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sort by what distinguishes sets."""
    return sorted(
        rows, key=lambda row: (row["session_id"], row["exercise"], row["side"], row["set_no"])
    )


def assert_view_as_domain(database: Database) -> None:
    expected = [
        domain_details(database, session, logged)
        for session in database.sessions()
        for logged in database.sets_of(session.id)
    ]
    # One by one: the difference of two lists of thousands would take minutes and all memory.
    pairs = zip(in_cells(details_of(database)), in_cells(expected), strict=True)
    for found, wanted in pairs:
        assert found == wanted


@given(logs(), st.none() | st.sampled_from(Formula))
def test_the_view_says_what_the_domain_says(log: Log, formula: Formula | None) -> None:
    database = Database.in_memory()
    database.apply(log.making)
    if log.runner is None and formula is not None:
        database.apply(Change.adding(Runner(formula=formula)))
    assert_view_as_domain(database)
    database.close()


@pytest.mark.parametrize("formula", Formula)
def test_the_view_draws_every_line_where_the_domain_draws_it(formula: Formula) -> None:
    # On each side of each bound of the rules; by chance most of them would be missed.
    values = product(
        Exercise,
        (Side.LEFT, Side.BOTH),
        SetType,
        (0, 1, 2, 9, 10, 11, 12, 13),
        (None, 0.0, 0.5, 1.0, 3.0, 3.5, 4.0),
        (60.0, 0.0, -80.0),
    )
    holding = Session(SESSION.date)
    numbers: Counter[tuple[Session, Exercise, Side]] = Counter()
    sets = []
    for (exercise, side, set_type, reps, rir, load_kg), (session, hold_s) in product(
        values, [(SESSION, None), (holding, 45.0)]
    ):
        numbers[session, exercise, side] += 1
        number = numbers[session, exercise, side]
        sets.append(
            LoggedSet(
                session.id,
                exercise,
                side,
                number,
                reps,
                load_kg,
                set_type=set_type,
                rir=rir,
                hold_s=hold_s,
            )
        )
    database = Database.in_memory()
    weighing = Bodyweight(SESSION.date, 70.0)
    database.apply(Change.adding(Runner(formula=formula), weighing, SESSION, holding, *sets))
    assert_view_as_domain(database)
    database.close()


def test_the_view_takes_the_bodyweight_that_counts_on_the_day() -> None:
    database = Database.in_memory()
    days = [SESSION.date + datetime.timedelta(days=number) for number in range(5)]
    sessions = [Session(day) for day in days]
    sets = [LoggedSet(session.id, Exercise.STANDING, Side.LEFT, 1, 8, 20.0) for session in sessions]
    weighings = Bodyweight(days[1], 70.0), Bodyweight(days[3], 72.0)
    database.apply(Change.adding(*weighings, *sessions, *sets))
    bodyweights = [row["bodyweight_kg"] for row in details_of(database)]
    assert bodyweights == [70.0, 70.0, 70.0, 72.0, 72.0]
    assert_view_as_domain(database)


def test_the_view_lists_sets_by_day_start_and_position() -> None:
    database = Database.in_memory()
    evening = datetime.datetime.combine(SESSION.date, datetime.time(18, 30), datetime.UTC)
    earlier = SESSION.date - datetime.timedelta(days=1)
    # Identities against the order wanted, so that no other order gives it by chance.
    sessions = [
        Session(earlier, evening - datetime.timedelta(days=1), id="d"),
        Session(SESSION.date, None, id="c"),
        Session(SESSION.date, evening, id="b"),
        Session(SESSION.date, evening + datetime.timedelta(hours=1), id="a"),
    ]
    sets = [
        LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 3 - position, 8, 60.0, position)
        for session in sessions
        for position in (0, 1, 2)
    ]
    database.apply(Change.adding(*sessions, *reversed(sets)))
    assert [(row["session_id"], row["set_no"]) for row in details_of(database)] == [
        (each.session_id, each.set_no) for each in sets
    ]
    database.close()


def test_the_view_has_the_columns_of_the_csv_and_what_each_set_tells() -> None:
    database = Database.in_memory()
    columns = database._db.view("set_details").columns
    assert tuple(column.name for column in columns) == (*SETS.names, "evidence")


def test_the_view_tells_no_maximum_of_a_hold_and_how_long_it_worked() -> None:
    held = LoggedSet(
        SESSION.id, Exercise.SEATED, Side.LEFT, 1, 5, 60.0, rir=0.0, tempo=Tempo(3, 0, 3, 0)
    )
    database = Database.in_memory()
    database.apply(Change.adding(SESSION, held, replace(held, id="b", set_no=2, hold_s=45.0)))
    moved, still = details_of(database)
    assert (moved["e1rm_confidence"], moved["tut_s"], moved["hold_s"]) == ("normal", 30.0, None)
    assert (still["e1rm_kg"], still["evidence"]) == (None, None)
    assert (still["tut_s"], still["hold_s"], still["to_failure"]) == (225.0, 45.0, 1)
    database.close()


def test_the_view_tells_what_is_known_from_what_is_not() -> None:
    # Worked by hand, Epley: 60 kg x (1 + r / 30), r at most 12; a test's reserve does not count.
    rows = {
        (SetType.WORK, 8, 2.0): (80.0, "normal", "known"),
        (SetType.WORK, 8, 3.5): (83.0, "low", "known"),
        (SetType.WORK, 6, 4.0): (80.0, "lower_bound", "at_least"),
        (SetType.WORK, 8, None): (76.0, "not_noted", "not_noted"),
        (SetType.WORK, 15, None): (84.0, "lower_bound", "at_least"),
        (SetType.TEST, 8, None): (76.0, "normal", "known"),
        (SetType.TEST, 8, 2.0): (76.0, "normal", "known"),
        (SetType.TEST, 13, None): (84.0, "lower_bound", "at_least"),
        (SetType.WARMUP, 8, 2.0): (None, None, None),
    }
    sets = [
        LoggedSet(
            SESSION.id, Exercise.SEATED, Side.LEFT, no, reps, 60.0, no, set_type=kind, rir=rir
        )
        for no, (kind, reps, rir) in enumerate(rows, 1)
    ]
    database = Database.in_memory()
    database.apply(Change.adding(SESSION, *sets))
    told = [
        (row["e1rm_kg"], row["e1rm_confidence"], row["evidence"]) for row in details_of(database)
    ]
    assert told == list(rows.values())
