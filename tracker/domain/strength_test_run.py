"""One run through the strength test: its stages, what each leg lifted, and the resulting sets."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import Final

from tracker.domain.countdown import Countdown
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.session import LoggedSet, SetType, next_position, next_set_no
from tracker.domain.strength_test import WarmUp, warm_ups

REST_S: Final = 180  # rest between the legs


class StrengthTestStage(StrEnum):
    """What the runner is doing at the moment."""

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
    """Suggest the leg that did not start last time; the left one if there was no test yet.

    Args:
        last: The sets of the last test, in the order they were done.
    """
    return last[0].side.opposite if last else Side.LEFT


class StrengthTestRun:
    """Leads from stage to stage; saves nothing, its result is ``sets``.

    Args:
        clock: Returns seconds that never go backwards.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._rest = Countdown(clock)
        self._order = LEGS
        self._loads_kg: Mapping[Side, float] = {}
        self._steps: list[dict[Side, WarmUp]] = []
        self._warmed: list[list[Lift]] = []
        self.exercise = Exercise.SEATED
        self.lifts: list[Lift] = []  # to failure, one per leg
        self.step = 0
        self.stage = StrengthTestStage.PREPARING

    @property
    def side(self) -> Side:
        """The leg being tested; during rest and at the end, the leg tested last."""
        place = len(self.lifts) - (
            self.stage in (StrengthTestStage.RESTING, StrengthTestStage.DONE)
        )
        return self._order[max(0, place)]

    @property
    def is_second_leg(self) -> bool:
        """Whether ``side`` is the second leg."""
        return self.side is self._order[1]

    @property
    def load_kg(self) -> float:
        """External load for that leg to lift, in kilograms."""
        return self._loads_kg[self.side]

    @property
    def steps(self) -> int:
        """How many warm-ups there are."""
        return len(self._steps)

    @property
    def warm_up(self) -> Mapping[Side, WarmUp]:
        """What each leg lifts in this warm-up, the first leg first; empty if there is none."""
        return self._steps[self.step] if self.step < self.steps else {}

    @property
    def has_begun(self) -> bool:
        """Whether anything was done that could be lost."""
        return bool(self._warmed or self.lifts)

    @property
    def rest_left_s(self) -> int:
        """Whole seconds of rest left; 0 once it is over."""
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
            exercise: The calf raise.
            first: The leg to test first.
            loads_kg: External test load of each leg, in kilograms.
            carried_kg: Bodyweight that the exercise lifts; 0 when seated or unknown.
            step_kg: Loads are multiples of this, as the plates allow.
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
        """Note that both legs did this warm-up, and go to the next."""
        if self.warm_up:
            done = [Lift(side, each.external_kg, each.reps) for side, each in self.warm_up.items()]
            self._warmed.append(done)
        self.skip_warm_up()

    def skip_warm_up(self) -> None:
        """Skip this warm-up and go to the next one, or after the last to the first leg."""
        self.step += 1
        if self.step >= self.steps:
            self.stage = StrengthTestStage.LIFTING

    def note_lift(self, external_kg: float, reps: int) -> None:
        """Note what the leg lifted to failure; rest follows, or the end after the second leg."""
        self.lifts.append(Lift(self._order[len(self.lifts)], external_kg, reps))
        self.stage = (
            StrengthTestStage.RESTING
            if len(self.lifts) < len(self._order)
            else StrengthTestStage.DONE
        )
        self._rest.begin(REST_S)

    def end_rest(self) -> None:
        """Go to the other leg."""
        self.stage = StrengthTestStage.LIFTING

    def sets(
        self, session_id: str, before: Collection[LoggedSet], equipment_id: str | None
    ) -> list[LoggedSet]:
        """Make the sets that were done, in order: warm-ups, then a test of each leg.

        Args:
            session_id: The session they will belong to.
            before: The sets of that session so far; the new ones go below, both legs in one row.
            equipment_id: The equipment used; None if it has no name.

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
