"""The schema: made whole, brought up to date whole or not at all, and its own guard."""

import datetime
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlite_utils

from tracker import DamagedLogError, TrackerError
from tracker.disk import APPLICATION_ID
from tracker.domain.change import Change
from tracker.domain.entry_fields import KINDS
from tracker.domain.exercise import Equipment
from tracker.storage import database as database_module
from tracker.storage.database import Database
from tracker.storage.migrations import (
    STEPS,
    Steps,
    migrations_of,
)

DATA = Path(__file__).parents[1] / "data"
STEP = Equipment("Step")
A_SET = {
    "id": "a",
    "session_id": "s",
    "position": 0,
    "exercise": "seated",
    "side": "left",
    "set_no": 1,
    "set_type": "work",
    "reps": 8,
    "external_kg": 60.0,
    "note": "",
}
ROWS: dict[str, dict[str, object]] = {
    "bodyweights": {"id": "a", "date": "2026-11-24", "kg": 70.0},
    "equipment": {"id": "a", "name": "Step"},
    "sessions": {"id": "a", "date": "2026-11-24", "note": ""},
    "runner": {
        "id": "runner",
        "name": "",
        "formula": "epley",
        "usual_percent": 10.0,
        "marked_percent": 15.0,
    },
    "symptoms": {
        "id": "a",
        "date": "2026-11-24",
        "moment": "next_morning",
        "side": "left",
        "site": "calf",
        "pain": 3,
        "stiffness_min": 5,
    },
    "measurements": {
        "id": "a",
        "date": "2026-11-24",
        "kind": "knee_to_wall",
        "value": 9.5,
        "side": "left",
        "trials": "8.5 9.5 -1e-05",
    },
    "tests": {
        "id": "a",
        "date": "2026-11-24",
        "exercise": "standing",
        "side": "left",
        "reps": 22,
        "cadence_bpm": 60.0,
        "incline_deg": 10.0,
        "note": "",
    },
    "goals": {
        "id": "a",
        "kind": "heel_raise_reps",
        "exercise": "standing",
        "target": 25.0,
        "side": "both",
        "by": "2027-03-01",
    },
    "runs": {"id": "a", "date": "2026-11-24", "distance_km": 10.5, "duration_s": 3_000.0},
    "events": {
        "id": "a",
        "date": "2026-04-12",
        "kind": "injury",
        "until": "2026-05-02",
        "side": "left",
        "site": "mid_portion",
        "note": "",
    },
    "plans": {
        "id": "a",
        "name": "Heavy slow resistance",
        "starts_on": "2026-11-23",
        "weeks": 12,
        "ends_on": "2026-12-31",
        "e1rm_on": None,
        "source": "",
        "caution": "",
        "note": "",
        "template": "",
    },
    "phases": {
        "id": "a",
        "plan_id": "p",
        "position": 0,
        "first_week": 1,
        "last_week": 3,
        "weekdays": "135",
        "note": "",
        "begins": "by_hand",
        "begun_on": "2026-11-23 2026-12-07",
    },
    "planned_sets": {
        "id": "a",
        "phase_id": "p",
        "position": 0,
        "exercise": "standing",
        "side": "each",
        "sets": 3,
        "reps": 10,
        "most_reps": 15,
        "load_basis": "e1rm_percent",
        "load_value": 70.0,
        "note": "",
    },
}


