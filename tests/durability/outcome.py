"""The results of doing some damage many times, and the table of all results."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done to the log, and whether the promise held.

    Args:
        damage: What was done.
        cases: How often.
        lost: Number of acknowledged changes that were missing afterwards.
        complaints: What else did not go as promised, one sentence each.
    """

    damage: str
    cases: int
    lost: int
    complaints: tuple[str, ...] = ()

    @property
    def verdict(self) -> str:
        """Say whether the promise held, and if not, the first thing that broke it."""
        if self.complaints:
            return f"BROKEN: {self.complaints[0]}"
        return "BROKEN" if self.lost else "held"


def written(outcomes: Sequence[Outcome]) -> str:
    """Write the table in Markdown."""
    head = ["| damage | cases | lost | verdict |", "|---|---:|---:|---|"]
    rows = [
        f"| {each.damage} | {each.cases:,} | {each.lost:,} | {each.verdict} |" for each in outcomes
    ]
    return "\n".join(head + rows)
