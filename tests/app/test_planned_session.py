"""The plan on the Log page: what is expected, how it is taken over, and the rest after it."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from tests.clocks import Clock
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.planned_session import maxima_of
from tracker.app.preferences import RESTS
from tracker.app.rest_timer import RestTimer
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit, pounds_from_kg
from tracker.domain.one_rep_max import Formula
from tracker.domain.plan import LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session, SetType, Tempo
from tracker.domain.set_grid import Cell
from tracker.storage.database import Database

L, R, B = Side
SEATED, STANDING, BENT = Exercise
EACH = PlannedSide.EACH
NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)  # a Tuesday
TODAY = NOW.date()
DAY = datetime.timedelta(days=1)
SLOW = Tempo(3, 0, 3, 0)
Done = tuple[Exercise, Side, int, int, float]


class Desk:
    """A log in memory with a plan that began a week ago."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.logbook = Logbook(Database.in_memory())
        self.clock = Clock()
        self.plan = Plan("Heavy", TODAY - 7 * DAY, 12)
        self.phase = Phase(self.plan.id, 1, 12, every_hours=24)
        self.current = CurrentSession(
            self.logbook,
            self.settings,
            lambda: NOW,
            self.logbook,
            rest_timer=RestTimer(self.clock.seconds, self.clock.timer),
        )

    def take(self, *items: PlannedSets) -> None:
        own = [replace(item, phase_id=self.phase.id, position=p) for p, item in enumerate(items)]
        self.logbook.apply(Change.adding(self.plan, self.phase, *own), "Take plan")

    def log(self, day: datetime.date, *sets: Done) -> Session:
        session = Session(day)
        logged = [
            LoggedSet(session.id, exercise, side, row, reps, kg, place)
            for place, (exercise, side, row, reps, kg) in enumerate(sets)
        ]
        self.logbook.apply(Change.adding(session, *logged), "before")
        return session

    def expected(self, exercise: Exercise) -> list[Done]:
        cells = sorted(self.current.grid([exercise]).expected)
        found = [each for each in map(self.current.expected, cells) if each is not None]
        return [(e.exercise, e.side, e.set_no, e.reps, e.external_kg) for e in found]

    def done(self) -> list[Done]:
        sets = self.current.sets
        return [(e.exercise, e.side, e.set_no, e.reps, e.external_kg) for e in sets]


def planned(
    exercise: Exercise = SEATED,
    side: PlannedSide = EACH,
    sets: int = 1,
    reps: int = 8,
    kg: float | None = None,
    basis: LoadBasis = LoadBasis.EXTERNAL_KG,
) -> PlannedSets:
    return PlannedSets(
        "",
        exercise,
        side,
        sets,
        reps,
        load_basis=None if kg is None else basis,
        load_value=kg,
    )


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Desk:
    return Desk(tmp_path)


def test_without_a_plan_last_time_s_sets_are_expected(desk: Desk) -> None:
    desk.log(TODAY - 7 * DAY, (SEATED, L, 1, 10, 50.0))
    assert desk.current.planned is None
    assert desk.expected(SEATED) == [(SEATED, L, 1, 10, 50.0)]
    assert desk.current.to_fill([SEATED]) == (SEATED,)
    assert desk.current.asked(Cell(SEATED, 1, L)) is None


def test_planned_sets_are_expected_with_their_load(desk: Desk) -> None:
    desk.log(TODAY - 7 * DAY, (SEATED, L, 1, 10, 50.0), (SEATED, L, 2, 10, 50.0))
    desk.take(planned(sets=1, kg=60.0))
    assert desk.expected(SEATED) == [(SEATED, L, 1, 8, 60.0), (SEATED, R, 1, 8, 60.0)]


def test_where_no_load_is_planned_last_time_s_counts(desk: Desk) -> None:
    desk.log(TODAY - 7 * DAY, (SEATED, L, 1, 10, 50.0), (SEATED, R, 1, 10, 45.0))
    desk.take(planned(sets=2))
    assert desk.expected(SEATED) == [
        (SEATED, L, 1, 8, 50.0),
        (SEATED, R, 1, 8, 45.0),
        (SEATED, L, 2, 8, 50.0),  # last time had one set: its load goes on
        (SEATED, R, 2, 8, 45.0),
    ]


