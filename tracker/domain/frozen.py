"""Frozen dataclasses for what every start makes, in a fifth of the time ``dataclass`` takes.

``dataclass`` writes and compiles six methods a class, half a millisecond each time the program
starts. Only ``__init__`` must be written, through which a hundred thousand sets are read; the other
methods are the same for every class, which tells them its fields. What a start does without is made
by ``dataclass`` itself, and small values without a check are named tuples.
"""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[Made]) -> type[Made]:
    """Make a class what ``dataclass(frozen=True, slots=True)`` makes of it.

    ``fields``, ``replace`` and ``is_dataclass`` take it as any other. What it says itself of its
    equality, its hash or its looks stays. Fields have no other options than a default or its
    factory.
    """
    made = dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    methods = {"__init__": _init_of(made), **_compared(made), **_SHARED}
    for name, method in methods.items():
        if name not in vars(kind):
            setattr(made, name, method)
    return made


def _init_of(made: type) -> Callable[..., None]:
    """Write the method that takes the fields, in their order or by name."""
    taken, kept = [], []
    known: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    for each in fields(made):
        name, given = each.name, each.name
        if each.default_factory is not MISSING:
            known[f"_{name}"] = each.default_factory
            taken.append(f"{name}=_missing")
            given = f"_{name}() if {name} is _missing else {name}"
        elif each.default is not MISSING:
            known[f"_{name}"] = each.default
            taken.append(f"{name}=_{name}")
        else:
            taken.append(name)
        kept.append(f"_set(self, {name!r}, {given})")
    if hasattr(made, "__post_init__"):
        kept.append("self.__post_init__()")
    exec(f"def __init__(self, {', '.join(taken)}): {'; '.join(kept)}", known)
    init: Callable[..., None] = known["__init__"]
    return init


def _compared(made: type) -> dict[str, Callable[..., Any]]:
    """Give the methods by which values of one class are equal where all of their fields are."""
    values_of = attrgetter(*made.__match_args__)  # type: ignore[attr-defined]

    def equals(self: object, other: object) -> object:
        return values_of(self) == values_of(other) if type(other) is made else NotImplemented

    def hashed(self: object) -> int:
        return hash(values_of(self))

    return {"__eq__": equals, "__hash__": hashed}


def _told(self: Any) -> str:
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({values})"


def _refuse_to_set(_self: object, name: str, _value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


_SHARED = {
    "__repr__": _told,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
}
