"""The year's calendar: its words and depths, and each way through it by keys and clicks."""

import datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.app.test_theme import contrast
from tracker.app.theme import DARK, LIGHT, Colours, accent_depths, make_palette
from tracker.domain.event import Event, EventKind
from tracker.ui.history.calendar import EVENT, YearCalendar

pytestmark = pytest.mark.usefixtures("english")

TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)
Key = Qt.Key


@pytest.fixture
def calendar(qtbot: QtBot) -> YearCalendar:
    calendar = YearCalendar(TODAY)
    qtbot.addWidget(calendar)
    calendar.resize(676, 120)
    calendar.show()
    calendar.activateWindow()
    qtbot.waitExposed(calendar)
    calendar.setFocus()
    return calendar


def press(calendar: YearCalendar, *keys: Qt.Key) -> datetime.date:
    for key in keys:
        QTest.keyClick(calendar, key)
    return calendar.current


def click(calendar: YearCalendar, day: datetime.date) -> None:
    middle = calendar.cell_rect(day).center()
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=middle)


@pytest.mark.parametrize(
    ("hard_sets", "pain", "words"),
    [
        (None, None, "Tue 24 Nov 2026: no session"),
        (0, None, "Tue 24 Nov 2026: no hard set"),
        (1, None, "Tue 24 Nov 2026: 1 hard set"),
        (6, 3, "Tue 24 Nov 2026: 6 hard sets, pain 3 of 10"),
        (None, 0, "Tue 24 Nov 2026: no session, stiffness"),
    ],
)
def test_a_day_is_said_in_words(
    calendar: YearCalendar, hard_sets: int | None, pain: int | None, words: str
) -> None:
    days = {} if hard_sets is None else {TODAY: hard_sets}
    calendar.show_days(days, {} if pain is None else {TODAY: pain})
    assert calendar.words_of(TODAY) == words
    assert calendar.accessibleDescription() == words
    assert calendar.accessibleName() == "Calendar of 2026"


def colour_at(calendar: YearCalendar, day: datetime.date, *, reach: float) -> QColor:
    """Return the colour on the line from the upper right corner, 0, to the lower left one, 1."""
    cell, picture = calendar.cell_rect(day), calendar.grab().toImage()
    step = round((cell.width() - 1) * reach)
    return picture.pixelColor(cell.topRight() + QPoint(-step, step))


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_more_hard_sets_are_deeper_and_pain_marks_a_corner_by_its_band(
    calendar: YearCalendar, colours: Colours
) -> None:
    calendar.setPalette(make_palette(colours))
    days = {TODAY - ago * DAY: count for ago, count in ((1, 1), (2, 4), (3, 7), (4, 10))}
    pain = dict(zip(days, (1, 2, 3, 6), strict=True))
    calendar.show_days(days, pain, (2, 5))
    tints = [tint.name() for tint in accent_depths(colours)]
    shown = [colour_at(calendar, TODAY - ago * DAY, reach=0.7).name() for ago in (5, 1, 2, 3, 4)]
    assert shown == tints
    near = [colour_at(calendar, day, reach=0.1) for day in days]
    assert [colour == colours.warning for colour in near] == [False, False, True, True]
    far = [colour_at(calendar, day, reach=0.25).name() for day in days]
    assert far[:2] == tints[1:3]
    assert [colour == colours.warning.name() for colour in far] == [False, False, False, True]


def at_edge(calendar: YearCalendar, day: datetime.date) -> QColor:
    """Return the colour in the middle of the left edge of a day."""
    cell, picture = calendar.cell_rect(day), calendar.grab().toImage()
    return picture.pixelColor(cell.left(), cell.center().y())


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_day_with_sets_stands_out_from_an_empty_one_whatever_their_number(
    calendar: YearCalendar, colours: Colours
) -> None:
    calendar.setPalette(make_palette(colours))
    days = {TODAY - ago * DAY: count for ago, count in enumerate((0, 1, 4, 7, 10), 1)}
    calendar.show_days(days)
    empty = at_edge(calendar, TODAY - 6 * DAY)
    for day in days:
        assert contrast(at_edge(calendar, day), empty) >= 3
        assert contrast(at_edge(calendar, day), colours.card) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_line_below_days_of_a_lasting_event_can_be_seen(
    calendar: YearCalendar, colours: Colours
) -> None:
    calendar.setPalette(make_palette(colours))
    calendar.show_days({}, {}, events=[Event(TODAY - DAY, EventKind.TRAVEL, TODAY)])
    cell = calendar.cell_rect(TODAY - DAY)
    line = calendar.grab().toImage().pixelColor(cell.right() - 1, cell.bottom())
    for ground in (colours.page, colours.card):
        assert contrast(line, ground) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_marks_of_pain_and_events_have_a_rim_in_the_colour_of_the_card(
    calendar: YearCalendar, colours: Colours
) -> None:
    for mark in (colours.warning, colours.text):
        assert contrast(mark, colours.card) >= 3
    calendar.resize(2_000, 200)
    calendar.setPalette(make_palette(colours))
    calendar.show_days({TODAY - DAY: 10}, {TODAY - DAY: 6}, (2, 5))
    cell, picture = calendar.cell_rect(TODAY - DAY), calendar.grab().toImage()
    along = [picture.pixelColor(x, cell.top()) for x in range(cell.left() + 2, cell.right())]
    lightest = max if colours is LIGHT else min
    rim = lightest(along, key=lambda colour: colour.lightness())
    assert contrast(rim, colours.warning) >= 3


