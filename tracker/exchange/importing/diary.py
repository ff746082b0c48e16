"""Text from any notes app: a day, and below it lines of the notation, weights and free words.

Lines meant as sets that cannot be read are left out, marking the place of the error. Other words
become the note of their session; none is guessed to be a set.
"""

import datetime
import re
from collections.abc import Generator
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from tracker.domain.entry import DATES, require_note
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.notation import WORDS, NotationError, ReadSets, read_notation
from tracker.domain.session import DETAILS, SetType
from tracker.domain.typed_number import typed_number
from tracker.exchange.csv_text import FormatError, Text, decoded
from tracker.exchange.importing.dates import AmbiguousDateError, DayOrder
from tracker.exchange.importing.diary_days import DayFound, day_at
from tracker.exchange.importing.foreign_csv import DayOrderUnknownError
from tracker.exchange.importing.found import (
    ImportedSet,
    ImportedWeighing,
    LeftOut,
    ReadFile,
    SessionTold,
    SetsRead,
    SetTold,
)
from tracker.exchange.importing.names import Meaning, Sides
from tracker.worded import worded, worded_by

NAME: Final = "text"
LINES_A_STEP: Final = 200
MOST_LINES: Final = 200_000  # ten a day for fifty years
_LINES_LOOKED_AT: Final = 60
_LIKENESS: Final = 0.75  # similarity of a mistyped word, like “lefft”, to one of the notation
_QUOTED: Final = 40  # characters quoted before and after the place of an error

_BULLET: Final = r"(?:[-*•–]\s+|\[[ xX]\]\s*|#+\s+)+"
_BLANK: Final = " \t\r\ufeff\u00a0"
_BEHIND_DAY: Final = r"\s*([:,;–—-]?)\s*"
_WEIGHT: Final = (
    r"(?:bw|body\s?weight|weight|körpergewicht|gewicht|kgw)\s*[:=]?\s*"
    r"([0-9]+(?:[.,][0-9]+)?)\s*(kg|kgs|lb|lbs)?\.?"
)
_DONE: Final = r"[0-9]\s*[x×*]\s*[0-9+\-−]|[0-9]\s*@"
_NUMBERS: Final = r"[0-9/]+/[0-9]+"
_WORD_WITH_NUMBER: Final = r"([a-zäöü_]+)[\s:]*[0-9]"
_NEXT_CELL: Final = r"\s*[,;\t]\s*\S"
_DETAIL: Final = r"(?:pain|schmerz(?:en)?|p|rir|rpe|r|rest|pause|tempo)\s*[0-9]"


def is_diary(head: bytes) -> bool:
    """Tell whether a file is such a text, by its first bytes: a day, followed by something done."""
    try:
        text = decoded(head, "")
    except FormatError:
        return False
    has_day = has_done = False
    for line in _lines_of(text)[:_LINES_LOOKED_AT]:
        rest = _bare(line)
        try:
            day = _day_of(rest, DATES[1], None)
        except AmbiguousDateError:
            has_day = True
            continue
        except ValueError:
            continue
        if day is not None:
            if day.is_whole and re.match(_NEXT_CELL, rest[day.end :]):
                return False  # looks like a row of a table
            has_day, rest = True, _behind(rest, day)
        has_done = has_done or _is_sets(rest) or _weighed(rest) is not None
    return has_day and has_done


def reading_diary(
    data: bytes, name: str, today: datetime.date, order: DayOrder | None = None
) -> Generator[float, None, ReadFile]:
    """Read a diary text, in steps.

    Args:
        data: The text.
        name: What to call it in an error.
        today: The day from which dates without a year, and weekdays, are counted back.
        order: Order of the numbers in ``3/4``; None if unknown.

    Raises:
        DayOrderUnknownError: If a person must say the order of its dates.
        FormatError: If it is not text, or longer than any diary.
    """
    lines = _lines_of(decoded(data, name))
    if len(lines) > MOST_LINES:
        raise FormatError(
            worded("{} has more than {:,} lines, and no training has that many.", name, MOST_LINES)
        )
    diary = _Diary(today, order)
    for number, line in enumerate(lines, 1):
        if number % LINES_A_STEP == 0:
            yield number / len(lines)
        try:
            diary.add(number, _bare(line))
        except AmbiguousDateError as error:
            example = re.search(_NUMBERS, line)
            raise DayOrderUnknownError(name, example[0] if example else line) from error
    yield 1.0
    return diary.finished()


def _lines_of(text: Text) -> list[str]:
    return text.data.decode(text.encoding).split("\n")


