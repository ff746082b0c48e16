"""What can be undone and redone; plain Python, moved only after the write has succeeded."""

from dataclasses import dataclass, field

from tracker.domain.change import Change


@dataclass(frozen=True, slots=True)
class Step:
    """A change that was made, and what it is called in the menu."""

    change: Change
    label: str


@dataclass(slots=True)
class UndoHistory:
    """The steps made so far; those before ``_made`` are done, the rest undone."""

    _steps: list[Step] = field(default_factory=list)
    _made: int = 0

    def record(self, step: Step) -> None:
        """Remember a step that has just been made; what was undone before is forgotten."""
        del self._steps[self._made :]
        self._steps.append(step)
        self._made += 1

    @property
    def to_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._steps[self._made - 1] if self._made else None

    @property
    def to_redo(self) -> Step | None:
        """The step that redo would make again."""
        return self._steps[self._made] if self._made < len(self._steps) else None

    def undone(self) -> None:
        """Note that ``to_undo`` has been taken back."""
        self._made -= 1

    def redone(self) -> None:
        """Note that ``to_redo`` has been made again."""
        self._made += 1