def test_the_load_of_a_warm_up_is_no_measure_of_the_work(desk: Desk) -> None:
    session = Session(TODAY - 7 * DAY)
    sets = [
        LoggedSet(session.id, SEATED, L, row, 10, kg, row, set_type=set_type)
        for row, kg, set_type in (
            (1, 20.0, SetType.WARMUP),
            (2, 50.0, SetType.WORK),
            (3, 55.0, SetType.WORK),
        )
    ]
    desk.logbook.apply(Change.adding(session, *sets), "before")
    desk.take(planned(side=PlannedSide.LEFT, sets=3))
    assert [each[-1] for each in desk.expected(SEATED)] == [50.0, 55.0, 55.0]


def test_the_load_of_a_hold_is_that_of_the_next_and_of_no_repetitions(desk: Desk) -> None:
    before = Session(TODAY - 7 * DAY)
    held = LoggedSet(before.id, SEATED, L, 1, 1, 80.0, hold_s=40.0)
    moved = replace(held, id="moved", set_no=2, external_kg=50.0, reps=12, hold_s=None)
    desk.logbook.apply(Change.adding(before, held, moved), "before")
    one = planned(side=PlannedSide.LEFT, reps=1)
    desk.take(planned(side=PlannedSide.LEFT, reps=12), replace(one, hold_s=45.0))
    assert desk.expected(SEATED) == [(SEATED, L, 1, 12, 50.0), (SEATED, L, 2, 1, 80.0)]
    desk.current.take_over([Cell(SEATED, 2, L)])
    assert [(each.reps, each.hold_s) for each in desk.current.sets] == [(1, 45.0)]


def test_an_exercise_that_is_not_planned_keeps_last_time_s_sets(desk: Desk) -> None:
    desk.log(TODAY - 7 * DAY, (STANDING, L, 1, 12, 20.0))
    desk.take(planned(kg=60.0))
    assert desk.expected(STANDING) == [(STANDING, L, 1, 12, 20.0)]


def test_a_day_without_anything_due_is_as_without_a_plan(desk: Desk) -> None:
    desk.phase = replace(desk.phase, every_hours=None, weekdays=(1,))
    desk.take(planned(kg=60.0))
    assert desk.current.planned is None
    desk.current.open_new(TODAY - DAY)
    assert desk.expected(SEATED) == [(SEATED, L, 1, 8, 60.0), (SEATED, R, 1, 8, 60.0)]
    desk.current.open_new(TODAY - 8 * DAY)  # before the plan
    assert desk.current.planned is None


@pytest.mark.parametrize(("last", "reps"), [(9, 10), (12, 12), (15, 15), (16, 10)])
def test_of_a_range_last_time_s_repetitions_count_where_they_lie_in_it(
    desk: Desk, last: int, reps: int
) -> None:
    desk.log(TODAY - 7 * DAY, (SEATED, L, 1, last, 50.0))
    desk.take(replace(planned(side=PlannedSide.LEFT, reps=10), most_reps=15))
    assert desk.expected(SEATED) == [(SEATED, L, 1, reps, 50.0)]


def test_a_percentage_is_of_the_best_estimate_of_the_28_days_up_to_the_plan_s_day(
    desk: Desk,
) -> None:
    start = desk.plan.starts_on
    desk.log(start - 28 * DAY, (SEATED, L, 1, 1, 200.0))  # too long ago
    desk.log(start, (SEATED, L, 1, 1, 100.0), (SEATED, L, 2, 1, 90.0))
    desk.log(start + DAY, (SEATED, L, 1, 1, 150.0))  # later
    desk.take(planned(kg=73.0, basis=LoadBasis.E1RM_PERCENT))
    assert desk.expected(SEATED)[0] == (SEATED, L, 1, 8, 72.5)
    assert desk.current.asked(Cell(SEATED, 1, R)) is not None


