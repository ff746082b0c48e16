"""``measurements.csv``: one row per measured value, of one leg or of none.

For a kind of the runner's own, ``kind`` is its name, and ``unit`` its unit. Known kinds always have
the same unit, except that a force written in kilograms by another program is understood.
"""

import datetime
from collections.abc import Sequence
from typing import Final

from tracker.domain.exercise import Side
from tracker.domain.measurement import KNOWN_KINDS, Measurement, kind_named, newtons
from tracker.exchange.tables.cell_readers import day, member, number, required
from tracker.exchange.tables.dialect import restored
from tracker.exchange.tables.table import Column, Into, Table
from tracker.worded import worded

_KILOGRAMS: Final = "kg"


def _numbers(cell: str) -> tuple[float, ...]:
    found = (number(each) for each in cell.split())
    return tuple(value for value in found if value is not None)


def _measurement(
    *,
    date: datetime.date,
    kind: str,
    side: Side | None,
    value: float,
    unit: str,
    trials: Sequence[float],
    note: str,
) -> Measurement:
    """Make the measurement of a row.

    Raises:
        ValueError: In words for a person, if it is not valid.
    """
    known = KNOWN_KINDS.get(kind)
    if known is not None:
        if known.is_force and unit == _KILOGRAMS:
            value, trials = newtons(value), tuple(map(newtons, trials))
        elif unit not in ("", known.unit):
            raise ValueError(worded("{} is measured in {}, not in {}.", kind, known.unit, unit))
        unit = ""
    return Measurement(date, kind, value, side, unit, tuple(trials), note)


MEASUREMENTS: Final[Table[list[Measurement]]] = Table(
    name="measurements.csv",
    grain="one row a value measured now and then, of one leg or of none",
    columns=(
        Column(
            "date",
            "day of the measurement",
            lambda measured, write: write.dates(each.date for each in measured),
            Into("date", required(worded("The date is"), day)),
            is_telling=True,
        ),
        Column(
            "kind",
            f"what was measured: {', '.join(KNOWN_KINDS)}, or a name of the runner's own; visa_a "
            "is best at 100, tendins_a and load_pain at 0",
            lambda measured, write: write.texts(each.kind for each in measured),
            Into("kind", restored),
            is_telling=True,
        ),
        Column(
            "side",
            "the leg, left or right; empty where it is of none",
            lambda measured, write: write.words(each.side for each in measured),
            Into("side", member(Side, worded("side"))),
            is_telling=True,
        ),
        Column(
            "value",
            "the value, the best of its trials, in the unit beside it",
            lambda measured, write: write.numbers(each.value for each in measured),
            Into("value", required(worded("The value is"), number)),
            is_telling=True,
        ),
        Column(
            "unit",
            "its unit: N newtons, cm, J joules, %, n a count, 0-100 or 0-10 a scale, or the "
            "runner's own; a peak force may be read in kg, the kilograms of a scale",
            lambda measured, write: write.texts(
                kind_named(each.kind, each.unit).unit for each in measured
            ),
            Into("unit", restored),
            is_telling=True,
        ),
        Column(
            "trials",
            "the trials that the value is the best of, with spaces between; empty where not told",
            lambda measured, write: [" ".join(write.numbers(each.trials)) for each in measured],
            Into("trials", _numbers),
        ),
        Column(
            "notes",
            "the runner's own words",
            lambda measured, write: write.texts(each.note for each in measured),
            Into("note", restored),
        ),
    ),
    take=lambda period: period.log.measurements(period.first, period.last),
    days=lambda period: (each.date for each in period.log.measurements(period.first, period.last)),
    entry=_measurement,
)
