"""How long something lasted is read as people and programs write it."""

import pytest

from tracker.exchange.importing.cell_numbers import DecimalMark
from tracker.exchange.importing.durations import run_seconds_in, seconds_in

POINT, COMMA = DecimalMark.POINT, DecimalMark.COMMA


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90", 90),
        ("90 s", 90),
        ("90 Sek.", 90),
        ("1:30", 90),
        ("1:30 min", 90),
        ("00:01:30", 90),
        ("1:30 h", 5_400),
        ("1:02:03.5", 3_723.5),
        ("2 min", 120),
        ("1.5 min", 90),
        ("1m30s", 90),
        ("1 min 30 s", 90),
        ("2'", 120),
        ("45'30", 2_730),
        ("1h05", 3_900),
        ("1h 5m", 3_900),
        ("2 Stunden", 7_200),
    ],
)
def test_seconds_minutes_and_hours_are_read(text: str, seconds: float) -> None:
    assert seconds_in(text, POINT) == seconds


def test_decimals_are_those_of_the_column() -> None:
    assert (seconds_in("1,5 min", COMMA), seconds_in("90,5", COMMA)) == (90, 90.5)


@pytest.mark.parametrize("text", ["", "long", "5 km", "1:5", "2 min ago"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="number"):
        seconds_in(text, POINT)
    with pytest.raises(ValueError, match="no duration"):
        run_seconds_in(text, POINT, 5)


@pytest.mark.parametrize(
    ("text", "km", "seconds"),
    [
        ("55:10", 10, 3_310),
        ("0:55", 10, 3_300),
        ("1:05", 10, 3_900),
        ("3310", 10, 3_310),
        ("55", 10, 3_300),
        ("2:12", 1, 132),
        # With its unit, or with hours, it is what it says.
        ("55 s", 10, 55),
        ("0:00:55", 10, 55),
    ],
)
def test_of_a_run_it_is_what_somebody_can_have_run(text: str, km: float, seconds: float) -> None:
    assert run_seconds_in(text, POINT, km) == seconds
