"""``soleus export``."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tracker.cli.commands import main
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.storage.database import Database

FITNOTES = Path(__file__).parents[1] / "data" / "fitnotes-kg.csv"
Capture = pytest.CaptureFixture[str]


def test_export_import_export_of_a_demo_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.soleus", tmp_path / "other.soleus"
    dialect = ["--unit", "lb", "--delimiter", "semicolon"]
    main(["demo", str(one)])
    assert main(["export", str(one), "--to", str(tmp_path / "a"), *dialect]) == 0
    tables = ("sets.csv", "sessions.csv", "tests.csv", "symptoms.csv", "measurements.csv")
    for table in tables:
        assert main(["import", str(other), str(tmp_path / "a" / table)]) == 0
    assert main(["export", str(other), "--to", str(tmp_path / "b"), *dialect]) == 0
    assert (tmp_path / "a" / "sets.csv").read_bytes().count(b"\n") > 1000
    for table in tables:
        assert (tmp_path / "b" / table).read_bytes() == (tmp_path / "a" / table).read_bytes()


def test_some_of_the_files_are_exported(tmp_path: Path, capsys: Capture) -> None:
    log = tmp_path / "log.soleus"
    main(["import", str(log), str(FITNOTES)])
    capsys.readouterr()
    folder = tmp_path / "to"
    assert main(["export", str(log), "--to", str(folder), "--tables", "tests, sets"]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["sets.csv", "tests.csv"]
    said = capsys.readouterr().out
    assert said == f"Wrote to {folder}: sets.csv: 7 rows, tests.csv: 0 rows.\n"


def test_one_archive_of_the_same_bytes_is_exported(tmp_path: Path) -> None:
    log = tmp_path / "log.soleus"
    main(["import", str(log), str(FITNOTES)])
    for name in ("a.zip", "b.zip"):
        target = ["--zip", str(tmp_path / "new" / name)]
        assert main(["export", str(log), *target, "--unit", "lb", "--tables", "sets"]) == 0
    with ZipFile(tmp_path / "new" / "a.zip") as archive:
        assert archive.namelist() == ["sets.csv", "README.txt"]
        assert b"external_lb" in archive.read("sets.csv")
    assert (tmp_path / "new" / "a.zip").read_bytes() == (tmp_path / "new" / "b.zip").read_bytes()


def test_the_whole_log_is_exported_as_json(tmp_path: Path, capsys: Capture) -> None:
    log, target = tmp_path / "log.soleus", tmp_path / "new" / "log.json"
    main(["import", str(log), str(FITNOTES)])
    capsys.readouterr()
    assert main(["export", str(log), "--json", str(target)]) == 0
    assert capsys.readouterr().out == f"Wrote {target}: 9 entries.\n"
    assert len(json.loads(target.read_text(encoding="utf-8"))["sets"]) == 7


def test_a_range_of_days_is_exported(tmp_path: Path) -> None:
    log = tmp_path / "log.soleus"
    main(["import", str(log), str(FITNOTES)])
    limits = ["--from", "2026-01-06", "--until", "2026-01-07"]
    assert main(["export", str(log), "--to", str(tmp_path), *limits]) == 0
    lines = (tmp_path / "sets.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == ["2026-01-07"]


def test_json_goes_with_no_choice_of_tables_or_days(tmp_path: Path, capsys: Capture) -> None:
    log, target = tmp_path / "log.soleus", tmp_path / "log.json"
    main(["import", str(log), str(FITNOTES)])
    capsys.readouterr()
    for choice in (["--tables", "sets"], ["--from", "2026-01-01"], ["--unit", "lb"]):
        assert main(["export", str(log), "--json", str(target), *choice]) == 2
        assert capsys.readouterr().err.startswith("soleus: --json writes the whole log as it is")
    assert not target.exists()


def test_a_table_that_is_none_is_told_with_those_there_are(capsys: Capture) -> None:
    assert main(["export", "log.soleus", "--to", "here", "--tables", "sets,walks"]) == 2
    told = capsys.readouterr().err
    assert "“walks” is none of sets, sessions, weekly, tests, symptoms" in told
    assert told.count("\n") == 1


def test_one_entry_is_not_entries(tmp_path: Path, capsys: Capture) -> None:
    log = tmp_path / "log.soleus"
    Database.create_with(log, Change.adding(Equipment("Step")))
    assert main(["export", str(log), "--json", str(tmp_path / "log.json")]) == 0
    assert capsys.readouterr().out.endswith("log.json: 1 entry.\n")
