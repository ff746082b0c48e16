"""The History page: its rows, its search, and each way to change them by keys and clicks."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.ui.history.model import (
    DRAFT_ROLE,
    LEGS_ROLE,
    MOST_ROWS_AMENDED,
    MUTED_ROLE,
    NEWEST_FIRST,
    OLDEST_FIRST,
    Column,
)
from tracker.ui.history.page import HistoryPage
from tracker.ui.history.table import ROOM
from tracker.ui.widgets.faults import Faults

SEATED, STANDING, BENT = Exercise
LEFT, RIGHT, BOTH = Side
TODAY = datetime.date(2026, 11, 24)
Display = Qt.ItemDataRole.DisplayRole


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


class Desk:
    """A history page that is shown, and short words for what a runner does with it."""

    def __init__(self, page: HistoryPage, logbook: Logbook, qtbot: QtBot) -> None:
        self.page, self.logbook, self.qtbot = page, logbook, qtbot
        self.table, self.model = page.table, page.model

    def train(
        self, ago: int, *loads: tuple[Exercise, Side, float], note: str = "", hour: int = 18
    ) -> Session:
        day = TODAY - datetime.timedelta(days=ago)
        instant = datetime.datetime(day.year, day.month, day.day, hour, 5, tzinfo=datetime.UTC)
        session = Session(day, instant, note)
        sets = [
            LoggedSet(session.id, exercise, side, place + 1, 10, kg, place, rir=0)
            for place, (exercise, side, kg) in enumerate(loads)
        ]
        self.logbook.apply(Change.adding(session, *sets), "train")
        return session

    def column(self, column: Column) -> list[str]:
        return [self.text(row, column) for row in range(self.model.rowCount())]

    def text(self, row: int, column: Column, role: int = Display) -> Any:
        return self.model.index(row, column).data(role)

    def stand_at(self, row: int, column: Column = Column.DATE) -> QModelIndex:
        self.table.setFocus()
        index = self.model.index(row, column)
        self.table.stand_on(index)
        return index

    def press(self, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.table, key, modifier)

    def edit(self, row: int, column: Column, text: str) -> None:
        """Edit a cell by the keyboard."""
        self.stand_at(row, column)
        self.press(Qt.Key.Key_F2)
        line = self.line()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def line(self) -> QLineEdit:
        found = QApplication.focusWidget()
        assert isinstance(found, QLineEdit)
        assert found.objectName() == "cell"
        return found


@pytest.fixture
def make_page(
    logbook: Logbook, settings: Settings, faults: Faults, qtbot: QtBot
) -> Callable[[], Desk]:
    def make() -> Desk:
        page = HistoryPage(logbook, settings, faults, TODAY)
        page.resize(900, 500)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitExposed(page)
        return Desk(page, logbook, qtbot)

    return make


@pytest.fixture
def desk(make_page: Callable[[], Desk]) -> Desk:
    return make_page()


@pytest.fixture
def three(desk: Desk) -> list[Session]:
    """Three sessions, oldest first: 14, 7 and 0 days ago."""
    return [
        desk.train(14, (SEATED, LEFT, 60), (SEATED, RIGHT, 66), note="Achilles stiff"),
        desk.train(7, (SEATED, LEFT, 75), note="Slept badly"),
        desk.train(0, (SEATED, LEFT, 63), (STANDING, RIGHT, 20)),
    ]


# What is shown


@pytest.mark.parametrize("locale", ["en_GB", "en_US", "de_DE", "fr_FR"])
def test_days_and_times_have_room_in_every_locale(
    locale: str, make_page: Callable[[], Desk]
) -> None:
    QLocale.setDefault(QLocale(locale))
    desk = make_page()
    for month in range(1, 13):
        desk.train((TODAY - datetime.date(2026, month, 28)).days, (SEATED, LEFT, 60), hour=22)
    measures = desk.table.fontMetrics()
    for column in (Column.DATE, Column.TIME):
        widest = max(map(measures.horizontalAdvance, desk.column(column)))
        assert widest + 2 * ROOM < desk.table.columnWidth(column)


def test_the_model_is_sound(desk: Desk, three: list[Session], qtmodeltester: ModelTester) -> None:
    desk.train(3, (BENT, LEFT, 10), (SEATED, BOTH, 100))
    qtmodeltester.check(desk.model)  # type: ignore[no-untyped-call]


def test_sessions_come_newest_first(desk: Desk, three: list[Session]) -> None:
    assert desk.column(Column.DATE) == ["24 Nov 2026", "17 Nov 2026", "10 Nov 2026"]
    assert desk.column(Column.TIME) == ["18:05"] * 3


def test_the_log_is_read_when_the_page_is_first_shown(
    logbook: Logbook, make_page: Callable[[], Desk]
) -> None:
    logbook.apply(Change.adding(Session(TODAY)), "train")
    assert make_page().column(Column.DATE) == ["24 Nov 2026"]


def test_a_hidden_page_catches_up_when_it_is_shown(desk: Desk) -> None:
    desk.page.hide()
    desk.train(0)
    assert desk.model.rowCount() == 0
    desk.page.show()
    assert desk.model.rowCount() == 1


def test_a_row_has_its_sums_by_exercise(desk: Desk) -> None:
    desk.logbook.apply(Change.adding(Bodyweight(TODAY, 70)), "weigh")
    desk.train(0, (SEATED, LEFT, 60), (SEATED, RIGHT, 66), (STANDING, RIGHT, 20))
    assert desk.text(0, Column.HARD_SETS) == "3"
    assert desk.text(0, Column.SEATED) == "80.0 · 88.0"
    assert desk.text(0, Column.SEATED_VOLUME) == "1,260"
    assert desk.text(0, Column.STANDING) == "– · 120.0"
    assert desk.text(0, Column.STANDING_VOLUME) == "900"


def test_an_exercise_not_done_has_empty_cells(desk: Desk) -> None:
    desk.train(0, (SEATED, LEFT, 60))
    assert desk.text(0, Column.STANDING) == ""
    assert desk.text(0, Column.STANDING_VOLUME) == ""
    assert desk.text(0, Column.STANDING, LEGS_ROLE) is None


def test_a_volume_without_bodyweight_is_a_dash_that_says_why(desk: Desk) -> None:
    desk.train(0, (STANDING, LEFT, 20))
    assert desk.text(0, Column.STANDING_VOLUME) == "–"
    hint = desk.text(0, Column.STANDING_VOLUME, Qt.ItemDataRole.ToolTipRole)
    assert "Bodyweight unknown" in hint


def test_a_session_of_an_unknown_hour_has_no_time(desk: Desk) -> None:
    desk.logbook.apply(Change.adding(Session(TODAY)), "train")
    assert desk.text(0, Column.TIME) == ""


def test_loads_follow_the_unit_at_once(desk: Desk, settings: Settings) -> None:
    desk.train(0, (SEATED, LEFT, 60))
    settings.set_unit(Unit.LB)
    assert desk.text(0, Column.SEATED) == "176.4 · –"
    assert desk.text(0, Column.SEATED_VOLUME) == "1,323"
    title = desk.model.headerData(Column.SEATED, Qt.Orientation.Horizontal)
    assert title == "Seated\ne1RM L · R, lb"


def test_figures_stand_at_the_right_and_work_is_muted(desk: Desk) -> None:
    desk.train(0, (SEATED, LEFT, 60))
    alignment = desk.text(0, Column.SEATED, Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & Qt.AlignmentFlag.AlignRight
    assert desk.text(0, Column.SEATED_VOLUME, MUTED_ROLE)
    assert not desk.text(0, Column.SEATED, MUTED_ROLE)


def test_hints_say_what_a_cell_cannot(desk: Desk) -> None:
    machine = Equipment("Lever machine")
    session = Session(TODAY, note="Two\nlines")
    logged = LoggedSet(session.id, SEATED, LEFT, 1, 8, 60, equipment_id=machine.id)
    both = LoggedSet(session.id, SEATED, BOTH, 1, 8, 60, 1)
    hard = LoggedSet(session.id, STANDING, LEFT, 1, 8, 10, 2, rir=1)
    desk.logbook.apply(
        Change.adding(Bodyweight(TODAY, 70), machine, session, logged, both, hard), "train"
    )
    hint = Qt.ItemDataRole.ToolTipRole
    assert desk.text(0, Column.DATE, hint) == "Tue 24 Nov 2026\nLever machine"
    assert desk.text(0, Column.NOTE) == "Two lines"
    assert desk.text(0, Column.NOTE, hint) == "Two\nlines"
    assert desk.text(0, Column.SEATED) == "(76.0) · –"
    assert desk.text(0, Column.SEATED, hint) == (
        "Sets: 1 left, 1 of both legs\n"
        "≥: at least, the sets were too easy to tell. In brackets: reserve not noted."
    )
    assert desk.text(0, Column.STANDING, hint) == "Sets: 1 left"
    assert desk.text(0, Column.HARD_SETS, hint) is None


def test_cells_and_columns_can_be_heard(desk: Desk) -> None:
    desk.train(0, (SEATED, LEFT, 60), (SEATED, RIGHT, 66))
    heard = Qt.ItemDataRole.AccessibleTextRole
    assert desk.text(0, Column.SEATED, heard) == "Seated: Left 80.0 kg, Right 88.0 kg"
    assert desk.text(0, Column.STANDING, heard) == "Standing: –"
    title = desk.model.headerData(Column.SEATED_VOLUME, Qt.Orientation.Horizontal, heard)
    assert title == "Seated volume, kg"
    assert desk.table.accessibleName() == "Sessions"
    assert desk.page.search.accessibleName() == "Search sessions"


def test_the_knee_bent_columns_show_only_where_it_was_done(desk: Desk) -> None:
    desk.train(0, (STANDING, LEFT, 20))
    assert desk.table.isColumnHidden(Column.BENT)
    desk.train(1, (BENT, LEFT, 20))
    assert not desk.table.isColumnHidden(Column.BENT)
    assert not desk.table.isColumnHidden(Column.BENT_VOLUME)


def test_all_columns_fit_the_smallest_window(desk: Desk, three: list[Session]) -> None:
    desk.page.resize(752, 560)  # 900 × 600 without sidebar and menus
    assert desk.table.horizontalHeader().length() == desk.table.viewport().width()


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


def sort(desk: Desk, column: Column) -> None:
    """Click a column's title."""
    header = desk.table.horizontalHeader()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, header.height() // 2)
    )


