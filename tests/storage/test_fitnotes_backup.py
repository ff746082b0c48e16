"""FitNotes' own backup is read as the table it would export, and left as it is."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tracker import TrackerError
from tracker.storage import fitnotes_backup as module
from tracker.storage.fitnotes_backup import fitnotes_bodyweights, fitnotes_sets, is_fitnotes_backup

SCRIPT = """
CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT NOT NULL, category_id INTEGER);
CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id INTEGER NOT NULL, date DATE,
    metric_weight INTEGER NOT NULL, reps INTEGER NOT NULL, unit INTEGER NOT NULL DEFAULT 0);
INSERT INTO exercise VALUES (1, 'Seated Calf Raise (Left)', 1), (2, 'Squat', 2);
INSERT INTO training_log VALUES (2, 1, '2026-01-05', 62.5, 8, 1), (1, 1, '2026-01-05', 60, 10, 0),
    (3, 2, '2025-12-30', 100, 5, 0);
"""
WHOLE = """
CREATE TABLE Category (_id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE Comment (_id INTEGER PRIMARY KEY, owner_type_id INTEGER, owner_id INTEGER,
    comment TEXT);
CREATE TABLE BodyWeight (_id INTEGER PRIMARY KEY, date DATE, body_weight_metric REAL);
INSERT INTO Category VALUES (1, 'Legs');
INSERT INTO Comment VALUES (1, 1, 2, 'slow'), (2, 2, 2, 'of something else');
INSERT INTO BodyWeight VALUES (1, '2026-01-05', 70.25), (2, '2026-01-01', NULL);
"""


def backup(path: Path, script: str) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    return path


def test_sets_come_by_day_as_they_were_logged(tmp_path: Path) -> None:
    path = backup(tmp_path / "FitNotes_Backup.fitnotes", SCRIPT + WHOLE)
    before = path.read_bytes()
    assert is_fitnotes_backup(path)
    assert fitnotes_sets(path) == [
        ["2025-12-30", "Squat", "", "100", "5", ""],
        ["2026-01-05", "Seated Calf Raise (Left)", "Legs", "60", "10", ""],
        ["2026-01-05", "Seated Calf Raise (Left)", "Legs", "62.5", "8", "slow"],
    ]
    assert fitnotes_bodyweights(path) == [["2026-01-01", ""], ["2026-01-05", "70.25"]]
    assert path.read_bytes() == before


def test_an_older_backup_has_sets_alone(tmp_path: Path) -> None:
    path = backup(tmp_path / "old.fitnotes", SCRIPT)
    assert [row[3:] for row in fitnotes_sets(path)] == [
        ["100", "5", ""],
        ["60", "10", ""],
        ["62.5", "8", ""],
    ]
    assert fitnotes_bodyweights(path) == []


def test_another_database_is_no_backup(tmp_path: Path) -> None:
    assert not is_fitnotes_backup(backup(tmp_path / "other.db", "CREATE TABLE exercise (a);"))


def test_a_damaged_backup_is_told_in_words(tmp_path: Path) -> None:
    path = backup(tmp_path / "cut.fitnotes", SCRIPT)
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(TrackerError, match="could not be read"):
        is_fitnotes_backup(path)
    for read in (is_fitnotes_backup, fitnotes_sets, fitnotes_bodyweights):
        with pytest.raises(TrackerError, match=r"^x\.zip/a could not be read"):
            read(path, Path("x.zip/a"))


@pytest.mark.parametrize("table", ["Comment", "Category", "BodyWeight", "exercise"])
def test_a_view_in_the_place_of_a_table_is_told_and_not_run(tmp_path: Path, table: str) -> None:
    path = backup(
        tmp_path / "fit",
        f"{SCRIPT}{WHOLE} DROP TABLE {table}; CREATE VIEW {table} AS WITH RECURSIVE c(x) AS "
        "(SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS _id FROM c;",
    )
    for read in (is_fitnotes_backup, fitnotes_sets, fitnotes_bodyweights):
        with pytest.raises(TrackerError, match=f"in the place of its table {table} is a view"):
            read(path)


@pytest.mark.parametrize(
    ("read", "table"), [(fitnotes_sets, "Comment"), (fitnotes_bodyweights, "BodyWeight")]
)
def test_what_does_not_end_is_told_and_not_left_out(
    tmp_path: Path,
    read: Callable[[Path], object],
    table: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = "WITH RECURSIVE c(x) AS (SELECT 9 UNION ALL SELECT x + 1 FROM c LIMIT 20000)"
    columns = "1, 2, 'slow'" if table == "Comment" else "'2026-01-05', 70"
    path = backup(
        tmp_path / "fit", f"{SCRIPT}{WHOLE} INSERT INTO {table} {rows} SELECT x, {columns} FROM c;"
    )
    monkeypatch.setattr("tracker.storage.opening.MOST_S", -1.0)
    with pytest.raises(TrackerError, match="could not be read: interrupted"):
        read(path)


def test_a_backup_in_wal_mode_is_read_with_its_newest_and_left_alone(tmp_path: Path) -> None:
    live = backup(tmp_path / "live", f"PRAGMA journal_mode = WAL; {SCRIPT}{WHOLE}")
    with closing(sqlite3.connect(live, isolation_level=None)) as connection:
        connection.execute("INSERT INTO BodyWeight VALUES (3, '2026-02-01', 71)")
        path = tmp_path / "fit"
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{live}{suffix}", f"{path}{suffix}")
    assert fitnotes_bodyweights(path)[-1] == ["2026-02-01", "71.0"]
    alone = live
    assert is_fitnotes_backup(alone)
    assert {each.name for each in tmp_path.iterdir()} == {"live", "fit", "fit-wal"}


@pytest.mark.parametrize(
    "more",
    [
        # A name that is long stands in each set; what is no key joins all with all.
        "UPDATE exercise SET name = hex(zeroblob(400));",
        "DROP TABLE exercise; CREATE TABLE exercise (_id, name, category_id); "
        "INSERT INTO exercise SELECT 1, 'x', 1 FROM json_each('[1,2,3,4,5,6,7]');",
        "UPDATE BodyWeight SET date = 'x' || hex(zeroblob(1000));",
    ],
)
def test_more_text_than_any_training_has_is_refused(
    more: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = backup(tmp_path / "b.fitnotes", SCRIPT + WHOLE + more)
    monkeypatch.setattr(module, "MOST_TEXT", 1000)
    with pytest.raises(TrackerError, match=r"b\.fitnotes could not be read: no training has as mu"):
        (fitnotes_bodyweights if "BodyWeight" in more else fitnotes_sets)(path)
    monkeypatch.setattr(module, "MOST_TEXT", 5000)
    assert fitnotes_sets(path)
    assert fitnotes_bodyweights(path)
