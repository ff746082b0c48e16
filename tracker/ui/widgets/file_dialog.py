"""The file dialog, made the same way for everything that asks for a file."""

from pathlib import Path

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import Qt

# Classes that only an opened dialog needs are named inside functions: PySide creates a Qt class the
# first time it is named, and the program's start need not wait for that.


def documents() -> Path:
    """Return the user's documents folder, or the home folder if there is none."""
    paths = QtCore.QStandardPaths
    folder = Path(paths.writableLocation(paths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def file_dialog(
    parent: QtWidgets.QWidget, title: str, folder: Path | None = None
) -> "QtWidgets.QFileDialog":
    """Make a file dialog that is deleted when closed.

    Args:
        parent: The window that it opens over.
        title: What the file is for.
        folder: The folder it starts in; the user's documents if None or missing (Qt itself would
            start in the program's working directory).
    """
    known = folder is not None and folder.is_dir()
    dialog = QtWidgets.QFileDialog(parent, title, str(folder if known else documents()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
