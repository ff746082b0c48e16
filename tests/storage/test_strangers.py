"""What stands in a file's schema that no step of ours made: told, and not run."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.test_backup import BAR, NOW, STEP, equipment_in, result_of
from tracker import DamagedLogError, TrackerError
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.storage import strangers as module
from tracker.storage.checking import Flaw, look_into
from tracker.storage.copied import contents_of
from tracker.storage.database import Database
from tracker.storage.put_back import restore
from tracker.storage.salvage import salvaging
from tracker.storage.tables_now import TABLES_NOW

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
    assert database.strangers == module.Strangers(("t",))
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


# Rules that others gave to our tables


def rewritten(table: str, old: str, new: str) -> tuple[str, ...]:
    """Return statements that change the text of a table, as only SQLite itself should."""
    return (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = '{table}'",
        "PRAGMA schema_version = 9999",
    )


FOREIGN_RULES = {
    "a deletion that spreads": rewritten(
        "sessions",
        "date TEXT NOT NULL CHECK",
        "date TEXT NOT NULL REFERENCES bodyweights(date) ON DELETE CASCADE CHECK",
    ),
    "a reference with an action": rewritten(
        "sets", "REFERENCES sessions (id)", "REFERENCES sessions (id) ON DELETE CASCADE"
    ),
    "a check": rewritten("sets", "BETWEEN 0 AND 1000)", "BETWEEN 0 AND 1000 AND reps != 777)"),
    "no check": rewritten("sets", "CHECK (reps BETWEEN 0 AND 1000)", ""),
    "an order": rewritten("sets", "id TEXT PRIMARY", "id TEXT COLLATE NOCASE PRIMARY"),
    "a refusal in silence": rewritten(
        "sets",
        "UNIQUE (session_id, exercise, side, set_no)",
        "UNIQUE (session_id, exercise, side, set_no) ON CONFLICT IGNORE",
    ),
    "a place of more": rewritten("sets", "side, set_no)", "side, set_no, reps)"),
    "a word more": rewritten("sets", "''test'')", "''test'', ''warm'')"),
    "a column that must be filled": (
        "ALTER TABLE sets ADD COLUMN more TEXT",
        *rewritten("sets", "more TEXT", "more TEXT NOT NULL"),
    ),
    "a column that refers": ("ALTER TABLE sets ADD COLUMN more TEXT REFERENCES runs (id)",),
    "a column with a check": ("ALTER TABLE sets ADD COLUMN more TEXT CHECK (reps > 6)",),
    "a column with a default made": (
        "ALTER TABLE sets ADD COLUMN more TEXT",
        *rewritten("sets", "more TEXT", "more TEXT DEFAULT (hex(zeroblob(9)))"),
    ),
    "a unique index": ("CREATE UNIQUE INDEX evil ON bodyweights (kg)",),
    "a unique index of few": ("CREATE UNIQUE INDEX evil ON sets (reps) WHERE reps = 777",),
    "an index of what is made": ("CREATE INDEX evil ON sets (hex(note))",),
    "an index of few": ("CREATE INDEX evil ON sets (reps) WHERE hex(note) != ''",),
    "a table that holds fast": ("CREATE TABLE mine (a TEXT REFERENCES Sets (id))",),
    "loose values": rewritten("equipment", ") STRICT", ")"),
}
HARMLESS = (
    "CREATE TABLE mine (a TEXT PRIMARY KEY, b TEXT REFERENCES mine (a), CHECK (b > a))",
    "CREATE INDEX mine ON sets (note COLLATE NOCASE, reps DESC)",
    "CREATE VIEW mine AS SELECT * FROM sets",
    "ALTER TABLE sets ADD COLUMN more TEXT",
    "ALTER TABLE sets ADD COLUMN more TEXT NOT NULL DEFAULT 'x, y)'",
    "ALTER TABLE runner ADD COLUMN more REAL DEFAULT -1.5",
    'ALTER TABLE remembered ADD COLUMN "more" ANY',
    "DROP INDEX sessions_by_date",
    "ANALYZE",
)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    path = tmp_path / "full.soleus"
    session = Session(NOW.date(), id="s")
    logged = LoggedSet("s", Exercise.SEATED, Side.LEFT, 1, 7, 60.0, equipment_id=STEP.id)
    weighed = Bodyweight(NOW.date(), 70.0)
    Database.create_with(path, Change.adding(weighed, STEP, session, logged))
    return path


@pytest.mark.parametrize("rule", FOREIGN_RULES)
def test_rules_of_others_are_told_and_can_do_nothing(full: Path, rule: str) -> None:
    do(full, *FOREIGN_RULES[rule])
    before = full.read_bytes()
    database = Database.open(full)
    strangers, weighed = database.strangers, database.weighings()[0]
    assert strangers.sentence in database.complaints()[0]
    with pytest.raises(TrackerError, match=r"could not be saved: it(s table| has the index) “.*”"):
        database.apply(Change.removing(weighed))
    database.close()
    assert full.read_bytes() == before
    assert look_into(full).detail == strangers.sentence
    made = full.with_name("made.soleus")
    Database.create_with(made, result_of(salvaging(full)).making)
    found = contents_of(made)[0]
    assert {type(each) for each in found} == {Bodyweight, Equipment, Session, LoggedSet}
    recovered = Database.open(made)
    assert not recovered.strangers
    recovered.apply(Change.removing(weighed))
    recovered.close()


@pytest.mark.parametrize("statement", HARMLESS)
def test_what_refuses_nothing_and_runs_nothing_stays(full: Path, statement: str) -> None:
    do(full, statement)
    database = Database.open(full)
    assert not database.strangers
    assert database.complaints() == []
    database.apply(Change.removing(database.weighings()[0]))
    database.close()
    made = full.with_name("made.soleus")
    Database.create_with(made, result_of(salvaging(full)).making)
    assert {type(each) for each in contents_of(made)[0]} == {Equipment, Session, LoggedSet}


@pytest.mark.parametrize("version", range(1, 12))
def test_logs_of_every_version_have_the_tables_they_should(tmp_path: Path, version: int) -> None:
    log = tmp_path / "old.soleus"
    shutil.copyfile(DATA / f"schema-{version:03}.soleus", log)
    assert look_into(log).is_sound
    database = Database.open(log)
    assert not database.strangers
    assert database.complaints() == []
    database.close()
    assert not Database.open(log).strangers


def test_an_older_log_with_rules_of_others_is_not_brought_up_to_date(tmp_path: Path) -> None:
    log = tmp_path / "old.soleus"
    shutil.copyfile(DATA / "schema-005.soleus", log)
    do(log, "CREATE UNIQUE INDEX evil ON scores (date, id)")
    before = log.read_bytes()
    assert "index “evil”" in look_into(log).detail
    with pytest.raises(TrackerError, match="could not be opened: it has the index “evil”"):
        Database.open(log)
    assert log.read_bytes() == before


def test_spaces_quotes_and_comments_are_no_rules(full: Path) -> None:
    do(
        full,
        *rewritten("sets", "side TEXT NOT NULL", '"side"\n  Text /* or */ not null -- leg\n'),
    )
    database = Database.open(full)
    assert not database.strangers
    database.close()


@pytest.mark.parametrize(
    ("place", "define"),
    [
        ("sets (note COLLATE evil)", lambda to: to.create_collation("evil", lambda a, b: a < b)),
        (
            "sets (evil(note))",
            lambda to: to.create_function("evil", 1, lambda _: 1, deterministic=True),
        ),
    ],
)
def test_what_only_another_program_can_run_is_told_by_its_name(
    full: Path, place: str, define: Callable[[sqlite3.Connection], None]
) -> None:
    with closing(sqlite3.connect(full)) as connection:
        define(connection)
        connection.execute(f"CREATE INDEX odd ON {place}")
    database = Database.open(full)
    assert database.strangers.indexes == ("odd",)
    assert database.complaints() == [database.strangers.sentence]
    database.close()


def test_a_table_whose_name_is_in_capitals_keeps_its_partial_index(full: Path) -> None:
    do(
        full,
        "DROP VIEW set_details",
        "ALTER TABLE sets RENAME TO other",
        "ALTER TABLE other RENAME TO SETS",
    )
    database = Database.open(full)
    assert not database.strangers
    database.close()


def test_a_text_without_columns_is_none_of_ours() -> None:
    assert not module._is_as_expected("CREATE TABLE x", TABLES_NOW["joined"])