def test_a_click_on_the_date_turns_the_order(desk: Desk, three: list[Session]) -> None:
    sort(desk, Column.DATE)
    assert desk.column(Column.DATE) == ["10 Nov 2026", "17 Nov 2026", "24 Nov 2026"]


def test_figures_sort_by_value_and_what_is_missing_comes_last(desk: Desk) -> None:
    for ago, kg in enumerate((60.0, None, 9.0, 120.0)):
        desk.train(ago, *([(SEATED, LEFT, kg)] if kg else []))
    sort(desk, Column.SEATED)
    assert desk.column(Column.SEATED) == ["12.0 · –", "80.0 · –", "160.0 · –", ""]
    sort(desk, Column.SEATED)
    assert desk.column(Column.SEATED) == ["160.0 · –", "80.0 · –", "12.0 · –", ""]


@pytest.mark.parametrize(
    ("column", "ascending"),
    [
        (Column.TIME, ["07:05", "09:05", "18:05"]),
        (Column.HARD_SETS, ["1", "2", "3"]),
        (Column.SEATED_VOLUME, ["600", "1,200", "1,800"]),
        (Column.NOTE, ["a", "B", "c"]),
    ],
)
def test_every_column_sorts(desk: Desk, column: Column, ascending: list[str]) -> None:
    load = (SEATED, LEFT, 60.0)
    desk.train(0, load, load, note="c", hour=9)
    desk.train(1, load, note="a", hour=18)
    desk.train(2, load, load, load, note="B", hour=7)
    desk.table.sortByColumn(column, OLDEST_FIRST)
    assert desk.column(column) == ascending
    desk.table.sortByColumn(column, NEWEST_FIRST)
    assert desk.column(column) == ascending[::-1]


