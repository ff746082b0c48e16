"""The manual: pages of Markdown with a list of their titles, and links between them."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from tracker.app.resources import ROOT
from tracker.app.theme import PAGE_MARGIN, for_letters
from tracker.ui.widgets.fitted import fit
from tracker.words.labels import resource_text

FOLDER: Final = ROOT / "manual"
PAGES: Final = (
    "logging.md",
    "history.md",
    "plans.md",
    "checkups.md",
    "importing.md",
    "files.md",
    "commands.md",
    "promise.md",
    "copies.md",
    "changes.md",
)
SIZE: Final = (860, 620)
WIDEST: Final = 200  # of a title in the list; longer ones are wrapped


def title_of(text: str) -> str:
    """Return the title of a page: its first line, without the heading mark."""
    return text.partition("\n")[0].removeprefix("# ")


class ManualDialog(QDialog):
    """The pages of the manual; links between pages are followed, all others ignored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Manual"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts = {name: resource_text(f"manual/{name}") for name in PAGES}
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Pages of the manual"))
        self.list.addItems([title_of(text) for text in self._texts.values()])
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(
            min(self.list.sizeHintForColumn(0), for_letters(WIDEST, self.fontMetrics()))
            + 2 * PAGE_MARGIN
        )
        self.browser = QTextBrowser(self)
        self.browser.setOpenLinks(False)
        self.browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.browser.document().setDocumentMargin(PAGE_MARGIN)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        beside = QHBoxLayout()
        beside.addWidget(self.list)
        beside.addWidget(self.browser, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(beside)
        layout.addWidget(buttons)
        fit(self, *SIZE)

        buttons.rejected.connect(self.reject)
        self.list.currentRowChanged.connect(self._show_page)
        self.browser.anchorClicked.connect(self._on_browser_anchor_clicked)
        for keys, step in (
            (QKeySequence.StandardKey.Back, -1),
            (QKeySequence.StandardKey.Forward, 1),
        ):
            QShortcut(QKeySequence(keys), self, lambda step=step: self._turn(step))
        self.list.setCurrentRow(0)

    def _turn(self, step: int) -> None:
        self.list.setCurrentRow(max(0, min(len(PAGES) - 1, self.list.currentRow() + step)))

    def _show_page(self, row: int) -> None:
        text = self._texts[PAGES[row]]
        self.browser.setAccessibleName(title_of(text))
        self.browser.setMarkdown(text)

    def _on_browser_anchor_clicked(self, link: QUrl) -> None:
        name = Path(link.path()).name
        if link.isRelative() and name in PAGES:
            self.list.setCurrentRow(PAGES.index(name))
