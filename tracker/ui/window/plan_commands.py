"""What the Plan menu does: each command shows the Plan page, where it asks and is seen."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from tracker.ui.plan.page import PlanPage


class PlanCommands(QObject):
    """Carries out commands about the current or next plan; the page says so if there is none.

    Args:
        show_page: Shows the Plan page, and returns it.
    """

    def __init__(self, show_page: "Callable[[], PlanPage]", parent: QObject) -> None:
        super().__init__(parent)
        self._show_page = show_page

    def choose_plan(self) -> None:
        """Show the templates and other plans to choose from."""
        self._show_page().ask_plan()

    def edit_plan(self) -> None:
        """Open the plan to be edited."""
        self._show_page().edit_current()

    def stop_plan(self) -> None:
        """End the plan."""
        self._show_page().stop_current()

    def delete_plan(self) -> None:
        """Delete the plan."""
        self._show_page().delete_current()

    def send_to_watch(self) -> None:
        """Ask which day of the plan to send to a watch."""
        self._show_page().ask_send()

    def ask_plan_file(self) -> None:
        """Ask for a plan file that somebody sent, and show the plan."""
        page = self._show_page()
        page.files.ask_plan(page.open_plan)

    def open_plan_file(self, path: Path) -> None:
        """Show a plan from a file that somebody sent."""
        page = self._show_page()
        page.files.open_plan(path, page.open_plan)

    def save_plan_file(self) -> None:
        """Save the plan to a file, to pass on."""
        self._show_page().files.save_plan()

    def save_calendar(self) -> None:
        """Save the sessions due in the coming weeks as a calendar file."""
        self._show_page().files.save_calendar()
