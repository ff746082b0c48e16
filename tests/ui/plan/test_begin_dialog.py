"""Beginning a phase by hand: by keys alone, on any day, refused in words, beside another window."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW, press
from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.app.plan_book import PlanBook
from tracker.app.plan_templates import template_files, template_of
from tracker.domain.change import Change
from tracker.domain.plan import Begins
from tracker.domain.plan_edits import WholePlan, removing_phase, turned
from tracker.ui.plan.begin_dialog import BeginPhaseDialog
from tracker.ui.widgets.faults import Faults

TODAY = NOW.date()  # a Tuesday
DAY = datetime.timedelta(days=1)
Key = Qt.Key
Make = Callable[[], BeginPhaseDialog]
pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def whole(book: PlanBook) -> WholePlan:
    """Silbernagel, in its third week."""
    (file,) = (file for file in template_files() if file.stem == "silbernagel")
    whole = template_of(file, TODAY - 15 * DAY).whole
    book.take(whole)
    return whole


@pytest.fixture
def make(whole: WholePlan, book: PlanBook, faults: Faults, qtbot: QtBot) -> Make:
    def made() -> BeginPhaseDialog:
        dialog = BeginPhaseDialog(whole.plan.id, book, faults)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return made


def begun(logbook: Logbook) -> list[list[datetime.date]]:
    return [list(phase.begun_on) for phase in logbook.database.phases()]


def test_the_phase_that_follows_is_preset_with_its_criterion_and_today(make: Make) -> None:
    dialog = make()
    assert [dialog.phase.itemText(row) for row in range(dialog.phase.count())] == [
        "Phase 1 · every day",
        "Phase 2 · every day",
        "Phase 3 · every day",
        "Phase 4 · Mon, Thu",
    ]
    assert dialog.phase.currentText() == "Phase 2 · every day"
    assert dialog.criterion.text() == (
        "Weeks 2–5 or longer. Begins by hand. Criterion: Able to do phase 1."
    )
    assert dialog.day.text() == "24 Nov 2026"
    assert dialog.day.hasFocus()
    dialog.phase.setCurrentIndex(0)
    assert dialog.criterion.text() == "Weeks 1–2 or longer. Begins with the plan."


def test_it_is_begun_today_by_enter_alone_and_undone(make: Make, logbook: Logbook) -> None:
    dialog = make()
    press(Key.Key_Return)
    assert not dialog.isVisible()
    assert begun(logbook) == [[], [TODAY], [], []]
    assert logbook.undo_label == "Begin phase 2"
    logbook.undo()
    assert begun(logbook) == [[], [], [], []]
    logbook.redo()
    assert begun(logbook) == [[], [TODAY], [], []]


def test_it_is_begun_on_an_earlier_day(make: Make, logbook: Logbook) -> None:
    dialog = make()
    press("2026-11-20", Key.Key_Return)
    assert not dialog.isVisible()
    assert begun(logbook) == [[], [TODAY - 4 * DAY], [], []]


def test_to_go_back_the_earlier_phase_is_begun_again(
    make: Make, logbook: Logbook, book: PlanBook, whole: WholePlan
) -> None:
    book.begin(whole, whole.phases[1], TODAY - 5 * DAY)
    dialog = make()
    assert dialog.phase.currentText() == "Phase 3 · every day"
    dialog.phase.setFocus()
    press(Key.Key_Home)
    assert dialog.phase.currentText() == "Phase 1 · every day"
    dialog.begin.click()
    assert begun(logbook) == [[TODAY], [TODAY - 5 * DAY], [], []]
    assert logbook.undo_label == "Begin phase 1"


@pytest.mark.parametrize(
    ("row", "day", "words"),
    [
        (1, "soon", "“soon” is not a day"),
        (1, "2026-11-08", "That is no day of the plan."),
        (1, "2027-06-01", "That is no day of the plan."),
        (0, "2026-11-20", "On that day phase 1 runs anyway."),
    ],
)
def test_what_is_no_beginning_is_refused_in_words(
    make: Make, logbook: Logbook, row: int, day: str, words: str
) -> None:
    dialog = make()
    dialog.phase.setCurrentIndex(row)
    dialog.day.setFocus()
    dialog.day.selectAll()
    press(day, Key.Key_Return)
    assert words in dialog.message.text()
    assert dialog.message.isVisible()
    assert dialog.isVisible()
    assert begun(logbook) == [[], [], [], []]
    press("x")
    assert not dialog.message.isVisible()


def test_escape_begins_nothing(make: Make, logbook: Logbook) -> None:
    dialog = make()
    press(Key.Key_Escape)
    assert not dialog.isVisible()
    assert logbook.undo_label == "Use plan Silbernagel"
    dialog = make()
    dialog.cancel.click()
    assert not dialog.isVisible()


def test_the_dialog_follows_what_another_window_does(
    make: Make, logbook: Logbook, book: PlanBook, whole: WholePlan
) -> None:
    dialog = make()
    dialog.phase.setCurrentIndex(2)
    book.begin(whole, whole.phases[1], TODAY - DAY)
    assert dialog.phase.currentText() == "Phase 3 · every day"  # the choice stays
    dialog.begin.click()
    assert begun(logbook) == [[], [TODAY - DAY], [TODAY], []]


def test_a_phase_that_is_gone_is_not_begun(make: Make, logbook: Logbook, whole: WholePlan) -> None:
    dialog = make()
    logbook.apply(removing_phase(whole, whole.phases[1]), "gone")
    assert dialog.phase.currentText() == "Phase 1 · every day"
    assert dialog.phase.count() == 3


def test_the_dialog_closes_where_nothing_is_left_to_begin(
    make: Make, logbook: Logbook, book: PlanBook, whole: WholePlan
) -> None:
    dialog = make()
    changes = (
        Change.replacing(phase, turned(whole.plan, phase, Begins.BY_WEEK, TODAY))
        for phase in whole.phases
    )
    logbook.apply(Change.together(changes), "by week")
    assert not dialog.isVisible()
    logbook.undo()
    dialog = make()
    book.delete(whole)
    assert not dialog.isVisible()


def test_a_failed_save_is_told(
    make: Make, logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = make()

    def fail(change: Change, label: str) -> None:
        raise TrackerError("The disk is full.")

    monkeypatch.setattr(logbook, "apply", fail)
    dialog.begin.click()
    assert dialog.message.text() == "The disk is full."
    assert dialog.isVisible()


def test_every_field_has_a_name(make: Make) -> None:
    dialog = make()
    assert dialog.phase.accessibleName() == "Phase"
    assert dialog.day.accessibleName() == "Begins on"
