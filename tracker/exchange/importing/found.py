"""What was found in another program's file: sets not yet ours, names, and lines left out."""

import datetime
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tracker.domain.change import Entry, Past
from tracker.domain.file_words import Topic, Word
from tracker.domain.load import KG_DECIMALS, Unit, kg_from_pounds
from tracker.domain.one_rep_max import Formula
from tracker.domain.session import SetType, Tempo
from tracker.exchange.importing.names import Guess, Meaning, Sides
from tracker.exchange.importing.words import WordFound, exercise_meant, folded
from tracker.exchange.roles import Role
from tracker.exchange.tables.table import AnyTable
from tracker.worded import worded

# What each name of an exercise shall become; None, like a name that is missing, leaves it out.
NameMapping = Mapping[str, Meaning | None]


@dataclass(frozen=True, slots=True)
class SessionTold:
    """What a line of a file tells of its session; lines of one session share it.

    Args:
        date: The training day.
        time: Start of the session: with its offset where the file gives an instant, otherwise by
            the clock on the wall; None where unknown.
        id: Where the file knows its sessions; otherwise a day and start is a session.
        note: On the whole session.
        ended: When its last set was done, where the file gives the time of each; by the clock on
            the wall, or in UTC where ``time`` has an offset.
    """

    date: datetime.date
    time: datetime.time | None = None
    id: str | None = None
    note: str = ""
    ended: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class SetTold:
    """What a line of a file tells of a set; lines that tell the same share it.

    Args:
        reps: Repetitions done.
        load: Added load in ``unit``; negative is assistance.
        unit: None where the file does not say.
        name: The exercise as the file calls it.
        meaning: What it is, where the file says that in our terms; the name is then not asked.
        sides: Which legs, where the file has a column for that; otherwise its name says.
        set_no: Where the file numbers its sets; otherwise they are numbered in its order.
        equipment: Its name; None where none is named.
        bodyweight_kg: Of that day; None where unknown.
        formula: Of the estimates in the file; None where it has none.
        hold_s: How long each repetition was held still, in seconds; None where it was moved.
        is_type_known: Whether a warm-up would be told; otherwise a person says which sets are.
    """

    reps: int
    load: float
    unit: Unit | None
    name: str
    meaning: Meaning | None = None
    sides: Sides | None = None
    set_no: int | None = None
    set_type: SetType = SetType.WORK
    rir: float | None = None
    tempo: Tempo | None = None
    rest_s: float | None = None
    pain_during: int | None = None
    note: str = ""
    equipment: str | None = None
    bodyweight_kg: float | None = None
    formula: Formula | None = None
    hold_s: float | None = None
    is_type_known: bool = True

    def meant(self, mapping: NameMapping) -> Meaning | None:
        """Give what it is by what the names become; None where it is left out."""
        meaning = self.meaning or mapping.get(self.name)
        if meaning is None or self.sides is None:
            return meaning
        return replace(meaning, sides=self.sides)

    def external_kg(self, unit_otherwise: Unit | None) -> float:
        """Give the load in kilograms, free of the noise that converting between units leaves.

        Args:
            unit_otherwise: The unit where the file does not say.

        Raises:
            ValueError: If neither says.
        """
        return kg_of("the load", self.load, self.unit or unit_otherwise)


class ImportedSet(NamedTuple):
    """One line of a file that holds a set.

    Args:
        line: Where it stands in the file, 1 upward.
        session: What it tells of its session.
        told: What it tells of the set.
    """

    line: int
    session: SessionTold
    told: SetTold


class SetsRead:
    """The sets of a file in its order, as columns: of a million lines few tell something new."""

    def __init__(self, sets: Iterable[ImportedSet] = ()) -> None:
        self._lines = array("q")
        self._sessions: list[SessionTold] = []
        self._told: list[SetTold] = []
        for each in sets:
            self.append(*each)

    def append(self, line: int, session: SessionTold, told: SetTold) -> None:
        """Add a set."""
        self._lines.append(line)
        self._sessions.append(session)
        self._told.append(told)

    def change(self, place: int, told: SetTold) -> None:
        """Let a set tell something else."""
        self._told[place] = told

    def __getitem__(self, place: int) -> ImportedSet:
        return ImportedSet(self._lines[place], self._sessions[place], self._told[place])

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[ImportedSet]:
        return map(ImportedSet, self._lines, self._sessions, self._told)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SetsRead) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    @property
    def distinct(self) -> Collection[SetTold]:
        """What the sets tell, each shared text once."""
        return dict(zip(map(id, self._told), self._told, strict=True)).values()

    @property
    def sessions(self) -> Collection[SessionTold]:
        """What they tell of their sessions, each shared text once."""
        return dict(zip(map(id, self._sessions), self._sessions, strict=True)).values()


@dataclass(frozen=True, slots=True)
class ImportedWeighing:
    """One line of a file that holds a bodyweight, in ``unit``; None where the file does not say."""

    line: int
    date: datetime.date
    weight: float
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class ImportedRun:
    """One line of a file that holds a run.

    Args:
        line: Where it stands in the file, 1 upward.
        date: The day it began.
        time: With its offset where the file gives an instant, otherwise by the clock on the wall;
            None where unknown.
        distance: In kilometres, or in the unit of the account.
        is_km: Whether it is surely in kilometres.
        duration_s: In seconds; None where unknown.
    """

    line: int
    date: datetime.date
    time: datetime.time | None
    distance: float
    is_km: bool
    duration_s: float | None


