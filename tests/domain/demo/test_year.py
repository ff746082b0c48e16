import datetime
from collections import defaultdict
from itertools import pairwise

import numpy as np
import pytest

from tracker.domain.change import Change
from tracker.domain.demo.training import PLATE_STEP_KG
from tracker.domain.demo.year import made_up_log
from tracker.domain.evidence import Evidence, evidence_of
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.session import LoggedSet, Session, SetType

UNTIL = datetime.date(2026, 11, 24)
INJURY = datetime.date(2026, 4, 10)
YEAR = made_up_log(UNTIL)


def added(change: Change, kind: type) -> list:  # type: ignore[type-arg]
    return [after for _, after in change.of(kind)]


def best_kg(change: Change, exercise: Exercise, side: Side, year: int, months: range) -> float:
    """The median of the days' best estimates in these months."""
    days = {session.id: session.date for session in added(change, Session)}
    weighings = added(change, Bodyweight)
    bests: dict[datetime.date, float] = defaultdict(float)
    for each in added(change, LoggedSet):
        day = days[each.session_id]
        if (each.exercise, each.side) != (exercise, side):
            continue
        if day.year == year and day.month in months:
            kg = each.external_kg
            if exercise.carries_bodyweight:
                kg += bodyweight_on(day, weighings) or 0
            told = evidence_of(Formula.EPLEY, side, each.set_type, kg, each.reps, each.rir)
            if told.evidence is Evidence.KNOWN:
                bests[day] = max(bests[day], told.e1rm_kg)
    return float(np.median(list(bests.values())))


def test_the_same_seed_gives_the_same_training() -> None:
    assert made_up_log(UNTIL) == YEAR
    assert made_up_log(UNTIL, seed=2) != YEAR


def test_a_year_has_some_three_sessions_a_week_with_breaks() -> None:
    days = [session.date for session in added(YEAR, Session)]
    assert days == sorted(set(days))
    assert 110 <= len(days) <= 145
    assert UNTIL - datetime.timedelta(days=365) < days[0] < days[-1] <= UNTIL
    gaps = [(later - day).days for day, later in pairwise(days)]
    assert max(gaps) >= 14  # a holiday
    assert sum(gap > 7 for gap in gaps) >= 3


def test_the_left_leg_is_hurt_in_spring_and_catches_up() -> None:
    for exercise in (Exercise.SEATED, Exercise.STANDING):
        behind = [
            1
            - best_kg(YEAR, exercise, Side.LEFT, 2026, months)
            / best_kg(YEAR, exercise, Side.RIGHT, 2026, months)
            for months in (range(2, 4), range(4, 6), range(10, 12))
        ]
        assert behind[0] < 0.08
        assert 0.14 < behind[1] < 0.32
        assert 0.02 < behind[2] < 0.13


def test_the_soleus_is_behind_and_gains() -> None:
    early, late = (
        best_kg(YEAR, Exercise.SEATED, Side.RIGHT, 2026, months)
        / best_kg(YEAR, Exercise.STANDING, Side.RIGHT, 2026, months)
        for months in (range(1, 3), range(10, 12))
    )
    assert 0.6 < early < late < 0.8


def test_ten_years_stay_believable() -> None:
    change = made_up_log(UNTIL, years=10)
    assert added(change, Session)[0].date.year == 2016
    last = best_kg(change, Exercise.STANDING, Side.RIGHT, 2026, range(9, 12))
    earlier = best_kg(change, Exercise.STANDING, Side.RIGHT, 2023, range(9, 12))
    first = best_kg(change, Exercise.STANDING, Side.RIGHT, 2017, range(1, 4))
    assert 1.05 < last / first < 1.25
    assert 0.95 < last / earlier < 1.05
    assert all(66 < weighing.kg < 74 for weighing in added(change, Bodyweight))


def test_loads_are_what_plates_can_make() -> None:
    assert all(
        each.external_kg >= 0 and each.external_kg % PLATE_STEP_KG == 0
        for each in added(YEAR, LoggedSet)
    )


def test_all_that_a_log_can_show_is_there() -> None:
    sets = added(YEAR, LoggedSet)
    assert added(YEAR, Runner)[0].involved_side is Side.LEFT
    assert len(added(YEAR, Equipment)) == 2
    assert {each.set_type for each in sets} == set(SetType)
    assert any(each.note for each in sets)
    assert any(each.pain_during for each in sets)
    assert any(session.note for session in added(YEAR, Session))
    assert any(each.rir is None and each.set_type is SetType.WORK for each in sets)


@pytest.mark.parametrize("days", range(0, 366, 61))
def test_whenever_the_log_ends_it_tells_the_same(days: int) -> None:
    until = UNTIL + datetime.timedelta(days=days)
    change = made_up_log(until)
    injury = until - (UNTIL - INJURY)
    trained = [session.date for session in added(change, Session)]
    gap = next((later - day).days for day, later in pairwise(trained) if later > injury)
    assert gap >= 13  # twelve days of rest, and the way to and from the next day of training


@pytest.mark.parametrize("years", [0, 101])
def test_other_numbers_of_years_are_refused(years: int) -> None:
    with pytest.raises(ValueError, match="Years must be 1 to 100"):
        made_up_log(UNTIL, years)
