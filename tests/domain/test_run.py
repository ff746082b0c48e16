"""Runs: what is accepted, and why another value is not."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from tracker.domain.run import Run

RUN = Run(datetime.date(2026, 11, 24), 10.5)
NOON = datetime.datetime(2026, 11, 24, 12)  # noqa: DTZ001 - that it has no zone is the point


def test_a_run_within_bounds_is_taken() -> None:
    start = NOON.replace(tzinfo=datetime.UTC)
    assert replace(RUN, distance_km=1_000, duration_s=864_000, started_at=start).distance_km == 1000


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"distance_km": -0.1}, "A distance in km must be 0 to 1000"),
        ({"distance_km": 1_000.5}, "A distance in km must be 0 to 1000"),
        ({"duration_s": -1}, "A duration in seconds must be 0 to 864000"),
        ({"duration_s": 864_001}, "A duration in seconds must be 0 to 864000"),
        ({"started_at": NOON}, "The start of a run needs its offset from UTC"),
        ({"started_at": NOON.replace(9999, tzinfo=datetime.UTC)}, "The start of a run must lie"),
        ({"date": datetime.date(1899, 12, 31)}, "The day of a run"),
    ],
)
def test_a_run_out_of_bounds_is_refused_in_words(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(RUN, **fields)
