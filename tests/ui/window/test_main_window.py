"""The window: its pages and the commands that it carries out itself."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LAST_WEEK, NOW, press
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan_edits import own_plan
from tracker.domain.session import Session
from tracker.domain.set_grid import Cell
from tracker.exchange.plan_file import plan_json
from tracker.ui.checkups.events_dialog import EventsDialog
from tracker.ui.files.import_dialog import ImportDialog
from tracker.ui.history.page import HistoryPage
from tracker.ui.plan.take_dialog import TakePlanDialog
from tracker.ui.window import main_window
from tracker.ui.window.main_window import MainWindow
from tracker.ui.window.told_line import ToldLine
from tracker.words.labels import date_text

SEATED = Exercise.SEATED


def test_the_title_names_the_log(window: MainWindow) -> None:
    assert window.windowTitle() == "training – Soleus"


def test_the_first_paint_waits_for_no_copies_and_no_recent_sessions(
    logbook: Logbook,
    current: CurrentSession,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(main_window, "PAINTED_MS", 3_600_000)
    window = MainWindow(logbook, current, settings, "training")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    card = window.log_page.cards[0]
    assert (window._copies, card._shows_recent) == (None, False)
    window._show_what_can_wait()
    assert window._copies is not None
    assert card._shows_recent


def test_a_moment_after_the_start_the_first_set_waits_for_no_parts(
    window: MainWindow, last_week: Session, qtbot: QtBot
) -> None:
    window.get_ready()
    qtbot.waitUntil(lambda: "session_bar" in vars(window))
    assert "form" in vars(window.log_page.panel)
    assert window.session_bar.isHidden()
    press("8x60", Qt.Key.Key_Return)
    assert window.session_bar.isVisible()
    assert window.log_page.panel.form.isVisible()


def test_a_rest_outlives_the_window(
    window: MainWindow, logbook: Logbook, settings: Settings, qtbot: QtBot
) -> None:
    press("8x60", Qt.Key.Key_Return)
    assert window.current.rests.timer.is_running
    window.close()
    reopened = CurrentSession(logbook, settings, lambda: NOW)
    assert reopened.session.id == window.current.session.id
    again = MainWindow(logbook, reopened, settings, "training")
    qtbot.addWidget(again)
    assert not reopened.rests.timer.is_running
    again.get_ready()
    qtbot.waitUntil(lambda: reopened.rests.timer.is_running)
    assert again.session_bar.rest.text() == window.session_bar.rest.text()


def test_selected_cells_are_copied_as_lines(
    window: MainWindow, current: CurrentSession, last_week: Session
) -> None:
    window.current.open(last_week)
    window.log_page.go_to(Cell(SEATED, 1, Side.LEFT))
    table = window.log_page.cards[0].table
    table.selectAll()
    window.copy()
    assert QApplication.clipboard().text().splitlines()[0] == "8 × 60 r2\t8 × 60 r2"
    window.log_page.note.setFocus()
    QApplication.clipboard().setText("kept")
    window.copy()
    assert QApplication.clipboard().text() == "kept"


def test_a_block_is_pasted_into_the_table_and_a_diary_is_imported(
    window: MainWindow, current: CurrentSession, qtbot: QtBot
) -> None:
    window.log_page.go_to(Cell(SEATED, 1, Side.RIGHT))
    clipboard = QApplication.clipboard()
    clipboard.setText("  ")
    window.log_page.cards[0].table.paste_asked.emit()
    assert current.sets == []
    clipboard.setText("8x60\r\n7x60\r\n")
    window.log_page.cards[0].table.paste_asked.emit()
    assert [(each.side, each.set_no, each.reps) for each in current.sets] == [
        (Side.RIGHT, 1, 8),
        (Side.RIGHT, 2, 7),
    ]
    clipboard.setText(f"{LAST_WEEK}\nseated 3x8@60 left")
    window.paste_sets()
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.session.is_working)
    assert dialog.counts.text().startswith("3 sets, 1 new session")
    dialog.reject()


def test_without_a_cell_what_was_copied_is_imported(window: MainWindow, qtbot: QtBot) -> None:
    window.log_page.note.setFocus()
    QApplication.clipboard().setText("8x60")
    window.paste_sets()
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.session.is_working)
    dialog.reject()
    window.log_page.cards[0].table.leave()
    window.log_page.paste("8x60")  # into no cell
    assert window.current.sets == []


def test_a_session_is_copied_as_text(window: MainWindow, current: CurrentSession) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("kept")
    window.copy_session()
    assert clipboard.text() == "kept"
    current.enter(Cell(SEATED, 1, Side.LEFT), "8x60")
    window.copy_session()
    assert clipboard.text() == f"{NOW.date()}\nseated 8x60kg left"


def test_delete_is_for_the_page_shown(
    window: MainWindow, current: CurrentSession, last_week: Session, logbook: Logbook
) -> None:
    current.enter(Cell(SEATED, 1, Side.LEFT), "8x60")
    window.log_page.go_to(Cell(SEATED, 1, Side.LEFT))
    window.delete_selection()
    assert logbook.database.sessions() == [last_week]
    window.show_history()
    history = window._stack.currentWidget()
    assert isinstance(history, HistoryPage)
    history.table.selectRow(0)
    window.delete_selection()
    assert logbook.database.sessions() == []
    window.show_progress()
    label = logbook.undo_label
    window.delete_selection()
    assert logbook.undo_label == label


def test_where_nothing_is_to_be_repeated_the_cursor_stays_and_a_line_says_so(
    window: MainWindow, current: CurrentSession, logbook: Logbook
) -> None:
    press("8x60", Qt.Key.Key_Return, "8x60", Qt.Key.Key_Return, Qt.Key.Key_Return)
    table = window.log_page.cards[1].table  # Enter on an empty cell went there
    at = table.currentIndex()
    label = logbook.undo_label
    window.repeat_last_session()
    assert table.hasFocus()
    assert table.currentIndex() == at
    assert logbook.undo_label == label
    line = window.findChild(ToldLine)
    assert line is not None
    assert line.isVisible()
    assert line.words.text() == "Nothing to repeat."
    assert not line.undo.isVisible()
    assert not line.redo.isVisible()
    press("12+20", Qt.Key.Key_Return)
    window.undo()
    assert line.redo.isVisible()


def test_the_session_menu_repeats_moves_and_deletes(
    window: MainWindow, current: CurrentSession, last_week: Session, logbook: Logbook
) -> None:
    window.repeat_last_session()
    assert len(current.sets) == 8
    window.go_to_previous_session()
    assert current.session == last_week
    window.go_to_next_session()
    assert current.session.date == NOW.date()
    window.delete_session()
    assert logbook.database.sessions() == [last_week]
    window.open_session(last_week.id)
    assert current.session == last_week
    window.open_session("gone")
    window.go_to_today()
    assert current.session.date == NOW.date()
    window.new_session()
    assert not current.is_saved


def test_the_panel_of_details_is_shown_and_hidden(window: MainWindow) -> None:
    action = window.menus.actions["toggle_panel"]
    assert window.log_page.panel.isVisible()
    action.trigger()
    assert not window.log_page.panel.isVisible()


def test_a_field_half_typed_is_saved_by_closing(
    window: MainWindow, current: CurrentSession, logbook: Logbook
) -> None:
    current.enter(Cell(SEATED, 1, Side.LEFT), "8x60")
    window.log_page.note.setFocus()
    QTest.keyClicks(window.log_page.note, "tired")
    window.close()
    assert [each.note for each in logbook.database.sessions()] == ["tired"]


def test_the_window_comes_back_where_it_was(
    window: MainWindow, settings: Settings, logbook: Logbook, current: CurrentSession, qtbot: QtBot
) -> None:
    window.resize(900, 640)  # no wider than the offscreen screen
    window.close()
    again = MainWindow(logbook, current, settings, "training")
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (900, 640)


def test_history_opens_a_session_on_the_log_page(
    window: MainWindow, current: CurrentSession, last_week: Session
) -> None:
    window.show_history()
    table = QApplication.focusWidget()
    assert table is not None
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert current.session == last_week
    assert window._stack.currentWidget() is window.log_page


def test_a_session_that_comes_from_elsewhere_is_told_everywhere(
    window: MainWindow, logbook: Logbook
) -> None:
    logbook.apply(Change.adding(Session(LAST_WEEK)), "one more")
    assert window.menus.actions["undo"].text() == "&Undo one more"


class Screen:
    """A screen of some size, with a panel at its bottom."""

    def __init__(self, width: int, height: int) -> None:
        self._size = QSize(width, height)

    def availableSize(self) -> QSize:  # noqa: N802 - as Qt calls it
        return self._size


@pytest.mark.parametrize(
    ("screen", "first", "smallest"),
    [
        ((1920, 1040), (1280, 800), (900, 600)),
        ((1366, 768), (1280, 728), (900, 600)),
        ((1024, 600), (1020, 560), (900, 560)),
        ((911, 512), (907, 472), (900, 472)),  # 1366 x 768 of which half as much again is shown
    ],
)
def test_the_first_window_fits_the_screen(
    screen: tuple[int, int],
    first: tuple[int, int],
    smallest: tuple[int, int],
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MainWindow, "screen", lambda _window: Screen(*screen))
    window = request.getfixturevalue("window")
    assert window.size().toTuple() == first
    assert window.minimumSize().toTuple() == smallest


def test_a_new_event_is_of_the_day_that_is_looked_at(window: MainWindow) -> None:
    def day_offered() -> str:
        window.open_events()
        dialog = window.findChildren(EventsDialog)[-1]
        text = dialog.date.text()
        dialog.close()
        return text

    logged = datetime.date(2026, 5, 1)
    window.open_day(logged)
    assert day_offered() == date_text(logged)
    for show in (window.show_progress, window.show_history):
        show()
        assert day_offered() == date_text(window.current.today)
    history = window._stack.currentWidget()
    assert isinstance(history, HistoryPage)
    day = datetime.date(2026, 5, 4)
    history.calendar.take(day)
    assert day_offered() == date_text(day)


def test_an_event_of_the_history_is_opened(window: MainWindow) -> None:
    event = Event(datetime.date(2026, 5, 4), EventKind.RACE)
    window.logbook.apply(Change.adding(event), "race")
    window.show_history()
    history = window._stack.currentWidget()
    assert isinstance(history, HistoryPage)
    history.event_asked.emit(event)
    (dialog,) = window.findChildren(EventsDialog)
    assert dialog.kind.currentData() == EventKind.RACE
    dialog.close()


def test_a_plan_that_is_dropped_is_shown_beside_the_plans(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "sent.soleus-plan"
    path.write_bytes(plan_json(own_plan("Sent", window.current.today)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place, action = QPointF(5, 5), Qt.DropAction.CopyAction
    none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(place, action, data, *none))
    (dialog,) = window.findChildren(TakePlanDialog)
    assert dialog.chosen.plan.name == "Sent"
    dialog.close()
