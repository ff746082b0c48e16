"""The report's dialog: its days, its note, its pages, and what is saved and printed."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.files.test_export_dialog import train
from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Side
from tracker.domain.load import Unit
from tracker.domain.session import Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database
from tracker.ui.files.report_dialog import ReportDialog
from tracker.ui.widgets.faults import Faults

TODAY = datetime.date(2026, 11, 24)
Make = Callable[[], ReportDialog]


@pytest.fixture
def make(logbook: Logbook, settings: Settings, faults: Faults, qtbot: QtBot) -> Make:
    def made() -> ReportDialog:
        dialog = ReportDialog(logbook, settings, faults, lambda: TODAY)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # read after it closed
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        return dialog

    return made


@pytest.fixture
def dialog(logbook: Logbook, make: Make) -> ReportDialog:
    for ago in (400, 60, 0):
        train(logbook, ago)
    return make()


def told(dialog: ReportDialog) -> str:
    assert dialog.pages.document is not None
    return dialog.pages.document.plain_text


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(dialog: ReportDialog, choice: int) -> None:
    click(dialog.period.range._group.button(choice))  # type: ignore[arg-type]


# What is shown


def test_three_months_are_shown_at_first(dialog: ReportDialog) -> None:
    assert "26 Aug 2026 – 24 Nov 2026" in told(dialog)
    assert "Sessions\n2, 0.2 a week" in told(dialog)


@pytest.mark.parametrize(
    ("choice", "sessions"), [(0, 1), (1, 2), (2, 2), (3, 3)], ids=["4w", "3m", "1y", "all"]
)
def test_a_range_ends_today(dialog: ReportDialog, choice: int, sessions: int) -> None:
    choose(dialog, choice)
    assert dialog.period.days[1] == TODAY
    assert f"Sessions\n{sessions}, " in told(dialog)


def test_days_may_be_chosen_by_hand(dialog: ReportDialog) -> None:
    dialog.period.first.setDate(QDate(2025, 1, 1))
    dialog.period.last.setDate(QDate(2025, 12, 31))
    assert "1 Jan 2025 – 31 Dec 2025" in told(dialog)


def test_all_reaches_to_symptoms_before_and_after_the_sessions(
    logbook: Logbook, make: Make
) -> None:
    train(logbook, 60)
    days = [TODAY - datetime.timedelta(days=90), TODAY + datetime.timedelta(days=1)]
    felt = [Symptom(day, Moment.NEXT_MORNING, Side.LEFT, pain=1) for day in days]
    logbook.apply(Change.adding(*felt), "felt")
    dialog = make()
    choose(dialog, 3)
    assert dialog.period.days == tuple(days)


def test_days_without_anything_say_what_would_fill_them(dialog: ReportDialog) -> None:
    dialog.period.first.setDate(QDate(2026, 10, 1))
    dialog.period.last.setDate(QDate(2026, 10, 2))
    assert dialog.nothing.isVisible()
    assert "Nothing was logged in these days" in dialog.nothing.text()
    assert not dialog.pages.isVisible()
    assert not dialog.save.isEnabled()
    assert not dialog.print.isEnabled()
    choose(dialog, 3)
    assert dialog.pages.isVisible()
    assert dialog.save.isEnabled()


def test_days_the_wrong_way_round_are_days_without_anything(dialog: ReportDialog) -> None:
    dialog.period.first.setDate(QDate(2027, 1, 1))
    assert dialog.nothing.isVisible()


def test_an_empty_log_says_so(make: Make) -> None:
    assert make().nothing.isVisible()


def test_the_pages_follow_the_note_when_typing_pauses(dialog: ReportDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.note, "Stiff & sore")
    assert "Stiff" not in told(dialog)
    qtbot.waitUntil(lambda: "The runner writes: Stiff & sore" in told(dialog))
    dialog.note.clear()
    qtbot.waitUntil(lambda: "The runner writes" not in told(dialog))


def test_loads_are_in_the_unit_chosen(logbook: Logbook, settings: Settings, make: Make) -> None:
    settings.set_unit(Unit.LB)
    train(logbook, 0)
    assert " lb" in told(make())


def test_the_pages_can_be_read_out(dialog: ReportDialog) -> None:
    desk = dialog.pages.widget()
    assert desk is not None
    assert "Left and right" in desk.accessibleDescription()


def test_a_log_that_cannot_be_read_is_told(
    dialog: ReportDialog, logbook: Logbook, faults: Faults, qtbot: QtBot
) -> None:
    def broken() -> list[Session]:
        raise TrackerError("the disk reported an error")

    logbook.database.goals = broken  # type: ignore[assignment, method-assign]
    with qtbot.waitSignal(faults.told):
        choose(dialog, 2)


# PDF


def save(dialog: ReportDialog, path: Path) -> None:
    click(dialog.save)
    asked = dialog.findChildren(QFileDialog)[-1]
    asked.fileSelected.emit(str(path))
    asked.close()


def test_a_log_is_never_written_over(
    dialog: ReportDialog, faults: Faults, tmp_path: Path, qtbot: QtBot
) -> None:
    log = tmp_path / "other.soleus"
    Database.create(log).close()
    before = log.read_bytes()
    with qtbot.waitSignal(faults.told) as told:
        save(dialog, log)
    assert "it is a Soleus log" in str(told.args)
    assert log.read_bytes() == before
    assert dialog.message.text() == ""


def test_the_name_proposed_has_the_day(dialog: ReportDialog) -> None:
    click(dialog.save)
    (asked,) = dialog.findChildren(QFileDialog)
    assert Path(asked.selectedFiles()[0]).name == "Calf strength 2026-11-24.pdf"
    assert asked.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    asked.close()


def test_the_pages_are_saved(dialog: ReportDialog, tmp_path: Path) -> None:
    path = tmp_path / "physio.pdf"
    save(dialog, path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert dialog.message.text() == f"Saved as {path}"
    assert dialog.isVisible()


def test_a_note_typed_a_moment_ago_is_saved_too(dialog: ReportDialog, tmp_path: Path) -> None:
    QTest.keyClicks(dialog.note, "Sore")
    save(dialog, tmp_path / "physio.pdf")
    assert "The runner writes: Sore" in told(dialog)


def test_a_file_that_cannot_be_written_is_told(
    dialog: ReportDialog, tmp_path: Path, faults: Faults, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(faults.told) as told_words:
        save(dialog, tmp_path / "missing" / "physio.pdf")
    assert "could not be written" in told_words.args[0]


# Paper


def print_to(dialog: ReportDialog, path: Path) -> None:
    click(dialog.print)
    asked = dialog.findChildren(QPrintDialog)[-1]
    printer = asked.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    asked.accepted.emit(printer)
    asked.close()


def test_the_pages_are_printed(dialog: ReportDialog, tmp_path: Path) -> None:
    print_to(dialog, tmp_path / "printed.pdf")
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
    assert dialog.message.text() == "Sent to the printer."


# Keys and names


def test_tab_goes_from_top_to_bottom(dialog: ReportDialog) -> None:
    segment = dialog.period.range._group.button(1)
    fields = [segment, dialog.period.first, dialog.period.last, dialog.note, dialog.pages]
    segment.setFocus()
    passed = [dialog.focusWidget()]
    while not dialog.buttons.isAncestorOf(dialog.focusWidget()):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        if dialog.focusWidget() is not passed[-1]:  # a day takes Tab for its month and year too
            passed.append(dialog.focusWidget())
    assert passed[:-1] == fields


def test_every_control_has_a_name(dialog: ReportDialog) -> None:
    period = dialog.period
    for control in (period.range, period.first, period.last, dialog.note, dialog.pages):
        assert control.accessibleName()
