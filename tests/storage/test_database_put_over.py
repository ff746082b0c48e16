"""Another copy put in the place of an open log, or into its file: seen, and never written over."""

import datetime
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.test_backup import result_of
from tracker import DamagedLogError, TrackerError
from tracker.domain.change import Change, Edit, Past
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage import kept_image, quietness
from tracker.storage.backup import BackupKind, backups_of, folder_of
from tracker.storage.conflict_copies import candidates
from tracker.storage.database import Database
from tracker.storage.kept_image import KeptImage
from tracker.storage.put_back import replace as put_in_place
from tracker.storage.stamp import FileState, Stamp

STEP, BAR, BOX = Equipment("Step"), Equipment("Bar"), Equipment("Box")
DAY = datetime.date(2026, 11, 24)
SESSION = Session(DAY)
NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
KNOWN_TO_SQLITE = slice(24, 40)  # of a file: all by which SQLite notices a change


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat every file as complete as soon as it is looked at."""
    monkeypatch.setattr(quietness, "QUIET_S", 0.0)


def a_set(number: int, reps: int = 8) -> LoggedSet:
    place = SESSION.id, Exercise.SEATED, Side.LEFT, number
    # In their order: what comes last takes as much room in one file as in another.
    return LoggedSet(*place, reps, 60.0, position=number, id=f"{number:032x}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "log.soleus"
    Database.create_with(path, Change.adding(SESSION, *map(a_set, range(1, 400))))
    return path


@pytest.fixture
def ours(path: Path) -> Iterator[Database]:
    database = Database.open(path)
    yield database
    database.close()


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> Path:
    """The log of another machine, identical so far."""
    return Path(shutil.copy(path, tmp_path / "theirs.soleus"))


def change(log: Path, *changes: Change) -> None:
    with closing(Database.open(log)) as database:
        for each in changes:
            database.apply(each)


def write_into(copy: Path, log: Path) -> None:
    """Write a copy into a file as cp and rsync --inplace do, bypassing SQLite."""
    with log.open("r+b") as file:
        file.write(copy.read_bytes())
        file.truncate()


def other_copies(log: Path) -> list[Path]:
    return [each.path for each in backups_of(log) if each.kind is BackupKind.OTHER_COPY]


def integrity_of(log: Path) -> str:
    with closing(sqlite3.connect(log)) as connection:
        (told,) = connection.execute("PRAGMA integrity_check").fetchone()
        return str(told)


def test_a_copy_that_sqlite_cannot_tell_from_the_log_is_taken_up(
    ours: Database, path: Path, copy: Path
) -> None:
    ours.apply(Change.adding(a_set(500)))
    assert len(ours.sets_of(SESSION.id)) == 400  # all of it is in SQLite's memory now
    change(copy, Change.adding(a_set(600, reps=15)))
    heads = [each.read_bytes()[KNOWN_TO_SQLITE] for each in (path, copy)]
    assert heads[0] == heads[1]
    write_into(copy, path)
    assert ours.catch_up()
    assert [each.set_no for each in ours.sets_of(SESSION.id)][-2:] == [399, 600]
    assert ours.lacks_saved
    assert not ours.catch_up()
    ours.apply(Change.adding(a_set(500)))
    assert integrity_of(path) == "ok"
    assert len(ours.sets_of(SESSION.id)) == 401


def test_a_copy_is_never_written_over_unseen(ours: Database, path: Path, copy: Path) -> None:
    ours.apply(Change.adding(a_set(500)))
    change(copy, Change.adding(a_set(600)))
    write_into(copy, path)
    with pytest.raises(TrackerError, match="another program writes to its file"):
        ours.apply(Change.adding(a_set(501)))
    assert path.read_bytes() == copy.read_bytes()
    assert ours.catch_up()  # it was only not seen yet
    ours.apply(Change.adding(a_set(501)))
    assert integrity_of(path) == "ok"


def test_a_copy_of_which_the_disk_tells_nothing_is_known_by_its_stamp(
    ours: Database, path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours.apply(Change.adding(a_set(500)))
    change(copy, Change.adding(a_set(600)))
    place = FileState.of(path)
    write_into(copy, path)
    with monkeypatch.context() as patch:
        patch.setattr(FileState, "of", lambda path: place)
        with pytest.raises(TrackerError, match="another program writes to its file"):
            ours.apply(Change.adding(a_set(501)))
    assert path.read_bytes() == copy.read_bytes()
    assert ours.catch_up()
    assert ours.lacks_saved


def test_a_copy_of_which_the_disk_tells_nothing_is_known_by_its_bytes(
    ours: Database, path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours.apply(Change.adding(a_set(500)))
    change(copy, Change.adding(a_set(600)))
    place = FileState.of(path)
    write_into(copy, path)
    monkeypatch.setattr(FileState, "of", lambda path: place)
    assert not ours.catch_up()
    assert ours.has_parted
    assert [each.set_no for each in ours.sets_of(SESSION.id)][-2:] == [399, 500]
    (kept,) = other_copies(path)
    assert kept.read_bytes() == copy.read_bytes()


def test_a_copy_as_large_and_as_old_as_the_log_is_seen(
    ours: Database, path: Path, copy: Path
) -> None:
    ours.apply(Change.adding(a_set(500)))
    change(copy, Change.adding(a_set(600)))
    was = path.stat()
    write_into(copy, path)
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert path.stat().st_size == was.st_size
    assert ours.catch_up()
    assert ours.lacks_saved


def test_an_older_copy_of_the_log_itself_is_seen(ours: Database, path: Path, copy: Path) -> None:
    ours.apply(Change.adding(a_set(500)))
    write_into(copy, path)
    assert ours.catch_up()
    assert ours.lacks_saved
    assert len(ours.sets_of(SESSION.id)) == 399


def test_half_a_copy_is_neither_taken_up_nor_written_over(
    ours: Database, path: Path, copy: Path
) -> None:
    ours.apply(Change.adding(a_set(500)))
    change(copy, *(Change.adding(a_set(number)) for number in range(600, 700)))
    whole = copy.read_bytes()
    half = whole[: len(whole) // 2] + path.read_bytes()[len(whole) // 2 :]
    path.write_bytes(half)
    for _ in range(2):
        assert not ours.catch_up()
    assert path.read_bytes() == half
    path.write_bytes(whole)
    assert ours.catch_up()
    assert integrity_of(path) == "ok"
    assert ours.lacks_saved


def test_a_log_of_which_nothing_is_known_is_told_to_be_damaged_by_half_a_copy(
    ours: Database, path: Path, copy: Path
) -> None:
    change(copy, *(Change.adding(a_set(number)) for number in range(600, 700)))
    half = copy.read_bytes()[: len(copy.read_bytes()) // 2] + path.read_bytes()[60_000:]
    path.write_bytes(half)
    with pytest.raises(DamagedLogError, match="could not be saved"):
        ours.apply(Change.adding(a_set(501)))
    assert path.read_bytes() == half


# Into a file of its own


@pytest.mark.parametrize("is_saved", [False, True])
def test_a_log_parts_from_a_copy_that_stays_half_and_the_rest_of_it_goes_elsewhere(
    ours: Database, path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch, *, is_saved: bool
) -> None:
    ours.apply(Change.adding(a_set(500)))
    change(copy, *(Change.adding(a_set(number)) for number in range(600, 700)))
    whole = copy.read_bytes()
    with path.open("r+b") as theirs:
        theirs.write(whole[: len(whole) // 2])
        theirs.flush()
        assert not ours.catch_up()  # it may go on
        if is_saved:
            ours.apply(Change.adding(a_set(501)))
        else:
            monkeypatch.setattr(quietness, "STUCK_S", 0.0)
        ours.catch_up()
        assert ours.has_parted
        theirs.write(whole[len(whole) // 2 :])
    assert not ours.lacks_saved
    assert len(ours.sets_of(SESSION.id)) == 400 + is_saved
    assert integrity_of(path) == "ok"
    (kept,) = other_copies(path)
    assert kept.read_bytes() == whole
    assert (kept, True) in candidates(path)
    ours.apply(Change.adding(a_set(502)))
    assert ours.complaints() == []


def test_a_copy_taken_for_whole_goes_on_elsewhere_and_what_it_lacked_is_kept(
    ours: Database, path: Path, copy: Path
) -> None:
    change(path, Change.adding(BAR))
    assert ours.catch_up()
    ours.apply(Change.adding(a_set(500)))
    change(copy, *(Change.replacing(a_set(399, at), a_set(399, at + 1)) for at in range(8, 12)))
    whole = copy.read_bytes()
    with path.open("r+b") as theirs:
        theirs.write(whole)
        theirs.flush()
        os.truncate(path, len(whole))
        assert ours.catch_up()
        assert ours.lacks_saved
        assert ours.equipment() == []
        theirs.seek(len(whole) - 4096)
        theirs.write(b"the rest")
    assert ours.complaints() == []
    ours.apply(Change.adding(a_set(501)))
    assert integrity_of(path) == "ok"
    held = [each.read_bytes() for each in other_copies(path)]
    assert whole[:-4096] + b"the rest" in [each[: len(whole) - 4088] for each in held]
    (own,) = (each for each in other_copies(path) if b"the rest" not in each.read_bytes())
    with closing(Database.open(own)) as database:
        assert database.equipment() == [BAR]
        assert len(database.sets_of(SESSION.id)) == 400


def written_within_the_commit(copy: bytes, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have another program write a copy after the last check, before SQLite writes its pages."""
    size_looked_at = Database._require_size

    def write_over(database: Database) -> None:
        size_looked_at(database)
        with path.open("r+b") as theirs:
            theirs.write(copy)

    monkeypatch.setattr(Database, "_require_size", write_over)


