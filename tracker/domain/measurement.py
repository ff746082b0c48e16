"""What is measured now and then: questionnaires, peak force, hops, and whatever a runner adds.

The kinds that the program knows stand in one table, ``KNOWN_KINDS``. A kind of the runner's own has
a name and a unit, and nothing else is known of it.

Sources: Murphy 2023 (medRxiv) for TENDINS-A; Glaied & Whiteley 2025, doi 10.26603/001c.128591, for
peak force seated; Sleeswijk Visser 2025, doi 10.1016/j.bjpt.2025.101188, for height and work of
heel raises; PMC8485842 and Green 2022 for which kinds there are. The program draws no conclusion
from any of them.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import Final, NamedTuple

from tracker.domain.entry import (
    new_id,
    require_day,
    require_keepable,
    require_note,
    require_within,
)
from tracker.domain.exercise import LEGS, LONGEST_NAME, Side
from tracker.domain.frozen import frozen
from tracker.worded import worded

LONGEST_UNIT: Final = 20
MOST_TRIALS: Final = 20
OWN_VALUES: Final = (-1_000_000.0, 1_000_000.0)  # of a kind of the runner's own
NEWTONS_PER_KG: Final = 9.80665  # standard gravity, to convert a scale's kilograms to newtons
_FORCE_DECIMALS: Final = 6
# Maximal plantarflexion torque with the knee bent divided by that with it straight, isokinetic and
# static, in 135 sedentary adults (Fugl-Meyer 1980).
SEATED_TO_STANDING_FORCE: Final = 0.85


class Better(StrEnum):
    """Which direction is better for a kind."""

    HIGHER = "higher"
    LOWER = "lower"


class NoiseOf(StrEnum):
    """What the ± of a kind means."""

    REPEATS = "repeats"  # minimal detectable change: repeated measurements differ by less
    WHAT_MATTERS = "what_matters"  # minimal important change: a smaller change does not matter


class Noise(NamedTuple):
    """How much a value must change to be meaningful, in its unit, and the source for that.

    The minimal important change of VISA-A is cited second-hand, without a named source.
    """

    value: float
    of: NoiseOf
    source: str


@frozen
class MeasuredKind:
    """A kind of measurement.

    Args:
        name: The word used in files; for a kind of the runner's own, its name.
        unit: As written in files; a scale like ``0-100``, or ``n`` for a count.
        bounds: The smallest and largest value allowed.
        better: Which direction is better; None if neither is, or if unknown.
        is_of_legs: Whether each leg has its own value; None if the runner may choose.
        noise: How much change is meaningful; None if unknown.
    """

    name: str
    unit: str
    bounds: tuple[float, float] = OWN_VALUES
    better: Better | None = None
    is_of_legs: bool | None = None
    noise: Noise | None = None

    @property
    def is_known(self) -> bool:
        """Whether the program knows the kind, and so has a name for it in every language."""
        return KNOWN_KINDS.get(self.name) is self

    @property
    def is_force(self) -> bool:
        """Whether it is in newtons, so that it may also be typed in a scale's kilograms."""
        return self.unit == NEWTONS

    def best_of(self, trials: Sequence[float]) -> float:
        """Return the trial that counts: the highest, or the lowest if lower is better."""
        return min(trials) if self.better is Better.LOWER else max(trials)


