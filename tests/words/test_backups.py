"""What is said of copies of a log."""

import datetime

import pytest

from tracker.storage.backup import BackupKind
from tracker.storage.checking import Flaw, Holdings
from tracker.words import backups as words

MONDAY, FRIDAY = datetime.date(2026, 11, 16), datetime.date(2026, 11, 20)


def test_every_kind_of_copy_has_words_of_its_own() -> None:
    kinds = [*BackupKind, None]
    assert len({words.backup_reason(kind) for kind in kinds}) == len(kinds)


@pytest.mark.usefixtures("english")
def test_the_moment_of_a_copy_is_a_day_and_a_time() -> None:
    moment = datetime.datetime(2026, 11, 20, 18, 5, 59, tzinfo=datetime.UTC)
    assert words.moment_text(moment) == "20 Nov 2026, 18:05"


@pytest.mark.parametrize(
    ("sessions", "sets", "text"),
    [
        (0, 0, "0 sets in 0 sessions"),
        (1, 1, "1 set in 1 session"),
        (1, 12, "12 sets in 1 session"),
        (150, 1668, "1,668 sets in 150 sessions"),
    ],
)
@pytest.mark.usefixtures("english")
def test_one_is_never_counted_as_many(sessions: int, sets: int, text: str) -> None:
    assert words.counts_text(sessions, sets) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (None, None, ""),
        (MONDAY, MONDAY, "16 Nov 2026"),
        (MONDAY, FRIDAY, "16 Nov 2026 – 20 Nov 2026"),
    ],
)
def test_the_days_of_a_copy_are_the_first_and_the_last(
    first: datetime.date | None, last: datetime.date | None, text: str
) -> None:
    assert words.days_text(Holdings(1, 1, first, last)) == text


def test_a_copy_not_looked_into_yet_is_called_neither_sound_nor_damaged() -> None:
    assert words.state_text(None) == "looking …"


def test_every_state_of_a_copy_has_words_of_its_own() -> None:
    flaws = [*Flaw, None]
    assert len({words.state_text(Holdings(flaw=flaw)) for flaw in flaws}) == len(flaws)


def test_a_damaged_copy_says_what_is_damaged() -> None:
    state = words.state_text(Holdings(flaw=Flaw.DAMAGED, detail="page 7"))
    assert state == "damaged (page 7)"
