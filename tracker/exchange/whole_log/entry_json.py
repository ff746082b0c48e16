"""One entry as JSON, written and read: an object with the fields of its dataclass.

Days and instants are ISO 8601 (instants with offset), words as in the domain, loads in kilograms,
null for unknown, and a tempo an object of its four phases.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from enum import StrEnum
from typing import Any, Final

from tracker.domain.entry import MOST_WHOLE, require_keepable
from tracker.domain.entry_fields import EntryField, fields_of
from tracker.worded import worded

# Single values


@dataclass(frozen=True, slots=True)
class Codec:
    """How a value of one type is written, and read back or refused with a ValueError.

    The error message is for a person and has no subject, which the caller adds.
    """

    written: Callable[[Any], Any]
    read: Callable[[object], Any]


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(worded("must be a text."))
    require_keepable("It", value)
    return value


def read_whole(value: object) -> int:
    """Read a whole number small enough for every program.

    Raises:
        ValueError: If it is not one; the message has no subject.
    """
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > MOST_WHOLE:
        raise ValueError(worded("must be a whole number."))
    return value


def _read_number(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise ValueError(worded("must be a number."))
    return float(value) if isinstance(value, float) else float(read_whole(value))


def _read_list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError(worded("must be a list."))
    return value


def _read_day(value: object) -> datetime.date:
    try:
        return datetime.date.fromisoformat(_read_text(value))
    except ValueError:
        raise ValueError(worded("must be a day like 2026-11-24.")) from None


def read_instant(value: object) -> datetime.datetime:
    """Read an instant of whatever year, with its offset if it has one.

    Raises:
        ValueError: If it is not one; the message has no subject.
    """
    try:
        return datetime.datetime.fromisoformat(_read_text(value))
    except ValueError:
        raise ValueError(worded("must be an instant like 2026-11-24T18:05:00+01:00.")) from None


_PLAIN: Final[dict[type, Codec]] = {
    str: Codec(str, _read_text),
    int: Codec(int, read_whole),
    float: Codec(float, _read_number),
    datetime.date: Codec(datetime.date.isoformat, _read_day),
    datetime.datetime: Codec(datetime.datetime.isoformat, read_instant),
}


def _codec_of_field(field: EntryField) -> Codec:
    """Return the codec for a field: plain, a word, an object, or a list of these."""
    codec = _codec_of_value(field.value_type)
    if field.is_tuple:
        codec = _list_of(codec)
    return _or_null(codec) if field.is_optional else codec


def _codec_of_value(kind: type) -> Codec:
    if is_dataclass(kind):
        return codec_of(kind)
    if issubclass(kind, StrEnum):
        return Codec(str, _word_reader(kind))
    return _PLAIN[kind]


def _list_of(codec: Codec) -> Codec:
    return Codec(
        lambda values: [codec.written(value) for value in values],
        lambda value: tuple(map(codec.read, _read_list(value))),
    )


def _or_null(codec: Codec) -> Codec:
    return Codec(
        lambda value: None if value is None else codec.written(value),
        lambda value: None if value is None else codec.read(value),
    )


def _word_reader(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    words = {member.value: member for member in kind}

    def read(value: object) -> StrEnum:
        word = words.get(value) if isinstance(value, str) else None
        if word is None:
            raise ValueError(worded("must be one of {}.", ", ".join(words)))
        return word

    return read


# One entry


def codec_of(kind: type) -> Codec:
    """Return the codec for a dataclass: an object of all its fields; an id is always required."""
    fields = fields_of(kind)
    codecs = {each.name: _codec_of_field(each) for each in fields}
    required = {each.name for each in fields if each.name == "id" or not each.has_default}

    def written(entry: object) -> dict[str, object]:
        return {name: codec.written(getattr(entry, name)) for name, codec in codecs.items()}

    def read(value: object) -> Any:
        if not isinstance(value, dict):
            raise ValueError(worded("must be an object."))
        unknown = value.keys() - codecs.keys()
        if unknown:
            raise ValueError(worded("has no field “{}”.", min(unknown)))
        missing = required - value.keys()
        if missing:
            raise ValueError(worded("lacks the field “{}”.", min(missing)))
        given = {}
        for name, part in value.items():
            try:
                given[name] = codecs[name].read(part)
            except ValueError as error:
                raise ValueError(worded("{} {}", name, error)) from None
        return kind(**given)

    return Codec(written, read)
