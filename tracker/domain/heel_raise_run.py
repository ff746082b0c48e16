"""One run through the heel-raise test: its stages, its counts, and the tests it results in."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from tracker.domain.countdown import Countdown
from tracker.domain.entry import require_within
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import USUAL_CADENCE_BPM, HeelRaiseTest, StopReason
from tracker.domain.measurement import MeasuredKind, Measurement
from tracker.domain.session import MOST_REPS

# Sleeswijk Visser 2025, Braz J Phys Ther, doi 10.1016/j.bjpt.2025.101188.
WARM_UP_RAISES: Final = 10
REST_S: Final = 120
LEAD_IN_S: Final = 3  # from the key to the first beat: time to reach the wall and lift one foot


class HeelRaiseStage(StrEnum):
    """What the runner is doing at the moment."""

    PREPARING = "preparing"
    WARMING_UP = "warming_up"
    COUNTING = "counting"
    STOPPED = "stopped"
    RESTING = "resting"
    DONE = "done"


@dataclass(slots=True)
class _LegCount:
    side: Side
    reps: int = 0
    stop_reason: StopReason | None = None
    pain: int | None = None
    measured: Mapping[MeasuredKind, float] = field(default_factory=dict)


def side_to_begin(tests: Sequence[HeelRaiseTest]) -> Side:
    """Suggest the leg that came second last time; the left one if there was no test yet.

    Args:
        tests: The tests done so far, by day and in the order they were done.
    """
    return tests[-1].side if tests else Side.LEFT


class HeelRaiseRun:
    """Leads from stage to stage; saves nothing, its results are ``tests`` and ``measurements``.

    Args:
        clock: Returns seconds that never go backwards.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._rest = Countdown(clock)
        self._lead_in = Countdown(clock)
        self._exercise = Exercise.STANDING
        self._incline_deg = 0.0
        self.cadence_bpm = USUAL_CADENCE_BPM
        self._legs = [_LegCount(Side.LEFT), _LegCount(Side.RIGHT)]
        self._leg = self._legs[0]
        self.warm_up_raises = 0
        self.stage = HeelRaiseStage.PREPARING

    @property
    def side(self) -> Side:
        """The leg being tested, or tested next."""
        return self._leg.side

    @property
    def is_second_leg(self) -> bool:
        """Whether one leg is done and the second one is under way or next."""
        return self._leg is self._legs[1]

    @property
    def count(self) -> int:
        """Raises counted so far, in the warm-up or for this leg."""
        return self.warm_up_raises if self.stage is HeelRaiseStage.WARMING_UP else self._leg.reps

    @property
    def begins_in_s(self) -> int:
        """Whole seconds until a leg begins; 0 once it has begun."""
        return self._lead_in.left_s if self.stage is HeelRaiseStage.COUNTING else 0

    @property
    def has_counted(self) -> bool:
        """Whether any raise of a leg was counted, other than in the warm-up."""
        return any(leg.reps for leg in self._legs)

    @property
    def rest_left_s(self) -> int:
        """Whole seconds of rest left; 0 once it is over."""
        return self._rest.left_s

    def begin(
        self,
        exercise: Exercise,
        first: Side,
        incline_deg: float,
        cadence_bpm: float = USUAL_CADENCE_BPM,
    ) -> None:
        """Begin the warm-up of both legs.

        Args:
            exercise: Standing, with the knee straight or bent.
            first: The leg to test first.
            incline_deg: Incline of the surface, in degrees.
            cadence_bpm: Beats a minute of the metronome.
        """
        self.cadence_bpm = cadence_bpm
        self._exercise, self._incline_deg = exercise, incline_deg
        self._legs = [_LegCount(first), _LegCount(first.opposite)]
        self._leg = self._legs[0]
        self.stage = HeelRaiseStage.WARMING_UP

    def count_raise(self, raises: int = 1) -> None:
        """Count a raise, or take one back with -1; only while raises are counted."""
        if self.stage is HeelRaiseStage.WARMING_UP:
            self.warm_up_raises = max(0, self.warm_up_raises + raises)
        elif self.stage is HeelRaiseStage.COUNTING:
            if raises > 0:
                self._lead_in.begin(0)  # counting means that the leg has begun
            self._leg.reps = min(max(0, self._leg.reps + raises), MOST_REPS)

    def note_stop(
        self,
        reason: StopReason | None,
        pain: int | None,
        measured: Mapping[MeasuredKind, float] | None = None,
    ) -> None:
        """Note why this leg ended, its worst pain, and what was measured during its raises.

        Args:
            reason: Why it ended; None if not noted.
            pain: Worst pain, 0 to 10; None if not asked.
            measured: Measured values by kind, such as height and work; None if there are none.

        Raises:
            ValueError: In words, if a value is out of bounds.
        """
        for kind, value in (measured or {}).items():
            require_within("A measurement", value, *kind.bounds)
        self._leg.stop_reason, self._leg.pain = reason, pain
        self._leg.measured = measured or {}

    def go_on(self) -> None:
        """Go to the next stage: a leg stops, notes are taken, rest follows, then the other leg."""
        if self.stage is HeelRaiseStage.STOPPED:
            self.stage = HeelRaiseStage.DONE if self.is_second_leg else HeelRaiseStage.RESTING
            self._rest.begin(REST_S)
        elif self.stage is HeelRaiseStage.RESTING:
            self._leg = self._legs[1]
            self._begin_leg()
        elif self.stage is HeelRaiseStage.WARMING_UP:
            self._begin_leg()
        elif self.stage is HeelRaiseStage.COUNTING:
            self.stage = HeelRaiseStage.STOPPED

    def _begin_leg(self) -> None:
        self.stage = HeelRaiseStage.COUNTING
        self._lead_in.begin(LEAD_IN_S)

    def measurements(self, date: datetime.date) -> list[Measurement]:
        """Make measurements, dated to a day, of what was measured during the raises, leg by leg."""
        return [
            Measurement(date, kind.name, value, leg.side)
            for leg in self._legs
            for kind, value in leg.measured.items()
        ]

    def tests(self, date: datetime.date) -> list[HeelRaiseTest]:
        """Make the tests of both legs, dated to a day, in the order they were done."""
        return [
            HeelRaiseTest(
                date,
                self._exercise,
                leg.side,
                leg.reps,
                self.cadence_bpm,
                self._incline_deg,
                leg.stop_reason,
                leg.pain,
            )
            for leg in self._legs
        ]
