"""What is kept of a log, what spoils it, and how much of it is read again."""

import datetime

import pytest

from tracker import TrackerError
from tracker.app.kept import MOST_DAYS_AMENDED, Kept, KeptByDay, Shelf, changes_formula
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session

TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)
WEIGHING = Change.adding(Bodyweight(TODAY, 70.0))


class Read:
    """Counts how often everything is read, and which days are read again."""

    def __init__(self) -> None:
        self.times = 0
        self.days: list[set[datetime.date]] = []
        self.sessions: dict[str, Session] = {}
        self.is_broken = False

    def all(self) -> int:
        if self.is_broken:
            raise TrackerError("the disk is gone")
        self.times += 1
        return self.times

    def some(self, before: int, days: set[datetime.date]) -> int:
        if self.is_broken:
            raise TrackerError("the disk is gone")
        self.days.append(set(days))
        return before

    def by_day(self) -> KeptByDay[int]:
        return KeptByDay(self.all, self.some, self.sessions.get, (Bodyweight,))


@pytest.fixture
def read() -> Read:
    return Read()


def a_set(session: Session) -> LoggedSet:
    return LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0, 0)


def test_a_value_is_read_when_it_is_asked_for_and_once(read: Read) -> None:
    kept = Kept(read.all, (Bodyweight,))
    assert read.times == 0
    assert (kept.is_held, kept.value, kept.value) == (False, 1, 1)


def test_only_the_kinds_declared_spoil_a_value(read: Read) -> None:
    kept = Kept(read.all, (Bodyweight,))
    assert kept.value == 1
    kept.note(Change.adding(Session(TODAY)))
    assert kept.value == 1
    assert kept.is_held
    kept.note(WEIGHING)
    assert (kept.is_held, kept.value) == (False, 2)


def test_nothing_is_a_value_too() -> None:
    asked: list[None] = []
    kept: Kept[None] = Kept(lambda: asked.append(None), (Bodyweight,))
    assert (kept.value, kept.value) == (None, None)
    assert asked == [None]


def test_a_value_that_could_not_be_read_is_asked_for_again(read: Read) -> None:
    kept, read.is_broken = Kept(read.all, (Bodyweight,)), True
    with pytest.raises(TrackerError):
        _ = kept.value
    read.is_broken = False
    assert kept.value == 1


def test_a_set_saved_reads_the_day_of_its_session_again(read: Read) -> None:
    session = Session(TODAY)
    read.sessions[session.id] = session
    kept = read.by_day()
    assert kept.value == 1
    kept.note(Change.adding(a_set(session)))
    assert (kept.value, kept.value) == (1, 1)
    assert read.days == [{TODAY}]


def test_a_session_moved_reads_both_its_days_again(read: Read) -> None:
    session = Session(TODAY)
    kept = read.by_day()
    assert kept.value == 1
    kept.note(Change.replacing(session, Session(TODAY - DAY, id=session.id)))
    assert kept.value == 1
    assert read.days == [{TODAY, TODAY - DAY}]


def test_a_set_whose_session_is_gone_names_no_day(read: Read) -> None:
    kept = read.by_day()
    assert kept.value == 1
    kept.note(Change.removing(a_set(Session(TODAY))))
    assert kept.value == 1
    assert read.days == [set()]


def test_the_days_of_several_changes_are_read_at_once(read: Read) -> None:
    kept = read.by_day()
    assert kept.value == 1
    for back in (0, 1):
        kept.note(Change.adding(Session(TODAY - back * DAY)))
    assert kept.value == 1
    assert read.days == [{TODAY, TODAY - DAY}]


def test_many_days_are_read_with_all(read: Read) -> None:
    kept = read.by_day()
    assert kept.value == 1
    kept.note(
        Change.adding(*(Session(TODAY - back * DAY) for back in range(MOST_DAYS_AMENDED + 1)))
    )
    assert kept.value == 2
    assert read.days == []


def test_days_that_could_not_be_read_are_asked_for_again(read: Read) -> None:
    kept = read.by_day()
    assert kept.value == 1
    kept.note(Change.adding(Session(TODAY)))
    read.is_broken = True
    with pytest.raises(TrackerError):
        _ = kept.value
    read.is_broken = False
    assert kept.value == 1
    assert read.days == [{TODAY}]


@pytest.mark.parametrize(
    "change", [WEIGHING, Change.adding(Runner(formula=Formula.BRZYCKI))], ids=["kind", "when"]
)
def test_some_changes_spoil_all_days(read: Read, change: Change) -> None:
    shelf = Shelf(changes_formula)
    kept = shelf.put(read.by_day())
    assert kept.value == 1
    shelf.note(Change.adding(Session(TODAY)))
    shelf.note(change)
    assert kept.value == 2
    assert read.days == []


def test_what_was_never_read_hears_of_no_days(read: Read) -> None:
    kept = read.by_day()
    kept.note(Change.adding(Session(TODAY)))
    assert kept.value == 1
    assert read.days == []


def test_only_another_formula_changes_the_formula() -> None:
    usual, other = Runner(), Runner(formula=Formula.BRZYCKI)
    assert changes_formula(Change.replacing(usual, other))
    assert changes_formula(Change.removing(other))
    assert not changes_formula(Change.adding(Runner(name="Ada")))


def test_a_shelf_tells_all_that_stands_on_it(read: Read) -> None:
    shelf = Shelf()
    weighed, by_day = shelf.keep(read.all, Bodyweight), shelf.put(read.by_day())
    assert (weighed.value, by_day.value) == (1, 2)
    shelf.note(WEIGHING)
    assert (weighed.value, by_day.value) == (3, 4)
    shelf.forget()
    assert (weighed.value, by_day.value) == (5, 6)
