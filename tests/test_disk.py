"""The disk: what it says, in words, and files that are written whole or not at all."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker import TrackerError, disk
from tracker.disk import (
    APPLICATION_ID,
    COMPANIONS,
    MOST_BYTES,
    bytes_of,
    bytes_written_beside,
    is_database_header,
    is_log_header,
    made_beside,
    make_folder,
    require_readable_size,
    require_writable_target,
    working_folder,
    written_beside,
)
from tracker.storage.database import Database

LOG_HEADER = b"SQLite format 3\x00".ljust(68, b"\0") + APPLICATION_ID.to_bytes(4)


def test_a_file_takes_its_place_when_the_block_ends_well(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    path.write_text("old")
    with written_beside(path, "utf-8") as file:
        file.write("new\r\n")
        assert path.read_text() == "old"
    assert path.read_bytes() == b"new\r\n"
    assert list(tmp_path.iterdir()) == [path]


def test_bytes_are_on_disk_before_they_take_the_place_of_others_and_the_name_right_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where the machine goes down between the two, an empty file must never stand there.
    path = tmp_path / "sets.csv"
    path.write_text("old")
    flushed, flush = [], os.fsync

    def noted(handle: int) -> None:
        found = os.fstat(handle)
        flushed.append((found.st_ino, path.read_text()))
        if found.st_ino != tmp_path.stat().st_ino:
            assert found.st_size == len("longer")
        flush(handle)

    monkeypatch.setattr(os, "fsync", noted)
    with written_beside(path, "utf-8") as file:
        file.write("longer")
    assert flushed == [(path.stat().st_ino, "old"), (tmp_path.stat().st_ino, "longer")]


def test_a_block_that_fails_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), written_beside(path, "utf-8") as file:
        file.write(f"new {1 // 0}")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "none" / "sets.csv"
    saying = r"none.sets\.csv could not be written: no such file"
    with pytest.raises(TrackerError, match=saying), written_beside(path, "utf-8"):
        pass


def test_a_folder_in_the_place_of_the_file_is_told_and_left(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    path.mkdir()
    saying = "could not be written"
    with pytest.raises(TrackerError, match=saying), written_beside(path, "utf-8") as file:
        file.write("new")
    assert list(tmp_path.iterdir()) == [path]


def test_bytes_take_their_place_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "log.zip"
    with bytes_written_beside(path) as file:
        file.write(b"\x00\r\n\xff")
        assert not path.exists()
    assert path.read_bytes() == b"\x00\r\n\xff"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(TrackerError, match="deeper could not be made: not a directory"):
        make_folder(tmp_path / "file" / "deeper")


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    with written_beside(path, "utf-8") as file:
        file.write("new")
    assert path.stat().st_mode & 0o077 == 0


def test_of_a_link_the_file_it_leads_to_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "sets.csv"
    real.write_text("old")
    link.symlink_to(real)
    with written_beside(link, "utf-8") as file:
        file.write("new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    path.write_bytes(b"a\r\n\x00")
    assert bytes_of(path) == b"a\r\n\x00"


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match=r"none\.csv could not be read: no such file"):
        bytes_of(tmp_path / "none.csv")


def test_a_file_larger_than_any_training_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.touch()
    os.truncate(path, MOST_BYTES + 1)
    told = r"large could not be opened: it has 537 MB, and no training has more than 537\."
    with pytest.raises(TrackerError, match=told):
        require_readable_size(path, "opened")
    with pytest.raises(TrackerError, match="could not be read: it has"):
        bytes_of(path)
    os.truncate(path, MOST_BYTES)
    require_readable_size(path)


# What may not be written over


@pytest.mark.parametrize("link", [None, os.symlink, os.link])
@pytest.mark.parametrize("name", ["sets.csv", "training.soleus", "training"])
def test_a_log_is_never_written_over_whatever_its_name(
    tmp_path: Path, name: str, link: Callable[[Path, Path], None] | None
) -> None:
    log = target = tmp_path / name
    log.write_bytes(LOG_HEADER)
    if link is not None:
        link(log, target := tmp_path / "other")
    with (
        pytest.raises(TrackerError, match="could not be written: it is a Soleus log"),
        bytes_written_beside(target),
    ):
        pass
    assert log.read_bytes() == LOG_HEADER
    assert set(tmp_path.iterdir()) == {log, target}


def test_a_damaged_log_is_known_by_its_name(tmp_path: Path) -> None:
    log = tmp_path / "training.Soleus"
    log.write_bytes(b"what is left")
    with pytest.raises(TrackerError, match="it is a Soleus log"):
        require_writable_target(log)
    require_writable_target(log, by_name=False)


@pytest.mark.parametrize("companion", COMPANIONS)
def test_what_would_be_taken_for_a_part_of_a_log_is_refused(tmp_path: Path, companion: str) -> None:
    log, target = tmp_path / "log", tmp_path / f"log{companion}"
    log.write_bytes(LOG_HEADER)
    with pytest.raises(TrackerError, match="would belong to the log log"):
        require_writable_target(target)
    log.write_bytes(b"a text")
    require_writable_target(target)


def test_a_pipe_is_neither_read_nor_written_nor_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(TrackerError, match="could not be read: it is no file, but a device or a"):
        bytes_of(pipe)
    for writing in (bytes_written_beside, made_beside):
        with (
            pytest.raises(TrackerError, match="could not be written: it is no file"),
            writing(pipe),
        ):
            pass
    assert list(tmp_path.iterdir()) == [pipe]
    assert pipe.is_fifo()


def test_a_link_in_a_circle_is_told_and_left(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    with (
        pytest.raises(TrackerError, match="could not be written: too many levels"),
        bytes_written_beside(one),
    ):
        pass
    assert one.is_symlink()


def test_of_a_link_to_nothing_the_file_it_names_is_made(tmp_path: Path) -> None:
    link = tmp_path / "sets.csv"
    link.symlink_to("real.csv")
    with bytes_written_beside(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


# Where the disk fails


def test_a_renaming_whose_answer_was_lost_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = os.replace

    def lose_the_answer(*names: str) -> None:
        rename(*names)
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "replace", lose_the_answer)
    path = tmp_path / "sets.csv"
    path.write_text("old")
    with bytes_written_beside(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_renaming_that_failed_where_nothing_stands_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*names: str) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "replace", refuse)
    with (
        pytest.raises(TrackerError, match="could not be written: input/output error"),
        bytes_written_beside(tmp_path / "sets.csv") as file,
    ):
        file.write(b"new")
    assert list(tmp_path.iterdir()) == []


def test_where_the_system_has_no_room_a_folder_is_made_beside_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = tempfile.mkdtemp

    def refuse_the_system_s(**given: str) -> str:
        if "dir" not in given:
            raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")
        return make(**given)

    with working_folder(tmp_path / "log") as folder:
        assert folder.parent != tmp_path
    monkeypatch.setattr(tempfile, "mkdtemp", refuse_the_system_s)
    with working_folder(tmp_path / "log") as folder:
        assert folder.parent == tmp_path
        assert folder.stat().st_mode & 0o077 == 0
        (folder / "copy").write_text("passes")
    assert list(tmp_path.iterdir()) == []


def test_a_log_is_told_from_other_databases_and_these_from_other_files(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "log.soleus", tmp_path / "other.db"
    Database.create(ours).close()
    connection = sqlite3.connect(theirs)
    connection.execute("CREATE TABLE things (name TEXT)")
    connection.close()
    headers = (ours.read_bytes(), theirs.read_bytes(), b"session_id,date\n", b"")
    assert list(map(is_database_header, headers)) == [True, True, False, False]
    assert list(map(is_log_header, headers)) == [True, False, False, False]


# A folder


def test_a_folder_in_which_all_can_be_done_has_no_fault(tmp_path: Path) -> None:
    assert disk.fault_of_folder(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_has_one(tmp_path: Path) -> None:
    assert disk.fault_of_folder(tmp_path / "gone") == errno.ENOENT


def test_a_disk_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.lockf", no_locks)
    assert disk.fault_of_folder(tmp_path) in disk.NO_LOCKS
