"""The reader of the CSV files described in ``formats.py``: lines become sets not yet ours."""

import datetime
from collections import Counter
from collections.abc import Callable, Generator
from functools import cache
from typing import Final, TypeVar

from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import BODYWEIGHTS_KG
from tracker.domain.session import SetType, Tempo, dated, within
from tracker.exchange.csv_tables import restored
from tracker.exchange.formats import UNITS, Column, Format, headings_of, recognised
from tracker.exchange.imported import ImportedSet, LeftOut, NameFound, ReadFile
from tracker.exchange.names import Meaning, Sides, guess
from tracker.exchange.reading import Record, delimiter_of, number_of, records_of, text_of

LINES_A_STEP = 1_000
T = TypeVar("T")
_TEMPO: Final = (
    Column.TEMPO_RAISE_S,
    Column.TEMPO_TOP_S,
    Column.TEMPO_LOWER_S,
    Column.TEMPO_BOTTOM_S,
)


class _LineReader:
    """Turns the cells of one file's lines into sets; each distinct text is read once."""

    def __init__(self, format_: Format, headings: list[str], delimiter: str) -> None:
        self._format = format_
        self._delimiter = delimiter
        self._headings = headings
        self._place: dict[Column, int] = {}
        for place, heading in enumerate(headings):
            self._place.setdefault(format_.columns.get(heading, Column.OTHER), place)
        mark_is_comma = delimiter != ","
        self._number: Callable[[str], float] = cache(lambda text: number_of(text, mark_is_comma))
        self._date = cache(self._read_date)
        self._time = cache(_read_time)
        self._meaning = cache(_read_meaning)
        self._tempo = cache(self._read_tempo)

    def set_of(self, record: Record) -> ImportedSet:
        """Read one line.

        Raises:
            ValueError: In words for a person, if it is no set.
        """
        if record.is_cut:
            raise ValueError("The file ends in the middle of this line.")
        cells = self._rejoined(record.fields)
        date = self._date(self._cell(cells, Column.DATE).strip())
        load, unit = self._load(cells)
        exercise, name = self._cell(cells, Column.EXERCISE), self._text(cells, Column.NAME)
        if not exercise and not name:
            raise ValueError("The exercise is missing.")
        note, equipment = self._text(cells, Column.NOTE), self._text(cells, Column.EQUIPMENT)
        return ImportedSet(
            line=record.line,
            date=date,
            reps=self._whole(cells, Column.REPS, "Repetitions"),
            load=load,
            unit=unit,
            name=name,
            meaning=self._meaning(exercise, self._cell(cells, Column.SIDE)) if exercise else None,
            session_id=self._text(cells, Column.SESSION_ID) or None,
            time=self._time(self._cell(cells, Column.TIME).strip()),
            set_no=self._optional(cells, Column.SET_NO, self._whole_number),
            set_type=self._set_type(cells),
            rir=self._optional(cells, Column.RIR, self._number),
            tempo=self._tempo(tuple(self._cell(cells, phase).strip() for phase in _TEMPO)),
            rest_s=self._optional(cells, Column.REST_S, self._number),
            pain_during=self._optional(cells, Column.PAIN, self._whole_number),
            equipment=equipment or None,
            bodyweight_kg=self._bodyweight_kg(cells),
            note=note,
            formula=self._optional(cells, Column.FORMULA, _read_formula),
        )

    def name_of(self, fields: list[str]) -> str:
        """Give the exercise on a line as the file calls it; empty where it has none."""
        return self._text(self._rejoined(fields), Column.NAME)

    def _rejoined(self, fields: list[str]) -> list[str]:
        """Join the pieces of a name, or of the comment at the end, that held delimiters.

        The cells between them hold no delimiter, so the line is split where they make sense; a
        name takes what it can, for a comment is where quotation marks are sometimes written.
        """
        surplus = len(fields) - len(self._headings)
        if surplus <= 0 or not self._format.rejoins:
            return fields
        name, note = self._place[Column.NAME], self._place.get(Column.NOTE)
        splits: list[list[str]] = []
        for in_name in range(surplus, -1, -1) if note is not None else (surplus,):
            end = name + in_name + 1
            cells = [*fields[:name], self._delimiter.join(fields[name:end]), *fields[end:]]
            if note is not None:
                cells[note:] = [self._delimiter.join(cells[note:])]
            splits.append(cells)
        return next(filter(self._makes_sense, splits), splits[0])

    def _makes_sense(self, cells: list[str]) -> bool:
        """Tell whether numbers stand where they should, and nowhere else."""
        try:
            self._load(cells)
            self._optional(cells, Column.REPS, self._number)
        except ValueError:
            return False
        try:
            self._number(self._cell(cells, Column.CATEGORY))
        except ValueError:
            return True
        return False

    def _cell(self, cells: list[str], column: Column) -> str:
        place = self._place.get(column)
        return cells[place] if place is not None and place < len(cells) else ""

    def _text(self, cells: list[str], column: Column) -> str:
        cell = self._cell(cells, column)
        if self._format.is_ours:
            return restored(cell)
        cell = cell.strip()
        if not self._format.is_quoted and len(cell) > 1 and cell[0] == cell[-1] == '"':
            cell = cell[1:-1].replace('""', '"')
        return cell

    def _optional(self, cells: list[str], column: Column, read: Callable[[str], T]) -> T | None:
        text = self._cell(cells, column).strip()
        return read(text) if text else None

    def _whole_number(self, text: str) -> int:
        number = self._number(text)
        if number != int(number):
            raise ValueError(f"“{text}” is not a whole number.")
        return int(number)

    def _whole(self, cells: list[str], column: Column, what: str) -> int:
        number = self._optional(cells, column, self._whole_number)
        if number is None:
            raise ValueError(f"{what} are missing.")
        return number

    def _load(self, cells: list[str]) -> tuple[float, Unit | None]:
        """Read the load and its unit; no load is none added."""
        for column, unit in ((Column.LOAD_KG, Unit.KG), (Column.LOAD_LB, Unit.LB)):
            load = self._optional(cells, column, self._number)
            if load is not None:
                return load, unit
        load = self._optional(cells, Column.LOAD, self._number)
        word = self._cell(cells, Column.UNIT).strip().casefold()
        if word and word not in UNITS:
            raise ValueError(f"“{word}” is no unit of a load.")
        return load or 0.0, UNITS.get(word)

    def _bodyweight_kg(self, cells: list[str]) -> float | None:
        kg = self._optional(cells, Column.BODYWEIGHT_KG, self._number)
        if kg is None:
            pounds = self._optional(cells, Column.BODYWEIGHT_LB, self._number)
            kg = None if pounds is None else kg_from_pounds(pounds)
        if kg is not None:
            within("Bodyweight in kg", kg, *BODYWEIGHTS_KG)
        return kg

    def _set_type(self, cells: list[str]) -> SetType:
        word = self._cell(cells, Column.SET_TYPE).strip().casefold()
        if word and word not in self._format.set_types:
            raise ValueError(f"“{word}” is no type of set.")
        return self._format.set_types[word] if word else SetType.WORK

    def _read_tempo(self, phases: tuple[str, ...]) -> Tempo | None:
        if not any(phases):
            return None
        if not all(phases):
            raise ValueError("A tempo needs all of its four phases.")
        return Tempo(*map(self._number, phases))

    def _read_date(self, text: str) -> datetime.date:
        for shape in self._format.date_shapes:
            try:
                # The day alone is read: a training day has no zone and never moves.
                date = datetime.datetime.strptime(text, shape).date()  # noqa: DTZ007
            except ValueError:
                continue
            dated("The training day", date)
            return date
        raise ValueError(f"“{text}” is not a date as {self._format.name} writes it.")


