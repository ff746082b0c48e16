"""Goals that the runner has set with the physio; the program sets none itself."""

import datetime
from dataclasses import field
from enum import StrEnum
from typing import Final

from tracker.domain.entry import new_id, require_day, require_within
from tracker.domain.exercise import Exercise, Side
from tracker.domain.frozen import frozen
from tracker.domain.measurement import MeasuredKind, kind_named, require_kind
from tracker.worded import worded


class GoalKind(StrEnum):
    """What a goal measures."""

    E1RM_BODYWEIGHTS = "e1rm_bodyweights"  # estimated 1RM in multiples of bodyweight
    HEEL_RAISE_REPS = "heel_raise_reps"
    DIFFERENCE_PERCENT = "difference_percent"  # left/right difference, to get below the target
    MEASUREMENT = "measurement"  # newest value of a kind of measurement


_TARGETS: Final = {
    GoalKind.E1RM_BODYWEIGHTS: ("A goal in bodyweights", 0.1, 20.0),
    GoalKind.HEEL_RAISE_REPS: ("A goal in repetitions", 1.0, 1_000.0),
    GoalKind.DIFFERENCE_PERCENT: ("A goal in percent", 0.5, 100.0),
}


@frozen
class Goal:
    """A target to reach, by a day if one was agreed.

    Args:
        kind: What it measures.
        exercise: The exercise; for heel raises standing or standing bent; None for a measurement.
        target: Multiples of bodyweight (0.1 to 20), repetitions (1 to 1000) or percent (0.5 to
            100); for a measurement a value within the bounds of its kind.
        side: The leg; both if it holds for each leg, for a difference, or for a measurement of
            neither leg.
        by: The day agreed; None if none was.
        measured: For a measurement, the name of its kind; else empty.
        unit: For a kind of the runner's own, the unit of its measurements; else empty.

    Raises:
        ValueError: In words for a person, if a value is out of bounds.
    """

    kind: GoalKind
    exercise: Exercise | None
    target: float
    side: Side = Side.BOTH
    by: datetime.date | None = None
    measured: str = ""
    unit: str = ""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if self.kind is GoalKind.MEASUREMENT:
            self._require_measured()
        elif self.exercise is None or self.measured or self.unit:
            raise ValueError(worded("A goal is of an exercise, or of a measurement."))
        else:
            require_within(_TARGETS[self.kind][0], self.target, *_TARGETS[self.kind][1:])
        if self.kind is GoalKind.HEEL_RAISE_REPS and self.exercise is Exercise.SEATED:
            raise ValueError(worded("A goal in heel raises is of a standing exercise."))
        if self.kind is GoalKind.DIFFERENCE_PERCENT and self.side is not Side.BOTH:
            raise ValueError(worded("A goal of a difference is of both legs."))
        if self.by is not None:
            require_day("The day of a goal", self.by)

    def _require_measured(self) -> None:
        require_kind(self.measured, self.unit)
        kind = self.measured_kind
        if self.exercise is not None:
            raise ValueError(worded("A goal is of an exercise, or of a measurement."))
        if kind.is_of_legs is False and self.side is not Side.BOTH:
            raise ValueError(worded("{} is of no leg.", self.measured))
        require_within("A goal", self.target, *kind.bounds)

    @property
    def trained(self) -> Exercise:
        """The exercise; only for goals that are not about a measurement."""
        assert self.exercise is not None  # checked in __post_init__
        return self.exercise

    @property
    def measured_kind(self) -> MeasuredKind:
        """The kind of measurement, for a goal about a measurement."""
        return kind_named(self.measured, self.unit)
