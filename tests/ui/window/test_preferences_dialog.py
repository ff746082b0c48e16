"""Preferences: what holds at once, what OK saves as one step, and what is refused in words."""

import datetime
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from tracker.app.language import Language
from tracker.app.logbook import Logbook
from tracker.app.preferences import (
    ASKS_NEXT_MORNING,
    CHOICES,
    LANGUAGE,
    RESERVE_ASKED,
    REST_IS_HEARD,
    STRENGTH_REMINDER_WEEKS,
    THEME,
    Choice,
    ReserveAsked,
    Theme,
)
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight, Runner
from tracker.ui.widgets.faults import Faults
from tracker.ui.window.preferences_dialog import PreferencesDialog

TODAY = datetime.date(2026, 11, 24)
Make = Callable[[], PreferencesDialog]


@pytest.fixture
def make(logbook: Logbook, settings: Settings, faults: Faults, qtbot: QtBot) -> Make:
    def made() -> PreferencesDialog:
        dialog = PreferencesDialog(logbook, settings, faults, lambda: TODAY)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # read after it closed
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        return dialog

    return made


@pytest.fixture
def dialog(make: Make) -> PreferencesDialog:
    return make()


def write(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def take(box: QComboBox, value: object) -> None:
    """Choose by keyboard."""
    box.setFocus()
    wanted = [box.itemData(place) for place in range(box.count())].index(value)
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(wanted):
        QTest.keyClick(box, Qt.Key.Key_Down)


def click(dialog: PreferencesDialog, which: QDialogButtonBox.StandardButton) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    QTest.mouseClick(box.button(which), Qt.MouseButton.LeftButton)


def ok(dialog: PreferencesDialog) -> None:
    click(dialog, QDialogButtonBox.StandardButton.Ok)


def test_theme_and_unit_hold_at_once(dialog: PreferencesDialog, settings: Settings) -> None:
    take(dialog.choices[THEME], Theme.DARK)
    take(dialog.unit, Unit.LB)
    assert settings.theme is Theme.DARK
    assert settings.unit is Unit.LB


def test_rests_hold_at_once(dialog: PreferencesDialog, settings: Settings) -> None:
    rests = dialog.rests
    for field, seconds in ((rests.by_exercise[Exercise.STANDING], 180), (rests.between_legs, 0)):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, str(seconds))
    assert settings.rest_s(Exercise.STANDING) == 180
    assert settings.rest_s(Exercise.SEATED) == 120
    assert settings.rest_between_legs_s == 0
    assert rests.between_legs.accessibleName() == "Rest in seconds, other leg"


@pytest.mark.parametrize("preference", CHOICES, ids=lambda each: each.key)
def test_each_declared_choice_is_shown_in_words_and_chosen(
    make: Make, settings: Settings, preference: Choice[Any]
) -> None:
    dialog = make()
    box = dialog.choices[preference]
    shown = [box.itemText(place) for place in range(box.count())]
    words = [text.format(value) for value, text in preference.values.items()]
    assert shown == words
    assert box.currentText() == preference.values[preference.default].format(preference.default)
    for place, value in enumerate(preference.values):
        box.setCurrentIndex(place)
        box.activated.emit(place)
        assert settings.value(preference) == value
    assert dialog.choices.keys() == set(CHOICES)


