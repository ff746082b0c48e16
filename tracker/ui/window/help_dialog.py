"""Help in its own window: how the figures are calculated, shortcuts, and about the program."""

import platform
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from tracker import __version__
from tracker.app.language import tr as _tr
from tracker.app.resources import DESKTOP_ID, desktop_file
from tracker.app.theme import PAGE_MARGIN, for_letters
from tracker.storage.opening import SQLITE_VERSION
from tracker.ui.widgets.fitted import room_for
from tracker.ui.window.actions import all_commands
from tracker.ui.window.manual_dialog import ManualDialog
from tracker.words.labels import resource_text, when_to_seek_help

__all__ = ["HelpDialog", "ManualDialog", "about_text", "method_text", "shortcuts_text"]

WIDTH, MOST_HEIGHT = 640, 560
SEARCH: Final = "search"  # the section about searching on the History page


class HelpDialog(QDialog):
    """A page of text to read and close.

    Args:
        text: Rich text written by this program, not by users.
    """

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.browser = QTextBrowser(self)
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(title)
        self.browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.browser.document().setDocumentMargin(PAGE_MARGIN)
        self.browser.setHtml(text)
        self.buttons = buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(self.browser)
        layout.addWidget(buttons)
        buttons.setContentsMargins(0, 0, 12, 0)
        beside = layout.contentsMargins().bottom() + layout.spacing() + buttons.sizeHint().height()
        page = self.browser.document().clone(self)  # not laid out at the browser's width
        width = for_letters(WIDTH, self.fontMetrics())
        page.setTextWidth(width)
        most = for_letters(MOST_HEIGHT, self.fontMetrics())
        needed = QSize(width, min(most, round(page.size().height()) + beside))
        self.resize(needed.boundedTo(room_for(self)))

    def add_button(self, words: str) -> QPushButton:
        """Add a button beside the Close button, and return it."""
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)  # Enter closes what was read
        return button

    def show_section(self, name: str) -> None:
        """Scroll to the anchor with this name."""
        self.browser.scrollToAnchor(name)


def method_text() -> str:
    """Write how the figures are calculated, and what they cannot say."""
    title = _tr("What this is not")
    text = resource_text("figures.html")
    return f"{text}<h2>{title}</h2><p>{escape(when_to_seek_help())}</p>"


def shortcuts_text() -> str:
    """Write the shortcuts of the tables, and of every command that has one."""
    in_tables = [
        (_tr("Enter"), _tr("take over the greyed value, or go where the next value goes")),
        ("8x60", _tr("8 repetitions with 60; 8 alone takes the load of the set before")),
        ("8x60 r2", _tr("2 repetitions in reserve; w marks a warm-up, t a test")),
        ("45s 60", _tr("a hold of 45 seconds with 60")),
        ("12x+20", _tr("standing: 20 beside the body; 10x-15: assistance")),
        ("F2", _tr("edit the value; Escape leaves it as it was")),
        (_tr("Delete"), _tr("delete the selected sets")),
    ]
    in_charts = [
        (_tr("Left, Right"), _tr("read the session before or the next one")),
        (_tr("Enter"), _tr("open that session")),
        ("+, −", _tr("show less or more time")),
        ("T", _tr("show the chart as a table, and back")),
        (_tr("Escape"), _tr("take the line of the day away")),
    ]
    commands = [
        (
            ", ".join(
                QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
                for keys in entry.keys
            ),
            _tr(entry.text).replace("&", "").rstrip("…"),
        )
        for entry in all_commands()
        if entry.keys
    ]
    of_plan = [
        (_tr("Enter"), _tr("go from a part to its fields; in a field, save it")),
        (_tr("Alt+Up, Alt+Down"), _tr("move a phase or planned sets")),
        (_tr("Delete"), _tr("remove a phase or planned sets")),
    ]
    return (
        _table(_tr("In the tables"), in_tables)
        + _table(_tr("In the charts"), in_charts)
        + _table(_tr("In the parts of a plan"), of_plan)
        + _table(_tr("Everywhere"), commands)
    )


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td style='padding: 3px 24px 3px 0'><b>{escape(keys)}</b></td>"
        f"<td style='padding: 3px 0'>{escape(words)}</td></tr>"
        for keys, words in rows
    )
    return f"<h3>{escape(title)}</h3><table>{cells}</table>"


def about_text(log: Path | None) -> str:
    """Write what this program is, what it is built with, and where the log is: a file, or None."""
    words = _tr(
        "A strength log for runners: calf raises seated and standing, left against right. "
        "It is a training log, not a medical device. It never uses the network: what you log "
        "stays in your file."
    )
    licence = _tr(
        "Free software under the MIT licence. Made with Qt {qt} (LGPL 3), PySide (LGPL 3), "
        "Python {python} and SQLite {sqlite}."
    ).format(qt=qVersion(), python=platform.python_version(), sqlite=SQLITE_VERSION)
    place = (
        _tr("This log is in memory alone: it goes with its window.")
        if log is None
        else _tr("Your log: {file}").format(file=escape(str(log)))
    )
    parts = (escape(words), escape(licence), place)
    paragraphs = "".join(f"<p>{part}</p>" for part in parts)
    icon = f'<img src="{desktop_file(f"{DESKTOP_ID}.svg").as_uri()}" width="64" height="64">'
    name = (
        f'<td style="padding-left: 16px; vertical-align: middle"><h2>Soleus {__version__}</h2></td>'
    )
    return f"<table><tr><td>{icon}</td>{name}</tr></table>{paragraphs}"
