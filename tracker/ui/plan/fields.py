"""The fields of a plan, a phase and planned sets; each saves when it is left, or is refused."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QSizePolicy,
    QToolButton,
    QWidget,
)

from tracker.app.theme import for_letters
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.notation import read_tempo, write_tempo
from tracker.domain.plan import Begins, LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.typed_number import typed_number
from tracker.ui.widgets.entry_fields import EntryFields, FieldValues, Save
from tracker.words.labels import (
    clock_text,
    date_of_text,
    date_text,
    exercise_name,
    load_number,
    number_of_text,
    shortest_text,
    weekday_name,
    whole_number_of_text,
)
from tracker.words.planned_sets import load_basis_name, planned_side_name, work_text

_HOLD: Final = r"(\d+(?:[.,]\d+)?)\s*s(?:e[ck])?"
_WORK: Final = re.compile(
    r"\s*(\d+)\s*[x×*]\s*"
    rf"(?:{_HOLD}|(\d+)(?:\s*[-–]\s*(\d+))?(?:\s*[x×*]\s*{_HOLD})?)\s*",
    re.IGNORECASE,
)
_WEEKS: Final = re.compile(r"\s*(\d+)(?:\s*[-–]\s*(\d+))?\s*")
_CLOCK: Final = re.compile(r"\s*(\d+):([0-5]?\d)\s*")
_WEEKDAYS: Final = range(1, 8)


class PlanFields(EntryFields):
    """Name, first day, weeks and note of a plan."""

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(save, parent)
        self.name, self.starts_on = self._line(), self._line(self.tr("as 2026-11-24"))
        self.weeks, self.note = self._line(), self._line()
        self._name = self._add(self.tr("Name"), self.name)
        self._starts_on = self._add(self.tr("Starts on"), self.starts_on)
        self._weeks = self._add(self.tr("Weeks"), self.weeks)
        self._note = self._add(self.tr("Note"), self.note)
        self._saves(self.name, self._name, lambda: {"name": self.name.text().strip()})
        self._saves(
            self.starts_on,
            self._starts_on,
            lambda: {"starts_on": date_of_text(self.starts_on.text().strip())},
        )
        self._saves(self.weeks, self._weeks, self._read_weeks)
        self._saves(self.note, self._note, lambda: {"note": self.note.text().strip()})

    def show_plan(self, plan: Plan) -> None:
        """Show a plan."""
        self._begin(plan.id)
        self._show(self._name, self.name, plan.name)
        self._show(self._starts_on, self.starts_on, date_text(plan.starts_on))
        self._show(self._weeks, self.weeks, str(plan.weeks))
        self._show(self._note, self.note, plan.note)

    def _read_weeks(self) -> FieldValues:
        complaint = self.tr("Enter a number of weeks, not “{}”.")
        return {"weeks": whole_number_of_text(self.weeks.text(), complaint)}


class PhaseFields(EntryFields):
    """How a phase starts, its weeks, days and note."""

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(save, parent)
        self.begins = self._choice()
        self.begins.addItem(self.tr("by week"), Begins.BY_WEEK)
        self.begins.addItem(self.tr("by hand"), Begins.BY_HAND)
        self.weeks, self.hours = self._line(self.tr("as 2-5")), self._line()
        self.criterion = self._line(self.tr("what is to be met first, in words"))
        self.begun_on = self._line(self.tr("as 2026-11-24, more with commas"))
        self.note = self._line()
        self.schedule = self._choice()
        self.schedule.addItems([self.tr("days of the week"), self.tr("every so many hours")])
        self.days = {day: self._day(day) for day in _WEEKDAYS}
        self._begins = self._add(self.tr("Begins"), self.begins)
        self._weeks = self._add(self.tr("Weeks"), self.weeks)
        self._criterion = self._add(self.tr("Criterion"), self.criterion)
        self._begun_on = self._add(self.tr("Begun on"), self.begun_on)
        self._schedule = self._add(self.tr("On"), self.schedule)
        self._days = self._add(self.tr("Days"), *self.days.values())
        self._hours = self._add(self.tr("Hours"), self.hours)
        self._note = self._add(self.tr("Note"), self.note)
        self.hours.setPlaceholderText(self.tr("24 every day, 12 twice a day, 48 every other day"))
        self.begins.activated.connect(self._on_begins_activated)
        self.schedule.activated.connect(self._on_schedule_activated)
        for button in self.days.values():
            button.clicked.connect(lambda: self._keep(self._days, self._read_days))
        self._saves(self.weeks, self._weeks, self._read_weeks)
        self._saves(
            self.criterion, self._criterion, lambda: {"criterion": self.criterion.text().strip()}
        )
        self._saves(self.begun_on, self._begun_on, self._read_begun_on)
        self._saves(self.hours, self._hours, self._read_hours)
        self._saves(self.note, self._note, lambda: {"note": self.note.text().strip()})

    def _day(self, day: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(weekday_name(day))
        button.setAccessibleName(weekday_name(day))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("day", True)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return button

    def show_phase(self, phase: Phase) -> None:
        """Show a phase."""
        self._begin(phase.id)
        if not self._begins.is_refused:
            self.begins.setCurrentIndex(int(phase.is_by_hand))
        self._show_begins()
        self._show(self._criterion, self.criterion, phase.criterion)
        self._show(self._begun_on, self.begun_on, ", ".join(map(date_text, phase.begun_on)))
        weeks = str(phase.first_week)
        if phase.last_week > phase.first_week:
            weeks += f"–{phase.last_week}"
        self._show(self._weeks, self.weeks, weeks)
        by_hours = phase.every_hours is not None
        if not (self._days.is_refused or self._hours.is_refused):
            self.schedule.setCurrentIndex(int(by_hours))
        if not self._days.is_refused:
            for day, button in self.days.items():
                button.setChecked(day in phase.weekdays)
        self._show(self._hours, self.hours, str(phase.every_hours) if by_hours else "")
        self._show(self._note, self.note, phase.note)
        self._show_schedule()

    def _show_begins(self) -> None:
        by_hand = self.begins.currentData() == Begins.BY_HAND
        for field in (self._criterion, self._begun_on):
            self._form.setRowVisible(field, by_hand)

    def _on_begins_activated(self) -> None:
        self._show_begins()
        self._keep(self._begins, lambda: {"begins": Begins(self.begins.currentData())})

    def _read_begun_on(self) -> FieldValues:
        texts = (text.strip() for text in self.begun_on.text().split(","))
        return {"begun_on": tuple(sorted({date_of_text(text) for text in texts if text}))}

    def _show_schedule(self) -> None:
        by_hours = self.schedule.currentIndex() == 1
        self._form.setRowVisible(self._days, not by_hours)
        self._form.setRowVisible(self._hours, by_hours)

    def _on_schedule_activated(self) -> None:
        """Switch between weekdays and hours; every day corresponds to every 24 hours."""
        by_hours = self.schedule.currentIndex() == 1
        self._show_schedule()
        field = self._hours if by_hours else self._days
        if by_hours:
            self.hours.setText(self.hours.text() or "24")
        elif not any(button.isChecked() for button in self.days.values()):
            for button in self.days.values():
                button.setChecked(True)
        self._keep(field, self._read_hours if by_hours else self._read_days)

    def _read_weeks(self) -> FieldValues:
        read = _WEEKS.fullmatch(self.weeks.text())
        if read is None:
            words = self.tr("Write the weeks as 3 or as 2-5, not “{}”.")
            raise ValueError(words.format(self.weeks.text()))
        first = int(read[1])
        return {"first_week": first, "last_week": int(read[2] or first)}

    def _read_days(self) -> FieldValues:
        chosen = tuple(day for day, button in self.days.items() if button.isChecked())
        return {"weekdays": chosen, "every_hours": None}

    def _read_hours(self) -> FieldValues:
        complaint = self.tr("Enter a number of hours, not “{}”.")
        hours = whole_number_of_text(self.hours.text(), complaint)
        return {"weekdays": (), "every_hours": hours}


class SetsFields(EntryFields):
    """All fields of planned sets."""

    def __init__(self, save: Save, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(save, parent)
        self._unit = unit
        self.exercise, self.side, self.basis = self._choice(), self._choice(), self._choice()
        for exercise in Exercise:
            self.exercise.addItem(exercise_name(exercise), exercise)
        for side in (PlannedSide.EACH, *(each for each in PlannedSide if each.value != "each")):
            self.side.addItem(planned_side_name(side), side)
        for basis in (None, *LoadBasis):
            self.basis.addItem("", basis)
        self.work, self.load = self._line(self.tr("as 3x10, 3x10-15 or 5x45s")), self._line()
        self.tempo = self._line(self.tr("raise-top-lower-bottom, as 3-0-3-0"))
        self.rest, self.rir = self._line(self.tr("as 2:30, or in seconds")), self._line()
        self.rir.setPlaceholderText(self.tr("repetitions in reserve"))
        self.note = self._line(self.tr("as eccentric"))
        self.load.setMaximumWidth(for_letters(90, self.fontMetrics()))
        self._exercise = self._add(self.tr("Exercise"), self.exercise)
        self._side = self._add(self.tr("Leg"), self.side)
        self._work = self._add(self.tr("Sets × reps"), self.work)
        self._load = self._add(self.tr("Load"), self.basis, self.load)
        self._tempo = self._add(self.tr("Tempo"), self.tempo)
        self._rest = self._add(self.tr("Rest"), self.rest)
        self._rir = self._add(self.tr("RIR"), self.rir)
        self._note = self._add(self.tr("Note"), self.note)
        self.basis.setAccessibleName(self.tr("What the load is a figure of"))
        self._connect()

    def _connect(self) -> None:
        self.exercise.activated.connect(
            lambda: self._keep(
                self._exercise, lambda: {"exercise": Exercise(self.exercise.currentData())}
            )
        )
        self.side.activated.connect(
            lambda: self._keep(self._side, lambda: {"side": PlannedSide(self.side.currentData())})
        )
        self.basis.activated.connect(self._on_basis_activated)
        self._saves(self.work, self._work, self._read_work)
        self._saves(self.load, self._load, self._read_load)
        self._saves(self.tempo, self._tempo, lambda: {"tempo": read_tempo(self.tempo.text())})
        self._saves(self.rest, self._rest, self._read_rest)
        self._saves(self.rir, self._rir, self._read_rir)
        self._saves(self.note, self._note, lambda: {"note": self.note.text().strip()})

    def show_sets(self, item: PlannedSets) -> None:
        """Show planned sets."""
        self._begin(item.id)
        self.exercise.setCurrentIndex(self.exercise.findData(item.exercise))
        self.side.setCurrentIndex(self.side.findData(item.side))
        for place, basis in enumerate((None, *LoadBasis)):
            self.basis.setItemText(place, load_basis_name(basis, item.exercise))
        if not self._load.is_refused:
            bases = (None, *LoadBasis)
            self.basis.setCurrentIndex(bases.index(item.load_basis))
            self.load.setEnabled(item.load_basis is not None)
        self._show(self._work, self.work, work_text(item))
        self._show(self._load, self.load, self._shown_load(item))
        self._show(self._tempo, self.tempo, "" if item.tempo is None else write_tempo(item.tempo))
        rest = "" if item.rest_s is None else clock_text(round(item.rest_s))
        self._show(self._rest, self.rest, rest)
        self._show(self._rir, self.rir, "" if item.rir is None else shortest_text(item.rir))
        self._show(self._note, self.note, item.note)

    def _shown_load(self, item: PlannedSets) -> str:
        if item.load_value is None:
            return ""
        is_percent = item.load_basis is LoadBasis.E1RM_PERCENT
        return shortest_text(
            item.load_value if is_percent else load_number(item.load_value, self._unit)
        )

    @property
    def _basis(self) -> LoadBasis | None:
        basis = self.basis.currentData()
        return None if basis is None else LoadBasis(basis)

    def _on_basis_activated(self) -> None:
        self.load.setEnabled(self._basis is not None)
        self.load.clear()
        if self._basis is LoadBasis.BODYWEIGHT:
            self.load.setText("0")
        if self._basis is not None and not self.load.text():
            self.load.setFocus()  # the kind of load means nothing without a figure
        else:
            self._keep(self._load, self._read_load)

    def _read_load(self) -> FieldValues:
        if self._basis is None:
            return {"load_basis": None, "load_value": None}
        value = number_of_text(self.load.text())
        if self._basis is not LoadBasis.E1RM_PERCENT and self._unit is Unit.LB:
            value = kg_from_pounds(value)
        return {"load_basis": self._basis, "load_value": value}

    def _read_work(self) -> FieldValues:
        read = _WORK.fullmatch(self.work.text())
        if read is None:
            words = self.tr("Write sets and repetitions as 3x10, 3x10-15 or 5x45s, not “{}”.")
            raise ValueError(words.format(self.work.text()))
        sets, alone_s, reps, most, each_s = read.groups()
        hold_s = alone_s or each_s
        return {
            "sets": int(sets),
            "reps": int(reps or 1),
            "most_reps": None if most is None else int(most),
            "hold_s": None if hold_s is None else typed_number(hold_s),
        }

    def _read_rest(self) -> FieldValues:
        text = self.rest.text().strip()
        read = _CLOCK.fullmatch(text)
        if read is not None:
            return {"rest_s": float(60 * int(read[1]) + int(read[2]))}
        return {"rest_s": number_of_text(self.rest.text()) if text else None}

    def _read_rir(self) -> FieldValues:
        return {"rir": number_of_text(self.rir.text()) if self.rir.text().strip() else None}