def test_events_are_said_and_marked_on_their_first_day_and_underlined_while_they_last(
    calendar: YearCalendar,
) -> None:
    calendar.setPalette(make_palette(LIGHT))
    first, race = datetime.date(2026, 4, 6), datetime.date(2026, 3, 4)
    events = [
        Event(race, EventKind.RACE, note="10 km"),
        Event(first, EventKind.TRAVEL, first + 2 * DAY),
        Event(datetime.date(2025, 12, 30), EventKind.ILLNESS, datetime.date(2026, 1, 2)),
    ]
    calendar.show_days({}, {}, events=events)
    assert calendar.words_of(race) == "Wed 4 Mar 2026: no session, Race: 10 km"
    assert calendar.words_of(first + DAY) == "Tue 7 Apr 2026: no session, Travel"
    assert calendar.words_of(first + 3 * DAY) == "Thu 9 Apr 2026: no session"
    image = calendar.grab().toImage()

    def at_foot(day: datetime.date) -> QColor:
        cell = calendar.cell_rect(day)
        return image.pixelColor(cell.right() - 2, cell.bottom())

    def in_corner(day: datetime.date) -> QColor:
        cell = calendar.cell_rect(day)
        reach = round(cell.width() * EVENT)
        return image.pixelColor(cell.left() + reach, cell.bottom() - reach)

    plain = first - DAY
    lasting = at_foot(first)
    assert at_foot(first + 2 * DAY) == lasting
    assert at_foot(race) == at_foot(plain) != lasting
    assert in_corner(race) == in_corner(first) == LIGHT.text
    assert in_corner(first + DAY) == in_corner(plain)
    assert at_foot(datetime.date(2026, 1, 2)) == lasting
    calendar.show_year(2025)
    assert calendar.words_of(datetime.date(2025, 12, 31)).endswith(", Illness")


def test_a_year_with_an_event_alone_is_shown(calendar: YearCalendar) -> None:
    calendar.clearFocus()
    calendar.show_days({}, {}, events=[Event(datetime.date(2024, 5, 5), EventKind.RACE)])
    assert calendar.year == 2024


def test_days_that_a_search_leaves_out_are_faint(calendar: YearCalendar) -> None:
    calendar.setPalette(make_palette(LIGHT))
    calendar.show_days({TODAY - DAY: 10, TODAY - 2 * DAY: 10})
    calendar.show_found({TODAY - DAY})
    found, left_out = (colour_at(calendar, TODAY - n * DAY, reach=0.7) for n in (1, 2))
    assert found == LIGHT.accent
    assert left_out.lightness() > 200
    calendar.show_found(None)
    assert colour_at(calendar, TODAY - 2 * DAY, reach=0.9) == LIGHT.accent


def test_a_year_with_something_in_it_is_shown(calendar: YearCalendar) -> None:
    old, older = datetime.date(2019, 5, 3), datetime.date(2018, 2, 1)
    calendar.show_days({old: 4, older: 2})
    assert calendar.year == 2026  # not from under the keys
    calendar.clearFocus()
    calendar.show_days({old: 4, older: 2})
    assert (calendar.year, calendar.current) == (2019, old)
    calendar.show_found({older})
    assert calendar.year == 2018
    calendar.show_found(set())
    assert calendar.year == 2018
    calendar.show_days({TODAY: 1, older: 2})  # which has a session of its own
    assert calendar.year == 2018


def test_a_session_without_a_hard_set_is_framed(calendar: YearCalendar) -> None:
    calendar.setPalette(make_palette(LIGHT))
    before = calendar.grab().toImage()
    calendar.show_days({TODAY - DAY: 0})
    assert calendar.grab().toImage() != before


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ((Key.Key_Up,), TODAY - DAY),
        ((Key.Key_Down, Key.Key_Down), TODAY + 2 * DAY),
        ((Key.Key_Left,), TODAY - 7 * DAY),
        ((Key.Key_Right,), TODAY + 7 * DAY),
        ((Key.Key_Home,), datetime.date(2026, 1, 1)),
        ((Key.Key_End,), datetime.date(2026, 12, 31)),
        ((Key.Key_PageUp,), datetime.date(2025, 11, 24)),
        ((Key.Key_PageDown, Key.Key_Home), datetime.date(2027, 1, 1)),
        ((Key.Key_End, Key.Key_Down), datetime.date(2027, 1, 1)),
        ((Key.Key_Home, Key.Key_Left), datetime.date(2025, 12, 25)),
    ],
)
def test_keys_go_through_the_year_and_beyond(
    calendar: YearCalendar, keys: tuple[Qt.Key, ...], day: datetime.date
) -> None:
    calendar.show_days(dict.fromkeys((TODAY - 365 * DAY, TODAY, TODAY + 365 * DAY), 1))
    assert press(calendar, *keys) == day
    assert calendar.year == day.year


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ((Key.Key_PageDown,), TODAY),
        ((Key.Key_PageUp, Key.Key_PageUp), TODAY.replace(year=2025)),
        ((Key.Key_End, Key.Key_Right), datetime.date(2026, 12, 31)),
        ((Key.Key_PageUp, Key.Key_Home, Key.Key_Up), datetime.date(2025, 1, 1)),
    ],
)
def test_keys_do_not_go_to_years_without_anything(
    calendar: YearCalendar, keys: tuple[Qt.Key, ...], day: datetime.date
) -> None:
    calendar.show_days({datetime.date(2025, 3, 1): 6})
    assert press(calendar, *keys) == day


