"""What was saved last is known byte for byte, and another file is told from it."""

import datetime
import json
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.test_backup import result_of
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.domain.session import Session
from tracker.storage import kept_image
from tracker.storage.backup import backups_of, folder_of
from tracker.storage.database import Database
from tracker.storage.kept_image import KeptImage, Recorder, Statement
from tracker.storage.last_saved import LastSaved, Proof
from tracker.storage.stamp import Stamp

DAY = datetime.date(2026, 11, 24)
STEP, BAR = Equipment("Step"), Equipment("Bar")
OURS = Stamp((("ours", 1),))
LATER = Stamp((("theirs", 1), ("ours", 1)))


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.soleus"
    Database.create_with(path, Change.adding(STEP))
    return path


@pytest.fixture
def database(log: Path) -> Iterator[Database]:
    database = Database.open(log)
    yield database
    database.close()


@pytest.fixture
def connection(log: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(log, factory=Recorder, isolation_level=None)) as connection:
        OURS.write(connection)
        yield connection


@pytest.fixture
def saved(connection: sqlite3.Connection, log: Path) -> Iterator[LastSaved]:
    """What was saved last, including a change not yet compared with the file."""
    saved = LastSaved(connection, log)
    assert saved.keep(OURS)
    saved.record()
    connection.execute("UPDATE equipment SET name = 'Box'")
    saved.follow(OURS)
    yield saved
    saved.forget()


