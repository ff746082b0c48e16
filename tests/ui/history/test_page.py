"""The History page: its rows, its search, and each way to change them by keys and clicks."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.history.conftest import (
    LEFT,
    RIGHT,
    SEATED,
    TODAY,
    Desk,
)
from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.load import Unit
from tracker.domain.measurement import Measurement
from tracker.domain.session import Session
from tracker.domain.sets_done import SetDone
from tracker.domain.symptoms import Moment, Symptom
from tracker.ui.history.columns import HistoryColumn
from tracker.ui.history.model import (
    DRAFT_ROLE,
)
from tracker.ui.widgets.faults import Faults
from tracker.words.sets_done import sets_text

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


def test_a_day_is_searched_for_as_the_table_shows_it(desk: Desk, three: list[Session]) -> None:
    desk.page.search.setText("17 Nov 2026")
    assert desk.column(HistoryColumn.DATE) == ["17 Nov 2026"]
    assert desk.page.calendar.taken == datetime.date(2026, 11, 17)
    desk.page.search.setText("november 2026")
    assert desk.model.rowCount() == 3
    desk.page.search.setText("December 2026")
    assert desk.page.count.text() == "0 of 3 sessions"


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
    assert "Enter a number after “>”" in desk.page.wrong.text()
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


def test_words_about_a_search_that_are_wider_than_the_page_take_more_lines(desk: Desk) -> None:
    desk.page.resize(620, 600)
    usual = desk.page.wrong.height()
    desk.page.search.setText("pain>x")
    QApplication.processEvents()
    assert desk.page.wrong.height() == usual
    font = desk.page.wrong.font()
    font.setPointSizeF(3 * font.pointSizeF())
    desk.page.wrong.setFont(font)
    desk.page.search.setText("pain>")
    QApplication.processEvents()
    wrong = desk.page.wrong
    assert wrong.height() >= wrong.heightForWidth(wrong.width()) > 2 * usual


def test_the_search_leaves_room_for_the_count(desk: Desk) -> None:
    desk.page.count.setText("0 of 1,307 sessions" + 7 * " or so")
    for width in (780, 1_400):
        desk.page.resize(width, 600)
        QApplication.processEvents()
        assert desk.page.count.width() >= desk.page.count.sizeHint().width()
        assert desk.page.width() == width
    assert desk.page.search.width() == desk.page.search.maximumWidth()


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


def test_the_calendar_follows_the_row_chosen(desk: Desk) -> None:
    desk.train(0, (SEATED, LEFT, 60))
    desk.train(365, (SEATED, LEFT, 60))
    year = desk.page.card.year
    desk.stand_at(1)
    assert year.text() == "2025"
    desk.press(Qt.Key.Key_Up)
    assert year.text() == "2026"
    QTest.mouseClick(desk.page.card.previous, Qt.MouseButton.LeftButton)
    assert year.text() == "2025"
    cell = desk.table.visualRect(desk.model.index(0, HistoryColumn.SEATED)).center()
    desk.press(Qt.Key.Key_Down)
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert year.text() == "2026"


def test_a_day_that_is_typed_is_taken_in_the_calendar(desk: Desk, three: list[Session]) -> None:
    desk.page.search.setText("2025-03-12")
    assert desk.page.calendar.taken == datetime.date(2025, 3, 12)
    assert desk.page.card.year.text() == "2025"
    desk.page.search.setText("2025-03-1")
    assert desk.page.calendar.taken is None


def test_the_calendar_has_hard_sets_and_symptoms(desk: Desk, three: list[Session]) -> None:
    desk.logbook.apply(Change.adding(Symptom(TODAY, Moment.AFTER, LEFT, pain=3)), "Note symptoms")
    calendar = desk.page.calendar
    assert calendar.words_of(TODAY) == "Tue 24 Nov 2026: 2 hard sets, pain 3 of 10"
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
    assert desk.selected() == [three[1]]


def test_find_goes_to_the_search(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(0)
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.search.hasFocus()


def test_tab_goes_through_the_page(desk: Desk, three: list[Session]) -> None:
    desk.train(400)
    desk.train(-400)  # so that there is a year to either side
    desk.stand_at(1)
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
    desk.move(2, "2026-11-02")
    assert [each.date for each in desk.logbook.database.symptoms()] == [datetime.date(2026, 11, 2)]


@pytest.mark.parametrize(("text", "words"), [("soon", "is not a day"), ("0026-11-24", "1900")])
def test_a_bad_date_stays_written_and_says_why(
    desk: Desk, three: list[Session], text: str, words: str
) -> None:
    desk.move(0, text)
    assert desk.text(0, HistoryColumn.DATE) == text
    assert desk.text(0, HistoryColumn.DATE, DRAFT_ROLE)
    assert words in desk.text(0, HistoryColumn.DATE, Qt.ItemDataRole.ToolTipRole)
    assert words in desk.text(0, HistoryColumn.DATE, Qt.ItemDataRole.AccessibleTextRole)
    assert desk.page.message.isVisible()
    assert words in desk.page.message.text()
    assert desk.logbook.database.session(three[2].id) == three[2]


def test_escape_drops_a_bad_date(desk: Desk, three: list[Session]) -> None:
    desk.move(0, "soon")
    desk.press(Qt.Key.Key_Escape)
    assert desk.text(0, HistoryColumn.DATE) == "24 Nov 2026"
    assert not desk.page.message.isVisible()


def test_a_note_too_long_says_why(desk: Desk, three: list[Session]) -> None:
    index = desk.model.index(0, HistoryColumn.NOTE)
    assert not desk.model.setData(index, "x" * 10_001)
    assert "10,000" in desk.page.message.text()


def test_the_message_goes_with_the_session_it_was_about(desk: Desk, three: list[Session]) -> None:
    desk.move(0, "soon")
    desk.logbook.undo()  # the session is gone
    assert not desk.page.message.isVisible()


# What a session did, and days without one


def test_a_row_shows_its_sets_where_there_is_room(desk: Desk, settings: Settings) -> None:
    desk.page.resize(1_366, 600)
    desk.train(0, (SEATED, LEFT, 60), (SEATED, RIGHT, 62.5))
    assert desk.text(0, HistoryColumn.SETS) == "S 10@60 | 62.5"
    assert "S: seated" in desk.text(0, HistoryColumn.SETS, Qt.ItemDataRole.ToolTipRole)
    heard = desk.text(0, HistoryColumn.SETS, Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Sets: Seated: left 10@60, right 10@62.5"
    settings.set_unit(Unit.LB)
    assert desk.text(0, HistoryColumn.SETS) == "S 10@132.28 | 137.79"
    settings.set_unit(Unit.KG)
    session = desk.model.session(desk.model.index(0, 0))
    logged = desk.logbook.database.sets_of(session.id)[0]
    changed = replace(logged, reps=12, external_kg=50)  # the same volume
    desk.logbook.apply(Change.replacing(logged, changed), "edit")
    assert desk.text(0, HistoryColumn.SETS) == "S 12@50 | 10@62.5"


def test_sets_are_written_only_where_they_are_painted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[object] = []

    def counted(sets: Iterable[SetDone], unit: Unit) -> str:
        written.append(sets)
        return sets_text(sets, unit)

    monkeypatch.setattr("tracker.ui.history.columns.sets_text", counted)
    desk.page.resize(1_366, 400)
    for ago in range(40):
        desk.train(ago, (SEATED, LEFT, 60))
    written.clear()
    desk.page.hide()
    desk.logbook.reloaded.emit()
    desk.page.show()
    desk.page.grab()
    assert 0 < len(written) < 15
    desk.page.grab()
    assert len(written) < 15  # and only once


def felt(ago: int, pain: int, session: Session | None = None) -> Symptom:
    day = TODAY - datetime.timedelta(days=ago)
    owner = None if session is None else session.id
    return Symptom(day, Moment.NEXT_MORNING, LEFT, pain=pain, stiffness_min=15, session_id=owner)


def test_a_day_with_symptoms_alone_is_a_row(desk: Desk, three: list[Session], qtbot: QtBot) -> None:
    desk.logbook.apply(Change.adding(felt(6, 3, three[1]), felt(30, 4), felt(0, 2)), "note")
    days = ["24 Nov 2026", "18 Nov 2026", "17 Nov 2026", "10 Nov 2026", "25 Oct 2026"]
    assert desk.column(HistoryColumn.DATE) == days
    assert desk.text(1, HistoryColumn.NOTE) == "Next morning: left pain 3, stiffness 15 min"
    assert desk.text(1, HistoryColumn.HARD_SETS) == ""
    assert desk.page.count.text() == "3 sessions"
    desk.stand_at(1)
    desk.press(Qt.Key.Key_F2)  # there is no session that could have a note
    assert desk.table.hasFocus()
    with qtbot.waitSignal(desk.page.session_asked) as session_asked:
        desk.press(Qt.Key.Key_Return)
    assert session_asked.args == [three[1].id]
    desk.stand_at(4)
    with qtbot.waitSignal(desk.page.day_asked) as day_asked:
        desk.press(Qt.Key.Key_Return)
    assert day_asked.args == [datetime.date(2026, 10, 25)]


def test_a_search_for_pain_says_what_was_felt_of_a_session(
    desk: Desk, three: list[Session]
) -> None:
    two_moments = felt(6, 4, three[1]), replace(felt(7, 0, three[1]), moment=Moment.AFTER)
    desk.logbook.apply(Change.adding(*two_moments), "note")
    assert desk.text(2, HistoryColumn.NOTE) == "Slept badly"
    desk.page.search.setText("pain>3")
    assert desk.column(HistoryColumn.DATE) == ["18 Nov 2026", "17 Nov 2026"]
    told = "Next morning: left pain 4, stiffness 15 min"
    assert desk.text(1, HistoryColumn.NOTE) == f"{told} · Slept badly"
    assert desk.text(1, HistoryColumn.NOTE, Qt.ItemDataRole.ToolTipRole) == f"{told}\nSlept badly"
    assert desk.text(1, HistoryColumn.NOTE, Qt.ItemDataRole.EditRole) == "Slept badly"
    desk.page.search.setText("")
    assert desk.text(2, HistoryColumn.NOTE) == "Slept badly"


def test_a_click_on_a_day_with_symptoms_alone_shows_what_was_felt(desk: Desk) -> None:
    desk.logbook.apply(Change.adding(felt(6, 3)), "note")
    assert desk.table.isVisible()  # though there is no session
    desk.page.calendar.day_taken.emit(TODAY - datetime.timedelta(days=6))
    assert desk.column(HistoryColumn.NOTE) == ["Next morning: left pain 3, stiffness 15 min"]


def test_symptoms_alone_are_deleted_by_name_and_come_back(desk: Desk, three: list[Session]) -> None:
    desk.logbook.apply(Change.adding(felt(6, 3)), "note")
    desk.stand_at(1)
    desk.press(Qt.Key.Key_Delete)
    assert desk.logbook.undo_label == "Delete what was noted on 18 Nov 2026"
    assert desk.logbook.database.symptoms() == []
    desk.logbook.undo()
    assert len(desk.logbook.database.symptoms()) == 1
    desk.stand_at(0)
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_Delete)
    assert desk.logbook.undo_label == "Delete 2 days"


def test_a_day_with_an_event_alone_is_a_row_that_opens_it(
    desk: Desk, three: list[Session], qtbot: QtBot
) -> None:
    ago = TODAY - datetime.timedelta(days=6)
    event = Event(ago, EventKind.TRAVEL, ago + datetime.timedelta(days=2), note="Mallorca")
    desk.logbook.apply(Change.adding(event), "note")
    assert desk.column(HistoryColumn.DATE)[1] == "18 Nov 2026"
    told = "Travel: Mallorca, 18 Nov to 20 Nov 2026"
    assert desk.text(1, HistoryColumn.NOTE) == told
    assert desk.text(1, HistoryColumn.NOTE, Qt.ItemDataRole.ToolTipRole) == told
    assert desk.text(1, HistoryColumn.HARD_SETS) == ""
    assert desk.page.count.text() == "3 sessions"
    desk.stand_at(1)
    with qtbot.waitSignal(desk.page.event_asked) as event_asked:
        desk.press(Qt.Key.Key_Return)
    assert event_asked.args == [event]
    desk.press(Qt.Key.Key_Delete)
    assert desk.logbook.undo_label == "Delete what was noted on 18 Nov 2026"
    assert desk.logbook.database.events() == []
    desk.logbook.undo()
    desk.logbook.apply(Change.adding(felt(6, 3)), "note")
    words = f"{told} · Next morning: left pain 3, stiffness 15 min"
    assert desk.text(1, HistoryColumn.NOTE) == words
    desk.stand_at(1)
    desk.press(Qt.Key.Key_Delete)
    assert desk.logbook.undo_label == "Delete what was noted on 18 Nov 2026"


def test_events_are_searched_for_and_marked_in_the_calendar(
    desk: Desk, three: list[Session]
) -> None:
    desk.logbook.apply(Change.adding(Event(TODAY, EventKind.RACE, note="10 km")), "note")
    assert desk.page.calendar.words_of(TODAY).endswith(", Race: 10 km")
    hint = desk.text(0, HistoryColumn.DATE, Qt.ItemDataRole.ToolTipRole)
    assert hint.endswith("\nRace: 10 km")
    QTest.keyClicks(desk.page.search, "event:race")
    assert desk.column(HistoryColumn.DATE) == ["24 Nov 2026"]


def test_the_calendar_dims_what_the_search_leaves_out_and_shows_its_year(
    desk: Desk, three: list[Session]
) -> None:
    desk.train(600, (SEATED, LEFT, 60))
    desk.page.search.setFocus()
    everything = desk.page.calendar.grab().toImage()
    QTest.keyClicks(desk.page.search, "slept")
    assert desk.page.calendar.grab().toImage() != everything
    assert desk.page.card.year.text() == "2026"
    desk.page.search.clear()
    assert desk.page.calendar.grab().toImage() == everything
    QTest.keyClicks(desk.page.search, "2025")
    assert desk.page.card.year.text() == "2025"


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
    assert not desk.selected()


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
    assert not desk.selected()


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


def test_a_day_with_measurements_alone_is_a_row_that_its_kind_finds(
    desk: Desk, three: list[Session], qtbot: QtBot
) -> None:
    day = TODAY - datetime.timedelta(days=6)
    grip = Measurement(day, "Grip strength", 45.0, LEFT, "kg")
    desk.logbook.apply(Change.adding(grip), "measure")
    assert desk.text(1, HistoryColumn.NOTE) == "Grip strength left 45 kg"
    desk.page.search.setText("grip>40")
    assert desk.page.wrong.text() == ""
    assert desk.column(HistoryColumn.DATE) == ["18 Nov 2026"]
    desk.page.search.setText("grip>50")
    assert desk.column(HistoryColumn.DATE) == []
    desk.page.search.setText("girth>40")
    assert desk.page.wrong.text() == ""
    desk.page.search.setText("grap>40")
    assert desk.page.wrong.text().startswith("“grap” cannot be compared")
    desk.page.search.setText("grip>40")
    desk.stand_at(0)
    with qtbot.waitSignal(desk.page.day_asked) as day_asked:
        desk.press(Qt.Key.Key_Return)
    assert day_asked.args == [day]
