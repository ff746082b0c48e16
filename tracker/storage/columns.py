"""Sets, symptoms and runs read as columns: what charts and files of many years are made of."""

import datetime
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np

from tracker.domain.columns import (
    EXERCISES,
    MOMENTS,
    NO_EQUIPMENT,
    SET_TYPES,
    SIDES,
    RunColumns,
    SetColumns,
    SetRecords,
    SymptomColumns,
    bodyweights_on,
    day_number,
)
from tracker.domain.entry import DATES
from tracker.domain.exercise import Side
from tracker.domain.runner import Bodyweight
from tracker.storage.rows import BY_DAY_AND_START


def _code_of(column: str, members: Iterable[str]) -> str:
    """Write the SQL that gives a member's code: whole numbers are read faster than words."""
    cases = " ".join(f"WHEN '{member}' THEN {code}" for code, member in enumerate(members))
    return f"CASE {column} {cases} END"


# What figures are made of, with the type that each column is read into; None becomes NaN.
_FIGURES: Final = {
    "sessions.rowid": np.int64,
    _code_of("exercise", EXERCISES): np.int64,
    _code_of("side", SIDES): np.int64,
    _code_of("set_type", SET_TYPES): np.int64,
    "set_no": np.int64,
    "reps": np.float64,
    "external_kg": np.float64,
    "rir": np.float64,
    "equipment_id": np.object_,
    "position": np.int64,
}
_DETAILS: Final = {
    "tempo_raise_s": np.float64,
    "tempo_top_s": np.float64,
    "tempo_lower_s": np.float64,
    "tempo_bottom_s": np.float64,
    "rest_s": np.object_,
    "pain_during": np.object_,
    "sets.note": np.object_,
}


def _read(
    connection: sqlite3.Connection,
    columns: dict[str, Any],
    weighings: Sequence[Bodyweight],
    first: datetime.date | None,
    last: datetime.date | None,
) -> tuple[SetColumns, list[Any], list[tuple[int, str, str | None, str]]]:
    """Read the columns named, ordered by day, session and position.

    Returns:
        The figures; every column as read; the sessions as (rowid, date, started_at, id) by day
        and start.
    """
    bounds = [(first or DATES[0]).isoformat(), (last or DATES[1]).isoformat()]
    sessions = connection.execute(
        "SELECT rowid, date, started_at, id FROM sessions WHERE date BETWEEN ? AND ? "
        f"ORDER BY {BY_DAY_AND_START}",
        bounds,
    ).fetchall()
    # CROSS JOIN holds SQLite to the order written: the whole table as it lies, or a few sessions
    # by the index of their days.
    if first is None and last is None:
        tables, bounds = "sets CROSS JOIN sessions ON sessions.id = sets.session_id", []
    else:
        tables = (
            "sessions CROSS JOIN sets ON sets.session_id = sessions.id WHERE date BETWEEN ? AND ?"
        )
    rows = connection.execute(f"SELECT {', '.join(columns)} FROM {tables}", bounds)
    # Straight into an array: a list of a hundred thousand tuples would double time and memory.
    kinds = np.dtype([(f"f{place}", kind) for place, kind in enumerate(columns.values())])
    read = np.fromiter(rows, kinds)
    rowids = np.array([row[0] for row in sessions], np.int64)
    by_rowid = np.argsort(rowids)
    session = by_rowid[np.searchsorted(rowids, read["f0"], sorter=by_rowid)]
    order = np.lexsort((read["f9"], session))
    session, read = session[order], read[order]
    days = [day_number(datetime.date.fromisoformat(date)) for _, date, _, _ in sessions]
    day = np.array(days, np.int64)[session]
    codes: dict[str | None, int] = {None: NO_EQUIPMENT}
    for code, (id_,) in enumerate(connection.execute("SELECT id FROM equipment ORDER BY id"), 1):
        codes[id_] = code
    given = [np.ascontiguousarray(read[name]) for name in kinds.names or ()]
    figures = SetColumns(
        day=day,
        session=session,
        exercise=given[1],
        side=given[2],
        set_type=given[3],
        set_no=given[4],
        reps=given[5],
        external_kg=given[6],
        rir=given[7],
        equipment=np.fromiter(map(codes.__getitem__, given[8]), np.int64, len(read)),
        bodyweight_kg=bodyweights_on(day, weighings),
    )
    return figures, given, sessions


