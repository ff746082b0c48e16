"""Made-up runs for the made-up runner: three or four a week, with a long one on Sundays.

Three weeks build up and a fourth is easier; winter has less than summer. Nothing is run while the
runner is ill, nor in the four weeks after the injury; then the distance grows again over three
months. All is invented.
"""

import datetime
from collections.abc import Mapping
from math import cos, pi
from random import Random

from tracker.domain.run import Run

_DAY = datetime.timedelta(days=1)
# Usual kilometres by weekday, Monday first, on days without strength work but for one Saturday.
_USUAL_KM = {1: 8.0, 3: 10.0, 5: 6.0, 6: 16.0}
_SELDOM = {5: 0.45}  # how likely a run is on such a weekday; others nine times in ten
_BUILD_UP = (0.92, 1.0, 1.1, 0.75)
_ILL_DAYS = 9
_WITHOUT_DAYS = 28  # after the injury
_RETURN_DAYS = 90


def made_up_runs(
    first: datetime.date,
    until: datetime.date,
    injury: datetime.date,
    ill_from: Mapping[int, datetime.date],
    random: Random,
) -> list[Run]:
    """Make up the runs of some years.

    Args:
        first: The first day of the log.
        until: Its last day.
        injury: The day on which the left calf was hurt.
        ill_from: The first day of each year's illness.
        random: Chance, of its own, so that the sets do not depend on it.
    """
    runs = []
    day = first
    while day <= until:
        km = _USUAL_KM.get(day.weekday())
        if km is not None and random.random() < _SELDOM.get(day.weekday(), 0.9):
            km *= _share(day, injury, ill_from) * random.uniform(0.85, 1.15)
            if km >= 2:
                runs.append(_run(day, round(km, 2), random))
        day += _DAY
    return runs


def _share(
    day: datetime.date, injury: datetime.date, ill_from: Mapping[int, datetime.date]
) -> float:
    """Give how much of the usual distance is run on a day: 0 for none, about 1 at best."""
    began = ill_from.get(day.year)
    if began is not None and 0 <= (day - began).days < _ILL_DAYS:
        return 0.0
    share = _BUILD_UP[(day.toordinal() - 1) // 7 % len(_BUILD_UP)]
    share *= 1 - 0.12 * cos(2 * pi * (day.timetuple().tm_yday - 15) / 365.25)
    since = (day - injury).days
    if 0 <= since < _WITHOUT_DAYS:
        return 0.0
    if since >= _WITHOUT_DAYS:
        share *= min(0.25 + 0.7 * (since - _WITHOUT_DAYS) / _RETURN_DAYS, 0.95)
    return share


def _run(day: datetime.date, km: float, random: Random) -> Run:
    start = datetime.time(9 if day.weekday() == 6 else 7, random.randrange(60))
    started_at = datetime.datetime.combine(day, start, tzinfo=datetime.UTC)
    seconds = km * random.uniform(315, 370)
    return Run(day, km, started_at, float(round(seconds)), f"{random.getrandbits(128):032x}")
