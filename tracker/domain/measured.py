"""Measurements by kind, day and leg, and how typed values become a change of the log."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.domain.change import Change
from tracker.domain.exercise import LEGS, Side
from tracker.domain.measurement import (
    FORCE_SEATED,
    FORCE_STANDING,
    KNOWN_KINDS,
    MeasuredKind,
    Measurement,
    kind_named,
    newtons,
)
from tracker.domain.runner import Bodyweight, bodyweight_on
from tracker.domain.then_and_now import ThenAndNow, then_and_now

# What was measured of one kind on one day, by leg, or under None if of neither.
OfDay = Mapping[Side | None, Measurement]


def of_kind(kind: MeasuredKind, measurements: Iterable[Measurement]) -> list[Measurement]:
    """List the measurements of one kind, in the order given."""
    unit = "" if kind.is_known else kind.unit
    return [each for each in measurements if each.kind == kind.name and each.unit == unit]


def noted_on(
    day: datetime.date, kind: MeasuredKind, measurements: Iterable[Measurement]
) -> dict[Side | None, Measurement]:
    """Return the first measurement of a kind on a day, by leg: the one that is shown and edited."""
    found: dict[Side | None, Measurement] = {}
    for each in of_kind(kind, measurements):
        if each.date == day:
            found.setdefault(each.side, each)
    return found


def occasions(kind: MeasuredKind, measurements: Sequence[Measurement]) -> list[OfDay]:
    """Group the measurements of a kind made together: both legs of one day, newest day first.

    Args:
        kind: The kind.
        measurements: By day, oldest first. Several of one leg on one day make several groups.
    """
    by_day: dict[datetime.date, list[dict[Side | None, Measurement]]] = {}
    for each in of_kind(kind, measurements):
        of_day = by_day.setdefault(each.date, [])
        free = next((found for found in of_day if each.side not in found), None)
        if free is None:
            of_day.append({each.side: each})
        else:
            free[each.side] = each
    return [found for day in reversed(by_day) for found in by_day[day]]


def noting_measured(
    day: datetime.date,
    kind: MeasuredKind,
    before: OfDay,
    typed: Mapping[Side | None, Sequence[float]],
    note: str | None = None,
) -> Change:
    """Make the change that notes a kind on a day; new values replace the old ones.

    Args:
        day: When it was measured.
        kind: What was measured.
        before: The old values, which move to ``day`` if they were noted on another.
        typed: The trials of each leg asked about; an empty sequence removes the old value.
        note: Free text for all values typed; None keeps the old notes.

    Raises:
        ValueError: In words, if a value is out of bounds.
    """
    changes = []
    for side, trials in typed.items():
        old = before.get(side)
        if not trials:
            changes.append(Change() if old is None else Change.removing(old))
            continue
        old_or_new = old or Measurement(
            day, kind.name, kind.best_of(trials), side, "" if kind.is_known else kind.unit
        )
        new = replace(
            old_or_new,
            date=day,
            value=kind.best_of(trials),
            trials=tuple(trials) if len(trials) > 1 else (),
            note=old_or_new.note if note is None else note,
        )
        changes.append(Change.adding(new) if old is None else Change.replacing(old, new))
    return Change.together(changes)


def times_bodyweight(measurement: Measurement, weighings: Sequence[Bodyweight]) -> float | None:
    """Return a force in multiples of that day's bodyweight; None for other kinds or if not weighed.

    Runners are said to reach 1.7 to 2.0 seated; that is expert opinion, not measured.
    """
    if not measurement.measured.is_force:
        return None
    return force_in_bodyweights(measurement.value, measurement.date, weighings)


def force_in_bodyweights(
    newton: float, day: datetime.date, weighings: Sequence[Bodyweight]
) -> float | None:
    """Return a force in multiples of a day's bodyweight; None if the runner was never weighed."""
    body_kg = bodyweight_on(day, weighings)
    return None if body_kg is None else newton / newtons(body_kg)


@dataclass(frozen=True, slots=True)
class Course:
    """How the values of one kind developed.

    Args:
        kind: What was measured.
        legs: First, compared and newest value by leg, or under None if of neither.
    """

    kind: MeasuredKind
    legs: Mapping[Side | None, ThenAndNow[Measurement]]

    def change(self, side: Side | None) -> float | None:
        """Return a leg's newest value minus the compared one; None if there is none to compare."""
        of_leg = self.legs[side]
        return None if of_leg.then is None else of_leg.last.value - of_leg.then.value

    def is_beyond_noise(self, side: Side | None) -> bool | None:
        """Tell whether a leg changed by more than chance explains; None if that is not known."""
        change, noise = self.change(side), self.kind.noise
        return None if change is None or noise is None else abs(change) > noise.value


def kinds_of(measurements: Iterable[Measurement]) -> list[MeasuredKind]:
    """List the kinds measured: known kinds in their fixed order, then the runner's own by name."""
    names = {(each.kind, each.unit) for each in measurements}
    known = [kind for kind in KNOWN_KINDS.values() if (kind.name, "") in names]
    own = sorted((name, unit) for name, unit in names if name not in KNOWN_KINDS)
    return [*known, *(kind_named(name, unit) for name, unit in own)]


def courses(measurements: Sequence[Measurement], since: datetime.date) -> list[Course]:
    """Return how each kind developed.

    Args:
        measurements: By day, oldest first.
        since: The day to compare the newest value with.
    """
    by_kind: dict[MeasuredKind, dict[Side | None, list[Measurement]]] = {}
    for each in measurements:
        by_kind.setdefault(each.measured, {}).setdefault(each.side, []).append(each)
    return [
        Course(
            kind,
            {
                side: then_and_now(by_kind[kind][side], since)
                for side in (*LEGS, None)
                if side in by_kind[kind]
            },
        )
        for kind in kinds_of(measurements)
    ]


def force_ratios(measurements: Iterable[Measurement]) -> dict[Side, dict[datetime.date, float]]:
    """Return seated peak force divided by standing peak force, by leg and by day.

    Only days with both count, each with the highest value of the day. These ratios can be compared
    with ``SEATED_TO_STANDING_FORCE``; those of training sets cannot.
    """
    best: dict[tuple[str, Side, datetime.date], float] = {}
    for each in measurements:
        if each.kind in (FORCE_SEATED.name, FORCE_STANDING.name) and each.side is not None:
            key = each.kind, each.side, each.date
            best[key] = max(best.get(key, 0.0), each.value)
    found: dict[Side, dict[datetime.date, float]] = {}
    for side in LEGS:
        days = sorted(day for kind, of, day in best if (kind, of) == (FORCE_SEATED.name, side))
        ratios = {
            day: best[FORCE_SEATED.name, side, day] / standing
            for day in days
            if (standing := best.get((FORCE_STANDING.name, side, day), 0.0)) > 0
        }
        if ratios:
            found[side] = ratios
    return found
