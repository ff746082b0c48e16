"""Charts over days: lines, points, bands, bars, crosshair; only this room uses pyqtgraph."""

from tracker.ui.charts.chart import Chart
from tracker.ui.charts.numbers import Numbers, NumbersRow, numbers_rows
from tracker.ui.charts.plain_svg import for_every_reader
from tracker.ui.charts.series import (
    Bars,
    Curve,
    Line,
    PointKind,
    Points,
    Spell,
    Stripes,
    ThinLine,
    Tint,
)

__all__ = [
    "Bars",
    "Chart",
    "Curve",
    "Line",
    "Numbers",
    "NumbersRow",
    "PointKind",
    "Points",
    "Spell",
    "Stripes",
    "ThinLine",
    "Tint",
    "for_every_reader",
    "numbers_rows",
]
