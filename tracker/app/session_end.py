"""Summary of a session that is complete or past."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.app.session_view import SessionView
from tracker.domain.evidence import Evidence, SetEvidence
from tracker.domain.exercise import LEGS, Exercise, Side


class BestOfSession(NamedTuple):
    """The estimated 1RM that rose most since the previous session, or the first one there is.

    Args:
        exercise: The exercise.
        side: The leg.
        e1rm_kg: Estimated 1RM in kilograms.
        more_kg: How far it is above that of the previous session; None if that has none.
    """

    exercise: Exercise
    side: Side
    e1rm_kg: float
    more_kg: float | None


class SessionEnd(NamedTuple):
    """What was done.

    Args:
        sets: Number of sets.
        minutes: Duration in minutes; None if unknown.
        best: Its best estimate; None if no set gives one.
        is_today: Whether it is today's.
    """

    sets: int
    minutes: int | None
    best: BestOfSession | None
    is_today: bool


def session_end(
    view: SessionView, exercises: Sequence[Exercise], *, is_left: bool = False
) -> SessionEnd | None:
    """Sum up a session once everything expected is done, or it is past; None before.

    Args:
        view: The session shown.
        exercises: The exercises whose tables are filled.
        is_left: Whether the runner went on from an empty cell of the last table; where nothing is
            expected, that completes the session.

    Raises:
        TrackerError: If the log could not be read.
    """
    if not view.sets:
        return None
    expected = view.grid(exercises).expected
    is_complete = all(map(view.own, expected)) if expected else is_left
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
