"""Dialog sizes: scaled with the font, but never larger than the screen."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from tracker.app.theme import for_letters

AROUND: Final = QSize(4, 40)  # what a desktop adds around a window, mainly its title bar


def room_for(window: QWidget) -> QSize:
    """Return the largest size a window may have on its screen, in pixels, without its frame."""
    return window.screen().availableSize() - AROUND


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Resize a dialog from a size designed for the usual font; the user may resize it."""
    metrics = dialog.fontMetrics()
    size = QSize(for_letters(width, metrics), for_letters(height, metrics))
    dialog.resize(size.boundedTo(room_for(dialog)))


def fit_width(dialog: QDialog, width: int) -> None:
    """Fix a dialog's width, scaled from a width designed for the usual font."""
    needed = max(for_letters(width, dialog.fontMetrics()), dialog.minimumSizeHint().width())
    dialog.setFixedWidth(min(needed, room_for(dialog).width()))


def fit_height(dialog: QDialog) -> None:
    """Make a dialog as high as its wrapped words need at its width.

    Qt does so only when it first shows a dialog, and not even then with large letters: it allows at
    most two thirds of the screen.
    """
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        needed = layout.totalHeightForWidth(dialog.width())
        dialog.resize(dialog.width(), min(needed, room_for(dialog).height()))
