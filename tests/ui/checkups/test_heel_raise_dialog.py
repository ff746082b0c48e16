"""The guided heel-raise test, by keys alone, with a clock of the test's own."""

import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.clocks import Clock
from tests.ui.checkups.conftest import SCREENS, needed_on
from tracker.app.logbook import Logbook
from tracker.app.metronome import Metronome
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.heel_raise_run import HeelRaiseStage
from tracker.domain.runner import Runner
from tracker.ui.checkups.heel_raise_dialog import HeelRaiseDialog
from tracker.ui.checkups.heel_raise_pages import CountPage
from tracker.ui.widgets.faults import Faults

LEFT, RIGHT, _ = Side
TODAY = datetime.date(2026, 11, 24)
LAST_TIME = "The leg that was second last time goes first."
ENTER, SPACE, BACK = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Backspace


class Desk:
    """The dialog on a log in memory, and keys."""

    def __init__(self, logbook: Logbook, faults: Faults) -> None:
        self.logbook = logbook
        self.clock = Clock()
        self.metronome = Metronome(self.clock.nanoseconds, self.clock.timer)
        self.dialog = HeelRaiseDialog(
            logbook, faults, lambda: TODAY, self.metronome, self.clock.seconds
        )
        # Read after it closed.
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)

    @property
    def beat(self) -> str:
        return "beats" if self.metronome.is_running else "silent"

    def press(self, *keys: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            for key in keys:
                QTest.keyClick(QApplication.focusWidget() or self.dialog, key)


@pytest.fixture
def desk(logbook: Logbook, faults: Faults, qtbot: QtBot) -> Desk:
    return open_desk(logbook, faults, qtbot)


def open_desk(logbook: Logbook, faults: Faults, qtbot: QtBot) -> Desk:
    desk = Desk(logbook, faults)
    qtbot.addWidget(desk.dialog)
    desk.dialog.open()
    qtbot.waitExposed(desk.dialog)
    desk.dialog.activateWindow()
    qtbot.waitUntil(desk.dialog.setup.exercise.hasFocus)
    return desk


def test_keys_alone_lead_through_the_test_and_save_both_legs_as_one_step(desk: Desk) -> None:
    desk.press(ENTER)
    desk.press(SPACE, times=10)
    desk.press(ENTER)
    desk.press(SPACE, times=22)
    desk.press(ENTER)
    desk.press(Qt.Key.Key_Down, ENTER)
    desk.press(ENTER)
    desk.press(SPACE, times=26)
    desk.press(ENTER, ENTER)
    assert desk.logbook.database.tests() == []  # nothing before the end
    desk.press(ENTER)
    assert not desk.dialog.isVisible()
    first, second = desk.logbook.database.tests()
    assert (first.date, first.exercise, first.side) == (TODAY, Exercise.STANDING, LEFT)
    assert (first.reps, first.stop_reason, first.pain) == (22, StopReason.PACE, 0)
    assert (second.side, second.reps, second.stop_reason) == (RIGHT, 26, StopReason.HEEL)
    assert desk.logbook.undo_label == "Heel-raise test"
    desk.logbook.undo()
    assert desk.logbook.database.tests() == []


def test_the_counter_counts_and_takes_back(desk: Desk) -> None:
    desk.press(ENTER)
    assert desk.dialog.count.counter.text() == "0"
    desk.press(SPACE, times=3)
    desk.press(BACK)
    assert desk.dialog.count.counter.text() == "2"
    assert desk.dialog.count.accessibleName() == "Raises of the warm-up: 2"
    desk.press(ENTER)
    desk.press(SPACE)
    assert desk.dialog.count.counter.text() == "1"
    assert desk.dialog.count.accessibleName() == "Repetitions: 1"


def test_the_count_is_shown_on_the_whole_screen_and_goes_on_there(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.dialog
    desk.press(ENTER, SPACE)
    small, lamps = dialog.count.counter.font(), dialog.count.light.minimumHeight()
    desk.press(Qt.Key.Key_F11)
    assert dialog.isFullScreen()
    qtbot.waitUntil(
        lambda: (
            QFontInfo(dialog.count.counter.font()).pixelSize() > 4 * QFontInfo(small).pixelSize()
        )
    )
    desk.press(SPACE)
    assert dialog.count.counter.text() == "2"
    desk.press(ENTER)
    assert dialog.count.light.minimumHeight() > 2 * lamps
    desk.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isFullScreen())
    assert dialog.isVisible()
    assert dialog.run.stage is HeelRaiseStage.COUNTING
    assert "F11 full screen" in dialog.count.keys.text()


@pytest.mark.parametrize("size", SCREENS)
def test_all_of_it_fits_a_small_screen(desk: Desk, size: tuple[int, int]) -> None:
    desk.dialog.setup.counted_by.setCurrentIndex(1)  # with the longest line of keys
    desk.press(ENTER, ENTER)
    assert needed_on(desk.dialog, QSize(*size)) <= size[1]


def test_the_space_bar_counts_also_after_a_click_beside_the_buttons(desk: Desk) -> None:
    desk.press(ENTER)
    for button in (desk.dialog.next_button, desk.dialog.cancel_button):
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
    desk.press(Qt.Key.Key_Tab, SPACE)
    assert desk.dialog.run.count == 1


def test_the_beat_runs_while_a_leg_is_tested_and_is_seen(desk: Desk, qtbot: QtBot) -> None:
    desk.press(ENTER)
    assert desk.beat == "silent"
    desk.press(ENTER)
    count, light = desk.dialog.count, desk.dialog.count.light
    assert desk.beat == "silent"
    assert (count.counter.text(), light.word) == ("3 …", "")
    assert count.accessibleName() == "Begins in 3 s"
    desk.clock.pass_s(2)
    qtbot.waitUntil(lambda: count.counter.text() == "1 …")
    desk.clock.pass_s(1)
    qtbot.waitUntil(lambda: desk.beat == "beats")
    assert count.counter.text() == "0"
    assert light.isVisible()
    assert light.word == "up"
    desk.clock.pass_s(1)
    assert light.word == "down"
    desk.clock.pass_s(1)
    assert light.word == "up"
    desk.press(ENTER)
    assert desk.beat == "silent"


def test_the_beat_counts_a_raise_each_time_it_says_down(desk: Desk, qtbot: QtBot) -> None:
    desk.dialog.setup.counted_by.setCurrentIndex(1)
    count = desk.dialog.count
    desk.press(ENTER)
    assert said_of_keys(count).startswith("Space counts")  # the warm-up has no beat
    desk.press(SPACE, ENTER)
    assert said_of_keys(count).startswith("The beat counts")
    desk.clock.pass_s(3)
    qtbot.waitUntil(lambda: desk.beat == "beats")
    assert (count.light.word, count.counter.text()) == ("up", "0")
    desk.clock.pass_s(1)
    assert (count.light.word, count.counter.text()) == ("down", "1")
    desk.clock.pass_s(58)  # 60 beats
    assert count.counter.text() == "30"
    desk.press(BACK)  # the last one was not to full height
    desk.press(ENTER)
    desk.clock.pass_s(4)
    assert desk.dialog.run.count == 29


def test_the_beat_counts_nothing_where_the_space_bar_does(desk: Desk, qtbot: QtBot) -> None:
    desk.press(ENTER, ENTER)
    desk.clock.pass_s(3)
    qtbot.waitUntil(lambda: desk.beat == "beats")
    desk.clock.pass_s(9)
    assert desk.dialog.count.counter.text() == "0"


def said_of_keys(page: QWidget) -> str:
    """Return the last line of the counting page."""
    assert isinstance(page, CountPage)
    return page.keys.text()


def test_the_rest_is_counted_down_and_can_be_skipped(desk: Desk, qtbot: QtBot) -> None:
    desk.press(*[ENTER] * 4)
    rest = desk.dialog.rest
    assert rest.counter.text() == "2:00"
    desk.clock.pass_s(61)
    qtbot.waitUntil(lambda: rest.counter.text() == "0:59")
    desk.clock.pass_s(60)
    qtbot.waitUntil(lambda: rest.counter.text() == "0:00")
    assert rest.said.text() == "The rest is over. Enter begins the right leg."
    desk.press(ENTER)
    assert desk.dialog.run.stage is HeelRaiseStage.COUNTING
    assert desk.dialog.title.text() == "The right leg"


def test_cancel_leaves_nothing_in_any_phase(logbook: Logbook, faults: Faults, qtbot: QtBot) -> None:
    for entered in range(7):
        desk = open_desk(logbook, faults, qtbot)
        desk.press(*[ENTER] * entered)
        desk.press(Qt.Key.Key_Escape)
        assert not desk.dialog.isVisible()
        assert desk.beat == "silent"
    assert logbook.undo_label is None


def question(desk: Desk) -> QMessageBox:
    boxes = desk.dialog.findChildren(QMessageBox)
    assert [each.isVisible() for each in boxes] == [True]
    return boxes[0]


@pytest.mark.parametrize("further", range(5))
def test_a_leg_is_thrown_away_only_after_a_question(desk: Desk, further: int) -> None:
    desk.press(ENTER, ENTER, SPACE, *[ENTER] * further)
    stage = desk.dialog.run.stage
    desk.press(Qt.Key.Key_Escape)
    box = question(desk)
    assert box.text() == "Throw this test away?"
    QTest.keyClick(box, Qt.Key.Key_Escape)  # pressed twice, it throws nothing away either
    assert not box.isVisible()
    assert desk.dialog.isVisible()
    assert (desk.dialog.run.stage, desk.dialog.run.has_counted) == (stage, True)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.dialog.close()  # as by the cross of the window
    box = question(desk)
    throw_away = [each for each in box.buttons() if each.text() == "Throw away"]
    throw_away[0].click()
    assert not desk.dialog.isVisible()
    assert desk.beat == "silent"
    assert desk.logbook.database.tests() == []


def test_before_the_first_test_nothing_is_said_of_a_last_time(desk: Desk) -> None:
    assert LAST_TIME not in [each.text() for each in desk.dialog.setup.findChildren(QLabel)]


def test_the_beat_counts_nothing_while_it_is_asked_and_goes_on_afterwards(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.dialog.setup.counted_by.setCurrentIndex(1)  # the beat
    desk.press(ENTER, ENTER)
    desk.clock.pass_s(3)
    qtbot.waitUntil(lambda: desk.beat == "beats")
    desk.clock.pass_s(4)
    counted = desk.dialog.count.counter.text()
    assert int(counted) > 0
    desk.press(Qt.Key.Key_Escape)
    box = question(desk)
    assert desk.beat == "silent"
    desk.clock.pass_s(9)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert desk.dialog.count.counter.text() == counted
    assert desk.beat == "beats"
    desk.clock.pass_s(4)
    assert int(desk.dialog.count.counter.text()) > int(counted)


def test_the_leg_that_was_second_last_time_is_suggested(
    logbook: Logbook, faults: Faults, qtbot: QtBot
) -> None:
    tests = [HeelRaiseTest(TODAY, Exercise.STANDING, side, 20) for side in (LEFT, RIGHT)]
    logbook.apply(Change.adding(*tests), "before")
    desk = open_desk(logbook, faults, qtbot)
    assert LAST_TIME in [each.text() for each in desk.dialog.setup.findChildren(QLabel)]
    assert desk.dialog.setup.first.currentData() == RIGHT
    desk.press(ENTER)
    assert desk.dialog.next_button.text() == "Begin the right leg"


def test_the_result_lies_beside_both_norms(logbook: Logbook, faults: Faults, qtbot: QtBot) -> None:
    logbook.apply(Change.adding(Runner(birth_year=1984, sex="female")), "runner")
    desk = open_desk(logbook, faults, qtbot)
    desk.press(ENTER, ENTER)
    desk.press(SPACE, times=17)
    desk.press(ENTER, ENTER, ENTER)
    desk.press(SPACE, times=20)
    desk.press(ENTER, ENTER)
    outcome = desk.dialog.outcome
    assert outcome.figure.text() == "Left 17 · Right 20"
    assert outcome.compared.text() == "3 apart, within what repeats differ by (± 6)"
    words = [each.text() for each in outcome.norms]
    assert words[0].startswith("At 40–49 years: women 25")
    assert "BMI, height and activity matter, age does not" in words[2]
    assert not outcome.bent.isVisible()


def test_the_bent_knee_and_the_wedge_are_kept(desk: Desk) -> None:
    setup = desk.dialog.setup
    setup.exercise.setCurrentIndex(1)
    setup.incline.setCurrentIndex(1)
    desk.press(*[ENTER] * 6)
    desk.dialog.stop.reason.setCurrentIndex(0)
    desk.dialog.stop.pain.setValue(-1)
    desk.press(ENTER)
    assert desk.dialog.outcome.bent.isVisible()
    desk.press(ENTER)
    _, second = desk.logbook.database.tests()
    assert (second.exercise, second.incline_deg) == (Exercise.STANDING_BENT, 10)
    assert (second.stop_reason, second.pain) == (None, None)


def test_another_pace_is_beaten_and_kept(desk: Desk) -> None:
    setup = desk.dialog.setup
    assert (setup.cadence.value(), setup.repetitions.text()) == (60, "30 repetitions a minute")
    setup.cadence.setValue(45)
    assert setup.repetitions.text() == "22.5 repetitions a minute"
    desk.press(*[ENTER] * 2)
    assert desk.metronome.beats_a_minute == 45
    desk.press(SPACE)  # whoever counts has begun
    assert desk.beat == "beats"
    desk.clock.pass_s(1.4)  # 60 / 45 is 1.33
    assert desk.dialog.count.light.word == "down"
    desk.press(*[ENTER] * 6)
    assert [test.cadence_bpm for test in desk.logbook.database.tests()] == [45, 45]


def test_a_fault_of_the_world_keeps_the_result_on_the_screen(
    desk: Desk, faults: Faults, qtbot: QtBot
) -> None:
    desk.press(*[ENTER] * 7)
    desk.logbook.database._connection.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(faults.told):
        desk.press(ENTER)
    assert desk.dialog.isVisible()
    desk.logbook.database._connection.execute("PRAGMA query_only = OFF")
    desk.press(ENTER)
    assert len(desk.logbook.database.tests()) == 2


def test_height_and_work_are_saved_with_the_test_as_one_step(desk: Desk, logbook: Logbook) -> None:
    desk.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Space, times=20)
    desk.press(Qt.Key.Key_Return)
    height, _work = desk.dialog.stop.measured.values()
    height.setText("95")
    desk.press(Qt.Key.Key_Return)
    assert desk.dialog.stop.message.text().startswith("A measurement must be 0 to 50")
    assert desk.dialog.stop.message.isVisible()
    height.setText("9.5")
    desk.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Space, times=21)
    desk.press(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    (measured,) = logbook.database.measurements()
    assert (measured.kind, measured.value, measured.side) == ("heel_rise_height", 9.5, Side.LEFT)
    assert len(logbook.database.tests()) == 2
    logbook.undo()
    assert not logbook.database.measurements()
    assert not logbook.database.tests()