@pytest.mark.parametrize("ends_by", ["a look", "another set", "closing"])
def test_a_copy_written_in_the_moment_of_a_commit_spoils_nothing(
    ours: Database, path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch, ends_by: str
) -> None:
    edited = [Edit(a_set(number), a_set(number, reps=9)) for number in range(1, 200)]
    ours.apply(Change(tuple(edited)))
    with monkeypatch.context() as patch:
        written_within_the_commit(copy.read_bytes(), path, patch)
        ours.apply(Change.adding(a_set(700)))
    with closing(sqlite3.connect(path)) as mixed:
        assert mixed.execute("SELECT 1 FROM sets WHERE set_no = 1 AND reps = 8").fetchall()
    if ends_by == "a look":
        ours.catch_up()
        assert ours.has_parted
    elif ends_by == "another set":
        with suppress(TrackerError):
            ours.apply(Change.adding(a_set(701)))
        ours.catch_up()
    ours.close()
    assert integrity_of(path) == "ok"
    with closing(Database.open(path)) as database:
        sets = database.sets_of(SESSION.id)
        assert {a_set(700), *(each.after for each in edited)} <= set(sets)
        assert len(sets) in (400, 401)
        assert database.complaints() == []
    assert len(other_copies(path)) == 1


def test_what_others_wrote_after_the_last_set_is_left_on_closing_and_what_it_lacks_is_kept(
    ours: Database, path: Path
) -> None:
    ours.apply(Change.adding(STEP))
    with closing(sqlite3.connect(path)) as theirs, theirs:
        theirs.execute("DELETE FROM equipment")
    ours.close()
    (kept,) = other_copies(path)
    for log, held in ((path, []), (kept, [STEP])):
        with closing(Database.open(log)) as database:
            assert database.equipment() == held


