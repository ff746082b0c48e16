"""Copies of a log: made whole and checked, and kept by day and month."""

import datetime
import os
import shutil
import sqlite3
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest

from tracker import DamagedLogError, TrackerError
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.domain.session import Session
from tracker.storage import backup as module
from tracker.storage.backup import (
    Backup,
    BackupKind,
    backing_up,
    backups_of,
    copying,
    due_day,
    folder_of,
    has_backups,
    kept_days,
    name_of_copy,
    sound_backups,
)
from tracker.storage.checking import Flaw, Holdings, look_into, row_counts
from tracker.storage.database import Database

T = TypeVar("T")
NOW = datetime.datetime(2026, 11, 24, 18, 30).astimezone()  # evening, wherever this is
DAY = datetime.timedelta(days=1)
STEP, BAR = Equipment("Step"), Equipment("Bar")


def result_of(steps: Generator[float, None, T]) -> T:
    fractions = []
    try:
        while True:
            fractions.append(next(steps))
    except StopIteration as end:
        assert fractions == sorted(fractions)
        result: T = end.value
        return result


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "training.soleus"
    Database.create_with(path, Change.adding(STEP, Session(NOW.date())))
    return path


def change(log: Path, when: datetime.datetime, *equipment: Equipment) -> None:
    """Change a log at a given moment."""
    database = Database.open(log)
    database.apply(Change.adding(*equipment))
    database.close()
    os.utime(log, (when.timestamp(), when.timestamp()))


def back_up(log: Path, now: datetime.datetime) -> Path | None:
    """Do what the program does now and then."""
    day = due_day(log, now)
    if day is None:
        return None
    return result_of(backing_up(log, day))


def equipment_in(path: Path) -> list[str]:
    database = Database.open(path)
    try:
        return [each.name for each in database.equipment()]
    finally:
        database.close()


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


# One a day


def test_a_backup_is_a_log_of_its_own_for_its_owner_alone(log: Path) -> None:
    os.utime(log, (NOW.timestamp(), NOW.timestamp()))
    made = back_up(log, NOW)
    assert made == folder_of(log) / "training 2026-11-24.soleus"
    assert equipment_in(made) == ["Step"]
    assert made.stat().st_mode & 0o777 == 0o600
    assert made.parent.stat().st_mode & 0o777 == 0o700
    assert names_in(made.parent) == {made.name}


def test_a_long_log_is_examined_a_few_rows_at_a_time(log: Path) -> None:
    change(log, NOW, *(Equipment(f"Machine {number}") for number in range(module.ROWS + 1)))
    day = due_day(log, NOW)
    assert day is not None
    assert len(list(backing_up(log, day))) == 3


def test_a_log_that_did_not_change_is_not_backed_up_again(log: Path) -> None:
    os.utime(log, (NOW.timestamp(), NOW.timestamp()))
    assert back_up(log, NOW) is not None
    assert due_day(log, NOW) is None
    assert due_day(log, NOW + DAY) is None


def test_there_is_one_backup_a_day_of_the_days_the_log_changed_on(log: Path) -> None:
    change(log, NOW)
    back_up(log, NOW)
    change(log, NOW + DAY / 24, BAR)  # an hour later
    assert due_day(log, NOW + DAY / 12) is None
    # What was logged after a day's backup is in the next day's.
    tomorrow = NOW + DAY
    made = back_up(log, tomorrow)
    assert made is not None
    assert made.name == "training 2026-11-25.soleus"
    assert equipment_in(made) == ["Bar", "Step"]


def test_what_was_logged_just_before_the_end_is_that_day_s_backup_at_the_next_start(
    log: Path,
) -> None:
    change(log, NOW)
    assert due_day(log, NOW + 3 * DAY) == NOW.date()
    back_up(log, NOW + 3 * DAY)
    change(log, NOW + 3 * DAY, BAR)
    assert due_day(log, NOW + 3 * DAY) == (NOW + 3 * DAY).date()


def test_a_log_changed_in_the_future_is_backed_up_today(log: Path) -> None:
    change(log, NOW + DAY)
    assert due_day(log, NOW) == NOW.date()


def test_no_backup_is_due_of_a_log_that_is_gone(log: Path) -> None:
    log.unlink()
    assert due_day(log, NOW) is None


