"""Sets read as columns: what charts and files of a hundred thousand sets are made of."""

import datetime
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from tracker.domain.columns import (
    EXERCISES,
    SET_TYPES,
    SIDES,
    Floats,
    Integers,
    SetColumns,
    SetRecords,
    bodyweights_on,
    day_number,
)
from tracker.domain.runner import Bodyweight
from tracker.domain.session import DATES

_FIGURES = "session_id, exercise, side, set_type, set_no, reps, external_kg, rir, equipment_id"
_RECORDS = (
    f"{_FIGURES}, tempo_raise_s, tempo_top_s, tempo_lower_s, tempo_bottom_s, rest_s, pain_during, "
    "note"
)
_EXERCISE_CODES = {str(exercise): code for code, exercise in enumerate(EXERCISES)}
_SIDE_CODES = {str(side): code for code, side in enumerate(SIDES)}
_SET_TYPE_CODES = {str(set_type): code for code, set_type in enumerate(SET_TYPES)}


def _codes(values: Iterable[Any], codes: dict[Any, int], count: int) -> Integers:
    return np.fromiter(map(codes.__getitem__, values), np.int64, count)


def _floats(values: Sequence[float | None]) -> Floats:
    return np.array(values, np.float64)  # None becomes NaN


def _read(
    connection: sqlite3.Connection,
    columns: str,
    weighings: Sequence[Bodyweight],
    first: datetime.date | None,
    last: datetime.date | None,
) -> tuple[SetColumns, list[Sequence[Any]], list[tuple[str, str, str | None]], Integers]:
    """Read the columns named, ordered by day, session and position.

    Returns:
        The figures; every column as SQLite gave it; the sessions as (id, date, started_at) by
        day and start; and the order that sorts a column as SQLite gave it.
    """
    since, until = (first or DATES[0]).isoformat(), (last or DATES[1]).isoformat()
    sessions = connection.execute(
        "SELECT id, date, started_at FROM sessions WHERE date BETWEEN ? AND ? "
        "ORDER BY date, substr(started_at, 12, 8), id",
        [since, until],
    ).fetchall()
    # Reading the whole table in its own order beats a join: sessions are looked up in a dict.
    within = (
        ""
        if first is None and last is None
        else (" WHERE session_id IN (SELECT id FROM sessions WHERE date BETWEEN ? AND ?)")
    )
    rows = connection.execute(
        f"SELECT {columns}, position FROM sets{within}", [since, until] if within else []
    )
    given: list[Sequence[Any]] = list(zip(*rows, strict=True))
    if not given:
        given = [()] * (columns.count(",") + 2)
    count = len(given[0])
    day_of = {date: day_number(datetime.date.fromisoformat(date)) for _, date, _ in sessions}
    days = np.fromiter((day_of[date] for _, date, _ in sessions), np.int64, len(sessions))
    session = _codes(given[0], {row[0]: code for code, row in enumerate(sessions)}, count)
    order = np.lexsort((np.array(given[-1], np.int64), session))
    session = session[order]
    day = days[session] if count else np.zeros(0, np.int64)
    equipment_codes: dict[str | None, int] = {None: 0}
    for code, (id_,) in enumerate(connection.execute("SELECT id FROM equipment ORDER BY id"), 1):
        equipment_codes[id_] = code
    figures = SetColumns(
        day=day,
        session=session,
        exercise=_codes(given[1], _EXERCISE_CODES, count)[order],
        side=_codes(given[2], _SIDE_CODES, count)[order],
        set_type=_codes(given[3], _SET_TYPE_CODES, count)[order],
        set_no=np.array(given[4], np.int64)[order],
        reps=_floats(given[5])[order],
        external_kg=_floats(given[6])[order],
        rir=_floats(given[7])[order],
        equipment=_codes(given[8], equipment_codes, count)[order],
        bodyweight_kg=bodyweights_on(day, weighings),
    )
    return figures, given, sessions, order


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
    figures, given, sessions, order = _read(connection, _RECORDS, weighings, first, last)
    names: dict[str | None, str | None] = {None: None}
    names.update(connection.execute("SELECT id, name FROM equipment").fetchall())
    places = order.tolist()
    starts = [None if started_at is None else started_at[11:19] for _, _, started_at in sessions]
    ids = [id_ for id_, _, _ in sessions]
    codes = figures.session.tolist()
    return SetRecords(
        sets=figures,
        session_id=[ids[code] for code in codes],
        time=[starts[code] for code in codes],
        tempo_s=np.array([_floats(given[column])[order] for column in range(9, 13)]).T,
        rest_s=[given[13][place] for place in places],
        equipment=[names[given[8][place]] for place in places],
        pain_during=[given[14][place] for place in places],
        note=[given[15][place] for place in places],
    )
