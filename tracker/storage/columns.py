"""Sets, symptoms and runs read as columns, for charts and files that span many years."""

import datetime
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tracker.domain.columns import (
    EXERCISES,
    MOMENTS,
    NO_EQUIPMENT,
    SET_TYPES,
    SIDES,
    Floats,
    Integers,
    RunColumns,
    SetColumns,
    SetRecords,
    SymptomColumns,
    bodyweights_on,
)
from tracker.domain.entry import DATES
from tracker.domain.exercise import Side
from tracker.domain.run import MOST_KM
from tracker.domain.runner import Bodyweight
from tracker.domain.session import (
    DETAILS,
    LOADS_KG,
    MOST_PAIN,
    MOST_POSITION,
    MOST_REPS,
    MOST_SET_NO,
    MOST_TEMPO_S,
)
from tracker.domain.symptoms import MOST_STIFFNESS_MIN
from tracker.storage.rows import BY_DAY_AND_START, BY_NAME

Bounds = tuple[float, float]


def _code_of(column: str, members: Iterable[str]) -> str:
    """Write SQL for a member's code, since whole numbers are read faster than words."""
    cases = " ".join(f"WHEN '{member}' THEN {code}" for code, member in enumerate(members))
    return f"CASE {column} {cases} END"


@dataclass(frozen=True, slots=True)
class _Read:
    """How to read a column with SQL.

    Args:
        sql: The expression for it.
        kind: The type it is read into; None becomes NaN.
        bounds: Range allowed for its numbers, as in the entries; None if there is none.
        is_optional: Whether values may be missing.
    """

    sql: str
    kind: type[np.generic]
    bounds: Bounds | None = None
    is_optional: bool = False


def _within(column: str, least: int, most: int) -> str:
    """Write SQL for a number within the bounds of an entry; NULL for anything else."""
    return f"CASE WHEN {column} BETWEEN {least} AND {most} THEN {column} END"


# Handing a value to Python takes SQLite longer than finding it. So five whole numbers of a set are
# packed into one as digits with mixed bases (like 2 h 3 min 4 s in 7384 s), below the code of the
# equipment. An impossible value is NULL and makes the whole NULL, a fraction makes it a fraction;
# both are reported as damage. The five need less than 2 ** 25, and a float holds whole numbers up
# to 2 ** 53, which leaves room for 2 ** 28 names of equipment. A position is packed below the rowid
# of its session, which has room up to 2 ** 36.
_PACKED: Final = {
    "exercise": (_code_of("exercise", EXERCISES), len(EXERCISES)),
    "side": (_code_of("side", SIDES), len(SIDES)),
    "set_type": (_code_of("set_type", SET_TYPES), len(SET_TYPES)),
    "set_no": (_within("set_no", 1, MOST_SET_NO), MOST_SET_NO + 1),
    "reps": (_within("reps", 0, MOST_REPS), MOST_REPS + 1),
}


def _packed(first: str) -> str:
    """Write SQL that packs small whole numbers into one, which is read faster than several."""
    return reduce(lambda sql, each: f"({sql} * {each[1]} + {each[0]})", _PACKED.values(), first)


def _whole(packed: Floats) -> Integers:
    """Convert whole numbers from floats to integers.

    Raises:
        ValueError: If one is not a whole number.
    """
    if not np.array_equal(packed, np.floor(packed)):  # true for NaN too
        raise ValueError("a set has what is no whole number")
    return packed.astype(np.int64)


def _unpacked(packed: Floats) -> tuple[Integers, dict[str, Integers]]:
    """Unpack what ``_packed`` made: the numbers in front, and the others by name.

    Raises:
        ValueError: If one is not a whole number.
    """
    number, others = _whole(packed), {}
    for name, (_, bound) in reversed(_PACKED.items()):
        number, others[name] = np.divmod(number, bound)
    return number, others


_POSITIONS: Final = MOST_POSITION + 1
_FIGURES: Final = {
    "place": _Read(
        f"sessions.rowid * {_POSITIONS} + {_within('position', 0, MOST_POSITION)}", np.float64
    ),
    "packed": _Read(
        _packed(f"CASE WHEN equipment_id IS NULL THEN {NO_EQUIPMENT} ELSE named.code END"),
        np.float64,
    ),
    "external_kg": _Read("external_kg", np.float64, LOADS_KG),
    "rir": _Read("rir", np.float64, DETAILS["rir"].bounds, is_optional=True),
    "hold_s": _Read("hold_s", np.float64, DETAILS["hold_s"].bounds, is_optional=True),
}
# Equipment is numbered by name, so that the same sets get the same codes in every log.
_NAMED: Final = (
    f"LEFT JOIN (SELECT id, {NO_EQUIPMENT} + row_number() OVER (ORDER BY {BY_NAME}) AS code "
    "FROM equipment) AS named ON named.id = equipment_id"
)
_TEMPO: Final = {
    name: _Read(name, np.float64, (0, MOST_TEMPO_S), is_optional=True)
    for name in ("tempo_raise_s", "tempo_top_s", "tempo_lower_s", "tempo_bottom_s")
}
# The other details of a set, as stored: text if they have no bounds.
_KEPT: Final = {
    name: _Read(f"sets.{name}", np.object_, detail.bounds, is_optional=True)
    for name, detail in DETAILS.items()
    if name != "tempo" and name not in _FIGURES and name not in _PACKED
}


