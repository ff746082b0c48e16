"""A figure to read from across the room."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.large_figure import LargeFigure, large_font, words_font

WIDE = QSize(1366, 768)


@pytest.fixture
def figure(qtbot: QtBot) -> LargeFigure:
    owner = QWidget()
    qtbot.addWidget(owner)
    figure = LargeFigure("12", owner, factor=6.0, share=0.4)
    figure._owner = owner  # type: ignore[attr-defined]
    return figure


def test_a_figure_fills_its_share_of_the_height() -> None:
    assert large_font(QFont(), "12", WIDE, 0.5).pixelSize() == 384
    assert words_font(QFont(), WIDE, 1 / 16).pixelSize() == 48


def test_a_long_one_is_as_wide_as_the_room_allows() -> None:
    font = large_font(QFont(), "Left 12 × 122.5 kg", WIDE, 0.5)
    width = QFontMetrics(font).horizontalAdvance("Left 12 × 122.5 kg")
    assert 0.7 * WIDE.width() < width <= 0.82 * WIDE.width()


def test_nothing_is_too_small_to_read() -> None:
    room = QSize(100, 50)
    assert large_font(QFont(), "a long line of words", room, 0.5).pixelSize() == 14
    assert words_font(QFont(), room, 1 / 16).pixelSize() == 14


def test_it_grows_into_a_room_and_back_and_keeps_fitting_as_it_changes(
    figure: LargeFigure,
) -> None:
    usual = figure.font()
    figure.setText("13")
    assert figure.font() == usual
    figure.fit_into(WIDE)
    assert figure.font().pixelSize() == round(0.4 * 768)
    figure.setText("some words instead of a figure")
    assert figure.font().pixelSize() < 0.2 * 768
    figure.fit_into(None)
    assert figure.font() == usual
