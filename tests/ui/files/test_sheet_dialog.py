"""The sheet of today's session: shown, saved, and refused where there is nothing to fill in."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.ui.files.sheet_dialog import SheetDialog
from tracker.ui.widgets.faults import Faults

pytestmark = pytest.mark.usefixtures("english")

TODAY = datetime.date(2026, 11, 24)
Make = Callable[[], SheetDialog]


@pytest.fixture
def make(logbook: Logbook, settings: Settings, faults: Faults, qtbot: QtBot) -> Make:
    def made() -> SheetDialog:
        dialog = SheetDialog(logbook, settings, faults, lambda: TODAY)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return made


def train(logbook: Logbook) -> None:
    session = Session(TODAY - datetime.timedelta(days=2))
    done = LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
    logbook.apply(Change.adding(session, done), "train")


def test_nothing_to_fill_in_is_refused_in_words(make: Make) -> None:
    with pytest.raises(TrackerError, match="choose a plan"):
        make()


def test_the_sheet_is_shown_and_saved_under_its_day(
    make: Make, logbook: Logbook, tmp_path: Path
) -> None:
    train(logbook)
    dialog = make()
    assert dialog.pages.document is not None
    assert "8 × 60" in dialog.pages.document.plain_text
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    (asked,) = dialog.findChildren(QFileDialog)
    assert Path(asked.selectedFiles()[0]).name == "Session sheet 2026-11-24.pdf"
    path = tmp_path / "sheet.pdf"
    asked.fileSelected.emit(str(path))
    asked.close()
    assert path.read_bytes().startswith(b"%PDF-")
    assert dialog.message.text() == f"Saved as {path}"
