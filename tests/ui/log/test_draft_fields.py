"""Fields whose value belongs to where it was begun."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Place
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet
from tracker.domain.set_grid import Cell
from tracker.ui.log.draft_fields import DraftLine
from tracker.ui.widgets.faults import Faults

Key = Qt.Key
CELL = Cell(Exercise.SEATED, 1, Side.LEFT)


@pytest.fixture
def logged(current: CurrentSession) -> LoggedSet:
    current.enter(CELL, "8x60")
    (logged,) = current.sets
    return logged


@pytest.fixture
def line(current: CurrentSession, faults: Faults, logged: LoggedSet, qtbot: QtBot) -> DraftLine:
    line = DraftLine(current, faults)
    qtbot.addWidget(line)
    line.show()
    qtbot.waitExposed(line)
    line.binding.show_at(place(current, logged, "note"), "", "")
    return line


def place(current: CurrentSession, logged: LoggedSet, field: str) -> Place:
    return Place(field, current.session, logged)


def note(current: CurrentSession) -> str:
    return current.sets[0].note


def test_what_is_typed_is_saved_by_enter(line: DraftLine, current: CurrentSession) -> None:
    QTest.keyClicks(line, "slow")
    assert note(current) == ""
    QTest.keyClick(line, Key.Key_Return)
    assert note(current) == "slow"
    assert not line.binding.is_draft


def test_enter_on_what_is_saved_tells_so(line: DraftLine, qtbot: QtBot) -> None:
    QTest.keyClicks(line, "slow")
    with qtbot.waitSignal(line.entered):
        QTest.keyClick(line, Key.Key_Return)


def test_escape_shows_what_is_saved_again(
    line: DraftLine, current: CurrentSession, qtbot: QtBot
) -> None:
    line.binding.left.connect(lambda: line.binding.show_at(*shown(current)))
    QTest.keyClicks(line, "slow")
    with qtbot.waitSignal(line.restored):
        QTest.keyClick(line, Key.Key_Escape)
    assert (line.text(), note(current)) == ("", "")


def shown(current: CurrentSession) -> tuple[Place, str, str]:
    logged = current.sets[0]
    return place(current, logged, "note"), logged.note, logged.note


def test_typed_back_to_what_is_saved_nothing_is_a_draft(
    line: DraftLine, current: CurrentSession
) -> None:
    QTest.keyClicks(line, "s")
    assert line.binding.is_begun
    QTest.keyClick(line, Key.Key_Backspace)
    assert not line.binding.is_draft
    assert current.drafts.all() == []


def test_another_set_is_not_shown_while_one_is_typed_at(
    line: DraftLine, current: CurrentSession, logged: LoggedSet
) -> None:
    current.enter(Cell(Exercise.SEATED, 1, Side.RIGHT), "8x60")
    other = next(each for each in current.sets if each.side is Side.RIGHT)
    QTest.keyClicks(line, "slow")
    line.binding.show_at(place(current, other, "note"), "of the other", "of the other")
    assert line.text() == "slow"
    QTest.keyClick(line, Key.Key_Return)
    line.binding.show_at(place(current, other, "note"), "of the other", "of the other")
    assert line.text() == "of the other"
    notes = {each.side: each.note for each in current.sets}
    assert notes == {Side.LEFT: "slow", Side.RIGHT: ""}


def test_what_is_refused_stays_with_its_reason_and_is_shown_again_with_its_place(
    line: DraftLine, current: CurrentSession, logged: LoggedSet
) -> None:
    told: list[str] = []
    tempo = place(current, logged, "tempo")
    line.binding.refused.connect(told.append)
    line.binding.show_at(tempo, None, "")
    QTest.keyClicks(line, "slow")
    QTest.keyClick(line, Key.Key_Return)
    assert not line.binding.is_begun
    assert line.binding.typed == "slow"
    line.binding.show_at(place(current, logged, "note"), "", "")
    assert (line.text(), told[-1]) == ("", "")
    line.binding.show_at(tempo, None, "")
    assert line.text() == "slow"
    assert told[-1] == "Expected raise-top-lower-bottom in seconds, as in 3-0-3-0."


def test_a_reason_is_told_elsewhere_where_its_field_is_not_seen(
    line: DraftLine, current: CurrentSession, logged: LoggedSet, faults: Faults
) -> None:
    told: list[str] = []
    faults.told.connect(told.append)
    line.binding.show_at(place(current, logged, "tempo"), None, "")
    QTest.keyClicks(line, "slow")
    line.hide()
    line.binding.leave()
    assert len(told) == 1


def test_going_to_another_session_saves_it_where_it_was_begun(
    line: DraftLine, current: CurrentSession, logbook: Logbook
) -> None:
    session = current.session
    QTest.keyClicks(line, "slow")
    current.open_day(NOW.date().replace(day=1))
    assert [each.note for each in logbook.database.sets_of(session.id)] == ["slow"]


def test_a_set_deleted_meanwhile_is_not_brought_back(
    line: DraftLine, current: CurrentSession, logbook: Logbook, logged: LoggedSet
) -> None:
    QTest.keyClicks(line, "slow")
    logbook.apply(Change.removing(logged), "elsewhere")
    QTest.keyClick(line, Key.Key_Return)
    assert current.sets == []
    assert line.binding.typed == "slow"
