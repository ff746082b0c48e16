"""The session bar: when it shows, what its buttons and keys do, and what it leaves alone."""

import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.clocks import Clock
from tracker import TrackerError
from tracker.app.current_session import CurrentSession
from tracker.app.hold_run import HoldRun
from tracker.app.hold_timer import HoldTimer
from tracker.app.logbook import Logbook
from tracker.app.metronome import Beat, Metronome
from tracker.app.preferences import REST_IS_HEARD
from tracker.app.settings import Settings
from tracker.app.theme import colours_of
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import Session
from tracker.domain.set_grid import Cell
from tracker.ui.checkups.beat_light import BeatLight
from tracker.ui.log.session_bar import SessionBar
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.notice import Notice
from tracker.ui.window.main_window import MainWindow

SEATED = Exercise.SEATED
L, R = Side.LEFT, Side.RIGHT
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(
    logbook: Logbook, current: CurrentSession, settings: Settings, qtbot: QtBot
) -> Iterator[MainWindow]:
    window = MainWindow(logbook, current, settings, "training")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.log_page.cards[0].table.hasFocus)
    yield window
    window.session_bar.metronome.stop()
    window.close()


@pytest.fixture
def bar(window: MainWindow) -> SessionBar:
    return window.session_bar


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(window: MainWindow, key: Qt.Key) -> None:
    """Press a shortcut, wherever the focus is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, CTRL_SHIFT)


# When it shows


def test_the_end_of_a_rest_fills_the_bar_and_is_heard(
    window: MainWindow,
    bar: SessionBar,
    clock: Clock,
    current: CurrentSession,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: heard.append("beep")))
    monkeypatch.setattr(
        "tracker.ui.log.session_bar.announce", lambda _widget, words: heard.append(words)
    )
    bar.toggle_rest()
    quiet = bar.grab().toImage().pixelColor(5, 30)
    clock.pass_s(current.rests.timer.length_s + 1)
    assert bar.is_filled
    assert bar.grab().toImage().pixelColor(5, 30) == colours_of(bar.palette()).accent != quiet
    on_accent = colours_of(QApplication.palette()).on_accent
    assert bar.rest.palette().color(QPalette.ColorRole.WindowText) == on_accent
    assert heard == ["beep", "The rest is over"]
    filled = bar.grab().toImage()
    corner = bar.light.geometry().topLeft() + QPoint(1, 1)  # which stands on no card of its own
    assert filled.pixelColor(corner) == colours_of(bar.palette()).accent
    assert on_accent.name() in bar.longer.styleSheet()
    bar.end_rest()
    assert bar.longer.styleSheet() == ""
    assert bar.grab().toImage().pixelColor(5, 30) == quiet


def test_who_wants_quiet_only_sees_the_end_of_a_rest(
    window: MainWindow,
    bar: SessionBar,
    clock: Clock,
    current: CurrentSession,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: heard.append("beep")))
    settings.choose(REST_IS_HEARD, False)
    bar.toggle_rest()
    clock.pass_s(current.rests.timer.length_s + 1)
    assert bar.is_filled
    assert heard == []


def test_it_shows_from_the_first_set_of_a_session(bar: SessionBar, current: CurrentSession) -> None:
    assert not bar.isVisible()
    current.enter(Cell(SEATED, 1, L), "8x60")
    assert bar.isVisible()
    assert bar.duration.text() == "Session 0 min"


def test_it_says_how_long_the_session_lasts(
    bar: SessionBar, current: CurrentSession, clock: Clock
) -> None:
    current.enter(Cell(SEATED, 1, L), "8x60")
    clock.pass_s(12 * 60 + 59)
    bar.refresh()
    assert bar.duration.text() == "Session 12 min"


def test_it_goes_when_the_session_is_long_past(
    bar: SessionBar, current: CurrentSession, clock: Clock
) -> None:
    current.enter(Cell(SEATED, 1, L), "8x60")
    current.rests.timer.dismiss()
    clock.pass_s(4 * 3_600)
    bar.refresh()
    assert not bar.isVisible()


def test_a_session_of_another_day_has_no_bar_but_a_rest_keeps_it(
    bar: SessionBar, current: CurrentSession, last_week: Session
) -> None:
    current.open(last_week)
    assert not bar.isVisible()
    bar.toggle_rest()
    assert bar.isVisible()
    assert bar.duration.text() == ""
    bar.end_rest()
    assert not bar.isVisible()


# The rest


def test_a_set_starts_the_rest_and_the_bar_counts_it_down(
    bar: SessionBar, current: CurrentSession, clock: Clock
) -> None:
    current.enter(Cell(SEATED, 1, L), "8x60")
    assert bar.rest.text() == "0:30"
    current.enter(Cell(SEATED, 1, R), "8x60")
    assert bar.rest.text() == "2:00"
    clock.pass_s(35)
    assert (bar.rest.text(), bar.rest_words.text()) == ("1:25", "rest")
    clock.pass_s(100)
    assert (bar.rest.text(), bar.rest_words.text()) == ("+0:15", "rest is over")
    assert bar.rest.accessibleName() == "rest is over: +0:15"


def test_buttons_pause_prolong_and_end_the_rest_and_leave_the_keys_in_the_table(
    bar: SessionBar, window: MainWindow, current: CurrentSession, clock: Clock
) -> None:
    current.enter(Cell(SEATED, 1, L), "8x60")
    clock.pass_s(10)
    click(bar.pause)
    assert (bar.rest_words.text(), bar.pause.accessibleName()) == ("paused", "Resume the rest")
    clock.pass_s(60)
    click(bar.longer)
    assert bar.rest.text() == "0:35"
    click(bar.pause)
    clock.pass_s(5)
    assert bar.rest.text() == "0:30"
    click(bar.end)
    assert bar.rest.text() == "–:––"
    assert not bar.longer.isEnabled()
    click(bar.pause)
    assert bar.rest.text() == "0:30"
    assert window.log_page.cards[0].table.hasFocus()


def test_keys_do_the_same(window: MainWindow, bar: SessionBar, clock: Clock) -> None:
    press(window, Qt.Key.Key_T)
    assert bar.rest.text() == "2:00"
    press(window, Qt.Key.Key_L)
    assert bar.rest.text() == "2:15"
    press(window, Qt.Key.Key_T)
    assert bar.rest_words.text() == "paused"
    press(window, Qt.Key.Key_E)
    assert not bar.isVisible()
    press(window, Qt.Key.Key_M)
    assert bar.metronome.is_running
    press(window, Qt.Key.Key_M)
    assert not bar.metronome.is_running


# A hold


@pytest.fixture
def held(bar: SessionBar) -> Clock:
    """Return the clock of holds, which only the test moves."""
    clock = Clock()
    holds = HoldRun(bar._current, HoldTimer(clock.seconds, clock.timer))
    bar.lead(holds)
    return clock


def test_a_hold_is_led_by_keys_and_tones_and_fills_in_what_was_held(
    window: MainWindow,
    bar: SessionBar,
    current: CurrentSession,
    held: Clock,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: heard.append("beep")))
    current.enter(Cell(SEATED, 1, L), "8x60")
    current.enter(Cell(SEATED, 1, R), "8x60")
    press(window, Qt.Key.Key_O)
    assert (bar.rest.text(), bar.rest_words.text()) == ("0:05", "get ready, left")
    quiet = bar.grab().toImage().pixelColor(5, 30)
    held.pass_s(5)
    assert (bar.rest.text(), bar.rest_words.text()) == ("0:00", "hold, left")
    assert bar.grab().toImage().pixelColor(5, 30) == colours_of(bar.palette()).accent != quiet
    assert heard == ["beep"]
    held.pass_s(37)
    assert bar.rest.accessibleName() == "hold, left: 0:37"
    clock.pass_s(200)  # the rest before it is over by now, which is not told meanwhile
    assert heard == ["beep"]
    press(window, Qt.Key.Key_O)
    assert [(each.side, each.hold_s) for each in current.sets[2:]] == [(L, 37.0)]
    assert heard == ["beep", "beep"]
    assert bar.rest_words.text() == "get ready, right"
    assert window.log_page.cell == Cell(SEATED, 2, R)
    held.pass_s(5 + 12)
    click(bar.pause)
    assert [(each.side, each.hold_s) for each in current.sets[3:]] == [(R, 12.0)]
    assert (bar.rest.text(), bar.rest_words.text()) == ("2:00", "rest")
    assert bar.end.accessibleName() == "End the rest; it is not noted"


def test_a_hold_is_broken_off_and_leaves_nothing(
    window: MainWindow, bar: SessionBar, current: CurrentSession, held: Clock
) -> None:
    current.enter(Cell(SEATED, 1, L), "8x60")
    current.rests.timer.dismiss()
    press(window, Qt.Key.Key_O)
    held.pass_s(7)
    assert bar.end.accessibleName() == "Break off; nothing is noted"
    press(window, Qt.Key.Key_E)
    assert len(current.sets) == 1
    assert (bar.rest.text(), bar.rest_words.text()) == ("–:––", "rest")


def test_a_hold_keeps_the_bar_and_fills_the_whole_window(
    window: MainWindow, bar: SessionBar, current: CurrentSession, last_week: Session, held: Clock
) -> None:
    current.open(last_week)
    assert not bar.isVisible()
    press(window, Qt.Key.Key_O)
    assert bar.isVisible()
    window.show_full_figure()
    held.pass_s(5 + 3)
    figure = window.full_figure
    assert (figure.text, figure.accessibleDescription()) == ("0:03", "hold, left: 0:03")
    accent = colours_of(QApplication.palette()).accent
    assert figure.grab().toImage().pixelColor(3, 3) == accent
    QTest.keyClick(figure, Qt.Key.Key_Space)
    assert [each.hold_s for each in current.sets if each.hold_s] == [3.0]


def test_a_hold_of_unknown_load_is_not_begun_and_says_why(
    window: MainWindow, bar: SessionBar, held: Clock
) -> None:
    press(window, Qt.Key.Key_O)
    assert not bar.isVisible()
    assert "Which load" in window.log_page.cards[0].foot.message.text()


def test_a_hold_that_cannot_be_saved_is_told(
    window: MainWindow,
    bar: SessionBar,
    current: CurrentSession,
    held: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise TrackerError("The disk is full.")

    told: list[str] = []
    window.faults.told.disconnect()
    window.faults.told.connect(told.append)
    current.enter(Cell(SEATED, 1, L), "8x60")
    press(window, Qt.Key.Key_O)
    held.pass_s(5 + 3)
    monkeypatch.setattr(current, "log_hold", full)
    press(window, Qt.Key.Key_O)
    assert told == ["The disk is full."]
    assert len(current.sets) == 1


def test_the_line_is_as_long_as_what_is_left(
    bar: SessionBar, current: CurrentSession, clock: Clock
) -> None:
    current.enter(Cell(SEATED, 1, L), "8x60")
    clock.pass_s(15)
    assert bar.line._left == 0.5
    clock.pass_s(30)
    assert bar.line._left == 0


def test_the_end_of_a_rest_is_told(
    bar: SessionBar, current: CurrentSession, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setattr(Notice, "tell", lambda _, title, text: told.append((title, text)))
    current.enter(Cell(SEATED, 1, L), "8x60")
    clock.pass_s(31)
    assert told == [("The rest is over", "0:30 of rest have passed.")]


def test_the_time_of_a_rest_that_was_paused_and_made_longer_is_told_without_the_pause(
    bar: SessionBar, current: CurrentSession, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Notice, "tell", lambda _, _title, text: told.append(text))
    current.enter(Cell(SEATED, 1, L), "8x60")
    bar.pause.click()
    clock.pass_s(60)
    bar.pause.click()
    bar.longer.click()
    clock.pass_s(46)
    assert told == ["0:45 of rest have passed."]


# The metronome


def test_the_metronome_starts_and_stops_at_its_pace(bar: SessionBar, window: MainWindow) -> None:
    window.toggle_metronome()
    assert (bar.light.is_lit, bar.light.text) == (True, "1")
    assert bar.beat.accessibleName() == "Stop the metronome"
    bar.pace.setFocus()
    bar.pace.selectAll()
    QTest.keyClicks(bar.pace, "90")
    QTest.keyClick(bar.pace, Qt.Key.Key_Return)
    assert bar.metronome.beats_a_minute == 90
    assert window.log_page.cards[0].table.hasFocus()  # Enter gives the keys back
    click(bar.beat)
    assert (bar.light.is_lit, bar.light.text) == (False, "")


def test_escape_gives_the_keys_back_to_any_page(window: MainWindow, bar: SessionBar) -> None:
    window.show_history()
    window.toggle_metronome()
    bar.pace.setFocus()
    QTest.keyClick(bar.pace, Qt.Key.Key_Escape)
    assert not bar.pace.hasFocus()


def test_beats_are_counted_by_the_tempo_of_the_last_set(
    bar: SessionBar, current: CurrentSession
) -> None:
    current.enter(Cell(SEATED, 1, L), "8x60 3-0-3-0")
    bar.toggle_metronome()
    assert bar.light.text == "Raise 1"


def test_the_light_goes_dark_between_beats(bar: SessionBar, qtbot: QtBot) -> None:
    bar.toggle_metronome()
    qtbot.waitUntil(lambda: not bar.light.is_lit)
    assert bar.light.text == "1"


class Painted(QObject):
    """Records what is painted while it watches."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.kinds: set[type[QObject]] = set()
        for widget in (window, *window.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.kinds.add(type(watched))
        return False


def test_a_beat_paints_nothing_but_its_light(
    window: MainWindow, bar: SessionBar, current: CurrentSession, qtbot: QtBot
) -> None:
    current.enter(Cell(SEATED, 1, L), "8x60")
    bar.metronome.set_pace(240)
    bar.toggle_metronome()
    qtbot.waitUntil(lambda: not bar.light.is_lit)  # what the start itself paints is painted
    painted = Painted(window)
    beats: list[object] = []
    bar.metronome.beat.connect(beats.append)
    qtbot.waitUntil(lambda: len(beats) >= 3)
    assert painted.kinds == {BeatLight}


def test_sound_that_is_not_installed_is_told_and_the_beat_goes_on(
    window: MainWindow, bar: SessionBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    bar.toggle_metronome()
    click(bar.sound)
    (box,) = window.findChildren(QMessageBox)
    assert "no sound here" in box.text()
    box.close()
    assert not bar.sound.isChecked()
    assert bar.metronome.is_running


def test_with_sound_each_beat_clicks(
    current: CurrentSession, faults: Faults, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    clicks = []

    class Click(QObject):
        def play(self) -> None:
            clicks.append(True)

    monkeypatch.setattr("tracker.ui.log.session_bar.Click", Click)
    beating = Clock()
    metronome = Metronome(beating.nanoseconds, beating.timer)
    bar = SessionBar(current, faults, metronome)
    qtbot.addWidget(bar)
    bar.sound.setChecked(True)
    bar.toggle_metronome()
    beating.pass_s(2)
    assert len(clicks) == 3
    bar.sound.setChecked(False)
    beating.pass_s(2)
    assert len(clicks) == 3
    bar.sound.setChecked(True)
    beating.pass_s(1)
    assert len(clicks) == 4


def test_a_metronome_is_lent_instead_of_the_bars_own_and_clicks_like_it(
    current: CurrentSession, faults: Faults, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    clicks = []

    class Click(QObject):
        def play(self) -> None:
            clicks.append(True)

    monkeypatch.setattr("tracker.ui.log.session_bar.Click", Click)
    bar = SessionBar(current, faults)
    qtbot.addWidget(bar)
    bar.sound.setChecked(True)
    bar.toggle_metronome()
    lent = bar.lend_metronome()
    assert not bar.metronome.is_running
    clicks.clear()
    lent.beat.emit(Beat(0, None, 1))
    assert clicks == [True]


def test_every_part_can_be_named_and_reached(bar: SessionBar, current: CurrentSession) -> None:
    current.enter(Cell(SEATED, 1, L), "8x60")
    parts = (bar.pause, bar.longer, bar.end, bar.pace, bar.beat, bar.sound)
    assert all(part.accessibleName() for part in parts)
    bar.pause.setFocus()
    for before, after in pairwise(parts):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()


@pytest.mark.usefixtures("large_letters")
def test_where_there_is_no_room_it_leaves_out_what_is_said_elsewhere(
    window: MainWindow, bar: SessionBar, current: CurrentSession
) -> None:
    current.enter(Cell(SEATED, 1, L), "8x60")
    centre = window.centralWidget()
    around = None if centre is None else centre.layout()
    assert around is not None
    around.setEnabled(False)  # or it would give the bar its own width again
    bar.resize(1600, bar.height())
    whole = bar.light.sizeHint().width()
    assert bar.duration.isVisible()
    bar.resize(1000, bar.height())
    assert not bar.duration.isVisible()
    assert bar.light.sizeHint().width() == whole
    bar.resize(850, bar.height())
    assert bar.light.sizeHint().width() < whole
    layout = bar.layout()
    assert layout is not None
    assert layout.minimumSize().width() <= 850
    assert bar.rest.isVisible()
    assert bar.rest_words.isVisible()
    bar.resize(1600, bar.height())
    assert bar.duration.isVisible()
    assert bar.light.sizeHint().width() == whole