def _read_time(text: str) -> datetime.time | None:
    try:
        return (
            datetime.time.fromisoformat(text).replace(microsecond=0, tzinfo=None) if text else None
        )
    except ValueError:
        raise ValueError(f"“{text}” is not a time of day.") from None


def _read_formula(text: str) -> Formula | None:
    """Read a formula; one not known, of a later version perhaps, is as good as none."""
    return Formula(text) if text in set(Formula) else None


def _read_meaning(exercise: str, side: str) -> Meaning:
    exercise, side = exercise.strip().casefold(), side.strip().casefold()
    if exercise not in set(Exercise):
        raise ValueError(f"“{exercise}” is no exercise; it is {', '.join(Exercise)}.")
    if side not in set(Side):
        raise ValueError(f"“{side}” is no side; it is {', '.join(Side)}.")
    return Meaning(Exercise(exercise), Sides(side))


def reading(data: bytes, name: str) -> Generator[float, None, ReadFile]:
    """Read a file, in steps.

    Args:
        data: The file.
        name: What to call it in an error.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        What was found.

    Raises:
        FormatError: If it is no text, or of no format known.
    """
    text = text_of(data, name)
    delimiter = delimiter_of(text)
    headings = headings_of(next(records_of(text, delimiter, is_quoted=True), Record(1, [])).fields)
    format_ = recognised(headings, name)
    reader = _LineReader(format_, headings, delimiter)
    records = records_of(text, delimiter, format_.is_quoted)
    next(records)
    lines_in_all = max(text.count("\n"), text.count("\r")) + 1

    sets: list[ImportedSet] = []
    left_out: list[LeftOut] = []
    names: Counter[str] = Counter()
    lines = 0
    for lines, record in enumerate(records, 1):
        found = reader.name_of(record.fields)
        try:
            sets.append(reader.set_of(record))
        except ValueError as error:
            left_out.append(LeftOut(record.line, str(error), found))
        if found:
            names[found] += 1
        if lines % LINES_A_STEP == 0:
            yield min(record.line / lines_in_all, 1.0)
    yield 1.0
    return ReadFile(
        format_name=format_.name,
        is_ours=format_.is_ours,
        lines=lines,
        sets=tuple(sets),
        names=tuple(NameFound(found, count, guess(found)) for found, count in names.items()),
        left_out=tuple(left_out),
    )
