"""The size of a dialog: as large as its letters ask for, but within the screen."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from tracker.app.theme import for_letters

AROUND: Final = QSize(4, 40)  # what a desktop puts around a window, its title bar above all


def room_for(window: QWidget) -> QSize:
    """Give how large a window may be, on its screen, with what a desktop puts around it."""
    return window.screen().availableSize() - AROUND


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size that was drawn up for usual letters; it may be made another."""
    metrics = dialog.fontMetrics()
    size = QSize(for_letters(width, metrics), for_letters(height, metrics))
    dialog.resize(size.boundedTo(room_for(dialog)))


def fit_width(dialog: QDialog, width: int) -> None:
    """Give a dialog a width that was drawn up for usual letters, and that stays."""
    needed = max(for_letters(width, dialog.fontMetrics()), dialog.minimumSizeHint().width())
    dialog.setFixedWidth(min(needed, room_for(dialog).width()))


def fit_height(dialog: QDialog) -> None:
    """Make a dialog as high as its wrapped words need at its width.

    By itself it is made so only when it is first shown, and with large letters not even then: Qt
    gives it two thirds of the screen at most.
    """
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        needed = layout.totalHeightForWidth(dialog.width())
        dialog.resize(dialog.width(), min(needed, room_for(dialog).height()))
