"""What is told of many notes: the first, that of then, and the newest."""

import datetime

import pytest

from tracker.domain.measurement import VISA_A, Measurement
from tracker.domain.then_and_now import then_and_now

DAY = datetime.date(2026, 11, 23)


def note(days_ago: int) -> Measurement:
    return Measurement(DAY - datetime.timedelta(days=days_ago), VISA_A.name, float(days_ago))


@pytest.mark.parametrize(
    ("days_ago", "since", "told"),
    [
        ([50, 40, 30, 20, 0], 30, (50, 30, 0, 2)),  # one of the very day
        ([50, 40, 30, 20, 0], 29, (50, 30, 0, 2)),  # the last before it
        ([20, 10, 0], 30, (None, 20, 0, 1)),  # nothing before it: the first after it
        ([50, 40], 30, (50, None, 40, 0)),  # nothing since
        ([50, 0], 50, (None, 50, 0, 0)),
        ([0], 30, (None, None, 0, 0)),
        ([40], 30, (None, None, 40, 0)),
    ],
)
def test_each_note_is_told_once(
    days_ago: list[int], since: int, told: tuple[int | None, int | None, int, int]
) -> None:
    found = then_and_now(list(map(note, days_ago)), note(since).date)
    values = (
        None if each is None else each.value for each in (found.first, found.then, found.last)
    )
    assert (*values, found.between) == told
    assert found.count == len(days_ago)
