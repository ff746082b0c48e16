"""The CSV files that can be read, each described: its columns, and what its words mean.

A format is recognised by its columns, never by the name of the file. Another app's format is
another description in ``FORMATS``, not another program.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import Final

from tracker.domain.load import Unit
from tracker.domain.session import SetType
from tracker.exchange.reading import FormatError


class Column(StrEnum):
    """What a column can mean."""

    SESSION_ID = auto()
    DATE = auto()
    TIME = auto()
    NAME = auto()  # an exercise in the words of the app: to be mapped
    EXERCISE = auto()  # an exercise in our terms
    SIDE = auto()
    SET_NO = auto()
    SET_TYPE = auto()
    REPS = auto()
    LOAD = auto()  # in the unit of UNIT; unknown where there is none
    UNIT = auto()
    LOAD_KG = auto()
    LOAD_LB = auto()
    BODYWEIGHT_KG = auto()
    BODYWEIGHT_LB = auto()
    RIR = auto()
    TEMPO_RAISE_S = auto()
    TEMPO_TOP_S = auto()
    TEMPO_LOWER_S = auto()
    TEMPO_BOTTOM_S = auto()
    REST_S = auto()
    EQUIPMENT = auto()
    PAIN = auto()
    FORMULA = auto()
    NOTE = auto()
    CATEGORY = auto()  # a group of exercises; not read, but never a number
    OTHER = auto()  # not read; it only helps to recognise the format


_LOADS: Final = (Column.LOAD, Column.LOAD_KG, Column.LOAD_LB)
UNITS: Final = {
    "kg": Unit.KG,
    "kgs": Unit.KG,
    "lb": Unit.LB,
    "lbs": Unit.LB,
}


@dataclass(frozen=True, slots=True)
class Format:
    """One program's CSV, described.

    Args:
        name: Whose it is, for a person.
        columns: The meaning of each column by its heading, in lower case.
        known_by: Headings that must all be there, besides one of a load.
        date_shapes: Of the date, as ``strptime`` takes them; tried in order.
        set_types: What the words for types of sets mean; a line with another word is left out.
        is_quoted: Whether cells may stand in quotation marks.
        rejoins: Whether names of exercises may hold delimiters without quotation marks, which
            are joined again from the cells that a line has too many.
        is_ours: Whether texts were made safe from being taken for formulas.
    """

    name: str
    columns: Mapping[str, Column]
    known_by: frozenset[str]
    date_shapes: tuple[str, ...] = ("%Y-%m-%d",)
    set_types: Mapping[str, SetType] = field(default_factory=dict)
    is_quoted: bool = True
    rejoins: bool = False
    is_ours: bool = False

    def fits(self, headings: list[str]) -> bool:
        """Tell whether a file with these headings is of this format."""
        found = {self.columns.get(heading) for heading in headings}
        return self.known_by <= set(headings) and not found.isdisjoint(_LOADS)


OURS: Final = Format(
    name="Soleus sets.csv",
    columns={
        "session_id": Column.SESSION_ID,
        "date": Column.DATE,
        "time": Column.TIME,
        "exercise": Column.EXERCISE,
        "side": Column.SIDE,
        "set_no": Column.SET_NO,
        "set_type": Column.SET_TYPE,
        "reps": Column.REPS,
        "external_kg": Column.LOAD_KG,
        "external_lb": Column.LOAD_LB,
        "bodyweight_kg": Column.BODYWEIGHT_KG,
        "bodyweight_lb": Column.BODYWEIGHT_LB,
        "rir": Column.RIR,
        "tempo_raise_s": Column.TEMPO_RAISE_S,
        "tempo_top_s": Column.TEMPO_TOP_S,
        "tempo_lower_s": Column.TEMPO_LOWER_S,
        "tempo_bottom_s": Column.TEMPO_BOTTOM_S,
        "rest_s": Column.REST_S,
        "equipment": Column.EQUIPMENT,
        "pain_during": Column.PAIN,
        "e1rm_formula": Column.FORMULA,
        "notes": Column.NOTE,
    },
    known_by=frozenset({"session_id", "date", "exercise", "side", "set_no", "reps"}),
    set_types={set_type.value: set_type for set_type in SetType},
    is_ours=True,
)
FITNOTES: Final = Format(
    name="FitNotes",
    columns={
        "date": Column.DATE,
        "exercise": Column.NAME,
        "category": Column.CATEGORY,
        "weight": Column.LOAD,
        "weight unit": Column.UNIT,
        "weight (kgs)": Column.LOAD_KG,
        "weight (lbs)": Column.LOAD_LB,
        "reps": Column.REPS,
        "distance": Column.OTHER,
        "distance unit": Column.OTHER,
        "time": Column.OTHER,  # how long a set of cardio took
        "comment": Column.NOTE,
    },
    known_by=frozenset({"date", "exercise", "category", "reps", "distance", "time"}),
    is_quoted=False,
    rejoins=True,
)
FORMATS: Final = (OURS, FITNOTES)


def headings_of(fields: list[str]) -> list[str]:
    return [" ".join(cell.strip().strip('"').casefold().split()) for cell in fields]


def recognised(headings: list[str], name: str) -> Format:
    """Find the format with these headings.

    Raises:
        FormatError: If there is none.
    """
    for each in FORMATS:
        if each.fits(headings):
            return each
    known = " and ".join(each.name for each in FORMATS)
    raise FormatError(f"{name} is of no format that can be read. Known are {known}.")
