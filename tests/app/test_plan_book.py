"""Which plan runs, what is due and was done of it, and how plans are taken and ended."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from tests.exchange.importing.fit_files import BEGUN, Done, Step, activity
from tests.exchange.logs import finished
from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.app.plan_book import PlanBook, PlanWeek
from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.plan import Begins, LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_edits import WholePlan
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.exchange.exporting.fit_workout import step_words
from tracker.exchange.importing.fit_activities import reading_fit
from tracker.exchange.importing.fit_scan import is_fit
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, build_change
from tracker.exchange.plan_file import plan_json
from tracker.storage.database import Database

SEATED, STANDING, BENT = Exercise
L, R, B = Side
TODAY = datetime.date(2026, 11, 24)  # a Tuesday
DAY = datetime.timedelta(days=1)
MONDAY = TODAY - DAY


class Desk:
    """A log in memory and its plans."""

    def __init__(self, folder: Path) -> None:
        settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.today = TODAY
        self.logbook = Logbook(Database.in_memory())
        self.data = ProgressData(self.logbook, lambda: self.today, self.logbook)
        self.plans = PlanBook(self.logbook, self.data, settings, self.logbook)

    def log(self, day: datetime.date, sets: int = 1, rir: float | None = None) -> None:
        session = Session(day)
        logged = [
            LoggedSet(session.id, SEATED, L, row, 8, 60.0, row, rir=rir)
            for row in range(1, sets + 1)
        ]
        self.logbook.apply(Change.adding(session, *logged), "before")


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Desk:
    return Desk(tmp_path)


def whole_plan(
    starts_on: datetime.date, weeks: int = 2, name: str = "Heavy", every_hours: int = 24
) -> WholePlan:
    plan = Plan(name, starts_on, weeks)
    phase = Phase(plan.id, 1, weeks, every_hours=every_hours)
    item = PlannedSets(
        phase.id,
        SEATED,
        PlannedSide.LEFT,
        2,
        8,
        load_basis=LoadBasis.EXTERNAL_KG,
        load_value=60.0,
    )
    return WholePlan(plan, (phase,), (item,))


def test_without_a_plan_nothing_runs_or_is_due(desk: Desk) -> None:
    plans = desk.plans
    assert plans.all() == []
    assert plans.current() is None
    assert plans.others() == []
    assert plans.due_on(TODAY) is None
    assert plans.next_due() is None
    assert plans.reached() is None
    assert plans.sets_done_today() == 0
    assert plans.whole("none") is None


def test_the_plan_that_runs_comes_before_those_to_come(desk: Desk) -> None:
    old = whole_plan(TODAY - 30 * DAY, name="Old")
    now = whole_plan(TODAY - 3 * DAY, name="Now")
    later = whole_plan(TODAY + 30 * DAY, name="Later")
    for each in (old, now, later):
        desk.plans.take(each)
    assert desk.plans.current() == now
    assert [each.plan.name for each in desk.plans.others()] == ["Later", "Old"]
    desk.today = TODAY + 20 * DAY
    assert desk.plans.current() == later
    desk.today = TODAY + 60 * DAY
    assert desk.plans.current() is None


def test_a_plan_that_was_stopped_before_it_began_does_not_come(desk: Desk) -> None:
    later = whole_plan(TODAY + 3 * DAY)
    desk.plans.take(later)
    desk.plans.stop(later.plan)
    assert desk.plans.current() is None


def test_each_session_of_a_day_is_due(desk: Desk) -> None:
    desk.plans.take(whole_plan(TODAY, every_hours=12))
    due = desk.plans.due_on(TODAY)
    assert due is not None
    assert (due.sessions, [item.sets for item in due.items]) == (2, [2])


def test_a_session_without_planned_sets_is_not_due(desk: Desk) -> None:
    whole = whole_plan(TODAY)
    desk.plans.take(replace(whole, items=()))
    assert desk.plans.due_on(TODAY) is None
    assert desk.plans.next_due() is None


def test_the_next_day_on_which_anything_is_due_is_found(desk: Desk) -> None:
    def next_day() -> datetime.date | None:
        found = desk.plans.next_due()
        return None if found is None else found[0]

    desk.plans.take(whole_plan(TODAY, every_hours=48))
    assert next_day() == TODAY + 2 * DAY
    desk.today = TODAY + 13 * DAY
    assert next_day() is None
    desk.today = TODAY - 5 * DAY
    assert next_day() == TODAY  # its first day


def test_the_weeks_of_a_plan_tell_planned_done_and_to_come(desk: Desk) -> None:
    start = MONDAY - 7 * DAY
    whole = whole_plan(start)
    desk.plans.take(whole)
    desk.log(start, sets=2)
    desk.log(TODAY, sets=1)
    assert desk.plans.sets_done_today() == 0  # the set answers yesterday's session first
    assert desk.plans.weeks(whole.plan) == [
        PlanWeek(start, 7, 1, 14, 2, 0),
        PlanWeek(MONDAY, 1, 1, 1, 1, 13),
    ]
    desk.log(TODAY, sets=2)
    assert desk.plans.sets_done_today() == 1


def test_only_the_weeks_of_one_plan_are_told(desk: Desk) -> None:
    desk.plans.take(whole_plan(MONDAY - 14 * DAY, weeks=1, name="Old"))
    now = whole_plan(MONDAY)
    desk.plans.take(now)
    assert [week.monday for week in desk.plans.weeks(now.plan)] == [MONDAY, MONDAY + 7 * DAY]


def test_two_sessions_with_reserve_and_calm_mornings_are_a_fact(desk: Desk) -> None:
    desk.plans.take(whole_plan(TODAY - 7 * DAY, every_hours=48))
    # Due every other day from then on, so yesterday and three days ago.
    for back in (3, 1):
        desk.log(TODAY - back * DAY, sets=2, rir=3.0)
        morning = Symptom(TODAY - (back - 1) * DAY, Moment.NEXT_MORNING, L, pain=1)
        desk.logbook.apply(Change.adding(morning), "morning")
    fact = desk.plans.reached()
    assert fact is not None
    assert fact.days == (TODAY - 3 * DAY, TODAY - DAY)
    assert (fact.least_rir, fact.most_pain) == (3.0, 1)


def test_a_load_below_the_planned_one_is_no_such_fact(desk: Desk) -> None:
    whole = whole_plan(TODAY - 7 * DAY, every_hours=48)
    heavier = replace(whole.items[0], load_value=65.0)
    desk.plans.take(replace(whole, items=(heavier,)))
    for back in (3, 1):
        desk.log(TODAY - back * DAY, sets=2, rir=3.0)
        morning = Symptom(TODAY - (back - 1) * DAY, Moment.NEXT_MORNING, L, pain=1)
        desk.logbook.apply(Change.adding(morning), "morning")
    assert desk.plans.reached() is None


def test_of_a_plan_to_come_nothing_was_reached(desk: Desk) -> None:
    desk.plans.take(whole_plan(TODAY + DAY))
    assert desk.plans.reached() is None


def test_taking_a_plan_stops_the_one_that_runs_in_one_step(desk: Desk) -> None:
    old, new = whole_plan(TODAY - 3 * DAY, name="Old"), whole_plan(TODAY, name="New")
    desk.plans.take(old)
    assert [plan.name for plan in desk.plans.stopped_by(new.plan)] == ["Old"]
    desk.plans.take(new)
    assert desk.logbook.undo_label == "Use plan New"
    stopped = desk.plans.whole(old.plan.id)
    assert stopped is not None
    assert stopped.plan.last_day == TODAY - DAY
    desk.logbook.undo()
    assert desk.plans.current() == old


def test_a_plan_is_stopped_with_yesterday_and_deleted_with_all_its_parts(desk: Desk) -> None:
    whole = whole_plan(TODAY - 3 * DAY)
    desk.plans.take(whole)
    desk.plans.stop(whole.plan)
    assert desk.plans.current() is None
    assert desk.logbook.undo_label == "Stop plan Heavy"
    desk.logbook.undo()
    assert desk.plans.current() == whole
    desk.plans.delete(whole)
    assert desk.plans.all() == []
    assert desk.logbook.database.planned_sets() == []
    assert desk.logbook.undo_label == "Delete plan Heavy"
    desk.logbook.undo()
    assert desk.plans.current() == whole


def test_only_the_runner_moves_the_day_of_the_maximum(desk: Desk) -> None:
    whole = whole_plan(TODAY - 3 * DAY)
    desk.plans.take(whole)
    desk.plans.take_todays_maximum(whole.plan)
    moved = desk.plans.whole(whole.plan.id)
    assert moved is not None
    assert moved.plan.maximum_on == TODAY
    assert desk.logbook.undo_label == "Base percentages on today’s maximum"


def test_a_plan_is_not_moved_over_another(desk: Desk) -> None:
    old, now = whole_plan(TODAY - 30 * DAY, name="Old"), whole_plan(TODAY)
    desk.plans.take(old)
    desk.plans.take(now)
    desk.plans.require_alone(now.plan)
    with pytest.raises(ValueError, match="In these weeks Old runs"):
        desk.plans.require_alone(replace(now.plan, starts_on=TODAY - 20 * DAY))


def in_a_row(starts_on: datetime.date) -> WholePlan:
    """Make a plan of three phases by hand, of 10, 11 and 12 repetitions a day."""
    plan = Plan("In a row", starts_on, 12)
    phases = tuple(
        Phase(plan.id, 1, 2, every_hours=24, position=place, begins=Begins.BY_HAND)
        for place in range(3)
    )
    items = tuple(
        PlannedSets(phase.id, SEATED, PlannedSide.LEFT, 1, 10 + phase.position) for phase in phases
    )
    return WholePlan(plan, phases, items)


def test_a_phase_is_begun_on_any_day_as_one_step(desk: Desk) -> None:
    desk.plans.take(in_a_row(MONDAY - 7 * DAY))

    def reps(back: int) -> int:
        due = desk.plans.due_on(TODAY - back * DAY)
        assert due is not None
        return due.items[0].reps

    def begin(place: int, day: datetime.date) -> None:
        current = desk.plans.current()
        assert current is not None
        desk.plans.begin(current, current.phases[place], day)

    begin(1, TODAY)
    assert desk.logbook.undo_label == "Begin phase 2"
    assert [reps(back) for back in (2, 1, 0)] == [10, 10, 11]
    desk.logbook.undo()
    assert reps(0) == 10
    desk.logbook.redo()
    begin(1, TODAY - DAY)  # it was yesterday, after all
    assert [reps(back) for back in (2, 1, 0)] == [10, 11, 11]
    begin(2, TODAY - DAY)  # and in truth another one, one edit of each
    assert [reps(back) for back in (2, 1, 0)] == [10, 12, 12]
    desk.logbook.undo()
    assert [reps(back) for back in (2, 1, 0)] == [10, 11, 11]
    begin(0, TODAY)
    assert [reps(back) for back in (2, 1, 0)] == [10, 11, 10]


def test_what_was_planned_stays_when_another_phase_is_begun(desk: Desk) -> None:
    whole = in_a_row(MONDAY - 7 * DAY)
    twice = replace(whole.items[1], sets=2)
    desk.plans.take(replace(whole, items=(whole.items[0], twice, whole.items[2])))
    desk.log(MONDAY - 7 * DAY)
    current = desk.plans.current()
    assert current is not None
    desk.plans.begin(current, current.phases[1], MONDAY)
    past, present, *_ = desk.plans.weeks(whole.plan)
    assert (past.sets_planned, past.sets_done) == (7, 1)  # one a day, as the first phase asked
    assert present.sets_planned + present.sets_to_come == 14  # two a day since


def test_a_phase_begins_on_a_day_of_the_plan_and_changes_something(desk: Desk) -> None:
    whole = in_a_row(MONDAY)
    desk.plans.take(whole)
    for day in (MONDAY - DAY, MONDAY + 84 * DAY):
        with pytest.raises(ValueError, match="That is no day of the plan"):
            desk.plans.begin(whole, whole.phases[1], day)
    with pytest.raises(ValueError, match="On that day phase 1 runs anyway"):
        desk.plans.begin(whole, whole.phases[0], TODAY)
    assert desk.logbook.undo_label == "Use plan In a row"


def test_phases_by_week_are_kept_apart(desk: Desk) -> None:
    whole = whole_plan(MONDAY, weeks=2)
    (phase,) = whole.phases
    desk.plans.require_apart(phase)  # of no plan of the log
    desk.plans.take(whole)
    later = Phase(whole.plan.id, 3, 4, every_hours=24, position=1)
    desk.plans.require_apart(later)
    with pytest.raises(ValueError, match="Another phase has weeks 1–2 on the same days"):
        desk.plans.require_apart(replace(later, first_week=2))


def test_the_involved_leg_is_the_runner_s_or_else_that_of_an_injury(desk: Desk) -> None:
    assert not desk.plans.involved_side
    injury = Event(desk.plans.today, EventKind.INJURY, side=Side.LEFT)
    desk.logbook.apply(Change.adding(injury), "injury")
    assert desk.plans.involved_side == Side.LEFT
    desk.logbook.apply(Change.adding(Runner(involved_side=R)), "runner")
    assert desk.plans.involved_side == R


def test_goals_come_with_what_was_reached(desk: Desk) -> None:
    goal = Goal(GoalKind.HEEL_RAISE_REPS, STANDING, 25.0, L)
    desk.logbook.apply(Change.adding(goal, HeelRaiseTest(TODAY, STANDING, L, 22)), "goal")
    ((told, reached),) = desk.plans.goals()
    assert told == goal
    assert reached[L].value == 22.0


def test_a_change_of_the_log_is_told(desk: Desk) -> None:
    told: list[bool] = []
    desk.plans.refreshed.connect(lambda: told.append(True))
    desk.plans.take(whole_plan(TODAY))
    desk.log(TODAY)
    assert len(told) == 2


def test_what_a_watch_gives_back_of_a_workout_counts_as_planned(desk: Desk, tmp_path: Path) -> None:
    plans = desk.plans
    assert plans.workout_on(TODAY) is None
    plans.take(whole_plan(TODAY, every_hours=48))
    assert plans.workout_on(TODAY + DAY) is None
    workout = plans.workout_on(TODAY)
    assert workout is not None
    assert workout.name == "2026-11-24 Heavy"
    (dose,) = workout.doses
    assert (dose.item.sets, dose.loads_kg) == (2, {L: 60.0})
    path = tmp_path / "x.fit"
    plans.write_workout(workout, path)
    assert is_fit(path.read_bytes())
    done = [Done(8, 60.0, step=0), Done(8, 60.0, step=0)]
    data = activity(done, steps=[Step(step_words(dose.item, L))], begun=[BEGUN])
    read = finished(reading_fit(data, "x.fit", {}))
    log = LogSoFar.of(desk.logbook.database, read)
    change, _ = build_change(read, Answers(read.guessed_mapping), log)
    desk.logbook.apply(change, "import")
    assert plans.sets_done_today() == 2


def test_a_workout_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.plans.take(whole_plan(TODAY))
    workout = desk.plans.workout_on(TODAY)
    assert workout is not None
    with pytest.raises(TrackerError):
        desk.plans.write_workout(workout, tmp_path / "none" / "x.fit")


def test_what_is_due_in_the_coming_days_is_listed_by_day(desk: Desk) -> None:
    assert desk.plans.coming(14) == []
    plan = Plan("Mine", MONDAY, 2)
    phase = Phase(plan.id, 1, 2, (1, 3))
    item = PlannedSets(phase.id, SEATED, PlannedSide.EACH, 3, 8)
    desk.plans.take(WholePlan(plan, (phase,), (item,)))
    assert [(day - TODAY).days for day, _ in desk.plans.coming(14)] == [1, 6, 8]
    assert all(list(due.items) == [item] for _, due in desk.plans.coming(14))


def test_a_plan_is_read_as_one_that_begins_today(desk: Desk, tmp_path: Path) -> None:
    plan = Plan("Sent", MONDAY - 100 * DAY, 2)
    path = tmp_path / "x.soleus-plan"
    desk.plans.write_file(plan_json(WholePlan(plan)), path)
    assert desk.plans.read_plan(path).plan.starts_on == TODAY
    with pytest.raises(TrackerError, match="missing"):
        desk.plans.read_plan(tmp_path / "missing")
