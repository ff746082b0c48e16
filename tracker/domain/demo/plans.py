"""The made-up runner's plans: one back from the injury, then one that runs beyond today.

They ask for what she does, three sets a leg on three days a week; what she misses by chance, on
holiday and when ill is what was not done. Everything is invented.
"""

import datetime
from itertools import groupby
from random import Random
from typing import Final

from tracker.domain.demo.story import BACK_WEEKS, WEEKDAYS, Story
from tracker.domain.exercise import Exercise
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import Tempo
from tracker.worded import worded

SETS: Final = 3
HEAVY_SLOW: Final = Tempo(3, 0, 3, 0)
ORDINARY: Final = Tempo(2, 1, 2, 0)
_WEEKS_AHEAD: Final = 8
_RESERVE: Final = 2


class MadeUpPlans:
    """Makes up the plans.

    Args:
        story: When what happens.
        random: A generator of its own, only for ids.
    """

    def __init__(self, story: Story, random: Random) -> None:
        self._story = story
        self._random = random

    def entries(self) -> list[Plan | Phase | PlannedSets]:
        """Make up everything."""
        back = Plan(
            worded("Heavy slow resistance"),
            self._story.back_from,
            BACK_WEEKS,
            source="Beyer et al. (2015), Am J Sports Med 43:1704",
            caution=worded("Agreed with the physio."),
            note=worded("Three sets a leg, on Monday, Wednesday and Saturday."),
            template="heavy-slow-resistance",
            id=self._id(),
        )
        found = self._whole(back, HEAVY_SLOW, 150.0)
        since = self._story.back_until
        weeks = (self._story.until - since).days // 7 + 1 + _WEEKS_AHEAD
        strength = Plan(worded("Strength beside running"), since, weeks, id=self._id())
        return found + self._whole(strength, ORDINARY, 120.0)

    def _id(self) -> str:
        return f"{self._random.getrandbits(128):032x}"

    def _whole(self, plan: Plan, tempo: Tempo, rest_s: float) -> list[Plan | Phase | PlannedSets]:
        """Return a plan with a phase for each run of weeks with the same load."""

        def reps_in(week: int) -> int:
            return self._story.reps_to_failure(plan.starts_on + datetime.timedelta(weeks=week - 1))

        found: list[Plan | Phase | PlannedSets] = [plan]
        for position, (reps, alike) in enumerate(groupby(range(1, plan.weeks + 1), reps_in)):
            weeks = list(alike)
            phase = Phase(plan.id, weeks[0], weeks[-1], WEEKDAYS, None, position, id=self._id())
            found.append(phase)
            found += [
                PlannedSets(
                    phase.id,
                    exercise,
                    PlannedSide.EACH,
                    SETS,
                    reps - _RESERVE - 2,
                    reps - _RESERVE + 1,
                    tempo=tempo,
                    rest_s=rest_s,
                    rir=float(_RESERVE),
                    position=place,
                    id=self._id(),
                )
                for place, exercise in enumerate((Exercise.SEATED, Exercise.STANDING))
            ]
        return found
