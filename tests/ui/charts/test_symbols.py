"""The shapes of points."""

import pytest
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols

from tracker.ui.charts.series import PointKind
from tracker.ui.charts.symbols import LOOKS, POINT_PX

CURVES = ("o", "t1", "s")


@pytest.mark.parametrize("kind", PointKind)
@pytest.mark.parametrize("symbol", CURVES)
def test_every_kind_of_point_has_a_shape_for_every_curve(kind: PointKind, symbol: str) -> None:
    name, size, _ = LOOKS[kind]
    path = Symbols[name.format(symbol)]
    assert not path.isEmpty()
    assert size > 0
    bounds = path.boundingRect()
    assert max(abs(bounds.top()), abs(bounds.bottom())) <= 0.5 + 1e-9


def test_no_two_kinds_look_alike() -> None:
    assert len(set(LOOKS.values())) == len(LOOKS)


def test_an_arrow_points_up_for_at_least_and_down_for_at_most() -> None:
    for symbol in CURVES:
        up, down = (Symbols[f"{way} {symbol}"].boundingRect() for way in ("up", "down"))
        assert up.top() == pytest.approx(-0.5)
        assert down.bottom() == pytest.approx(0.5)
        assert abs(up.bottom()) < 0.5 > abs(down.top())


def test_tests_of_the_legs_are_told_apart_without_colour() -> None:
    assert Symbols["test o"].elementCount() != Symbols["test t1"].elementCount()


def test_a_point_with_an_arrow_is_as_large_as_one_without() -> None:
    _, size, _ = LOOKS[PointKind.AT_LEAST]
    below = Symbols["up s"].boundingRect().bottom() * size
    assert below == pytest.approx(POINT_PX / 2, abs=0.5)
