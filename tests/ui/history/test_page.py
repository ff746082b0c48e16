"""The History page: its rows, its search, and each way to change them by keys and clicks."""

import datetime
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.history.conftest import (
    LEFT,
    SEATED,
    TODAY,
    Desk,
)
from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.session import Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.ui.history.model import (
    DRAFT_ROLE,
    HistoryColumn,
)
from tracker.ui.widgets.faults import Faults

pytestmark = pytest.mark.usefixtures("english")


# What is shown


def test_the_log_is_read_when_the_page_is_first_shown(
    logbook: Logbook, make_page: Callable[[], Desk]
) -> None:
    logbook.apply(Change.adding(Session(TODAY)), "train")
    assert make_page().column(HistoryColumn.DATE) == ["24 Nov 2026"]


def test_a_hidden_page_catches_up_when_it_is_shown(desk: Desk) -> None:
    desk.page.hide()
    desk.train(0)
    assert desk.model.rowCount() == 0
    desk.page.show()
    assert desk.model.rowCount() == 1


@pytest.mark.parametrize("sessions", [0, 1, 3])
def test_the_page_says_how_many_sessions_there_are(desk: Desk, sessions: int) -> None:
    for ago in range(sessions):
        desk.train(ago)
    assert desk.page.count.text() == {0: "", 1: "1 session", 3: "3 sessions"}[sessions]


def test_an_empty_page_says_what_would_fill_it(desk: Desk) -> None:
    assert desk.page.empty.isVisible()
    assert "first set" in desk.page.empty.text()


def test_what_cannot_be_read_is_told_and_tried_again(
    logbook: Logbook, faults: Faults, make_page: Callable[[], Desk], qtbot: QtBot
) -> None:
    logbook.apply(Change.adding(Session(TODAY)), "train")
    read = logbook.database.sessions

    def broken() -> list[Session]:
        raise TrackerError("the disk reported an error")

    logbook.database.sessions = broken  # type: ignore[method-assign]
    with qtbot.waitSignal(faults.told):
        desk = make_page()
    logbook.database.sessions = read  # type: ignore[method-assign]
    desk.page.hide()
    desk.page.show()
    assert desk.model.rowCount() == 1


# Sorting and searching


def test_typing_searches(desk: Desk, three: list[Session]) -> None:
    QTest.keyClicks(desk.page.search, "achilles")
    assert desk.column(HistoryColumn.DATE) == ["10 Nov 2026"]
    assert desk.page.count.text() == "1 of 3 sessions"


def test_a_search_without_result_says_so_and_escape_shows_all_again(
    desk: Desk, three: list[Session]
) -> None:
    desk.page.search.setFocus()
    QTest.keyClicks(desk.page.search, "knee")
    assert desk.page.empty.isVisible()
    assert "“knee”" in desk.page.empty.text()
    QTest.keyClick(desk.page.search, Qt.Key.Key_Escape)
    assert desk.model.rowCount() == 3
    assert desk.table.isVisible()


def test_a_search_that_cannot_be_read_says_why_and_leaves_nothing_out(
    desk: Desk, three: list[Session]
) -> None:
    QTest.keyClicks(desk.page.search, "seated pain>")
    assert "A number is expected after “>”" in desk.page.wrong.text()
    assert desk.model.rowCount() == 3
    QTest.keyClicks(desk.page.search, "3")
    assert desk.page.wrong.text() == ""
    assert desk.model.rowCount() == 0


def test_what_is_wrong_stands_below_its_place_or_as_far_as_there_is_room(desk: Desk) -> None:
    desk.page.resize(1_400, 600)
    begins = []
    for text in ("kg>", "seated kg>", "seated standing achilles kg>x"):
        desk.page.search.setText(text)
        begins.append(desk.page.wrong.contentsMargins().left())
    room = desk.page.wrong.width() - begins[2]
    assert begins[0] < begins[1] <= begins[2]
    assert room >= desk.page.wrong.fontMetrics().horizontalAdvance(desk.page.wrong.text())


def test_figures_of_sets_are_searched(desk: Desk, three: list[Session]) -> None:
    QTest.keyClicks(desk.page.search, "seated kg > 62")
    assert desk.column(HistoryColumn.DATE) == ["24 Nov 2026", "17 Nov 2026", "10 Nov 2026"]
    QTest.keyClicks(desk.page.search, " kg>=70")
    assert desk.column(HistoryColumn.DATE) == ["17 Nov 2026"]


