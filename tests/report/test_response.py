"""How the leg answered: mornings, days of pain and the worst, beside the weeks' work."""

from math import isnan

import pytest

from tests.report.test_parts import BOTH, LEFT, RIGHT, SEATED, TODAY, ago, both, report_of, train
from tracker.domain.change import Entry
from tracker.domain.columns import day_number
from tracker.domain.event import Event, EventKind
from tracker.domain.run import Run
from tracker.domain.runner import Runner
from tracker.domain.session import Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.report.response import MOST_WEEKS, Response, Worst


def answered(days_ago: int, before: int, morning: int | None) -> list[Entry]:
    """Log a session, with the left leg's pain before it and on the next morning."""
    session = Session(ago(days_ago))
    log: list[Entry] = [
        session,
        Symptom(ago(days_ago), Moment.BEFORE, LEFT, pain=before, session_id=session.id),
    ]
    if morning is not None:
        day = ago(days_ago - 1)
        log.append(Symptom(day, Moment.NEXT_MORNING, LEFT, pain=morning, session_id=session.id))
    return log


def response_of(*entries: Entry, first: int | None = None) -> Response:
    response = report_of(*entries, first=first, last=0).response
    assert response is not None
    return response


def test_without_pain_noted_there_is_nothing_to_tell() -> None:
    stiff = Symptom(TODAY, Moment.NEXT_MORNING, LEFT, stiffness_min=5)
    assert report_of(stiff).response is None


def test_a_morning_is_held_against_the_pain_before_its_own_session() -> None:
    log = [*answered(9, 1, 3), *answered(7, 3, 3), *answered(5, 2, 1), *answered(3, 0, None)]
    loose = Symptom(ago(2), Moment.NEXT_MORNING, LEFT, pain=9)  # of no session
    (leg,) = response_of(*log, loose).legs
    assert (leg.side, leg.sessions, leg.mornings_above) == (LEFT, 3, 1)


def test_days_are_counted_by_the_runner_s_bands_and_once_a_day() -> None:
    pains = [(9, 2), (8, 3), (8, 1), (7, 5), (6, 6), (5, 10)]
    felt = [Symptom(ago(day), Moment.AFTER, LEFT, pain=pain) for day, pain in pains]
    (leg,) = response_of(*felt).legs
    assert (leg.days, leg.days_middle, leg.days_high) == (5, 4, 2)
    (leg,) = response_of(Runner(low_pain=1, middle_pain=4), *felt).legs
    assert (leg.days_middle, leg.days_high) == (5, 3)


def test_the_worst_is_told_with_its_moment_the_last_of_equals() -> None:
    felt = [
        Symptom(ago(9), Moment.AFTER, LEFT, pain=4),
        Symptom(ago(3), Moment.BEFORE, LEFT, pain=4),
        *train(1, (SEATED, LEFT, 60), pain=2),
    ]
    (leg,) = response_of(*felt).legs
    assert leg.worst == Worst(4, day_number(ago(3)), Moment.BEFORE)


def test_what_was_before_the_visit_is_not_counted_but_has_its_weeks() -> None:
    log = [*answered(20, 1, 3), Symptom(ago(2), Moment.AFTER, RIGHT, pain=1)]
    left, right = response_of(*log, Event(ago(10), EventKind.VISIT), first=25).legs
    assert (left.sessions, left.days, left.worst) == (0, 0, None)
    assert (right.side, right.days) == (RIGHT, 1)
    assert [each for each in left.weeks if not isnan(each)] == [3]


def test_weeks_have_their_sets_kilometres_and_the_median_of_their_mornings() -> None:
    mornings = [
        Symptom(ago(day), Moment.NEXT_MORNING, LEFT, pain=pain)
        for day, pain in ((7, 1), (5, 2), (0, 4))  # today is a Monday
    ]
    training = [*train(7, *both(SEATED, 60, 60)), *train(6, *both(SEATED, 60, 60))]
    told = response_of(*mornings, *training, Run(ago(3), 10.0), first=8)
    assert told.mondays == tuple(day_number(ago(day)) for day in (14, 7, 0))
    assert list(told.hard_sets) == [0, 2, 0]
    assert list(told.km) == [0, 10, 0]
    (leg,) = told.legs
    assert leg.weeks == pytest.approx((float("nan"), 1.5, 4), nan_ok=True)


def test_weeks_without_training_have_none_and_no_more_are_told_than_there_is_room_for() -> None:
    felt = [Symptom(ago(day), Moment.AFTER, BOTH, pain=1) for day in (200, 0)]
    told = response_of(*felt)
    assert len(told.mondays) == MOST_WEEKS
    assert set(told.hard_sets) == {0}
    assert all(map(isnan, told.km))
