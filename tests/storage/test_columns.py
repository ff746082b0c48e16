"""Sets read as columns are the sets read one by one."""

import datetime
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, replace
from math import nan
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.strategies import Log, logs
from tracker import DamagedLogError
from tracker.domain.change import Change
from tracker.domain.columns import (
    EXERCISES,
    SET_TYPES,
    SIDES,
    SetColumns,
    SymptomColumns,
    day_number,
)
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.run import Run
from tracker.domain.runner import bodyweight_on
from tracker.domain.session import LoggedSet, Session, Tempo
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database

BOUNDS = st.none() | strategies.dates


def in_memory(log: Log) -> Database:
    database = Database.in_memory()
    database.apply(log.making)
    return database


def sets_within(
    database: Database, first: datetime.date | None, last: datetime.date | None
) -> list[tuple[int, Session, LoggedSet]]:
    """List the sets with their sessions and positions, one query per session."""
    sessions = [
        session
        for session in database.sessions()
        if (first is None or session.date >= first) and (last is None or session.date <= last)
    ]
    return [
        (code, session, each)
        for code, session in enumerate(sessions)
        for each in database.sets_of(session.id)
    ]


def or_nan(value: float | None) -> float:
    return nan if value is None else value


def assert_columns(columns: SetColumns, database: Database, sets: list[Any]) -> None:
    codes = {each.id: code for code, each in enumerate(database.equipment(), 1)}
    weighings = database.weighings()
    expected: dict[str, list[float]] = {
        "day": [day_number(session.date) for _, session, _ in sets],
        "session": [code for code, _, _ in sets],
        "exercise": [EXERCISES.index(each.exercise) for _, _, each in sets],
        "side": [SIDES.index(each.side) for _, _, each in sets],
        "set_type": [SET_TYPES.index(each.set_type) for _, _, each in sets],
        "set_no": [each.set_no for _, _, each in sets],
        "reps": [each.reps for _, _, each in sets],
        "external_kg": [each.external_kg for _, _, each in sets],
        "rir": [or_nan(each.rir) for _, _, each in sets],
        "equipment": [codes.get(each.equipment_id, 0) for _, _, each in sets],
        "bodyweight_kg": [or_nan(bodyweight_on(session.date, weighings)) for _, session, _ in sets],
        "hold_s": [or_nan(each.hold_s) for _, _, each in sets],
    }
    for name, values in expected.items():
        np.testing.assert_array_equal(getattr(columns, name), values, name)


def test_codes_of_equipment_are_those_of_its_name_whatever_its_identity() -> None:
    session = Session(datetime.date(2026, 11, 24))
    for ids in ("ab", "ba"):
        machines = [
            Equipment(name, id=id_) for name, id_ in zip(("plates", "Lever"), ids, strict=True)
        ]
        sets = [
            LoggedSet(session.id, Exercise.SEATED, Side.LEFT, no, 8, 60.0, no, equipment_id=each.id)
            for no, each in enumerate(machines, 1)
        ]
        database = Database.in_memory()
        database.apply(Change.adding(session, *machines, *sets))
        assert database.set_columns().equipment.tolist() == [2, 1]
        database.close()


@given(logs())
def test_columns_hold_every_set_in_order(log: Log) -> None:
    database = in_memory(log)
    assert_columns(database.set_columns(), database, sets_within(database, None, None))
    database.close()


@given(logs(), st.data())
def test_columns_of_some_days_hold_the_sets_of_those_days(log: Log, data: st.DataObject) -> None:
    database = in_memory(log)
    days = st.sampled_from([None, *(session.date for session in log.sessions)])
    first, last = data.draw(days), data.draw(days)
    sets = sets_within(database, first, last)
    assert_columns(database.set_columns(first, last), database, sets)
    database.close()


