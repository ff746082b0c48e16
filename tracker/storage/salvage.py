"""Makes a new log from what can still be read of a damaged one, which is left as it is."""

import datetime
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final

import sqlite_utils

from tracker import TrackerError
from tracker.disk import require_readable_size, working_folder
from tracker.domain.change import Change, Edit, Entry, Key, Memory, Past, key_of
from tracker.domain.entry import DATES, findable_id
from tracker.domain.entry_fields import REFERENCES
from tracker.domain.session import LoggedSet, Session
from tracker.storage.backup import BackupKind
from tracker.storage.database import Database
from tracker.storage.in_words import in_words
from tracker.storage.migrations import STEPS, migrations_of
from tracker.storage.opening import guard
from tracker.storage.pages import Pages, SqliteValue
from tracker.storage.put_back import replace
from tracker.storage.remembering import COLUMNS, memory_in
from tracker.storage.remembering import TABLE as REMEMBERED
from tracker.storage.row_times import edit_time_of, require_count
from tracker.storage.rows import TABLES, EntryTable
from tracker.storage.scores_measured import MEASUREMENTS, SCORES, as_measurement
from tracker.storage.strangers import StrangerError, require_plain_tables

_BLOCK: Final = 4096  # what a disk returns completely or not at all
_MODE: Final = 18  # where a file says how it is written to
_ENCODING: Final = slice(59, 60)  # where it says how its texts are encoded
_UTF_16: Final = (b"\2", b"\3")
_ROLLBACK: Final = bytes((1, 1))  # what it says there if not in WAL mode, which memory has not
# An entry, when it was edited, and when it was added.
_Read = tuple[Entry, datetime.datetime | None, int | None]
_IDS: Final = {"id", *REFERENCES}  # columns
_TYPES: Final = {"TEXT": (str,), "INTEGER": (int,), "REAL": (float, int)}


@dataclass(frozen=True, slots=True)
class Salvage:
    """What could be read of a damaged log.

    Args:
        entries: Entries that together make a sound log, in an order in which they can be added.
        left_out: How many entries were read but do not fit with the others.
        past: What the log knew about them, as far as that could be read.
    """

    entries: tuple[Entry, ...]
    left_out: int
    past: Past = field(default_factory=Past, hash=False)

    @property
    def making(self) -> Change:
        """The change that makes a log from it, with the original edit times."""
        return Change(
            tuple(
                Edit(
                    None,
                    entry,
                    self.past.edit_times.get(key_of(entry)),
                    self.past.added.get(key_of(entry)),
                )
                for entry in self.entries
            ),
            self.past.memory,
        )

    @property
    def sets(self) -> int:
        """Number of sets."""
        return sum(isinstance(entry, LoggedSet) for entry in self.entries)

    @property
    def sessions(self) -> int:
        """Number of sessions."""
        return sum(isinstance(entry, Session) for entry in self.entries)


def salvaging(log: Path) -> Generator[float, None, Salvage]:
    """Read what can be read of a damaged log, page by page and in steps.

    Every entry must be valid in the domain. If damage turned a value into another valid one, that
    goes unnoticed. A session whose row is lost is restored from the indexes, except for its note.

    Args:
        log: The file, of this version or an older one; it is only read.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        What was found.

    Raises:
        TrackerError: If the file cannot be read at all.
    """
    data = _bytes_of(log)
    yield 0.1
    data = _with_what_lies_beside(log, data)
    pages = Pages(data)
    _, layouts = _empty()
    found: dict[Key, Entry] = {}
    edit_times: dict[Key, datetime.datetime] = {}
    added: dict[Key, int] = {}
    memory: dict[Key, Memory] = {}

    def take(read: Memory | _Read | None) -> None:
        if isinstance(read, Memory):
            memory.setdefault(read.key, read)
            return
        if read is None:
            return
        entry, edited_at, added_us = read
        key = key_of(entry)
        if key in found and not _is_later(edited_at, edit_times.get(key)):
            return
        found[key] = entry
        if edited_at is not None:
            edit_times[key] = edited_at
        if added_us is not None:
            added[key] = added_us

    for each in _in_changed_tables(data, layouts):
        take(each)
    is_read = bool(found) and data[_ENCODING] in _UTF_16  # pages are read as UTF-8 only
    for number in range(1, 0 if is_read else len(pages) + 1):
        for values in pages.rows(number):
            take(_remembered(values) or _read(values, layouts))
        if number % 16 == 0:
            yield 0.1 + 0.6 * number / len(pages)
    entries = [*found.values(), *_sessions_in_indexes(pages, found.values())]
    yield 0.8
    return _settled(entries, Past(edit_times, added, tuple(memory.values())))


