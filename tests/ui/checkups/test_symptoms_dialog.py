"""The dialog about a session: all is nought with one key, and every answer comes back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LAST_WEEK
from tracker import TrackerError
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import Session
from tracker.domain.set_grid import Cell
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.ui.checkups.answer_fields import NOT_ASKED
from tracker.ui.checkups.symptoms_dialog import SymptomsDialog
from tracker.ui.widgets.faults import Faults

pytestmark = pytest.mark.usefixtures("english")

LEFT, RIGHT, BOTH = Side
BEFORE, DURING, AFTER, _ = Moment
Make = Callable[[], SymptomsDialog]


@pytest.fixture
def make(current: CurrentSession, faults: Faults, qtbot: QtBot) -> Make:
    dialogs: list[SymptomsDialog] = []  # held, or Python would take them away

    def made() -> SymptomsDialog:
        dialog = SymptomsDialog(current, faults)
        dialogs.append(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # read after it closed
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.pain[BEFORE, LEFT].hasFocus)
        return dialog

    return made


def press(*keys: Qt.Key | str) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def noted(logbook: Logbook) -> dict[tuple[Moment, Side], tuple[int | None, int | None]]:
    return {
        (each.moment, each.side): (each.pain, each.stiffness_min)
        for each in logbook.database.symptoms()
    }


def test_enter_at_once_says_that_nothing_hurt(make: Make, logbook: Logbook) -> None:
    dialog = make()
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    none = {(moment, side): (0, None) for moment in (DURING, AFTER) for side in (LEFT, RIGHT)}
    assert noted(logbook) == none | {(BEFORE, side): (0, 0) for side in (LEFT, RIGHT)}
    assert logbook.undo_label == "Note symptoms"
    logbook.undo()
    assert noted(logbook) == {}
    assert logbook.database.newest_session() is None


def test_digits_and_tab_fill_row_by_row(make: Make, logbook: Logbook) -> None:
    make()
    tab = Qt.Key.Key_Tab
    press("1", tab, tab, "3", tab, "2", tab, tab, tab, "15", Qt.Key.Key_Return)
    found = noted(logbook)
    assert found[BEFORE, LEFT] == (1, 15)
    assert (found[DURING, LEFT][0], found[DURING, RIGHT][0]) == (3, 2)


def test_a_dash_is_not_asked_and_keeps_nothing(make: Make, logbook: Logbook) -> None:
    dialog = make()
    for field in (*dialog.pain.values(), *dialog.stiffness.values()):
        field.setFocus()
        press(Qt.Key.Key_Down)
        assert field.value() == NOT_ASKED
    press(Qt.Key.Key_Return)
    assert noted(logbook) == {}
    assert logbook.undo_label is None


def test_a_place_is_of_what_hurts(make: Make, logbook: Logbook) -> None:
    dialog = make()
    dialog.pain[AFTER, LEFT].setValue(3)
    dialog.site[LEFT].setCurrentIndex(dialog.site[LEFT].findData(Site.INSERTION))
    press(Qt.Key.Key_Return)
    sites = {
        (each.moment, each.side): each.site for each in logbook.database.symptoms() if each.site
    }
    assert sites == {(AFTER, LEFT): Site.INSERTION}


def test_pain_of_the_sets_is_taken_for_pain_during(make: Make, current: CurrentSession) -> None:
    current.enter(Cell(Exercise.SEATED, 1, RIGHT), "8x60 p4")
    dialog = make()
    assert dialog.pain[DURING, RIGHT].value() == 4
    assert dialog.pain[DURING, LEFT].value() == 0


def test_what_was_noted_is_shown_again_and_changed(
    make: Make, logbook: Logbook, current: CurrentSession, last_week: Session
) -> None:
    current.open(last_week)
    before = Symptom(LAST_WEEK, BEFORE, LEFT, Site.CALF, 2, 10, last_week.id)
    logbook.apply(Change.adding(before), "felt")
    dialog = make()
    assert (dialog.pain[BEFORE, LEFT].value(), dialog.stiffness[LEFT].value()) == (2, 10)
    assert dialog.pain[DURING, LEFT].value() == NOT_ASKED
    assert dialog.site[LEFT].currentData() == Site.CALF
    press("1", Qt.Key.Key_Return)
    (after,) = logbook.database.symptoms()
    assert (after.id, after.pain, after.site) == (before.id, 1, Site.CALF)


def test_the_same_again_is_no_step(
    make: Make, logbook: Logbook, current: CurrentSession, last_week: Session
) -> None:
    current.open(last_week)
    logbook.apply(
        Change.adding(Symptom(LAST_WEEK, AFTER, RIGHT, Site.CALF, 2, 5, last_week.id)), "felt"
    )
    make()
    press(Qt.Key.Key_Return)
    assert logbook.undo_label == "felt"


def test_cancel_changes_nothing(make: Make, logbook: Logbook) -> None:
    make()
    press("4", Qt.Key.Key_Escape)
    assert logbook.undo_label is None


def test_what_cannot_be_saved_is_said_and_the_answers_stay(
    make: Make, logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = make()

    def full(*_args: object) -> None:
        raise TrackerError("The disk is full.")

    monkeypatch.setattr(logbook, "apply", full)
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.message.text() == "The disk is full."
    assert dialog.message.isVisible()


def test_every_field_has_a_name(make: Make) -> None:
    dialog = make()
    fields = [*dialog.pain.values(), *dialog.stiffness.values(), *dialog.site.values()]
    names = [field.accessibleName() for field in fields]
    assert all(names)
    assert len(set(names)) == len(names)


def test_where_it_hurts_begins_with_the_injury_of_that_leg(
    make: Make, current: CurrentSession, logbook: Logbook
) -> None:
    day = current.session.date
    injury = Event(day, EventKind.INJURY, side=LEFT, site=Site.INSERTION)
    logbook.apply(Change.adding(injury), "injury")
    dialog = make()
    assert [dialog.site[side].currentData() for side in (LEFT, RIGHT)] == [Site.INSERTION, None]
    dialog.pain[AFTER, LEFT].setValue(3)
    dialog.pain[AFTER, RIGHT].setValue(2)
    press(Qt.Key.Key_Return)
    sites = {(each.moment, each.side): each.site for each in logbook.database.symptoms()}
    assert sites[AFTER, LEFT] is Site.INSERTION
    assert sites[DURING, LEFT] is sites[AFTER, RIGHT] is None
    dialog = make()
    dialog.site[LEFT].setCurrentIndex(0)
    press(Qt.Key.Key_Return)
    assert make().site[LEFT].currentData() is None  # as was said, though the injury goes on
