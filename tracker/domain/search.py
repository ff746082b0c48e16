"""Parser for the search of the History page.

Grammar (case does not matter; a space is "and": every part must hold)::

    search     = { comparison | note | event | since | word }
    comparison = figure operator number    pain>3, reps >= 10, kg=62,5; of one and the same set
               | kind operator number      knee>8, visa<60; of what was measured on the day
    figure     = "pain" | "reps" | "kg" | "lb" | "rir" | "hold"
    kind       = text                      a word of its name, or how one begins
    operator   = ">" | "<" | ">=" | "<=" | "=" | "≥" | "≤"
    note       = "note:" text              in what was noted, and nowhere else
    event      = "event:" text             on days of such an event: its kind, place or note
    since      = "since:" text             from the last such event on, or from a day on: 2026-03
    word       = text                      in notes, exercises or equipment, or a day's beginning:
                                           2026, 2026-03, 2026-03-12
    text       = signs without a space | '"' signs '"'
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tracker.domain.load import kg_from_pounds
from tracker.domain.measurement import KNOWN_KINDS, MeasuredKind, Measurement
from tracker.domain.typed_number import SAME_WRITTEN, typed_number
from tracker.worded import worded

_POUNDS = "lb"
_PART = re.compile(
    r"""(?P<figure>[^\s"<>=≥≤:]*)\s*(?P<operator>>=|<=|[<>=≥≤])\s*(?P<number>[^\s"]*)
    | note:(?P<note>"[^"]*"?|\S*)
    | event:(?P<event>"[^"]*"?|\S*)
    | since:(?P<since>"[^"]*"?|\S*)
    | (?P<field>[^\s":]+):(?!\S*//)\S*
    | (?P<word>"[^"]*"?|[^\s"<>=≥≤]+)""",
    re.VERBOSE | re.IGNORECASE,
)
# At least a year; a half-typed month or day matches too.
_DAY = re.compile(r"\d{4}(-(\d{2}(-(\d{2})?)?)?)?")


class Figure(StrEnum):
    """What can be compared of each set."""

    PAIN = "pain"
    REPS = "reps"
    KG = "kg"  # external load
    RIR = "rir"
    HOLD = "hold"  # seconds a repetition was held


class Operator(StrEnum):
    """How a value is compared with a number."""

    MORE = ">"
    LESS = "<"
    AT_LEAST = ">="
    AT_MOST = "<="
    EQUAL = "="

    def holds(self, value: float, number: float) -> bool:
        """Tell whether the comparison holds; values that are written alike count as equal."""
        if self is Operator.EQUAL:
            return abs(value - number) < SAME_WRITTEN
        return {
            Operator.MORE: value > number,
            Operator.LESS: value < number,
            Operator.AT_LEAST: value >= number,
            Operator.AT_MOST: value <= number,
        }[self]


_OPERATORS = {"≥": Operator.AT_LEAST, "≤": Operator.AT_MOST}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure of a set compared with a number; loads in kilograms."""

    figure: Figure
    operator: Operator
    value: float


@dataclass(frozen=True, slots=True)
class MeasuredComparison:
    """Measurements compared with a number: any of some kinds, of either leg."""

    kinds: tuple[MeasuredKind, ...]
    operator: Operator
    value: float

    def is_met_by(self, measured: Iterable[Measurement]) -> bool:
        """Tell whether any of some measurements meets it."""
        return any(
            each.measured in self.kinds and self.operator.holds(each.value, self.value)
            for each in measured
        )


@dataclass(frozen=True, slots=True)
class Search:
    """What to search for; everything in it must hold, and an empty search finds everything.

    Args:
        words: Must be found anywhere, casefolded.
        notes: Must be found in notes, casefolded.
        comparisons: Must all be met by one and the same set.
        measured: Must each be met by a measurement of the day.
        events: Must be found in events of the day, casefolded.
        since: Starting points, casefolded: the beginning of a date, or text found in an event.
    """

    words: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    measured: tuple[MeasuredComparison, ...] = ()
    events: tuple[str, ...] = ()
    since: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(
            (self.words, self.notes, self.comparisons, self.measured, self.events, self.since)
        )


class SearchError(ValueError):
    """A search that cannot be read, with what was expected and where.

    Args:
        message: The problem, in words for a person.
        position: Index of the character that the message is about.
    """

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


NamedKinds = Sequence[tuple[str, MeasuredKind]]  # kinds of measurement, under each of their names
_KNOWN: Final[NamedKinds] = tuple(KNOWN_KINDS.items())


