"""Days without a year, and weekdays, are the last such day up to today."""

import datetime

import pytest

from tracker.exchange.importing.dates import AmbiguousDateError, DayOrder
from tracker.exchange.importing.diary_days import day_at, last_such_day

THURSDAY = datetime.date(2026, 11, 26)
NEW_YEAR = datetime.date(2026, 1, 1)  # a Thursday


@pytest.mark.parametrize(
    ("text", "today", "date"),
    [
        ("2026-11-24", THURSDAY, "2026-11-24"),
        ("2026/11/24", THURSDAY, "2026-11-24"),
        ("24 Nov", THURSDAY, "2026-11-24"),
        ("26 Nov", THURSDAY, "2026-11-26"),
        ("27 Nov", THURSDAY, "2025-11-27"),
        ("24. November", THURSDAY, "2026-11-24"),
        ("24th Nov 2024", THURSDAY, "2024-11-24"),
        ("Nov 24, 2024", THURSDAY, "2024-11-24"),
        ("5. März", THURSDAY, "2026-03-05"),
        ("24.11.", THURSDAY, "2026-11-24"),
        ("24.11.25", THURSDAY, "2025-11-24"),
        ("24/11", THURSDAY, "2026-11-24"),
        ("11/24/2025", THURSDAY, "2025-11-24"),
        ("Tue", THURSDAY, "2026-11-24"),
        ("Thursday", THURSDAY, "2026-11-26"),
        ("Fri", THURSDAY, "2026-11-20"),
        ("Di.", THURSDAY, "2026-11-24"),
        ("Sonntag", THURSDAY, "2026-11-22"),
        ("Tue 24 Nov", THURSDAY, "2026-11-24"),
        ("Mon, 24 Nov", THURSDAY, "2025-11-24"),  # that of 2026 is a Tuesday
        # Around New Year.
        ("31 Dec", NEW_YEAR, "2025-12-31"),
        ("1 Jan", NEW_YEAR, "2026-01-01"),
        ("2 Jan", NEW_YEAR, "2025-01-02"),
        ("Wed", NEW_YEAR, "2025-12-31"),
        ("Thu", NEW_YEAR, "2026-01-01"),
        ("Fri", NEW_YEAR, "2025-12-26"),
        ("31 Dec", datetime.date(2025, 12, 31), "2025-12-31"),
        ("1 Jan", datetime.date(2025, 12, 31), "2025-01-01"),
        ("29 Feb", THURSDAY, "2024-02-29"),
    ],
)
def test_a_day_is_the_last_such_day_up_to_today(text: str, today: datetime.date, date: str) -> None:
    found = day_at(text, today, None)
    assert found is not None
    assert (str(found.date), found.time) == (date, None)


def test_what_follows_a_day_is_left_for_others() -> None:
    text = "2026-11-24 18:30 seated 3x8@60"
    found = day_at(text, THURSDAY, None)
    assert found is not None
    assert (found.time, text[found.end :]) == (datetime.time(18, 30), " seated 3x8@60")


@pytest.mark.parametrize(
    "text", ["", "seated 3x8@60", "8 seated", "Sunny", "Foo 24 Nov", "15", "8x60", "Run 5 km"]
)
def test_other_words_are_no_day(text: str) -> None:
    assert day_at(text, THURSDAY, None) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31 Nov", "There is no such day as “31 Nov”."),
        ("3 lip 2026", "“3 lip 2026” could be two months."),
        ("2026-13-01", "There is no such day as “2026-13-01”."),
        ("Mon 24 Nov 2026", "“Mon 24 Nov 2026” is another day of the week."),
        ("2026-11-24 25:00", "“2026-11-24 25:00” has no such time of day."),
        ("1600-01-01", "The training day must lie between 1900-01-01 and 2199-12-31"),
    ],
)
def test_a_day_that_cannot_be_is_told(text: str, words: str) -> None:
    with pytest.raises(ValueError, match="^" + words.replace(".", r"\.")):
        day_at(text, THURSDAY, None)


def test_two_numbers_that_could_be_two_days_are_asked() -> None:
    with pytest.raises(AmbiguousDateError):
        day_at("3/4", THURSDAY, None)
    first = day_at("3/4", THURSDAY, DayOrder.DAY_FIRST)
    other = day_at("3/4", THURSDAY, DayOrder.MONTH_FIRST)
    assert first is not None
    assert other is not None
    assert (str(first.date), str(other.date)) == ("2026-04-03", "2026-03-04")


def test_today_counts_where_nothing_else_is_said() -> None:
    assert last_such_day(THURSDAY) == THURSDAY


def test_a_leap_day_on_its_weekday_may_be_forty_years_ago() -> None:
    # 2100 is no leap year: between them 29 February is no Sunday.
    today = datetime.date(2128, 2, 28)
    assert last_such_day(today, month=2, day=29, weekday=6) == datetime.date(2088, 2, 29)