def test_a_new_session_comes_in_at_its_place_of_the_order(desk: Desk, three: list[Session]) -> None:
    sort(desk, Column.SEATED)
    desk.train(1, (SEATED, LEFT, 69))
    left = [text.split(" ")[0] for text in desk.column(Column.SEATED)]
    assert left == ["84.0", "80.0", "92.0", "100.0"]  # the second's right leg has 88.0


def test_typing_searches(desk: Desk, three: list[Session]) -> None:
    QTest.keyClicks(desk.page.search, "achilles")
    assert desk.column(Column.DATE) == ["10 Nov 2026"]
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
    assert desk.column(Column.DATE) == ["24 Nov 2026", "17 Nov 2026", "10 Nov 2026"]
    QTest.keyClicks(desk.page.search, " kg>=70")
    assert desk.column(Column.DATE) == ["17 Nov 2026"]


def test_a_search_keeps_up_with_the_log(desk: Desk, three: list[Session]) -> None:
    desk.page.search.setText("kg>70")
    desk.train(1, (SEATED, LEFT, 80))
    assert desk.column(Column.DATE) == ["23 Nov 2026", "17 Nov 2026"]
    desk.page.search.setText("")
    assert desk.model.rowCount() == 4


def test_a_day_of_the_calendar_filters_and_lets_go(desk: Desk, three: list[Session]) -> None:
    calendar = desk.page.calendar
    middle = calendar.cell_rect(three[1].date).center()
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=middle)
    assert desk.page.search.text() == "2026-11-17"
    assert desk.column(Column.DATE) == ["17 Nov 2026"]
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


