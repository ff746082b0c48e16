"""A page of cards that scrolls."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from tracker.app.theme import DARK, LIGHT, make_style_sheet
from tracker.ui.widgets.scrolled_column import ScrolledColumn


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(400, 300)
    return owner


@pytest.fixture
def page(owner: QWidget, qtbot: QtBot) -> ScrolledColumn:
    page = ScrolledColumn(owner)
    page.resize(400, 300)
    owner.show()
    qtbot.waitExposed(owner)
    return page


def card(page: ScrolledColumn, height: int) -> QFrame:
    card = QFrame(page)
    card.setFixedHeight(height)
    page.column.addWidget(card)
    return card


def test_cards_are_as_wide_whether_there_is_more_to_scroll_to_or_not(
    page: ScrolledColumn, qtbot: QtBot
) -> None:
    first = card(page, 100)
    qtbot.waitUntil(first.isVisible)
    width = first.width()
    assert page.verticalScrollBar().isVisible()
    card(page, 900)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    assert first.width() == width


def test_its_bar_is_seen_only_where_there_is_more(page: ScrolledColumn, qtbot: QtBot) -> None:
    card(page, 100)
    bar = page.verticalScrollBar()
    assert (bar.isVisible(), bar.isEnabled()) == (True, False)
    for colours in (LIGHT, DARK):  # what cannot be moved is painted as nothing
        assert "QScrollBar::handle:disabled { background: transparent; }" in make_style_sheet(
            colours
        )
    more = card(page, 900)
    qtbot.waitUntil(bar.isEnabled)
    more.hide()
    qtbot.waitUntil(lambda: not bar.isEnabled())


def test_it_is_no_stop_on_the_way_of_tab_and_never_scrolls_sideways(page: ScrolledColumn) -> None:
    assert page.focusPolicy() == Qt.FocusPolicy.NoFocus
    card(page, 100).setMinimumWidth(900)
    assert not page.horizontalScrollBar().isVisible()
