"""The Progress page with real clicks and keys: what it says, how it keeps up."""

import datetime
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PaintCount
from tracker.app.logbook import Logbook
from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import DARK, make_palette
from tracker.domain.change import Change
from tracker.domain.columns import day_number
from tracker.domain.demo.year import made_up_log
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.run import KM_A_MILE, Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database
from tracker.ui.charts import PointKind
from tracker.ui.progress.page import ProgressPage
from tracker.ui.widgets.cards import SegmentedControl
from tracker.ui.widgets.faults import Faults
from tracker.ui.window.main_window import MainWindow

SEATED, STANDING, BENT = Exercise
LEFT, RIGHT, BOTH = Side
TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)


class Desk:
    """The page on a log in memory, and short words for training and clicking."""

    def __init__(self, folder: Path) -> None:
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.logbook = Logbook(Database.in_memory())
        self.data = ProgressData(self.logbook, lambda: TODAY, self.logbook)
        self.page = ProgressPage(self.settings, self.data, Faults())

    def train(
        self,
        day: datetime.date,
        *loads: tuple[Exercise, Side, float],
        reps: int = 10,
        rir: float | None = 0,
        set_type: SetType = SetType.WORK,
    ) -> Session:
        session = Session(day)
        sets = [
            LoggedSet(session.id, exercise, side, 1, reps, kg, place, rir=rir, set_type=set_type)
            for place, (exercise, side, kg) in enumerate(loads)
        ]
        self.logbook.apply(Change.adding(session, *sets), "train")
        return session

    def weigh(self, kg: float) -> None:
        self.logbook.apply(Change.adding(Bodyweight(TODAY, kg)), "weigh")

    def both_legs(self, back: int, left: float = 60, right: float = 63) -> Session:
        return self.train(
            TODAY - back * DAY,
            (SEATED, LEFT, left),
            (SEATED, RIGHT, right),
            (STANDING, LEFT, 10),
            (STANDING, RIGHT, 12),
        )

    def choose(self, control: SegmentedControl, text: str) -> None:
        buttons = control.findChildren(QAbstractButton)
        button = next(each for each in buttons if each.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def days_in_view(self) -> list[int]:
        return [round(day) for day in self.page.strength.chart.days_in_view]

    def words(self) -> list[str]:
        return [card.chart.accessibleDescription() for card in self.page.cards]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    qtbot.addWidget(desk.page)
    desk.page.resize(1132, 770)
    desk.page.show()
    return desk


def test_nothing_is_read_before_the_page_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    qtbot.addWidget(desk.page)
    desk.train(TODAY, (SEATED, LEFT, 60))
    assert desk.words() == [""] * 6
    desk.page.show()
    assert desk.words()[0].startswith("estimated 1RM, kg")


def test_each_chart_is_painted_once_when_the_page_is_shown_and_moved(
    window: MainWindow, logbook: Logbook
) -> None:
    logbook.apply(made_up_log(TODAY), "a year")
    window.resize(1280, 2400)  # all charts are seen
    QApplication.processEvents()
    window.show_range(3)
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    counts = [PaintCount(card.chart.viewport()) for card in page.cards]
    QApplication.processEvents()
    assert [each.count for each in counts] == [1] * len(page.cards)


def test_an_empty_log_says_what_would_fill_each_chart(desk: Desk) -> None:
    messages = [card.chart.message.text() for card in desk.page.cards]
    assert all(message.startswith(("Log ", "Test ")) for message in messages)
    assert all(card.chart.message.isVisibleTo(desk.page) for card in desk.page.cards)
    assert desk.page.tiles.week.figure.text() == "0 hard sets"


def test_the_tiles_answer_with_a_figure_and_what_to_make_of_it(desk: Desk) -> None:
    desk.weigh(70)
    for back in (0, 2, 4):
        desk.both_legs(back)
    seated = desk.page.tiles.balances[SEATED]
    assert seated.figure.text() == "Right 5 % stronger, ±\N{NO-BREAK SPACE}8"
    sentence = "Within your usual range (under 10 %). The ± reaches beyond it."
    assert seated.sentence.text() == sentence
    assert seated.accessibleName() == f"Left – right, seated: Right 5 % stronger, ± 8. {sentence}"
    assert seated.trend.text() == "Needs two figures, 8 or 12 weeks apart."
    assert not seated.sentence.font().bold()
    assert desk.page.tiles.ratio.figure.text() == "0.75 · 0.77"
    assert desk.page.tiles.ratio.sentence.text() == "Left and right, ± 0.08."
    assert desk.page.tiles.week.figure.text() == "2 hard sets"
    assert desk.page.tiles.week.sentence.text() == "In 1 session."


def test_a_tile_says_how_the_difference_and_each_leg_have_changed(desk: Desk) -> None:
    for back in range(0, 28, 4):
        right = (SEATED, RIGHT, 60 + back % 8 / 4)  # always the same would not be measured
        desk.train(TODAY - (84 + back) * DAY, (SEATED, LEFT, 48), right)
        desk.train(TODAY - back * DAY, (SEATED, LEFT, 60), right)
    words = desk.page.tiles.balances[SEATED].trend.text()
    change, legs = words.split("\n")
    assert change.startswith("In 12 weeks the left leg has gained 20 points on the right, ±")
    assert legs.startswith("In 12 weeks: left +25 %, ±")
    assert ", right 0 %, ±" in legs
    assert desk.page.tiles.balances[SEATED].accessibleDescription() == words


def test_a_tile_that_cannot_judge_says_why_and_offers_a_test(desk: Desk, qtbot: QtBot) -> None:
    tile = desk.page.tiles.balances[SEATED]
    asked: list[Exercise] = []
    # The same load on both legs, and nobody noted what was left: nothing is known of a difference.
    for back in (0, 2, 4, 7, 9, 11):
        desk.train(TODAY - back * DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 60), rir=None)
    assert tile.figure.text() == "–"
    assert tile.sentence.text() == (
        "Not known: reserve was not noted. Note what was left, or do a strength test."
    )
    assert tile.trend.isHidden()
    desk.page.test_asked.connect(asked.append)
    QTest.mouseClick(tile.test_button, Qt.MouseButton.LeftButton)
    assert asked == [SEATED]
    for back in (1, 3, 5):
        desk.train(TODAY - back * DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 63))
    assert tile.figure.text() == "Right 5 % stronger, ±\N{NO-BREAK SPACE}8"
    assert tile.test_button.isHidden()


