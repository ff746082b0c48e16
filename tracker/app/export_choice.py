"""What the runner chose to export: which files, of which days, how and where."""

import datetime
from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from tracker.domain.columns import day_of_number
from tracker.exchange.exporting.data_dictionary import readme_lines
from tracker.exchange.exporting.export import Export, Table, exporting
from tracker.exchange.exporting.sets import Shape
from tracker.exchange.exporting.zipping import README, zipping
from tracker.exchange.plans_of_log import days_told_of
from tracker.exchange.whole_log.json_file import log_lines, writing_json
from tracker.storage.database import Database

_TO_SUNDAY = datetime.timedelta(days=6)
UNNAMED = "soleus"  # the files of a log that is no file


class Form(StrEnum):
    """What the files become."""

    FILES = "files"
    ARCHIVE = "zip"
    JSON = "json"  # the whole log


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What to write.

    Args:
        form: Files in a folder, one archive of them, or the whole log as JSON, for which tables,
            days and shape do not count.
        tables: Which files.
        first: The first day.
        last: The last day.
        shape: The unit of loads, and what stands between cells.
        folder: Where.
        day: In the names of an archive and of JSON.
    """

    form: Form
    tables: tuple[Table, ...]
    first: datetime.date
    last: datetime.date
    shape: Shape
    folder: Path
    day: datetime.date

    def targets(self, database: Database) -> list[Path]:
        """List the files that would be written."""
        if self.form is Form.FILES:
            return [self.folder / table for table in self.tables]
        name = UNNAMED if database.path is None else database.path.stem
        return [self.folder / f"{name}-{self.day}.{self.form}"]

    def replaced(self, database: Database) -> list[Path]:
        """List the files that would be replaced."""
        return [path for path in self.targets(database) if _is_there(path)]

    def empty(self, database: Database) -> set[Table]:
        """Tell which files would hold nothing but their headings."""
        return {table for table in Table if not self._days_in(database, table)}

    def preview(self, database: Database, name: str, most_lines: int) -> list[str]:
        """Give the beginning of a file as it would be written.

        Args:
            database: The log.
            name: Of a table, or of the archive's explanation; for JSON it does not count.
            most_lines: Below the headings of a table, or in all.
        """
        if self.form is Form.JSON:
            steps = log_lines(islice(database.entries(), most_lines + 1), database.edit_times())
            return [line for _, lines in steps for line in lines][:most_lines]
        if name == README:
            return readme_lines(self.tables, database.runner().formula, self.shape)
        table = Table(name)
        days = self._days_in(database, table)
        first, last = self.first, self.last
        if days:  # no more is read than is shown; a week is shown whole
            weeks = sorted({day - datetime.timedelta(days=day.weekday()) for day in days})
            first, last = days[0], min(last, weeks[:most_lines][-1] + _TO_SUNDAY)
        return Export.of(database, first, last, self.shape, self.day).preview(table, most_lines)

    def writing(self, database: Database) -> Generator[float, None, dict[str, int]]:
        """Read the log now, and make the job that writes what was read.

        Returns:
            The job; its result is the number of rows by the name of a table, or of entries by the
            name of the JSON file.
        """
        if self.form is Form.JSON:
            (path,) = self.targets(database)
            return _counted(
                path.name, writing_json(path, database.entries(), database.edit_times())
            )
        export = Export.of(database, self.first, self.last, self.shape, self.day)
        if self.form is Form.ARCHIVE:
            (path,) = self.targets(database)
            return _named(zipping(export, path, self.tables))
        return _named(exporting(export, self.folder, self.tables))

    def _days_in(self, database: Database, table: Table) -> list[datetime.date]:
        """List the days that a file would tell of, oldest first."""
        if table is Table.TESTS:
            return [test.date for test in database.tests(self.first, self.last)]
        if table is Table.SYMPTOMS:
            return [symptom.date for symptom in database.symptoms(self.first, self.last)]
        days = [session.date for session in database.sessions()]
        days = [day for day in days if self.first <= day <= self.last]
        if table is Table.WEEKLY:
            run_days = database.run_columns(self.first, self.last).day
            days += map(day_of_number, run_days.tolist())
            # A week that was planned is told of, done or not.
            days += days_told_of(database, self.first, self.last, self.day)
        return sorted(set(days))


def whole_span(database: Database, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Give the first and the last day of what a log can export, today included."""
    days = [today, *(session.date for session in database.sessions())]
    days += [test.date for test in database.tests()]
    days += [symptom.date for symptom in database.symptoms()]
    days += [plan.starts_on for plan in database.plans() if plan.starts_on <= today]
    days += map(day_of_number, database.run_columns().day.tolist())
    return min(days), max(days)


def _is_there(path: Path) -> bool:
    """Tell whether there is a file; no, where that cannot be seen: writing will tell why."""
    try:
        return path.exists()
    except OSError:
        return False


def _counted(
    name: str, steps: Generator[float, None, int]
) -> Generator[float, None, dict[str, int]]:
    count = yield from steps
    return {name: count}


def _named(
    steps: Generator[float, None, dict[Table, int]],
) -> Generator[float, None, dict[str, int]]:
    written = yield from steps
    return {table.value: rows for table, rows in written.items()}
