"""Break files by the thousand: ``python -m tests.fuzz [--cases N] [--seed N]``.

Half of the cases are mutations of the sources, half are tables that Hypothesis makes up. A case
that ends in neither an import nor words is written to standard error; the exit code is then 1.
Times are processor time, so that a busy machine makes no case look slow.
"""

import argparse
import signal
import sys
import time

from hypothesis import HealthCheck, given, settings

from tests.fuzz.cases import Outcome, mutations, tried
from tests.fuzz.tables import tables

PROGRESS = 1_000  # cases a line
STOPPED_S = 60.0  # of a case that might never end
MOST_SHOWN = 2_000  # bytes of a case that is at fault


class StoppedError(Exception):
    """A case that was stopped because it took too long."""


def _stop(*_: object) -> None:
    raise StoppedError


def _tried(data: bytes, outcome: Outcome) -> None:
    """Try one case, and stop it if it does not end."""
    known = len(outcome.faults)
    signal.setitimer(signal.ITIMER_PROF, STOPPED_S)
    tried(data, outcome)
    signal.setitimer(signal.ITIMER_PROF, 0)
    for fault in outcome.faults[known:]:
        sys.stderr.write(f"{fault}\n    {data[:MOST_SHOWN]!r}\n")
    if outcome.cases % PROGRESS == 0:
        sys.stderr.write(
            f"{outcome.cases:8,} cases, {len(outcome.faults)} faults, "
            f"{time.process_time():.0f} s, the slowest {outcome.slowest_s:.2f} s\n"
        )


def main() -> int:
    """Run the cases and print how they ended."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--cases", type=int, default=40_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    outcome = Outcome()
    signal.signal(signal.SIGPROF, _stop)
    for data in mutations(arguments.cases // 2, arguments.seed):
        _tried(data, outcome)

    @settings(
        max_examples=arguments.cases - arguments.cases // 2,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(data=tables())
    def made_up(data: bytes) -> None:
        _tried(data, outcome)

    made_up()
    for ending, count in outcome.ends.most_common():
        sys.stdout.write(f"{count:8,} {ending}\n")
    sys.stdout.write(
        f"{outcome.cases:8,} cases in {time.process_time():.0f} s, "
        f"the slowest in {outcome.slowest_s:.2f} s, "
        f"{len(outcome.faults)} faults\n"
    )
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
