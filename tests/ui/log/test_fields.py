"""What is typed on the Log page goes where it was begun, or stays there as a draft."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LAST_WEEK, NOW, press
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.set_grid import Cell
from tracker.storage.database import Database
from tracker.ui.log.day_bar import DayDialog
from tracker.ui.window.main_window import MainWindow

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side
ALT = Qt.KeyboardModifier.AltModifier
TODAY = NOW.date()
DELETED = "This was deleted meanwhile. Enter saves yours all the same, Escape drops it."


class Beside:
    """Another window on the same log, as far as the log can tell."""

    def __init__(self, path: Path, logbook: Logbook) -> None:
        self.database = Database.open(path)
        self._logbook = logbook

    def apply(self, change: Change) -> None:
        """Change the log, and let the window under test know."""
        self.database.apply(change)
        self._logbook.catch_up()


@pytest.fixture
def logbook(tmp_path: Path, qapp: QApplication) -> Iterator[Logbook]:
    logbook = Logbook(Database.create(tmp_path / "log.soleus"))
    yield logbook
    logbook.database.close()


@pytest.fixture
def beside(tmp_path: Path, logbook: Logbook) -> Iterator[Beside]:
    beside = Beside(tmp_path / "log.soleus", logbook)
    yield beside
    beside.database.close()


@pytest.fixture
def window(
    logbook: Logbook,
    current: CurrentSession,
    settings: Settings,
    last_week: Session,
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    """The window at today's session: a set of each leg, and one from last week before it."""
    precious = replace(last_week, note="precious")
    logbook.apply(Change.replacing(last_week, precious), "note")
    current.enter(Cell(SEATED, 1, L), "8x60")
    current.enter(Cell(SEATED, 1, R), "8x62.5")
    window = MainWindow(logbook, current, settings, "training")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: any(card.table.hasFocus() for card in window.log_page.cards))
    window._catching_up.stop()
    yield window
    window.close_anyway()


def notes(logbook: Logbook) -> list[str]:
    return [each.note for each in logbook.database.sessions()]


def alt(key: Qt.Key) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, ALT)


def asked(window: MainWindow) -> QMessageBox:
    (box,) = [each for each in window.findChildren(QMessageBox) if each.isVisible()]
    return box


