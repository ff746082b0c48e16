"""The export dialog: what it would write, what it writes, and how it is told and cancelled."""

import csv
import datetime
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.export_choice import ExportChoice, Form
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import Measurement
from tracker.domain.period import Period
from tracker.domain.run import Run
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.exchange.tables.dialect import Delimiter
from tracker.exchange.tables.ours import OUR_TABLES, TABLE_BY_NAME
from tracker.exchange.tables.sets import SETS
from tracker.exchange.tables.table import AnyTable
from tracker.exchange.tables.tests import TESTS
from tracker.exchange.tables.weekly import WEEKLY
from tracker.ui.files.export_dialog import PREVIEWS, ExportDialog
from tracker.ui.files.export_fields import FORMS
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.period_field import PERIODS

TODAY = datetime.date(2026, 11, 24)
Make = Callable[[], ExportDialog]


def train(logbook: Logbook, ago: int, kg: float = 60.5) -> None:
    session = Session(TODAY - datetime.timedelta(days=ago))
    sets = [
        LoggedSet(session.id, Exercise.SEATED, side, 1, 8, kg, place)
        for place, side in enumerate((Side.LEFT, Side.RIGHT))
    ]
    logbook.apply(Change.adding(session, *sets), "train")


def feel(logbook: Logbook) -> None:
    """Record a symptom a week ago; a test, a measurement, an event and a run today; and a goal."""
    symptom = Symptom(TODAY - datetime.timedelta(days=7), Moment.AFTER, Side.LEFT, pain=2)
    test = HeelRaiseTest(TODAY, Exercise.STANDING, Side.LEFT, 25)
    beside = Measurement(TODAY, "visa_a", 80.0), Event(TODAY, EventKind.RACE), Run(TODAY, 10.0)
    goal = Goal(GoalKind.DIFFERENCE_PERCENT, Exercise.SEATED, 5.0)
    logbook.apply(Change.adding(symptom, test, *beside, goal), "feel")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "for the physio"


@pytest.fixture
def make(logbook: Logbook, settings: Settings, faults: Faults, folder: Path, qtbot: QtBot) -> Make:
    def made() -> ExportDialog:
        dialog = ExportDialog(logbook, settings, faults, lambda: TODAY)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # read after it closed
        qtbot.addWidget(dialog)
        dialog.fields.folder.setText(str(folder))
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


def click_box(dialog: ExportDialog, table: AnyTable) -> None:
    QTest.mouseClick(dialog.fields.tables[table], Qt.MouseButton.LeftButton)


