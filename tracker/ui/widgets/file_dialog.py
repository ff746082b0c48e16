"""The dialog that asks for a file, as everything that asks for one makes it."""

from pathlib import Path

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import Qt

# What only a dialog opened takes is named there: PySide makes a class of Qt's when it is first
# named, and the start need not wait for it.


def documents() -> Path:
    """Give the folder where the runner's documents lie, or else the home."""
    paths = QtCore.QStandardPaths
    folder = Path(paths.writableLocation(paths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def file_dialog(
    parent: QtWidgets.QWidget, title: str, folder: Path | None = None
) -> "QtWidgets.QFileDialog":
    """Make a dialog that asks for a file, and goes when it is closed.

    Args:
        parent: Over which window.
        title: What the file is for.
        folder: Where it begins; where that is none, in the runner's documents: left to itself, Qt
            begins wherever the program was started from.
    """
    known = folder is not None and folder.is_dir()
    dialog = QtWidgets.QFileDialog(parent, title, str(folder if known else documents()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