@given(logs(), st.data())
def test_records_hold_all_that_is_known_of_each_set(log: Log, data: st.DataObject) -> None:
    database = in_memory(log)
    days = st.sampled_from([None, *(session.date for session in log.sessions)])
    first, last = data.draw(days), data.draw(days)
    sets = sets_within(database, first, last)
    records = database.set_records(first, last)
    names: dict[str | None, str] = {each.id: each.name for each in log.equipment}
    assert_columns(records.sets, database, sets)
    assert list(records.session_id) == [session.id for _, session, _ in sets]
    assert list(records.time) == [
        None if session.started_at is None else f"{session.started_at:%H:%M:%S}"
        for _, session, _ in sets
    ]
    assert list(records.kept["rest_s"]) == [each.rest_s for _, _, each in sets]
    assert list(records.equipment) == [names.get(each.equipment_id) for _, _, each in sets]
    assert list(records.kept["pain_during"]) == [each.pain_during for _, _, each in sets]
    assert list(records.kept["note"]) == [each.note for _, _, each in sets]
    for phase in ("raise_s", "top_s", "lower_s", "bottom_s"):
        expected = [getattr(each.tempo, phase, nan) for _, _, each in sets]
        np.testing.assert_array_equal(getattr(records, f"tempo_{phase}"), expected)
    lasted = [or_nan(each.repetition_s) for _, _, each in sets]
    np.testing.assert_array_equal(records.repetition_s, lasted)
    database.close()


@given(logs(), st.data())
def test_pain_of_some_days_is_that_of_their_sets(log: Log, data: st.DataObject) -> None:
    database = in_memory(log)
    days = st.sampled_from([None, *(session.date for session in database.sessions())])
    first, last = data.draw(days), data.draw(days)
    found = database.pain_during(first, last)
    assert [day for day, _, _ in found] == sorted(day for day, _, _ in found)
    assert sorted(found) == sorted(
        (session.date, each.side, each.pain_during)
        for _, session, each in sets_within(database, first, last)
        if each.pain_during is not None
    )
    database.close()


def test_an_empty_log_has_columns_of_no_sets() -> None:
    database = Database.in_memory()
    assert len(database.set_columns()) == 0
    records = database.set_records()
    assert len(records.sets) == len(records.kept["note"]) == 0
    assert len(records.repetition_s) == 0


@given(st.lists(strategies.runs, unique_by=lambda run: run.id, max_size=8), BOUNDS, BOUNDS)
def test_runs_as_columns_are_the_runs_of_the_days(
    runs: list[Run], first: datetime.date | None, last: datetime.date | None
) -> None:
    database = Database.in_memory()
    database.apply(Change.adding(*runs))
    for bounds in ((None, None), (first, last)):
        expected = database.runs(*bounds)
        columns = database.run_columns(*bounds)
        assert columns.day.tolist() == [day_number(run.date) for run in expected]
        assert columns.km.tolist() == [run.distance_km for run in expected]


@given(st.lists(strategies.symptoms, unique_by=lambda each: each.id, max_size=8))
def test_symptoms_as_columns_are_the_symptoms_by_day(symptoms: list[Symptom]) -> None:
    alone = [replace(each, session_id=None) for each in symptoms]
    database = Database.in_memory()
    database.apply(Change.adding(*alone))
    columns, expected = database.symptom_columns(), SymptomColumns.of(database.symptoms())
    for field in fields(SymptomColumns):
        given_, wanted = getattr(columns, field.name), getattr(expected, field.name)
        np.testing.assert_array_equal(given_, wanted)
        assert given_.dtype == wanted.dtype
    assert len(columns) == len(alone)


