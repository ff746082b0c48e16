"""The line of quick entry: read while it is typed, logged by Enter."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker.app.current_session import CurrentSession
from tracker.app.settings import Settings
from tracker.app.theme import colours_of
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.set_grid import Cell
from tracker.ui.log.quick_entry import QuickEntry
from tracker.ui.widgets.faults import Faults

Key = Qt.Key
YESTERDAY = NOW.date() - datetime.timedelta(days=1)


@pytest.fixture
def entry(current: CurrentSession, settings: Settings, faults: Faults, qtbot: QtBot) -> QuickEntry:
    entry = QuickEntry(current, settings, faults)
    qtbot.addWidget(entry)
    entry.resize(500, 80)
    entry.show()
    qtbot.waitExposed(entry)
    return entry


def write(entry: QuickEntry, text: str) -> str:
    entry.line.selectAll()
    QTest.keyClicks(entry.line, text)
    return entry.reading.text()


def test_an_empty_line_says_nothing(entry: QuickEntry) -> None:
    assert not entry.reading.isVisible()
    write(entry, "  ")
    assert not entry.reading.isVisible()
    QTest.keyClick(entry.line, Key.Key_Return)
    assert entry.line.text() == "  "


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("seated 3x8@60 left rir2", "→ Seated, left: 3 sets, 8 × 60 kg, RIR 2"),
        ("standing 12+20", "→ Standing, each leg: 1 set, 12 × 20 kg"),
    ],
)
def test_what_would_be_logged_is_said_while_it_is_typed(
    entry: QuickEntry, text: str, reading: str
) -> None:
    assert write(entry, text) == reading
    assert entry.reading.isVisible()


def test_the_exercise_of_the_page_is_meant_where_none_is_named(entry: QuickEntry) -> None:
    entry.exercise = Exercise.STANDING
    assert write(entry, "8x20 left").startswith("→ Standing, left: 1 set")


def test_loads_are_in_the_unit_shown(entry: QuickEntry, settings: Settings) -> None:
    write(entry, "seated 8x60 left")
    settings.set_unit(Unit.LB)
    assert entry.reading.text() == "→ Seated, left: 1 set, 8 × 60 lb"


def test_what_cannot_be_read_is_said_in_another_colour_below_its_place(entry: QuickEntry) -> None:
    colours = colours_of(entry.palette())
    assert "lft" in write(entry, "seated 3x8@60 lft")
    palette = entry.reading.palette()
    assert palette.placeholderText().color() == colours.warning
    assert entry._below.contentsMargins().left() > 9
    write(entry, "seated 3x8@60 left")
    assert entry.reading.palette().placeholderText().color() == colours.muted
    assert entry._below.contentsMargins().left() == 9


def test_enter_logs_all_of_it_and_tells_the_last_cell(
    entry: QuickEntry, current: CurrentSession, qtbot: QtBot
) -> None:
    write(entry, "seated 2x8@60 left")
    with qtbot.waitSignal(entry.logged) as logged:
        QTest.keyClick(entry.line, Key.Key_Return)
    assert logged.args == [Cell(Exercise.SEATED, 2, Side.LEFT)]
    assert [(each.reps, each.external_kg) for each in current.sets] == [(8, 60.0)] * 2
    assert entry.line.text() == ""


def test_a_line_that_cannot_be_logged_stays_with_its_reason(
    entry: QuickEntry, current: CurrentSession
) -> None:
    write(entry, "seated 8")
    QTest.keyClick(entry.line, Key.Key_Return)
    assert (entry.line.text(), current.sets) == ("seated 8", [])
    assert "Which load?" in entry.reading.text()
    (draft,) = current.drafts.all()
    assert draft.reason


def test_escape_empties_the_line(entry: QuickEntry, current: CurrentSession) -> None:
    write(entry, "seated 8")
    QTest.keyClick(entry.line, Key.Key_Escape)
    assert (entry.line.text(), current.drafts.all()) == ("", [])


def test_a_line_half_typed_waits_in_its_session(entry: QuickEntry, current: CurrentSession) -> None:
    write(entry, "seated 8x60")
    session = current.session
    current.open_day(YESTERDAY)
    assert entry.line.text() == ""
    current.open(session)
    assert entry.line.text() == "seated 8x60"
    assert current.sets == []


def test_the_card_is_framed_while_its_line_has_the_keys(entry: QuickEntry) -> None:
    def edge() -> QColor:
        return entry.grab().toImage().pixelColor(entry.width() // 2, 0)

    entry.line.clearFocus()
    before = edge()
    entry.line.setFocus()
    assert edge() != before
    entry.line.clearFocus()
    assert edge() == before
