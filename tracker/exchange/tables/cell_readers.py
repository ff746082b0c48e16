"""Reads cells of our own files back as values; each reader says in words what it cannot read.

In our own files a comma is always a decimal comma.
"""

import datetime
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from tracker.domain.entry import require_id
from tracker.domain.exercise import LONGEST_NAME
from tracker.exchange.csv_text import number_of, whole_of
from tracker.exchange.tables.dialect import restored
from tracker.worded import worded

Member = TypeVar("Member", bound=StrEnum)
CellValue = TypeVar("CellValue")


def required(what: str, read: Callable[[str], CellValue | None]) -> Callable[[str], CellValue]:
    """Make a reader that refuses an empty cell.

    Args:
        what: The subject of a sentence that ends in “missing”.
        read: A reader that returns None for an empty cell.
    """

    def read_required(cell: str) -> CellValue:
        value = read(cell)
        if value is None:
            raise ValueError(worded("{} missing.", what))
        return value

    return read_required


def day(cell: str) -> datetime.date | None:
    """Read a day."""
    try:
        return datetime.date.fromisoformat(cell.strip()) if cell.strip() else None
    except ValueError:
        raise ValueError(worded("“{}” is not a day like 2026-11-24.", cell)) from None


def time_of_day(cell: str) -> datetime.time | None:
    """Read a time of day, to the second."""
    try:
        time = datetime.time.fromisoformat(cell.strip()) if cell.strip() else None
    except ValueError:
        raise ValueError(worded("“{}” is not a time of day.", cell.strip())) from None
    return None if time is None else time.replace(microsecond=0, tzinfo=None)


def number(cell: str) -> float | None:
    """Read a number."""
    return number_of(cell, mark_is_comma=True) if cell.strip() else None


def whole(what: str) -> Callable[[str], int | None]:
    """Make a reader for a whole number of something."""
    return lambda cell: whole_of(what, number(cell))


def member(kind: type[Member], what: str) -> Callable[[str], Member | None]:
    """Make a reader for one of a fixed set of our own words.

    Args:
        kind: The enum of the words.
        what: What the words stand for, such as ``reason to stop``.
    """

    def read(cell: str) -> Member | None:
        word = cell.strip().casefold()
        if not word:
            return None
        if word not in set(kind):
            raise ValueError(
                worded("“{}” is no {}; it is one of {}.", cell.strip(), what, ", ".join(kind))
            )
        return kind(word)

    return read


def session_id(cell: str) -> str | None:
    """Read the id of a session."""
    id_ = restored(cell)
    if len(id_) > LONGEST_NAME:
        raise ValueError(worded("The name of a session may have {} characters.", LONGEST_NAME))
    if id_:
        require_id(id_)
    return id_ or None
