"""The usual lengths of a look back."""

import datetime

from tracker.domain.period import Period


def test_a_period_counts_its_last_day() -> None:
    last = datetime.date(2026, 11, 24)
    assert Period.FOUR_WEEKS.begin(last) == datetime.date(2026, 10, 28)
    assert Period.THREE_MONTHS.begin(last) == datetime.date(2026, 8, 26)
    assert Period.A_YEAR.begin(last) == datetime.date(2025, 11, 25)
    assert Period.ALL.begin(last) is None


def test_periods_stand_from_the_shortest_to_all() -> None:
    assert [period.days for period in Period] == [28, 91, 365, None]
