"""What a copy has more is said by its sessions, then by its sets, then by the rest."""

import datetime
from pathlib import Path

import pytest

from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage.conflict_copies import ConflictCopy
from tracker.storage.stamp import FileState
from tracker.words.other_copies import copy_text, kept_aside_text, parted_text, put_back_text

PLACE = FileState((), (0, 0), 0)
SESSION = Session(datetime.date(2026, 11, 24))
SETS = [LoggedSet(SESSION.id, Exercise.SEATED, Side.LEFT, no, 8, 60.0) for no in (1, 2)]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((3, 9, 1, 1), "A copy of this log has 3 sessions that this one lacks."),
        ((1, 9, 1, 1), "A copy of this log has 1 session that this one lacks."),
        ((0, 2, 1, 1), "A copy of this log has 2 sets that this one lacks."),
        ((0, 1, 1, 1), "A copy of this log has 1 set that this one lacks."),
        ((0, 0, 2, 1), "A copy of this log has 2 entries that this one lacks."),
        ((0, 0, 1, 1), "A copy of this log has 1 entry that this one lacks."),
        ((0, 0, 0, 2), "In a copy of this log, 2 entries were edited later than here."),
        ((0, 0, 0, 1), "In a copy of this log, 1 entry was edited later than here."),
    ],
)
def test_the_most_is_said(counts: tuple[int, int, int, int], words: str) -> None:
    assert copy_text(ConflictCopy(Path("copy"), PLACE, *counts)) == words


@pytest.mark.parametrize(
    ("change", "end"),
    [
        (Change.adding(SESSION, *SETS), "The 2 sets it lacked are back."),
        (Change.adding(SETS[0]), "The 1 set it lacked is back."),
        (Change.adding(Equipment("Step")), "What you had saved is back in it."),
    ],
)
def test_what_was_put_back_is_counted(change: Change, end: str) -> None:
    told = "Another program put a copy in place of this log. "
    assert put_back_text(change) == told + end


def test_that_another_program_wrote_into_the_file_is_said_with_where_both_are() -> None:
    assert parted_text().endswith(
        "The log goes on in a new file; what the other wrote is with the backups."
    )


def test_where_what_was_saved_is_kept_is_said_with_its_name() -> None:
    told = kept_aside_text(Path("log backups", "log other copy 2026-11-24 183000.soleus"))
    assert told.endswith("with the backups, as “log other copy 2026-11-24 183000.soleus”.")
