"""Lines of a file laid beside what the log holds, so that only what is new is added."""

import datetime
from array import array
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, filterfalse
from typing import Final, Protocol
from uuid import NAMESPACE_URL, uuid5

from tracker.domain.change import Entry, Past
from tracker.domain.entry import DATES, new_id
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.run import KM_A_MILE, Run
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.session import DETAILS, MOST_SET_NO, LoggedSet, Session, SetType, next_position
from tracker.exchange.importing.found import ImportedRun, ImportedSet, NameMapping, ReadFile
from tracker.exchange.importing.names import Meaning
from tracker.exchange.importing.sequences import Done, partners
from tracker.exchange.tables.period import ExportQuestions, PeriodOfLog

LINES_A_STEP: Final = 500
PARTS_A_STEP: Final = 25  # exercises in a session, each of some sets
# Two apps measure one run within this share of its distance; what is more was corrected.
SAME_SHARE: Final = 0.05


class ImportQuestions(ExportQuestions, Protocol):
    """What an import asks of a log."""

    def sets_of_all(self, session_ids: Collection[str]) -> list[LoggedSet]: ...
    def set_ids(self) -> set[str]: ...
    def runs(self) -> list[Run]: ...
    def entries(self) -> Iterator[Entry]: ...
    def past(self) -> Past: ...
    def weighings(self) -> list[Bodyweight]: ...
    def equipment(self) -> list[Equipment]: ...
    def has_runner(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class LogSoFar:
    """What the log holds that bears on an import.

    Args:
        sessions: All of them.
        sets: At least those of the file's days and sessions.
        weighings: By day, oldest first.
        equipment: All of it.
        runner: None where none was saved.
        set_ids: Of every set.
        runs: All of them, where the file has runs.
        told: All entries of the kind that the file has, where it is a table of ours.
        entries: All of the log, where the file is a whole log too.
        past: What the log knows of these beside.
    """

    sessions: tuple[Session, ...] = ()
    sets: tuple[LoggedSet, ...] = ()
    weighings: tuple[Bodyweight, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    runner: Runner | None = None
    set_ids: frozenset[str] = frozenset()
    runs: tuple[Run, ...] = ()
    told: tuple[Entry, ...] = ()
    entries: tuple[Entry, ...] = ()
    past: Past = field(default_factory=Past, hash=False)

    @classmethod
    def of(cls, log: ImportQuestions, read: ReadFile) -> "LogSoFar":
        """Ask an open log for what bears on a file."""
        sessions = log.sessions()
        everything = PeriodOfLog(log, None, None, DATES[1])
        days, ids = read.days, read.session_ids | {_session_id(day) for day in read.days}
        instants = read.instants
        touched = {
            each.id
            for each in sessions
            if each.date in days or each.id in ids or each.started_at in instants
        }
        return cls(
            sessions=tuple(sessions),
            sets=tuple(log.sets_of_all(touched)),
            weighings=tuple(log.weighings()),
            equipment=tuple(log.equipment()),
            runner=log.runner() if log.has_runner() else None,
            set_ids=frozenset(log.set_ids()),
            runs=tuple(log.runs()) if read.runs else (),
            told=() if read.table is None else tuple(read.table.take(everything)),
            entries=tuple(log.entries()) if read.is_whole_log else (),
            past=log.past() if read.is_whole_log else Past(),
        )


def _session_id(day: datetime.date) -> str:
    """Name the session of a day whose file knows no sessions, the same at every import."""
    return uuid5(NAMESPACE_URL, f"soleus:session:{day}").hex


def _set_id(part: str, ordinal: int, side: Side) -> str:
    """Name a set of an exercise in a session of the diary, the same at every import.

    So a set is known again though it was edited here since, or its name taken for another.
    """
    return uuid5(NAMESPACE_URL, f"soleus:set:{part}:{ordinal}:{side}").hex


def _part_of(found: ImportedSet) -> str:
    """Name an exercise in a session of the diary, whatever clock this machine has."""
    if found.session_id is not None:
        return f"{found.session_id}:{found.name}"
    if found.time is None or found.time.tzinfo is None:
        return f"{found.date}:{found.time}:{found.name}"
    instant = datetime.datetime.combine(found.date, found.time).astimezone(datetime.UTC)
    return f"{instant.isoformat()}:{found.name}"


def local_start(day: datetime.date, time: datetime.time) -> datetime.datetime:
    """Give the instant of a time: by its own offset, or else by this machine's on that day.

    A time on the wall stays as it is, even in an hour that the change to summer time skips.
    """
    start = datetime.datetime.combine(day, time)
    if start.tzinfo is not None:
        return start
    second = start.replace(microsecond=0)
    try:
        # Not astimezone(): from Python 3.12 on it puts a skipped hour behind the change.
        instant = datetime.datetime.fromtimestamp(second.timestamp(), datetime.UTC)
    except (OSError, OverflowError, ValueError):  # a day that the system's clock cannot place
        return start.replace(tzinfo=datetime.UTC)
    offset = second - instant.replace(tzinfo=None)
    return start.replace(tzinfo=datetime.timezone(offset))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of a file stands beside the log.

    Args:
        ids: Of the sets that the log lacks, by side.
        differs: A set of the log that the line was, or was corrected from; None for none.
    """

    ids: Mapping[Side, str]
    differs: LoggedSet | None = None


# What has no order to go by: it is known by its session and number.
_NUMBERED: Final = Place({})


class Matcher:
    """Adds lines to what the log holds, one after the other.

    ``added`` are the new entries; ``lines`` tells of each new set, in order, which line it was.
    """

    def __init__(self, log: LogSoFar) -> None:
        self.added: list[Entry] = []
        self.lines = array("q")
        self._set_ids = log.set_ids
        self._by_id = {each.id: each for each in log.sets}
        self._weighings = list(log.weighings)
        self._weighed = {weighing.date for weighing in log.weighings}
        self._runs = _Runs()
        for run in log.runs:
            self._runs.note(run)
        self._kg_on: dict[datetime.date, float] = {}
        self._sessions = {session.id: session for session in log.sessions}
        self._new: set[str] = set()
        self._on_day: dict[datetime.date, list[Session]] = defaultdict(list)
        for session in log.sessions:
            self._on_day[session.date].append(session)
        self._begun = {each.started_at: each for each in log.sessions if each.started_at}
        self._sets: dict[str, dict[tuple[Exercise, Side, int], LoggedSet]] = defaultdict(dict)
        for each in log.sets:
            self._sets[each.session_id][each.exercise, each.side, each.set_no] = each
        self._positions = {
            id_: next_position(numbered.values()) for id_, numbered in self._sets.items()
        }
        self._highest: Counter[tuple[str, Exercise, Side]] = Counter()
        for id_, numbered in self._sets.items():
            for exercise, side, number in numbered:
                self._remember_number(id_, exercise, side, number)
        self._equipment = {each.name: each for each in log.equipment}
        self._sets_of: dict[str, list[LoggedSet]] = defaultdict(list)
        for each in log.sets:
            self._sets_of[each.session_id].append(each)
        self._taken: set[str] = set()  # sets of the log that have their partner

    def laying(
        self, sets: Sequence[ImportedSet], mapping: NameMapping, unit: Unit | None
    ) -> Generator[float, None, list[Place]]:
        """Lay the sets of a file beside those of the log, in steps, as sequences.

        A set is known by its order among those of its exercise and session, by load, repetitions
        and type. So one that was added in front is what is new, and one that was corrected there
        or here since is told.

        Args:
            sets: All of the file.
            mapping: What the names become.
            unit: Of loads that have none.

        Returns:
            The place of each.
        """
        places = [_NUMBERED] * len(sets)
        parts: dict[tuple[str, Meaning], list[tuple[int, Done]]] = defaultdict(list)
        for number, found in enumerate(sets):
            if number % LINES_A_STEP == 0:
                yield number / len(sets)
            meaning = found.meant(mapping)
            if meaning is None or (found.session_id is not None and found.set_no is not None):
                continue
            try:
                done = Done(found.reps, found.external_kg(unit), found.set_type)
            except ValueError:  # told where it would be added
                continue
            parts[_part_of(found), meaning].append((number, done))
        ids: dict[tuple[str, Side], tuple[str, ...]] = {}
        for number, ((part, meaning), lines) in enumerate(parts.items()):
            if number % PARTS_A_STEP == 0:
                yield 1.0
            if sets[lines[0][0]].meaning is None:
                for side in meaning.sides.sets:
                    ids[part, side] = self._known_ids(part, len(lines), side)
        of_parts = {id_ for known in ids.values() for id_ in known}
        for number, ((part, meaning), lines) in enumerate(parts.items()):
            if number % PARTS_A_STEP == 0:
                yield 1.0
            first = sets[lines[0][0]]
            missing: list[dict[Side, str]] = [{} for _ in lines]
            differs: list[LoggedSet | None] = [None] * len(lines)
            for side in meaning.sides.sets:
                known = ids.get((part, side), ())
                own = self._own_of(first, meaning.exercise, side, known, of_parts)
                came_from_here = set(known)
                found_at = partners(
                    [Done(each.reps, each.external_kg, each.set_type) for each in own],
                    [done for _, done in lines],
                    [each.id in came_from_here for each in own],
                )
                elsewhere = sum(id_ in self._set_ids and id_ not in self._by_id for id_ in known)
                names = self._free_ids(part, side, is_named=first.meaning is None)
                for line, ((_, done), at) in enumerate(zip(lines, found_at, strict=True)):
                    if at is not None:
                        there = own[at]
                        self._taken.add(there.id)
                        if done != Done(there.reps, there.external_kg, there.set_type):
                            differs[line] = there if there.id in came_from_here else differs[line]
                    elif elsewhere:
                        elsewhere -= 1
                    elif not self._is_on_day(first, meaning.exercise, side, done, of_parts):
                        missing[line][side] = next(names)
            for line, (place, _) in enumerate(lines):
                places[place] = Place(missing[line], differs[line])
        return places

    def _known_ids(self, part: str, lines: int, side: Side) -> tuple[str, ...]:
        """Name the sets that a part of the diary was, or is, in the log."""
        known: list[str] = []
        while (id_ := _set_id(part, len(known) + 1, side)) in self._set_ids or len(known) < lines:
            known.append(id_)
        return tuple(known)

    def _free_ids(self, part: str, side: Side, is_named: bool) -> Iterator[str]:
        """Name sets that the log lacks; ours have no place in a diary to be named by."""

        def id_of(ordinal: int) -> str:
            return _set_id(part, ordinal, side) if is_named else new_id()

        return filterfalse(self._set_ids.__contains__, map(id_of, count(1)))

    def _own_of(
        self,
        found: ImportedSet,
        exercise: Exercise,
        side: Side,
        known: Sequence[str],
        of_parts: Collection[str],
    ) -> list[LoggedSet]:
        """Give the sets of the log that a part of the diary may be, in their order.

        These are those that came from it, wherever they are now, and those of its session that
        came from nowhere.
        """
        session = self._known_session(found)
        own = [self._by_id[id_] for id_ in known if id_ in self._by_id]
        if session is not None:
            own += [
                each
                for each in self._sets_of[session.id]
                if (each.exercise, each.side) == (exercise, side)
                and each.id not in of_parts
                and each.id not in self._taken
            ]
        here = None if session is None else session.id
        return sorted(own, key=lambda each: (each.session_id != here, each.position))

    def _is_on_day(
        self,
        found: ImportedSet,
        exercise: Exercise,
        side: Side,
        done: Done,
        of_parts: Collection[str],
    ) -> bool:
        """Tell whether the log has a set in another session of the day, written by hand perhaps."""
        content = (exercise, side, done.reps, done.external_kg)
        for session in self._on_day[found.date]:
            for each in self._sets_of[session.id]:
                same = (each.exercise, each.side, each.reps, each.external_kg) == content
                if same and each.id not in of_parts and each.id not in self._taken:
                    self._taken.add(each.id)
                    return True
        return False

    def add(self, found: ImportedSet, meaning: Meaning, unit: Unit | None, place: Place) -> int:
        """Add the sets of a line that the log does not have.

        Args:
            found: The line.
            meaning: What its name is.
            unit: Of a load that has none.
            place: Where it stands beside the log.

        Returns:
            How many were added.

        Raises:
            ValueError: In words for a person, if the line can be no set of this log.
        """
        kg = found.external_kg(unit)
        session, is_new = self._session_of(found)
        if session.id in self._new and session.date != found.date:
            raise ValueError(f"Its session is of {session.date}, further up in the file.")
        if found.session_id is not None and found.set_no is not None:
            missing = self._missing_by_number(found, meaning, session, kg)
        else:
            missing = list(place.ids)
        if not missing and place.differs is not None:
            there = place.differs
            raise ValueError(
                f"This set is {_in_words(there.reps, there.external_kg, there.set_type)} here, "
                f"{_in_words(found.reps, kg, found.set_type)} in the file; kept as it is here."
            )
        if not missing:
            return 0
        number = found.set_no
        if number is None or any(
            (meaning.exercise, side, number) in self._sets[session.id] for side in missing
        ):
            number = 1 + max(self._highest[session.id, meaning.exercise, side] for side in missing)
        if number > MOST_SET_NO:
            raise ValueError(f"The day has more than {MOST_SET_NO} sets of this exercise.")
        equipment = self._equipment_of(found)
        position = self._positions.get(session.id, 0)
        sets = [
            LoggedSet(
                session_id=session.id,
                exercise=meaning.exercise,
                side=side,
                set_no=number,
                reps=found.reps,
                external_kg=kg,
                position=position + further,
                equipment_id=None if equipment is None else equipment.id,
                id=place.ids.get(side) or new_id(),
                **{name: getattr(found, name) for name in DETAILS},
            )
            for further, side in enumerate(missing)
        ]
        # Nothing is kept before every value was accepted: a line is added whole or not at all.
        if is_new:
            self._new.add(session.id)
            self._sessions[session.id] = session
            self._on_day[session.date].append(session)
            if session.started_at is not None:
                self._begun.setdefault(session.started_at, session)
            self.added.append(session)
        if equipment is not None and equipment.name not in self._equipment:
            self._equipment[equipment.name] = equipment
            self.added.append(equipment)
        for each in sets:
            self._sets[session.id][each.exercise, each.side, each.set_no] = each
            self._remember_number(session.id, each.exercise, each.side, each.set_no)
        self._positions[session.id] = position + len(sets)
        self.added.extend(sets)
        self.lines.extend(found.line for _ in sets)
        if found.bodyweight_kg is not None:
            self._kg_on.setdefault(found.date, found.bodyweight_kg)
        return len(sets)

    def _remember_number(self, id_: str, exercise: Exercise, side: Side, number: int) -> None:
        key = id_, exercise, side
        self._highest[key] = max(self._highest[key], number)

    def _session_of(self, found: ImportedSet) -> tuple[Session, bool]:
        known = self._known_session(found)
        if known is not None:
            return known, False
        id_ = found.session_id
        if id_ is None and found.time is None:
            id_ = _session_id(found.date)
        started_at = None if found.time is None else local_start(found.date, found.time)
        session = Session(found.date, started_at, found.session_note)
        return (session if id_ is None else replace(session, id=id_)), True

    def _known_session(self, found: ImportedSet) -> Session | None:
        """Find the session of a line: by its name, its instant, or its day and time on the wall."""
        if found.session_id is not None:
            return self._sessions.get(found.session_id)
        if found.time is not None and found.time.tzinfo is not None:
            return self._begun.get(local_start(found.date, found.time))
        if found.time is None and _session_id(found.date) in self._sessions:
            return self._sessions[_session_id(found.date)]
        for session in self._on_day[found.date]:
            at = session.started_at
            if (None if at is None else at.time()) == found.time:
                return session
        return None

    def _missing_by_number(
        self, found: ImportedSet, meaning: Meaning, session: Session, kg: float
    ) -> list[Side]:
        """Tell which sides the log lacks, where session and number say which set it is."""
        missing = []
        for side in meaning.sides.sets:
            there = self._sets[session.id].get((meaning.exercise, side, found.set_no or 0))
            if there is None:
                missing.append(side)
            elif (there.reps, there.external_kg) != (found.reps, kg):
                raise ValueError(
                    "This set is there already with other values "
                    f"({there.reps} × {there.external_kg:g} kg), which were kept."
                )
        return missing

    def _equipment_of(self, found: ImportedSet) -> Equipment | None:
        if found.equipment is None:
            return None
        return self._equipment.get(found.equipment) or Equipment(found.equipment)

    @property
    def has_weighings(self) -> bool:
        """Whether the log will have a bodyweight."""
        return bool(self._weighings)

    def weigh_on(self, date: datetime.date, kg: float) -> bool:
        """Add a bodyweight; False where the day has one already.

        Raises:
            ValueError: In words for a person, if no body weighs that.
        """
        if date in self._weighed:
            return False
        self._weigh(Bodyweight(date, kg))
        return True

    def _weigh(self, weighing: Bodyweight) -> None:
        self._weighed.add(weighing.date)
        insort(self._weighings, weighing, key=lambda each: each.date)
        self.added.append(weighing)

    def weigh(self) -> None:
        """Add the bodyweights of what was added where they differ from what would count.

        A day that the log has a bodyweight for keeps it.
        """
        # Oldest first: a weighing counts for the days after it, which are then already right.
        for day in sorted(self._kg_on.keys() - self._weighed):
            is_first = not self._weighings or day < self._weighings[0].date
            if is_first or bodyweight_on(day, self._weighings) != self._kg_on[day]:
                self._weigh(Bodyweight(day, self._kg_on[day]))

    def add_run(self, found: ImportedRun, is_miles: bool) -> bool:
        """Add a run; False where the log has it.

        Args:
            found: The run.
            is_miles: Whether a distance that could be miles is.

        Raises:
            ValueError: In words for a person, if a value is out of bounds.
        """
        distance_km = found.distance
        if is_miles and not found.is_km:
            distance_km *= KM_A_MILE
        started_at = None if found.time is None else local_start(found.date, found.time)
        run = Run(found.date, round(distance_km, 3), started_at, found.duration_s)
        is_instant = found.time is not None and found.time.tzinfo is not None
        known = self._runs.known(run, is_instant=is_instant)
        if known is not None and (
            abs(known.distance_km - run.distance_km) > SAME_SHARE * known.distance_km
        ):
            raise ValueError(
                f"This run is {known.distance_km:g} km here, {run.distance_km:g} km in the file; "
                "kept as it is here."
            )
        if known is not None:
            return False
        self._runs.note(run)
        self.added.append(run)
        return True


def _in_words(reps: int, kg: float, set_type: SetType) -> str:
    of_type = "" if set_type is SetType.WORK else f" ({set_type})"
    return f"{reps} × {kg:g} kg{of_type}"


class _Runs:
    """The runs that are known: by their instant, or else by day and time, or else distance."""

    def __init__(self) -> None:
        self._instants: dict[datetime.datetime, Run] = {}
        self._on_wall: dict[tuple[object, object], Run] = {}

    def note(self, run: Run) -> None:
        """Remember a run."""
        if run.started_at is not None:
            self._instants.setdefault(run.started_at, run)
        self._on_wall.setdefault(self._wall(run), run)

    def known(self, run: Run, *, is_instant: bool) -> Run | None:
        """Find a run that is known; ``is_instant`` is whether its file gives the instant."""
        if is_instant and run.started_at is not None:
            return self._instants.get(run.started_at)
        return self._on_wall.get(self._wall(run))

    @staticmethod
    def _wall(run: Run) -> tuple[object, object]:
        at = run.started_at
        return run.date, run.distance_km if at is None else at.time()
