"""``tests.csv``: one row a heel-raise test of one leg, as it was done.

Without a metronome ``cadence_bpm`` and ``reps_per_min`` are empty; with one, two beats are one
repetition. There is no load in it, so that it is the same in kilograms and pounds.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from tracker.domain.heel_raise import HeelRaiseTest
from tracker.exchange.exporting.sets import Shape, Step, steps_of

TESTS_COLUMNS: Final = (
    "date",
    "exercise",
    "side",
    "reps",
    "cadence_bpm",
    "reps_per_min",
    "incline_deg",
    "stop_reason",
    "pain",
    "notes",
)


def tests_steps(tests: Sequence[HeelRaiseTest], shape: Shape) -> Iterator[Step]:
    """Make the lines of ``tests.csv``, some thousand at a time.

    Args:
        tests: By day, those of one day as they were done.
        shape: How numbers are written.

    Yields:
        The fraction done after these lines, and the lines.
    """
    number = shape.number
    columns: list[list[str]] = [
        [test.date.isoformat() for test in tests],
        [test.exercise.value for test in tests],
        [test.side.value for test in tests],
        [number(test.reps) for test in tests],
        [number(test.cadence_bpm) for test in tests],
        [number(test.reps_per_min) for test in tests],
        [number(test.incline_deg) for test in tests],
        [test.stop_reason or "" for test in tests],
        [number(test.pain) for test in tests],
        [shape.text(test.note) for test in tests],
    ]
    yield from steps_of(columns, shape)
