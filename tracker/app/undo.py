"""What can be undone and redone; plain Python, moved only after the write has succeeded."""

from dataclasses import replace
from typing import NamedTuple

from tracker.domain.change import Change, Edit

MOST_STEPS = 1000  # a day of much use; more would only grow the program


class Step(NamedTuple):
    """Something done, and what it is called in the menu.

    Args:
        change: What takes it back; once that was done, what makes it again.
        label: Its name.
    """

    change: Change
    label: str


def joined(undo: Change, later: Change) -> Change | None:
    """Join the undo of a step with a later change of what that step added.

    Args:
        undo: What takes the step back.
        later: The change made since.

    Returns:
        What takes both back: what was added goes as it is now. None unless all that the later
        change touches was added by the step, and has not changed in between.
    """
    edits = list(undo.edits)
    for edit in later.edits:
        added = next((each for each in edits if each == Edit(edit.before, None)), None)
        if added is None or edit.after is None:
            return None
        edits[edits.index(added)] = Edit(edit.after, None)
    return replace(undo, edits=tuple(edits))


class UndoHistory:
    """The steps made so far; those before ``_made`` are done, the rest undone."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._made = 0

    def record(self, step: Step) -> None:
        """Remember a step that has just been made; what was undone before is forgotten.

        Of more than ``MOST_STEPS`` the oldest is forgotten too.
        """
        del self._steps[self._made :]
        self._steps.append(step)
        del self._steps[:-MOST_STEPS]
        self._made = len(self._steps)

    def amend(self, step: Step) -> None:
        """Put a step in the place of the newest one made; what was undone before is forgotten."""
        self._made -= 1
        self.record(step)

    @property
    def to_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._steps[self._made - 1] if self._made else None

    @property
    def to_redo(self) -> Step | None:
        """The step that redo would make again."""
        return self._steps[self._made] if self._made < len(self._steps) else None

    def undone(self, redo: Change) -> None:
        """Note that ``to_undo`` has been taken back, and what would make it again."""
        self._made -= 1
        self._steps[self._made] = self._steps[self._made]._replace(change=redo)

    def redone(self, undo: Change) -> None:
        """Note that ``to_redo`` has been made again, and what would take it back."""
        self._steps[self._made] = self._steps[self._made]._replace(change=undo)
        self._made += 1
