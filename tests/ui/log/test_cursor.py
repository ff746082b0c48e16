"""Where the cursor of the Log page stands after what is done most: worked out by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import LAST_WEEK, press
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import Cell
from tracker.ui.log.page import LogPage
from tracker.ui.window.main_window import MainWindow

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Enter = Qt.Key.Key_Return
Open = Callable[[], LogPage]


@pytest.fixture
def held(window: MainWindow) -> Callable[[Qt.Key, Qt.KeyboardModifier], None]:
    """Press keys as the window system does, so that the modifier keys held are known everywhere."""
    handle = window.windowHandle()
    assert handle is not None
    return lambda key, modifier: QTest.keyClick(handle, key, modifier)


def written(current: CurrentSession) -> dict[tuple[int, Side], tuple[int, float]]:
    return {(each.set_no, each.side): (each.reps, each.external_kg) for each in current.sets}


def selected(page: LogPage) -> list[Cell]:
    return [card.model.cell(index) for card in page.cards for index in card.table.selectedIndexes()]


def test_a_wrong_set_deleted_is_typed_again_in_its_place(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Enter, "8x60", Enter, "9x61", Enter)
    press(Qt.Key.Key_Left, Qt.Key.Key_Delete)
    assert page.cell == Cell(SEATED, 2, L)
    assert selected(page) == [Cell(SEATED, 2, L)]
    press("8 12", Enter)
    assert written(current) == {(1, L): (8, 60.0), (1, R): (8, 60.0), (2, L): (8, 12.0)}


def test_a_wrong_set_undone_is_typed_again_in_its_place(
    logbook: Logbook, current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Enter, "8x60", Enter, "9x61", Enter)
    logbook.undo()
    assert page.cell == Cell(SEATED, 2, L)
    press("12 40", Enter)
    assert written(current) == {(1, L): (8, 60.0), (1, R): (8, 60.0), (2, L): (12, 40.0)}


def test_no_key_finds_a_set_that_begins_with_it(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Enter)
    page.cards[0].table.keyboardSearch("8")
    assert page.cell == Cell(SEATED, 1, R)


def test_a_row_that_moves_up_does_not_come_under_the_cursor(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    for row in (1, 2, 3):
        current.enter(Cell(SEATED, row, L), f"{row}x60")
    page.go_to(Cell(SEATED, 2, L))
    press(Qt.Key.Key_Delete)
    assert page.cell == Cell(SEATED, 2, R)
    assert written(current) == {(1, L): (1, 60.0), (2, L): (3, 60.0)}


def test_one_cell_is_selected_after_a_shortcut_with_control(
    current: CurrentSession,
    window: MainWindow,
    held: Callable[[Qt.Key, Qt.KeyboardModifier], None],
) -> None:
    press("8x60", Enter, "8x60", Enter, "8x60", Enter, "8x60", Enter)
    current.open_day(LAST_WEEK)
    press("9x50", Enter, "9x50", Enter)
    window.log_page.go_to(Cell(SEATED, 1, L))
    held(Qt.Key.Key_T, CTRL)
    assert selected(window.log_page) == [Cell(SEATED, 3, L)] == [window.log_page.cell]
    press(Qt.Key.Key_Delete)
    assert len(current.sets) == 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_another_session_is_gone_on_with_at_its_next_empty_cell(
    key: Qt.Key,
    last_week: Session,
    current: CurrentSession,
    window: MainWindow,
    held: Callable[[Qt.Key, Qt.KeyboardModifier], None],
) -> None:
    press(Enter, Enter, Enter)
    held(Qt.Key.Key_Left, ALT)
    if key == Qt.Key.Key_Right:
        press(Qt.Key.Key_Up)
        held(key, ALT)
        assert window.log_page.cell == Cell(SEATED, 2, R)
    else:
        assert current.session.id == last_week.id
        assert window.log_page.cell == Cell(STANDING, 3, L)
    assert window.log_page.cell is not None
    assert current.own(window.log_page.cell) is None
    assert window.log_page.cards[window.log_page.cell.exercise is not SEATED].table.hasFocus()


def test_a_page_opened_between_two_legs_goes_on_with_the_other_leg(
    current: CurrentSession, open_log_page: Open
) -> None:
    for exercise in (SEATED, STANDING):
        for row in (1, 2, 3):
            for leg in (L, R):
                current.enter(Cell(exercise, row, leg), "8x60")
    current.enter(Cell(SEATED, 4, L), "8x60")
    assert open_log_page().cell == Cell(SEATED, 4, R)


def test_what_is_half_typed_is_saved_in_the_session_it_was_typed_in(
    last_week: Session,
    current: CurrentSession,
    logbook: Logbook,
    window: MainWindow,
    held: Callable[[Qt.Key, Qt.KeyboardModifier], None],
) -> None:
    today = current.session.id
    press("11x70")
    held(Qt.Key.Key_Left, ALT)
    assert current.session.id == last_week.id
    assert [each.reps for each in logbook.database.sets_of(today)] == [11]
    assert len(current.sets) == 8


def test_what_cannot_be_saved_waits_in_its_session(
    last_week: Session,
    current: CurrentSession,
    window: MainWindow,
    held: Callable[[Qt.Key, Qt.KeyboardModifier], None],
) -> None:
    press("8x60", Enter, "8x6o")
    held(Qt.Key.Key_Left, ALT)
    model = window.log_page.cards[0].model
    assert "8x6o" not in [model.index(row, 1).data() for row in range(model.rowCount())]
    held(Qt.Key.Key_Right, ALT)
    assert model.index_of(Cell(SEATED, 1, R)).data() == "8x6o"


def test_deleting_a_draft_leaves_the_set_below_it(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Enter, Qt.Key.Key_Left, "8y", Enter)
    assert page.cards[0].table.currentIndex().data() == "8y"
    press(Qt.Key.Key_Delete)
    assert page.cards[0].table.currentIndex().data() == "8 × 60"
    assert written(current) == {(1, L): (8, 60.0)}


def test_tab_behind_the_last_cell_does_not_open_the_first_set(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Enter, "8x60", Enter, Qt.Key.Key_Right, "9x6o", Qt.Key.Key_Tab, "7x7", Enter)
    assert written(current) == {(1, L): (8, 60.0), (1, R): (8, 60.0), (2, R): (7, 7.0)}
    assert page.cell == Cell(SEATED, 2, L)


def test_a_set_logged_by_another_window_is_not_written_over_unseen(
    current: CurrentSession, logbook: Logbook, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Enter, "12x40")
    theirs = LoggedSet(current.session.id, SEATED, R, 1, 5, 25.0, 1)
    logbook.database.apply(Change.adding(theirs))
    logbook.reloaded.emit()
    press(Enter)
    assert written(current) == {(1, L): (8, 60.0), (1, R): (5, 25.0)}
    assert "changed meanwhile" in page.cards[0].message.text()
    press(Enter)
    assert written(current) == {(1, L): (8, 60.0), (1, R): (12, 40.0)}


def test_what_is_typed_stays_when_another_window_deletes_its_row(
    current: CurrentSession, logbook: Logbook, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Enter, "8x60", Enter, "9x61")
    logbook.database.apply(Change.removing(*current.sets))
    logbook.reloaded.emit()
    press(".5", Enter)
    assert written(current) == {(2, L): (9, 61.5)}
    assert page.cell == Cell(SEATED, 2, R)


def test_a_set_that_another_window_moves_up_keeps_the_cursor(
    current: CurrentSession, logbook: Logbook, open_log_page: Open
) -> None:
    page = open_log_page()
    for row in (1, 2):
        current.enter(Cell(SEATED, row, L), f"{row}x60")
    page.go_to(Cell(SEATED, 2, L))
    first, second = current.sets
    moved = Change.replacing(second, replace(second, set_no=1))
    logbook.database.apply(Change.removing(first) + moved)
    logbook.reloaded.emit()
    assert page.cell == Cell(SEATED, 1, L)
    press(Qt.Key.Key_Delete)
    assert current.sets == []


def test_undo_with_the_keys_elsewhere_leaves_them_there(
    logbook: Logbook, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Enter, "8x60", Enter)
    page.panel.form.rir.setFocus()
    logbook.undo()
    assert page.panel.form.rir.hasFocus()
    assert page.cell == Cell(SEATED, 1, R)


def test_a_selection_is_extended_from_where_the_runner_stands(open_log_page: Open) -> None:
    page = open_log_page()
    press("8x60", Enter, "8x60", Enter, "8x60", Enter, "8x60", Enter)
    page.go_to(Cell(SEATED, 2, L))
    target = page.cards[0].table
    QTest.keyClick(target, Qt.Key.Key_Right, SHIFT)
    assert set(selected(page)) == {Cell(SEATED, 2, L), Cell(SEATED, 2, R)}


def test_a_click_beside_the_cells_keeps_one_current(open_log_page: Open) -> None:
    page = open_log_page()
    press("8x60", Enter)
    for card, cell in zip(page.cards, (Cell(SEATED, 1, R), Cell(STANDING, 1, L)), strict=True):
        below = card.table.viewport().rect().bottomLeft() + QPoint(20, -5)
        QTest.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=below)
        assert selected(page) == [cell] == [page.cell]


def test_the_column_of_both_legs_goes_without_taking_the_cursor_along(
    logbook: Logbook, current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    current.log_entry("seated 8x80 both", SEATED)
    page.go_to(Cell(SEATED, 1, BOTH))
    logbook.undo()
    assert page.cards[0].model.columnCount() == 2
    assert selected(page) == [Cell(SEATED, 1, L)] == [page.cell]


def test_a_window_shown_again_leaves_the_cursor_where_it_was(window: MainWindow) -> None:
    press("8x60", Enter, Qt.Key.Key_Left)
    window.showMinimized()
    window.showNormal()
    assert window.log_page.cell == Cell(SEATED, 1, L)


def test_a_click_takes_the_keys_to_its_cell_from_one_half_typed(
    last_week: Session, current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    standing = page.cards[1]
    page.go_to(Cell(STANDING, 2, R))
    press("12 40")
    place = standing.table.visualRect(standing.model.index_of(Cell(STANDING, 1, L))).center()
    QTest.mouseClick(standing.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert standing.table.hasFocus()
    assert selected(page) == [Cell(STANDING, 1, L)] == [page.cell]
    assert written(current) == {(2, R): (12, 40.0)}


def test_a_table_gone_to_from_its_own_line_keeps_the_keys(
    last_week: Session, current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    standing = page.cards[1]
    page.go_to(Cell(STANDING, 2, R))  # the last of the table: seated sets are next
    press("12 40")
    standing.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert standing.table.hasFocus()
    assert selected(page) == [Cell(STANDING, 1, L)] == [page.cell]
    assert written(current) == {(2, R): (12, 40.0)}


def test_a_note_gone_to_from_the_last_line_of_a_table_lets_the_cursor_go_on(
    last_week: Session, open_log_page: Open
) -> None:
    page = open_log_page()
    page.go_to(Cell(STANDING, 2, R))
    press("12 40")
    page.note.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.note.hasFocus()
    assert selected(page) == [Cell(SEATED, 1, L)] == [page.cell]