def test_a_missing_bodyweight_is_asked_for_where_it_is_the_reason(desk: Desk) -> None:
    desk.both_legs(0)
    words = desk.page.tiles.balances[STANDING].sentence.text()
    assert words.startswith("Not known: standing lifts the body too. Enter your bodyweight")
    desk.weigh(70)
    words = desk.page.tiles.balances[STANDING].sentence.text()
    assert words == "Not known: 1 of 3 pairs so far."


def test_a_flag_is_raised_by_the_rule_only(desk: Desk) -> None:
    seated = desk.page.tiles.balances[SEATED]
    for back in (0, 2):
        desk.both_legs(back, right=80)
        assert not seated.sentence.font().bold()
    assert seated.sentence.text() == "Not known: 2 of 3 pairs so far."
    desk.both_legs(4, right=80)
    assert seated.sentence.font().bold()
    assert seated.sentence.text() == "Marked, above 15 %."
    desk.logbook.apply(
        Change.adding(Runner(usual_percent=30.0, marked_percent=40.0)), "preferences"
    )
    assert not seated.sentence.font().bold()


def test_the_arrow_keys_read_the_values_of_a_day_in_words_on_every_chart(desk: Desk) -> None:
    desk.weigh(70)
    for back in (0, 9, 11):
        desk.both_legs(back)
    desk.both_legs(7, left=66)
    QTest.keyClick(desk.page.strength.chart, Qt.Key.Key_Left)
    QTest.keyClick(desk.page.strength.chart, Qt.Key.Key_Left)
    strength, balance, ratio, work, *_ = desk.words()
    assert strength == (
        "Tue 17 Nov 2026 · seated ● left 88.0 (80.0 ± 8.4)  ▲ right 84.0 (84.0 ± 7.7)\n"
        "standing ● left 106.7 (106.7 ± 9.8)  ▲ right 109.3 (109.3 ± 10.0) kg, estimated, "
        "in brackets the median"
    )
    assert balance == (
        "Tue 17 Nov 2026 · seated ● left 66 kg × 10  ▲ right 63 kg × 10: "
        "Right 5 % stronger, ± 9\n"
        "standing ● left 80 kg × 10  ▲ right 82 kg × 10: Right 2 % stronger, ± 8"
    )
    assert ratio == "Tue 17 Nov 2026 · ● left 0.75 ± 0.08  ▲ right 0.77 ± 0.08"
    assert work == "Tue 17 Nov 2026 · week of 16 Nov 2026: 2 hard sets (1 seated, 1 standing)"
    QTest.keyClick(desk.page.strength.chart, Qt.Key.Key_Escape)
    assert desk.words()[0] == (
        "estimated 1RM, kg · ● left  ▲ right · line: median of 28 days, veil: its ±"
    )


