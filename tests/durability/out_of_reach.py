"""A log that cannot be written for a while: typed text stays, and Enter saves it afterwards."""

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from unittest import mock

from tests.durability.contents import contents_of
from tests.durability.desk import draft, press_enter_on, running, told, type_value
from tests.durability.outcome import Outcome
from tests.permissions import permissions_hold
from tracker import TrackerError
from tracker.storage import database as database_module

Ailment = Callable[[Path], AbstractContextManager[None]]


@contextmanager
def locked(log: Path) -> Iterator[None]:
    """Let another program lock the log."""
    with closing(sqlite3.connect(log, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def locked_whole(log: Path) -> Iterator[None]:
    """Let another program lock the log so that it cannot even be read."""
    with closing(sqlite3.connect(log, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def read_only_folder(log: Path) -> Iterator[None]:
    """Forbid writing in the log's folder."""
    log.parent.chmod(0o500)
    with permissions_hold():
        yield
    log.parent.chmod(0o700)


@contextmanager
def moved_away(log: Path) -> Iterator[None]:
    """Move the log away, and back."""
    aside = log.rename(log.with_suffix(".aside"))
    yield
    aside.rename(log)


@contextmanager
def deleted(log: Path) -> Iterator[None]:
    """Delete the log, and put a copy back."""
    aside = Path(shutil.copy2(log, log.with_suffix(".copy")))
    log.unlink()
    yield
    shutil.copy2(aside, log)


@contextmanager
def folder_gone(log: Path) -> Iterator[None]:
    """Remove the whole folder, as with its drive, and bring it back."""
    aside = log.parent.rename(log.parent.with_name("unplugged"))
    yield
    aside.rename(log.parent)


AILMENTS: dict[str, tuple[Ailment, str]] = {
    "locked by another program": (locked, "another program is writing"),
    "held by another program": (locked_whole, "another program is writing"),
    "in a folder not to be written": (read_only_folder, "its folder may not be written to"),
    "moved away": (moved_away, "moved or deleted while it was open"),
    "deleted": (deleted, "moved or deleted while it was open"),
    "on a drive that went": (folder_gone, "moved or deleted while it was open"),
}


def fall_ill(log: Path, ailment: Ailment, words: str, first: int) -> None:
    """Type a set while the log is out of reach, and press Enter when it is back.

    Raises:
        AssertionError: If anything is not as promised.
    """
    with running(log) as window:
        for row in range(first):
            type_value(window, f"{row + 5}x60", row)
        before = contents_of(log)
        with ailment(log):
            type_value(window, "11x60", first)
            assert draft(window, first) == "11x60", "what was typed did not stay in its cell"
            (message,) = told(window)
            assert words in message, f"told: {message}"
            assert str(log) in message, f"the file is not named: {message}"
        assert contents_of(log) == before, "something was written"
        press_enter_on(window, first)
        assert draft(window, first) is None, "Enter did not save it afterwards"
        assert told(window) == []
        assert [each.reps for each in window.current.sets] == [*range(5, 5 + first), 11]
    after = contents_of(log)
    assert len(after) == first + 2, "it was saved more than once"


def run(cases: int, seed: int) -> Outcome:
    """Put the log out of reach in each way in turn, while a set is typed."""
    chance = random.Random(seed)
    complaints = []
    with mock.patch.object(database_module, "BUSY_S", 0.02):
        for case in range(cases):
            name = list(AILMENTS)[case % len(AILMENTS)]
            ailment, words = AILMENTS[name]
            with tempfile.TemporaryDirectory() as name_of_folder:
                folder = Path(name_of_folder, "logs")  # one that can itself be moved
                folder.mkdir()
                try:
                    fall_ill(folder / "log.soleus", ailment, words, chance.randint(0, 5))
                except (AssertionError, TrackerError) as error:
                    complaints.append(f"{name}: {error}")
    damage = "log locked, read-only, moved, deleted, unplugged while a set is typed"
    return Outcome(damage, cases, len(complaints), tuple(complaints))
