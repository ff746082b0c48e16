"""The program without a window."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.cli import COMMANDS
from tracker.cli.commands import main
from tracker.storage.database import Database

FITNOTES = Path(__file__).parents[1] / "data" / "fitnotes-kg.csv"
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("words", ["check missing", "import log.soleus missing"])
def test_neither_qt_nor_a_display_is_needed(words: str) -> None:
    program = (
        f"import sys; from tracker.cli.commands import main; code = main({words.split()}); "
        "assert not any(name.startswith('PySide6') for name in sys.modules); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("soleus: missing could not be ")
    assert done.stderr.endswith(": no such file or directory.\n")


def test_an_import_makes_the_log_and_says_what_it_did(tmp_path: Path, capsys: Capture) -> None:
    log = tmp_path / "log.soleus"
    assert main(["import", str(log), str(FITNOTES)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{log} was made.",
        f"{FITNOTES} was read as FitNotes: 11 lines.",
        "Added 7 sets from 5 lines, 2026-01-05 to 2026-01-07; 2 new sessions.",
        "No bodyweight is known: add --bodyweight KG, or standing sets have no estimate.",
        "Left out: 3 lines of 3 exercises other than calf raises.",
        "Left out: 1 line of “Machine Calf Raises” (seated or standing?). "
        'Take it in with --map "Machine Calf Raises=EXERCISE:SIDE".',
        "Left out: 1 line of “Calf Press on Seated Leg Press” (a press, mostly with straight "
        'knees). Take it in with --map "Calf Press on Seated Leg Press=EXERCISE:SIDE".',
        "Columns not read: Category, Distance, Distance Unit, Time.",
        "Left out: line 11: Repetitions are missing.",
    ]


def test_the_same_file_twice_adds_nothing(tmp_path: Path, capsys: Capture) -> None:
    log = tmp_path / "log.soleus"
    main(["import", str(log), str(FITNOTES)])
    before = log.read_bytes()
    capsys.readouterr()
    assert main(["import", str(log), str(FITNOTES)]) == 0
    assert capsys.readouterr().out.splitlines()[1:3] == [
        "Nothing was added.",
        "Already there: 5 lines.",
    ]
    assert log.read_bytes() == before


def test_map_decides_what_names_mean(tmp_path: Path, capsys: Capture) -> None:
    log = tmp_path / "log.soleus"
    maps = [
        "machine calf raises=standing_bent:each",
        "Seated Calf Raise Machine (Each Side)=skip",
        "Nothing=seated:left",
    ]
    given = [word for each in maps for word in ("--map", each)]
    assert main(["import", str(log), str(FITNOTES), *given]) == 0
    said = capsys.readouterr()
    assert "Added 5 sets from 4 lines" in said.out
    assert "(Each Side)” (as --map says)" in said.out
    assert said.err.count("\n") == 1
    assert "no exercise called “Nothing”" in said.err


def test_a_unit_that_the_file_does_not_say_is_asked(tmp_path: Path, capsys: Capture) -> None:
    log, csv = tmp_path / "log.soleus", tmp_path / "no unit.csv"
    csv.write_text(
        "Date,Exercise,Category,Weight,Reps,Distance,Distance Unit,Time\n"
        "2026-01-05,Seated Calf Raise (Left),Legs,60.25,8,,,\n"
    )
    assert main(["import", str(log), str(csv)]) == 2
    assert "add --unit kg or --unit lb" in capsys.readouterr().err
    assert not log.exists()
    assert main(["import", str(log), str(csv), "--unit", "lb"]) == 0
    database = Database.open(log)
    (session,) = database.sessions()
    assert database.sets_of(session.id)[0].external_kg == 27.3289402925  # 60.25 × 0.45359237
    database.close()


def test_a_file_that_cannot_be_read_leaves_no_log(tmp_path: Path, capsys: Capture) -> None:
    log, csv = tmp_path / "log.soleus", tmp_path / "x.csv"
    csv.write_bytes(b"\x7fELF\x00\x00\x00")
    assert main(["import", str(log), str(csv)]) == 1
    assert capsys.readouterr().err == f"soleus: {csv} is not a text file.\n"
    assert main(["import", str(log), str(tmp_path / "missing.csv")]) == 1
    assert not log.exists()


def test_an_import_that_adds_nothing_makes_no_log(tmp_path: Path) -> None:
    log, csv = tmp_path / "log.soleus", tmp_path / "x.csv"
    csv.write_bytes(FITNOTES.read_bytes().splitlines()[0])
    assert main(["import", str(log), str(csv)]) == 0
    assert not log.exists()


def test_a_log_with_faults_is_not_called_sound(tmp_path: Path, capsys: Capture) -> None:
    log = tmp_path / "log.soleus"
    main(["import", str(log), str(FITNOTES)])
    database = Database.open(log)
    database._connection.execute("PRAGMA foreign_keys = OFF")
    database._connection.execute("DELETE FROM sessions WHERE date = '2026-01-07'")
    database._connection.commit()
    database.close()
    capsys.readouterr()
    assert main(["check", str(log)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "refers to sessions, where nothing is" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["export", "x"],
        ["export", "x", "--to", "y", "--from", "yesterday"],
        ["export", "x", "--to", "y", "--delimiter", "dot"],
        ["export", "x", "--to", "y", "--tables", "sets,plans"],
        ["export", "x", "--to", "y", "--zip", "z"],
        ["export", "x", "--json", "y", "--from", "2026-01-01"],
        ["export", "x", "--json", "y", "--unit", "kg"],
        ["demo", "x", "--years", "0"],
        ["import", "x", "y", "--map", "Name=seated"],
        ["import", "x", "y", "--map", "=seated:left"],
        ["import", "x", "y", "--unit", "stone"],
    ],
)
def test_wrong_use_is_told_in_one_line(arguments: list[str], capsys: Capture) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("soleus")
    assert said.err.count("\n") == 1


def test_help_tells_of_every_command(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(command in said for command in COMMANDS)
    assert said.startswith("usage: soleus [FILE | --demo]\n")
    assert "--demo         open a made-up year of training\n" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_names_every_option_and_every_table(command: str, capsys: Capture) -> None:
    manual = (Path(__file__).parents[2] / "resources/manual/commands.md").read_text("utf-8")
    lines = re.findall(rf"^soleus {command} .*(?:\n +.*)*", manual, re.MULTILINE)
    assert main([command, "--help"]) == 0
    usage = capsys.readouterr().out.split("\n\n")[0]
    options = {each for each in re.findall(r"--[a-z-]+", usage) if each != "--help"}
    assert options <= set(re.findall(r"--[a-z-]+", "".join(lines)))
    assert all(tables in lines[0] for tables in re.findall(r"\w+(?:,\w+)+", usage))