def read_search(text: str, kinds: NamedKinds = _KNOWN) -> Search:
    """Read the text typed into the search field.

    Args:
        text: What was typed.
        kinds: The kinds of measurement that can be compared.

    Raises:
        SearchError: If it cannot be read, pointing at the part.

    >>> read_search("2026-03 seated").words
    ('2026-03', 'seated')
    >>> read_search("kg >= 62,5").comparisons
    (Comparison(figure=<Figure.KG: 'kg'>, operator=<Operator.AT_LEAST: '>='>, value=62.5),)
    >>> read_search('note:"slept badly"').notes
    ('slept badly',)
    >>> read_search("event:race").events
    ('race',)
    >>> read_search("since:injury since:2026-03").since
    ('injury', '2026-03')
    """
    words, notes, comparisons, measured, events, since = [], [], [], [], [], []
    for part in _PART.finditer(text):
        if part["operator"]:
            meant = _kinds_meant(part["figure"].casefold(), kinds)
            if meant:
                operator, value = _against(part)
                measured.append(MeasuredComparison(meant, operator, value))
            else:
                comparisons.append(_comparison(part))
        elif part["field"]:
            raise SearchError(
                worded(
                    "“{}:” is not known: “note:” searches notes, “event:” events, “since:” what "
                    "came after one, and a text in quotes is searched as it stands.",
                    part["field"],
                ),
                part.start(),
            )
        elif part["note"] is not None:
            notes.append(_plain(part["note"]))
        elif part["event"] is not None:
            events.append(_plain(part["event"]))
        elif part["since"] is not None:
            since.append(_plain(part["since"]))
            _require_calendar_day(part["since"], part.start("since"))
        else:
            words.append(_plain(part["word"]))
            _require_calendar_day(part["word"], part.start())
    return Search(
        tuple(filter(None, words)),
        tuple(filter(None, notes)),
        tuple(comparisons),
        tuple(measured),
        tuple(filter(None, events)),
        tuple(filter(None, since)),
    )


def is_beginning_of(word: str, day: datetime.date) -> bool:
    """Tell whether a word is the beginning of a day in ISO 8601, at least its year."""
    return is_a_beginning(word) and day.isoformat().startswith(word)


def is_a_beginning(word: str) -> bool:
    """Tell whether a word could be the beginning of some day."""
    return _DAY.fullmatch(word) is not None


def _plain(text: str) -> str:
    return " ".join(text.strip('"').split()).casefold()


def _kinds_meant(word: str, kinds: NamedKinds) -> tuple[MeasuredKind, ...]:
    """Find the kinds with a word in their name, or else those with a word starting like it."""
    if not word or word in (*Figure, _POUNDS):
        return ()
    words = [(re.findall(r"[^\W_]+", name.casefold()), kind) for name, kind in kinds]
    exact = [kind for found, kind in words if word in found]
    begun = [kind for found, kind in words if any(each.startswith(word) for each in found)]
    return tuple(dict.fromkeys(exact or begun))


def _comparison(part: re.Match[str]) -> Comparison:
    figure, sign = part["figure"].casefold(), part["operator"]
    if figure not in (*Figure, _POUNDS):
        before = (
            worded("“{}” cannot be compared", part["figure"])
            if figure
            else worded("“{}” compares nothing", sign)
        )
        raise SearchError(
            worded(
                "{}: pain, reps, kg, lb, rir and hold can, as in pain>3, and what you measure, as "
                "in knee>8.",
                before,
            ),
            part.start(),
        )
    operator, value = _against(part)
    if figure == _POUNDS:
        return Comparison(Figure.KG, operator, kg_from_pounds(value))
    return Comparison(Figure(figure), operator, value)


def _against(part: re.Match[str]) -> tuple[Operator, float]:
    """Read the operator and the number of a comparison."""
    figure, sign, number = part["figure"].casefold(), part["operator"], part["number"]
    try:
        value = typed_number(number)
    except ValueError:
        what = worded("not “{}”", number) if number else worded("as in {}{}3", figure, sign)
        raise SearchError(
            worded("Enter a number after “{}”, {}.", sign, what), part.start("number")
        ) from None
    return _OPERATORS.get(sign) or Operator(sign), value


def _require_calendar_day(word: str, position: int) -> None:
    """Refuse a month or day that does not exist in the calendar."""
    if not is_a_beginning(word) or len(word) not in (len("2026-03"), len("2026-03-12")):
        return
    try:
        datetime.date.fromisoformat(word if len(word) > len("2026-03") else f"{word}-01")
    except ValueError:
        raise SearchError(
            worded("There is no {}: a month is written as 2026-03, a day as 2026-03-12.", word),
            position,
        ) from None
