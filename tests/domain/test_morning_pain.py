"""When the pain of the next morning is up, by cases worked out by hand."""

import datetime

import pytest

from tracker.domain.exercise import Side
from tracker.domain.morning_pain import is_morning_pain_up
from tracker.domain.symptoms import Moment, Symptom

TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)
LEFT, RIGHT = Side.LEFT, Side.RIGHT
BEFORE, DURING, AFTER, MORNING = Moment


def felt(
    back: int, moment: Moment, pain: int | None, side: Side = LEFT, session: str | None = "a"
) -> Symptom:
    return Symptom(TODAY - back * DAY, moment, side, None, pain, 10, session)


@pytest.mark.parametrize(
    ("symptoms", "is_up"),
    [
        ([], False),
        ([felt(1, BEFORE, 2), felt(0, MORNING, 3)], True),
        ([felt(1, BEFORE, 3), felt(0, MORNING, 3)], False),
        ([felt(1, BEFORE, 0), felt(0, MORNING, 1)], True),
        # Of the other leg, or of another session, nothing before is known: the lowest band.
        ([felt(1, BEFORE, 5, RIGHT), felt(0, MORNING, 3)], True),
        ([felt(1, BEFORE, 0, session="b"), felt(0, MORNING, 2)], False),
        ([felt(1, BEFORE, 0, session=None), felt(0, MORNING, 2, session=None)], False),
        ([felt(1, BEFORE, None), felt(0, MORNING, 3)], True),
        # The latest answer counts, of either leg, and none older than a week.
        ([felt(2, MORNING, 9), felt(1, MORNING, 0)], False),
        ([felt(1, MORNING, 0), felt(1, MORNING, 3, RIGHT)], True),
        ([felt(6, MORNING, 9)], True),
        ([felt(7, MORNING, 9)], False),
        ([felt(-1, MORNING, 9)], False),
        # Stiffness alone, or pain at another moment, is not pain in the morning.
        ([felt(0, MORNING, None)], False),
        ([felt(0, DURING, 9), felt(0, AFTER, 9)], False),
    ],
)
def test_it_is_up_where_the_latest_morning_hurt_more_than_before_the_session(
    symptoms: list[Symptom], is_up: bool
) -> None:
    assert is_morning_pain_up(symptoms, TODAY, 2) is is_up
