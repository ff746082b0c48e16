"""Holds in words: the load at which legs are compared, and how long each held it."""

from tracker.app.language import tr as _tr
from tracker.domain.holds import HeldLoad, LegsHeld
from tracker.domain.load import Unit
from tracker.words.labels import exercise_name, load_text, shortest_text


def held_load_text(load: HeldLoad, equipment: str, unit: Unit) -> str:
    """Name a load that was held, as ``Seated 60 kg, Lever machine``.

    Args:
        load: The load.
        equipment: Name of the equipment; empty if none was named.
        unit: The unit to write it in.
    """
    sign = "+" if load.exercise.carries_bodyweight and load.external_kg >= 0 else ""
    text = f"{exercise_name(load.exercise)} {sign}{load_text(load.external_kg, unit, None)}"
    return f"{text}, {equipment}" if equipment else text


def held_text(held_s: float, *, is_to_failure: bool) -> str:
    """Say how long a leg held a load: "at least" if not to failure."""
    text = _tr("{} s").format(shortest_text(held_s))
    return text if is_to_failure else _tr("at least {}").format(text)


def legs_held_text(legs: LegsHeld) -> str:
    """Compare the legs in seconds, both held to failure."""
    by_s = shortest_text(abs(legs.right_s - legs.left_s))
    if legs.left_s == legs.right_s:
        return _tr("both equally long")
    words = _tr("right {} s longer") if legs.right_s > legs.left_s else _tr("left {} s longer")
    return words.format(by_s)