def test_a_language_is_kept_for_the_next_start(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    take(dialog.choices[LANGUAGE], Language.GERMAN)
    assert settings.language is Language.GERMAN
    assert dialog.windowTitle() == "Preferences"
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "at next start" in words


@pytest.mark.usefixtures("german")
def test_in_german_the_dialog_fits_the_smallest_window_too(make: Make) -> None:
    dialog = make()
    assert dialog.windowTitle() == "Einstellungen"
    assert dialog.sizeHint().height() <= 560
    assert dialog.sizeHint().width() <= 900


class LowScreen:
    """A screen on which the dialog does not fit, because the letters are too large."""

    def availableSize(self) -> QSize:  # noqa: N802 - as Qt calls it
        return QSize(1366, 400)


def test_where_letters_are_too_large_the_fields_scroll_and_the_buttons_stay(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PreferencesDialog, "screen", lambda _self: LowScreen())
    dialog = make()
    assert dialog.height() <= 400
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    assert dialog.rect().contains(buttons.geometry())
    bar = dialog.findChildren(QScrollArea)[0].verticalScrollBar()
    assert (bar.maximum() > 0, bar.value()) == (True, 0)
    QTest.qWaitForWindowActive(dialog)
    dialog.formula.setFocus()
    QTest.keyClick(dialog.formula, Qt.Key.Key_Tab)
    assert dialog.involved_side.hasFocus()
    assert bar.value() > 0  # Tab brings what it comes to into sight


def test_at_the_usual_size_nothing_scrolls(make: Make) -> None:
    bar = make().findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() == 0


def test_a_system_theme_can_be_taken_again(make: Make, settings: Settings) -> None:
    settings.set_theme(Theme.DARK)
    take(make().choices[THEME], Theme.SYSTEM)
    assert settings.theme is Theme.SYSTEM


def test_ok_saves_all_choices_as_one_step(dialog: PreferencesDialog, logbook: Logbook) -> None:
    write(dialog.name, " Ada ")
    take(dialog.formula, Formula.WATHEN)
    write(dialog.usual, "12,5")
    write(dialog.marked, "20")
    take(dialog.involved_side, Side.RIGHT)
    write(dialog.birth_year, "1985")
    take(dialog.sex, "female")
    write(dialog.bodyweight, "70.5")
    ok(dialog)
    assert not dialog.isVisible()
    assert logbook.database.runner() == Runner(
        "Ada", Side.RIGHT, 1985, "female", Formula.WATHEN, 12.5, 20.0
    )
    (weighing,) = logbook.database.weighings()
    assert (weighing.date, weighing.kg) == (TODAY, 70.5)
    assert logbook.undo_label == "Change preferences"
    logbook.undo()
    assert not logbook.database.has_runner()
    assert logbook.database.weighings() == []


def test_saved_choices_are_shown_again_and_changed(make: Make, logbook: Logbook) -> None:
    runner = Runner("Ada", Side.LEFT, 1985, "male", Formula.MAYHEW, 8.0, 12.5)
    logbook.apply(Change.adding(runner, Bodyweight(TODAY, 70.0, "w")), "before")
    dialog = make()
    assert dialog.name.text() == "Ada"
    assert dialog.marked.text() == "12.5"
    assert dialog.bodyweight.text() == "70"
    assert dialog.sex.currentData() == "male"
    take(dialog.involved_side, None)
    write(dialog.birth_year, "")
    take(dialog.sex, None)
    write(dialog.bodyweight, "71")
    ok(dialog)
    assert logbook.database.runner() == Runner("Ada", None, None, None, Formula.MAYHEW, 8.0, 12.5)
    assert logbook.database.weighings() == [Bodyweight(TODAY, 71.0, "w")]


def test_ok_without_a_change_is_no_step(make: Make, logbook: Logbook) -> None:
    logbook.apply(Change.adding(Runner(usual_percent=10.123)), "before")
    ok(make())
    assert logbook.undo_label == "before"
    assert logbook.database.runner().usual_percent == 10.123


def test_ok_on_a_new_log_saves_nothing_that_was_not_chosen(
    dialog: PreferencesDialog, logbook: Logbook
) -> None:
    ok(dialog)
    assert logbook.undo_label is None


def test_cancel_changes_nothing_in_the_log(dialog: PreferencesDialog, logbook: Logbook) -> None:
    write(dialog.name, "Ada")
    write(dialog.bodyweight, "70")
    click(dialog, QDialogButtonBox.StandardButton.Cancel)
    assert not dialog.isVisible()
    assert logbook.undo_label is None


def test_bodyweight_is_typed_in_the_unit_chosen(
    make: Make, settings: Settings, logbook: Logbook
) -> None:
    settings.set_unit(Unit.LB)
    dialog = make()
    write(dialog.bodyweight, "154.25")
    ok(dialog)
    assert logbook.database.weighings()[0].kg == kg_from_pounds(154.25)


def test_a_bodyweight_typed_is_the_same_in_the_other_unit(
    dialog: PreferencesDialog, logbook: Logbook
) -> None:
    write(dialog.bodyweight, "70")
    take(dialog.unit, Unit.LB)
    assert dialog.bodyweight.text() == "154.32"
    ok(dialog)
    assert logbook.database.weighings()[0].kg == pytest.approx(70, abs=0.005)


def test_an_unreadable_bodyweight_outlives_a_change_of_unit(dialog: PreferencesDialog) -> None:
    write(dialog.bodyweight, "seventy")
    take(dialog.unit, Unit.LB)
    assert dialog.bodyweight.text() == "seventy"


def test_a_saved_bodyweight_is_shown_in_the_other_unit_and_stays_as_it_was(
    make: Make, logbook: Logbook
) -> None:
    logbook.apply(Change.adding(Bodyweight(TODAY, 70.0)), "before")
    dialog = make()
    take(dialog.unit, Unit.LB)
    assert dialog.bodyweight.text() == "154.32"
    ok(dialog)
    assert logbook.undo_label == "before"


def test_an_emptied_bodyweight_removes_todays_weighing(make: Make, logbook: Logbook) -> None:
    logbook.apply(Change.adding(Bodyweight(TODAY, 70.0)), "before")
    dialog = make()
    write(dialog.bodyweight, "")
    ok(dialog)
    assert logbook.database.weighings() == []


def test_a_bodyweight_emptied_before_it_was_saved_is_no_step(
    dialog: PreferencesDialog, logbook: Logbook
) -> None:
    write(dialog.bodyweight, "7")
    write(dialog.bodyweight, "")
    ok(dialog)
    assert logbook.undo_label is None


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("usual", "", "Enter a number"),
        ("usual", "ten", "Enter a number, not “ten”"),
        ("usual", "nan", "Enter a number"),
        ("usual", "1e999", "Enter a number"),
        ("usual", "0", "1 to 100"),
        ("marked", "9", "10 to 100"),
        ("marked", "101", "10 to 100"),
        ("low_pain", "none", "Enter a whole number, not “none”"),
        ("low_pain", "2.5", "Enter a whole number"),
        ("low_pain", "9", "0 to 8"),
        ("middle_pain", "2", "3 to 9"),
        ("middle_pain", "10", "3 to 9"),
        ("bodyweight", "seventy", "Enter a number"),
        ("bodyweight", "7", "20 to 400"),
        ("birth_year", "85", "1900 to 2199"),
        ("birth_year", "1985.5", "Enter a year"),
        ("birth_year", "-1985", "1900 to 2199"),
    ],
)
def test_what_is_out_of_bounds_is_said_beside_its_field(
    dialog: PreferencesDialog, logbook: Logbook, name: str, text: str, words: str
) -> None:
    field = getattr(dialog, name)
    write(dialog.name, "Ada")
    write(field, text)
    ok(dialog)
    assert dialog.isVisible()
    assert words in dialog.messages[field].text()
    assert [each for each in dialog.messages if dialog.messages[each].isVisible()] == [field]
    assert field.text() == text
    assert dialog.focusWidget() is field
    assert logbook.undo_label is None


