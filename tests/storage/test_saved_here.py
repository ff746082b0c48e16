"""What was saved through a window is remembered as it became, with all that it refers to."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.change import Change, Edit, Entry
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import LoggedSet, Session
from tracker.storage.saved_here import Found, SavedHere

NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
EARLIER = NOW - datetime.timedelta(days=3)
SESSION = Session(NOW.date())
LOGGED = LoggedSet(SESSION.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0)


class Log:
    """A log that notes what it is asked."""

    def __init__(self, *entries: Entry) -> None:
        self._entries = entries
        self.asked: list[tuple[type[Entry], list[str]]] = []

    def read(self, kind: type[Entry], ids: Sequence[str]) -> Found:
        self.asked.append((kind, list(ids)))
        found = [each for each in self._entries if type(each) is kind and each.id in ids]
        return found, {(kind, each.id): EARLIER for each in found}


def test_what_an_entry_refers_to_is_read_once() -> None:
    saved, log = SavedHere(), Log(SESSION)
    assert not saved
    saved.note(Change.adding(LOGGED), NOW, log.read)
    saved.note(Change.replacing(LOGGED, replace(LOGGED, reps=9)), NOW, log.read)
    assert saved
    assert log.asked == [(Session, [SESSION.id])]
    assert saved.contents() == (
        (SESSION, replace(LOGGED, reps=9)),
        {(Session, SESSION.id): EARLIER, (LoggedSet, LOGGED.id): NOW},
    )


def test_what_is_referred_to_is_followed_to_its_end() -> None:
    plan = Plan("Twelve weeks", NOW.date(), 12)
    phase = Phase(plan.id, first_week=1, last_week=4, weekdays=(1, 4))
    planned = PlannedSets(phase.id, Exercise.SEATED, PlannedSide.EACH, sets=3, reps=8)
    saved, log = SavedHere(), Log(plan, phase)
    saved.note(Change.adding(planned), NOW, log.read)
    assert saved.contents()[0] == (plan, phase, planned)


def test_what_nobody_has_is_left_out() -> None:
    saved, log = SavedHere(), Log()
    saved.note(Change.adding(LOGGED), NOW, log.read)
    assert saved.contents()[0] == (LOGGED,)


def test_what_was_deleted_is_none_of_it() -> None:
    saved, log = SavedHere(), Log()
    bar = Equipment("Bar")
    saved.note(Change.adding(bar), NOW, log.read)
    saved.note(Change.removing(bar), NOW, log.read)
    assert saved.contents() == ((), {})


def test_an_entry_that_came_back_is_as_old_as_it_was() -> None:
    saved, log = SavedHere(), Log()
    bar, box = Equipment("Bar"), Equipment("Box")
    saved.note(Change((Edit(None, bar, EARLIER), Edit(None, box, None))), NOW, log.read)
    assert saved.contents() == ((bar, box), {(Equipment, bar.id): EARLIER})
