"""Help in a window of its own."""

import re
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, qVersion
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker import __version__
from tracker.ui.window.actions import MENUS, Command
from tracker.ui.window.help_dialog import (
    MOST_HEIGHT,
    SEARCH,
    WIDTH,
    HelpDialog,
    about_text,
    method_text,
    shortcuts_text,
)

LOG = Path("/home/runner/Training <2026>.soleus")


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


def opened(owner: QWidget, title: str, text: str, qtbot: QtBot) -> HelpDialog:
    dialog = HelpDialog(title, text, owner)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_a_short_text_has_a_small_window_and_a_long_one_scrolls(
    owner: QWidget, qtbot: QtBot
) -> None:
    short = opened(owner, "About", about_text(LOG), qtbot)
    assert short.width() == WIDTH
    assert short.height() < MOST_HEIGHT
    assert not short.browser.verticalScrollBar().isVisible()
    long = opened(owner, "Figures", method_text(), qtbot)
    assert long.height() == MOST_HEIGHT
    assert long.browser.verticalScrollBar().isVisible()


def test_it_can_begin_with_a_section(owner: QWidget, qtbot: QtBot) -> None:
    dialog = opened(owner, "Figures", method_text(), qtbot)
    dialog.show_section(SEARCH)
    top = dialog.browser.cursorForPosition(QPoint(60, 8)).block().text()
    assert top == "Searching the history"


def test_escape_closes_it(owner: QWidget, qtbot: QtBot) -> None:
    dialog = opened(owner, "About", about_text(LOG), qtbot)
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_figures_end_with_what_they_are_not() -> None:
    assert method_text().endswith("</p>")
    assert "not a medical device" in method_text().rpartition("What this is not")[2]


def test_every_command_with_a_key_is_listed_by_its_words() -> None:
    text = shortcuts_text()
    for _, entries in MENUS:
        for each in entries:
            if isinstance(each, Command) and each.keys:
                assert f"{each.text.replace('&', '').rstrip('…')}<" in text
    assert re.search(r"<b>Ctrl\+Shift\+K</b></td>.*?>Symptoms felt<", text)


def test_about_says_which_version_it_is() -> None:
    assert f"Soleus {__version__}<" in about_text(LOG)


def test_enter_closes_it_whatever_else_it_offers(owner: QWidget, qtbot: QtBot) -> None:
    dialog = HelpDialog("About", about_text(LOG), owner)
    asked: list[bool] = []
    dialog.add_button("Show").clicked.connect(asked.append)
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert asked == []


def test_about_shows_the_icon(owner: QWidget, qtbot: QtBot) -> None:
    dialog = opened(owner, "About", about_text(LOG), qtbot)
    seen = dialog.browser.viewport().grab().toImage()
    ground = QColor("#0b5f58")  # of the icon, which no text has
    points = ((x, y) for x in range(0, 120, 2) for y in range(0, 120, 2))
    count = sum(seen.pixelColor(x, y) == ground for x, y in points)
    assert 300 < count < 1024  # of 64 by 64 pixels, each fourth


def test_about_says_where_a_log_without_a_file_is() -> None:
    assert "in memory alone" in about_text(None)
    assert "None" not in about_text(None)


def test_about_names_the_log_the_licence_and_what_the_program_is_made_of() -> None:
    text = about_text(LOG)
    assert "Training &lt;2026&gt;.soleus" in text
    assert "MIT licence" in text
    for part in (f"Qt {qVersion()}", f"SQLite {sqlite3.sqlite_version}", "LGPL 3"):
        assert part in text