def test_between_the_days_of_a_pair_the_figure_is_said(desk: Desk) -> None:
    desk.weigh(70)
    for back in (4, 6, 8):
        desk.both_legs(back)
    desk.logbook.apply(Change.adding(Symptom(TODAY, Moment.DURING, LEFT, pain=2)), "felt")
    QTest.keyClick(desk.page.symptoms.chart, Qt.Key.Key_Left)
    assert desk.words()[1] == (
        "Tue 24 Nov 2026 · seated: Right 5 % stronger, ± 7\nstanding: Right 2 % stronger, ± 7"
    )
    assert desk.words()[0].startswith("Tue 24 Nov 2026 · seated ● left (80.0 ± ")


def test_the_crosshair_snaps_to_the_chart_s_own_days(desk: Desk) -> None:
    desk.both_legs(3)
    desk.logbook.apply(Change.adding(Symptom(TODAY, Moment.DURING, LEFT, pain=2)), "felt")
    QTest.keyClick(desk.page.strength.chart, Qt.Key.Key_Left)
    assert desk.words()[0].startswith("Sat 21 Nov 2026")


def take_plan(desk: Desk, back: int) -> None:
    """Plan a seated set of each leg every day, from days ago on."""
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


def test_the_pointer_reads_the_day_under_it(desk: Desk, qtbot: QtBot) -> None:
    desk.both_legs(100)
    chart = desk.page.strength.chart
    heights = cycle((60, 61))

    def is_read() -> bool:
        # Where the pointer stands already no event comes, and of many a second not each counts.
        QTest.mouseMove(chart.viewport(), QPoint(chart.width() // 2, next(heights)))
        return desk.words()[3].startswith("Sun 16 Aug 2026")

    qtbot.waitUntil(is_read)


def test_a_day_without_a_figure_says_why(desk: Desk) -> None:
    desk.train(TODAY, (SEATED, LEFT, 60))
    QTest.keyClick(desk.page.balance.chart, Qt.Key.Key_Left)
    assert desk.words()[1] == (
        "Tue 24 Nov 2026 · seated: no sets of the right leg in the last 12 weeks\n"
        "standing: no single-leg sets in the last 12 weeks"
    )


def test_what_a_set_tells_is_drawn_and_said(desk: Desk) -> None:
    desk.train(TODAY - 3 * DAY, (SEATED, LEFT, 60))
    desk.train(TODAY - 2 * DAY, (SEATED, LEFT, 60), rir=5)
    desk.train(TODAY - DAY, (SEATED, LEFT, 60), rir=None)
    desk.train(TODAY, (SEATED, LEFT, 60), set_type=SetType.TEST)
    chart = desk.page.strength.chart
    points = chart._curves["seatedleft"][0].points
    assert points.kind.tolist() == [
        PointKind.FULL,
        PointKind.AT_LEAST,
        PointKind.SMALL,
        PointKind.TEST,
    ]
    assert desk.words()[0].endswith(
        "diamond: strength test · hollow with arrow: at least · small: reserve not noted"
    )
    for words in ("left 80.0, test", "left 80.0, reserve not noted", "left at least 84.0"):
        QTest.keyClick(chart, Qt.Key.Key_Left)
        assert words in desk.words()[0]


def test_a_bound_is_an_arrow_away_from_it_and_its_line_is_dotted(desk: Desk) -> None:
    for back in (4, 2):
        desk.train(TODAY - back * DAY, (SEATED, LEFT, 60))
        desk.train(TODAY - back * DAY, (SEATED, RIGHT, 66), rir=5)
    desk.train(TODAY, (SEATED, RIGHT, 66))
    desk.train(TODAY, (SEATED, LEFT, 45), rir=5)
    curve, _ = desk.page.balance.chart._curves["seatedtext"]
    up, down = PointKind.AT_LEAST, PointKind.AT_MOST
    assert curve.points.kind.tolist() == [up, up, down]
    assert curve.line.is_bound.tolist() == [True, True, True]
    desk.train(TODAY - DAY, (SEATED, LEFT, 60))
    desk.train(TODAY - DAY, (SEATED, RIGHT, 66), rir=5)
    desk.train(TODAY - DAY, (SEATED, LEFT, 60))
    curve, _ = desk.page.balance.chart._curves["seatedtext"]
    told = ~np.isnan(curve.line.height)
    assert told.tolist() == [False, False, True, True]
    assert curve.line.is_bound[told].all()
    assert desk.words()[1].endswith("hollow with arrow: at least · dotted line: at least")
    QTest.keyClick(desk.page.balance.chart, Qt.Key.Key_Left)
    QTest.keyClick(desk.page.balance.chart, Qt.Key.Key_Left)
    words = "left 60 kg × 10  ▲ right 66 kg × 12 or more: Right at least 13 % stronger, ±"
    assert words in desk.words()[1]


def test_a_line_of_strength_breaks_with_the_equipment(desk: Desk) -> None:
    for back in range(10, 0, -1):
        machine = Equipment("Old lever", id="old") if back > 5 else Equipment("New lever", id="new")
        session = Session(TODAY - back * DAY)
        logged = LoggedSet(session.id, SEATED, LEFT, 1, 10, 60, 0, rir=0, equipment_id=machine.id)
        known = {each.id for each in desk.logbook.database.equipment()}
        added = (session, logged) if machine.id in known else (machine, session, logged)
        desk.logbook.apply(Change.adding(*added), "train")
    line = desk.page.strength.chart._curves["seatedleft"][0].line
    assert np.flatnonzero(line.begins).tolist() == [0, 5]
    assert np.flatnonzero(np.isnan(line.height)).tolist() == [0, 1, 5, 6]  # two days are no figure


def test_the_line_of_the_laboratory_is_drawn_on_request_only(desk: Desk) -> None:
    desk.weigh(70)
    for back in (4, 2, 0):
        desk.both_legs(back)
    card = desk.page.ratio
    assert not card.chart._reference.isVisible()
    assert card.chart.values_in_view[1] < 0.95
    QTest.mouseClick(card.laboratory, Qt.MouseButton.LeftButton)
    assert card.chart._reference.isVisible()
    assert card.chart._reference.value() == 0.85
    assert desk.words()[2].endswith("laboratory torque of sedentary adults, no target")
    QTest.mouseClick(card.laboratory, Qt.MouseButton.LeftButton)
    assert not card.chart._reference.isVisible()


def test_enter_asks_for_the_session_of_the_day(desk: Desk, qtbot: QtBot) -> None:
    session = desk.both_legs(3)
    QTest.keyClick(desk.page.ratio.chart, Qt.Key.Key_Left)
    with qtbot.waitSignal(desk.page.session_asked) as asked:
        QTest.keyClick(desk.page.ratio.chart, Qt.Key.Key_Return)
    assert asked.args == [session.id]


def test_a_day_whose_session_is_gone_asks_for_none(desk: Desk, qtbot: QtBot) -> None:
    desk.both_legs(3)
    with qtbot.assertNotEmitted(desk.page.session_asked):
        desk.page.strength.chart.opened.emit(day_number(TODAY) - 50)


@pytest.mark.parametrize(("text", "days"), [("4 weeks", 28), ("3 months", 91), ("1 year", 365)])
def test_a_range_ends_today_on_every_chart(desk: Desk, text: str, days: int) -> None:
    desk.both_legs(500)
    desk.choose(desk.page.range, text)
    for card in desk.page.cards:
        first, last = card.chart.days_in_view
        assert first <= day_number(TODAY) - days + 1 <= first + 0.03 * days
        assert last >= day_number(TODAY)


@pytest.mark.parametrize(("back", "text"), [(5, "4 weeks"), (40, "3 months"), (200, "1 year")])
def test_a_young_log_begins_with_the_shortest_range_that_holds_it(
    desk: Desk, back: int, text: str
) -> None:
    desk.both_legs(back)
    buttons = desk.page.range.findChildren(QAbstractButton)
    assert next(each for each in buttons if each.isChecked()).text() == text


def test_all_shows_the_first_day(desk: Desk) -> None:
    desk.both_legs(2_000)
    desk.choose(desk.page.range, "All")
    assert desk.days_in_view()[0] <= day_number(TODAY) - 2_000


def test_a_range_without_training_says_so(desk: Desk) -> None:
    desk.both_legs(300)
    desk.choose(desk.page.range, "4 weeks")
    message = desk.page.strength.chart.message.text()
    assert message == "Nothing in this range. Choose a longer one, or All."
    desk.choose(desk.page.range, "1 year")
    assert desk.page.strength.chart.message.isHidden()


def test_zooming_one_chart_moves_all_and_new_sets_leave_the_time_axis_still(desk: Desk) -> None:
    desk.both_legs(3)
    QTest.keyClick(desk.page.work.chart, Qt.Key.Key_Plus)
    moved = desk.page.work.chart.days_in_view
    assert all(card.chart.days_in_view == pytest.approx(moved) for card in desk.page.cards)
    assert desk.page.range.index == -1  # what is seen is none of them
    desk.both_legs(1)
    assert desk.page.work.chart.days_in_view == moved
    desk.choose(desk.page.range, "1 year")
    assert desk.page.work.chart.days_in_view != moved


def test_a_saved_set_redraws_only_its_own_leg(desk: Desk) -> None:
    desk.weigh(70)
    desk.both_legs(3)
    curves = desk.page.strength.chart._curves

    def points() -> dict[str, object]:
        return {key: items.spots[PointKind.FULL].data for key, (_, items) in curves.items()}

    drawn = points()
    desk.train(TODAY, (SEATED, RIGHT, 64))
    assert {key for key, data in points().items() if data is not drawn[key]} == {"seatedright"}


def test_a_hidden_page_catches_up_when_it_is_shown(desk: Desk) -> None:
    desk.page.hide()
    desk.both_legs(0)
    assert desk.page.tiles.week.figure.text() == "0 hard sets"
    desk.page.show()
    assert desk.page.tiles.week.figure.text() == "2 hard sets"


def test_a_card_folded_away_costs_nothing_and_catches_up(desk: Desk) -> None:
    card = desk.page.strength
    card.set_folded(folded=True)
    desk.train(TODAY, (SEATED, LEFT, 60))
    assert len(card.chart._curves["seatedleft"][0].points.day) == 0
    card.set_folded(folded=False)
    assert card.chart._curves["seatedleft"][0].points.value.tolist() == [80]
    assert card.chart.accessibleDescription() == "estimated 1RM, kg · ● left  ▲ right"


def test_one_exercise_or_both_are_shown(desk: Desk) -> None:
    desk.weigh(70)
    desk.both_legs(0)
    chart = desk.page.strength.chart
    assert len(chart._curves) == 4
    desk.choose(desk.page.exercise, "Seated")
    assert set(chart._curves) == {"leftleft", "rightright"}
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert desk.words()[0] == "Tue 24 Nov 2026 · ● left 80.0  ▲ right 84.0 kg, estimated"


def test_standing_with_a_bent_knee_can_be_chosen_once_it_was_done(desk: Desk) -> None:
    buttons = desk.page.exercise.findChildren(QAbstractButton)
    bent = next(each for each in buttons if "bent" in each.text())
    assert bent.isHidden()
    desk.weigh(70)
    desk.train(TODAY, (BENT, LEFT, 10))
    assert not bent.isHidden()
    QTest.mouseClick(bent, Qt.MouseButton.LeftButton)
    assert len(desk.page.strength.chart._curves["leftleft"][0].points.day) == 1


def test_standing_strength_asks_for_the_bodyweight(desk: Desk) -> None:
    desk.train(TODAY, (STANDING, LEFT, 10))
    desk.choose(desk.page.exercise, "Standing")
    assert desk.page.strength.chart.message.text().startswith("Enter your bodyweight")


def test_strength_can_be_shown_times_bodyweight(desk: Desk) -> None:
    desk.weigh(64)
    desk.both_legs(0)
    desk.choose(desk.page.strength.scale, "× bodyweight")
    QTest.keyClick(desk.page.strength.chart, Qt.Key.Key_Left)
    assert "seated ● left 1.25  ▲ right 1.31" in desk.words()[0]
    assert desk.words()[0].endswith("× bodyweight, estimated")


def test_pounds_are_shown_as_soon_as_they_are_chosen(desk: Desk) -> None:
    desk.train(TODAY, (SEATED, LEFT, kg_from_pounds(135)))
    desk.settings.set_unit(Unit.LB)
    assert desk.words()[0].startswith("estimated 1RM, lb")
    assert desk.page.strength.chart._curves["seatedleft"][0].points.value == pytest.approx([180])
    QTest.keyClick(desk.page.strength.chart, Qt.Key.Key_Left)
    assert desk.words()[0].endswith("seated ● left 180.0 lb, estimated")


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


def test_the_axis_says_which_leg_is_stronger(desk: Desk) -> None:
    axis = desk.page.balance.chart._value_axis
    assert axis.tickStrings([-10.0, 0.0, 2.5], 1.0, 10.0) == ["L 10", "0", "R 2.5"]


def test_the_veil_is_the_limit_of_the_very_line(desk: Desk) -> None:
    for back in range(3):
        assert "veil" not in desk.words()[1]
        desk.train(TODAY - back * DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 62 + back % 2 * 3))
    assert "veil: ± of the line" in desk.words()[1]
    line = desk.page.balance.chart._curves["seatedtext"][0].line
    verdicts = desk.data.strengths.balance(SEATED).at_pairs(desk.data.bands)
    np.testing.assert_array_equal(line.plus_minus[2:], verdicts.plus_minus[2:])


def test_a_narrow_page_puts_tiles_two_by_two_and_cuts_nothing_off(desk: Desk, qtbot: QtBot) -> None:
    desk.page.resize(752, 570)
    tiles = desk.page.tiles
    qtbot.waitUntil(lambda: tiles.ratio.y() > tiles.balances[SEATED].y())
    assert tiles.ratio.x() == tiles.balances[SEATED].x()
    assert desk.page.minimumSizeHint().width() <= 752


def test_every_control_has_a_name_and_a_place_in_the_tab_order(desk: Desk) -> None:
    for card in desk.page.cards:
        for part in (card.chart, card.fold_button, card.menu_button):
            assert part.accessibleName()
            assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    for control in (
        desk.page.exercise,
        desk.page.range,
        desk.page.strength.scale,
        desk.page.work.measure,
    ):
        assert control.accessibleName()


def test_the_theme_changes_live(desk: Desk) -> None:
    desk.both_legs(0)
    desk.page.setPalette(make_palette(DARK))
    items = desk.page.strength.chart._curves["seatedleft"][1]
    assert items.line.opts["pen"].color() == DARK.left
    assert DARK.left.name() in desk.page.strength.words.text()


def test_the_charts_hold_what_the_data_say(desk: Desk) -> None:
    desk.weigh(70)
    for back in (7, 5, 3, 0):
        desk.both_legs(back, left=60 + back)
    line = desk.page.ratio.chart._curves["leftleft"][0].line
    shares = desk.data.strengths.seated_to_standing(LEFT, line.day)
    np.testing.assert_array_equal(line.height, shares.percent / 100)
    np.testing.assert_array_equal(line.plus_minus, shares.plus_minus / 100)
    assert np.isfinite(line.height).tolist() == [False, False, True, True]


def test_a_day_without_sets_can_be_pointed_at_where_something_was_felt(desk: Desk) -> None:
    desk.logbook.apply(Change.adding(Symptom(TODAY, Moment.DURING, LEFT, pain=2)), "felt")
    QTest.keyClick(desk.page.work.chart, Qt.Key.Key_Left)
    assert desk.words()[3] == "Tue 24 Nov 2026 · nothing to compare on this day"


def test_goals_are_said_above_the_charts_while_there_are_some(desk: Desk) -> None:
    assert not desk.page.goals.isVisible()
    desk.weigh(64)
    for back in (4, 2, 0):
        desk.both_legs(back)
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5, by=datetime.date(2027, 3, 1))
    desk.logbook.apply(Change.adding(goal), "goal")
    words = "Goal 1.5 × bodyweight, seated, by 1 Mar 2027: left 1.25 ± 0.11, right 1.31 ± 0.12"
    assert desk.page.goals.text() == words
    assert desk.page.goals.isVisible()
    desk.logbook.undo()
    assert not desk.page.goals.isVisible()


