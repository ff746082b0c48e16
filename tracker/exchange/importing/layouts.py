"""Files with more than one table, or with blocks of lines, rearranged into a single table.

Each line of the file keeps its place, so that messages about a line point to the right one.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO
from typing import Final

from tracker.disk import MOST_TEXT
from tracker.exchange.csv_text import LONGEST_CELL, FormatError, Record, Text
from tracker.exchange.importing.formats import told_apart
from tracker.worded import worded

JEFIT_SECTION: Final = "EXERCISE LOGS"
_SECTION: Final = "###"
_QUOTE: Final = '"'

# Alpha Progression: a line for the session, one for the exercise, one of headings, one per set.
_ALPHA_HEADINGS: Final = (
    *("Session begun", "Exercise", "Kind of set", "Warm-ups", "Weight", "Unit", "Reps", "RIR"),
    "Note",
)
_ALPHA_LINE: Final = re.compile(r'"?#"?([;,])"?(?:kg|lbs?)"?\1"?reps', re.IGNORECASE)
_ALPHA_BEGUN: Final = re.compile(
    r"(\d{4}-\d\d-\d\d \d{1,2}:\d\d(?: ?[ap]m)?)(?: h)?", re.IGNORECASE
)
_ALPHA_EXERCISE: Final = re.compile(r"\d+\.\s+(.+)")
_ALPHA_GOAL: Final = re.compile(r"\s·\s\d+(?:-\d+)? (?:reps|sec|min)\b.*")
_ALPHA_WARMUP: Final = re.compile(r"WU\d+ · \+?(\S+) (kg|lbs?) · (\d+) reps", re.IGNORECASE)
_ALPHA_FIRST: Final = 100  # lines within which headings of an exercise must appear


# StrongLifts' heading for the name of an exercise, of several on a line.
EXERCISE_N: Final = re.compile(r"exercise \d+")


def as_table(text: Text) -> Text:
    """Turn a file that is not a plain table into one; a plain table stays as it is."""
    whole = replace(text, lines_above=0)
    first = next((line for line in whole.open() if line.strip("\ufeff \t\r\n")), "")
    if first.lstrip("\ufeff").startswith(_SECTION):
        return _section(whole) or text
    head = (line for line, _ in zip(whole.open(), range(_ALPHA_FIRST), strict=False))
    found = next(filter(None, map(_ALPHA_LINE.match, head)), None)
    return text if found is None else _blocks(whole, found[1])


def _section(text: Text) -> Text | None:
    """Return the table below the line ``### EXERCISE LOGS ####``; None if there is none."""
    lines = list(text.open())
    titles = [at for at, line in enumerate(lines) if line.lstrip("\ufeff").startswith(_SECTION)]
    for number, place in enumerate(titles):
        if lines[place].strip("\ufeff# \t\r\n") == JEFIT_SECTION:
            end = titles[number + 1] if number + 1 < len(titles) else len(lines)
            return Text(
                "".join(lines[:end]).encode(), "utf-8", lines_above=place + 1, name=text.name
            )
    return None


def _blocks(text: Text, delimiter: str) -> Text:
    """Rearrange the blocks of Alpha Progression, with a row in the place of each set's line."""
    written = StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\n")
    table.writerow(_ALPHA_HEADINGS)  # in place of the first line, which is never a set
    rows = _alpha_rows(text, delimiter)
    next(rows, None)
    for row in rows:
        table.writerow(row)
        if written.tell() > MOST_TEXT:  # the name and note are repeated for each set
            raise FormatError(
                worded("{} could not be read: no training has as much text.", text.name)
            )
    return Text(written.getvalue().encode(), "utf-8", delimiter=";", name=text.name)


def _alpha_rows(text: Text, delimiter: str) -> Iterator[list[str]]:
    """Yield the cells for each line, empty for a line without a set.

    Each line is split separately, so that an unclosed quotation mark spoils only its own line. Only
    the note of an exercise can continue on the next lines.
    """
    begun = name = note = ""
    columns: list[str] = []
    parts: list[str] = []  # parts of a note that continues below
    for number, line in enumerate(text.open(), 1):
        if len(line) > LONGEST_CELL:
            raise FormatError(
                worded(
                    "{} could not be read: line {:,} of it has more than {:,} characters.",
                    text.name,
                    number,
                    LONGEST_CELL,
                )
            )
        cells = next(csv.reader([line], delimiter=delimiter), [])
        found = [cell.strip("\ufeff \r\n") for cell in cells] or [""]
        row: list[str] = []
        moment = next(filter(None, map(_ALPHA_BEGUN.fullmatch, found)), None)
        exercise = _ALPHA_EXERCISE.fullmatch(found[0])
        if moment is not None:
            begun, columns, parts = moment[1], [], []
        elif exercise is not None:
            name = _ALPHA_GOAL.sub("", exercise[1])
            told = found[1] if len(found) > 1 else ""
            warmups = _ALPHA_WARMUP.findall(told)
            note = "" if warmups else told
            parts = [note] if note and line.count(_QUOTE) % 2 == 1 else []
            if warmups:
                doses = ", ".join(f"1x{reps}@{load}{unit}" for load, unit, reps in warmups)
                row = [begun, name, "warmup", doses]
        elif found[0] == "#":
            columns = [cell.upper() for cell in found]
            note, parts = " ".join(parts) or note, []
        elif parts:
            parts.append(line.strip().strip(_QUOTE))
            if _QUOTE in line:
                note, parts = " ".join(parts), []
        elif columns and found[0].isdecimal():
            cell = dict(zip(columns, found, strict=False)) if len(found) == len(columns) else {}
            unit = next((each for each in ("KG", "LB", "LBS") if each in columns), "")
            row = [
                *(begun, name, "work", "", cell.get(unit, ""), unit, cell.get("REPS", "")),
                *(cell.get("RIR", ""), note),
            ]
        yield row


def side_by_side(
    header: Sequence[str], names: Sequence[int], records: Iterator[Record]
) -> tuple[list[str], Iterator[Record]]:
    """Move exercises that stand side by side on a line below each other.

    Args:
        header: The first row.
        names: Indices of the columns with names of exercises.
        records: The rows below it.

    Returns:
        The headings for one exercise, and a row for each named exercise.
    """
    common, ends = names[0], [*names[1:], len(header)]
    width = max(end - begin for begin, end in zip(names, ends, strict=True))

    def each() -> Iterator[Record]:
        for record in records:
            cells = record.fields
            told = told_apart(cells[at].strip() if at < len(cells) else "" for at in names)
            for name, begin, end in zip(told, names, ends, strict=True):
                if begin == common or (begin < len(cells) and cells[begin].strip()):
                    fields = [*cells[:common], name, *cells[begin + 1 : end]]
                    yield record._replace(fields=fields)

    return list(header[: common + width]), each()
