"""A made-up runner's training, for looking around: believable, and the same for the same seed.

The story: three sessions a week of seated and standing raises, one leg at a time. The left calf is
injured in the last spring, is rested for twelve days, comes back weak and catches up over months;
the right one loses a little with it. A plan of twelve weeks leads back, and another one goes on
since. The soleus is behind the gastrocnemius, and less so with time. There are holidays, an illness
each winter, missed days, and days that go better or worse. All figures are invented.
"""

import datetime
from dataclasses import dataclass
from math import cos, exp, pi
from random import Random

from tracker.domain.change import Change
from tracker.domain.demo.checkups import MadeUpCheckups
from tracker.domain.demo.plans import HEAVY_SLOW, ORDINARY, SETS, WEEKDAYS, MadeUpPlans
from tracker.domain.demo.runs import made_up_runs
from tracker.domain.entry import require_within
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, SetType

MOST_YEARS = 100
PLATE_STEP_KG = 2.5
_INJURY = (4, 10)  # month and day
_LEAST_DAYS_SINCE_INJURY = 30
_RESTED_DAYS = 12
_REPS_TO_FAILURE = (11, 10, 8, 7)
_NOTES = (
    "Tired after yesterday's long run.",
    "Felt light today.",
    "Right calf cramped a little.",
    "Slower lowering.",
    "Slept badly.",
    "Good control at the top.",
)
_REHAB_NOTES = (
    "Left calf stiff at first, then fine.",
    "Careful with the left.",
    "A pull in the left on the last two.",
)


def made_up_log(until: datetime.date, years: int = 1, seed: int = 1) -> Change:
    """Make up a log of some years, to be added to an empty one.

    Args:
        until: The last day that may have a session.
        years: How many, 1 to 100.
        seed: Another one gives other training.

    Returns:
        The change that adds the runner, the weighings, the equipment, the sessions and the sets,
        what is noted beside them (symptoms, scores, heel-raise tests, a goal and runs), and the
        plans.

    Raises:
        ValueError: If ``years`` is out of bounds.
    """
    require_within("Years", years, 1, MOST_YEARS)
    # Chance of its own, so that the same sets come of the same seed whatever is noted beside them.
    asides = (Random(f"{seed} {what}") for what in ("beside the sets", "running", "plans"))
    return _Story(until, years, Random(seed), *asides).change()


@dataclass(frozen=True, slots=True)
class _Capacity:
    """What one leg can do in one exercise, in kilograms of system load."""

    exercise: Exercise
    side: Side
    maximum_kg: float
    bodyweight_kg: float