def test_ten_days_and_twelve_months_are_kept(log: Path) -> None:
    first = NOW - 500 * DAY
    for number in range(0, 500, 7):
        change(log, first + number * DAY)
        back_up(log, first + number * DAY)
    days = [first.date() + number * DAY for number in range(0, 500, 7)]
    last_of_months = list({(day.year, day.month): day for day in days}.values())[-12:]
    kept = {datetime.date.fromisoformat(each.path.stem[-10:]) for each in backups_of(log)}
    assert kept == {*days[-10:], *last_of_months}


def test_of_each_month_the_last_day_is_kept() -> None:
    days = [datetime.date(2025, 1, 1) + number * DAY for number in range(700)]
    kept = sorted(kept_days(days))
    assert kept[-10:] == days[-10:]
    assert len(kept) == 10 + 10
    assert all((day + DAY).day == 1 for day in kept[:-10])


def test_what_others_put_into_the_folder_stays(log: Path) -> None:
    folder = folder_of(log)
    folder.mkdir(0o700)
    others = {"training 2020-99-99.soleus", "training 2020-01-01.txt", "my training.soleus"}
    for name in others:
        (folder / name).write_text("kept")
        os.utime(folder / name, (0, 0))
    for number in range(15):
        change(log, NOW + number * DAY)
        back_up(log, NOW + number * DAY)
    assert others < names_in(folder)
    assert len(names_in(folder) - others) == 10


def test_no_file_of_others_goes_for_having_the_name_of_a_backup(log: Path, tmp_path: Path) -> None:
    folder = folder_of(log)
    folder.mkdir(0o700)
    elsewhere = tmp_path / "elsewhere.soleus"
    shutil.copyfile(log, elsewhere)
    days = [datetime.date(2020, 1, number) for number in range(1, 31)]
    for number, day in enumerate(days):
        path = folder / f"training {day}.soleus"
        if number % 3 == 0:
            path.write_text("a text")
        elif number % 3 == 1:
            path.symlink_to(elsewhere)
        else:
            path.mkdir()
    (folder / ".unfinished training link").symlink_to(elsewhere)
    before = names_in(folder)
    for number in range(15):
        change(log, NOW + number * DAY)
        back_up(log, NOW + number * DAY)
    assert before < names_in(folder)
    assert len(names_in(folder) - before) == 10
    assert elsewhere.exists()


