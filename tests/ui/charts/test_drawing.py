"""How a curve is drawn."""

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor

from tracker.app.theme import LIGHT
from tracker.ui.charts.drawing import CurveItems, Spots
from tracker.ui.charts.series import Curve, Line, Points

FIRST = 20_003


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


def curve(*values: float, plus_minus: float = float("nan")) -> Curve:
    day, value = FIRST + 7 * np.arange(len(values)), np.array(values)
    line = replace(Line.plain(day, value), plus_minus=np.full(len(values), plus_minus))
    return Curve("left", "left", Points.full(day, value), line)


def test_the_extent_of_a_curve_is_that_of_its_points_and_its_limits_in_view(
    plot: pg.PlotItem,
) -> None:
    items, shown = CurveItems(plot), curve(60.0, 70.0, 90.0, plus_minus=3.0)
    items.show_points(shown, LIGHT)
    extent = items.extent(shown, FIRST - 1, FIRST + 8)
    assert (min(extent), max(extent)) == (57.0, 73.0)
    assert items.extent(shown, FIRST + 100, FIRST + 200) == []


def test_a_curve_ends_at_the_last_height_in_view(plot: pg.PlotItem) -> None:
    items, shown = CurveItems(plot), curve(60.0, 70.0, 90.0)
    items.show_points(shown, LIGHT)
    assert items.end(shown, FIRST - 1, FIRST + 10) == 70.0
    assert items.end(shown, FIRST + 100, FIRST + 200) is None


def test_a_curve_no_longer_shown_leaves_nothing_behind(plot: pg.PlotItem) -> None:
    before = list(plot.items)
    items = CurveItems(plot)
    items.show_points(curve(60.0, 70.0), LIGHT)
    assert plot.items != before
    items.remove()
    assert plot.items == before