def answer(window: MainWindow, words: str) -> None:
    box = asked(window)
    (button,) = [each for each in box.buttons() if each.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def typed_into(field: QWidget, text: str) -> None:
    field.setFocus()
    press(text)


def delete_and_undo(window: MainWindow) -> None:
    window.delete_session()
    window.undo()


LEAVING: dict[str, Callable[[MainWindow], object]] = {
    "Alt+Left": lambda _window: alt(Qt.Key.Key_Left),
    "the arrow": lambda window: QTest.mouseClick(
        window.log_page.day_bar.previous, Qt.MouseButton.LeftButton
    ),
    "the menu": lambda window: window.menus.actions["go_to_previous_session"].trigger(),
    "Ctrl+N": lambda window: window.menus.actions["new_session"].trigger(),
    "Ctrl+2": lambda window: window.show_progress(),
    "a click": lambda window: window.log_page.cards[1].table.setFocus(),
    "closing": lambda window: window.close(),
    "deletion, undone": delete_and_undo,
}


@pytest.mark.parametrize("way", LEAVING)
def test_a_note_is_saved_with_the_session_it_was_begun_in(
    way: str, window: MainWindow, logbook: Logbook
) -> None:
    typed_into(window.log_page.note, "left heel stiff today")
    LEAVING[way](window)
    assert notes(logbook) == ["precious", "left heel stiff today"]


@pytest.mark.parametrize("way", LEAVING)
def test_a_weighing_is_of_the_day_it_was_begun_on(
    way: str, window: MainWindow, logbook: Logbook
) -> None:
    typed_into(window.log_page.day_bar.bodyweight, "81")
    LEAVING[way](window)
    assert [(each.date, each.kg) for each in logbook.database.weighings()] == [(TODAY, 81.0)]


@pytest.mark.parametrize("way", LEAVING)
def test_a_set_half_typed_is_saved_in_its_own_cell(
    way: str, window: MainWindow, logbook: Logbook, last_week: Session
) -> None:
    before, own = logbook.database.sets_of(last_week.id), window.current.session
    window.log_page.go_to(Cell(SEATED, 2, L))
    press("9x61")
    LEAVING[way](window)
    assert logbook.database.sets_of(last_week.id) == before
    assert [each.reps for each in logbook.database.sets_of(own.id)] == [8, 8, 9]


@pytest.mark.parametrize("way", LEAVING)
def test_a_detail_is_of_the_set_it_was_begun_on(
    way: str, window: MainWindow, logbook: Logbook
) -> None:
    own = window.current.session
    window.log_page.go_to(Cell(SEATED, 1, L))
    typed_into(window.log_page.panel.form.note, "for the left")
    LEAVING[way](window)
    found = {each.side: each.note for each in logbook.database.sets_of(own.id)}
    assert found == {L: "for the left", R: ""}


def test_a_note_begun_here_is_not_written_over_that_of_another_window(
    window: MainWindow, logbook: Logbook, beside: Beside
) -> None:
    note = window.log_page.note
    typed_into(note, "mine")
    (_, session) = beside.database.sessions()
    beside.apply(Change.replacing(session, replace(session, note="theirs")))
    assert note.text() == "mine"
    press(Qt.Key.Key_Return)
    assert notes(logbook)[-1] == "theirs"
    assert "Meanwhile this became “theirs”." in window.log_page.message.text()
    press(Qt.Key.Key_Return)
    assert notes(logbook)[-1] == "mine"
    assert not window.log_page.message.isVisible()


def test_the_note_of_another_window_can_be_kept_instead(
    window: MainWindow, logbook: Logbook, beside: Beside
) -> None:
    note = window.log_page.note
    typed_into(note, "mine")
    (_, session) = beside.database.sessions()
    beside.apply(Change.replacing(session, replace(session, note="theirs " * 20)))
    press(Qt.Key.Key_Return)
    assert "…”" in window.log_page.message.text()
    press(Qt.Key.Key_Escape)
    assert note.text() == "theirs " * 20
    assert not window.log_page.message.isVisible()
    assert window.close()
    assert notes(logbook)[-1] == "theirs " * 20


def test_todays_session_begun_in_another_window_leaves_a_note_where_it_was_begun(
    window: MainWindow, logbook: Logbook, beside: Beside, current: CurrentSession
) -> None:
    current.delete("delete session")
    typed_into(window.log_page.note, "calf sore")
    here = current.session
    theirs = Session(TODAY, NOW, note="theirs")
    first = LoggedSet(theirs.id, SEATED, L, 1, 8, 60.0)
    beside.apply(Change.adding(theirs, first))
    press(", no training")
    assert current.session.id == here.id
    window.log_page.cards[0].table.setFocus()
    found = {each.id: each.note for each in logbook.database.sessions()}
    assert found[theirs.id] == "theirs"
    assert found[here.id] == "calf sore, no training"


def test_a_session_deleted_elsewhere_is_not_brought_back_unasked(
    window: MainWindow, logbook: Logbook, beside: Beside
) -> None:
    typed_into(window.log_page.note, "mine")
    (_, session) = beside.database.sessions()
    parts = beside.database.parts_of(session.id)
    beside.apply(Change.removing(*parts, session))
    window.log_page.cards[1].table.setFocus()
    assert notes(logbook) == ["precious"]
    assert window.log_page.message.text() == DELETED
    window.log_page.note.setFocus()
    press(Qt.Key.Key_Return)
    assert notes(logbook) == ["precious", "mine"]


def test_the_first_set_saved_meanwhile_is_no_change_of_the_note(
    window: MainWindow, current: CurrentSession, logbook: Logbook
) -> None:
    current.open_new(TODAY)
    typed_into(window.log_page.note, "mine")
    current.enter(Cell(SEATED, 1, L), "8x60")
    press(Qt.Key.Key_Return)
    assert current.session.note == "mine"
    assert len(current.sets) == 1


def test_details_stay_with_their_set_while_another_window_logs(
    window: MainWindow, current: CurrentSession, beside: Beside
) -> None:
    page = window.log_page
    page.cards[0].table.setCurrentIndex(page.cards[0].model.index_of(Cell(SEATED, 2, L)))
    assert page.panel.title.text() == "Seated 1, right"  # the newest: nothing is selected
    typed_into(page.panel.form.note, "slow")
    newer = LoggedSet(current.session.id, SEATED, L, 2, 9, 61.0, position=5)
    beside.apply(Change.adding(newer))
    press(" reps")
    page.note.setFocus()
    assert {each.note for each in current.sets if each.side is R} == {"slow reps"}
    assert {each.note for each in current.sets if each.side is L} == {""}
    assert page.panel.title.text() == "Seated 2, left"


def test_a_detail_of_a_set_deleted_elsewhere_is_kept_as_a_draft(
    window: MainWindow, current: CurrentSession, beside: Beside, logbook: Logbook
) -> None:
    page = window.log_page
    page.go_to(Cell(SEATED, 1, R))
    right = next(each for each in current.sets if each.side is R)
    typed_into(page.panel.form.tempo, "3-1-3-0")
    beside.apply(Change.removing(right))
    page.note.setFocus()
    assert page.unsaved.text.text() == "Not saved yet: Tempo of Tue 24 Nov 2026, Seated 1, right"
    assert page.unsaved.isVisible()
    page.go_to(Cell(SEATED, 1, L))
    beside.apply(Change.adding(right))
    QTest.mouseClick(page.unsaved.show_it, Qt.MouseButton.LeftButton)
    assert page.panel.form.tempo.text() == "3-1-3-0"
    assert page.panel.form.tempo.hasFocus()
    assert not page.unsaved.isVisible()
    press(Qt.Key.Key_Return)
    assert logbook.undo_label == "Edit set"
    assert {each.side for each in current.sets if each.tempo} == {R}


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_a_choice_is_of_the_set_shown_when_its_list_was_opened(
    window: MainWindow, current: CurrentSession, beside: Beside, qtbot: QtBot
) -> None:
    page = window.log_page
    page.cards[0].table.setCurrentIndex(page.cards[0].model.index_of(Cell(SEATED, 2, L)))
    pain = page.panel.form.pain
    assert isinstance(pain, QComboBox)
    pain.showPopup()
    newer = LoggedSet(current.session.id, SEATED, L, 2, 9, 61.0, position=5)
    beside.apply(Change.adding(newer))
    pain.view().setCurrentIndex(pain.model().index(4, 0))
    QTest.keyClick(pain.view(), Qt.Key.Key_Return)
    assert [each.pain_during for each in current.sets] == [None, 3, None]
    qtbot.waitUntil(lambda: page.panel.title.text() == "Seated 2, left")
    assert pain.currentIndex() == 0


def test_a_choice_that_cannot_be_saved_stays_with_its_set(
    window: MainWindow, current: CurrentSession, logbook: Logbook
) -> None:
    page, connection = window.log_page, logbook.database._connection
    page.go_to(Cell(SEATED, 1, L))
    set_type = page.panel.form.set_type
    set_type.setFocus()
    connection.execute("PRAGMA query_only = ON")
    press(Qt.Key.Key_Down)
    assert page.panel.message.isVisible()
    page.go_to(Cell(SEATED, 1, R))
    assert set_type.currentIndex() == 1
    assert not page.panel.message.isVisible()
    page.go_to(Cell(SEATED, 1, L))
    assert set_type.currentIndex() == 2
    connection.execute("PRAGMA query_only = OFF")
    assert window.close()
    assert {each.side: each.set_type for each in current.sets} == {L: SetType.TEST, R: SetType.WORK}


def test_a_line_of_quick_entry_waits_in_its_session(
    window: MainWindow, current: CurrentSession, logbook: Logbook
) -> None:
    line = window.log_page.quick_entry.line
    typed_into(line, "seated 8x99 left")
    alt(Qt.Key.Key_Left)
    assert line.text() == ""
    typed_into(line, "nonsense")
    window.go_to_next_session()
    assert line.text() == "seated 8x99 left"
    line.setFocus()
    press(Qt.Key.Key_Return)
    assert [each.external_kg for each in current.sets] == [60.0, 62.5, 99.0]
    window.go_to_previous_session()
    assert line.text() == "nonsense"
    line.setFocus()
    press(Qt.Key.Key_Return)
    assert not window.close()
    assert "Quick entry of Tue 17 Nov 2026: “nonsense”." in asked(window).text()
    answer(window, "Keep editing")
    assert line.hasFocus()
    press(Qt.Key.Key_Escape)
    assert window.close()


def test_a_line_of_quick_entry_without_its_enter_is_asked_about(window: MainWindow) -> None:
    line = window.log_page.quick_entry.line
    typed_into(line, "seated 8x99")
    assert not window.close()
    assert "Enter was not pressed." in asked(window).text()
    answer(window, "Keep editing")
    line.selectAll()
    press(Qt.Key.Key_Backspace)
    assert window.close()


def test_a_red_value_outlives_another_session_and_is_asked_about(
    window: MainWindow, current: CurrentSession, logbook: Logbook
) -> None:
    page, model = window.log_page, window.log_page.cards[0].model
    page.go_to(Cell(SEATED, 2, L))
    press("8y", Qt.Key.Key_Return)
    assert page.cards[0].message.isVisible()
    window.go_to_previous_session()
    assert model.index(1, 0).data() != "8y"
    assert not page.cards[0].message.isVisible()
    assert page.unsaved.text.text() == "Not saved yet: Set of Tue 24 Nov 2026, Seated 2, left"
    assert not window.close()
    assert (
        asked(window)
        .text()
        .startswith("Not saved:\n• Set of Tue 24 Nov 2026, Seated 2, left: “8y”. ")
    )
    answer(window, "Keep editing")
    assert current.session.date == TODAY
    assert model.index(1, 0).data() == "8y"
    assert page.cards[0].message.isVisible()
    press("9x61", Qt.Key.Key_Return)
    assert [each.reps for each in current.sets] == [8, 8, 9]
    assert window.close()


def test_what_is_not_saved_can_be_left(window: MainWindow, logbook: Logbook) -> None:
    typed_into(window.log_page.note, "kept")
    window.log_page.go_to(Cell(SEATED, 2, L))
    press("8y", Qt.Key.Key_Return)
    for number in range(8):
        window.current.open_new(TODAY - datetime.timedelta(days=30 + number))
        typed_into(window.log_page.day_bar.bodyweight, f"7{number}y")
    assert not window.close()
    assert asked(window).text().splitlines()[-1] == "and 3 more"
    answer(window, "Close anyway")
    assert not window.isVisible()
    assert notes(logbook) == ["precious", "kept"]


def test_a_bodyweight_refused_is_shown_again_on_its_day(
    window: MainWindow, logbook: Logbook
) -> None:
    bar = window.log_page.day_bar
    typed_into(bar.bodyweight, "heavy")
    window.current.open_new(LAST_WEEK)
    assert (bar.bodyweight.text(), bar.message.isVisible()) == ("", False)
    QTest.mouseClick(window.log_page.unsaved.show_it, Qt.MouseButton.LeftButton)
    assert bar.bodyweight.hasFocus()
    assert (bar.bodyweight.text(), bar.message.isVisible()) == ("heavy", True)
    press(Qt.Key.Key_Escape)
    assert (bar.bodyweight.text(), bar.message.isVisible()) == ("", False)


def test_after_the_bodyweight_enter_goes_back_to_the_cell(
    window: MainWindow, current: CurrentSession
) -> None:
    window.log_page.go_to(Cell(STANDING, 1, R))
    typed_into(window.log_page.day_bar.bodyweight, "70")
    press(Qt.Key.Key_Return, "12+20", Qt.Key.Key_Return)
    assert current.bodyweight_kg == 70.0
    logged = current.own(Cell(STANDING, 1, R))
    assert logged is not None
    assert (logged.reps, logged.external_kg) == (12, 20.0)


def test_the_next_bodyweight_replaces_one_that_is_shown_again(
    window: MainWindow, current: CurrentSession
) -> None:
    bar = window.log_page.day_bar
    typed_into(bar.bodyweight, "70")
    press(Qt.Key.Key_Return)
    bar.bodyweight.selectAll()
    typed_into(bar.bodyweight, "8")
    assert bar.bodyweight.text() == "8"
    press(Qt.Key.Key_Escape)
    assert bar.bodyweight.text() == "70"
    assert current.bodyweight_kg == 70.0
    press("9")
    assert bar.bodyweight.text() == "9"


def test_a_weighing_made_elsewhere_is_not_replaced_unseen(
    window: MainWindow, beside: Beside, logbook: Logbook
) -> None:
    bar = window.log_page.day_bar
    typed_into(bar.bodyweight, "70")
    beside.apply(Change.adding(Bodyweight(TODAY, 71.0)))
    press(Qt.Key.Key_Tab)
    assert [each.kg for each in logbook.database.weighings()] == [71.0]
    assert "changed meanwhile" in bar.message.text()
    bar.bodyweight.setFocus()
    press(Qt.Key.Key_Return)
    assert [each.kg for each in logbook.database.weighings()] == [70.0]


def test_a_weight_refused_keeps_the_unit_it_was_typed_in(
    window: MainWindow, logbook: Logbook, settings: Settings
) -> None:
    settings.set_unit(Unit.LB)
    connection = logbook.database._connection
    connection.execute("PRAGMA query_only = ON")
    typed_into(window.log_page.day_bar.bodyweight, "155")
    window.log_page.go_to(Cell(SEATED, 2, L))
    press("8x100", Qt.Key.Key_Return)
    settings.set_unit(Unit.KG)
    connection.execute("PRAGMA query_only = OFF")
    assert window.close()
    (weighing,) = logbook.database.weighings()
    assert round(weighing.kg, 2) == 70.31
    assert round(window.current.sets[-1].external_kg, 2) == 45.36


def test_a_fault_of_the_disk_is_told_once_beside_the_field(
    window: MainWindow, logbook: Logbook
) -> None:
    logbook.database._connection.execute("PRAGMA query_only = ON")
    typed_into(window.log_page.note, "mine")
    press(Qt.Key.Key_Return)
    assert "could not be saved" in window.log_page.message.text()
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    logbook.database._connection.execute("PRAGMA query_only = OFF")
    press(Qt.Key.Key_Return)
    assert notes(logbook)[-1] == "mine"


def test_a_fault_is_told_in_a_box_where_its_field_is_not_seen(
    window: MainWindow, logbook: Logbook
) -> None:
    logbook.database._connection.execute("PRAGMA query_only = ON")
    typed_into(window.log_page.note, "mine")
    window.show_progress()
    assert "could not be saved" in asked(window).text()
    asked(window).close()
    window.show_log()
    assert window.log_page.note.text() == "mine"
    assert window.log_page.message.isVisible()


def test_a_set_changed_elsewhere_while_it_is_typed_is_not_replaced_unseen(
    window: MainWindow, beside: Beside, current: CurrentSession
) -> None:
    window.log_page.go_to(Cell(SEATED, 1, L))
    press("7x60")
    left = next(each for each in beside.database.sets_of(current.session.id) if each.side is L)
    beside.apply(Change.replacing(left, replace(left, reps=9)))
    press(Qt.Key.Key_Return)
    assert [each.reps for each in current.sets] == [9, 8]
    assert "changed meanwhile" in window.log_page.cards[0].message.text()
    press(Qt.Key.Key_Return)
    assert [each.reps for each in current.sets] == [7, 8]


def test_escape_in_a_red_cell_leaves_what_was_refused(window: MainWindow) -> None:
    page = window.log_page
    page.go_to(Cell(SEATED, 2, L))
    press("8y", Qt.Key.Key_Return, "9", Qt.Key.Key_Escape)
    assert page.cards[0].table.currentIndex().data() == "8y"


def test_what_is_half_typed_stays_while_a_column_comes_and_goes(
    window: MainWindow, current: CurrentSession, beside: Beside
) -> None:
    both = LoggedSet(current.session.id, SEATED, BOTH, 1, 8, 80.0, position=7)
    window.log_page.go_to(Cell(SEATED, 2, L))
    press("9x6")
    beside.apply(Change.adding(both))
    press("1")
    beside.apply(Change.removing(both))
    press(Qt.Key.Key_Return)
    assert [(each.reps, each.external_kg) for each in current.sets][-1] == (9, 61.0)


def test_equipment_asked_for_goes_to_the_session_it_was_asked_in(
    window: MainWindow, current: CurrentSession
) -> None:
    bar, today = window.log_page.day_bar, current.session
    bar.ask_equipment(SEATED)
    dialog = bar.findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    window.go_to_previous_session()
    dialog.setTextValue("Step")
    dialog.accept()
    assert current.session.id == today.id
    step = next(each for each in current.equipment if each.name == "Step")
    assert {each.equipment_id for each in current.sets} == {step.id}
    bar._menu.aboutToShow.emit()
    seated = bar._menu.actions()[0].menu()
    assert isinstance(seated, QMenu)
    window.go_to_previous_session()
    seated.actions()[0].trigger()
    assert current.session.id == today.id
    assert {each.equipment_id for each in current.sets} == {None}


def test_the_session_moved_is_the_one_it_was_asked_for(
    window: MainWindow, current: CurrentSession, last_week: Session
) -> None:
    today = current.session
    window.ask_move()
    dialog = window.findChild(DayDialog)
    assert isinstance(dialog, DayDialog)
    window.go_to_previous_session()
    dialog.accept()
    assert current.session.id == today.id
    assert current.session.date == TODAY


def test_a_note_typed_for_an_empty_day_stays_on_it_when_it_is_moved(
    window: MainWindow, current: CurrentSession, logbook: Logbook
) -> None:
    current.open_new(TODAY - datetime.timedelta(days=40))
    typed_into(window.log_page.note, "rest")
    current.move_to(TODAY - datetime.timedelta(days=41), "move")
    (moved,) = [each for each in logbook.database.sessions() if each.note == "rest"]
    assert moved.date == TODAY - datetime.timedelta(days=41)
