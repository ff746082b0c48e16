"""The fields of a set."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Place
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, SetType
from tracker.domain.set_grid import Cell
from tracker.ui.log.set_form import DraftChoice, SetForm
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import detail_name

Key = Qt.Key
CELL = Cell(Exercise.SEATED, 1, Side.LEFT)


def place(current: CurrentSession, logged: LoggedSet, field: str) -> Place:
    return Place(field, current.session, logged)


@pytest.fixture
def logged(current: CurrentSession) -> LoggedSet:
    current.enter(CELL, "8x60")
    (logged,) = current.sets
    return logged


@pytest.fixture
def choice(current: CurrentSession, faults: Faults, logged: LoggedSet, qtbot: QtBot) -> DraftChoice:
    choice = DraftChoice(current, faults)
    for each in SetType:
        choice.addItem(each.value, each)
    qtbot.addWidget(choice)
    choice.show()
    qtbot.waitExposed(choice)
    show = place(current, logged, "set_type")
    choice.binding.show_at(show, SetType.WORK, SetType.WORK)
    return choice


def test_a_choice_is_saved_as_it_is_made(choice: DraftChoice, current: CurrentSession) -> None:
    QTest.keyClick(choice, Key.Key_Down)
    assert current.sets[0].set_type.value == choice.currentText()
    assert choice.currentText() != SetType.WORK.value


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_a_list_that_is_open_holds_its_place(choice: DraftChoice, qtbot: QtBot) -> None:
    choice.showPopup()
    assert choice.binding.is_begun
    with qtbot.waitSignal(choice.binding.left):
        choice.hidePopup()
    assert not choice.binding.is_begun


def test_the_seconds_of_a_hold_are_noted_and_taken_out_by_hand(
    current: CurrentSession, faults: Faults, logged: LoggedSet, qtbot: QtBot
) -> None:
    form = SetForm(current, faults)
    qtbot.addWidget(form)
    form.show()
    form.show_set(logged)
    assert form.hold.text() == ""
    for typed, held_s, shown in (("7,5 s", 7.5, "7.5"), ("45", 45.0, "45"), ("", None, "")):
        form.hold.setFocus()
        form.hold.selectAll()
        QTest.keyClicks(form.hold, typed)
        if not typed:
            QTest.keyClick(form.hold, Key.Key_Delete)
        QTest.keyClick(form.hold, Key.Key_Return)
        assert current.sets[0].hold_s == held_s
        form.show_set(current.sets[0])
        assert form.hold.text() == shown
    QTest.keyClicks(form.hold, "long")
    QTest.keyClick(form.hold, Key.Key_Return)
    assert current.sets[0].hold_s is None
    assert form.hold.binding.is_draft


def test_a_set_is_shown_as_it_is(
    current: CurrentSession, faults: Faults, logged: LoggedSet, qtbot: QtBot
) -> None:
    current.edit(logged, rir=2.0, note="slow")
    form = SetForm(current, faults)
    qtbot.addWidget(form)
    form.show_set(current.sets[0])
    assert form.rir.currentText() == "2"
    assert form.set_type.currentText() == "Work"
    assert (form.tempo.text(), form.pain.currentText(), form.note.text()) == (
        "",
        "not noted",
        "slow",
    )
    assert not form.is_begun


def test_no_field_shows_in_grey_what_could_be_taken_for_a_value(
    current: CurrentSession, faults: Faults, logged: LoggedSet, qtbot: QtBot
) -> None:
    form = SetForm(current, faults)
    qtbot.addWidget(form)
    form.show_set(logged)
    assert form.hold.placeholderText() == ""
    assert form.tempo.placeholderText() == "as 3-0-3-0"


def test_a_field_is_called_what_its_detail_is_called_everywhere(
    current: CurrentSession, faults: Faults, qtbot: QtBot
) -> None:
    form = SetForm(current, faults)
    qtbot.addWidget(form)
    labels = [each.text() for each in form.findChildren(Caption) if each.buddy()]
    assert labels == ["Reserve", "Type", "Tempo", "Hold, s", "Pain", "Note"]
    assert [label.removesuffix(", s") for label in labels] == list(map(detail_name, form.fields))
