"""Sets of a file laid beside those of a log, as sequences: which is which, and what is missing."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from itertools import count, filterfalse
from typing import Final, NamedTuple

from tracker.domain.entry import new_id
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet
from tracker.exchange.importing.differences import has_all
from tracker.exchange.importing.found import (
    ImportedSet,
    NameMapping,
    SessionTold,
    SetsRead,
    SetTold,
)
from tracker.exchange.importing.log_so_far import KnownSessions, LogSoFar, is_named, name_of
from tracker.exchange.importing.sequences import Done, partners, with_least_to_tell

LINES_A_STEP: Final = 500
PARTS_A_STEP: Final = 25  # exercises in a session, each of some sets
# A part of a session that had more sets than now is looked for so far.
_FURTHEST: Final = 60
# An exercise of a session, as the file calls it; of it a leg.
_Leg = tuple[str, Exercise, Side]


class PlaceInLog(NamedTuple):
    """Where a line of a file stands beside the log.

    Args:
        ids: Of the sets that the log lacks, by side.
        own: The sets of the log that are this line; they may have been corrected since.
    """

    ids: Mapping[Side, str]
    own: Sequence[LoggedSet] = ()


class Places:
    """Where all lines of a file stand beside the log, as columns."""

    def __init__(self, lines: int) -> None:
        self._lines = lines
        self._ids: dict[Side, list[str | None]] = {}
        self._own: dict[int, list[LoggedSet]] = defaultdict(list)

    def lacks(self, line: int, side: Side, id_: str) -> None:
        """Note the id of a set that the log lacks."""
        if side not in self._ids:
            self._ids[side] = [None] * self._lines
        self._ids[side][line] = id_

    def has(self, line: int, own: LoggedSet) -> None:
        """Note a set of the log that is this line."""
        self._own[line].append(own)

    def __iter__(self) -> Iterator[PlaceInLog]:
        return map(self.__getitem__, range(self._lines))

    def __getitem__(self, line: int) -> PlaceInLog:
        ids = {side: id_ for side, ids in self._ids.items() if (id_ := ids[line]) is not None}
        return PlaceInLog(ids, self._own.get(line, ()))


def _set_id(part: str, ordinal: int, side: Side) -> str:
    """Name a set of an exercise in a session of the diary, the same at every import.

    So a set is known again though it was edited here since, or its name taken for another.
    """
    return name_of(f"soleus:set:{part}:{ordinal}:{side}")


def session_key(found: SessionTold) -> str:
    """Name a session of the diary, whatever clock this machine has."""
    if found.id is not None:
        return found.id
    if found.time is None or found.time.tzinfo is None:
        return f"{found.date}:{found.time}"
    instant = datetime.datetime.combine(found.date, found.time).astimezone(datetime.UTC)
    return instant.isoformat()


class Laying:
    """Lays the sets of a file beside those of a log; ``gone`` are those that it has no more.

    A set is known by its order among those of its exercise and session, by load, repetitions and
    type. So one that was added in front is what is new, and one that was corrected there or here
    since is still that set.

    Args:
        log: What it holds.
        sessions: Those that it holds.
    """

    def __init__(self, log: LogSoFar, sessions: KnownSessions) -> None:
        self.gone: list[LoggedSet] = []
        self._sessions = sessions
        self._set_ids = log.set_ids
        self._by_id = {each.id: each for each in log.sets}
        self._sets_of: dict[str, list[LoggedSet]] = defaultdict(list)
        for each in log.sets:
            self._sets_of[each.session_id].append(each)
        self._claimed: set[str] = set()  # ids of sets that came from the file
        self._taken: set[str] = set()  # sets of the log that have their partner
        self._told: set[str] = set()  # sessions of the log that the file has too

    def places(
        self,
        sets: SetsRead,
        mapping: NameMapping,
        unit: Unit | None,
        unread: Collection[str] = (),
    ) -> Generator[float, None, Places]:
        """Find the place of each set, in steps.

        Args:
            sets: All of the file.
            mapping: What the names become.
            unit: Of loads that have none.
            unread: Names of which lines could not be read, so that nobody knows what is missing.

        Returns:
            The place of each.
        """
        legs: dict[_Leg, list[tuple[int, Done]]] = defaultdict(list)
        parts: dict[str, _Part] = {}
        known: dict[int, _Meant] = {}  # by what is told, which is looked at once
        session: SessionTold | None = None
        key = ""
        for number, found in enumerate(sets):
            if number % LINES_A_STEP == 0:
                yield number / len(sets)
            told = found.told
            if found.session is not session:
                session = found.session
                key = session_key(session)
            if session.id is not None and told.set_no is not None:
                continue  # known by its session and number
            name = f"{key}:{told.name}"
            part = parts.get(name)
            if part is None:
                part = parts[name] = _Part(found)
            meant = known.get(id(told))
            if meant is None:
                meant = known[id(told)] = _Meant.of(told, mapping, unit)
            part.sides.update(meant.sides)
            if meant.exercise is None or meant.done is None:
                continue
            for side in meant.sides:
                legs[name, meant.exercise, side].append((number, meant.done))
        ids: dict[_Leg, list[str]] = {}
        for number, (leg, lines) in enumerate(legs.items()):
            if number % PARTS_A_STEP == 0:
                yield 1.0
            first = parts[leg[0]].first
            if self._set_ids and first.told.meaning is None:
                ids[leg] = self._known_ids(leg, len(lines), first)
                self._claimed.update(ids[leg])
        here = (self._sessions.of(part.first.session) for part in parts.values())
        self._told = {session.id for session in here if session is not None}
        places = Places(len(sets))
        for number, (leg, lines) in enumerate(legs.items()):
            if number % PARTS_A_STEP == 0:
                yield 1.0
            came, first = ids.get(leg, []), parts[leg[0]].first
            there = self._own_of(first, leg, came)
            found_at = self._partners(there, lines, came, sets)
            elsewhere = sum(id_ in self._set_ids and id_ not in self._by_id for id_ in came)
            names = self._free_ids(leg, is_named=first.told.meaning is None)
            for (line, done), at in zip(lines, found_at, strict=True):
                if at is not None:
                    self._taken.add(there[at].id)
                    places.has(line, there[at])
                elif elsewhere:
                    elsewhere -= 1
                elif not (self._by_id and self._is_on_day(first, leg, done)):
                    places.lacks(line, leg[2], next(names))
        if self._set_ids and "" not in unread:
            yield 1.0
            self._find_gone(parts, unread)
        return places

    def _known_ids(self, leg: _Leg, lines: int, first: ImportedSet) -> list[str]:
        """Name the sets that a leg of the diary was, or is, in the log."""
        name, exercise, side = leg
        session = self._sessions.of(first.session)
        # Behind a gap, which sets that are gone have left, others may stand.
        behind = {
            each.id
            for each in self._sets_of[session.id if session else ""]
            if (each.exercise, each.side) == (exercise, side) and is_named(each.id)
        }
        known: list[str] = []
        while True:
            id_ = _set_id(name, len(known) + 1, side)
            is_further = bool(behind) and len(known) < _FURTHEST
            if len(known) >= lines and id_ not in self._set_ids and not is_further:
                return known
            known.append(id_)
            behind.discard(id_)

    def _partners(
        self,
        own: Sequence[LoggedSet],
        lines: Sequence[tuple[int, Done]],
        known: Collection[str],
        sets: SetsRead,
    ) -> list[int | None]:
        """Find which lines are which sets of the log; others than its own may not differ."""
        if not own:
            return [None] * len(lines)
        here = [Done(each.reps, each.external_kg, each.set_type) for each in own]
        there = [done for _, done in lines]

        def is_same(at: int, number: int) -> bool:
            return has_all(own[at], sets[lines[number][0]].told)

        found = partners(here, there, [each.id in known for each in own])
        return with_least_to_tell(found, here, there, is_same)

    def _free_ids(self, leg: _Leg, *, is_named: bool) -> Iterator[str]:
        """Name sets that the log lacks; ours have no place in a diary to be named by."""
        name, _, side = leg

        def id_of(ordinal: int) -> str:
            return _set_id(name, ordinal, side) if is_named else new_id()

        return filterfalse(self._set_ids.__contains__, map(id_of, count(1)))

    def _own_of(self, first: ImportedSet, leg: _Leg, known: Sequence[str]) -> list[LoggedSet]:
        """Give the sets of the log that a leg of the diary may be, in their order.

        These are those that came from it, wherever they are now, and those of its session that
        came from nowhere.
        """
        if not self._by_id:
            return []
        session = self._sessions.of(first.session)
        here = None if session is None else session.id
        own = [self._by_id[id_] for id_ in known if id_ in self._by_id]
        own += [
            each
            for each in self._sets_of[here or ""]
            if (each.exercise, each.side) == leg[1:]
            and each.id not in self._claimed
            and each.id not in self._taken
        ]
        return sorted(own, key=lambda each: (each.session_id != here, each.position))

    def _is_on_day(self, first: ImportedSet, leg: _Leg, done: Done) -> bool:
        """Tell whether the log has a set in another session of the day, written by hand perhaps.

        What came from a diary into a session that the file has too belongs there.
        """
        content = (*leg[1:], done.reps, done.external_kg)
        for session in self._sessions.on_day[first.session.date]:
            for each in self._sets_of[session.id]:
                if session.id in self._told and is_named(each.id):
                    continue
                same = (each.exercise, each.side, each.reps, each.external_kg) == content
                if same and each.id not in self._claimed and each.id not in self._taken:
                    self._taken.add(each.id)
                    return True
        return False

    def _find_gone(self, parts: Mapping[str, "_Part"], unread: Collection[str]) -> None:
        """Find the sets that came from the sessions of the file, which it has no more.

        A session without a time is a day, and other files may have been of it too: there only the
        exercises tell that the file still has.
        """
        of_sessions: dict[str, list[_Part]] = defaultdict(list)
        for part in parts.values():
            session = self._sessions.of(part.first.session)
            if session is not None:
                of_sessions[session.id].append(part)
        for id_, of_session in of_sessions.items():
            left = [
                each
                for each in self._sets_of[id_]
                if is_named(each.id) and each.id not in self._taken
            ]
            if not left:
                continue
            first = of_session[0].first
            names = {part.first.told.name: part for part in of_session}
            came_from = {
                _set_id(f"{session_key(first.session)}:{name}", ordinal, side): name
                for name in {*names, *unread}
                for side in Side
                for ordinal in range(1, _FURTHEST + 1)
            }
            knows_all = first.session.time is not None or first.session.id is not None
            for each in left:
                name = came_from.get(each.id)
                if name is None:
                    is_gone = knows_all
                else:
                    is_gone = name not in unread and names[name].tells_of(each.side)
                if is_gone:
                    self.gone.append(each)


class _Part:
    """An exercise of a session in the file: its first line, and the legs that it tells of."""

    def __init__(self, first: ImportedSet) -> None:
        self.first = first
        self.sides: set[Side] = set()

    def tells_of(self, side: Side) -> bool:
        """Tell whether a set of a leg would stand in the file, if it were there still."""
        return bool(self.sides) and (self.first.told.sides is not None or side in self.sides)


class _Meant(NamedTuple):
    """What a line means: the exercise and legs, and what was done; None where that is not known."""

    exercise: Exercise | None
    sides: tuple[Side, ...]
    done: Done | None

    @classmethod
    def of(cls, told: SetTold, mapping: NameMapping, unit: Unit | None) -> "_Meant":
        """Tell what it means; a load without a unit is refused where it would be added."""
        meaning = told.meant(mapping)
        if meaning is None:
            return cls(None, (), None)
        try:
            done = Done(told.reps, told.external_kg(unit), told.set_type)
        except ValueError:
            done = None
        return cls(meaning.exercise, meaning.sides.sets, done)
