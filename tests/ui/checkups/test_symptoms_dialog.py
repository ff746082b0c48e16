"""The dialog about a session: all is nought with one key, and every answer comes back."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LAST_WEEK, NOW
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.measurement import TENDINS_A, VISA_A, Measurement
from tracker.domain.session import Session
from tracker.domain.set_grid import Cell
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.ui.checkups.answer_fields import NOT_ASKED
from tracker.ui.checkups.symptoms_dialog import SymptomsDialog
from tracker.ui.widgets.faults import Faults

pytestmark = pytest.mark.usefixtures("english")

LEFT, RIGHT, BOTH = Side
BEFORE, DURING, AFTER, _ = Moment
TODAY = NOW.date()
Make = Callable[[], SymptomsDialog]


@pytest.fixture
def make(logbook: Logbook, current: CurrentSession, faults: Faults, qtbot: QtBot) -> Make:
    dialogs: list[SymptomsDialog] = []  # held, or Python would take them away

    def made() -> SymptomsDialog:
        dialog = SymptomsDialog(logbook, current, faults)
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


def test_scores_are_kept_on_their_day(make: Make, logbook: Logbook) -> None:
    dialog = make()
    dialog.scores[VISA_A].setFocus()
    press("77,5")
    dialog.score_date.setFocus()
    dialog.score_date.selectAll()
    press("2026-11-02", Qt.Key.Key_Return)
    (score,) = logbook.database.measurements()
    assert (score.date, score.value) == (datetime.date(2026, 11, 2), 77.5)
    assert logbook.undo_label == "Note symptoms"


def test_scores_of_the_day_are_shown_and_can_be_taken_away(make: Make, logbook: Logbook) -> None:
    old = Measurement(TODAY - datetime.timedelta(days=1), TENDINS_A.name, 60.0)
    logbook.apply(Change.adding(old, Measurement(TODAY, VISA_A.name, 80.0)), "scores")
    dialog = make()
    assert [field.text() for field in dialog.scores.values()] == ["80", ""]
    dialog.score_date.setText("2026-11-23")
    dialog.score_date.editingFinished.emit()
    assert [field.text() for field in dialog.scores.values()] == ["", "60"]
    dialog.scores[TENDINS_A].setFocus()
    dialog.scores[TENDINS_A].selectAll()
    press(Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert [score.measured for score in logbook.database.measurements()] == [VISA_A]


@pytest.mark.parametrize(
    ("score", "date", "words"),
    [
        ("much", "2026-11-24", "A score is a number from 0 to 100, not “much”"),
        ("101", "2026-11-24", "A measurement must be 0 to 100"),
        ("80", "someday", "“someday” is not a day"),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_is_saved(
    make: Make, logbook: Logbook, score: str, date: str, words: str
) -> None:
    dialog = make()
    dialog.scores[VISA_A].setFocus()
    press(score)
    dialog.score_date.setText(date)
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert words in dialog.message.text()
    assert dialog.message.isVisible()
    assert logbook.undo_label is None


def test_every_field_has_a_name(make: Make) -> None:
    dialog = make()
    fields = [*dialog.pain.values(), *dialog.stiffness.values(), *dialog.site.values()]
    names = [field.accessibleName() for field in (*fields, *dialog.scores.values())]
    assert all(names)
    assert len(set(names)) == len(names)
