"""What the Plan menu does, from any page."""

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from tracker.app.plan_templates import templates
from tracker.ui.plan.page import PlanPage
from tracker.ui.window.main_window import MainWindow


def test_the_commands_about_plan_files_ask_on_the_plan_page(window: MainWindow) -> None:
    window.plan_commands.ask_plan_file()
    page = window._stack.currentWidget()
    assert isinstance(page, PlanPage)
    (dialog,) = page.findChildren(QFileDialog)
    dialog.close()
    told: list[str] = []
    window.faults.told.connect(told.append)
    window.plan_commands.save_plan_file()
    window.plan_commands.save_calendar()
    assert len(told) == 2  # no plan runs


@pytest.mark.parametrize("name", ["edit_plan", "stop_plan", "delete_plan", "send_to_watch"])
def test_without_a_plan_they_say_so(window: MainWindow, name: str) -> None:
    told: list[str] = []
    window.faults.told.connect(told.append)
    window.menus.actions[name].trigger()
    assert told == ["No plan runs: choose one first."]


def test_the_plan_that_runs_is_edited_sent_stopped_and_deleted(window: MainWindow) -> None:
    page = window.shown_plan_page()
    page._plans.take(templates(window.current.today)[0].whole)
    window.show_log()
    for name in ("choose_plan", "edit_plan", "send_to_watch"):
        window.menus.actions[name].trigger()
        (dialog,) = [each for each in page.findChildren(QDialog) if each.isVisible()]
        dialog.close()
    window.menus.actions["stop_plan"].trigger()
    current = page._plans.current()
    if current is not None:  # it has not begun, so it is still the next one
        window.menus.actions["delete_plan"].trigger()
    assert page._plans.current() is None