def _days(dates: Sequence[str]) -> Integers:
    """Convert ISO dates to day numbers.

    Raises:
        ValueError: If one does not exist or is out of the bounds of entries.
    """
    first, last = np.array(DATES, "datetime64[D]").astype(np.int64)
    days = np.array(dates, "datetime64[D]").astype(np.int64)
    _require_possible("date", days, (first, last))
    return days


def _require_possible(
    name: str, values: NDArray[Any], bounds: Bounds, *, is_optional: bool = False
) -> None:
    """Refuse numbers that no entry can have, which a log without CHECKs may hold.

    Raises:
        ValueError, TypeError: If there is one, or something that is not a number.
    """
    numbers = values.astype(np.float64, copy=False)
    is_possible = (numbers >= bounds[0]) & (numbers <= bounds[1])
    if is_optional:
        is_possible |= np.isnan(numbers)
    if not is_possible.all():
        raise ValueError(f"{name} is out of bounds")


def _require_texts(name: str, values: Iterable[object], *, is_optional: bool = False) -> None:
    """Refuse anything but text, which a log without strict types may hold.

    Raises:
        TypeError: If there is anything else.
    """
    kinds = set(map(type, values))
    if not kinds <= ({str, type(None)} if is_optional else {str}):
        raise TypeError(f"{name} is no text")


def _bounds(first: datetime.date | None, last: datetime.date | None) -> list[str]:
    return [(first or DATES[0]).isoformat(), (last or DATES[1]).isoformat()]


def _read(
    connection: sqlite3.Connection,
    columns: Mapping[str, _Read],
    weighings: Sequence[Bodyweight],
    first: datetime.date | None,
    last: datetime.date | None,
) -> tuple[SetColumns, dict[str, NDArray[Any]], list[tuple[Any, ...]]]:
    """Read some columns, sorted by day, session and position.

    Returns:
        The set columns; each column as read; the sessions by day and start, as (rowid, date, id,
        time).
    """
    bounds, is_all = _bounds(first, last), first is None and last is None
    sessions = connection.execute(
        "SELECT rowid, date, id, substr(started_at, 12, 8) "
        # All of them are sorted faster than looked up one by one, as the index of the days has it.
        f"FROM sessions {'NOT INDEXED' if is_all else ''} "
        f"WHERE date BETWEEN ? AND ? ORDER BY {BY_DAY_AND_START}",
        bounds,
    ).fetchall()
    # CROSS JOIN makes SQLite keep the written order: the whole table in storage order, or a few
    # sessions by the index of days.
    tables, which = "sessions CROSS JOIN sets ON sets.session_id = sessions.id", ""
    if is_all:
        tables, bounds = "sets CROSS JOIN sessions ON sessions.id = sets.session_id", []
    else:
        which = "WHERE date BETWEEN ? AND ?"
    chosen = ", ".join(column.sql for column in columns.values())
    sets = connection.execute(f"SELECT {chosen} FROM {tables} {_NAMED} {which}", bounds)
    # Straight into an array: a list of a hundred thousand tuples would double both time and memory.
    kinds = np.dtype([(name, column.kind) for name, column in columns.items()])
    read = np.fromiter(sets, kinds)
    for name, column in columns.items():
        if column.bounds is not None:
            is_optional = column.is_optional
            _require_possible(name, read[name], column.bounds, is_optional=is_optional)
    rowids = np.array([rowid for rowid, *_ in sessions], np.int64)
    by_rowid = np.argsort(rowids)
    rowid, position = np.divmod(_whole(read["place"]), _POSITIONS)
    session = by_rowid[np.searchsorted(rowids, rowid, sorter=by_rowid)]
    if not np.array_equal(rowids[session], rowid):
        raise LookupError("a session has no day that can be")
    order = np.lexsort((position, session))
    session, read = session[order], read[order]
    day = _days([date for _, date, *_ in sessions])[session]
    given = {name: np.ascontiguousarray(read[name]) for name in columns}
    equipment, whole = _unpacked(given["packed"])
    figures = SetColumns(
        day=day,
        session=session,
        exercise=whole["exercise"],
        side=whole["side"],
        set_type=whole["set_type"],
        set_no=whole["set_no"],
        reps=whole["reps"].astype(np.float64),
        external_kg=given["external_kg"],
        rir=given["rir"],
        equipment=equipment,
        bodyweight_kg=bodyweights_on(day, weighings),
        hold_s=given["hold_s"],
    )
    return figures, given, sessions


