"""Drawings as pictures: of the size asked for, and clear where nothing is drawn."""

import pytest
from PySide6.QtGui import QImage

from tracker.app.drawing import png_of

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2">
<rect width="1" height="2" fill="#ff0000"/></svg>"""


@pytest.mark.parametrize("size", [16, 64])
def test_a_drawing_fills_its_picture_and_leaves_the_rest_clear(size: int) -> None:
    image = QImage.fromData(png_of(DRAWING, size))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(size // 4, size // 2).getRgb() == (255, 0, 0, 255)
    assert image.pixelColor(3 * size // 4, size // 2).alpha() == 0
