"""The pages of the window on screens of any width."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.window.page_stack import GREATEST, PageStack


@pytest.fixture
def pages(qtbot: QtBot) -> PageStack:
    pages = PageStack()
    qtbot.addWidget(pages)
    pages.addWidget(QWidget(pages))
    pages.add_unbounded(QWidget(pages))
    pages.resize(900, 600)
    pages.show()
    qtbot.waitExposed(pages)
    return pages


def room(pages: PageStack) -> tuple[int, int, int]:
    """Return the width of the page shown, and the free space to its left and right."""
    page = pages.currentWidget()
    assert page is not None
    return page.width(), page.x(), pages.width() - page.x() - page.width()


def test_a_page_is_as_wide_as_the_window_until_it_can_use_no_more(pages: PageStack) -> None:
    assert room(pages) == (900, 0, 0)
    greatest = GREATEST * pages.fontMetrics().averageCharWidth()
    pages.resize(greatest + 400, 600)
    assert room(pages) == (greatest, 200, 200)
    pages.resize(900, 600)
    assert room(pages) == (900, 0, 0)


def test_a_page_of_charts_uses_all_the_room(pages: PageStack) -> None:
    pages.resize(4000, 600)
    pages.setCurrentIndex(1)
    assert room(pages) == (4000, 0, 0)
    pages.setCurrentIndex(0)
    assert room(pages)[1] > 0
