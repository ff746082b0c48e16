"""What sets tell of a maximum, of one session and of the last ones."""

import datetime

import pytest

from tracker.app.recent_estimates import (
    SESSIONS,
    best_estimate,
    estimate_of_set,
    recent_bests,
)
from tracker.domain.change import Change
from tracker.domain.evidence import Evidence
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.storage.database import Database

SEATED, STANDING, BENT = Exercise
LEFT, RIGHT, BOTH = Side
TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)


def a_set(
    session: Session, exercise: Exercise, side: Side, reps: int, kg: float, **fields: object
) -> LoggedSet:
    given = {"set_no": 1, "position": 0, "rir": 0.0} | fields
    return LoggedSet(session.id, exercise, side, reps=reps, external_kg=kg, **given)  # type: ignore[arg-type]


def test_a_standing_set_needs_the_bodyweight() -> None:
    logged = a_set(Session(TODAY), STANDING, LEFT, 10, 20)
    # Epley: 90 kg × (1 + 10/30)
    assert estimate_of_set(logged, 70, Formula.EPLEY).e1rm_kg == pytest.approx(120)
    assert estimate_of_set(logged, None, Formula.EPLEY).evidence is Evidence.NONE


def test_a_test_counts_before_what_is_higher_and_nothing_tells_nothing() -> None:
    session = Session(TODAY)
    high = a_set(session, SEATED, LEFT, 10, 90)
    test = a_set(session, SEATED, LEFT, 10, 60, set_type=SetType.TEST)
    best = best_estimate([high, test], None, Formula.EPLEY)
    assert best is not None
    assert best.e1rm_kg == pytest.approx(80)
    warmup = a_set(session, SEATED, LEFT, 10, 60, set_type=SetType.WARMUP)
    assert best_estimate([warmup], None, Formula.EPLEY) is None


def test_the_last_sessions_with_the_exercise_are_listed_oldest_first() -> None:
    database = Database.in_memory()
    database.apply(Change.adding(Bodyweight(TODAY - 99 * DAY, 70)))
    for ago in range(13):
        session = Session(TODAY - ago * DAY)
        exercise = STANDING if ago == 3 else SEATED
        database.apply(Change.adding(session, a_set(session, exercise, LEFT, 10, 60 + ago)))
        if ago == 0:
            shown = session
    recent = recent_bests(database, shown, SEATED, Formula.EPLEY)
    days = [(TODAY - each.session.date).days for each in recent]
    assert days == [11, 10, 9, 8, 7, 6, 5, 4, 2, 1]
    assert len(days) == SESSIONS
    assert recent[-1].best[LEFT].e1rm_kg == pytest.approx(61 * 4 / 3)
    assert RIGHT not in recent[-1].best
    assert recent[-1].equipment == {LEFT: None}
    (standing,) = recent_bests(database, shown, STANDING, Formula.EPLEY)
    assert standing.best[LEFT].e1rm_kg == pytest.approx(133 * 4 / 3)
    assert recent_bests(database, shown, BENT, Formula.EPLEY) == []


def test_the_equipment_of_the_best_set_is_told() -> None:
    database = Database.in_memory()
    lever, press = Equipment("Lever"), Equipment("Press")
    session, shown = Session(TODAY - DAY), Session(TODAY)
    light = a_set(session, SEATED, LEFT, 10, 50, equipment_id=lever.id)
    heavy = a_set(session, SEATED, LEFT, 10, 60, set_no=2, position=1, equipment_id=press.id)
    database.apply(Change.adding(lever, press, session, light, heavy))
    (recent,) = recent_bests(database, shown, SEATED, Formula.EPLEY)
    assert recent.equipment == {LEFT: press.id}
