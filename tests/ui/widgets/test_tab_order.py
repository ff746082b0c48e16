"""The order of Tab, where what is read first was made last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import stops_within
from tracker.ui.widgets.tab_order import put_before


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


def test_what_is_held_comes_before_in_its_own_order_and_again(owner: QWidget) -> None:
    first, label, stop, last = (each(owner) for each in (QLineEdit, QLabel, QLineEdit, QLineEdit))
    holder = QWidget(owner)
    one, number, two = QLineEdit(holder), QSpinBox(holder), QLineEdit(holder)
    assert label.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert list(stops_within(owner)) == [first, stop, last, one, number, two]
    for _ in range(2):
        put_before(stop, holder)
        assert list(stops_within(owner)) == [first, one, number, two, stop, last]


def test_a_widget_that_holds_nothing_changes_nothing(owner: QWidget) -> None:
    first, stop = QLineEdit(owner), QLineEdit(owner)
    put_before(stop, QWidget(owner))
    assert list(stops_within(owner)) == [first, stop]
