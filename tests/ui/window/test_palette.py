"""The command palette: every entry of the menus, found by words, with the keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCalendarWidget,
    QDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
)

from tests.ui.conftest import press
from tracker.app.plan_templates import templates
from tracker.app.preferences import Theme
from tracker.app.settings import Settings
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import Session
from tracker.domain.set_grid import Cell
from tracker.ui.plan.page import PlanPage
from tracker.ui.widgets.cursor_table import CursorTable
from tracker.ui.window.actions import all_commands
from tracker.ui.window.main_window import MainWindow
from tracker.ui.window.palette import Palette, plain, rank

Key = Qt.Key


def opened(window: MainWindow) -> Palette:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.palette_of_commands.line.hasFocus()
    return window.palette_of_commands


@pytest.mark.parametrize(
    ("typed", "name", "wanted"),
    [
        ("", "Edit ▸ Undo", 0),
        ("str te", "Session ▸ Strength test…", 0),
        ("test session", "Session ▸ Strength test…", 0),
        ("heel-raise", "Session ▸ Heel-raise test…", 0),
        ("raise", "Session ▸ Heel-raise test…", 0),
        ("prfs", "Edit ▸ Preferences…", 1),
        ("vw drk", "View ▸ Theme ▸ Dark", 2),
        ("ettings", "Edit ▸ Settings", None),  # neither a beginning nor its first letter
        ("goals", "Session ▸ Strength test…", None),
    ],
)
def test_words_find_what_begins_with_them_or_has_their_letters(
    typed: str, name: str, wanted: int | None
) -> None:
    assert rank(typed, name) == wanted


def test_it_lists_every_command_that_can_be_done_now_with_its_keys(window: MainWindow) -> None:
    window.current.enter(Cell(Exercise.SEATED, 1, Side.LEFT), "8x60")  # so that there is an undo
    palette = opened(window)
    listed = {name.rpartition(" ▸ ")[2] for name in palette.found}
    actions = window.menus.actions
    wanted = {plain(each.text()) for each in actions.values() if each.isEnabled()}
    assert wanted - listed == {"Find a command…"}
    assert "Redo" not in listed  # there is nothing to make again
    assert "View ▸ Range of Progress ▸ 3 months" in palette.found  # filled as the menu opens
    keys = {}
    for row in range(palette.list.topLevelItemCount()):
        item = palette.list.topLevelItem(row)
        assert item is not None
        keys[item.text(0)] = item.text(1)
    assert keys["Session ▸ Heel-raise test…"] == "Ctrl+H"
    assert len(palette.found) > len(list(all_commands())) - 3


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("race", "Session ▸ Events…"),
        ("injury", "Session ▸ Events…"),
        ("pain", "Session ▸ Symptoms felt…"),
        ("best", "View ▸ Progress"),
        ("bodyweight", "Edit ▸ Enter bodyweight"),
        ("symptoms", "Session ▸ Symptoms felt…"),
        ("strength", "Session ▸ Strength test…"),  # its name, before the other words of Progress
    ],
)
def test_a_command_is_found_by_other_words_than_its_name(
    window: MainWindow, typed: str, first: str
) -> None:
    palette = opened(window)
    press(typed)
    assert palette.found[0] == first


def test_the_bodyweight_is_entered_from_any_page(window: MainWindow) -> None:
    window.show_history()
    opened(window)
    press("bodyweight", Key.Key_Return, "70.5", Key.Key_Return)
    assert window.current.bodyweight_kg == 70.5


def test_enter_does_what_is_chosen(window: MainWindow, settings: Settings) -> None:
    palette = opened(window)
    press("theme dark", Key.Key_Return)
    assert settings.theme is Theme.DARK
    assert palette.isHidden()
    assert window.log_page.cards[0].table.hasFocus()


def test_arrows_choose_and_escape_gives_the_keys_back(window: MainWindow) -> None:
    palette = opened(window)
    press("in reserve", Key.Key_Down)
    item = palette.list.currentItem()
    assert item is not None
    assert item.text(0) == "Session ▸ In reserve ▸ 1 in reserve"
    press(Key.Key_Escape)
    assert palette.isHidden()
    assert window.log_page.cards[0].table.hasFocus()
    assert not window.current.sets


def test_a_value_half_typed_is_saved_and_the_cursor_is_not_lost(window: MainWindow) -> None:
    press("8x60")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    opened(window)
    press(Key.Key_Escape)
    assert [each.reps for each in window.current.sets] == [8]
    assert any(card.table.hasFocus() for card in window.log_page.cards)


def test_from_the_menu_bar_the_keys_go_to_the_page(window: MainWindow) -> None:
    window.menuBar().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.menuBar().setFocus()
    window.open_palette()
    press(Key.Key_Escape)
    assert window.log_page.cards[0].table.hasFocus()


def test_nothing_found_does_nothing(window: MainWindow) -> None:
    palette = opened(window)
    press("zzz", Key.Key_Return)
    assert palette.found == []
    assert palette.nothing.isVisible()
    assert palette.isVisible()


def test_a_click_elsewhere_puts_it_away_and_one_on_a_row_does_it(window: MainWindow) -> None:
    palette = opened(window)
    window.log_page.quick_entry.line.setFocus()
    assert palette.isHidden()
    opened(window)
    press("goals")
    item = palette.list.topLevelItem(0)
    assert item is not None
    row = palette.list.visualItemRect(item).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    (dialog,) = window.findChildren(QDialog)
    assert dialog.windowTitle() == "Goals"
    dialog.close()


@pytest.mark.usefixtures("german")
def test_it_speaks_the_language_of_the_window(window: MainWindow, settings: Settings) -> None:
    opened(window)
    press("dunkel", Key.Key_Return)
    assert settings.theme is Theme.DARK


def last_part(name: str) -> str:
    """Return what a command is called, without the menus and the card it is in."""
    return name.rpartition(" ▸ ")[2].removesuffix("…")


def called(text: str) -> str:
    return plain(text).partition("\t")[0].removesuffix("…")


def is_part_of_a_field(button: QAbstractButton) -> bool:
    """Whether a button belongs to Qt's own calendar, list or line, and does what their keys do."""
    parent = button.parentWidget()
    while parent is not None and not isinstance(
        parent, QCalendarWidget | QAbstractItemView | QLineEdit
    ):
        parent = parent.parentWidget()
    return parent is not None


