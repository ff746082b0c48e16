"""Icons: one set of line drawings, tinted by the palette."""

from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from tracker.app.resources import icon_file
from tracker.app.theme import for_letters

SIZE = 20
ON_BUTTON: Final = 16  # the side of an icon on a button with usual letters
_SCALES = (1, 2)


def show_icon(button: QAbstractButton, name: str, colour: QColor) -> None:
    """Show an icon on a button, scaled with the size of its letters."""
    side = for_letters(ON_BUTTON, button.fontMetrics())
    button.setIconSize(QSize(side, side))
    button.setIcon(icon(name, colour, side))


def icon(name: str, colour: QColor, side: int = SIZE) -> QIcon:
    """Draw an icon from ``resources/icons`` in a colour, sharp at 100 and 200 %.

    Args:
        name: Of its file.
        colour: Of its lines.
        side: The width and height it will be shown at. Qt shows an icon smaller than it was drawn,
            but never larger.
    """
    drawing = icon_file(name).read_bytes().replace(b"currentColor", colour.name().encode())
    renderer = QSvgRenderer(QByteArray(drawing))
    drawn = QIcon()
    for scale in _SCALES:
        pixmap = QPixmap(QSize(side, side) * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        drawn.addPixmap(pixmap)
    return drawn
