"""A line of results, and the table of all lines."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Measured:
    """A result and its floor, in the same unit, from the same run.

    Args:
        what: What the runner waits for.
        ours: The program's figure.
        floor: The figure of the work that no program could avoid.
        bar: The highest ratio allowed.
        unit: The unit of both figures.
    """

    what: str
    ours: float
    floor: float
    bar: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Our figure divided by the floor."""
        return self.ours / self.floor

    @property
    def is_within(self) -> bool:
        """Whether the ratio is within its limit."""
        return self.ratio <= self.bar

    def as_json(self) -> dict[str, Any]:
        """Return all figures by name."""
        return {**asdict(self), "ratio": self.ratio, "is_within": self.is_within}


def written(lines: Sequence[Measured]) -> str:
    """Write the table in Markdown."""
    head = ["| what | ours | floor | ratio | bar | |", "|---|---:|---:|---:|---:|---|"]
    rows = [
        f"| {line.what} | {line.ours:.1f} {line.unit} | {line.floor:.1f} {line.unit} "
        f"| {line.ratio:.2f} | {line.bar:g} | {'within' if line.is_within else 'OVER'} |"
        for line in lines
    ]
    return "\n".join(head + rows)
