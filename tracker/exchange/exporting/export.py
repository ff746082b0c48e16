"""Our CSV files for one period, written one after the other as one job."""

import datetime
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TextIO

from tracker.disk import make_folder, require_writable_target, written_beside
from tracker.domain.one_rep_max import Formula
from tracker.exchange.tables.dialect import ENCODING, LINE_END, Dialect
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.exchange.tables.period import ExportQuestions, PeriodOfLog
from tracker.exchange.tables.table import AnyTable


@dataclass(frozen=True, slots=True)
class Export:
    """What to write: values frozen at one moment, so that the log may change meanwhile.

    Args:
        dialect: The unit of loads, and what separates cells.
        formula: The formula for the estimates.
        rows: The tables to write, each with the data of its rows.
    """

    dialect: Dialect
    formula: Formula
    rows: Mapping[AnyTable, Any]

    @classmethod
    def of(
        cls,
        log: ExportQuestions,
        first: datetime.date | None,
        last: datetime.date | None,
        dialect: Dialect,
        today: datetime.date,
        tables: Sequence[AnyTable] = OUR_TABLES,
    ) -> Self:
        """Take from a log what to write for some days.

        Args:
            log: The log.
            first: The first day; None for no limit.
            last: The last day, inclusive; None for no limit.
            dialect: How to write it.
            today: The runner's day, up to which plans count.
            tables: Which files to write.
        """
        period = PeriodOfLog(log, first, last, today)
        rows = {table: table.take(period) for table in tables}
        return cls(dialect, period.runner.formula, rows)

    def preview(self, table: AnyTable, most_lines: int) -> list[str]:
        """Return the first lines of a file, the header first, making no more than needed.

        Args:
            table: One of the tables to write.
            most_lines: The most lines below the header.
        """
        shown = [table.header(self.dialect)]
        for _, lines in table.steps(self.rows[table], self.dialect):
            shown += lines[: most_lines + 1 - len(shown)]
            if len(shown) > most_lines:
                break
        return shown

    def writing(self, table: AnyTable, file: TextIO) -> Generator[float, None, int]:
        """Write a table to an open file.

        Yields:
            The fraction done, 0 to 1.

        Returns:
            The number of lines, without the header.
        """
        count = 0
        file.write(table.header(self.dialect) + LINE_END)
        for fraction, lines in table.steps(self.rows[table], self.dialect):
            file.write(LINE_END.join(lines) + LINE_END)
            count += len(lines)
            yield fraction
        return count


def exporting(export: Export, folder: Path) -> Generator[float, None, dict[str, int]]:
    """Write files to a folder, each completely or not at all.

    Args:
        export: What to write.
        folder: The folder, made if it is missing.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The number of lines without the header, by file name.

    Raises:
        TrackerError: If one could not be written.
    """
    make_folder(folder)
    for table in export.rows:  # check all before writing the first
        require_writable_target(folder / table.name)
    written: dict[str, int] = {}
    for table in export.rows:
        with written_beside(folder / table.name, ENCODING) as file:
            steps = export.writing(table, file)
            written[table.name] = yield from part_of(steps, len(written), len(export.rows))
    return written


def part_of(
    steps: Generator[float, None, int], place: int, parts: int
) -> Generator[float, None, int]:
    """Report the progress of one part of a job as a fraction of the whole.

    Args:
        steps: Yields the fraction done of the part.
        place: Index of the part, from 0.
        parts: Number of parts.
    """
    while True:
        try:
            fraction = next(steps)
        except StopIteration as end:
            count: int = end.value
            return count
        yield (place + fraction) / parts
