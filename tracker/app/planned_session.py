"""What the running plan expects of the session on the Log page: its cells and their loads."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from tracker.app.recent_estimates import estimate_of_set
from tracker.domain.evidence import Evidence
from tracker.domain.exercise import Exercise, Side
from tracker.domain.frozen import frozen
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.one_rep_max import Formula
from tracker.domain.plan import LoadBasis, Plan, PlannedSets, plan_on
from tracker.domain.plan_due import due_on
from tracker.domain.planned import external_kg_of, planned_cells
from tracker.domain.runner import bodyweight_on
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.set_grid import Cell
from tracker.storage.database import Database

MAXIMUM_DAYS: Final = 28  # percentages are of the best estimate in this many days
# The step of plates, to which calculated loads are rounded down.
STEPS_KG: Final = {Unit.KG: 2.5, Unit.LB: kg_from_pounds(5.0)}


@frozen
class PlannedSession:
    """The planned sets of one session.

    Args:
        plan: The running plan.
        items: What is due, in order.
        cells: The cells of the tables that the sets fill.
        loads_kg: External loads of those cells, if planned and known.
    """

    plan: Plan
    items: Sequence[PlannedSets]
    cells: Mapping[Cell, PlannedSets]
    loads_kg: Mapping[Cell, float]

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises that are due, in the order of the tables."""
        due = {item.exercise for item in self.items}
        return tuple(exercise for exercise in Exercise if exercise in due)

    def items_of(self, exercise: Exercise) -> list[PlannedSets]:
        """List what is due of one exercise."""
        return [item for item in self.items if item.exercise is exercise]

    def is_done_by(self, sets: Iterable[LoggedSet]) -> bool:
        """Tell whether some sets, other than warm-ups, are all that is due, at any load."""
        due = Counter((cell.exercise, cell.side) for cell in self.cells)
        due.subtract(
            (each.exercise, each.side) for each in sets if each.set_type is not SetType.WARMUP
        )
        return not +due

    def at(self, cell: Cell, warmups: Mapping[Side, int]) -> PlannedSets | None:
        """Return what is planned at a cell; None if nothing is.

        Args:
            cell: The cell.
            warmups: Number of warm-up rows at the top of each column, below which planned sets
                start.
        """
        above = warmups.get(cell.side, 0)
        return self.cells.get(cell._replace(set_no=cell.set_no - above) if above else cell)

    def with_load(self, cell: Cell, item: PlannedSets, kg: float, session_id: str) -> LoggedSet:
        """Return what is planned at a cell as a set with a load; see ``as_planned``."""
        return as_planned(cell, item, kg, session_id)

    def expected(
        self,
        exercise: Exercise,
        last: Sequence[LoggedSet],
        session_id: str,
        warmups: Mapping[Side, int],
    ) -> dict[Cell, LoggedSet | None]:
        """Return the sets that the plan expects of an exercise, each with its load.

        If the plan gives no load, it is taken from last time, set by set for each leg; extra
        planned sets repeat the last load. Warm-ups do not count, and loads of holds only count for
        holds.

        Args:
            exercise: An exercise that is due.
            last: The sets of the last session with it.
            session_id: The session that the sets would belong to.
            warmups: As in ``at``.

        Returns:
            A set for each cell; None if neither the plan nor last time gives its load.
        """
        done: dict[tuple[Side, bool], list[LoggedSet]] = {}
        for each in last:
            if each.set_type is not SetType.WARMUP:  # a warm-up's load says nothing about work sets
                done.setdefault((each.side, each.is_hold), []).append(each)
        expected: dict[Cell, LoggedSet | None] = {}
        for cell in sorted(cell for cell in self.cells if cell.exercise is exercise):
            # Nor does a hold's load about moved sets.
            alike = done.get((cell.side, self.cells[cell].hold_s is not None), [])
            before = alike[0] if alike else None
            if len(alike) > 1:
                del alike[0]  # the last load is repeated
            kg = self.loads_kg.get(cell, None if before is None else before.external_kg)
            place = cell._replace(set_no=cell.set_no + warmups.get(cell.side, 0))
            expected[place] = (
                None if kg is None else as_planned(place, self.cells[cell], kg, session_id, before)
            )
        return expected


