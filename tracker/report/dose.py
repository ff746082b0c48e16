"""The dose in the report: the sets of the last session of an exercise, and of the one before."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from tracker.domain.columns import EXERCISES, SetColumns, day_number, day_of_number
from tracker.domain.exercise import Equipment, Exercise
from tracker.domain.session import LoggedSet, Session, SetType


class DoseQuestions(Protocol):
    """What is asked of a log."""

    def sessions_on(self, day: datetime.date) -> list[Session]: ...
    def sets_of(self, session_id: str) -> list[LoggedSet]: ...
    def equipment(self) -> list[Equipment]: ...


@dataclass(frozen=True, slots=True)
class SessionDose:
    """What one session did of an exercise.

    Args:
        date: Its day.
        sets: Its sets, at least one, in their order; warm-ups only where there is nothing else.
        equipment: The names of what they were done on, each once.
    """

    date: datetime.date
    sets: tuple[LoggedSet, ...]
    equipment: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExerciseDose:
    """What was done of an exercise in the last session that has it, and what then.

    Args:
        exercise: Which exercise.
        then: Of the last session up to the day compared with, or else of the first one after it;
            None where that is the last session.
        now: Of the last session of the period.
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
    """Lay out the dose of each exercise of the period.

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
    """Give what the last session of a day did of an exercise that the day has."""
    by_session = ([*log.sets_of(each.id)] for each in reversed(log.sessions_on(day)))
    of_exercise = ([each for each in sets if each.exercise is exercise] for sets in by_session)
    sets = next(filter(None, of_exercise))
    sets = [each for each in sets if each.set_type is not SetType.WARMUP] or sets
    used = dict.fromkeys(names[each.equipment_id] for each in sets if each.equipment_id)
    return SessionDose(day, tuple(sets), tuple(used))
