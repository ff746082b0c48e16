"""What a watch cannot tell of its sets is what the runner said: legs in turn, and warm-ups."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.importing.fit_files import BEGUN, SEATED, STANDING, Done, Step, activity
from tests.exchange.importing.fit_files import rest as pause
from tests.exchange.logs import finished
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.exchange.importing.fit_activities import FitActivities, reading_fit
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.names import Meaning, Sides
from tracker.exchange.importing.proposal import Answers, build_change
from tracker.exchange.importing.turns import turns
from tracker.storage.database import Database

NAME = "Seated calf raise"
MAPPING = {
    NAME: Meaning(Exercise.SEATED, Sides.ALTERNATING),
    "Standing calf raise": Meaning(Exercise.STANDING, Sides.EACH),
}


def read(data: bytes) -> ReadFile:
    return finished(reading_fit(data, "x.fit", {}))


def test_the_first_set_was_the_left_legs_and_the_next_the_right_legs() -> None:
    found = read(activity([Done(8), pause(60.0), Done(9), Done(5, kind=STANDING), Done(10)]))
    told = turns(found.sets, MAPPING, begins_warm=False)
    assert [each.told.sides for each in told] == [Sides.LEFT, Sides.RIGHT, None, Sides.LEFT]
    assert {each.told.set_type for each in told} == {SetType.WORK}


def test_each_session_begins_with_the_left_leg() -> None:
    activities = FitActivities({})
    later = BEGUN + datetime.timedelta(days=2)
    finished(activities.taking(activity([Done(8)]), "a.fit"))
    finished(activities.taking(activity([Done(9)], begun=[later]), "b.fit"))
    told = turns(activities.as_read().sets, MAPPING, begins_warm=False)
    assert [each.told.sides for each in told] == [Sides.LEFT, Sides.LEFT]


def test_the_first_set_of_each_leg_was_a_warm_up() -> None:
    sets = [Done(8), Done(8), Done(8), Done(8), Done(5, kind=STANDING), Done(5, kind=STANDING)]
    told = turns(read(activity(sets)).sets, MAPPING, begins_warm=True)
    warm, work = SetType.WARMUP, SetType.WORK
    assert [each.told.set_type for each in told] == [warm, warm, work, work, warm, work]


def test_what_the_watch_tells_or_nobody_takes_in_stays() -> None:
    steps = [Step("Standing calf raise, left", intensity=None), Step(intensity=None, kind=SEATED)]
    found = read(activity([Done(8, kind=0), Done(8, step=1)], steps=steps))
    assert [each.told.is_type_known for each in found.sets] == [False, False]
    told = turns(found.sets, {}, begins_warm=True)
    assert found.sets == told


def test_warm_ups_are_asked_only_of_what_is_taken_in() -> None:
    found = read(activity([Done(8)]))
    assert not found.must_ask_warmup({})
    assert found.must_ask_warmup(MAPPING)


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8), st.booleans())
def test_an_activity_that_is_imported_again_adds_nothing(reps: list[int], is_warm: bool) -> None:
    found = read(activity([Done(each, 20.0) for each in reps]))
    database = Database.in_memory()
    try:
        answers = Answers(MAPPING, begins_warm=is_warm)
        change, summary = build_change(found, answers, LogSoFar.of(database, found))
        assert (summary.sets, summary.sessions) == (len(reps), 1)
        database.apply(change)
        again, _ = build_change(found, answers, LogSoFar.of(database, found))
        assert not again
        (session,) = [each for each in database.entries() if isinstance(each, Session)]
        assert session.started_at == BEGUN
        logged = [each for each in database.entries() if isinstance(each, LoggedSet)]
        logged.sort(key=lambda each: each.position)
        assert [each.reps for each in logged] == reps
        assert [each.side for each in logged] == [
            (Side.LEFT, Side.RIGHT)[number % 2] for number in range(len(reps))
        ]
        assert [each.set_type is SetType.WARMUP for each in logged] == [
            is_warm and number < 2 for number in range(len(reps))
        ]
    finally:
        database.close()
