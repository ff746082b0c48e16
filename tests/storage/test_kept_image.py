"""A second log follows the one on the disk byte for byte, without a name or in memory."""

import datetime
import os
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.file_words import FileWord, Topic
from tracker.domain.session import LoggedSet, Session
from tracker.storage import kept_image
from tracker.storage.database import Database
from tracker.storage.kept_image import KeptImage, Recorder, Statement

DAY = datetime.date(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 18, tzinfo=datetime.UTC)
STEP = Equipment("Step")


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
def passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(params=["on a disk", "in memory"])
def kept(log: Path, request: pytest.FixtureRequest) -> Iterator[KeptImage]:
    kept = KeptImage(log.read_bytes(), log if request.param == "on a disk" else None)
    assert (kept._file is None) == (request.param == "in memory")
    yield kept
    kept.close()


def image_of(database: Database) -> bytes:
    return database._last_saved.image()


def test_whatever_is_done_and_undone_the_bytes_are_those_on_the_disk(
    database: Database, log: Path
) -> None:
    chance = random.Random(1)
    undo: list[Change] = []
    sessions: list[Session] = []
    for number in range(150):
        session = chance.choice(sessions) if sessions else None
        what = chance.random()
        if session is None or what < 0.2:
            session = Session(DAY, note="a" * chance.randrange(3_000))
            change = Change.adding(session)
            sessions.append(session)
        elif what < 0.6:
            place = session.id, Exercise.SEATED, Side.LEFT, number + 1
            change = Change.adding(LoggedSet(*place, 8, 60.1, position=number))
        elif what < 0.7:
            sessions.remove(session)
            change = Change.removing(*database.parts_of(session.id), session)
        elif what < 0.8:
            change = Change.replacing(session, noted := replace(session, note="b" * number))
            sessions[sessions.index(session)] = noted
        else:
            database.apply(undo.pop())
            sessions = list(database.sessions())
            continue
        undo.append(database.apply(change))
        assert image_of(database) == log.read_bytes()
    database.remember_words([FileWord("shape", Topic.MONTH, "Mai", "5")])
    database.note_joined(NOW)
    assert image_of(database) == log.read_bytes()


def test_reading_is_not_remembered(log: Path) -> None:
    with closing(sqlite3.connect(log, factory=Recorder)) as connection:
        assert connection.recorded() is None
        connection.record()
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(" select * from equipment").fetchall()
        connection.execute("UPDATE equipment SET name = ?", ["Bar"])
        connection.executemany("UPDATE equipment SET name = ?", iter([("A",), ("B",)]))
        sql = "UPDATE equipment SET name = ?"
        assert connection.recorded() == (
            [Statement(sql, [["Bar"]]), Statement(sql, [("A",), ("B",)])],
            3,
        )
        assert connection.recorded() is None
        connection.rollback()


ADD = "INSERT INTO equipment (id, name) VALUES (?, ?)"
MANY = [[f"{number}", f"No. {number}"] for number in range(500)]
ADDED = [Statement(ADD, MANY)]


