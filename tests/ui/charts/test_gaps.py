"""What a chart says of a break in its lines."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.charts.test_chart import FIRST, curve
from tracker.ui.charts import Chart
from tracker.ui.charts.gaps import gap_at


@pytest.mark.parametrize(
    ("day", "gap"),
    [
        (-3.0, None),  # before the first value
        (7.5, None),  # 14 days: a line is drawn
        (20.0, (14, 29)),
        (28.9, (14, 29)),
        (29.5, None),
        (60.0, None),  # behind the last one
    ],
)
def test_a_gap_is_of_more_than_fourteen_days(day: float, gap: tuple[int, int] | None) -> None:
    found = gap_at([curve(60, 61, 62, 63, days=(0, 14, 29, 30))], FIRST + day)
    assert found == (None if gap is None else (FIRST + gap[0], FIRST + gap[1]))


def test_where_another_line_goes_on_there_is_no_gap() -> None:
    left = curve(60, 61, days=(0, 40))
    right = curve(60, 61, 62, days=(0, 20, 39), name="right")
    assert gap_at([left, right], FIRST + 10.0) == (FIRST, FIRST + 20)
    assert gap_at([left, right], FIRST + 39.5) is None
    assert gap_at([], FIRST) is None


def test_what_has_no_line_is_a_value_too() -> None:
    given = curve(60, 61, days=(0, 40))
    unknown = replace(given.line, height=np.full(2, np.nan))
    assert gap_at([replace(given, line=unknown)], FIRST + 10.0) == (FIRST, FIRST + 40)


def test_under_the_pointer_a_gap_says_its_length_and_leaves_with_it(qtbot: QtBot) -> None:
    chart = Chart(least_span=10.0)
    qtbot.addWidget(chart)
    chart.resize(600, 240)
    chart.set_bounds(FIRST - 400, FIRST + 400)
    chart.set_gap_text(lambda days: f"{days} days")
    chart.show_curves([curve(60, 61, 62, 63, days=(0, 7, 27, 34))])
    chart.show_range(FIRST - 10, FIRST + 40)
    chart.show()
    qtbot.waitExposed(chart)

    def is_told(day: float) -> bool:
        at = QPointF((FIRST + day) * 86_400.0, 61)
        scene = chart.getPlotItem().getViewBox().mapViewToScene(at)
        QTest.mouseMove(chart.viewport(), QPoint(chart.mapFromScene(scene)))
        return bool(chart.gap.label.isVisible())

    qtbot.waitUntil(lambda: is_told(17))
    assert chart.gap.label.toPlainText() == "20 days"
    assert [at / 86_400 - FIRST for at in chart.gap.shade.getRegion()] == [7, 27]
    qtbot.waitUntil(lambda: not is_told(30))
    qtbot.waitUntil(lambda: is_told(17))
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert not chart.gap.shade.isVisible()
