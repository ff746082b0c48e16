"""The charts: what is drawn, and what the pointer and the keys do."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.app.theme import DARK, make_palette
from tracker.ui.charts import (
    Bars,
    Chart,
    Curve,
    Line,
    PointKind,
    Points,
    Stripes,
    ThinLine,
    Tint,
)
from tracker.ui.charts.chart import GRID, LABEL_GAP_PX

FIRST = 20_000


def curve(
    *values: float,
    name: str = "left",
    plus_minus: float = float("nan"),
    days: Sequence[int] | None = None,
) -> Curve:
    """Make a curve whose points are on its line, a week apart unless days are given."""
    value = np.array(values, np.float64)
    day = FIRST + (7 * np.arange(len(values)) if days is None else np.array(days))
    line = replace(Line.plain(day, value), plus_minus=np.full(len(value), plus_minus))
    return Curve(name, "left", Points.full(day, value), line)


def drawn(chart: Chart, key: str = "leftleft") -> list[list[tuple[float, float]]]:
    """Return the unbroken pieces of a curve's solid line, as days since the first and heights."""
    return pieces(chart._curves[key][1].line)


def pieces(item: pg.PlotCurveItem) -> list[list[tuple[float, float]]]:
    x, y = item.getData()
    found: list[list[tuple[float, float]]] = [[]]
    for seconds, height, joined in zip(x, y, item.opts["connect"], strict=True):
        found[-1].append((seconds / 86_400 - FIRST, height))
        if not joined:
            found.append([])
    return [piece for piece in found if len(piece) > 1]


def bars(*values: float, name: str = "seated") -> Bars:
    day = FIRST + 7 * np.arange(len(values))
    return Bars(name, "accent", day, np.array(values, np.float64))


@pytest.fixture
def chart(qtbot: QtBot) -> Chart:
    chart = Chart(least_span=10.0)
    qtbot.addWidget(chart)
    chart.resize(600, 240)
    chart.set_bounds(FIRST - 400, FIRST + 400)
    chart.show_days(FIRST + 7 * np.arange(5))
    chart.show_range(FIRST - 10, FIRST + 40)
    chart.show()
    qtbot.waitExposed(chart)
    return chart


def pixel_of(chart: Chart, day: int) -> QPoint:
    low, high = chart.values_in_view
    scene = (
        chart.getPlotItem().getViewBox().mapViewToScene(QPointF(day * 86_400.0, (low + high) / 2))
    )
    return QPoint(chart.mapFromScene(scene))


