"""The instants that a log keeps besides its entries: of edits, deletions and merges."""

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.domain.edit_time import A_MOMENT, LATEST, edit_time, later_than

NOW = datetime.datetime(2026, 11, 24, 18, 0, 0, 250_000, tzinfo=datetime.UTC)
A_DAY = datetime.timedelta(days=1)
OFFSETS = st.timedeltas(
    datetime.timedelta(hours=-23, minutes=-59), datetime.timedelta(hours=23, minutes=59)
).map(datetime.timezone)
NEAR_THE_END = st.timedeltas(-2 * A_DAY, 2 * A_DAY)
INSTANTS = st.datetimes(timezones=OFFSETS) | st.builds(
    lambda away, offset: (LATEST + away).astimezone(offset), NEAR_THE_END, OFFSETS
)


@given(INSTANTS)
@example(datetime.datetime.fromisoformat("2199-12-31T23:59:59-05:00"))
@example(datetime.datetime.fromisoformat("1900-01-01T00:00:00+05:00"))
@example(datetime.datetime.fromisoformat("9999-12-31T23:59:59-05:00"))
def test_what_is_accepted_is_accepted_again_and_can_be_followed(at: datetime.datetime) -> None:
    try:
        kept = edit_time(at)
    except ValueError:
        return
    assert kept.tzinfo is datetime.UTC
    assert edit_time(kept) == kept
    assert edit_time(datetime.datetime.fromisoformat(kept.isoformat())) == kept
    if kept < LATEST:
        after = later_than(NOW, kept)
        assert after > kept
        assert edit_time(after) == after


@given(st.lists(INSTANTS, min_size=2))
def test_the_order_of_instants_stays(instants: list[datetime.datetime]) -> None:
    instants = [each for each in instants if NOW.year < each.year < LATEST.year]
    kept = list(map(edit_time, sorted(instants)))
    assert kept == sorted(kept)


@pytest.mark.parametrize("told", ["2199-12-31T23:59:59.999+00:00", "2199-12-30T23:59:59.999+00:00"])
def test_a_correction_wins_at_the_end_of_the_calendar_too(told: str) -> None:
    at = edit_time(datetime.datetime.fromisoformat(told))
    for _ in range(100):
        corrected = edit_time(later_than(NOW, at))
        assert corrected > at
        at = corrected


def test_an_instant_needs_its_offset() -> None:
    with pytest.raises(ValueError, match=r"^The instant of an edit needs its offset from UTC\.$"):
        edit_time(NOW.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ((), NOW),
        ((None,), NOW),
        ((NOW - A_DAY, None), NOW),
        ((NOW, NOW + A_DAY), NOW + A_DAY + A_MOMENT),
    ],
)
def test_an_instant_is_later_than_all_that_is_known(
    known: tuple[datetime.datetime | None, ...], expected: datetime.datetime
) -> None:
    assert later_than(NOW + datetime.timedelta(microseconds=7), *known) == expected


def test_no_instant_lies_behind_the_last_day() -> None:
    last = datetime.datetime(2199, 12, 31, 23, 59, 59, 999_999, tzinfo=datetime.UTC)
    assert later_than(NOW, last) == later_than(last) == LATEST
