"""Copies of a log: made completely and verified, kept by day and month.

They lie in a folder beside the log that only its owner may read ("training backups" for
training.soleus). There is one for each day on which the log changed, besides what a restore
replaced and what another program wrote into the log's file.
"""

import datetime
import os
import re
import sqlite3
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from tracker import DamagedLogError, TrackerError
from tracker.disk import (
    UNFINISHED,
    header_of,
    is_log_header,
    made_beside,
    require_writable_target,
)
from tracker.storage.checking import (
    Holdings,
    examined_rows,
    look_into,
    row_counts,
    structural_complaints,
)
from tracker.storage.in_words import in_words
from tracker.storage.opening import opened_to_read
from tracker.worded import worded

NEWEST_DAYS: Final = 10
MONTHS: Final = 12
CHUNK: Final = 1 << 20
PAGES: Final = 64  # copied at a time while the log is open
ROWS: Final = 50  # checked before pausing for others, half a millisecond's work
PAUSE_S: Final = 0.0005
BUSY_S: Final = 0.01  # pause between slices, for others to write
_ABANDONED_S: Final = 24 * 3600.0  # age from which an unfinished copy counts as abandoned
_STAMP: Final = "%Y-%m-%d %H%M%S"


class BackupKind(StrEnum):
    """Why a copy was made, in the word used in its file name."""

    DAILY = "daily"
    BEFORE_RESTORE = "before restore"
    DAMAGED = "damaged"
    BEFORE_UPDATE = "before update"
    OTHER_COPY = "other copy"


class Image(NamedTuple):
    """A whole log at one moment.

    Args:
        data: The bytes of its file.
        counts: Rows by table.
        log: The file it was read from; None for a log in memory.
    """

    data: bytes
    counts: dict[str, int]
    log: Path | None


class Backup(NamedTuple):
    """A copy of a log.

    Args:
        path: The file.
        made: When the log was last changed before the copy was made.
        kind: Why it was made; None if its name does not tell.
    """

    path: Path
    made: datetime.datetime
    kind: BackupKind | None


# Finding copies


def folder_of(log: Path) -> Path:
    """Return the folder for a log's backups, which may not exist yet."""
    return log.with_name(f"{log.stem} backups")


def name_of_copy(log: Path, kind: BackupKind, now: datetime.datetime) -> str:
    """Name a copy by its kind and time; a daily one by the day alone."""
    if kind is BackupKind.DAILY:
        return f"{log.stem} {now:%Y-%m-%d}{log.suffix}"
    return f"{log.stem} {kind} {now.strftime(_STAMP)}{log.suffix}"


def _kind_of(log: Path, name: str) -> BackupKind | None:
    """Return the kind of copy that a file name stands for; None if it is no copy of this log."""
    for kind in BackupKind:
        when = (
            r"\d{4}-\d\d-\d\d" if kind is BackupKind.DAILY else rf"{kind} \d{{4}}-\d\d-\d\d \d{{6}}"
        )
        if re.fullmatch(rf"{re.escape(log.stem)} {when}{re.escape(log.suffix)}", name):
            return kind
    return None


def backups_of(log: Path) -> list[Backup]:
    """List the copies of a log, newest content first; empty if there are none or none can be seen.

    Copies made before an update lie beside the log itself.
    """
    found = []
    for folder in (folder_of(log), log.parent):
        with suppress(OSError):
            for path in sorted(folder.iterdir(), reverse=True):
                kind = _kind_of(log, path.name)
                if kind is not None and path.is_file():
                    changed = datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC)
                    found.append(Backup(path, changed.astimezone(), kind))
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def has_backups(log: Path) -> bool:
    """Tell whether a log has copies, which proves that the file of this name was once a log."""
    return any(backup.kind is not BackupKind.DAMAGED for backup in backups_of(log))