def wheel(chart: Chart, modifier: Qt.KeyboardModifier) -> QWheelEvent:
    at = QPointF(pixel_of(chart, FIRST + 14))
    event = QWheelEvent(
        at,
        QPointF(chart.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart.viewport(), event)
    return event


def test_the_value_axis_fits_what_is_in_view(chart: Chart) -> None:
    chart.show_curves([curve(60, 61, 90, 90, 90)])
    assert chart.values_in_view[1] > 90
    chart.show_range(FIRST - 3, FIRST + 10)
    assert chart.values_in_view[1] < 80


def test_a_small_difference_is_not_blown_up(chart: Chart) -> None:
    chart.show_curves([curve(60, 60.1)])
    low, high = chart.values_in_view
    assert high - low > 10


def test_the_veil_belongs_to_what_is_in_view(chart: Chart) -> None:
    chart.show_curves([curve(60, 60, plus_minus=30.0)])
    low, high = chart.values_in_view
    assert low < 30
    assert high > 90


def test_the_value_axis_keeps_still_while_new_values_stay_within(chart: Chart) -> None:
    chart.show_curves([curve(60, 80)])
    before = chart.values_in_view
    chart.show_curves([curve(60, 80, 70)])
    assert chart.values_in_view == before
    chart.show_curves([curve(60, 80, 120)])
    assert chart.values_in_view[1] > 120


def test_a_curve_that_has_not_changed_is_not_touched(chart: Chart) -> None:
    chart.show_curves([curve(60, 80)])
    points = chart._curves["leftleft"][1].spots[PointKind.FULL]
    shown = points.data
    chart.show_curves([curve(60, 80)])
    assert points.data is shown
    chart.show_curves([curve(60, 81)])
    assert points.data["y"].tolist() == [60, 81]


def test_a_curve_no_longer_given_goes(chart: Chart) -> None:
    chart.show_curves([curve(60), curve(70, name="right")])
    chart.show_curves([curve(60)])
    assert list(chart._curves) == ["leftleft"]


def test_a_line_breaks_over_more_than_fourteen_days(chart: Chart) -> None:
    chart.set_bounds(FIRST - 10, FIRST + 400)
    chart.show_curves([curve(60, 61, 62, 63, days=(0, 14, 29, 30))])
    chart.show_range(FIRST - 10, FIRST + 120)
    assert drawn(chart) == [[(0, 60), (14, 61)], [(29, 62), (30, 63)]]


def test_a_line_breaks_where_it_begins_anew_and_where_nothing_is_known(chart: Chart) -> None:
    given = curve(60, 61, 70, 71, 72, 73, days=range(6))
    begins = np.array([True, False, True, False, False, False])
    height = np.array([60, 61, 70, np.nan, 72, 73])
    line = replace(given.line, begins=begins, height=height)
    chart.show_curves([replace(given, line=line)])
    stub = [(2 - 1.0, 70), (2 + 1.0, 70)]
    assert drawn(chart) == [[(0, 60), (1, 61)], stub, [(4, 72), (5, 73)]]


def test_a_height_alone_is_seen_with_its_veil(chart: Chart) -> None:
    chart.show_curves([curve(60, plus_minus=5.0)])
    assert drawn(chart) == [[(-1, 60), (1, 60)]]
    around = chart._curves["leftleft"][1].veil.path().boundingRect()
    assert (around.top(), around.bottom(), around.width()) == (55, 65, 2 * 86_400)


def test_the_veil_breaks_with_its_line(chart: Chart) -> None:
    chart.set_bounds(FIRST - 10, FIRST + 400)
    chart.show_curves([curve(60, 61, 62, 63, days=(0, 7, 60, 67), plus_minus=2.0)])
    chart.show_range(FIRST - 10, FIRST + 100)
    veil = chart._curves["leftleft"][1].veil.path()

    def is_veiled(day: int, height: float) -> bool:
        return veil.contains(QPointF((FIRST + day) * 86_400.0, height))

    assert is_veiled(3, 60.5)
    assert is_veiled(64, 62.5)
    assert not is_veiled(30, 61.5)
    assert not is_veiled(3, 63.0)


def test_a_line_to_or_from_a_bound_is_dotted(chart: Chart) -> None:
    given = curve(60, 61, 62, 63)
    bounds = np.array([False, False, True, False])
    chart.show_curves([replace(given, line=replace(given.line, is_bound=bounds))])
    assert drawn(chart) == [[(0, 60), (7, 61)]]
    dotted = chart._curves["leftleft"][1].dotted
    assert dotted.isVisible()
    assert pieces(dotted) == [[(7, 61), (14, 62), (21, 63)]]


def test_each_kind_of_point_has_a_look_of_its_own(chart: Chart) -> None:
    given = curve(60, 61, 62, 63, 64)
    chart.show_curves([replace(given, points=replace(given.points, kind=np.arange(5)))])
    spots = chart._curves["leftleft"][1].spots
    assert [spots[kind].data["y"].tolist() for kind in PointKind] == [[60], [61], [62], [63], [64]]
    symbols = {spots[kind].opts["symbol"] for kind in PointKind}
    assert symbols == {"o", "test o", "up o", "down o"}
    assert spots[PointKind.SMALL].opts["size"] < spots[PointKind.FULL].opts["size"]
    hollow = [kind for kind in PointKind if spots[kind].opts["brush"].color().alpha() == 255]
    assert hollow == [PointKind.AT_LEAST, PointKind.AT_MOST, PointKind.SMALL]


@pytest.mark.parametrize("symbol", ["o", "t1", "s"])
def test_the_arrow_of_a_bound_points_away_from_it(symbol: str) -> None:
    up, down = (Symbols[f"{way} {symbol}"].boundingRect() for way in ("up", "down"))
    assert up.top() == -0.5  # pixels count downward
    assert up.bottom() < 0.25
    assert down.bottom() == 0.5
    assert down.top() > -0.25


def test_tests_of_the_legs_differ_by_shape_too() -> None:
    middle = QPointF(0, 0)
    assert Symbols["test o"].contains(middle)
    assert not Symbols["test t1"].contains(middle)


def test_ten_years_are_drawn_with_no_more_points_than_show(chart: Chart) -> None:
    many = curve(*[60.0] * 5_000, days=range(5_000))
    chart.set_bounds(FIRST - 10, FIRST + 6_000)
    chart.show_curves([many])
    chart.show_range(FIRST, FIRST + 5_000)
    assert len(chart._curves["leftleft"][1].line.xData) <= 601


def test_a_gap_is_seen_in_ten_years_too(chart: Chart) -> None:
    days = [*range(2_000), *range(2_016, 5_000)]
    chart.set_bounds(FIRST - 10, FIRST + 6_000)
    chart.show_curves([curve(*[60.0] * len(days), days=days)])
    chart.show_range(FIRST, FIRST + 5_000)
    before, after = drawn(chart)
    assert (before[-1][0], after[0][0]) == (1_999, 2_016)


def test_names_stand_apart_beside_the_ends(chart: Chart) -> None:
    chart.show_curves([curve(60, 60), curve(60.1, 60.1, name="right")])
    ((low, _), (high, _)) = chart._gutter._tickLevels[0]
    bottom, top = chart.values_in_view
    assert (high - low) / (top - bottom) * chart.height() > 12


def test_stacked_bars_reach_their_sum_and_others_their_highest(chart: Chart) -> None:
    weeks = [bars(8, 9), bars(6, 6, name="standing")]
    chart.show_bars(weeks, are_stacked=True)
    assert chart.values_in_view[1] > 15
    chart.show_bars(weeks, are_stacked=False)
    chart.fit_values()
    assert chart.values_in_view == pytest.approx((0, 1.12 * 10))


def test_bars_that_have_not_changed_are_not_touched(chart: Chart) -> None:
    chart.show_bars([bars(8, 9)], are_stacked=True)
    item = chart._bars[0][1]
    chart.show_bars([bars(8, 9)], are_stacked=True)
    assert chart._bars[0][1] is item
    chart.show_bars([bars(8, 10)], are_stacked=True)
    assert chart._bars[0][1] is not item


def test_an_outline_goes_round_weeks_in_a_row_and_leaves_out_empty_ones(chart: Chart) -> None:
    chart.show_outline(bars(8, 6, 0, 4, name="planned"))
    (item,) = chart._outline._items
    x, y = item.getData()
    week = 7 * 86_400
    assert ((x - x[0]) / week).tolist() == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert y.tolist() == [0, 8, 8, 6, 6, 0, 0, 4, 4, 0]
    assert item.opts["connect"].tolist() == [1, 1, 1, 1, 1, 0, 1, 1, 1, 0]


def test_an_outline_is_kept_in_view_and_goes(chart: Chart) -> None:
    chart.show_bars([bars(8, 9)], are_stacked=True)
    chart.show_outline(bars(20, 9, name="planned"))
    item = chart._outline._items[0]
    assert chart.values_in_view[1] > 20
    chart.show_outline(bars(20, 9, name="planned"))
    assert chart._outline._items == [item]  # what has not changed is not touched
    chart.show_outline(None)
    assert chart._outline._items == []
    chart.fit_values()
    assert chart.values_in_view[1] < 20


def test_an_outline_alone_stands_on_nought(chart: Chart) -> None:
    chart.show_outline(bars(20, name="planned"))
    chart.fit_values()
    assert chart.values_in_view == pytest.approx((0, 1.12 * 20))


def test_the_pointer_finds_the_nearest_training_day(chart: Chart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.pointed) as pointed:
        QTest.mouseMove(chart.viewport(), pixel_of(chart, FIRST + 8))
    assert pointed.args == [FIRST + 7]


def test_a_click_opens_the_day(chart: Chart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.opened) as opened:
        QTest.mouseClick(
            chart.viewport(), Qt.MouseButton.LeftButton, pos=pixel_of(chart, FIRST + 15)
        )
    assert opened.args == [FIRST + 14]


def test_an_empty_chart_opens_nothing(chart: Chart, qtbot: QtBot) -> None:
    chart.show_days(np.zeros(0, np.int64))
    with qtbot.assertNotEmitted(chart.opened), qtbot.assertNotEmitted(chart.pointed):
        QTest.mouseClick(
            chart.viewport(), Qt.MouseButton.LeftButton, pos=pixel_of(chart, FIRST + 15)
        )
        QTest.keyClick(chart, Qt.Key.Key_Left)


def test_one_training_day_can_be_pointed_at(chart: Chart, qtbot: QtBot) -> None:
    chart.show_days(np.array([FIRST]))
    with qtbot.waitSignal(chart.pointed) as pointed:
        QTest.keyClick(chart, Qt.Key.Key_Left)
    assert pointed.args == [FIRST]


def test_arrow_keys_step_from_day_to_day_and_enter_opens(chart: Chart, qtbot: QtBot) -> None:
    chart.pointed.connect(chart.point_at)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(chart, key)
    with qtbot.waitSignal(chart.opened) as opened:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == [FIRST + 21]


def test_stepping_out_of_view_moves_the_view(chart: Chart, qtbot: QtBot) -> None:
    chart.show_range(FIRST + 10, FIRST + 40)
    chart.point_at(FIRST + 14)
    with qtbot.waitSignal(chart.moved):
        QTest.keyClick(chart, Qt.Key.Key_Left)
    first, last = chart.days_in_view
    assert first == pytest.approx(FIRST + 7)
    assert last - first == pytest.approx(30)


def test_escape_takes_the_crosshair_away(chart: Chart, qtbot: QtBot) -> None:
    chart.point_at(FIRST)
    assert chart._crosshair.isVisible()
    with qtbot.waitSignal(chart.left):
        QTest.keyClick(chart, Qt.Key.Key_Escape)


def test_plus_and_minus_zoom(chart: Chart, qtbot: QtBot) -> None:
    before = chart.days_in_view
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    closer = chart.days_in_view
    assert closer[1] - closer[0] < before[1] - before[0]
    QTest.keyClick(chart, Qt.Key.Key_Minus)
    assert chart.days_in_view == pytest.approx(before)


def test_a_plain_wheel_is_left_to_the_page_and_ctrl_wheel_zooms(chart: Chart, qtbot: QtBot) -> None:
    before = chart.days_in_view
    assert not wheel(chart, Qt.KeyboardModifier.NoModifier).isAccepted()
    assert chart.days_in_view == before
    with qtbot.waitSignal(chart.moved):
        wheel(chart, Qt.KeyboardModifier.ControlModifier)
    first, last = chart.days_in_view
    assert last - first < before[1] - before[0]


def test_dragging_moves_the_time_and_tells_of_it(chart: Chart, qtbot: QtBot) -> None:
    before = chart.days_in_view
    start = pixel_of(chart, FIRST + 14)
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(chart.viewport(), button, pos=start)
    with qtbot.waitSignal(chart.moved), qtbot.assertNotEmitted(chart.opened):
        for step in (10, 40, 80):
            at = QPointF(start + QPoint(step, 0))
            event = QMouseEvent(
                QEvent.Type.MouseMove,
                at,
                QPointF(chart.viewport().mapToGlobal(at)),
                Qt.MouseButton.NoButton,
                button,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(chart.viewport(), event)
        QTest.mouseRelease(chart.viewport(), button, pos=start + QPoint(80, 0))
    assert chart.days_in_view[0] < before[0] - 1


def test_days_stand_on_utc_midnights_in_the_readers_language(chart: Chart) -> None:
    axis = chart._time_axis
    assert axis.utcOffset == 0
    assert axis.tickStrings([20_010 * 86_400.0], 1.0, 86_400.0) == ["14"]
    assert axis.tickStrings([20_000 * 86_400.0], 1.0, 30 * 86_400.0) == ["Oct 2024"]
    assert axis.tickStrings([20_000 * 86_400.0], 1.0, 365 * 86_400.0) == ["2024"]


def times_of(chart: Chart) -> list[str]:
    """Return what the time axis writes, level by level."""
    axis = chart._time_axis
    levels = axis.tickValues(*axis.range, axis.width())
    return [
        text
        for spacing, values in levels
        for at, text in zip(values, axis.tickStrings(values, 1.0, spacing), strict=True)
        if text and axis.range[0] <= at <= axis.range[1]
    ]


def test_the_year_is_written_wherever_one_looks(chart: Chart) -> None:
    chart.set_bounds(FIRST - 4_000, FIRST + 4_000)
    chart.show_range(20_100, 20_200)  # 12 January to 22 April 2025: no New Year in it
    assert times_of(chart)[0] == "Feb 2025"
    assert times_of(chart)[1] == "Mar"
    chart.show_range(20_000, 20_366)  # a New Year is written as its year
    assert times_of(chart)[0] == "2025"
    assert "Oct 2024" not in times_of(chart)
    chart.show_range(20_074, 20_100)  # 17 December to 12 January, by the day
    texts = times_of(chart)
    assert texts[0] == "Jan 2025"
    assert "31" not in texts  # which would stand in the year
    assert "23" in texts
    chart.show_range(20_088, 20_100)  # from the end of a month on
    assert times_of(chart)[0] == "Jan 2025"


def test_no_day_stands_so_near_a_month_that_it_is_read_with_it(chart: Chart) -> None:
    chart.resize(1_000, 240)
    chart.show_range(20_014, 20_105)  # three months from 18 October 2024 on, a day in ten pixels
    texts = times_of(chart)
    assert "Nov" in texts[0]
    assert not {"29", "30", "31", "3"} & set(texts)
    assert {"11", "18", "25"} <= set(texts)


def test_an_empty_chart_says_what_would_fill_it(chart: Chart) -> None:
    chart.show_message("Log a set.", is_empty=True)
    assert chart.message.isVisible()
    chart.show_message("")
    assert not chart.message.isVisible()


def test_a_chart_takes_on_the_dark_theme(chart: Chart) -> None:
    chart.show_curves([curve(60, 61)])
    chart.show_bars([bars(8)], are_stacked=True)
    chart.setPalette(make_palette(DARK))
    chart.recolour()
    assert chart._curves["leftleft"][1].line.opts["pen"].color() == DARK.left
    assert chart.backgroundBrush().color() == DARK.card


def test_an_empty_curve_is_drawn_as_nothing(chart: Chart) -> None:
    chart.show_curves([curve(plus_minus=6.0)])
    assert chart._curves["leftleft"][1].veil.path().isEmpty()
    assert drawn(chart) == []


def test_points_without_a_line_are_in_view_and_named_at_the_last(chart: Chart) -> None:
    given = curve(60, 61)
    unknown = replace(given.line, height=np.full(2, np.nan))
    chart.show_curves([replace(given, line=unknown)])
    assert (61.0, "left") in chart._gutter._tickLevels[0]
    assert drawn(chart) == []


def test_a_reference_comes_and_goes(chart: Chart) -> None:
    chart.show_curves([curve(60, 61)])
    chart.show_reference(62.0, "laboratory")
    assert chart._reference.isVisible()
    assert (62.0, "laboratory") in chart._gutter._tickLevels[0]
    chart.show_reference(None)
    assert not chart._reference.isVisible()
    assert [name for _, name in chart._gutter._tickLevels[0]] == ["left"]


def test_a_reference_has_a_scale_of_its_own_only_while_it_is_given(chart: Chart) -> None:
    chart.show_curves([curve(60, 61)])
    chart.show_reference(50.0, "stiffness", {48.0: "30 min", 52.0: "60 min"})
    assert [line.value() for line in chart._scale] == [48.0, 52.0]
    assert all(line.isVisible() for line in chart._scale)
    names = [name for _, name in chart._gutter._tickLevels[0]]
    assert names == ["30 min", "stiffness", "60 min", "left"]
    chart.show_message("nothing", is_empty=True)
    assert not any(line.isVisible() for line in chart._scale)
    chart.show_message("")
    chart.show_reference(50.0, "stiffness", {48.0: "30 min"})
    assert [line.isVisible() for line in chart._scale] == [True, False]
    chart.recolour()
    assert chart._scale[0].pen.color() == chart._colours.line
    chart.show_reference(None)
    assert not any(line.isVisible() for line in chart._scale)


@pytest.mark.usefixtures("large_letters")
def test_names_in_the_gutter_of_large_letters_stand_apart(qtbot: QtBot) -> None:
    chart = Chart(least_span=1.0)
    qtbot.addWidget(chart)
    assert chart._label_gap > LABEL_GAP_PX


def test_the_crosshair_leaves_with_the_pointer_though_the_chart_has_the_keys(
    chart: Chart, qtbot: QtBot
) -> None:
    chart.setFocus(Qt.FocusReason.ShortcutFocusReason)
    chart.point_at(FIRST + 7)
    with qtbot.waitSignal(chart.left):
        QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))


