"""Lines drawn stroke by stroke."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from tracker.ui.charts.strokes import StrokedLine, strokes

Stroke = tuple[tuple[float, float], tuple[float, float]]
SOLID: tuple[float, ...] = ()


def cut(
    x: Sequence[float],
    y: Sequence[float],
    *pattern: float,
    gaps: tuple[int, ...] = (),
    width: float = 2.0,
) -> list[Stroke]:
    joined = np.ones(max(len(x) - 1, 0), np.bool_)
    joined[list(gaps)] = False
    ends = strokes(np.array(x), np.array(y), joined, width, np.array(pattern))
    points = [(round(across, 6), round(up, 6)) for across, up in zip(*ends, strict=True)]
    return list(zip(points[::2], points[1::2], strict=True))


def test_places_on_one_straight_line_are_one_stroke() -> None:
    assert cut([0, 3, 10], [5, 5, 5]) == [((0, 5), (10, 5))]
    assert cut([0, 3, 9], [0, 2, 6]) == [((0, 0), (9, 6))]


def test_strokes_reach_beyond_their_bend_to_where_their_outer_edges_meet() -> None:
    # 3-4-5 up, then along: the bend's cosine is 0.6, half its tangent (1 - 0.6) / 0.8.
    assert cut([0, 30, 80], [0, 40, 40], width=4.0) == [
        ((0, 0), (30 + 0.6, 40 + 0.8)),
        ((30 - 1, 40), (80, 40)),
    ]


def test_at_a_sharp_bend_half_the_width_is_enough() -> None:
    up, down = cut([0, 3, 6], [0, 400, 0], width=2.0)
    assert np.hypot(up[1][0] - 3, up[1][1] - 400) == pytest.approx(1.0)
    assert np.hypot(down[0][0] - 3, down[0][1] - 400) == pytest.approx(1.0)


def test_at_a_slight_bend_strokes_overlap_by_a_pixel() -> None:
    first, second = cut([0, 100, 200], [0, 0, 1])
    assert first[1] == pytest.approx((100.5, 0))
    assert second[0] == pytest.approx((99.5, 0), abs=0.01)


def test_nothing_reaches_into_a_gap() -> None:
    assert cut([0, 10, 20, 30], [0, 0, 9, 9], gaps=(1,)) == [((0, 0), (10, 0)), ((20, 9), (30, 9))]


def test_dashes_run_on_round_a_bend_and_begin_anew_after_a_gap() -> None:
    found = cut([0, 10, 10.0001, 30, 40], [0, 0, 10, 10, 10], 4, 2, gaps=(2,), width=0.0)
    across = [stroke for stroke in found if stroke[1][1] == stroke[0][1] == 0]
    up = [stroke for stroke in found if stroke[0][1] != stroke[1][1]]
    after = [stroke for stroke in found if stroke[0][1] == stroke[1][1] == 10]
    assert across == [((0, 0), (4, 0)), ((6, 0), (10.5, 0))]  # half a pixel beyond the bend
    # The dash that ended at the bend was whole: two of gap, four of dash, and so on.
    assert [(a[1], b[1]) for a, b in up] == [(2, 6), (8, 10)]
    assert after == [((30, 10), (34, 10)), ((36, 10), (40, 10))]


def test_a_pattern_may_have_dashes_of_several_lengths() -> None:
    found = cut([0, 20], [0, 0], 7, 2, 1, 2)
    assert [(a[0], b[0]) for a, b in found] == [(0, 7), (9, 10), (12, 19)]


@pytest.mark.parametrize("pattern", [SOLID, (4.0, 2.0)])
def test_a_line_of_no_strokes_is_none(pattern: tuple[float, ...]) -> None:
    assert cut([], [], *pattern) == []
    assert cut([3], [4], *pattern) == []
    assert cut([3, 5], [4, 4], *pattern, gaps=(0,)) == []


# Painted


@pytest.fixture
def line(plot: pg.PlotItem) -> StrokedLine:
    line = StrokedLine()
    plot.addItem(line)
    line.setPen(pg.mkPen("black", width=2))
    return line


def painted(line: StrokedLine, transform: QTransform | None = None) -> QImage:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setWorldTransform(transform or QTransform())
    line.paint(painter, None)
    painter.end()
    return image


def darkness(image: QImage, row: int) -> list[float]:
    return [1 - image.pixelColor(x, row).lightnessF() for x in range(image.width())]


def test_a_line_is_as_dark_at_its_places_as_between_them(line: StrokedLine) -> None:
    line.setData(np.array([5.0, 20.3, 33.8, 50.0]), np.array([20.0, 20.0, 20.001, 20.0]))
    assert darkness(painted(line), 20)[6:49] == pytest.approx([1.0] * 43, abs=0.02)


def test_a_line_that_is_scaled_is_as_thick_and_its_dashes_are_as_long(line: StrokedLine) -> None:
    pen = pg.mkPen("black", width=2)
    pen.setDashPattern([5.0, 2.5])
    line.setPen(pen)
    line.setData(np.array([5.0, 50.0]), np.array([20.0, 20.0]))
    usual = painted(line)
    line.setData(np.array([5e6, 50e6]), np.array([2.0, 2.0]))
    assert painted(line, QTransform.fromScale(1e-6, 10.0)) == usual
    # Ten pixels of line, five of none.
    dark = darkness(usual, 20)
    assert [dark[x] for x in (6, 14, 16, 19, 21, 29, 31)] == pytest.approx([1, 1, 0, 0, 1, 1, 0])


def test_the_shadow_lies_below_its_line(line: StrokedLine) -> None:
    line.setShadowPen(pg.mkPen("red", width=8))
    line.setData(np.array([5.0, 50.0]), np.array([20.0, 20.0]))
    image = painted(line)
    assert image.pixelColor(30, 20) == QColor("black")
    assert image.pixelColor(30, 23) == QColor("red")


def test_places_not_joined_have_nothing_between(line: StrokedLine) -> None:
    x, y = np.array([5.0, 20.0, 35.0, 50.0]), np.full(4, 20.0)
    line.setData(x, y, connect=np.array([1, 0, 1, 0], np.int32))
    dark = darkness(painted(line), 20)
    assert (dark[10], dark[27], dark[40]) == (1, 0, 1)


def test_no_line_paints_nothing(line: StrokedLine) -> None:
    blank = painted(line)
    assert blank.pixelColor(30, 20) == QColor("white")
    line.setData(np.array([5.0]), np.array([20.0]))
    assert painted(line) == blank


def test_in_a_file_of_shapes_a_dashed_line_is_one_line_with_dashes(line: StrokedLine) -> None:
    pen = pg.mkPen("black", width=2)
    pen.setDashPattern([5.0, 2.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    line.setPen(pen)
    line.setData(np.arange(0.0, 60.0, 20.0), np.array([0.0, 30.0, 10.0]))
    content = QByteArray()
    buffer = QBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    line.setExportMode(True, {"antialias": True})
    painter = QPainter(generator)
    line.paint(painter, None)
    painter.end()
    line.setExportMode(False)
    svg = bytes(content.data()).decode()
    assert svg.count("<path") + svg.count("<polyline") == 1
    assert "stroke-dasharray" in svg


@pytest.mark.parametrize("ratio", [1, 2])
def test_a_line_is_as_thick_on_a_fine_screen(qapp: QApplication, ratio: int) -> None:
    line = StrokedLine()
    line.setData(np.array([0.0, 20.0]), np.array([10.0, 10.0]), pen=pg.mkPen("#000000", width=4))
    image = QImage(20 * ratio, 20 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    line.paint(painter, None)
    painter.end()
    across = [image.pixelColor(10 * ratio, y).lightness() < 128 for y in range(20 * ratio)]
    assert sum(across) == 4 * ratio
