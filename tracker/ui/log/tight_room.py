"""Makes the Log page scroll, rather than be cut off, if letters are large for its window."""

from typing import Final

from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

# The page's size, in average letters and in lines.
LEAST_LETTERS: Final = 84  # below this width, the details of a set go below the tables
LEAST_LINES: Final = 27  # below this height, a table would show only one row
USUAL_LINES: Final = 34  # below this height, what is on the page comes closer together


def is_narrow(page: QWidget) -> bool:
    """Tell whether a page is too narrow for two tables with a set's details beside them."""
    return page.width() < LEAST_LETTERS * page.fontMetrics().averageCharWidth()


def is_low(page: QWidget, above: int = 0) -> bool:
    """Tell whether a page is too low for everything on it, one below the other.

    Args:
        page: The page.
        above: The height of what is above the session, in pixels.
    """
    return page.height() - above < LEAST_LINES * page.fontMetrics().height()


def is_tight(page: QWidget, above: int = 0) -> bool:
    """Tell whether the tables of a page need the room between its parts; see ``is_low``."""
    return page.height() - above < USUAL_LINES * page.fontMetrics().height()


# Named through QtWidgets below, because PySide creates a Qt class the first time it is named, and
# most windows start without this one.


def let_scroll(page: QWidget) -> "QtWidgets.QScrollArea":
    """Move everything laid out on a page into a scroll area, and return that."""
    inside, area = QWidget(page), QtWidgets.QScrollArea(page)
    inside.setObjectName("page")
    inside.setMinimumWidth(1)  # lets it be as narrow as the page
    layout = page.layout()
    if layout is not None:
        inside.setLayout(layout)  # which takes it, with its widgets, from the page
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
    """Scroll an area to a table cell in it, and to the pixels below the cell."""
    cell = table.visualRect(index)
    inside = area.widget()
    if inside is None:
        return
    at = table.viewport().mapTo(inside, cell.center())
    area.ensureVisible(at.x(), at.y(), 0, cell.height() // 2 + below)
