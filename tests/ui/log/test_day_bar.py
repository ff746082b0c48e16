"""The head of the Log page: the day, the sessions beside it, bodyweight and equipment."""

import datetime

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LAST_WEEK, NOW, press
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit
from tracker.domain.runner import Bodyweight
from tracker.domain.session import Session
from tracker.ui.log.day_bar import DayBar, DayDialog
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import qdate_of

Key = Qt.Key
TODAY = NOW.date()


@pytest.fixture
def bar(current: CurrentSession, settings: Settings, faults: Faults, qtbot: QtBot) -> DayBar:
    bar = DayBar(current, settings, faults)
    qtbot.addWidget(bar)
    bar.resize(800, 60)
    bar.show()
    qtbot.waitExposed(bar)
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    return bar


def weigh(bar: DayBar, text: str) -> None:
    bar.bodyweight.setFocus()
    bar.bodyweight.selectAll()
    press(text, Key.Key_Return)


def equipment_menu(bar: DayBar, exercise: int = 0) -> QMenu:
    bar._menu.aboutToShow.emit()
    part = bar._menu.actions()[exercise].menu()
    assert isinstance(part, QMenu)
    return part


def test_the_day_is_said_and_what_kind_of_day_it_is(
    bar: DayBar, current: CurrentSession, last_week: Session
) -> None:
    assert (bar.day.text(), bar.when.text()) == ("Tue 24 Nov 2026", "today")
    current.open(last_week)
    assert bar.day.text() == "Tue 17 Nov 2026"
    assert bar.when.text() == "18:30"
    current.open_day(TODAY - datetime.timedelta(days=1))
    assert (bar.day.text(), bar.when.text()) == ("Mon 23 Nov 2026", "new session")


