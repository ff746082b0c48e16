"""A form names each field by the words beside it."""

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.named_rows import named_rows


def test_a_field_is_read_out_by_the_words_beside_it(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    line, tick = QLineEdit(holder), QCheckBox("This leg", holder)
    form = named_rows([("Day", line), ("", tick)], holder)
    holder.setLayout(form)
    label = form.labelForField(line)
    assert isinstance(label, QLabel)
    assert (label.text(), label.buddy(), line.accessibleName()) == ("Day", line, "Day")
    assert tick.accessibleName() == ""  # its own words are its name
