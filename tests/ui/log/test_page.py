"""The Log page: cells, quick entry, details, day, bodyweight and equipment."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItemModel
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester

from tests.ui.conftest import LAST_WEEK, NOW, PaintCount, press
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.theme import DARK, LIGHT, colours_of, make_palette, make_style_sheet
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import Session, SetType, Tempo
from tracker.domain.set_grid import Cell
from tracker.ui.log.day_bar import DayDialog
from tracker.ui.log.page import LogPage
from tracker.ui.log.set_model import EXPECTED_ROLE, PAINTED_ROLE, Painted, SetTableModel

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side
Open = Callable[[], LogPage]


def test_the_page_opens_at_the_first_value_expected(
    last_week: Session, open_log_page: Open
) -> None:
    page = open_log_page()
    table = page.cards[0].table
    assert table.hasFocus()
    assert table.currentIndex().data() == "8 × 60"
    assert table.currentIndex().data(EXPECTED_ROLE)


def test_enter_takes_over_what_is_expected_and_goes_on(
    last_week: Session, current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert [each.side for each in current.sets] == [L, R]
    assert page.cards[0].table.currentIndex().row() == 1


def test_escape_leaves_a_cell_as_it_was(current: CurrentSession, open_log_page: Open) -> None:
    open_log_page()
    press("8x60", Qt.Key.Key_Escape)
    assert current.sets == []


def test_leaving_a_cell_saves_what_was_typed(current: CurrentSession, open_log_page: Open) -> None:
    page = open_log_page()
    press("8x60")
    page.note.setFocus()
    assert [each.reps for each in current.sets] == [8]


def test_a_set_entered_paints_its_cells_and_not_the_headers(
    last_week: Session, open_log_page: Open
) -> None:
    page = open_log_page()
    page.setStyleSheet(make_style_sheet(LIGHT))  # with one, no widget covers what is below it
    for _ in range(3):  # until the parts have found their places
        QApplication.processEvents()
    table = page.cards[0].table
    headers = [
        PaintCount(each.viewport()) for each in (table.horizontalHeader(), table.verticalHeader())
    ]
    cells = PaintCount(table.viewport())
    press("8x60")
    QApplication.processEvents()
    before = cells.count
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert cells.count > before
    assert [each.count for each in headers] == [0, 0]


def test_the_end_of_a_set_is_drawn_in_a_narrow_cell_too(open_log_page: Open) -> None:
    table = open_log_page().cards[0].table
    model = QStandardItemModel(1, 1)
    option = QStyleOptionViewItem()
    option.initFrom(table)
    option.rect = QRect(0, 0, 80, 24)

    def drawn(text: str) -> QImage:
        model.setData(model.index(0, 0), Painted(text), PAINTED_ROLE)
        image = QImage(120, 24, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        table.itemDelegate().paint(painter, option, model.index(0, 0))
        painter.end()
        return image

    warmup, test = drawn("10 × 142.5 r2 w"), drawn("10 × 142.5 r2 t")
    assert warmup != test
    blank = QImage(120, 24, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    beside = QRect(81, 0, 39, 24)
    assert warmup.copy(beside) == blank.copy(beside)


def test_delete_removes_the_selected_set(current: CurrentSession, open_log_page: Open) -> None:
    page = open_log_page()
    press("8x60", Qt.Key.Key_Return, "8", Qt.Key.Key_Return)
    page.go_to(Cell(SEATED, 1, L))
    press(Qt.Key.Key_Delete)
    assert [each.side for each in current.sets] == [R]


def test_delete_drops_a_draft(current: CurrentSession, open_log_page: Open) -> None:
    page = open_log_page()
    press("8y", Qt.Key.Key_Return)
    assert page.cards[0].table.currentIndex().data() == "8y"
    press(Qt.Key.Key_Delete)
    assert not page.cards[0].table.currentIndex().data()
    assert not page.cards[0].message.isVisible()


def test_a_draft_says_what_is_wrong_below_its_table(open_log_page: Open) -> None:
    page = open_log_page()
    press("8x60 r99", Qt.Key.Key_Return)
    assert "Reps in reserve must be 0 to 10" in page.cards[0].message.text()


def test_a_set_of_both_legs_gets_a_column(current: CurrentSession, open_log_page: Open) -> None:
    page = open_log_page()
    current.log_entry("seated 8x80 both", SEATED)
    assert page.cards[0].model.columnCount() == 3
    assert page.cards[0].model.headerData(2, Qt.Orientation.Horizontal) == "Both"


def test_the_knee_is_chosen_above_the_standing_table(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    page.cards[1].knee.chosen.emit(1)
    page.go_to(Cell(BENT, 1, L))
    press("10+5", Qt.Key.Key_Return)
    assert [each.exercise for each in current.sets] == [BENT]


def test_the_table_model_keeps_qts_contract(
    last_week: Session, current: CurrentSession, open_log_page: Open, qtmodeltester: ModelTester
) -> None:
    model = open_log_page().cards[0].model
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    current.enter(Cell(SEATED, 3, L), "8x60")
    current.log_entry("seated 8x80 both", SEATED)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_cell_is_spoken_with_its_place(last_week: Session, open_log_page: Open) -> None:
    model = open_log_page().cards[0].model
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Set 1, Left: proposed, last time 8 × 60"
    assert model.index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Set 3, Right: empty"


def test_a_change_of_unit_shows_in_the_cells(
    last_week: Session, settings: Settings, open_log_page: Open
) -> None:
    page = open_log_page()
    settings.set_unit(Unit.LB)
    assert page.cards[0].model.index(0, 0).data() == "8 × 132.28"


def test_quick_entry_says_where_it_cannot_read(open_log_page: Open) -> None:
    entry = open_log_page().quick_entry
    entry.line.setText("seated 3x8@60 lft")
    assert "lft" in entry.reading.text()
    entry.line.setText("seated 3x8@60 left rir2")
    assert entry.reading.text() == "→ Seated, left: 3 sets, 8 × 60 kg, RIR 2"
    entry.line.setText("standing 12+20")
    assert entry.reading.text() == "→ Standing, each leg: 1 set, 12 × 20 kg"


def test_quick_entry_keeps_a_line_that_cannot_be_saved(
    current: CurrentSession, open_log_page: Open
) -> None:
    entry = open_log_page().quick_entry
    entry.line.setFocus()
    press("seated 8", Qt.Key.Key_Return)
    assert entry.line.text() == "seated 8"
    assert "Which load?" in entry.reading.text()
    press(Qt.Key.Key_Escape)
    assert entry.line.text() == ""
    press(Qt.Key.Key_Return)
    assert current.sets == []


def test_details_of_the_selected_set_are_saved_at_once(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Qt.Key.Key_Return)
    page.go_to(Cell(SEATED, 1, L))
    panel = page.panel
    assert panel.title.text() == "Seated 1, left"
    panel.form.rir.setCurrentIndex(panel.form.rir.findData(2.0))
    panel.form.rir.activated.emit(panel.form.rir.currentIndex())
    panel.form.set_type.setCurrentIndex(2)
    panel.form.set_type.activated.emit(2)
    panel.form.pain.setCurrentIndex(4)
    panel.form.pain.activated.emit(4)
    panel.form.tempo.setFocus()
    press("3-1-3-0", Qt.Key.Key_Return)
    panel.form.note.setFocus()
    press("slow", Qt.Key.Key_Return)
    (logged,) = current.sets
    assert (logged.rir, logged.set_type, logged.pain_during) == (2.0, SetType.TEST, 3)
    assert (logged.tempo, logged.note) == (Tempo(3, 1, 3, 0), "slow")
    assert panel.estimate.text() == "Estimate 76.0 kg"  # a test is to failure


def test_details_that_cannot_be_read_say_why(current: CurrentSession, open_log_page: Open) -> None:
    page = open_log_page()
    press("8x60", Qt.Key.Key_Return)
    page.go_to(Cell(SEATED, 1, L))
    page.panel.form.tempo.setFocus()
    press("slow", Qt.Key.Key_Return)
    assert "3-0-3-0" in page.panel.message.text()
    assert page.panel.form.tempo.text() == "slow"
    assert current.sets[0].tempo is None


def test_the_panel_says_what_would_fill_it(open_log_page: Open) -> None:
    panel = open_log_page().panel
    assert not panel.form.isVisible()
    assert "Select a set" in panel.estimate.text()


def test_todays_best_is_shown_by_leg(current: CurrentSession, open_log_page: Open) -> None:
    page = open_log_page()
    current.enter(Cell(SEATED, 1, L), "8x60 r2")
    figures = page.cards[0].best.figures
    assert figures[L].accessibleName() == "Left: 80.0 kg"
    assert figures[R].accessibleName() == "Right: –"
    current.enter(Cell(SEATED, 2, L), "8x60 r5")
    assert figures[L].text() == "≥ 84.0"
    assert figures[L].accessibleName() == "Left: at least 84.0 kg"
    page.go_to(Cell(SEATED, 2, L))
    assert page.panel.estimate.text() == (
        "Estimate at least 84.0 kg\n"
        "too easy to show a maximum: 4 or more in reserve, or over 12 repetitions"
    )


def test_the_letters_of_the_legs_follow_the_theme(open_log_page: Open) -> None:
    best = open_log_page().cards[0].best
    for colours in (LIGHT, DARK):
        QApplication.setPalette(make_palette(colours))
        QApplication.processEvents()
        for side, colour in ((Side.LEFT, colours.left), (Side.RIGHT, colours.right)):
            assert best._marks[side].palette().windowText().color() == colour


def test_the_note_of_the_session_is_saved(current: CurrentSession, open_log_page: Open) -> None:
    page = open_log_page()
    press("8x60", Qt.Key.Key_Return)
    page.note.setFocus()
    press("after a run", Qt.Key.Key_Return)
    assert current.session.note == "after a run"
    assert page.note.text() == "after a run"


def test_a_note_refused_stays_as_typed_with_the_reason_below(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    page.note.setFocus()
    page.note.insert("a" * 10_001)
    press(Qt.Key.Key_Return)
    assert page.message.text() == "A note may have 10,000 characters, not 10,001."
    assert page.message.isVisible()
    page.cards[0].table.setFocus()
    current.enter(Cell(SEATED, 1, L), "8x60")
    assert page.note.text() == "a" * 10_001
    page.note.setFocus()
    page.note.selectAll()
    press("a", Qt.Key.Key_Return)
    assert current.session.note == "a"
    assert not page.message.isVisible()


def test_a_bodyweight_refused_stays_as_typed_until_it_is_mended(
    current: CurrentSession, open_log_page: Open
) -> None:
    bar = open_log_page().day_bar
    bar.bodyweight.setFocus()
    press("7", Qt.Key.Key_Return)
    reason = bar.message.text()
    assert reason.startswith("Bodyweight in kg must be ")
    current.enter(Cell(SEATED, 1, L), "8x60")
    assert (bar.bodyweight.text(), bar.message.text()) == ("7", reason)
    press("0", Qt.Key.Key_Return)
    assert current.bodyweight_kg == 70.0
    assert not bar.message.isVisible()
    bar.bodyweight.clear()
    press("9", Qt.Key.Key_Return)
    current.open_new(LAST_WEEK)
    assert not bar.message.isVisible()
    assert bar.bodyweight.text() == ""


def test_bodyweight_is_weighed_in_and_carried(
    current: CurrentSession, open_log_page: Open, settings: Settings
) -> None:
    bar = open_log_page().day_bar
    bar.bodyweight.setFocus()
    press("70,5", Qt.Key.Key_Return)
    assert current.bodyweight_kg == 70.5
    settings.set_unit(Unit.LB)
    assert bar.bodyweight.text() == "155.43"
    current.open_new(NOW.date() + datetime.timedelta(days=1))
    assert bar.bodyweight.text() == ""
    assert bar.bodyweight.placeholderText() == "155.43"


@pytest.mark.parametrize("text", ["heavy", "7"])
def test_a_bodyweight_that_cannot_be_is_refused_in_words(
    current: CurrentSession, open_log_page: Open, text: str
) -> None:
    bar = open_log_page().day_bar
    bar.bodyweight.setFocus()
    press(text, Qt.Key.Key_Return)
    assert current.bodyweight_kg is None
    assert "Bodyweight" in bar.message.text()
    assert bar.bodyweight.text() == text


def test_an_emptied_bodyweight_is_removed(current: CurrentSession, open_log_page: Open) -> None:
    current.weigh(70.0)
    bar = open_log_page().day_bar
    bar.bodyweight.setFocus()
    bar.bodyweight.selectAll()
    press(Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert current.bodyweight_kg is None


def test_the_arrows_go_from_session_to_session(
    last_week: Session, current: CurrentSession, open_log_page: Open
) -> None:
    bar = open_log_page().day_bar
    assert not bar.following.isEnabled()
    bar.previous.click()
    assert current.session == last_week
    assert bar.day.text() == "Tue 17 Nov 2026"
    assert not bar.previous.isEnabled()


def test_a_session_of_another_day_is_opened_by_the_calendar(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    page.day_bar.ask_day(to_move=False)
    dialog = page.findChild(DayDialog)
    assert isinstance(dialog, DayDialog)
    dialog.calendar.setSelectedDate(QDate(2026, 11, 1))
    dialog.accept()
    assert current.session.date == datetime.date(2026, 11, 1)


def test_a_session_is_moved_by_the_calendar(
    current: CurrentSession, open_log_page: Open, logbook: Logbook
) -> None:
    page = open_log_page()
    press("8x60", Qt.Key.Key_Return)
    page.day_bar.ask_day(to_move=True)
    dialog = page.findChild(DayDialog)
    assert isinstance(dialog, DayDialog)
    dialog.calendar.setSelectedDate(QDate(LAST_WEEK.year, LAST_WEEK.month, LAST_WEEK.day))
    dialog.accept()
    assert [each.date for each in logbook.database.sessions()] == [LAST_WEEK]


def test_equipment_is_chosen_and_added_from_its_menu(
    last_week: Session, current: CurrentSession, open_log_page: Open
) -> None:
    bar = open_log_page().day_bar
    bar._menu.aboutToShow.emit()
    seated = bar._menu.actions()[0].menu()
    assert isinstance(seated, QMenu)
    names = [(action.text(), action.isChecked()) for action in seated.actions()]
    assert names[:2] == [("Not named", False), ("Lever machine", True)]
    seated.actions()[-1].trigger()
    dialog = bar.findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue("Step & dumbbell")
    dialog.accept()
    chosen = current.equipment_of(SEATED)
    assert chosen is not None
    assert chosen.name == "Step & dumbbell"
    bar._menu.aboutToShow.emit()
    seated = bar._menu.actions()[0].menu()
    assert isinstance(seated, QMenu)
    seated.actions()[0].trigger()
    assert current.equipment_of(SEATED) is None


def test_known_equipment_is_not_added_twice(
    last_week: Session, current: CurrentSession, open_log_page: Open
) -> None:
    bar = open_log_page().day_bar
    bar._add_equipment(current.session, STANDING, " Lever machine ")
    bar._add_equipment(current.session, STANDING, "  ")
    assert len(current.equipment) == 1


def test_a_refresh_does_not_disturb_what_is_being_typed(
    current: CurrentSession, open_log_page: Open
) -> None:
    open_log_page()
    press("8x6")
    current.weigh(70.0)
    press("0", Qt.Key.Key_Return)
    assert [each.external_kg for each in current.sets] == [60.0]


def test_the_model_has_no_children(open_log_page: Open) -> None:
    model = open_log_page().cards[0].model
    assert isinstance(model, SetTableModel)
    assert model.rowCount(model.index(0, 0)) == 0


def test_the_set_with_its_details_is_marked_in_its_table(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    seated = page.cards[0].table

    def marked() -> list[tuple[int, int] | None]:
        return [card.table.marked for card in page.cards]

    assert marked() == [None, None]
    press("8x60", Qt.Key.Key_Return)
    assert page.panel.title.text() == "Seated 1, left"  # while the next cell is the current one
    assert marked() == [(0, 0), None]
    ground = seated.visualRect(seated.model().index(0, 0))
    picture = seated.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    there = (ground.topLeft() + QPoint(2, ground.height() // 2)) * ratio
    right = there + QPoint(round(ground.width() * ratio), 0)
    accent = colours_of(QApplication.palette()).accent
    assert picture.pixelColor(there) == accent
    assert picture.pixelColor(right) != accent
    press("8x62", Qt.Key.Key_Return)
    assert marked() == [(0, 1), None]
    page.go_to(Cell(STANDING, 1, L))
    press("8x10", Qt.Key.Key_Return)
    assert marked() == [None, (0, 0)]
    current.remove(current.sets)
    assert marked() == [None, None]


def test_tab_goes_from_the_tables_to_the_details_and_enter_back_to_the_cell(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Qt.Key.Key_Return)
    page.go_to(Cell(STANDING, 1, L))
    press("8x10", Qt.Key.Key_Return)
    table, form = page.cards[1].table, page.panel.form
    at = table.currentIndex()
    fields = [form.rir, form.set_type, form.tempo, form.pain, form.note]
    for field in fields:
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is field
    for field in fields:
        field.setFocus()
        press(Qt.Key.Key_Return)
        assert QApplication.focusWidget() is table
        assert table.currentIndex() == at
    form.tempo.setFocus()
    press("slow", Qt.Key.Key_Return)  # which is refused: it is to be mended there
    assert QApplication.focusWidget() is form.tempo


def test_the_end_of_a_session_is_told_in_one_line(
    last_week: Session,
    current: CurrentSession,
    open_log_page: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr("tracker.ui.log.page.announce", lambda _widget, words: said.append(words))
    page = open_log_page()
    heights = [card.height() for card in page.cards]
    press(*[Qt.Key.Key_Return] * 7)
    assert page.ending.text() == ""
    press(Qt.Key.Key_Return)
    assert page.ending.text() == "8 sets in 0 min. Tomorrow you will be asked how your legs feel."
    assert said.count(page.ending.text()) == 1
    assert [card.height() for card in page.cards] == heights  # nothing jumps
    press("8x60", Qt.Key.Key_Return)
    current.edit(current.sets[0], rir=0.0)
    assert "Best seated left 76.0 kg" in page.ending.text()


def test_the_first_session_ends_with_enter_on_an_empty_cell_of_the_last_table(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Qt.Key.Key_Return, "8x60", Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)  # from the empty cell of Seated to Standing
    assert page.ending.text() == ""
    press("12+20", Qt.Key.Key_Return, "12+20", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert page.ending.text().startswith("4 sets in 0 min.")
    page.go_to(Cell(STANDING, 2, L))
    press("12+20", Qt.Key.Key_Return)  # it goes on after all
    assert page.ending.text() == ""


def test_a_load_that_seems_a_slip_is_logged_by_enter_once_more_and_by_nothing_else(
    last_week: Session, current: CurrentSession, open_log_page: Callable[[], LogPage]
) -> None:
    page = open_log_page()
    press("8x600", Qt.Key.Key_Return)
    assert "Press Enter again if it is right" in page.cards[0].message.text()
    assert current.sets == []
    current.saver.save_all()  # as when the window is closed
    assert current.sets == []
    press(Qt.Key.Key_Return)
    assert [each.external_kg for each in current.sets] == [600.0]


def test_quick_entry_asks_about_a_load_that_seems_a_slip_too(
    last_week: Session, current: CurrentSession, open_log_page: Callable[[], LogPage]
) -> None:
    page = open_log_page()
    page.quick_entry.line.setFocus()
    press("seated 8x600 left", Qt.Key.Key_Return)
    assert "Press Enter again if it is right" in page.quick_entry.reading.text()
    assert current.sets == []
    press(Qt.Key.Key_Return)
    assert [each.external_kg for each in current.sets] == [600.0]
