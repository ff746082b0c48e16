"""The question for the reserve on the Log page: real keys, where it stands, what it costs."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.conftest import NOW, PaintCount, press
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.preferences import RESERVE_ASKED, ReserveAsked
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.plan import LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import Session
from tracker.domain.set_grid import Cell
from tracker.ui.log.exercise_card import ExerciseCard
from tracker.ui.log.page import LogPage
from tracker.ui.window.main_window import MainWindow

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Enter = Qt.Key.Key_Return
Open = Callable[[], LogPage]
Held = Callable[[Qt.Key, Qt.KeyboardModifier], None]


@pytest.fixture
def held(window: MainWindow) -> Held:
    """Press keys as the window system does, so that the modifier keys held are known everywhere."""
    handle = window.windowHandle()
    assert handle is not None
    return lambda key, modifier: QTest.keyClick(handle, key, modifier)


def answer(held: Held, *answers: int) -> None:
    for each in answers:
        held(Qt.Key(Qt.Key.Key_0 + each), ALT)


def noted(current: CurrentSession) -> dict[tuple[int, Side], float | None]:
    return {(each.set_no, each.side): each.rir for each in current.sets}


def questions(page: LogPage) -> list[str]:
    return [card.reserve.text for card in page.cards]


def test_alt_and_a_figure_note_the_set_just_done_while_the_cursor_stands_at_the_next(
    window: MainWindow, current: CurrentSession, held: Held
) -> None:
    page = window.log_page
    press("8x60", Enter)
    assert questions(page) == ["Set 1 left, in reserve?", ""]
    answer(held, 2)
    assert page.cell == Cell(SEATED, 1, R)
    assert page.cards[0].table.hasFocus()
    assert noted(current) == {(1, L): 2.0}
    assert page.cards[0].model.index_of(Cell(SEATED, 1, L)).data() == "8 × 60 r2"
    assert questions(page) == ["", ""]


def test_an_answer_belongs_to_the_set_just_done_though_the_next_is_half_typed(
    window: MainWindow, current: CurrentSession, held: Held
) -> None:
    press("8x60", Enter, "9")
    answer(held, 4)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "9"
    press("x61", Enter)
    assert [(each.reps, each.external_kg, each.rir) for each in current.sets] == [
        (8, 60.0, 4.0),
        (9, 61.0, None),
    ]


def test_a_set_that_is_being_rewritten_takes_its_reserve_in_its_cell(
    window: MainWindow, current: CurrentSession, held: Held
) -> None:
    page = window.log_page
    press("8x60", Enter, Qt.Key.Key_Left, "9x60")
    answer(held, 2)
    assert "behind it" in page.cards[0].message.text()
    press(" r1", Enter)
    assert [(each.reps, each.rir) for each in current.sets] == [(9, 1.0)]
    assert not page.cards[0].message.isVisible()


def test_one_undo_by_key_takes_back_the_set_with_its_reserve(
    window: MainWindow, current: CurrentSession, held: Held
) -> None:
    press("8x60", Enter)
    answer(held, 1)
    held(Qt.Key.Key_Z, CTRL)
    assert current.sets == []
    assert window.log_page.cell == Cell(SEATED, 1, L)
    assert questions(window.log_page) == ["", ""]


def test_going_on_without_an_answer_costs_nothing(
    last_week: Session, current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press(Enter, Enter, Enter)
    assert set(noted(current).values()) == {None}
    assert questions(page) == ["Set 2 left, in reserve?", ""]


def test_alt_backspace_puts_the_question_aside_and_deletes_nothing(
    window: MainWindow, current: CurrentSession, held: Held
) -> None:
    press("8x60", Enter, Qt.Key.Key_Left)
    held(Qt.Key.Key_Backspace, ALT)
    assert questions(window.log_page) == ["", ""]
    assert noted(current) == {(1, L): None}


def test_repeating_a_session_asks_once_a_leg_and_exercise(
    last_week: Session, window: MainWindow, current: CurrentSession, held: Held
) -> None:
    held(Qt.Key.Key_R, CTRL)
    page, seen = window.log_page, [questions(window.log_page)]
    at = page.cell
    for each in (2, 4, 0, 1):
        answer(held, each)
        seen.append(questions(page))
    assert seen == [
        ["Reserve of the last sets: left _ right _", ""],
        ["Reserve of the last sets: left 2 right _", ""],
        ["", "Reserve of the last sets: left _ right _"],
        ["", "Reserve of the last sets: left 0 right _"],
        ["", ""],
    ]
    last = {(each.exercise, each.side): each.rir for each in current.sets if each.set_no == 2}
    assert last == {(SEATED, L): 2.0, (SEATED, R): 4.0, (STANDING, L): 0.0, (STANDING, R): 1.0}
    assert page.cell == at


def test_a_planned_session_asks_at_its_end_for_those_left_open(
    window: MainWindow, logbook: Logbook, current: CurrentSession, held: Held
) -> None:
    plan = Plan("Heavy", NOW.date() - datetime.timedelta(days=7), 12)
    phase = Phase(plan.id, 1, 12, every_hours=24)
    item = PlannedSets(
        phase.id,
        SEATED,
        PlannedSide.EACH,
        2,
        8,
        load_basis=LoadBasis.EXTERNAL_KG,
        load_value=60.0,
    )
    logbook.apply(Change.adding(plan, phase, item), "Take plan")
    window.log_page.go_to_next_value()
    press(Enter, Enter, Enter, Enter)
    assert questions(window.log_page)[0] == "Reserve of the last sets: left _ right _"
    answer(held, 2, 3)
    assert noted(current) == {(1, L): None, (1, R): None, (2, L): 2.0, (2, R): 3.0}


def test_the_three_preferences(
    last_week: Session, settings: Settings, current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    settings.choose(RESERVE_ASKED, ReserveAsked.NEVER)
    press(Enter)
    assert questions(page)[0] == ""
    settings.choose(RESERVE_ASKED, ReserveAsked.LAST_OF_LEG)
    press(Enter)  # the right leg's first of two
    assert questions(page)[0] == ""
    press(Enter)
    assert questions(page)[0] == "Set 2 left, in reserve?"
    current.delete("delete session")
    settings.choose(RESERVE_ASKED, ReserveAsked.EVERY_SET)
    press(Enter)
    assert questions(page)[0] == "Set 1 left, in reserve?"


def test_in_pounds_only_the_reserve_changes(
    window: MainWindow, settings: Settings, current: CurrentSession, held: Held
) -> None:
    settings.set_unit(Unit.LB)
    press("8x132", Enter)
    answer(held, 3)
    (logged,) = current.sets
    assert (logged.external_kg, logged.rir) == (kg_from_pounds(132), 3.0)


def test_a_click_answers_and_leaves_the_keys_and_what_is_typed(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Enter, "9")
    button = page.cards[0].reserve.buttons[3]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert noted(current) == {(1, L): 3.0}
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "9"


def test_the_buttons_are_named_and_no_stops_of_tab(open_log_page: Open) -> None:
    page = open_log_page()
    press("8x60", Enter)
    buttons = page.cards[0].reserve.buttons
    assert [each.text() for each in buttons] == ["0", "1", "2", "3", "4+"]
    assert buttons[0].accessibleName() == "0 in reserve"
    assert buttons[4].accessibleName() == "4 or more in reserve"
    assert {each.focusPolicy() for each in buttons} == {Qt.FocusPolicy.NoFocus}


def test_a_set_changed_in_another_window_is_refused_in_words(
    window: MainWindow, logbook: Logbook, current: CurrentSession, held: Held
) -> None:
    page = window.log_page
    press("8x60", Enter)
    (logged,) = current.sets
    stale = replace(logged, reps=7)
    current.sets[:] = [stale]  # as it was before the other window changed it
    answer(held, 2)
    assert "changed in another window meanwhile" in page.cards[0].message.text()
    assert logbook.database.sets_of(current.session.id) == [logged]


def test_the_question_about_another_exercise_of_the_table_names_it(open_log_page: Open) -> None:
    page = open_log_page()
    page.go_to(Cell(STANDING, 1, L))
    press("8+10", Enter)
    page.go_to(Cell(BENT, 1, L))
    assert page.cards[1].exercise is BENT
    assert questions(page) == ["", "Standing 1 left, in reserve?"]


def test_away_from_the_log_page_no_key_notes_what_is_not_seen(
    window: MainWindow, current: CurrentSession, held: Held
) -> None:
    press("8x60", Enter)
    held(Qt.Key.Key_3, CTRL)
    answer(held, 2)
    assert noted(current) == {(1, L): None}


# Where it stands


def bottom_of_rows(card: ExerciseCard) -> int:
    table = card.table
    last = card.model.rowCount() - 1
    row_end = table.rowViewportPosition(last) + table.rowHeight(last)
    return table.y() + table.horizontalHeader().height() + row_end


def test_it_stands_directly_below_the_last_row(open_log_page: Open) -> None:
    page = open_log_page()
    card = page.cards[0]
    press("8x60", Enter, "8", Enter)
    assert card.reserve.y() == bottom_of_rows(card)
    press("8", Enter)
    assert card.reserve.y() == bottom_of_rows(card)


def test_where_the_rows_fill_the_table_it_has_room_below_it(open_log_page: Open) -> None:
    page = open_log_page()
    card = page.cards[0]
    page.resize(900, 400)
    press("12x8@60", Enter)
    QApplication.processEvents()
    assert bottom_of_rows(card) > card.table.geometry().bottom()
    strip = card.reserve.geometry()
    assert strip.top() > card.table.geometry().bottom()
    assert strip.bottom() < card.foot.y()


def test_in_a_narrow_card_it_says_the_same_in_fewer_words(
    last_week: Session, window: MainWindow, held: Held
) -> None:
    card = window.log_page.cards[0]
    window.resize(900, 600)
    QApplication.processEvents()
    press(Enter)
    QApplication.processEvents()
    assert 0 < card.reserve.geometry().right() < card.width()
    held(Qt.Key.Key_R, CTRL)
    QApplication.processEvents()
    # How few depends on the font.
    assert card.reserve.text in ("Reserve: left _ right _", "Reserve: ● _ ▲ _")
    assert 0 < card.reserve.geometry().right() < card.width()


def test_sets_of_both_legs_are_asked_about_beside_those_of_one(
    last_week: Session, logbook: Logbook, window: MainWindow, held: Held
) -> None:
    (first, *_) = logbook.database.sets_of(last_week.id)
    both = replace(first, id="both", side=BOTH, set_no=3, position=20)
    logbook.apply(Change.adding(both), "both legs")
    window.resize(900, 600)
    QApplication.processEvents()
    held(Qt.Key.Key_R, CTRL)
    QApplication.processEvents()
    wanted = ("Reserve: left _ right _ both _", "Reserve: ● _ ▲ _ ■ _")
    assert window.log_page.cards[0].reserve.text in wanted


# What it costs


class LayoutCount(QObject):
    """Counts how often a widget is asked to lay itself out."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


