"""The Work card: what was done a week, what was planned around it, and how far was run."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.ui.progress.conftest import DAY, LEFT, SEATED, TODAY, Desk
from tracker.domain.change import Change
from tracker.domain.columns import day_number
from tracker.domain.exercise import LEGS
from tracker.domain.load import Unit
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.run import KM_A_MILE, Run
from tracker.domain.session import LoggedSet
from tracker.domain.symptoms import Moment, Symptom


def take_plan(desk: Desk, back: int) -> None:
    """Plan a seated set of each leg every day, starting this many days ago."""
    plan = Plan("Own", TODAY - back * DAY, 4)
    phase = Phase(plan.id, 1, 4, every_hours=24)
    item = PlannedSets(phase.id, SEATED, PlannedSide.EACH, 1, 10)
    desk.logbook.apply(Change.adding(plan, phase, item), "plan")


def planned_in(desk: Desk) -> list[float] | None:
    weeks = desk.page.work.chart._outline.weeks
    return None if weeks is None else [float(value) for value in weeks.value]


def test_what_was_planned_is_an_outline_around_the_work(desk: Desk) -> None:
    desk.both_legs(0)
    assert planned_in(desk) is None
    assert "planned" not in desk.page.work.words.text()
    take_plan(desk, 8)  # from the Monday of last week on
    assert planned_in(desk) == [7.0, 7.0]  # the legs of one number are one set
    assert "planned" in desk.page.work.words.text()
    QTest.keyClick(desk.page.strength.chart, Qt.Key.Key_Left)
    assert desk.words()[3] == (
        "Tue 24 Nov 2026 · week of 23 Nov 2026: 2 hard sets (1 seated, 1 standing), 7 planned"
    )
    desk.choose(desk.page.work.measure, "volume")
    assert planned_in(desk) is None  # a plan is counted in sets
    desk.choose(desk.page.work.measure, "hard sets")
    assert planned_in(desk) == [7.0, 7.0]
    desk.logbook.undo()
    assert planned_in(desk) is None


def test_a_week_in_which_nothing_was_done_says_what_was_planned(desk: Desk) -> None:
    take_plan(desk, 8)
    desk.logbook.apply(Change.adding(Symptom(TODAY, Moment.BEFORE, LEFT, pain=1)), "felt")
    QTest.keyClick(desk.page.strength.chart, Qt.Key.Key_Left)
    words = "Tue 24 Nov 2026 · week of 23 Nov 2026: no hard set, 7 planned"
    assert desk.words()[3] == words


def test_volume_of_two_exercises_is_never_added(desk: Desk) -> None:
    desk.weigh(70)
    desk.both_legs(0)
    desk.choose(desk.page.work.measure, "volume")
    QTest.keyClick(desk.page.work.chart, Qt.Key.Key_Left)
    assert desk.words()[3] == (
        "Tue 24 Nov 2026 · week of 23 Nov 2026: seated 1230 kg, standing 1620 kg"
    )
    one, other = (item.opts["x0"][0] for _, item in desk.page.work.chart._bars)
    assert one != other


def test_volume_of_unknown_bodyweight_has_no_bar(desk: Desk) -> None:
    desk.both_legs(0)
    desk.choose(desk.page.work.measure, "volume")
    assert [bars.name for bars, _ in desk.page.work.chart._bars] == ["seated"]


def test_the_time_of_holds_is_a_measure_where_there_are_holds(desk: Desk) -> None:
    session, work = desk.both_legs(0), desk.page.work
    (choice,) = (
        each for each in work.measure.findChildren(QAbstractButton) if each.text() == "holds"
    )
    assert choice.isHidden()
    held = [LoggedSet(session.id, SEATED, side, 9, 5, 60.0, hold_s=45.0) for side in LEGS]
    desk.logbook.apply(Change.adding(*held), "hold")
    assert not choice.isHidden()
    desk.choose(work.measure, "holds")
    (bars,) = [bars for bars, _ in work.chart._bars if bars.value.any()]
    assert (bars.name, bars.value.tolist()) == ("seated", [7.5])
    QTest.keyClick(work.chart, Qt.Key.Key_Left)
    assert desk.words()[3] == "Tue 24 Nov 2026 · week of 23 Nov 2026: seated 7:30 min held"
    assert "time under tension in holds" in work._describe()
    desk.logbook.undo()
    assert work.measure.index == 0
    assert choice.isHidden()


def run(desk: Desk, *runs: tuple[int, float]) -> None:
    entries = [Run(TODAY - back * DAY, km) for back, km in runs]
    desk.logbook.apply(Change.adding(*entries), "run")


def test_running_is_a_line_of_its_own_scale_named_in_the_legend(desk: Desk) -> None:
    desk.both_legs(0)
    assert "running" not in desk.page.work.words.text()
    run(desk, (0, 8.0), (1, 20.5), (7, 12.0))
    assert "running, km" in desk.page.work.chart.accessibleDescription()
    line = desk.page.work.chart._second.line
    assert line is not None
    assert (line.value.tolist(), line.unit) == ([12.0, 28.5], "km")
    desk.logbook.undo()
    assert desk.page.work.chart._second.line is None


def test_the_weeks_distance_is_read_with_its_work(desk: Desk) -> None:
    desk.both_legs(0)
    run(desk, (0, 8.0), (1, 20.5), (7, 12.0))
    work = desk.page.work.chart
    QTest.keyClick(work, Qt.Key.Key_Left)
    words = "week of 23 Nov 2026: 2 hard sets (1 seated, 1 standing) · 28.5 km run"
    assert words in work.accessibleDescription()
    QTest.keyClick(work, Qt.Key.Key_Left)  # a week with a run and no set
    assert work.accessibleDescription().endswith("week of 16 Nov 2026: 12.0 km run")
    desk.choose(desk.page.work.measure, "volume")
    QTest.keyClick(work, Qt.Key.Key_Right)
    assert work.accessibleDescription().endswith("standing – · 28.5 km run")


def test_over_years_the_legend_says_of_how_many_weeks_the_line_is_the_mean(desk: Desk) -> None:
    desk.both_legs(0)
    run(desk, *((7 * week, 8.0) for week in range(270)))
    assert desk.page.work.chart.accessibleDescription().endswith("running, km")
    desk.page.show_range(3)
    words = desk.page.work.chart.accessibleDescription()
    assert words.endswith("running, km, mean of 3 weeks")
    work = desk.page.work.chart
    desk.page.resize(1280, 2000)  # it is seen
    QApplication.processEvents()
    last = work.days_in_view[1]
    desk.page.strength.chart._move(last - 200, last)  # as with keys
    assert work.accessibleDescription().endswith("running, km")


def test_with_pounds_go_miles(desk: Desk) -> None:
    run(desk, (0, 10 * KM_A_MILE))
    desk.settings.set_unit(Unit.LB)
    line = desk.page.work.chart._second.line
    assert line is not None
    assert (line.value.tolist(), line.unit) == ([10.0], "mi")
    QTest.keyClick(desk.page.work.chart, Qt.Key.Key_Left)
    assert desk.page.work.chart.accessibleDescription().endswith("10.0 mi run")


def test_a_log_of_runs_alone_has_days_to_point_at_and_no_message(desk: Desk) -> None:
    run(desk, (0, 8.0), (400, 8.0))
    assert desk.page.work.chart.message.isHidden()
    assert desk.page.range.index == 2


def test_days_of_runs_are_pointed_at_only_where_a_week_has_no_other(desk: Desk) -> None:
    desk.both_legs(0)
    run(desk, (1, 8.0), (8, 8.0), (9, 8.0))
    today = day_number(TODAY)
    assert desk.data.days().tolist() == [today - 9, today - 8, today]


def test_runs_alone_leave_the_axis_of_sets_without_numbers(desk: Desk) -> None:
    run(desk, (0, 8.0))
    write = desk.page.work.chart._value_axis.write
    assert write(2.0) == ""
    desk.both_legs(0)
    assert write(2.0) == "2"
