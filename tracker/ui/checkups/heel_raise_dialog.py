"""The guided heel-raise test: warm-up, one leg, rest, the other leg, and the result."""

import datetime
from collections.abc import Callable

from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QWidget,
)

from tracker.app.logbook import Logbook
from tracker.app.metronome import Beat, Metronome
from tracker.domain.change import Change
from tracker.domain.heel_raise_run import HeelRaiseRun, HeelRaiseStage, side_to_begin
from tracker.ui.checkups.guided_dialog import GuidedDialog
from tracker.ui.checkups.guided_pages import RestPage
from tracker.ui.checkups.heel_raise_pages import (
    CountedBy,
    CountPage,
    HeelRaiseResultPage,
    HeelRaiseSetupPage,
    StopPage,
)
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import leg

DOWN = 2  # the beat on which a raise is complete


class HeelRaiseDialog(GuidedDialog):
    """Guides through the test; only its end saves, both legs in one step.

    Args:
        logbook: The open log.
        faults: Where a failed save is told.
        today: Returns the current day.
        metronome: Beats twice per repetition while a leg is tested; must have no tempo, and is set
            to the chosen pace.
        clock: Returns seconds that never go backwards, for the rest.
    """

    def __init__(
        self,
        logbook: Logbook,
        faults: Faults,
        today: Callable[[], datetime.date],
        metronome: Metronome,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Heel-raise test"), parent)
        self._logbook = logbook
        self._faults = faults
        self._today = today
        self._metronome = metronome
        self.run = HeelRaiseRun(clock)
        before = logbook.database.tests()
        self.setup = HeelRaiseSetupPage(side_to_begin(before), self, is_again=bool(before))
        self.count = CountPage(self)
        self.stop = StopPage(self)
        self.rest = RestPage(self)
        self.outcome = HeelRaiseResultPage(self)
        self._pages: dict[HeelRaiseStage, QWidget] = {
            HeelRaiseStage.PREPARING: self.setup,
            HeelRaiseStage.WARMING_UP: self.count,
            HeelRaiseStage.COUNTING: self.count,
            HeelRaiseStage.STOPPED: self.stop,
            HeelRaiseStage.RESTING: self.rest,
            HeelRaiseStage.DONE: self.outcome,
        }
        self._lay_out(self.setup, self.count, self.stop, self.rest, self.outcome)
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.next_button.clicked.connect(self._on_next_button_clicked)
        self._looking.timeout.connect(self._look)
        self.count.counted.connect(self._on_count_counted)
        metronome.beat.connect(self._on_metronome_beat)
        self._show_phase()

    def _on_metronome_beat(self, beat: Beat) -> None:
        self.count.light.show_beat(beat.count)
        if beat.count == DOWN and self.setup.counted_by.currentData() is CountedBy.BEAT:
            self._on_count_counted(1)

    def _on_count_counted(self, raises: int) -> None:
        self.run.count_raise(raises)
        self._look()

    def _look(self) -> None:
        """Update the countdown or the count; start the beat when a leg starts."""
        if self.run.stage is HeelRaiseStage.RESTING:
            self.rest.show_run(self.run)
            return
        self.count.show_run(self.run)
        has_begun = self.run.stage is HeelRaiseStage.COUNTING and not self.run.begins_in_s
        if has_begun and not self._metronome.is_running:
            self._looking.stop()
            self._metronome.start()

    def _on_next_button_clicked(self) -> None:
        stage = self.run.stage
        if stage is HeelRaiseStage.DONE:
            if self._faults.attempt(self._save):
                self.accept()
            return
        if stage is HeelRaiseStage.PREPARING:
            self.setup.begin(self.run)
            self._metronome.set_pace(round(self.run.cadence_bpm))
        else:
            if stage is HeelRaiseStage.STOPPED and not self._faults.attempt(
                lambda: self.stop.note(self.run), self.stop.message.say
            ):
                return
            self.run.go_on()
        self._show_phase()

    def _save(self) -> None:
        today = self._today()
        self._logbook.apply(
            Change.adding(*self.run.tests(today), *self.run.measurements(today)),
            self.tr("Heel-raise test"),
            self.tr("Heel-raise test saved."),
        )

    def _show_phase(self) -> None:
        stage, page = self.run.stage, self._pages[self.run.stage]
        side = leg(self.run.side)
        title, on = {
            HeelRaiseStage.PREPARING: (
                self.tr("Heel raises to the end, one leg at a time"),
                self.tr("Begin"),
            ),
            HeelRaiseStage.WARMING_UP: (
                self.tr("Warm-up"),
                self.tr("Begin the {} leg").format(side),
            ),
            HeelRaiseStage.COUNTING: (self.tr("The {} leg").format(side), self.tr("It has ended")),
            HeelRaiseStage.STOPPED: (
                self.tr("The {} leg has ended").format(side),
                self.tr("Result") if self.run.is_second_leg else self.tr("Rest"),
            ),
            HeelRaiseStage.RESTING: (
                self.tr("Two minutes of rest"),
                self.tr("Begin the {} leg").format(leg(self.run.side.opposite)),
            ),
            HeelRaiseStage.DONE: (self.tr("Result"), self.tr("Save")),
        }[stage]
        self.title.setText(title)
        self.next_button.setText(on)
        if isinstance(page, CountPage | StopPage | RestPage):
            page.show_run(self.run)
        if page is self.count:
            is_leg = stage is HeelRaiseStage.COUNTING  # the warm-up has no beat
            by = self.setup.counted_by.currentData() if is_leg else CountedBy.SPACE
            self.count.show_counted_by(by)
        if isinstance(page, HeelRaiseResultPage):
            page.show_tests(self.run.tests(self._today()), self._logbook.database.runner())
        self._metronome.stop()
        if stage is HeelRaiseStage.COUNTING:
            self.count.light.reset()
        if stage in (HeelRaiseStage.RESTING, HeelRaiseStage.COUNTING):
            self._looking.start()
        else:
            self._looking.stop()
        self._stack.setCurrentWidget(page)
        self._give_keys(stage)

    def _give_keys(self, stage: HeelRaiseStage) -> None:
        # While raises are counted, the space bar must count, whatever was clicked before.
        is_counting = stage in (HeelRaiseStage.WARMING_UP, HeelRaiseStage.COUNTING)
        policy = Qt.FocusPolicy.NoFocus if is_counting else Qt.FocusPolicy.StrongFocus
        for button in (self.next_button, self.cancel_button):
            button.setFocusPolicy(policy)
        if is_counting:
            self.count.setFocus()
        elif stage is HeelRaiseStage.STOPPED:
            self.stop.reason.setFocus()
        elif stage is HeelRaiseStage.PREPARING:
            self.setup.exercise.setFocus()
        else:
            self.next_button.setFocus()

    def reject(self) -> None:
        """Close without saving; if anything was counted, ask first."""
        if not self.run.has_counted:
            super().reject()
            return
        box = QtWidgets.QMessageBox(self)
        box.setWindowTitle(self.windowTitle())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(self.tr("Throw this test away?"))
        box.setInformativeText(
            self.tr("What was counted is not saved yet, and cannot be repeated today.")
        )
        keep = box.addButton(self.tr("Keep testing"), QtWidgets.QMessageBox.ButtonRole.RejectRole)
        box.addButton(self.tr("Throw away"), QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.accepted.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        # Nobody raises a heel while this is asked, so the beat does not count on either.
        was_counting = self.run.stage is HeelRaiseStage.COUNTING
        if was_counting:
            self._metronome.stop()
            self._looking.stop()
            box.rejected.connect(self._look_on)
        box.open()

    def _look_on(self) -> None:
        self._looking.start()
        self._look()

    def done(self, result: int) -> None:
        """Close, and stop the metronome."""
        self._metronome.stop()
        super().done(result)