class _Story:
    def __init__(
        self,
        until: datetime.date,
        years: int,
        random: Random,
        random_beside: Random,
        random_running: Random,
        random_plans: Random,
    ) -> None:
        self._random = random
        self._random_beside = random_beside
        self._random_running = random_running
        self._random_plans = random_plans
        self._until = until
        self._first = until - datetime.timedelta(days=round(365.25 * years) - 1)
        latest = until - datetime.timedelta(days=_LEAST_DAYS_SINCE_INJURY)
        injury = datetime.date(latest.year, *_INJURY)
        self._injury = injury if injury <= latest else injury.replace(year=latest.year - 1)
        self._equipment = {
            Exercise.SEATED: Equipment("Seated calf machine", self._id()),
            Exercise.STANDING: Equipment("Smith machine and step", self._id()),
        }
        self._weighings: list[Bodyweight] = []
        self._sessions: list[Session] = []
        self._sets: list[LoggedSet] = []
        self._ill_from: dict[int, datetime.date] = {}

    def change(self) -> Change:
        """Tell the whole story."""
        kg = 70.0
        day = self._first
        while day <= self._until:
            if day.weekday() == 0 or not self._weighings:
                # Drawn back to 70 kg, a little more in winter: it wanders, but not away.
                kg += 0.25 * (70.0 + 0.7 * self._winter(day) - kg) + self._random.gauss(0, 0.25)
                self._weighings.append(Bodyweight(day, round(kg, 1), self._id()))
            if self._trains_on(day):
                self._train(day, self._weighings[-1].kg)
            day += datetime.timedelta(days=1)
        ready = self._injury + datetime.timedelta(days=_RESTED_DAYS)
        plans = MadeUpPlans(
            max(ready, self._first), self._until, self._reps_to_failure, self._random_plans
        )
        checkups = MadeUpCheckups(self._sessions, self._injury, self._until, self._random_beside)
        return Change.adding(
            Runner(involved_side=Side.LEFT, birth_year=self._until.year - 42, sex="female"),
            *self._equipment.values(),
            *self._weighings,
            *self._sessions,
            *self._sets,
            *checkups.entries(),
            *made_up_runs(
                self._first, self._until, self._injury, self._ill_from, self._random_running
            ),
            *plans.entries(),
        )

    def _id(self) -> str:
        return f"{self._random.getrandbits(128):032x}"

    @staticmethod
    def _winter(day: datetime.date) -> float:
        """Give 1 in the middle of January and -1 in the middle of July."""
        return cos(2 * pi * (day.timetuple().tm_yday - 15) / 365.25)

    def _trains_on(self, day: datetime.date) -> bool:
        ill_from = self._ill_from.get(day.year)
        if ill_from is None:
            ill_from = datetime.date(day.year, 1, 20) + datetime.timedelta(
                days=self._random.randrange(30)
            )
            self._ill_from[day.year] = ill_from
        is_ill = 0 <= (day - ill_from).days < 9
        is_on_holiday = (day.month, day.day) >= (12, 23) or (day.month == 8 and 4 <= day.day <= 17)
        is_resting = 0 <= (day - self._injury).days < _RESTED_DAYS
        if day.isoweekday() not in WEEKDAYS or is_ill or is_on_holiday or is_resting:
            return False
        return self._random.random() > 0.08  # work, family, weather

    def _maximum_kg(self, day: datetime.date, exercise: Exercise, side: Side) -> float:
        """Give what a leg could lift once, in kilograms of system load, on an ordinary day."""
        trained_years = (day - self._first).days / 365.25
        gained = 1 - exp(-trained_years / 1.5)  # most in the first years, never without end
        standing_kg = 108.0 + 16.0 * gained
        kg = standing_kg
        if exercise is Exercise.SEATED:
            kg *= 0.66 + 0.12 * gained
        kg *= 1 + 0.01 * self._winter(day)  # less strength work in the racing season
        since_injury = (day - self._injury).days
        if side is Side.LEFT:
            kg *= 0.975
        if since_injury >= 0:
            lost = 0.05
            if side is Side.LEFT:
                lost = 0.30 if exercise is Exercise.SEATED else 0.24
            kg *= 1 - lost * exp(-since_injury / 120)
        return kg

    def _reps_to_failure(self, day: datetime.date) -> int:
        """Give how often the load of a day can be lifted: four weeks each, from light to heavy."""
        return _REPS_TO_FAILURE[(day - self._first).days // 28 % len(_REPS_TO_FAILURE)]

    def _train(self, day: datetime.date, bodyweight_kg: float) -> None:
        random = self._random
        started_at = datetime.datetime(
            *(day.year, day.month, day.day, 9 if day.weekday() == 5 else 18),
            random.randrange(60),
            tzinfo=datetime.UTC,
        )
        is_rehab = 0 <= (day - self._injury).days < 84
        note = ""
        if random.random() < (0.2 if is_rehab else 0.06):
            note = random.choice(_REHAB_NOTES if is_rehab else _NOTES)
        session = Session(day, started_at, note, self._id())
        self._sessions.append(session)
        form = random.gauss(1, 0.015)
        target = self._reps_to_failure(day)
        position = 0
        for exercise in (Exercise.SEATED, Exercise.STANDING):
            legs = [
                _Capacity(
                    exercise,
                    side,
                    self._maximum_kg(day, exercise, side) * form * random.gauss(1, 0.01),
                    bodyweight_kg,
                )
                for side in (Side.LEFT, Side.RIGHT)
            ]
            warms_up = random.random() < 0.3
            for number in range(1, SETS + (2 if warms_up else 1)):
                for leg in legs:
                    done = (
                        self._warm_up(session, leg, number, position)
                        if warms_up and number == 1
                        else self._work(session, leg, number, position, target, is_rehab)
                    )
                    self._sets.append(done)
                    position += 1

    def _warm_up(self, session: Session, leg: _Capacity, number: int, position: int) -> LoggedSet:
        half_kg = 0.5 * leg.maximum_kg
        return LoggedSet(
            session_id=session.id,
            exercise=leg.exercise,
            side=leg.side,
            set_no=number,
            reps=10,
            external_kg=_on_the_bar_kg(leg, half_kg),
            position=position,
            set_type=SetType.WARMUP,
            equipment_id=self._equipment[leg.exercise].id,
            id=self._id(),
        )

    def _work(
        self,
        session: Session,
        leg: _Capacity,
        number: int,
        position: int,
        target: int,
        is_rehab: bool,
    ) -> LoggedSet:
        random = self._random
        # The load that can be lifted so often, by Epley's formula.
        external_kg = _on_the_bar_kg(leg, leg.maximum_kg / (1 + target / 30))
        system_kg = external_kg + (leg.bodyweight_kg if leg.exercise.carries_bodyweight else 0)
        tired = 0.4 * (number - 1)
        to_failure = 30 * (leg.maximum_kg / system_kg - 1) - tired + random.gauss(0, 0.5)
        in_reserve = random.choice((1, 2, 2, 3))
        reps = min(max(round(to_failure) - in_reserve, 3), 15)
        pain = None
        if is_rehab and leg.side is Side.LEFT:
            healed = (session.date - self._injury).days / 84
            pain = min(max(round(4 * (1 - healed) + random.gauss(0, 0.7)), 0), 5)
        return LoggedSet(
            session_id=session.id,
            exercise=leg.exercise,
            side=leg.side,
            set_no=number,
            reps=reps,
            external_kg=external_kg,
            position=position,
            rir=None if random.random() < 0.05 else float(max(round(to_failure) - reps, 0)),
            tempo=HEAVY_SLOW if is_rehab else ORDINARY,
            rest_s=float(random.randrange(90, 185, 5)),
            pain_during=pain,
            equipment_id=self._equipment[leg.exercise].id,
            note=random.choice(_NOTES) if random.random() < 0.004 else "",
            id=self._id(),
        )


def _on_the_bar_kg(leg: _Capacity, system_kg: float) -> float:
    """Round what must be added to reach a system load to what plates can make, 0 or more."""
    if leg.exercise.carries_bodyweight:
        system_kg -= leg.bodyweight_kg
    return max(round(system_kg / PLATE_STEP_KG) * PLATE_STEP_KG, 0.0)
