"""The rest timer over the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.clocks import Clock
from tests.ui.conftest import press
from tracker.app.theme import colours_of
from tracker.ui.window.main_window import MainWindow

Key = Qt.Key


def test_a_key_covers_the_window_and_uncovers_it(window: MainWindow) -> None:
    press(Key.Key_F11)
    figure = window.full_figure
    assert figure.hasFocus()
    assert figure.geometry() == window.rect()
    window.resize(1_000, 640)
    assert figure.geometry() == window.rect()
    press(Key.Key_F11)
    assert not figure.isVisible()
    assert window.log_page.cards[0].table.hasFocus()


@pytest.mark.parametrize("by", ["Escape", "Return", "click"])
def test_it_is_put_away_by_what_is_near(window: MainWindow, by: str) -> None:
    window.show_full_figure()
    figure = window.full_figure
    if by == "click":
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    else:
        press(getattr(Key, f"Key_{by}"))
    assert not figure.isVisible()
    assert window.log_page.cards[0].table.hasFocus()


def test_it_shows_the_clock_large_and_fills_when_the_rest_is_over(
    window: MainWindow, clock: Clock
) -> None:
    window.show_full_figure()
    figure, timer = window.full_figure, window.current.rests.timer
    assert figure.text == "–:––"
    press(Key.Key_Space)
    assert timer.is_running
    assert figure.text == "2:00"
    colours = colours_of(QApplication.palette())
    corner = figure.grab().toImage().pixelColor(3, 3)
    assert corner == colours.page
    narrow = figure.grab().toImage()
    clock.pass_s(timer.length_s + 1)
    assert figure.grab().toImage().pixelColor(3, 3) == colours.accent
    assert figure.accessibleDescription() == "rest is over: +0:01"
    assert figure.grab().toImage() != narrow
    press("x")  # a key that means nothing here types nowhere else
    assert window.current.sets == []
