"""What the runner chose to export: which files, of which days, how and where."""

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
            days and dialect do not count.
        tables: Which files.
        first: The first day.
        last: The last day.
        dialect: The unit of loads, and what stands between cells.
        folder: Where.
        day: In the names of an archive and of JSON.
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
        """Tell which files would hold nothing but their headings."""
        return {table for table in OUR_TABLES if not self._days_in(database, table)}

    def preview(self, database: Database, name: str, most_lines: int) -> list[str]:
        """Give the beginning of a file as it would be written.

        Args:
            database: The log.
            name: Of a table, or of the archive's explanation; for JSON it does not count.
            most_lines: Below the headings of a table, or in all.
        """
        if self.form is Form.JSON:
            steps = log_lines(islice(database.entries(), most_lines + 1), database.past())
            return [line for _, lines in steps for line in lines][:most_lines]
        if name == README:
            return readme_lines(self.tables, database.runner().formula, self.dialect)
        table = TABLE_BY_NAME[name]
        days = self._days_in(database, table)
        first, last = self.first, self.last
        if days:  # no more is read than is shown; a week is shown whole
            weeks = sorted({begin_of_week(day) for day in days})
            first, last = days[0], min(last, weeks[:most_lines][-1] + _TO_SUNDAY)
        export = Export.of(database, first, last, self.dialect, self.day, (table,))
        return export.preview(table, most_lines)

    def writing(self, database: Database) -> Generator[float, None, dict[str, int]]:
        """Read the log now, and make the job that writes what was read.

        Returns:
            The job; its result is the number of rows by the name of a table, or of entries by the
            name of the JSON file.
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
        """List the days that a file would tell of, oldest first."""
        return sorted(set(table.days(PeriodOfLog(database, self.first, self.last, self.day))))


def whole_span(database: Database, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Give the first and the last day of what a log can export, today included."""
    everything = PeriodOfLog(database, None, None, today)
    days = [today, *(day for table in OUR_TABLES for day in table.days(everything))]
    days += [plan.starts_on for plan in database.plans() if plan.starts_on <= today]
    return min(days), max(days)


def _is_there(path: Path) -> bool:
    """Tell whether there is a file; no, where that cannot be seen: writing will tell why."""
    # Path.exists raises or says no by the version of Python.
    return os.path.exists(path)  # noqa: PTH110


def _counted(
    name: str, steps: Generator[float, None, int]
) -> Generator[float, None, dict[str, int]]:
    count = yield from steps
    return {name: count}
