"""FitNotes' own backup, an SQLite file, read as the table that FitNotes would export.

Its weights are in kilograms, whatever unit the app shows. The file is opened read-only.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tracker import TrackerError
from tracker.disk import MOST_TEXT, disk_in_words
from tracker.storage.opening import opened_whole
from tracker.storage.strangers import StrangerError, require_plain_tables
from tracker.worded import worded

_TABLES: Final = ("training_log", "exercise", "category", "comment", "bodyweight")
HEADINGS: Final = ("Date", "Exercise", "Category", "Weight (kg)", "Reps", "Comment")
BODYWEIGHT_HEADINGS: Final = ("Date", "Weight (kg)")
_OF_A_ROW: Final = 64  # characters added for each row, besides its text
# Versions 14 (2017) and 22 (2024) both have these tables; comments belong to sets.
_SETS: Final = """
SELECT log.date, exercise.name, coalesce(Category.name, ''), log.metric_weight, log.reps,
    coalesce((SELECT group_concat(comment, '; ') FROM Comment
        WHERE owner_type_id = 1 AND owner_id = log._id), ''), log._id
FROM training_log AS log
JOIN exercise ON exercise._id = log.exercise_id
LEFT JOIN Category ON Category._id = exercise.category_id
"""
_SETS_WITHOUT_COMMENTS: Final = """
SELECT log.date, exercise.name, '', log.metric_weight, log.reps, '', log._id
FROM training_log AS log
JOIN exercise ON exercise._id = log.exercise_id
"""


def is_fitnotes_backup(path: Path, named: Path | None = None) -> bool:
    """Tell whether an SQLite file is a backup of FitNotes.

    Args:
        path: The file.
        named: What to call it in an error, if it was unpacked from a file of the runner.

    Raises:
        TrackerError: If it cannot be read.
    """
    with _opened(path, named or path) as connection:
        tables = {
            name.casefold()
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        }
    return {"training_log", "exercise"} <= tables


def fitnotes_sets(path: Path, named: Path | None = None) -> list[list[str]]:
    """Read the sets of a backup.

    Args:
        path: The file.
        named: What to call it in an error, if it was unpacked from a file of the runner.

    Returns:
        Rows of cells under ``HEADINGS``, by day.

    Raises:
        TrackerError: If it cannot be read.
    """
    with _opened(path, named or path) as connection:
        try:
            rows = _bounded(connection.execute(_SETS), named or path)
        except sqlite3.OperationalError as error:
            _require_older_version(error)  # a version without categories or comments
            rows = _bounded(connection.execute(_SETS_WITHOUT_COMMENTS), named or path)
    return rows


def fitnotes_bodyweights(path: Path, named: Path | None = None) -> list[list[str]]:
    """Read the bodyweights of a backup; empty if it has no table of them.

    Args:
        path: The file.
        named: What to call it in an error, if it was unpacked from a file of the runner.

    Returns:
        Rows of cells under ``BODYWEIGHT_HEADINGS``, by day.

    Raises:
        TrackerError: If it cannot be read.
    """
    with _opened(path, named or path) as connection:
        try:
            found = connection.execute("SELECT date, body_weight_metric, rowid FROM BodyWeight")
            rows = _bounded(found, named or path)
        except sqlite3.OperationalError as error:
            _require_older_version(error)
            rows = []
    return rows


def _bounded(rows: Iterable[tuple[object, ...]], path: Path) -> list[list[str]]:
    """Read rows as texts sorted by day, up to the limit for a file.

    The rows can take up many times the size of the file: each set repeats the name of its exercise,
    and joining on a column that is no key pairs everything with everything. SQLite itself would
    sort so many rows on disk.

    Args:
        rows: Rows that start with the day and end with the row number.
        path: What to call the file in an error.

    Raises:
        TrackerError: If there are more.
    """
    read: list[tuple[str, int, list[str]]] = []
    size = 0
    for *values, number in rows:
        cells = list(map(_text, values))
        size += _OF_A_ROW + sum(map(len, cells))
        if size > MOST_TEXT:
            raise TrackerError(worded("{} could not be read: no training has as much text.", path))
        read.append((cells[0], number if isinstance(number, int) else 0, cells))
    return [cells for _, _, cells in sorted(read)]


def _require_older_version(error: sqlite3.OperationalError) -> None:
    """Ignore that a table or column is missing, as in older versions; otherwise raise the error."""
    if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
        raise error


def _text(value: object) -> str:
    return "" if value is None else str(value)


@contextmanager
def _opened(path: Path, named: Path) -> Iterator[sqlite3.Connection]:
    try:
        with disk_in_words(named, "read"), opened_whole(path) as connection:
            require_plain_tables(connection, _TABLES)
            connection.text_factory = lambda data: data.decode(errors="replace")
            yield connection
    except (sqlite3.Error, StrangerError) as error:
        raise TrackerError(worded("{} could not be read: {}.", named, error)) from error
