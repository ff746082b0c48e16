"""Sending a day's part to a watch: by keys, on any day, refused in words, and where to put it."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker.app.plan_book import PlanBook
from tracker.app.plan_templates import template_files, template_of
from tracker.domain.load import Unit
from tracker.exchange.importing.fit_scan import is_fit
from tracker.ui.plan.send_dialog import SendDialog
from tracker.ui.widgets.faults import Faults

TODAY = NOW.date()  # a Tuesday
DAY = datetime.timedelta(days=1)
Make = Callable[[], SendDialog]
pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def make(book: PlanBook, faults: Faults, qtbot: QtBot) -> Make:
    def made() -> SendDialog:
        dialog = SendDialog(book, Unit.KG, faults)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return made


def take(book: PlanBook, starts_on: datetime.date) -> None:
    (file,) = (file for file in template_files() if file.stem == "silbernagel")
    book.take(template_of(file, starts_on).whole)


def type_day(dialog: SendDialog, day: str) -> None:
    dialog.day.selectAll()
    QTest.keyClicks(dialog.day, day)


def test_todays_part_is_shown_and_where_it_is_to_be_put(book: PlanBook, make: Make) -> None:
    take(book, TODAY - 15 * DAY)
    dialog = make()
    assert dialog.day.text() == "24 Nov 2026"
    workout = book.workout_on(TODAY)
    assert workout is not None
    assert len(dialog.sets.text().splitlines()) == len(workout.doses) > 0
    assert "NewFiles" in dialog.where.text()
    assert dialog.save.isEnabled()


def test_the_next_part_is_shown_where_nothing_is_due_today(book: PlanBook, make: Make) -> None:
    take(book, TODAY + 2 * DAY)
    assert make().day.text() == "26 Nov 2026"


def test_a_day_without_a_part_or_that_is_none_is_told(book: PlanBook, make: Make) -> None:
    take(book, TODAY)
    dialog = make()
    for text in ("2025-01-01", "tomorrow"):
        type_day(dialog, text)
        assert dialog.complaint.isVisible()
        assert not dialog.save.isEnabled()
        assert not dialog.sets.isVisible()
    type_day(dialog, str(TODAY + DAY))
    assert not dialog.complaint.isVisible()
    assert dialog.save.isEnabled()


def test_the_file_is_written_where_the_runner_says(
    book: PlanBook, make: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    take(book, TODAY)
    dialog = make()
    dialog.save.click()
    (files,) = dialog.findChildren(QFileDialog)
    name = files.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    assert name.text() == "soleus-2026-11-24.fit"
    path = tmp_path / "x.fit"
    files.fileSelected.emit(str(path))
    files.close()
    qtbot.waitUntil(lambda: not dialog.findChildren(QFileDialog))
    assert is_fit(path.read_bytes())
    assert dialog.saved.text() == f"Saved as {path}"
    assert dialog.saved.isVisible()
    for words in (dialog.sets, dialog.saved, dialog.where):
        assert words.height() >= words.heightForWidth(words.width())
    type_day(dialog, str(TODAY + DAY))  # of which nothing was saved yet
    assert not dialog.saved.isVisible()


def test_a_file_that_cannot_be_written_is_told(
    book: PlanBook, make: Make, tmp_path: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr(faults, "tell", told.append)
    take(book, TODAY)
    dialog = make()
    dialog.write(tmp_path / "none" / "x.fit")
    assert len(told) == 1
    assert not dialog.saved.isVisible()