def test_a_percentage_is_never_of_a_hold(desk: Desk) -> None:
    start = desk.plan.starts_on
    desk.log(start, (SEATED, L, 1, 1, 100.0))
    before = Session(start)
    held = LoggedSet(before.id, SEATED, L, 1, 1, 200.0, hold_s=45.0)
    desk.logbook.apply(Change.adding(before, held), "hold")
    desk.take(planned(side=PlannedSide.LEFT, kg=73.0, basis=LoadBasis.E1RM_PERCENT))
    assert desk.expected(SEATED)[0][-1] == 72.5


def test_computed_loads_go_by_the_steps_of_the_unit(desk: Desk) -> None:
    desk.log(desk.plan.starts_on, (SEATED, L, 1, 1, 100.0))
    desk.take(planned(side=PlannedSide.LEFT, kg=73.0, basis=LoadBasis.E1RM_PERCENT))
    assert desk.expected(SEATED)[0][-1] == 72.5
    desk.settings.set_unit(Unit.LB)
    assert pounds_from_kg(desk.expected(SEATED)[0][-1]) == pytest.approx(160.0)


def test_without_a_plan_another_unit_changes_nothing(desk: Desk) -> None:
    told: list[bool] = []
    desk.current.refreshed.connect(lambda: told.append(True))
    desk.settings.set_unit(Unit.LB)
    assert told == []


def test_a_load_by_bodyweight_follows_the_weighing(desk: Desk) -> None:
    desk.take(planned(side=PlannedSide.LEFT, kg=-10.0, basis=LoadBasis.BODYWEIGHT))
    assert desk.current.asked(Cell(SEATED, 1, L)) is not None
    desk.logbook.apply(Change.adding(Bodyweight(TODAY, 70.0)), "weigh")
    assert desk.expected(SEATED) == [(SEATED, L, 1, 8, 60.0)]


def test_a_standing_set_whose_load_is_not_known_lifts_the_body(desk: Desk) -> None:
    desk.take(planned(STANDING, PlannedSide.BOTH, reps=15))
    assert desk.expected(STANDING) == [(STANDING, B, 1, 15, 0.0)]


def test_a_seated_load_that_nothing_tells_is_asked_for_once(desk: Desk) -> None:
    desk.take(planned(sets=2, reps=15))
    current = desk.current
    item = current.asked(Cell(SEATED, 1, L))
    assert item is not None
    assert item.reps == 15
    assert desk.expected(SEATED) == []
    current.take_over([Cell(SEATED, 1, L)])  # nothing to take over
    assert desk.done() == []
    current.enter(Cell(SEATED, 1, L), "15x40")
    assert current.asked(Cell(SEATED, 1, L)) is None
    assert desk.expected(SEATED) == [
        (SEATED, R, 1, 15, 40.0),
        (SEATED, L, 2, 15, 40.0),
        (SEATED, R, 2, 15, 40.0),
    ]
    current.enter(Cell(SEATED, 1, R), "15x35")
    assert desk.expected(SEATED) == [(SEATED, L, 2, 15, 40.0), (SEATED, R, 2, 15, 35.0)]
    assert current.asked(Cell(SEATED, 3, L)) is None  # not planned


def test_planned_sets_are_taken_over_with_their_tempo(desk: Desk) -> None:
    desk.take(replace(planned(sets=2, kg=60.0), tempo=SLOW, rir=2.0, note="slowly"))
    desk.current.take_over([Cell(SEATED, 1, L)])
    (logged,) = desk.current.sets
    assert (logged.reps, logged.external_kg, logged.tempo) == (8, 60.0, SLOW)
    assert (logged.rir, logged.note) == (None, "")  # what was felt is not planned
    assert desk.logbook.undo_label == "Log set"
    desk.current.repeat_last_session([SEATED, STANDING])
    assert len(desk.current.sets) == 4
    assert desk.logbook.undo_label == "Log what is planned"


