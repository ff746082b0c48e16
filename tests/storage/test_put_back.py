"""A copy put in the place of a log, and what stood there kept."""

import errno
import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.durability import failing_calls
from tests.storage.test_backup import BAR, DAY, NOW, STEP, back_up, change, equipment_in, names_in
from tracker import TrackerError
from tracker.domain.change import Change
from tracker.domain.session import Session
from tracker.storage.backup import (
    BackupKind,
    backups_of,
    folder_of,
    is_put_aside,
    name_of_copy,
)
from tracker.storage.database import Database
from tracker.storage.put_back import replace, restore


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "training.soleus"
    Database.create_with(path, Change.adding(STEP, Session(NOW.date())))
    return path


def test_a_restore_keeps_the_log_as_it_was_and_can_be_undone_by_another(log: Path) -> None:
    change(log, NOW)
    backup = back_up(log, NOW)
    assert backup is not None
    change(log, NOW + DAY, BAR)
    before = log.read_bytes()
    aside = restore(log, backup, NOW + DAY)
    assert aside == folder_of(log) / "training before restore 2026-11-25 183000.soleus"
    assert aside.read_bytes() == before
    assert equipment_in(log) == ["Step"]
    assert log.stat().st_mode & 0o777 == 0o600
    restore(log, aside, NOW + 2 * DAY)
    assert equipment_in(log) == ["Bar", "Step"]


def test_only_what_stood_in_the_log_s_place_was_put_aside(log: Path) -> None:
    change(log, NOW)
    backup = back_up(log, NOW)
    assert backup is not None
    aside = [restore(log, backup, NOW + number * DAY) for number in (1, 2)]
    for path, is_aside in ((aside[0], True), (aside[1], True), (backup, False), (log, False)):
        assert path is not None
        found = path.stat()
        assert is_put_aside(log, found.st_dev, found.st_ino) is is_aside


def test_a_log_that_is_gone_is_restored(log: Path) -> None:
    change(log, NOW)
    backup = back_up(log, NOW)
    assert backup is not None
    log.unlink()
    assert restore(log, backup, NOW) is None
    assert equipment_in(log) == ["Step"]


def test_what_is_not_sound_is_not_restored(log: Path) -> None:
    other = log.with_name("other.soleus")
    other.write_text("rubbish")
    before = log.read_bytes()
    with pytest.raises(TrackerError, match="cannot be restored: it is not a Soleus log"):
        restore(log, other, NOW)
    assert log.read_bytes() == before


