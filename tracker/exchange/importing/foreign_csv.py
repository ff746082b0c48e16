"""Reads the tables described in ``known_formats.py``: lines become entries not yet in our terms."""

import datetime
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from uuid import NAMESPACE_URL, uuid5

from tracker.domain.file_words import FileWord, Word, meanings_in
from tracker.exchange.csv_text import (
    FormatError,
    Record,
    Text,
    batches_of,
    decoded,
    delimiter_of,
    records_of,
)
from tracker.exchange.importing.body_and_runs import RunLines, WeighingLines
from tracker.exchange.importing.by_hand import NAME as BY_HAND
from tracker.exchange.importing.by_hand import by_hand, choosable
from tracker.exchange.importing.cell_numbers import (
    DecimalMark,
    counts_sets,
    is_uncertain,
    mark_of,
    value_in,
)
from tracker.exchange.importing.cells import Cells
from tracker.exchange.importing.dates import (
    DayOrder,
    is_date,
    is_year_first,
    month_word_in,
    months_by_others,
    order_in,
    short_year_in,
)
from tracker.exchange.importing.formats import (
    BODYWEIGHTS,
    LOADS,
    OF_NUMBERS,
    Format,
    LineKind,
    heading_of,
    told_apart,
)
from tracker.exchange.importing.found import LeftOut, ReadFile, Told
from tracker.exchange.importing.known_formats import UnknownFormatError, recognised
from tracker.exchange.importing.layouts import EXERCISE_N, as_table, side_by_side
from tracker.exchange.importing.letters import plain_digits
from tracker.exchange.importing.own_tables import own_table, read_entries
from tracker.exchange.importing.proposed_columns import proposed_columns
from tracker.exchange.importing.set_lines import SetLines
from tracker.exchange.importing.words import Words
from tracker.exchange.roles import Role
from tracker.exchange.tables.table import AnyTable
from tracker.worded import worded, worded_by

