"""The command that imports: what it asks, what it says, and what it leaves behind."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.exchange.importing.fit_files import Done, activity, rest
from tracker.cli.commands import main
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Side
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, SetType
from tracker.exchange.tables.goals import GOALS
from tracker.storage.database import Database

Capture = pytest.CaptureFixture[str]
STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
    '2026-01-17 18:05:00,"Legs",47m,"Standing Calf Raise",1,45,8,0,0,,,8\n'
    '2026-01-17 18:05:00,"Legs",47m,"Standing Calf Raise",Rest Timer,0,0.0,0,60.0,,,\n'
    '2026-01-17 18:05:00,"Legs",47m,"Squat",1,300,5,0,0,,,\n'
    '2026-01-17 18:05:00,"Legs",47m,"Calf Press",1,200,5,0,0,,,\n'
    '2026-01-17 18:05:00,"Legs",47m,"Standing Calf Raise",2,0,0,0,0,,,\n'
)
OWN = "Tag;Name;Wdh;Last\n3/4/2026;Seated Calf Raise;8;60,5\n"
COLUMNS = [
    *("--column", "Tag=date", "--column", "name=name"),
    *("--column", "Wdh=reps", "--column", "Last=load_kg"),
]


@pytest.fixture
def strong(tmp_path: Path) -> Path:
    path = tmp_path / "strong.csv"
    path.write_text(STRONG, encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_the_unit_is_asked_with_the_highest_load_that_would_come_in(
    tmp_path: Path, strong: Path, capsys: Capture
) -> None:
    log = tmp_path / "log.soleus"
    assert main(["import", str(log), str(strong)]) == 2
    assert capsys.readouterr().err == (
        f"soleus: {strong} does not say the unit of its loads (the highest is 45): "
        "add --unit kg or --unit lb.\n"
    )
    assert not log.exists()


def test_a_dry_run_says_what_would_be_added_and_adds_nothing(
    tmp_path: Path, strong: Path, capsys: Capture
) -> None:
    log = tmp_path / "log.soleus"
    assert main(["import", str(log), str(strong), "--unit", "lb", "--dry-run"]) == 0
    assert not log.exists()
    told = capsys.readouterr().out.splitlines()
    assert told == [
        f"{strong} was read as Strong: 5 lines.",
        "Would add 1 set from 1 line, 2026-01-17 to 2026-01-17; 1 new session.",
        "Rests and notes of sets: 1 line.",
        "No bodyweight is known: add --bodyweight KG, or standing sets have no estimate.",
        "Left out: 1 line of 1 exercise other than calf raises.",
        "Left out: 1 line of “Calf Press” (a press, mostly with straight knees). "
        'Take it in with --map "Calf Press=EXERCISE:SIDE".',
        "Columns not read: Workout Name, Duration, Distance.",
        "Left out: line 6: No repetition was done.",
    ]


def test_a_dry_run_on_a_log_leaves_it_as_it_was(
    tmp_path: Path, strong: Path, own: Path, capsys: Capture
) -> None:
    log = tmp_path / "log.soleus"
    assert main(["import", str(log), str(own), "--dates", "day-first", *COLUMNS]) == 0
    before = log.read_bytes()
    assert main(["import", str(log), str(strong), "--unit", "lb", "--dry-run"]) == 0
    assert log.read_bytes() == before
    assert "Would add 1 set" in capsys.readouterr().out


def test_the_summary_is_told_as_json(tmp_path: Path, strong: Path, capsys: Capture) -> None:
    log = tmp_path / "log.soleus"
    given = ["--unit", "lb", "--bodyweight", "70,5", "--json"]
    assert main(["import", str(log), str(strong), *given]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {name: told[name] for name in ("format", "lines", "sets", "bodyweights")} == {
        "format": "Strong",
        "lines": 5,
        "sets": 1,
        "bodyweights": 1,
    }
    assert (told["first"], told["last"], told["dry_run"]) == ("2026-01-17", "2026-01-17", False)
    assert told["left_out"] == [
        {"line": 6, "name": "Standing Calf Raise", "reason": "No repetition was done."}
    ]
    assert [each["name"] for each in told["names_left_out"]] == ["Squat", "Calf Press"]
    database = Database.open(log)
    assert [each.kg for each in database.weighings()] == [70.5]
    database.close()


def test_a_bodyweight_of_the_log_is_not_replaced(
    tmp_path: Path, strong: Path, capsys: Capture
) -> None:
    log = tmp_path / "log.soleus"
    main(["import", str(log), str(strong), "--unit", "lb", "--bodyweight", "70"])
    more = tmp_path / "more.csv"
    more.write_text(STRONG.replace("2026-01-17", "2026-01-18"), encoding="utf-8")
    main(["import", str(log), str(more), "--unit", "lb", "--bodyweight", "90"])
    capsys.readouterr()
    database = Database.open(log)
    assert [each.kg for each in database.weighings()] == [70.0]
    database.close()


def test_a_table_that_is_not_recognised_asks_for_its_columns(
    tmp_path: Path, own: Path, capsys: Capture
) -> None:
    assert main(["import", str(tmp_path / "log.soleus"), str(own)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert (
        'mean: --column "Tag=date" --column "Name=name" --column "Wdh=reps" --column "Last=load" …'
        in told
    )


def test_columns_whose_headings_tell_nothing_are_asked_by_the_first_of_them(
    tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("a,b,c,d\n1,2,3,4\n")
    assert main(["import", str(tmp_path / "log.soleus"), str(path)]) == 2
    assert 'mean: --column "a=…" --column "b=…" --column "c=…" …' in capsys.readouterr().err


def test_dates_of_two_numbers_are_asked(tmp_path: Path, own: Path, capsys: Capture) -> None:
    assert main(["import", str(tmp_path / "log.soleus"), str(own), *COLUMNS]) == 2
    assert "like 3/4/2026" in (told := capsys.readouterr().err)
    assert told.endswith("Add --dates day-first or --dates month-first or --dates year-first.\n")


def test_a_column_that_is_not_there_is_told(tmp_path: Path, own: Path, capsys: Capture) -> None:
    given = ["--column", "Reps=reps"]
    assert main(["import", str(tmp_path / "log.soleus"), str(own), *given]) == 2
    assert "has no column “Reps”; it has Tag, Name, Wdh, Last." in capsys.readouterr().err


def test_goals_are_named_and_are_on_no_day(tmp_path: Path, capsys: Capture) -> None:
    path, log = tmp_path / "goals.csv", tmp_path / "log.soleus"
    lines = ["heel_raise_reps,standing,left,25,2026-03-01,,", "measurement,,both,95,,visa_a,"]
    path.write_text("\n".join([",".join(GOALS.names), *lines]))
    assert main(["import", str(log), str(path)]) == 0
    assert "Added 2 goals from 2 lines; 0 new sessions." in capsys.readouterr().out
    assert main(["import", str(log), str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["goals"], told["lines_already_there"], told["first"]) == (0, 2, None)


def test_distances_without_a_unit_are_asked(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "runs.csv"
    path.write_text("Activity Type,Date,Distance\nRunning,2026-01-05 08:00:00,6.2\n")
    log = tmp_path / "log.soleus"
    assert main(["import", str(log), str(path)]) == 2
    assert "add --distance km or --distance mi" in capsys.readouterr().err
    assert main(["import", str(log), str(path), "--distance", "mi"]) == 0
    assert "Added 1 run from 1 line" in capsys.readouterr().out
    database = Database.open(log)
    assert [run.distance_km for run in database.runs()] == [9.978]
    database.close()


@pytest.mark.parametrize(
    "given",
    [
        ["--bodyweight", "7"],
        ["--bodyweight", "heavy"],
        ["--column", "Tag"],
        ["--column", "Tag=mood"],
        ["--dates", "year-first"],
    ],
)
def test_a_wrong_answer_is_told_in_one_line(
    given: list[str], tmp_path: Path, own: Path, capsys: Capture
) -> None:
    assert main(["import", str(tmp_path / "log.soleus"), str(own), *given]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_what_of_an_archive_is_meant_is_asked_and_told(tmp_path: Path, capsys: Capture) -> None:
    path, log = tmp_path / "a.zip", tmp_path / "log.soleus"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("old/strong.csv", STRONG)
        made.writestr("new/strong.csv", STRONG)
        made.writestr("own.csv", OWN)
    assert main(["import", str(log), str(path)]) == 2
    told = capsys.readouterr().err
    assert "holds old/strong.csv (Strong), new/strong.csv (Strong)." in told
    assert told.endswith('Say which is meant: --inside "old/strong.csv".\n')
    given = ["--inside", "new/strong.csv", "--unit", "lb", "--dry-run"]
    assert main(["import", str(log), str(path), *given]) == 0
    assert f"{path}/new/strong.csv was read as Strong: 5 lines." in capsys.readouterr().out
    given = ["--inside", "own.csv", "--dates", "day-first", *COLUMNS, "--json"]
    assert main(["import", str(log), str(path), *given]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == f"{path}/own.csv"
    assert main(["import", str(log), str(path), "--inside", "no.csv"]) == 1
    assert "holds no “no.csv”, but old/strong.csv" in capsys.readouterr().err


def test_what_differs_is_told_and_taken_where_that_is_said(
    tmp_path: Path, own: Path, capsys: Capture
) -> None:
    log = tmp_path / "log.soleus"
    given = ["import", str(log), str(own), "--dates", "day-first", *COLUMNS]
    assert main(given) == 0
    own.write_text(OWN.replace("60,5", "65,5"), encoding="utf-8")
    capsys.readouterr()
    assert main(given) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[1:] == [
        "Nothing was added.",
        "Differs: line 2: This set is 8 × 60.5 kg here, 8 × 65.5 kg in the file; "
        "kept as it is here.",
        "Take what the file has in their place with --take-file.",
    ]
    assert main([*given, "--take-file", "--dry-run"]) == 0
    assert "Would take what the file has in place of 1 difference." in capsys.readouterr().out
    assert main([*given, "--take-file", "--json"]) == 0
    (difference,) = json.loads(capsys.readouterr().out)["differences"]
    assert (difference["here"], difference["in_file"], difference["is_taken"]) == (
        "8 × 60.5 kg",
        "8 × 65.5 kg",
        True,
    )
    assert main(given) == 0
    assert "Already there: 1 line." in capsys.readouterr().out


HEVY = "title,start_time,exercise_title,set_type,weight_kg,reps\n"


def test_a_word_is_asked_once_with_its_count_and_remembered(
    tmp_path: Path, capsys: Capture
) -> None:
    log, path = tmp_path / "log.soleus", tmp_path / "hevy.csv"
    lines = [f"A,{day} Urt 2026 13:05,Seated Calf Raise,normal,40,12\n" for day in (1, 2, 3)]
    lines.append("A,4 Bil 2026 13:05,Calf Press,odd,40,12\n")
    path.write_text(HEVY + "".join(lines), encoding="utf-8")
    assert main(["import", str(log), str(path)]) == 0
    told = capsys.readouterr().out
    assert (
        'Not known: “Urt” (month), 3 lines. Take them in with --word "Urt=…": 1 or 2 or 3' in told
    )
    assert "Not known: “Bil” (month), 1 line." in told
    assert not log.exists()
    words = ["--word", "urt=1", "--word", "Bil=12", "--word", "odd=warmup"]
    words += ["--word", "calf press=seated:left"]
    assert main(["import", str(log), str(path), *words]) == 0
    told = capsys.readouterr().out
    assert "Added 4 sets from 4 lines, 2026-01-01 to 2026-12-04" in told
    assert "Not known" not in told
    # The next file of Hevy asks nothing.
    later = tmp_path / "later.csv"
    later.write_text(HEVY + "".join(lines).replace("2026", "2027"), encoding="utf-8")
    assert main(["import", str(log), str(later), "--json"]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert (summary["sets"], summary["left_out"]) == (4, [])
    assert summary["words"] == [
        {"word": "Urt", "topic": "month", "lines": 3, "means": "1"},
        {"word": "Bil", "topic": "month", "lines": 1, "means": "12"},
        {"word": "odd", "topic": "set_type", "lines": 1, "means": "warmup"},
    ]
    database = Database.open(log)
    (first, _) = [each for each in database.sessions() if each.date.month == 12]
    (logged,) = database.sets_of(first.id)
    assert (logged.side, logged.set_type) == ("left", "warmup")
    database.close()


def test_a_word_that_the_file_does_not_have_is_told(
    tmp_path: Path, strong: Path, capsys: Capture
) -> None:
    given = ["--unit", "kg", "--word", "oka=1", "--dry-run"]
    assert main(["import", str(tmp_path / "log.soleus"), str(strong), *given]) == 0
    assert "has no word “oka” that is not known" in capsys.readouterr().err


@pytest.mark.parametrize("given", ["oka", "=1", "oka=13", "oka=spring"])
def test_a_word_that_cannot_mean_that_is_told(
    given: str, tmp_path: Path, strong: Path, capsys: Capture
) -> None:
    assert main(["import", str(tmp_path / "log.soleus"), str(strong), "--word", given]) == 2
    assert "is not WORD=MEANING" in capsys.readouterr().err


def test_a_recognised_file_can_still_be_read_by_chosen_columns(
    tmp_path: Path, strong: Path, capsys: Capture
) -> None:
    given = ["--column", "Date=date", "--column", "Exercise Name=name", "--column", "Reps=reps"]
    log = tmp_path / "log.soleus"
    assert main(["import", str(log), str(strong), *given]) == 0
    assert "was read as a table whose columns were chosen" in capsys.readouterr().out
    database = Database.open(log)
    (session,) = database.sessions()
    assert [(each.reps, each.external_kg) for each in database.sets_of(session.id)] == [(8, 0.0)]
    database.close()


def test_of_another_log_the_parts_are_chosen_and_told(tmp_path: Path, capsys: Capture) -> None:
    own, friend = tmp_path / "own.soleus", tmp_path / "friend.soleus"
    bar = Equipment("Bar")
    Database.create_with(own, Change.adding(Runner("Me"), Equipment("Step"), bar))
    Database.create_with(friend, Change.adding(Runner("Friend"), bar, Equipment("Machine")))
    copy = Database.open(friend)
    copy.apply(Change.removing(bar))
    copy.close()
    assert main(["import", str(own), str(friend), "--parts", "equipment", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["parts"] == ["equipment"]
    assert told["removed"] == [{"kind": "Equipment", "id": bar.id}]
    assert (told["left_deleted"], told["conflicts"]) == (0, [])
    log = Database.open(own)
    assert [each.name for each in log.equipment()] == ["Machine", "Step"]
    assert log.runner().name == "Me"
    assert log.last_joined() is not None
    log.close()
    assert main(["import", str(own), str(friend), "--json"]) == 0
    (conflict,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert conflict == {
        "kind": "Runner",
        "id": "runner",
        "differing": ["name"],
        "outcome": "taken",
    }


def test_what_a_watch_does_not_tell_is_asked(tmp_path: Path, capsys: Capture) -> None:
    log, path = tmp_path / "log.soleus", tmp_path / "watch.fit"
    path.write_bytes(activity([Done(12, 20.0), rest(60.0), Done(11, 20.0)]))
    assert main(["import", str(log), str(path), "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{path} was read as FIT: 3 lines.",
        "Nothing would be added.",
        "Rests and notes of sets: 1 line.",
        "Left out: 2 lines of “Seated calf raise” (which leg?). "
        'Take it in with --map "Seated calf raise=seated:SIDE".',
    ]
    meant = ["--map", "Seated calf raise=seated:alternating"]
    assert main(["import", str(log), str(path), *meant]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"{path} does not tell warm-ups. Where the first set of an exercise and leg was one, say "
        "--first-set warmup."
    )
    # The meaning is remembered; the first sets are those that are there, as work.
    assert main(["import", str(log), str(path), "--first-set", "warmup"]) == 0
    told = capsys.readouterr().out
    assert "Nothing was added." in told
    assert told.count("Differs: line") == 2
    assert main(["import", str(log), str(path), "--first-set", "warmup", "--take-file"]) == 0
    database = Database.open(log)
    sets = [each for each in database.entries() if isinstance(each, LoggedSet)]
    database.close()
    assert sorted((each.side, each.reps, each.set_type, each.rest_s) for each in sets) == [
        (Side.LEFT, 12, SetType.WARMUP, None),
        (Side.RIGHT, 11, SetType.WARMUP, 60.0),
    ]
