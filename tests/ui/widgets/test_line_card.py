"""A card of one line with buttons."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.line_card import LineCard


def test_each_button_of_a_line_does_its_own(qtbot: QtBot) -> None:
    done: list[str] = []
    holder = QWidget()
    qtbot.addWidget(holder)
    line = LineCard(holder)
    line.add_button("Show", lambda: done.append("shown"))
    line.add_button("Not now", lambda: done.append("put off"))
    for button in reversed(line.buttons):
        button.click()
    assert [each.text() for each in line.buttons] == ["Show", "Not now"]
    assert done == ["put off", "shown"]