def test_a_disk_without_second_names_keeps_a_copy(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    change(log, NOW - DAY)
    before, when = log.read_bytes(), log.stat().st_mtime
    monkeypatch.setattr(os, "link", refuse)
    other = log.with_name("other.soleus")
    Database.create_with(other, Change.adding(BAR))
    aside = restore(log, other, NOW)
    assert aside is not None
    assert aside.read_bytes() == before
    assert aside.stat().st_mode & 0o777 == 0o600
    assert aside.stat().st_mtime == when
    assert equipment_in(log) == ["Bar"]


def test_a_disk_that_fails_while_the_log_is_kept_leaves_all_as_it_was(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    other = log.with_name("other.soleus")
    Database.create_with(other, Change.adding(BAR))
    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "utime", refuse)
    with pytest.raises(TrackerError, match="operation not permitted"):
        restore(log, other, NOW)
    assert names_in(folder_of(log)) == set()
    assert equipment_in(log) == ["Step"]


def test_a_journal_goes_with_the_log_it_belongs_to(log: Path) -> None:
    journal = log.with_name("training.soleus-journal")
    journal.write_bytes(b"half a change")
    other = log.with_name("other.soleus")
    Database.create_with(other, Change.adding(BAR))
    aside = restore(log, other, NOW)
    assert aside is not None
    assert not journal.exists()
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"half a change"
    assert equipment_in(log) == ["Bar"]


@pytest.mark.parametrize("has_journal", [False, True])
def test_a_restore_that_fails_leaves_all_as_it_was(
    log: Path, monkeypatch: pytest.MonkeyPatch, *, has_journal: bool
) -> None:
    other = log.with_name("other.soleus")
    Database.create_with(other, Change.adding(BAR))
    if has_journal:
        log.with_name("training.soleus-journal").write_bytes(b"half a change")
    names, before = names_in(log.parent), log.read_bytes()

    def refuse(*args: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(TrackerError, match="could not be written: input/output error"):
            restore(log, other, NOW)
    assert log.read_bytes() == before
    assert names_in(log.parent) == {*names, folder_of(log).name}
    assert names_in(folder_of(log)) == set()


def test_a_name_that_is_taken_is_never_written_over(log: Path) -> None:
    other = log.with_name("other.soleus")
    Database.create_with(other, Change.adding(BAR))
    folder_of(log).mkdir()
    taken = folder_of(log) / name_of_copy(log, BackupKind.BEFORE_RESTORE, NOW)
    taken.write_text("kept")
    aside = restore(log, other, NOW)
    assert taken.read_text() == "kept"
    assert aside == folder_of(log) / "training before restore 2026-11-24 183001.soleus"
    assert equipment_in(aside) == ["Step"]


def test_a_name_taken_in_the_same_moment_is_not_written_over(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*args: object) -> None:
        raise FileExistsError(17, "File exists")

    other = log.with_name("other.soleus")
    Database.create_with(other, Change.adding(BAR))
    monkeypatch.setattr(os, "link", taken)
    with pytest.raises(TrackerError, match="file exists"):
        restore(log, other, NOW)
    assert equipment_in(log) == ["Step"]


def test_what_was_not_copied_as_it_is_takes_no_place(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = log.with_name("other.soleus")
    Database.create_with(other, Change.adding(BAR))
    monkeypatch.setattr(shutil, "copyfile", lambda _source, target: target.write_bytes(b"less"))
    with pytest.raises(TrackerError, match="check its disk"):
        replace(log, other, BackupKind.BEFORE_RESTORE, NOW)
    assert equipment_in(log) == ["Step"]


# Each call to the system fails in turn: before it has done anything, and after


@pytest.mark.parametrize("is_done", [False, True])
@pytest.mark.parametrize("is_for_good", [False, True])
@pytest.mark.parametrize("has_links", [False, True])
@pytest.mark.parametrize("companion", ["", "-journal", "-wal"])
def test_whatever_call_fails_in_a_restore_the_log_as_it_was_is_there(
    tmp_path: Path, *, is_done: bool, is_for_good: bool, has_links: bool, companion: str
) -> None:
    way = failing_calls.Way(
        is_done=is_done, is_for_good=is_for_good, has_links=has_links, companion=companion
    )
    calls = failing_calls.put_in_place(tmp_path / "0", way, 0)
    assert calls > 10
    for turn in range(1, calls + 1):
        failing_calls.put_in_place(tmp_path / str(turn), way, turn)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EACCES])
def test_a_folder_that_knows_no_flushing_is_no_error(
    log: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    flush = os.fsync

    def refuse_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        flush(handle)

    change(log, NOW)
    monkeypatch.setattr(os, "fsync", refuse_folders)
    backup = back_up(log, NOW)
    assert backup is not None
    change(log, NOW + DAY, BAR)
    aside = restore(log, backup, NOW + DAY)
    assert aside is not None
    assert equipment_in(aside) == ["Bar", "Step"]
    assert equipment_in(log) == ["Step"]


def test_a_folder_that_fails_to_flush_is_told_and_what_was_is_kept(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def fail_for_the_folder(handle: int) -> None:
        if os.path.samestat(os.fstat(handle), log.parent.stat()):
            raise OSError(errno.EIO, "Input/output error")
        flush(handle)

    other = log.with_name("other.soleus")
    Database.create_with(other, Change.adding(BAR))
    monkeypatch.setattr(os, "fsync", fail_for_the_folder)
    with pytest.raises(TrackerError, match="was written, but the disk reported an error"):
        restore(log, other, NOW)
    assert equipment_in(log) == ["Bar"]
    (aside,) = backups_of(log)
    assert equipment_in(aside.path) == ["Step"]


@pytest.mark.parametrize("is_relative", [False, True])
def test_of_a_link_the_log_it_leads_to_is_restored_and_kept(
    log: Path, *, is_relative: bool
) -> None:
    synced = log.parent / "synced"
    synced.mkdir()
    real = log.rename(synced / "real.soleus")
    log.symlink_to(real.relative_to(log.parent) if is_relative else real)
    other = log.with_name("other.soleus")
    Database.create_with(other, Change.adding(BAR))
    aside = restore(log, other, NOW)
    assert aside is not None
    assert log.is_symlink()
    assert equipment_in(real) == ["Bar"]
    assert not aside.is_symlink()
    assert equipment_in(aside) == ["Step"]
    assert [each.path for each in backups_of(log)] == [aside]
