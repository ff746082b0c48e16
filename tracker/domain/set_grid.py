"""A session as tables, with a row per set number and a column per leg: where to type next."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tracker.domain.change import Change, Edit
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.session import LoggedSet


class Cell(NamedTuple):
    """A place for one set: exercise (the table), row and column."""

    exercise: Exercise
    set_no: int
    side: Side


def cell_of(logged: LoggedSet) -> Cell:
    """Return the cell of a set."""
    return Cell(logged.exercise, logged.set_no, logged.side)


def has_other_leg_to_do(logged: LoggedSet, sets: Collection[LoggedSet]) -> bool:
    """Tell whether the other leg's set of the same number comes next.

    It does not if the other leg is missing from the row before: then the runner does all sets of
        one leg first.

    Args:
        logged: The set just done.
        sets: All sets of its session.
    """
    return _is_other_leg_due(cell_of(logged), {cell_of(each) for each in sets})


def _is_other_leg_due(cell: Cell, done: Collection[Cell]) -> bool:
    if cell.side is Side.BOTH:
        return False
    before, other = cell._replace(set_no=cell.set_no - 1), cell.side.opposite
    changes_legs = before not in done or before._replace(side=other) in done
    return changes_legs and cell._replace(side=other) not in done


class Touched(NamedTuple):
    """The cells of a session affected by a change, each list sorted.

    Args:
        came: Cells that a set was added to.
        went: Cells that a set was removed from.
        edited: Cells whose set was edited, or that a set was moved to.
    """

    came: Sequence[Cell]
    went: Sequence[Cell]
    edited: Sequence[Cell]


def touched(change: Change, session_id: str) -> Touched:
    """List the cells of a session affected by a change."""
    pairs = [
        (before, after)
        for before, after in change.of(LoggedSet)
        if session_id in {each.session_id for each in (before, after) if each}
    ]
    return Touched(
        sorted(cell_of(after) for before, after in pairs if after and not before),
        sorted(cell_of(before) for before, after in pairs if before and not after),
        sorted(cell_of(after) for before, after in pairs if before and after),
    )


def _rows(cells: Iterable[Cell], exercise: Exercise) -> int:
    return max((cell.set_no for cell in cells if cell.exercise is exercise), default=0)


class SetGrid(NamedTuple):
    """The cells that hold a set, and those where last time's sets are expected again.

    Args:
        taken: Cells with a set of this session.
        expected: Cells with a set of the last session of their exercise.
        exercises: The tables, in the order they are filled.
    """

    taken: Collection[Cell]
    expected: Collection[Cell]
    exercises: Sequence[Exercise] = (Exercise.SEATED, Exercise.STANDING)

    def row_count(self, exercise: Exercise) -> int:
        """Count the rows of a table: all that are filled or expected, and an empty one below."""
        return max(_rows(self.taken, exercise), _rows(self.expected, exercise)) + 1

    def sides(self, exercise: Exercise) -> tuple[Side, ...]:
        """Return the columns of a table; "both" only if some set needs it."""
        cells = (*self.taken, *self.expected)
        has_both = any((cell.exercise, cell.side) == (exercise, Side.BOTH) for cell in cells)
        return (*LEGS, Side.BOTH) if has_both else LEGS

    def next_cell(self, cell: Cell) -> Cell:
        """Return the cell to type in next after a value was entered.

        Last time's sets come first: the next one of this table, then those of the tables after it
        and before it. If none is left, the other leg of the same set follows, then the next row. A
        set beyond last time's is completed with the other leg before the cursor leaves its table.
        """
        awaited = self._awaited_after(cell)
        if awaited is not None:
            return awaited
        if cell not in self.expected and _is_other_leg_due(cell, self.taken):
            return cell._replace(side=cell.side.opposite)
        if any(each.exercise is cell.exercise for each in self.expected):
            awaited = self._first_awaited(cell.exercise)
            if awaited is not None:
                return awaited
        return self._next_empty(cell)

    def cell_after_leaving(self, cell: Cell) -> Cell:
        """Return the cell to go to when Enter on an empty cell leaves a table."""
        others = self._others(cell.exercise)
        if not others:
            return cell
        return self._first_awaited(cell.exercise) or self.first_empty(others[0])

    def first_value(self, newest: Cell | None = None) -> Cell:
        """Return the cell to start or continue typing at.

        Args:
            newest: The cell of the set logged last; None if there is none yet.
        """
        if newest is not None:
            return self.next_cell(newest)
        awaited = (cell for each in self.exercises for cell in self._awaited(each))
        return next(awaited, None) or self.first_empty(self.exercises[0])

    def first_empty(self, exercise: Exercise) -> Cell:
        """Return the first free cell of a table: an expected one, or else an empty one."""
        awaited = self._awaited(exercise)
        if awaited:
            return awaited[0]
        rows = _rows(self.taken, exercise)
        if rows:
            last = max(cell for cell in self.taken if cell.exercise is exercise)
            return self._next_empty(last)
        return Cell(exercise, 1, Side.LEFT)

    def _awaited(self, exercise: Exercise) -> list[Cell]:
        cells = (cell for cell in self.expected if cell.exercise is exercise)
        return sorted(cell for cell in cells if cell not in self.taken)

    def _awaited_after(self, cell: Cell) -> Cell | None:
        later = (each for each in self._awaited(cell.exercise) if each > cell)
        return next(later, None)

    def _others(self, exercise: Exercise) -> list[Exercise]:
        if exercise not in self.exercises:
            return list(self.exercises)
        place = self.exercises.index(exercise)
        return [*self.exercises[place + 1 :], *self.exercises[:place]]

    def _first_awaited(self, exercise: Exercise) -> Cell | None:
        cells = (cell for other in self._others(exercise) for cell in self._awaited(other))
        return next(cells, None)

    def _next_empty(self, cell: Cell) -> Cell:
        if cell.side is Side.BOTH:
            place = cell._replace(set_no=cell.set_no + 1)
        elif cell.side is Side.LEFT:
            place = cell._replace(side=Side.RIGHT)
        else:
            place = Cell(cell.exercise, cell.set_no + 1, Side.LEFT)
        return self._next_empty(place) if place in self.taken else place


def removal(sets: Sequence[LoggedSet], removed: Collection[LoggedSet]) -> Change:
    """Make the change that removes sets and closes gaps: rows left empty disappear.

    Args:
        sets: All sets of the session.
        removed: The sets to remove.
    """
    kept = [each for each in sets if each not in removed]
    edits = [Edit(each, None) for each in removed]
    for exercise in Exercise:
        rows = sorted({each.set_no for each in kept if each.exercise is exercise})
        emptied = {each.set_no for each in removed if each.exercise is exercise} - set(rows)
        moves = {row: row - sum(gap < row for gap in emptied) for row in rows}
        # Lowest first, so that each moves into a row that is already empty.
        movers = sorted((each for each in kept if each.exercise is exercise), key=_row)
        edits += [
            Edit(each, replace(each, set_no=moves[each.set_no]))
            for each in movers
            if moves[each.set_no] != each.set_no
        ]
    return Change(tuple(edits))


def _row(logged: LoggedSet) -> int:
    return logged.set_no
