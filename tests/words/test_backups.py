"""What is said of copies of a log."""

import datetime

import pytest

from tracker.app.language import in_language
from tracker.storage.backup import BackupKind
from tracker.storage.checking import Flaw, Holdings
from tracker.worded import worded
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


def test_what_is_damaged_is_said_apart_in_words_of_ours_as_far_as_known() -> None:
    damaged = Holdings(flaw=Flaw.DAMAGED, detail="page 7")
    assert words.state_text(damaged) == "damaged"
    assert words.flaw_text(damaged) == "page 7"
    cut = damaged._replace(detail="database disk image is malformed")
    assert words.flaw_text(cut) == "a part of the file is overwritten or cut off"
    assert words.flaw_text(None) == words.flaw_text(Holdings()) == ""


@pytest.mark.usefixtures("german")
def test_a_sentence_of_ours_about_damage_is_said_in_the_runners_language() -> None:
    told = worded("{} is empty.", worded("The name of a plan"))
    damaged = Holdings(flaw=Flaw.DAMAGED, detail=told)
    assert words.flaw_text(damaged) == in_language(told) != told
