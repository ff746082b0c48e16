"""The quiet line that tells what was done out of sight."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LAST_WEEK, press
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.theme import LIGHT, make_palette
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.runner import Bodyweight
from tracker.domain.session import Session
from tracker.domain.set_grid import Cell
from tracker.ui.window.main_window import MainWindow
from tracker.ui.window.told_line import BELOW, ToldLine

SEATED_1_LEFT = Cell(Exercise.SEATED, 1, Side.LEFT)


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[ToldLine]:
    holder = QWidget()
    qtbot.addWidget(holder)
    line = ToldLine(holder)
    QLineEdit(holder)  # where the keys can go
    holder.show()
    QTest.qWaitForWindowActive(holder)
    yield line
    holder.close()


def told(window: MainWindow) -> str:
    """Return what the window's line says; blank if it says nothing."""
    line = window._told
    return "" if line is None or line.isHidden() else line.words.text()


def test_a_deleted_set_is_told_and_undo_is_a_click_away(
    window: MainWindow, current: CurrentSession
) -> None:
    current.enter(SEATED_1_LEFT, "8x60")
    assert told(window) == ""  # it is seen where it was typed
    window.log_page.go_to(SEATED_1_LEFT)
    press(Qt.Key.Key_Delete)
    assert told(window) == "Deleted Seated 1, left."
    assert window._told is not None
    assert window.log_page.cards[0].table.hasFocus()  # it takes no keys
    window._told.undo.setFocus()
    press(Qt.Key.Key_Space)
    assert [each.reps for each in current.sets] == [8]
    assert told(window) == "Undone: Delete set."
    assert QApplication.focusWidget() is window._told.redo
    press(Qt.Key.Key_Space)
    assert told(window) == "Done again: Delete set."
    assert current.sets == []


def test_the_line_goes_with_the_next_step_for_undo_would_be_of_that(
    window: MainWindow, current: CurrentSession
) -> None:
    current.enter(SEATED_1_LEFT, "8x60")
    window.undo()
    assert told(window) == "Undone: Log set."
    current.enter(SEATED_1_LEFT, "8x62")
    assert told(window) == ""


def test_what_is_deleted_moved_or_saved_out_of_sight_is_told(
    window: MainWindow, current: CurrentSession, last_week: Session, logbook: Logbook
) -> None:
    current.open(last_week)
    day = LAST_WEEK.replace(day=16)
    current.move_to(day, "move", "Session moved.")
    assert told(window) == "Session moved."
    window.delete_session()
    assert told(window) == "Session of 16 Nov 2026 deleted."
    assert logbook.undo_label == "Delete session of 16 Nov 2026"
    assert logbook.database.sessions() == []
    logbook.apply(Change.adding(Bodyweight(LAST_WEEK, 70.0)), "weigh")
    assert told(window) == ""


def test_several_sets_are_counted(
    window: MainWindow, current: CurrentSession, last_week: Session
) -> None:
    current.open(last_week)
    window.log_page.go_to(SEATED_1_LEFT)
    window.log_page.cards[0].table.selectAll()
    window.delete_selection()
    assert told(window) == "Deleted 4 sets."


def test_the_line_goes_by_itself_and_stays_while_the_keys_are_on_it(line: ToldLine) -> None:
    line.tell("Session moved.")
    assert line._going.isActive()
    assert line.isVisible()
    line.undo.setFocus()
    line._going.timeout.emit()
    assert line.isVisible()
    line.undo.clearFocus()
    line._going.timeout.emit()
    assert not line.isVisible()


def test_who_has_the_keys_on_the_line_gets_them_back_when_it_goes(
    line: ToldLine, qtbot: QtBot
) -> None:
    line.tell("Session moved.")
    line.undo.setFocus()
    with qtbot.waitSignal(line.left):
        line.tell("")
    assert not line.isVisible()
    with qtbot.assertNotEmitted(line.left):
        line.tell("Undone: Move session.", is_taken_back=True)
        line.tell("")


