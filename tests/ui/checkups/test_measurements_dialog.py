"""Measurements: typed by leg or of none beside last time's, changed and deleted, each as a step."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.exercise import LEGS, Side
from tracker.domain.measurement import FORCE_SEATED, KNOWN_KINDS, VISA_A, Measurement, newtons
from tracker.ui.checkups.measurements_dialog import MeasurementsDialog
from tracker.ui.widgets.faults import Faults

pytestmark = pytest.mark.usefixtures("english")

LEFT, RIGHT, _ = Side
TODAY = datetime.date(2026, 11, 24)
BEFORE = TODAY - datetime.timedelta(days=42)
KNEE = KNOWN_KINDS["knee_to_wall"]
Make = Callable[[], MeasurementsDialog]


@pytest.fixture
def make(logbook: Logbook, faults: Faults, qtbot: QtBot) -> Make:
    def made() -> MeasurementsDialog:
        dialog = MeasurementsDialog(logbook, faults, lambda: TODAY)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return made


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(dialog: MeasurementsDialog, text: str) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findText(text, Qt.MatchFlag.MatchStartsWith))


def type_into(dialog: MeasurementsDialog, side: Side | None, text: str) -> None:
    dialog.values[side].setFocus()
    dialog.values[side].selectAll()
    QTest.keyClicks(dialog.values[side], text)


def listed(dialog: MeasurementsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def shown(dialog: MeasurementsDialog) -> list[Side | None]:
    return [side for side, field in dialog.values.items() if not field.isHidden()]


def values(logbook: Logbook) -> list[tuple[str, Side | None, float, tuple[float, ...]]]:
    return [
        (each.kind, each.side, each.value, each.trials) for each in logbook.database.measurements()
    ]


def test_a_score_is_typed_and_saved_by_enter(make: Make, logbook: Logbook) -> None:
    dialog = make()
    assert dialog.kind.currentText() == "VISA-A (0–100, 100 is best)"
    assert shown(dialog) == [None]
    assert dialog.values[None].hasFocus()
    QTest.keyClicks(dialog.values[None], "78,5")
    QTest.keyClick(dialog.values[None], Qt.Key.Key_Return)
    assert values(logbook) == [("visa_a", None, 78.5, ())]
    assert logbook.undo_label == "Note measurement"
    assert listed(dialog) == ["24 Nov 2026: 78.5"]
    assert (dialog.values[None].text(), dialog.values[None].placeholderText()) == ("", "78.5")
    logbook.undo()
    assert listed(dialog) == []
    assert dialog.values[None].placeholderText() == ""


def test_legs_have_their_fields_and_last_time_stands_in_grey(make: Make, logbook: Logbook) -> None:
    old = [Measurement(BEFORE, KNEE.name, cm, side) for side, cm in ((LEFT, 9.5), (RIGHT, 11.0))]
    logbook.apply(Change.adding(*old), "before")
    dialog = make()
    assert dialog.kind.currentData() is KNEE  # what was measured last
    assert shown(dialog) == list(LEGS)
    assert [dialog.values[side].placeholderText() for side in LEGS] == ["9.5", "11"]
    type_into(dialog, RIGHT, "11.5")
    dialog.day.setText("2026-11-20")
    dialog.note.setText("cold")
    click(dialog.save)
    assert listed(dialog) == [
        "20 Nov 2026: right 11.5 cm · cold",
        "13 Oct 2026: left 9.5 cm, right 11 cm",
    ]
    assert dialog.day.text() == "2026-11-20"  # for the next kind of that day
    assert dialog.note.text() == ""


def test_of_several_trials_the_best_is_kept_with_them(make: Make, logbook: Logbook) -> None:
    dialog = make()
    choose(dialog, "Peak force, seated")
    assert not dialog.unit.isHidden()
    assert dialog.about.text() == "Repeats differ by up to 118 N (Glaied & Whiteley 2025)"
    type_into(dialog, LEFT, "1050 1120; 1090")
    click(dialog.save)
    assert values(logbook) == [(FORCE_SEATED.name, LEFT, 1120.0, (1050.0, 1120.0, 1090.0))]
    assert listed(dialog) == ["24 Nov 2026: left 1,120 N (of 3)"]


def test_kilograms_of_a_scale_become_newtons_and_are_shown_as_kilograms(
    make: Make, logbook: Logbook
) -> None:
    dialog = make()
    choose(dialog, "Peak force, standing")
    dialog.unit.setCurrentText("kg")
    type_into(dialog, RIGHT, "120.5")
    click(dialog.save)
    assert values(logbook) == [("peak_force_standing", RIGHT, newtons(120.5), ())]
    assert dialog.values[RIGHT].placeholderText() == "120.5"
    dialog.unit.setCurrentText("N")
    assert dialog.values[RIGHT].placeholderText() == "1181.7"


def test_what_was_noted_is_chosen_changed_and_keeps_what_was_not_touched(
    make: Make, logbook: Logbook
) -> None:
    exact = Measurement(BEFORE, FORCE_SEATED.name, 1_100.123_456, LEFT, note="strapped")
    right = Measurement(BEFORE, FORCE_SEATED.name, 1_200.0, RIGHT, trials=(1_150.0, 1_200.0))
    logbook.apply(Change.adding(exact, right), "before")
    dialog = make()
    dialog.list.setCurrentRow(0)
    assert [dialog.values[side].text() for side in LEGS] == ["1100.12", "1150 1200"]
    assert (dialog.day.text(), dialog.note.text()) == ("13 Oct 2026", "strapped")
    dialog.day.setText("2026-10-14")
    dialog.note.setText("")
    click(dialog.save)
    moved = BEFORE + datetime.timedelta(days=1)
    assert logbook.database.measurements() == [
        replace(exact, date=moved, note=""),
        replace(right, date=moved),
    ]
    assert dialog.list.currentRow() == -1
    assert dialog.day.text() == "24 Nov 2026"


def test_a_value_emptied_goes_and_the_other_leg_stays(make: Make, logbook: Logbook) -> None:
    left, right = (Measurement(BEFORE, KNEE.name, 9.0, side) for side in LEGS)
    logbook.apply(Change.adding(left, right), "before")
    dialog = make()
    dialog.list.setCurrentRow(0)
    dialog.values[LEFT].setFocus()
    dialog.values[LEFT].selectAll()
    QTest.keyClick(dialog.values[LEFT], Qt.Key.Key_Delete)
    click(dialog.save)
    assert logbook.database.measurements() == [right]


def test_what_was_noted_is_deleted_as_a_step(make: Make, logbook: Logbook) -> None:
    scores = [Measurement(day, VISA_A.name, 80.0) for day in (BEFORE, TODAY)]
    logbook.apply(Change.adding(*scores), "before")
    dialog = make()
    assert not dialog.remove.isEnabled()
    dialog.list.setCurrentRow(1)
    click(dialog.remove)
    assert logbook.database.measurements() == [scores[1]]
    assert logbook.undo_label == "Delete measurement"
    assert not dialog.remove.isEnabled()
    logbook.undo()
    assert logbook.database.measurements() == scores


def test_a_new_value_can_follow_one_that_was_chosen(make: Make, logbook: Logbook) -> None:
    logbook.apply(Change.adding(Measurement(BEFORE, VISA_A.name, 70.0)), "before")
    dialog = make()
    dialog.list.setCurrentRow(0)
    click(dialog.another)
    assert (dialog.values[None].text(), dialog.day.text()) == ("", "24 Nov 2026")
    assert dialog.values[None].hasFocus()


def test_the_keys_alone_choose_nothing_so_that_what_was_typed_stays(
    make: Make, logbook: Logbook
) -> None:
    logbook.apply(Change.adding(Measurement(BEFORE, VISA_A.name, 70.0)), "before")
    dialog = make()
    type_into(dialog, None, "75")
    dialog.list.setFocus()
    assert (dialog.list.currentRow(), dialog.values[None].text()) == (-1, "75")
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert (dialog.list.currentRow(), dialog.values[None].text()) == (0, "70")
    dialog.note.setFocus()
    dialog.list.setFocus()
    assert dialog.list.currentRow() == 0


def test_something_else_has_a_name_and_a_unit_and_is_a_kind_from_then_on(
    make: Make, logbook: Logbook
) -> None:
    dialog = make()
    assert dialog.name.isHidden()
    choose(dialog, "Something else")
    assert not dialog.name.isHidden()
    assert shown(dialog) == [LEFT, RIGHT, None]
    dialog.name.setText("Grip")
    dialog.own_unit.setText("kg")
    type_into(dialog, None, "45")
    click(dialog.save)
    (grip,) = logbook.database.measurements()
    assert (grip.kind, grip.unit, grip.value, grip.side) == ("Grip", "kg", 45.0, None)
    assert dialog.kind.currentText() == "Grip (kg)"
    assert listed(dialog) == ["24 Nov 2026: 45 kg"]
    assert make().kind.currentText() == "Grip (kg)"


@pytest.mark.parametrize(
    ("kind", "value", "day", "words"),
    [
        ("VISA-A", "", "2026-11-24", "Enter a value."),
        ("VISA-A", "much", "2026-11-24", "A value is a number, not “much”."),
        ("VISA-A", "101", "2026-11-24", "A measurement must be 0 to 100"),
        ("VISA-A", "80", "someday", "“someday” is not a day"),
        ("Something else", "3", "2026-11-24", "needs the name of what was measured"),
    ],
)
def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(
    make: Make, logbook: Logbook, kind: str, value: str, day: str, words: str
) -> None:
    dialog = make()
    choose(dialog, kind)
    type_into(dialog, None, value)
    dialog.day.setText(day)
    click(dialog.save)
    assert words in dialog.message.text()
    assert dialog.message.isVisible()
    assert dialog.values[None].text() == value
    assert logbook.undo_label is None
    choose(dialog, "TENDINS-A")
    assert not dialog.message.isVisible()


def test_every_field_has_a_name(make: Make) -> None:
    dialog = make()
    fields = [dialog.kind, dialog.name, dialog.own_unit, *dialog.values.values(), dialog.unit]
    names = [each.accessibleName() for each in (*fields, dialog.day, dialog.note, dialog.list)]
    assert all(names)
    assert len(set(names)) == len(names)