def test_goals_are_named_kept_in_view_and_gone_with_an_empty_chart(chart: Chart) -> None:
    chart.show_curves([curve(60, 61)])
    chart.show_goals([(90.0, "goal 90")])
    assert chart.values_in_view[1] > 90
    assert (90.0, "goal 90") in chart._gutter._tickLevels[0]
    (line,) = chart._goals._items
    assert line.value() == 90
    chart.show_message("Log something.", is_empty=True)
    assert not line.isVisible()
    chart.show_message("")
    assert line.isVisible()
    chart.show_goals([])
    assert chart._goals._items == []


def test_stripes_that_have_not_changed_are_not_touched(chart: Chart) -> None:
    day = np.array([FIRST, FIRST + 7])
    chart.show_stripes([Stripes("left", day, -2.0, np.array([1.0, 0.5]))])
    (item,) = chart._stripes._items
    chart.show_stripes([Stripes("left", day.copy(), -2.0, np.array([1.0, 0.5]))])
    assert chart._stripes._items == [item]
    chart.show_stripes([])
    assert chart._stripes._items == []


def test_ranges_of_values_are_tinted(chart: Chart) -> None:
    chart.show_tints([Tint(0.0, 2.5, "accent", 20), Tint(2.5, 5.5, "muted", 10)])
    low, middle = chart._tints._items
    assert low.getRegion() == (0.0, 2.5)
    assert (middle.brush.color().alpha(), middle.movable) == (10, False)


