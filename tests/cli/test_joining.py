"""What came of joining another log, in words."""

import datetime
from dataclasses import replace

from tracker.cli.joining import _ONE, joined_in_words, lacking_in_words
from tracker.domain.change import Change
from tracker.domain.entry_fields import KINDS
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.whole_log.joining import Conflict, Joined, Lacking, Outcome

DAY = datetime.date(2026, 11, 24)
SET = LoggedSet("s1", Exercise.SEATED, Side.LEFT, 1, 8, 60.0, id="a1")
NONE = Lacking(0, 0)


def test_what_a_log_lacks_is_counted() -> None:
    assert lacking_in_words(Lacking(3, 1)) == "3 sessions and 1 set"
    assert lacking_in_words(Lacking(0, 12)) == "12 sets"
    assert lacking_in_words(NONE) == "nothing"


def test_every_kind_of_entry_has_a_word() -> None:
    assert _ONE.keys() == KINDS.keys()


def test_each_outcome_has_its_sentence() -> None:
    other = replace(SET, reps=9)
    joined = Joined(
        Change(),
        (
            Conflict(SET, other, Outcome.TAKEN, other),
            Conflict(SET, other, Outcome.KEPT, SET),
            Conflict(SET, None, Outcome.KEPT, SET),
            Conflict(None, SET, Outcome.BROUGHT_BACK, SET),
            Conflict(None, SET, Outcome.RENUMBERED, replace(SET, set_no=2)),
        ),
        NONE,
        NONE,
        removed=(SET, replace(SET, id="a2"), Session(DAY)),
        left_deleted=1,
    )
    assert joined_in_words(joined) == [
        "Removed, as deleted there: 1 session, 2 sets.",
        "Left out, as deleted here: 1 entry.",
        "Taken, as edited later: LoggedSet a1 differs in reps.",
        "Kept: LoggedSet a1 differs in reps.",
        "Kept: LoggedSet a1, deleted there and edited or needed here since.",
        "Brought back: LoggedSet a1, deleted here and edited or needed there since.",
        "Renumbered: LoggedSet a1 is set 2 now, as two machines logged one number.",
    ]
    assert joined_in_words(replace(joined, left_deleted=2, conflicts=(), removed=())) == [
        "Left out, as deleted here: 2 entries."
    ]