def test_what_no_undo_takes_back_offers_none_and_leaves_the_steps_of_undo_alone(
    window: MainWindow, current: CurrentSession, qtbot: QtBot
) -> None:
    current.enter(SEATED_1_LEFT, "8x60")
    window.undo()
    assert window._told is not None
    window._told.redo.setFocus()
    window.faults.done.emit("Copied.")
    assert told(window) == "Copied."
    assert not window._told.undo.isVisible()
    assert not window._told.redo.isVisible()
    assert window.log_page.cards[0].table.hasFocus()  # the button with the keys has gone
    window.redo()
    assert [each.reps for each in current.sets] == [8]
    assert window._told.undo.isVisible()


def test_what_is_copied_is_told_and_so_is_that_there_is_nothing(
    window: MainWindow, current: CurrentSession
) -> None:
    window.copy_session()
    assert told(window) == "Nothing to copy: this session has no sets yet."
    QApplication.clipboard().clear()
    window.paste_sets()
    assert told(window) == "Nothing to paste: copy sets first."
    current.enter(SEATED_1_LEFT, "8x60")
    window.copy_session()
    assert told(window) == "Copied."
    window.logbook.told.emit("", False)
    window.log_page.go_to(SEATED_1_LEFT)
    window.copy()
    assert told(window) == "Copied."


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("copy", "Nothing to copy: select cells first."),
        ("delete_selection", "Nothing to delete: select sets or sessions first."),
        ("go_to_previous_session", "There is no earlier session."),
        ("go_to_next_session", "There is no later session."),
        ("prolong_rest", "No rest runs."),
        ("end_rest", "No rest runs."),
        ("note_reserve_2", "No set waits for its reserve."),
        ("repeat_last_session", "Nothing to repeat."),
    ],
)
def test_a_command_that_finds_nothing_to_do_says_so(
    window: MainWindow, command: str, words: str
) -> None:
    if command == "copy":
        window.show_history()  # empty: no cell has the keys
    window.menus.actions[command].trigger()
    assert told(window) == words


def test_a_command_that_does_something_says_no_more(
    window: MainWindow, current: CurrentSession, last_week: Session
) -> None:
    window.menus.actions["repeat_last_session"].trigger()
    assert len(current.sets) == 8
    for command in ("note_reserve_2", "prolong_rest", "end_rest", "go_to_previous_session"):
        window.menus.actions[command].trigger()
        assert told(window) == ""
    window.log_page.go_to(SEATED_1_LEFT)
    window.menus.actions["delete_selection"].trigger()
    assert told(window).startswith("Deleted ")


def test_what_it_says_is_said_to_assistive_technology(
    line: ToldLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "tracker.ui.window.told_line.announce", lambda _widget, words: said.append(words)
    )
    line.tell("Session moved.")
    line.tell("")
    assert said == ["Session moved."]


def test_the_page_keeps_still_while_the_line_comes_and_goes(
    window: MainWindow, current: CurrentSession
) -> None:
    page = window.log_page
    parts = (window._stack, page.note, *(card.table for card in page.cards))
    before = [part.geometry() for part in parts]
    window.logbook.told.emit("Symptoms saved.", False)
    QApplication.processEvents()
    line = window._told
    assert line is not None
    assert line.isVisible()
    assert [part.geometry() for part in parts] == before
    top, note = line.mapToGlobal(line.rect().topLeft()).y(), page.note
    assert note.mapToGlobal(note.rect().bottomLeft()).y() < top  # a click on it meets it
    line.tell("")
    QApplication.processEvents()
    assert [part.geometry() for part in parts] == before


def test_below_its_card_nothing_of_a_page_is_seen(line: ToldLine) -> None:
    holder = line.parentWidget()
    assert holder is not None
    holder.setPalette(make_palette(LIGHT))
    words = QLabel("█" * 200, holder)
    words.setGeometry(0, 0, 400, 200)
    words.lower()
    holder.resize(400, 200)
    line.tell("Deleted.")
    line.setGeometry(20, 140, 360, 60)
    shown = holder.grab().toImage()
    below = {shown.pixelColor(x, 200 - y).name() for x in range(30, 370) for y in range(1, BELOW)}
    assert below == {LIGHT.page.name()}


def test_without_a_button_it_is_as_high(line: ToldLine) -> None:
    line.tell("Session deleted.")
    high = line.sizeHint().height()
    line.tell_done("Nothing to repeat.")
    assert max(line.minimumHeight(), line.sizeHint().height()) >= high
