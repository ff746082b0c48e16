"""One entry as JSON, there and back: an object of the fields of its dataclass.

Days and instants are ISO 8601 (instants with their offset), words as the domain has them, loads in
kilograms, null for unknown, a tempo an object of its four phases.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from types import NoneType
from typing import Any, Final, get_args, get_origin, get_type_hints

from tracker.domain.entry import require_day, require_keepable

_MOST_DIGITS: Final = 2**53  # above it, not every program tells whole numbers apart


# One value


@dataclass(frozen=True, slots=True)
class Codec:
    """How a value of one type is written, and read back or refused with a ValueError."""

    written: Callable[[Any], object]
    read: Callable[[object], Any]


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a text.")
    require_keepable("It", value)
    return value


def _read_whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _MOST_DIGITS:
        raise ValueError("must be a whole number.")
    return value


def _read_number(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise ValueError("must be a number.")
    return float(value) if isinstance(value, float) else float(_read_whole(value))


def _read_list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("must be a list.")
    return value


def _read_day(value: object) -> datetime.date:
    try:
        return datetime.date.fromisoformat(_read_text(value))
    except ValueError:
        raise ValueError("must be a day like 2026-11-24.") from None


def read_instant(value: object) -> datetime.datetime:
    """Read an instant.

    Raises:
        ValueError: If it is none, or no day of this calendar; the sentence lacks its subject.
    """
    try:
        instant = datetime.datetime.fromisoformat(_read_text(value))
    except ValueError:
        raise ValueError("must be an instant like 2026-11-24T18:05:00+01:00.") from None
    require_day("It", instant.date())
    return instant


_PLAIN: Final[dict[type, Codec]] = {
    str: Codec(str, _read_text),
    int: Codec(int, _read_whole),
    float: Codec(float, _read_number),
    datetime.date: Codec(datetime.date.isoformat, _read_day),
    datetime.datetime: Codec(datetime.datetime.isoformat, read_instant),
}


def _codec_of(hint: Any) -> Codec:
    """Give the codec of a field's type: plain, a word of an enum, an object, or one of these."""
    members = get_args(hint)
    if NoneType in members:
        (inner,) = (_codec_of(member) for member in members if member is not NoneType)
        return Codec(
            lambda value: None if value is None else inner.written(value),
            lambda value: None if value is None else inner.read(value),
        )
    if get_origin(hint) is tuple:
        each = _codec_of(members[0])
        return Codec(
            lambda values: [each.written(value) for value in values],
            lambda value: tuple(map(each.read, _read_list(value))),
        )
    if is_dataclass(hint):
        shape = shape_of(hint)
        return Codec(shape.written, shape.read)
    if issubclass(hint, StrEnum):
        return Codec(str, _word_reader(hint))
    return _PLAIN[hint]


def _word_reader(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    words = {member.value: member for member in kind}

    def read(value: object) -> StrEnum:
        word = words.get(value) if isinstance(value, str) else None
        if word is None:
            raise ValueError(f"must be one of {', '.join(words)}.")
        return word

    return read


# One entry


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a dataclass, each with its codec."""

    kind: type
    codecs: Mapping[str, Codec]
    required: frozenset[str]

    def written(self, value: object) -> dict[str, object]:
        """Give an entry as an object of all its fields."""
        return {name: codec.written(getattr(value, name)) for name, codec in self.codecs.items()}

    def read(self, value: object) -> Any:
        """Give the entry of an object.

        Raises:
            ValueError: In words for a person, if it is none.
        """
        if not isinstance(value, dict):
            raise ValueError("must be an object.")
        unknown = value.keys() - self.codecs.keys()
        if unknown:
            raise ValueError(f"has no field “{min(unknown)}”.")
        missing = self.required - value.keys()
        if missing:
            raise ValueError(f"lacks the field “{min(missing)}”.")
        given = {}
        for name, part in value.items():
            try:
                given[name] = self.codecs[name].read(part)
            except ValueError as error:
                raise ValueError(f"{name} {error}") from None
        return self.kind(**given)


def shape_of(kind: Any) -> Shape:
    """Give the shape of a dataclass; an id is always required."""
    hints = get_type_hints(kind)
    return Shape(
        kind,
        {each.name: _codec_of(hints[each.name]) for each in fields(kind)},
        frozenset(
            each.name
            for each in fields(kind)
            if each.name == "id" or each.default is each.default_factory is MISSING
        ),
    )
