"""What the runner chose to export: which files, which days, and how and where."""

import datetime
import os
from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from tracker.domain.week import begin_of_week
from tracker.exchange.exporting.data_dictionary import readme_lines
from tracker.exchange.exporting.export import Export, exporting
from tracker.exchange.exporting.zipping import README, zipping
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.ours import OUR_TABLES, TABLE_BY_NAME
from tracker.exchange.tables.period import PeriodOfLog
from tracker.exchange.tables.table import AnyTable
from tracker.exchange.whole_log.json_file import log_lines, writing_json
from tracker.storage.database import Database

_TO_SUNDAY = datetime.timedelta(days=6)
UNNAMED = "soleus"  # name for the files of a log in memory


class Form(StrEnum):
    """The form of an export."""

    FILES = "files"
    ARCHIVE = "zip"
    JSON = "json"  # the whole log


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What to export.

    Args:
        form: Files in a folder, one archive of them, or the whole log as JSON, which ignores
            tables, days and dialect.
        tables: The tables to write.
        first: The first day.
        last: The last day.
        dialect: The unit of loads, and what separates cells.
        folder: The folder.
        day: The day in the name of an archive or a JSON file.
    """

    form: Form
    tables: tuple[AnyTable, ...]
    first: datetime.date
    last: datetime.date
    dialect: Dialect
    folder: Path
    day: datetime.date

    def targets(self, database: Database) -> list[Path]:
        """List the files that would be written."""
        if self.form is Form.FILES:
            return [self.folder / table.name for table in self.tables]
        name = UNNAMED if database.path is None else database.path.stem
        return [self.folder / f"{name}-{self.day}.{self.form}"]

    def replaced(self, database: Database) -> list[Path]:
        """List the files that would be replaced."""
        return [path for path in self.targets(database) if _is_there(path)]

    def empty(self, database: Database) -> set[AnyTable]:
        """Return the files that would contain only headings."""
        return {table for table in OUR_TABLES if not self._days_in(database, table)}

    def preview(self, database: Database, name: str, most_lines: int) -> list[str]:
        """Return the beginning of a file as it would be written.

        Args:
            database: The log.
            name: Name of a table, or of the archive's ``README.txt``; ignored for JSON.
            most_lines: The most lines, not counting the headings of a table.
        """
        if self.form is Form.JSON:
            steps = log_lines(islice(database.entries(), most_lines + 1), database.past())
            return [line for _, lines in steps for line in lines][:most_lines]
        if name == README:
            return readme_lines(self.tables, database.runner().formula, self.dialect)
        table = TABLE_BY_NAME[name]
        days = self._days_in(database, table)
        first, last = self.first, self.last
        if days:  # read no more than is shown, in whole weeks
            weeks = sorted({begin_of_week(day) for day in days})
            first, last = days[0], min(last, weeks[:most_lines][-1] + _TO_SUNDAY)
        export = Export.of(database, first, last, self.dialect, self.day, (table,))
        return export.preview(table, most_lines)

    def writing(self, database: Database) -> Generator[float, None, dict[str, int]]:
        """Read the log now, and return the work of writing what was read.

        Returns:
            A generator for a job; its result is the number of rows by table name, or of entries by
            the name of the JSON file.
        """
        if self.form is Form.JSON:
            (path,) = self.targets(database)
            return _counted(path.name, writing_json(path, database.entries(), database.past()))
        export = Export.of(database, self.first, self.last, self.dialect, self.day, self.tables)
        if self.form is Form.ARCHIVE:
            (path,) = self.targets(database)
            return zipping(export, path)
        return exporting(export, self.folder)

    def _days_in(self, database: Database, table: AnyTable) -> list[datetime.date]:
        """List the days a file would cover, oldest first."""
        return sorted(set(table.days(PeriodOfLog(database, self.first, self.last, self.day))))


def whole_span(database: Database, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day that a log can export, including today."""
    everything = PeriodOfLog(database, None, None, today)
    days = [today, *(day for table in OUR_TABLES for day in table.days(everything))]
    days += [plan.starts_on for plan in database.plans() if plan.starts_on <= today]
    return min(days), max(days)


def _is_there(path: Path) -> bool:
    """Tell whether a file exists; False if that cannot be seen, because writing will report why."""
    # Depending on the version of Python, Path.exists raises or returns False.
    return os.path.exists(path)  # noqa: PTH110


def _counted(
    name: str, steps: Generator[float, None, int]
) -> Generator[float, None, dict[str, int]]:
    count = yield from steps
    return {name: count}
