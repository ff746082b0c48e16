"""Cards, captions, icons, and the choice of one in a row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.app.resources import ROOT
from tracker.ui.cards import SegmentedControl
from tracker.ui.icons import icon


@pytest.fixture
def control(qtbot: QtBot) -> SegmentedControl:
    control = SegmentedControl(["one", "two", "three"], "number")
    qtbot.addWidget(control)
    control.show()
    qtbot.waitExposed(control)
    control.activateWindow()
    return control


def test_the_first_choice_is_taken_at_first(control: SegmentedControl) -> None:
    assert control.index == 0
    assert control.accessibleName() == "number"


def test_a_click_takes_a_choice_and_tells(control: SegmentedControl, qtbot: QtBot) -> None:
    with qtbot.waitSignal(control.chosen) as chosen:
        control._group.button(2).click()
    assert chosen.args == [2]
    assert control.index == 2


def test_arrow_keys_move_among_the_choices_shown(control: SegmentedControl, qtbot: QtBot) -> None:
    control.set_choice_visible(1, visible=False)
    control._group.button(0).setFocus()
    qtbot.waitUntil(control._group.button(0).hasFocus)
    with qtbot.waitSignal(control.chosen) as chosen:
        QTest.keyClick(control._group.button(0), Qt.Key.Key_Right)
    assert chosen.args == [2]
    assert QApplication.focusWidget() is control._group.button(2)
    QTest.keyClick(control._group.button(2), Qt.Key.Key_Right)
    assert control.index == 2


def test_choosing_by_program_tells_nothing(control: SegmentedControl, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(control.chosen):
        control.choose(1)
    assert control.index == 1


@pytest.mark.parametrize("file", sorted((ROOT / "icons").glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_is_drawn_in_the_colour_asked(file: object, qapp: QApplication) -> None:
    name = file.stem  # type: ignore[attr-defined]
    image = icon(name, QColor("#ff0000")).pixmap(20, 20).toImage()
    drawn = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 128
    ]
    assert drawn
    if name != "arrow":  # the style sheet's, which cannot be tinted
        assert all(colour.red() > 200 and colour.green() < 60 for colour in drawn)
