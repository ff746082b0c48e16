"""Queries for searches in sets and symptoms, done in SQL so that rows need not be held."""

import sqlite3
from collections.abc import Sequence
from typing import Final

from tracker.domain.exercise import Exercise
from tracker.domain.search import SAME, Comparison, Figure, Operator

_COLUMNS: Final = {
    Figure.PAIN: "pain_during",
    Figure.REPS: "reps",
    Figure.KG: "external_kg",
    Figure.RIR: "rir",
    Figure.HOLD: "hold_s",
}


def _condition(column: str, operator: Operator) -> str:
    is_equal = operator is Operator.EQUAL
    return f"abs({column} - ?) < {SAME}" if is_equal else f"{column} {operator} ?"


def exercises_meeting(
    connection: sqlite3.Connection, comparisons: Sequence[Comparison]
) -> dict[str, set[Exercise]]:
    """Find the sessions that meet comparisons; see ``Database.exercises_meeting``."""
    conditions = [_condition(_COLUMNS[each.figure], each.operator) for each in comparisons]
    values = [each.value for each in comparisons]
    rows = connection.execute(
        f"SELECT DISTINCT session_id, exercise FROM sets WHERE {' AND '.join(conditions)}", values
    ).fetchall()
    found: dict[str, set[Exercise]] = {}
    for session_id, exercise in rows:
        found.setdefault(session_id, set()).add(Exercise(exercise))
    if all(each.figure is Figure.PAIN for each in comparisons):
        # Pain noted for a whole session counts for all its exercises.
        conditions = [_condition("pain", each.operator) for each in comparisons]
        rows = connection.execute(
            "SELECT DISTINCT session_id FROM symptoms WHERE session_id IS NOT NULL AND "
            + " AND ".join(conditions),
            values,
        ).fetchall()
        found.update((session_id, set(Exercise)) for (session_id,) in rows)
    return found


def notes_of_sets(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the notes of sets by session; see ``Database.notes_of_sets``."""
    rows = connection.execute("SELECT session_id, note FROM sets WHERE note != ''").fetchall()
    notes: dict[str, str] = {}
    for session_id, note in rows:
        notes[session_id] = f"{notes[session_id]}\n{note}" if session_id in notes else note
    return notes