def test_a_leap_day_has_a_like_in_every_year(calendar: YearCalendar) -> None:
    calendar.show_days({datetime.date(2029, 3, 1): 6})
    calendar.take(datetime.date(2028, 2, 29))
    assert press(calendar, Key.Key_PageDown) == datetime.date(2029, 2, 28)


def test_nothing_lies_beyond_what_a_log_can_hold(calendar: YearCalendar) -> None:
    calendar.take(datetime.date(2199, 12, 31))
    assert press(calendar, Key.Key_Down, Key.Key_PageDown) == datetime.date(2199, 12, 31)
    calendar.take(datetime.date(1900, 1, 1))
    assert press(calendar, Key.Key_Left, Key.Key_PageUp) == datetime.date(1900, 1, 1)
    calendar.grab()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_takes_the_day_and_once_more_lets_it_go(
    calendar: YearCalendar, key: Qt.Key, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(calendar.day_taken) as taken:
        press(calendar, key)
    assert taken.args == [TODAY]
    with qtbot.waitSignal(calendar.day_taken) as taken:
        press(calendar, key)
    assert taken.args == [None]


def test_escape_lets_the_day_go(calendar: YearCalendar, qtbot: QtBot) -> None:
    press(calendar, Key.Key_Return)
    with qtbot.waitSignal(calendar.day_taken) as taken:
        press(calendar, Key.Key_Left, Key.Key_Escape)
    assert taken.args == [None]
    with qtbot.assertNotEmitted(calendar.day_taken):
        press(calendar, Key.Key_Escape)


def test_a_click_takes_the_day_and_once_more_lets_it_go(calendar: YearCalendar) -> None:
    taken: list[datetime.date | None] = []
    calendar.day_taken.connect(taken.append)
    for day in (TODAY, TODAY - 100 * DAY, TODAY - 100 * DAY):
        click(calendar, day)
    assert taken == [TODAY, TODAY - 100 * DAY, None]


def test_a_click_beside_the_days_takes_none(calendar: YearCalendar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(calendar.day_taken):
        QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
        before_new_year = calendar.cell_rect(datetime.date(2026, 1, 1)).center() - QPoint(0, 14)
        QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=before_new_year)


def test_every_day_of_every_year_can_be_clicked(calendar: YearCalendar) -> None:
    for year in (2024, 2026, 2028, 2000):  # of 53 and of 54 weeks
        calendar.show_year(year)
        day = datetime.date(year, 1, 1)
        while day.year == year:
            middle = calendar.cell_rect(day).center()
            assert calendar.day_at(middle.x(), middle.y()) == day
            assert calendar.rect().contains(calendar.cell_rect(day))
            day += DAY


def test_the_day_under_the_pointer_is_said(calendar: YearCalendar, qtbot: QtBot) -> None:
    said: list[str] = []
    calendar.day_shown.connect(said.append)
    QTest.mouseMove(calendar, calendar.cell_rect(TODAY - DAY).center())
    qtbot.waitUntil(lambda: said[-1:] == ["Mon 23 Nov 2026: no session"])
    QTest.mouseMove(calendar, QPoint(1, 1))
    qtbot.waitUntil(lambda: said[-1] == "")
    QApplication.sendEvent(calendar, QEvent(QEvent.Type.Leave))
    assert said[-1] == "Tue 24 Nov 2026: no session"  # where the keys are
    calendar.clearFocus()
    assert said[-1] == ""


def test_a_tool_tip_says_the_same(calendar: YearCalendar) -> None:
    at = calendar.cell_rect(TODAY).center()
    tip = QHelpEvent(QEvent.Type.ToolTip, at, calendar.mapToGlobal(at))
    QApplication.sendEvent(calendar, tip)
    assert QToolTip.text() == "Tue 24 Nov 2026: no session"


def test_the_names_of_the_days_have_room_in_any_font(calendar: YearCalendar) -> None:
    first = datetime.date(2026, 1, 5)  # a Monday of the first weeks
    before = calendar.cell_rect(first).left()
    large = calendar.font()
    large.setPointSizeF(3 * large.pointSizeF())
    calendar.setFont(large)
    assert calendar.cell_rect(first).left() > before + 10
