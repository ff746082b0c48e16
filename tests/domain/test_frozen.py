"""Frozen classes are what dataclass makes of them, in less time."""

from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from itertools import count

import pytest

from tracker.domain.frozen import frozen
from tracker.domain.session import Tempo

numbers = count(1)


@frozen
class Shoe:
    """What stands on the floor."""

    size: int
    colour: str = "black"
    number: int = field(default_factory=lambda: next(numbers))

    def __post_init__(self) -> None:
        if self.size < 1:
            raise ValueError("No shoe is so small.")


@frozen
class Boot:
    """Of the same fields as a shoe."""

    size: int
    colour: str
    number: int


@frozen
class Named:
    """Equal by its name in whatever letters."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and self.name.lower() == other.name.lower()

    def __hash__(self) -> int:
        return hash(self.name.lower())

    def __repr__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Reference:
    """As ``Boot``, made by ``dataclass``."""

    size: int
    colour: str
    number: int


def test_fields_are_given_by_place_or_by_name_and_else_have_their_defaults() -> None:
    shoe = Shoe(42, number=7)
    assert (shoe.size, shoe.colour, shoe.number) == (42, "black", 7)
    assert Shoe(1).number + 1 == Shoe(1).number  # each asks the factory
    with pytest.raises(TypeError, match="size"):
        Shoe()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="weight"):
        Shoe(42, weight=1)  # type: ignore[call-arg]


def test_what_the_class_checks_is_checked_however_one_is_made() -> None:
    with pytest.raises(ValueError, match="so small"):
        Shoe(0)
    with pytest.raises(ValueError, match="so small"):
        replace(Shoe(42), size=0)


def test_it_is_a_dataclass_with_slots() -> None:
    kind: object = Shoe
    assert is_dataclass(kind)
    assert [each.name for each in fields(Shoe)] == ["size", "colour", "number"]
    assert replace(Shoe(42, "red", 7), size=43) == Shoe(43, "red", 7)
    assert not hasattr(Shoe(42), "__dict__")


def test_nothing_of_it_can_be_changed() -> None:
    shoe = Shoe(42)
    with pytest.raises(FrozenInstanceError, match="size"):
        shoe.size = 43  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="size"):
        del shoe.size
    assert shoe.size == 42


def test_those_of_one_class_are_equal_where_all_their_fields_are() -> None:
    shoe = Shoe(42, "red", 7)
    assert shoe == Shoe(42, "red", 7)
    assert hash(shoe) == hash(Shoe(42, "red", 7))
    others = Shoe(42, "red", 8), Boot(42, "red", 7), (42, "red", 7)
    assert shoe not in others


def test_it_looks_and_hashes_as_dataclass_has_it() -> None:
    assert repr(Boot(42, "red", 7)) == "Boot(size=42, colour='red', number=7)"
    assert repr(Reference(42, "red", 7)) == repr(Boot(42, "red", 7)).replace("Boot", "Reference")
    assert hash(Boot(42, "red", 7)) == hash(Reference(42, "red", 7))


def test_what_a_class_says_of_itself_stays() -> None:
    assert Named("Left") == Named("LEFT")
    assert len({Named("Left"), Named("LEFT")}) == 1
    assert repr(Named("Left")) == "Left"


def test_the_entries_are_made_so() -> None:
    tempo = Tempo(2, 1, 3, 0)
    with pytest.raises(FrozenInstanceError):
        tempo.top_s = 2  # type: ignore[misc]
    with pytest.raises(ValueError, match="tempo phase"):
        Tempo(-1, 1, 3, 0)
