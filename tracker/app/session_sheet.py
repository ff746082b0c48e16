"""A session as a sheet to fill in on paper: the cells of the tables, with last time's values."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.app.planned_session import PlannedSession, planned_session
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.plan import PlannedSets
from tracker.domain.runner import bodyweight_on
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import Cell, cell_of
from tracker.storage.database import Database


@dataclass(frozen=True, slots=True)
class SheetTable:
    """The sets of one exercise, a row per set number, in the order that Enter goes through them.

    Args:
        exercise: The exercise.
        planned: What the plan asks of it, in order; empty without a plan.
        sides: The columns.
        expected: What is planned or was done last time, by cell; None if its load is unknown.
    """

    exercise: Exercise
    planned: Sequence[PlannedSets]
    sides: tuple[Side, ...]
    expected: Mapping[Cell, LoggedSet | None]

    @property
    def rows(self) -> range:
        """The set numbers of all expected sets."""
        return range(1, max(cell.set_no for cell in self.expected) + 1)


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """A session to fill in.

    Args:
        day: Its day.
        plan: The name of the plan that asks for it; may be empty.
        tables: One per exercise, at least one.
    """

    day: datetime.date
    plan: str
    tables: tuple[SheetTable, ...]


def session_sheet(database: Database, day: datetime.date, unit: Unit) -> SessionSheet | None:
    """Return the sheet for a day: what is planned, or else what was done in the last session.

    Args:
        database: The open log, for queries.
        day: The day.
        unit: The unit in whose steps calculated loads are rounded down.

    Returns:
        None if nothing is planned and nothing was ever done.

    Raises:
        TrackerError: If the log could not be read.
    """
    # It will come after all that was done that day.
    session = Session(day, datetime.datetime.combine(day, datetime.time.max, datetime.UTC))
    body_kg, formula = bodyweight_on(day, database.weighings()), database.runner().formula
    planned = planned_session(database, database.plans(), session, body_kg, formula, unit)
    if planned is not None:
        tables = [_planned_table(database, session, planned, each) for each in planned.exercises]
        return SessionSheet(day, planned.plan.name, tuple(tables))
    tables = [_last_table(database, session, exercise) for exercise in Exercise]
    done = tuple(table for table in tables if table.expected)
    return SessionSheet(day, "", done) if done else None


def _planned_table(
    database: Database, session: Session, planned: PlannedSession, exercise: Exercise
) -> SheetTable:
    last = _last_sets(database, session, exercise)
    expected = planned.expected(exercise, last, session.id, {})
    return SheetTable(exercise, planned.items_of(exercise), _sides(expected), expected)


def _last_table(database: Database, session: Session, exercise: Exercise) -> SheetTable:
    last = _last_sets(database, session, exercise)
    expected: dict[Cell, LoggedSet | None] = {cell_of(each): each for each in last}
    return SheetTable(exercise, (), _sides(expected), expected)


def _last_sets(database: Database, session: Session, exercise: Exercise) -> list[LoggedSet]:
    before = database.session_before(session, exercise)
    sets = [] if before is None else database.sets_of(before.id)
    return [each for each in sets if each.exercise is exercise]


def _sides(cells: Mapping[Cell, LoggedSet | None]) -> tuple[Side, ...]:
    has_both = any(cell.side is Side.BOTH for cell in cells)
    has_legs = any(cell.side is not Side.BOTH for cell in cells)
    return (*(LEGS if has_legs else ()), *((Side.BOTH,) if has_both else ()))