def later_program(*, breaks: bool = False) -> Steps:
    """The migrations of a program one version on, perhaps with one more that fails half-way."""

    def m999_colours(db: sqlite_utils.Database) -> None:
        db.execute("ALTER TABLE equipment ADD COLUMN colour TEXT")
        db.execute("UPDATE equipment SET name = name || ' (old)'")

    def m999_worse(db: sqlite_utils.Database) -> None:
        db.execute("ALTER TABLE sessions ADD COLUMN place TEXT")
        db.execute("SELECT * FROM nowhere")

    return (*STEPS, m999_colours, m999_worse) if breaks else (*STEPS, m999_colours)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of this version with one piece of equipment."""
    path = tmp_path / "log.soleus"
    database = Database.create(path)
    database.apply(Change.adding(STEP))
    database.close()
    return path


@pytest.fixture
def schema() -> Iterator[sqlite_utils.Database]:
    db = sqlite_utils.Database(memory=True)
    migrations_of().apply(db)
    yield db
    db.close()


def copies_of(log: Path) -> list[Path]:
    return list(log.parent.glob("log before update *.soleus"))


def test_a_log_knows_what_it_is(log: Path) -> None:
    connection = sqlite3.connect(log)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()
    assert APPLICATION_ID.to_bytes(4) == b"SOLE"


def test_every_table_is_strict(schema: sqlite_utils.Database) -> None:
    ours = [table for table in schema.tables if not table.name.startswith("_")]
    assert [table.name for table in ours if table.strict] == [
        "runner",
        "bodyweights",
        "equipment",
        "sessions",
        "sets",
        "symptoms",
        "tests",
        "runs",
        "plans",
        "phases",
        "planned_sets",
        "remembered",
        "joined",
        "stamp",
        "file_words",
        "measurements",
        "goals",
        "events",
    ]
    assert all(table.strict for table in ours)


def test_an_older_log_is_brought_up_to_date(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "STEPS", later_program())
    database = Database.open(log)
    assert database.equipment() == [replace(STEP, name="Step (old)")]
    database.close()


SCHEMAS = sorted(DATA.glob("schema-*.soleus"))


# Where the content of a table is, that no log has any more.
ASKED_OTHERWISE = {
    "scores": "SELECT id, date, kind AS questionnaire, value, edited_at, added_us FROM measurements"
}


def test_every_schema_has_its_file() -> None:
    kept = [path.stem.removeprefix("schema-") for path in SCHEMAS]
    assert kept == [step.__name__[1:4] for step in STEPS]


def test_the_newest_file_has_the_schema_of_a_log_made_now(schema: sqlite_utils.Database) -> None:
    # Otherwise a step was changed after its file was written: that needs a step of its own.
    made_of = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    with closing(sqlite3.connect(f"file:{SCHEMAS[-1]}?mode=ro", uri=True)) as connection:
        kept = connection.execute(made_of).fetchall()
    assert kept == schema.execute(made_of).fetchall()


@pytest.mark.parametrize("schema_file", SCHEMAS, ids=lambda path: path.stem)
def test_an_older_schema_s_log_keeps_its_content(schema_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    path.write_bytes(schema_file.read_bytes())
    old = sqlite_utils.Database(path)
    tables = [each.name for each in old.tables if not each.name.startswith("_")]
    asked = {table: f"SELECT * FROM {table}" for table in (*tables, "set_details")}
    before = {table: list(old.query(sql)) for table, sql in asked.items()}
    old.close()
    assert all(before.values()), "the file holds something of every kind"
    database = Database.open(path)
    assert database.complaints() == []
    database.close()
    new = sqlite_utils.Database(path)
    asked |= {table: sql for table, sql in ASKED_OTHERWISE.items() if table in asked}
    for table, sql in asked.items():
        for row, then in zip(new.query(sql), before[table], strict=True):
            # What is computed of a set may follow a better rule; what was noted stays.
            kept = [name for name in then if not name.startswith("e1rm_")]
            assert {name: row[name] for name in kept} == {name: then[name] for name in kept}
    new.close()


def test_the_newest_schema_s_log_has_every_column_filled_and_empty() -> None:
    connection = sqlite3.connect(f"file:{SCHEMAS[-1]}?mode=ro", uri=True)
    tables = {each for (each,) in connection.execute("SELECT name FROM sqlite_master")}
    for name in tables & KINDS.keys():
        columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
        (count,) = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
        optional = [column[1] for column in columns if not column[3] and not column[5]]
        if name == "runner":  # of which there is one
            continue
        for column in optional:
            (filled,) = connection.execute(f"SELECT count({column}) FROM {name}").fetchone()
            assert 0 < filled < count, f"{name}.{column}"
    connection.close()


def test_before_an_update_the_log_is_copied_for_its_owner_alone(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "STEPS", later_program())
    Database.open(log).close()
    (copy,) = copies_of(log)
    assert copy.stat().st_mode & 0o777 == 0o600
    monkeypatch.undo()
    kept = Database.open(copy)
    assert kept.equipment() == [STEP]
    assert kept.complaints() == []
    kept.close()


def test_a_log_that_is_up_to_date_is_not_copied(log: Path) -> None:
    Database.open(log).close()
    assert copies_of(log) == []


def test_an_update_that_fails_leaves_the_log_as_it_was(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = log.read_bytes()
    monkeypatch.setattr(database_module, "STEPS", later_program(breaks=True))
    for _ in range(2):
        with pytest.raises(DamagedLogError, match=r"brought up to date: .*no such table") as told:
            Database.open(log)
        assert told.value.path == log
        assert log.read_bytes() == before
        assert copies_of(log) == []  # the log is what they would be
    monkeypatch.undo()
    with closing(Database.open(log)) as database:
        assert database.equipment() == [STEP]
        assert database.complaints() == []


def test_a_copy_never_replaces_a_file(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = log.read_bytes()
    now = datetime.datetime.now().astimezone()
    for seconds in range(60):
        stamp = (now + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%d %H%M%S")
        log.with_name(f"log before update {stamp}.soleus").write_bytes(b"kept")
    kept = copies_of(log)
    monkeypatch.setattr(database_module, "STEPS", later_program())
    Database.open(log).close()
    assert {copy.read_bytes() for copy in kept} == {b"kept"}
    (copy,) = set(copies_of(log)) - set(kept)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name FROM equipment").fetchall() == [("Step",)]
    assert log.read_bytes() != before


def test_an_update_that_another_start_makes_meanwhile_is_not_made_again(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "STEPS", later_program())
    writing = Database._writing
    opened: list[int] = []

    def be_slower(database: Database) -> AbstractContextManager[None]:
        if not opened:
            opened.append(1)
            Database.open(log).close()
        return writing(database)

    monkeypatch.setattr(Database, "_writing", be_slower)
    with closing(Database.open(log)) as database:
        assert [each.name for each in database.equipment()] == ["Step (old)"]  # once
    assert len(copies_of(log)) == 1


OPENING = """
import sys
from pathlib import Path
from tracker.storage.database import Database
sys.stdin.read()
database = Database.open(Path(sys.argv[1]))
print(len(database.sessions()), database.complaints())
database.close()
"""


def test_four_starts_on_an_old_log_at_once_all_open_it(tmp_path: Path) -> None:
    log = tmp_path / "log.soleus"
    log.write_bytes(SCHEMAS[-2].read_bytes())
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", OPENING, str(log)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.close()
        program.stdin = None  # so that they go at one time
    told = [program.communicate(timeout=300) for program in programs]
    assert len(set(told)) == 1
    assert told[0][1] == ""
    assert told[0][0].endswith(" []\n")
    assert len(copies_of(log)) == 1


def test_a_log_without_room_for_its_copy_is_left_as_it_was(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = log.read_bytes()
    monkeypatch.setattr(database_module, "STEPS", later_program())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, hard))
    try:
        with pytest.raises(TrackerError, match="could not be opened: the disk reported an error"):
            Database.open(log)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert log.read_bytes() == before
    assert copies_of(log) == []


def test_a_log_of_a_later_version_is_refused_and_left_as_it_was(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "STEPS", later_program())
    Database.open(log).close()
    before = log.read_bytes()
    monkeypatch.undo()
    with pytest.raises(TrackerError, match="a later version of Soleus"):
        Database.open(log)
    assert log.read_bytes() == before


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("position", -1),
        ("exercise", "squat"),
        ("side", "middle"),
        ("set_no", 0),
        ("set_no", 1000),
        ("set_type", "rest"),
        ("reps", -1),
        ("reps", 1001),
        ("reps", 8.5),
        ("external_kg", -500.5),
        ("external_kg", 2000.5),
        ("external_kg", "heavy"),
        ("external_kg", None),
        ("rir", 10.5),
        ("rest_s", 86_401.0),
        ("pain_during", 11),
        ("tempo_raise_s", 3.0),  # one phase without the others
        ("note", "a" * 10_001),
        ("note", None),
    ],
)
def test_the_file_itself_refuses_a_set_out_of_bounds(
    schema: sqlite_utils.Database, column: str, value: object
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        schema.table("sets").insert(A_SET | {column: value})


@pytest.mark.parametrize("phase", ["raise", "top", "lower", "bottom"])
def test_the_file_itself_refuses_a_tempo_out_of_bounds(
    schema: sqlite_utils.Database, phase: str
) -> None:
    tempo = {f"tempo_{each}_s": 1.0 for each in ("raise", "top", "lower", "bottom")}
    with pytest.raises(sqlite3.IntegrityError):
        schema.table("sets").insert(A_SET | tempo | {f"tempo_{phase}_s": 60.5})
    schema.table("sets").insert(A_SET | tempo)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("bodyweights", "date", "24.11.2026"),
        ("bodyweights", "kg", 19.5),
        ("bodyweights", "kg", 400.5),
        ("equipment", "name", ""),
        ("equipment", "name", "a" * 201),
        ("sessions", "date", "tomorrow"),
        ("sessions", "note", "a" * 10_001),
        ("runner", "id", "another"),
        ("runner", "involved_side", "both"),
        ("runner", "birth_year", 1899),
        ("runner", "birth_year", 2200),
        ("runner", "sex", "other"),
        ("runner", "formula", "guess"),
        ("runner", "usual_percent", 0.5),
        ("runner", "marked_percent", 9.5),  # below the usual
        ("runner", "marked_percent", 100.5),
        ("runner", "low_pain", 9),
        ("runner", "low_pain", 5),  # not below the middle
        ("runner", "middle_pain", 10),
        ("runner", "target_ratio", 5.5),
        ("sessions", "duration_s", 86_401.0),
        ("symptoms", "date", "24.11.2026"),
        ("symptoms", "moment", "later"),
        ("symptoms", "side", "middle"),
        ("symptoms", "site", "knee"),
        ("symptoms", "pain", 11),
        ("symptoms", "stiffness_min", 1_441),
        ("measurements", "date", "today"),
        ("measurements", "kind", ""),
        ("measurements", "kind", "k" * 201),
        ("measurements", "value", 1_000_000.5),
        ("measurements", "side", "both"),
        ("measurements", "unit", "u" * 21),
        ("measurements", "trials", "1,5"),
        ("measurements", "note", "a" * 10_001),
        ("tests", "date", "today"),
        ("tests", "exercise", "seated"),
        ("tests", "side", "both"),
        ("tests", "reps", 1_001),
        ("tests", "cadence_bpm", 9.5),
        ("tests", "incline_deg", 45.5),
        ("tests", "stop_reason", "bored"),
        ("tests", "pain", -1),
        ("tests", "note", "a" * 10_001),
        ("goals", "kind", "speed"),
        ("goals", "exercise", "squat"),
        ("goals", "target", 1_000_000.5),
        ("goals", "exercise", None),
        ("goals", "measured", "visa_a"),
        ("goals", "side", "middle"),
        ("goals", "by", "soon"),
        ("runs", "date", "today"),
        ("runs", "distance_km", -1.0),
        ("runs", "duration_s", 864_001.0),
        ("events", "date", "today"),
        ("events", "kind", "party"),
        ("events", "kind", "race"),  # with a leg and a site
        ("events", "until", "2026-04-11"),  # before it began
        ("events", "until", "later"),
        ("events", "side", "middle"),
        ("events", "site", "knee"),
        ("events", "note", "a" * 10_001),
        ("plans", "name", ""),
        ("plans", "name", "a" * 201),
        ("plans", "starts_on", "today"),
        ("plans", "weeks", 0),
        ("plans", "weeks", 105),
        ("plans", "ends_on", "later"),
        ("plans", "e1rm_on", "later"),
        ("plans", "source", "a" * 10_001),
        ("plans", "caution", "a" * 10_001),
        ("plans", "note", "a" * 10_001),
        ("plans", "template", "a" * 10_001),
        ("phases", "position", -1),
        ("phases", "first_week", 0),
        ("phases", "last_week", 0),  # before the first
        ("phases", "last_week", 105),
        ("phases", "weekdays", "18"),
        ("phases", "weekdays", "11111111"),
        ("phases", "weekdays", ""),  # and no hours
        ("phases", "every_hours", 48),  # and days
        ("phases", "note", "a" * 10_001),
        ("phases", "begins", "by_chance"),
        ("phases", "begun_on", "soon"),
        ("phases", "criterion", "a" * 10_001),
        ("planned_sets", "position", -1),
        ("planned_sets", "exercise", "squat"),
        ("planned_sets", "side", "middle"),
        ("planned_sets", "sets", 0),
        ("planned_sets", "sets", 21),
        ("planned_sets", "reps", 0),
        ("planned_sets", "most_reps", 10),  # no more than the fewest
        ("planned_sets", "most_reps", 1_001),
        ("planned_sets", "load_basis", "guess"),
        ("planned_sets", "load_basis", None),  # and a figure
        ("planned_sets", "load_value", None),  # and what it is a figure of
        ("planned_sets", "load_value", 201.0),
        ("planned_sets", "tempo_top_s", 1.0),  # one phase without the others
        ("planned_sets", "rest_s", 86_401.0),
        ("planned_sets", "rir", 10.5),
        ("planned_sets", "note", "a" * 10_001),
    ],
)
def test_the_file_itself_refuses_an_entry_out_of_bounds(
    schema: sqlite_utils.Database, table: str, column: str, value: object
) -> None:
    row = ROWS[table]
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        schema.table(table).insert(row | {column: value})
    schema.table(table).insert(row)


def test_a_day_has_one_weighing_and_a_name_one_piece_of_equipment(
    schema: sqlite_utils.Database,
) -> None:
    for table in ("bodyweights", "equipment"):
        schema.table(table).insert(ROWS[table])
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            schema.table(table).insert(ROWS[table] | {"id": "b"})


def test_a_row_of_a_session_holds_one_set_a_leg(schema: sqlite_utils.Database) -> None:
    schema.table("sets").insert(A_SET)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        schema.table("sets").insert(A_SET | {"id": "b"})
    schema.table("sets").insert(A_SET | {"id": "b", "side": "right"})
