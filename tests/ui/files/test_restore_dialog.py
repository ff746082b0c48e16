"""The dialog that lists the backups of a log, with what each holds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.storage.test_backup import DAY, NOW, back_up, change
from tracker.domain.change import Change
from tracker.domain.session import Session
from tracker.storage.backup import backups_of
from tracker.storage.database import Database
from tracker.storage.put_back import restore
from tracker.ui.files.restore_dialog import STATE, BackupsModel, RestoreDialog
from tracker.ui.widgets.faults import Faults

Make = Callable[[], RestoreDialog]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "training.soleus"
    Database.create_with(path, Change.adding(Session(NOW.date()), Session(NOW.date() - DAY)))
    return path


@pytest.fixture
def make(log: Path, faults: Faults, qtbot: QtBot) -> Make:
    def made() -> RestoreDialog:
        dialog = RestoreDialog(log, faults)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # read after it closed
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: not dialog.backups.is_working)
        return dialog

    return made


@pytest.fixture
def dialog(log: Path, make: Make) -> RestoreDialog:
    for number in range(2):
        change(log, NOW + number * DAY)
        back_up(log, NOW + number * DAY)
    return make()


def cells(model: BackupsModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_each_backup_is_shown_with_what_it_holds(
    dialog: RestoreDialog, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(dialog.model)  # type: ignore[no-untyped-call]
    newest, older = cells(dialog.model, 0), cells(dialog.model, 1)
    assert newest[0].startswith("25 Nov 2026, ")
    assert older[0].startswith("24 Nov 2026, ")
    assert newest[1:] == ["by itself", "2", "0", "23 Nov 2026 – 24 Nov 2026", "sound"]
    assert dialog.message.text() == "training 2026-11-25.soleus · 0 sets in 2 sessions · sound"
    assert dialog.restore.isEnabled()


def test_the_backup_chosen_is_asked_for(dialog: RestoreDialog, log: Path, qtbot: QtBot) -> None:
    dialog.table.selectRow(1)
    with qtbot.waitSignal(dialog.restore_asked) as asked:
        dialog.restore.click()
    assert asked.args == [backups_of(log)[1].path]


def test_one_that_is_not_sound_says_why_and_cannot_be_restored(make: Make, log: Path) -> None:
    change(log, NOW)
    back_up(log, NOW)
    backups_of(log)[0].path.write_text("rubbish")
    dialog = make()
    assert cells(dialog.model, 0)[2:] == ["", "", "", "not a Soleus log"]
    assert "not a Soleus log" in dialog.message.text()
    assert not dialog.restore.isEnabled()


@pytest.mark.usefixtures("german")
def test_of_a_damaged_one_the_list_has_the_plain_word_and_the_rest_is_in_its_tip(
    make: Make, log: Path
) -> None:
    change(log, NOW)
    back_up(log, NOW)
    backup = backups_of(log)[0].path
    backup.write_bytes(backup.read_bytes()[: backup.stat().st_size // 2])
    dialog = make()
    state = dialog.model.index(0, STATE)
    assert state.data() == "beschädigt"
    told = "ein Teil der Datei ist überschrieben oder abgeschnitten"
    assert state.data(Qt.ItemDataRole.ToolTipRole) == told
    assert dialog.message.text().endswith(f"beschädigt ({told})")


def test_a_log_as_it_was_before_a_restore_is_listed(make: Make, log: Path) -> None:
    change(log, NOW)
    backup = back_up(log, NOW)
    assert backup is not None
    change(log, NOW + DAY)
    restore(log, backup, NOW + DAY)
    dialog = make()
    assert cells(dialog.model, 0)[1] == "before a restore"


def test_without_backups_a_file_can_be_chosen(make: Make, log: Path, qtbot: QtBot) -> None:
    dialog = make()
    assert dialog.message.text().startswith("There is no backup yet")
    assert not dialog.restore.isEnabled()
    dialog.choose.click()
    files = dialog.findChild(QFileDialog)
    assert files is not None
    files.fileSelected.emit(str(log))
    files.close()
    qtbot.waitUntil(lambda: not dialog.backups.is_working)
    assert cells(dialog.model, 0)[1:4] == ["the file chosen", "2", "0"]
    assert dialog.restore.isEnabled()


def test_a_file_that_cannot_be_read_is_told(
    dialog: RestoreDialog, faults: Faults, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(faults.told) as told:
        dialog._on_file_selected(str(tmp_path / "nowhere.soleus"))
    assert "could not be read" in str(told.args)
    assert dialog.model.rowCount() == 2
    assert dialog.row == 0


def test_a_dialog_that_is_closed_looks_no_further(log: Path, faults: Faults, qtbot: QtBot) -> None:
    change(log, NOW)
    back_up(log, NOW)
    dialog = RestoreDialog(log, faults)
    dialog.reject()
    assert not dialog.backups.is_working
