"""Plans as files: saved to pass on, opened from others, and exported to a calendar."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtWidgets
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker import PLAN_SUFFIX, TrackerError
from tracker.app.plan_book import PlanBook
from tracker.app.settings import Settings
from tracker.domain.plan_edits import WholePlan
from tracker.exchange.exporting.calendar_file import calendar_file
from tracker.exchange.plan_file import plan_json
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.file_dialog import file_dialog
from tracker.words.plans import calendar_day

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

CALENDAR_SUFFIX: Final = ".ics"
CALENDAR_DAYS: Final = 8 * 7  # further ahead, a plan is likely to change before its days come


class PlanFiles(QObject):
    """Asks for the files, and reads and writes them.

    Args:
        plans: The plans of the log.
        settings: For the unit of loads.
        faults: Where a failed read or save is told, and what was saved.
        page: The widget over which the dialogs open.
    """

    def __init__(self, plans: PlanBook, settings: Settings, faults: Faults, page: QWidget) -> None:
        super().__init__(page)
        self._plans = plans
        self._settings = settings
        self._faults = faults
        self._page = page

    def save_plan(self) -> None:
        """Ask where to save the current or next plan."""
        self._save(self.tr("Save the plan"), self._plan_data, PLAN_SUFFIX)

    def save_calendar(self) -> None:
        """Ask where to save the coming weeks as a calendar file."""
        self._save(self.tr("Save for a calendar"), self._calendar_data, CALENDAR_SUFFIX)

    def ask_plan(self, opened: Callable[[WholePlan], object]) -> None:
        """Ask for a plan file that somebody sent, and pass the plan on."""
        dialog = self._dialog(self.tr("Open a plan"), PLAN_SUFFIX)
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_plan(Path(name), opened))
        dialog.open()

    def open_plan(self, path: Path, opened: Callable[[WholePlan], object]) -> None:
        """Read a plan file that somebody sent, and pass the plan on."""
        self._faults.attempt(lambda: opened(self._plans.read_plan(path)))

    def _dialog(self, title: str, suffix: str) -> "QFileDialog":
        dialog = file_dialog(self._page, title)
        dialog.setNameFilter(f"*{suffix}")
        dialog.setDefaultSuffix(suffix)
        return dialog

    def _save(self, title: str, data: Callable[[WholePlan], bytes], suffix: str) -> None:
        def ask() -> None:
            current = self._plans.current()
            if current is None:
                raise TrackerError(self.tr("No plan runs: choose one on the Plan page."))
            content = data(current)
            dialog = self._dialog(title, suffix)
            dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(f"{current.plan.name.replace('/', ' ')}{suffix}")
            dialog.fileSelected.connect(lambda name: self._write(content, Path(name)))
            dialog.open()

        self._faults.attempt(ask)

    def _write(self, content: bytes, path: Path) -> None:
        if self._faults.attempt(lambda: self._plans.write_file(content, path)):
            self._faults.done.emit(self.tr("Saved as {}.").format(path.name))

    @staticmethod
    def _plan_data(whole: WholePlan) -> bytes:
        return plan_json(whole)

    def _calendar_data(self, whole: WholePlan) -> bytes:
        unit = self._settings.unit
        coming = self._plans.coming(CALENDAR_DAYS)
        days = [calendar_day(day, due, whole.plan, unit) for day, due in coming]
        if not days:
            raise TrackerError(self.tr("Nothing is due in the coming weeks."))
        return calendar_file(whole.plan.id, days, datetime.datetime.now(datetime.UTC))
