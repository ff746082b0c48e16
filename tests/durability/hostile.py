"""Files that our program did not write, in place of a log: told in one line, never a crash.

Each is a log with something that an attacker, another program or a disk put into it: a schema that
runs code, rows that none of our tables would accept, a wrong history of migrations, or it is no log
at all.
"""

import os
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.durability.full_disk import make_log, run_command
from tests.durability.outcome import Outcome
from tracker.storage.migrations import NOTED_IN
from tracker.storage.rows import TABLES

MOST_S: Final = 60.0  # of work for one command
PAGE: Final = 4096  # bytes
ENDLESS: Final = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT"
NAMES: Final = tuple(table.name for table in TABLES.values())
# What SQLite takes for a value, and no entry can have.
VALUES: Final = (
    "9e999",
    "-9e999",
    "9223372036854775807",
    "-1",
    "'eight'",
    "''",
    "NULL",
    "x'00ff00ff'",
    "CAST(x'41ff42' AS TEXT)",
    "'a' || char(0) || char(10) || char(8238)",
    "'1000000000-01-01'",
    "'2026-02-31'",
    "'0001-01-01T00:00:00+23:59'",
    "'9999-12-31T23:59:59-23:59'",
    "'2026-01-01T00:00:00'",
    "'not an instant'",
    "hex(zeroblob(2000000))",
    "hex(zeroblob(40000000))",
    "'=1+1|<img src=\"/dev/zero\">'",
)
Hostility = Callable[[sqlite3.Connection, random.Random], None]


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def a_filled_table(connection: sqlite3.Connection, chance: random.Random) -> str:
    filled = [n for n in NAMES if connection.execute(f"SELECT 1 FROM {n}").fetchone()]
    return chance.choice(filled)


def loosen(
    connection: sqlite3.Connection, table: str, dropped: str = "", type_: str = ""
) -> list[str]:
    """Make a table accept anything, and return its columns."""
    columns = [name for name in columns_of(connection, table) if name != dropped]
    connection.execute("DROP VIEW IF EXISTS set_details")
    typed = ", ".join(f"{name} {type_}" for name in columns)
    connection.execute(f"CREATE TABLE loose ({typed})")
    connection.execute(f"INSERT INTO loose SELECT {', '.join(columns)} FROM {table}")
    connection.execute(f"DROP TABLE {table}")
    connection.execute(f"ALTER TABLE loose RENAME TO {table}")
    return columns


