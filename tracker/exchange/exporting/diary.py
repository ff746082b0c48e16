"""A session as text to send or keep: a day, and lines of the notation below it."""

import datetime
import re
from collections.abc import Sequence

from tracker.domain.exercise import LEGS, Side
from tracker.domain.load import Unit, pounds_from_kg
from tracker.domain.notation import ReadSets, write_notation
from tracker.domain.session import DETAILS, MOST_SETS, LoggedSet, SetType


def diary_text(
    date: datetime.date,
    sets: Sequence[LoggedSet],
    unit: Unit,
    *,
    note: str = "",
    bodyweight_kg: float | None = None,
) -> str:
    """Write a session as text that ``importing.diary`` reads back as the same session.

    Equipment is left out, because the notation has no word for it; line breaks in notes become
    spaces.

    Args:
        date: Its day.
        sets: Its sets, in order.
        unit: The unit of loads and bodyweight, written with each.
        note: The note of the session.
        bodyweight_kg: Bodyweight on that day; None if not weighed.

    >>> from tracker.domain.exercise import Exercise
    >>> sets = [LoggedSet("s", Exercise.SEATED, side, 1, 8, 62.5) for side in LEGS]
    >>> print(diary_text(datetime.date(2026, 11, 24), sets, Unit.KG, bodyweight_kg=70.4))
    2026-11-24
    bw 70.4 kg
    seated 8x62.5kg each
    """
    lines = [date.isoformat()]
    if bodyweight_kg is not None:
        weight = pounds_from_kg(bodyweight_kg) if unit is Unit.LB else bodyweight_kg
        lines.append(f"bw {weight!r} {unit}".replace(".0 ", " "))
    left = list(sets)
    while left:
        count, is_each = _alike(left)
        lines.append(_line(left[0], count, unit, is_each=is_each))
        del left[: count * (2 if is_each else 1)]
    if _one_line(note):
        lines.append(f'"{_one_line(note)}"')
    return "\n".join(lines)


def _alike(sets: Sequence[LoggedSet]) -> tuple[int, bool]:
    """Count the first sets that fit in one line, and tell whether each leg did them."""
    of_each = _run(sets, LEGS)
    return (of_each, True) if of_each else (_run(sets, [sets[0].side]), False)


def _run(sets: Sequence[LoggedSet], sides: Sequence[Side]) -> int:
    """Count how often a sequence of sides repeats at the beginning, with equal sets."""
    count = 0
    while count < MOST_SETS:
        part = sets[count * len(sides) : (count + 1) * len(sides)]
        if [each.side for each in part] != list(sides) or any(
            _said(each) != _said(sets[0]) for each in part
        ):
            break
        count += 1
    return count


def _said(logged: LoggedSet) -> tuple[object, ...]:
    details = (getattr(logged, name) for name in DETAILS)
    return (logged.exercise, logged.reps, logged.external_kg, *details)


def _line(logged: LoggedSet, count: int, unit: Unit, *, is_each: bool) -> str:
    details = {name: getattr(logged, name) for name in DETAILS}
    details["set_type"] = None if logged.set_type is SetType.WORK else logged.set_type
    details["note"] = _one_line(logged.note) or None
    read = ReadSets(
        reps=logged.reps,
        external_kg=logged.external_kg,
        sets=count,
        exercise=logged.exercise,
        side=None if is_each else logged.side,
        is_each_side=is_each,
        **details,
    )
    return write_notation(read, in_pounds=unit is Unit.LB, with_unit=True)


def _one_line(note: str) -> str:
    return re.sub(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+\s*", " ", note).strip()
