"""Editing a plan by keys alone: its parts, each field and why it was refused, each step undone."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.app.plan_book import PlanBook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.plan import Begins, LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_edits import WholePlan, own_plan
from tracker.domain.session import Tempo
from tracker.ui.plan.editor import PlanEditor
from tracker.ui.widgets.entry_fields import FormField
from tracker.ui.widgets.faults import Faults

SEATED, STANDING, BENT = Exercise
EACH = PlannedSide.EACH
TODAY = NOW.date()
DAY = datetime.timedelta(days=1)
Key = Qt.Key
Make = Callable[[], PlanEditor]
pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def whole(book: PlanBook) -> WholePlan:
    plan = Plan("Heavy", TODAY, 4)
    first = Phase(plan.id, 1, 2, (1, 3, 5))
    later = Phase(plan.id, 3, 4, every_hours=48, position=1, note="heavier")
    items = (
        PlannedSets(first.id, SEATED, EACH, 3, 15),
        PlannedSets(first.id, STANDING, EACH, 3, 12, position=1, note="slowly"),
    )
    whole = WholePlan(plan, (first, later), items)
    book.take(whole)
    return whole


@pytest.fixture
def make(
    whole: WholePlan,
    book: PlanBook,
    logbook: Logbook,
    settings: Settings,
    faults: Faults,
    qtbot: QtBot,
) -> Make:
    def made() -> PlanEditor:
        dialog = PlanEditor(whole.plan.id, book, logbook, settings, faults)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return made


def rows(editor: PlanEditor) -> list[str]:
    return editor.tree.texts


def write(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Key.Key_Return)


def pick(choice: QComboBox, data: object) -> None:
    choice.setCurrentIndex(choice.findData(data))
    choice.activated.emit(choice.currentIndex())


def field_of(part: QWidget) -> FormField:
    parent = part.parentWidget()
    assert isinstance(parent, FormField)
    return parent


def test_the_parts_of_a_plan_stand_as_a_tree(make: Make) -> None:
    editor = make()
    assert rows(editor) == [
        "Heavy",
        "Weeks 1–2 · Mon, Wed, Fri",
        "Seated, each leg: 3 × 15",
        "Standing, each leg: 3 × 12 · slowly",
        "Weeks 3–4 · every other day · heavier",
    ]
    assert editor.tree.hasFocus()
    assert editor.title.text() == "Plan"
    for button in (editor.remove, editor.up, editor.down, editor.add_sets):
        assert not button.isEnabled()


def test_a_plan_is_written_by_keys_alone(make: Make, logbook: Logbook) -> None:
    editor = make()
    tree = editor.tree
    QTest.keyClick(tree, Key.Key_Return)  # to the fields
    focused = QApplication.focusWidget()
    assert focused is editor.plan_fields.name
    QTest.keyClicks(focused, "Lighter")
    QTest.keyClick(focused, Key.Key_Return)
    assert logbook.database.plans()[0].name == "Lighter"
    assert editor.isVisible()  # Enter saves a field and closes nothing
    tree.setFocus()
    QTest.keyClick(tree, Key.Key_Down)
    editor.add_sets.setFocus()
    QTest.keyClick(editor.add_sets, Key.Key_Space)
    assert QApplication.focusWidget() is editor.sets_fields.exercise
    assert rows(editor)[4] == "Standing, each leg: 3 × 12 · slowly"
    tree.setFocus()
    QTest.keyClick(tree, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(tree, Key.Key_Delete)
    assert rows(editor)[2:4] == ["Seated, each leg: 3 × 15", "Standing, each leg: 3 × 12 · slowly"]
    assert logbook.undo_label == "Remove planned sets"


def test_each_change_is_a_step_that_undo_takes_back(
    make: Make, logbook: Logbook, whole: WholePlan
) -> None:
    editor = make()
    editor.tree.choose_row(2)
    write(editor.sets_fields.work, "4x10-12")
    assert logbook.undo_label == "Change planned sets"
    assert rows(editor)[2] == "Seated, each leg: 4 × 10–12"
    editor.tree.setFocus()
    QTest.keyClick(editor.tree, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows(editor)[2] == "Seated, each leg: 3 × 15"
    assert editor.sets_fields.work.text() == "3 × 15"
    redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(editor.tree, Key.Key_Z, redo)
    assert rows(editor)[2] == "Seated, each leg: 4 × 10–12"


def test_every_field_of_planned_sets_is_saved(make: Make, logbook: Logbook) -> None:
    editor = make()
    editor.tree.choose_row(2)
    fields = editor.sets_fields
    pick(fields.exercise, STANDING)
    pick(fields.side, PlannedSide.LEFT)
    pick(fields.basis, LoadBasis.EXTERNAL_KG)
    assert QApplication.focusWidget() is fields.load  # the figure is asked for
    write(fields.load, "22,5")
    write(fields.tempo, "3-0-3-0")
    write(fields.rest, "2:30")
    write(fields.rir, "2")
    write(fields.note, "slowly")
    item = logbook.database.planned_sets()[0]
    assert replace(item, id="", phase_id="") == PlannedSets(
        "",
        STANDING,
        PlannedSide.LEFT,
        3,
        15,
        load_basis=LoadBasis.EXTERNAL_KG,
        load_value=22.5,
        tempo=Tempo(3, 0, 3, 0),
        rest_s=150.0,
        rir=2.0,
        note="slowly",
        id="",
    )
    assert rows(editor)[2] == "Standing, left: 3 × 15 · +22.5 kg · slowly"
    for line in (fields.tempo, fields.rest, fields.rir, fields.note):
        line.setFocus()
        line.selectAll()
        QTest.keyClick(line, Key.Key_Delete)
        QTest.keyClick(line, Key.Key_Return)
    pick(fields.basis, None)
    item = logbook.database.planned_sets()[0]
    assert (item.load_basis, item.load_value, item.tempo, item.rest_s, item.rir, item.note) == (
        None,
        None,
        None,
        None,
        None,
        "",
    )


def test_bodyweight_alone_needs_no_figure_and_percent_is_one(make: Make, logbook: Logbook) -> None:
    editor = make()
    editor.tree.choose_row(3)
    fields = editor.sets_fields
    pick(fields.basis, LoadBasis.BODYWEIGHT)
    assert rows(editor)[3] == "Standing, each leg: 3 × 12 · bodyweight · slowly"
    write(fields.load, "-10")
    assert rows(editor)[3] == "Standing, each leg: 3 × 12 · bodyweight − 10 kg · slowly"
    pick(fields.basis, LoadBasis.E1RM_PERCENT)
    write(fields.load, "70")
    assert rows(editor)[3] == "Standing, each leg: 3 × 12 · 70 % of the estimate · slowly"


def test_loads_are_in_the_unit_shown(make: Make, logbook: Logbook, settings: Settings) -> None:
    settings.set_unit(Unit.LB)
    editor = make()
    editor.tree.choose_row(2)
    pick(editor.sets_fields.basis, LoadBasis.EXTERNAL_KG)
    write(editor.sets_fields.load, "135")
    item = logbook.database.planned_sets()[0]
    assert item.load_value == pytest.approx(kg_from_pounds(135.0))
    assert editor.sets_fields.load.text() == "135"
    pick(editor.sets_fields.basis, LoadBasis.E1RM_PERCENT)
    write(editor.sets_fields.load, "70")
    assert logbook.database.planned_sets()[0].load_value == 70.0


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("work", "many", "Write sets and repetitions as 3x10, 3x10-15 or 5x45s, not “many”."),
        ("work", "21x10", "Planned sets must be 1 to 20, not 21."),
        ("work", "3x15-10", "The most repetitions planned must be 16 to 1000, not 10."),
        ("tempo", "3-0", "Expected raise-top-lower-bottom in seconds"),
        ("rest", "long", "Enter a number, not “long”."),
        ("rir", "11", "Planned reps in reserve must be 0 to 10, not 11."),
    ],
)
def test_what_cannot_be_planned_is_refused_in_words_beside_the_field(
    make: Make, logbook: Logbook, name: str, text: str, words: str
) -> None:
    editor = make()
    editor.tree.choose_row(2)
    line = getattr(editor.sets_fields, name)
    before = logbook.database.planned_sets()
    write(line, text)
    assert words in field_of(line).message.text()
    assert field_of(line).is_refused
    assert logbook.database.planned_sets() == before
    write(editor.sets_fields.note, "else")
    assert line.text() == text  # what was refused stays as typed
    editor.tree.choose_row(3)
    assert not field_of(line).is_refused
    editor.tree.choose_row(2)
    assert line.text() != text


def test_a_load_without_a_figure_is_refused(make: Make, logbook: Logbook) -> None:
    editor = make()
    editor.tree.choose_row(2)
    fields = editor.sets_fields
    pick(fields.basis, LoadBasis.E1RM_PERCENT)
    write(fields.load, "900")
    assert "A load in % of the maximum must be 1 to 200" in field_of(fields.load).message.text()
    write(editor.sets_fields.note, "else")
    assert fields.basis.currentData() == LoadBasis.E1RM_PERCENT
    assert logbook.database.planned_sets()[0].load_basis is None


def test_weeks_and_days_of_a_phase_are_saved(make: Make, logbook: Logbook) -> None:
    editor = make()
    editor.tree.choose_row(1)
    fields = editor.phase_fields
    assert fields.weeks.text() == "1–2"
    assert [day for day, button in fields.days.items() if button.isChecked()] == [1, 3, 5]
    fields.days[3].setFocus()
    QTest.keyClick(fields.days[3], Key.Key_Space)
    write(fields.weeks, "2")
    write(fields.note, "on the floor")
    assert rows(editor)[1] == "Week 2 · Mon, Fri · on the floor"
    write(fields.weeks, "1-3")
    assert field_of(fields.weeks).message.text() == (
        "Another phase has weeks 3–4 on the same days, and phases never add up."
    )
    write(fields.weeks, "1-2")
    assert rows(editor)[1] == "Weeks 1–2 · Mon, Fri · on the floor"


def test_a_phase_is_turned_by_hand_and_back(make: Make, logbook: Logbook) -> None:
    editor = make()
    editor.tree.choose_row(4)
    fields = editor.phase_fields
    assert not fields.criterion.isVisible()
    pick(fields.begins, Begins.BY_HAND)
    assert logbook.undo_label == "Change phase"
    assert rows(editor)[4] == "Phase 2 · every other day · heavier"
    assert fields.begun_on.text() == ""  # its first week is still to come
    write(fields.criterion, "Able to do phase 1.")
    write(fields.begun_on, "2026-12-08, 1 Dec 2026,")
    (_, phase) = logbook.database.phases()
    assert phase.criterion == "Able to do phase 1."
    assert phase.begun_on == (datetime.date(2026, 12, 1), datetime.date(2026, 12, 8))
    assert fields.begun_on.text() == "1 Dec 2026, 8 Dec 2026"
    write(fields.begun_on, "soon")
    assert "“soon” is not a day" in field_of(fields.begun_on).message.text()
    pick(fields.begins, Begins.BY_WEEK)
    (_, phase) = logbook.database.phases()
    assert (phase.is_by_hand, phase.begun_on) == (False, ())
    assert not fields.begun_on.isVisible()


def test_by_hand_a_phase_may_lie_where_by_week_it_is_refused(make: Make, logbook: Logbook) -> None:
    editor = make()
    editor.tree.choose_row(4)
    fields = editor.phase_fields
    pick(fields.begins, Begins.BY_HAND)
    write(fields.weeks, "2-4")
    assert not field_of(fields.weeks).is_refused
    pick(fields.begins, Begins.BY_WEEK)
    assert "Another phase has weeks 1–2" in field_of(fields.begins).message.text()
    assert logbook.database.phases()[1].is_by_hand
    write(fields.weeks, "3-4")
    pick(fields.begins, Begins.BY_WEEK)
    assert not field_of(fields.begins).is_refused
    assert not logbook.database.phases()[1].is_by_hand


def test_days_become_hours_and_back(make: Make, logbook: Logbook) -> None:
    editor = make()
    editor.tree.choose_row(1)
    fields = editor.phase_fields
    fields.schedule.setCurrentIndex(1)
    fields.schedule.activated.emit(1)
    assert fields.hours.isVisible()
    assert not fields.days[1].isVisible()
    assert rows(editor)[1] == "Weeks 1–2 · every day"
    write(fields.hours, "12")
    assert rows(editor)[1] == "Weeks 1–2 · twice a day"
    fields.schedule.setCurrentIndex(0)
    fields.schedule.activated.emit(0)
    assert rows(editor)[1] == "Weeks 1–2 · every day"
    assert logbook.database.phases()[0].weekdays or logbook.database.phases()[1].weekdays


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("weeks", "some", "Write the weeks as 3 or as 2-5, not “some”."),
        ("weeks", "0", "The first week of a phase must be 1 to 104, not 0."),
        ("weeks", "3-2", "The last week of a phase must be 3 to 104, not 2."),
    ],
)
def test_what_is_no_phase_is_refused_in_words(make: Make, name: str, text: str, words: str) -> None:
    editor = make()
    editor.tree.choose_row(1)
    write(getattr(editor.phase_fields, name), text)
    assert field_of(getattr(editor.phase_fields, name)).message.text() == words


def test_a_phase_keeps_a_day_or_hours(make: Make, logbook: Logbook) -> None:
    editor = make()
    editor.tree.choose_row(1)
    fields = editor.phase_fields
    for day in (1, 3, 5):
        QTest.mouseClick(fields.days[day], Qt.MouseButton.LeftButton)
    assert "days of the week" in field_of(fields.days[1]).message.text()
    assert not any(button.isChecked() for button in fields.days.values())
    editor.tree.choose_row(4)
    write(fields.hours, "0")
    assert (
        field_of(fields.hours).message.text() == "Hours between sessions must be 1 to 336, not 0."
    )
    write(fields.hours, "often")
    assert "Enter a number of hours" in field_of(fields.hours).message.text()


def test_name_start_weeks_and_note_of_a_plan_are_saved(make: Make, logbook: Logbook) -> None:
    editor = make()
    fields = editor.plan_fields
    write(fields.starts_on, "2026-12-01")
    write(fields.weeks, "6")
    write(fields.note, "with Anna")
    (plan,) = logbook.database.plans()
    assert (plan.starts_on, plan.weeks) == (datetime.date(2026, 12, 1), 6)
    assert plan.note == "with Anna"
    assert fields.starts_on.text() == "1 Dec 2026"
    assert logbook.undo_label == "Change plan"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("name", " ", "A plan needs a name"),
        ("starts_on", "soon", "“soon” is not a day"),
        ("weeks", "few", "Enter a number of weeks, not “few”."),
        ("weeks", "105", "The weeks of a plan must be 1 to 104, not 105."),
        ("starts_on", "2026-09-01", "In these weeks Old runs"),
    ],
)
def test_what_is_no_plan_is_refused_in_words(
    make: Make, logbook: Logbook, name: str, text: str, words: str
) -> None:
    old = replace(own_plan("Old", TODAY - 90 * DAY).plan, weeks=12)
    logbook.apply(Change.adding(old), "before")
    editor = make()
    line = getattr(editor.plan_fields, name)
    write(line, text)
    assert words in field_of(line).message.text()
    assert logbook.undo_label == "before"


def test_a_field_that_is_left_as_it_was_saves_nothing(make: Make, logbook: Logbook) -> None:
    editor = make()
    editor.plan_fields.name.setFocus()
    editor.tree.setFocus()
    assert logbook.undo_label == "Use plan Heavy"


def test_phases_are_added_moved_and_removed(make: Make, logbook: Logbook) -> None:
    editor = make()
    editor.add_phase.click()
    assert rows(editor)[5] == "Week 5 · every other day"
    assert logbook.undo_label == "Add phase"
    editor.up.click()
    assert rows(editor)[4] == "Week 5 · every other day"
    assert logbook.undo_label == "Move phase"
    editor.down.click()
    assert rows(editor)[5] == "Week 5 · every other day"
    editor.tree.choose_row(1)
    editor.remove.click()
    assert logbook.undo_label == "Remove phase"
    assert logbook.database.planned_sets() == []
    assert len(rows(editor)) == 3


def test_sets_are_moved_within_their_phase(make: Make, logbook: Logbook) -> None:
    editor = make()
    editor.tree.choose_row(3)
    QTest.keyClick(editor.tree, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert rows(editor)[2] == "Standing, each leg: 3 × 12 · slowly"
    assert isinstance(editor.tree.chosen, PlannedSets)
    assert editor.tree.chosen.exercise is STANDING  # the keys stay at it
    QTest.keyClick(editor.tree, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert rows(editor)[3] == "Standing, each leg: 3 × 12 · slowly"
    assert logbook.undo_label == "Move planned sets"


def test_sets_are_added_to_an_empty_phase(make: Make) -> None:
    editor = make()
    editor.tree.choose_row(4)
    editor.add_sets.click()
    assert rows(editor)[5] == "Seated, each leg: 3 × 10"


def test_the_plan_itself_is_neither_moved_nor_removed_here(make: Make, logbook: Logbook) -> None:
    editor = make()
    QTest.keyClick(editor.tree, Key.Key_Delete)
    QTest.keyClick(editor.tree, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    editor.append_sets()
    assert logbook.undo_label == "Use plan Heavy"


def test_a_failed_save_is_told(
    make: Make, logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = make()

    def fail(change: Change, label: str) -> None:
        raise TrackerError("The disk is full.")

    monkeypatch.setattr(logbook, "apply", fail)
    editor.add_phase.click()
    assert editor.message.text() == "The disk is full."
    editor.tree.choose_row(1)
    assert not editor.message.isVisible()


def test_an_editor_closes_where_its_plan_is_gone(
    make: Make, book: PlanBook, whole: WholePlan
) -> None:
    editor = make()
    book.delete(whole)
    assert not editor.isVisible()


def test_every_field_has_a_name(make: Make) -> None:
    editor = make()
    lines = [*editor.findChildren(QLineEdit), *editor.findChildren(QComboBox)]
    assert all(line.accessibleName() for line in lines)


def test_what_is_half_typed_stays_while_another_window_writes(
    make: Make, whole: WholePlan, logbook: Logbook
) -> None:
    editor = make()
    editor.tree.choose(whole.phases[0].id)
    line = editor.phase_fields.note
    line.setFocus()
    QTest.keyClicks(line, "slo")
    logbook.database.apply(Change.removing(whole.items[1]))
    logbook.reloaded.emit()
    QTest.keyClicks(line, "wly")
    QTest.keyClick(line, Key.Key_Return)
    assert logbook.database.phases()[0].note == "slowly"


def test_keys_meant_for_a_part_that_has_gone_change_no_other(
    make: Make, whole: WholePlan, logbook: Logbook
) -> None:
    editor = make()
    editor.tree.choose(whole.items[0].id)
    line = editor.sets_fields.note
    line.setFocus()
    QTest.keyClicks(line, "slo")
    logbook.database.apply(Change.removing(whole.items[0]))
    logbook.reloaded.emit()
    assert editor.tree.hasFocus()
    QTest.keyClicks(editor.tree, "wly")
    editor.close()
    assert logbook.database.planned_sets() == [whole.items[1]]


def test_undo_goes_to_the_part_that_it_brings_back(
    make: Make, whole: WholePlan, logbook: Logbook
) -> None:
    editor = make()
    editor.tree.choose(whole.items[0].id)
    QTest.keyClick(editor.tree, Key.Key_Delete)
    assert editor.tree.chosen == whole.items[1]
    logbook.undo()
    assert editor.tree.chosen == whole.items[0]


def test_letters_lead_to_no_part(make: Make) -> None:
    editor = make()
    QTest.keyClicks(editor.tree, "w")
    assert isinstance(editor.tree.chosen, Plan)
