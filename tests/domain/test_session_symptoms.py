"""Answers about a session become symptoms: added, changed or removed, and moved along with it."""

import datetime

from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.domain.session_symptoms import (
    Felt,
    first_of_each,
    moving,
    noting,
    worst_pain_of_sets,
)
from tracker.domain.symptoms import Moment, Site, Symptom

LEFT, RIGHT, BOTH = Side
TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)
SESSION = Session(TODAY)


def felt(moment: Moment, side: Side = LEFT, pain: int | None = 3) -> Symptom:
    return Symptom(TODAY, moment, side, pain=pain, stiffness_min=10, session_id=SESSION.id)


def logged(side: Side, pain: int | None) -> LoggedSet:
    return LoggedSet(SESSION.id, Exercise.SEATED, side, 1, 8, 60.0, pain_during=pain)


def test_an_answer_adds_a_symptom_of_the_session_on_its_day() -> None:
    answer = Felt(2, Site.CALF, 15)
    change = noting(SESSION, [], {(Moment.BEFORE, RIGHT): answer})
    ((before, after),) = change.of(Symptom)
    assert before is None
    assert after is not None
    assert after == Symptom(TODAY, Moment.BEFORE, RIGHT, Site.CALF, 2, 15, SESSION.id, after.id)


def test_the_next_morning_is_a_day_later() -> None:
    change = noting(SESSION, [], {(Moment.NEXT_MORNING, LEFT): Felt(0)})
    ((_, after),) = change.of(Symptom)
    assert after is not None
    assert after.date == TODAY + DAY


def test_an_answer_replaces_the_one_before_and_keeps_its_day() -> None:
    old = felt(Moment.DURING)
    change = noting(SESSION, [old], {(Moment.DURING, LEFT): Felt(1)})
    ((before, after),) = change.of(Symptom)
    assert before == old
    assert after is not None
    assert (after.id, after.pain, after.stiffness_min) == (old.id, 1, None)


def test_the_same_answer_again_changes_nothing() -> None:
    assert not noting(SESSION, [felt(Moment.DURING)], {(Moment.DURING, LEFT): Felt(3, None, 10)})


def test_no_answer_removes_what_was_noted_and_adds_nothing() -> None:
    old = felt(Moment.AFTER)
    nothing = {(Moment.AFTER, LEFT): Felt(), (Moment.AFTER, RIGHT): Felt(None, Site.CALF)}
    assert noting(SESSION, [old], nothing) == Change.removing(old)


def test_what_was_not_asked_stays() -> None:
    assert not noting(SESSION, [felt(Moment.AFTER)], {})


def test_of_two_symptoms_at_one_moment_the_first_is_the_one_answered() -> None:
    one, other = felt(Moment.AFTER), felt(Moment.AFTER)
    assert first_of_each([one, other]) == {(Moment.AFTER, LEFT): one}
    assert noting(SESSION, [one, other], {(Moment.AFTER, LEFT): Felt()}) == Change.removing(one)


def test_the_worst_pain_of_a_legs_sets_counts() -> None:
    sets = [logged(LEFT, 1), logged(LEFT, 4), logged(LEFT, None), logged(RIGHT, 7)]
    assert worst_pain_of_sets(sets, LEFT) == 4
    assert worst_pain_of_sets([logged(LEFT, None)], LEFT) is None


def test_symptoms_move_with_their_session_by_as_many_days() -> None:
    during = felt(Moment.DURING)
    morning = Symptom(TODAY + DAY, Moment.NEXT_MORNING, LEFT, pain=1, session_id=SESSION.id)
    change = moving(SESSION, [logged(LEFT, 1), during, morning], TODAY - 7 * DAY)
    ((_, session),) = change.of(Session)
    assert session is not None
    assert session.date == TODAY - 7 * DAY
    moved = [after.date for _, after in change.of(Symptom) if after]
    assert moved == [TODAY - 7 * DAY, TODAY - 6 * DAY]
    assert not change.of(LoggedSet)
