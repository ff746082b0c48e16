"""The dose in the report: the sets of an exercise's last session, and of an earlier one."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from tracker.domain.columns import EXERCISES, SetColumns, day_number, day_of_number
from tracker.domain.exercise import Equipment, Exercise
from tracker.domain.session import LoggedSet, Session, SetType


class DoseQuestions(Protocol):
    """Queries on a log about doses."""

    def sessions_on(self, day: datetime.date) -> list[Session]: ...
    def sets_of(self, session_id: str) -> list[LoggedSet]: ...
    def equipment(self) -> list[Equipment]: ...


@dataclass(frozen=True, slots=True)
class SessionDose:
    """What one session did in an exercise.

    Args:
        date: Its day.
        sets: Its sets, at least one, in order; warm-ups only if there is nothing else.
        equipment: The distinct names of the equipment used.
    """

    date: datetime.date
    sets: tuple[LoggedSet, ...]
    equipment: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExerciseDose:
    """What was done in an exercise's last session, and in the one compared with.

    Args:
        exercise: The exercise.
        then: The last session up to the day compared with, or else the first one after it; None if
            that is also ``now``.
        now: The last session of the period.
    """

    exercise: Exercise
    then: SessionDose | None
    now: SessionDose


def doses(
    log: DoseQuestions,
    sets: SetColumns,
    first: datetime.date,
    since: datetime.date,
) -> Iterable[ExerciseDose]:
    """Collect the dose of each exercise in the period.

    Args:
        log: The log.
        sets: All sets up to the last day of the period.
        first: The first day of the period.
        since: The day compared with.
    """
    names = {each.id: each.name for each in log.equipment()}
    for code, exercise in enumerate(EXERCISES):
        days = sets.day[sets.exercise == code]
        if not len(days) or days[-1] < day_number(first):
            continue
        before = days[days <= day_number(since)]
        then, now = (before[-1] if len(before) else days[0]), days[-1]
        yield ExerciseDose(
            exercise,
            None if then == now else _of_day(log, exercise, day_of_number(then), names),
            _of_day(log, exercise, day_of_number(now), names),
        )


def _of_day(
    log: DoseQuestions, exercise: Exercise, day: datetime.date, names: Mapping[str, str]
) -> SessionDose:
    """Return what the last session of a day with this exercise did in it."""
    by_session = ([*log.sets_of(each.id)] for each in reversed(log.sessions_on(day)))
    of_exercise = ([each for each in sets if each.exercise is exercise] for sets in by_session)
    sets = next(filter(None, of_exercise))
    sets = [each for each in sets if each.set_type is not SetType.WARMUP] or sets
    used = dict.fromkeys(names[each.equipment_id] for each in sets if each.equipment_id)
    return SessionDose(day, tuple(sets), tuple(used))
