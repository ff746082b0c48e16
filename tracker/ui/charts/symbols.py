"""The shapes of points: full for each leg, strength tests, and bounds with an arrow."""

from typing import Final

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtGui import QPainterPath, QTransform

from tracker.ui.charts.series import PointKind

POINT_PX: Final = 6
SMALL_PX: Final = 5
TEST_PX: Final = 9
ARROW_PX: Final = 18  # twice the distance from the centre to the arrow's tip
_HEAD: Final = 0.13
_TIP: Final = 0.5
_UP: Final = QTransform()
_DOWN: Final = QTransform.fromScale(1.0, -1.0)


def _diamond(size: float) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(0, -size)
    for x, y in ((size, 0), (0, size), (-size, 0)):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def _with_arrow(symbol: str, direction: QTransform) -> QPainterPath:
    """Draw a symbol at its usual size with an arrow, to say "this or more" (or less)."""
    arrow = QPainterPath()
    arrow.moveTo(0, -POINT_PX / ARROW_PX / 2)
    arrow.lineTo(0, -_TIP)
    arrow.moveTo(-_HEAD, -_TIP + _HEAD)
    arrow.lineTo(0, -_TIP)
    arrow.lineTo(_HEAD, -_TIP + _HEAD)
    scale = QTransform.fromScale(POINT_PX / ARROW_PX, POINT_PX / ARROW_PX)
    path: QPainterPath = scale.map(Symbols[symbol])
    path.addPath(direction.map(arrow))
    return path


def _add_symbols() -> None:
    """Register our own symbols with pyqtgraph."""
    Symbols["test o"] = Symbols["test s"] = _diamond(0.5)
    holed = _diamond(0.5)  # colour alone must not tell the legs apart: the right leg's has a hole
    holed.addPath(_diamond(0.2))
    Symbols["test t1"] = holed
    for symbol in ("o", "t1", "s"):
        Symbols[f"up {symbol}"] = _with_arrow(symbol, _UP)
        Symbols[f"down {symbol}"] = _with_arrow(symbol, _DOWN)


_add_symbols()
# Per kind of point: the symbol made from the curve's own, its size in pixels, and if it is hollow.
LOOKS: Final[dict[PointKind, tuple[str, int, bool]]] = {
    PointKind.FULL: ("{}", POINT_PX, False),
    PointKind.TEST: ("test {}", TEST_PX, False),
    PointKind.AT_LEAST: ("up {}", ARROW_PX, True),
    PointKind.AT_MOST: ("down {}", ARROW_PX, True),
    PointKind.SMALL: ("{}", SMALL_PX, True),
}