def test_a_search_keeps_selection_and_place(desk: Desk) -> None:
    sessions = [desk.train(ago, note="even" if ago % 2 == 0 else "") for ago in range(130)]
    assert len(sessions) // 2 > MOST_ROWS_AMENDED
    desk.stand_at(40)
    desk.page.search.setText("even")
    assert desk.table.selected_sessions() == [sessions[40]]
    assert desk.table.currentIndex().row() == 20
    desk.page.search.clear()
    assert desk.table.selected_sessions() == [sessions[40]]
    assert desk.table.currentIndex().row() == 40


def test_who_has_scrolled_away_from_the_selected_row_stays_at_the_rows_seen(desk: Desk) -> None:
    for ago in range(130):
        desk.train(ago, note="even" if ago % 2 == 0 else "")
    desk.stand_at(0)
    desk.table.verticalScrollBar().setValue(desk.table.verticalScrollBar().maximum() // 2 + 7)
    top = desk.table.indexAt(QPoint(0, 0))
    seen, above = desk.model.session(top), desk.table.visualRect(top).top()
    fresh = [Session(TODAY + datetime.timedelta(days=n)) for n in range(1, MOST_ROWS_AMENDED + 2)]
    desk.logbook.apply(Change.adding(*fresh), "import")
    top = desk.table.indexAt(QPoint(0, 0))
    assert (desk.model.session(top), desk.table.visualRect(top).top()) == (seen, above)


def test_a_search_that_leaves_the_selected_out_selects_nothing(desk: Desk) -> None:
    for ago in range(130):
        desk.train(ago, note="even" if ago % 2 == 0 else "")
    desk.stand_at(41)
    desk.page.search.setText("even")
    assert desk.table.selected_sessions() == []
    assert not desk.page.delete.isEnabled()


# Kept up to date


def test_a_change_keeps_selection_and_scroll(desk: Desk) -> None:
    sessions = [desk.train(ago, (SEATED, LEFT, 60)) for ago in range(60)]
    desk.stand_at(30)
    bar = desk.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    logged = desk.logbook.database.sets_of(sessions[30].id)[0]
    desk.logbook.apply(Change.replacing(logged, replace(logged, external_kg=66.0)), "edit")
    assert desk.text(30, Column.SEATED) == "88.0 · –"
    assert bar.value() == before
    assert desk.table.selected_sessions() == [sessions[30]]


def test_a_session_logged_elsewhere_leaves_the_selection_on_its_own(
    desk: Desk, three: list[Session]
) -> None:
    desk.stand_at(1)
    desk.train(3)
    assert desk.table.selected_sessions() == [three[1]]
    assert desk.table.currentIndex().row() == 2


def test_a_row_that_changes_is_told_once(desk: Desk, three: list[Session], qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    desk.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    changed = replace(three[1], note="Slept well")
    desk.logbook.apply(Change.replacing(three[1], changed), "edit")
    assert told == [(1, 1)]


# Opening


def test_enter_opens_the_session(desk: Desk, three: list[Session], qtbot: QtBot) -> None:
    desk.stand_at(1)
    with qtbot.waitSignal(desk.page.session_asked) as asked:
        desk.press(Qt.Key.Key_Return)
    assert asked.args == [three[1].id]


@pytest.mark.parametrize("column", [Column.DATE, Column.SEATED, Column.NOTE])
def test_a_double_click_opens_the_session(
    desk: Desk, three: list[Session], qtbot: QtBot, column: Column
) -> None:
    place = desk.table.visualRect(desk.model.index(2, column)).center()
    viewport = desk.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(desk.page.session_asked) as asked:
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [three[0].id]


# Editing in place


def test_a_note_is_edited_in_place(desk: Desk, three: list[Session]) -> None:
    desk.edit(0, Column.NOTE, "Easy ")
    assert desk.logbook.database.session(three[2].id) == replace(three[2], note="Easy")
    assert desk.logbook.undo_label == "Edit note"
    desk.logbook.undo()
    assert desk.text(0, Column.NOTE) == ""


def test_f2_on_a_figure_edits_the_note(desk: Desk, three: list[Session]) -> None:
    desk.edit(0, Column.SEATED, "Easy")
    assert desk.text(0, Column.NOTE) == "Easy"


def test_a_note_left_as_it_was_changes_nothing(desk: Desk, three: list[Session]) -> None:
    desk.logbook.apply(Change.replacing(three[2], replace(three[2], note="Two\nlines ")), "x")
    desk.stand_at(0, Column.NOTE)
    desk.press(Qt.Key.Key_F2)
    QTest.keyClick(desk.line(), Qt.Key.Key_Return)
    assert desk.logbook.undo_label == "x"


def test_a_session_is_moved_by_its_date_with_one_step(desk: Desk, three: list[Session]) -> None:
    desk.edit(2, Column.DATE, "2026-12-03")
    moved = desk.logbook.database.session(three[0].id)
    assert moved is not None
    assert moved.date == datetime.date(2026, 12, 3)
    assert moved.started_at == datetime.datetime(2026, 12, 3, 18, 5, tzinfo=datetime.UTC)
    assert desk.logbook.undo_label == "Move session to 3 Dec 2026"
    assert desk.column(Column.DATE)[0] == "3 Dec 2026"
    assert desk.table.currentIndex().row() == 0
    desk.logbook.undo()
    assert desk.column(Column.DATE)[2] == "10 Nov 2026"


def test_symptoms_are_moved_with_their_session(desk: Desk, three: list[Session]) -> None:
    session = three[0]
    felt = Symptom(session.date, Moment.DURING, LEFT, pain=1, session_id=session.id)
    desk.logbook.apply(Change.adding(felt), "felt")
    desk.edit(2, Column.DATE, "2026-11-02")
    assert [each.date for each in desk.logbook.database.symptoms()] == [datetime.date(2026, 11, 2)]


def test_the_same_date_written_otherwise_moves_nothing(desk: Desk, three: list[Session]) -> None:
    desk.edit(0, Column.DATE, "2026-11-24")
    assert desk.logbook.undo_label == "train"


@pytest.mark.parametrize(("text", "words"), [("soon", "is not a day"), ("0026-11-24", "1900")])
def test_a_bad_date_stays_written_and_says_why(
    desk: Desk, three: list[Session], text: str, words: str
) -> None:
    desk.edit(0, Column.DATE, text)
    assert desk.text(0, Column.DATE) == text
    assert desk.text(0, Column.DATE, DRAFT_ROLE)
    assert words in desk.text(0, Column.DATE, Qt.ItemDataRole.ToolTipRole)
    assert words in desk.text(0, Column.DATE, Qt.ItemDataRole.AccessibleTextRole)
    assert desk.page.message.isVisible()
    assert words in desk.page.message.text()
    assert desk.logbook.database.session(three[2].id) == three[2]


def test_a_bad_date_is_mended_in_its_cell(desk: Desk, three: list[Session]) -> None:
    desk.edit(0, Column.DATE, "2026-11-99")
    desk.press(Qt.Key.Key_F2)
    assert desk.line().text() == "2026-11-99"
    QTest.keyClick(desk.line(), Qt.Key.Key_End)
    QTest.keyClick(desk.line(), Qt.Key.Key_Backspace)
    QTest.keyClick(desk.line(), Qt.Key.Key_Backspace)
    QTest.keyClicks(desk.line(), "25")
    QTest.keyClick(desk.line(), Qt.Key.Key_Return)
    assert desk.text(0, Column.DATE) == "25 Nov 2026"
    assert not desk.page.message.isVisible()


def test_escape_drops_a_bad_date(desk: Desk, three: list[Session]) -> None:
    desk.edit(0, Column.DATE, "soon")
    desk.press(Qt.Key.Key_Escape)
    assert desk.text(0, Column.DATE) == "24 Nov 2026"
    assert not desk.page.message.isVisible()


def test_a_note_too_long_says_why(desk: Desk, three: list[Session]) -> None:
    index = desk.model.index(0, Column.NOTE)
    assert not desk.model.setData(index, "x" * 10_001)
    assert "10,000" in desk.page.message.text()


def test_figures_are_not_edited(desk: Desk, three: list[Session]) -> None:
    index = desk.model.index(0, Column.HARD_SETS)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not desk.model.setData(index, "9")


def test_the_message_goes_with_the_session_it_was_about(desk: Desk, three: list[Session]) -> None:
    desk.edit(0, Column.DATE, "soon")
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
    assert desk.column(Column.DATE) == ["10 Nov 2026"]
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


# The menu

ignoring_grabs = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


def menu_of(desk: Desk, row: int, column: Column = Column.DATE) -> QMenu:
    index = desk.stand_at(row, column)
    place = desk.table.visualRect(index).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, desk.table.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(desk.table.viewport(), event)
    return desk.table.findChildren(QMenu)[-1]


def choose(menu: QMenu, text: str) -> None:
    action = next(each for each in menu.actions() if text in each.text().replace("&", ""))
    menu.close()
    action.trigger()


@ignoring_grabs
def test_the_menu_edits_and_deletes(desk: Desk, three: list[Session], qtbot: QtBot) -> None:
    choose(menu_of(desk, 0), "Edit note")
    QTest.keyClicks(desk.line(), "Easy")
    QTest.keyClick(desk.line(), Qt.Key.Key_Return)
    assert desk.text(0, Column.NOTE) == "Easy"
    choose(menu_of(desk, 0), "Delete")
    assert desk.model.rowCount() == 2


@ignoring_grabs
def test_the_menu_opens_a_session(desk: Desk, three: list[Session], qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.session_asked) as asked:
        choose(menu_of(desk, 2), "Open")
    assert asked.args == [three[0].id]


@ignoring_grabs
def test_the_menu_sorts_for_whoever_has_no_mouse(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(0, Column.SEATED)
    choose(menu_of(desk, 0, Column.SEATED), "Sort")
    assert desk.column(Column.SEATED)[0] == "100.0 · –"
    choose(menu_of(desk, 0, Column.SEATED), "Sort")
    assert desk.column(Column.SEATED)[0] == "84.0 · –"


def test_an_empty_table_has_no_menu(desk: Desk) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(desk.table.viewport(), event)
    assert desk.table.findChildren(QMenu) == []


# The one current row


def test_the_row_in_the_place_of_a_deleted_one_is_current(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(1)
    desk.press(Qt.Key.Key_Delete)
    assert desk.table.selected_sessions() == [three[0]]
    assert desk.model.session(desk.table.currentIndex()) == three[0]


def test_what_undo_brings_back_is_current(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(1)
    desk.press(Qt.Key.Key_Delete)
    desk.logbook.undo()
    assert desk.table.selected_sessions() == [three[1]]


def test_typing_leads_to_no_session(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(0)
    QTest.keyClicks(desk.table, "1")
    assert desk.table.currentIndex().row() == 0


def test_tab_behind_a_note_opens_no_other_session(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(0, Column.NOTE)
    desk.press(Qt.Key.Key_F2)
    QTest.keyClicks(desk.line(), "well")
    QTest.keyClick(desk.line(), Qt.Key.Key_Tab)
    assert desk.table.hasFocus()
    assert desk.table.currentIndex().row() == 0


def test_a_half_typed_note_stays_when_the_table_begins_anew(
    desk: Desk, three: list[Session]
) -> None:
    desk.stand_at(1, Column.NOTE)
    desk.press(Qt.Key.Key_F2)
    QTest.keyClicks(desk.line(), "we")
    days = range(1, MOST_ROWS_AMENDED + 2)
    desk.logbook.apply(
        Change.adding(*(Session(TODAY + datetime.timedelta(days=day)) for day in days)), "import"
    )
    QTest.keyClicks(desk.line(), "ll")
    QTest.keyClick(desk.line(), Qt.Key.Key_Return)
    found = desk.logbook.database.session(three[1].id)
    assert found is not None
    assert found.note == "well"
