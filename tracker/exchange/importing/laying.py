"""Matches the sets of a file to those of a log as sequences: which are equal, which are missing."""

import datetime
from array import array
from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from itertools import count, filterfalse, repeat
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
LEGS_A_STEP: Final = 25  # legs between two reports of progress, each with a few sets
# How far to look for sets of a part of a session that once had more.
_FURTHEST: Final = 60


# A set that the log lacks: its leg, and what its id is made from (the session and exercise as the
# file names them, and which of these sets it is, from 1; or the id and 0); see ``id_of_set``.
Missing = tuple[Side, str, int]
# How a line of a file relates to the log: the sets that the log lacks, at most one a leg, and those
# that the line stands for, which may have been corrected since.
PlaceInLog = tuple[Sequence[Missing], Sequence[LoggedSet]]


class Places:
    """How all lines of a file relate to the log, as columns."""

    def __init__(self, lines: int) -> None:
        self._lines = lines
        self._missing: dict[Side, tuple[list[str], array[int]]] = {}
        self._own: dict[int, list[LoggedSet]] = defaultdict(list)

    def lack(self, side: Side, lines: Iterable[int], names: Iterable[tuple[str, int]]) -> None:
        """Note sets of one side that the log lacks, and what their ids are made from."""
        if side not in self._missing:
            self._missing[side] = [""] * self._lines, array("l", [0]) * self._lines
        parts, ordinals = self._missing[side]
        for line, (part, ordinal) in zip(lines, names, strict=False):
            parts[line] = part
            ordinals[line] = ordinal

    def has(self, line: int, own: LoggedSet) -> None:
        """Note a set of the log that a line stands for."""
        self._own[line].append(own)

    def __iter__(self) -> Iterator[PlaceInLog]:
        return map(self.__getitem__, range(self._lines))

    def __getitem__(self, line: int) -> PlaceInLog:
        missing = [
            (side, parts[line], ordinals[line])
            for side, (parts, ordinals) in self._missing.items()
            if parts[line]
        ]
        return missing, self._own.get(line, ())


def id_of_set(part: str, ordinal: int, side: Side) -> str:
    """Make the id of a set from its place in a file, the same at every import.

    So a set is recognised even if it was edited here since, or its name was given another meaning.

    Args:
        part: Session and exercise, as the file names them; or a ready id.
        ordinal: Which of these sets it is, from 1; 0 for a ready id.
        side: The leg.
    """
    return name_of(f"soleus:set:{part}:{ordinal}:{side}") if ordinal else part


def session_key(found: SessionTold) -> str:
    """Return a key for a session of a file that does not depend on this machine's clock."""
    if found.id is not None:
        return found.id
    if found.time is None or found.time.tzinfo is None:
        return f"{found.date}:{found.time}"
    instant = datetime.datetime.combine(found.date, found.time).astimezone(datetime.UTC)
    return instant.isoformat()


