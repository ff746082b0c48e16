"""How the leg responded to the work: pain and next mornings, beside the work of each week.

Source: Silbernagel 2007, Am J Sports Med 35:897: pain should settle by the next morning, and
neither pain nor stiffness should rise from week to week.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import nan
from statistics import median
from typing import Final

from tracker.domain.columns import day_number
from tracker.domain.exercise import Side
from tracker.domain.runner import Runner
from tracker.domain.symptoms import Moment, Symptom
from tracker.domain.week import DAYS_A_WEEK, begin_of_week
from tracker.report.parts import FeltOnDay, Strip, WorkDone

MOST_WEEKS: Final = 8


@dataclass(frozen=True, slots=True)
class Worst:
    """The worst pain: how much, when, and at which moment; of equals the last."""

    value: int
    day: int
    moment: Moment


@dataclass(frozen=True, slots=True)
class LegResponse:
    """How one leg responded since the day compared with.

    Args:
        side: The leg; both for entries that do not name one.
        sessions: Number of sessions for which pain before and on the next morning is known.
        mornings_above: How many of these had more pain in the morning than before the session.
        days: Number of days on which pain was noted.
        days_middle: How many of these were above the lowest band.
        days_high: How many of these were above the middle band.
        worst: The worst pain; None if no pain was noted.
        weeks: Median next-morning pain of each week; NaN where none was noted.
    """

    side: Side
    sessions: int
    mornings_above: int
    days: int
    days_middle: int
    days_high: int
    worst: Worst | None
    weeks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """How the legs responded.

    Args:
        mondays: Mondays of the last weeks of the period, oldest first.
        hard_sets: Hard sets in each week, where a left and a right set with the same number count
            once.
        km: Kilometres run in each week; NaN if running is not logged.
        legs: The legs for which something was noted.
    """

    mondays: tuple[int, ...]
    hard_sets: tuple[float, ...]
    km: tuple[float, ...]
    legs: tuple[LegResponse, ...]


def response(
    strips: Sequence[Strip],
    symptoms: Iterable[Symptom],
    work: WorkDone | None,
    runner: Runner,
    first: datetime.date,
    since: datetime.date,
    last: datetime.date,
) -> Response | None:
    """Put what was felt beside what was done; None if no pain was noted.

    Args:
        strips: What was felt, from the earlier of ``first`` and ``since`` on.
        symptoms: The same, as noted.
        work: The work done in the period.
        runner: The runner, whose pain bands apply.
        first: The first day of the period, where the weeks begin.
        since: The day from which to count.
        last: The last day.
    """
    pain = {strip.moment: strip.felt for strip in strips if strip.moment is not None}
    sides = {each.side for felt in pain.values() for each in felt}
    if not sides:
        return None
    monday = day_number(begin_of_week(last))
    begin = max(day_number(begin_of_week(first)), monday - DAYS_A_WEEK * (MOST_WEEKS - 1))
    mondays = tuple(range(begin, monday + 1, DAYS_A_WEEK))
    answered = _mornings(symptoms, since)
    return Response(
        mondays,
        tuple(0.0 if work is None else sum(work.weeks.at(day).values()) for day in mondays),
        tuple(nan if work is None or not len(work.distance) else _km(work, d) for d in mondays),
        tuple(
            _leg(side, pain, answered.get(side, ()), runner, day_number(since), mondays)
            for side in Side
            if side in sides
        ),
    )


def _km(work: WorkDone, monday: int) -> float:
    km = work.distance.at(monday)
    return 0.0 if km != km else km


def _mornings(symptoms: Iterable[Symptom], since: datetime.date) -> dict[Side, list[bool]]:
    """Tell for each leg's sessions whether the next morning was worse than before the session."""
    told: dict[tuple[Side, str], dict[Moment, int]] = {}
    for each in symptoms:
        if each.date >= since and each.session_id is not None and each.pain is not None:
            of_session = told.setdefault((each.side, each.session_id), {})
            of_session[each.moment] = max(of_session.get(each.moment, 0), each.pain)
    found: dict[Side, list[bool]] = {}
    for (side, _), pain in told.items():
        if Moment.BEFORE in pain and Moment.NEXT_MORNING in pain:
            is_above = pain[Moment.NEXT_MORNING] > pain[Moment.BEFORE]
            found.setdefault(side, []).append(is_above)
    return found


def _leg(
    side: Side,
    pain: Mapping[Moment, Sequence[FeltOnDay]],
    answered: Sequence[bool],
    runner: Runner,
    since: int,
    mondays: Sequence[int],
) -> LegResponse:
    worst = [
        Worst(each.value, each.day, moment)
        for moment, felt in pain.items()
        for each in felt
        if each.side is side and each.day >= since
    ]
    by_day: dict[int, int] = {}
    for found in worst:
        by_day[found.day] = max(by_day.get(found.day, 0), found.value)
    mornings = [each for each in pain.get(Moment.NEXT_MORNING, ()) if each.side is side]
    of_weeks = (
        [each.value for each in mornings if monday <= each.day < monday + DAYS_A_WEEK]
        for monday in mondays
    )
    return LegResponse(
        side,
        len(answered),
        sum(answered),
        len(by_day),
        sum(value > runner.low_pain for value in by_day.values()),
        sum(value > runner.middle_pain for value in by_day.values()),
        max(worst, key=lambda each: (each.value, each.day), default=None),
        tuple(float(median(values)) if values else nan for values in of_weeks),
    )
