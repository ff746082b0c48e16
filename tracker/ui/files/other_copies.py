"""The lines about other copies of the log: one beside it, or one that took its place."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.app.conflict_copies import ConflictCopies
from tracker.domain.change import Change
from tracker.storage.conflict_copies import ConflictCopy
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.line_card import LineCard
from tracker.words.other_copies import copy_text, kept_aside_text, parted_text, put_back_text

if TYPE_CHECKING:  # imported when the dialog opens
    from tracker.ui.files.import_dialog import ImportDialog


class OtherCopies(QWidget):
    """The place above the session that tells of other copies; it never takes the focus.

    Args:
        copies: Looks for copies beside the log.
        open_import: Opens the import dialog with a file.
        faults: Where it is told that a copy could not be moved.

    Signals:
        closed: A line was dismissed, and the focus is free.
    """

    closed = Signal()

    def __init__(
        self,
        copies: ConflictCopies,
        open_import: "Callable[[Path], ImportDialog]",
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._copies = copies
        self._open_import = open_import
        self._faults = faults
        self._copy: ConflictCopy | None = None
        self.put_back: LineCard | None = None  # created on first use
        self.beside: LineCard | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()
        copies.found.connect(self._on_copies_found)

    def _refresh(self) -> None:
        cards = (self.put_back, self.beside)
        self.setVisible(any(card is not None and not card.isHidden() for card in cards))

    # Another copy in the log's place

    def tell_put_back(self, change: Change) -> None:
        """Say what was added to the copy that took the log's place."""
        self._tell(put_back_text(change))

    def tell_parted(self) -> None:
        """Say that the log continues in a new file, because another program wrote to its own."""
        self._tell(parted_text())

    def tell_kept_aside(self, path: Path) -> None:
        """Say that an unusable file took the log's place, and where what was saved is now."""
        self._tell(kept_aside_text(path))

    def _tell(self, words: str) -> None:
        if self.put_back is None:
            self.put_back = LineCard(self)
            self.put_back.add_button(self.tr("OK"), self._on_ok_clicked)
            self._layout.insertWidget(0, self.put_back)
        self.put_back.words.setText(words)
        self.put_back.show()
        self._refresh()

    def _on_ok_clicked(self) -> None:
        assert self.put_back is not None  # it contains the button
        self.put_back.hide()
        self._refresh()
        self.closed.emit()

    # One beside it

    def _on_copies_found(self, copy: ConflictCopy | None) -> None:
        self._copy = copy
        if copy is not None:
            if self.beside is None:
                self.beside = LineCard(self)
                self.beside.add_button(self.tr("Show…"), self._on_show_clicked)
                self.beside.add_button(self.tr("Not now"), self._on_not_now_clicked)
                self._layout.addWidget(self.beside)
            self.beside.words.setText(copy_text(copy))
            self.beside.words.setToolTip(copy.path.name)
        if self.beside is not None:
            self.beside.setVisible(copy is not None)
        self._refresh()

    def _on_show_clicked(self) -> None:
        copy = self._copy
        assert copy is not None  # the line with the button is shown
        dialog = self._open_import(copy.path)

        def put_away() -> None:
            if dialog.session.path == copy.path:  # the user may have chosen another file instead
                self._faults.attempt(lambda: self._copies.put_away(copy.path))

        dialog.imported.connect(put_away)

    def _on_not_now_clicked(self) -> None:
        assert self._copy is not None  # # the line with the button is shown
        self._copies.put_aside(self._copy)
        self._on_copies_found(None)
        self.closed.emit()
