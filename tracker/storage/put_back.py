"""A copy put in the place of a log, and what stood there kept."""

import datetime
import filecmp
import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from tracker import TrackerError
from tracker.disk import COMPANIONS, flush, flush_names, made_beside
from tracker.storage.backup import BackupKind, made_folder, name_of_copy
from tracker.storage.checking import look_into
from tracker.storage.in_words import in_words
from tracker.storage.opening import opened_whole
from tracker.worded import worded

_KEPT_COMPANIONS: Final = ("-journal", "-wal")  # -shm is made anew of -wal


def restore(
    log: Path, backup: Path, now: datetime.datetime, kind: BackupKind = BackupKind.BEFORE_RESTORE
) -> Path | None:
    """Put a copy of a backup in the place of a log, which is kept; see ``replace``.

    Raises:
        TrackerError: If the backup is not sound, or it could not be done.
    """
    held = look_into(backup)
    if not held.is_sound:
        raise TrackerError(worded("{} cannot be restored: {}.", backup, held.complaint))
    return replace(log, backup, kind, now)


def replace(log: Path, source: Path, kind: BackupKind, now: datetime.datetime) -> Path | None:
    """Put a copy of a file in the place of a log, and keep what stood there.

    Whoever has the log open should let go of it first.

    Args:
        log: The log.
        source: A file that was found sound; it stays where it is.
        kind: Why the log is put aside.
        now: The present instant, for the name of what is kept.

    Returns:
        Where the log as it was is kept; None where there was none.

    Raises:
        TrackerError: If it could not be done; the log is then as it was. Where the disk failed
            once the file was in its place, the log as it was stays kept.
    """
    folder = made_folder(log)
    real = Path(os.path.realpath(log))  # where a link leads, and where SQLite keeps its journal
    while any(
        os.path.lexists(_with_suffix(aside := folder / name_of_copy(log, kind, now), suffix))
        for suffix in ("", *COMPANIONS)
    ):
        now += datetime.timedelta(seconds=1)
    kept: list[tuple[Path, Path]] = []
    try:
        with in_words(log, "replaced"), made_beside(log) as beside:
            _copy_whole(source, beside)
            # What lies beside it belongs to the file put aside, and would spoil the new one.
            for suffix in ("", *_KEPT_COMPANIONS):
                old, new = _with_suffix(real, suffix), _with_suffix(aside, suffix)
                if old.exists():
                    _keep(old, new)
                    kept.append((old, new))
            flush_names(folder)
            for suffix in COMPANIONS:
                _with_suffix(real, suffix).unlink(missing_ok=True)
    except BaseException:
        _put_back(kept)
        raise
    return aside if kept else None


def _copy_whole(source: Path, target: Path) -> None:
    """Copy a file, with what lies beside it where there is such.

    Raises:
        TrackerError: If what was written is not what was to be.
    """
    if any(_with_suffix(source.resolve(), suffix).exists() for suffix in _KEPT_COMPANIONS):
        with opened_whole(source) as connection, closing(sqlite3.connect(target)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()
        return
    shutil.copyfile(source, target)
    if not filecmp.cmp(source, target, shallow=False):
        raise TrackerError(worded("{} was not written as it should be: check its disk.", target))


def _with_suffix(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _put_back(kept: Sequence[tuple[Path, Path]]) -> None:
    """Undo the keeping of a log and what lies beside it, as far as the log is still in its place.

    A call that reports a failure may have done its work all the same. So what was kept is deleted
    only where the same bytes still stand in the log's own place.
    """
    if not (kept and _are_alike(*kept[0])):
        return
    for old, new in kept[1:]:
        with suppress(OSError):
            if not old.exists():
                _keep(new, old)
    if all(_are_alike(old, new) for old, new in kept):
        for _, new in kept:
            with suppress(OSError):
                new.unlink()


def _are_alike(one: Path, other: Path) -> bool:
    """Tell whether two files surely hold the same bytes."""
    with suppress(OSError):
        return filecmp.cmp(one, other, shallow=False)
    return False


def _keep(old: Path, new: Path) -> None:
    """Give a file a second name, or make a copy of it where the disk has no such thing.

    Args:
        old: The file; no link.
        new: The other name, in whatever folder.

    Raises:
        OSError: If it could not be done; a file of that name is left as it is.
    """
    try:
        os.link(old, new)
    except FileExistsError:
        raise
    except OSError:
        handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with old.open("rb") as source, os.fdopen(handle, "wb") as target:
                shutil.copyfileobj(source, target)
            changed_at = old.stat().st_mtime
            os.utime(new, (changed_at, changed_at))
            flush(new)
        except BaseException:
            new.unlink()  # it was made just now, and is not whole
            raise
