"""What the made-up runner's legs can lift: the left is injured and catches up over months."""

import datetime
from math import cos, exp, pi
from typing import Final

from tracker.domain.demo.story import Story
from tracker.domain.exercise import Exercise, Side

# The left leg was a little weaker before the injury; what it lost comes back late, once the tendon
# bears heavy loads again. The right one loses a little in the weeks of rest.
_LEFT_SHARE: Final = 0.975
_LOST_LEFT: Final = {Exercise.SEATED: 0.175, Exercise.STANDING: 0.14}
_REGAINED_DAYS: Final = 195
_REGAINED_LATE: Final = 3
_LOST_AT_REST: Final = 0.05
_AT_REST_DAYS: Final = 60


def winter(day: datetime.date) -> float:
    """Return 1 in mid-January and -1 in mid-July, in a smooth wave."""
    return cos(2 * pi * (day.timetuple().tm_yday - 15) / 365.25)


def maximum_kg(story: Story, day: datetime.date, exercise: Exercise, side: Side) -> float:
    """Return a leg's 1RM on an ordinary day, in kilograms of system load."""
    trained_years = (day - story.first).days / 365.25
    gained = 1 - exp(-trained_years / 1.5)  # most in the first years, levelling off
    kg = 108.0 + 16.0 * gained
    if exercise is Exercise.SEATED:
        kg *= 0.66 + 0.12 * gained  # the soleus lags behind, less so with time
    kg *= 1 + 0.01 * winter(day)  # less strength work in the racing season
    since = (day - story.injury).days
    if since >= 0:
        kg *= 1 - _LOST_AT_REST * exp(-since / _AT_REST_DAYS)
    if side is Side.LEFT:
        kg *= _LEFT_SHARE
        if since >= 0:
            kg *= 1 - _LOST_LEFT[exercise] * exp(-((since / _REGAINED_DAYS) ** _REGAINED_LATE))
    return kg
