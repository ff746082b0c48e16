"""What the running plan asks of the session on the Log page: its cells and their loads."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tracker.app.recent_estimates import estimate_of_set
from tracker.domain.evidence import Evidence
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.one_rep_max import Formula
from tracker.domain.plan import LoadBasis, Plan, PlannedSets, plan_on
from tracker.domain.plan_due import due_on
from tracker.domain.planned import external_kg_of, planned_cells
from tracker.domain.runner import bodyweight_on
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.set_grid import Cell
from tracker.storage.database import Database

MAXIMUM_DAYS: Final = 28  # whose best estimate percentages are of
# What plates go by: a load that is computed is rounded down to it.
STEPS_KG: Final = {Unit.KG: 2.5, Unit.LB: kg_from_pounds(5.0)}


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """The planned sets of one session.

    Args:
        plan: The plan that runs.
        items: What is due, in its order.
        cells: The cells of the tables that it fills.
        loads_kg: External loads of those cells where one is planned and can be told.
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
        """Tell whether some sets are all that is due, whatever their loads; no warm-up counts."""
        due = Counter((cell.exercise, cell.side) for cell in self.cells)
        due.subtract(
            (each.exercise, each.side) for each in sets if each.set_type is not SetType.WARMUP
        )
        return not +due

    def at(self, cell: Cell, warmups: Mapping[Side, int]) -> PlannedSets | None:
        """Give what is planned at a cell; None where nothing is.

        Args:
            cell: The cell.
            warmups: The rows at the top of each column that hold warm-ups: what is planned
                stands below them.
        """
        above = warmups.get(cell.side, 0)
        return self.cells.get(cell._replace(set_no=cell.set_no - above) if above else cell)

    def with_load(self, cell: Cell, item: PlannedSets, kg: float, session_id: str) -> LoggedSet:
        """Give what is planned at a cell as a set with a load; see ``as_planned``."""
        return as_planned(cell, item, kg, session_id)

    def expected(
        self,
        exercise: Exercise,
        last: Sequence[LoggedSet],
        session_id: str,
        warmups: Mapping[Side, int],
    ) -> dict[Cell, LoggedSet | None]:
        """Give the sets that the plan expects of an exercise, each with its load.

        Where the plan names no load, the sets of last time do: a leg's first set gives the load of
        its first one planned, and so on. Warm-ups are left out, and a hold's load counts for holds
        alone.

        Args:
            exercise: One that is due.
            last: The sets of the last session with it.
            session_id: The session that the sets would be of.
            warmups: As ``at`` has them.

        Returns:
            A set a cell; None where neither the plan nor last time tells its load.
        """
        done: dict[tuple[Side, bool], list[LoggedSet]] = {}
        for each in last:
            if each.set_type is not SetType.WARMUP:  # whose load is no measure of the work
                done.setdefault((each.side, each.is_hold), []).append(each)
        expected: dict[Cell, LoggedSet | None] = {}
        for cell in sorted(cell for cell in self.cells if cell.exercise is exercise):
            # Nor is that of a hold one of the load to move.
            alike = done.get((cell.side, self.cells[cell].hold_s is not None), [])
            before = alike[0] if alike else None
            if len(alike) > 1:
                del alike[0]  # the last one's load goes on
            kg = self.loads_kg.get(cell, None if before is None else before.external_kg)
            place = cell._replace(set_no=cell.set_no + warmups.get(cell.side, 0))
            expected[place] = (
                None if kg is None else as_planned(place, self.cells[cell], kg, session_id, before)
            )
        return expected


def as_planned(
    cell: Cell, item: PlannedSets, kg: float, session_id: str, before: LoggedSet | None = None
) -> LoggedSet:
    """Give the set of a cell as planned, with a load.

    Args:
        cell: Where it stands.
        item: What is planned there.
        kg: The external load.
        session_id: Its session.
        before: Last time's set: where a range of repetitions is planned, its repetitions are taken
            if they lie in the range, and else the fewest.
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
    """Read what is planned of a session; None where nothing is.

    Args:
        database: The open log, for questions.
        plans: The plans of the log.
        session: The session, saved or not.
        bodyweight_kg: Bodyweight of its day; None where unknown.
        formula: Of estimated maxima.
        unit: In whose steps computed loads are rounded down.

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
    """Number a session among those of its day that have sets, from 1."""
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
    """Give the estimated maxima of which a plan plans percentages, by exercise and leg.

    Args:
        database: The open log, for questions.
        plan: The plan; the best of the 28 days up to its ``maximum_on`` counts. Where a set tells
            only that the maximum is at least so much, that is taken for it, never more.
        formula: Of estimated maxima.

    Returns:
        Kilograms of system load; what has no estimate is left out.

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
