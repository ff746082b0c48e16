"""What the Log page does where letters are large for its window: it scrolls, rather than be cut."""

from typing import Final

from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

# Of the page, in letters of a usual width and in lines.
LEAST_LETTERS: Final = 84  # narrower, the details of a set stand below the tables
LEAST_LINES: Final = 27  # lower, a table would show one row


def is_narrow(page: QWidget) -> bool:
    """Tell whether two tables and the details of a set have no room beside each other."""
    return page.width() < LEAST_LETTERS * page.fontMetrics().averageCharWidth()


def is_low(page: QWidget, above: int = 0) -> bool:
    """Tell whether a page has no room for all that stands on it, one below the other.

    Args:
        page: The page.
        above: How high is what stands above the session, in pixels.
    """
    return page.height() - above < LEAST_LINES * page.fontMetrics().height()


# What follows is named through QtWidgets: PySide makes a class of Qt's when it is first named, and
# the start of most windows need not wait for this one.


def let_scroll(page: QWidget) -> "QtWidgets.QScrollArea":
    """Put all that is laid out on a page into an area that scrolls, and give that."""
    inside, area = QWidget(page), QtWidgets.QScrollArea(page)
    inside.setObjectName("page")
    inside.setMinimumWidth(1)  # as wide as the page, and never wider
    layout = page.layout()
    if layout is not None:
        inside.setLayout(layout)  # which takes it from the page, with its widgets
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    outside = QVBoxLayout(page)
    outside.setContentsMargins(0, 0, 0, 0)
    outside.addWidget(area)
    return area


def bring_into_sight(
    area: "QtWidgets.QScrollArea", table: QTableView, index: QModelIndex, below: int
) -> None:
    """Scroll an area to a cell of a table in it, and to what stands below it."""
    cell = table.visualRect(index)
    inside = area.widget()
    if inside is None:
        return
    at = table.viewport().mapTo(inside, cell.center())
    area.ensureVisible(at.x(), at.y(), 0, cell.height() // 2 + below)