def kg_of(what: str, value: float, unit: Unit | None) -> float:
    """Give a weight in kilograms; nought is nought in every unit.

    Raises:
        ValueError: If the unit is not known.
    """
    if unit is None and value:
        raise ValueError(worded("The unit of {} is not known.", what))
    return kg_from_pounds(value) if unit is Unit.LB else round(value, KG_DECIMALS)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that becomes no entry, and why.

    Args:
        line: Where it stands in the file, 1 upward.
        reason: In words for a person.
        name: Its exercise; empty where unknown.
        is_no_entry: Whether it surely tells of none, as a set that was not done.
    """

    line: int
    reason: str
    name: str = ""
    is_no_entry: bool = False


class NotDoneError(ValueError):
    """A line that was read, and tells of nothing that was done."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry that a line of our own tables told of."""

    line: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name of an exercise in a file, on how many lines it stands, and what it seems to mean."""

    name: str
    lines: int
    guess: Guess


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was recognised and read; nothing has been changed by it yet.

    Args:
        format_name: Whose format it is.
        is_ours: Whether it is our own.
        lines: Lines with something on them, below the header.
        sets: In the order of the file.
        names: Names that the runner maps; none where the file speaks in our terms.
        left_out: Lines that cannot be entries.
        lines_of_rest: Lines that tell of a rest or a note, and went into the set they are about.
        weighings: In the order of the file.
        runs: In the order of the file.
        table: The table of ours that the file is, where its rows are entries.
        told: These entries, in the order of the file.
        entries: Of a whole log of ours, which is joined to this one by ids.
        past: What that log knows of them beside.
        inside: Which part of an archive or a workbook it is; empty where it is a whole file.
        columns_not_read: Their headings, as they stand in the file.
        decimals_guessed: Numbers whose decimal mark nothing proves, and what they were taken for.
        columns: What its columns were read as that could be chosen otherwise, by place from 0.
        shape: The files in which its words mean the same; empty where none are asked for.
        words: Those that no list knows.
        meanings: What the runner said of words in files of this shape.
    """

    format_name: str
    is_ours: bool
    lines: int
    sets: SetsRead = field(default_factory=SetsRead, hash=False)
    names: tuple[NameFound, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    lines_of_rest: int = 0
    weighings: tuple[ImportedWeighing, ...] = ()
    runs: tuple[ImportedRun, ...] = ()
    table: AnyTable | None = None
    told: tuple[Told, ...] = ()
    entries: tuple[Entry, ...] = ()
    past: Past = field(default_factory=Past, hash=False)
    inside: str = ""
    columns_not_read: tuple[str, ...] = ()
    decimals_guessed: tuple[tuple[str, float], ...] = ()
    columns: Mapping[int, Role] = field(default_factory=dict, hash=False)
    shape: str = ""
    words: tuple[WordFound, ...] = ()
    meanings: Mapping[Word, str] = field(default_factory=dict, hash=False)

    @property
    def is_whole_log(self) -> bool:
        """Whether it is a whole log of ours, which is joined; it may hold deletions alone."""
        return bool(self.entries or self.past.memory)

    @property
    def must_ask_unit(self) -> bool:
        """Whether the file has loads or bodyweights whose unit it does not say."""
        return any(each.unit is None and each.load for each in self.sets.distinct) or any(
            each.unit is None for each in self.weighings
        )

    @property
    def must_ask_distance(self) -> bool:
        """Whether the file has distances that could be miles."""
        return any(not each.is_km for each in self.runs)

    def must_ask_warmup(self, mapping: NameMapping) -> bool:
        """Whether sets would be taken in that the file cannot tell from warm-ups."""
        return any(
            not each.is_type_known and each.meant(mapping) is not None
            for each in self.sets.distinct
        )

    def highest_load(self, mapping: NameMapping) -> float | None:
        """Find the highest load without a unit that would be taken in, to ask what it is.

        Args:
            mapping: What the names become.

        Returns:
            The load as it stands in the file; None where there is none.
        """
        loads = [
            each.load
            for each in self.sets.distinct
            if each.unit is None and each.load and each.meant(mapping)
        ]
        loads += [each.weight for each in self.weighings if each.unit is None]
        return max(loads, default=None)

    @property
    def guessed_mapping(self) -> dict[str, Meaning | None]:
        """What the runner said that the names mean, or what they seem to; None leaves them out."""
        mapping = {found.name: found.guess.meaning for found in self.names}
        for name in mapping:
            means = self.meanings.get((Topic.EXERCISE, folded(name)))
            if means is not None:
                mapping[name] = exercise_meant(means)
        return mapping

    @property
    def days(self) -> frozenset[datetime.date]:
        """The training days in the file, and those on which its sessions may have begun before."""
        days = {each.date for each in self.sets.sessions}
        ended = {each.date for each in self.sets.sessions if each.ended is not None}
        return frozenset(days | {day - datetime.timedelta(days=1) for day in ended})

    @property
    def instants(self) -> frozenset[datetime.datetime]:
        """The instants at which sessions of the file began, where it gives them."""
        return frozenset(
            datetime.datetime.combine(each.date, each.time)
            for each in self.sets.sessions
            if each.time is not None and each.time.tzinfo is not None
        )

    @property
    def session_ids(self) -> frozenset[str]:
        """The sessions that the file knows by name."""
        return frozenset(each.id for each in self.sets.sessions if each.id is not None)