# What a table without types and checks takes, and no entry has.
Values = dict[str, dict[str, tuple[str, ...]]]
IMPOSSIBLE: Values = {
    "sets": {
        "reps": ("-1", "1001", "7.5", "9e999", "NULL", "'eight'", "x'00'"),
        "external_kg": ("9e999", "-9e999", "NULL", "-500.5"),
        "rir": ("11", "9e999"),
        "hold_s": ("0", "3601", "'long'"),
        "set_no": ("0", "1000", "1.5", "NULL", "9223372036854775807"),
        "position": ("-1", "1.5", "NULL", "100001", "9223372036854775807"),
        "exercise": ("'squat'", "NULL"),
    },
    "sessions": {"date": ("'0001-01-01'", "'2026-02-31'", "'1000000000-01-01'", "x'00'", "5")},
}
IN_RECORDS: Values = {
    "sets": {
        "tempo_top_s": ("61", "9e999"),
        "rest_s": ("-1", "9e999", "'long'", "x'00'"),
        "pain_during": ("11", "'much'"),
        "note": ("x'00ff'", "NULL", "5"),
    },
    "sessions": {"id": ("x'00'",), "started_at": ("x'00'",)},
    "equipment": {"name": ("x'00'", "8")},
}
OTHERS: Values = {
    "symptoms": {
        "date": ("'0001-01-01'",),
        "pain": ("11", "9e999"),
        "stiffness_min": ("-1", "9e999"),
        "moment": ("'never'",),
    },
    "runs": {"date": ("'2026-02-31'",), "distance_km": ("-1", "9e999", "NULL")},
}
CASES = [
    (table, column, value)
    for tables in (IMPOSSIBLE, IN_RECORDS, OTHERS)
    for table, columns in tables.items()
    for column, values in columns.items()
    for value in values
]


@pytest.mark.parametrize(("table", "column", "value"), CASES)
def test_a_value_that_no_entry_has_is_damage(
    table: str, column: str, value: str, tmp_path: Path
) -> None:
    log = tmp_path / "log.soleus"
    session, machine = Session(datetime.date(2026, 11, 24)), Equipment("Step")
    tempo = Tempo(3, 0, 3, 0.5)
    done = LoggedSet(
        session.id,
        Exercise.SEATED,
        Side.LEFT,
        1,
        8,
        60.0,
        tempo=tempo,
        pain_during=2,
        equipment_id=machine.id,
    )
    symptom = Symptom(session.date, Moment.AFTER, Side.LEFT, pain=3)
    Database.create_with(
        log, Change.adding(session, machine, done, symptom, Run(session.date, 5.0))
    )
    with closing(sqlite3.connect(log, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA legacy_alter_table = ON")
        connection.execute("DROP VIEW set_details")
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        connection.execute(f"CREATE TABLE loose ({', '.join(names)})")
        connection.execute(f"INSERT INTO loose SELECT * FROM {table}")
        connection.execute(f"DROP TABLE {table}")
        connection.execute(f"ALTER TABLE loose RENAME TO {table}")
        connection.execute(f"UPDATE {table} SET {column} = {value}")
    database = Database.open(log)
    readers: dict[str, Callable[[], object]] = {
        "symptoms": database.symptom_columns,
        "runs": database.run_columns,
    }
    read = readers.get(table, database.set_records)
    with pytest.raises(DamagedLogError, match=r"log\.soleus could not be read: the file is dam"):
        read()
    if (table, column) == ("sets", "pain_during"):
        with pytest.raises(DamagedLogError):
            database.pain_during()
    if table in IMPOSSIBLE and column in IMPOSSIBLE[table]:
        with pytest.raises(DamagedLogError):
            database.set_columns()


def test_sets_of_a_day_that_cannot_be_are_not_taken_for_those_of_another(tmp_path: Path) -> None:
    log = tmp_path / "log.soleus"
    sessions = [Session(datetime.date(2026, 11, day)) for day in (17, 24)]
    sets = [LoggedSet(each.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0) for each in sessions]
    Database.create_with(log, Change.adding(*sessions, *sets))
    with closing(sqlite3.connect(log, isolation_level=None)) as connection:
        connection.execute(
            "UPDATE sessions SET date = '2999-01-01' "
            "WHERE rowid = (SELECT min(rowid) FROM sessions)"
        )
    database = Database.open(log)
    with pytest.raises(DamagedLogError, match=r"log\.soleus could not be read: the file is dam"):
        database.set_columns()
    database.close()
