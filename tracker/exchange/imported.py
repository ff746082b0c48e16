"""What was found in another program's file: sets not yet ours, names, and lines left out."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.one_rep_max import Formula
from tracker.domain.session import SetType, Tempo
from tracker.exchange.names import Guess, Meaning

# What each name of an exercise shall become; None, like a name that is missing, leaves it out.
NameMapping = Mapping[str, Meaning | None]


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """One line of a file that holds a set.

    Args:
        line: Where it stands in the file, 1 upward.
        date: The training day.
        reps: Repetitions done.
        load: Added load in ``unit``.
        unit: None where the file does not say.
        name: The exercise as the file calls it.
        meaning: What it is, where the file says that in our terms; the name is then not asked.
        session_id: Where the file knows its sessions; otherwise a day is a session.
        time: Start of the session by the clock on the wall; None where unknown.
        set_no: Where the file numbers its sets; otherwise they are numbered in its order.
        bodyweight_kg: Of that day; None where unknown.
        equipment: Its name; None where none is named.
        formula: Of the estimates in the file; None where it has none.
    """

    line: int
    date: datetime.date
    reps: int
    load: float
    unit: Unit | None
    name: str
    meaning: Meaning | None = None
    session_id: str | None = None
    time: datetime.time | None = None
    set_no: int | None = None
    set_type: SetType = SetType.WORK
    rir: float | None = None
    tempo: Tempo | None = None
    rest_s: float | None = None
    pain_during: int | None = None
    equipment: str | None = None
    bodyweight_kg: float | None = None
    note: str = ""
    formula: Formula | None = None

    def external_kg(self, unit_otherwise: Unit | None) -> float:
        """Give the load in kilograms.

        Args:
            unit_otherwise: The unit where the file does not say.

        Raises:
            ValueError: If neither says.
        """
        unit = self.unit or unit_otherwise
        if unit is None and self.load:
            raise ValueError("The unit of the load is not known.")
        return kg_from_pounds(self.load) if unit is Unit.LB else self.load


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that becomes no set, and why; ``name`` is its exercise, empty where unknown."""

    line: int
    reason: str
    name: str = ""


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
        left_out: Lines that cannot be sets.
    """

    format_name: str
    is_ours: bool
    lines: int
    sets: tuple[ImportedSet, ...]
    names: tuple[NameFound, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def must_ask_unit(self) -> bool:
        """Whether the file has loads whose unit it does not say."""
        return any(each.unit is None and each.load for each in self.sets)

    @property
    def guessed_mapping(self) -> dict[str, Meaning | None]:
        """What the names seem to mean; None where they are unclear or no calf raise."""
        return {found.name: found.guess.meaning for found in self.names}

    @property
    def days(self) -> frozenset[datetime.date]:
        """The training days in the file."""
        return frozenset(each.date for each in self.sets)

    @property
    def session_ids(self) -> frozenset[str]:
        """The sessions that the file knows by name."""
        return frozenset(each.session_id for each in self.sets if each.session_id is not None)
