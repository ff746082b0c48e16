"""A chart as a table: sorted, copied, and left again."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.progress.conftest import DAY, LEFT, RIGHT, SEATED, TODAY, Desk
from tracker.domain.change import Change
from tracker.domain.columns import day_number
from tracker.domain.demo.year import made_up_log
from tracker.domain.event import Event, EventKind
from tracker.domain.session import SetType
from tracker.ui.charts import Numbers, PointKind
from tracker.ui.progress.chart_table import ChartTable, NumbersModel

FIRST = day_number(TODAY)
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def table(qtbot: QtBot) -> ChartTable:
    table = ChartTable("Strength")
    qtbot.addWidget(table)
    left = Numbers(
        "Left",
        FIRST + np.arange(3),
        np.array([60.0, 62.5, 58.0]),
        np.array([PointKind.FULL, PointKind.AT_LEAST, PointKind.SMALL]),
    )
    right = Numbers.plain("Right", np.array([FIRST + 1, FIRST + 3]), np.array([61.0, 66.0]))
    table.numbers.show_numbers(
        [left, right], FIRST, FIRST + 9.0, are_weeks=False, most=1, events={}
    )
    table.show()
    return table


def cells(model: NumbersModel) -> list[list[str]]:
    return [line.split("\t") for line in model.text().split("\n")]


def test_the_newest_day_comes_first_and_marks_are_said_in_words(
    table: ChartTable, qtmodeltester: QAbstractItemModelTester
) -> None:
    qtmodeltester.check(table.numbers)  # type: ignore[attr-defined]
    assert cells(table.numbers) == [
        ["Day", "Left", "Right"],
        ["Fri 27 Nov 2026", "", "66"],
        ["Thu 26 Nov 2026", "58.0, reserve not noted", ""],
        ["Wed 25 Nov 2026", "at least 62.5", "61"],
        ["Tue 24 Nov 2026", "60.0", ""],
    ]
    assert table.currentIndex().row() == 0


def test_a_column_sorts_by_its_numbers_and_what_has_none_comes_last(table: ChartTable) -> None:
    table.setCurrentIndex(table.numbers.index(0, 1))
    table.sort_by_current_column()
    assert [row[1][:13] for row in cells(table.numbers)[1:]] == [
        "at least 62.5",
        "60.0",
        "58.0, reserve",
        "",
    ]
    table.sort_by_current_column()
    assert [row[1][:4] for row in cells(table.numbers)[1:]] == ["58.0", "60.0", "at l", ""]
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert cells(table.numbers)[1][0] == "Tue 24 Nov 2026"


def test_each_cell_is_read_with_its_heading(table: ChartTable) -> None:
    model = table.numbers
    assert model.index(0, 1).data(ACCESSIBLE) == "Left: no value"
    assert model.index(0, 2).data(ACCESSIBLE) == "Right: 66"
    assert model.index(0, 0).data(ACCESSIBLE) is None  # as it is shown
    assert model.data(QModelIndex(), ACCESSIBLE) is None
    assert table.accessibleName() == "Strength as a table"


@pytest.mark.parametrize("key", [Qt.Key.Key_T, Qt.Key.Key_Escape])
def test_t_and_escape_lead_back(table: ChartTable, key: Qt.Key, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.left):
        QTest.keyClick(table, key)


def test_enter_opens_the_day_and_arrows_go_on(table: ChartTable, qtbot: QtBot) -> None:
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [FIRST + 2]
    with qtbot.waitSignal(table.opened) as opened:
        table.doubleClicked.emit(table.numbers.index(0, 0))
    assert opened.args == [FIRST + 3]


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_menu_copies_the_whole_table(table: ChartTable) -> None:
    at = table.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, table.mapToGlobal(at))
    QApplication.sendEvent(table.viewport(), event)
    menu = table.findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == table.numbers.text()


def every_chart_has_its_numbers(desk: Desk) -> dict[str, list[list[str]]]:
    shown = {}
    for card in desk.page.cards:
        QTest.keyClick(card.chart, Qt.Key.Key_T)
        assert card.table is not None
        assert card.chart.isHidden()
        assert card.table.isVisible()
        shown[card.title] = cells(card.table.numbers)
        QTest.keyClick(card.table, Qt.Key.Key_Escape)
        assert card.chart.isVisible()
        assert card.table.isHidden()
    return shown


def test_t_shows_every_chart_as_a_table_of_what_it_draws(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.logbook.apply(made_up_log(TODAY), "made up")
    shown = every_chart_has_its_numbers(desk)
    assert all(len(rows) > 5 for rows in shown.values()), shown.keys()
    assert all(all(heading for heading in rows[0]) for rows in shown.values())
    assert all(len(set(rows[0])) == len(rows[0]) for rows in shown.values())
    assert shown["Work"][0][0] == "Week of"
    # The numbers are those drawn: one point of each curve, by its day and value.
    chart = desk.page.strength.chart
    first, last = chart.days_in_view
    for curve, _ in chart._curves.values():
        column = shown["Strength"][0].index(curve.title)
        seen = curve.points.value[(curve.points.day >= first) & (curve.points.day <= last)]
        told = [row[column] for row in shown["Strength"][1:] if row[column]]
        assert len(told) == len(seen)
        assert f"{seen[-1]:.1f}" in told[0]


def test_a_table_keeps_up_with_the_log_and_the_range(desk: Desk) -> None:
    desk.both_legs(40)
    card = desk.page.balance
    QTest.keyClick(card.chart, Qt.Key.Key_T)
    assert card.table is not None
    assert card.table.hasFocus()
    count = card.table.numbers.rowCount
    assert count() == 1
    desk.both_legs(3, left=55)
    assert count() == 2
    desk.choose(desk.page.range, "4 weeks")
    assert count() == 1
    assert cells(card.table.numbers)[1][1] == "12.7"  # (63 - 55) / 63, in both by Epley


def test_a_folded_card_shows_neither_and_comes_back_as_it_was(desk: Desk) -> None:
    card = desk.page.strength
    card.set_as_table(as_table=True)
    assert card.table is not None
    card.set_folded(folded=True)
    assert (card.chart.isHidden(), card.table.isHidden()) == (True, True)
    QTest.keyClick(card, Qt.Key.Key_T)
    assert card.is_table
    card.set_folded(folded=False)
    assert (card.chart.isHidden(), card.table.isHidden()) == (True, False)


def test_the_card_s_menu_shows_and_copies_the_table(desk: Desk) -> None:
    desk.train(TODAY - DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 62), set_type=SetType.TEST)
    card = desk.page.strength
    actions: list[Callable[[], None]] = [
        card.copy_table_action.trigger,
        card.table_action.trigger,
    ]
    for act in actions:
        act()
    assert "80, test" in QGuiApplication.clipboard().text()
    assert card.is_table
    assert card.table_action.text() == "Show as chart\tT"


def test_events_stand_in_a_column_and_where_one_begins_there_is_a_row(
    table: ChartTable, qtmodeltester: QAbstractItemModelTester
) -> None:
    left = Numbers.plain("Left", FIRST + np.array([0, 3]), np.array([60.0, 62.0]))
    illness = dict.fromkeys(range(FIRST + 2, FIRST + 5), "Illness")
    events = {FIRST: "Race: 10 km", **illness, FIRST + 4: "Illness · Physio visit"}
    table.numbers.show_numbers([left], FIRST, FIRST + 9.0, are_weeks=False, most=1, events=events)
    qtmodeltester.check(table.numbers)  # type: ignore[attr-defined]
    assert cells(table.numbers) == [
        ["Day", "Left", "Events"],
        ["Sat 28 Nov 2026", "", "Illness · Physio visit"],
        ["Fri 27 Nov 2026", "62", "Illness"],
        ["Thu 26 Nov 2026", "", "Illness"],
        ["Tue 24 Nov 2026", "60", "Race: 10 km"],
    ]
    model = table.numbers
    assert model.index(3, 2).data(ACCESSIBLE) == "Events: Race: 10 km"
    left_edge = Qt.ItemDataRole.TextAlignmentRole
    assert model.index(3, 2).data(left_edge) & Qt.AlignmentFlag.AlignLeft
    assert model.index(3, 1).data(left_edge) & Qt.AlignmentFlag.AlignRight
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert [row[2] for row in cells(model)[1:]] == [
        "Illness",
        "Illness",
        "Illness · Physio visit",
        "Race: 10 km",
    ]
    # Without events there is no column, and what was sorted by it is sorted by the last.
    table.numbers.show_numbers([left], FIRST, FIRST + 9.0, are_weeks=False, most=1, events={})
    assert [row[1] for row in cells(model)] == ["Left", "60", "62"]


def test_a_row_without_an_event_says_so(table: ChartTable) -> None:
    left = Numbers.plain("Left", FIRST + np.arange(2), np.array([60.0, 62.0]))
    table.numbers.show_numbers(
        [left], FIRST, FIRST + 9.0, are_weeks=False, most=1, events={FIRST: "Race"}
    )
    assert table.numbers.index(0, 2).data(ACCESSIBLE) == "Events: none"
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert [row[2] for row in cells(table.numbers)[1:]] == ["Race", ""]


def test_a_chart_names_the_events_of_its_days_and_of_its_weeks(desk: Desk) -> None:
    desk.both_legs(1)
    injury = Event(TODAY - 9 * DAY, EventKind.INJURY, side=LEFT)
    race = Event(TODAY - 2 * DAY, EventKind.RACE, note="10 km")
    desk.logbook.apply(Change.adding(injury, race), "events")
    desk.page.strength.set_as_table(as_table=True)
    assert desk.page.strength.table is not None
    rows = cells(desk.page.strength.table.numbers)
    assert [(row[0], row[-1]) for row in rows[1:]] == [
        ("Mon 23 Nov 2026", "Injury: left leg"),
        ("Sun 22 Nov 2026", "Injury: left leg · Race: 10 km"),
        ("Sun 15 Nov 2026", "Injury: left leg"),
    ]
    desk.page.work.set_as_table(as_table=True)
    assert desk.page.work.table is not None
    weeks = cells(desk.page.work.table.numbers)
    assert [(row[0], row[-1]) for row in weeks[1:]] == [
        ("Mon 23 Nov 2026", "Injury: left leg"),
        ("Mon 16 Nov 2026", "Injury: left leg · Race: 10 km"),
        ("Mon 9 Nov 2026", "Injury: left leg"),
    ]
