"""The open log: the only way to change it, and the signals that tell what changed."""

from PySide6.QtCore import QObject, Signal

from tracker import TrackerError
from tracker.app.job import Job
from tracker.app.undo import Step, UndoHistory, joined
from tracker.domain.change import Change
from tracker.storage.database import Database
from tracker.storage.last_saved import Proof


class Logbook(QObject):
    """The log shown by the window; all writing goes through ``apply``, ``undo`` and ``redo``.

    Args:
        database: The open log, for queries; it must only be changed through this object.

    Signals:
        changed: A Change was committed: made, undone (its inverse) or redone.
        undone: After ``changed``: it was the inverse of an undone step.
        redone: After ``changed``: it was a redone step.
        reloaded: Another window or program has changed the log; anything may differ.
        told: After ``changed``: a sentence about what was done, empty if it is visible anyway, and
            whether it was an undone step.
        put_back: After ``reloaded``: another copy of the log took its place on disk, and this
            Change added to it what had been saved here and was missing.
        parted: After ``reloaded``: another program wrote into the log's file, so the log continues
            in a new one.
        kept_aside: Another file that cannot be used took the log's place: the Path, with the
            backups, where what was saved here is kept.
    """

    changed = Signal(object)
    undone = Signal(object)
    redone = Signal(object)
    reloaded = Signal()
    told = Signal(str, bool)
    put_back = Signal(object)
    parted = Signal()
    kept_aside = Signal(object)

    def __init__(self, database: Database, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.database = database
        self._history = UndoHistory()
        self._comparing: Job | None = None  # for a large log

    def apply(self, change: Change, label: str, said: str = "") -> None:
        """Commit a change and remember it for undo; an empty change does nothing.

        Args:
            change: What to change.
            label: Its name after "Undo" and "Redo" in the menu.
            said: A sentence about what was done, if it is not visible anyway.

        Raises:
            TrackerError: If it could not be saved; nothing is remembered then.
        """
        if not change:
            return
        # Commit before recording, so that undo never remembers what never happened.
        inverse = self._save(change)
        self._history.record(Step(inverse, label))
        self.changed.emit(change)
        self.told.emit(said, False)

    def amend(self, change: Change, label: str) -> None:
        """Commit a change; it is undone together with the newest step if that added all it changes.

        Args:
            change: A change of existing entries.
            label: Its name in the menu if it becomes a step of its own.

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

    def catch_up(self) -> bool:
        """Report what other windows and programs did to the log; returns whether they did."""
        has_changed = self._catch_up()
        steps = None if self._comparing is not None else self.database.comparing()
        if steps is not None:
            self._comparing = Job(steps, self, only_reads=True)
            self._comparing.finished.connect(self._on_comparing_finished)
            self._comparing.start()
        return has_changed

    def _on_comparing_finished(self, proof: Proof) -> None:
        job, self._comparing = self._comparing, None
        assert job is not None  # it just finished
        job.leave()
        self.database.note_compared(proof)
        self._catch_up()

    def _catch_up(self) -> bool:
        has_changed = self.database.catch_up()
        has_parted, self.database.has_parted = self.database.has_parted, False
        if self.database.lacks_saved:
            self._put_back()
        elif has_changed or has_parted:
            self.reloaded.emit()
        if has_parted:
            self.parted.emit()
        kept, self.database.kept_aside = self.database.kept_aside, None
        if kept is not None:
            self.kept_aside.emit(kept)
        return has_changed or has_parted

    def part_from_damage(self) -> bool:
        """Continue with what was saved if another program made the file unreadable; tells if so."""
        return self.database.part_from_damage() and self.catch_up()

    def _put_back(self) -> None:
        """Merge what was saved here into the copy that took the log's place, as one step."""
        from tracker.exchange.whole_log.joining import join

        database = self.database
        try:
            entries, past = database.saved_here()
            change = join(entries, tuple(database.entries()), past, database.past()).change
            inverse = database.apply(change) if change else None
        except TrackerError:  # the disk fails now; it will be tried again
            return
        database.lacks_saved = False
        is_seen = inverse is not None and bool(change.edits)
        if inverse is not None and is_seen:
            self._history.record(Step(inverse, self.tr("Put back what was saved here")))
        # Emit only when everything is back, so that listeners find typed values in their places.
        self.reloaded.emit()
        if is_seen:
            self.told.emit("", False)  # it is reported by ``put_back``
            self.put_back.emit(change)

    def _save(self, change: Change) -> Change:
        """Commit a change; returns its inverse."""
        # First show what others did; a change made without knowing that is refused below.
        self._catch_up()
        return self.database.apply(change)

    @property
    def undo_label(self) -> str | None:
        """The name of what undo would undo; None if there is nothing."""
        step = self._history.to_undo
        return None if step is None else step.label

    @property
    def redo_label(self) -> str | None:
        """The name of what redo would redo; None if there is nothing."""
        step = self._history.to_redo
        return None if step is None else step.label

    def undo(self) -> None:
        """Undo the last step, if there is one.

        Raises:
            TrackerError: If it could not be saved; undo can be tried again.
        """
        step = self._history.to_undo
        if step is not None:
            self._history.undone(self._save(step.change))
            self.changed.emit(step.change)
            self.undone.emit(step.change)
            self.told.emit(self.tr("Undone: {}.").format(step.label), True)

    def redo(self) -> None:
        """Redo the last undone step, if there is one.

        Raises:
            TrackerError: If it could not be saved; redo can be tried again.
        """
        step = self._history.to_redo
        if step is not None:
            self._history.redone(self._save(step.change))
            self.changed.emit(step.change)
            self.redone.emit(step.change)
            self.told.emit(self.tr("Done again: {}.").format(step.label), False)
