"""The export dialog: what it would write, what it writes, and how it is told and cancelled."""

import csv
import datetime
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.csv_tables import Delimiter
from tracker.exchange.exporting import Table
from tracker.ui import export_dialog
from tracker.ui.export_dialog import ExportDialog
from tracker.ui.faults import Faults

TODAY = datetime.date(2026, 11, 24)
Make = Callable[[], ExportDialog]


def train(logbook: Logbook, ago: int, kg: float = 60.5) -> None:
    session = Session(TODAY - datetime.timedelta(days=ago))
    sets = [
        LoggedSet(session.id, Exercise.SEATED, side, 1, 8, kg, place)
        for place, side in enumerate((Side.LEFT, Side.RIGHT))
    ]
    logbook.apply(Change.adding(session, *sets), "train")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "for the physio"


@pytest.fixture
def make(logbook: Logbook, settings: Settings, faults: Faults, folder: Path, qtbot: QtBot) -> Make:
    def made() -> ExportDialog:
        dialog = ExportDialog(logbook, settings, faults, lambda: TODAY)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # read after it closed
        qtbot.addWidget(dialog)
        dialog.folder.setText(str(folder))
        dialog.open()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        return dialog

    return made


@pytest.fixture
def dialog(logbook: Logbook, make: Make) -> ExportDialog:
    for ago in (400, 60, 0):
        train(logbook, ago)
    return make()


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def export(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Press the button and wait until the dialog is idle again."""
    click(dialog.write)
    qtbot.waitUntil(lambda: dialog._job is None)


def dates(path: Path, delimiter: str = ",") -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["date"] for row in csv.DictReader(file, delimiter=delimiter)]


def range_of(dialog: ExportDialog) -> tuple[datetime.date, datetime.date]:
    first, last = dialog.first.date(), dialog.last.date()
    return (
        datetime.date(first.year(), first.month(), first.day()),
        datetime.date(last.year(), last.month(), last.day()),
    )


# What would be written


def test_the_preview_is_the_beginning_of_the_files(
    dialog: ExportDialog, folder: Path, qtbot: QtBot
) -> None:
    shown = dialog.preview.toPlainText().split("\n\n")
    export(dialog, qtbot)
    for table, part in zip(Table, shown, strict=True):
        name, *lines = part.split("\n")
        assert name == f"{table.value}:"
        written = (folder / table).read_text(encoding="utf-8-sig").splitlines()
        assert len(lines) > 1
        assert written[: len(lines)] == lines


def test_the_preview_follows_the_choices_at_once(dialog: ExportDialog) -> None:
    dialog.unit.setCurrentText("lb")
    assert "external_lb" in dialog.preview.toPlainText()
    dialog.delimiter.setCurrentIndex(1)
    assert "133,38" in dialog.preview.toPlainText()
    dialog.delimiter.setCurrentIndex(2)
    assert "session_id\tdate" in dialog.preview.toPlainText()
    QTest.mouseClick(dialog.tables[Table.WEEKLY], Qt.MouseButton.LeftButton)
    assert "weekly.csv" not in dialog.preview.toPlainText()


def test_the_unit_begins_with_the_one_chosen(make: Make, settings: Settings) -> None:
    settings.set_unit(Unit.LB)
    assert make().unit.currentText() == "lb"


def test_the_folder_begins_with_documents(
    logbook: Logbook, settings: Settings, faults: Faults, qtbot: QtBot
) -> None:
    dialog = ExportDialog(logbook, settings, faults, lambda: TODAY)
    qtbot.addWidget(dialog)
    place = QStandardPaths.StandardLocation.DocumentsLocation
    assert dialog.folder.text() == QStandardPaths.writableLocation(place)


@pytest.mark.parametrize(
    ("choice", "days"), [(0, 401), (1, 28), (2, 91), (3, 365)], ids=["all", "4w", "3m", "1y"]
)
def test_a_range_ends_today(dialog: ExportDialog, choice: int, days: int) -> None:
    click(dialog.range._group.button(choice))  # type: ignore[arg-type]
    first, last = range_of(dialog)
    assert last == TODAY
    assert (last - first).days + 1 == days


def test_all_reaches_to_a_session_of_tomorrow(logbook: Logbook, make: Make) -> None:
    train(logbook, -1)
    assert range_of(make()) == (TODAY, TODAY + datetime.timedelta(days=1))


def test_days_without_sets_leave_nothing_to_write(dialog: ExportDialog) -> None:
    dialog.first.setDate(QDate(2026, 11, 1))
    dialog.last.setDate(QDate(2026, 11, 2))
    assert "No sets in these days" in dialog.preview.toPlainText()
    assert not dialog.write.isEnabled()


def test_an_empty_log_leaves_nothing_to_write(make: Make) -> None:
    assert not make().write.isEnabled()


def test_no_file_chosen_leaves_nothing_to_write(dialog: ExportDialog) -> None:
    for box in dialog.tables.values():
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert not dialog.write.isEnabled()


# Where


def test_files_that_are_there_are_named_and_the_button_says_replace(
    dialog: ExportDialog, folder: Path
) -> None:
    assert dialog.write.text() == "Export"
    folder.mkdir()
    (folder / "sets.csv").write_text("old")
    dialog.folder.setText(f"{folder}/")
    assert "sets.csv will be replaced" in dialog.message.text()
    assert dialog.write.text() == "Replace"
    QTest.mouseClick(dialog.tables[Table.SETS], Qt.MouseButton.LeftButton)
    assert dialog.write.text() == "Export"
    assert dialog.message.text() == ""


@pytest.mark.parametrize("text", ["~", "~/x", "~nobody/x", "", "x" * 5000, "a\0b"])
def test_any_folder_may_be_typed(dialog: ExportDialog, text: str) -> None:
    dialog.folder.setText(text)
    assert dialog.write.text() in ("Export", "Replace")


def test_a_tilde_is_the_home_folder(dialog: ExportDialog) -> None:
    dialog.folder.setText("~/logs")
    assert dialog._folder == Path.home() / "logs"
    dialog.folder.setText("~")
    assert dialog._folder == Path.home()


def test_a_folder_is_chosen_in_a_dialog(dialog: ExportDialog, tmp_path: Path) -> None:
    choose = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Choose…")
    click(choose)
    (asked,) = dialog.findChildren(QFileDialog)
    asked.fileSelected.emit(str(tmp_path))
    asked.close()
    assert dialog.folder.text() == str(tmp_path)


# Writing


def test_the_files_are_written_and_counted(
    dialog: ExportDialog, folder: Path, qtbot: QtBot
) -> None:
    export(dialog, qtbot)
    assert len(dates(folder / "sets.csv")) == 6
    assert dialog.message.text() == f"sets.csv: 6 rows, weekly.csv: 6 rows, in {folder}"
    assert not dialog.progress.isVisible()
    assert dialog.isVisible()


def test_only_the_days_chosen_are_written(dialog: ExportDialog, folder: Path, qtbot: QtBot) -> None:
    dialog.first.setDate(QDate(2026, 9, 25))
    dialog.last.setDate(QDate(2026, 9, 25))
    export(dialog, qtbot)
    assert dates(folder / "sets.csv") == ["2026-09-25"] * 2


def test_only_the_files_chosen_are_written(
    dialog: ExportDialog, folder: Path, qtbot: QtBot
) -> None:
    QTest.mouseClick(dialog.tables[Table.SETS], Qt.MouseButton.LeftButton)
    export(dialog, qtbot)
    assert [path.name for path in folder.iterdir()] == ["weekly.csv"]


def test_the_delimiter_chosen_is_written(dialog: ExportDialog, folder: Path, qtbot: QtBot) -> None:
    dialog.delimiter.setCurrentIndex(dialog.delimiter.findData(Delimiter.SEMICOLON))
    export(dialog, qtbot)
    assert len(dates(folder / "sets.csv", ";")) == 6


def test_old_files_are_replaced(dialog: ExportDialog, folder: Path, qtbot: QtBot) -> None:
    folder.mkdir()
    (folder / "sets.csv").write_text("old")
    export(dialog, qtbot)
    assert len(dates(folder / "sets.csv")) == 6


def test_a_folder_that_cannot_be_made_is_told(
    dialog: ExportDialog, tmp_path: Path, faults: Faults, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("in the way")
    dialog.folder.setText(str(tmp_path / "file" / "deeper"))
    with qtbot.waitSignal(faults.told) as told:
        export(dialog, qtbot)
    assert "could not be made" in str(told.args)
    assert "could not be made" in dialog.message.text()
    assert dialog.write.isEnabled()


def test_a_log_that_cannot_be_read_is_told(
    dialog: ExportDialog, logbook: Logbook, faults: Faults, qtbot: QtBot
) -> None:
    def broken() -> list[Session]:
        raise TrackerError("the disk reported an error")

    logbook.database.sessions = broken  # type: ignore[method-assign]
    with qtbot.waitSignal(faults.told):
        dialog.unit.setCurrentText("lb")


class Slow:
    """An export that goes on until it is cancelled, and notes that it was tidied up."""

    def __init__(self) -> None:
        self.begun, self.tidied = threading.Event(), threading.Event()

    def exporting(self, *_: Any) -> Generator[float, None, dict[Table, int]]:
        try:
            while True:
                self.begun.set()
                yield 0.5
                threading.Event().wait(0.005)
        finally:
            self.tidied.set()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow()
    monkeypatch.setattr(export_dialog, "exporting", slow.exporting)
    yield slow
    assert not any(thread.name == "job" for thread in threading.enumerate())


def test_progress_is_shown_and_nothing_else_can_be_chosen_meanwhile(
    dialog: ExportDialog, slow: Slow, qtbot: QtBot
) -> None:
    click(dialog.write)
    assert dialog.write.text() == "Cancel"
    assert not dialog.unit.isEnabled()
    qtbot.waitUntil(lambda: dialog.progress.value() == 500)
    assert dialog.progress.isVisible()
    click(dialog.write)
    qtbot.waitUntil(lambda: dialog._job is None)
    assert dialog.unit.isEnabled()
    assert dialog.write.text() == "Export"


def test_a_cancelled_export_leaves_nothing_behind(
    dialog: ExportDialog, slow: Slow, qtbot: QtBot
) -> None:
    click(dialog.write)
    assert slow.begun.wait(10)
    click(dialog.write)
    qtbot.waitUntil(lambda: dialog._job is None)
    assert slow.tidied.is_set()
    assert "Cancelled" in dialog.message.text()


def test_closing_cancels(dialog: ExportDialog, slow: Slow) -> None:
    click(dialog.write)
    assert slow.begun.wait(10)
    click(dialog.buttons.button(QDialogButtonBox.StandardButton.Close))
    assert slow.tidied.is_set()
    assert not dialog.isVisible()


def test_a_fault_of_ours_is_not_hidden(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def faulty(*_: Any) -> Generator[float, None, dict[Table, int]]:
        yield 0.1
        raise ZeroDivisionError

    monkeypatch.setattr(export_dialog, "exporting", faulty)
    with qtbot.captureExceptions() as exceptions:
        export(dialog, qtbot)
    assert [kind for kind, _, _ in exceptions] == [ZeroDivisionError]


def test_tab_goes_from_top_to_bottom(dialog: ExportDialog) -> None:
    sets, weekly = dialog.tables.values()
    segment = dialog.range._group.button(0)
    fields = [sets, weekly, dialog.first, dialog.last, segment, dialog.unit]
    fields += [dialog.delimiter, dialog.folder, dialog.browse, dialog.preview]
    sets.setFocus()
    passed = [dialog.focusWidget()]
    while not dialog.buttons.isAncestorOf(dialog.focusWidget()):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        if dialog.focusWidget() is not passed[-1]:  # a day takes Tab for its month and year too
            passed.append(dialog.focusWidget())
    assert passed[:-1] == fields


def test_every_control_has_a_name(dialog: ExportDialog) -> None:
    for control in (
        dialog.first,
        dialog.last,
        dialog.range,
        dialog.unit,
        dialog.delimiter,
        dialog.folder,
        dialog.preview,
    ):
        assert control.accessibleName()
