"""Made-up runs are believable, the same for the same seed, and leave the sets alone."""

import datetime

import numpy as np

from tracker.domain.columns import RunColumns, day_number
from tracker.domain.demo.year import made_up_log
from tracker.domain.run import Run
from tracker.domain.running import weekly_distance

UNTIL = datetime.date(2026, 11, 24)
INJURY = datetime.date(2026, 4, 10)
RACES = (datetime.date(2026, 4, 5), datetime.date(2026, 10, 4))


def runs_of(years: int = 1, seed: int = 1) -> list[Run]:
    change = made_up_log(UNTIL, years, seed)
    return [after for _, after in change.of(Run) if after is not None]


def test_the_same_seed_gives_the_same_runs() -> None:
    assert runs_of() == runs_of()
    assert runs_of() != runs_of(seed=2)


def test_runs_go_by_day_to_the_last_one() -> None:
    days = [run.date for run in runs_of()]
    assert days == sorted(days)
    assert UNTIL - datetime.timedelta(days=365) < days[0] < days[-1] <= UNTIL
    assert 130 <= len(days) <= 190


def test_a_pace_is_that_of_an_ordinary_runner() -> None:
    pace = {run.date: run.duration_s / run.distance_km for run in runs_of() if run.duration_s}
    raced = [pace.pop(day) for day in RACES]
    assert 270 < min(raced) <= max(raced) < 300
    assert 310 < min(pace.values()) <= max(pace.values()) < 375
    assert all(
        run.started_at is not None and run.started_at.date() == run.date for run in runs_of()
    )


def test_there_is_a_race_before_the_injury_and_one_since() -> None:
    raced = [run.distance_km for run in runs_of() if run.date in RACES]
    assert raced == [21.1, 10.0]
    assert all(day.isoweekday() == 7 for day in RACES)
    assert INJURY - RACES[0] < datetime.timedelta(days=7)


def test_nothing_is_run_after_the_injury_and_then_it_grows() -> None:
    week = weekly_distance(RunColumns.of(runs_of()))
    first = int(np.searchsorted(week.day, day_number(INJURY)))
    assert week.km[first : first + 3].max() == 0
    assert 0 < week.km[first + 3 : first + 8].mean() < 0.6 * week.km[first - 8 : first - 1].mean()
    assert 25 < week.km[-16:-1].mean() < 45


def test_nothing_is_run_while_ill() -> None:
    before_injury = [run.date for run in runs_of() if run.date < INJURY]
    gaps = np.diff([date.toordinal() for date in before_injury])
    assert gaps.max() >= 9


def test_ten_years_stay_believable() -> None:
    week = weekly_distance(RunColumns.of(runs_of(years=10)))
    assert len(week) > 515
    assert week.km.max() < 70
