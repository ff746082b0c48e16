"""How a table of another program is described: its columns, and the meaning of its words.

A format is recognised by its columns, never by the name of the file. Known formats are in
``known_formats.py``; other tables get a format when a person chooses their columns.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import Final

from tracker.domain.load import Unit
from tracker.exchange.importing.cell_numbers import WEIGHT_WORDS
from tracker.exchange.importing.letters import without_accents
from tracker.exchange.importing.names import Sides
from tracker.exchange.roles import Role


class SetMark(StrEnum):
    """What a line says about its set, or that it is not a set."""

    WORK = auto()
    WARMUP = auto()
    TEST = auto()
    DROP = auto()  # work with less load, right after the previous set
    FAILURE = auto()  # work to failure
    REST = auto()  # not a set: the rest after the previous set
    NOTE = auto()  # not a set: a note on the exercise


class LineKind(StrEnum):
    """What the lines of a file contain."""

    SETS = auto()
    WEIGHINGS = auto()
    RUNS = auto()


LOADS: Final = (Role.LOAD, Role.LOAD_KG, Role.LOAD_LB)
BODYWEIGHTS: Final = (Role.BODYWEIGHT, Role.BODYWEIGHT_KG, Role.BODYWEIGHT_LB)
DISTANCES: Final = (Role.DISTANCE, Role.DISTANCE_M, Role.DISTANCE_KM)
# Roles that help to recognise a format, or are known to hold something else.
NOT_READ: Final = frozenset(
    {
        *(Role.OTHER, Role.TELLING, Role.WORKOUT, Role.CATEGORY, Role.BODY_FAT),
    }
)
OF_SECONDS: Final = (Role.SECONDS, Role.REST_S, Role.HOLD_S, Role.DURATION_S)
OF_NUMBERS: Final = frozenset(
    {
        *LOADS,
        *BODYWEIGHTS,
        *DISTANCES,
        *(Role.REPS, Role.SETS, Role.RIR, Role.RPE, Role.EFFORT, Role.PAIN),
        *OF_SECONDS,
    }
)
OF_RUNS: Final = frozenset({*DISTANCES, Role.DISTANCE_UNIT, Role.DURATION, Role.DURATION_S})
_MEASURES: Final = {
    LineKind.SETS: (*LOADS, Role.SETS),
    LineKind.WEIGHINGS: BODYWEIGHTS,
    LineKind.RUNS: DISTANCES,
}


@dataclass(frozen=True, slots=True)
class Format:
    """Description of one program's table.

    Args:
        name: The program's name, for a person.
        columns: The meaning of each column by its heading, in the form of ``heading_of``.
        known_by: Columns that must all be present, besides one for what the lines measure.
        kind: What the lines contain.
        marks: Meanings of words in the column MARK; a number there means a work set. Lines with
            other words are left out.
        is_quoted: Whether cells may be quoted.
        rejoins: Whether names of exercises may contain unquoted delimiters; if a line has too many
            cells, they are joined to a name again.
        repeats_notes: Whether the note of an exercise is repeated on each of its lines.
        again: The meaning of a heading's second occurrence.
        has_no_other: Whether there must be no other columns.
        is_utc: Whether times are in UTC; otherwise they are local.
        units: Meanings of words in the column UNIT.
        sides: Meanings of words in the column SIDE, if the format has its own; other words then say
            nothing about the leg.
        is_wide: Whether a line has several sets side by side, in columns headed like those of the
            first with 2, 3 and so on in place of 1. Several columns of repetitions are read like
            that anyway.
        has_several: Whether a line has several exercises side by side, each starting with its name
            and all with the same columns. Columns before the first name apply to all of them.
        asks_numbers: Whether a number in the column MARK is treated like a word.
        has_times_of_sets: Whether times are those of sets, so that a session begins with its first
            set.
        is_ours: Whether it is our own format: texts are protected from being taken for formulas,
            and 0 repetitions still make a set.
    """

    name: str
    columns: Mapping[str, Role]
    known_by: frozenset[Role]
    kind: LineKind = LineKind.SETS
    marks: Mapping[str, SetMark] = field(default_factory=dict)
    is_quoted: bool = True
    rejoins: bool = False
    repeats_notes: bool = False
    again: Mapping[str, Role] = field(default_factory=dict)
    has_no_other: bool = False
    is_utc: bool = False
    units: Mapping[str, Unit] = field(default_factory=lambda: WEIGHT_WORDS)
    sides: Mapping[str, Sides] | None = None
    is_wide: bool = False
    has_several: bool = False
    asks_numbers: bool = False
    has_times_of_sets: bool = False
    is_ours: bool = False

    def fits(self, headings: Sequence[str]) -> bool:
        """Tell whether a table with these headings has this format."""
        found = set(self.places(headings))
        return (
            self.known_by <= found
            and not found.isdisjoint(_MEASURES[self.kind])
            and not (self.has_no_other and Role.OTHER in found)
        )

    def unread(self, headings: Sequence[str]) -> list[int]:
        """Return the indices of columns that hold nothing that is read."""
        if self.is_ours:  # the other columns are calculated from the rest
            return []
        without = NOT_READ | OF_RUNS if self.kind is LineKind.SETS else NOT_READ
        read = {place for doses in self.side_by_side(headings) for place in doses.values()}
        read |= {place for role, place in self.places(headings).items() if role not in without}
        read.update(self.places_of(Role.SETS, headings))
        return [place for place, heading in enumerate(headings) if heading and place not in read]

    def side_by_side(self, headings: Sequence[str]) -> list[dict[Role, int]]:
        """Return the columns of repetitions and load for each set, if sets stand side by side."""
        several = self.places_of(Role.REPS, headings)
        if len(several) > 1:
            return [
                {Role.REPS: place} | self._load_beside(place, number, headings)
                for number, place in enumerate(several)
            ]
        if not self.is_wide:
            return []
        found: list[dict[Role, int]] = []
        firsts = {heading: role for heading, role in self.columns.items() if " 1 " in heading}
        while True:
            number = len(found) + 1
            numbered = {
                role: headings.index(each)
                for heading, role in firsts.items()
                if (each := heading.replace(" 1 ", f" {number} ")) in headings
            }
            if Role.REPS not in numbered:
                return found
            found.append(numbered)

    def _load_beside(self, place: int, number: int, headings: Sequence[str]) -> dict[Role, int]:
        """Find the column of a set's load: the one with its number, or the last one before it.

        A single load before all sets applies to each.
        """
        for role in LOADS:
            loads = self.places_of(role, headings)
            if len(loads) == len(self.places_of(Role.REPS, headings)):
                return {role: loads[number]}
            if len(loads) > 1:
                before = [each for each in loads if each < place]
                return {role: before[-1] if before else loads[0]}
        return {}

    def places_of(self, role: Role, headings: Sequence[str]) -> list[int]:
        """Return the indices of all columns with a role."""
        return [at for at, heading in enumerate(headings) if self.columns.get(heading) is role]

    def places(self, headings: Sequence[str]) -> dict[Role, int]:
        """Return the index of each role's column, from 0; the first if there are several."""
        places: dict[Role, int] = {}
        for place, heading in enumerate(headings):
            column = self.columns.get(heading, Role.OTHER)
            if column in places:
                column = self.again.get(heading, column)
            places.setdefault(column, place)
        return places


