"""One run through the strength test: its phases, what each leg lifted, and the sets of it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import Final

from tracker.domain.countdown import Countdown
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.session import LoggedSet, SetType, next_position, next_set_no
from tracker.domain.strength_test import WarmUp, warm_ups

REST_S: Final = 180  # between the legs


class StrengthTestStage(StrEnum):
    """What the runner is doing."""

    PREPARING = "preparing"
    WARMING_UP = "warming_up"
    LIFTING = "lifting"
    RESTING = "resting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Lift:
    """What one leg lifted: external load in kilograms, and repetitions."""

    side: Side
    external_kg: float
    reps: int


def leg_to_begin(last: Sequence[LoggedSet]) -> Side:
    """Suggest the leg that did not begin last time; the left one at first.

    Args:
        last: The sets of the last test, as they were done.
    """
    return last[0].side.opposite if last else Side.LEFT


class StrengthTestRun:
    """Goes from one stage to the next; nothing is kept until its sets are asked for.

    Args:
        clock: Seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._rest = Countdown(clock)
        self._order = LEGS
        self._loads_kg: Mapping[Side, float] = {}
        self._steps: list[dict[Side, WarmUp]] = []
        self._warmed: list[list[Lift]] = []
        self.exercise = Exercise.SEATED
        self.lifts: list[Lift] = []  # to failure, one a leg
        self.step = 0
        self.stage = StrengthTestStage.PREPARING

    @property
    def side(self) -> Side:
        """The leg that is tested, or at rest the one that was."""
        place = len(self.lifts) - (
            self.stage in (StrengthTestStage.RESTING, StrengthTestStage.DONE)
        )
        return self._order[max(0, place)]

    @property
    def is_second_leg(self) -> bool:
        """Whether one leg has been tested, and the other is or was."""
        return self.side is self._order[1]

    @property
    def load_kg(self) -> float:
        """External load that the leg is to lift, in kilograms."""
        return self._loads_kg[self.side]

    @property
    def steps(self) -> int:
        """How many warm-ups there are."""
        return len(self._steps)

    @property
    def warm_up(self) -> Mapping[Side, WarmUp]:
        """What each leg lifts in this warm-up, the first leg first; empty where there is none."""
        return self._steps[self.step] if self.step < self.steps else {}

    @property
    def has_begun(self) -> bool:
        """Whether anything was done that would be lost."""
        return bool(self._warmed or self.lifts)

    @property
    def rest_left_s(self) -> int:
        """Whole seconds of rest still to come; 0 once it is over."""
        return self._rest.left_s

    def begin(
        self,
        exercise: Exercise,
        first: Side,
        loads_kg: Mapping[Side, float],
        carried_kg: float,
        step_kg: float,
    ) -> None:
        """Begin with the warm-ups of both legs.

        Args:
            exercise: Which calf raise.
            first: The leg that is tested first.
            loads_kg: External load of each leg, in kilograms.
            carried_kg: Bodyweight that the exercise lifts, 0 seated or where it is not known.
            step_kg: What plates go by.
        """
        self.exercise, self._order = exercise, (first, first.opposite)
        self._loads_kg = dict(loads_kg)
        of_legs = [warm_ups(loads_kg[side], carried_kg, step_kg) for side in self._order]
        self._steps = [
            {side: each for side, each in zip(self._order, step, strict=True) if each is not None}
            for step in zip_longest(*of_legs)
        ]
        self.stage = StrengthTestStage.WARMING_UP

    def note_warm_up(self) -> None:
        """Note that both legs have done this warm-up, and go on to the next."""
        if self.warm_up:
            done = [Lift(side, each.external_kg, each.reps) for side, each in self.warm_up.items()]
            self._warmed.append(done)
        self.skip_warm_up()

    def skip_warm_up(self) -> None:
        """Leave this warm-up out and go on: to the next one, or after the last to the first leg."""
        self.step += 1
        if self.step >= self.steps:
            self.stage = StrengthTestStage.LIFTING

    def note_lift(self, external_kg: float, reps: int) -> None:
        """Note what the leg lifted to failure; it rests, or after the second all is done."""
        self.lifts.append(Lift(self._order[len(self.lifts)], external_kg, reps))
        self.stage = (
            StrengthTestStage.RESTING
            if len(self.lifts) < len(self._order)
            else StrengthTestStage.DONE
        )
        self._rest.begin(REST_S)

    def end_rest(self) -> None:
        """Go on to the other leg."""
        self.stage = StrengthTestStage.LIFTING

    def sets(
        self, session_id: str, before: Collection[LoggedSet], equipment_id: str | None
    ) -> list[LoggedSet]:
        """Make the sets of what was done, in its order: warm-ups, and a test of each leg.

        Args:
            session_id: The session that they are to belong to.
            before: The sets of that session so far: the new ones follow on below, both legs of
                one row.
            equipment_id: What was lifted on; None where it has no name.

        Raises:
            ValueError: In words, if a load or repetitions are out of bounds.
        """
        rows = [*((SetType.WARMUP, each) for each in self._warmed), (SetType.TEST, self.lifts)]
        first_no = max(next_set_no(before, self.exercise, side) for side in LEGS)
        done = [
            (first_no + row, set_type, lift)
            for row, (set_type, lifts) in enumerate(rows)
            for lift in lifts
        ]
        return [
            LoggedSet(
                session_id,
                self.exercise,
                lift.side,
                set_no,
                lift.reps,
                lift.external_kg,
                next_position(before) + place,
                set_type,
                equipment_id=equipment_id,
            )
            for place, (set_no, set_type, lift) in enumerate(done)
        ]
