"""What is to be said when all of a session is done, and of one that is past."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.app.session_view import SessionView
from tracker.domain.evidence import Evidence, SetEvidence
from tracker.domain.exercise import LEGS, Exercise, Side


class BestOfSession(NamedTuple):
    """The estimate that has risen most since the session before, or the first there is.

    Args:
        exercise: Which exercise.
        side: Which leg.
        e1rm_kg: In kilograms.
        more_kg: What it is above that of the session before; None where that tells none.
    """

    exercise: Exercise
    side: Side
    e1rm_kg: float
    more_kg: float | None


class SessionEnd(NamedTuple):
    """What was done.

    Args:
        sets: How many.
        minutes: How long it took; None where nobody knows.
        best: Its best estimate; None where no set tells one.
        is_today: Whether it is of today.
    """

    sets: int
    minutes: int | None
    best: BestOfSession | None
    is_today: bool


def session_end(view: SessionView, exercises: Sequence[Exercise]) -> SessionEnd | None:
    """Sum a session up once all that is expected is done, or it is past; None before.

    Args:
        view: The session shown.
        exercises: Those whose tables are filled.

    Raises:
        TrackerError: If the log could not be read.
    """
    if not view.sets:
        return None
    expected = view.grid(exercises).expected
    is_complete = bool(expected) and all(view.own(cell) is not None for cell in expected)
    running_for = view.running_for()
    if running_for is not None and not is_complete:
        return None
    lasted_s = view.session.duration_s if running_for is None else running_for.total_seconds()
    minutes = None if lasted_s is None else int(lasted_s) // 60
    is_today = view.session.date == view.today
    return SessionEnd(len(view.sets), minutes, _best(view), is_today)


def _best(view: SessionView) -> BestOfSession | None:
    found = []
    done = {each.exercise for each in view.sets}
    for exercise in (each for each in Exercise if each in done):
        before = view.recent_bests(exercise)
        for leg in LEGS:
            kg = _known_kg(view.best_estimate(exercise, leg))
            last_kg = _known_kg(before[-1].best.get(leg)) if before else None
            if kg is not None:
                more_kg = None if last_kg is None else kg - last_kg
                found.append(BestOfSession(exercise, leg, kg, more_kg))
    compared = [each for each in found if each.more_kg is not None]
    if compared:
        return max(compared, key=lambda each: each.more_kg or 0.0)
    return found[0] if found else None


def _known_kg(told: SetEvidence | None) -> float | None:
    return told.e1rm_kg if told is not None and told.evidence is Evidence.KNOWN else None