def export(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Press the button and wait until the dialog is idle again."""
    click(dialog.write)
    qtbot.waitUntil(lambda: dialog._job is None)


def dates(path: Path, delimiter: str = ",") -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["date"] for row in csv.DictReader(file, delimiter=delimiter)]


def range_of(dialog: ExportDialog) -> tuple[datetime.date, datetime.date]:
    first, last = dialog.fields.period.first.date(), dialog.fields.period.last.date()
    return (
        datetime.date(first.year(), first.month(), first.day()),
        datetime.date(last.year(), last.month(), last.day()),
    )


# What would be written


def show(dialog: ExportDialog, name: str) -> None:
    """Choose which file is previewed."""
    click(dialog.previewed._group.button(PREVIEWS.index(name)))  # type: ignore[arg-type]


def write_as(dialog: ExportDialog, form: Form) -> None:
    click(dialog.fields.form._group.button(FORMS.index(form)))  # type: ignore[arg-type]


@pytest.mark.parametrize("table", OUR_TABLES, ids=lambda table: table.name)
def test_the_preview_is_the_beginning_of_the_file_chosen(
    dialog: ExportDialog, logbook: Logbook, folder: Path, qtbot: QtBot, table: AnyTable
) -> None:
    feel(logbook)
    click(dialog.fields.period.range._group.button(3))  # type: ignore[arg-type]
    show(dialog, table.name)
    lines = dialog.preview.toPlainText().splitlines()
    export(dialog, qtbot)
    written = (folder / table.name).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) > 1
    assert written[: len(lines)] == lines


def test_a_file_without_rows_says_so(dialog: ExportDialog) -> None:
    assert dialog.fields.tables[SETS].text() == "sets.csv"
    assert dialog.fields.tables[TESTS].text() == "tests.csv (empty)"
    show(dialog, TESTS.name)
    assert "Nothing in these days" in dialog.preview.toPlainText()
    assert dialog.write.isEnabled()


def test_only_files_that_would_be_written_can_be_looked_at(dialog: ExportDialog) -> None:
    def offered() -> list[str]:
        shown = zip(PREVIEWS, dialog.previewed._group.buttons(), strict=True)
        return [name for name, button in shown if button.isVisible()]

    assert offered() == list(TABLE_BY_NAME)
    click_box(dialog, SETS)
    assert offered() == list(TABLE_BY_NAME)[1:]
    assert dialog.preview.toPlainText().startswith("session_id,date,time,dur")
    write_as(dialog, Form.ARCHIVE)
    assert offered() == [*list(TABLE_BY_NAME)[1:], "README.txt"]
    write_as(dialog, Form.JSON)
    assert offered() == []


def test_the_explanation_in_an_archive_can_be_read(dialog: ExportDialog) -> None:
    write_as(dialog, Form.ARCHIVE)
    show(dialog, "README.txt")
    assert "sets.csv: one row a set" in dialog.preview.toPlainText()
    click_box(dialog, SETS)
    assert "sets.csv: one row a set" not in dialog.preview.toPlainText()


def test_the_preview_follows_the_choices_at_once(dialog: ExportDialog) -> None:
    dialog.fields.unit.setCurrentText("lb")
    assert "external_lb" in dialog.preview.toPlainText()
    dialog.fields.delimiter.setCurrentIndex(1)
    assert "133,38" in dialog.preview.toPlainText()
    dialog.fields.delimiter.setCurrentIndex(2)
    assert "session_id\tdate" in dialog.preview.toPlainText()
    show(dialog, WEEKLY.name)
    assert dialog.preview.toPlainText().startswith("iso_week\t")


def test_days_without_sets_leave_nothing_to_write(dialog: ExportDialog) -> None:
    dialog.fields.period.first.setDate(QDate(2026, 11, 1))
    dialog.fields.period.last.setDate(QDate(2026, 11, 2))
    assert "Nothing in these days" in dialog.preview.toPlainText()
    assert not dialog.write.isEnabled()


def test_an_empty_log_leaves_nothing_to_write(make: Make) -> None:
    assert not make().write.isEnabled()


def test_no_file_chosen_leaves_nothing_to_write(dialog: ExportDialog) -> None:
    for box in dialog.fields.tables.values():
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert not dialog.write.isEnabled()
    assert dialog.preview.toPlainText() == ""
    assert not dialog.previewed.isVisible()


# Where


def test_files_that_are_there_are_named_and_the_button_says_replace(
    dialog: ExportDialog, folder: Path
) -> None:
    assert dialog.write.text() == "Export"
    folder.mkdir()
    (folder / "sets.csv").write_text("old")
    dialog.fields.folder.setText(f"{folder}/")
    assert "sets.csv will be replaced" in dialog.message.text()
    assert dialog.write.text() == "Replace"
    click_box(dialog, SETS)
    assert dialog.write.text() == "Export"
    assert dialog.message.text() == ""


@pytest.mark.parametrize("text", ["~", "~/x", "~nobody/x", "", "x" * 5000, "a\0b"])
def test_any_folder_may_be_typed(dialog: ExportDialog, text: str) -> None:
    dialog.fields.folder.setText(text)
    assert dialog.write.text() in ("Export", "Replace")


# Writing


def test_the_files_are_written_and_counted(
    dialog: ExportDialog, folder: Path, qtbot: QtBot
) -> None:
    export(dialog, qtbot)
    assert len(dates(folder / "sets.csv")) == 6
    rows = dict.fromkeys(TABLE_BY_NAME, 0) | {"sets.csv": 6, "sessions.csv": 3, "weekly.csv": 6}
    counts = ", ".join(f"{name}: {count} rows" for name, count in rows.items())
    assert dialog.message.text() == f"Saved: {counts}, in {folder}"
    assert not dialog.progress.isVisible()
    assert dialog.isVisible()


def test_only_the_days_chosen_are_written(dialog: ExportDialog, folder: Path, qtbot: QtBot) -> None:
    dialog.fields.period.first.setDate(QDate(2026, 9, 25))
    dialog.fields.period.last.setDate(QDate(2026, 9, 25))
    export(dialog, qtbot)
    assert dates(folder / "sets.csv") == ["2026-09-25"] * 2


def test_only_the_files_chosen_are_written(
    dialog: ExportDialog, folder: Path, qtbot: QtBot
) -> None:
    for table in OUR_TABLES:
        if table is not WEEKLY:
            click_box(dialog, table)
    export(dialog, qtbot)
    assert [path.name for path in folder.iterdir()] == ["weekly.csv"]


def test_one_archive_is_written_and_counted(
    dialog: ExportDialog, folder: Path, qtbot: QtBot
) -> None:
    write_as(dialog, Form.ARCHIVE)
    assert dialog.message.text() == "The file will be called soleus-2026-11-24.zip."
    export(dialog, qtbot)
    path = folder / "soleus-2026-11-24.zip"
    assert list(folder.iterdir()) == [path]
    assert dialog.message.text().startswith("Saved: sets.csv: 6 rows, ")
    assert dialog.message.text().endswith(f", in {path}")
    assert dialog.write.text() == "Replace"


def test_the_whole_log_is_written_as_json(dialog: ExportDialog, folder: Path, qtbot: QtBot) -> None:
    write_as(dialog, Form.JSON)
    shown = dialog.preview.toPlainText().splitlines()
    assert shown[:2] == ["{", ' "format": "soleus-log",']
    export(dialog, qtbot)
    assert dialog.message.text() == f"Saved: soleus-2026-11-24.json: 9 entries, in {folder}"
    written = (folder / "soleus-2026-11-24.json").read_text(encoding="utf-8").splitlines()
    assert written[: len(shown) - 1] == shown[:-1]


def test_an_empty_log_can_be_written_as_json(make: Make) -> None:
    dialog = make()
    write_as(dialog, Form.JSON)
    assert dialog.write.isEnabled()


def test_the_delimiter_chosen_is_written(dialog: ExportDialog, folder: Path, qtbot: QtBot) -> None:
    dialog.fields.delimiter.setCurrentIndex(dialog.fields.delimiter.findData(Delimiter.SEMICOLON))
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
    dialog.fields.folder.setText(str(tmp_path / "file" / "deeper"))
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
        dialog.fields.unit.setCurrentText("lb")


class Slow:
    """An export that goes on until cancelled, and records that it was cleaned up."""

    def __init__(self) -> None:
        self.begun, self.tidied = threading.Event(), threading.Event()

    def writing(self, *_: Any) -> Generator[float, None, dict[str, int]]:
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
    monkeypatch.setattr(ExportChoice, "writing", slow.writing)
    yield slow
    assert not any(thread.name == "job" for thread in threading.enumerate())


def test_progress_is_shown_and_nothing_else_can_be_chosen_meanwhile(
    dialog: ExportDialog, slow: Slow, qtbot: QtBot
) -> None:
    click(dialog.write)
    assert dialog.write.text() == "Cancel"
    assert not dialog.fields.unit.isEnabled()
    qtbot.waitUntil(lambda: dialog.progress.value() == 500)
    assert dialog.progress.isVisible()
    click(dialog.write)
    qtbot.waitUntil(lambda: dialog._job is None)
    assert dialog.fields.unit.isEnabled()
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
    def faulty(*_: Any) -> Generator[float, None, dict[str, int]]:
        yield 0.1
        raise ZeroDivisionError

    monkeypatch.setattr(ExportChoice, "writing", faulty)
    with qtbot.captureExceptions() as exceptions:
        export(dialog, qtbot)
    assert [kind for kind, _, _ in exceptions] == [ZeroDivisionError]


def test_tab_goes_from_top_to_bottom(dialog: ExportDialog) -> None:
    fields = dialog.fields
    form, shown = (control._group.button(0) for control in (fields.form, dialog.previewed))
    range_ = fields.period.range._group.button(PERIODS.index(Period.ALL))
    order = [
        form,
        *fields.tables.values(),
        range_,
        fields.period.first,
        fields.period.last,
        fields.unit,
    ]
    order += [fields.delimiter, fields.folder, fields.browse, shown, dialog.preview]
    form.setFocus()
    passed = [dialog.focusWidget()]
    while not dialog.buttons.isAncestorOf(dialog.focusWidget()):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        if dialog.focusWidget() is not passed[-1]:  # a day takes Tab for its month and year too
            passed.append(dialog.focusWidget())
    assert passed[:-1] == order


def test_every_control_has_a_name(dialog: ExportDialog) -> None:
    for control in (
        dialog.fields.period.first,
        dialog.fields.period.last,
        dialog.fields.period.range,
        dialog.fields.unit,
        dialog.fields.delimiter,
        dialog.fields.folder,
        dialog.preview,
        dialog.previewed,
        dialog.fields.form,
    ):
        assert control.accessibleName()
