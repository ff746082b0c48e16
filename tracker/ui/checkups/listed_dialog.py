"""A dialog that lists entries above the fields of one, to add, change and remove them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.app.logbook import Logbook
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN
from tracker.domain.change import Change
from tracker.domain.event import Event
from tracker.domain.goal import Goal
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.named_rows import named_rows

E = TypeVar("E", bound=Event | Goal)


@dataclass(frozen=True, slots=True)
class ListedWords:
    """The texts of such a dialog.

    Args:
        title: What is listed.
        adding: Name of the step that adds an entry.
        changing: Name of the step that changes the selected entry.
        removing: Name of the step that removes it.
        hint: What the entries are used for, shown below the fields.
    """

    title: str
    adding: str
    changing: str
    removing: str
    hint: str


class ListedDialog(QDialog, Generic[E]):
    """Lists entries; each addition, change and removal is saved at once, as its own step.

    A subclass creates its fields, then calls ``_lay_out``.

    Args:
        logbook: The open log.
        faults: Where a failed save is told.
        words: The texts of the dialog.
    """

    def __init__(
        self, logbook: Logbook, faults: Faults, words: ListedWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._faults = faults
        self._words = words
        self._listed: Sequence[E] = ()
        self.setWindowTitle(words.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget(self)
        self.list.setAccessibleName(words.title)
        self.list.setMinimumSize(460, 130)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._on_list_row_changed)
        self.message = Complaint(self)
        self.add = QPushButton(self.tr("Add"), self)
        self.change = QPushButton(self.tr("Change"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        self._buttons = (self.add, self.change, self.remove)
        for button, label, make in (
            (self.add, words.adding, self._adding),
            (self.change, words.changing, self._changing),
            (self.remove, words.removing, self._removing),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, what=(label, make): self._do(*what))
        self.add.setDefault(True)

    def _lay_out(self, rows: Sequence[tuple[str, QWidget]]) -> None:
        """Lay out the list, the labelled fields, and the buttons."""
        self._form = named_rows(rows, self)
        buttons = QHBoxLayout()
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addWidget(self.list, 1)
        layout.addLayout(self._form)
        layout.addWidget(self.message)
        layout.addWidget(Caption(self._words.hint, self, factor=CAPTION, muted=True))
        layout.addLayout(buttons)
        order = [self.list, *(field for _, field in rows), *self._buttons, close]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        for _, field in rows:  # the complaint goes as soon as the field is edited
            if isinstance(field, QLineEdit):
                field.textEdited.connect(self.message.hide)
            elif isinstance(field, QComboBox):
                field.activated.connect(self.message.hide)

    def refresh(self) -> None:
        """List the current entries."""
        self._faults.attempt(self._show_listed)

    def _show_listed(self) -> None:
        chosen = self._chosen
        self._listed = self._read()
        self.list.clear()
        self.list.addItems(list(map(self._text, self._listed)))
        if chosen is not None:
            self._choose(chosen.id)
        self._on_list_row_changed()

    def _choose(self, entry_id: str) -> None:
        """Select an entry by its ID, if it still exists."""
        ids = [each.id for each in self._listed]
        if entry_id in ids:
            self.list.setCurrentRow(ids.index(entry_id))

    @property
    def _chosen(self) -> E | None:
        row = self.list.currentRow()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def _on_list_row_changed(self) -> None:
        chosen = self._chosen
        self.change.setEnabled(chosen is not None)
        self.remove.setEnabled(chosen is not None)
        if chosen is not None:
            self._fill(chosen)

    def _adding(self) -> Change:
        return Change.adding(self._new_to_list(None)) + self._beside()

    def _changing(self) -> Change:
        chosen = self._chosen
        if chosen is None:
            return Change()
        return Change.replacing(chosen, self._new_to_list(chosen)) + self._beside()

    def _new_to_list(self, before: E | None) -> E:
        """Read the fields; refuse an entry that exists already, as after Enter pressed twice."""
        entry = self._typed(before)
        if any(
            each.id != entry.id and replace(each, id=entry.id) == entry for each in self._listed
        ):
            raise ValueError(self.tr("This is listed already."))
        return entry

    def _removing(self) -> Change:
        chosen = self._chosen
        return Change() if chosen is None else Change.removing(chosen)

    def _do(self, label: str, make: Callable[[], Change]) -> None:
        self.message.hide()
        self._faults.attempt(lambda: self._logbook.apply(make(), label), self.message.say)

    # What is listed, and how

    def _read(self) -> Sequence[E]:
        """Return the entries to list."""
        raise NotImplementedError

    def _text(self, entry: E) -> str:
        """Write an entry on one line."""
        raise NotImplementedError

    def _fill(self, entry: E) -> None:
        """Show an entry in the fields."""
        raise NotImplementedError

    def _typed(self, before: E | None) -> E:
        """Read the fields.

        Args:
            before: The entry being changed, whose ID is kept; None for a new one.

        Raises:
            ValueError: In words, if the fields are not a valid entry.
        """
        raise NotImplementedError

    def _beside(self) -> Change:
        """Return what else an addition or a change does."""
        return Change()
