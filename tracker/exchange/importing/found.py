"""What was found in another program's file: sets not yet in our terms, names, and omitted lines."""

import datetime
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import repeat
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

# What each name of an exercise becomes; a name that is missing or None is left out.
NameMapping = Mapping[str, Meaning | None]


@dataclass(frozen=True, slots=True)
class SessionTold:
    """What a line of a file says about its session, shared by all lines of the session.

    Args:
        date: The training day.
        time: Start of the session, with an offset if the file gives an instant, otherwise local;
            None if unknown.
        id: Id of the session, if the file has one; otherwise day and start identify it.
        note: Note on the whole session.
        ended: When its last set was done, if the file gives times of sets: local, or in UTC if
            ``time`` has an offset.
    """

    date: datetime.date
    time: datetime.time | None = None
    id: str | None = None
    note: str = ""
    ended: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class SetTold:
    """What a line of a file says about a set, shared by lines that say the same.

    Args:
        reps: Repetitions done.
        load: Added load in ``unit``; negative is assistance.
        unit: The unit; None if the file does not say.
        name: The exercise as the file calls it.
        meaning: Exercise and legs, if the file gives them in our terms; then the name is not asked
            about.
        sides: The legs, if the file has a column for them; otherwise the name says.
        set_no: The number of the set, if the file has one; otherwise sets are numbered in order.
        equipment: Name of the equipment; None if none is named.
        bodyweight_kg: Bodyweight on that day; None if unknown.
        formula: Formula of the estimates in the file; None if it has none.
        hold_s: How long each repetition was held still, in seconds; None for moved repetitions.
        is_type_known: Whether the file would mark a warm-up; if not, a person says which sets are.
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
        """Return exercise and legs, given what names stand for; None if it is left out."""
        meaning = self.meaning or mapping.get(self.name)
        if meaning is None or self.sides is None:
            return meaning
        return replace(meaning, sides=self.sides)

    def external_kg(self, unit_otherwise: Unit | None) -> float:
        """Return the load in kilograms, without rounding noise from unit conversion.

        Args:
            unit_otherwise: The unit if the file does not say.

        Raises:
            ValueError: If both are None.
        """
        return kg_of("the load", self.load, self.unit or unit_otherwise)


class ImportedSet(NamedTuple):
    """One line of a file that holds a set.

    Args:
        line: Its line in the file, from 1.
        session: What it says about its session.
        told: What it says about the set.
    """

    line: int
    session: SessionTold
    told: SetTold


class SetsRead:
    """The sets of a file in order, as columns: among a million lines, few say something new."""

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
        """Replace what a set says."""
        self._told[place] = told

    def __getitem__(self, place: int) -> ImportedSet:
        return ImportedSet(self._lines[place], self._sessions[place], self._told[place])

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[ImportedSet]:
        # Several times as quick as calling ImportedSet, with the same result.
        columns = zip(self._lines, self._sessions, self._told, strict=True)
        return map(tuple.__new__, repeat(ImportedSet), columns)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SetsRead) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    @property
    def distinct(self) -> Collection[SetTold]:
        """The distinct things the sets say."""
        return dict(zip(map(id, self._told), self._told, strict=True)).values()

    @property
    def sessions(self) -> Collection[SessionTold]:
        """The distinct things they say about their sessions."""
        return dict(zip(map(id, self._sessions), self._sessions, strict=True)).values()


@dataclass(frozen=True, slots=True)
class ImportedWeighing:
    """One line of a file with a bodyweight in ``unit``, which is None if the file does not say."""

    line: int
    date: datetime.date
    weight: float
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class ImportedRun:
    """One line of a file with a run.

    Args:
        line: Its line in the file, from 1.
        date: The day it began.
        time: Start, with an offset if the file gives an instant, otherwise local; None if unknown.
        distance: Distance in kilometres, or in the unit of the account.
        is_km: Whether it is certainly in kilometres.
        duration_s: Duration in seconds; None if unknown.
    """

    line: int
    date: datetime.date
    time: datetime.time | None
    distance: float
    is_km: bool
    duration_s: float | None


def kg_of(what: str, value: float, unit: Unit | None) -> float:
    """Convert a weight to kilograms; 0 needs no unit.

    Raises:
        ValueError: If the unit is unknown.
    """
    if unit is None and value:
        raise ValueError(worded("The unit of {} is not known.", what))
    return kg_from_pounds(value) if unit is Unit.LB else round(value, KG_DECIMALS)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that becomes no entry, and the reason.

    Args:
        line: Its line in the file, from 1.
        reason: Why, in words for a person.
        name: Its exercise; empty if unknown.
        is_no_entry: Whether it certainly describes no entry, such as a set that was not done.
    """

    line: int
    reason: str
    name: str = ""
    is_no_entry: bool = False


