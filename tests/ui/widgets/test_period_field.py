"""A choice of days."""

import datetime
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.domain.entry import DATES
from tracker.domain.event import Event, EventKind
from tracker.domain.period import Period
from tracker.ui.widgets.period_field import PERIODS, PeriodField

TODAY = datetime.date(2026, 11, 24)
EARLY, LATE = datetime.date(2025, 3, 1), datetime.date(2026, 11, 30)
Make = Callable[..., PeriodField]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(
        *logged: datetime.date, usual: Period = Period.ALL, events: Sequence[Event] = ()
    ) -> PeriodField:
        field = PeriodField(usual, lambda: TODAY, lambda: logged, events)
        qtbot.addWidget(field)
        field.show()
        qtbot.waitExposed(field)
        return field

    return made


@pytest.mark.parametrize(
    ("usual", "first"),
    [
        (Period.FOUR_WEEKS, datetime.date(2026, 10, 28)),
        (Period.THREE_MONTHS, datetime.date(2026, 8, 26)),
        (Period.A_YEAR, datetime.date(2025, 11, 25)),
    ],
)
def test_a_range_ends_today(make: Make, usual: Period, first: datetime.date) -> None:
    assert make(EARLY, LATE, usual=usual).days == (first, TODAY)


def test_all_is_from_the_first_day_logged_to_the_last_or_today(make: Make) -> None:
    assert make(EARLY, LATE).days == (EARLY, LATE)
    assert make(EARLY).days == (EARLY, TODAY)
    assert make().days == (TODAY, TODAY)


def test_ranges_since_an_event_are_there_where_the_event_is(make: Make) -> None:
    def choices(field: PeriodField) -> list[bool]:
        return [not button.isHidden() for button in field.range._group.buttons()]

    injury, visit = (Event(EARLY, kind) for kind in (EventKind.INJURY, EventKind.VISIT))
    assert choices(make(EARLY)) == [True] * 4 + [False] * 2
    assert choices(make(EARLY, events=[injury])) == [True] * 5 + [False]
    field = make(EARLY, events=[injury, visit])
    assert choices(field) == [True] * 6
    field.choose(Period.FOUR_WEEKS)
    button = field.range._group.button(PERIODS.index(Period.SINCE_VISIT))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.days == (EARLY, TODAY)


def test_both_days_of_a_range_are_told_at_once(make: Make, qtbot: QtBot) -> None:
    field = make(EARLY)
    told = []
    field.changed.connect(lambda: told.append(field.days))
    button = field.range._group.button(PERIODS.index(Period.A_YEAR))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == [(datetime.date(2025, 11, 25), TODAY)]


def test_a_day_of_ones_own_is_told_and_may_come_after_the_last(make: Make, qtbot: QtBot) -> None:
    field = make(EARLY)
    with qtbot.waitSignal(field.changed):
        field.first.setDate(QDate(2027, 1, 1))
    assert field.days == (datetime.date(2027, 1, 1), TODAY)


def test_a_day_that_no_log_could_have_becomes_the_nearest_that_one_could(make: Make) -> None:
    field = make()
    field.first.setDate(QDate(1066, 10, 14))
    assert field.days == (DATES[0], TODAY)


def test_every_part_has_a_name_and_stands_in_the_order_of_tab(make: Make) -> None:
    field = make()
    assert [each.accessibleName() for each in field.fields] == ["Range", "First day", "Last day"]
