"""Preferences: how the window looks and writes, and what this log's figures are based on."""

import contextlib
import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tracker.app.language import tr as _tr
from tracker.app.logbook import Logbook
from tracker.app.preferences import (
    CHOICES,
    REST_BETWEEN_LEGS,
    RESTS,
    UNIT,
    Choice,
    Seconds,
)
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN
from tracker.domain.change import Change
from tracker.domain.event import injury_on
from tracker.domain.exercise import LEGS, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight, Runner
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.fitted import room_for
from tracker.words.events import injured_leg_name, involved_text
from tracker.words.labels import (
    formula_name,
    load_number,
    number_of_text,
    shortest_text,
    whole_number_of_text,
)

MOST_MIDDLE_PAIN = 9  # so that the limit of the lowest range is checked on its own
REST_STEP_S = 15


class RestFields(QWidget):
    """Rest times in seconds after a set, by exercise, and between legs; applied at once."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(0)
        self.by_exercise = {each: self._field(length) for each, length in RESTS.items()}
        self.between_legs = self._field(REST_BETWEEN_LEGS)
        self.fields = [*self.by_exercise.values(), self.between_legs]
        self.setFocusProxy(self.fields[0])

    def _field(self, length: Seconds) -> QSpinBox:
        words = _tr(length.words)
        field = QSpinBox(self)
        field.setRange(0, length.most)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setSingleStep(REST_STEP_S)
        field.setFixedWidth(self.fontMetrics().horizontalAdvance("0000") + 26)
        field.setValue(self._settings.seconds(length))
        field.setToolTip(self.tr("0 for no timer"))
        field.setAccessibleName(self.tr("Rest in seconds, {}").format(words))
        field.valueChanged.connect(partial(self._settings.set_seconds, length))
        column = self._layout.columnCount()
        self._layout.addWidget(field, 0, column)
        self._layout.addWidget(Caption(words, self, factor=CAPTION, muted=True), 1, column)
        return field


class _Scrolled(QScrollArea):
    """Shows a widget at full size, and scrolls if large letters leave too little room."""

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = inside
        self.setMinimumWidth(
            inside.sizeHint().width() + self.verticalScrollBar().sizeHint().width()
        )

    def sizeHint(self) -> QSize:
        """Return the size of the content, with room for the scroll bar."""
        return QSize(self.minimumWidth(), self._inside.sizeHint().height())


class PreferencesDialog(QDialog):
    """Choices about the program apply at once; those about the log are one step, made by OK.

    Args:
        today: Returns the current day, for the bodyweight.
    """

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        faults: Faults,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._settings = settings
        self._faults = faults
        self._today = today
        self._runner = logbook.database.runner()
        self._weighing = next(
            (each for each in logbook.database.weighings_for(today()) if each.date == today()), None
        )
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make_fields()
        self.messages = {field: Complaint(self) for field in self._typed}
        self._asked: QLineEdit = self.name  # the field that is being read
        self._in_order: list[QWidget] = []  # in the order of the forms
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self._on_buttons_accepted)
        buttons.rejected.connect(self.reject)
        # Two columns, because one would be higher than the smallest window. If large letters leave
        # no room for two, there is one, which scrolls.
        inside = QWidget(self)
        inside.setObjectName("page")
        columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(PAGE_MARGIN)
        columns.addLayout(self._program_and_formula())
        columns.addLayout(self._bands_and_runner())
        if inside.sizeHint().width() + 3 * PAGE_MARGIN > room_for(self).width():
            columns.setDirection(QBoxLayout.Direction.TopToBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addWidget(_Scrolled(inside, self))
        layout.addWidget(buttons)
        for before, after in pairwise([*self._in_order, buttons]):
            self.setTabOrder(before, after)
        self.resize(self.sizeHint().boundedTo(room_for(self)))

    def _program_and_formula(self) -> QVBoxLayout:
        hint = self._hint(
            self.tr(
                "None is validated for calf raises: an estimate,\n"
                "from RIR 0 to 3 and at most 12 reps with them."
            )
        )
        return self._column(
            (
                self.tr("This program"),
                self._form(
                    *((_tr(each.words), box) for each, box in self.choices.items()),
                    (self.tr("Rest in seconds"), self.rests),
                ),
            ),
            (
                self.tr("This log"),
                self._form(
                    (self.tr("Formula of the estimate"), self.formula),
                    ("", hint),
                    (injured_leg_name(), self.involved_side),
                ),
            ),
        )

    def _bands_and_runner(self) -> QVBoxLayout:
        return self._column(
            (
                self.tr("Bands of this log"),
                self._form(
                    (self.tr("Usual range, below %"), self.usual),
                    (self.tr("Marked, above %"), self.marked),
                    (self.tr("Pain, lowest band to"), self.low_pain),
                    (self.tr("Pain, middle band to"), self.middle_pain),
                ),
            ),
            (
                self.tr("The runner"),
                self._form(
                    (self.tr("Bodyweight today"), self.bodyweight),
                    (self.tr("Name, for the report"), self.name),
                    (self.tr("Year of birth"), self.birth_year),
                    (self.tr("Sex"), self.sex),
                    ("", self._hint(self.tr("Year and sex are optional, for norms only."))),
                ),
            ),
        )

    def _column(self, *parts: tuple[str, QFormLayout]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP)
        for title, form in parts:
            column.addWidget(Caption(title, self, bold=True))
            column.addLayout(form)
            column.addSpacing(8)
        column.addStretch(1)
        return column

    def _make_fields(self) -> None:
        runner = self._runner
        self.choices = {each: self._choice_of(each) for each in CHOICES}
        self.unit = self.choices[UNIT]
        self.rests = RestFields(self._settings, self)
        self.formula = self._choice([(formula_name(f), f) for f in Formula], runner.formula)
        injury = injury_on(self._logbook.database.events(), self._today())
        self.involved_side = self._choice(
            [(self.tr("none"), None), *((involved_text(leg, injury), leg) for leg in LEGS)],
            runner.involved_side,
        )
        self.sex = self._choice(
            [
                (self.tr("not given"), None),
                (self.tr("female"), "female"),
                (self.tr("male"), "male"),
            ],
            runner.sex,
        )
        self.usual = QLineEdit(shortest_text(runner.usual_percent), self)
        self.marked = QLineEdit(shortest_text(runner.marked_percent), self)
        self.low_pain = QLineEdit(str(runner.low_pain), self)
        self.middle_pain = QLineEdit(str(runner.middle_pain), self)
        self.name = QLineEdit(runner.name, self)
        birth_year = runner.birth_year
        self.birth_year = QLineEdit("" if birth_year is None else str(birth_year), self)
        self.bodyweight = QLineEdit(self)
        self._show_bodyweight()
        bands = (self.usual, self.marked, self.low_pain, self.middle_pain)
        self._typed = (*bands, self.bodyweight, self.name, self.birth_year)

    def _choice_of(self, preference: Choice[Any]) -> QComboBox:
        values = list(preference.values)
        texts = [(_tr(words).format(value), value) for value, words in preference.values.items()]
        box = self._choice(texts, self._settings.value(preference))
        box.activated.connect(lambda place: self._choose(preference, values[place]))
        return box

    def _choice(self, choices: list[tuple[str, object]], chosen: object) -> QComboBox:
        box = QComboBox(self)
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex([value for _, value in choices].index(chosen))
        return box

    def _hint(self, text: str) -> Caption:
        return Caption(text, self, factor=CAPTION, muted=True)

    def _form(self, *rows: tuple[str, QWidget]) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for text, field in rows:
            label = Caption(text, self, muted=True)
            label.setMinimumWidth(150)
            if text:
                label.setMinimumHeight(field.sizeHint().height())
                field.setAccessibleName(text)
                label.setBuddy(field)
            form.addRow(label, field)
            if text:
                self._in_order += field.fields if isinstance(field, RestFields) else [field]
            if isinstance(field, QLineEdit):
                form.addRow("", self.messages[field])
        return form

    def _choose(self, preference: Choice[Any], value: object) -> None:
        typed_kg = None
        if self.bodyweight.isModified():
            with contextlib.suppress(ValueError):
                typed_kg = self._bodyweight_kg()
        self._settings.choose(preference, value)
        if preference is UNIT:
            self._show_in_unit(typed_kg)

    def _show_in_unit(self, typed_kg: float | None) -> None:
        """Show the bodyweight in the chosen unit, and convert what is typed but not yet saved."""
        self.bodyweight.setPlaceholderText(str(self._settings.unit))
        if not self.bodyweight.isModified():
            self._show_bodyweight()
        elif typed_kg is not None:
            load = load_number(typed_kg, self._settings.unit)
            self.bodyweight.setText(shortest_text(load))
            self.bodyweight.setModified(True)

    def _show_bodyweight(self) -> None:
        unit, weighing = self._settings.unit, self._weighing
        self.bodyweight.setPlaceholderText(str(unit))
        kg = None if weighing is None else weighing.kg
        self.bodyweight.setText("" if kg is None else shortest_text(load_number(kg, unit)))

    def _number(self, field: QLineEdit) -> float:
        self._asked = field
        return number_of_text(field.text())

    def _percent(self, field: QLineEdit, before: float) -> float:
        # What is shown is rounded: a field left alone must not round the stored value.
        return self._number(field) if field.isModified() else before

    def _whole(self, field: QLineEdit) -> int:
        self._asked = field
        return whole_number_of_text(field.text())

    def _birth_year(self) -> int | None:
        self._asked, text = self.birth_year, self.birth_year.text().strip()
        complaint = self.tr("Enter a year, such as 1985, not “{}”.")
        return whole_number_of_text(text, complaint) if text else None

    def _bodyweight_kg(self) -> float:
        typed = self._number(self.bodyweight)
        return kg_from_pounds(typed) if self._settings.unit is Unit.LB else typed

    def _runner_chosen(self) -> Runner:
        before, side = self._runner, self.involved_side.currentData()
        runner = replace(
            before,
            formula=Formula(self.formula.currentData()),
            involved_side=None if side is None else Side(side),
            sex=self.sex.currentData(),
        )
        # One after the other, so that a refusal belongs to the field read last.
        usual = self._percent(self.usual, before.usual_percent)
        runner = replace(runner, usual_percent=usual, marked_percent=100)
        marked = self._percent(self.marked, before.marked_percent)
        self._asked = self.marked
        runner = replace(runner, marked_percent=marked)
        low = self._whole(self.low_pain)
        runner = replace(runner, low_pain=low, middle_pain=MOST_MIDDLE_PAIN)
        middle = self._whole(self.middle_pain)
        runner = replace(runner, middle_pain=middle)
        self._asked = self.name
        runner = replace(runner, name=self.name.text().strip())
        return replace(runner, birth_year=self._birth_year())

    def _weighing_change(self) -> Change:
        if not self.bodyweight.isModified():
            return Change()
        if not self.bodyweight.text().strip():
            return Change() if self._weighing is None else Change.removing(self._weighing)
        kg = self._bodyweight_kg()
        if self._weighing is None:
            return Change.adding(Bodyweight(self._today(), kg))
        return Change.replacing(self._weighing, replace(self._weighing, kg=kg))

    def _on_buttons_accepted(self) -> None:
        for message in self.messages.values():
            message.hide()
        if self._faults.attempt(self._save, self._refuse):
            self.accept()

    def _save(self) -> None:
        chosen = self._runner_chosen()
        if self._logbook.database.has_runner():
            change = Change.replacing(self._runner, chosen)
        else:
            change = Change.adding(chosen) if chosen != self._runner else Change()
        self._logbook.apply(
            change + self._weighing_change(),
            self.tr("Change preferences"),
            self.tr("Preferences saved."),
        )

    def _refuse(self, message: str) -> None:
        self.messages[self._asked].say(message)
        self._asked.setFocus()
        self._asked.selectAll()
