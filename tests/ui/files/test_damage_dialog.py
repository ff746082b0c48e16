"""The dialog about a damaged log: what there is to go on with, found while it is shown."""

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.storage.test_backup import NOW, back_up, change
from tests.storage.test_salvage import MADE, SESSIONS, SETS, leaves_of, wipe
from tracker import TrackerError
from tracker.app.rescue import Rescue
from tracker.storage.database import Database
from tracker.storage.salvage import Salvage
from tracker.ui.files import damage_dialog as module
from tracker.ui.files.damage_dialog import DamageDialog

Make = Callable[[Path], DamageDialog]


@pytest.fixture(scope="module")
def a_year(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("logs") / "year.soleus"
    Database.create_with(path, MADE)
    return path.read_bytes()


@pytest.fixture
def log(a_year: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "training.soleus"
    path.write_bytes(a_year)
    return path


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(log: Path) -> DamageDialog:
        dialog = DamageDialog(log)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # read after it closed
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return made


def settle(dialog: DamageDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.rescue is not None)


def test_the_newest_sound_backup_and_what_can_be_read_are_offered(
    log: Path, make: Make, qtbot: QtBot
) -> None:
    change(log, NOW)
    backup = back_up(log, NOW)
    wipe(log, leaves_of(log, "sets")[3])
    dialog = make(log)
    assert not dialog.restore.isEnabled()
    assert not dialog.recover.isEnabled()
    assert dialog.about_backup.text() == "Looking …"
    settle(dialog, qtbot)
    assert "backup of 24 Nov 2026, " in dialog.restore.text()
    assert dialog.about_backup.text().startswith(f"{SETS} sets in {SESSIONS} sessions · ")
    assert dialog.about_salvage.text().endswith(f" sets in {SESSIONS} sessions")
    assert dialog.progress.isHidden()
    assert dialog.restore.isDefault()
    with qtbot.waitSignal(dialog.restore_asked) as asked:
        dialog.restore.click()
    assert asked.args == [backup]
    with qtbot.waitSignal(dialog.recover_asked) as salvaged:
        dialog.recover.click()
    assert dialog.rescue is not None
    assert salvaged.args == [dialog.rescue.salvage]
    with qtbot.waitSignal(dialog.other_asked):
        dialog.other.click()


def test_where_there_is_nothing_left_that_is_said(tmp_path: Path, make: Make, qtbot: QtBot) -> None:
    log = tmp_path / "log.soleus"
    log.write_bytes(bytes(8192))
    dialog = make(log)
    settle(dialog, qtbot)
    assert dialog.about_backup.text() == "There is no sound backup beside the log."
    assert dialog.about_salvage.text() == "Nothing can be read any more."
    assert not dialog.restore.isEnabled()
    assert not dialog.recover.isEnabled()
    assert dialog.other.isDefault()


def test_what_could_not_be_placed_is_counted(
    log: Path, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(_log: Path) -> Generator[float, None, Rescue]:
        yield 0.5
        database = Database.open(log)
        entries = tuple(database.entries())
        database.close()
        return Rescue(None, Salvage(entries, 3))

    monkeypatch.setattr(module, "rescuing", found)
    dialog = make(log)
    settle(dialog, qtbot)
    assert dialog.about_salvage.text() == (
        f"{SETS} sets in {SESSIONS} sessions; 3 entries could be read, but not placed"
    )


def test_a_long_path_is_shown_whole(tmp_path: Path, make: Make, qtbot: QtBot) -> None:
    folder = tmp_path.joinpath(*("a_folder_with_a_long_name" for _ in range(6)))
    folder.mkdir(parents=True)
    log = folder / "log.soleus"
    log.write_bytes(bytes(8192))
    dialog = make(log)
    settle(dialog, qtbot)
    assert dialog.words.minimumSizeHint().width() <= dialog.words.width()
    assert log.name in dialog.words.text()


def test_a_file_that_is_gone_meanwhile_is_told(tmp_path: Path, make: Make, qtbot: QtBot) -> None:
    dialog = make(tmp_path / "nowhere.soleus")
    qtbot.waitUntil(dialog.message.isVisible)
    assert "could not be read" in dialog.message.text()


def test_a_fault_of_our_own_is_not_told_as_one_of_the_world(
    log: Path, make: Make, qtbot: QtBot
) -> None:
    dialog = make(log)
    settle(dialog, qtbot)
    with pytest.raises(KeyError):
        dialog._on_job_failed(KeyError("ours"))
    dialog._on_job_failed(TrackerError("told"))


def test_a_search_is_given_up_when_the_dialog_is_closed(log: Path, make: Make) -> None:
    dialog = make(log)
    job = dialog._job
    dialog.reject()
    job.wait()
    QApplication.processEvents()
    assert dialog.rescue is None
