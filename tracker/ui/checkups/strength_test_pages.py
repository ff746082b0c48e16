"""The pages of the strength test: one for each step."""

from math import isnan
from typing import Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from tracker.app.language import error_text
from tracker.app.strength_tests import StrengthOutcome, StrengthTests
from tracker.app.theme import CAPTION, FIGURE
from tracker.domain.entry import require_within
from tracker.domain.exercise import LEGS, Equipment, Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.session import LOADS_KG, MOST_REPS
from tracker.domain.strength_test_run import StrengthTestRun
from tracker.ui.checkups.guided_pages import FigurePage, Page, wrapped
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.words.balance import figure_text
from tracker.words.labels import (
    exercise_name,
    leg,
    load_number,
    load_text,
    number_of_text,
    shortest_text,
    side_name,
    unbroken,
    whole_number_of_text,
)
from tracker.words.strength_test import balance_text, leg_text, lift_evidence_text, lift_text

# Times the system's font size: the next load, readable from where the runner stands.
LARGE: Final = 2.4
# Parts of the screen's height, where the page has all of it.
WARM_UP_SHARE: Final = 0.2
TARGET_SHARE: Final = 0.3


class LoadField(QLineEdit):
    """A load in the chosen unit; an offered load stays exact unless another is typed.

    Args:
        unit: Kilograms or pounds.
    """

    def __init__(self, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self._shown_kg: float | None = None
        self.setPlaceholderText(str(unit))

    def show_kg(self, kg: float | None) -> None:
        """Offer a load in kilograms; None offers nothing."""
        self._shown_kg = kg
        self.setText("" if kg is None else shortest_text(load_number(kg, self._unit)))
        self.setModified(False)

    def read_kg(self) -> float:
        """Return the load in kilograms.

        Raises:
            ValueError: In words, if it is not a number.
        """
        # What is shown is rounded, but the offered load must not be.
        if self._shown_kg is not None and not self.isModified():
            return self._shown_kg
        if not self.text().strip():
            raise ValueError(self.tr("Which load? Enter a number, such as 60."))
        load = number_of_text(self.text())
        return kg_from_pounds(load) if self._unit is Unit.LB else load


def _liftable(kg: float, carried_kg: float, complaint: str) -> float:
    """Return a load if it is in range and, with the bodyweight lifted, above 0.

    Raises:
        ValueError: In words; ``complaint`` if nothing would be lifted.
    """
    require_within("A load in kg", kg, *LOADS_KG)
    if kg + carried_kg <= 0:
        raise ValueError(complaint)
    return kg


class StrengthSetupPage(Page):
    """The exercise and equipment, the leg that starts, and the load of each leg."""

    def __init__(self, tests: StrengthTests, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tests = tests
        intro = self.tr(
            "One set to failure for each leg, with a load for 6 to 10 repetitions. Three minutes "
            "of rest between the legs."
        )
        self.column.addWidget(wrapped(self, intro))
        self.caution = wrapped(
            self,
            self.tr(
                "Pain was up on the morning after the last session. A strength test is meant for "
                "when it has settled."
            ),
        )
        self.caution.setVisible(tests.is_pain_up())
        self.column.addWidget(self.caution)
        self.exercise = QComboBox(self)
        for each in Exercise:
            self.exercise.addItem(exercise_name(each), each)
        self.exercise.setCurrentIndex(self.exercise.findData(tests.exercise()))
        self.equipment = QComboBox(self)
        self.equipment.addItem(self.tr("not named"), None)
        for machine in tests.equipment:
            self.equipment.addItem(machine.name, machine)
        self.first = QComboBox(self)
        self.loads = {side: LoadField(unit, self) for side in LEGS}
        for side in LEGS:
            self.first.addItem(leg(side), side)
        load = self.tr("Load {}, {}")
        self._add_form(
            (self.tr("Exercise"), self.exercise),
            (self.tr("Equipment"), self.equipment),
            (self.tr("First leg"), self.first),
            *((load.format(leg(side), unit), field) for side, field in self.loads.items()),
        )
        self.message = Complaint(self)
        self.column.addWidget(self.message)
        self.offer = wrapped(self, factor=CAPTION, muted=True)
        hint = self.tr("Loads on other equipment do not compare: there the tests start afresh.")
        self.order = wrapped(
            self,
            self.tr("The leg that was second last time goes first."),
            factor=CAPTION,
            muted=True,
        )
        self.column.addWidget(self.offer)
        self.column.addWidget(wrapped(self, hint, factor=CAPTION, muted=True))
        self.column.addWidget(self.order)
        self.column.addStretch(1)
        self.exercise.currentIndexChanged.connect(self._on_exercise_changed)
        self.equipment.currentIndexChanged.connect(self._offer)
        self._on_exercise_changed()

    @property
    def chosen_exercise(self) -> Exercise:
        """The exercise chosen."""
        return Exercise(self.exercise.currentData())

    def choose_exercise(self, exercise: Exercise) -> None:
        """Select an exercise, with its equipment and its first leg."""
        self.exercise.setCurrentIndex(self.exercise.findData(exercise))

    @property
    def chosen_equipment(self) -> Equipment | None:
        """The chosen equipment; None if it is not named."""
        chosen: Equipment | None = self.equipment.currentData()
        return chosen

    def _on_exercise_changed(self) -> None:
        exercise = self.chosen_exercise
        self.first.setCurrentIndex(LEGS.index(self._tests.first_leg(exercise)))
        self.order.setVisible(self._tests.is_again(exercise))
        names = [None, *self._tests.equipment]
        self.equipment.blockSignals(True)
        self.equipment.setCurrentIndex(names.index(self._tests.equipment_of(exercise)))
        self.equipment.blockSignals(False)
        self._offer()

    def _offer(self) -> None:
        exercise, equipment = self.chosen_exercise, self.chosen_equipment
        offered = {side: self._tests.offered_kg(exercise, side, equipment) for side in self.loads}
        for side, field in self.loads.items():
            field.show_kg(offered[side])
        self.message.say("")
        if isnan(self._tests.carried_kg(exercise)):
            words = self.tr(
                "Your bodyweight is not known: without it a standing test tells nothing. Note it "
                "on the Log page first."
            )
        elif None in offered.values():
            words = self.tr(
                "Where no load is offered, nothing is known of that leg on this equipment yet: "
                "choose one for 6 to 10 repetitions."
            )
        else:
            words = self.tr("Offered is the load for about 8 repetitions, by each leg’s figure.")
        self.offer.setText(words)

    def begin(self, run: StrengthTestRun) -> bool:
        """Start the test as chosen.

        Returns:
            Whether it has started; if not, the reason is shown beside the load.
        """
        exercise = self.chosen_exercise
        carried_kg = self._tests.carried_kg(exercise)
        nothing = self.tr("With this load nothing would be lifted.")
        loads_kg = {}
        for side, field in self.loads.items():
            try:
                loads_kg[side] = _liftable(field.read_kg(), carried_kg, nothing)
            except ValueError as error:
                self.message.say(self.tr("{}: {}").format(side_name(side), error))
                field.setFocus()
                field.selectAll()
                return False
        first = Side(self.first.currentData())
        known_kg = 0.0 if isnan(carried_kg) else carried_kg
        run.begin(exercise, first, loads_kg, known_kg, self._tests.step_kg)
        return True


class WarmUpPage(FigurePage):
    """One warm-up of both legs, with loads readable from where the runner stands."""

    def __init__(self, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self.said = wrapped(self)
        self.figures = [self._figure("", LARGE, WARM_UP_SHARE) for _ in LEGS]
        self.column.addWidget(self.said)
        self.column.addStretch(1)
        for figure in self.figures:
            self.column.addWidget(figure)
        self.column.addStretch(1)
        hint = self.tr("Enter notes this warm-up for both legs; skipped, it is not noted.")
        self.hint = wrapped(self, hint, factor=CAPTION, muted=True)
        self.column.addWidget(self.hint)
        self._add_keys("")

    def show_run(self, run: StrengthTestRun) -> None:
        """Show the warm-up that is next."""
        lines = [
            f"{side_name(side)}  {lift_text(each.reps, each.external_kg, run.exercise, self._unit)}"
            for side, each in run.warm_up.items()
        ]
        for figure, line in zip(self.figures, [*lines, "", ""], strict=False):
            figure.setText(line)
        self.hint.setVisible(bool(lines))
        if not lines:
            words = self.tr("No load is lighter: warm up with ten raises on both legs.")
        elif run.exercise.carries_bodyweight and run.step == 0:
            words = self.tr("First ten raises on both legs, then one leg at a time:")
        else:
            words = self.tr("One leg at a time, easily:")
        self.said.setText(words)


class LiftPage(FigurePage):
    """How many repetitions a leg did to failure, and with what load."""

    def __init__(self, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self.target = self._figure("", LARGE, TARGET_SHARE)
        self.column.addWidget(self.target)
        words = self.tr(
            "To full height, until no further repetition is possible. Then type how many there "
            "were."
        )
        self.column.addWidget(wrapped(self, words))
        self.reps = QLineEdit(self)
        self.load = LoadField(unit, self)
        self._add_form(
            (self.tr("Repetitions"), self.reps),
            (self.tr("Load, {}").format(unit), self.load),
        )
        self.message = Complaint(self)
        self.column.addWidget(self.message)
        self.column.addStretch(1)
        self._add_keys("")

    def show_run(self, run: StrengthTestRun) -> None:
        """Ask about the leg whose turn it is."""
        load = load_text(run.load_kg, self._unit, None)
        sign = "+" if run.exercise.carries_bodyweight and run.load_kg >= 0 else ""
        self.target.setText(f"{side_name(run.side)}  {sign}{load}")
        self.reps.clear()
        self.load.show_kg(run.load_kg)
        self.message.say("")

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed that would be lost."""
        return bool(self.reps.text()) or self.load.isModified()

    def note(self, run: StrengthTestRun, carried_kg: float) -> bool:
        """Record what was typed in the run.

        Returns:
            Whether it was valid; if not, the reason is shown beside it.
        """
        field = self.reps
        try:
            reps = self._read_reps()
            field = self.load
            nothing = self.tr("With this load nothing would be lifted.")
            run.note_lift(_liftable(self.load.read_kg(), carried_kg, nothing), reps)
        except ValueError as error:
            self.message.say(error_text(error))
            field.setFocus()
            field.selectAll()
            return False
        return True

    def _read_reps(self) -> int:
        text = self.reps.text().strip()
        if not text:
            raise ValueError(self.tr("How many repetitions were there?"))
        complaint = self.tr("How many repetitions? Enter a whole number, not “{}”.")
        reps = whole_number_of_text(text, complaint)
        require_within("Repetitions", reps, 0, MOST_REPS)
        return reps


class StrengthResultPage(Page):
    """What each leg's set shows, and what the test means for the balance."""

    def __init__(self, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self.legs = [Caption("", self, factor=FIGURE, bold=True) for _ in LEGS]
        self.told = [wrapped(self) for _ in LEGS]
        self.figure = Caption("", self, bold=True)
        self.balance = wrapped(self)
        for lifted, told in zip(self.legs, self.told, strict=True):
            self.column.addWidget(lifted)
            self.column.addWidget(told)
            self.column.addSpacing(4)
        self.column.addWidget(self.figure)
        self.column.addWidget(self.balance)
        self.column.addStretch(1)

    def show_outcome(self, run: StrengthTestRun, outcome: StrengthOutcome) -> None:
        """Show the result, the left leg first."""
        lifts = sorted(run.lifts, key=lambda each: LEGS.index(each.side))
        for lifted, told, lift in zip(self.legs, self.told, lifts, strict=True):
            lifted.setText(leg_text(lift, run.exercise, self._unit))
            told.setText(lift_evidence_text(lift, outcome.evidence[lift.side], self._unit))
        is_known = outcome.verdict.reason is None
        figure = figure_text(outcome.verdict) if is_known else self.tr("Left and right")
        self.figure.setText(figure)
        self.balance.setText(unbroken(balance_text(outcome.verdict, outcome.tests)))


class AskPage(Page):
    """The question before a test is discarded: what would be lost."""

    def __init__(self, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self.said = wrapped(self)
        self.column.addWidget(self.said)
        self.column.addStretch(1)

    def show_run(self, run: StrengthTestRun) -> None:
        """Say what has been done so far."""
        done = [leg_text(each, run.exercise, self._unit) for each in run.lifts]
        if len(done) == 1:
            words = self.tr("Done so far: {}. Saved alone it is a test of that leg.")
        elif done:
            words = self.tr("Done and not saved yet: {}.")
        else:
            words = self.tr("Nothing of this test is saved yet.")
        self.said.setText(words.format(", ".join(done)))
