"""Lines of a file laid beside what the log holds, so that only what is new is added."""

import datetime
from array import array
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol
from uuid import NAMESPACE_URL, uuid5

from tracker.domain.change import EditTimes, Entry
from tracker.domain.entry import DATES, new_id
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.run import KM_A_MILE, Run
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.session import DETAILS, MOST_SET_NO, LoggedSet, Session, next_position
from tracker.exchange.importing.found import ImportedRun, ImportedSet, ReadFile
from tracker.exchange.importing.names import Meaning
from tracker.exchange.tables.period import ExportQuestions, PeriodOfLog

# Two sets of one day with the same content are the same set, seen twice.
_Content = tuple[Exercise, Side, int, float]


class ImportQuestions(ExportQuestions, Protocol):
    """What an import asks of a log."""

    def sets_of_all(self, session_ids: Collection[str]) -> list[LoggedSet]: ...
    def set_ids(self) -> set[str]: ...
    def runs(self) -> list[Run]: ...
    def entries(self) -> Iterator[Entry]: ...
    def edit_times(self) -> EditTimes: ...
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
        edit_times: When these were last edited.
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
    edit_times: EditTimes = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, log: ImportQuestions, read: ReadFile) -> "LogSoFar":
        """Ask an open log for what bears on a file."""
        sessions = log.sessions()
        everything = PeriodOfLog(log, None, None, DATES[1])
        days, ids = read.days, read.session_ids | {_session_id(day) for day in read.days}
        touched = {each.id for each in sessions if each.date in days or each.id in ids}
        return cls(
            sessions=tuple(sessions),
            sets=tuple(log.sets_of_all(touched)),
            weighings=tuple(log.weighings()),
            equipment=tuple(log.equipment()),
            runner=log.runner() if log.has_runner() else None,
            set_ids=frozenset(log.set_ids()),
            runs=tuple(log.runs()) if read.runs else (),
            told=() if read.table is None else tuple(read.table.take(everything)),
            entries=tuple(log.entries()) if read.entries else (),
            edit_times=log.edit_times() if read.entries else {},
        )


def _session_id(day: datetime.date) -> str:
    """Name the session of a day whose file knows no sessions, the same at every import."""
    return uuid5(NAMESPACE_URL, f"soleus:session:{day}").hex


def _set_id(found: ImportedSet, ordinal: int, side: Side) -> str:
    """Name a set by where it stands in the diary, the same at every import.

    So a set is known again though it was edited here since, or its name taken for another.
    """
    place = f"{found.date}:{found.time}:{found.name}:{ordinal}:{side}"
    return uuid5(NAMESPACE_URL, f"soleus:set:{place}").hex


def local_start(day: datetime.date, time: datetime.time) -> datetime.datetime:
    """Give the instant of a time on this machine's wall, with its offset on that day.

    The time stays as it is, even in an hour that the change to summer time skips.
    """
    start = datetime.datetime.combine(day, time)
    second = start.replace(microsecond=0)
    try:
        # Not astimezone(): from Python 3.12 on it puts a skipped hour behind the change.
        instant = datetime.datetime.fromtimestamp(second.timestamp(), datetime.UTC)
    except (OSError, OverflowError, ValueError):  # a day that the system's clock cannot place
        return start.replace(tzinfo=datetime.UTC)
    offset = second - instant.replace(tzinfo=None)
    return start.replace(tzinfo=datetime.timezone(offset))