def thin_line(*values: float, unit: str = "km") -> ThinLine:
    day = 7.0 * np.arange(len(values), dtype=np.float64) + FIRST + 3.5
    return ThinLine("text", day, np.array(values, np.float64), unit)


def gutter_of(chart: Chart) -> dict[str, float]:
    (ticks,) = chart._gutter._tickLevels
    return {name: value for value, name in ticks}


def test_a_thin_line_has_its_own_scale_at_the_right_named_with_its_unit(chart: Chart) -> None:
    chart.show_bars([bars(4.0, 8.0, 12.0)], are_stacked=True)
    chart.show_thin_line(thin_line(20.0, 42.0, 0.0))
    # The highest value stands as high as the highest bar, noughts on one line.
    at = gutter_of(chart)
    assert list(at) == ["0 km", "10 km", "20 km", "30 km", "40 km"]
    assert at["0 km"] == 0
    assert at["40 km"] == pytest.approx(12.0 * 40 / 42)
    top = chart._second.item.mapRectToParent(chart._second.item.boundingRect()).bottom()
    assert top == pytest.approx(12.0, rel=0.05)
    assert chart.values_in_view[0] == 0


def test_a_thin_line_alone_begins_at_nought(chart: Chart) -> None:
    chart.show_thin_line(thin_line(3.0, 5.0, unit="mi"))
    assert chart.values_in_view[0] == 0
    assert list(gutter_of(chart)) == ["0 mi", "2 mi", "4 mi"]