def _bare(line: str) -> str:
    """Return a line without a list marker."""
    text = line.strip(_BLANK)
    found = re.match(_BULLET, text)
    return text if found is None else text[found.end() :]


def _behind(text: str, day: DayFound) -> str:
    found = re.match(_BEHIND_DAY, text[day.end :])
    return text[day.end + (found.end() if found else 0) :]


def _day_of(text: str, today: datetime.date, order: DayOrder | None) -> DayFound | None:
    """Read the day of a line if it is meant as one, unlike “Sun was hot”."""
    day = day_at(text, today, order)
    if day is None or day.is_whole:
        return day
    rest = _behind(text, day)
    is_set_off = re.match(r"\s*[:,;–—-]", text[day.end :]) is not None
    means_it = not rest or is_set_off or _is_sets(rest) or _weighed(rest) is not None
    return day if means_it else None


def _is_sets(text: str) -> bool:
    """Tell whether a line is meant as sets, even if it cannot be read."""
    first = re.match(_WORD_WITH_NUMBER, text, re.IGNORECASE)
    is_known = first is not None and first[1].lower() in WORDS
    return is_known or re.search(_DONE, text, re.IGNORECASE) is not None


def _weighed(text: str) -> tuple[float, Unit | None] | None:
    found = re.fullmatch(_WEIGHT, text, re.IGNORECASE)
    if found is None:
        return None
    unit = None if found[2] is None else Unit.KG if found[2].lower()[0] == "k" else Unit.LB
    return typed_number(found[1]), unit


