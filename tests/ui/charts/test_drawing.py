"""How the points of a curve are drawn."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor

from tracker.ui.charts.drawing import Spots


def test_points_that_look_alike_have_one_picture(plot: pg.PlotItem) -> None:
    spots = Spots(size=6, pxMode=True)
    plot.addItem(spots)
    spots.setData(np.arange(500.0), np.arange(500.0), symbol="o", pen=None, brush=QColor("red"))
    pictures = {tuple(rect) for rect in spots.data["sourceRect"].tolist()}
    assert len(pictures) == 1
    assert (0, 0, 0, 0) not in pictures


@pytest.mark.parametrize("look", [{"brush": QColor("blue")}, {"symbol": "t1"}, {"size": 9}])
def test_another_look_has_another_picture(plot: pg.PlotItem, look: dict[str, object]) -> None:
    spots = Spots(size=6, pxMode=True)
    plot.addItem(spots)
    usual = {"symbol": "o", "size": 6, "pen": None, "brush": QColor("red")}
    spots.setData(np.arange(3.0), np.arange(3.0), **usual)
    before = spots.data["sourceRect"][0]
    spots.setData(np.arange(3.0), np.arange(3.0), **usual | look)
    after = spots.data["sourceRect"]
    assert all(rect == after[0] for rect in after)
    assert after[0] != before


def test_no_points_are_drawn_too(plot: pg.PlotItem) -> None:
    spots = Spots(size=6, pxMode=True)
    plot.addItem(spots)
    spots.setData(np.zeros(0), np.zeros(0), symbol="o", pen=None, brush=QColor("red"))
    assert len(spots.points()) == 0
