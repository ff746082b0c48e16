"""Our CSV files of one period, written one after the other as one job."""

import datetime
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol, Self

from tracker import TrackerError
from tracker.domain.balance import RATIO_DAYS
from tracker.domain.columns import SetColumns, SetRecords
from tracker.domain.runner import Runner
from tracker.exchange.csv_tables import (
    SETS_COLUMNS,
    Shape,
    Step,
    preview,
    sets_steps,
    write_table,
)
from tracker.exchange.weekly_table import WEEKLY_COLUMNS, weekly_steps

LOOK_BACK: Final = datetime.timedelta(days=RATIO_DAYS)


class Questions(Protocol):
    """What an export asks of a log."""

    def runner(self) -> Runner: ...
    def set_records(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> SetRecords: ...
    def set_columns(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> SetColumns: ...


class Table(StrEnum):
    """A file of ours, by the name it has in every export."""

    SETS = "sets.csv"
    WEEKLY = "weekly.csv"


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written: values of one moment, so that the log may change meanwhile.

    Args:
        runner: For the formula and the involved side.
        records: The sets of the period.
        sets_before_too: The same and those before it, which the weeks' ratio looks back on.
        shape: The unit of loads, and what stands between cells.
    """

    runner: Runner
    records: SetRecords
    sets_before_too: SetColumns
    shape: Shape

    @classmethod
    def of(
        cls,
        log: Questions,
        first: datetime.date | None,
        last: datetime.date | None,
        shape: Shape,
    ) -> Self:
        """Take from a log what is to be written of some days.

        Args:
            log: The log.
            first: The first day; None for all before.
            last: The last day; None for all after.
            shape: How it is to be written.
        """
        records = log.set_records(first, last)
        looked_back = records.sets
        if first is not None:
            looked_back = log.set_columns(first - LOOK_BACK, last)
        return cls(log.runner(), records, looked_back, shape)

    def columns(self, table: Table) -> tuple[str, ...]:
        """Name the columns of a file, in kilograms."""
        return {Table.SETS: SETS_COLUMNS, Table.WEEKLY: WEEKLY_COLUMNS}[table]

    def steps(self, table: Table) -> Iterator[Step]:
        """Make the lines of a file."""
        if table is Table.SETS:
            return sets_steps(self.records, self.runner.formula, self.shape)
        return weekly_steps(self.records.sets, self.sets_before_too, self.runner, self.shape)

    def preview(self, table: Table, most_lines: int) -> list[str]:
        """Give the first lines of a file, the header first."""
        return preview(self.columns(table), self.steps(table), self.shape, most_lines)


def exporting(
    export: Export, folder: Path, tables: tuple[Table, ...]
) -> Generator[float, None, dict[Table, int]]:
    """Write files into a folder, each whole or not at all.

    Args:
        export: What to write.
        folder: Where; made where it is missing.
        tables: Which files.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The number of lines of each file, without its header.

    Raises:
        TrackerError: If one could not be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        saying = (error.strerror or str(error)).lower()
        raise TrackerError(f"{folder} could not be made: {saying}.") from error
    written: dict[Table, int] = {}
    for place, table in enumerate(tables):
        count = 0

        def counted(steps: Iterator[Step]) -> Iterator[Step]:
            nonlocal count
            for fraction, lines in steps:
                count += len(lines)
                yield fraction, lines

        steps = counted(export.steps(table))
        for fraction in write_table(folder / table, export.columns(table), steps, export.shape):
            yield (place + fraction) / len(tables)
        written[table] = count
    return written