# Lines read between two reports of progress: about 20 ms of work.
LINES_A_STEP = 500
MOST_LINES = 2_000_000  # of a file; a set every minute for four years


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person said about a file that the file does not say itself.

    Args:
        columns: Meanings of columns by index from 0; empty to recognise the format.
        order: Order of the numbers in dates like 3/4/2026; None if not asked.
        words: Meanings of words that no list knows; empty for one whose meaning was withdrawn.
        known: What is remembered about words in earlier files.
        inside: Which part of an archive or a workbook is meant; empty to take what is recognised.
        today: The day from which dates without a year are counted back.
    """

    columns: Mapping[int, Role] = field(default_factory=dict)
    order: DayOrder | None = None
    words: Mapping[Word, str] = field(default_factory=dict)
    known: tuple[FileWord, ...] = ()
    inside: str = ""
    today: datetime.date = field(default_factory=datetime.date.today)

    def meanings(self, shape: str) -> dict[Word, str]:
        """Return what a person said, now or before, about words in files of a shape."""
        said = meanings_in(self.known, shape) | dict(self.words)
        return {word: means for word, means in said.items() if means}


class DayOrderUnknownError(FormatError):
    """A file whose dates could all mean two days, so that a person must say which.

    Args:
        name: What to call the file.
        example: One of the dates.
    """

    def __init__(self, name: str, example: str) -> None:
        super().__init__(
            worded(
                "{} has dates like {}: say whether the day, month or year is first.", name, example
            )
        )
        self.example = example


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a table, for choosing its columns.

    Args:
        headings: Its first row, with repeated headings numbered.
        rows: Some rows below it; also the first row if it is data.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def proposed(self) -> dict[int, Role]:
        """What its columns seem to mean, by index from 0."""
        return proposed_columns(self.headings, self.rows)


def head_of(data: bytes, name: str, most_rows: int = 5) -> Head:
    """Read the beginning of a table.

    Raises:
        FormatError: If it is not text.
    """
    text = as_table(decoded(data, name))
    records = records_of(text, delimiter_of(text), is_quoted=True)
    first = next(records, Record(1, [])).fields
    rows = [tuple(record.fields) for record, _ in zip(records, range(most_rows), strict=False)]
    if is_data(first):
        rows = [tuple(first), *rows][:most_rows]
    return Head(tuple(told_apart(cell.strip("\ufeff ") for cell in first)), tuple(rows))


def known_as(head: bytes) -> str | None:
    """Name the format of a table by its first bytes.

    Returns:
        The name of the format; empty for a table of unknown format; None if it is not a table, or
        one of ours that is only calculated.
    """
    try:
        text = as_table(decoded(head, ""))
    except FormatError:
        return None
    records = records_of(text, delimiter_of(text), is_quoted=True)
    header = next(records, Record(1, [])).fields
    own = own_table([heading_of(cell) for cell in header])
    if own is not None:
        return None if own.computed_from else f"Soleus {own.name}"
    try:
        return recognised(header, "", next(records, Record(1, [])).fields).name
    except UnknownFormatError:
        return "" if len(header) > 1 else None


def is_data(first: Sequence[str]) -> bool:
    """Tell whether the first row of a table is data rather than headings: a day, and numbers."""
    days = [is_date(cell.strip("\ufeff ")) for cell in first]
    return any(days) and any(
        not is_day and any(letter.isdigit() for letter in cell)
        for cell, is_day in zip(first, days, strict=True)
    )


def reading_csv(
    data: bytes, name: str, choices: Choices | None = None
) -> Generator[float, None, ReadFile]:
    """Read a file, in steps.

    Args:
        data: The file.
        name: What to call it in an error.
        choices: What a person said about it.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        What was found.

    Raises:
        UnknownFormatError: If its columns must be chosen.
        DayOrderUnknownError: If a person must say the order of its dates.
        FormatError: If it is not text, or empty.
    """
    choices = choices or Choices()
    text = as_table(decoded(data, name))
    delimiter = delimiter_of(text)
    first_rows = records_of(text, delimiter, is_quoted=True)
    header = next(first_rows, Record(1, [])).fields
    headings = [heading_of(cell) for cell in header]
    own = own_table(headings)
    if own is not None and not choices.columns:
        return (yield from _reading_own(own, headings, records_of(text, delimiter, True), name))
    if choices.columns:
        headings = told_apart(headings)
        try:
            format_ = by_hand(headings, choices.columns)
        except ValueError as error:
            raise FormatError(worded_by(error)) from error
    else:
        format_ = recognised(header, name, next(first_rows, Record(1, [])).fields)
    records = records_of(text, delimiter, format_.is_quoted)
    if not is_data(header):
        next(records)
    if format_.has_several:
        names = [at for at, each in enumerate(headings) if EXERCISE_N.fullmatch(each)]
        header, records = side_by_side(header, names, records)
        headings = headings[: len(header)]
        if not format_.fits(headings):  # what is of all exercises stands behind them
            raise UnknownFormatError(name)
    place = format_.places(headings)[Role.DATE]
    order = choices.order
    if order is None:
        year = choices.today.year
        order = yield from _order_of_dates(text, delimiter, format_, place, name, year)
    marks, examples = yield from _decimal_marks(text, delimiter, format_, headings)
    is_of_sets = False
    if choices.columns:
        texts = yield from _texts(text, delimiter, format_, headings)
        is_of_sets = counts_sets(texts[Role.SETS] | texts[Role.REPS])
        if "0" in texts[Role.MARK] <= {"0", "1", ""} and "0" not in format_.marks:
            format_ = replace(format_, asks_numbers=True)
    shape = shape_of(format_, headings)
    meanings = choices.meanings(shape)
    words = Words(meanings)
    cells = Cells(
        format_,
        headings,
        delimiter,
        order,
        marks,
        words,
        counts_sets=is_of_sets,
        months=lambda: _months_by_others(text, delimiter, format_, place, headings),
    )
    read = yield from _reading_rows(format_, cells, records, len(data))
    not_read = tuple(header[place].strip("\ufeff ") for place in format_.unread(headings))
    return replace(
        read,
        columns_not_read=not_read,
        decimals_guessed=examples,
        columns=choosable(format_.places(headings)),
        shape=shape,
        words=cells.words.found,
        meanings=meanings,
    )


def shape_of(format_: Format, headings: Sequence[str]) -> str:
    """Name the group of files in which a word means the same: one program's, or equal columns."""
    if format_.name != BY_HAND:
        return format_.name
    return f"columns {uuid5(NAMESPACE_URL, chr(10).join(headings)).hex}"


