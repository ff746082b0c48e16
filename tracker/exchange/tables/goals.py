"""``goals.csv``: one row per goal, as it was set; always all goals, whatever days are exported."""

from typing import Final

from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.exchange.tables.cell_readers import day, member, number, required
from tracker.exchange.tables.dialect import restored
from tracker.exchange.tables.table import Column, Into, Table
from tracker.worded import worded

GOALS: Final[Table[list[Goal]]] = Table(
    name="goals.csv",
    grain="one row a goal, whatever the days",
    columns=(
        Column(
            "kind",
            "what it is a figure of: e1rm_bodyweights (estimated maximum × bodyweight), "
            "heel_raise_reps, difference_percent (of the legs, to be below it), measurement",
            lambda goals, write: write.words(goal.kind for goal in goals),
            Into("kind", required(worded("The kind is"), member(GoalKind, worded("kind of goal")))),
            is_telling=True,
        ),
        Column(
            "exercise",
            "seated, standing or standing_bent; empty of a measurement",
            lambda goals, write: write.words(goal.exercise for goal in goals),
            Into("exercise", member(Exercise, worded("exercise"))),
            is_telling=True,
        ),
        Column(
            "side",
            "of which leg; both for each leg, for a difference, and for a measurement of no leg",
            lambda goals, write: write.words(goal.side for goal in goals),
            Into("side", required(worded("The side is"), member(Side, worded("side")))),
            is_telling=True,
        ),
        Column(
            "target",
            "the figure to be reached, in what its kind is a figure of",
            lambda goals, write: write.numbers(goal.target for goal in goals),
            Into("target", required(worded("The target is"), number)),
            is_telling=True,
        ),
        Column(
            "by",
            "the day agreed; empty where none was",
            lambda goals, write: write.dates(goal.by for goal in goals),
            Into("by", day),
            is_telling=True,
        ),
        Column(
            "measured",
            "the kind of a measurement, as in measurements.csv; else empty",
            lambda goals, write: write.texts(goal.measured for goal in goals),
            Into("measured", restored),
        ),
        Column(
            "unit",
            "its unit, of a kind of the runner's own; else empty",
            lambda goals, write: write.texts(goal.unit for goal in goals),
            Into("unit", restored),
        ),
    ),
    take=lambda period: period.log.goals(),
    # A goal belongs to no day: the day to reach it by does not limit the export.
    days=lambda period: (period.today for _ in period.log.goals()),
    entry=Goal,
)