def test_a_goal_in_bodyweights_is_a_line_in_the_scale_of_the_chart(desk: Desk) -> None:
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5)
    desk.logbook.apply(Change.adding(goal), "goal")
    desk.train(TODAY, (SEATED, LEFT, 60))
    chart = desk.page.strength.chart
    assert chart._goals.names == {}  # kilograms of an unknown bodyweight
    desk.weigh(64)
    assert chart._goals.names == {96.0: "seated goal"}
    assert chart.values_in_view[1] > 96
    desk.choose(desk.page.exercise, "Seated")
    assert chart._goals.names == {96.0: "goal 96"}
    desk.settings.set_unit(Unit.LB)
    assert list(chart._goals.names) == pytest.approx([211.64], abs=0.01)
    assert list(chart._goals.names.values()) == ["goal 211.6"]
    desk.choose(desk.page.strength.scale, "× bodyweight")
    assert chart._goals.names == {1.5: "goal 1.50"}
    desk.choose(desk.page.exercise, "Standing")
    assert chart._goals.names == {}


def test_a_goal_of_a_difference_is_a_line_to_either_side(desk: Desk) -> None:
    desk.both_legs(0)
    goal = Goal(GoalKind.DIFFERENCE_PERCENT, STANDING, 8.0)
    desk.logbook.apply(Change.adding(goal), "goal")
    assert desk.page.balance.chart._goals.names == {-8.0: "goal L 8", 8.0: "goal R 8"}


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