def test_what_is_planned_beside_the_tables_shown_is_filled_after_them(desk: Desk) -> None:
    desk.take(planned(BENT), planned(STANDING))
    assert desk.current.planned is not None
    assert [item.exercise for item in desk.current.planned.items_of(BENT)] == [BENT]
    assert desk.current.to_fill([SEATED, STANDING]) == (SEATED, STANDING, BENT)


def test_what_is_planned_goes_on_below_the_warm_ups_of_each_leg(desk: Desk) -> None:
    desk.take(replace(planned(sets=2, kg=60.0), rest_s=200.0))
    current = desk.current
    current.enter(Cell(SEATED, 1, L), "10x30 w")
    assert desk.expected(SEATED) == [
        (SEATED, R, 1, 8, 60.0),
        (SEATED, L, 2, 8, 60.0),
        (SEATED, R, 2, 8, 60.0),
        (SEATED, L, 3, 8, 60.0),
    ]
    assert current.planned_at(Cell(SEATED, 1, L)) is None
    assert current.planned_at(Cell(SEATED, 3, L)) is not None
    current.enter(Cell(SEATED, 1, R), "10x30 w")
    current.repeat_last_session([SEATED])
    assert desk.done()[2:] == [
        (SEATED, L, 2, 8, 60.0),
        (SEATED, R, 2, 8, 60.0),
        (SEATED, L, 3, 8, 60.0),
        (SEATED, R, 3, 8, 60.0),
    ]
    assert [current.planned_rest_s(each) for each in current.sets[:3]] == [None, None, 200.0]
    current.enter(Cell(SEATED, 4, L), "10x30 w")  # not at the top: it moves nothing
    assert current.planned_at(Cell(SEATED, 4, L)) is None
    first = current.sets[0]
    current.edit(first, set_type=SetType.WORK)
    assert current.planned_at(Cell(SEATED, 1, L)) is not None


def test_only_as_many_sessions_of_a_day_have_planned_sets_as_are_due(desk: Desk) -> None:
    desk.phase = replace(desk.phase, every_hours=12)
    desk.take(planned(kg=60.0))
    for _ in range(2):
        assert desk.current.planned is not None
        desk.current.repeat_last_session([SEATED])
        desk.current.open_new(TODAY)
    assert desk.current.planned is None
    first, _second = desk.logbook.database.sessions_on(TODAY)
    desk.current.open(first)
    assert desk.current.planned is not None  # as it was when it was done


def test_a_session_without_sets_takes_no_plan_away(desk: Desk) -> None:
    desk.log(TODAY)
    desk.take(planned(kg=60.0))
    desk.current.open_new(TODAY)
    assert desk.current.planned is not None


@pytest.mark.parametrize(("rest_s", "length_s"), [(150.0, 150.0), (None, 75.0), (0.0, None)])
def test_the_rest_comes_from_the_plan_where_it_says_so(
    desk: Desk, rest_s: float | None, length_s: float | None
) -> None:
    desk.settings.set_seconds(RESTS[STANDING], 75)
    desk.take(replace(planned(STANDING, PlannedSide.BOTH, kg=20.0), rest_s=rest_s))
    desk.current.take_over([Cell(STANDING, 1, B)])
    timer = desk.current.rests.timer
    assert timer.is_running is (length_s is not None)
    assert length_s is None or timer.length_s == length_s
    desk.current.enter(Cell(STANDING, 2, B), "8")
    assert timer.length_s == 75  # beyond the plan


def test_a_change_of_the_plan_is_seen_at_once(desk: Desk) -> None:
    desk.take(planned(kg=60.0))
    item = desk.logbook.database.planned_sets()[0]
    desk.logbook.apply(Change.replacing(item, replace(item, load_value=65.0)), "edit")
    assert desk.expected(SEATED)[0][-1] == 65.0
    desk.logbook.undo()
    assert desk.expected(SEATED)[0][-1] == 60.0
    desk.logbook.undo()
    assert desk.current.planned is None


