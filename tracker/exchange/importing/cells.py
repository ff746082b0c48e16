"""Reads the cells of a table's rows according to their columns; each distinct text once."""

import datetime
import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Final, TypeVar

from tracker.domain.file_words import Topic
from tracker.domain.load import Unit
from tracker.exchange.csv_text import Record, number_of, whole_of
from tracker.exchange.importing.cell_numbers import (
    DecimalMark,
    Dose,
    counted_in,
    doses_in,
    weight_in,
)
from tracker.exchange.importing.dates import (
    MONTH_WORD,
    DayOrder,
    clock_in,
    is_of_several_months,
    local_of_utc,
    moment_of,
    zone_of,
)
from tracker.exchange.importing.durations import run_seconds_in, seconds_in
from tracker.exchange.importing.formats import LOADS, NOT_READ, OF_RUNS, OF_SECONDS, Format
from tracker.exchange.importing.letters import plain_digits
from tracker.exchange.importing.words import UnknownWordError, Words
from tracker.exchange.roles import Role
from tracker.exchange.tables.cell_readers import time_of_day
from tracker.exchange.tables.dialect import restored
from tracker.worded import worded

T = TypeVar("T")
# The cells that show whether a line was split in the right places; see ``_makes_sense``.
_MAY_BE_LONG: Final = frozenset({Role.NOTE, Role.SESSION_NOTE}) | NOT_READ
_TELLING: Final = (*LOADS, Role.UNIT, Role.REPS, Role.CATEGORY)
MOST_CELLS: Final = 200_000  # of a line: no comment about training has so many commas
LONGEST: Final = 4_000  # characters of a cell; a note may be longer
# What programs write in a cell without a value.
_NOTHING: Final = frozenset({"-", "--", "–", "—", "null", "nan", "n/a"})
_BETWEEN_LOADS: Final = re.compile(r"[,;/|]")
DayAndTime = tuple[datetime.date, datetime.time | None]


