"""Our CSV files of one period, written one after the other as one job."""

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
    """What is to be written: values of one moment, so that the log may change meanwhile.

    Args:
        dialect: The unit of loads, and what stands between cells.
        formula: Of the estimates.
        rows: The tables to write, each with what its rows are made of.
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
        """Take from a log what is to be written of some days.

        Args:
            log: The log.
            first: The first day; None for all before.
            last: The last day; None for all after.
            dialect: How it is to be written.
            today: The runner's day, up to which plans count.
            tables: Which files.
        """
        period = PeriodOfLog(log, first, last, today)
        rows = {table: table.take(period) for table in tables}
        return cls(dialect, period.runner.formula, rows)

    def preview(self, table: AnyTable, most_lines: int) -> list[str]:
        """Give the first lines of a file, the header first; no more are made than are shown.

        Args:
            table: One of those to write.
            most_lines: Below the header.
        """
        shown = [table.header(self.dialect)]
        for _, lines in table.steps(self.rows[table], self.dialect):
            shown += lines[: most_lines + 1 - len(shown)]
            if len(shown) > most_lines:
                break
        return shown

    def writing(self, table: AnyTable, file: TextIO) -> Generator[float, None, int]:
        """Write a file that is open.

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
    """Write files into a folder, each whole or not at all.

    Args:
        export: What to write.
        folder: Where; made where it is missing.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The number of lines of each file by its name, without its header.

    Raises:
        TrackerError: If one could not be written.
    """
    make_folder(folder)
    for table in export.rows:  # before the first is written
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
    """Count the steps of one part of a job as a fraction of the whole.

    Args:
        steps: Yields the fraction of the part.
        place: Of the part, 0 upward.
        parts: How many there are.
    """
    while True:
        try:
            fraction = next(steps)
        except StopIteration as end:
            count: int = end.value
            return count
        yield (place + fraction) / parts