class Laying:
    """Matches the sets of a file to those of a log; ``gone`` lists those no longer in the file.

    A set is recognised by load, repetitions and type, and by its order among those of its exercise
    and session. So if a set was inserted before others, only that one is new, and a set that was
    corrected in either place is still the same set.

    Args:
        log: What the log holds.
        sessions: The sessions it knows.
    """

    def __init__(self, log: LogSoFar, sessions: KnownSessions) -> None:
        self.gone: list[LoggedSet] = []
        self._sessions = sessions
        self._set_ids = log.set_ids
        self._by_id = {each.id: each for each in log.sets}
        self._sets_of: dict[str, list[LoggedSet]] = defaultdict(list)
        for each in log.sets:
            self._sets_of[each.session_id].append(each)
        self._claimed: set[str] = set()  # ids of sets made from this file
        self._taken: set[str] = set()  # sets of the log that are matched
        self._told: set[str] = set()  # sessions of the log that are also in the file

    def places(
        self,
        sets: SetsRead,
        mapping: NameMapping,
        unit: Unit | None,
        unread: Collection[str] = (),
    ) -> Generator[float, None, Places]:
        """Match each set of the file, in steps.

        Args:
            sets: All sets of the file.
            mapping: What the names stand for.
            unit: The unit for loads without one.
            unread: Names with unreadable lines, whose sets cannot be called gone.

        Returns:
            How each relates to the log.
        """
        legs: list[_Leg] = []
        parts: dict[str, dict[str, _Part]] = defaultdict(dict)  # by session and exercise
        known: dict[int, _Meant] = {}  # by what is said, each worked out only once
        session: SessionTold | None = None
        key = ""
        for number, found in enumerate(sets):
            if number % LINES_A_STEP == 0:
                yield number / len(sets)
            _, of_line, told = found
            if of_line is not session:
                session = of_line
                key = session_key(session)
                of_session = parts[key]
            if told.set_no is not None and session.id is not None:
                continue  # recognised by its session and number
            part = of_session.get(told.name)
            if part is None:
                part = of_session[told.name] = _Part(f"{key}:{told.name}", found)
            meant = known.get(id(told))
            if meant is None:
                meant = known[id(told)] = _Meant.of(told, mapping, unit)
            exercise, sides, done = meant
            part.sides.update(sides)
            if exercise is None or done is None:
                continue
            for side in sides:
                leg = part.legs.get((exercise, side))
                if leg is None:
                    leg = part.legs[exercise, side] = _Leg(part, exercise, side)
                    legs.append(leg)
                leg.lines.append(number)
                leg.done.append(done)
        for number, leg in enumerate(legs):
            if number % LEGS_A_STEP == 0:
                yield 1.0
            if self._set_ids and leg.part.first.told.meaning is None:
                leg.ids = self._known_ids(leg)
                self._claimed.update(leg.ids)
        all_parts = [part for of_session in parts.values() for part in of_session.values()]
        here = (self._sessions.of(part.first.session) for part in all_parts)
        self._told = {session.id for session in here if session is not None}
        places = Places(len(sets))
        for number, leg in enumerate(legs):
            if number % LEGS_A_STEP == 0:
                yield 1.0
            places.lack(leg.side, self._laid(leg, places, sets), self._free_names(leg))
        if self._set_ids and "" not in unread:
            yield 1.0
            self._find_gone(all_parts, unread)
        return places

    def _laid(self, leg: "_Leg", places: Places, sets: SetsRead) -> Iterable[int]:
        """Match the lines of a leg to the log, and return those that it lacks."""
        if not self._by_id and not leg.ids:
            return leg.lines
        there = self._own_of(leg)
        found_at = self._partners(there, leg, sets)
        elsewhere = sum(id_ in self._set_ids and id_ not in self._by_id for id_ in leg.ids)
        lacking: list[int] = []
        for line, done, at in zip(leg.lines, leg.done, found_at, strict=True):
            if at is not None:
                self._taken.add(there[at].id)
                places.has(line, there[at])
            elif elsewhere:
                elsewhere -= 1
            elif not (self._by_id and self._is_on_day(leg, done)):
                lacking.append(line)
        return lacking

    def _known_ids(self, leg: "_Leg") -> list[str]:
        """Return the ids under which the log has, or had, the sets of a leg from this file."""
        session = self._sessions.of(leg.part.first.session)
        # There may be more sets after a gap left by removed ones.
        behind = {
            each.id
            for each in self._sets_of[session.id if session else ""]
            if (each.exercise, each.side) == (leg.exercise, leg.side) and is_named(each.id)
        }
        known: list[str] = []
        while True:
            id_ = id_of_set(leg.part.name, len(known) + 1, leg.side)
            is_further = bool(behind) and len(known) < _FURTHEST
            if len(known) >= len(leg.lines) and id_ not in self._set_ids and not is_further:
                return known
            known.append(id_)
            behind.discard(id_)

    def _partners(self, own: Sequence[LoggedSet], leg: "_Leg", sets: SetsRead) -> list[int | None]:
        """Find which lines are which sets of the log; only sets from this file may differ."""
        if not own:
            return [None] * len(leg.lines)
        here = [Done(each.reps, each.external_kg, each.set_type) for each in own]

        def is_same(at: int, number: int) -> bool:
            return has_all(own[at], sets[leg.lines[number]].told)

        found = partners(here, leg.done, [each.id in leg.ids for each in own])
        return with_least_to_tell(found, here, leg.done, is_same)

    def _free_names(self, leg: "_Leg") -> Iterator[tuple[str, int]]:
        """Yield unused values from which ids of missing sets are made; see ``Missing``.

        Sets in our own terms get random ids instead.
        """
        if leg.part.first.told.meaning is not None:
            return ((new_id(), 0) for _ in count())
        named = zip(repeat(leg.part.name), count(1))
        if not self._set_ids:
            return named
        return filterfalse(lambda name: id_of_set(*name, leg.side) in self._set_ids, named)

    def _own_of(self, leg: "_Leg") -> list[LoggedSet]:
        """Return the sets of the log that a leg of the file may stand for, in order.

        These are the sets made from it, wherever they are now, and those in its session that were
        not made from this file.
        """
        session = self._sessions.of(leg.part.first.session)
        here = None if session is None else session.id
        own = [self._by_id[id_] for id_ in leg.ids if id_ in self._by_id]
        own += [
            each
            for each in self._sets_of[here or ""]
            if (each.exercise, each.side) == (leg.exercise, leg.side)
            and each.id not in self._claimed
            and each.id not in self._taken
        ]
        return sorted(own, key=lambda each: (each.session_id != here, each.position))

    def _is_on_day(self, leg: "_Leg", done: Done) -> bool:
        """Tell whether the log has an equal set in another session of the day, maybe typed by hand.

        Imported sets in sessions that the file also has do not count.
        """
        content = (leg.exercise, leg.side, done.reps, done.external_kg)
        for session in self._sessions.on_day[leg.part.first.session.date]:
            for each in self._sets_of[session.id]:
                if session.id in self._told and is_named(each.id):
                    continue
                same = (each.exercise, each.side, each.reps, each.external_kg) == content
                if same and each.id not in self._claimed and each.id not in self._taken:
                    self._taken.add(each.id)
                    return True
        return False

    def _find_gone(self, parts: Iterable["_Part"], unread: Collection[str]) -> None:
        """Find the sets imported into the file's sessions that are no longer in the file.

        A session without a time stands for a whole day, to which other files may have contributed.
        So there, only exercises still in the file are considered.
        """
        of_sessions: dict[str, list[_Part]] = defaultdict(list)
        for part in parts:
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
                id_of_set(f"{session_key(first.session)}:{name}", ordinal, side): name
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
    """An exercise of a session in the file: its first line, and its legs."""

    __slots__ = ("first", "legs", "name", "sides")

    def __init__(self, name: str, first: ImportedSet) -> None:
        self.name = name
        self.first = first
        self.sides: set[Side] = set()
        self.legs: dict[tuple[Exercise, Side], _Leg] = {}

    def tells_of(self, side: Side) -> bool:
        """Tell whether a set of a leg would be in the file if it still existed."""
        return bool(self.sides) and (self.first.told.sides is not None or side in self.sides)


class _Leg:
    """A leg of a part: its lines, what was done on each, and its ids in the log."""

    __slots__ = ("done", "exercise", "ids", "lines", "part", "side")

    def __init__(self, part: _Part, exercise: Exercise, side: Side) -> None:
        self.part = part
        self.exercise = exercise
        self.side = side
        self.lines = array("l")
        self.done: list[Done] = []
        self.ids: Sequence[str] = ()


class _Meant(NamedTuple):
    """What a line means: exercise, legs, and what was done; None for what is unknown."""

    exercise: Exercise | None
    sides: tuple[Side, ...]
    done: Done | None

    @classmethod
    def of(cls, told: SetTold, mapping: NameMapping, unit: Unit | None) -> "_Meant":
        """Work out what a line means; a load without a unit is refused later, when it is added."""
        meaning = told.meant(mapping)
        if meaning is None:
            return cls(None, (), None)
        try:
            done = Done(told.reps, told.external_kg(unit), told.set_type)
        except ValueError:
            done = None
        return cls(meaning.exercise, meaning.sides.sets, done)
