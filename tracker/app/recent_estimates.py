"""What sets tell about a leg's maximum, in one session and in recent ones."""

from typing import Final, NamedTuple

from tracker.domain.evidence import Evidence, SetEvidence, evidence_of
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.load import system_load_kg
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import bodyweight_on
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.storage.reader import LogReader

SESSIONS: Final = 10
UNKNOWN_WEIGHT: Final = float("nan")


class PastBest(NamedTuple):
    """The best sets of one session; a leg that tells nothing is missing.

    Args:
        session: The session.
        best: What each leg's best set tells about its maximum.
        equipment: The id of that set's equipment; None if none was named.
    """

    session: Session
    best: dict[Side, SetEvidence]
    equipment: dict[Side, str | None]


def system_kg_of(logged: LoggedSet, body_kg: float | None) -> float:
    """Return the system load of a set in kilograms; NaN if it needs an unknown bodyweight."""
    body_kg = UNKNOWN_WEIGHT if body_kg is None else body_kg
    return system_load_kg(logged.external_kg, body_kg, logged.exercise.carries_bodyweight)


def estimate_of_set(logged: LoggedSet, body_kg: float | None, formula: Formula) -> SetEvidence:
    """Return what a set tells about its leg's maximum.

    Args:
        logged: The set.
        body_kg: The bodyweight that applies on its day; None if unknown.
        formula: The runner's formula.
    """
    system_kg = system_kg_of(logged, body_kg)
    return evidence_of(
        formula,
        logged.side,
        logged.set_type,
        system_kg,
        logged.reps,
        logged.rir,
        is_hold=logged.is_hold,
    )


def best_estimate(
    sets: list[LoggedSet], body_kg: float | None, formula: Formula
) -> SetEvidence | None:
    """Return what the best set of one exercise and leg tells; None for nothing.

    Only tests count, if there are any; otherwise the highest known value or lower bound; otherwise
    the highest without a noted reserve.
    """
    best = _best_set(sets, body_kg, formula)
    return None if best is None else best[1]


def _best_set(
    sets: list[LoggedSet], body_kg: float | None, formula: Formula
) -> tuple[LoggedSet, SetEvidence] | None:
    told = [(each, estimate_of_set(each, body_kg, formula)) for each in sets]
    found = [each for each in told if each[1].evidence is not Evidence.NONE]
    return max(found, key=lambda each: _rank(*each), default=None)


def _rank(logged: LoggedSet, told: SetEvidence) -> tuple[bool, bool, float, bool]:
    """Return a sort key for choosing a day's value; the greatest wins."""
    is_compared = told.evidence is not Evidence.NOT_NOTED
    is_known = told.evidence is Evidence.KNOWN
    return logged.set_type is SetType.TEST, is_compared, told.e1rm_kg, is_known


def recent_bests(
    database: LogReader, session: Session, exercise: Exercise, formula: Formula
) -> list[PastBest]:
    """List the best sets of the last sessions before one, oldest first.

    Args:
        database: The log.
        session: The session shown, which is not included.
        exercise: The exercise.
        formula: The runner's formula.

    Raises:
        TrackerError: If the log could not be read.
    """
    found: list[PastBest] = []
    for before in database.sessions_before(session, exercise, SESSIONS):
        body_kg = bodyweight_on(before.date, database.weighings_for(before.date))
        sets = [each for each in database.sets_of(before.id) if each.exercise is exercise]
        best = {
            leg: found_of_leg
            for leg in LEGS
            if (
                found_of_leg := _best_set(
                    [each for each in sets if each.side is leg], body_kg, formula
                )
            )
        }
        found.append(
            PastBest(
                before,
                {leg: told for leg, (_, told) in best.items()},
                {leg: logged.equipment_id for leg, (logged, _) in best.items()},
            )
        )
    return found[::-1]
