"""What a chart can have beside curves and bars."""

import numpy as np
import pyqtgraph as pg
import pytest

from tracker.app.theme import DARK, LIGHT
from tracker.ui.charts.axes import DAY_S
from tracker.ui.charts.marks import GoalLines, Outline, StripeItems, Tints
from tracker.ui.charts.series import Bars, Stripes, Tint

MONDAY = 20_003


def weeks(*values: float) -> Bars:
    day = MONDAY + 7 * np.arange(len(values))
    return Bars("planned", "muted", day, np.array(values, np.float64))


def stripes(*heights: float) -> Stripes:
    return Stripes("warning", MONDAY + np.arange(len(heights)), 0.0, np.array(heights))


def test_ranges_are_tinted_in_the_colours_of_the_theme(plot: pg.PlotItem) -> None:
    tints = Tints(plot)
    tints.show([Tint(-10.0, 10.0, "accent", 20), Tint(10.0, 15.0, "warning", 30)], LIGHT)
    regions = [item for item in plot.items if isinstance(item, pg.LinearRegionItem)]
    assert [region.getRegion() for region in regions] == [(-10.0, 10.0), (10.0, 15.0)]
    assert not any(region.movable for region in regions)
    assert regions[0].brush.color().alpha() == 20
    assert regions[0].brush.color().rgb() == LIGHT.accent.rgb()
    tints.recolour(DARK)
    assert regions[0].brush.color().rgb() == DARK.accent.rgb()
    tints.show([], DARK)
    assert not [item for item in plot.items if isinstance(item, pg.LinearRegionItem)]


def test_what_is_the_same_is_not_drawn_anew(plot: pg.PlotItem) -> None:
    bars, tints, goals, outline = StripeItems(plot), Tints(plot), GoalLines(plot), Outline(plot)
    bars.show([stripes(1.0, 2.0)], LIGHT)
    tints.show([Tint(0.0, 1.0, "accent", 20)], LIGHT)
    goals.show([(70.0, "Goal")], LIGHT)
    outline.show(weeks(1.0, 2.0), LIGHT)
    before = list(plot.items)
    bars.show([stripes(1.0, 2.0)], LIGHT)
    tints.show([Tint(0.0, 1.0, "accent", 20)], LIGHT)
    assert not goals.show([(70.0, "Goal")], LIGHT)
    assert not outline.show(weeks(1.0, 2.0), LIGHT)
    assert plot.items == before
    bars.show([stripes(1.0, 3.0)], LIGHT)
    assert plot.items != before


def test_marks_are_hidden_and_those_that_come_meanwhile_stay_so(plot: pg.PlotItem) -> None:
    goals = GoalLines(plot)
    goals.show([(70.0, "Goal")], LIGHT)
    goals.set_visible(False)
    assert goals.show([(75.0, "Goal")], LIGHT)
    (line,) = [item for item in plot.items if isinstance(item, pg.InfiniteLine)]
    assert (line.value(), line.isVisible()) == (75.0, False)
    goals.set_visible(True)
    assert line.isVisible()


def test_days_have_bars_from_one_base_in_the_colours_of_the_theme(plot: pg.PlotItem) -> None:
    bars = StripeItems(plot)
    bars.show([stripes(1.0, -2.0)], LIGHT)
    (item,) = [item for item in plot.items if isinstance(item, pg.BarGraphItem)]
    assert item.opts["x"].tolist() == [MONDAY * DAY_S, (MONDAY + 1) * DAY_S]
    assert (item.opts["y0"], item.opts["height"].tolist()) == (0.0, [1.0, -2.0])
    assert item.opts["brush"] == LIGHT.warning
    bars.recolour(DARK)
    assert item.opts["brush"] == DARK.warning


def test_goals_are_dashed_lines_with_their_names_kept(plot: pg.PlotItem) -> None:
    goals = GoalLines(plot)
    assert goals.show([(70.0, "Seated"), (90.0, "Standing")], LIGHT)
    lines = [item for item in plot.items if isinstance(item, pg.InfiniteLine)]
    assert [line.value() for line in lines] == [70.0, 90.0]
    assert goals.names == {70.0: "Seated", 90.0: "Standing"}
    assert all(line.pen.dashPattern() and line.pen.color() == LIGHT.accent for line in lines)


def test_an_outline_goes_up_along_and_down_and_leaves_out_weeks_without_anything(
    plot: pg.PlotItem,
) -> None:
    outline = Outline(plot)
    assert outline.show(weeks(3.0, 5.0, 0.0, 2.0), LIGHT)
    (item,) = [item for item in plot.items if isinstance(item, pg.PlotCurveItem)]
    days = [(x / DAY_S - MONDAY) / 7 for x in item.xData]
    corners = list(zip(days, item.yData.tolist(), strict=True))
    assert corners == [
        *((0, 0), (0, 3), (1, 3), (1, 5), (2, 5), (2, 0)),  # one contour round two weeks
        *((3, 0), (3, 2), (4, 2), (4, 0)),
    ]
    assert item.opts["connect"].tolist() == [1, 1, 1, 1, 1, 0, 1, 1, 1, 0]


@pytest.mark.parametrize(
    ("first", "last", "highest"), [(-30, 30, 5.0), (-30, 6, 3.0), (13, 30, 5.0), (40, 60, 0.0)]
)
def test_the_highest_week_of_an_outline_is_one_of_those_in_view(
    plot: pg.PlotItem, first: int, last: int, highest: float
) -> None:
    outline = Outline(plot)
    assert outline.highest(MONDAY + first, MONDAY + last) == 0.0
    outline.show(weeks(3.0, 5.0), LIGHT)
    assert outline.highest(MONDAY + first, MONDAY + last) == highest


def test_an_outline_goes_and_takes_on_a_theme_where_it_is(plot: pg.PlotItem) -> None:
    outline = Outline(plot)
    outline.show(weeks(3.0), LIGHT)
    (item,) = [item for item in plot.items if isinstance(item, pg.PlotCurveItem)]
    outline.recolour(DARK)
    assert item.opts["pen"].color() == DARK.muted
    assert outline.show(None, DARK)
    outline.recolour(LIGHT)
    assert not [item for item in plot.items if isinstance(item, pg.PlotCurveItem)]
