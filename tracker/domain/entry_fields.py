"""All kinds of entry and their fields, derived from the dataclasses; rows and files follow them."""

from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields, replace
from types import NoneType
from typing import Any, Final, NamedTuple, get_args, get_origin

from tracker.domain.change import Entry
from tracker.domain.event import Event
from tracker.domain.exercise import Equipment
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import Measurement
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Symptom

# By the name that a log and its files use; kinds that others refer to come first.
KINDS: Final[Mapping[str, type[Entry]]] = {
    "runner": Runner,
    "bodyweights": Bodyweight,
    "equipment": Equipment,
    "sessions": Session,
    "sets": LoggedSet,
    "symptoms": Symptom,
    "measurements": Measurement,
    "tests": HeelRaiseTest,
    "goals": Goal,
    "runs": Run,
    "events": Event,
    "plans": Plan,
    "phases": Phase,
    "planned_sets": PlannedSets,
}

# The fields that hold the id of another entry, and the kind of that entry.
REFERENCES: Final[Mapping[str, type[Entry]]] = {
    "session_id": Session,
    "equipment_id": Equipment,
    "plan_id": Plan,
    "phase_id": Phase,
}
# Kinds that others refer to: a log keeps their ``frame_of`` when they are deleted.
PARENTS: Final = frozenset(REFERENCES.values())


def frame_of(entry: Entry) -> Entry:
    """Return what referring entries need of an entry: all of it, but a session without its note."""
    return replace(entry, note="") if isinstance(entry, Session) else entry


def place_of(entry: Entry) -> Hashable | None:
    """Return a key that only one entry of a log may have, like a weighing's day; None for none."""
    match entry:
        case Bodyweight():
            return Bodyweight, entry.date
        case Equipment():
            return Equipment, entry.name
        case LoggedSet():
            return LoggedSet, entry.session_id, entry.exercise, entry.side, entry.set_no
    return None


class EntryField(NamedTuple):
    """One field of an entry, or of a value within an entry.

    Args:
        name: What the dataclass calls it.
        value_type: The type of its values other than None: a text, a number, a day, an instant, a
            member of an enum, or a dataclass, whose own fields ``fields_of`` gives.
        is_optional: Whether it may be None instead.
        is_tuple: Whether it holds a tuple of such values.
        has_default: Whether an entry can be made without it.
    """

    name: str
    value_type: type
    is_optional: bool
    is_tuple: bool
    has_default: bool


def fields_of(kind: type) -> tuple[EntryField, ...]:
    """Return the fields of a dataclass in order.

    >>> [(each.name, each.value_type, each.is_optional) for each in fields_of(Equipment)]
    [('name', <class 'str'>, False), ('id', <class 'str'>, False)]
    """
    return tuple(
        _field_of(
            each.name,
            each.type,
            has_default=not (each.default is each.default_factory is MISSING),
        )
        for each in fields(kind)
    )


def _field_of(name: str, hint: Any, *, has_default: bool) -> EntryField:
    members = get_args(hint)
    is_optional = NoneType in members
    if is_optional:
        (hint,) = (member for member in members if member is not NoneType)
    is_tuple = get_origin(hint) is tuple
    return EntryField(
        name,
        value_type=get_args(hint)[0] if is_tuple else hint,
        is_optional=is_optional,
        is_tuple=is_tuple,
        has_default=has_default,
    )