def heading_of(cell: str) -> str:
    """Return a heading without what does not matter: case, accents, outer punctuation, spaces."""
    bare = cell.strip('\ufeff \t\r\n"').casefold().replace("’", "'")
    return " ".join(without_accents(bare).split())


def named(columns: Mapping[Role, Iterable[str]]) -> dict[str, Role]:
    """Turn headings listed by role, as programs write them, into a lookup table."""
    return {heading_of(each): column for column, words in columns.items() for each in words}


def told_apart(headings: Iterable[str]) -> list[str]:
    """Number repeated headings, from the second one on."""
    seen: dict[str, int] = {}
    told: list[str] = []
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        told.append(heading if seen[heading] == 1 else f"{heading} ({seen[heading]})")
    return told


def mark_word(cell: str) -> str:
    """Return the word for a type without what does not matter.

    >>> mark_word("NORMAL_SET"), mark_word("Drop set"), mark_word("Aufwärmsatz")
    ('normal', 'drop', 'aufwarmsatz')
    """
    word = heading_of(cell).replace("_", " ").removeprefix("set di ").removeprefix("set ")
    return word.removesuffix(" set")


# The words of all programs, for tables with columns chosen by hand.
ANY_MARKS: Final[Mapping[str, SetMark]] = {
    **dict.fromkeys(("", "n", "normal", "work", "working", "regular", "standard"), SetMark.WORK),
    **dict.fromkeys(("arbeitssatz", "effektiv", "serie", "set"), SetMark.WORK),
    **dict.fromkeys(("w", "warmup", "warm-up", "warm up", "wu", "aufwarmen"), SetMark.WARMUP),
    **dict.fromkeys(
        ("aufwarmsatz", "echauffement", "calentamiento", "riscaldamento"), SetMark.WARMUP
    ),
    **dict.fromkeys(("aquecimento", "opwarming", "uppvarmning"), SetMark.WARMUP),
    **dict.fromkeys(("t", "test", "amrap"), SetMark.TEST),
    **dict.fromkeys(("d", "drop", "dropset", "drop set"), SetMark.DROP),
    **dict.fromkeys(("f", "failure", "to failure"), SetMark.FAILURE),
}
