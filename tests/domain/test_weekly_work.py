"""Work summed up by week and exercise."""

import numpy as np

from tracker.domain.columns import EXERCISES
from tracker.domain.exercise import Exercise
from tracker.domain.weekly_work import WeeklyWork


def test_weeks_without_work_stand_between_those_with() -> None:
    monday = 4 + 7 * 2967  # 1 January 1970 was a Thursday, so day 4 was a Monday
    seated, standing = (EXERCISES.index(each) for each in (Exercise.SEATED, Exercise.STANDING))
    work = WeeklyWork.of_days(
        np.array([monday, monday + 6, monday + 14]),
        np.array([seated, standing, seated]),
        np.array([3.0, 4.0, 5.0]),
    )
    assert work.day.tolist() == [monday, monday + 7, monday + 14]
    assert {each: values.tolist() for each, values in work.of.items()} == {
        Exercise.SEATED: [3.0, 0.0, 5.0],
        Exercise.STANDING: [4.0, 0.0, 0.0],
    }
    assert work.at(monday + 6) == {Exercise.SEATED: 3.0, Exercise.STANDING: 4.0}
    assert work.at(monday - 1) == {}
    assert len(work) == 3


def test_of_no_days_there_are_no_weeks() -> None:
    none = np.zeros(0, np.int64)
    work = WeeklyWork.of_days(none, none, np.zeros(0))
    assert (len(work), work.of) == (0, {})
