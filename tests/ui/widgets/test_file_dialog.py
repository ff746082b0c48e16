"""The dialog that asks for one file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFileSystemModel,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.app.test_theme import contrast
from tracker.app.theme import DARK, LIGHT, Colours, make_palette
from tracker.ui.widgets.file_dialog import BUTTON_ICONS, documents, file_dialog
from tracker.ui.widgets.icons import icon


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


def test_it_begins_where_it_is_told_to_and_goes_when_it_is_closed(
    owner: QWidget, tmp_path: Path
) -> None:
    dialog = file_dialog(owner, "Choose a file", tmp_path)
    assert dialog.windowTitle() == "Choose a file"
    assert Path(dialog.directory().absolutePath()) == tmp_path
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def test_it_begins_in_the_documents_and_never_where_the_program_was_started(
    owner: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in (None, tmp_path / "gone"):
        dialog = file_dialog(owner, "Choose a file", folder)
        assert Path(dialog.directory().absolutePath()) == documents()
    assert documents() != tmp_path


def test_who_has_no_documents_begins_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(tmp_path))
    assert documents() == tmp_path
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(tmp_path / "gone"))
    assert documents() == Path.home()


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_its_icons_are_ours_and_readable_in_both_themes(
    owner: QWidget, qapp: QApplication, colours: Colours, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    before = qapp.palette()
    qapp.setPalette(make_palette(colours))
    try:
        dialog = file_dialog(owner, "Choose a file", tmp_path)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        for name in BUTTON_ICONS:
            button = dialog.findChild(QToolButton, name)
            assert isinstance(button, QToolButton)
            image = button.icon().pixmap(button.iconSize()).toImage()
            pixels = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
            assert max(contrast(each, colours.card) for each in pixels if each.alpha() > 250) >= 3
            disabled = button.icon().pixmap(button.iconSize(), QIcon.Mode.Disabled)
            assert disabled.toImage() != image
        shown = dialog.findChild(QTreeView, "treeView")
        assert isinstance(shown, QTreeView)
        model = shown.model()
        assert isinstance(model, QFileSystemModel)
        drawn = []
        for name in ("folder", "file"):
            option = QStyleOptionViewItem()
            index = model.index(str(tmp_path / name))
            shown.itemDelegate().initStyleOption(option, index)  # type: ignore[attr-defined]
            drawn.append(option.icon.pixmap(20).toImage())
        assert drawn == [icon(n, colours.muted).pixmap(20).toImage() for n in ("folder", "file")]
    finally:
        qapp.setPalette(before)
