"""The Progress page with real clicks and keys: what it says, how it keeps up."""

import datetime
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest
from pyqtgraph import AxisItem
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PaintCount
from tests.ui.progress.conftest import BENT, DAY, LEFT, RIGHT, SEATED, TODAY, Desk
from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.app.theme import DARK, make_palette
from tracker.domain.change import Change
from tracker.domain.columns import day_number
from tracker.domain.demo.year import made_up_log
from tracker.domain.event import Event, EventKind
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.session import SetType
from tracker.domain.symptoms import Moment, Symptom
from tracker.ui.charts import PointKind
from tracker.ui.progress.page import ProgressPage
from tracker.ui.progress.tiles import Tiles
from tracker.ui.widgets.cards import SegmentedControl
from tracker.ui.window.main_window import MainWindow


def test_nothing_is_read_before_the_page_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    qtbot.addWidget(desk.page)
    desk.train(TODAY, (SEATED, LEFT, 60))
    assert desk.words() == [""] * 6
    desk.page.show()
    assert desk.words()[0].startswith("estimate, kg")


def test_each_chart_is_painted_once_when_the_page_is_shown_and_moved(
    window: MainWindow, logbook: Logbook
) -> None:
    logbook.apply(made_up_log(TODAY), "a year")
    window.resize(1280, 5000)  # all charts are seen
    QApplication.processEvents()
    window.show_range(3)
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    counts = [PaintCount(card.chart.viewport()) for card in page.cards]
    QApplication.processEvents()
    assert [each.count for each in counts] == [1] * len(counts)


def test_cards_of_what_is_measured_follow_the_first_look(
    window: MainWindow, logbook: Logbook, qtbot: QtBot
) -> None:
    logbook.apply(made_up_log(TODAY), "a year")
    window.show_range(3)
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    assert [card.title for card in page.measured.cards] == []
    qtbot.waitUntil(lambda: not page._further.isActive())
    assert len(page.measured.cards) == 7
    assert all(card.chart.message.isHidden() for card in page.measured.cards)


