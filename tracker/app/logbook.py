"""The open log: one door for changes, and the signal that says what changed."""

from PySide6.QtCore import QObject, Signal

from tracker.app.undo import Step, UndoHistory, joined
from tracker.domain.change import Change
from tracker.storage.database import Database


class Logbook(QObject):
    """The log that the window shows; all writing goes through ``apply``, ``undo`` and ``redo``.

    Args:
        database: The open log, for questions; never to be changed but through this object.

    Signals:
        changed: A Change has been committed: made, undone (its inverse) or redone.
        undone: After ``changed``: it was the inverse of a step taken back.
        redone: After ``changed``: it was a step made again.
        reloaded: Another window or program has changed the log: anything may differ.
    """

    changed = Signal(object)
    undone = Signal(object)
    redone = Signal(object)
    reloaded = Signal()

    def __init__(self, database: Database, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.database = database
        self._history = UndoHistory()

    def apply(self, change: Change, label: str) -> None:
        """Commit a change and remember it for undo; an empty change does nothing.

        Args:
            change: What to change.
            label: Its name in the menu, after "Undo" and "Redo".

        Raises:
            TrackerError: If it could not be saved; nothing is remembered then.
        """
        if not change:
            return
        # Commit before recording: undo must never remember what never happened.
        inverse = self._save(change)
        self._history.record(Step(inverse, label))
        self.changed.emit(change)

    def amend(self, change: Change, label: str) -> None:
        """Commit a change, and let it be undone with the newest step where that added all of it.

        Args:
            change: What to change of entries that are there.
            label: Its name in the menu where it is a step of its own.

        Raises:
            TrackerError: If it could not be saved; nothing is remembered then.
        """
        newest = self._history.to_undo
        undo = None if newest is None else joined(newest.change, change)
        if newest is None or undo is None or not change:
            self.apply(change, label)
            return
        self._save(change)
        self._history.amend(newest._replace(change=undo))
        self.changed.emit(change)

    def catch_up(self) -> None:
        """Tell of what other windows and programs did to the log, if they did something."""
        if self.database.catch_up():
            self.reloaded.emit()

    def _save(self, change: Change) -> Change:
        """Commit a change, and give the one that takes it back."""
        # What others did is shown first: a change made in ignorance of it is refused below.
        self.catch_up()
        return self.database.apply(change)

    @property
    def undo_label(self) -> str | None:
        """The name of what undo would take back; None where there is nothing."""
        step = self._history.to_undo
        return None if step is None else step.label

    @property
    def redo_label(self) -> str | None:
        """The name of what redo would make again; None where there is nothing."""
        step = self._history.to_redo
        return None if step is None else step.label

    def undo(self) -> None:
        """Take back the last step, if there is one.

        Raises:
            TrackerError: If it could not be saved; undo can be tried again.
        """
        step = self._history.to_undo
        if step is not None:
            self._history.undone(self._save(step.change))
            self.changed.emit(step.change)
            self.undone.emit(step.change)

    def redo(self) -> None:
        """Make the last step undone again, if there is one.

        Raises:
            TrackerError: If it could not be saved; redo can be tried again.
        """
        step = self._history.to_redo
        if step is not None:
            self._history.redone(self._save(step.change))
            self.changed.emit(step.change)
            self.redone.emit(step.change)
