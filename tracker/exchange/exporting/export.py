"""Our CSV files of one period, written one after the other as one job."""

import datetime
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol, Self, TextIO

from tracker.disk import make_folder, written_beside
from tracker.domain.balance import RATIO_DAYS
from tracker.domain.columns import RunColumns, SetColumns, SetRecords
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.runner import Runner
from tracker.domain.symptoms import Symptom
from tracker.exchange.exporting.sets import (
    ENCODING,
    SETS_COLUMNS,
    Shape,
    Step,
    preview,
    sets_steps,
    writing_lines,
)
from tracker.exchange.exporting.symptoms import SYMPTOMS_COLUMNS, symptoms_steps
from tracker.exchange.exporting.tests import TESTS_COLUMNS, tests_steps
from tracker.exchange.exporting.weekly import WEEKLY_COLUMNS, weekly_steps
from tracker.exchange.plans_of_log import PlanQuestions, PlansOfLog

LOOK_BACK: Final = datetime.timedelta(days=RATIO_DAYS)


class Questions(PlanQuestions, Protocol):
    """What an export asks of a log."""

    def runner(self) -> Runner: ...
    def set_records(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> SetRecords: ...
    def tests(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> list[HeelRaiseTest]: ...
    def symptoms(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> list[Symptom]: ...
    def run_columns(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> RunColumns: ...


class Table(StrEnum):
    """A file of ours, by the name it has in every export."""

    SETS = "sets.csv"
    WEEKLY = "weekly.csv"
    TESTS = "tests.csv"
    SYMPTOMS = "symptoms.csv"


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written: values of one moment, so that the log may change meanwhile.

    Args:
        runner: For the formula and the involved side.
        records: The sets of the period.
        sets_before_too: The same and those before it, which the weeks' ratio looks back on.
        tests: The heel-raise tests of the period.
        symptoms: The symptoms of the period.
        plans: The plans with what can answer them; None where none ran in the period.
        runs: The runs of the period.
        shape: The unit of loads, and what stands between cells.
    """

    runner: Runner
    records: SetRecords
    sets_before_too: SetColumns
    tests: Sequence[HeelRaiseTest]
    symptoms: Sequence[Symptom]
    plans: PlansOfLog | None
    runs: RunColumns
    shape: Shape

    @classmethod
    def of(
        cls,
        log: Questions,
        first: datetime.date | None,
        last: datetime.date | None,
        shape: Shape,
        today: datetime.date,
    ) -> Self:
        """Take from a log what is to be written of some days.

        Args:
            log: The log.
            first: The first day; None for all before.
            last: The last day; None for all after.
            shape: How it is to be written.
            today: The runner's day, up to which plans count.
        """
        records = log.set_records(first, last)
        looked_back = records.sets
        if first is not None:
            looked_back = log.set_columns(first - LOOK_BACK, last)
        return cls(
            runner=log.runner(),
            records=records,
            sets_before_too=looked_back,
            tests=log.tests(first, last),
            symptoms=log.symptoms(first, last),
            plans=PlansOfLog.of(log, first, last, today),
            runs=log.run_columns(first, last),
            shape=shape,
        )

    def columns(self, table: Table) -> tuple[str, ...]:
        """Name the columns of a file, in kilograms."""
        return {
            Table.SETS: SETS_COLUMNS,
            Table.WEEKLY: WEEKLY_COLUMNS,
            Table.TESTS: TESTS_COLUMNS,
            Table.SYMPTOMS: SYMPTOMS_COLUMNS,
        }[table]

    def steps(self, table: Table) -> Iterator[Step]:
        """Make the lines of a file."""
        match table:
            case Table.SETS:
                return sets_steps(self.records, self.runner.formula, self.shape)
            case Table.WEEKLY:
                return weekly_steps(
                    self.records.sets,
                    self.sets_before_too,
                    self.runs,
                    self.runner,
                    self.shape,
                    self.plans,
                )
            case Table.TESTS:
                return tests_steps(self.tests, self.shape)
            case Table.SYMPTOMS:
                return symptoms_steps(self.symptoms, self.shape)

    def preview(self, table: Table, most_lines: int) -> list[str]:
        """Give the first lines of a file, the header first."""
        return preview(self.columns(table), self.steps(table), self.shape, most_lines)

    def writing(self, table: Table, file: TextIO) -> Generator[float, None, int]:
        """Write a file that is open.

        Yields:
            The fraction done, 0 to 1.

        Returns:
            The number of lines, without the header.
        """
        count = 0

        def counted() -> Iterator[Step]:
            nonlocal count
            for fraction, lines in self.steps(table):
                count += len(lines)
                yield fraction, lines

        yield from writing_lines(file, self.columns(table), counted(), self.shape)
        return count


def exporting(
    export: Export, folder: Path, tables: Sequence[Table]
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
    make_folder(folder)
    written: dict[Table, int] = {}
    for place, table in enumerate(tables):
        with written_beside(folder / table, ENCODING) as file:
            written[table] = yield from part_of(export.writing(table, file), place, len(tables))
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
