"""Whether the last two sessions met their plan with reps in reserve: a fact, not advice."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tracker.domain.exercise import Side
from tracker.domain.plan import A_DAY, GRACE, Phase, Plan, PlannedSets
from tracker.domain.plan_due import due_on
from tracker.domain.session import LoggedSet, SetType
from tracker.domain.symptoms import Moment, Symptom

# Long enough for two sessions of any plan, since sessions are at most 336 hours apart.
LOOK_BACK: Final = datetime.timedelta(days=29)
LEAST_RIR: Final = 2
_SESSIONS: Final = 2
# The load to add for planned sets of one side on a day, in kilograms; None if unknown.
PlannedLoad = Callable[[PlannedSets, Side, datetime.date], float | None]


@dataclass(frozen=True, slots=True)
class Reached:
    """The last two sessions due met their plan, and the mornings after them were calm.

    Args:
        days: The days on which they were done, ascending.
        least_rir: Fewest repetitions in reserve in any planned set, 2 or more.
        most_pain: Worst pain on the two mornings after, within the lowest band.
    """

    days: tuple[datetime.date, datetime.date]
    least_rir: float
    most_pain: int


@dataclass(slots=True)
class _DueSession:
    """A session that was due, with the sets done for it."""

    day: datetime.date
    wanted: dict[Side, list[PlannedSets]]
    answers: list[tuple[PlannedSets, datetime.date, LoggedSet]]

    @property
    def is_whole(self) -> bool:
        return len(self.answers) == sum(map(len, self.wanted.values()))

    @property
    def done_on(self) -> datetime.date:
        return max(day for _, day, _ in self.answers)


def reached_with_reserve(
    plan: Plan,
    phases: Sequence[Phase],
    items: Sequence[PlannedSets],
    done: Sequence[tuple[datetime.date, LoggedSet]],
    symptoms: Iterable[Symptom],
    low_pain: int,
    planned_load: PlannedLoad,
    today: datetime.date,
) -> Reached | None:
    """Tell whether the last two sessions due met their plan with two or more reps in reserve.

    Sets done are matched to sessions as in ``adherence``. Today's session counts once begun.
    Anything unknown fails the test: reserve, a planned load, and pain on the morning after must be
    noted.

    Args:
        plan: The plan.
        phases: Its phases.
        items: Their planned sets.
        done: Sets with their days, in order, from ``LOOK_BACK`` before today on.
        symptoms: The symptoms of the same days.
        low_pain: Upper limit of the lowest pain band.
        planned_load: Gives the load that was planned.
        today: The runner's day.

    Returns:
        The fact; None if it does not hold.
    """
    sessions = _sessions_due(plan, phases, items, today)
    _answer(sessions, done)
    begun = [session for session in sessions if session.answers or session.day < today]
    last = begun[-_SESSIONS:]
    if len(last) < _SESSIONS or not all(session.is_whole for session in last):
        return None
    reserves = [_reserve(answer, planned_load) for session in last for answer in session.answers]
    pains = [_pain_after(session.done_on, symptoms) for session in last]
    known_reserves = [reserve for reserve in reserves if reserve is not None]
    known_pains = [pain for pain in pains if pain is not None]
    if len(known_reserves) < len(reserves) or len(known_pains) < len(pains):
        return None
    least_rir, most_pain = min(known_reserves), max(known_pains)
    if least_rir < LEAST_RIR or most_pain > low_pain:
        return None
    first, second = sorted(session.done_on for session in last)
    return Reached((first, second), least_rir, most_pain)


def _sessions_due(
    plan: Plan, phases: Sequence[Phase], items: Sequence[PlannedSets], today: datetime.date
) -> list[_DueSession]:
    found = []
    day = max(plan.starts_on, today - LOOK_BACK + A_DAY)
    while day <= min(today, plan.last_day):
        due = due_on(plan, phases, items, day)
        if due is not None:
            wanted: dict[Side, list[PlannedSets]] = {}
            for item in due.items:
                for side in item.side.sides:
                    wanted.setdefault(side, []).extend([item] * item.sets)
            found += [_DueSession(day, wanted, []) for _ in range(due.sessions)]
        day += A_DAY
    return found


def _answer(
    sessions: Sequence[_DueSession], done: Sequence[tuple[datetime.date, LoggedSet]]
) -> None:
    """Match sets done to the due sessions, each set once, the earliest first."""
    free = [(day, logged) for day, logged in done if logged.set_type is not SetType.WARMUP]
    for session in sessions:
        for side, wanted in session.wanted.items():
            for item in wanted:
                answer = next(
                    (
                        (day, logged)
                        for day, logged in free
                        if (logged.exercise, logged.side) == (item.exercise, side)
                        and abs(day - session.day) <= GRACE
                    ),
                    None,
                )
                if answer is not None:
                    free.remove(answer)
                    session.answers.append((item, *answer))


def _reserve(
    answer: tuple[PlannedSets, datetime.date, LoggedSet], planned_load: PlannedLoad
) -> float | None:
    """Return the reserve of a set that met its plan; None if it did not, or if unknown."""
    item, day, logged = answer
    if logged.reps < item.reps or logged.is_hold != (item.hold_s is not None):
        return None
    if (logged.hold_s or 0) < (item.hold_s or 0):
        return None
    if item.load_basis is not None:
        load_kg = planned_load(item, logged.side, day)
        if load_kg is None or logged.external_kg < load_kg:
            return None
    return logged.rir


def _pain_after(day: datetime.date, symptoms: Iterable[Symptom]) -> int | None:
    """Return the worst pain on the morning after a day; None if none was noted."""
    return max(
        (
            symptom.pain
            for symptom in symptoms
            if symptom.moment is Moment.NEXT_MORNING
            and symptom.date == day + A_DAY
            and symptom.pain is not None
        ),
        default=None,
    )
