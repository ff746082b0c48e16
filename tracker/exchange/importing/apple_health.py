"""Apple Health's export: bodyweights and runs from an XML file that may be very long.

The file is read piece by piece, and only what is kept stays in memory. Its declarations are skipped
unread, so that nothing in them can define an entity or refer to another file.
"""

import re
from collections.abc import Generator, Iterator
from contextlib import suppress
from typing import Final
from xml.parsers import expat

from tracker.exchange.csv_text import FormatError, Record
from tracker.exchange.importing.body_and_runs import RunLines, WeighingLines
from tracker.exchange.importing.cells import Cells
from tracker.exchange.importing.containers import Contents
from tracker.exchange.importing.formats import Format, LineKind, named
from tracker.exchange.importing.found import LeftOut, ReadFile
from tracker.exchange.importing.words import Words
from tracker.exchange.roles import Role
from tracker.worded import worded

NAME: Final = "Apple Health"
WEIGHINGS: Final = Format(
    name=NAME,
    columns=named({Role.DATE: ("startDate",), Role.BODYWEIGHT: ("value",)}),
    known_by=frozenset({Role.DATE}),
    kind=LineKind.WEIGHINGS,
)
RUNS: Final = Format(
    name=NAME,
    columns=named(
        {
            Role.DATE: ("startDate",),
            Role.ACTIVITY: ("workoutActivityType",),
            Role.DISTANCE: ("totalDistance",),
            Role.DURATION_S: ("duration",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.ACTIVITY}),
    kind=LineKind.RUNS,
)
_WEIGHINGS: Final = ("startdate", "value")
_RUNS: Final = ("startdate", "workoutactivitytype", "totaldistance", "duration")
_KNOWN: Final = re.compile(rb"<(?:!DOCTYPE\s+)?HealthData\b")
_DECLARED: Final = re.compile(rb"<!DOCTYPE\s+HealthData\s*(?:\[.*?\]\s*)?>", re.DOTALL)
_BODYWEIGHT: Final = "HKQuantityTypeIdentifierBodyMass"
_ACTIVITY: Final = "HKWorkoutActivityType"
_DISTANCE: Final = "HKQuantityTypeIdentifierDistance"
_SECONDS: Final = {"s": 1.0, "sec": 1.0, "min": 60.0, "hr": 3600.0, "h": 3600.0}
_POUNDS_A_STONE: Final = 14
_DEEPEST: Final = 100  # nesting depth of elements
_LONGEST: Final = 1 << 22  # bytes of one start tag


def is_apple_health(head: bytes) -> bool:
    """Tell whether a file is such an export, by its first bytes."""
    return _KNOWN.search(head) is not None


class _Elements:
    """Takes the elements of a file one by one, keeping bodyweights and runs."""

    def __init__(self, words: Words) -> None:
        self.weighings = WeighingLines(Cells(WEIGHINGS, _WEIGHINGS, ",", None))
        self.runs = RunLines(Cells(RUNS, _RUNS, ",", None, None, words))
        self.lines = 0
        self._depth = 0
        self._workout: dict[str, str] | None = None
        self._line = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._on_start
        self._parser.EndElementHandler = self._on_end
        self._parser.EntityDeclHandler = self._on_entity

    def feed(self, chunk: bytes, *, is_last: bool) -> int:
        """Take the next piece; returns the offset up to which elements are complete."""
        self._parser.Parse(chunk, is_last)
        return self._parser.CurrentByteIndex

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FormatError(
                worded("Its elements lie deeper in each other than in any such file.")
            )
        if name == "Record" and attributes.get("type") == _BODYWEIGHT:
            weight = _in_pounds(attributes.get("value", ""), attributes.get("unit", ""))
            self.lines += 1
            cells = [attributes.get("startDate", ""), weight]
            self.weighings.add(Record(self._parser.CurrentLineNumber, cells))
        elif name == "Workout":
            self._workout, self._line = attributes, self._parser.CurrentLineNumber
        elif (
            name == "WorkoutStatistics"
            and self._workout is not None
            and attributes.get("type", "").startswith(_DISTANCE)
        ):
            self._workout["totalDistance"] = attributes.get("sum", "")
            self._workout["totalDistanceUnit"] = attributes.get("unit", "")

    def _on_end(self, name: str) -> None:
        self._depth -= 1
        if name == "Workout" and self._workout is not None:
            told, self._workout = self._workout, None
            distance = f"{told.get('totalDistance', '')} {told.get('totalDistanceUnit', '')}"
            self.lines += 1
            cells = [
                told.get("startDate", ""),
                told.get("workoutActivityType", "").removeprefix(_ACTIVITY),
                distance.strip(),
                _in_seconds(told.get("duration", ""), told.get("durationUnit", "min")),
            ]
            self.runs.add(Record(self._line, cells))

    def _on_entity(self, *_: object) -> None:
        raise FormatError(
            worded("It declares words that stand for others, which no such file needs.")
        )


def _in_pounds(value: str, unit: str) -> str:
    """Return a weight with its unit, with stones converted to pounds."""
    if unit == "st":
        with suppress(ValueError):
            return f"{float(value) * _POUNDS_A_STONE:g} lb"
    return f"{value} {unit}".strip()


def _in_seconds(duration: str, unit: str) -> str:
    """Convert a duration to seconds; empty if it is not one."""
    try:
        return f"{float(duration) * _SECONDS[unit]:.3f}"
    except (ValueError, KeyError):
        return ""


def _without_declaration(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Drop the file's declarations, leaving their lines empty.

    Some of them are wrong, and none is needed.
    """
    first = next(chunks, b"")
    yield _DECLARED.sub(lambda found: b"\n" * found[0].count(b"\n"), first, count=1)
    yield from chunks


def reading_apple_health(contents: Contents, words: Words) -> Generator[float, None, ReadFile]:
    """Read such an export, in steps.

    Everything before a damaged place, or before the end of a truncated file, is read.

    Args:
        contents: The file.
        words: What is known about its words besides our lists.

    Raises:
        FormatError: If it turns out not to be such a file, or could not be read.
    """
    elements = _Elements(words)
    taken = reached = 0
    left_out: list[LeftOut] = []
    try:
        for chunk in _without_declaration(contents.chunks()):
            taken += len(chunk)
            reached = elements.feed(chunk, is_last=False)
            if taken - reached > _LONGEST:
                raise FormatError(worded("It has an element longer than any of such a file."))
            yield min(taken / max(contents.size, 1), 1.0)
        elements.feed(b"", is_last=True)
    except FormatError as error:
        raise FormatError(
            worded("{} is no sound export of {}. {}", contents.name, NAME, error)
        ) from error
    except (LookupError, ValueError) as error:  # Python's errors about encodings
        raise FormatError(
            worded("{} is in an encoding that is not read.", contents.name)
        ) from error
    except expat.ExpatError as error:
        reason = worded("The file is damaged from here on ({}).", expat.ErrorString(error.code))
        left_out.append(LeftOut(error.lineno, reason))
    yield 1.0
    return ReadFile(
        format_name=NAME,
        is_ours=False,
        lines=elements.lines + len(left_out),
        weighings=tuple(elements.weighings.weighings),
        runs=tuple(elements.runs.runs),
        left_out=(*elements.weighings.left_out, *elements.runs.left_out, *left_out),
    )
