"""Icons: one set of line drawings, tinted by the palette."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from tracker.app.resources import icon_file
from tracker.app.theme import for_letters

SIZE = 20
_SCALES = (1, 2)


def fit_icon(button: QAbstractButton) -> None:
    """Scale a button's icon with the size of its letters."""
    side = for_letters(button.iconSize().height(), button.fontMetrics())
    button.setIconSize(QSize(side, side))


def icon(name: str, colour: QColor) -> QIcon:
    """Draw an icon from ``resources/icons`` in a colour, sharp at 100 and 200 %."""
    drawing = icon_file(name).read_bytes().replace(b"currentColor", colour.name().encode())
    renderer = QSvgRenderer(QByteArray(drawing))
    drawn = QIcon()
    for scale in _SCALES:
        pixmap = QPixmap(QSize(SIZE, SIZE) * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        drawn.addPixmap(pixmap)
    return drawn
