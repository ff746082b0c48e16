"""Step eight of the schema: what words of other programs' files mean, as told by the runner.

They are kept apart from the entries: sessions, plans and charts do not use them, and undo does not
affect them.
"""

import sqlite3
from collections.abc import Iterable
from typing import Final

from tracker.domain.file_words import FileWord, Topic

TABLE: Final = "file_words"
_TABLE: Final = f"""
CREATE TABLE {TABLE} (
    shape TEXT NOT NULL CHECK (length(shape) <= 200),
    topic TEXT NOT NULL CHECK (length(topic) <= 200),
    word TEXT NOT NULL CHECK (length(word) <= 200),
    means TEXT NOT NULL CHECK (length(means) <= 200),
    PRIMARY KEY (shape, topic, word)
) STRICT
"""


def let_words_be_remembered(connection: sqlite3.Connection) -> None:
    """Add the table of words."""
    connection.execute(_TABLE)


def words_in(connection: sqlite3.Connection) -> list[FileWord]:
    """List the remembered words, skipping topics known only to later versions or other programs."""
    rows = connection.execute(f"SELECT shape, topic, word, means FROM {TABLE} ORDER BY rowid")
    topics = set(Topic)
    return [
        FileWord(shape, Topic(topic), word, means)
        for shape, topic, word, means in rows
        if topic in topics
    ]


def put_words(connection: sqlite3.Connection, words: Iterable[FileWord]) -> None:
    """Remember words, within a transaction, replacing their earlier meanings."""
    connection.executemany(
        f"INSERT OR REPLACE INTO {TABLE} (shape, topic, word, means) VALUES (?, ?, ?, ?)",
        [(each.shape, each.topic.value, each.word, each.means) for each in words],
    )
