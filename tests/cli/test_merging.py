"""``soleus merge``: two machines' copies of one log, joined, as often and in whatever order."""

import datetime
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tracker.cli.commands import main
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import Plan
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.storage.database import Database

Capture = pytest.CaptureFixture[str]
DAY = datetime.date(2026, 11, 24)
SESSION = Session(DAY, id="s1")


def logged(set_no: int, id_: str, reps: int = 8) -> LoggedSet:
    return LoggedSet("s1", Exercise.SEATED, Side.LEFT, set_no, reps, 60.0, set_no, id=id_)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a log with three sets."""
    here, there = tmp_path / "here.soleus", tmp_path / "there.soleus"
    sets = [logged(n, f"a{n}") for n in (1, 2, 3)]
    Database.create_with(here, Change.adding(Runner("Anna"), SESSION, *sets))
    shutil.copyfile(here, there)
    return here, there


def do(path: Path, act: Callable[[Database], object]) -> None:
    """Change a log, a moment after the change before."""
    time.sleep(0.002)
    database = Database.open(path)
    try:
        act(database)
    finally:
        database.close()


def sets_in(path: Path) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    do(path, lambda log: found.extend((x.id, x.set_no, x.reps) for x in log.sets_of("s1")))
    return found


def merge(*arguments: object) -> int:
    return main(["merge", *map(str, arguments)])


def test_what_was_deleted_here_does_not_come_back(two: tuple[Path, Path], capsys: Capture) -> None:
    here, there = two
    do(here, lambda log: log.apply(Change.removing(logged(3, "a3"))))
    assert merge(here, there) == 0
    assert sets_in(here) == [("a1", 1, 8), ("a2", 2, 8)]
    assert capsys.readouterr().out.splitlines() == [
        f"{here} lacks nothing of {there}, which lacks nothing of it.",
        "Nothing changed.",
        "Left out, as deleted here: 1 entry.",
    ]
    assert merge(there, here) == 0
    assert sets_in(there) == sets_in(here)
    assert "Removed, as deleted there: 1 set." in capsys.readouterr().out


def test_both_fourth_sets_are_kept_and_the_later_is_the_fifth(
    two: tuple[Path, Path], capsys: Capture
) -> None:
    here, there = two
    do(here, lambda log: log.apply(Change.adding(logged(4, "z", 10))))
    do(there, lambda log: log.apply(Change.adding(logged(4, "b", 12))))
    assert merge(there, here) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{there} lacks 1 set of {here}, which lacks 1 set of it.",
        f"{here} was joined to {there}.",
        "Renumbered: LoggedSet b is set 5 now, as two machines logged one number.",
    ]
    assert merge(here, there) == 0
    assert sets_in(here) == sets_in(there)
    assert sorted(sets_in(here))[3:] == [("b", 5, 12), ("z", 4, 10)]
    assert merge(here, there) == 0
    assert "Nothing changed." in capsys.readouterr().out


def test_a_bodyweight_is_told_by_its_day_and_value(tmp_path: Path, capsys: Capture) -> None:
    here, there = tmp_path / "here.soleus", tmp_path / "there.soleus"
    Database.create_with(here, Change.adding(Runner(), Bodyweight(DAY, 70.0)))
    time.sleep(0.002)
    Database.create_with(there, Change.adding(Runner(), Bodyweight(DAY, 72.5)))
    assert merge(here, there) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        f"Taken, as edited later: bodyweight of {DAY} (72.5 kg) differs in kg."
    ]


def test_a_dry_run_says_what_would_change_and_leaves_both_as_they_were(
    two: tuple[Path, Path], capsys: Capture
) -> None:
    here, there = two
    other = Session(DAY, id="s2")
    do(there, lambda log: log.apply(Change.adding(other, replace(logged(1, "c"), session_id="s2"))))
    before = here.read_bytes(), there.read_bytes()
    assert merge(here, there, there, "--dry-run") == 0
    assert (here.read_bytes(), there.read_bytes()) == before
    assert capsys.readouterr().out.splitlines() == [
        f"{here} lacks 1 session and 1 set of {there}, which lacks nothing of it.",
        f"{there} would be joined to {here}.",
        f"{here} lacks nothing of {there}, which lacks nothing of it.",
        "Nothing would change.",
    ]


def test_to_undo_a_deletion_is_no_edit_and_a_correction_elsewhere_wins(
    two: tuple[Path, Path],
) -> None:
    here, there = two
    before = logged(1, "a1")
    do(there, lambda log: log.apply(Change.replacing(before, replace(before, reps=12))))
    do(here, lambda log: log.apply(log.apply(Change.removing(before))))
    assert merge(here, there) == 0
    assert sets_in(here)[0] == ("a1", 1, 12)


def test_to_be_recovered_is_no_edit(two: tuple[Path, Path], tmp_path: Path) -> None:
    here, there = two
    before = logged(1, "a1")
    do(there, lambda log: log.apply(Change.replacing(before, replace(before, reps=12))))
    recovered = tmp_path / "recovered.soleus"
    assert main(["recover", str(here), "-o", str(recovered)]) == 0
    assert merge(there, recovered) == 0
    assert sets_in(there)[0] == ("a1", 1, 12)


def test_a_clock_that_was_wrong_does_not_win_for_ever(two: tuple[Path, Path]) -> None:
    here, there = two
    before, wrong, right = logged(1, "a1"), logged(1, "a1", 1), logged(1, "a1", 20)
    do(there, lambda log: log.apply(Change.replacing(before, wrong)))
    future = "UPDATE sets SET edited_at = '2150-01-01T00:00:00.000+00:00' WHERE id = 'a1'"
    do(there, lambda log: log._connection.executescript(future))
    assert merge(here, there) == 0
    do(here, lambda log: log.apply(Change.replacing(wrong, right)))
    assert merge(here, there) == 0
    assert sets_in(here)[0] == ("a1", 1, 20)
    assert merge(there, here) == 0
    assert sets_in(there)[0] == ("a1", 1, 20)


def test_a_friends_plan_comes_without_the_friends_profile(tmp_path: Path) -> None:
    own, friend = tmp_path / "own.soleus", tmp_path / "friend.soleus"
    weighed, theirs = Bodyweight(DAY, 70.0), Bodyweight(DAY, 99.0)
    Database.create_with(own, Change.adding(Runner("Me", birth_year=1980), weighed))
    time.sleep(0.002)
    plan = Plan("Plan", DAY, 4)
    Database.create_with(friend, Change.adding(Runner("Friend", birth_year=1999), theirs, plan))
    assert merge(own, friend) == 0
    found: list[object] = []
    do(own, lambda log: found.extend([log.runner().name, log.weighings(), log.plans()]))
    assert found == ["Me", [weighed], [plan]]
    assert merge(own, friend, "--parts", "profile, plans") == 0
    do(own, lambda log: found.append((log.runner().name, log.weighings())))
    assert found[-1] == ("Friend", [theirs])


def test_json_of_a_log_is_a_copy_too(two: tuple[Path, Path], tmp_path: Path) -> None:
    here, there = two
    do(there, lambda log: log.apply(Change.removing(logged(3, "a3"))))
    assert main(["export", str(there), "--json", str(tmp_path / "there.json")]) == 0
    assert merge(here, tmp_path / "there.json") == 0
    assert sets_in(here) == [("a1", 1, 8), ("a2", 2, 8)]


def test_the_log_itself_and_what_is_no_log_are_refused(
    two: tuple[Path, Path], tmp_path: Path, capsys: Capture
) -> None:
    here, _ = two
    assert merge(here, here) == 1
    assert capsys.readouterr().err == f"soleus: {here} is the log itself, not a copy of it.\n"
    table = tmp_path / "sets.csv"
    table.write_text("Date,Weight,Reps,Exercise\n", encoding="utf-8")
    assert merge(here, table) == 1
    assert merge(here, tmp_path / "missing.soleus") == 1
    assert merge(tmp_path / "none.soleus", here) == 1
    assert not (tmp_path / "none.soleus").exists()
    fitnotes = Path(__file__).parents[1] / "data" / "fitnotes-kg.csv"
    capsys.readouterr()
    assert merge(here, fitnotes) == 1
    assert "is no whole log: soleus import adds what it has." in capsys.readouterr().err


def test_a_part_that_is_none_is_refused(two: tuple[Path, Path], capsys: Capture) -> None:
    assert merge(*two, "--parts", "training,food") == 2
    assert "training,food is not some of training, plans, equipment, profile" in (
        capsys.readouterr().err
    )


def test_an_import_of_a_copy_says_of_which_days_its_sets_are(
    two: tuple[Path, Path], capsys: Capture
) -> None:
    here, there = two
    do(here, lambda log: log.apply(Change.removing(logged(3, "a3"))))
    do(there, lambda log: log.apply(Change.adding(logged(4, "b", 12))))
    assert main(["import", str(here), str(there)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{there} was read as a Soleus log: 6 lines.",
        "Added 1 set from 1 line, 2026-11-24 to 2026-11-24; 0 new sessions.",
        "Already there: 4 lines.",
        "Left out, as deleted here: 1 entry.",
    ]
    assert main(["import", str(here), str(there), "--parts", "plans"]) == 0
    assert "Already there" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "edited_at",
    [
        "2199-12-31T23:59:59.999+00:00",
        "2199-12-31T18:59:59-05:00",
        "2199-12-30T23:59:59.999+00:00",
        "2026-11-24T18:05:00.250999+05:30",
    ],
)
@pytest.mark.parametrize("reps", [1, 11, 98, 100])
def test_a_correction_wins_over_whatever_instant_a_file_names(
    two: tuple[Path, Path], edited_at: str, reps: int, capsys: Capture
) -> None:
    here, there = two
    strange = here.with_name("strange.soleus")
    shutil.copyfile(here, strange)
    with closing(sqlite3.connect(strange)) as connection:
        connection.execute("UPDATE sets SET reps = 99, edited_at = ? WHERE id = 'a2'", [edited_at])
        connection.commit()
    for log in two:
        do(log, lambda log: log.apply(Change.replacing(logged(2, "a2"), logged(2, "a2", 9))))
        assert merge(log, strange) == 0
        assert main(["check", str(log)]) == 0
        capsys.readouterr()
        assert merge(log, strange, "--dry-run") == 0
        assert "Nothing would change." in capsys.readouterr().out
    wrong = logged(2, "a2", 99 if edited_at > "2199" else 9)
    do(there, lambda log: log.apply(Change.replacing(wrong, logged(2, "a2", reps))))
    assert merge(here, there, strange) == merge(there, here, strange) == 0
    assert sets_in(here)[1] == sets_in(there)[1] == ("a2", 2, reps)


@pytest.mark.parametrize("edited_at", ["2199-12-31T23:59:59-05:00", "1900-01-01T00:00:00+05:00"])
def test_an_instant_that_could_not_be_read_back_is_not_taken_in(
    two: tuple[Path, Path], edited_at: str, capsys: Capture
) -> None:
    here, there = two
    with closing(sqlite3.connect(there)) as connection:
        connection.execute("UPDATE sets SET reps = 99, edited_at = ? WHERE id = 'a2'", [edited_at])
        connection.commit()
    before = here.read_bytes()
    assert merge(here, there) == 1
    assert "The instant of an edit must lie between" in capsys.readouterr().err
    assert here.read_bytes() == before
