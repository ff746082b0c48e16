"""Every kind of damage, with its number of cases in the short and in the long run."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.durability import (
    backups,
    damage,
    failing_calls,
    full_disk,
    hostile,
    hostile_texts,
    kill,
    leaving,
    long_run,
    machines,
    out_of_reach,
    put_over,
    undo,
    values,
)
from tests.durability.outcome import Outcome

SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of damage.

    Args:
        name: Its name.
        run: Does it this many times, given a seed.
        short: Number of cases in each run of the tests.
        long: Number of cases in the long run.
    """

    name: str
    run: Callable[[int, int], Outcome]
    short: int
    long: int


FORMS: Final = (
    Form("kill", kill.run, 20, 500),
    Form("full disk", full_disk.run, 12, 200),
    Form("out of reach", out_of_reach.run, 6, 60),
    Form("put over", put_over.run, 12, 300),
    Form("damage", damage.run, 6, 200),
    Form("hostile files", hostile.run, 8, 320),
    Form("hostile texts", hostile_texts.run, 30, 2_000),
    Form("backups", backups.run, 3, 100),
    Form("failing calls", failing_calls.run, 24, 1_000),
    Form("values", values.run, 20, 1000),
    Form("leaving a field", leaving.run, 80, 4_000),
    Form("undo", undo.run, 4, 100),
    Form("three machines", machines.run, 40, 10_000),
    Form("long run", long_run.run, 80, 10_000),
)
