"""One measured line, and the table that they make."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured against its floor, both in the same unit and run.

    Args:
        what: The thing that the runner waits for.
        ours: The program's figure.
        floor: What nobody could do without.
        bar: The ratio not to be passed.
        unit: Of both figures.
    """

    what: str
    ours: float
    floor: float
    bar: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours against the floor."""
        return self.ours / self.floor

    @property
    def is_within(self) -> bool:
        """Whether the ratio is within its bar."""
        return self.ratio <= self.bar

    def as_json(self) -> dict[str, Any]:
        """Give all figures under their names."""
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