def test_that_it_comes_and_goes_lays_out_nothing_and_paints_no_other_card(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    press("8x60", Enter)
    page.note_reserve(2)
    press("8x60", Enter)
    for _ in range(3):  # what a layout asks for is laid out in the next round
        QApplication.processEvents()
    layouts = [LayoutCount(each) for each in (page, *page.cards)]
    other = PaintCount(page.cards[1])
    current.reserve.put_aside()
    QApplication.processEvents()
    assert questions(page) == ["", ""]
    current.reserve.ask_after([current.sets[-1]])
    QApplication.processEvents()
    assert questions(page) == ["Set 1 right, in reserve?", ""]
    assert [each.count for each in layouts] == [0, 0, 0]
    assert other.count == 0


def test_the_next_question_looks_unanswered_though_the_pointer_rests_on_a_figure(
    window: MainWindow, current: CurrentSession
) -> None:
    press("8x60", Enter)
    strip = window.log_page.cards[0].reserve
    two = strip.buttons[2]
    QTest.mouseMove(two)
    QTest.mouseClick(two, Qt.MouseButton.LeftButton)
    assert noted(current) == {(1, L): 2.0}
    press("8x60", Enter)
    assert strip.text == "Set 1 right, in reserve?"
    assert not two.underMouse()
    QTest.mouseMove(strip.buttons[3])
    assert strip.buttons[3].underMouse()


def test_the_keys_that_answer_are_said_where_there_is_room(
    window: MainWindow, current: CurrentSession
) -> None:
    press("8x60", Enter)
    strip = window.log_page.cards[0].reserve
    keys = strip._keys
    assert keys is not None
    assert keys.text() == "Alt+0–4"
    window.resize(1900, 800)
    QApplication.processEvents()
    assert keys.isVisible()
    assert keys.geometry().left() > strip.buttons[-1].geometry().right()
    assert strip.rect().contains(keys.geometry())
    window.resize(900, 600)
    QApplication.processEvents()
    assert not keys.isVisible()
    assert strip.rect().contains(strip.buttons[-1].geometry())
