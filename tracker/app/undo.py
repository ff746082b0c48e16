"""What can be undone and redone; plain Python, updated only after writing has succeeded."""

from dataclasses import replace
from typing import NamedTuple

from tracker.domain.change import Change, Edit

MOST_STEPS = 1000  # a day of heavy use; more would only use memory


class Step(NamedTuple):
    """Something done, and its name in the menu.

    Args:
        change: The change that undoes it or, once undone, redoes it.
        label: Its name.
    """

    change: Change
    label: str


def joined(undo: Change, later: Change) -> Change | None:
    """Combine the undo of a step with a later change of what that step added.

    Args:
        undo: The change that undoes the step.
        later: The change made since.

    Returns:
        The change that undoes both, removing the added entries in their current state. None unless
        everything the later change touches was added by the step and not changed in between.
    """
    edits = list(undo.edits)
    for edit in later.edits:
        added = next((each for each in edits if each == Edit(edit.before, None)), None)
        if added is None or edit.after is None:
            return None
        edits[edits.index(added)] = Edit(edit.after, None)
    return replace(undo, edits=tuple(edits))


class UndoHistory:
    """The steps made so far; those before ``_made`` are done, the others undone."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._made = 0

    def record(self, step: Step) -> None:
        """Remember a step just made, forgetting undone ones.

        Beyond ``MOST_STEPS``, the oldest is forgotten too.
        """
        del self._steps[self._made :]
        self._steps.append(step)
        del self._steps[:-MOST_STEPS]
        self._made = len(self._steps)

    def amend(self, step: Step) -> None:
        """Replace the newest step made, forgetting undone ones."""
        self._made -= 1
        self.record(step)

    @property
    def to_undo(self) -> Step | None:
        """The step that undo would undo."""
        return self._steps[self._made - 1] if self._made else None

    @property
    def to_redo(self) -> Step | None:
        """The step that redo would redo."""
        return self._steps[self._made] if self._made < len(self._steps) else None

    def undone(self, redo: Change) -> None:
        """Note that ``to_undo`` was undone, and the change that would redo it."""
        self._made -= 1
        self._steps[self._made] = self._steps[self._made]._replace(change=redo)

    def redone(self, undo: Change) -> None:
        """Note that ``to_redo`` was redone, and the change that would undo it."""
        self._steps[self._made] = self._steps[self._made]._replace(change=undo)
        self._made += 1
