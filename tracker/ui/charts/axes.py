"""The axes of a chart: time on UTC midnights, and values in the page's own words."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from pyqtgraph.graphicsItems.DateAxisItem import MONTH_DAY_ZOOM_LEVEL, YEAR_MONTH_ZOOM_LEVEL
from PySide6.QtCore import QDateTime, QLocale, QTimeZone

DAY_S: Final = 86_400


def seconds_of(day: Any) -> Any:
    return day * float(DAY_S)


class TimeAxis(pg.DateAxisItem):  # type: ignore[misc]
    """Days, months and years in the reader's language, on UTC midnights (or days would shift)."""

    def __init__(self) -> None:
        super().__init__("bottom", utcOffset=0)
        self.zoomLevels.clear()
        self.zoomLevels.update({np.inf: YEAR_MONTH_ZOOM_LEVEL, 5.0 * DAY_S: MONTH_DAY_ZOOM_LEVEL})

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:
        days = spacing / DAY_S
        form = "yyyy" if days > 300 else "MMM" if days > 27 else "d"
        return [
            QLocale().toString(QDateTime.fromSecsSinceEpoch(round(at), QTimeZone.utc()), form)
            for at in values
        ]


class ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """Values as the page writes them."""

    def __init__(self) -> None:
        super().__init__("left")
        self.write: Callable[[float], str] = str

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        return [self.write(value) for value in values]