def test_a_search_keeps_up_with_the_log(desk: Desk, three: list[Session]) -> None:
    desk.page.search.setText("kg>70")
    desk.train(1, (SEATED, LEFT, 80))
    assert desk.column(HistoryColumn.DATE) == ["23 Nov 2026", "17 Nov 2026"]
    desk.page.search.setText("")
    assert desk.model.rowCount() == 4


def test_a_day_of_the_calendar_filters_and_lets_go(desk: Desk, three: list[Session]) -> None:
    calendar = desk.page.calendar
    middle = calendar.cell_rect(three[1].date).center()
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=middle)
    assert desk.page.search.text() == "2026-11-17"
    assert desk.column(HistoryColumn.DATE) == ["17 Nov 2026"]
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=middle)
    assert desk.page.search.text() == ""
    assert desk.model.rowCount() == 3


def test_a_day_that_is_typed_is_taken_in_the_calendar(desk: Desk, three: list[Session]) -> None:
    desk.page.search.setText("2025-03-12")
    assert desk.page.calendar.taken == datetime.date(2025, 3, 12)
    assert desk.page.card.year.text() == "2025"
    desk.page.search.setText("2025-03-1")
    assert desk.page.calendar.taken is None


def test_the_calendar_has_hard_sets_and_symptoms(desk: Desk, three: list[Session]) -> None:
    desk.logbook.apply(Change.adding(Symptom(TODAY, Moment.AFTER, LEFT, pain=3)), "Note symptoms")
    calendar = desk.page.calendar
    assert calendar.words_of(TODAY) == "Tue 24 Nov 2026: 2 hard sets, symptoms"
    assert calendar.words_of(three[1].date) == "Tue 17 Nov 2026: 1 hard set"
    desk.logbook.undo()
    assert calendar.words_of(TODAY) == "Tue 24 Nov 2026: 2 hard sets"


def test_a_search_that_fails_to_read_is_told(
    desk: Desk, three: list[Session], faults: Faults, qtbot: QtBot
) -> None:
    def broken() -> dict[str, str]:
        raise TrackerError("the disk reported an error")

    desk.logbook.database.notes_of_sets = broken  # type: ignore[method-assign]
    with qtbot.waitSignal(faults.told):
        desk.page.search.setText("seated")


def test_down_goes_from_the_search_to_what_was_found(desk: Desk, three: list[Session]) -> None:
    desk.page.search.setFocus()
    QTest.keyClicks(desk.page.search, "slept")
    QTest.keyClick(desk.page.search, Qt.Key.Key_Down)
    assert desk.table.hasFocus()
    assert desk.table.selected_sessions() == [three[1]]


