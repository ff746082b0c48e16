"""A runner who reads German logs, looks back, undoes, and finds German words everywhere."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMenu
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Desk, Fingers
from tracker.ui.files.report_dialog import ReportDialog
from tracker.ui.history.page import HistoryPage
from tracker.ui.progress.page import ProgressPage

pytestmark = pytest.mark.usefixtures("german")


def test_a_session_is_logged_looked_at_and_undone_in_german(desk: Desk, fingers: Fingers) -> None:
    window = desk.start()
    menus = [each.text().replace("&", "") for each in window.menuBar().actions()]
    assert menus == ["Datei", "Bearbeiten", "Einheit", "Plan", "Ansicht", "Hilfe"]
    fingers.type("8x62,5")
    fingers.enter()
    fingers.type("8 r2")
    fingers.enter()
    assert desk.sets() == [("seated", 1, "left", 8, 62.5), ("seated", 1, "right", 8, 62.5)]
    card = window.log_page.cards[0]
    assert card.table.model().index(0, 0).data() == "8 × 62,5"
    assert window.menus.actions["undo"].text() == "&Rückgängig: Satz eintragen"

    fingers.press(Qt.Key.Key_2, ctrl=True)
    progress = window._stack.currentWidget()
    assert isinstance(progress, ProgressPage)
    assert progress.strength.title == "Kraft"  # said by the class, not by the one below it
    assert progress.strength.menu_button.toolTip() == "Als Tabelle zeigen, kopieren oder speichern"
    fingers.press(Qt.Key.Key_3, ctrl=True)
    history = window._stack.currentWidget()
    assert isinstance(history, HistoryPage)
    assert history.model.index(0, 0).data() == "24. Nov. 2026"
    assert history.count.text() == "1 Einheit"
    history.search.setText("sitzend")
    assert history.count.text() == "1 Einheit"
    history.search.setText("stehend")
    assert history.count.text() == "0 von 1 Einheit"

    window.undo()
    assert desk.sets() == [("seated", 1, "left", 8, 62.5)]
    assert window.menus.actions["redo"].text() == "&Wiederholen: Satz eintragen"


def test_last_times_values_are_taken_over_and_days_read_as_written(
    desk: Desk, fingers: Fingers
) -> None:
    window = desk.start()
    fingers.type("8x60")
    fingers.enter()
    desk.close()
    desk.now += datetime.timedelta(days=3)
    window = desk.start()
    fingers.enter()
    assert desk.sets() == [("seated", 1, "left", 8, 60.0)]
    fingers.press(Qt.Key.Key_3, ctrl=True)
    history = window._stack.currentWidget()
    assert isinstance(history, HistoryPage)
    cell = history.model.index(0, 0)
    assert cell.data() == "27. Nov. 2026"
    assert history.model.setData(cell, "1. Dez. 2026")
    assert history.model.setData(history.model.index(0, 0), "30.11.2026")
    assert history.model.index(0, 0).data() == "30. Nov. 2026"


def test_the_history_shows_all_its_columns_in_the_smallest_window(
    desk: Desk, fingers: Fingers, qtbot: QtBot
) -> None:
    window = desk.start()
    window.resize(900, 600)
    fingers.type("8x60")
    fingers.enter()
    fingers.press(Qt.Key.Key_3, ctrl=True)
    history = window._stack.currentWidget()
    assert isinstance(history, HistoryPage)
    qtbot.waitUntil(lambda: history.table.horizontalScrollBar().maximum() == 0)


def test_the_report_and_qts_own_buttons_are_german_too(desk: Desk, fingers: Fingers) -> None:
    window = desk.start()
    fingers.type("8x60")
    fingers.enter()
    window.dialogs.open_report()
    dialog = window.findChildren(ReportDialog)[-1]
    assert dialog.pages.document is not None
    assert dialog.pages.document.title.startswith("Bericht zur Wadenkraft, 26. Aug. 2026")
    assert "Wie die Werte entstehen" in dialog.pages.document.plain_text
    assert b"/Lang (de)" in dialog.pages.document.pdf("Soleus")
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    assert box.button(QDialogButtonBox.StandardButton.Close).text() == "Schließen"
    dialog.close()
    window.open_figures_help()
    title = "&Zeitraum des Fortschritts"
    ranges = next(each for each in window.findChildren(QMenu) if each.title() == title)
    ranges.aboutToShow.emit()
    assert [each.text() for each in ranges.actions()] == ["4 Wochen", "3 Monate", "1 Jahr", "Alles"]
