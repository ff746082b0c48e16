"""FitNotes' own backup, an SQLite file, read as the table that FitNotes would export.

Its weights are kilograms whatever the account shows. The file is opened read-only and left as it
is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tracker import TrackerError
from tracker.disk import disk_in_words
from tracker.storage.opening import opened_whole
from tracker.storage.strangers import StrangerError, require_plain_tables

_TABLES: Final = ("training_log", "exercise", "category", "comment", "bodyweight")
HEADINGS: Final = ("Date", "Exercise", "Category", "Weight (kg)", "Reps", "Comment")
BODYWEIGHT_HEADINGS: Final = ("Date", "Weight (kg)")
# Version 14 (2017) and 22 (2024) have these tables alike; a comment is of a set.
_SETS: Final = """
SELECT log.date, exercise.name, coalesce(Category.name, ''), log.metric_weight, log.reps,
    coalesce((SELECT group_concat(comment, '; ') FROM Comment
        WHERE owner_type_id = 1 AND owner_id = log._id), '')
FROM training_log AS log
JOIN exercise ON exercise._id = log.exercise_id
LEFT JOIN Category ON Category._id = exercise.category_id
ORDER BY log.date, log._id
"""
_SETS_WITHOUT_COMMENTS: Final = """
SELECT log.date, exercise.name, '', log.metric_weight, log.reps, ''
FROM training_log AS log
JOIN exercise ON exercise._id = log.exercise_id
ORDER BY log.date, log._id
"""


def is_fitnotes_backup(path: Path) -> bool:
    """Tell whether an SQLite file is a backup of FitNotes.

    Raises:
        TrackerError: If it cannot be read.
    """
    with _opened(path) as connection:
        tables = {
            name.casefold()
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        }
    return {"training_log", "exercise"} <= tables


def fitnotes_sets(path: Path) -> list[list[str]]:
    """Read the sets of a backup.

    Returns:
        Cells below ``HEADINGS``, by day.

    Raises:
        TrackerError: If it cannot be read.
    """
    with _opened(path) as connection:
        try:
            rows = connection.execute(_SETS).fetchall()
        except sqlite3.OperationalError as error:
            _require_older_version(error)  # without categories or comments
            rows = connection.execute(_SETS_WITHOUT_COMMENTS).fetchall()
    return [
        [_text(date), _text(name), _text(category), _text(weight), _text(reps), _text(comment)]
        for date, name, category, weight, reps, comment in rows
    ]


def fitnotes_bodyweights(path: Path) -> list[list[str]]:
    """Read the bodyweights of a backup; none where it has no table of them.

    Returns:
        Cells below ``BODYWEIGHT_HEADINGS``, by day.

    Raises:
        TrackerError: If it cannot be read.
    """
    with _opened(path) as connection:
        try:
            rows = connection.execute(
                "SELECT date, body_weight_metric FROM BodyWeight ORDER BY date"
            ).fetchall()
        except sqlite3.OperationalError as error:
            _require_older_version(error)
            rows = []
    return [[_text(date), _text(weight)] for date, weight in rows]


def _require_older_version(error: sqlite3.OperationalError) -> None:
    """Pass over that a table or a column is not there, and nothing else."""
    if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
        raise error


def _text(value: object) -> str:
    return "" if value is None else str(value)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with disk_in_words(path, "read"), opened_whole(path) as connection:
            require_plain_tables(connection, _TABLES)
            connection.text_factory = lambda data: data.decode(errors="replace")
            yield connection
    except (sqlite3.Error, StrangerError) as error:
        raise TrackerError(f"{path} could not be read: {error}.") from error
