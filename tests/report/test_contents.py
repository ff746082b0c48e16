"""The physio's report as a whole: its period, what it leaves out, and its goals."""

import datetime

import pytest

from tests.exchange.logs import log_of
from tests.report.test_parts import (
    LEFT,
    RIGHT,
    SEATED,
    STANDING,
    TODAY,
    ago,
    both,
    report_of,
    train,
)
from tracker.app.logbook import Logbook
from tracker.app.progress import ProgressData
from tracker.domain.change import Entry
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import LEGS, Equipment
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import VISA_A, Measurement
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.report.contents import Report
from tracker.storage.database import Database


def test_an_empty_log_is_an_empty_report_of_today() -> None:
    report = report_of()
    assert report.is_empty
    assert (report.first, report.last) == (TODAY, TODAY)


@pytest.mark.parametrize(
    "entries",
    [
        train(0, (SEATED, LEFT, 60)),
        [Symptom(TODAY, Moment.AFTER, LEFT, pain=0)],
        [Measurement(TODAY, VISA_A.name, 60)],
        [HeelRaiseTest(TODAY, STANDING, LEFT, 20)],
    ],
    ids=["sets", "symptoms", "measurements", "tests"],
)
def test_anything_logged_fills_a_report(entries: list[Entry]) -> None:
    assert not report_of(*entries).is_empty
    assert report_of(*entries, first=10, last=1).is_empty


def test_goals_and_weighings_alone_do_not() -> None:
    goal = Goal(GoalKind.DIFFERENCE_PERCENT, SEATED, 5)
    assert report_of(goal, Bodyweight(TODAY, 70)).is_empty


def test_the_whole_log_reaches_from_its_first_to_its_last_entry() -> None:
    symptom = Symptom(ago(90), Moment.AFTER, LEFT, pain=0)
    report = report_of(*train(30, (SEATED, LEFT, 60)), symptom)
    assert (report.first, report.last) == (ago(90), ago(30))


@pytest.mark.parametrize(("first", "last"), [(40, None), (None, 10)])
def test_one_bound_may_be_given(first: int | None, last: int | None) -> None:
    report = report_of(*train(30, (SEATED, LEFT, 60)), first=first, last=last)
    assert report.first == ago(first or 30)
    assert report.last == ago(last or 30)


def test_a_period_after_everything_is_still_a_period() -> None:
    assert report_of(*train(30, (SEATED, LEFT, 60)), first=5).first == ago(5)
    report = report_of(*train(5, (SEATED, LEFT, 60)), last=30)
    assert (report.first, report.last) == (ago(30), ago(30))


def test_only_the_period_is_reported() -> None:
    old = [*train(60, *both(SEATED, 100, 100)), Measurement(ago(60), VISA_A.name, 40)]
    report = report_of(*old, *train(3, *both(SEATED, 60, 60)), first=27, last=0)
    assert report.strength[0].legs[LEFT].values.e1rm_kg == pytest.approx([80])
    assert report.measurements == ()


def test_bodyweight_stands_at_both_ends() -> None:
    weighings = [Bodyweight(ago(60), 68.0), Bodyweight(ago(5), 70.0)]
    report = report_of(*weighings, first=30, last=0)
    assert report.bodyweight_kg is not None
    assert (report.bodyweight_kg.start, report.bodyweight_kg.end) == (68, 70)
    assert report_of().bodyweight_kg is None


def test_sites_are_named_once_in_their_order() -> None:
    felt = [
        Symptom(TODAY, Moment.AFTER, LEFT, site, pain=1)
        for site in (Site.CALF, None, Site.MID_PORTION, Site.CALF)
    ]
    assert report_of(*felt).sites == (Site.MID_PORTION, Site.CALF)


def test_the_note_is_taken_without_its_margins() -> None:
    report = Report.of(Database.in_memory(), None, None, TODAY, "  hello\n")
    assert report.note == "hello"


def test_the_injury_of_the_last_day_and_the_events_of_the_period_are_told() -> None:
    injury = Event(ago(90), EventKind.INJURY, side=LEFT)
    healed = Event(ago(300), EventKind.INJURY, ago(200))
    race, later = Event(ago(20), EventKind.RACE), Event(ago(1), EventKind.VISIT)
    report = report_of(healed, injury, race, later, first=30, last=10)
    assert report.injury == injury
    assert report.events == (injury, race)
    assert report.is_empty  # nothing was trained or felt
    before = report_of(healed, injury, first=250, last=100)
    assert (before.injury, before.events) == (None, (healed,))


def test_a_goal_stands_at_the_last_day_with_what_came_before_the_period() -> None:
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5, RIGHT)
    days = ((24, 105), (20, 105), (5, 90), (1, 120))
    trained = [each for ago_, kg in days for each in train(ago_, *both(SEATED, kg / 2, kg))]
    report = report_of(goal, Bodyweight(TODAY, 70), *trained, first=7, last=3)
    (aim,) = report.aims
    assert aim.reached[RIGHT].value == pytest.approx(2)  # the median of 140, 140 and 120 kg


def test_the_report_and_the_window_say_the_same_of_a_goal() -> None:
    # 120 kg on an old lever and 70 kg on a new one by a runner of 80 kg: 70 / 80.
    old, new = Equipment("Old lever"), Equipment("New lever")
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5)
    log: list[Entry] = [Bodyweight(ago(30), 80.0), old, new, goal]
    days = [(days_ago, 120.0, old) for days_ago in (24, 22, 20)]
    days += [(days_ago, 70.0, new) for days_ago in (6, 4, 2)]
    for days_ago, kg, machine in days:
        session = Session(ago(days_ago))
        log += (
            session,
            *(
                LoggedSet(
                    session.id, SEATED, side, 1, 1, kg, place, rir=0.0, equipment_id=machine.id
                )
                for place, side in enumerate(LEGS)
            ),
        )
    (aim,) = report_of(*log, last=0).aims
    window = ProgressData(Logbook(log_of(*log)), lambda: TODAY)
    assert aim.reached == window.reached(goal)
    assert {leg: each.value for leg, each in aim.reached.items()} == {LEFT: 0.875, RIGHT: 0.875}


def test_the_log_may_change_meanwhile() -> None:
    report = report_of(*train(0, *both(SEATED, 60, 60)))
    with pytest.raises(AttributeError):
        report.first = datetime.date(2020, 1, 1)  # type: ignore[misc]
