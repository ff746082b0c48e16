"""Copies of a log that folder synchronisation leaves beside it, and what they hold.

If two machines change a log before hearing of each other's changes, such a program keeps both files
and gives one of them a name of its own.

Sources: Syncthing's `.sync-conflict-DATE-TIME-DEVICE` (docs.syncthing.net, "Understanding
Synchronization"), Dropbox's `(NAME's conflicted copy DATE)` (help.dropbox.com), the clients of
Nextcloud and ownCloud, `(conflicted copy NAME DATE TIME)` and until 2018 `_conflict-DATE-TIME`
(owncloud/client, pull request 6417), Seafile's `(SFConflict NAME DATE)`, Resilio's `.Conflict`
(help.resilio.com, "Conflict files in Sync"), git-annex's `.variant-SUM` ("automatic conflict
resolution"), rclone's `.conflict1`, sometimes after the suffix, and formerly `..path1` ("bisync").
iCloud and Google Drive add a number, OneDrive the computer's name, spaces included.
"""

import datetime
import os
import re
import shutil
import unicodedata
from collections.abc import Collection, Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tracker import TrackerError
from tracker.disk import flush_names
from tracker.domain.change import Key
from tracker.domain.entry import is_made_by_chance
from tracker.domain.entry_fields import KINDS
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, Session
from tracker.storage.backup import BackupKind, backups_of, made_folder
from tracker.storage.checking import look_into
from tracker.storage.database import Database
from tracker.storage.in_words import in_words
from tracker.storage.stamp import FileState

Edits = Mapping[Key, datetime.datetime | None]

# “Conflict” in the languages of those programs, and what a few write instead.
_CONFLICT: Final = (
    r"(?i)[ ._(\[（-].*(conflict|konflikt|conflit|ristiriit|ütköz|çakış|modstrid|motstrid|διένεξη"
    r"|конфликт|конфлікт|競合|冲突|衝突|충돌|bercanggah|xung đột|ขัดแย้ง|متعارض)"
    r"|\.variant-[0-9a-z]+$|\.\.path[12]$"
)
# A number or a computer's name says little, since a different log may have such a name.
_NUMBER_OR_HOST: Final = r" \d{1,3}| ?\(\d{1,3}\)|-\S(.{0,61}\S)?"

_NEVER: Final = datetime.datetime.min.replace(tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """A copy of a log, and what it has that the log lacks.

    Args:
        path: The file.
        place: The state of the file when it was read.
        sessions: How many sessions the log lacks.
        sets: How many sets the log lacks, including those of these sessions.
        others: How many entries of other kinds the log lacks.
        later: How many entries of the log have a later edit in the copy.
    """

    path: Path
    place: FileState
    sessions: int
    sets: int
    others: int
    later: int

    @property
    def has_more(self) -> bool:
        """Whether there is anything to merge."""
        return any((self.sessions, self.sets, self.others, self.later))


def candidates(log: Path) -> list[tuple[Path, bool]]:
    """List files beside a log that, by their names, may be copies of it.

    If the log is opened by a link, files beside the link and beside the log itself are listed.
    Files that other programs wrote into the log, kept with its backups, are included.

    Returns:
        Paths sorted by name, each with whether its name marks it as a conflict copy.
    """
    real = Path(os.path.realpath(log))
    found = _named_like(log)
    if real != log:  # it was opened by a link, and such a program knows the file itself
        known = {os.path.realpath(path) for path, _ in found} | {str(real)}
        found = [each for each in found if os.path.realpath(each[0]) != str(real)]
        found += [each for each in _named_like(real) if os.path.realpath(each[0]) not in known]
    kept = sorted(each.path for each in backups_of(log) if each.kind is BackupKind.OTHER_COPY)
    return [*found, *((path, True) for path in kept)]


def _named_like(log: Path) -> list[tuple[Path, bool]]:
    # Some disks store an ü as one character, others as two.
    stem, suffix = _composed(log.stem), _composed(log.suffix)
    found = []
    with suppress(OSError):
        for path in sorted(log.parent.iterdir()):
            name = _composed(path.name)
            if path == log or not name.startswith(stem):
                continue
            has_suffix = name.endswith(suffix)
            if has_suffix:
                added = name[len(stem) : len(name) - len(suffix)]
            elif name.startswith(stem + suffix):
                added = name[len(stem + suffix) :]
            else:
                continue
            is_conflict = re.match(_CONFLICT, added) is not None
            if is_conflict or (has_suffix and re.fullmatch(_NUMBER_OR_HOST, added)):
                found.append((path, is_conflict))
    return found


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def examining(
    log: Path, passed_over: Collection[tuple[Path, FileState]] = ()
) -> Generator[float, None, tuple[ConflictCopy, ...]]:
    """Look, in steps, for copies of a log that have something it lacks. Meant to run in a thread.

    A file counts if it is a sound log that shares an entry with this one. If its name marks it as a
    conflict copy it need not share any, because two machines may have started separately.

    Args:
        log: The log.
        passed_over: Copies, with their file states, that need not be read again.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The copies, those with the most sessions first.

    Raises:
        TrackerError: If the log itself cannot be read.
    """
    found: list[ConflictCopy] = []
    ours: Edits | None = None
    listed = candidates(log)
    for number, (path, is_conflict) in enumerate(listed):
        yield number / len(listed)
        place = FileState.of(path)
        if place is None or (path, place) in passed_over:
            continue
        with suppress(TrackerError):  # damaged, of a later version, or no log at all
            if not look_into(path).is_sound:
                continue
            theirs = _edits_in(path)
            ours = _edits_in(log, with_remembered=True) if ours is None else ours
            if is_conflict or any(is_made_by_chance(key[1]) for key in theirs.keys() & ours):
                found.append(_compared(path, place, theirs, ours))
    return tuple(sorted((each for each in found if each.has_more), key=lambda each: -each.sessions))


def _edits_in(log: Path, *, with_remembered: bool = False) -> Edits:
    """Return when each entry of a log except the runner was last edited, by kind and id.

    Args:
        log: The log.
        with_remembered: Whether to include entries no longer shown, with the time of their
            deletion.
    """
    database = Database.copied(log)
    try:
        edits = database.edits()
        for each in database.memory() if with_remembered else ():
            edits[each.key] = each.deleted_at or each.edited_at
        return {key: at for key, at in edits.items() if key[0] is not Runner}
    finally:
        database.close()


def _compared(path: Path, place: FileState, theirs: Edits, ours: Edits) -> ConflictCopy:
    lacking = dict.fromkeys(KINDS.values(), 0)
    later = 0
    for key, edited_at in theirs.items():
        if key not in ours:
            lacking[key[0]] += 1
        else:
            later += (edited_at or _NEVER) > (ours[key] or _NEVER)
    sessions, sets = lacking.pop(Session), lacking.pop(LoggedSet)
    return ConflictCopy(path, place, sessions, sets, sum(lacking.values()), later)


def put_away(log: Path, copy: Path) -> Path:
    """Move a copy that was merged into the folder of the log's backups; it is never deleted.

    Returns:
        Its new path.

    Raises:
        TrackerError: If it could not be moved; it then stays where it was.
    """
    folder = made_folder(log)
    number, target = 2, folder / copy.name
    with in_words(copy, "moved"):
        while target.exists():
            target = folder / f"{copy.stem} {number}{copy.suffix}"
            number += 1
        shutil.move(copy, target)  # beside a link may be another disk than beside its log
        flush_names(folder)
    return target
