"""What words of other programs' files mean is kept beside the entries of a log."""

import sqlite3
from pathlib import Path

import pytest

from tracker import TrackerError
from tracker.domain.file_words import FileWord, Topic
from tracker.storage.copied import contents_of
from tracker.storage.database import Database

LEFT = FileWord("Hevy", Topic.SIDE, "izq", "left")


def test_words_are_kept_and_said_anew(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    database = Database.create(path)
    assert database.file_words() == []
    database.remember_words([LEFT, FileWord("Hevy", Topic.MONTH, "oka", "1")])
    database.remember_words([FileWord("Hevy", Topic.SIDE, "izq", "both")])
    database.remember_words([])
    database.close()
    database = Database.open(path)
    assert set(database.file_words()) == {
        FileWord("Hevy", Topic.SIDE, "izq", "both"),
        FileWord("Hevy", Topic.MONTH, "oka", "1"),
    }
    assert database.complaints() == []
    database.close()
    assert contents_of(path)[0] == ()


def test_a_topic_of_a_later_version_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    Database.create(path).close()
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO file_words VALUES ('Hevy', 'colour', 'rot', 'red')")
    connection.commit()
    connection.close()
    database = Database.open(path)
    assert database.file_words() == []
    database.close()


def test_a_log_with_a_trigger_remembers_no_words(tmp_path: Path) -> None:
    """It can only be read, which was said when it was opened."""
    path = tmp_path / "log.soleus"
    Database.create(path).close()
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE TRIGGER t AFTER INSERT ON file_words BEGIN DELETE FROM file_words; END"
    )
    connection.close()
    before = path.read_bytes()
    database = Database.open(path)
    database.remember_words([LEFT])
    assert database.file_words() == []
    database.close()
    assert path.read_bytes() == before


def test_words_that_cannot_be_saved_are_told(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    database = Database.create(path)
    database._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(TrackerError, match="could not be saved"):
        database.remember_words([LEFT])
    database.close()
