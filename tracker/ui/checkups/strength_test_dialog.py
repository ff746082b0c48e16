"""The guided strength test: warm-ups, one leg to failure, rest, the other leg, the result."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QPushButton,
    QWidget,
)

from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.strength_tests import StrengthTests
from tracker.domain.load import Unit
from tracker.domain.strength_test_run import StrengthTestRun, StrengthTestStage
from tracker.ui.checkups.guided_dialog import GuidedDialog
from tracker.ui.checkups.guided_pages import RestPage
from tracker.ui.checkups.strength_test_pages import (
    AskPage,
    LiftPage,
    StrengthResultPage,
    StrengthSetupPage,
    WarmUpPage,
)
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.notice import Notice
from tracker.words.labels import leg


class StrengthTestDialog(GuidedDialog):
    """Guides through the test; only its end saves, everything in one step.

    Args:
        tests: Provides what the test starts from, and saves it.
        unit: The unit of loads.
        faults: Where a failed save is told.
        clock: Returns seconds that never go backwards, for the rest.

    Signals:
        rest_over: The time between the legs is up.
    """

    rest_over = Signal()

    def __init__(
        self,
        tests: StrengthTests,
        unit: Unit,
        faults: Faults,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Strength test"), parent)
        self._tests = tests
        self._faults = faults
        self._is_asking = False
        self._notice: Notice | None = None
        self.run = StrengthTestRun(clock)
        self.setup = StrengthSetupPage(tests, unit, self)
        self.warm_up = WarmUpPage(unit, self)
        self.lift = LiftPage(unit, self)
        self.rest = RestPage(self)
        self.outcome = StrengthResultPage(unit, self)
        self.ask = AskPage(unit, self)
        self._pages: dict[StrengthTestStage, QWidget] = {
            StrengthTestStage.PREPARING: self.setup,
            StrengthTestStage.WARMING_UP: self.warm_up,
            StrengthTestStage.LIFTING: self.lift,
            StrengthTestStage.RESTING: self.rest,
            StrengthTestStage.DONE: self.outcome,
        }
        self._lay_out(*self._pages.values(), self.ask)
        self.other_button = QPushButton(self)
        self._below.insertWidget(self._below.indexOf(self.cancel_button), self.other_button)
        self.setTabOrder(self.next_button, self.other_button)
        self.next_button.clicked.connect(self._on_next_button_clicked)
        self.other_button.clicked.connect(self._on_other_button_clicked)
        self._looking.timeout.connect(self._on_looking_timeout)
        self._show_stage()

    # What the keys do

    def _on_next_button_clicked(self) -> None:
        if self._is_asking:
            if self.run.lifts:
                self._save()
            else:
                self._go_on()
            return
        stage = self.run.stage
        if stage is StrengthTestStage.DONE:
            self._save()
            return
        carried_kg = self._tests.carried_kg(self.setup.chosen_exercise)
        go_on: dict[StrengthTestStage, Callable[[], bool | None]] = {
            StrengthTestStage.PREPARING: partial(self.setup.begin, self.run),
            StrengthTestStage.WARMING_UP: self.run.note_warm_up,
            StrengthTestStage.LIFTING: partial(self.lift.note, self.run, carried_kg),
            StrengthTestStage.RESTING: self.run.end_rest,
        }
        if go_on[stage]() is not False:  # if refused, the page says why
            self._show_stage()

    def _on_other_button_clicked(self) -> None:
        if self._is_asking:
            super().reject()
        else:
            self.run.skip_warm_up()
            self._show_stage()

    def reject(self) -> None:
        """Close if nothing would be lost, otherwise ask first; if already asking, go on."""
        is_typed = self.run.stage is StrengthTestStage.LIFTING and self.lift.is_touched
        if self._is_asking:
            self._go_on()
        elif self.run.has_begun or is_typed:
            self._is_asking = True
            self._show_asking()
        else:
            super().reject()

    def _save(self) -> None:
        equipment = self.setup.chosen_equipment
        if self._faults.attempt(partial(self._tests.save, self.run, equipment)):
            self.accept()

    def _go_on(self) -> None:
        self._is_asking = False
        self._show_buttons()
        self._give_keys()

    # What is seen

    def _show_stage(self) -> None:
        """Show the page of the current stage."""
        stage = self.run.stage
        if stage is StrengthTestStage.WARMING_UP:
            self.warm_up.show_run(self.run)
        elif stage is StrengthTestStage.LIFTING:
            self.lift.show_run(self.run)
        elif stage is StrengthTestStage.RESTING:
            self.rest.show_run(self.run)
            self._looking.start()
        elif stage is StrengthTestStage.DONE:
            outcome = self._tests.outcome(self.run, self.setup.chosen_equipment)
            self.outcome.show_outcome(self.run, outcome)
        if stage is not StrengthTestStage.RESTING:
            self._looking.stop()
        self._show_buttons()
        self._give_keys()

    def _show_buttons(self) -> None:
        stage, side = self.run.stage, leg(self.run.side)
        warm_up = self.tr("Warm-up {} of {}").format(self.run.step + 1, self.run.steps)
        title, on = {
            StrengthTestStage.PREPARING: (
                self.tr("To failure, one leg at a time"),
                self.tr("Begin"),
            ),
            StrengthTestStage.WARMING_UP: (
                warm_up if self.run.warm_up else self.tr("Warm-up"),
                self.tr("Done"),
            ),
            StrengthTestStage.LIFTING: (
                self.tr("The {} leg to failure").format(side),
                self.tr("Result") if self.run.is_second_leg else self.tr("Rest"),
            ),
            StrengthTestStage.RESTING: (
                self.tr("Three minutes of rest"),
                self.tr("Begin the {} leg").format(leg(self.run.side.opposite)),
            ),
            StrengthTestStage.DONE: (self.tr("Result"), self.tr("Save")),
        }[stage]
        self.title.setText(title)
        self.next_button.setText(on)
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.show()
        self.other_button.setText(self.tr("S&kip"))
        self.other_button.setVisible(
            stage is StrengthTestStage.WARMING_UP and bool(self.run.warm_up)
        )
        self._stack.setCurrentWidget(self._pages[stage])

    def _show_asking(self) -> None:
        lifts = self.run.lifts
        on = self.tr("Save both legs")
        if len(lifts) == 1:
            on = self.tr("Save the {} leg").format(leg(lifts[0].side))
        self.title.setText(self.tr("Stop here?"))
        self.next_button.setText(on if lifts else self.tr("Go on"))
        self.cancel_button.setText(self.tr("Go on"))
        self.cancel_button.setVisible(bool(lifts))
        self.other_button.setText(self.tr("&Throw it away"))
        self.other_button.show()
        self.ask.show_run(self.run)
        self._stack.setCurrentWidget(self.ask)
        self.next_button.setFocus()

    def _give_keys(self) -> None:
        {
            StrengthTestStage.PREPARING: self.setup.exercise,
            StrengthTestStage.LIFTING: self.lift.reps,
        }.get(self.run.stage, self.next_button).setFocus()

    def _on_looking_timeout(self) -> None:
        self.rest.show_run(self.run)
        if not self.run.rest_left_s and self._notice is None:
            self._notice = Notice(self)
            words = self.tr("The {} leg is next.").format(leg(self.run.side.opposite))
            self._notice.tell(self.tr("The rest is over"), words)
            self.rest_over.emit()

    def done(self, result: int) -> None:
        """Close, and withdraw any notice."""
        if self._notice is not None:
            self._notice.withdraw()
        super().done(result)


def strength_test_dialog(
    logbook: Logbook,
    current: CurrentSession,
    settings: Settings,
    faults: Faults,
    clock: Callable[[], float],
    parent: QWidget,
) -> StrengthTestDialog:
    """Make the dialog for a window's log and session."""
    tests = StrengthTests(logbook, current, settings)
    return StrengthTestDialog(tests, settings.unit, faults, clock, parent)