def with_many_more(image: bytes) -> bytes:
    """Return a log with many more entries."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(image)
        connection.execute("BEGIN")
        connection.executemany(ADD, MANY)
        connection.execute("COMMIT")
        return connection.serialize()


def test_only_the_same_bytes_are_the_same(kept: KeptImage) -> None:
    image = kept.image()
    for other in (b"", image[:-1], image[:-1] + b"?", b"?" + image[1:], image + b"?"):
        assert not kept.is_same_as(other)
    assert kept.is_same_as(image)
    assert kept.follow(ADDED, len(MANY))
    assert not kept.is_same_as(image)
    assert kept.is_same_as(kept.image())
    assert kept.image() == with_many_more(image)


def test_what_lies_on_a_disk_has_no_name_and_shows_nothing_to_others(
    log: Path, passing: Path
) -> None:
    before = sorted(log.parent.iterdir())
    with closing(KeptImage(log.read_bytes(), log)) as kept:
        assert kept._file is not None
        assert list(passing.iterdir()) == []
        assert kept.follow(ADDED, len(MANY))
        assert list(passing.iterdir()) == []
        assert os.fstat(kept._file.fileno()).st_nlink == 0
    assert kept._file.closed
    assert sorted(log.parent.iterdir()) == before


def test_without_a_folder_for_what_passes_it_lies_beside_the_log(log: Path, passing: Path) -> None:
    passing.rmdir()
    before = sorted(log.parent.iterdir())
    with closing(KeptImage(log.read_bytes(), log)) as kept:
        assert kept._file is not None
        assert kept.follow(ADDED, len(MANY))
        assert sorted(log.parent.iterdir()) == before


def test_a_large_log_on_a_disk_is_for_a_thread_which_has_a_handle_of_its_own(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = log.read_bytes()
    with closing(KeptImage(image, log)) as kept:
        is_large = [kept.is_large]
        monkeypatch.setattr(kept_image, "LARGE", len(image) - 1)
        assert [*is_large, kept.is_large] == [False, True]
        file = kept.file()
    with file:
        assert kept_image.has_bytes(file, image)
        assert kept_image.has_bytes(file, image)
        assert not kept_image.has_bytes(file, image[:-1])
    with closing(KeptImage(image)) as kept:
        assert not kept.is_large


@pytest.mark.parametrize("why", ["no folder", "full", "no name can be taken away"])
def test_where_no_disk_takes_it_it_is_in_memory(
    log: Path, passing: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise OSError(why)

    with monkeypatch.context() as patch:
        if why == "no folder":
            patch.setattr(tempfile, "mkdtemp", fail)
        else:
            patch.setattr(Path, "write_bytes" if why == "full" else "unlink", fail)
        kept = KeptImage(log.read_bytes(), log)
    with closing(kept):
        assert kept._file is None
        assert list(passing.iterdir()) == []
        assert kept.is_same_as(log.read_bytes())
        assert kept.follow(ADDED, len(MANY))


def test_where_the_disk_takes_no_more_it_goes_on_in_memory(log: Path) -> None:
    with closing(KeptImage(log.read_bytes(), log)) as kept:
        (pages,) = kept._connection.execute("PRAGMA page_count").fetchone()
        kept._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        assert kept.follow(ADDED, len(MANY))
        assert kept._file is None
        image = kept.image()
    with closing(KeptImage(log.read_bytes(), log)) as kept:
        assert kept.follow(ADDED, len(MANY))
        assert kept.is_same_as(image)


def test_what_cannot_be_read_any_more_is_no_file_s_like_and_of_no_more_use(log: Path) -> None:
    with closing(KeptImage(log.read_bytes(), log)) as kept:
        assert kept._file is not None
        folder = os.open(log.parent, os.O_RDONLY)
        os.dup2(folder, kept._file.fileno())
        os.close(folder)
        assert not kept.is_same_as(log.read_bytes())
        kept._connection.close()
        assert not kept.follow(ADDED, len(MANY))


@pytest.mark.parametrize(
    ("sql", "rows", "changed"),
    [
        ("UPDATE equipment SET name = ?", [["Bar"]], 2),
        ("UPDATE nothing SET name = ?", [["Bar"]], 1),
        ("UPDATE equipment SET name = NULL", [[]], 1),
    ],
)
def test_what_does_otherwise_than_on_the_disk_is_of_no_more_use(
    kept: KeptImage, sql: str, rows: list[list[str]], changed: int
) -> None:
    assert not kept.follow([Statement(sql, rows)], changed)


def test_a_file_that_differs_in_its_free_bytes_says_the_same(kept: KeptImage) -> None:
    image = bytearray(kept.image())
    image[72] ^= 1  # kept for expansion
    assert kept.says_the_same_as(bytes(image))


def test_a_file_with_another_row_or_damage_does_not_say_the_same(
    kept: KeptImage, database: Database, log: Path
) -> None:
    image = kept.image()
    database.apply(Change.adding(Session(DAY)))
    assert not kept.says_the_same_as(log.read_bytes())
    assert not kept.says_the_same_as(image[:8192] + bytes(len(image) - 8192))
    assert not kept.says_the_same_as(b"no log" * 1000)
    assert kept.says_the_same_as(image)


def test_a_file_with_bytes_that_are_no_text_does_not_say_the_same(
    database: Database, log: Path
) -> None:
    database.apply(Change.adding(Session(DAY, note="Übung")))
    spoilt = log.read_bytes().replace("Übung".encode(), b"\xff\xffbung")
    with closing(KeptImage(log.read_bytes())) as kept:
        assert not kept.says_the_same_as(spoilt)


def test_a_file_with_the_same_rows_that_is_not_whole_does_not_say_the_same(
    kept: KeptImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept.says_the_same_as(kept.image())
    monkeypatch.setattr(KeptImage, "is_whole", lambda _: False)
    assert not kept.says_the_same_as(kept.image())


def test_half_a_file_is_not_whole_and_entries_are_named(kept: KeptImage) -> None:
    assert kept.is_whole()
    assert kept.keys() == {(Equipment, STEP.id)}
    assert kept.stamp().writes
    image = kept.image()
    for torn in (
        image[: len(image) // 2],
        image[:8192] + bytes(len(image) - 8192),
        b"no log" * 999,
    ):
        with closing(KeptImage(torn)) as half:
            assert not half.is_whole()