def test_find_goes_to_the_search(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(0)
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.search.hasFocus()


def test_tab_goes_through_the_page(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(0)
    desk.page.search.setFocus()
    card = desk.page.card
    parts = (desk.page.search, desk.page.delete, card.previous, card.following, card.fold)
    for before, after in pairwise((*parts, card.calendar, desk.table)):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()


# Editing in place


def test_symptoms_are_moved_with_their_session(desk: Desk, three: list[Session]) -> None:
    session = three[0]
    felt = Symptom(session.date, Moment.DURING, LEFT, pain=1, session_id=session.id)
    desk.logbook.apply(Change.adding(felt), "felt")
    desk.edit(2, HistoryColumn.DATE, "2026-11-02")
    assert [each.date for each in desk.logbook.database.symptoms()] == [datetime.date(2026, 11, 2)]


@pytest.mark.parametrize(("text", "words"), [("soon", "is not a day"), ("0026-11-24", "1900")])
def test_a_bad_date_stays_written_and_says_why(
    desk: Desk, three: list[Session], text: str, words: str
) -> None:
    desk.edit(0, HistoryColumn.DATE, text)
    assert desk.text(0, HistoryColumn.DATE) == text
    assert desk.text(0, HistoryColumn.DATE, DRAFT_ROLE)
    assert words in desk.text(0, HistoryColumn.DATE, Qt.ItemDataRole.ToolTipRole)
    assert words in desk.text(0, HistoryColumn.DATE, Qt.ItemDataRole.AccessibleTextRole)
    assert desk.page.message.isVisible()
    assert words in desk.page.message.text()
    assert desk.logbook.database.session(three[2].id) == three[2]


def test_escape_drops_a_bad_date(desk: Desk, three: list[Session]) -> None:
    desk.edit(0, HistoryColumn.DATE, "soon")
    desk.press(Qt.Key.Key_Escape)
    assert desk.text(0, HistoryColumn.DATE) == "24 Nov 2026"
    assert not desk.page.message.isVisible()


def test_a_note_too_long_says_why(desk: Desk, three: list[Session]) -> None:
    index = desk.model.index(0, HistoryColumn.NOTE)
    assert not desk.model.setData(index, "x" * 10_001)
    assert "10,000" in desk.page.message.text()


def test_the_message_goes_with_the_session_it_was_about(desk: Desk, three: list[Session]) -> None:
    desk.edit(0, HistoryColumn.DATE, "soon")
    desk.logbook.undo()  # the session is gone
    assert not desk.page.message.isVisible()


# Deleting


@pytest.mark.parametrize("by", ["key", "button"])
def test_selected_sessions_are_deleted_with_their_sets_and_come_back_by_undo(
    desk: Desk, three: list[Session], by: str
) -> None:
    desk.stand_at(0)
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    if by == "key":
        desk.press(Qt.Key.Key_Delete)
    else:
        QTest.mouseClick(desk.page.delete, Qt.MouseButton.LeftButton)
    database = desk.logbook.database
    assert database.sessions() == [three[0]]
    assert database.sets_of(three[2].id) == []
    assert desk.logbook.undo_label == "Delete 2 sessions"
    assert desk.column(HistoryColumn.DATE) == ["10 Nov 2026"]
    desk.logbook.undo()
    assert database.sessions() == three
    assert len(database.sets_of(three[2].id)) == 2


def test_one_session_deleted_is_named_by_its_day(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(0)
    desk.press(Qt.Key.Key_Delete)
    assert desk.logbook.undo_label == "Delete session of 24 Nov 2026"


def test_delete_without_a_selection_does_nothing(desk: Desk, three: list[Session]) -> None:
    desk.table.clearSelection()
    assert not desk.page.delete.isEnabled()
    desk.press(Qt.Key.Key_Delete)
    assert desk.logbook.undo_label == "train"


def test_deleting_the_last_session_leaves_the_keys_on_the_page(desk: Desk) -> None:
    desk.train(0)
    desk.stand_at(0)
    desk.press(Qt.Key.Key_Delete)
    assert desk.page.empty.isVisible()
    assert desk.page.search.hasFocus()


def test_keys_stay_in_the_search_when_a_session_comes_after_nothing_was_found(desk: Desk) -> None:
    desk.page.search.setFocus()
    QTest.keyClick(desk.page.search, Qt.Key.Key_Down)
    desk.train(0)
    assert desk.page.search.hasFocus()
    assert not desk.table.currentIndex().isValid()
    assert not desk.table.selected_sessions()


def test_keys_stay_in_the_search_when_a_session_comes_after_all_were_deleted(
    desk: Desk, three: list[Session]
) -> None:
    desk.stand_at(0)
    desk.table.selectAll()
    desk.press(Qt.Key.Key_Delete)
    assert desk.model.rowCount() == 0
    desk.logbook.database.apply(Change.adding(Session(TODAY)))
    desk.logbook.reloaded.emit()
    assert desk.model.rowCount() == 1
    assert desk.page.search.hasFocus()
    assert not desk.table.currentIndex().isValid()
    assert not desk.table.selected_sessions()


@pytest.mark.parametrize("is_typed_in", [False, True])
def test_keys_stay_on_the_page_when_another_window_deletes_all_sessions(
    desk: Desk, three: list[Session], qtbot: QtBot, is_typed_in: bool
) -> None:
    desk.stand_at(0)
    if is_typed_in:
        desk.press(Qt.Key.Key_F2)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    for session in three:
        sets = desk.logbook.database.sets_of(session.id)
        desk.logbook.database.apply(Change.removing(session, *sets))
    desk.logbook.reloaded.emit()
    assert desk.page.focusWidget() is desk.page.search
    desk.logbook.database.apply(Change.adding(Session(TODAY)))
    desk.logbook.reloaded.emit()
    desk.page.activateWindow()
    qtbot.waitUntil(desk.page.isActiveWindow)
    assert desk.page.search.hasFocus()
    assert not desk.table.currentIndex().isValid()
