"""Converts an entry of the domain to a row of a table and back, following the entry's dataclass."""

import datetime
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from enum import StrEnum
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import Any, Final

from tracker.domain.change import Entry
from tracker.domain.entry import require_id
from tracker.domain.entry_fields import KINDS, EntryField, fields_of

Row = Mapping[str, Any]
Reader = Callable[[Sequence[Any]], Any]  # makes a value from a row

# Session starts sort by the runner's local time, as in exported files.
BY_DAY_AND_START: Final = "date, substr(started_at, 12, 8), id"
BY_NAME: Final = "name COLLATE NOCASE, id"  # order of equipment
AS_ADDED: Final = "added_us, id"  # the same order in every log, wherever SQLite stores the rows


def _names_of(cursor: sqlite3.Cursor) -> tuple[str, ...]:
    return tuple(column[0] for column in cursor.description)


def rows_of(cursor: sqlite3.Cursor) -> Iterator[Row]:
    """Return the results of a query row by row, by column name."""
    names = _names_of(cursor)
    return (dict(zip(names, values, strict=True)) for values in cursor)


# Single values

Conversion = Callable[[Any], Any]
# How to convert a value for SQLite, and back; None to leave it as it is.
Conversions = tuple[Conversion | None, Conversion | None]


def _digits_of(numbers: tuple[int, ...]) -> str:
    return "".join(map(str, numbers))


def _numbers_of(digits: str) -> tuple[int, ...]:
    return tuple(map(int, digits))


def _text_of_days(days: tuple[datetime.date, ...]) -> str:
    return " ".join(day.isoformat() for day in days)


def _days_of(text: str) -> tuple[datetime.date, ...]:
    return tuple(map(datetime.date.fromisoformat, text.split()))


def _text_of_numbers(numbers: tuple[float, ...]) -> str:
    return " ".join(map(repr, numbers))


def _numbers_in(text: str) -> tuple[float, ...]:
    return tuple(map(float, text.split()))


# Fields whose type alone does not say how to store them.
_SPECIAL: Final[Mapping[str, Conversions]] = {
    "weekdays": (_digits_of, _numbers_of),
    "begun_on": (_text_of_days, _days_of),
    "trials": (_text_of_numbers, _numbers_in),
}


def _conversions(field: EntryField) -> Conversions:
    """Return how the single column of a field is written and read.

    Raises:
        TypeError: If there is no conversion for its type; add one to ``_SPECIAL``.
    """
    kind = field.value_type
    if field.name in _SPECIAL:
        return _SPECIAL[field.name]
    if field.is_tuple:
        raise TypeError(f"No column can keep {field.name}.")
    if issubclass(kind, StrEnum):
        return attrgetter("_value_"), kind  # a StrEnum's plain text, which SQLite takes as it is
    if issubclass(kind, datetime.date):  # includes datetime
        return kind.isoformat, kind.fromisoformat
    if kind in (str, int, float):
        return None, None
    raise TypeError(f"No column can keep {field.name}.")


_WORDS: Final = {str: "text", int: "whole number", float: "number"}


def _types_of(field: EntryField) -> tuple[type, ...]:
    """Return the types in which SQLite may return a field's value; messages use the first."""
    types: tuple[type, ...] = (str,)
    if field.name not in _SPECIAL:
        types = {int: (int,), float: (float, int)}.get(field.value_type, types)
    return (*types, type(None)) if field.is_optional else types


def _optional(convert: Conversion | None, field: EntryField) -> Conversion | None:
    if convert is None or not field.is_optional:
        return convert
    return lambda value: None if value is None else convert(value)


# Whole entries


