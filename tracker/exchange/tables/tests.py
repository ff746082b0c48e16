"""``tests.csv``: one row per heel-raise test of one leg.

Without a metronome ``cadence_bpm`` and ``reps_per_min`` are empty; with one, two beats make one
repetition. There is no load in it, so it is the same in kilograms and pounds.
"""

from typing import Final

from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.exchange.tables.cell_readers import day, member, number, required, whole
from tracker.exchange.tables.dialect import restored
from tracker.exchange.tables.table import Column, Into, Table
from tracker.worded import worded

TESTS: Final[Table[list[HeelRaiseTest]]] = Table(
    name="tests.csv",
    grain="one row a heel-raise endurance test of one leg",
    columns=(
        Column(
            "date",
            "day of the test",
            lambda tests, write: write.dates(test.date for test in tests),
            Into("date", required(worded("The date is"), day)),
            is_telling=True,
        ),
        Column(
            "exercise",
            "standing (knee straight) or standing_bent (knee bent about 45 degrees)",
            lambda tests, write: write.words(test.exercise for test in tests),
            Into(
                "exercise",
                required(worded("The exercise is"), member(Exercise, worded("exercise"))),
            ),
            is_telling=True,
        ),
        Column(
            "side",
            "the leg tested, left or right",
            lambda tests, write: write.words(test.side for test in tests),
            Into("side", required(worded("The side is"), member(Side, worded("side")))),
            is_telling=True,
        ),
        Column(
            "reps",
            "repetitions until the test ended",
            lambda tests, write: write.numbers(test.reps for test in tests),
            Into("reps", required(worded("Repetitions are"), whole(worded("Repetitions")))),
            is_telling=True,
        ),
        Column(
            "cadence_bpm",
            "beats a minute of the metronome; empty without one",
            lambda tests, write: write.numbers(test.cadence_bpm for test in tests),
            Into("cadence_bpm", number),
            is_telling=True,
        ),
        Column(
            "reps_per_min",
            "repetitions a minute: half the beats, one up and one down",
            lambda tests, write: write.numbers(test.reps_per_min for test in tests),
        ),
        Column(
            "incline_deg",
            "slope of the surface, degrees; 0 is the floor",
            lambda tests, write: write.numbers(test.incline_deg for test in tests),
            Into("incline_deg", lambda cell: number(cell) or 0.0),
            is_telling=True,
        ),
        Column(
            "stop_reason",
            "why it ended: heel (not full height), pace, position (of knee or trunk), "
            "hands (carried weight), pain, other",
            lambda tests, write: write.words(test.stop_reason for test in tests),
            Into("stop_reason", member(StopReason, worded("reason to stop"))),
        ),
        Column(
            "pain",
            "the worst pain during the test, 0 (none) to 10",
            lambda tests, write: write.numbers(test.pain for test in tests),
            Into("pain", whole(worded("Pain"))),
        ),
        Column(
            "notes",
            "the runner's own words",
            lambda tests, write: write.texts(test.note for test in tests),
            Into("note", restored),
        ),
    ),
    take=lambda period: period.log.tests(period.first, period.last),
    days=lambda period: (test.date for test in period.log.tests(period.first, period.last)),
    entry=HeelRaiseTest,
)
