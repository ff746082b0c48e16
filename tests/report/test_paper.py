"""The scales of charts on paper."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.exercise import Side
from tracker.report.paper import Frame, Grain, Style, date_ticks, decimals_of, round_ticks

ELEMENT = re.compile(r"<[^>]+>")
FIRST = datetime.date(2026, 1, 14)
STYLE = Style(
    font="Sans",
    ink="#000000",
    muted="#666666",
    hairline="#dddddd",
    accent="#0f766e",
    tint="#87bab6",
    legs=dict.fromkeys(Side, "#123456"),
    names={side: str(side) for side in Side},
    number=lambda value, decimals: f"{value:.{decimals}f}",
    date=lambda day, _grain: day.isoformat(),
)


def days_of(ticks: Iterable[datetime.date]) -> list[str]:
    return [tick.isoformat() for tick in ticks]


@given(st.floats(-1e4, 1e4), st.floats(0.01, 1e4))
def test_round_ticks_hold_the_values_in_five_steps_at_most(low: float, span: float) -> None:
    high = low + span
    ticks = round_ticks(low, high)
    slack = 1e-6 * max(abs(low), abs(high), 1)
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack
    assert 2 <= len(ticks) <= 6


def test_one_value_alone_has_ticks_too() -> None:
    ticks = round_ticks(80.0, 80.0)
    assert ticks[0] < 80.0 < ticks[-1]
    assert ticks == round_ticks(80.0, 80.0 + 1e-12)


def test_every_tick_is_written_out() -> None:
    assert decimals_of(round_ticks(75, 85)) == 1  # 75.0, 77.5 …


@pytest.mark.parametrize(
    ("days", "grain", "ticks"),
    [
        (0, Grain.DAY, ["2026-01-14"]),
        (6, Grain.DAY, ["2026-01-14", "2026-01-16", "2026-01-18", "2026-01-20"]),
        (30, Grain.DAY, ["2026-01-19", "2026-01-26", "2026-02-02", "2026-02-09"]),
        (90, Grain.MONTH, ["2026-02-01", "2026-03-01", "2026-04-01"]),
        (365, Grain.MONTH, ["2026-04-01", "2026-07-01", "2026-10-01", "2027-01-01"]),
        (3650, Grain.YEAR, ["2028-01-01", "2030-01-01", "2032-01-01", "2034-01-01", "2036-01-01"]),
    ],
)
def test_dates_are_days_mondays_months_or_years(days: int, grain: Grain, ticks: list[str]) -> None:
    found, given = date_ticks(FIRST, FIRST + datetime.timedelta(days=days))
    assert found is grain
    assert days_of(given) == ticks


@given(st.integers(0, 40_000))
def test_dates_lie_in_the_period_and_are_few(days: int) -> None:
    last = FIRST + datetime.timedelta(days=days)
    _, ticks = date_ticks(FIRST, last)
    assert all(FIRST <= tick <= last for tick in ticks)
    assert len(ticks) <= 7


def test_the_scales_reach_from_edge_to_edge() -> None:
    frame = Frame(STYLE, (300, 120), "Title", (100, 200), [0.0, 5.0, 10.0])
    assert (frame.x(100), frame.x(200)) == (frame.left, frame.right)
    assert (frame.y(0), frame.y(10)) == (frame.bottom, frame.top)


def test_a_period_of_one_day_has_a_place() -> None:
    assert Frame(STYLE, (300, 120), "Title", (100, 100), [0.0, 1.0]).x(100) > 0


def test_events_are_lines_where_they_begin_and_bars_above_while_they_last() -> None:
    def marked(*spells: tuple[int, int]) -> list[str]:
        style = replace(STYLE, spells=spells)
        drawn = Frame(style, (300, 100), "Title", (100, 200), [0.0, 1.0]).drawing.svg
        plain = Frame(STYLE, (300, 100), "Title", (100, 200), [0.0, 1.0]).drawing.svg
        return sorted(set(ELEMENT.findall(drawn)) - set(ELEMENT.findall(plain)))

    assert len(marked((150, 150))) == 1
    assert "stroke-dasharray" in marked((150, 150))[0]
    line, bar = marked((150, 170))
    assert (line[:9], bar[:5]) == ("<polyline", "<rect")
    (before,) = marked((50, 120))  # it began before: no line
    assert before.startswith("<rect")
    assert marked((50, 60), (250, 260)) == []