def _reading_own(
    own: AnyTable, headings: Sequence[str], records: Iterator[Record], name: str
) -> Generator[float, None, ReadFile]:
    """Read one of our tables that holds no sets."""
    if own.computed_from:
        raise FormatError(
            worded("{} is computed from {}: import that instead.", name, own.computed_from)
        )
    next(records)
    told: list[Told] = []
    left_out: list[LeftOut] = []
    for number, found in enumerate(read_entries(own, headings, records)):
        if number % LINES_A_STEP == 0:
            yield 0.0
        if isinstance(found, LeftOut):
            left_out.append(found)
        else:
            told.append(found)
    yield 1.0
    return ReadFile(
        format_name=f"Soleus {own.name}",
        is_ours=True,
        lines=len(told) + len(left_out),
        left_out=tuple(left_out),
        table=own,
        told=tuple(told),
    )


def reading_table(
    format_: Format,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    first: int = 2,
    words: Words | None = None,
) -> Generator[float, None, ReadFile]:
    """Read a table that was not in a text file, as if its rows were lines below a header.

    Args:
        format_: Its format.
        headings: The headings of its columns.
        rows: Its cells, with decimal points in numbers.
        first: The number to show for the first row.
        words: What is known about its words besides our lists.
    """
    cells = Cells(format_, [heading_of(each) for each in headings], ",", None, None, words)
    records = (Record(line, list(row)) for line, row in enumerate(rows, first))
    size = sum(len(cell) + 1 for row in rows for cell in row)
    return (yield from _reading_rows(format_, cells, records, size))


def _reading_rows(
    format_: Format, cells: Cells, records: Iterator[Record], size: int
) -> Generator[float, None, ReadFile]:
    kinds: dict[LineKind, Callable[[], SetLines | WeighingLines | RunLines]] = {
        LineKind.SETS: lambda: SetLines(format_, cells),
        LineKind.WEIGHINGS: lambda: WeighingLines(cells),
        LineKind.RUNS: lambda: RunLines(cells),
    }
    lines_read = kinds[format_.kind]()
    lines = read = 0
    for lines, record in enumerate(records, 1):
        lines_read.add(record)
        if lines > MOST_LINES:
            raise FormatError(
                worded(
                    "The file has more than {:,} lines, and no training has that many.", MOST_LINES
                )
            )
        if lines % LINES_A_STEP == 0:
            # The length of a line in bytes is unknown; count its characters and delimiters instead.
            read += LINES_A_STEP * (sum(map(len, record.fields)) + len(record.fields))
            yield min(read / size, 1.0) if size else 1.0
    yield 1.0
    if isinstance(lines_read, SetLines):
        lines_read.finish()
        names = yield from lines_read.naming()
        return ReadFile(
            format_name=format_.name,
            is_ours=format_.is_ours,
            lines=lines,
            sets=lines_read.sets,
            names=names,
            left_out=tuple(lines_read.left_out),
            lines_of_rest=lines_read.lines_of_rest,
        )
    if isinstance(lines_read, WeighingLines):
        return ReadFile(
            format_name=format_.name,
            is_ours=False,
            lines=lines,
            weighings=tuple(lines_read.weighings),
            left_out=tuple(lines_read.left_out),
        )
    return ReadFile(
        format_name=format_.name,
        is_ours=False,
        lines=lines,
        runs=tuple(lines_read.runs),
        left_out=tuple(lines_read.left_out),
    )


def _order_of_dates(
    text: Text, delimiter: str, format_: Format, place: int, name: str, this_year: int
) -> Generator[float, None, DayOrder | None]:
    """Find out from all dates of a file which number is the day, or the year.

    Raises:
        DayOrderUnknownError: If they have two numbers and none of them proves the order.
    """
    records = records_of(text, delimiter, format_.is_quoted)
    next(records)
    proved: set[DayOrder] = set()
    short_years: set[tuple[int, int]] = set()
    example = ""
    for number, record in enumerate(records):
        if number % LINES_A_STEP == 0:
            yield 0.0
        cell = record.fields[place] if place < len(record.fields) else ""
        is_of_numbers, order = order_in(cell)
        if not is_of_numbers:
            if number > LINES_A_STEP and not example:
                return None  # dates in another form
            continue
        example = example or cell.strip()
        short_year = short_year_in(cell)
        if short_year is not None:
            short_years.add(short_year)
        if order is not None:
            proved.add(order)
    if not example:
        return None
    year_first = is_year_first(short_years, this_year) if short_years else False
    if year_first:
        return DayOrder.YEAR_FIRST
    if year_first is None or len(proved) != 1:
        raise DayOrderUnknownError(name, example)
    return proved.pop()


