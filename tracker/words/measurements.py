"""Measurements in words: their kinds, which direction is better, values with units."""

from collections.abc import Mapping
from typing import Final

from tracker.app.language import tr as _tr
from tracker.domain.exercise import Side
from tracker.domain.measured import OfDay
from tracker.domain.measurement import (
    SEATED_TO_STANDING_FORCE,
    Better,
    MeasuredKind,
    Measurement,
    NoiseOf,
)
from tracker.words.labels import (
    date_text,
    leg,
    number_text,
    shortest_text,
    side_name,
    within_sentence,
)

_SCALES: Final = {"0-100": "0–100", "0-10": "0–10"}
_COUNT: Final = "n"


def kind_name(kind: MeasuredKind) -> str:
    """Return the name of a kind; for the runner's own kinds, the name they gave it."""
    return {
        "visa_a": "VISA-A",
        "tendins_a": "TENDINS-A",
        "overall_rating": _tr("Overall rating (SANE)"),
        "function": _tr("Function (PSFS)"),
        "load_pain": _tr("Pain on a load test"),
        "peak_force_seated": _tr("Peak force, seated"),
        "peak_force_standing": _tr("Peak force, standing"),
        "heel_rise_height": _tr("Heel-rise height"),
        "heel_rise_work": _tr("Heel-rise work"),
        "knee_to_wall": _tr("Knee to wall"),
        "hop_distance": _tr("Hop for distance"),
        "side_hops": _tr("Side hops in 30 s"),
        "calf_girth": _tr("Calf girth"),
    }.get(kind.name, kind.name)


def unit_text(kind: MeasuredKind) -> str:
    """Return the unit to put after a value; empty for scales and counts."""
    return "" if kind.unit in (*_SCALES, _COUNT) else kind.unit


def direction_text(kind: MeasuredKind) -> str:
    """Say which direction is better, as ``100 is best`` for a scale; empty if neither is."""
    if kind.better is None:
        return ""
    if kind.unit in _SCALES:
        best = kind.bounds[kind.better is Better.HIGHER]
        return _tr("{} is best").format(number_text(best))
    return _tr("higher is better") if kind.better is Better.HIGHER else _tr("lower is better")


def scale_text(kind: MeasuredKind) -> str:
    """Name a kind with its scale or unit, as ``VISA-A (0–100, 100 is best)``."""
    scale = _SCALES.get(kind.unit) or unit_text(kind)
    within = ", ".join(filter(None, (scale, direction_text(kind))))
    return f"{kind_name(kind)} ({within})" if within else kind_name(kind)


def measured_in_text(kind: MeasuredKind) -> str:
    """Name a kind with its unit, and the best end of a scale; for tables."""
    if kind.unit in _SCALES:
        return scale_text(kind)
    unit = unit_text(kind)
    return f"{kind_name(kind)}, {unit}" if unit else kind_name(kind)


def bare_value_text(kind: MeasuredKind, value: float) -> str:
    """Write a value without its unit, with as few decimals as make sense."""
    return number_text(value) if kind.is_force else shortest_text(value)


def value_text(kind: MeasuredKind, value: float) -> str:
    """Write a value with its unit, as ``412 N``."""
    number, unit = bare_value_text(kind, value), unit_text(kind)
    return f"{number} {unit}" if unit else number


def measurement_text(measurement: Measurement) -> str:
    """Write a measurement, as ``VISA-A 78 (100 is best)`` or ``Knee to wall left 9 cm``."""
    kind = measurement.measured
    side = within_sentence(side_name(measurement.side)) if measurement.side else ""
    value = value_text(kind, measurement.value)
    text = " ".join(filter(None, (kind_name(kind), side, value)))
    direction = direction_text(kind) if kind.unit in _SCALES else ""
    return f"{text} ({direction})" if direction else text


def noise_text(kind: MeasuredKind) -> str:
    """Say how large a change is meaningful, and the source; empty if unknown."""
    noise = kind.noise
    if noise is None:
        return ""
    limit = value_text(kind, noise.value)
    if noise.of is NoiseOf.REPEATS:
        return _tr("repeats differ by up to {} ({})").format(limit, noise.source)
    return _tr("a change that matters is about {}").format(limit)


def force_ratio_text(ratios: Mapping[Side, float]) -> str:
    """Compare the ratio of seated to standing peak force on one day with laboratory values."""
    listed = ", ".join(f"{leg(side)} {number_text(ratio, 2)}" for side, ratio in ratios.items())
    return _tr("Peak force seated : standing, {}; in a laboratory {}.").format(
        listed, force_laboratory_text()
    )


def force_laboratory_text() -> str:
    """Say what a laboratory found about peak forces, and in whom."""
    ratio = number_text(SEATED_TO_STANDING_FORCE, 2)
    return _tr("{}, torque of 135 sedentary adults (Fugl-Meyer 1980), no target").format(ratio)


def occasion_text(kind: MeasuredKind, measured: OfDay) -> str:
    """Write values measured together, as ``24 Nov 2026: left 412 N (of 3), right 433 N``."""
    values = []
    for side, each in measured.items():
        value = value_text(kind, each.value)
        if each.trials:
            value = _tr("{} (of {})").format(value, len(each.trials))
        values.append(value if side is None else f"{leg(side)} {value}")
    one = next(iter(measured.values()))
    text = f"{date_text(one.date)}: {', '.join(values)}"
    return f"{text} · {one.note}" if one.note else text