def test_the_time_is_written_as_the_reader_writes_it(
    bar: DayBar, current: CurrentSession, last_week: Session
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    try:
        current.open(last_week)
        assert bar.when.text() == "6:30\u202fPM"
    finally:
        QLocale.setDefault(before)


def test_the_day_leads_to_another_one_and_days_with_sessions_stand_out(
    bar: DayBar, current: CurrentSession, last_week: Session
) -> None:
    QTest.mouseClick(bar.day, Qt.MouseButton.LeftButton)
    (dialog,) = bar.findChildren(DayDialog)
    calendar = dialog.calendar
    assert calendar.selectedDate() == qdate_of(TODAY)
    bold = [
        day for day in range(1, 31) if calendar.dateTextFormat(QDate(2026, 11, day)).fontUnderline()
    ]
    assert bold == [LAST_WEEK.day]
    calendar.setSelectedDate(qdate_of(last_week.date))
    dialog.accept()
    assert current.session == last_week


def test_a_day_typed_into_the_calendar_is_not_taken_for_another(
    bar: DayBar, current: CurrentSession
) -> None:
    bar.ask_day(to_move=False)
    (dialog,) = bar.findChildren(DayDialog)
    days = dialog.calendar.findChild(QTableView)
    assert isinstance(days, QTableView)
    QTest.keyClicks(days, "26 Nov 2026")
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert dialog.calendar.selectedDate() == qdate_of(TODAY)


def test_arrows_lead_to_the_sessions_beside_and_no_further(
    bar: DayBar, current: CurrentSession, last_week: Session
) -> None:
    assert (bar.previous.isEnabled(), bar.following.isEnabled()) == (True, False)
    QTest.mouseClick(bar.previous, Qt.MouseButton.LeftButton)
    assert current.session == last_week
    assert not bar.previous.isEnabled()
    bar.step(-1)
    assert current.session == last_week


def test_a_bodyweight_is_of_its_day_and_greyed_on_the_days_after(
    bar: DayBar, current: CurrentSession, logbook: Logbook
) -> None:
    weigh(bar, "70,5")
    assert [(each.date, each.kg) for each in logbook.database.weighings()] == [(TODAY, 70.5)]
    current.open_day(TODAY + datetime.timedelta(days=3))
    assert (bar.bodyweight.text(), bar.bodyweight.placeholderText()) == ("", "70.5")
    assert bar.bodyweight.toolTip() == "As last weighed; type to weigh in today"


def test_without_a_bodyweight_it_says_what_is_missing(bar: DayBar) -> None:
    assert bar.bodyweight.placeholderText() == "–"
    assert bar.bodyweight.toolTip().startswith("Standing sets lift the body too")


def test_a_bodyweight_is_in_the_unit_shown(
    bar: DayBar, settings: Settings, logbook: Logbook
) -> None:
    logbook.apply(Change.adding(Bodyweight(TODAY, 70.0)), "weigh")
    settings.set_unit(Unit.LB)
    assert bar.bodyweight.text() == "154.32"
    weigh(bar, "155")
    assert logbook.database.weighings()[0].kg == pytest.approx(70.31, abs=0.01)


def test_what_is_no_bodyweight_is_refused_in_words_below(bar: DayBar, logbook: Logbook) -> None:
    weigh(bar, "heavy")
    assert bar.message.text() == "Bodyweight is a number, as in 70.5."
    assert bar.message.isVisible()
    weigh(bar, "70")
    assert not bar.message.isVisible()
    weigh(bar, "700")
    assert "20 to 400" in bar.message.text()
    assert [each.kg for each in logbook.database.weighings()] == [70.0]


def test_equipment_is_chosen_for_an_exercise_of_the_day(
    bar: DayBar, current: CurrentSession, last_week: Session
) -> None:
    menu = equipment_menu(bar)
    names = [each.text() for each in menu.actions() if each.text()]
    assert names == ["Not named", "Lever machine", "New equipment…"]
    menu.actions()[0].trigger()
    assert current.equipment_of(Exercise.SEATED) is None
    menu = equipment_menu(bar)
    assert [each.isChecked() for each in menu.actions()[:2]] == [True, False]


@pytest.mark.parametrize(
    ("name", "chosen"),
    [("  Bench ", "Bench"), ("Lever machine", "Lever machine"), ("  ", "Lever machine")],
)
def test_equipment_named_anew_is_chosen_and_what_is_known_is_not_made_twice(
    bar: DayBar, current: CurrentSession, last_week: Session, name: str, chosen: str
) -> None:
    bar.ask_equipment(Exercise.SEATED)
    (dialog,) = bar.findChildren(QInputDialog)
    assert dialog.labelText() == "Machine, bar or step for seated:"
    dialog.textValueSelected.emit(name)
    dialog.close()
    equipment = current.equipment_of(Exercise.SEATED)
    assert equipment is not None
    assert equipment.name == chosen
    assert equipment.id == last_weeks_machine(current) or chosen == "Bench"


def last_weeks_machine(current: CurrentSession) -> str:
    return next(each.id for each in current.equipment if each.name == "Lever machine")


@pytest.mark.parametrize("to_move", [False, True])
def test_a_day_is_asked_for_to_go_there_or_to_take_the_session_there(
    bar: DayBar,
    current: CurrentSession,
    last_week: Session,
    logbook: Logbook,
    to_move: bool,
    qtbot: QtBot,
) -> None:
    current.open(last_week)
    bar.ask_day(to_move=to_move)
    (dialog,) = bar.findChildren(DayDialog)
    assert dialog.calendar.selectedDate() == QDate(LAST_WEEK.year, LAST_WEEK.month, LAST_WEEK.day)
    dialog.calendar.setSelectedDate(QDate(2026, 11, 20))
    dialog.accept()
    assert current.session.date == datetime.date(2026, 11, 20)
    assert (current.session.id == last_week.id) is to_move
    assert (logbook.undo_label == "Move session to 20 Nov 2026") is to_move


def test_in_a_narrow_window_the_time_gives_way_to_the_day(
    bar: DayBar, current: CurrentSession, last_week: Session
) -> None:
    current.open(last_week)
    assert bar.when.isVisible()
    assert bar.day.toolTip() == "Session on another day"
    for width in range(bar.width(), 300, -10):
        bar.resize(width, 60)
        QApplication.processEvents()
        if not bar.when.isVisible():
            break
    assert bar.day.width() >= bar.day.sizeHint().width()  # nothing of it is left out
    assert bar.day.toolTip() == "18:30\nSession on another day"
    usual = bar.day.font().pointSizeF()
    bar.resize(width - 60, 60)
    QApplication.processEvents()
    assert bar.day.font().pointSizeF() < usual
    assert bar.day.width() >= bar.day.sizeHint().width()
    bar.resize(800, 60)
    assert bar.when.isVisible()
    assert bar.day.font().pointSizeF() == usual