def copy_of(image: bytes, sql: str, stamp: Stamp = OURS) -> bytes:
    """Return another copy of a log, to which a change was made."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as theirs:
        theirs.deserialize(image)
        theirs.execute(sql)
        stamp.write(theirs)
        return theirs.serialize()


def kept_aside(log: Path) -> list[bytes]:
    return [each.path.read_bytes() for each in backups_of(log)]


def test_what_was_refused_is_not_followed(database: Database, log: Path) -> None:
    database.apply(Change.adding(Session(DAY)))
    with pytest.raises(sqlite3.IntegrityError):
        database.apply(Change.adding(Session(DAY), replace(STEP, id="other")))
    database.apply(Change.adding(Session(DAY)))
    assert database._last_saved.image() == log.read_bytes()


def test_another_window_s_change_is_kept_with_the_next_of_this_one(
    database: Database, log: Path
) -> None:
    database.apply(Change.adding(Session(DAY)))
    with closing(Database.open(log)) as other:
        other.apply(Change.adding(Session(DAY)))
    database.apply(Change.adding(Session(DAY)))
    assert database._last_saved.image() == log.read_bytes()


def test_a_change_of_too_many_rows_is_not_kept(
    database: Database, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.get_ready()
    monkeypatch.setattr(kept_image, "MOST_ROWS", 10)
    database.apply(Change.adding(*(Session(DAY) for _ in range(11))))
    assert not database._last_saved.is_whole()
    database.apply(Change.adding(Session(DAY)))
    assert database._last_saved.image() == log.read_bytes()


def test_a_little_is_done_when_somebody_looks_and_much_at_once(
    saved: LastSaved, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[int] = []
    follow = KeptImage.follow

    def noted(kept: KeptImage, statements: Sequence[Statement], changed_rows: int) -> bool:
        done.append(changed_rows)
        return follow(kept, statements, changed_rows)

    monkeypatch.setattr(KeptImage, "follow", noted)
    add = "INSERT INTO equipment (id, name) SELECT value, value FROM json_each(?)"
    for first, rows in ((0, 200), (200, 99)):  # with the fixture's, three hundred
        saved.record()
        connection.execute(add, [json.dumps([f"{first + row}" for row in range(rows)])])
        saved.follow(OURS)
    assert not done
    assert saved.image() == connection.serialize()
    assert done == [1, 200, 99]
    saved.record()
    connection.execute(add, [json.dumps([f"{299 + row}" for row in range(301)])])
    saved.follow(OURS)
    assert done == [1, 200, 99, 301]
    assert saved.image() == connection.serialize()


def test_what_cannot_be_done_later_is_known_no_more(
    saved: LastSaved, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KeptImage, "follow", lambda *_: False)
    assert saved.is_of(OURS)
    assert not saved.is_to_be_proved
    assert not saved.is_of(OURS)


def test_of_a_log_in_memory_nothing_is_known() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        saved = LastSaved(connection, None)
        assert saved.keep(OURS)
        saved.record()
        saved.follow(OURS)
        saved.fail()
        assert not saved.is_whole()
        assert not saved.is_of(OURS)
        assert not saved.is_to_be_proved


def test_what_is_known_of_a_stamp_is_not_read_again(
    saved: LastSaved, connection: sqlite3.Connection
) -> None:
    image = saved.image()
    connection.execute("DELETE FROM equipment")
    assert saved.keep(OURS)
    assert saved.image() == image
    assert saved.keep(LATER)
    assert saved.image() == connection.serialize() != image
    assert saved.is_of(LATER)


def test_what_is_known_gives_no_way_to_what_is_not_whole(
    saved: LastSaved, log: Path, connection: sqlite3.Connection
) -> None:
    image = saved.image()
    half = log.read_bytes()
    log.write_bytes(half[:8192] + bytes(len(half) - 8192))
    connection.execute("PRAGMA shrink_memory").fetchall()
    assert not saved.keep(LATER)
    assert saved.image() == image
    assert saved.is_of(OURS)


def test_after_a_failure_nothing_is_known_and_nothing_recorded(
    saved: LastSaved, connection: sqlite3.Connection
) -> None:
    saved.record()
    saved.fail()
    assert not saved.is_whole()
    assert not saved.is_to_be_proved
    assert isinstance(connection, Recorder)
    assert connection.recorded() is None


def test_a_change_is_proved_once_by_the_same_bytes(saved: LastSaved) -> None:
    assert saved.is_to_be_proved
    assert not saved.is_in(b"")
    assert saved.is_to_be_proved
    assert saved.is_in(saved.image())
    assert not saved.is_to_be_proved


def test_behind_another_window_s_change_there_is_nothing_to_prove(saved: LastSaved) -> None:
    saved.need_no_proof()
    assert not saved.is_to_be_proved
    assert saved.is_whole()


def in_a_thread(saved: LastSaved) -> Proof:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(result_of, saved.comparing()).result()


def test_a_large_log_is_compared_by_a_thread(
    saved: LastSaved, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_for_a_thread = [saved.is_for_a_thread]
    monkeypatch.setattr(kept_image, "LARGE", 0)
    assert [*is_for_a_thread, saved.is_for_a_thread] == [False, True]
    compared = in_a_thread(saved)
    assert compared == (OURS, True)
    saved.note(compared._replace(stamp=LATER))  # of what was saved before, or since
    assert saved.is_to_be_proved
    saved.note(compared)
    assert not saved.is_to_be_proved


def test_what_a_thread_finds_to_differ_is_looked_at_until_the_next_change(
    saved: LastSaved, log: Path, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_image, "LARGE", 0)
    whole = log.read_bytes()
    for spoilt in (copy_of(whole, "DELETE FROM equipment"), whole[:9000], b""):
        log.write_bytes(spoilt)
        saved.note(in_a_thread(saved))
        assert saved.is_to_be_proved
        is_for_a_thread = [saved.is_for_a_thread]
        log.write_bytes(whole)
        saved.record()
        connection.execute("UPDATE equipment SET name = 'Bar'")
        saved.follow(OURS)
        assert [*is_for_a_thread, saved.is_for_a_thread] == [False, True]
        whole = log.read_bytes()
    log.unlink()
    assert in_a_thread(saved) == (OURS, False)


def test_the_same_file_is_not_spoilt_and_stays_known(saved: LastSaved) -> None:
    assert not saved.is_spoilt_in(saved.image(), is_touched=True)
    assert saved.is_whole()
    assert not saved.is_to_be_proved


@pytest.mark.parametrize(("is_touched", "stamp"), [(True, OURS), (False, LATER)])
def test_a_later_copy_is_not_spoilt_and_what_it_lacks_is_kept_aside(
    saved: LastSaved, log: Path, stamp: Stamp, *, is_touched: bool
) -> None:
    image = saved.image()
    theirs = copy_of(image, "DELETE FROM equipment", stamp)
    assert not saved.is_spoilt_in(theirs, is_touched=is_touched)
    assert kept_aside(log) == [image]
    assert not saved.is_whole()  # by now the file is theirs


def test_of_a_later_copy_that_has_all_of_it_nothing_is_kept_aside(
    saved: LastSaved, log: Path
) -> None:
    theirs = copy_of(saved.image(), "UPDATE equipment SET name = 'Bar'", LATER)
    assert not saved.is_spoilt_in(theirs, is_touched=True)
    assert not folder_of(log).exists()


def test_a_file_that_differs_in_its_free_bytes_is_not_spoilt(saved: LastSaved) -> None:
    image = bytearray(saved.image())
    image[72] ^= 1  # kept for expansion
    assert not saved.is_spoilt_in(bytes(image), is_touched=False)
    assert not saved.is_to_be_proved


@pytest.mark.parametrize("is_touched", [False, True])
def test_a_file_that_is_not_whole_is_spoilt_and_the_log_stays_known(
    saved: LastSaved, *, is_touched: bool
) -> None:
    image = saved.image()
    for torn in (b"", image[:8192] + bytes(len(image) - 8192)):
        assert saved.is_spoilt_in(torn, is_touched=is_touched)
        assert saved.is_to_be_proved
        assert saved.image() == image


def test_another_file_that_was_not_written_later_is_spoilt(saved: LastSaved, log: Path) -> None:
    theirs = copy_of(saved.image(), "DELETE FROM equipment")
    assert saved.is_spoilt_in(theirs, is_touched=False)
    assert not folder_of(log).exists()


def test_of_what_is_kept_aside_nothing_is_written_over(saved: LastSaved, log: Path) -> None:
    for _ in range(3):
        saved.keep_aside_what_is_not_in(set())
    assert kept_aside(log) == [saved.image()] * 3
    saved.keep_aside_what_is_not_in({(Equipment, STEP.id)})
    assert len(kept_aside(log)) == 3
