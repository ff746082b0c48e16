"""Planned against done, a column a week."""

import datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker.app.plan_book import PlanWeek
from tracker.app.theme import DARK, LIGHT, make_palette
from tracker.ui.plan.adherence_strip import AdherenceStrip

DAY = datetime.timedelta(days=1)
MONDAY = NOW.date() - DAY
pytestmark = pytest.mark.usefixtures("english")

WEEKS = [
    PlanWeek(MONDAY - 7 * DAY, 3, 2, 18, 12, 0),
    PlanWeek(MONDAY, 1, 1, 6, 6, 12),
    PlanWeek(MONDAY + 7 * DAY, 0, 0, 0, 0, 18),
]


@pytest.fixture
def strip(qtbot: QtBot) -> AdherenceStrip:
    strip = AdherenceStrip()
    qtbot.addWidget(strip)
    strip.resize(600, 120)
    strip.show_weeks(WEEKS)
    strip.show()
    strip.activateWindow()
    qtbot.waitExposed(strip)
    qtbot.waitUntil(strip.isActiveWindow)
    strip.clearFocus()
    return strip


def test_a_week_says_what_was_done_and_what_is_to_come(strip: AdherenceStrip) -> None:
    assert strip.words_of(0) == "Week of 16 Nov 2026: 2 of 3 sessions, 12 of 18 sets"
    assert strip.words_of(1) == (
        "Week of 23 Nov 2026: 1 of 1 session, 6 of 6 sets, 12 sets to come"
    )
    assert strip.words_of(2) == "Week of 30 Nov 2026: 18 sets to come"
    assert strip.words_of(3) == ""


def test_keys_go_through_the_weeks(strip: AdherenceStrip) -> None:
    told: list[str] = []
    strip.week_shown.connect(told.append)
    strip.setFocus()
    assert told[-1].startswith("Week of 23 Nov")  # the last that has begun
    for key, monday in (
        (Qt.Key.Key_Left, "16 Nov"),
        (Qt.Key.Key_Left, "16 Nov"),
        (Qt.Key.Key_End, "30 Nov"),
        (Qt.Key.Key_Right, "30 Nov"),
        (Qt.Key.Key_Home, "16 Nov"),
    ):
        QTest.keyClick(strip, key)
        assert told[-1].startswith(f"Week of {monday}")
        assert strip.accessibleDescription() == told[-1]
    QTest.keyClick(strip, Qt.Key.Key_A)  # no key of the strip
    strip.clearFocus()
    assert told[-1] == ""


def test_the_pointer_finds_the_weeks(strip: AdherenceStrip) -> None:
    told: list[str] = []
    strip.week_shown.connect(told.append)
    QTest.mouseMove(strip, strip.column_rect(0).center().toPoint())
    assert told[-1].startswith("Week of 16 Nov")
    QTest.mouseMove(strip, QPoint(595, 60))
    assert told[-1] == ""
    QApplication.sendEvent(strip, QEvent(QEvent.Type.Leave))
    assert told[-1] == ""
    strip.setFocus()
    QApplication.sendEvent(strip, QEvent(QEvent.Type.Leave))
    assert told[-1].startswith("Week of 23 Nov")  # where the keys are


def test_what_was_done_is_filled_and_never_red(strip: AdherenceStrip) -> None:
    for colours in (LIGHT, DARK):
        strip.setPalette(make_palette(colours))
        picture = strip.grab().toImage()
        column = strip.column_rect(1).toRect()
        assert picture.pixelColor(column.center().x(), column.bottom() - 4) == colours.accent
        seen = {
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
        }
        assert colours.warning.name() not in seen


def test_a_strip_without_weeks_is_empty(strip: AdherenceStrip) -> None:
    strip.show_weeks([])
    strip.grab()
    assert strip.words_of(strip.current) == ""
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert strip.current == 0


def test_the_weeks_of_two_years_fit(strip: AdherenceStrip) -> None:
    strip.show_weeks([WEEKS[0]._replace(monday=MONDAY + 7 * week * DAY) for week in range(104)])
    assert strip.column_rect(103).right() <= strip.width()
    strip.grab()


def test_a_narrow_week_leaves_its_counts_out_and_a_wide_one_says_them(
    strip: AdherenceStrip,
) -> None:
    def inks_above_column() -> int:
        picture, column = strip.grab().toImage(), strip.column_rect(1).toRect()
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(column.left(), column.right())
            for y in range(1, strip.column_rect(1).toRect().top() + 40)
        }
        return len(colours)

    strip.show_weeks(
        [week._replace(sets_planned=9, sets_done=3, sets_to_come=27) for week in WEEKS]
    )
    wide = inks_above_column()
    strip.resize(45, 120)
    assert wide > inks_above_column()
