"""The dialog that asks for one file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.file_dialog import documents, file_dialog


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