def read_set_columns(
    connection: sqlite3.Connection,
    weighings: Sequence[Bodyweight],
    first: datetime.date | None,
    last: datetime.date | None,
) -> SetColumns:
    """Read what figures are made of; see ``Database.set_columns``."""
    return _read(connection, _FIGURES, weighings, first, last)[0]


def read_set_records(
    connection: sqlite3.Connection,
    weighings: Sequence[Bodyweight],
    first: datetime.date | None,
    last: datetime.date | None,
) -> SetRecords:
    """Read all that is known of each set; see ``Database.set_records``."""
    figures, given, sessions = _read(connection, _FIGURES | _DETAILS, weighings, first, last)
    names: dict[str | None, str | None] = {None: None}
    names.update(connection.execute("SELECT id, name FROM equipment").fetchall())
    starts = [None if row[2] is None else row[2][11:19] for row in sessions]
    codes = figures.session.tolist()
    return SetRecords(
        sets=figures,
        session_id=[sessions[code][3] for code in codes],
        time=[starts[code] for code in codes],
        tempo_s=np.array(given[10:14]).T,
        rest_s=given[14].tolist(),
        equipment=[names[id_] for id_ in given[8]],
        pain_during=given[15].tolist(),
        note=given[16].tolist(),
    )


def read_pain_during(
    connection: sqlite3.Connection,
    first: datetime.date | None,
    last: datetime.date | None,
) -> list[tuple[datetime.date, Side, int]]:
    """Read the pain noted with sets; see ``Database.pain_during``."""
    rows = connection.execute(
        "SELECT date, side, pain_during FROM sets JOIN sessions ON sessions.id = sets.session_id "
        "WHERE pain_during IS NOT NULL AND date BETWEEN ? AND ? ORDER BY date, position",
        [(first or DATES[0]).isoformat(), (last or DATES[1]).isoformat()],
    )
    return [(datetime.date.fromisoformat(date), Side(side), pain) for date, side, pain in rows]


def read_symptom_columns(connection: sqlite3.Connection) -> SymptomColumns:
    """Read all symptoms; see ``Database.symptom_columns``."""
    figures = f"{_code_of('moment', MOMENTS)}, {_code_of('side', SIDES)}, pain, stiffness_min"
    rows = connection.execute(f"SELECT date, {figures} FROM symptoms ORDER BY date").fetchall()
    dates, *given = zip(*rows, strict=True) if rows else [()] * 5
    days = [day_number(datetime.date.fromisoformat(date)) for date in dates]
    moment, side = (np.array(codes, np.int64) for codes in given[:2])
    pain, stiffness_min = (np.array(values, np.float64) for values in given[2:])
    return SymptomColumns(np.array(days, np.int64), moment, side, pain, stiffness_min)


def read_run_columns(
    connection: sqlite3.Connection,
    first: datetime.date | None,
    last: datetime.date | None,
) -> RunColumns:
    """Read the days and distances of runs; see ``Database.run_columns``."""
    rows = connection.execute(
        "SELECT date, distance_km FROM runs WHERE date BETWEEN ? AND ? ORDER BY date, rowid",
        [(first or DATES[0]).isoformat(), (last or DATES[1]).isoformat()],
    ).fetchall()
    days = [day_number(datetime.date.fromisoformat(date)) for date, _ in rows]
    return RunColumns(np.array(days, np.int64), np.array([km for _, km in rows], np.float64))
