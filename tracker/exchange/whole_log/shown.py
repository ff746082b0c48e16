"""What a log shows of everything it knows, if not all of it can be shown as it was made.

Two machines may log two sets under one number, weigh the runner twice a day, or each name the same
equipment; one may delete the session in which the other logs a set. What the log then shows follows
only from what is known, and so is the same on all machines. Nothing known is lost.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from tracker.domain.change import Entry, Key, Memory, key_of
from tracker.domain.entry_fields import KINDS, REFERENCES, frame_of
from tracker.domain.exercise import Equipment
from tracker.domain.runner import Bodyweight
from tracker.domain.session import MOST_SET_NO, LoggedSet
from tracker.exchange.whole_log.versions import Known, Version

_LAST = 2**63  # sorts after all known times


def shown(known: Known) -> dict[Key, Version]:
    """Return the entries a log shows, those that others refer to first.

    - Deleted entries are not shown, unless another one needs them: a set brings back its session,
      without the note.
    - Equipment of the same name is one: the one with the lowest id, which its sets then use.
    - Of two weighings on a day, the later one is shown.
    - Of two sets with the same number, the one added first keeps it; the other gets the next free
      one.
    """
    needed = _needed(known)
    found: dict[Key, Version] = {}
    for kind in KINDS.values():
        versions = [known.versions[key] for key in needed[kind]]
        stand = [_standing(each, known) for each in versions]
        if kind is Equipment:
            stand = list(_one_a_name(stand))
        elif kind is Bodyweight:
            stand = list(_one_a_day(stand))
        elif kind is LoggedSet:
            stand = list(_numbered(_on_shown_equipment(stand, known, found)))
        stand.sort(key=_added)
        found |= {
            key_of(each.entry): each
            for each in stand
            if all(key in found for key in _references(each.entry))
        }
    return found


def memory_of(known: Known, shown_: dict[Key, Version]) -> dict[Key, Memory]:
    """Return what a log must remember besides what it shows, in order to lose nothing."""
    memory: dict[Key, Memory] = {}
    for key in {**known.versions, **known.deleted}:
        version, deleted_at = known.versions.get(key), known.deleted.get(key)
        if version is None:
            memory[key] = Memory(key, deleted_at)
        elif deleted_at is not None or key not in shown_ or shown_[key] is not version:
            memory[key] = Memory(
                key, deleted_at, version.entry, version.edited_at, version.added_us
            )
    return memory


def _added(version: Version) -> tuple[int, str]:
    return _LAST if version.added_us is None else version.added_us, version.entry.id


def _references(entry: Entry) -> Iterator[Key]:
    for field, kind in REFERENCES.items():
        id_ = getattr(entry, field, None)
        if id_ is not None:
            yield kind, id_


def _needed(known: Known) -> dict[type[Entry], set[Key]]:
    """Return by kind the entries that count: not deleted, or referred to by entries that count."""
    needed: dict[type[Entry], set[Key]] = defaultdict(set)
    for key in known.versions:
        if not known.is_deleted(key):
            needed[key[0]].add(key)
    for kind in reversed(list(KINDS.values())):  # entries come after those they refer to
        for key in needed[kind]:
            for parent in _references(known.versions[key].entry):
                if parent in known.versions:
                    needed[parent[0]].add(parent)
    return needed


def _standing(version: Version, known: Known) -> Version:
    is_back = known.is_deleted(key_of(version.entry))
    return replace(version, entry=frame_of(version.entry)) if is_back else version


def _one_a_name(versions: Iterable[Version]) -> Iterator[Version]:
    taken = set()
    for version in sorted(versions, key=lambda each: each.entry.id):
        assert isinstance(version.entry, Equipment)
        if version.entry.name not in taken:
            taken.add(version.entry.name)
            yield version


def _one_a_day(versions: Iterable[Version]) -> Iterable[Version]:
    of_day: dict[object, Version] = {}
    for version in versions:
        assert isinstance(version.entry, Bodyweight)
        other = of_day.setdefault(version.entry.date, version)
        if version.is_after(other):
            of_day[version.entry.date] = version
    return of_day.values()


def _on_shown_equipment(
    versions: Iterable[Version], known: Known, found: dict[Key, Version]
) -> Iterator[Version]:
    """Point sets to the shown equipment of the same name."""
    by_name = {
        each.entry.name: each.entry.id
        for each in found.values()
        if isinstance(each.entry, Equipment)
    }
    for version in versions:
        entry = version.entry
        assert isinstance(entry, LoggedSet)
        made = known.versions.get((Equipment, entry.equipment_id or ""))
        id_ = None
        if made is not None:
            assert isinstance(made.entry, Equipment)
            id_ = by_name[made.entry.name]
        if id_ == entry.equipment_id:  # nearly always
            yield version
        else:
            yield replace(version, entry=replace(entry, equipment_id=id_))


def _numbered(versions: Iterable[Version]) -> Iterator[Version]:
    """Give each set of a session, exercise and side a distinct number."""
    groups: dict[tuple[object, ...], list[tuple[LoggedSet, Version]]] = defaultdict(list)
    for version in versions:
        logged = version.entry
        assert isinstance(logged, LoggedSet)
        groups[logged.session_id, logged.exercise, logged.side].append((logged, version))
    for group in groups.values():
        taken: set[int] = set()
        for logged, version in sorted(group, key=lambda each: _added(each[1])):
            numbers = chain(range(logged.set_no, MOST_SET_NO + 1), range(1, logged.set_no))
            number = next((each for each in numbers if each not in taken), None)
            if number is None:  # still known, and shown once there is room
                continue
            taken.add(number)
            yield (
                version
                if number == logged.set_no
                else replace(version, entry=replace(logged, set_no=number))
            )