def recover(log: Path, salvage: Salvage, now: datetime.datetime) -> Path | None:
    """Replace a damaged log by a new one made of what could be read, and keep the damaged file.

    Returns:
        The path of the kept damaged file.

    Raises:
        TrackerError: If it failed; the damaged file is then where it was.
    """
    with in_words(log, "recovered"), working_folder(log) as folder:
        made = folder / log.name
        Database.create_with(made, salvage.making)
        return replace(log, made, BackupKind.DAMAGED, now)


def _with_what_lies_beside(log: Path, data: bytes) -> bytes:
    """Let SQLite undo an interrupted change, or take in what is in a ``-wal`` file.

    Args:
        log: The file.
        data: Its bytes.

    Returns:
        The resulting bytes; unchanged if no such file lies beside it, or there is no room for a
        copy.
    """
    real = log.resolve()
    beside = [each for each in ("-journal", "-wal") if real.with_name(real.name + each).exists()]
    if not beside:
        return data
    with suppress(OSError, TrackerError), working_folder(log) as folder:
        copy = folder / "log"
        copy.write_bytes(data)
        for each in beside:
            copy.with_name(copy.name + each).write_bytes(
                _bytes_of(real.with_name(real.name + each))
            )
        with suppress(sqlite3.Error), closing(guard(sqlite3.connect(copy))) as connection:
            connection.execute("SELECT * FROM sqlite_master").fetchall()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return copy.read_bytes()
    return data


def _bytes_of(source: Path) -> bytes:
    """Read a file block by block, with zeros for blocks the disk no longer returns.

    Raises:
        TrackerError: If it is not a regular file, is too large, or cannot be opened.
    """
    require_readable_size(source)
    with in_words(source, "read"), source.open("rb") as file:
        size = source.stat().st_size
        blocks = (_block_at(file, place) for place in range(0, size, _BLOCK))
        return b"".join(block.ljust(_BLOCK, b"\0") for block in blocks)


def _block_at(file: BinaryIO, place: int) -> bytes:
    with suppress(OSError):
        file.seek(place)
        return file.read(_BLOCK)
    return b""


@dataclass(frozen=True, slots=True)
class _Layout:
    """The shape of a table's rows.

    Args:
        table: The table.
        names: Its columns.
        types: The types that SQLite may return for each column.
        defaults: The value of each column if a row of an older version lacks it.
        least: Number of columns in the oldest version.
    """

    table: EntryTable
    names: Sequence[str]
    types: Sequence[tuple[type, ...]]
    defaults: Sequence[SqliteValue]
    least: int

    def row_of(self, values: Sequence[SqliteValue]) -> dict[str, SqliteValue] | None:
        """Return a record as a row of the table; None if it is of another table."""
        if not self.least <= len(values) <= len(self.names):
            return None
        row: dict[str, SqliteValue] = {}
        whole = (*values, *self.defaults[len(values) :])
        for name, value, types in zip(self.names, whole, self.types, strict=True):
            if value is not None and not isinstance(value, types):
                return None
            # SQLite stores a real number without a fraction as a whole number.
            row[name] = float(value) if types[0] is float and isinstance(value, int) else value
        return row


