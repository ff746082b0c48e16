"""Logs of many sets: forty years of training, on the same days for any number of sets.

Besides sets, they contain what a runner in rehabilitation notes: the morning after each session, a
run on the day after it, a heel-raise test a month, measurements, events, goals, and plans.
"""

import datetime
from datetime import UTC
from pathlib import Path
from random import Random

from tracker.domain.change import Change, Entry
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import KNOWN_KINDS, Measurement
from tracker.domain.plan import MOST_WEEKS, LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.storage.database import Database

LAST_DAY = datetime.date(2026, 11, 24)
PLANS = 5  # of two years each
LEGS = (Side.LEFT, Side.RIGHT)
MONTHS = 480
MEASUREMENTS = 2_000
EVENTS = 200
HOLDS, HOLDS_A_SESSION = 5_000, 4
DAYS = 14_600  # that they are spread over
SESSIONS = 8_400  # one every other day, near enough, for forty years
SESSIONS_A_HOLD = 20  # one in so many is of holds alone


def make_log(path: Path, sets: int) -> None:
    """Make a log with this many sets, a hundred thousand at a time.

    Args:
        path: The file to create; must not exist.
        sets: Number of sets, spread evenly over 8,400 sessions.
    """
    random = Random(sets)
    database = Database.create(path)
    machine = Equipment("Lever machine")
    first = LAST_DAY - datetime.timedelta(days=round(SESSIONS * 1.74))
    entries: list[Entry] = [Runner(), machine]
    monthly = [first + datetime.timedelta(days=30 * month) for month in range(MONTHS)]
    entries += [Bodyweight(day, 70.0 + random.uniform(-2, 2)) for day in monthly]
    entries += [
        HeelRaiseTest(day, Exercise.STANDING, side, random.randint(18, 28))
        for day in monthly
        for side in LEGS
    ]
    entries += measurements(first, DAYS, random)
    entries += events(first, DAYS)
    entries += [
        Goal(GoalKind.E1RM_BODYWEIGHTS, Exercise.SEATED, 1.5),
        Goal(GoalKind.HEEL_RAISE_REPS, Exercise.STANDING, 25.0),
        Goal(GoalKind.DIFFERENCE_PERCENT, Exercise.SEATED, 10.0),
    ]
    for number in range(SESSIONS):
        day = first + datetime.timedelta(days=round(number * 1.74))
        started_at = datetime.datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
        session = Session(day, started_at)
        entries.append(session)
        count = sets * (number + 1) // SESSIONS - sets * number // SESSIONS
        entries += _sets_of(session, count, number, machine, random)
        entries += _day_after(session, random)
        if len(entries) > 100_000:
            database.apply(Change.adding(*entries))
            entries.clear()
    entries += _plans()
    database.apply(Change.adding(*entries))
    database.close()


def measurements(first: datetime.date, days: int, random: Random) -> list[Entry]:
    """Make measurements of the known kinds in turn, by leg if a kind has legs.

    Args:
        first: The first day.
        days: Number of days.
        random: The source of the values.
    """
    kinds = list(KNOWN_KINDS.values())
    made: list[Entry] = []
    for number in range(MEASUREMENTS):
        kind = kinds[number % len(kinds)]
        side = LEGS[number // len(kinds) % 2] if kind.is_of_legs else None
        least, most = kind.bounds
        value = round(random.uniform(least, most))
        day = first + datetime.timedelta(days=round(number * days / MEASUREMENTS))
        made.append(Measurement(day, kind.name, value, side))
    return made


def events(first: datetime.date, days: int) -> list[Entry]:
    """Make events now and then: on a day, over a span, and an injury that goes on.

    Args:
        first: The day of the first event.
        days: Number of days.
    """
    kinds = list(EventKind)
    made: list[Entry] = []
    for number in range(EVENTS):
        kind = kinds[number % len(kinds)]
        day = first + datetime.timedelta(days=round(number * days / EVENTS))
        lasts = day + datetime.timedelta(days=number % 40)
        if kind is EventKind.INJURY:
            goes_on = number + len(kinds) >= EVENTS
            until = None if goes_on else lasts
            made.append(Event(day, kind, until, LEGS[number % 2], Site.MID_PORTION))
        else:
            is_span = kind in (EventKind.ILLNESS, EventKind.TRAVEL)
            made.append(Event(day, kind, lasts if is_span else None, note=f"number {number}"))
    return made


def holds(first: datetime.date, days: int) -> list[Entry]:
    """Make sessions of holds of a load, with each leg in turn.

    Args:
        first: The first day.
        days: Number of days.
    """
    made: list[Entry] = []
    sessions = HOLDS // HOLDS_A_SESSION
    for number in range(sessions):
        day = first + datetime.timedelta(days=round(number * days / sessions))
        session = Session(day, datetime.datetime(day.year, day.month, day.day, 7, tzinfo=UTC))
        kg = 40.0 + number * 30 // sessions
        made.append(session)
        made += [
            LoggedSet(
                session.id,
                Exercise.SEATED,
                LEGS[place % 2],
                place // 2 + 1,
                1,
                kg,
                place,
                rir=0.0,
                hold_s=30.0 + (number + place) % 20,
            )
            for place in range(HOLDS_A_SESSION)
        ]
    return made


def _plans() -> list[Entry]:
    """Plan ten years up to now, in percent of a maximum, with the most sessions a day allowed."""
    entries: list[Entry] = []
    start = datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(weeks=52)
    for back in range(PLANS):
        plan = Plan("Benchmark", start - datetime.timedelta(weeks=back * MOST_WEEKS), MOST_WEEKS)
        phase = Phase(plan.id, 1, MOST_WEEKS, every_hours=1)
        entries += [plan, phase]
        entries += [
            PlannedSets(
                phase.id,
                exercise,
                PlannedSide.EACH,
                3,
                8,
                load_basis=LoadBasis.E1RM_PERCENT,
                load_value=70.0,
                position=place,
            )
            for place, exercise in enumerate((Exercise.SEATED, Exercise.STANDING))
        ]
    return entries


def _day_after(session: Session, random: Random) -> list[Entry]:
    """Make symptoms of each leg on the next morning, and a run."""
    day = session.date + datetime.timedelta(days=1)
    morning = Moment.NEXT_MORNING
    return [
        *(
            Symptom(
                day,
                morning,
                side,
                pain=random.choice((0, 0, 0, 1, 2)),
                stiffness_min=random.choice((0, 0, 5)),
                session_id=session.id,
            )
            for side in LEGS
        ),
        Run(day, round(random.uniform(5, 15), 2)),
    ]


def _sets_of(
    session: Session, count: int, number: int, machine: Equipment, random: Random
) -> list[LoggedSet]:
    """Spread sets over both exercises and legs; strength grows slowly, with noise."""
    strength = 40 + 30 * number / SESSIONS
    made = []
    for position in range(count):
        exercise = Exercise.SEATED if position < count / 2 else Exercise.STANDING
        place = position - (0 if exercise is Exercise.SEATED else (count + 1) // 2)
        side = LEGS[place % 2]
        load = strength if exercise is Exercise.SEATED else strength / 3
        made.append(
            LoggedSet(
                session.id,
                exercise,
                side,
                place // 2 + 1,
                random.randint(6, 10),
                round((load + (2.5 if side is Side.RIGHT else 0)) / 2.5) * 2.5,
                position,
                rir=float(random.randint(0, 3)),
                equipment_id=machine.id if exercise is Exercise.SEATED else None,
                hold_s=45.0 if number % SESSIONS_A_HOLD == 0 else None,
            )
        )
    return made
