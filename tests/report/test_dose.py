"""The dose in the physio's report: the last session of an exercise, and the one of then."""

from dataclasses import replace

from tests.report.test_parts import (
    BENT,
    LEFT,
    RIGHT,
    SEATED,
    STANDING,
    ago,
    both,
    report_of,
    train,
)
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Equipment
from tracker.domain.session import LoggedSet, Session, SetType


def test_each_exercise_has_its_last_session_and_the_last_up_to_the_visit() -> None:
    report = report_of(
        *train(60, *both(SEATED, 40, 40)),
        *train(30, *both(SEATED, 50, 55), (STANDING, LEFT, 5)),
        *train(20, *both(SEATED, 55, 55)),
        *train(2, *both(SEATED, 60, 65)),
        Event(ago(25), EventKind.VISIT),
        first=90,
        last=0,
    )
    seated, standing = report.doses
    assert (seated.exercise, standing.exercise) == (SEATED, STANDING)
    assert seated.then is not None
    assert (seated.then.date, seated.now.date) == (ago(30), ago(2))
    assert [each.external_kg for each in seated.then.sets] == [50, 55]
    assert [each.external_kg for each in seated.now.sets] == [60, 65]
    assert (standing.then, standing.now.date) == (None, ago(30))  # it is not told twice


def test_without_a_visit_the_first_session_of_the_period_is_then() -> None:
    training = [each for day in (50, 30, 10) for each in train(day, (SEATED, LEFT, day))]
    (dose,) = report_of(*training, first=40, last=0).doses
    assert dose.then is not None
    assert dose.then.date == ago(50)  # what was done as it began
    (dose,) = report_of(*training, first=60, last=0).doses
    assert dose.then is not None
    assert dose.then.date == ago(50)


def test_an_exercise_of_before_the_period_has_none() -> None:
    report = report_of(*train(50, (BENT, LEFT, 5)), *train(1, (SEATED, LEFT, 5)), first=9, last=0)
    assert [dose.exercise for dose in report.doses] == [SEATED]


def test_of_two_sessions_of_a_day_the_last_that_has_the_exercise_is_told() -> None:
    report = report_of(
        *train(0, (SEATED, LEFT, 50)), *train(0, (SEATED, LEFT, 60)), *train(0, (STANDING, LEFT, 5))
    )
    told = {dose.exercise: dose.now.sets[0].external_kg for dose in report.doses}
    assert told[STANDING] == 5
    assert told[SEATED] in (50, 60)  # none has a time


def test_warm_ups_are_told_only_where_there_is_nothing_else() -> None:
    warm_up = train(0, (SEATED, RIGHT, 20), set_type=SetType.WARMUP)
    (dose,) = report_of(*warm_up).doses
    assert dose.now.sets[0].external_kg == 20
    session = Session(ago(0))
    sets = [
        LoggedSet(session.id, SEATED, LEFT, number, 8, 50.0 + number, number, set_type=set_type)
        for number, set_type in enumerate((SetType.WARMUP, SetType.WORK), start=1)
    ]
    (dose,) = report_of(session, *sets).doses
    assert [each.external_kg for each in dose.now.sets] == [52]


def test_what_was_used_is_named_once() -> None:
    machine = Equipment("Lever")
    session, *sets = train(0, *both(SEATED, 50, 50))
    sets = [replace(each, equipment_id=machine.id) for each in sets if isinstance(each, LoggedSet)]
    (dose,) = report_of(machine, session, *sets).doses
    assert dose.now.equipment == ("Lever",)
