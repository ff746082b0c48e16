"""What a search asks of sets and symptoms."""

import datetime
from typing import Any

import pytest

from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import kg_from_pounds
from tracker.domain.search import read_search
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database

SEATED, STANDING, BENT = Exercise
DAY = datetime.date(2026, 3, 12)


class Book:
    """A log in memory with two sessions."""

    def __init__(self) -> None:
        self.database = Database.in_memory()
        self.one, self.other = Session(DAY), Session(DAY)
        self.database.apply(Change.adding(self.one, self.other))
        self._places = 0

    def log(self, session: Session, exercise: Exercise, **fields: Any) -> None:
        self._places += 1
        given = {"reps": 8, "external_kg": 60.0} | fields
        place = self._places
        logged = LoggedSet(session.id, exercise, Side.LEFT, place, position=place, **given)
        self.database.apply(Change.adding(logged))

    def meeting(self, text: str) -> dict[str, set[Exercise]]:
        return self.database.exercises_meeting(read_search(text).comparisons)


@pytest.fixture
def book() -> Book:
    return Book()


def test_sessions_are_found_with_the_exercises_that_meet(book: Book) -> None:
    book.log(book.one, SEATED, pain_during=5)
    book.log(book.one, STANDING, pain_during=1)
    book.log(book.one, BENT, pain_during=4)
    book.log(book.other, SEATED)
    assert book.meeting("pain>3") == {book.one.id: {SEATED, BENT}}


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("reps>8", False),
        ("reps>=8", True),
        ("reps<8", False),
        ("reps<=8", True),
        ("reps=8", True),
        ("kg>59.9", True),
        ("kg=60", True),
        ("kg=60.5", False),
        ("rir=0", False),
        ("pain<9", False),
        ("hold>0", False),
    ],
)
def test_figures_are_compared_and_what_was_not_noted_meets_nothing(
    book: Book, text: str, is_found: bool
) -> None:
    book.log(book.one, SEATED)
    assert bool(book.meeting(text)) is is_found


def test_a_hold_is_found_by_its_seconds(book: Book) -> None:
    book.log(book.one, SEATED, hold_s=45.0)
    assert book.meeting("hold>30") == {book.one.id: {SEATED}}
    assert book.meeting("hold>45") == {}


def test_a_load_in_pounds_is_found_as_it_was_typed(book: Book) -> None:
    book.log(book.one, SEATED, external_kg=kg_from_pounds(135))
    assert book.meeting("lb=135")
    assert book.meeting("kg=61.23")


def test_one_set_must_meet_all(book: Book) -> None:
    book.log(book.one, SEATED, reps=12, external_kg=40.0)
    book.log(book.one, SEATED, reps=5, external_kg=70.0)
    assert book.meeting("reps>10 kg>60") == {}
    assert book.meeting("reps>10 kg<60") == {book.one.id: {SEATED}}


def test_pain_of_the_session_counts_as_pain_of_all_it_did(book: Book) -> None:
    book.log(book.other, SEATED, pain_during=4)
    symptoms = (
        Symptom(DAY, Moment.NEXT_MORNING, Side.LEFT, pain=6, session_id=book.one.id),
        Symptom(DAY, Moment.BEFORE, Side.LEFT, pain=6),
        Symptom(DAY, Moment.AFTER, Side.LEFT, stiffness_min=20, session_id=book.other.id),
    )
    book.database.apply(Change.adding(*symptoms))
    assert book.meeting("pain>5") == {book.one.id: set(Exercise)}
    assert set(book.meeting("pain>3")) == {book.one.id, book.other.id}
    assert book.meeting("pain>5 reps>1") == {}  # of a set, which has no such pain


def test_notes_of_sets_are_given_by_session(book: Book) -> None:
    book.log(book.one, SEATED, note="slow")
    book.log(book.one, SEATED, note="heel slipped")
    book.log(book.other, SEATED)
    assert book.database.notes_of_sets() == {book.one.id: "slow\nheel slipped"}


def test_the_symptoms_of_sessions_that_meet_are_given_by_session(book: Book) -> None:
    morning = Symptom(DAY, Moment.NEXT_MORNING, Side.LEFT, pain=6, session_id=book.one.id)
    after = Symptom(DAY, Moment.AFTER, Side.LEFT, pain=4, session_id=book.one.id)
    alone = Symptom(DAY, Moment.BEFORE, Side.LEFT, pain=6)
    book.database.apply(Change.adding(morning, after, alone))

    def met(text: str) -> dict[str, list[Symptom]]:
        return book.database.symptoms_meeting(read_search(text).comparisons)

    assert met("pain>5") == {book.one.id: [morning]}
    assert met("pain>3 pain<5") == {book.one.id: [after]}
    assert met("pain>3 reps>1") == {}


def test_the_worst_pain_of_the_sets_that_meet_is_given_by_session_and_leg(book: Book) -> None:
    for pain in (4, 6, 2, 0, None):
        book.log(book.one, SEATED, pain_during=pain)

    def worst(text: str) -> dict[str, dict[Side, int]]:
        return book.database.pain_of_sets_meeting(read_search(text).comparisons)

    assert worst("pain>3") == {book.one.id: {Side.LEFT: 6}}
    assert worst("pain<5 kg=60") == {book.one.id: {Side.LEFT: 4}}
    assert worst("pain=0") == worst("kg=60") == {}