def is_put_aside(log: Path, device: int, number: int) -> bool:
    """Tell whether a file is one that was kept when a log was restored or recovered.

    Args:
        log: The log.
        device: Device number of the file.
        number: Inode number of the file.
    """
    for backup in backups_of(log):
        if backup.kind in (BackupKind.BEFORE_RESTORE, BackupKind.DAMAGED):
            found = backup.path.stat()
            if (found.st_dev, found.st_ino) == (device, number):
                return True
    return False


def sound_backups(log: Path) -> Iterator[tuple[Backup, Holdings]]:
    """Yield the sound copies of a log, newest first, each checked on demand.

    Copies of what another program wrote into the log are left out: they may be incomplete.
    """
    for backup in backups_of(log):
        if backup.kind is BackupKind.OTHER_COPY:
            continue
        with suppress(TrackerError):
            holdings = look_into(backup.path)
            if holdings.is_sound:
                yield backup, holdings


# Making copies


def copying(image: Image, target: Path) -> Generator[float, None, Path]:
    """Write a log's image to a file and verify what was written, in steps.

    Args:
        image: The log at one moment.
        target: Where to write it; a file there, unless it is a log, is replaced once the copy is
            sound.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The target.

    Raises:
        DamagedLogError: If the log itself is damaged; a file at the target stays.
        TrackerError: If it could not be written.
    """
    require_writable_target(target, by_name=False)
    with made_beside(target) as beside:
        with beside.open("wb") as file:
            for start in range(0, len(image.data), CHUNK):
                file.write(image.data[start : start + CHUNK])
                yield 0.5 * start / len(image.data)
        yield 0.5
        with beside.open("rb") as file:
            for start in range(0, len(image.data), CHUNK):
                if file.read(CHUNK) != image.data[start : start + CHUNK]:
                    raise TrackerError(
                        worded("{} was not written as it should be: check its disk.", target)
                    )
        yield 0.6
        yield from _requiring_sound(beside, image.counts, image.log or target)
    return target


def _requiring_sound(
    copy: Path, counts: dict[str, int] | None, log: Path
) -> Generator[float, None, None]:
    """Check a copy, which equals the log page by page, in steps.

    Args:
        copy: The copy.
        counts: Row counts of the log by table; None if unknown.
        log: The log.

    Yields:
        The fraction done.

    Raises:
        DamagedLogError: If the copy is not sound, because then the log is not either.
    """
    complaint: object = None
    try:
        with closing(opened_to_read(copy)) as connection:
            complaint = next(structural_complaints(connection), None)
            if complaint is None and counts not in (None, row_counts(connection)):
                complaint = worded("it does not hold what was counted")
            rows = examined_rows(connection) if complaint is None else iter(())
            for number, complaint in enumerate(rows, 1):
                if complaint is not None:
                    break
                if number % ROWS == 0:
                    yield 0.8
                    time.sleep(PAUSE_S)
    except sqlite3.Error as error:
        complaint = error
    if complaint is not None:
        raise DamagedLogError(
            worded(
                "The log is damaged, so no copy of it was kept ({}). Earlier backups are left "
                "as they are.",
                complaint,
            ),
            log,
        )


# Daily copies


def due_day(log: Path, now: datetime.datetime) -> datetime.date | None:
    """Return the day for which a backup is due; None if none is.

    One is due if the log changed since its daily copies: for the day of that change or, if that day
    has a copy, for today. So there is at most one a day, and what was logged just before the
    program ended is copied at the next start. A clock that was once wrong, ahead or behind, does
    not prevent copies of later days.

    Args:
        log: The log.
        now: The current instant, with the runner's offset.
    """
    try:
        changed = datetime.datetime.fromtimestamp(log.stat().st_mtime, now.tzinfo)
    except OSError:
        return None
    daily = [each for each in backups_of(log) if each.kind is BackupKind.DAILY]
    # Whole seconds, because not every disk keeps finer times.
    if int(changed.timestamp()) in {int(each.made.timestamp()) for each in daily}:
        return None
    taken = {each.path.name for each in daily}
    for moment in (min(changed, now), now):
        if name_of_copy(log, BackupKind.DAILY, moment) not in taken:
            return moment.date()
    return None