class NotDoneError(ValueError):
    """A line that was read, but describes nothing that was done."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry read from a line of one of our own tables."""

    line: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name of an exercise in a file, its number of lines, and what it seems to mean.

    Args:
        name: As the file writes it.
        lines: Number of lines with it.
        guess: What it seems to mean.
        has_legs: Whether each of its lines gives the leg, so that the name need not.
    """

    name: str
    lines: int
    guess: Guess
    has_legs: bool = False


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was recognised and read; nothing has been changed by it yet.

    Args:
        format_name: The name of its format.
        is_ours: Whether it is our own.
        lines: Number of non-blank lines below the header.
        sets: Its sets, in order.
        names: Names for the runner to map; none if the file uses our terms.
        left_out: Lines that cannot become entries.
        lines_of_rest: Number of lines with a rest or a note, which went into the set they belong
            to.
        weighings: Its bodyweights, in order.
        runs: Its runs, in order.
        table: Which of our tables it is, if its rows are entries.
        told: Those entries, in order.
        entries: Entries of a whole log of ours, to be merged by ids.
        past: What that log knows about them besides.
        inside: Which part of an archive or a workbook it is; empty for a whole file.
        columns_not_read: Headings of columns not read, as in the file.
        decimals_guessed: Numbers with an unproved decimal mark, and the values they were given.
        columns: Roles given to columns for which another could be chosen, by index from 0.
        shape: The group of files in which its words mean the same; empty if none are asked about.
        words: Words that no list knows.
        meanings: What the runner said words in files of this shape mean.
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
        """Whether it is a whole log of ours, to be merged; it may contain only deletions."""
        return bool(self.entries or self.past.memory)

    @property
    def must_ask_unit(self) -> bool:
        """Whether the file has loads or bodyweights without a unit."""
        return any(each.unit is None and each.load for each in self.sets.distinct) or any(
            each.unit is None for each in self.weighings
        )

    @property
    def must_ask_distance(self) -> bool:
        """Whether the file has distances that could be in miles."""
        return any(not each.is_km for each in self.runs)

    def must_ask_warmup(self, mapping: NameMapping) -> bool:
        """Whether it would add sets that the file cannot tell apart from warm-ups."""
        return any(
            not each.is_type_known and each.meant(mapping) is not None
            for each in self.sets.distinct
        )

    def highest_load(self, mapping: NameMapping) -> float | None:
        """Find the highest load without a unit that would be added, for asking about its unit.

        Args:
            mapping: What the names stand for.

        Returns:
            The load as in the file; None if there is none.
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
        """What the runner said names mean, or else what they seem to mean; None leaves them out."""
        mapping = {found.name: found.guess.meaning for found in self.names}
        for name in mapping:
            means = self.meanings.get((Topic.EXERCISE, folded(name)))
            if means is not None:
                mapping[name] = exercise_meant(means)
        return mapping

    @property
    def days(self) -> frozenset[datetime.date]:
        """The training days in the file, and earlier ones on which its sessions may have begun."""
        days = {each.date for each in self.sets.sessions}
        ended = {each.date for each in self.sets.sessions if each.ended is not None}
        return frozenset(days | {day - datetime.timedelta(days=1) for day in ended})

    @property
    def instants(self) -> frozenset[datetime.datetime]:
        """The instants at which sessions of the file began, if it gives them."""
        return frozenset(
            datetime.datetime.combine(each.date, each.time)
            for each in self.sets.sessions
            if each.time is not None and each.time.tzinfo is not None
        )

    @property
    def session_ids(self) -> frozenset[str]:
        """The ids of sessions, if the file has them."""
        return frozenset(each.id for each in self.sets.sessions if each.id is not None)