def test_a_thin_line_of_noughts_has_no_scale(chart: Chart) -> None:
    chart.show_thin_line(thin_line(0.0, 0.0))
    assert gutter_of(chart) == {}


def test_a_thin_line_goes_with_its_scale(chart: Chart) -> None:
    chart.show_thin_line(thin_line(3.0, 5.0))
    chart.show_thin_line(None)
    assert gutter_of(chart) == {}
    assert chart._second.item.getData()[0] is None


def test_a_thin_line_that_is_the_same_leaves_the_axis_alone(chart: Chart) -> None:
    chart.show_thin_line(thin_line(3.0, 5.0))
    chart._view.setYRange(0, 99, padding=0)
    chart.show_thin_line(thin_line(3.0, 5.0))
    assert chart.values_in_view[1] == pytest.approx(99)


def test_the_scale_of_a_thin_line_is_that_of_the_days_in_view(chart: Chart) -> None:
    chart.show_thin_line(thin_line(*[8.0] * 10, *[40.0] * 20))
    assert list(gutter_of(chart))[-1] == "8 km"
    chart.show_range(FIRST, FIRST + 200)
    assert list(gutter_of(chart))[-1] == "40 km"


def test_a_thin_line_of_many_weeks_has_a_place_for_some_of_them(chart: Chart) -> None:
    chart.set_bounds(FIRST - 400, FIRST + 4_000)
    chart.show_thin_line(thin_line(*[10.0, 20.0] * 150))
    chart.show_range(FIRST, FIRST + 900)
    assert chart.thin_line_mean_of == 1
    chart.show_range(FIRST, FIRST + 2_100)
    assert chart.thin_line_mean_of == 3
    days, values = chart._second.item.getData()
    assert len(days) == 100
    assert days[0] / 86_400 == FIRST + 10.5  # the middle of three weeks
    assert values[:2].tolist() == pytest.approx([40 / 3, 50 / 3])
    assert list(gutter_of(chart))[-1] == "15 km"
    chart.show_range(FIRST, FIRST + 100)
    assert len(chart._second.item.getData()[0]) == 300


def test_a_thin_line_takes_on_the_colours_of_a_theme(chart: Chart) -> None:
    chart.show_thin_line(thin_line(3.0, 5.0))
    chart.setPalette(make_palette(DARK))
    assert chart._second.item.opts["pen"].color().name() == DARK.text.name()


def test_a_thin_line_of_one_week_is_as_wide_as_its_bar(chart: Chart) -> None:
    chart.show_thin_line(thin_line(12.0))
    days, values = chart._second.item.getData()
    assert ((days / 86_400).tolist(), values.tolist()) == ([FIRST + 0.5, FIRST + 6.5], [12.0, 12.0])


def test_only_a_chart_without_values_has_no_grid(chart: Chart) -> None:
    seen = [chart._value_axis.grid]
    for words, is_empty in (("Log a set.", True), ("", False)):
        chart.show_message(words, is_empty=is_empty)
        seen.append(chart._value_axis.grid)
    assert seen == [GRID, False, GRID]