def test_what_others_added_after_the_last_set_is_left_on_closing(
    ours: Database, path: Path
) -> None:
    ours.apply(Change.adding(STEP))
    with closing(sqlite3.connect(path)) as theirs, theirs:
        theirs.execute("INSERT INTO equipment (id, name) VALUES ('id', 'Bar')")
    ours.close()
    assert not folder_of(path).exists()
    with closing(Database.open(path)) as database:
        assert len(database.equipment()) == 2


def test_another_window_s_change_that_the_disk_does_not_tell_is_left(
    ours: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours.apply(Change.adding(STEP))
    place = ours._place
    change(path, Change.adding(BAR))
    monkeypatch.setattr(FileState, "of", lambda path: place)
    ours.get_ready()
    ours._prove()
    assert not folder_of(path).exists()
    assert ours.equipment() == [BAR, STEP]


def test_half_of_a_later_copy_is_parted_from(ours: Database, path: Path, copy: Path) -> None:
    """Its stamp tells of another window; only SQLite can tell that it is not whole."""
    ours.apply(Change.adding(a_set(500)))
    shutil.copy(path, copy)
    change(copy, Change.adding(a_set(600)))
    before, whole = path.read_bytes(), copy.read_bytes()
    pages = [at for at in range(0, len(before), 4096) if before[at:][:4096] != whole[at:][:4096]]
    with path.open("r+b") as theirs:
        for at in (pages[0], *pages[2:]):
            theirs.seek(at)
            theirs.write(whole[at : at + 4096])
        theirs.flush()
        assert integrity_of(path) != "ok"
        for number in (501, 502):
            ours.catch_up()
            ours.apply(Change.adding(a_set(number)))
        theirs.seek(0)
        theirs.write(whole)
    assert integrity_of(path) == "ok"
    assert len(ours.sets_of(SESSION.id)) == 402
    (kept,) = other_copies(path)
    assert kept.read_bytes() == whole


def test_a_log_parts_only_from_the_file_that_was_looked_at_while_nobody_writes(
    ours: Database, path: Path, copy: Path
) -> None:
    ours.apply(Change.adding(STEP))
    place, image = ours._place, copy.read_bytes()
    assert place is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as theirs:
        theirs.execute("BEGIN IMMEDIATE")
        with pytest.raises(TrackerError, match="another program is writing to it"):
            ours._settle(image, place)
    copy.replace(path)
    with pytest.raises(TrackerError, match="another program writes to its file"):
        ours._settle(image, place)
    assert path.read_bytes() == image
    assert not folder_of(path).exists()


def test_what_is_there_is_kept_only_where_it_is_what_was_seen(
    ours: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = ours._place
    change(path, Change.adding(STEP))
    ours.get_ready()
    assert not ours._last_saved.is_whole()
    monkeypatch.setattr(FileState, "of", lambda path: place)
    ours.get_ready()
    assert not ours._last_saved.is_whole()


def test_a_log_that_another_program_made_unreadable_is_parted_from_at_once(
    ours: Database, path: Path, copy: Path
) -> None:
    assert not ours.part_from_damage()  # nothing is known yet
    ours.apply(Change.adding(STEP))
    assert not ours.part_from_damage()  # nobody wrote into it
    before = path.read_bytes()
    path.write_bytes(before[:9000])
    (path.parent / "log backups").write_text("in the way")
    assert not ours.part_from_damage()
    (path.parent / "log backups").unlink()
    assert ours.part_from_damage()
    assert ours.has_parted
    assert ours.equipment() == [STEP]
    assert path.read_bytes() == before
    copy.replace(path)
    assert not ours.part_from_damage()  # what was put in its place is looked at first


def test_a_copy_with_a_row_that_is_no_entry_is_not_taken_up(
    ours: Database, path: Path, copy: Path
) -> None:
    ours.apply(Change.adding(STEP))
    with closing(sqlite3.connect(copy)) as theirs, theirs:
        theirs.execute("PRAGMA ignore_check_constraints = ON")
        theirs.execute("UPDATE sets SET side = 'lefu' WHERE set_no = 3")
    write_into(copy, path)
    assert not ours.catch_up()
    ours.apply(Change.adding(BAR))
    assert ours.has_parted
    assert ours.equipment() == [BAR, STEP]
    (kept,) = other_copies(path)
    assert kept.read_bytes() == copy.read_bytes()


def test_a_torn_file_of_which_the_disk_tells_nothing_is_parted_from_on_closing(
    ours: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours.apply(Change.adding(STEP))
    before, place = path.read_bytes(), ours._place
    path.write_bytes(b"no log".ljust(4096, b".") + before[4096:])
    with monkeypatch.context() as patch:
        patch.setattr(FileState, "of", lambda path: place)
        ours.close()
    assert path.read_bytes() == before


def test_what_is_no_log_any_more_is_parted_from_on_closing(ours: Database, path: Path) -> None:
    ours.apply(Change.adding(STEP))
    before = path.read_bytes()
    torn = b"no log".ljust(4096, b".") + before[4096:]
    path.write_bytes(torn)
    ours.close()
    assert path.read_bytes() == before
    (kept,) = other_copies(path)
    assert kept.read_bytes() == torn


def test_what_is_not_known_to_be_whole_takes_no_spoilt_file_s_place(
    ours: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours.apply(Change.adding(STEP))
    torn = path.read_bytes()[:9000]
    path.write_bytes(torn)
    monkeypatch.setattr(KeptImage, "is_whole", lambda _: False)
    ours._prove()
    assert not ours._last_saved.is_to_be_proved
    assert not ours.has_parted
    assert path.read_bytes() == torn
    assert not folder_of(path).exists()


def test_a_file_that_another_window_writes_to_is_compared_later(ours: Database, path: Path) -> None:
    ours.apply(Change.adding(STEP))
    with closing(sqlite3.connect(path, isolation_level=None)) as theirs:
        theirs.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            ours._prove()
        is_to_be_proved = [ours._last_saved.is_to_be_proved]
        theirs.execute("ROLLBACK")
    ours._prove()
    assert [*is_to_be_proved, ours._last_saved.is_to_be_proved] == [True, False]
    assert not ours.has_parted


def test_a_large_log_is_compared_elsewhere_and_what_differs_here(
    ours: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours.apply(Change.adding(STEP))
    assert ours.comparing() is None
    monkeypatch.setattr(kept_image, "LARGE", 0)
    monkeypatch.setattr(quietness, "QUIET_S", 60.0)
    assert ours.comparing() is None
    monkeypatch.setattr(quietness, "QUIET_S", 0.0)
    ours.catch_up()
    before, steps = path.read_bytes(), ours.comparing()
    assert steps is not None
    path.write_bytes(before[:-8192] + bytes(8192))
    assert ours.comparing() is None  # another program is writing
    ours._place = FileState.of(path)  # in the moment of the commit, then
    ours.note_compared(result_of(steps))
    ours.catch_up()
    assert ours.has_parted
    assert path.read_bytes() == before
    ours.apply(Change.adding(BAR))
    steps = ours.comparing()
    assert steps is not None
    ours.note_compared(result_of(steps))
    assert ours.comparing() is None


def of_a_later_version(log: Path) -> None:
    with closing(sqlite3.connect(log)) as theirs, theirs:
        theirs.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('soleus', 'a later step', '')"
        )


def with_a_trigger(log: Path) -> None:
    with closing(sqlite3.connect(log)) as theirs, theirs:
        theirs.execute("CREATE TRIGGER t BEFORE INSERT ON sets BEGIN SELECT raise(IGNORE); END")


def with_a_rule(log: Path) -> None:
    with closing(sqlite3.connect(log)) as theirs, theirs:
        theirs.execute("CREATE UNIQUE INDEX one_a_leg ON sets (session_id, side, reps, position)")


def no_log(log: Path) -> None:
    log.write_text("date,exercise\n")


def nothing(log: Path) -> None:
    log.write_bytes(b"")


@pytest.fixture
def stuck_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every file that cannot be used as staying so."""
    monkeypatch.setattr(quietness, "STUCK_S", 0.0)


@pytest.mark.usefixtures("stuck_at_once")
@pytest.mark.parametrize("spoil", [no_log, nothing, with_a_trigger, with_a_rule])
def test_what_is_no_log_of_ours_and_was_put_in_its_place_is_parted_from(
    ours: Database, path: Path, copy: Path, spoil: Callable[[Path], None]
) -> None:
    ours.apply(Change.adding(STEP))
    before = path.read_bytes()
    spoil(copy)
    put = copy.read_bytes()
    copy.replace(path)
    assert not ours.catch_up()  # it is looked at once more
    assert ours.catch_up()
    assert ours.has_parted
    assert path.read_bytes() == before
    assert [kept.read_bytes() for kept in other_copies(path)] == [put]
    ours.apply(Change.adding(BAR))
    assert ours.equipment() == [BAR, STEP]


@pytest.mark.usefixtures("stuck_at_once")
@pytest.mark.parametrize("spoil", [with_a_trigger, with_a_rule])
def test_a_log_in_which_nothing_can_be_saved_written_into_the_file_is_parted_from(
    ours: Database, path: Path, copy: Path, spoil: Callable[[Path], None]
) -> None:
    ours.apply(Change.adding(STEP))
    before = path.read_bytes()
    spoil(copy)
    write_into(copy, path)
    assert not ours.catch_up()
    assert ours.catch_up()
    assert ours.has_parted
    assert path.read_bytes() == before
    assert [kept.read_bytes() for kept in other_copies(path)] == [copy.read_bytes()]


@pytest.mark.usefixtures("stuck_at_once")
def test_a_log_of_a_later_version_stays_and_what_was_saved_here_is_kept_aside_once(
    ours: Database, path: Path, copy: Path
) -> None:
    ours.apply(Change.adding(STEP))
    before = path.read_bytes()
    of_a_later_version(copy)
    later = copy.read_bytes()
    copy.replace(path)
    assert not ours.catch_up()
    (kept,) = other_copies(path)
    assert (ours.kept_aside, kept.read_bytes()) == (kept, before)
    ours.kept_aside = None
    assert not ours.catch_up()
    ours.close()
    assert (ours.kept_aside, other_copies(path)) == (None, [kept])
    assert path.read_bytes() == later


@pytest.mark.usefixtures("stuck_at_once")
def test_a_log_of_a_later_version_takes_the_place_of_one_in_which_nothing_was_saved(
    ours: Database, path: Path, copy: Path
) -> None:
    ours.get_ready()
    of_a_later_version(copy)
    copy.replace(path)
    assert not ours.catch_up()
    ours.close()
    assert other_copies(path) == []


@pytest.mark.parametrize("spoil", [of_a_later_version, no_log, nothing, None])
def test_what_was_saved_is_kept_aside_if_another_file_lies_there_on_closing(
    ours: Database, path: Path, copy: Path, spoil: Callable[[Path], None] | None
) -> None:
    ours.apply(Change.adding(STEP))
    before = path.read_bytes()
    if spoil is not None:
        spoil(copy)
    put = copy.read_bytes()
    copy.replace(path)
    ours.close()
    assert [kept.read_bytes() for kept in other_copies(path)] == [before]
    assert path.read_bytes() == put


def test_what_was_saved_is_kept_aside_if_its_file_was_deleted(ours: Database, path: Path) -> None:
    ours.apply(Change.adding(STEP))
    before = path.read_bytes()
    path.unlink()
    ours.close()
    assert [kept.read_bytes() for kept in other_copies(path)] == [before]


def test_of_what_the_file_there_has_too_nothing_is_kept_aside_on_closing(
    ours: Database, path: Path, copy: Path
) -> None:
    change(copy, Change.adding(STEP))
    ours.apply(Change.adding(STEP))
    copy.replace(path)
    ours.close()
    assert other_copies(path) == []


def test_an_older_copy_put_in_its_place_leaves_what_it_lacks_with_the_backups(
    path: Path, copy: Path
) -> None:
    change(path, Change.adding(BAR))
    with closing(Database.open(path)) as ours:
        ours.apply(Change.adding(STEP))
        before = path.read_bytes()
        copy.replace(path)
        assert ours.catch_up()
        assert ours.lacks_saved  # Step, which is put back; Bar is only in what was kept
    assert [kept.read_bytes() for kept in other_copies(path)] == [before]


def test_a_log_in_memory_is_never_parted_from() -> None:
    with closing(Database.in_memory()) as database:
        assert not database.part_from_damage()
        assert database.comparing() is None


def test_a_log_that_was_damaged_before_does_not_go_on_as_it_was(ours: Database, path: Path) -> None:
    ours.close()
    with closing(sqlite3.connect(path)) as theirs, theirs:
        theirs.execute("PRAGMA writable_schema = ON")
        theirs.execute("DELETE FROM sqlite_master WHERE name LIKE 'sqlite_autoindex_sets%'")
    with closing(Database.open(path)) as database:
        database.get_ready()
        assert not database._last_saved.is_whole()
        path.write_bytes(path.read_bytes()[:9000])
        assert not database.part_from_damage()


def test_a_file_whose_free_bytes_alone_differ_is_the_same(ours: Database, path: Path) -> None:
    ours.apply(Change.adding(BOX))
    data = bytearray(path.read_bytes())
    data[72] ^= 1  # kept for expansion, and read by nobody
    path.write_bytes(data)
    connection = ours._connection
    ours._place = FileState.of(path)
    assert not ours.catch_up()
    assert ours._connection is connection
    assert not folder_of(path).exists()


def test_a_copy_is_neither_taken_up_nor_written_over_while_it_is_written(
    ours: Database, path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quietness, "QUIET_S", 60.0)
    ours.apply(Change.adding(a_set(500)))
    change(copy, *(Change.adding(a_set(number)) for number in range(600, 700)))
    whole = copy.read_bytes()
    for half in (whole[:9000], whole[:40000]):
        path.write_bytes(half)
        assert not ours.catch_up()
        with pytest.raises(TrackerError, match="could not be saved"):
            ours.apply(Change.adding(a_set(501)))
        assert path.read_bytes() == half
    path.write_bytes(whole)
    monkeypatch.setattr(quietness, "QUIET_S", 0.05)
    wait_until(ours.catch_up)
    assert ours.lacks_saved


@pytest.mark.parametrize("has_saved", [False, True])
def test_what_sqlite_takes_for_another_window_is_not_written_to_while_it_is_written(
    ours: Database, path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch, *, has_saved: bool
) -> None:
    """Sound at each moment, and with a later stamp: only waiting tells that it is half a copy."""
    if has_saved:
        ours.apply(Change.adding(a_set(500)))
    change(copy, *(Change.replacing(a_set(399, at), a_set(399, at + 1)) for at in range(8, 12)))
    before, whole = path.read_bytes(), copy.read_bytes()
    pages = [at for at in range(0, len(whole), 4096) if before[at:][:4096] != whole[at:][:4096]]

    def write_a_page(_seconds: float = 0.0) -> None:
        start = pages.pop(0)
        with path.open("r+b") as file:
            file.seek(start)
            file.write(whole[start : start + 4096])

    monkeypatch.setattr(quietness, "QUIET_S", 60.0)
    monkeypatch.setattr(time, "sleep", write_a_page)
    write_a_page()
    assert pages
    while left := len(pages):
        ours.catch_up()
        with pytest.raises(TrackerError, match="could not be saved"):
            ours.apply(Change.adding(a_set(501)))
        if len(pages) == left:  # refused at once
            write_a_page()
    monkeypatch.setattr(quietness, "QUIET_S", 0.0)
    ours.catch_up()
    ours.apply(Change.adding(a_set(501)))
    assert integrity_of(path) == "ok"
    assert [each.reps for each in ours.sets_of(SESSION.id)][-2:] == [12, 8]


def test_behind_another_window_nothing_is_saved_while_a_program_writes(
    ours: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Database.open(path)) as theirs:
        theirs.apply(Change.adding(STEP))
    waited: list[float] = []

    def write(seconds: float) -> None:
        waited.append(seconds)
        os.utime(path, (len(waited), len(waited)))

    monkeypatch.setattr(quietness, "QUIET_S", 60.0)
    monkeypatch.setattr(time, "sleep", write)
    with pytest.raises(TrackerError, match="could not be saved"):
        ours.apply(Change.adding(BAR))
    assert len(waited) == 1
    monkeypatch.setattr(quietness, "QUIET_S", 0.0)
    ours.catch_up()
    ours.apply(Change.adding(BAR))
    assert ours.equipment() == [BAR, STEP]


def test_a_disk_whose_clock_is_ahead_is_waited_for_by_this_machine_s(
    ours: Database, path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quietness, "QUIET_S", 0.05)
    monkeypatch.setattr(time, "time", lambda: 0.0)
    ours.apply(Change.adding(a_set(500)))
    change(copy, Change.adding(a_set(600)))  # as many changes as here: SQLite notices nothing
    write_into(copy, path)
    assert not ours.catch_up()
    wait_until(ours.catch_up)
    assert ours.lacks_saved


def wait_until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.01)


def test_a_copy_that_has_all_that_was_saved_lacks_nothing(
    ours: Database, path: Path, copy: Path
) -> None:
    ours.apply(Change.adding(a_set(500)))
    shutil.copy(path, copy)
    change(copy, Change.adding(a_set(600)))
    for put in (lambda: write_into(copy, path), lambda: copy.replace(path)):
        put()
        assert ours.catch_up()
        assert not ours.lacks_saved
    assert len(ours.sets_of(SESSION.id)) == 401


def test_another_window_is_followed_without_opening_the_log_anew(
    ours: Database, path: Path
) -> None:
    ours.apply(Change.adding(STEP))
    connection = ours._connection
    change(path, Change.adding(BAR))
    ours.apply(Change.adding(BOX))  # not seen, and no reason to refuse
    change(path, Change.removing(BAR))
    assert ours.catch_up()
    assert ours._connection is connection
    assert not ours.lacks_saved


def test_many_other_windows_push_the_memory_of_the_first_out_of_the_stamp(
    ours: Database, path: Path
) -> None:
    ours.apply(Change.adding(STEP))
    for number in range(25):
        change(path, Change.adding(Equipment(f"No. {number}")))
    assert ours.catch_up()
    # It is not known to be there, and so it is looked for: nothing is lost by that.
    assert ours.lacks_saved
    ours.apply(Change.adding(BOX))
    assert {STEP, BOX} < set(ours.equipment())


def test_another_name_for_the_file_is_no_change(ours: Database, path: Path) -> None:
    ours.apply(Change.adding(STEP))
    os.link(path, path.with_name("kept"))
    connection = ours._connection
    assert not ours.catch_up()
    assert ours._connection is connection


def test_other_times_of_the_same_file_are_no_change(ours: Database, path: Path) -> None:
    ours.apply(Change.adding(STEP))
    connection = ours._connection
    os.utime(path, (0, 0))
    assert not ours.catch_up()
    assert ours._connection is connection
    ours.apply(Change.adding(BAR))
    assert ours.equipment() == [BAR, STEP]
    assert not folder_of(path).exists()


def test_a_file_written_to_in_ignorance_of_what_is_looked_at_anew(
    ours: Database, path: Path
) -> None:
    os.utime(path, (0, 0))
    assert ours.catch_up()
    assert not ours.lacks_saved
    assert ours.equipment() == []


def test_what_a_restore_put_in_its_place_was_meant(ours: Database, path: Path, copy: Path) -> None:
    ours.apply(Change.adding(STEP))
    put_in_place(path, copy, BackupKind.BEFORE_RESTORE, NOW)
    assert ours.catch_up()
    assert not ours.lacks_saved
    assert ours.equipment() == []


def test_a_copy_put_there_twice_still_lacks_what_the_first_lacked(
    ours: Database, path: Path, copy: Path
) -> None:
    ours.apply(Change.adding(STEP))
    for is_new in (True, False):
        write_into(copy, path)
        assert ours.catch_up() is is_new
        assert ours.lacks_saved


def test_what_was_saved_here_is_told_as_it_became_with_what_it_refers_to(
    ours: Database, path: Path
) -> None:
    change(path, Change.adding(STEP))
    added, kept = a_set(500), a_set(501)
    edited = replace(added, reps=9, equipment_id=STEP.id)
    ours.apply(Change.adding(added, kept, BAR))
    ours.apply(Change.replacing(added, edited))
    ours.apply(Change.removing(kept, BAR))
    entries, past = ours.saved_here()
    assert entries == (STEP, SESSION, edited)
    ids, whole = {each.id for each in entries}, ours.past()
    assert past.edit_times == {key: at for key, at in whole.edit_times.items() if key[1] in ids}
    assert past.added == {key: at for key, at in whole.added.items() if key[1] in ids}
    assert sorted(past.memory, key=str) == sorted(whole.memory, key=str)
    assert {each.key[1] for each in past.memory} == {kept.id, BAR.id}


def test_a_change_that_failed_is_not_among_what_was_saved(ours: Database) -> None:
    with pytest.raises(TrackerError):
        ours.apply(Change.replacing(STEP, replace(STEP, name="Bar")))
    assert ours.saved_here() == ((), Past())


def test_a_log_whose_stamp_was_spoilt_gets_a_new_one(ours: Database, path: Path) -> None:
    for spoilt in ("UPDATE stamp SET writes = 'x:y :: 5'", "DELETE FROM stamp"):
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(spoilt)
        with closing(Database.open(path)) as database:
            database.apply(Change.adding(Equipment(spoilt)))
        with closing(sqlite3.connect(path)) as connection:
            assert len(Stamp.read(connection).writes) == 1


def test_a_log_whose_stamp_is_a_view_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE stamp")
        connection.execute("CREATE VIEW stamp AS SELECT 'x' AS writes")
    with pytest.raises(DamagedLogError, match="in the place of its table stamp is a view"):
        Database.open(path)