class _Form:
    """How the fields of a dataclass fill the columns of a row.

    Each field has the column of its name. A field that is itself a dataclass, such as a tempo, has
    a column for each of its own fields, ``tempo_raise_s`` and so on, all NULL if it is None.

    Args:
        kind: The dataclass.
        prefix: Prefix of its column names.
    """

    def __init__(self, kind: type, prefix: str = "") -> None:
        self._kind = kind
        self._columns: list[str] = []
        self._kept: list[tuple[int, Conversion]] = []  # with the index of its column
        self._within: list[tuple[int, str, _Form]] = []
        self._read: list[tuple[int, Conversion]] = []
        first_columns, names = [], []
        self._types: list[tuple[type, ...]] = []
        self._known: set[tuple[type, ...]] = set()  # types of whole rows found to be right
        for place, field in enumerate(fields_of(kind)):
            column = prefix + field.name
            if is_dataclass(field.value_type):
                form = _Form(field.value_type, f"{column}_")
                self._within.append((place, field.name, form))
                first_columns.append(form._columns[0])
                self._types.append((object,))  # checked by the nested form
                continue
            self._types.append(_types_of(field))
            kept, read = (_optional(each, field) for each in _conversions(field))
            if kept is not None:
                self._kept.append((len(self._columns), kept))
            if read is not None:
                self._read.append((place, read))
            names.append(field.name)
            self._columns.append(column)
            first_columns.append(column)
        self._values_of = attrgetter(*names)
        self.columns = [*self._columns]
        for _, _, form in self._within:
            self.columns += form.columns
        self._names_in = first_columns
        self._readers: dict[tuple[str, ...], Reader] = {}  # by the columns of the rows

    def to_values(self, value: Any) -> list[Any]:
        """Return the column values for a value, in order; all None for None."""
        if value is None:
            return [None] * len(self.columns)
        values = list(self._values_of(value))
        for place, keep in self._kept:
            values[place] = keep(values[place])
        for _, name, form in self._within:
            values += form.to_values(getattr(value, name))
        return values

    def reader(self, names: tuple[str, ...]) -> Reader:
        """Return a function that makes the value from a row with these columns."""
        if names not in self._readers:
            self._readers[names] = self._make_reader(names)
        return self._readers[names]

    def _make_reader(self, names: tuple[str, ...]) -> Reader:
        # A whole log is read this way, and finding values by index is faster than by name.
        places = {name: place for place, name in enumerate(names)}
        values_in = itemgetter(*(places[name] for name in self._names_in))
        within = [(place, form.reader(names)) for place, _, form in self._within]
        id_place = self._names_in.index("id") if "id" in self._names_in else None
        kind, known, conversions = self._kind, self._known, self._read

        def read(row: Sequence[Any]) -> Any:
            values = list(values_in(row))
            if tuple(map(type, values)) not in known:
                self._require_types(values)
            if id_place is not None:
                id_ = values[id_place]
                if len(id_) != 32 or not id_.isalnum():  # nearly all ids are made by ``new_id``
                    require_id(id_)
            for place, convert in conversions:
                values[place] = convert(values[place])
            for place, read_within in within:
                if values[place] is not None:
                    values[place] = read_within(row)
            return kind(*values)

        return read

    def _require_types(self, values: Sequence[object]) -> None:
        """Refuse values of wrong types, caused by damage or by a table without strict types.

        Raises:
            TypeError: Naming the column.
        """
        for name, value, types in zip(self._names_in, values, self._types, strict=True):
            if not isinstance(value, types):
                what = "bytes that are" if isinstance(value, bytes) else "a value that is"
                raise TypeError(f"{name} holds {what} no {_WORDS[types[0]]}")
        self._known.add(tuple(map(type, values)))


class EntryTable:
    """The table of one kind of entry, and the conversion of entries to its rows and back.

    Args:
        name: The name of the table.
        kind: The kind of entry.
    """

    def __init__(self, name: str, kind: type[Entry]) -> None:
        self.name = name
        self._kind = kind

    @cached_property
    def _form(self) -> _Form:
        """Made on first use, because opening a log needs only a few kinds."""
        return _Form(self._kind)

    @property
    def columns(self) -> Sequence[str]:
        """The columns of an entry's fields, without those of edit and added times."""
        return self._form.columns

    def to_values(self, entry: Entry) -> list[Any]:
        """Return the values of these columns for an entry."""
        return self._form.to_values(entry)

    def to_row(self, entry: Entry) -> dict[str, Any]:
        """Convert an entry to a row, without edit and added times."""
        return dict(zip(self.columns, self.to_values(entry), strict=True))

    def from_row(self, row: Row) -> Any:
        """Make the entry of a row, ignoring columns that are not its fields.

        Raises:
            ValueError, TypeError: If the domain does not allow such an entry.
            KeyError: If the row lacks a field's column.
        """
        return self._form.reader(tuple(row))(tuple(row.values()))

    def entries_in(self, found: sqlite3.Cursor) -> Iterator[Any]:
        """Yield the entries that a query found; the iterator raises the same as ``from_row``."""
        return map(self._form.reader(_names_of(found)), found)


TABLES: Final[Mapping[type, EntryTable]] = {
    kind: EntryTable(name, kind) for name, kind in KINDS.items()
}
