"""What to export, of which days, how written and where."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.files.test_export_dialog import TODAY, train
from tracker import TrackerError
from tracker.app.export_choice import Form
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.load import Unit
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.exchange.tables.sets import SETS
from tracker.exchange.tables.weekly import WEEKLY
from tracker.ui.files.export_fields import FORMS, ExportFields
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.file_dialog import documents

Make = Callable[[], ExportFields]


@pytest.fixture
def make(logbook: Logbook, settings: Settings, faults: Faults, qtbot: QtBot) -> Make:
    def made() -> ExportFields:
        fields = ExportFields(logbook, settings, faults, lambda: TODAY)
        qtbot.addWidget(fields)
        fields.show()
        qtbot.waitExposed(fields)
        return fields

    return made


@pytest.fixture
def fields(logbook: Logbook, make: Make) -> ExportFields:
    for ago in (400, 60, 0):
        train(logbook, ago)
    return make()


def write_as(fields: ExportFields, form: Form) -> None:
    button = fields.form._group.button(FORMS.index(form))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_at_first_all_files_of_all_days_go_to_the_documents(fields: ExportFields) -> None:
    choice = fields.choice
    assert choice.form is Form.FILES
    assert choice.tables == OUR_TABLES
    assert (choice.first, choice.last) == (TODAY - datetime.timedelta(days=400), TODAY)
    assert choice.dialect == Dialect()
    assert choice.folder == documents()


def test_the_unit_begins_with_the_one_chosen(make: Make, settings: Settings) -> None:
    settings.set_unit(Unit.LB)
    assert make().choice.dialect.unit is Unit.LB


def test_all_reaches_to_a_session_of_tomorrow(logbook: Logbook, make: Make) -> None:
    train(logbook, -1)
    assert make().period.days == (TODAY, TODAY + datetime.timedelta(days=1))


def test_a_log_that_cannot_be_read_is_told_and_leaves_today(
    logbook: Logbook, make: Make, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise TrackerError("the log is damaged")

    monkeypatch.setattr("tracker.ui.files.export_fields.whole_span", refuse)
    told: list[str] = []
    faults.told.connect(told.append)
    assert make().period.days == (TODAY, TODAY)
    assert told == ["the log is damaged"]


def test_what_is_chosen_is_told_and_taken(fields: ExportFields, qtbot: QtBot) -> None:
    with qtbot.waitSignal(fields.changed):
        QTest.mouseClick(fields.tables[WEEKLY], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(fields.changed):
        fields.delimiter.setCurrentIndex(1)
    with qtbot.waitSignal(fields.changed):
        fields.unit.setCurrentText("lb")
    with qtbot.waitSignal(fields.changed):
        fields.period.first.setDate(QDate(2026, 11, 1))
    choice = fields.choice
    assert WEEKLY not in choice.tables
    assert choice.dialect == Dialect(Unit.LB, Delimiter.SEMICOLON)
    assert choice.first == datetime.date(2026, 11, 1)


def test_another_folder_alone_is_told_by_itself(fields: ExportFields, qtbot: QtBot) -> None:
    with qtbot.waitSignal(fields.folder_changed), qtbot.assertNotEmitted(fields.changed):
        fields.folder.setText("/somewhere")
    assert fields.choice.folder == Path("/somewhere")


@pytest.mark.parametrize(
    ("text", "folder"),
    [
        ("~", Path.home()),
        ("~/logs", Path.home() / "logs"),
        ("~nobody/x", Path("~nobody/x")),
        ("", Path()),
        (" /tmp/x ", Path("/tmp/x")),
    ],
)
def test_a_tilde_is_the_home_folder_and_nothing_else_is(
    fields: ExportFields, text: str, folder: Path
) -> None:
    fields.folder.setText(text)
    assert fields.choice.folder == folder


def test_a_folder_is_chosen_in_a_dialog(fields: ExportFields, tmp_path: Path) -> None:
    QTest.mouseClick(fields.browse, Qt.MouseButton.LeftButton)
    (asked,) = fields.findChildren(QFileDialog)
    asked.fileSelected.emit(str(tmp_path))
    asked.close()
    assert fields.folder.text() == str(tmp_path)


def test_json_offers_no_choice_of_files_days_and_cells(fields: ExportFields) -> None:
    choices = (*fields.tables.values(), *fields.period.fields, fields.unit, fields.delimiter)
    write_as(fields, Form.JSON)
    assert not any(field.isVisible() for field in choices)
    assert fields.folder.isVisible()
    write_as(fields, Form.FILES)
    assert all(field.isVisible() for field in choices)


def test_a_file_that_would_hold_nothing_is_marked(fields: ExportFields) -> None:
    fields.mark_empty({WEEKLY})
    assert (fields.tables[WEEKLY].text(), fields.tables[SETS].text()) == (
        "weekly.csv (empty)",
        "sets.csv",
    )
    fields.mark_empty(set())
    assert fields.tables[WEEKLY].text() == "weekly.csv"


@pytest.mark.parametrize(
    ("language", "delimiter"),
    [
        (QLocale.Language.English, Delimiter.COMMA),
        (QLocale.Language.German, Delimiter.SEMICOLON),
    ],
)
def test_files_come_apart_in_the_spreadsheet_of_the_runner_s_country(
    make: Make, language: QLocale.Language, delimiter: Delimiter
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        assert make().choice.dialect.delimiter is delimiter
    finally:
        QLocale.setDefault(before)
