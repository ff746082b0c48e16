"""The days that the made-up years turn on, counted back from the last one.

So the last year of every log has the same course, whenever it ends.
"""

import datetime
from dataclasses import dataclass
from typing import Final

WEEKDAYS: Final = (1, 3, 6)  # Monday, Wednesday, Saturday
BACK_WEEKS: Final = 12
ILL_DAYS: Final = 9
HOLIDAY: Final = ((8, 4), (8, 17))  # in summer: month and day of the first and the last day
_A_DAY: Final = datetime.timedelta(days=1)
_HURT_AGO: Final = datetime.timedelta(days=228)
_RESTED: Final = datetime.timedelta(days=12)
_UNNOTED: Final = datetime.timedelta(weeks=6)
_HELD: Final = datetime.timedelta(weeks=4)
_REPS_TO_FAILURE: Final = (11, 10, 8, 7)
_RACE_EVERY_DAYS: Final = 182
_RACES_KM: Final = (21.1, 10.0)


@dataclass(frozen=True, slots=True)
class Story:
    """When what happens.

    Args:
        first: The first day of the log.
        until: Its last day, at least 364 days later.
    """

    first: datetime.date
    until: datetime.date

    @property
    def noted_from(self) -> datetime.date:
        """The day from which reserve is noted and each leg has a load of its own."""
        return self.first + _UNNOTED

    def is_held(self, day: datetime.date) -> bool:
        """Whether a day is in the first weeks, whose sessions end with holds."""
        return day < self.first + _HELD

    @property
    def injury(self) -> datetime.date:
        """The day the left Achilles tendon was injured."""
        return self.until - _HURT_AGO

    @property
    def ready(self) -> datetime.date:
        """The first day of training after the injury."""
        return self.injury + _RESTED

    @property
    def back_from(self) -> datetime.date:
        """The Monday the plan back from the injury begins."""
        return self.ready + datetime.timedelta(days=-self.ready.weekday() % 7)

    @property
    def back_until(self) -> datetime.date:
        """The day after that plan ends."""
        return self.back_from + datetime.timedelta(weeks=BACK_WEEKS)

    def is_on_the_way_back(self, day: datetime.date) -> bool:
        """Whether the left leg is trained with care on a day."""
        return self.injury <= day < self.back_until

    def reps_to_failure(self, day: datetime.date) -> int:
        """Return how often a day's load can be lifted: for four weeks each, from light to heavy."""
        return _REPS_TO_FAILURE[(day - self.first).days // 28 % len(_REPS_TO_FAILURE)]

    def race_km(self, day: datetime.date) -> float | None:
        """Return the distance of a race on a day; two a year, one of them just before the injury.

        Returns:
            Kilometres; None if there is no race.
        """
        eve = self.injury - _A_DAY
        number, other = divmod((day - eve).days + eve.isoweekday() % 7, _RACE_EVERY_DAYS)
        return None if other else _RACES_KM[number % len(_RACES_KM)]