def backing_up(log: Path, day: datetime.date) -> Generator[float, None, Path]:
    """Make the backup of a day in the folder beside the log, and delete those that are too old.

    The log is read through a separate connection, a few pages at a time, so that whoever has it
    open can write in between and waits at most for one page. Meant to run in a thread.

    Args:
        log: The log.
        day: See ``due_day``.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The backup.

    Raises:
        TrackerError: If it could not be made.
    """
    folder = made_folder(log)
    moment = datetime.datetime.combine(day, datetime.time())
    target = folder / name_of_copy(log, BackupKind.DAILY, moment)
    yield 0.0
    with made_beside(target) as beside:
        with in_words(log, "backed up"):
            changed_at = log.stat().st_mtime
            counts = _copy_in_slices(log, beside)
        yield 0.5
        yield from _requiring_sound(beside, counts, log)
        os.utime(beside, (changed_at, changed_at))
    with in_words(folder, "tidied"):
        _let_go(log, day)
    return target


def _copy_in_slices(log: Path, target: Path) -> dict[str, int] | None:
    """Copy a log that others may write to at the same time; the copy includes what they wrote.

    Returns:
        Its row counts by table; None if it was written to meanwhile, so that they may not match.
    """
    with closing(opened_to_read(log)) as source, closing(sqlite3.connect(target)) as copy:
        # Writers go first, however long that takes.
        source.execute("PRAGMA busy_timeout = 10000")
        before = source.execute("PRAGMA data_version").fetchone()
        source.backup(copy, pages=PAGES, sleep=BUSY_S)
        counts = row_counts(source)
        is_as_before = source.execute("PRAGMA data_version").fetchone() == before
        return counts if is_as_before else None


def made_folder(log: Path) -> Path:
    """Return the folder for a log's backups, made for its owner alone if missing.

    Raises:
        TrackerError: If it could not be made.
    """
    folder = folder_of(log)
    with in_words(folder, "made"):
        folder.mkdir(mode=0o700, exist_ok=True)
    with suppress(OSError):  # we may not change the permissions of someone else's folder
        if not folder.is_symlink() and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    return folder


def kept_days(days: Iterable[datetime.date]) -> set[datetime.date]:
    """Choose the days whose backups to keep: the newest ten, and the last of each of twelve months.

    >>> days = [datetime.date(2026, month, day) for month in (1, 2) for day in range(1, 29)]
    >>> [day.isoformat() for day in sorted(kept_days(days))][:2]
    ['2026-01-28', '2026-02-19']
    """
    newest_first = sorted(set(days), reverse=True)
    last_of: dict[tuple[int, int], datetime.date] = {}
    for day in newest_first:
        last_of.setdefault((day.year, day.month), day)
    return {*newest_first[:NEWEST_DAYS], *list(last_of.values())[:MONTHS]}


def _let_go(log: Path, today: datetime.date) -> None:
    """Delete daily backups that are not to be kept, and abandoned unfinished copies.

    Only files written by this program are deleted, recognised by name and content; links and their
    targets are left alone. Backups dated in the future, from a wrong clock, do not displace others.
    """
    folder = folder_of(log)
    if folder.is_symlink():
        return
    daily = {}
    for path in folder.iterdir():
        if path.is_symlink() or not path.is_file():
            continue
        if _kind_of(log, path.name) is BackupKind.DAILY:
            with suppress(ValueError, TrackerError):  # such as 2026-02-30: not a name of ours
                day = datetime.date.fromisoformat(path.stem[-10:])
                if is_log_header(header_of(path, "read")):
                    daily[day] = path
        elif path.name.startswith(f"{UNFINISHED}{log.stem} "):
            age_s = datetime.datetime.now().timestamp() - path.stat().st_mtime  # noqa: DTZ005
            if age_s > _ABANDONED_S:
                path.unlink()
    so_far = {day for day in daily if day <= today}
    kept = kept_days(so_far) | kept_days(daily.keys() - so_far)
    for day, path in daily.items():
        if day not in kept:
            path.unlink()