class Cells:
    """The cells of a row, after ``take``; every reading may raise ValueError in words.

    Args:
        format_: The format of the table.
        headings: As returned by ``heading_of``.
        delimiter: What separates cells; with any but a comma, numbers have a decimal comma.
        order: Order of the numbers in a date like 3/4/2026.
        marks: The decimal marks of columns; for a column without one, the delimiter decides.
        words: What is known about its words besides our lists.
        counts_sets: Whether ``3x12`` means three sets; always so if loads have their own column.
        months: Returns meanings of month words that could mean several months, judging by the rest
            of the file; see ``months_by_others``.
    """

    def __init__(
        self,
        format_: Format,
        headings: Sequence[str],
        delimiter: str,
        order: DayOrder | None,
        marks: Mapping[Role, DecimalMark] | None = None,
        words: Words | None = None,
        *,
        counts_sets: bool = False,
        months: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        self.words = Words({}) if words is None else words
        self._format = format_
        self._delimiter = delimiter
        self._width = len(headings)
        self._listing = {role: format_.places_of(role, headings) for role in (Role.SETS, Role.REPS)}
        self._place = format_.places(headings)
        self._side_by_side = format_.side_by_side(headings)
        self._cells: list[str] = []
        mark_is_comma = delimiter != ","
        self._marks = marks or {}
        self._mark = DecimalMark.COMMA if mark_is_comma else DecimalMark.POINT
        # Many lines contain few distinct values.
        self.number_of: Callable[[str], float] = cache(lambda text: number_of(text, mark_is_comma))
        self._counted: Callable[[str, Role], float] = cache(
            lambda text, role: counted_in(text, role, self.mark(role))
        )
        self._weighed: Callable[[str, Role], tuple[float, Unit | None]] = cache(
            lambda text, role: weight_in(text, self.mark(role))
        )
        is_of_sets = counts_sets or self.has(*LOADS)
        self._listed: Callable[[str, Role], list[Dose] | None] = cache(
            lambda text, role: doses_in(text, self.mark(role), is_of_sets=is_of_sets)
        )
        self._lasted: Callable[[str, Role], float] = cache(
            lambda text, role: seconds_in(text, self.mark(role))
        )
        self._months = self.words.said_of(Topic.MONTH)
        self._months_by_others = cache(months)
        self._moment: Callable[[str], DayAndTime] = cache(
            lambda text: self._read_moment(text, order)
        )
        self._time: Callable[[str], datetime.time | None] = cache(
            time_of_day if format_.is_ours else clock_in
        )

    def take(self, record: Record) -> None:
        """Go to a row.

        Raises:
            ValueError: If the row is incomplete, or has too many cells, or a cell is too long.
        """
        self._cells = record.fields
        if len(record.fields) > self._width:
            self._take_surplus(len(record.fields))
        if self._months:
            for text in re.findall(MONTH_WORD, self.cell(Role.DATE)):
                self.words.note(Topic.MONTH, text)
        record.require_whole()
        if not self._format.is_ours and len("".join(self._cells)) > LONGEST:
            self._require_short_cells()

    def _take_surplus(self, width: int) -> None:
        """Refuse a row with too many cells; otherwise join a name that contains delimiters again.

        Raises:
            ValueError: If it has too many.
        """
        if width > MOST_CELLS:
            raise ValueError(worded("This line has {:,} cells.", width))
        if self._format.rejoins:
            self._rejoin(width - self._width)

    def _require_short_cells(self) -> None:
        """Refuse a row with a cell too long for a name, a number or a day.

        Raises:
            ValueError: If a cell that is read, other than a note, is too long.
        """
        sides = (place for doses in self._side_by_side for place in doses.items())
        for role, place in (*self._place.items(), *sides):
            long = len(self._cells[place]) if place < len(self._cells) else 0
            if long > LONGEST and role not in _MAY_BE_LONG:
                raise ValueError(worded("A cell of this line has {:,} characters.", long))

    def cell(self, role: Role) -> str:
        """Return a cell as it is in the file; empty if there is none."""
        place = self._place.get(role)
        return self._cells[place] if place is not None and place < len(self._cells) else ""

    def word(self, role: Role) -> str:
        """Return a cell trimmed and in lower case, to compare it with words of the format."""
        return self.cell(role).strip().casefold()

    def several(self, roles: Iterable[Role]) -> Callable[[], Hashable]:
        """Return a function that returns the raw cells of some roles in the current row."""
        return self._taken([self._place[role] for role in roles if role in self._place])

    def several_besides(self, roles: Collection[Role]) -> Callable[[], Hashable]:
        """Return a function that returns all raw cells that are read, without some roles' cells."""
        without = {*roles, *NOT_READ, *OF_RUNS}
        read = {place for role, place in self._place.items() if role not in without}
        read.update(place for doses in self._side_by_side for place in doses.values())
        return self._taken(sorted(read))

    def _taken(self, places: Sequence[int]) -> Callable[[], Hashable]:
        cells_at, end = itemgetter(*places), max(places) + 1

        def taken() -> Hashable:
            cells = self._cells
            found: Hashable = cells_at(cells if len(cells) >= end else [*cells, *[""] * end])
            return found

        return taken

    def text(self, role: Role) -> str:
        """Return a cell as the text that was originally entered."""
        cell = self.cell(role)
        if self._format.is_ours:
            return restored(cell)
        cell = cell.strip()
        if not self._format.is_quoted and len(cell) > 1 and cell[0] == cell[-1] == '"':
            cell = cell[1:-1].replace('""', '"')
        return cell

    def optional(self, role: Role, read: Callable[[str], T]) -> T | None:
        """Read a cell; None if it is empty, or contains a program's word for that."""
        if role not in self._place:
            return None
        text = plain_digits(self.cell(role).strip())
        if not text or (text.casefold() in _NOTHING and not self._format.is_ours):
            return None
        return read(text)

    def number(self, role: Role) -> float | None:
        """Read a number; None if there is none."""
        if self._format.is_ours:
            return self.optional(role, self.number_of)
        read = self._lasted if role in OF_SECONDS else self._counted
        return self.optional(role, lambda text: read(text, role))

    def mark(self, role: Role) -> DecimalMark:
        """Return the decimal mark of a column."""
        return self._marks.get(role, self._mark)

    def has(self, *roles: Role) -> bool:
        """Tell whether the table has a column of one of these roles."""
        return any(role in self._place for role in roles)

    def doses_side_by_side(self) -> list[Dose] | None:
        """Read the sets in a line's groups of columns; None if the table has no such groups."""
        if not self._side_by_side:
            return None
        doses = []
        places = self._place
        for numbered in self._side_by_side:
            self._place = places | numbered
            try:
                reps = self.whole(Role.REPS, "Repetitions")
                load, unit = self.load()
            finally:
                self._place = places
            if reps:
                doses.append(Dose(reps, load, unit))
        return doses

    def doses(self, role: Role) -> list[Dose] | None:
        """Read several sets in one cell, or in several cells of a role; None if there are none."""
        places = self._listing[role]
        if len(places) < 2:
            return self._listed(plain_digits(self.cell(role)), role)
        texts = (self._cells[place].strip() for place in places if place < len(self._cells))
        return self._listed(plain_digits("; ".join(filter(None, texts))), role)

    def whole(self, role: Role, what: str) -> int | None:
        """Read a whole number, called ``what`` in errors; None if there is none."""
        return whole_of(what, self.number(role))

    def lasted(self, distance_km: float) -> float | None:
        """Read the duration of a run of a known distance, in seconds; None if not measured."""
        mark = self.mark(Role.DURATION)
        return self.optional(Role.DURATION, lambda text: run_seconds_in(text, mark, distance_km))

    def moment(self) -> DayAndTime:
        """Read the day and the time, from one cell or from a cell each."""
        cell = self.cell(Role.DATE).strip("\ufeff \t")
        if not cell:
            raise ValueError(worded("The day is missing."))
        date, time = self._moment(cell)
        own_time = self._time(self.cell(Role.TIME))
        time = time if own_time is None else own_time
        if time is None or time.tzinfo is not None:
            return date, time
        if self._format.is_utc:
            return local_of_utc(date, time)
        return date, time.replace(tzinfo=self._zone(date, time))

    def _read_moment(self, text: str, order: DayOrder | None) -> DayAndTime:
        try:
            return moment_of(text, order, self._months)
        except UnknownWordError as error:
            if not is_of_several_months(error.text):
                raise
            return moment_of(text, order, {**self._months_by_others(), **self._months})

    def _zone(self, date: datetime.date, time: datetime.time) -> datetime.timezone | None:
        """Work out the offset of a local time from the same moment in UTC; None if unknown."""
        cell = self.cell(Role.UTC).strip()
        if not cell:
            return None
        utc_date, utc_time = self._moment(cell)
        if utc_time is None:
            return None
        utc = datetime.datetime.combine(utc_date, utc_time)
        if utc.tzinfo is not None:
            utc = utc.astimezone(datetime.UTC).replace(tzinfo=None)
        minutes = round((datetime.datetime.combine(date, time) - utc).total_seconds() / 60)
        offset = datetime.timedelta(minutes=minutes)
        return zone_of(offset)

    def weight(self, kg: Role, pounds: Role, either: Role) -> tuple[float | None, Unit | None]:
        """Read a weight and its unit, from whichever column has it; None if unknown."""
        for role, unit in ((kg, Unit.KG), (pounds, Unit.LB)):
            value, unit_of_cell = self._weight(role)
            if value is not None:
                return value, unit_of_cell or unit
        word = self.word(Role.UNIT)
        if word and word not in self._format.units:
            raise ValueError(worded("“{}” is no unit of a weight.", word))
        value, unit_of_cell = self._weight(either)
        return value, unit_of_cell or self._format.units.get(word)

    def _weight(self, role: Role) -> tuple[float | None, Unit | None]:
        if self._format.is_ours:
            return self.number(role), None
        return self.optional(role, lambda text: self._weighed(text, role)) or (None, None)

    def loads(self) -> list[tuple[float, Unit | None]]:
        """Read the load with its unit, or those of several sets, like ``40, 45, 45``."""
        try:
            return [self.load()]
        except ValueError:
            role = next((each for each in LOADS if self.cell(each).strip()), LOADS[0])
            whole = plain_digits(self.cell(role))
            parts = [each for each in _BETWEEN_LOADS.split(whole) if each.strip()]
            if len(parts) < 2:
                raise
        place, cells = self._place[role], self._cells
        loads = []
        try:
            for part in parts:
                self._cells = [*cells[:place], part, *cells[place + 1 :]]
                loads.append(self.load())
        except ValueError:
            raise ValueError(worded("“{}” is not a number.", whole.strip())) from None
        finally:
            self._cells = cells
        return loads

    def load(self) -> tuple[float, Unit | None]:
        """Read the load with its unit; an empty cell means no added load."""
        value, unit = self.weight(Role.LOAD_KG, Role.LOAD_LB, Role.LOAD)
        return value or 0.0, unit

    def _rejoin(self, surplus: int) -> None:
        """Join the pieces of a name, or of the comment at the end, that contained delimiters.

        The cells between them contain no delimiter, so the line is split where these make sense.
        The name takes as many pieces as it can, because comments are sometimes quoted and names are
        not. No name has more pieces than it may have characters.
        """
        fields = self._cells
        name, note = self._place[Role.NAME], self._place.get(Role.NOTE)
        in_name = surplus
        if note is not None:
            in_name = next(
                (
                    each
                    for each in range(min(surplus, LONGEST), -1, -1)
                    if self._fits(fields, name, each, note)
                ),
                surplus,
            )
        end = name + in_name + 1
        cells = [*fields[:name], self._delimiter.join(fields[name:end]), *fields[end:]]
        if note is not None:
            cells[note:] = [self._delimiter.join(cells[note:])]
        self._cells = cells

    def _fits(self, fields: Sequence[str], name: int, in_name: int, note: int) -> bool:
        """Tell whether a line makes sense with this many more pieces in the name.

        Only the cells that show it are checked, because a line may have a hundred thousand pieces.
        """
        self._cells = [""] * self._width
        for role in _TELLING:
            place = self._place.get(role)
            if place is not None and place < note:
                self._cells[place] = fields[place + (in_name if place > name else 0)]
        return self._makes_sense()

    def _makes_sense(self) -> bool:
        """Tell whether numbers are where they should be, and nowhere else."""
        try:
            self.load()
            self.number(Role.REPS)
        except ValueError:
            return False
        category = self.cell(Role.CATEGORY).strip()
        try:
            self.number_of(category)
        except ValueError:
            # If the table has categories, each line has one.
            return bool(category) or Role.CATEGORY not in self._place
        return False