@pytest.fixture
def full(window: MainWindow, last_week: Session) -> MainWindow:
    """A window whose pages have something to show, a plan among it."""
    plans = [each.whole for each in templates(window.current.today)]
    window.show_plan()
    page = window._stack.currentWidget()
    assert isinstance(page, PlanPage)
    for whole in plans[:2]:
        page._plans.take(whole)
    page.others.list.setCurrentRow(0)
    return window


@pytest.mark.parametrize("page", ["log", "progress", "history", "plan"])
def test_every_button_and_every_menu_of_the_page_shown_is_a_command(
    full: MainWindow, page: str
) -> None:
    getattr(full, f"show_{page}")()
    QApplication.processEvents()
    shown = full._stack.currentWidget()
    assert shown is not None
    wanted: set[str] = set()
    for button in shown.findChildren(QAbstractButton):
        if not button.isVisibleTo(full) or not button.isEnabled() or is_part_of_a_field(button):
            continue
        menu = button.menu() if isinstance(button, QToolButton | QPushButton) else None
        if menu is None:
            wanted.add(called(button.accessibleName() or button.text()))
        else:
            menu.aboutToShow.emit()
            for action in menu.actions():
                inner = action.menu()
                inside = inner.actions() if isinstance(inner, QMenu) else [action]
                wanted |= {called(each.text()) for each in inside if not each.isSeparator()}
    for table in shown.findChildren(CursorTable):
        menu = table.make_menu() if table.isVisibleTo(full) else None
        if menu is not None:
            wanted |= {called(each.text()) for each in menu.actions() if not each.isSeparator()}
    # A set is copied, pasted and deleted by Edit, under longer names.
    wanted -= {"", "Paste", "Delete"}
    full.open_palette()
    found = {last_part(name) for name in full.palette_of_commands.found}
    assert wanted
    assert wanted - found == set()


def test_a_chart_is_shown_as_a_table_copied_and_saved_from_the_palette(full: MainWindow) -> None:
    full.show_progress()
    progress = full._progress
    assert progress is not None
    progress.balance.chart.setFocus()
    palette = opened(full)
    press("table")
    assert palette.found[0] == "Progress ▸ Left – right ▸ Show as table"  # the one with the keys
    assert "Progress ▸ Strength ▸ Show as table" in palette.found
    item = palette.list.topLevelItem(0)
    assert item is not None
    assert item.text(1) == "T"
    press(Key.Key_Return)
    assert progress.balance.is_table
    opened(full)
    press("copy picture", Key.Key_Return)
    assert full._told_line.words.text() == "Copied."
    assert not QApplication.clipboard().image().isNull()
    opened(full)
    press("save svg")
    assert palette.found[0] == "Progress ▸ Left – right ▸ Save as SVG…"
    press(Key.Key_Escape)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("choose plan", "Plan ▸ Choose a plan…"),
        ("edit plan", "Plan ▸ Edit the plan…"),
        ("stop plan", "Plan ▸ Stop the plan"),
        ("delete plan", "Plan ▸ Delete the plan"),
        ("watch", "Plan ▸ Send to the watch…"),
    ],
)
def test_what_is_done_with_a_plan_is_found_on_any_page(
    full: MainWindow, typed: str, name: str
) -> None:
    full.show_log()
    palette = opened(full)
    press(typed)
    assert palette.found[0] == name


def test_a_choice_of_the_page_is_taken_from_the_palette(full: MainWindow) -> None:
    full.show_progress()
    progress = full._progress
    assert progress is not None
    opened(full)
    press("bodyweight load", Key.Key_Escape)
    opened(full)
    press("progress seated", Key.Key_Return)
    assert progress.exercise.index == 0
    full.show_history()
    palette = opened(full)
    press("edit note")
    assert palette.found == ["History ▸ Edit note"]