def test_what_was_refused_can_be_mended(dialog: PreferencesDialog, logbook: Logbook) -> None:
    write(dialog.usual, "200")
    ok(dialog)
    write(dialog.usual, "12")
    ok(dialog)
    assert not dialog.isVisible()
    assert logbook.database.runner().usual_percent == 12


def test_both_bands_may_rise_together(dialog: PreferencesDialog, logbook: Logbook) -> None:
    write(dialog.usual, "20")
    write(dialog.marked, "30")
    ok(dialog)
    assert logbook.database.runner().marked_percent == 30


def test_the_bands_of_pain_belong_to_the_log(dialog: PreferencesDialog, logbook: Logbook) -> None:
    write(dialog.low_pain, "6")
    write(dialog.middle_pain, "8")
    ok(dialog)
    runner = logbook.database.runner()
    assert (runner.low_pain, runner.middle_pain) == (6, 8)


def test_the_next_morning_question_is_switched_off_at_once(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    take(dialog.choices[ASKS_NEXT_MORNING], value=False)
    assert not settings.asks_next_morning


def test_a_reminder_of_the_strength_test_is_off_until_it_is_chosen(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    assert dialog.choices[STRENGTH_REMINDER_WEEKS].currentText() == "never"
    take(dialog.choices[STRENGTH_REMINDER_WEEKS], value=3)
    assert dialog.choices[STRENGTH_REMINDER_WEEKS].currentText() == "every 3 weeks"
    assert settings.strength_reminder_weeks == 3


def test_the_reserve_is_asked_for_as_chosen_at_once(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    assert dialog.choices[RESERVE_ASKED].currentText() == "after every set"
    take(dialog.choices[RESERVE_ASKED], ReserveAsked.LAST_OF_LEG)
    assert dialog.choices[RESERVE_ASKED].currentText() == "after the last set of each leg"
    assert settings.reserve_asked is ReserveAsked.LAST_OF_LEG


def test_the_dialog_fits_the_smallest_window(dialog: PreferencesDialog) -> None:
    assert dialog.sizeHint().height() <= 560
    assert dialog.sizeHint().width() <= 900


def test_the_dialog_says_that_no_formula_is_validated(dialog: PreferencesDialog) -> None:
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "None is validated for calf raises" in words
    assert "for norms only" in words


def test_every_field_has_a_name_and_its_place_in_the_tab_order(dialog: PreferencesDialog) -> None:
    fields = [
        dialog.unit,
        dialog.choices[THEME],
        dialog.choices[LANGUAGE],
        dialog.choices[ASKS_NEXT_MORNING],
        dialog.choices[STRENGTH_REMINDER_WEEKS],
        dialog.choices[RESERVE_ASKED],
        dialog.choices[REST_IS_HEARD],
        *dialog.rests.fields,
        dialog.formula,
        dialog.involved_side,
        dialog.usual,
        dialog.marked,
        dialog.low_pain,
        dialog.middle_pain,
        dialog.bodyweight,
        dialog.name,
        dialog.birth_year,
        dialog.sex,
    ]
    assert all(field.accessibleName() for field in fields)
    fields[0].setFocus()
    for before, after in pairwise(fields):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert dialog.focusWidget() is after


def test_the_leg_of_an_injury_is_offered_with_its_name(
    make: Callable[[], PreferencesDialog], logbook: Logbook
) -> None:
    day = datetime.date(2026, 4, 12)
    logbook.apply(Change.adding(Event(day, EventKind.INJURY, side=Side.RIGHT)), "injury")
    field = make().involved_side
    texts = [field.itemText(place) for place in range(field.count())]
    assert texts == ["none", "left", "right (right leg, since 12 Apr 2026)"]
    assert field.currentData() is None  # the runner decides