class _Diary:
    """Takes lines one by one, and keeps what they mean."""

    def __init__(self, today: datetime.date, order: DayOrder | None) -> None:
        self._today = today
        self._order = order
        self._lines = self._lines_beside = 0
        self._sets: list[ImportedSet] = []
        self._weighings: list[ImportedWeighing] = []
        self._left_out: list[LeftOut] = []
        self._notes: dict[tuple[datetime.date, datetime.time | None], list[tuple[int, str]]] = {}
        self._begin(None)

    def _begin(self, day: DayFound | None) -> None:
        """Begin a session on a day; None if unknown."""
        self._day = day
        self._exercise: Exercise | None = None
        self._sides: Sides | None = None  # from a heading
        self._loads: dict[tuple[Exercise, Side], tuple[float, Unit | None]] = {}
        # The last sets: text, line number, position.
        self._before: tuple[str, int, int] | None = None

    def add(self, line: int, text: str) -> None:
        """Take the next line."""
        if not text:
            return
        self._lines += 1
        try:
            day = _day_of(text, self._today, self._order)
        except AmbiguousDateError:
            raise
        except ValueError as error:
            self._begin(None)  # what follows belongs to no day, least of all to the one before
            self._left_out.append(LeftOut(line, worded_by(error)))
            return
        if day is not None:
            self._begin(day)
            text = _behind(text, day)
        try:
            is_beside = not text or self._take(line, text)
        except NotationError as error:
            self._left_out.append(
                LeftOut(line, worded("{} {}", error, _marked(text, error.position)))
            )
        except ValueError as error:
            self._left_out.append(LeftOut(line, worded_by(error)))
        else:
            self._lines_beside += is_beside

    def _take(self, line: int, text: str) -> bool:
        """Take what a line says besides its day; tells whether it applies to other lines."""
        if self._day is None:
            raise ValueError(worded("Of which day? Write it above, as 2026-11-24 or 24 Nov."))
        weight = _weighed(text)
        if weight is not None:
            self._weighings.append(ImportedWeighing(line, self._day.date, *weight))
            return False
        if text.startswith('"'):
            self._note(line, text[1:].removesuffix('"').strip())
            return True
        if self._take_heading(text):
            return True
        whole = _with_note(text)
        try:
            sets = self._sets_in(whole, line)
        except NotationError:
            if self._before is not None and re.match(_DETAIL, text, re.IGNORECASE):
                self._take_detail(text, *self._before)
                return True
            if _is_sets(text):
                raise
            self._note(line, text)
            return True
        self._before = whole, line, len(self._sets)
        self._sets += sets
        return False

    def _take_heading(self, text: str) -> bool:
        """Take the exercise or leg that applies to the lines below."""
        words = text.rstrip(": ")
        if re.search(r"[0-9]", words):
            return False
        try:
            said = read_notation(f"{words} 1")
        except NotationError:
            return False
        heading = ReadSets(1, None, 1, said.exercise, said.side, said.is_each_side)
        if said != heading or said == ReadSets(1):
            return False
        sides = _sides(said)
        if said.exercise is not None:
            self._exercise, self._sides = said.exercise, sides
        else:
            self._sides = sides
        self._before = None
        return True

    def _take_detail(self, text: str, before: str, line: int, place: int) -> None:
        """Take what a line says about the sets on the line before."""
        whole = f"{text} {before}"
        self._sets[place:] = self._sets_in(whole, line)
        self._before = whole, line, place

    def _note(self, line: int, text: str) -> None:
        assert self._day is not None
        notes = self._notes.setdefault((self._day.date, self._day.time), [])
        require_note(_joined([*notes, (line, text)]))
        notes.append((line, text))

    def _sets_in(self, text: str, line: int) -> list[ImportedSet]:
        """Read the sets of a line.

        Raises:
            NotationError: If it cannot be read.
            ValueError: In words, if something is missing.
        """
        assert self._day is not None
        read = read_notation(text)
        exercise = read.exercise or self._exercise
        if exercise is None:
            raise NotationError(
                worded("Which exercise? Write seated, standing or bent in front."), 0
            )
        sides = _sides(read) or self._sides or Sides.EACH
        legs = [(exercise, side) for side in sides.sets]
        load, unit = self._load(read, text, legs)
        self._exercise = exercise
        self._loads |= dict.fromkeys(legs, (load, unit))
        details = {name: getattr(read, name) for name in DETAILS}
        told = SetTold(
            reps=read.reps,
            load=load,
            unit=unit,
            name="",
            meaning=Meaning(exercise, sides),
            **{
                **details,
                "set_type": read.set_type or SetType.WORK,
                "note": read.note or "",
            },
        )
        session = SessionTold(self._day.date, self._day.time)
        return [ImportedSet(line, session, told)] * read.sets

    def _load(
        self, read: ReadSets, text: str, legs: list[tuple[Exercise, Side]]
    ) -> tuple[float, Unit | None]:
        """Return the load meant: as written, or that of the same leg on the line before."""
        if read.external_kg is not None:
            # If the unit is written, the default does not matter.
            is_said = read_notation(text, unit_is_pounds=True) == read
            return read.external_kg, Unit.KG if is_said else None
        before = next((self._loads[leg] for leg in legs if leg in self._loads), None)
        if before is not None:
            return before
        if legs[0][0].carries_bodyweight:
            return 0.0, Unit.KG
        raise NotationError(
            worded("Which load? Write it behind the repetitions, as in 8x60."), len(text)
        )

    def finished(self) -> ReadFile:
        """Return everything that was found."""
        days = {(each.session.date, each.session.time) for each in self._sets}
        left_out = [
            LeftOut(line, worded("No set of this day can be read, and a note alone is not taken."))
            for day, notes in self._notes.items()
            if day not in days
            for line, _ in notes
        ]
        notes = {day: _joined(each) for day, each in self._notes.items()}
        return ReadFile(
            format_name=NAME,
            is_ours=False,
            lines=self._lines,
            sets=SetsRead(
                each._replace(session=_noted(each.session, notes)) for each in self._sets
            ),
            weighings=tuple(self._weighings),
            left_out=(*self._left_out, *left_out),
            lines_of_rest=self._lines_beside - len(left_out),
        )


def _noted(
    session: SessionTold, notes: dict[tuple[datetime.date, datetime.time | None], str]
) -> SessionTold:
    return replace(session, note=notes.get((session.date, session.time), ""))


def _sides(read: ReadSets) -> Sides | None:
    if read.is_each_side:
        return Sides.EACH
    return None if read.side is None else Sides(read.side.value)


def _joined(notes: list[tuple[int, str]]) -> str:
    return "; ".join(text for _, text in notes if text)


def _with_note(text: str) -> str:
    """Mark free words at the end of a line as a note.

    A word that resembles one of the notation does not count as free: if a mistyped leg became a
    note, the set would be logged for both.
    """
    try:
        read_notation(text)
    except NotationError as error:
        end = text[error.position :]
        words = re.findall(r"[^\W\d_]+", end)
        is_free = words and not re.search(r"[0-9]", end)
        first = words[0].lower() if words else ""
        if is_free and not get_close_matches(first, WORDS, 1, _LIKENESS):
            return f"{text[: error.position]}# {end}"
    return text


def _marked(text: str, position: int) -> str:
    """Quote a line, marking the place of an error."""
    before, behind = text[:position], text[position:]
    if len(before) > _QUOTED:
        before = "…" + before[-_QUOTED:]
    if len(behind) > _QUOTED:
        behind = behind[:_QUOTED] + "…"
    return f"“{before}▸{behind}”"
