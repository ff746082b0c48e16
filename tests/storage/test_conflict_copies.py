"""Copies that other programs leave beside a log are known by name and by what is in them."""

import datetime
import shutil
import sqlite3
import unicodedata
from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pytest

from tracker import TrackerError
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, Session
from tracker.storage.conflict_copies import ConflictCopy, candidates, examining, put_away
from tracker.storage.database import Database
from tracker.storage.stamp import FileState

DAY = datetime.date(2026, 11, 24)
SESSION = Session(DAY)
LOGGED = LoggedSet(SESSION.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
NEW_DAYS = [Session(DAY + datetime.timedelta(days=number)) for number in (1, 2, 3)]
NEW_SETS = [LoggedSet(each.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0) for each in NEW_DAYS]

SYNCTHING = "training.sync-conflict-20261125-183012-K3J6QWE.soleus"
CONFLICTS = [
    SYNCTHING,
    "training.sync-conflict-20261125-183012-.soleus",
    "training (Anna's conflicted copy 2026-11-25).soleus",
    "training (laptop's conflicted copy 2026-11-25 (1)).soleus",
    "training (In Konflikt stehende Kopie von Anna 2026-11-25).soleus",
    "training (Copie en conflit de Anna 2026-11-25).soleus",
    "training (Copia en conflicto de Anna 2026-11-25).soleus",
    "training (Copia in conflitto di Anna 2026-11-25).soleus",
    "training (conflicted copy 2026-11-25 183012).soleus",
    "training (conflicted copy anna 2026-11-25 183012).soleus",
    "training_conflict-20261125-183012.soleus",
    "training_conflict-anna-20261125-183012.soleus",
    "training (SFConflict anna@example.org 2026-11-25-18-30-12).soleus",
    "training.Conflict.soleus",
    "training.Conflict1.soleus",
    "training (Conflicted copy ThinkPad-T14 202611251830).soleus",
    "training (Conflict a4ab3033).soleus",
    "training (Case Conflict 1).soleus",
    "training [conflicted].soleus",
    "training_DiskStation_Nov-25-183012-2026_Conflict.soleus",
    "training (Annas konfliktkopia 2026-11-25).soleus",
    "training (Conflicterende kopie van Anna 2026-11-25).soleus",
    "training (Cópia em conflito de Anna 2026-11-25).soleus",
    "training (ütköző példány Anna 2026-11-25).soleus",
    "training (конфликтующая копия Anna 2026-11-25).soleus",
    "training（Annaの競合コピー 2026-11-25）.soleus",
    "training (Anna 的冲突副本 2026-11-25).soleus",
    "training.conflict1.soleus",
    "training.soleus.conflict1",
    "training.soleus..path2",
    "training.soleus (Conflict a4ab3033)",
    "training.variant-1f3c.soleus",
]
MAY_BE = [
    "training-LAPTOP.soleus",
    "training-Anna’s MacBook Pro.soleus",
    "training(1).soleus",
    "training-DESKTOP-4K7Q2P1-2.soleus",
    "training 2.soleus",
    "training (1).soleus",
]
OTHERS = [
    "training.soleus",
    "training before restore 2026-11-25 183012.soleus",
    "training of a friend.soleus",
    "trainings.soleus",
    "other.soleus",
    "other (conflicted copy 2026-11-25 183012).soleus",
    "training (conflicted copy 2026-11-25 183012).csv",
    "training.sync-conflict-20261125-183012-K3J6QWE.soleus-journal",
    "training.soleus-journal",
    "training.soleus 2",
    "training.variants.soleus",
    "my training 2.soleus",
]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "training.soleus"
    Database.create_with(path, Change.adding(Runner(), SESSION, LOGGED))
    return path


def copied(log: Path, name: str, *changes: Change) -> Path:
    copy = log.with_name(name)
    shutil.copy(log, copy)
    with closing(Database.open(copy)) as database:
        for each in changes:
            database.apply(each)
    return copy


def examined(steps: Generator[float, None, tuple[ConflictCopy, ...]]) -> list[ConflictCopy]:
    while True:
        try:
            assert 0 <= next(steps) <= 1
        except StopIteration as end:
            return list(end.value)


def counts(copy: ConflictCopy) -> tuple[int, int, int, int]:
    return copy.sessions, copy.sets, copy.others, copy.later


def test_names_tell_what_may_be_a_copy(tmp_path: Path) -> None:
    for name in (*CONFLICTS, *MAY_BE, *OTHERS):
        (tmp_path / name).touch()
    (tmp_path / "training backups").mkdir()
    found = {path.name: is_conflict for path, is_conflict in candidates(tmp_path / OTHERS[0])}
    assert found == dict.fromkeys(CONFLICTS, True) | dict.fromkeys(MAY_BE, False)


def test_a_name_that_means_something_to_a_pattern_is_taken_as_it_is(tmp_path: Path) -> None:
    for name in ("a.c (1).soleus", "abc (1).soleus"):
        (tmp_path / name).touch()
    assert candidates(tmp_path / "a.c.soleus") == [(tmp_path / "a.c (1).soleus", False)]


def test_an_umlaut_may_be_one_letter_or_two(tmp_path: Path) -> None:
    copy = tmp_path / unicodedata.normalize("NFD", "Übung (ütköző példány).soleus")
    copy.touch()
    assert copy.name != unicodedata.normalize("NFC", copy.name)
    assert candidates(tmp_path / "Übung.soleus") == [(copy, True)]


def test_a_log_without_a_suffix_has_copies_too(tmp_path: Path) -> None:
    for name in ("training", "training 2", "training (conflicted copy 2026-11-25)"):
        (tmp_path / name).touch()
    found = [path.name for path, _ in candidates(tmp_path / "training")]
    assert found == ["training (conflicted copy 2026-11-25)", "training 2"]


def test_a_folder_that_is_gone_has_none(tmp_path: Path) -> None:
    assert candidates(tmp_path / "gone" / "training.soleus") == []


@pytest.mark.parametrize("name", [SYNCTHING, MAY_BE[0], MAY_BE[2]])
def test_what_a_copy_has_more_is_counted(log: Path, name: str) -> None:
    more = Change.adding(*NEW_DAYS, *NEW_SETS, replace(LOGGED, id="second", set_no=2))
    later = Change.replacing(LOGGED, replace(LOGGED, reps=9))
    copy = copied(log, name, more, later, Change.adding(Equipment("Step")))
    before = copy.read_bytes()
    (found,) = examined(examining(log))
    assert found.path == copy
    assert counts(found) == (3, 4, 1, 1)
    assert copy.read_bytes() == before
    assert sorted(path.name for path in log.parent.iterdir()) == sorted([log.name, name])


def test_the_copy_with_the_most_sessions_comes_first(log: Path) -> None:
    copied(log, SYNCTHING, Change.adding(NEW_DAYS[0]))
    copied(log, "training (1).soleus", Change.adding(*NEW_DAYS))
    copied(log, "training (2).soleus", Change.adding(*NEW_DAYS[:2]))
    found = examined(examining(log))
    assert [each.path.name for each in found] == [
        "training (1).soleus",
        "training (2).soleus",
        SYNCTHING,
    ]


def test_a_copy_that_has_nothing_more_is_left_in_peace(log: Path) -> None:
    copied(log, SYNCTHING)
    with closing(Database.open(log)) as database:
        database.apply(Change.replacing(LOGGED, replace(LOGGED, reps=9)))
    assert examined(examining(log)) == []


def test_another_log_of_a_like_name_is_no_copy(log: Path) -> None:
    friends = Change.adding(Runner(name="A friend"), *NEW_DAYS, *NEW_SETS)
    for name in MAY_BE:
        Database.create_with(log.with_name(name), friends)
    assert examined(examining(log)) == []


def test_what_was_deleted_here_is_not_lacked_unless_it_was_edited_there_since(log: Path) -> None:
    with closing(Database.open(log)) as database:
        database.apply(Change.adding(*NEW_DAYS))
    copied(log, SYNCTHING)
    with closing(Database.open(log)) as database:
        database.apply(Change.removing(*NEW_DAYS))
    assert examined(examining(log)) == []
    with closing(Database.open(log.with_name(SYNCTHING))) as database:
        database.apply(Change.replacing(NEW_DAYS[0], replace(NEW_DAYS[0], note="good")))
    (found,) = examined(examining(log))
    assert counts(found) == (0, 0, 0, 1)


def test_logs_into_which_one_file_was_imported_are_no_copies_for_that(log: Path) -> None:
    imported = Session(DAY, id=uuid5(NAMESPACE_URL, "soleus:2026-11-24").hex)
    with closing(Database.open(log)) as database:
        database.apply(Change.adding(imported))
    Database.create_with(log.with_name(MAY_BE[2]), Change.adding(imported, *NEW_DAYS))
    assert examined(examining(log)) == []


def test_two_logs_begun_apart_are_copies_where_the_name_says_so(log: Path) -> None:
    Database.create_with(log.with_name(SYNCTHING), Change.adding(*NEW_DAYS, *NEW_SETS))
    (found,) = examined(examining(log))
    assert counts(found) == (3, 3, 0, 0)


def test_what_is_no_sound_log_is_passed_over(log: Path) -> None:
    log.with_name(CONFLICTS[0]).write_text("not a log")
    log.with_name(CONFLICTS[2]).touch()
    log.with_name(CONFLICTS[3]).mkdir()
    half = copied(log, CONFLICTS[4], Change.adding(*NEW_DAYS, *NEW_SETS))
    half.write_bytes(half.read_bytes()[:9000])
    later = copied(log, CONFLICTS[5], Change.adding(*NEW_DAYS))
    with closing(sqlite3.connect(later)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('soleus', 'm999_later', '')"
        )
    copied(log, CONFLICTS[6], Change.adding(*NEW_DAYS))
    (found,) = examined(examining(log))
    assert found.path.name == CONFLICTS[6]


def test_a_copy_that_goes_meanwhile_is_passed_over(log: Path) -> None:
    copy = copied(log, SYNCTHING, Change.adding(*NEW_DAYS))
    steps = examining(log)
    next(steps)
    copy.unlink()
    assert examined(steps) == []


def test_a_copy_put_aside_is_not_read_until_it_changes(log: Path) -> None:
    copy = copied(log, SYNCTHING, Change.adding(NEW_DAYS[0]))
    place = FileState.of(copy)
    assert place is not None
    assert examined(examining(log, {(copy, place)})) == []
    with closing(Database.open(copy)) as database:
        database.apply(Change.adding(NEW_DAYS[1]))
    (found,) = examined(examining(log, {(copy, place)}))
    assert found.sessions == 2


def test_a_copy_taken_in_is_kept_with_the_backups(log: Path) -> None:
    for name in (SYNCTHING, f"{SYNCTHING[:-7]} 2.soleus", f"{SYNCTHING[:-7]} 3.soleus"):
        copy = copied(log, SYNCTHING, Change.adding(Equipment(name)))
        held = copy.read_bytes()
        moved = put_away(log, copy)
        assert moved == log.parent / "training backups" / name
        assert moved.read_bytes() == held
        assert not copy.exists()
    assert moved.parent.stat().st_mode & 0o777 == 0o700


def test_a_copy_that_cannot_be_moved_stays(log: Path) -> None:
    copy = copied(log, SYNCTHING)
    (log.parent / "training backups").write_text("in the way")
    with pytest.raises(TrackerError):
        put_away(log, copy)
    assert copy.exists()


def test_copies_are_found_beside_the_log_itself_where_a_link_opens_it(log: Path) -> None:
    """The program that synchronises knows the file by its own name, and the link only we do."""
    elsewhere = log.parent / "home"
    elsewhere.mkdir()
    link = elsewhere / "mine.soleus"
    link.symlink_to(log)
    beside_link = elsewhere / "mine (1).soleus"
    beside_log = log.with_name(f"{log.stem}.sync-conflict-20261125-183012-K3J6QWE.soleus")
    for path in (beside_link, beside_log):
        shutil.copyfile(log, path)
    (elsewhere / "mine 2.soleus").symlink_to(log)  # no copy, but the log itself
    assert candidates(link) == [(beside_link, False), (beside_log, True)]
    assert candidates(log) == [(beside_log, True)]
    near = log.with_name(f"{log.stem} 2.soleus")
    near.symlink_to(log.name)
    assert candidates(near) == [(beside_log, True)]
    through_folder = log.parent / "there"
    through_folder.symlink_to(log.parent, target_is_directory=True)
    named = through_folder / log.name
    assert candidates(named) == [(named.with_name(beside_log.name), True)]
    moved = put_away(link, beside_log)
    assert moved.parent.parent == elsewhere
    assert not beside_log.exists()
