"""A log is made, opened, refused where it is none, and examined."""

import datetime
import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.durability.disk import no_file_beyond
from tests.permissions import permissions_hold
from tracker import DamagedLogError, TrackerError
from tracker.disk import COMPANIONS
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.domain.session import Session
from tracker.storage import writer as writer_module
from tracker.storage.database import Database

STEP = Equipment("Step")
DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log with one piece of equipment."""
    path = tmp_path / "log.soleus"
    database = Database.create(path)
    database.apply(Change.adding(STEP))
    database.close()
    return path


@pytest.fixture
def guarded(log: Path) -> Iterator[Path]:
    """The same log where permissions hold."""
    with permissions_hold():
        yield log
    log.parent.chmod(0o700)


def pragma(path: Path, name: str) -> object:
    connection = sqlite3.connect(path)
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    connection.close()
    return value


def refused(path: Path) -> str:
    """Open a file that is not a log, check that it stays as it was, and return the message."""
    before = path.read_bytes()
    with pytest.raises(TrackerError) as told:
        Database.open(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir() if each != path] == []
    return str(told.value)


# Made and opened


def test_a_new_log_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    before = os.umask(0)
    Database.create(path).close()
    os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_was_saved_is_there_when_the_log_is_opened_again(log: Path) -> None:
    database = Database.open(log)
    assert database.equipment() == [STEP]
    assert database.path == log
    database.close()


def test_a_log_is_one_file_when_it_is_closed(log: Path) -> None:
    assert list(log.parent.iterdir()) == [log]
    assert pragma(log, "journal_mode") == "delete"


@pytest.mark.parametrize(("name", "value"), [("synchronous", 3), ("foreign_keys", 1)])
def test_a_commit_is_durable_and_its_references_hold(log: Path, name: str, value: int) -> None:
    database = Database.open(log)
    assert database._db.execute(f"PRAGMA {name}").fetchone() == (value,)
    database.close()


def test_what_writes_is_loaded_when_it_is_asked_for_and_not_to_read(log: Path) -> None:
    database = Database.open(log)
    assert database.equipment() == [STEP]
    assert "_db" not in vars(database)
    database.get_ready()
    assert "_db" in vars(database)
    database.close()


def test_a_log_in_memory_has_no_file() -> None:
    database = Database.in_memory()
    assert database.path is None
    assert database.complaints() == []


def test_a_log_left_in_write_ahead_mode_becomes_one_file_again(log: Path) -> None:
    assert pragma(log, "journal_mode = WAL") == "wal"
    Database.open(log).close()
    assert pragma(log, "journal_mode") == "delete"


def test_an_empty_file_is_no_log_and_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    path.touch()
    with pytest.raises(TrackerError, match=r"is empty, and so no Soleus log. It was left as it is"):
        Database.open(path)
    assert path.read_bytes() == b""


def test_a_log_is_not_there_before_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.soleus"
    make = Database._empty
    looked: list[bool] = []

    def look(*args: Any) -> Any:
        looked.append(path.exists())
        return make(*args)

    monkeypatch.setattr(Database, "_empty", look)
    Database.create(path).close()
    assert looked == [False]
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_log_is_made_where_a_file_has_one_name_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "log.soleus"
    Database.create(path).close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    with pytest.raises(TrackerError, match="could not be made: file exists"):
        Database.create(path)


def test_of_two_that_make_a_log_at_once_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.soleus"
    empty_log = Database._empty

    def be_slower(*args: Any) -> Any:
        monkeypatch.undo()
        Database.create_with(path, Change.adding(STEP))
        return empty_log(*args)

    monkeypatch.setattr(Database, "_empty", be_slower)
    with pytest.raises(TrackerError, match="could not be made: file exists"):
        Database.create(path)
    with closing(Database.open(path)) as database:
        assert database.equipment() == [STEP]


def test_a_log_that_exists_is_not_made_anew(log: Path) -> None:
    before = log.read_bytes()
    with pytest.raises(TrackerError, match="could not be made: file exists"):
        Database.create(log)
    assert log.read_bytes() == before


def test_a_log_that_could_not_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> None:
        raise sqlite3.OperationalError("told by a test")

    monkeypatch.setattr(Database, "_empty", fail)
    with pytest.raises(sqlite3.OperationalError):
        Database.create(tmp_path / "log.soleus")
    assert list(tmp_path.iterdir()) == []


def test_a_log_that_no_disk_takes_is_named_by_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    with (
        pytest.raises(TrackerError, match=re.escape(f"{path} could not be made: the disk")),
        no_file_beyond(8192),
    ):
        Database.create(path)
    assert list(tmp_path.iterdir()) == []


def test_a_log_made_with_something_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    with pytest.raises(sqlite3.IntegrityError):
        Database.create_with(path, Change.adding(STEP, Equipment("Step")))
    assert list(tmp_path.iterdir()) == []
    Database.create_with(path, Change.adding(STEP))
    database = Database.open(path)
    assert database.equipment() == [STEP]
    database.close()


# Refused


@pytest.mark.parametrize(
    "content", [b"hello", b"date,reps\n" * 50, b"SQLite format 3\x00", b"\x00" * 4096]
)
def test_a_file_that_is_no_log_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "log.soleus"
    path.write_bytes(content)
    assert refused(path) == f"{path} is not a Soleus log. It was left as it is."


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE sets (id)")
    connection.close()
    assert refused(path) == f"{path} is not a Soleus log. It was left as it is."


@pytest.mark.parametrize("length", [100, 5000])
def test_a_log_cut_short_is_refused(log: Path, length: int) -> None:
    log.write_bytes(log.read_bytes()[:length])
    assert "the file is damaged. Keep it, and go on with a backup" in refused(log)


def test_a_log_overwritten_in_the_middle_is_refused(log: Path) -> None:
    content = bytearray(log.read_bytes())
    content[100:4096] = b"\xff" * 3996
    log.write_bytes(content)
    assert "the file is damaged" in refused(log)


def test_a_log_refused_is_let_go_of(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connections: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembered(path: Path | str, **how: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(path, **how)
        if path == log:
            connections.append(connection)
        return connection

    log.write_bytes(log.read_bytes()[:5000])
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", remembered)
        refused(log)
    (connection,) = connections
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


@pytest.mark.parametrize("name", ["log.soleus", "missing/log.soleus"])
def test_a_log_that_is_not_there_is_not_made_by_opening(tmp_path: Path, name: str) -> None:
    with pytest.raises(TrackerError, match="could not be opened: no such file"):
        Database.open(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_log(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="could not be opened: is a directory"):
        Database.open(tmp_path)


def test_no_log_is_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="could not be made: no such file"):
        Database.create(tmp_path / "missing" / "log.soleus")


def test_a_log_that_may_only_be_read_is_shown_but_not_changed(guarded: Path) -> None:
    guarded.chmod(0o400)
    before = guarded.read_bytes()
    database = Database.open(guarded)
    assert database.equipment() == [STEP]
    with pytest.raises(TrackerError, match="could not be saved: it may not be written to"):
        database.apply(Change.adding(Equipment("Bar")))
    database.close()
    assert guarded.read_bytes() == before


def test_a_log_that_may_be_written_to_again_is_changed_again(guarded: Path) -> None:
    guarded.chmod(0o400)
    database = Database.open(guarded)
    with pytest.raises(TrackerError, match="it may not be written to"):
        database.apply(Change.adding(Equipment("Bar")))
    guarded.chmod(0o600)
    assert database.catch_up()
    database.apply(Change.adding(Equipment("Bar")))
    assert [each.name for each in database.equipment()] == ["Bar", "Step"]
    database.close()


def test_a_log_in_a_folder_that_may_only_be_read_is_not_changed(guarded: Path) -> None:
    guarded.parent.chmod(0o500)
    database = Database.open(guarded)
    with pytest.raises(TrackerError, match="could not be saved: "):
        database.apply(Change.adding(Equipment("Bar")))
    assert database.equipment() == [STEP]
    database.close()
    guarded.parent.chmod(0o700)


def test_a_folder_that_may_not_be_written_to_is_named_as_the_cause(guarded: Path) -> None:
    guarded.parent.chmod(0o500)
    database = Database.open(guarded)
    with pytest.raises(TrackerError, match="its folder may not be written to"):
        database.apply(Change.adding(Equipment("Bar")))
    database.close()
    guarded.parent.chmod(0o700)


def test_a_log_of_somebody_else_is_not_opened(guarded: Path) -> None:
    guarded.chmod(0o000)
    with pytest.raises(TrackerError, match="could not be opened: permission denied"):
        Database.open(guarded)


def test_what_would_make_a_log_larger_than_any_is_not_saved(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = log.stat().st_size
    monkeypatch.setattr("tracker.disk.MOST_BYTES", size)
    database = Database.open(log)
    database.apply(Change.adding(Session(DAY)))
    before = log.read_bytes()
    with pytest.raises(TrackerError, match=r"log\.soleus could not be saved: it has 1 MB, and no"):
        database.apply(Change.adding(*(Session(DAY, note="a" * 9_000) for _ in range(40))))
    assert log.read_bytes() == before
    database.close()
    monkeypatch.setattr("tracker.disk.MOST_BYTES", size - 1)
    assert "log.soleus could not be opened: it has" in refused(log)


# Complaints


def test_bytes_that_are_no_text_are_complained_of(log: Path) -> None:
    content = log.read_bytes()
    assert content.count(b"Step") == 2  # the row's and its index's
    log.write_bytes(content.replace(b"Step", b"St\xffp"))
    database = Database.open(log)
    assert database.complaints() == [
        f"Table equipment, id {STEP.id}: name holds bytes that are no text"
    ]
    with pytest.raises(DamagedLogError, match="the file is damaged"):
        database.equipment()


def test_complaints_name_every_row_that_is_no_entry(log: Path) -> None:
    connection = sqlite3.connect(log)
    connection.execute("INSERT INTO bodyweights (id, date, kg) VALUES ('w', '2026-19-39', 70.0)")
    connection.execute(
        "INSERT INTO sessions (id, date, started_at, note) VALUES ('s', '2026-11-24', '18:30', '')"
    )
    connection.commit()
    connection.close()
    database = Database.open(log)
    one, other = database.complaints()
    assert one.startswith("Table bodyweights, id w: ")
    assert other.startswith("Table sessions, id s: ")
    database.close()


def test_complaints_name_every_reference_to_nothing(log: Path) -> None:
    connection = sqlite3.connect(log)
    connection.execute(
        "INSERT INTO sets (id, session_id, position, exercise, side, set_no, set_type, reps, "
        "external_kg, note) VALUES ('a', 'gone', 0, 'seated', 'left', 1, 'work', 8, 60.0, '')"
    )
    connection.commit()
    connection.close()
    database = Database.open(log)
    assert database.complaints() == ["Table sets, row 1: refers to sessions, where nothing is"]
    database.close()


def test_complaints_tell_what_sqlite_finds(log: Path) -> None:
    connection = sqlite3.connect(log)
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_equipment_2'"
    ).fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    content = bytearray(log.read_bytes())
    page = content[(root - 1) * size : root * size]
    content[(root - 1) * size : root * size] = page.replace(b"Step", b"Stop")
    log.write_bytes(content)
    database = Database.open(log)
    assert any(each.startswith("SQLite: ") for each in database.complaints())
    database.close()


def test_a_new_log_is_made_where_a_link_leads(tmp_path: Path) -> None:
    real, link = tmp_path / "cloud.soleus", tmp_path / "log.soleus"
    link.symlink_to(real.name)
    Database.create_with(link, Change.adding(Equipment("Step")))
    assert link.is_symlink()
    database = Database.open(real)
    assert [each.name for each in database.equipment()] == ["Step"]
    database.close()
    with pytest.raises(TrackerError, match="file exists"):
        Database.create(link)


def test_a_new_log_that_fails_is_not_there_and_its_link_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, link = tmp_path / "cloud.soleus", tmp_path / "log.soleus"
    link.symlink_to(real.name)

    def fail(*_: object) -> None:
        raise TrackerError("The disk is full.")

    monkeypatch.setattr(Database, "put", fail)
    with pytest.raises(TrackerError, match="full"):
        Database.create_with(link, Change())
    assert not real.exists()
    assert link.is_symlink()


def test_many_rows_are_written_some_at_a_time_and_all_are_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writer_module, "ROWS_A_STATEMENT", 2)
    sessions = [Session(datetime.date(2026, 1, day)) for day in range(1, 6)]
    database = Database.in_memory()
    database.put(Change.adding(*sessions))
    assert database.sessions() == sessions
    database.put(Change())  # is no reason to write
    database.close()


@pytest.mark.parametrize("suffix", COMPANIONS)
def test_a_new_log_is_not_made_where_sqlite_would_take_it_for_a_part_of_another(
    tmp_path: Path, suffix: str
) -> None:
    log, link = tmp_path / "log.soleus", tmp_path / "new.soleus"
    Database.create(log).close()
    part = tmp_path / f"log.soleus{suffix}"
    link.symlink_to(part)
    for path in (part, link):
        with pytest.raises(TrackerError, match="it would belong to the log log"):
            Database.create_with(path, Change.adding(STEP))
    assert sorted(tmp_path.iterdir()) == [log, link]


@pytest.mark.parametrize("suffix", COMPANIONS)
def test_a_new_log_does_not_take_over_what_was_left_of_another(tmp_path: Path, suffix: str) -> None:
    left = tmp_path / f"log.soleus{suffix}"
    left.write_bytes(b"what was left")
    for name in ("log.soleus", "link.soleus"):
        with pytest.raises(TrackerError, match=f"beside it lies log.soleus{suffix}, wh"):
            Database.create(tmp_path / name)
        (tmp_path / "link.soleus").unlink(missing_ok=True)
        (tmp_path / "link.soleus").symlink_to("log.soleus")
    assert left.read_bytes() == b"what was left"
    left.unlink()
    Database.create(tmp_path / "link.soleus").close()