def test_a_set_saved_does_not_read_the_plan_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.take(planned(sets=3, kg=60.0))
    assert desk.current.planned is not None
    read: list[str] = []

    def note() -> list[object]:
        read.append("the plan")
        return []

    for name in ("plans", "phases", "planned_sets"):
        monkeypatch.setattr(desk.logbook.database, name, note)
    for row in (1, 2, 3):
        desk.current.take_over([Cell(SEATED, row, L)])
    assert len(desk.current.sets) == 3
    assert read == []


def test_what_is_planned_is_gone_on_with_in_the_second_session_once_the_first_is_done(
    desk: Desk,
) -> None:
    desk.phase = replace(desk.phase, every_hours=12)
    desk.take(planned(kg=60.0))
    first = desk.current.session
    desk.current.enter(Cell(SEATED, 1, L), "8")
    desk.current.open_planned()
    assert desk.current.session.id == first.id  # the right leg is still to come
    desk.current.enter(Cell(SEATED, 1, R), "8")
    desk.current.open_planned()
    second = desk.current.session
    assert second.id != first.id
    assert not desk.current.is_saved
    assert desk.expected(SEATED) == [(SEATED, L, 1, 8, 60.0), (SEATED, R, 1, 8, 60.0)]
    desk.current.open_planned()
    assert desk.current.session == second  # what is shown already is not begun anew
    desk.current.take_over([Cell(SEATED, 1, L), Cell(SEATED, 1, R)])
    desk.current.open(first)
    desk.current.open_planned()
    assert desk.current.is_saved  # all is done: none is begun


def test_what_is_planned_is_begun_today_whatever_day_is_shown(desk: Desk) -> None:
    before = desk.log(TODAY - 7 * DAY, (SEATED, L, 1, 10, 50.0))
    desk.take(planned(kg=60.0))
    desk.current.open(before)
    desk.current.open_planned()
    assert (desk.current.session.date, desk.current.is_saved) == (TODAY, False)


def test_without_a_plan_today_is_shown_new(desk: Desk) -> None:
    desk.current.open(desk.log(TODAY - 7 * DAY, (SEATED, L, 1, 10, 50.0)))
    desk.current.open_planned()
    assert (desk.current.session.date, desk.current.is_saved) == (TODAY, False)


def test_a_warm_up_is_nothing_of_what_is_planned(desk: Desk) -> None:
    desk.take(planned(kg=60.0))
    assert desk.current.planned is not None
    warm_up = LoggedSet("s", SEATED, L, 1, 8, 60.0, set_type=SetType.WARMUP)
    left, right = (replace(warm_up, side=side, set_type=SetType.WORK) for side in (L, R))
    assert not desk.current.planned.is_done_by([warm_up, right])
    assert desk.current.planned.is_done_by([warm_up, left, right])


def test_sets_of_both_legs_at_once_are_no_measure_for_a_percentage(desk: Desk) -> None:
    desk.log(TODAY - 10 * DAY, (SEATED, B, 1, 6, 120.0))
    plan = replace(desk.plan, e1rm_on=TODAY - 7 * DAY)
    assert maxima_of(desk.logbook.database, plan, Formula.EPLEY) == {}


def test_what_is_typed_over_a_planned_set_keeps_its_tempo(desk: Desk) -> None:
    desk.take(replace(planned(sets=3, kg=60.0), tempo=SLOW))
    quick = Tempo(1, 0, 1, 0)
    left = [Cell(SEATED, number, L) for number in range(1, 6)]
    texts = ("10x20 w", "15x40", "15x40 tempo 1-0-1-0", "30s@40", "8x40")
    for cell, text in zip(left, texts, strict=True):
        desk.current.enter(cell, text)
    tempos = [None, SLOW, quick, None, None]  # of three work sets planned, and one more
    assert [each.tempo for each in desk.current.sets] == tempos
    desk.current.enter_all({Cell(SEATED, 1, R): "12x40"})
    assert desk.current.sets[-1].tempo == SLOW