def _months_by_others(
    text: Text, delimiter: str, format_: Format, place: int, headings: Sequence[str]
) -> dict[str, str]:
    """Resolve words that mean several months, from all dates of a file and its headings."""
    records = records_of(text, delimiter, format_.is_quoted)
    days = {record.fields[place] for record in records if place < len(record.fields)}
    return months_by_others(set(filter(None, map(month_word_in, days))), headings)


def _texts(
    text: Text, delimiter: str, format_: Format, headings: Sequence[str]
) -> Generator[float, None, dict[Role, set[str]]]:
    """Collect the cells of columns whose meaning depends on all their cells."""
    texts: dict[Role, set[str]] = {Role.SETS: set(), Role.REPS: set(), Role.MARK: set()}
    places = [(role, place) for role in texts for place in format_.places_of(role, headings)]
    for number, record in enumerate(records_of(text, delimiter, format_.is_quoted)):
        if number % LINES_A_STEP == 0:
            yield 0.0
        for role, place in places:
            if number and place < len(record.fields):
                texts[role].add(plain_digits(record.fields[place].strip()))
    return texts


def _decimal_marks(
    text: Text, delimiter: str, format_: Format, headings: Sequence[str]
) -> Generator[float, None, tuple[dict[Role, DecimalMark], tuple[tuple[str, float], ...]]]:
    """Find the decimal mark of each column of numbers, from all of its cells.

    If a column proves none, it gets that of the others. If none does, a comma in a load is a
    decimal comma; elsewhere it separates thousands, if commas also separate the cells.

    Returns:
        The marks, and examples of numbers decided without proof, with their values.
    """
    places = {role: place for role, place in format_.places(headings).items() if role in OF_NUMBERS}
    if format_.is_ours or not places:
        return {}, ()
    width = max(places.values()) + 1
    numbers = itemgetter(*places.values(), *([0] if len(places) == 1 else []))
    rows: set[tuple[str, ...]] = set()  # few distinct ones
    header = 1
    for batch in batches_of(text, delimiter, format_.is_quoted):
        yield 0.0
        cells = [record.fields for record in batch[header:]]
        header = 0
        if set(map(len, cells)) != {len(headings)}:
            cells = [
                each if len(each) >= width else [*each, *[""] * width]
                for each in cells
                if len(each) <= len(headings)  # skip names with delimiters; see ``Format.rejoins``
            ]
        rows.update(map(numbers, cells))
    columns = zip(*rows, strict=True) if rows else ((),) * len(places)
    texts = {
        role: {cell for cell in map(plain_digits, set(column)) if "," in cell or "." in cell}
        for role, column in zip(places, columns, strict=False)
    }
    proved = {role: mark_of(each) for role, each in texts.items()}
    of_file = {mark for mark in proved.values() if mark is not None}
    marks: dict[Role, DecimalMark] = {}
    examples: list[tuple[str, float]] = []
    for role, mark in proved.items():
        if mark is None and len(of_file) == 1:
            mark = next(iter(of_file))
        elif mark is None:
            is_decimal = delimiter != "," or role in (*LOADS, *BODYWEIGHTS)
            mark = DecimalMark.EITHER if is_decimal else DecimalMark.POINT
            # A point in a file with commas, or a comma in one with semicolons, is normal.
            odd = "," if delimiter == "," else "."
            unsure = min(
                (each for each in texts[role] if odd in each and is_uncertain(each)), default=None
            )
            if unsure is not None:
                examples.append((unsure.strip(), value_in(unsure, mark)))
        marks[role] = mark
    return marks, tuple(examples)
