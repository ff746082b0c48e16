"""What stands in a file's schema that no step of ours made: told, and not run."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.test_backup import BAR, NOW, STEP, equipment_in
from tracker import DamagedLogError, TrackerError
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.storage import strangers as module
from tracker.storage.checking import Flaw, look_into
from tracker.storage.copied import contents_of
from tracker.storage.database import Database
from tracker.storage.put_back import restore

DATA = Path(__file__).parents[1] / "data"
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT"
TRIGGERS = (
    "CREATE TRIGGER t AFTER INSERT ON equipment BEGIN DELETE FROM equipment; END",
    "CREATE TRIGGER t BEFORE INSERT ON equipment BEGIN SELECT RAISE(IGNORE); END",
    f"CREATE TRIGGER t BEFORE INSERT ON equipment BEGIN SELECT 1 WHERE 0 = ({ENDLESS} count(*)"
    " FROM c); END",
)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "training.soleus"
    Database.create_with(path, Change.adding(STEP))
    return path


def do(log: Path, *statements: str) -> None:
    with closing(sqlite3.connect(log, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA legacy_alter_table = ON")
        for statement in statements:
            connection.execute(statement)


def names(log: Path) -> set[str]:
    return {each.name for each in contents_of(log)[0] if isinstance(each, Equipment)}


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_a_log_with_a_trigger_can_be_read_and_says_why_not_more(log: Path, trigger: str) -> None:
    do(log, trigger)
    before = log.read_bytes()
    database = Database.open(log)
    assert database.triggers == ["t"]
    assert [each.name for each in database.equipment()] == ["Step"]
    with pytest.raises(TrackerError, match="could not be saved: it has the trigger “t”, which Sol"):
        database.apply(Change.adding(BAR))
    assert database.complaints()[0].startswith("it has the trigger “t”")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        database._connection.execute("DELETE FROM equipment")
    database.close()
    assert log.read_bytes() == before
    assert names(log) == {"Step"}
    assert look_into(log).flaw is Flaw.DAMAGED
    other = log.with_name("other.soleus")
    Database.create(other).close()
    with pytest.raises(TrackerError, match="it has the trigger “t”"):
        restore(other, log, NOW)


def test_a_log_without_a_trigger_is_written_to(log: Path) -> None:
    do(log, "CREATE VIEW mine AS SELECT name FROM equipment", "CREATE TABLE own (x)")
    database = Database.open(log)
    database.apply(Change.adding(BAR))
    assert database.complaints() == []
    database.close()
    assert equipment_in(log) == ["Bar", "Step"]


def test_an_older_log_with_a_trigger_is_not_brought_up_to_date(tmp_path: Path) -> None:
    log = tmp_path / "old.soleus"
    shutil.copyfile(DATA / "schema-002.soleus", log)
    do(log, 'CREATE TRIGGER "a""b" AFTER INSERT ON sets BEGIN DELETE FROM sets; END')
    before = log.read_bytes()
    with pytest.raises(TrackerError, match="could not be opened: it has the trigger “a"):
        Database.open(log)
    assert log.read_bytes() == before
    # Of a copy they are taken out first.
    assert len(contents_of(log)[0]) == len(contents_of(DATA / "schema-002.soleus")[0]) > 100


def view_in_the_place_of(table: str, select: str) -> tuple[str, ...]:
    return (
        "DROP VIEW IF EXISTS set_details",
        f"ALTER TABLE {table} RENAME TO old_{table}",
        f"CREATE VIEW {table.upper()} AS {select}",
    )


@pytest.mark.parametrize(
    ("statements", "saying"),
    [
        (view_in_the_place_of(table, f"{ENDLESS} x FROM c"), f"{table.upper()} is a view")
        for table in ("runner", "sessions", "sets", "_sqlite_migrations")
    ]
    + [
        (
            ("ALTER TABLE equipment ADD COLUMN z TEXT AS (hex(zeroblob(30000000)))",),
            "column z of its table equipment is computed",
        ),
        (
            (
                "DROP VIEW set_details",
                "DROP TABLE sets",
                "CREATE VIRTUAL TABLE sets USING fts5(id, session_id)",
            ),
            "its table sets is kept by another program's module",
        ),
    ],
)
def test_what_stands_in_the_place_of_a_table_is_not_run(
    log: Path, statements: tuple[str, ...], saying: str
) -> None:
    do(log, *statements)
    before = log.read_bytes()
    reading: list[Callable[[Path], object]] = [Database.open, contents_of]
    for read in reading:
        with pytest.raises(DamagedLogError, match=saying) as raised:
            read(log)
        assert raised.value.path == log
    assert saying in look_into(log).detail
    assert log.read_bytes() == before


@pytest.mark.parametrize(("column", "told"), [("kg", "'kg'"), ("id", "'id'")])
def test_a_column_that_is_missing_is_told(log: Path, column: str, told: str) -> None:
    left = "id" if column == "kg" else "kg"
    do(
        log,
        "DROP VIEW set_details",
        "INSERT INTO bodyweights (id, date, kg) VALUES ('a', '2026-11-24', 70)",
        f"CREATE TABLE loose AS SELECT {left}, date, edited_at FROM bodyweights",
        "DROP TABLE bodyweights",
        "ALTER TABLE loose RENAME TO bodyweights",
    )
    with pytest.raises(DamagedLogError, match=f"Table bodyweights: column {told} is missing"):
        contents_of(log)


def test_what_refers_to_nothing_is_not_taken_in(log: Path) -> None:
    with closing(sqlite3.connect(log)) as connection:
        connection.execute(
            "INSERT INTO symptoms (id, date, moment, side, pain, session_id) "
            "VALUES ('a', '2026-11-24', 'after', 'left', 3, 'nowhere')"
        )
        connection.commit()
    with pytest.raises(DamagedLogError, match=r"it is damaged .*refers to sessions, where nothing"):
        contents_of(log)


def test_a_table_that_is_not_there_passes() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        module.require_plain_tables(connection)
        connection.execute("CREATE TABLE goals (x CHECK (CAST(x AS TEXT) <> ''))")
        module.require_plain_tables(connection)
        connection.execute("CREATE TABLE sets (x, y AS (x) STORED)")
        with pytest.raises(module.StrangerError, match="column y of its table sets is computed"):
            module.require_plain_tables(connection)
