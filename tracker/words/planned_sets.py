"""What is said of planned sets: what is to be done, with which load, and what of it is due here."""

from collections.abc import Sequence
from typing import Final

from tracker.app.language import tr as _tr
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit
from tracker.domain.notation import write_tempo
from tracker.domain.plan import LoadBasis, PlannedSets, PlannedSide
from tracker.words.labels import clock_text, exercise_name, load_text, reps_text, shortest_text

SHORT_NOTE: Final = 120  # characters of a note below a table: what a template says in one sentence


def planned_side_name(side: PlannedSide) -> str:
    """Name the leg of planned sets."""
    return {
        PlannedSide.EACH: _tr("each leg"),
        PlannedSide.LEFT: _tr("left"),
        PlannedSide.RIGHT: _tr("right"),
        PlannedSide.BOTH: _tr("both legs at once"),
    }[side]


def load_basis_name(basis: LoadBasis | None, exercise: Exercise) -> str:
    """Name the unit or basis of a planned load."""
    return {
        None: _tr("not planned"),
        LoadBasis.EXTERNAL_KG: _tr("load added"),
        LoadBasis.BODYWEIGHT: (
            _tr("beside bodyweight") if exercise.carries_bodyweight else _tr("bodyweight and")
        ),
        LoadBasis.E1RM_PERCENT: _tr("% of the estimate"),
    }[basis]


def work_text(item: PlannedSets) -> str:
    """Write sets and repetitions, as ``3 × 10–15``, or holds, as ``5 × 45 s``."""
    done = reps_text(item.reps, item.hold_s)
    if item.most_reps is not None:
        reps = f"{item.reps}–{item.most_reps}"
        done = reps if item.hold_s is None else f"{reps} × {reps_text(1, item.hold_s)}"
    return f"{item.sets} × {done}"


def planned_load_text(item: PlannedSets, unit: Unit) -> str:
    """Write a planned load, as ``+20 kg`` or ``70 % of the estimate``; empty if none is planned."""
    value = item.load_value
    if value is None:
        return ""
    if item.load_basis is LoadBasis.E1RM_PERCENT:
        return _tr("{} % of the estimate").format(shortest_text(value))
    load = load_text(abs(value), unit, None)
    if item.load_basis is LoadBasis.BODYWEIGHT:
        if not value:
            return _tr("bodyweight")
        words = _tr("bodyweight + {}") if value > 0 else _tr("bodyweight − {}")
        return words.format(load)
    sign = "+" if item.exercise.carries_bodyweight else ""
    return f"−{load}" if value < 0 else f"{sign}{load}"


def rest_text(item: PlannedSets) -> str:
    """Write a planned rest, as ``rest 2:30``; empty if none is planned."""
    return "" if item.rest_s is None else _tr("rest {}").format(clock_text(round(item.rest_s)))


def planned_details_text(item: PlannedSets, unit: Unit) -> str:
    """Write those of load, tempo, rest and reserve that are planned."""
    parts = (
        planned_load_text(item, unit),
        "" if item.tempo is None else write_tempo(item.tempo),
        rest_text(item),
        "" if item.rir is None else _tr("RIR {}").format(shortest_text(item.rir)),
    )
    return " · ".join(part for part in parts if part)


def name_text(item: PlannedSets) -> str:
    """Name exercise and leg of planned sets."""
    return f"{exercise_name(item.exercise)}, {planned_side_name(item.side)}"


def short_item_text(item: PlannedSets, unit: Unit) -> str:
    """Write planned sets briefly: exercise and leg, sets, and load."""
    load = planned_load_text(item, unit)
    text = f"{name_text(item)}: {work_text(item)}"
    return f"{text} · {load}" if load else text


def item_text(item: PlannedSets, unit: Unit) -> str:
    """Write planned sets on one line, without their note."""
    text = f"{name_text(item)}: {work_text(item)}"
    details = planned_details_text(item, unit)
    return f"{text} · {details}" if details else text


def due_text(
    items: Sequence[PlannedSets], here: PlannedSets, unit: Unit, *, is_routine: bool = False
) -> tuple[str, str]:
    """Say what is planned for an exercise at the runner's current cell, in one line and in full.

    Args:
        items: What is due of the exercise.
        here: The one at the current cell.
        unit: The unit of loads.
        is_routine: Whether the runner knows what Enter does.

    Returns:
        The line, with as much of the note as fits, and the full text for its tool tip.
    """
    parts = (work_text(here), planned_side_name(here.side), planned_details_text(here, unit))
    line = " · ".join(part for part in parts if part)
    if here.note:
        line = f"{line} · {_short(here.note)}"
    if len(items) > 1:
        text = _tr("Planned, {} of {}: {}.").format(items.index(here) + 1, len(items), line)
    elif here.note or is_routine:
        text = _tr("Planned: {}.").format(line)
    else:
        text = _tr("Planned: {}. Enter takes a grey value over.").format(line)
    text = text.replace("….", "…")
    return text, "\n".join(f"{item_text(item, unit)}\n{item.note}".strip() for item in items)


def _short(note: str) -> str:
    """Return the first sentence of a note, cut if it is too long."""
    line = " ".join(note.split()).partition(". ")[0].rstrip(".")
    return line if len(line) <= SHORT_NOTE else line[:SHORT_NOTE].rsplit(" ", 1)[0] + " …"
