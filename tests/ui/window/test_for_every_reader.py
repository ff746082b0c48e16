"""Every page and dialog as a screen reader meets it: names, roles, and the order of Tab."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QWidget

from tests.ui.conftest import NOW
from tracker.domain.demo.year import made_up_log
from tracker.ui.window.main_window import MainWindow

Show = Callable[[MainWindow], object]
PAGES: dict[str, Show] = {
    "log": MainWindow.show_log,
    "progress": MainWindow.show_progress,
    "history": MainWindow.show_history,
    "plan": MainWindow.show_plan,
}
DIALOGS = (
    "import_file",
    "export_log",
    "open_report",
    "open_preferences",
    "open_goals",
    "open_events",
    "open_manual",
    "open_shortcuts_help",
    "open_about",
    "note_symptoms",
    "test_heel_raises",
    "test_strength",
    "ask_other_day",
)
NO_NAMES = re.compile(r"<|&(?!&)|\{|\}")  # of rich text, of letters for Alt, of places not filled


def stops(window: QWidget) -> list[QWidget]:
    """List the widgets that Tab stops at, in order."""
    found: list[QWidget] = []
    each = window.nextInFocusChain()
    while each is not None and each is not window:
        is_stop = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()
        if is_stop and each.isVisible() and each.focusProxy() is None and each.window() is window:
            found.append(each)
        each = each.nextInFocusChain()
    return found


def name(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        # Qt gives what is chosen for its name, and has the label beside it as a relation.
        labels = widget.window().findChildren(QLabel)
        of_label = next((each.text() for each in labels if each.buddy() is widget), "")
        return widget.accessibleName() or of_label
    heard = QAccessible.queryAccessibleInterface(widget)
    assert heard is not None, widget
    return heard.text(QAccessible.Text.Name)


def faults(window: QWidget) -> list[str]:
    """List what a reader would stumble over in a window."""
    found = []
    all_stops = stops(window)
    names = Counter((name(each), type(each)) for each in all_stops)
    for each in all_stops:
        what = f"{type(each).__name__} {each.objectName()} {name(each)!r}"
        if not name(each).strip():
            found.append(f"no name: {what} in {type(each.parentWidget()).__name__}")
        if NO_NAMES.search(name(each)):
            found.append(f"not plain: {what}")
        if names[name(each), type(each)] > 1:
            found.append(f"named twice: {what} in {type(each.parentWidget()).__name__}")
        if isinstance(each, QAbstractButton):
            heard = QAccessible.queryAccessibleInterface(each)
            assert heard is not None
            if each.isCheckable() and not heard.state().checkable:
                found.append(f"no state: {what}")
    for one, other in pairwise(all_stops):
        if one.parentWidget() is other.parentWidget() and is_before(other, one):
            found.append(f"order: {name(one)!r} before {name(other)!r}")
    return found


def is_before(one: QWidget, other: QWidget) -> bool:
    """Tell whether a widget is wholly above another, or in its row to the left of it."""
    a, b = (QRect(each.mapToGlobal(QPoint()), each.size()) for each in (one, other))
    is_above = a.bottom() < b.top()
    is_in_row = a.top() <= b.bottom() and b.top() <= a.bottom()
    return (is_above and a.left() <= b.right()) or (is_in_row and a.right() < b.left())


@pytest.fixture
def filled(window: MainWindow) -> MainWindow:
    window.logbook.apply(made_up_log(NOW.date()), "a year")
    window.resize(1_366, 768)
    QApplication.processEvents()
    return window


def test_every_stop_of_every_page_and_dialog_is_named_once_and_in_order(
    filled: MainWindow,
) -> None:
    wrong = []
    for page, show in PAGES.items():
        show(filled)
        QApplication.processEvents()
        wrong += [f"{page}: {each}" for each in faults(filled)]
    for command in DIALOGS:
        before = set(filled.findChildren(QDialog))
        getattr(filled if hasattr(filled, command) else filled.dialogs, command)()
        QApplication.processEvents()
        (dialog,) = set(filled.findChildren(QDialog)) - before
        wrong += [f"{command}: {each}" for each in faults(dialog)]
        dialog.close()
        QApplication.processEvents()
    assert not wrong, "\n".join(wrong)
