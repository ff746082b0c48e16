"""The veil of a line's ±, by columns of pixels."""

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from tracker.ui.charts.veil import Veil

WIDTH, HEIGHT = 60, 40
BLUE = QColor(0, 0, 255, 30)


@pytest.fixture
def veil(qapp: object) -> Veil:
    veil = Veil()
    veil.setBrush(BLUE)
    return veil


def show(
    veil: Veil, x: list[float], height: list[float], limit: list[float], piece: list[int]
) -> None:
    veil.show_about(np.array(x), np.array(height), np.array(limit), np.array(piece))


def painted(veil: Veil, transform: QTransform | None = None) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setWorldTransform(transform or QTransform())
    veil.paint(painter, QStyleOptionGraphicsItem())
    assert painter.worldTransform() == (transform or QTransform())
    painter.end()
    return image


def rows(image: QImage, column: int) -> list[int]:
    """List the rows of a pixel column inside the band."""
    white = QColor("white")
    return [row for row in range(HEIGHT) if image.pixelColor(column, row) != white]


def test_each_column_is_veiled_from_edge_to_edge_as_the_line_runs_through_it(veil: Veil) -> None:
    show(veil, [10, 30], [10, 30], [4, 4], [0, 0])
    image = painted(veil)
    assert rows(image, 9) == []
    assert rows(image, 10) == list(range(7, 15))  # about 10.5, from 6.5 to 14.5
    assert rows(image, 20) == list(range(17, 25))
    assert rows(image, 29) == list(range(26, 34))
    assert rows(image, 30) == []


def test_no_pixel_is_veiled_twice(veil: Veil) -> None:
    show(veil, [5, 10.2, 10.4, 31.7, 50], [20] * 5, [8] * 5, [0] * 5)
    image = painted(veil)
    assert len({image.pixelColor(x, 20).rgb() for x in range(5, 50)}) == 1


def test_between_pieces_and_where_no_limit_is_known_nothing_is_veiled(veil: Veil) -> None:
    nan = float("nan")
    show(veil, [5, 15, 25, 35, 45, 55], [20] * 6, [5, 5, 5, 5, nan, nan], [0, 0, 1, 1, 1, 1])
    image = painted(veil)
    veiled = [x for x in range(WIDTH) if rows(image, x)]
    assert veiled == [*range(5, 15), *range(25, 35)]


def test_what_lies_beyond_the_picture_is_left_out(veil: Veil) -> None:
    show(veil, [-1e6, 1e6], [20, 20], [5, 5], [0, 0])
    assert all(rows(painted(veil), x) == list(range(15, 25)) for x in range(WIDTH))


def test_a_veil_is_scaled_with_its_chart(veil: Veil) -> None:
    show(veil, [10, 50], [20, 20], [5, 5], [0, 0])
    usual = painted(veil)
    show(veil, [10e6, 50e6], [2, 2], [0.5, 0.5], [0, 0])
    assert painted(veil, QTransform.fromScale(1e-6, 10.0)) == usual
    # As in a chart, whose values go up.
    assert painted(veil, QTransform(1e-6, 0, 0, -10, 0, 40)) == usual


def test_no_veil_paints_nothing(veil: Veil) -> None:
    blank = painted(veil)
    assert not any(rows(blank, x) for x in range(WIDTH))
    show(veil, [10], [20], [5], [0])
    assert painted(veil) == blank


def test_in_a_file_of_shapes_each_piece_is_one_shape(veil: Veil) -> None:
    show(veil, [5, 15, 25, 35], [20] * 4, [5] * 4, [0, 0, 1, 1])
    content = QByteArray()
    buffer = QBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    veil.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    svg = bytes(content.data()).decode()
    assert svg.count("<path") == 1
    assert svg.count("<rect") == 0
