"""Made-up symptoms, heel-raise tests, occasional measurements and goals of the made-up runner.

The left Achilles tendon hurts after the injury and settles over three months: more while training
than before, and in the first weeks most on the next morning. Its pain responds to load: to hard
sets on that day and the morning after, to kilometres a day later. At other times there is little
pain and mostly none. Every six weeks the legs are tested and measured; the left one catches up.
Everything is invented.
"""

import datetime
from collections.abc import Iterable
from math import exp, inf
from random import Random
from typing import Final

from tracker.domain.demo.story import Story
from tracker.domain.demo.training import MadeUpTraining
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.measurement import (
    FORCE_SEATED,
    FORCE_STANDING,
    HEEL_RISE_HEIGHT,
    VISA_A,
    MeasuredKind,
    Measurement,
)
from tracker.domain.run import Run
from tracker.domain.session import Session, SetType
from tracker.domain.symptoms import Moment, Site, Symptom

_ASKED_DAYS = 420  # an uninjured runner would not note for ten years that nothing hurts
_TEST_EVERY = datetime.timedelta(days=42)
_FIRST_WEEKS = 42  # after the injury, too early to test to failure
_SETTLING_DAYS = 32.0
# Pain on the first day, and what is added by hard sets and kilometres beyond the usual.
_HURTS = {
    Moment.BEFORE: (2.2, 0.0, 0.8),
    Moment.DURING: (3.4, 1.2, 0.0),
    Moment.AFTER: (2.8, 1.8, 0.0),
    Moment.NEXT_MORNING: (3.8, 3.0, 0.8),
}
_SITES = {Side.LEFT: Site.MID_PORTION, Side.RIGHT: Site.CALF}
_USED_TO_KM = 10.0
_USED_TO_HARD = 0.4  # share of a session's sets
_HARD_RESERVE = 1.0
_NOT_ANSWERED = 0.1
_NEXT_DAY = datetime.timedelta(days=1)
_FIRST_VISIT: Final = datetime.timedelta(days=49)  # before it, too early for maximal force
_FORCES: Final = {FORCE_SEATED: 1_180.0, FORCE_STANDING: 1_360.0}  # newtons
# Value for a healthy leg, and spread of repeated measurements.
_LENGTHS_CM: Final = {HEEL_RISE_HEIGHT.name: (10.5, 0.3), "knee_to_wall": (11.0, 0.4)}


