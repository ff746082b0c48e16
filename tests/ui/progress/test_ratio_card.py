"""The Seated : standing card."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.progress.conftest import Desk


def test_the_line_of_the_laboratory_is_drawn_on_request_only(desk: Desk) -> None:
    desk.weigh(70)
    for back in (4, 2, 0):
        desk.both_legs(back)
    card = desk.page.ratio
    assert not card.chart._reference.isVisible()
    assert card.chart.values_in_view[1] < 0.95
    QTest.mouseClick(card.laboratory, Qt.MouseButton.LeftButton)
    assert card.chart._reference.isVisible()
    assert card.chart._reference.value() == 0.85
    assert desk.words()[2].endswith("laboratory torque of sedentary adults, no target")
    QTest.mouseClick(card.laboratory, Qt.MouseButton.LeftButton)
    assert not card.chart._reference.isVisible()
