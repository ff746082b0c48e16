"""Puts a copy in the place of a log, and keeps what was there."""

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

_KEPT_COMPANIONS: Final = ("-journal", "-wal")  # -shm is rebuilt from -wal


def restore(
    log: Path, backup: Path, now: datetime.datetime, kind: BackupKind = BackupKind.BEFORE_RESTORE
) -> Path | None:
    """Put a copy of a backup in the place of a log, and keep the log; see ``replace``.

    Raises:
        TrackerError: If the backup is not sound, or the restore failed.
    """
    held = look_into(backup)
    if not held.is_sound:
        raise TrackerError(worded("{} cannot be restored: {}.", backup, held.complaint))
    return replace(log, backup, kind, now)


def replace(log: Path, source: Path, kind: BackupKind, now: datetime.datetime) -> Path | None:
    """Put a copy of a file in the place of a log, and keep what was there.

    Whoever has the log open should close it first.

    Args:
        log: The log.
        source: A file known to be sound; it stays where it is.
        kind: Why the log is replaced.
        now: The current instant, for the name of the kept log.

    Returns:
        The path of the kept log; None if there was none.

    Raises:
        TrackerError: If it failed. The log is then as it was; if the disk failed only after the new
            file was in place, the old log is still kept.
    """
    folder = made_folder(log)
    real = Path(os.path.realpath(log))  # the target of a link, where SQLite keeps its journal
    while any(
        os.path.lexists(_with_suffix(aside := folder / name_of_copy(log, kind, now), suffix))
        for suffix in ("", *COMPANIONS)
    ):
        now += datetime.timedelta(seconds=1)
    kept: list[tuple[Path, Path]] = []
    try:
        with in_words(log, "replaced"), made_beside(log) as beside:
            _copy_whole(source, beside)
            # The files beside it belong to the old log, and would spoil the new one.
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
    """Copy a file, including the contents of files beside it.

    Raises:
        TrackerError: If the copy differs from the source.
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
    """Undo the keeping of a log and the files beside it, if the log is still in its place.

    A call that reports a failure may have worked all the same. So a kept file is deleted only if
    the same bytes are still in the log's own place.
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
    """Tell whether two files certainly hold the same bytes."""
    with suppress(OSError):
        return filecmp.cmp(one, other, shallow=False)
    return False


def _keep(old: Path, new: Path) -> None:
    """Give a file a second name, or copy it if the disk has no hard links.

    Args:
        old: The file, which must not be a link.
        new: The second name, in any folder.

    Raises:
        OSError: If it failed; an existing file of that name is left as it is.
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
            new.unlink()  # just made, and incomplete
            raise
