"""Break files by the thousand: ``python -m tests.fuzz [--cases N] [--seed N]``.

Half of the cases are mutations of the sources, half are tables that Hypothesis makes up. A case
that ends in neither an import nor words is written to standard error; the exit code is then 1.
"""

import argparse
import sys
import time

from hypothesis import HealthCheck, given, settings

from tests.fuzz.cases import Outcome, mutations, tried
from tests.fuzz.tables import tables


def main() -> int:
    """Run the cases and print how they ended."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--cases", type=int, default=40_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    outcome = Outcome()
    begun = time.perf_counter()
    for data in mutations(arguments.cases // 2, arguments.seed):
        tried(data, outcome)

    @settings(
        max_examples=arguments.cases - arguments.cases // 2,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(data=tables())
    def made_up(data: bytes) -> None:
        tried(data, outcome)

    made_up()
    for ending, count in outcome.ends.most_common():
        sys.stdout.write(f"{count:8,} {ending}\n")
    sys.stdout.write(
        f"{sum(outcome.ends.values()) + len(outcome.faults):8,} cases in "
        f"{time.perf_counter() - begun:.0f} s, the slowest in {outcome.slowest_s:.2f} s, "
        f"{len(outcome.faults)} faults\n"
    )
    for data, fault in outcome.faults[:20]:
        sys.stderr.write(f"{fault}\n    {data[:300]!r}\n")
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
