"""Logs with the longest reports: everything that a page may have, and much of it."""

import datetime
import itertools
from collections.abc import Callable, Container, Iterable

from tests.report.test_parts import TODAY, ago
from tracker.domain.change import Change, Entry
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import LEGS, Equipment, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.measurement import KNOWN_KINDS, MeasuredKind, Measurement, kind_named
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.storage.database import Database

LONG = "Waldweg mit Steigung, danach Treppen und ein paar Sprünge auf dem linken Bein " * 40


def at(hour: int, day: int) -> Session:
    """Start a session at an hour, so that of several on one day the same is always last."""
    moment = datetime.datetime.combine(ago(day), datetime.time(hour), datetime.UTC)
    return Session(ago(day), moment)


def training(days: Iterable[int], exercises: Iterable[Exercise] = tuple(Exercise)) -> list[Entry]:
    """Make sets of exercises that all differ, on equipment with a long name."""
    machines = {each: Equipment(f"{each.value} {LONG[:70]}") for each in Exercise}
    made: list[Entry] = [*machines.values()]
    for number, day in enumerate(days):
        session = at(18, day)
        made.append(session)
        made += [
            LoggedSet(
                session.id,
                exercise,
                side,
                place + 1,
                6 + (number + place) % 5,
                40.0 + 2.5 * place,
                20 * which + 2 * place + LEGS.index(side),
                set_type=SetType.TEST if place == 5 else SetType.WORK,
                rir=float(place % 4),
                tempo=None,
                rest_s=90.0 + place,
                equipment_id=machines[exercise].id,
            )
            for which, exercise in enumerate(exercises)
            for place in range(6)
            for side in LEGS
        ]
    return made


def both_at_once(days: Iterable[int]) -> list[Entry]:
    """Make sets of both legs at once, too: another column in every table of legs."""
    made: list[Entry] = []
    for day in days:
        session = at(8, day)
        made += [session]
        made += [
            LoggedSet(session.id, exercise, Side.BOTH, 1, 10, 60.0 + place, place, rir=1.0)
            for place, exercise in enumerate(Exercise)
        ]
    return made


def holds(days: Iterable[int]) -> list[Entry]:
    """Make holds of each exercise with either leg, longer each time."""
    made: list[Entry] = []
    for number, day in enumerate(days):
        session = at(12, day)
        made += [session]
        made += [
            LoggedSet(session.id, each, side, 1, 1, 137.5, place, rir=0.0, hold_s=31.5 + number)
            for place, each in enumerate(Exercise)
            for side in LEGS
        ]
    return made


def measured(days: Iterable[int], own: int = 8) -> list[Entry]:
    """Make measurements of known kinds, and of the runner's own, with long names and values."""
    kinds: list[MeasuredKind] = [*KNOWN_KINDS.values()]
    kinds += [kind_named(f"{number} {LONG[:50]}", "kg je cm") for number in range(own)]
    made: list[Entry] = []
    for number, day in enumerate(days):
        for kind in kinds:
            sides = {True: LEGS, False: (None,), None: (*LEGS, None)}[kind.is_of_legs]
            value = kind.bounds[1] - 0.25 * (number % 9) if kind.is_known else 1_234.5 + number
            unit = "" if kind.is_known else kind.unit
            made += [Measurement(ago(day), kind.name, value, side, unit) for side in sides]
    return made


def tests(days: Iterable[int]) -> list[Entry]:
    """Make tests of both legs with straight and bent knee, at two paces, with pain at the end."""
    return [
        HeelRaiseTest(
            ago(day),
            exercise,
            side,
            20 + number,
            cadence_bpm=60.0 if side is Side.LEFT else None,
            incline_deg=10.0 if side is Side.LEFT else 0.0,
            stop_reason=StopReason.PAIN,
            pain=4,
        )
        for number, day in enumerate(days)
        for exercise in (Exercise.STANDING, Exercise.STANDING_BENT)
        for side in LEGS
    ]


def felt(days: Iterable[int]) -> list[Entry]:
    """Make pain at every moment, in both legs and in neither, at every site."""
    sites = list(Site)
    return [
        Symptom(ago(day), moment, side, sites[number % len(sites)], pain=7, stiffness_min=45)
        for number, day in enumerate(days)
        for moment in Moment
        for side in Side
    ]


def happened(days: Iterable[int]) -> list[Entry]:
    """Make events of every kind with long notes; the injury goes on."""
    injury = Event(ago(400), EventKind.INJURY, None, Side.BOTH, Site.MID_PORTION, LONG[:150])
    kinds = [kind for kind in EventKind if kind is not EventKind.INJURY]
    return [
        injury,
        *(
            Event(ago(day), kinds[number % len(kinds)], ago(day - 1), note=LONG[:150])
            for number, day in enumerate(days)
        ),
    ]


def agreed() -> list[Entry]:
    """Make goals of every kind, more than a page shows."""
    by = TODAY + datetime.timedelta(days=90)
    return [
        *(Goal(GoalKind.E1RM_BODYWEIGHTS, each, 1.55, by=by) for each in Exercise),
        *(Goal(GoalKind.DIFFERENCE_PERCENT, each, 7.5, by=by) for each in Exercise),
        *(Goal(GoalKind.HEEL_RAISE_REPS, Exercise.STANDING, 25.0, side, by) for side in LEGS),
        *(
            Goal(GoalKind.MEASUREMENT, None, 9.0, side, by, measured="knee_to_wall")
            for side in LEGS
        ),
    ]


def planned() -> list[Entry]:
    """Make plans of a month again and again, for each leg and for both at once."""
    made: list[Entry] = []
    for month in range(12):
        plan = Plan(f"{month} {LONG[:70]}", ago(28 * month + 28), 4)
        phase = Phase(plan.id, 1, 4, every_hours=48)
        made += [plan, phase]
        made += [
            PlannedSets(phase.id, each, side, 3, 8, position=place)
            for place, (each, side) in enumerate(
                (each, side) for each in Exercise for side in (PlannedSide.EACH, PlannedSide.BOTH)
            )
        ]
    return made


def run(days: Iterable[int]) -> list[Entry]:
    """Make runs on days."""
    return [Run(ago(day), 12.34) for day in days]


def weighed() -> list[Entry]:
    """Make a runner of whom everything is known."""
    runner = Runner(LONG[:60], Side.LEFT, 1962, "female", target_ratio=0.8)
    return [runner, Bodyweight(ago(400), 91.2), Bodyweight(ago(3), 88.7)]


YEAR = range(364, -1, -6)
PARTS: dict[str, Callable[[], list[Entry]]] = {
    "both at once": lambda: both_at_once(YEAR[::5]),
    "holds": lambda: holds(YEAR[::4]),
    "training": lambda: training(YEAR),
    "measurements": lambda: measured(YEAR[::8]),
    "tests": lambda: tests(YEAR[::8]),
    "symptoms": lambda: felt(YEAR),
    "events": lambda: happened(YEAR[::4]),
    "goals": agreed,
    "plans": planned,
    "runs": lambda: run(YEAR),
    "runner": weighed,
}


def log_with(parts: Container[str]) -> Database:
    """Make a log of only these parts, in their order."""
    told = [made() for part, made in PARTS.items() if part in parts]
    database = Database.in_memory()
    database.apply(Change.adding(*itertools.chain.from_iterable(told)))
    return database