class Matcher:
    """Adds lines to what the log holds, one after the other.

    ``added`` are the new entries; ``lines`` tells of each new set, in order, which line it was.
    """

    def __init__(self, log: LogSoFar) -> None:
        self.added: list[Entry] = []
        self.lines = array("q")
        self._set_ids = log.set_ids
        self._by_id = {each.id: each for each in log.sets}
        self._ordinals: Counter[tuple[datetime.date, datetime.time | None, str]] = Counter()
        self._weighings = list(log.weighings)
        self._weighed = {weighing.date for weighing in log.weighings}
        self._runs = {_run_key(run.date, run.started_at, run.distance_km) for run in log.runs}
        self._kg_on: dict[datetime.date, float] = {}
        self._sessions = {session.id: session for session in log.sessions}
        self._new: set[str] = set()
        self._on_day: dict[datetime.date, list[Session]] = defaultdict(list)
        for session in log.sessions:
            self._on_day[session.date].append(session)
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
        self._unmatched: Counter[tuple[str, _Content]] = Counter(
            (each.session_id, (each.exercise, each.side, each.reps, each.external_kg))
            for each in log.sets
        )

    def add(self, found: ImportedSet, meaning: Meaning, unit: Unit | None) -> int:
        """Add the sets of a line that the log does not have.

        Returns:
            How many were added.

        Raises:
            ValueError: In words for a person, if the line can be no set of this log.
        """
        ids: dict[Side, str] = {}
        if found.meaning is None:
            place = (found.date, found.time, found.name)
            self._ordinals[place] += 1
            ids = {side: _set_id(found, self._ordinals[place], side) for side in meaning.sides.sets}
        kg = found.external_kg(unit)
        session, is_new = self._session_of(found)
        if session.id in self._new and session.date != found.date:
            raise ValueError(f"Its session is of {session.date}, further up in the file.")
        if found.session_id is not None and found.set_no is not None:
            missing = self._missing_by_number(found, meaning, session, kg)
        else:
            missing = self._missing_by_content(found, meaning, session, kg, ids)
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
                position=position + place,
                equipment_id=None if equipment is None else equipment.id,
                id=ids.get(side) or new_id(),
                **{name: getattr(found, name) for name in DETAILS},
            )
            for place, side in enumerate(missing)
        ]
        # Nothing is kept before every value was accepted: a line is added whole or not at all.
        if is_new:
            self._new.add(session.id)
            self._sessions[session.id] = session
            self._on_day[session.date].append(session)
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
        id_ = found.session_id
        if id_ is None and found.time is None:
            id_ = _session_id(found.date)
        if id_ is not None and id_ in self._sessions:
            return self._sessions[id_], False
        started_at = None if found.time is None else local_start(found.date, found.time)
        if found.session_id is None:
            for session in self._on_day[found.date]:
                at = session.started_at
                if (None if at is None else at.time()) == found.time:
                    return session, False
        session = Session(found.date, started_at, found.session_note)
        return (session if id_ is None else replace(session, id=id_)), True

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

    def _missing_by_content(
        self,
        found: ImportedSet,
        meaning: Meaning,
        session: Session,
        kg: float,
        ids: Mapping[Side, str],
    ) -> list[Side]:
        """Tell which sides the log lacks, where no number says which set it is.

        A set imported before is known by its id; otherwise by its content: each set that the log
        had on the day before this import accounts for one line.
        """
        missing = []
        for side in meaning.sides.sets:
            content = (meaning.exercise, side, found.reps, kg)
            if ids.get(side) in self._set_ids:
                there = self._by_id.get(ids[side])
                if there is not None:
                    same = (there.exercise, there.side, there.reps, there.external_kg)
                    self._unmatched[there.session_id, same] -= 1
                continue
            for id_ in [session.id, *(each.id for each in self._on_day[found.date])]:
                if self._unmatched[id_, content] > 0:
                    self._unmatched[id_, content] -= 1
                    break
            else:
                missing.append(side)
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
        key = _run_key(run.date, run.started_at, run.distance_km)
        if key in self._runs:
            return False
        self._runs.add(key)
        self.added.append(run)
        return True


def _run_key(
    date: datetime.date, started_at: datetime.datetime | None, distance_km: float
) -> tuple[object, ...]:
    """Tell runs apart: by their start; without one, by day and distance."""
    return (date, distance_km) if started_at is None else (date, started_at.time())
