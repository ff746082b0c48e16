"""Undo of every kind of change, compared with a plain model, in long runs on a failing disk."""

from hypothesis import Verbosity, settings
from hypothesis.core import seed as seeded
from hypothesis.stateful import run_state_machine_as_test

from tests.app.test_undo_of_everything import LoggingAndUndoing
from tests.durability.outcome import Outcome

STEPS = 200


def run(cases: int, seed: int) -> Outcome:
    """For each case, let a runner log and change her mind for 200 steps."""
    complaints = []
    try:
        run_state_machine_as_test(
            seeded(seed)(LoggingAndUndoing),
            settings=settings(
                max_examples=cases,
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                verbosity=Verbosity.quiet,
            ),
        )
    except AssertionError as error:
        complaints.append(str(error))
    damage = f"{STEPS} changes, undone, redone, on a disk that fails at times"
    return Outcome(damage, cases, len(complaints), tuple(complaints))