class MadeUpCheckups:
    """Makes up what is noted besides the sets.

    Args:
        story: When what happens.
        training: The sessions and their sets.
        runs: The runs.
        random: A generator of its own, so that the sets do not depend on it.
    """

    def __init__(
        self, story: Story, training: MadeUpTraining, runs: Iterable[Run], random: Random
    ) -> None:
        self._sessions = training.sessions
        self._injury = story.injury
        self._until = story.until
        self._random = random
        self._km = {run.date: run.distance_km for run in runs}  # at most one a day
        self._hard: dict[str, list[bool]] = {}
        for each in training.sets:
            if each.side is Side.LEFT and each.set_type is not SetType.WARMUP:
                is_hard = (
                    each.was_to_failure or (inf if each.rir is None else each.rir) <= _HARD_RESERVE
                )
                self._hard.setdefault(each.session_id, []).append(is_hard)

    def entries(self) -> list[Symptom | Measurement | HeelRaiseTest | Goal]:
        """Make up everything."""
        begin = self._until - datetime.timedelta(days=_ASKED_DAYS)
        symptoms = [
            symptom
            for session in self._sessions
            if session.date > begin
            for symptom in self._symptoms_of(session)
        ]
        return [*symptoms, *self._scores(), *self._tests(), *self._goals(), *self._measured()]

    def _id(self) -> str:
        return f"{self._random.getrandbits(128):032x}"

    def _settled(self, date: datetime.date) -> float:
        """Return the share of the injury left on a day: 1 at first, then falling; 0 before it."""
        days = (date - self._injury).days
        return exp(-days / _SETTLING_DAYS) if days >= 0 else 0.0

    def _symptoms_of(self, session: Session) -> list[Symptom]:
        found = []
        hard_sets = self._hard[session.id]
        hard = max(sum(hard_sets) / len(hard_sets) - _USED_TO_HARD, 0.0)
        for moment, (most, of_hard, of_km) in _HURTS.items():
            is_morning = moment is Moment.NEXT_MORNING
            date = session.date + _NEXT_DAY if is_morning else session.date
            # The last morning is not answered yet; some of the others were left out.
            if is_morning and (date >= self._until or self._random.random() < _NOT_ANSWERED):
                continue
            far = max(self._km.get(date - _NEXT_DAY, 0.0) / _USED_TO_KM - 1, 0.0)
            answer = of_hard * hard + of_km * far
            for side in (Side.LEFT, Side.RIGHT):
                left = self._settled(session.date) if side is Side.LEFT else 0.0
                tender = 1 + left if side is Side.LEFT else 0.0
                twinge = self._random.random() < 0.03
                pain = (
                    most * left
                    + answer * tender
                    + twinge
                    + self._random.gauss(0, 0.25 + 0.5 * left)
                )
                found.append(
                    Symptom(
                        date,
                        moment,
                        side,
                        _SITES[side] if round(pain) > 0 else None,
                        min(max(round(pain), 0), 6),
                        self._stiffness_min(moment, left),
                        session.id,
                        self._id(),
                    )
                )
        return found

    def _stiffness_min(self, moment: Moment, left: float) -> int | None:
        if moment is not Moment.NEXT_MORNING:
            return None
        minutes = 34 * left + self._random.gauss(0, 3) - 1
        return max(round(minutes / 5) * 5, 0)

    def _scores(self) -> list[Measurement]:
        """Make up a VISA-A score every six weeks after the injury."""
        found = []
        date = self._injury + datetime.timedelta(days=14)
        while date <= self._until:
            value = round(96 - 50 * self._settled(date) + self._random.gauss(0, 2))
            found.append(Measurement(date, VISA_A.name, float(min(value, 100)), id=self._id()))
            date += _TEST_EVERY
        return found

    def _tests(self) -> list[HeelRaiseTest]:
        """Test both legs about every six weeks, first the one that came second last time."""
        found: list[HeelRaiseTest] = []
        sides = [Side.LEFT, Side.RIGHT]
        due = self._sessions[0].date
        for session in self._sessions:
            since = (session.date - self._injury).days
            if session.date < due or 0 <= since < _FIRST_WEEKS:
                continue
            for side in sides:
                strength = 27.0 if side is Side.RIGHT else 26.0
                if side is Side.LEFT and since >= 0:
                    strength *= 1 - 0.45 * exp(-since / 100)
                reps = max(round(strength + self._random.gauss(0, 1.4)), 5)
                reason = self._random.choice((StopReason.HEEL, StopReason.HEEL, StopReason.PACE))
                found.append(
                    HeelRaiseTest(
                        session.date,
                        Exercise.STANDING,
                        side,
                        reps,
                        stop_reason=reason,
                        pain=0,
                        id=self._id(),
                    )
                )
            sides.reverse()
            due = session.date + _TEST_EVERY
        return found

    def _measured(self) -> list[Measurement]:
        """Measure every six weeks after the first visit: force in three trials, lengths, rating."""
        found: list[Measurement] = []
        date = self._injury + _FIRST_VISIT
        while date <= self._until:
            left_of_it = self._settled(date)
            rating = float(min(round(97 - 55 * left_of_it + self._random.gauss(0, 2)), 100))
            found.append(Measurement(date, "overall_rating", rating, id=self._id()))
            for side in LEGS:
                share = 1 - 0.3 * left_of_it if side is Side.LEFT else 1.0
                for kind, newton in _FORCES.items():
                    found.append(self._force(date, kind, newton * share, side))
                for name, (value, spread) in _LENGTHS_CM.items():
                    cm = round(2 * (value * (0.5 + share / 2) + self._random.gauss(0, spread))) / 2
                    found.append(Measurement(date, name, cm, side, id=self._id()))
            date += _TEST_EVERY
        return found

    def _force(
        self, date: datetime.date, kind: MeasuredKind, newton: float, side: Side
    ) -> Measurement:
        """Make up three trials, rounded to ten newtons; the best counts."""
        trials = [round(newton * self._random.uniform(0.9, 1.0), -1) for _ in range(3)]
        best = kind.best_of(trials)
        return Measurement(date, kind.name, best, side, trials=tuple(trials), id=self._id())

    def _goals(self) -> list[Goal]:
        month, year = self._until.month + 3, self._until.year
        by = datetime.date(year + (month > 12), (month - 1) % 12 + 1, 1)
        return [
            Goal(GoalKind.E1RM_BODYWEIGHTS, Exercise.SEATED, 1.3, by=by, id=self._id()),
            Goal(GoalKind.MEASUREMENT, None, 95.0, by=by, measured=VISA_A.name, id=self._id()),
        ]
