"""Replacing a log by another while system calls fail: the old log is kept."""

import datetime
import errno
import os
import random
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, nullcontext, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock

from tests.durability.outcome import Outcome
from tracker import TrackerError
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.storage.backup import BackupKind, folder_of
from tracker.storage.database import Database
from tracker.storage.put_back import replace

NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
CALLS = ("link", "fsync", "open", "close", "replace", "unlink", "mkdir", "utime", "sendfile")


_close = os.close


@dataclass(frozen=True, slots=True)
class Way:
    """How a call fails.

    Args:
        is_done: Whether the failing call does its work all the same.
        is_for_good: Whether all later calls fail as well.
        has_links: Whether the disk supports hard links.
        companion: Suffix of a file beside the log; empty for none.
    """

    is_done: bool
    is_for_good: bool
    has_links: bool
    companion: str


@cache
def _log_with(name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.soleus"
        Database.create_with(path, Change.adding(Equipment(name)))
        return path.read_bytes()


def _refuse(*_args: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


class _Calls:
    """Counts the system calls, and makes one of them fail."""

    def __init__(self, way: Way, turn: int) -> None:
        self.made = 0
        self._way, self._turn = way, turn

    def around(self, call: Callable[..., object]) -> Callable[..., object]:
        def made(*args: object, **kwargs: object) -> object:
            self.made += 1
            is_later = self._way.is_for_good and 0 < self._turn < self.made
            if self.made != self._turn and not is_later:
                return call(*args, **kwargs)
            if self._way.is_done or call is _close:  # others need their handles back
                call(*args, **kwargs)
            raise OSError(errno.EIO, "Input/output error")

        return made


def put_in_place(folder: Path, way: Way, turn: int) -> int:
    """Replace a log by another, and check that neither is lost.

    Args:
        folder: The folder to use; created.
        way: How a call fails.
        turn: Which of the calls fails, from 1; 0 for none.

    Returns:
        The number of calls made.
    """
    folder.mkdir()
    log, other = folder / "training.soleus", folder / "other.soleus"
    before, then = _log_with("Step"), _log_with("Bar")
    log.write_bytes(before)
    other.write_bytes(then)
    if way.companion:
        log.with_name(log.name + way.companion).write_bytes(b"half a change")
    calls = _Calls(way, turn)
    aside = None
    with ExitStack() as patches:
        if not way.has_links:
            patches.enter_context(mock.patch.object(os, "link", _refuse))
        for name in CALLS:
            patches.enter_context(mock.patch.object(os, name, calls.around(getattr(os, name))))
        with suppress(TrackerError) if turn else nullcontext():
            aside = replace(log, other, BackupKind.BEFORE_RESTORE, NOW)
    kept = folder_of(log).iterdir() if folder_of(log).exists() else ()
    found = [path.read_bytes() for path in (log, *kept)]
    assert found[0] in (before, then), f"call {turn}: the log is neither"
    assert before in found, f"call {turn}: the log as it was is lost"
    if aside is not None:
        assert (found[0], aside.read_bytes()) == (then, before), f"call {turn}: told otherwise"
    if way.companion:
        beside = [path.read_bytes() for path in folder.glob("*-*")]
        assert b"half a change" in found + beside, f"call {turn}: what lay beside it is lost"
        # What belongs to the log as it was never meets the other.
        is_beside = log.with_name(log.name + way.companion).exists()
        assert found[0] == before or not is_beside, f"call {turn}: {way.companion} met the other"
    return calls.made


def run(cases: int, seed: int) -> Outcome:
    """Make a call fail before, during and after the renaming, each in turn."""
    chance = random.Random(seed)
    complaints: list[str] = []
    lost = done = 0
    while done < cases:
        is_done, is_for_good, has_links = (chance.random() < 0.5 for _ in range(3))
        companion = chance.choice(("", "-journal", "-wal"))
        way = Way(is_done, is_for_good, has_links, companion)
        with tempfile.TemporaryDirectory() as folder:
            calls = put_in_place(Path(folder) / "0", way, 0)
            for turn in range(1, min(calls, cases - done) + 1):
                done += 1
                try:
                    put_in_place(Path(folder) / str(turn), way, turn)
                except AssertionError as error:
                    lost += 1
                    complaints.append(f"{way}: {error}")
    return Outcome("a call that fails while a log is put back", cases, lost, tuple(complaints))
