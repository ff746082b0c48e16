"""A log in memory follows the one on the disk byte for byte."""

import datetime
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.file_words import FileWord, Topic
from tracker.domain.session import LoggedSet, Session
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
def kept(log: Path) -> Iterator[KeptImage]:
    kept = KeptImage(log.read_bytes())
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
