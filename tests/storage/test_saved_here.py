"""What was saved through a window is remembered as it became, with all that it refers to."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.change import Change, Entry, Memory, Past
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import LoggedSet, Session
from tracker.storage.saved_here import Found, SavedHere

NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
EARLIER = NOW - datetime.timedelta(days=3)
SESSION = Session(NOW.date())
LOGGED = LoggedSet(SESSION.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0)


class Log:
    """A log that records what it is asked."""

    def __init__(self, *entries: Entry) -> None:
        self._entries = entries
        self.asked: list[tuple[type[Entry], list[str]]] = []

    def read(self, kind: type[Entry], ids: Sequence[str]) -> Found:
        self.asked.append((kind, list(ids)))
        found = [each for each in self._entries if type(each) is kind and each.id in ids]
        keys = [(kind, each.id) for each in found]
        return found, Past(dict.fromkeys(keys, EARLIER), dict.fromkeys(keys, 1))


def since(*entries: Entry, at: datetime.datetime = NOW) -> Past:
    """Return what a log remembers about entries that were just saved."""
    keys = [(type(each), each.id) for each in entries]
    return Past(dict.fromkeys(keys, at), dict.fromkeys(keys, 2))


def test_what_an_entry_refers_to_is_read_once() -> None:
    saved, log = SavedHere(), Log(SESSION)
    assert saved.contents() == ((), Past())
    saved.note(Change.adding(LOGGED), since(LOGGED), log.read)
    saved.note(Change.replacing(LOGGED, replace(LOGGED, reps=9)), since(LOGGED), log.read)
    assert log.asked == [(Session, [SESSION.id])]
    assert saved.contents() == (
        (SESSION, replace(LOGGED, reps=9)),
        Past(
            {(Session, SESSION.id): EARLIER, (LoggedSet, LOGGED.id): NOW},
            {(Session, SESSION.id): 1, (LoggedSet, LOGGED.id): 2},
        ),
    )


def test_what_is_referred_to_is_followed_to_its_end() -> None:
    plan = Plan("Twelve weeks", NOW.date(), 12)
    phase = Phase(plan.id, first_week=1, last_week=4, weekdays=(1, 4))
    planned = PlannedSets(phase.id, Exercise.SEATED, PlannedSide.EACH, sets=3, reps=8)
    saved, log = SavedHere(), Log(plan, phase)
    saved.note(Change.adding(planned), since(planned), log.read)
    assert saved.contents()[0] == (plan, phase, planned)


def test_what_nobody_has_is_left_out() -> None:
    saved, log = SavedHere(), Log()
    saved.note(Change.adding(LOGGED), since(LOGGED), log.read)
    assert saved.contents()[0] == (LOGGED,)


def test_what_was_deleted_is_remembered_as_such_until_it_comes_back() -> None:
    saved, log = SavedHere(), Log()
    bar = Equipment("Bar")
    deleted = Memory((Equipment, bar.id), NOW)
    saved.note(Change.adding(bar), since(bar), log.read)
    saved.note(Change.removing(bar), Past(memory=(deleted,)), log.read)
    assert saved.contents() == ((), Past(memory=(deleted,)))
    back = since(bar)._replace(memory=(Memory(deleted.key),))
    saved.note(Change.adding(bar), back, log.read)
    assert saved.contents() == ((bar,), since(bar))


def test_an_entry_is_as_old_as_the_log_has_it() -> None:
    saved, log = SavedHere(), Log()
    bar, box = Equipment("Bar"), Equipment("Box")
    saved.note(Change.adding(bar, box), since(bar, at=EARLIER), log.read)
    assert saved.contents() == ((bar, box), since(bar, at=EARLIER))
    saved.note(Change.replacing(bar, replace(bar, name="Rod")), Past(), log.read)
    assert saved.contents() == ((replace(bar, name="Rod"), box), Past())