def test_in_a_folder_that_is_a_link_nothing_goes(log: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    folder_of(log).symlink_to(theirs)
    for number in range(30):
        shutil.copyfile(log, theirs / f"training {NOW.date() - (number + 1) * DAY}.soleus")
    theirs.chmod(0o755)
    change(log, NOW)
    assert back_up(log, NOW) is not None
    assert len(names_in(theirs)) == 31
    assert theirs.stat().st_mode & 0o777 == 0o755


def test_a_folder_open_to_others_is_closed_to_them(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    folder_of(log).mkdir()
    folder_of(log).chmod(0o777)
    change(log, NOW)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "chmod", refuse)
        assert back_up(log, NOW) is not None
    assert folder_of(log).stat().st_mode & 0o777 == 0o777
    change(log, NOW + DAY)
    back_up(log, NOW + DAY)
    assert folder_of(log).stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("ahead", [DAY / 8, DAY, 30 * DAY, 73 * 365 * DAY, -400 * DAY])
def test_a_clock_that_was_wrong_stops_no_later_backup(log: Path, ahead: datetime.timedelta) -> None:
    for number in range(2):
        change(log, NOW + number * DAY)
        back_up(log, NOW + number * DAY)
    for number in range(2, 14):  # wrong for twelve days of training
        change(log, NOW + number * DAY + ahead)
        back_up(log, NOW + number * DAY + ahead)
    taken = {each.path.name for each in backups_of(log)}
    for number in range(14, 50):
        now = NOW + number * DAY
        change(log, now, Equipment(f"Machine {number}"))
        made = back_up(log, now)
        # Where the clock was ahead by little, a day may have a copy already.
        assert made is not None or name_of_copy(log, BackupKind.DAILY, now) in taken
    kept = {path.stem[-10:] for path in folder_of(log).iterdir()}
    assert {str((NOW + number * DAY).date()) for number in range(40, 50)} <= kept
    newest = folder_of(log) / f"training {(NOW + 49 * DAY).date()}.soleus"
    assert "Machine 49" in equipment_in(newest)


def test_copies_that_a_kill_left_unfinished_are_cleared_away_a_day_later(log: Path) -> None:
    folder = folder_of(log)
    folder.mkdir(0o700)
    old, new = folder / ".unfinished training abc", folder / ".unfinished training def"
    for path in (old, new):
        path.write_text("half")
    os.utime(old, (NOW.timestamp() - 1e6, NOW.timestamp() - 1e6))
    change(log, NOW)
    back_up(log, NOW)
    assert not old.exists()
    assert new.exists()


def test_a_log_that_is_written_to_meanwhile_is_backed_up_as_it_is_in_the_end(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_and_count(connection: sqlite3.Connection) -> dict[str, int]:
        change(log, NOW, BAR)
        monkeypatch.undo()
        return row_counts(connection)

    change(log, NOW - DAY)
    monkeypatch.setattr("tracker.storage.backup.row_counts", write_and_count)
    made = back_up(log, NOW)
    assert made is not None
    assert equipment_in(made) == ["Step"]
    assert due_day(log, NOW + DAY) is not None


# Made whole, and checked


def test_a_damaged_log_is_not_backed_up_and_what_was_there_stays(log: Path) -> None:
    target = log.with_name("copy.soleus")
    target.write_text("earlier")
    data = bytearray(log.read_bytes())
    data[5000:6000] = bytes(1000)
    log.write_bytes(data)
    image = module.Image(bytes(data), {}, log)
    with pytest.raises(DamagedLogError, match="no copy of it was kept") as raised:
        result_of(copying(image, target))
    assert raised.value.path == log
    assert target.read_text() == "earlier"
    assert names_in(log.parent) == {log.name, target.name}


def test_a_row_that_cannot_be_an_entry_is_damage(log: Path) -> None:
    damage_by(log, "UPDATE sessions SET started_at = 'lately'")
    with pytest.raises(DamagedLogError, match="Table sessions, id "):
        back_up(log, datetime.datetime.now(datetime.UTC))
    assert names_in(folder_of(log)) == set()


def damage_by(log: Path, sql: str, *values: object) -> None:
    """Write something that this program would never write."""
    connection = sqlite3.connect(log)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute(sql, values)
    connection.commit()
    connection.close()


def test_bytes_that_are_no_database_are_no_backup(tmp_path: Path) -> None:
    image = module.Image(b"nothing of the kind" * 100, {}, None)
    target = tmp_path / "copy.soleus"
    with pytest.raises(DamagedLogError) as raised:
        result_of(copying(image, target))
    assert raised.value.path == target


def test_a_copy_that_holds_less_than_was_counted_is_refused(log: Path) -> None:
    image = module.Image(log.read_bytes(), {"sets": 1}, log)
    with pytest.raises(DamagedLogError, match="does not hold what was counted"):
        result_of(copying(image, log.with_name("copy.soleus")))


def test_a_disk_that_gives_back_other_bytes_is_found_out(log: Path) -> None:
    steps = copying(module.Image(log.read_bytes(), {}, log), log.with_name("copy.soleus"))
    while next(steps) < 0.5:
        pass
    (unfinished,) = log.parent.glob(".unfinished *")
    unfinished.write_bytes(b"other")
    with pytest.raises(TrackerError, match="check its disk"):
        result_of(steps)
    assert names_in(log.parent) == {log.name}


def test_a_copy_tells_with_each_part_of_it_how_far_it_is(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database.open(log)
    image = database.image()
    database.close()
    monkeypatch.setattr(module, "CHUNK", len(image.data) // 2)
    told = list(copying(image, log.with_name("copy.soleus")))
    assert told == [0.0, 0.25, 0.5, 0.6]


def test_a_copy_that_is_not_wanted_any_more_leaves_nothing(log: Path) -> None:
    steps = copying(module.Image(log.read_bytes(), {}, log), log.with_name("copy.soleus"))
    next(steps)
    steps.close()
    assert names_in(log.parent) == {log.name}


def test_a_folder_that_cannot_be_made_is_told(log: Path) -> None:
    folder_of(log).write_text("a file of that name")
    with pytest.raises(TrackerError, match="could not be made: file exists"):
        back_up(log, NOW)


def test_a_log_in_memory_can_be_copied(tmp_path: Path) -> None:
    database = Database.in_memory()
    database.apply(Change.adding(STEP))
    target = tmp_path / "kept.soleus"
    assert result_of(copying(database.image(), target)) == target
    assert equipment_in(target) == ["Step"]


def test_a_log_whose_file_is_gone_can_be_copied(log: Path) -> None:
    database = Database.open(log)
    log.unlink()
    target = log.with_name("kept.soleus")
    result_of(copying(database.image(), target))
    database.close()
    assert equipment_in(target) == ["Step"]


# Listed


def test_copies_are_listed_with_why_they_were_made_and_the_newest_first(log: Path) -> None:
    folder = folder_of(log)
    folder.mkdir(0o700)
    assert not has_backups(log)
    places = dict.fromkeys(BackupKind, folder) | {BackupKind.BEFORE_UPDATE: log.parent}
    for number, (kind, place) in enumerate(places.items()):
        shutil.copyfile(log, place / name_of_copy(log, kind, NOW))
        stamp = (NOW + number * DAY).timestamp()
        os.utime(place / name_of_copy(log, kind, NOW), (stamp, stamp))
    found = backups_of(log)
    assert [each.kind for each in found] == list(reversed(BackupKind))
    assert found[1] == Backup(
        log.with_name("training before update 2026-11-24 183000.soleus"),
        NOW + 3 * DAY,
        BackupKind.BEFORE_UPDATE,
    )
    assert found[0].path.name == "training other copy 2026-11-24 183000.soleus"
    assert has_backups(log)


def test_a_damaged_copy_alone_is_no_backup(log: Path) -> None:
    folder_of(log).mkdir()
    (folder_of(log) / name_of_copy(log, BackupKind.DAMAGED, NOW)).write_text("what is left")
    assert not has_backups(log)
    assert list(sound_backups(log)) == []


def test_what_another_program_wrote_is_no_backup_to_go_on_with(log: Path) -> None:
    folder_of(log).mkdir()
    shutil.copyfile(log, folder_of(log) / name_of_copy(log, BackupKind.OTHER_COPY, NOW))
    assert list(sound_backups(log)) == []


def test_the_newest_sound_backup_is_found_behind_damaged_ones(log: Path) -> None:
    for number in range(3):
        change(log, NOW + number * DAY)
        back_up(log, NOW + number * DAY)
    newest, middle, oldest = backups_of(log)
    newest.path.write_bytes(b"rubbish")
    middle.path.unlink()
    middle.path.symlink_to(middle.path.with_name("nowhere"))
    found = list(sound_backups(log))
    assert found == [(oldest, Holdings(1, 0, NOW.date(), NOW.date()))]


def test_a_backup_that_vanishes_while_it_is_looked_for_is_passed_over(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(log, NOW)
    back_up(log, NOW)
    gone = backups_of(log)
    gone[0].path.unlink()
    monkeypatch.setattr(module, "backups_of", lambda _log: gone)
    assert list(sound_backups(log)) == []


# What a file holds


def test_a_backup_tells_what_it_holds(log: Path) -> None:
    change(log, NOW)
    database = Database.open(log)
    database.apply(Change.adding(Session(NOW.date() - DAY)))
    database.close()
    assert look_into(log) == Holdings(2, 0, NOW.date() - DAY, NOW.date())


def test_an_empty_log_holds_nothing_and_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    Database.create(path).close()
    assert look_into(path) == Holdings()
    assert Holdings().is_sound


def test_what_is_wrong_with_a_file_is_said(log: Path) -> None:
    later = log.with_name("later.soleus")
    shutil.copyfile(log, later)
    connection = sqlite3.connect(later)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('soleus', 'm999', '2026')"
    )
    connection.commit()
    connection.close()
    assert look_into(later).complaint == "it is of a later version of Soleus"
    assert look_into(later).flaw is Flaw.LATER
    log.write_bytes(log.read_bytes()[:8192])
    assert "it is damaged" in look_into(log).complaint


def test_a_log_with_loose_ends_is_not_sound(log: Path) -> None:
    connection = sqlite3.connect(log)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(
        "INSERT INTO symptoms (id, date, moment, side, pain, session_id) "
        "VALUES ('a', '2026-11-24', 'after', 'left', 3, 'nowhere')"
    )
    connection.commit()
    connection.close()
    assert "refers to sessions, where nothing is" in look_into(log).complaint


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="could not be read"):
        look_into(tmp_path / "nowhere.soleus")
