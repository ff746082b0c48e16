"""Made-up sessions and sets: loads, repetitions and reserve as people do and note them.

A leg has better and worse days, and so has a set. The runner goes by what the leg can do on an
ordinary day, senses the remaining repetitions to within about one, tends to underestimate them, and
notes them more often after the last set than after the first. In the first weeks of the log none
are noted, both legs lift the load of the weaker one, and sessions end with holds. All figures are
invented.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from math import floor
from random import Random
from typing import Final

from tracker.domain.demo.legs import maximum_kg
from tracker.domain.demo.plans import HEAVY_SLOW, ORDINARY, SETS
from tracker.domain.demo.story import Story
from tracker.domain.exercise import LEGS, Equipment, Exercise, Side
from tracker.domain.one_rep_max import FEWEST_RIR_REFUSED, Formula, times_load
from tracker.domain.session import LoggedSet, Session, SetType, Tempo, next_set_no
from tracker.domain.strength_test import offered_kg, warm_ups
from tracker.worded import worded

PLATE_STEP_KG: Final = 2.5
# Standard deviations, as shares of a leg's 1RM.
_DAY, _LEG_ON_A_DAY, _SET = 0.02, 0.025, 0.035
_TIRED_REPS: Final = 0.4  # repetitions lost with each further set
_MISFELT_REPS: Final = (-1, -1, 0, 0, 0, 1)
_WANTED_RESERVE: Final = (1, 2, 2, 3)
_NOTED_FIRST, _NOTED_LAST = 0.6, 0.95
_HALVES: Final = 0.03
HOLDS: Final = 2  # per leg
_HELD_SHARE: Final = 0.65  # share of the 1RM
_USUAL_HOLD_S: Final = 30.0
_NOTES: Final = (
    worded("Tired after yesterday's long run."),
    worded("Felt light today."),
    worded("Right calf cramped a little."),
    worded("Slower lowering."),
    worded("Slept badly."),
    worded("Good control at the top."),
)
_REHAB_NOTES: Final = (
    worded("Left Achilles stiff at first, then fine."),
    worded("Careful with the left."),
    worded("A pull in the left on the last two."),
)
_FIRST_NOTE: Final = worded("The same load on both legs.")
_NOTED_NOTE: Final = worded("From today with what was left, and each leg its own load.")
_TEST_NOTE: Final = worded("Strength test.")


@dataclass(frozen=True, slots=True)
class _LegOfDay:
    """One leg in one exercise on a day; 1RM and bodyweight in kilograms.

    Args:
        usual_kg: The 1RM the runner goes by, as system load.
        able_kg: The actual 1RM that day.
        carried_kg: Bodyweight that the exercise lifts; 0 when seated.
    """

    exercise: Exercise
    side: Side
    usual_kg: float
    able_kg: float
    carried_kg: float

    def added_kg(self, system_kg: float) -> float:
        """Return the load to add for a system load, rounded to what plates allow, 0 or more."""
        steps = round((system_kg - self.carried_kg) / PLATE_STEP_KG)
        return max(steps * PLATE_STEP_KG, 0.0)


class MadeUpTraining:
    """Makes up sessions with their sets.

    Args:
        story: When what happens.
        equipment: What each exercise is done on.
        random: A generator of its own.
        hold_chance: Another generator, only for holds.
    """

    def __init__(
        self,
        story: Story,
        equipment: Mapping[Exercise, Equipment],
        random: Random,
        hold_chance: Random,
    ) -> None:
        self._story = story
        self._equipment = equipment
        self._random = random
        self._hold_chance = hold_chance
        self._test_order = LEGS
        self._held_kg: dict[Exercise, float] = {}
        self._sets_before = 0  # number of sets in earlier sessions
        self.sessions: list[Session] = []
        self.sets: list[LoggedSet] = []

    def train(self, day: datetime.date, bodyweight_kg: float, *, is_tested: bool) -> None:
        """Make up one session; must be called with ascending days.

        Args:
            day: The day.
            bodyweight_kg: The runner's bodyweight that day.
            is_tested: Whether both legs are tested instead of trained.
        """
        session = self._session(day, is_tested=is_tested)
        self.sessions.append(session)
        self._sets_before = len(self.sets)
        form = self._random.gauss(1, _DAY)
        for exercise in self._equipment:
            legs = [self._leg(day, exercise, side, form, bodyweight_kg) for side in LEGS]
            if is_tested:
                self._test(session, legs)
            else:
                self._work(session, legs)
            if self._story.is_held(day):
                self._hold(session, legs)
        if is_tested:
            self._test_order = self._test_order[::-1]

    @staticmethod
    def _id(chance: Random) -> str:
        return f"{chance.getrandbits(128):032x}"

    def _session(self, day: datetime.date, *, is_tested: bool) -> Session:
        random = self._random
        clock = datetime.time(9 if day.weekday() == 5 else 18, random.randrange(60))
        started_at = datetime.datetime.combine(day, clock, tzinfo=datetime.UTC)
        is_back = self._story.is_on_the_way_back(day)
        note = ""
        if random.random() < (0.2 if is_back else 0.06):
            note = random.choice(_REHAB_NOTES if is_back else _NOTES)
        if not self.sessions:
            note = _FIRST_NOTE
        elif self.sessions[-1].date < self._story.noted_from <= day:
            note = _NOTED_NOTE
        elif is_tested:
            note = _TEST_NOTE
        return Session(day, started_at, note, self._id(random))

    def _leg(
        self,
        day: datetime.date,
        exercise: Exercise,
        side: Side,
        form: float,
        bodyweight_kg: float,
    ) -> _LegOfDay:
        usual_kg = maximum_kg(self._story, day, exercise, side)
        able_kg = usual_kg * form * self._random.gauss(1, _LEG_ON_A_DAY)
        carried_kg = bodyweight_kg if exercise.carries_bodyweight else 0.0
        return _LegOfDay(exercise, side, usual_kg, able_kg, carried_kg)

    def _work(self, session: Session, legs: list[_LegOfDay]) -> None:
        """Train both legs of one exercise, the left one first in each row."""
        target = self._story.reps_to_failure(session.date)
        to_lift_kg = [leg.usual_kg / times_load(Formula.EPLEY, float(target)) for leg in legs]
        if session.date < self._story.noted_from:
            to_lift_kg = [min(to_lift_kg)] * len(legs)
        warms_up = self._random.random() < 0.3
        if warms_up:
            for leg in legs:
                self._warm_up(session, leg, 1, leg.added_kg(0.5 * leg.usual_kg), 10)
        for number in range(1, SETS + 1):
            for leg, system_kg in zip(legs, to_lift_kg, strict=True):
                self._work_set(session, leg, number, number + warms_up, leg.added_kg(system_kg))

    def _work_set(
        self, session: Session, leg: _LegOfDay, number: int, set_no: int, added_kg: float
    ) -> None:
        random, story = self._random, self._story
        able = self._reps_able(leg, added_kg, number)
        felt = max(able + random.choice(_MISFELT_REPS), 0)
        target = story.reps_to_failure(session.date)
        wanted = felt - random.choice(_WANTED_RESERVE)
        reps = min(max(wanted, target - 4, 3), target - 1, able)
        is_back = story.is_on_the_way_back(session.date)
        pain = None
        if is_back and leg.side is Side.LEFT:
            healed = (session.date - story.injury).days / (story.back_until - story.injury).days
            pain = min(max(round(4 * (1 - healed) + random.gauss(0, 0.7)), 0), 5)
        self._add(
            session,
            leg,
            set_no,
            SetType.WORK,
            reps,
            added_kg,
            rir=self._noted(session.date, number, felt - reps),
            tempo=HEAVY_SLOW if is_back else ORDINARY,
            rest_s=float(random.randrange(90, 185, 5)),
            pain_during=pain,
            note=random.choice(_NOTES) if random.random() < 0.004 else "",
        )

    def _hold(self, session: Session, legs: list[_LegOfDay]) -> None:
        """Hold the first session's holding load again with both legs, the last hold to failure."""
        chance = self._hold_chance
        added_kg = self._held_kg.setdefault(
            legs[0].exercise, min(leg.added_kg(_HELD_SHARE * leg.usual_kg) for leg in legs)
        )
        done = self.sets[self._sets_before :]
        first = max(next_set_no(done, leg.exercise, leg.side) for leg in legs)
        weeks = (session.date - self._story.first).days / 7
        for number in range(HOLDS):
            for leg in legs:
                spare = leg.usual_kg * _HELD_SHARE / (added_kg + leg.carried_kg)
                is_last = number == HOLDS - 1
                able_s = (_USUAL_HOLD_S + 4 * weeks) * spare**2 * chance.gauss(1, 0.08)
                self._add(
                    session,
                    leg,
                    first + number,
                    SetType.WORK,
                    1,
                    added_kg,
                    rir=0.0 if is_last else None,
                    hold_s=float(round(able_s)) if is_last else _USUAL_HOLD_S,
                    chance=chance,
                )

    def _reps_able(self, leg: _LegOfDay, added_kg: float, number: int) -> int:
        """Return how often a leg can lift a load in one set, by Epley's formula; at least once."""
        able_kg = leg.able_kg * self._random.gauss(1, _SET)
        reps = 30 * (able_kg / (added_kg + leg.carried_kg) - 1) - _TIRED_REPS * (number - 1)
        return max(floor(reps), 1)

    def _noted(self, day: datetime.date, number: int, felt: int) -> float | None:
        """Return the reserve as noted, or None; a reserve of 4 or more is noted as just 4."""
        chance, half = self._random.random(), self._random.random() < _HALVES
        share = _NOTED_FIRST + (_NOTED_LAST - _NOTED_FIRST) * (number - 1) / (SETS - 1)
        if day < self._story.noted_from or chance >= share:
            return None
        return min(max(felt, 0) + 0.5 * half, float(FEWEST_RIR_REFUSED))

    def _test(self, session: Session, legs: list[_LegOfDay]) -> None:
        """Test both legs in one exercise, starting with the one that came second last time."""
        ordered = sorted(legs, key=lambda leg: self._test_order.index(leg.side))
        lifted = [
            (leg, offered_kg(Formula.EPLEY, leg.usual_kg, leg.carried_kg, PLATE_STEP_KG))
            for leg in ordered
        ]
        warming_up = [warm_ups(kg, leg.carried_kg, PLATE_STEP_KG) for leg, kg in lifted]
        for row, both in enumerate(zip_longest(*warming_up)):
            for leg, warm_up in zip(ordered, both, strict=True):
                if warm_up is not None:
                    self._warm_up(session, leg, row + 1, warm_up.external_kg, warm_up.reps)
        for leg, added_kg in lifted:
            reps = self._reps_able(leg, added_kg, 1)
            set_no = max(map(len, warming_up)) + 1
            self._add(session, leg, set_no, SetType.TEST, reps, added_kg)

    def _warm_up(
        self, session: Session, leg: _LegOfDay, set_no: int, added_kg: float, reps: int
    ) -> None:
        self._add(session, leg, set_no, SetType.WARMUP, reps, added_kg)

    def _add(
        self,
        session: Session,
        leg: _LegOfDay,
        set_no: int,
        set_type: SetType,
        reps: int,
        added_kg: float,
        *,
        rir: float | None = None,
        tempo: Tempo | None = None,
        rest_s: float | None = None,
        pain_during: int | None = None,
        note: str = "",
        hold_s: float | None = None,
        chance: Random | None = None,
    ) -> None:
        self.sets.append(
            LoggedSet(
                session.id,
                leg.exercise,
                leg.side,
                set_no,
                reps,
                added_kg,
                len(self.sets) - self._sets_before,
                set_type,
                rir,
                tempo,
                rest_s,
                pain_during,
                self._equipment[leg.exercise].id,
                note,
                self._id(chance or self._random),
                hold_s,
            )
        )