class PaintedHeights(QObject):
    """Records the heights at which a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.heights: set[int] = set()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.heights.add(self._widget.height())
        return False


@pytest.mark.parametrize("size", [QSize(900, 600), QSize(1366, 768)])
def test_no_card_is_cut_while_further_ones_are_made(
    window: MainWindow, logbook: Logbook, qtbot: QtBot, size: QSize
) -> None:
    logbook.apply(made_up_log(TODAY), "a year")
    window.resize(size)
    window.show_range(3)
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    shown = [PaintedHeights(page.tiles), PaintedHeights(page.strength)]
    painted = PaintCount(page.strength.chart.viewport())
    qtbot.waitUntil(lambda: not page._further.isActive())
    qtbot.wait(50)
    assert [each.heights for each in shown] == [{page.tiles.height()}, {page.strength.height()}]
    assert page.strength.height() > page.strength.chart.height()
    assert painted.count <= 2  # not once more for every card below


def test_of_a_log_that_cannot_be_read_no_further_cards_are_made(
    window: MainWindow, logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise TrackerError("The log is damaged.")

    logbook.apply(made_up_log(TODAY), "a year")
    monkeypatch.setattr(Tiles, "refresh", fail)
    window.show_range(3)
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    assert not page._further.isActive()
    QApplication.processEvents()
    assert page.measured.cards == ()


def test_a_page_left_makes_no_further_cards_until_it_is_shown_again(
    window: MainWindow, logbook: Logbook, qtbot: QtBot
) -> None:
    logbook.apply(made_up_log(TODAY), "a year")
    window.show_range(3)
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    window.show_log()
    assert not page._further.isActive()
    window.show_progress()
    qtbot.waitUntil(lambda: not page._further.isActive())
    assert len(page.measured.cards) == 7


def test_a_card_made_before_the_days_could_be_read_shows_them_with_the_others(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    qtbot.addWidget(desk.page)
    desk.logbook.apply(made_up_log(TODAY), "a year")
    desk.page._show_further()  # the first look failed, as it does at a damaged log
    desk.page.show()
    card, *_ = desk.page.measured.cards
    shown = desk.page.strength.chart.days_in_view
    assert card.chart.days_in_view == pytest.approx(shown)


def test_each_chart_is_painted_once_a_step_while_one_is_dragged(
    window: MainWindow, logbook: Logbook, qtbot: QtBot
) -> None:
    logbook.apply(made_up_log(TODAY), "a year")
    window.resize(1280, 5000)  # all charts are seen
    window.show_range(3)
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    qtbot.waitUntil(lambda: not page._further.isActive())
    QApplication.processEvents()
    counts = [PaintCount(card.chart.viewport()) for card in page.cards]
    view = page.strength.chart.getViewBox()
    for _ in range(2):
        view.translateBy(x=-7 * 86_400.0)  # as pyqtgraph does
        view.sigRangeChangedManually.emit(view.state["mouseEnabled"])
        QApplication.processEvents()
        QApplication.processEvents()
    assert [each.count for each in counts] == [2] * len(page.cards)


def test_a_chart_out_of_sight_follows_when_it_comes_into_sight(
    window: MainWindow, logbook: Logbook, qtbot: QtBot
) -> None:
    logbook.apply(made_up_log(TODAY), "a year")
    window.resize(1280, 600)
    window.show_range(3)
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    qtbot.waitUntil(lambda: not page._further.isActive())
    QApplication.processEvents()
    heel_raises, last = page.heel_raises.chart, page.cards[-1].chart
    with qtbot.assertNotEmitted(last.caught_up):
        page.strength.chart._move(day_number(TODAY) - 20.0, day_number(TODAY) + 1.0)
        QApplication.processEvents()
    assert last.days_in_view == page.strength.chart.days_in_view
    with qtbot.waitSignal(heel_raises.caught_up):  # its copy is right before it is seen
        page.heel_raises.image()
    with qtbot.waitSignal(last.caught_up):
        page._scrolled.verticalScrollBar().setValue(page._scrolled.verticalScrollBar().maximum())
    shown = last.values_in_view
    last.fit_values()
    assert last.values_in_view == shown


def test_a_step_of_dragging_lays_out_one_time_axis_and_no_value_axis_that_stays(
    window: MainWindow, logbook: Logbook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[str] = []
    lay_out = AxisItem.generateDrawSpecs

    def laying_out(self: AxisItem, painter: QPainter) -> object:
        laid_out.append(self.orientation)
        return lay_out(self, painter)

    logbook.apply(made_up_log(TODAY), "a year")
    window.resize(1280, 5000)  # all charts are seen
    window.show_range(3)
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    qtbot.waitUntil(lambda: not page._further.isActive())
    QApplication.processEvents()
    charts = [card.chart for card in page.cards]
    assert len({chart.width() for chart in charts}) == 1
    view = page.strength.chart.getViewBox()
    monkeypatch.setattr(AxisItem, "generateDrawSpecs", laying_out)
    for _ in range(3):
        before = [chart.values_in_view for chart in charts]
        laid_out.clear()
        view.translateBy(x=-86_400.0)  # as pyqtgraph does
        view.sigRangeChangedManually.emit(view.state["mouseEnabled"])
        QApplication.processEvents()
        rescaled = sum(
            chart.values_in_view != values for chart, values in zip(charts, before, strict=True)
        )
        assert laid_out.count("bottom") == 1
        assert laid_out.count("left") == rescaled
        assert laid_out.count("right") < len(charts)


def test_an_empty_log_says_what_would_fill_each_chart(desk: Desk) -> None:
    messages = [card.chart.message.text() for card in desk.page.cards]
    assert all(message.startswith(("Log ", "Test ")) for message in messages)
    assert all(card.chart.message.isVisibleTo(desk.page) for card in desk.page.cards)
    assert desk.page.tiles.week.figure.text() == "0 hard sets"


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
        "estimate, kg · ● left  ▲ right · line: median of 28 days, veil: its ±"
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


def test_the_first_legend_says_what_the_marks_of_events_are_where_there_is_room(
    desk: Desk,
) -> None:
    desk.train(TODAY, (SEATED, LEFT, 60), set_type=SetType.TEST)
    assert desk.words()[0].endswith("diamond: strength test")
    desk.logbook.apply(Change.adding(Event(TODAY - DAY, EventKind.RACE)), "race")
    assert desk.words()[0].endswith("diamond: strength test · grey, dotted: events")
    desk.page.strength.words.setFixedWidth(80)
    desk.page.strength.show_words()
    assert desk.words()[0].endswith("diamond: strength test")


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
    assert card.chart.accessibleDescription() == "estimate, kg · ● left  ▲ right"


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


def test_pounds_are_shown_as_soon_as_they_are_chosen(desk: Desk) -> None:
    desk.train(TODAY, (SEATED, LEFT, kg_from_pounds(135)))
    desk.settings.set_unit(Unit.LB)
    assert desk.words()[0].startswith("estimate, lb")
    assert desk.page.strength.chart._curves["seatedleft"][0].points.value == pytest.approx([180])
    QTest.keyClick(desk.page.strength.chart, Qt.Key.Key_Left)
    assert desk.words()[0].endswith("seated ● left 180.0 lb, estimated")


def test_a_narrow_page_puts_tiles_two_by_two_and_cuts_nothing_off(desk: Desk, qtbot: QtBot) -> None:
    desk.page.resize(752, 570)
    tiles = desk.page.tiles
    qtbot.waitUntil(lambda: tiles.strength.y() > tiles.balances[SEATED].y())
    assert tiles.strength.x() == tiles.week.x() == tiles.balances[SEATED].x()
    assert tiles.ratio.x() == list(tiles.balances.values())[1].x()
    assert tiles.ratio.geometry().height() == tiles.strength.geometry().height()
    assert tiles.week.y() > tiles.ratio.y() == tiles.strength.y()
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
    assert desk.words()[3] == "Tue 24 Nov 2026 · no value on this day"


def test_goals_are_said_above_the_charts_while_there_are_some(desk: Desk) -> None:
    assert not desk.page.goals.isVisible()
    desk.weigh(64)
    for back in (4, 2, 0):
        desk.both_legs(back)
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5, by=datetime.date(2027, 3, 1))
    desk.logbook.apply(Change.adding(goal), "goal")
    words = (
        "Goal 1.5 × bodyweight, seated, by 1 Mar 2027: left 1.25 ±\xa00.11, right 1.31 ±\xa00.12"
    )
    assert desk.page.goals.text() == words
    assert desk.page.goals.isVisible()
    desk.logbook.undo()
    assert not desk.page.goals.isVisible()


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


def test_ranges_since_an_event_show_the_days_from_it_on(desk: Desk) -> None:
    def offered() -> list[str]:
        buttons = desk.page.range.findChildren(QAbstractButton)
        return [button.text() for button in buttons if not button.isHidden()][4:]

    for back in (0, 30, 60):
        desk.both_legs(back)
    assert offered() == []
    injury, visit = Event(TODAY - 200 * DAY, EventKind.INJURY), Event(TODAY, EventKind.VISIT)
    desk.logbook.apply(Change.adding(injury, visit), "events")
    assert offered() == ["Since injury"]  # today's visit is what one looks back for
    desk.choose(desk.page.range, "Since injury")
    first, last = desk.days_in_view()
    assert (first, last) == (day_number(TODAY) - 204, day_number(TODAY) + 4)
    desk.logbook.undo()
    assert offered() == []
    first, _ = desk.days_in_view()
    assert first < day_number(TODAY) - 60  # of an event that is no more, all


def test_a_day_with_an_event_alone_opens_it(desk: Desk, qtbot: QtBot) -> None:
    session = desk.both_legs(0)
    event = Event(TODAY - 3 * DAY, EventKind.RACE)
    desk.logbook.apply(Change.adding(event), "race")
    with qtbot.waitSignal(desk.page.event_asked) as asked:
        desk.page.strength.chart.opened.emit(day_number(TODAY) - 3)
    assert asked.args == [event]
    with qtbot.waitSignal(desk.page.session_asked) as opened:
        desk.page.strength.chart.opened.emit(day_number(TODAY))
    assert opened.args == [session.id]
    with qtbot.assertNotEmitted(desk.page.event_asked):
        desk.page.strength.chart.opened.emit(day_number(TODAY) - 4)


def test_ranges_stand_below_the_exercises_where_there_is_no_room(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_below() -> bool:
        QApplication.processEvents()
        return desk.page.range.y() > desk.page.exercise.y()

    desk.both_legs(0)
    assert not is_below()
    long_words = property(lambda _control: 2_000)
    monkeypatch.setattr(SegmentedControl, "width_in_a_row", long_words)
    desk.page.resize(1_100, 770)
    assert is_below()
    monkeypatch.undo()
    desk.page.resize(1_132, 770)
    assert not is_below()
