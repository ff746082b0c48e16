"""A complaint shows only while there is something to say."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.complaint import Complaint


def test_a_complaint_is_seen_until_nothing_is_said(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    complaint = Complaint(page)
    page.show()
    assert not complaint.isVisible()
    complaint.say("Enter a number.")
    assert (complaint.isVisible(), complaint.text()) == (True, "Enter a number.")
    complaint.say("")
    assert not complaint.isVisible()
