"""A thin line with a scale of its own."""

import numpy as np
import pyqtgraph as pg
import pytest

from tracker.app.theme import DARK, LIGHT
from tracker.ui.charts.axes import DAY_S
from tracker.ui.charts.second_scale import MOST_PLACES, SecondScale, round_step
from tracker.ui.charts.series import ThinLine

MONDAY = 20_003


def line(*values: float, unit: str = "km") -> ThinLine:
    day = MONDAY + 7 * np.arange(len(values))
    return ThinLine("muted", day.astype(np.float64), np.array(values, np.float64), unit)


@pytest.fixture
def scale(plot: pg.PlotItem) -> SecondScale:
    return SecondScale(plot)


@pytest.mark.parametrize("most", [0.3, 1.0, 4.0, 7.0, 19.0, 42.0, 99.0, 500.0])
def test_a_scale_has_two_to_four_round_steps(most: float) -> None:
    step = round_step(most)
    assert 2 <= most // step <= 4
    assert step / 10 ** np.floor(np.log10(step)) in (1.0, 2.0, 5.0)


def test_its_highest_value_in_view_comes_to_the_height_asked(scale: SecondScale) -> None:
    assert scale.show(line(10.0, 40.0, 20.0), LIGHT)
    scale.fit(MONDAY - 1, MONDAY + 30, 8.0)
    assert scale.item.transform().m22() == pytest.approx(8.0 / 40.0)
    assert list(scale.ticks.values()) == ["0 km", "10 km", "20 km", "30 km", "40 km"]
    assert list(scale.ticks) == pytest.approx([0.0, 2.0, 4.0, 6.0, 8.0])


def test_the_scale_is_that_of_what_is_in_view(scale: SecondScale) -> None:
    scale.show(line(*[10.0] * 10, *[100.0] * 10), LIGHT)
    scale.fit(MONDAY, MONDAY + 30, 1.0)
    assert list(scale.ticks.values())[-1] == "10 km"
    scale.fit(MONDAY, MONDAY + 200, 1.0)
    assert list(scale.ticks.values())[-1] == "100 km"


def test_many_places_in_view_are_drawn_as_the_mean_of_some(scale: SecondScale) -> None:
    count = 3 * MOST_PLACES
    scale.show(line(*[10.0, 20.0, 60.0] * MOST_PLACES), LIGHT)
    scale.fit(MONDAY - 1, MONDAY + 7 * count, 1.0)
    assert scale.mean_of == 3
    assert scale.item.yData.tolist() == [30.0] * MOST_PLACES
    assert scale.item.xData[0] == (MONDAY + 7) * DAY_S  # the middle of the three
    scale.fit(MONDAY - 1, MONDAY + 70, 1.0)
    assert (scale.mean_of, len(scale.item.yData)) == (1, count)


def test_one_place_alone_is_as_wide_as_a_bar(scale: SecondScale) -> None:
    scale.show(line(10.0), LIGHT)
    assert (scale.item.xData / DAY_S - MONDAY).tolist() == [-3.0, 3.0]
    assert scale.item.yData.tolist() == [10.0, 10.0]


def test_noughts_and_no_line_have_no_scale(scale: SecondScale) -> None:
    scale.fit(MONDAY, MONDAY + 30, 1.0)
    assert scale.ticks == {}
    scale.show(line(0.0, 0.0), LIGHT)
    scale.fit(MONDAY, MONDAY + 30, 1.0)
    assert scale.ticks == {}


def test_it_tells_whether_it_has_changed(scale: SecondScale) -> None:
    assert not scale.show(None, LIGHT)
    assert scale.show(line(10.0), LIGHT)
    assert not scale.show(line(10.0), LIGHT)
    assert scale.show(line(10.0, unit="mi"), LIGHT)
    assert scale.show(None, LIGHT)
    assert not len(scale.item.xData or [])


def test_it_takes_on_the_colours_of_a_theme(scale: SecondScale) -> None:
    scale.recolour(LIGHT)
    scale.show(line(10.0), LIGHT)
    scale.recolour(DARK)
    assert scale.item.opts["pen"].color() == DARK.muted
    assert scale.item.opts["shadowPen"].color().rgb() == DARK.card.rgb()