def as_planned(
    cell: Cell, item: PlannedSets, kg: float, session_id: str, before: LoggedSet | None = None
) -> LoggedSet:
    """Return the set of a cell as planned, with a load.

    Args:
        cell: The cell.
        item: What is planned there.
        kg: The external load.
        session_id: Its session.
        before: Last time's set. If a range of repetitions is planned, its repetitions are used if
            they lie in the range, otherwise the minimum.
    """
    is_within = before is not None and item.reps <= before.reps <= (item.most_reps or item.reps)
    reps = before.reps if before is not None and is_within else item.reps
    return LoggedSet(
        session_id,
        cell.exercise,
        cell.side,
        cell.set_no,
        reps,
        kg,
        tempo=item.tempo,
        hold_s=item.hold_s,
    )


def planned_session(
    database: Database,
    plans: Iterable[Plan],
    session: Session,
    bodyweight_kg: float | None,
    formula: Formula,
    unit: Unit,
) -> PlannedSession | None:
    """Read what is planned for a session; None if nothing is.

    Args:
        database: The open log, for queries.
        plans: The plans of the log.
        session: The session, saved or not.
        bodyweight_kg: Bodyweight on its day; None if unknown.
        formula: The formula for the estimated 1RM.
        unit: The unit in whose steps calculated loads are rounded down.

    Raises:
        TrackerError: If the log could not be read.
    """
    plan = plan_on(plans, session.date)
    if plan is None:
        return None
    place = _place_of(database, session)
    due = due_on(plan, database.phases(), database.planned_sets(), session.date)
    if due is None or place > due.sessions:
        return None
    cells = planned_cells(due.items)
    maxima = maxima_of(database, plan, formula) if _needs_maximum(due.items) else {}
    loads_kg = {
        cell: external_kg_of(
            item, bodyweight_kg, maxima.get((cell.exercise, cell.side)), STEPS_KG[unit]
        )
        for cell, item in cells.items()
    }
    known = {cell: kg for cell, kg in loads_kg.items() if kg is not None}
    return PlannedSession(plan, tuple(due.items), cells, known)


def _place_of(database: Database, session: Session) -> int:
    """Return the number of a session among those of its day that have sets, from 1."""
    before = 0
    for each in database.sessions_on(session.date):
        if each.id == session.id:
            break
        before += bool(database.sets_of(each.id))
    return before + 1


def _needs_maximum(items: Iterable[PlannedSets]) -> bool:
    return any(item.load_basis is LoadBasis.E1RM_PERCENT for item in items)


def maxima_of(
    database: Database, plan: Plan, formula: Formula
) -> dict[tuple[Exercise, Side], float]:
    """Return the estimated 1RM that a plan's percentages refer to, by exercise and leg.

    Args:
        database: The open log, for queries.
        plan: The plan; the best estimate in the 28 days up to its ``maximum_on`` counts. A lower
            bound is used as it is.
        formula: The formula for the estimated 1RM.

    Returns:
        Kilograms of system load; legs without an estimate are missing.

    Raises:
        TrackerError: If the log could not be read.
    """
    first = plan.maximum_on - datetime.timedelta(days=MAXIMUM_DAYS - 1)
    sessions = {each.id: each.date for each in database.sessions_between(first, plan.maximum_on)}
    weighings = database.weighings()
    body_kg = {day: bodyweight_on(day, weighings) for day in set(sessions.values())}
    best: dict[tuple[Exercise, Side], float] = {}
    for each in database.sets_of_all(sessions.keys()):
        told = estimate_of_set(each, body_kg[sessions[each.session_id]], formula)
        if told.evidence is not Evidence.NONE:
            key = each.exercise, each.side
            best[key] = max(best.get(key, 0.0), told.e1rm_kg)
    return best
