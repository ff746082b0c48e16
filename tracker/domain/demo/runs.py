"""Made-up runs for the made-up runner: three or four a week, with a long one on Sundays.

Three weeks of build-up are followed by an easier one; there is less in winter than in summer. The
runner does not run while ill, nor in the four weeks after the injury; then the distance grows again
over three months. There are two races a year. Everything is invented.
"""

import datetime
from collections.abc import Mapping
from random import Random

from tracker.domain.demo.legs import winter
from tracker.domain.demo.story import ILL_DAYS, Story
from tracker.domain.run import Run

_DAY = datetime.timedelta(days=1)
# Usual kilometres by weekday, with Monday as 0; of these only Saturday also has strength work.
_USUAL_KM = {1: 8.0, 3: 10.0, 5: 6.0, 6: 16.0}
_SELDOM = {5: 0.45}  # probability of a run on these weekdays; 0.9 on the others
_BUILD_UP = (0.92, 1.0, 1.1, 0.75)
_S_A_KM = (315, 370)
_RACE_S_A_KM = (278, 292)
_WITHOUT_DAYS = 28  # without running after the injury
_RETURN_DAYS = 90


def made_up_runs(story: Story, ill_from: Mapping[int, datetime.date], random: Random) -> list[Run]:
    """Make up the runs of some years.

    Args:
        story: When what happens.
        ill_from: The first day of each year's illness.
        random: A generator of its own, so that the sets do not depend on it.
    """
    runs = []
    day = story.first
    while day <= story.until:
        km = _USUAL_KM.get(day.weekday())
        if km is not None and random.random() < _SELDOM.get(day.weekday(), 0.9):
            share = _share(day, story.injury, ill_from)
            km *= share * random.uniform(0.85, 1.15)
            race_km = story.race_km(day)
            if race_km is not None and share:
                runs.append(_run(day, race_km, random.uniform(*_RACE_S_A_KM), random))
            elif km >= 2:
                runs.append(_run(day, round(km, 2), random.uniform(*_S_A_KM), random))
        day += _DAY
    return runs


def _share(
    day: datetime.date, injury: datetime.date, ill_from: Mapping[int, datetime.date]
) -> float:
    """Return the share of the usual distance run on a day: 0 for none, about 1 at best."""
    if 0 <= (day - ill_from[day.year]).days < ILL_DAYS:
        return 0.0
    share = _BUILD_UP[(day.toordinal() - 1) // 7 % len(_BUILD_UP)]
    share *= 1 - 0.12 * winter(day)
    since = (day - injury).days
    if 0 <= since < _WITHOUT_DAYS:
        return 0.0
    if since >= _WITHOUT_DAYS:
        share *= min(0.25 + 0.7 * (since - _WITHOUT_DAYS) / _RETURN_DAYS, 0.95)
    return share


def _run(day: datetime.date, km: float, s_a_km: float, random: Random) -> Run:
    start = datetime.time(9 if day.weekday() == 6 else 7, random.randrange(60))
    started_at = datetime.datetime.combine(day, start, tzinfo=datetime.UTC)
    seconds = float(round(km * s_a_km))
    return Run(day, km, started_at, seconds, f"{random.getrandbits(128):032x}")