NEWTONS: Final = "N"
_OF_A_LEG: Final = True
_OF_NO_LEG: Final = False
_SCALE: Final = (0.0, 100.0)
_ELEVEN: Final = (0.0, 10.0)
_FORCES: Final = (0.0, 20_000.0)
_KINDS: Final = (
    MeasuredKind(
        "visa_a",
        "0-100",
        _SCALE,
        Better.HIGHER,
        _OF_NO_LEG,
        Noise(15.0, NoiseOf.WHAT_MATTERS, ""),
    ),
    MeasuredKind(
        "tendins_a",
        "0-100",
        _SCALE,
        Better.LOWER,
        _OF_NO_LEG,
        Noise(12.0, NoiseOf.REPEATS, "Murphy 2023"),
    ),
    MeasuredKind("overall_rating", "%", _SCALE, Better.HIGHER, _OF_NO_LEG),
    MeasuredKind("function", "0-10", _ELEVEN, Better.HIGHER, _OF_NO_LEG),
    MeasuredKind("load_pain", "0-10", _ELEVEN, Better.LOWER, _OF_A_LEG),
    MeasuredKind(
        "peak_force_seated",
        NEWTONS,
        _FORCES,
        Better.HIGHER,
        _OF_A_LEG,
        Noise(118.0, NoiseOf.REPEATS, "Glaied & Whiteley 2025"),
    ),
    MeasuredKind("peak_force_standing", NEWTONS, _FORCES, Better.HIGHER, _OF_A_LEG),
    MeasuredKind("heel_rise_height", "cm", (0.0, 50.0), Better.HIGHER, _OF_A_LEG),
    MeasuredKind("heel_rise_work", "J", (0.0, 50_000.0), Better.HIGHER, _OF_A_LEG),
    MeasuredKind("knee_to_wall", "cm", (-20.0, 50.0), None, _OF_A_LEG),
    MeasuredKind("hop_distance", "cm", (0.0, 1_000.0), Better.HIGHER, _OF_A_LEG),
    MeasuredKind("side_hops", "n", (0.0, 500.0), Better.HIGHER, _OF_A_LEG),
    MeasuredKind("calf_girth", "cm", (5.0, 100.0), None, _OF_A_LEG),
)
KNOWN_KINDS: Final[Mapping[str, MeasuredKind]] = {kind.name: kind for kind in _KINDS}
VISA_A: Final = KNOWN_KINDS["visa_a"]
TENDINS_A: Final = KNOWN_KINDS["tendins_a"]
FORCE_SEATED: Final = KNOWN_KINDS["peak_force_seated"]
FORCE_STANDING: Final = KNOWN_KINDS["peak_force_standing"]
HEEL_RISE_HEIGHT: Final = KNOWN_KINDS["heel_rise_height"]
HEEL_RISE_WORK: Final = KNOWN_KINDS["heel_rise_work"]


def kind_named(name: str, unit: str = "") -> MeasuredKind:
    """Return the known kind of a name, or else one of the runner's own with that unit.

    >>> kind_named("visa_a").better, kind_named("Grip", "kg").unit
    (<Better.HIGHER: 'higher'>, 'kg')
    """
    return KNOWN_KINDS.get(name) or MeasuredKind(name, unit)


def require_kind(name: str, unit: str) -> None:
    """Refuse a name or unit that cannot stand for a kind.

    Raises:
        ValueError: In words for a person.
    """
    if not name.strip():
        raise ValueError(worded("A measurement needs the name of what was measured."))
    require_keepable("The name of a measurement", name)
    require_keepable("A unit", unit)
    if len(name) > LONGEST_NAME:
        raise ValueError(worded("The name of a measurement may have {} characters.", LONGEST_NAME))
    if len(unit) > LONGEST_UNIT:
        raise ValueError(worded("A unit may have {} characters, not {}.", LONGEST_UNIT, len(unit)))
    if name in KNOWN_KINDS and unit:
        raise ValueError(worded("{} has a unit of its own, and takes no other.", name))


def newtons(kg: float) -> float:
    """Convert the kilograms shown by a scale to a force in newtons.

    >>> newtons(20.0)
    196.133
    """
    return round(kg * NEWTONS_PER_KG, _FORCE_DECIMALS)


@frozen
class Measurement:
    """One value measured on one day.

    Args:
        date: The day.
        kind: The name of a known kind, or of one of the runner's own.
        value: In the unit of the kind.
        side: Left or right; None if it is of neither leg.
        unit: For a kind of the runner's own, may be empty; always empty for known kinds.
        trials: The trials of which the value is the best, in order; empty if not given.
        note: Free text.

    Raises:
        ValueError: In words for a person, if a value is out of bounds.
    """

    date: datetime.date
    kind: str
    value: float
    side: Side | None = None
    unit: str = ""
    trials: tuple[float, ...] = ()
    note: str = ""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        require_day("The day of a measurement", self.date)
        require_kind(self.kind, self.unit)
        measured = self.measured
        if measured.is_of_legs is True and self.side not in LEGS:
            raise ValueError(worded("{} is measured of one leg: left or right.", self.kind))
        if measured.is_of_legs is False and self.side is not None:
            raise ValueError(worded("{} is of no leg.", self.kind))
        if self.side is Side.BOTH:
            raise ValueError(worded("A measurement is of the left leg, of the right, or of none."))
        for value in (self.value, *self.trials):
            require_within("A measurement", value, *measured.bounds)
        if len(self.trials) > MOST_TRIALS:
            raise ValueError(worded("A measurement may have {} trials.", MOST_TRIALS))
        if self.trials and self.value != measured.best_of(self.trials):
            raise ValueError(worded("A measurement is the best of its trials."))
        require_note(self.note)

    @property
    def measured(self) -> MeasuredKind:
        """The kind of measurement."""
        return kind_named(self.kind, self.unit)


def of_score(score: Mapping[str, object]) -> dict[str, object]:
    """Convert the fields of a questionnaire score to those of a measurement.

    In old logs and files, scores are a kind of entry of their own.
    """
    fields = dict(score)
    return {"kind": fields.pop("questionnaire"), **fields}
