"""Made-up symptoms, heel-raise tests, a score now and then, and a goal, for the made-up runner.

The left calf hurts after the injury and settles over three months: more while training than
before it, and most on the next morning of the first weeks. At other times there is little, and
mostly nothing. Every six weeks the legs are tested; the left one catches up. All is invented.
"""

import datetime
from collections.abc import Sequence
from math import exp
from random import Random

from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.session import Session
from tracker.domain.symptoms import Moment, Questionnaire, Score, Site, Symptom

_ASKED_DAYS = 420  # who was never hurt does not write down for ten years that nothing hurts
_TEST_EVERY = datetime.timedelta(days=42)
_FIRST_WEEKS = 42  # after the injury nobody tests to the end
_SETTLING_DAYS = 32.0
_HURTS = {
    Moment.BEFORE: 2.2,
    Moment.DURING: 3.6,
    Moment.AFTER: 3.0,
    Moment.NEXT_MORNING: 4.2,
}
_NEXT_DAY = datetime.timedelta(days=1)


class MadeUpCheckups:
    """Makes up what is noted beside the sets.

    Args:
        sessions: By day.
        injury: The day on which the left calf was hurt.
        until: The last day of the log.
        random: Chance, of its own, so that the sets do not depend on it.
    """

    def __init__(
        self,
        sessions: Sequence[Session],
        injury: datetime.date,
        until: datetime.date,
        random: Random,
    ) -> None:
        self._sessions = sessions
        self._injury = injury
        self._until = until
        self._random = random

    def entries(self) -> list[Symptom | Score | HeelRaiseTest | Goal]:
        """Make up everything."""
        begin = self._until - datetime.timedelta(days=_ASKED_DAYS)
        symptoms = [
            symptom
            for session in self._sessions
            if session.date > begin
            for symptom in self._symptoms_of(session)
        ]
        return [*symptoms, *self._scores(), *self._tests(), self._goal()]

    def _id(self) -> str:
        return f"{self._random.getrandbits(128):032x}"

    def _settled(self, date: datetime.date) -> float:
        """Give how much of the injury is left on a day: 1 at first, towards 0; 0 before it."""
        days = (date - self._injury).days
        return exp(-days / _SETTLING_DAYS) if days >= 0 else 0.0

    def _symptoms_of(self, session: Session) -> list[Symptom]:
        found = []
        for moment, most in _HURTS.items():
            date = session.date + _NEXT_DAY if moment is Moment.NEXT_MORNING else session.date
            # The last morning is still to be answered, or still to come.
            if date >= self._until and moment is Moment.NEXT_MORNING:
                continue
            for side in (Side.LEFT, Side.RIGHT):
                left = self._settled(session.date) if side is Side.LEFT else 0.0
                twinge = self._random.random() < (0.16 if side is Side.LEFT else 0.07)
                pain = most * left + twinge + self._random.gauss(0, 0.9) * left**0.5
                found.append(
                    Symptom(
                        date,
                        moment,
                        side,
                        Site.CALF if round(pain) > 0 else None,
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

    def _scores(self) -> list[Score]:
        """Make up a score every six weeks after the injury."""
        found = []
        date = self._injury + datetime.timedelta(days=14)
        while date <= self._until:
            value = round(96 - 50 * self._settled(date) + self._random.gauss(0, 2))
            found.append(Score(date, Questionnaire.VISA_A, float(min(value, 100)), self._id()))
            date += _TEST_EVERY
        return found

    def _tests(self) -> list[HeelRaiseTest]:
        """Test both legs about every six weeks, the one that was second last time first."""
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

    def _goal(self) -> Goal:
        month, year = self._until.month + 3, self._until.year
        by = datetime.date(year + (month > 12), (month - 1) % 12 + 1, 1)
        return Goal(GoalKind.E1RM_BODYWEIGHTS, Exercise.SEATED, 1.3, by=by, id=self._id())
