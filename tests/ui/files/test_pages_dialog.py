"""What dialogs about pages share; the report and the sheet have their own tests of it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from pytestqt.qtbot import QtBot

from tracker.app.theme import LIGHT
from tracker.report.document import ReportDocument, ReportText
from tracker.ui.files.pages_dialog import PagesDialog
from tracker.ui.widgets.faults import Faults

pytestmark = pytest.mark.usefixtures("english")
TEXT = ReportText("Title", "<p>Hello</p>", {}, "{page} of {pages}", "en", LIGHT.text, LIGHT.muted)


def test_pages_that_cannot_be_written_are_told(
    faults: Faults, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = PagesDialog(faults)
    qtbot.addWidget(dialog)
    dialog.pages.show_document(ReportDocument(TEXT, QPageSize(QPageSize.PageSizeId.A4), dialog))
    with qtbot.waitSignal(faults.told) as told:
        dialog._on_file_selected(str(tmp_path / "missing" / "x.pdf"))
    assert "could not be written" in told.args[0]
    assert dialog.message.text() == ""
    dialog._on_file_selected(str(tmp_path / "x.pdf"))
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF-")


def test_who_has_pages_names_their_file(faults: Faults, qtbot: QtBot) -> None:
    dialog = PagesDialog(faults)
    qtbot.addWidget(dialog)
    with pytest.raises(NotImplementedError):
        _ = dialog._file_name