def values_in_a_loose_table(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Put anything into columns of a table without checks."""
    table = a_filled_table(connection, chance)
    columns = loosen(connection, table)
    for _ in range(chance.choice((1, 1, 3))):
        column, value = chance.choice(columns), chance.choice(VALUES)
        rows = "rowid = 8" if "zeroblob" in value else "rowid % 7 = 1"
        connection.execute(f"UPDATE {table} SET {column} = {value} WHERE {rows}")


def values_past_the_checks(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Put values into columns that only their checks would refuse."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    table = a_filled_table(connection, chance)
    for _ in range(8):
        column, value = chance.choice(columns_of(connection, table)), chance.choice(VALUES)
        try:
            connection.execute(f"UPDATE {table} SET {column} = {value} WHERE rowid = 1")
        except sqlite3.IntegrityError:
            continue


def a_trigger(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Add a trigger that does something other than what was asked."""
    table = chance.choice(NAMES)
    when = chance.choice(("BEFORE", "AFTER"))
    what = chance.choice(("INSERT", "UPDATE", "DELETE"))
    done = chance.choice(
        (f"DELETE FROM {table}", "SELECT RAISE(IGNORE)", f"{ENDLESS} count(*) FROM c")
    )
    connection.execute(f"CREATE TRIGGER t {when} {what} ON {table} BEGIN {done}; END")


def a_view(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Replace a table by an endless view."""
    table = chance.choice((*NAMES, NOTED_IN, "set_details"))
    if table == "set_details":
        connection.execute("DROP VIEW set_details")
        connection.execute(f"CREATE VIEW set_details AS {ENDLESS} x FROM c")
        return
    connection.execute("DROP VIEW set_details")
    connection.execute(f"ALTER TABLE {table} RENAME TO old")
    body = chance.choice(
        (f"SELECT *, ({ENDLESS} count(*) FROM c) AS y FROM old", f"{ENDLESS} x AS id FROM c")
    )
    connection.execute(f"CREATE VIEW {table} AS {body}")


def a_computed_column(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Make a column computed whenever it is read."""
    table = chance.choice(NAMES)
    columns = loosen(connection, table, dropped=chance.choice(("", "edited_at")))
    name = "extra" if "edited_at" in columns else "edited_at"
    made = chance.choice(("hex(zeroblob(30000000))", "'x' LIKE '" + "%x" * 400 + "y'"))
    connection.execute(f"ALTER TABLE {table} ADD COLUMN {name} TEXT AS ({made}) VIRTUAL")


def a_check_that_works(connection: sqlite3.Connection, _chance: random.Random) -> None:
    """Make a check work hard for each row."""
    loosen(connection, "bodyweights")
    rows = connection.execute("SELECT * FROM bodyweights").fetchall()
    connection.execute("DROP TABLE bodyweights")
    connection.execute(
        "CREATE TABLE bodyweights (id TEXT PRIMARY KEY, date TEXT, kg REAL, edited_at TEXT, "
        "added_us INTEGER, CHECK (length(hex(zeroblob(400000000))) > 0)) STRICT"
    )
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.executemany("INSERT INTO bodyweights VALUES (?, ?, ?, ?, ?)", rows)


def a_module(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Back a table by a module, or name one that does not exist."""
    if chance.random() < 0.5:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 0, "
            "'CREATE VIRTUAL TABLE v USING evil(x)')"
        )
        return
    table = chance.choice(NAMES)
    columns = columns_of(connection, table)
    connection.execute("DROP VIEW set_details")
    connection.execute(f"DROP TABLE {table}")
    connection.execute(f"CREATE VIRTUAL TABLE {table} USING fts5({', '.join(columns)})")


def a_schema_of_lies(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Change the text of the schema itself."""
    connection.execute("PRAGMA writable_schema = ON")
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'sets'"
    ).fetchone()
    change = chance.choice(
        (
            "INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 2, 'CREATE TABLE v (x')",
            f"INSERT INTO sqlite_master VALUES ('table', 'v', 'v', {root}, 'CREATE TABLE v (x)')",
            "UPDATE sqlite_master SET sql = replace(sql, 'TEXT', 'TEXT COLLATE evil') "
            "WHERE name = 'equipment'",
            "UPDATE sqlite_master SET rootpage = 1 WHERE name = 'sessions'",
            "UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'sets'",
            "UPDATE sqlite_master SET sql = CAST(x'ff43' AS TEXT) WHERE name = 'runs'",
        )
    )
    connection.execute(change)


def a_history_of_lies(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Change the recorded migrations, or drop what they made."""
    (last,) = connection.execute(f"SELECT max(name) FROM {NOTED_IN}").fetchone()
    change = chance.choice(
        (
            f"DELETE FROM {NOTED_IN}",
            f"DELETE FROM {NOTED_IN} WHERE name = '{last}'",
            f"DELETE FROM {NOTED_IN} WHERE name < '{last}'",
            f"INSERT INTO {NOTED_IN} (migration_set, name, applied_at) VALUES ('soleus', 'x', '1')",
            f"DROP TABLE {NOTED_IN}",
            f"UPDATE {NOTED_IN} SET name = x'ff' WHERE name = '{last}'",
            f"ALTER TABLE {NOTED_IN} RENAME COLUMN name TO called",
        )
    )
    connection.execute(change)


def something_missing(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Drop a table, a column, or what others refer to."""
    connection.execute("DROP VIEW set_details")
    table = a_filled_table(connection, chance)
    form = chance.randrange(3)
    if form == 0:
        connection.execute(f"DROP TABLE {table}")
    elif form == 1:
        loosen(connection, table, dropped=chance.choice(columns_of(connection, table)))
    else:
        connection.execute(f"DELETE FROM {chance.choice(('sessions', 'equipment'))}")


def something_more(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Add tables with harmful names, a second runner, or the same ID again and again."""
    form = chance.randrange(4)
    if form == 0:
        for name in ('a""b', 'x"" ; DROP TABLE sets; --', "select"):
            connection.execute(f'CREATE TABLE "{name}" (x)')
    elif form == 1:
        loosen(connection, "runner")
        connection.execute("INSERT INTO runner SELECT * FROM runner")
    elif form == 2:
        loosen(connection, "sets")
        connection.execute("UPDATE sets SET id = 'same' WHERE rowid < 50")
    else:
        connection.execute("ALTER TABLE sets ADD COLUMN extra TEXT NOT NULL DEFAULT 'x'")


def another_form_of_file(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Store the log as another program would: its pages, its journal, its encoding."""
    form = chance.choice(("page_size = 512", "page_size = 65536", "auto_vacuum = 1"))
    connection.execute(f"PRAGMA {form}")
    connection.execute("VACUUM")
    if chance.random() < 0.5:
        connection.execute("PRAGMA journal_mode = WAL")


HOSTILITIES: Final[Sequence[Hostility]] = (
    values_in_a_loose_table,
    values_past_the_checks,
    a_trigger,
    a_view,
    a_computed_column,
    values_in_a_loose_table,
    a_check_that_works,
    a_module,
    a_schema_of_lies,
    values_past_the_checks,
    a_history_of_lies,
    something_missing,
    something_more,
    another_form_of_file,
)


def broken_bytes(log: Path, chance: random.Random) -> None:
    """Break some bytes, on the first page or anywhere, or replace one page by another."""
    data = bytearray(log.read_bytes())
    for _ in range(chance.choice((1, 1, 2, 5, 40))):
        place = chance.randrange(chance.choice((len(data), PAGE)))
        match chance.randrange(4):
            case 0:
                data[place] ^= 1 << chance.randrange(8)
            case 1:
                data[place] = chance.choice((0, 1, 127, 128, 255))
            case 2:
                data[place : place + 64] = bytes(len(data[place : place + 64]))
            case _:
                start, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
                data[start : start + PAGE] = data[other : other + PAGE]
    log.write_bytes(data)


def make_hostile(log: Path, hostility: Hostility, chance: random.Random) -> None:
    """Put something into a log that our program never would."""
    with closing(sqlite3.connect(log, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA legacy_alter_table = ON")
        hostility(connection, chance)


def no_file(path: Path, chance: random.Random) -> str:
    """Replace a log by something that is not an SQLite file, and say what."""
    form = chance.choice(("pipe", "folder", "nothing", "circle", "empty", "huge", "head", "text"))
    path.unlink()
    if form == "pipe":
        os.mkfifo(path)
    elif form == "folder":
        path.mkdir()
    elif form == "circle":
        path.symlink_to(path.name)
    elif form == "huge":
        with path.open("wb") as file:
            file.write(b"SQLite format 3\x00".ljust(68, b"\0") + b"SOLE")
            file.truncate(2 << 30)
    elif form == "head":
        path.write_bytes(b"SQLite format 3\x00".ljust(68, b"\0") + b"SOLE" + bytes(28))
    elif form != "nothing":
        path.write_bytes(b"\x00\xff,'\"{[" * 99 if form == "text" else b"")
    return form


def faults_of(command: Sequence[str], file: Path) -> list[str]:
    """Run a command on a hostile file; returns what did not go as promised."""
    began = time.thread_time()
    try:
        code, complaint = run_command(*command)
    except Exception as error:  # noqa: BLE001 - whatever it is, no command may end so
        return [f"crashed: {type(error).__name__}: {str(error)[:200]}"]
    told = []
    if time.thread_time() - began > MOST_S:
        told.append(f"took {time.thread_time() - began:.0f} s")
    lines = complaint.splitlines()
    if code and not lines:
        told.append("did not say what is wrong")
    if code and str(file) not in complaint:
        told.append(f"does not name the file: {complaint[:200]}")
    if any(not line.startswith("soleus: ") for line in lines):
        told.append(f"told in more than a line each: {complaint[:200]}")
    if len(lines) > 1 and command[0] != "check" and code == 1:
        told.append(f"told more than one line: {complaint[:200]}")
    return told


def complaints_about(log: Path, folder: Path) -> list[str]:
    """Run every command on a hostile log; returns what did not go as promised."""
    own = make_log(folder / "own.soleus")
    commands = (
        ("import", str(own), str(log), "--unit", "kg", "--dates", "day-first"),
        ("recover", str(log), "-o", str(folder / "new.soleus")),
        ("export", str(log), "--json", str(folder / "log.json")),
        ("export", str(log), "--to", str(folder / "csv")),
        ("report", str(log), "-o", str(folder / "report.pdf")),
        ("check", str(log)),
    )
    told = []
    for number, command in enumerate(commands):
        before = log.read_bytes() if log.is_file() and log.stat().st_size < 1 << 28 else None
        told += [f"{command[0]} {each}" for each in faults_of(command, log)]
        if number < 2 and before is not None and log.read_bytes() != before:
            told.append(f"{command[0]} changed a file that it only reads")
    return told


def run(cases: int, seed: int) -> Outcome:
    """Make hostile files of every kind in turn, and give each to every command."""
    chance = random.Random(seed)
    complaints = []
    with tempfile.TemporaryDirectory() as name:
        year = make_log(Path(name, "year.soleus")).read_bytes()
    for number in range(cases):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            log = folder / "log.soleus"
            log.write_bytes(year)
            place = number % (len(HOSTILITIES) + 2)
            if place == len(HOSTILITIES):
                what = no_file(log, chance)
            elif place > len(HOSTILITIES):
                what = broken_bytes.__name__
                broken_bytes(log, chance)
            else:
                what = HOSTILITIES[place].__name__
                make_hostile(log, HOSTILITIES[place], chance)
            found = complaints_about(log, folder)
            complaints += [f"case {number}, {what}: {each}" for each in found]
    text = "files that no program of ours wrote, by every command"
    return Outcome(text, cases, 0, tuple(complaints))
