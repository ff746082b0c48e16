"""The axes of a chart."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from tracker.domain.columns import day_number
from tracker.ui.charts.axes import DAY_S, TimeAxis, ValueAxis, seconds_of


def seconds(year: int, month: int, day: int) -> float:
    return float(seconds_of(day_number(datetime.date(year, month, day))))


@pytest.fixture
def axis(qapp: QApplication) -> Iterator[TimeAxis]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    axis = TimeAxis()
    axis.resize(600, 30)
    axis.fontMetrics = QFontMetrics(axis.font())  # which it has once it was painted
    yield axis
    QLocale.setDefault(before)


def show(axis: TimeAxis, first: float, last: float) -> None:
    axis.setRange(first, last)
    axis.tickValues(first, last, axis.width())  # as before anything is written


def test_a_day_begins_at_its_midnight_in_utc() -> None:
    at = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
    assert seconds(2026, 11, 24) == at.timestamp()


def test_ticks_stand_on_utc_midnights_far_from_greenwich_too(axis: TimeAxis) -> None:
    first, last = seconds(2026, 8, 20), seconds(2026, 11, 24)
    levels = axis.tickValues(first, last, axis.width())
    assert [seconds(2026, month, 1) for month in (9, 10, 11)] in [
        [tick for tick in ticks if first <= tick <= last] for _, ticks in levels
    ]
    assert all(tick % DAY_S == 0 for _, ticks in levels for tick in ticks)


def test_the_ticks_of_charts_side_by_side_are_found_once(axis: TimeAxis) -> None:
    other = TimeAxis()
    other.fontMetrics = axis.fontMetrics
    asked = seconds(2016, 1, 1), seconds(2026, 1, 1), 600
    assert axis.tickValues(*asked) is other.tickValues(*asked)
    assert len(axis.tickValues(seconds(2020, 1, 1), *asked[1:])[0][1]) < len(
        axis.tickValues(*asked)[0][1]
    )


def test_years_are_written_where_years_are_shown(axis: TimeAxis) -> None:
    years = [seconds(year, 1, 1) for year in (2025, 2026)]
    show(axis, years[0], years[1] + 300 * DAY_S)
    assert axis.tickStrings(years, 1.0, 365 * DAY_S) == ["2025", "2026"]


def test_of_several_months_the_first_says_its_year(axis: TimeAxis) -> None:
    show(axis, seconds(2026, 8, 20), seconds(2026, 11, 24))
    months = [seconds(2026, month, 1) for month in (9, 10, 11)]
    assert axis.tickStrings(months, 1.0, 30 * DAY_S) == ["Sept 2026", "Oct", "Nov"]


def test_a_range_that_begins_with_a_month_names_that_month_first(axis: TimeAxis) -> None:
    show(axis, seconds(2026, 9, 1), seconds(2026, 11, 24))
    months = [seconds(2026, month, 1) for month in (9, 10)]
    assert axis.tickStrings(months, 1.0, 30 * DAY_S) == ["Sept 2026", "Oct"]


def test_no_day_is_written_into_the_month_with_its_year(axis: TimeAxis) -> None:
    show(axis, seconds(2026, 10, 20), seconds(2026, 11, 24))
    days = [seconds(2026, 10, 31), seconds(2026, 11, 2), seconds(2026, 11, 15)]
    assert axis.tickStrings(days, 1.0, float(DAY_S)) == ["", "", "15"]


def test_values_stand_in_the_words_of_the_page(qapp: QApplication) -> None:
    axis = ValueAxis()
    assert axis.tickStrings([60.0], 1.0, 5.0) == ["60.0"]
    axis.write = lambda value: f"{value:.0f} kg"
    assert axis.tickStrings([60.0, 62.5], 1.0, 5.0) == ["60 kg", "62 kg"]


@pytest.mark.parametrize("shown", [10, 28, 60])
def test_days_are_mondays_and_firsts_of_months(axis: TimeAxis, shown: int) -> None:
    last = seconds(2026, 11, 24)
    first = last - shown * DAY_S
    show(axis, first, last)
    levels = axis.tickValues(first, last, axis.width())
    days = [
        datetime.datetime.fromtimestamp(tick, datetime.UTC)
        for _, ticks in levels
        for tick in ticks
        if first <= tick <= last
    ]
    assert days
    assert all(day.day == 1 or day.isoweekday() == 1 for day in days)
    assert any(day.isoweekday() == 1 for day in days)


def labels(axis: TimeAxis, first: float, last: float) -> list[str]:
    """Write the labels of an axis from left to right."""
    show(axis, first, last)
    levels = axis.tickValues(first, last, axis.width())
    told = [
        pair
        for spacing, ticks in levels
        for pair in zip(ticks, axis.tickStrings(ticks, 1.0, spacing), strict=True)
    ]
    return [text for _, text in sorted(told)]


@pytest.mark.parametrize(
    ("points", "months"),
    [
        (10, " 2026 Feb Mar Apr May Jun Jul Aug Sept Oct Nov"),
        (18, "2026 Mar May Jul Sept Nov"),
        (30, "2026 Apr Jul Oct"),
    ],
)
def test_in_large_letters_months_are_skipped_and_not_left_out(
    axis: TimeAxis, points: int, months: str
) -> None:
    font = axis.font()
    font.setPointSizeF(points)
    axis.setTickFont(font)
    axis.fontMetrics = QFontMetrics(font)
    assert " ".join(labels(axis, seconds(2025, 11, 25), seconds(2026, 11, 24))) == months


def test_where_months_are_skipped_the_first_one_shown_says_its_year(axis: TimeAxis) -> None:
    axis.resize(150, 30)
    assert labels(axis, seconds(2026, 2, 2), seconds(2026, 12, 24))[0].endswith(" 2026")


def test_a_month_just_before_a_year_is_left_out_for_they_would_read_as_one_date(
    axis: TimeAxis,
) -> None:
    shown = seconds(2025, 10, 20), seconds(2026, 4, 24)
    for width, december in ((290, ""), (1_200, "Dec")):
        axis.resize(width, 30)
        assert labels(axis, *shown) == ["Nov", december, "2026", "Feb", "Mar", "Apr"]
