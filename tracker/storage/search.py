"""Queries for searches in sets and symptoms, done in SQL so that rows need not be held."""

import sqlite3
from collections.abc import Sequence
from typing import Final

from tracker.domain.exercise import Exercise, Side
from tracker.domain.search import Comparison, Figure, Operator
from tracker.domain.symptoms import Symptom
from tracker.domain.typed_number import SAME_WRITTEN
from tracker.storage.rows import AS_ADDED, TABLES

_COLUMNS: Final = {
    Figure.PAIN: "pain_during",
    Figure.REPS: "reps",
    Figure.KG: "external_kg",
    Figure.RIR: "rir",
    Figure.HOLD: "hold_s",
}


def _condition(column: str, operator: Operator) -> str:
    is_equal = operator is Operator.EQUAL
    return f"abs({column} - ?) < {SAME_WRITTEN}" if is_equal else f"{column} {operator} ?"


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
    # Pain noted for a whole session counts for all its exercises.
    found.update((each, set(Exercise)) for each in symptoms_meeting(connection, comparisons))
    return found


def symptoms_meeting(
    connection: sqlite3.Connection, comparisons: Sequence[Comparison]
) -> dict[str, list[Symptom]]:
    """Find the symptoms of sessions that meet comparisons; see ``Database.symptoms_meeting``."""
    if any(each.figure is not Figure.PAIN for each in comparisons):
        return {}
    conditions = [_condition("pain", each.operator) for each in comparisons]
    rows = connection.execute(
        "SELECT * FROM symptoms WHERE session_id IS NOT NULL AND "
        f"{' AND '.join(conditions)} ORDER BY date, {AS_ADDED}",
        [each.value for each in comparisons],
    )
    found: dict[str, list[Symptom]] = {}
    for symptom in TABLES[Symptom].entries_in(rows):
        assert symptom.session_id is not None, "asked for above"
        found.setdefault(symptom.session_id, []).append(symptom)
    return found


def pain_of_sets_meeting(
    connection: sqlite3.Connection, comparisons: Sequence[Comparison]
) -> dict[str, dict[Side, int]]:
    """Find the worst pain of sets that meet comparisons; see ``Database.pain_of_sets_meeting``."""
    if all(each.figure is not Figure.PAIN for each in comparisons):
        return {}
    conditions = [_condition(_COLUMNS[each.figure], each.operator) for each in comparisons]
    rows = connection.execute(
        f"SELECT session_id, side, max(pain_during) FROM sets WHERE {' AND '.join(conditions)} "
        "AND pain_during > 0 GROUP BY session_id, side ORDER BY session_id, side",
        [each.value for each in comparisons],
    ).fetchall()
    found: dict[str, dict[Side, int]] = {}
    for session_id, side, pain in rows:
        found.setdefault(session_id, {})[Side(side)] = pain
    return found


def notes_of_sets(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the notes of sets by session; see ``Database.notes_of_sets``."""
    rows = connection.execute("SELECT session_id, note FROM sets WHERE note != ''").fetchall()
    notes: dict[str, str] = {}
    for session_id, note in rows:
        notes[session_id] = f"{notes[session_id]}\n{note}" if session_id in notes else note
    return notes