def test_a_log_that_ended_long_ago_is_shown_whole_to_its_end(desk: Desk) -> None:
    for back in (1_000, 700):
        desk.both_legs(back)
    assert desk.page.range.index == 3
    assert desk.days_in_view() == [day_number(TODAY) - 1_006, day_number(TODAY) - 694]
    desk.page.show_range(2)  # ends today as ever, and says that it is empty
    assert desk.days_in_view()[1] > day_number(TODAY)
    assert "Nothing in this range" in desk.page.strength.chart.message.text()


def test_a_log_of_this_year_ends_today(desk: Desk) -> None:
    for back in (300, 1_000):
        desk.both_legs(back)
    assert desk.page.range.index == 2
    desk.page.show_range(3)
    assert desk.days_in_view()[1] >= day_number(TODAY)


def test_sets_of_both_legs_alone_say_why_there_is_no_strength(desk: Desk) -> None:
    desk.train(TODAY, (SEATED, BOTH, 60), (STANDING, BOTH, 20))
    assert desk.page.strength.chart.message.text().startswith("Sets of both legs at once are work")
    desk.train(TODAY, (SEATED, LEFT, 60))
    assert desk.page.strength.chart.message.isHidden()


def test_runs_alone_leave_the_axis_of_sets_without_numbers(desk: Desk) -> None:
    run(desk, (0, 8.0))
    write = desk.page.work.chart._value_axis.write
    assert write(2.0) == ""
    desk.both_legs(0)
    assert write(2.0) == "2"


@pytest.mark.parametrize("width", [752, 1132])  # of the page in the smallest window, and in a usual
def test_no_words_of_a_card_are_cut_off(desk: Desk, width: int) -> None:
    desk.logbook.apply(made_up_log(TODAY), "made up")
    desk.page.resize(width, 770)
    QApplication.processEvents()  # laid out

    def overlong() -> list[str]:
        found = []
        for card in desk.page.cards:
            document = QTextDocument()
            document.setDefaultFont(card.words.font())
            document.setDocumentMargin(0)
            document.setHtml(card.words.text())
            if document.idealWidth() > card.words.width():
                found.append(document.toPlainText())
        return found

    assert overlong() == []
    desk.choose(desk.page.symptoms.moments, "all moments")
    desk.choose(desk.page.work.measure, "volume")
    assert overlong() == []
    for _ in range(20):
        QTest.keyClick(desk.page.work.chart, Qt.Key.Key_Left)
        assert overlong() == []
