"""The file dialog, made the same way for everything that asks for a file."""

from functools import cache
from pathlib import Path
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import Qt

from tracker.app.theme import colours_of
from tracker.ui.widgets.icons import icon, show_icon

# Our icons for the buttons of Qt's dialog, by their names there; and its lists of files.
BUTTON_ICONS: Final = {
    "backButton": "previous",
    "forwardButton": "next",
    "toParentButton": "up",
    "newFolderButton": "new_folder",
    "listModeButton": "tiles",
    "detailModeButton": "lines",
}
VIEWS: Final = ("listView", "treeView", "sidebar")

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
    _use_our_icons(dialog)
    return dialog


def _use_our_icons(dialog: "QtWidgets.QFileDialog") -> None:
    """Replace Qt's icons by ours: its coloured ones are of no theme, and black in a dark one.

    The icons of files are replaced where they are painted: asked for one, Qt's own provider of
    icons would call Python from a thread of the dialog's.
    """
    colours = colours_of(QtWidgets.QApplication.palette())
    for name, drawing in BUTTON_ICONS.items():
        button = dialog.findChild(QtWidgets.QToolButton, name)
        if isinstance(button, QtWidgets.QToolButton):  # not in a dialog of the system's
            show_icon(button, drawing, colours.text)
            shown, quiet = button.icon(), icon(drawing, colours.border, button.iconSize().width())
            for size in quiet.availableSizes():
                shown.addPixmap(quiet.pixmap(size), QtGui.QIcon.Mode.Disabled)
            button.setIcon(shown)
    drawn = {kind: icon(kind, colours.muted) for kind in ("folder", "file")}
    delegate = _delegate_class()(dialog)
    delegate.setProperty("drawn", drawn)
    for view in dialog.findChildren(QtWidgets.QAbstractItemView):
        if view.objectName() in VIEWS:
            view.setItemDelegate(delegate)
    places = dialog.findChild(QtWidgets.QComboBox, "lookInCombo")
    if isinstance(places, QtWidgets.QComboBox):  # which paints its current place by itself
        places.setIconSize(QtCore.QSize(0, 0))


@cache
def _delegate_class() -> type["QtWidgets.QStyledItemDelegate"]:
    class Delegate(QtWidgets.QStyledItemDelegate):
        """Paints files and folders with the icons in its property ``drawn``."""

        def initStyleOption(
            self,
            option: QtWidgets.QStyleOptionViewItem,
            index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,
        ) -> None:
            super().initStyleOption(option, index)
            if not option.icon.isNull():
                model = index.model()
                is_file = isinstance(model, QtWidgets.QFileSystemModel) and not model.isDir(index)
                option.icon = self.property("drawn")["file" if is_file else "folder"]

    return Delegate