def read_set_columns(
    connection: sqlite3.Connection,
    weighings: Sequence[Bodyweight],
    first: datetime.date | None,
    last: datetime.date | None,
) -> SetColumns:
    """Read the columns used for calculations; see ``Database.set_columns``."""
    figures, _, _ = _read(connection, _FIGURES, weighings, first, last)
    return figures


def read_set_records(
    connection: sqlite3.Connection,
    weighings: Sequence[Bodyweight],
    first: datetime.date | None,
    last: datetime.date | None,
) -> SetRecords:
    """Read everything known about each set; see ``Database.set_records``."""
    figures, given, sessions = _read(connection, _FIGURES | _TEMPO | _KEPT, weighings, first, last)
    named = connection.execute(f"SELECT name FROM equipment ORDER BY {BY_NAME}").fetchall()
    ids = [id_ for *_, id_, _ in sessions]
    times = [time for *_, time in sessions]
    names = [None, *(name for (name,) in named)]  # indexed by code
    _require_texts("name", names, is_optional=True)
    _require_texts("id", ids)
    _require_texts("started_at", times, is_optional=True)
    for name, column in _KEPT.items():
        if column.bounds is None:
            _require_texts(name, given[name])
    codes = figures.session.tolist()
    return SetRecords(
        sets=figures,
        session_id=[ids[code] for code in codes],
        time=[times[code] for code in codes],
        tempo_raise_s=given["tempo_raise_s"],
        tempo_top_s=given["tempo_top_s"],
        tempo_lower_s=given["tempo_lower_s"],
        tempo_bottom_s=given["tempo_bottom_s"],
        equipment=[names[code] for code in figures.equipment.tolist()],
        kept={name: given[name].tolist() for name in _KEPT},
    )


def read_pain_during(
    connection: sqlite3.Connection,
    first: datetime.date | None,
    last: datetime.date | None,
) -> list[tuple[datetime.date, Side, int]]:
    """Read the pain noted for sets; see ``Database.pain_during``."""
    rows = connection.execute(
        "SELECT date, side, pain_during FROM sets JOIN sessions ON sessions.id = sets.session_id "
        "WHERE pain_during IS NOT NULL AND date BETWEEN ? AND ? ORDER BY date, position",
        _bounds(first, last),
    ).fetchall()
    pains = np.array([pain for *_, pain in rows], np.object_)
    _require_possible("pain_during", pains, (0, MOST_PAIN))
    return [(datetime.date.fromisoformat(date), Side(side), pain) for date, side, pain in rows]


def read_symptom_columns(connection: sqlite3.Connection) -> SymptomColumns:
    """Read all symptoms; see ``Database.symptom_columns``."""
    rows = connection.execute(
        f"SELECT date, {_code_of('moment', MOMENTS)}, {_code_of('side', SIDES)}, pain, "
        "stiffness_min FROM symptoms NOT INDEXED ORDER BY date, added_us, id"
    ).fetchall()
    date, moment, side, pain, stiffness_min = zip(*rows, strict=True) if rows else [()] * 5
    columns = SymptomColumns(
        day=_days(date),
        moment=np.array(moment, np.int64),
        side=np.array(side, np.int64),
        pain=np.array(pain, np.float64),
        stiffness_min=np.array(stiffness_min, np.float64),
    )
    _require_possible("pain", columns.pain, (0, MOST_PAIN), is_optional=True)
    most = (0, MOST_STIFFNESS_MIN)
    _require_possible("stiffness_min", columns.stiffness_min, most, is_optional=True)
    return columns


def read_run_columns(
    connection: sqlite3.Connection,
    first: datetime.date | None,
    last: datetime.date | None,
) -> RunColumns:
    """Read the days and distances of runs; see ``Database.run_columns``."""
    rows = connection.execute(
        "SELECT date, distance_km FROM runs WHERE date BETWEEN ? AND ? ORDER BY date, added_us, id",
        _bounds(first, last),
    ).fetchall()
    days = _days([date for date, _ in rows])
    distance_km = np.array([km for _, km in rows], np.float64)
    _require_possible("distance_km", distance_km, (0, MOST_KM))
    return RunColumns(days, distance_km)