@cache
def _empty() -> tuple[bytes, Sequence[_Layout]]:
    """Make an empty log and find out the shape of each table's rows; cached.

    Returns:
        The file, and the layout of each table.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        db = sqlite_utils.Database(connection, execute_plugins=False)
        least: dict[str, int] = {}
        for count in range(1, len(STEPS) + 1):
            migrations_of(STEPS[:count]).apply(db)
            for name in db.table_names():
                least.setdefault(name, len(db.table(name).columns))
        least[MEASUREMENTS] = least[SCORES]  # measurements come from scores
        layouts = []
        for table in TABLES.values():
            columns = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
            defaults = [
                connection.execute(f"SELECT {default or 'NULL'}").fetchone()[0]
                for _, _, _, _, default, _ in columns
            ]
            names = [column[1] for column in columns]
            types = [_TYPES[column[2]] for column in columns]
            layouts.append(_Layout(table, names, types, defaults, least[table.name]))
        return connection.serialize(), layouts


def _read(values: Sequence[SqliteValue], layouts: Iterable[_Layout]) -> _Read | None:
    """Make an entry from a record, if the domain allows it, and find its times.

    Returns:
        The entry, its edit time and its added time, the times if its row has them; None if it is no
        entry.
    """
    unlikely = None
    for layout in layouts:
        row = layout.row_of(values)
        if row is None:
            continue
        read = _entry_of(row, layout.table)
        if read is not None:
            edited_at = read[1]
            # In a table of an older version, another value may be in the place of the time.
            if edited_at is not None or row["edited_at"] is None:
                return read
            unlikely = unlikely or read
    return unlikely


def _entry_of(row: dict[str, SqliteValue], table: EntryTable) -> _Read | None:
    for name in row.keys() & _IDS:
        if isinstance(id_ := row[name], str):
            row[name] = findable_id(id_)
    with suppress(ValueError, TypeError, AttributeError):
        return table.from_row(row), _edit_time_in(row), _added_in(row)
    return None


def _added_in(row: Mapping[str, SqliteValue]) -> int | None:
    """Return when an entry was added; None if its row does not tell."""
    with suppress(ValueError):
        return require_count(row["added_us"]) or None
    return None


def _in_changed_tables(data: bytes, layouts: Iterable[_Layout]) -> Iterator[Memory | _Read | None]:
    """Read the tables that others changed, as far as SQLite still reads them.

    If they have other columns, their rows do not tell by themselves what each value is.
    """
    with suppress(sqlite3.Error, StrangerError), closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data[:_MODE] + _ROLLBACK + data[_MODE + len(_ROLLBACK) :])
        guard(connection)
        require_plain_tables(connection)
        for name, table, names, defaults in (
            *((each.table.name, each.table, each.names, each.defaults) for each in layouts),
            (REMEMBERED, None, COLUMNS, ()),
        ):
            columns = [
                column
                for _, column, *_ in connection.execute(f"PRAGMA table_info({name})").fetchall()
            ]
            is_usual = data[_ENCODING] not in _UTF_16 and columns == list(names[: len(columns)])
            if is_usual and _has_rowid(connection, name):
                continue
            usual = dict(zip(names, defaults, strict=False))
            with suppress(sqlite3.Error):
                for values in connection.execute(f"SELECT * FROM {name}"):
                    given = zip(map(str.casefold, columns), values, strict=True)
                    row = {**usual, **dict(given)}
                    yield _memory_of(row) if table is None else _entry_of(row, table)


def _has_rowid(connection: sqlite3.Connection, table: str) -> bool:
    try:
        connection.execute(f"SELECT rowid FROM {table} LIMIT 0")
    except sqlite3.OperationalError:
        return False
    return True


def _remembered(values: Sequence[SqliteValue]) -> Memory | None:
    """Return what a record remembers about an entry; None if it is of another table."""
    if len(values) != len(COLUMNS):
        return None
    return _memory_of(dict(zip(COLUMNS, values, strict=True)))


def _memory_of(row: dict[str, SqliteValue]) -> Memory | None:
    with suppress(ValueError, TypeError, AttributeError, KeyError):
        memory = memory_in(as_measurement(row))
        return memory or None
    return None


def _edit_time_in(row: Mapping[str, SqliteValue]) -> datetime.datetime | None:
    """Return when an entry was edited; None if its row does not have a readable time."""
    with suppress(ValueError, TypeError):
        return edit_time_of(str(row["edited_at"]))
    return None


def _is_later(edited_at: datetime.datetime | None, known: datetime.datetime | None) -> bool:
    """Tell whether a copy of a row is newer than the known one; False if its time is unknown."""
    return edited_at is not None and (known is None or edited_at > known)


def _sessions_in_indexes(pages: Pages, found: Iterable[Entry]) -> Iterator[Session]:
    """Find the day and start of sessions of which only sets are left."""
    entries = list(found)
    known = {entry.id for entry in entries if isinstance(entry, Session)}
    wanted = {entry.session_id for entry in entries if isinstance(entry, LoggedSet)} - known
    if not wanted:
        return
    starts = {key[2]: key[:2] for key in _keys_of(pages, "sessions_by_date") if len(key) == 3}
    ids = {key[1]: key[0] for key in _keys_of(pages, "sqlite_autoindex_sessions_1")}
    table = TABLES[Session]
    bare = table.to_row(Session(DATES[0]))
    for rowid, id_ in ids.items():
        if id_ not in wanted:
            continue
        date, started_at = starts.get(rowid, (None, None))
        row = {**bare, "id": id_, "date": date, "started_at": started_at}
        with suppress(ValueError, TypeError):
            session = table.from_row(row)
            assert isinstance(session, Session)
            yield session


def _keys_of(pages: Pages, index: str) -> Iterator[tuple[SqliteValue, ...]]:
    """Yield the keys of an index, if the schema still tells where it begins."""
    for number in range(1, len(pages) + 1):
        for row in pages.rows(number):
            if len(row) == 5 and row[:2] == ("index", index) and isinstance(row[3], int):
                yield from (key for key in pages.keys(row[3]) if len(key) > 1)


def _settled(entries: Iterable[Entry], past: Past) -> Salvage:
    """Put entries into an empty log as far as they fit, and read it back."""
    image, _ = _empty()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(image)
        guard(connection)
        left_out = 0
        for entry in entries:
            table = TABLES[type(entry)]
            row = table.to_row(entry)
            places = ", ".join("?" * len(row))
            try:
                connection.execute(
                    f"INSERT INTO {table.name} ({', '.join(row)}) VALUES ({places})",
                    list(row.values()),
                )
            except sqlite3.Error:
                left_out += 1
        left_out += _without_loose_ends(connection)
        settled = [
            entry
            for table in TABLES.values()
            for entry in table.entries_in(
                connection.execute(f"SELECT * FROM {table.name} ORDER BY rowid")
            )
        ]
    kept = set(map(key_of, settled))
    return Salvage(
        tuple(settled),
        left_out,
        past._replace(
            edit_times={key: at for key, at in past.edit_times.items() if key in kept},
            added={key: at for key, at in past.added.items() if key in kept},
        ),
    )


def _without_loose_ends(connection: sqlite3.Connection) -> int:
    """Remove references to lost entries; returns how many entries had to go with them."""
    gone = 0
    while loose := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, _, number in loose:
            keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
            column = next(key[3] for key in keys if key[0] == number)
            columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
            if any(each[1] == column and each[3] for each in columns):
                gone += connection.execute(f"DELETE FROM {table} WHERE rowid = ?", [rowid]).rowcount
            else:
                connection.execute(f"UPDATE {table} SET {column} = NULL WHERE rowid = ?", [rowid])
    return gone
