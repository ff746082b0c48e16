"""The sets of one session out of the columns of many."""

import numpy as np

from tracker.domain.columns import SetColumns
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import SetType
from tracker.domain.sets_done import SetDone, SetsDone


def test_only_the_sets_of_the_session_are_given_as_they_were_done() -> None:
    whole = np.array([0, 0, 1, 1])
    columns = SetColumns(
        day=whole,
        session=whole,
        exercise=np.array([0, 1, 2, 0]),
        side=np.array([0, 1, 2, 0]),
        set_type=np.array([1, 1, 2, 0]),
        set_no=whole,
        reps=np.array([8.0, 9.0, 10.0, 11.0]),
        external_kg=np.array([60.0, -5.0, 12.5, 0.0]),
        rir=np.zeros(4),
        equipment=whole,
        bodyweight_kg=np.zeros(4),
        hold_s=np.array([np.nan, 45.0, np.nan, np.nan]),
    )
    assert list(SetsDone(columns, 1, 3)) == [
        SetDone(Exercise.STANDING, Side.RIGHT, SetType.WORK, 9, -5.0, 45.0),
        SetDone(Exercise.STANDING_BENT, Side.BOTH, SetType.TEST, 10, 12.5),
    ]
    assert list(SetsDone(columns, 4, 4)) == []
