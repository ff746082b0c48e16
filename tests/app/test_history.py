"""The rows of the History page, how they are kept equal to the log, and the search."""

import datetime
from dataclasses import replace
from math import isnan
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.felt_days import FeltSymptom
from tracker.app.history import History, SessionRow, Terms, hard_sets_by_day
from tracker.app.kept import MOST_DAYS_AMENDED
from tracker.app.logbook import Logbook
from tracker.app.work_done import ExerciseWork, WorkSums
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.evidence import Evidence, SetEvidence
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.measurement import Measurement
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.search import Search, read_search
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.sets_done import SetDone
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database

SEATED, STANDING, BENT = Exercise
LEFT, RIGHT, BOTH = Side
TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)
NAMES = {SEATED: "Sitzend", STANDING: "Stehend", BENT: "Stehend, Knie gebeugt"}
TERMS = Terms(NAMES, lambda event: f"{event.kind.upper()} {event.note}")


class Book:
    """A log in memory, its history, and short words for training."""

    def __init__(self) -> None:
        self.logbook = Logbook(Database.in_memory())
        self.history = History(self.logbook, self.logbook)
        self.reads: list[tuple[object, object]] = []
        ask = self.logbook.database.set_columns

        def watched(first: Any = None, last: Any = None) -> Any:
            self.reads.append((first, last))
            return ask(first, last)

        self.logbook.database.set_columns = watched  # type: ignore[method-assign]

    def do(self, change: Change) -> None:
        self.logbook.apply(change, "change")

    def train(
        self,
        day: datetime.date = TODAY,
        *loads: tuple[Exercise, Side, float],
        hour: int | None = None,
        machine: Equipment | None = None,
        **fields: Any,
    ) -> Session:
        """Log a session with one set per load, of ten repetitions to failure by default."""
        started_at = None
        if hour is not None:
            started_at = datetime.datetime(day.year, day.month, day.day, hour, tzinfo=datetime.UTC)
        session = Session(day, started_at)
        fields = {"reps": 10, "rir": 0.0} | fields
        legs = [load[:2] for load in loads]
        sets = [
            LoggedSet(
                session_id=session.id,
                exercise=exercise,
                side=side,
                external_kg=kg,
                set_no=legs[:place].count((exercise, side)) + 1,
                position=place,
                equipment_id=None if machine is None else machine.id,
                **fields,
            )
            for place, (exercise, side, kg) in enumerate(loads)
        ]
        self.do(Change.adding(session, *sets))
        return session

    def row(self, session: Session) -> SessionRow:
        return next(row for row in self.history.rows() if row.session.id == session.id)

    def days(self) -> list[datetime.date]:
        return [row.session.date for row in self.history.rows()]

    def assert_equal_to_the_log(self) -> None:
        fresh = History(self.logbook, self.logbook)
        assert repr(self.history.rows()) == repr(fresh.rows())  # repr: NaN equals NaN there


@pytest.fixture
def book(qtbot: QtBot) -> Book:
    return Book()


def test_an_empty_log_has_no_rows(book: Book) -> None:
    assert book.history.rows() == []


def test_sessions_come_newest_first(book: Book) -> None:
    for ago in (3, 1, 2):
        book.train(TODAY - ago * DAY, (SEATED, LEFT, 60))
    assert book.days() == [TODAY - ago * DAY for ago in (1, 2, 3)]


def test_sessions_of_one_day_come_newest_first(book: Book) -> None:
    early, late = book.train(hour=7), book.train(hour=18)
    assert [row.session for row in book.history.rows()] == [late, early]


def test_a_session_without_sets_has_a_row_without_work(book: Book) -> None:
    session = book.train()
    assert book.row(session) == SessionRow(session, {}, 0, ())


def best_kg(book: Book, session: Session) -> dict[Side, float]:
    best = book.row(session).work[SEATED].best
    return {side: each.e1rm_kg for side, each in best.items()}


def test_a_row_says_how_far_its_best_is_known(book: Book) -> None:
    session = Session(TODAY)
    machine = Equipment("Lever machine")
    sets = [
        LoggedSet(session.id, SEATED, side, number, 8, kg, number, rir=rir, equipment_id=machine_id)
        for number, (side, kg, rir, machine_id) in enumerate(
            (
                (LEFT, 75, None, None),  # more, on another machine, but not known
                (LEFT, 60, 1, machine.id),
                (RIGHT, 60, None, None),
            ),
            1,
        )
    ]
    book.do(Change.adding(machine, session, *sets))
    best = book.row(session).work[SEATED].best
    assert best[LEFT] == SetEvidence(Evidence.KNOWN, 9.0, 78.0)
    assert best[RIGHT] == SetEvidence(Evidence.NOT_NOTED, 8.0, 76.0)


def test_a_row_has_the_best_estimate_of_each_leg(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60), (SEATED, LEFT, 57), (SEATED, RIGHT, 63))
    assert best_kg(book, session) == pytest.approx({LEFT: 80, RIGHT: 84})


def test_a_leg_without_an_estimate_is_missing(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60), (SEATED, BOTH, 120))
    assert set(best_kg(book, session)) == {LEFT}


def test_the_formula_of_the_runner_counts(book: Book) -> None:
    book.do(Change.adding(Runner(formula=Formula.OCONNER)))
    session = book.train(TODAY, (SEATED, LEFT, 60))
    assert best_kg(book, session) == pytest.approx({LEFT: 75})


def test_volume_stands_by_exercise_and_counts_the_body_where_it_is_lifted(book: Book) -> None:
    book.do(Change.adding(Bodyweight(TODAY, 70)))
    session = book.train(TODAY, (SEATED, LEFT, 60), (SEATED, BOTH, 100), (STANDING, LEFT, 20))
    work = book.row(session).work
    assert work[SEATED].volume_load_kg == pytest.approx(1_600)
    assert work[STANDING].volume_load_kg == pytest.approx(900)


def test_volume_is_unknown_without_a_bodyweight(book: Book) -> None:
    session = book.train(TODAY, (STANDING, LEFT, 20), (SEATED, LEFT, 60))
    work = book.row(session).work
    assert isnan(work[STANDING].volume_load_kg)
    assert work[SEATED].volume_load_kg == pytest.approx(600)


def test_sets_are_counted_by_side(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60), (SEATED, LEFT, 60), (SEATED, BOTH, 90))
    assert book.row(session).work[SEATED].sets == {LEFT: 2, BOTH: 1}


def test_left_and_right_of_one_number_are_one_hard_set(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 60), (STANDING, LEFT, 20))
    assert book.row(session).hard_sets == 2


def test_warm_ups_are_no_hard_sets(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 30), set_type=SetType.WARMUP)
    assert book.row(session).hard_sets == 0


def test_two_sessions_of_one_day_keep_their_own_sums(book: Book) -> None:
    early = book.train(TODAY, (SEATED, LEFT, 60), hour=7)
    late = book.train(TODAY, (SEATED, LEFT, 30), hour=18)
    assert book.row(early).work[SEATED].volume_load_kg == pytest.approx(600)
    assert book.row(late).work[SEATED].volume_load_kg == pytest.approx(300)


def test_equipment_is_named(book: Book) -> None:
    lever, bar = Equipment("Lever machine"), Equipment("Bar")
    book.do(Change.adding(lever, bar))
    session = book.train(TODAY, (SEATED, LEFT, 60), machine=lever)
    other = book.train(TODAY, (STANDING, LEFT, 60), machine=bar)
    assert (book.row(session).equipment, book.row(other).equipment) == (
        ("Lever machine",),
        ("Bar",),
    )


# Kept equal to the log


def test_a_changed_set_reads_only_its_day_again(book: Book) -> None:
    book.train(TODAY - DAY, (SEATED, LEFT, 60))
    session = book.train(TODAY, (SEATED, LEFT, 60))
    book.history.rows()
    book.reads.clear()
    logged = book.logbook.database.sets_of(session.id)[0]
    book.do(Change.replacing(logged, replace(logged, external_kg=66.0)))
    assert best_kg(book, session) == pytest.approx({LEFT: 88})
    assert book.reads == [(TODAY, TODAY)]


def test_nothing_is_read_where_nothing_changed(book: Book) -> None:
    book.train(TODAY, (SEATED, LEFT, 60))
    book.history.rows()
    book.reads.clear()
    book.history.rows()
    assert book.reads == []


def test_a_change_is_told(book: Book, qtbot: QtBot) -> None:
    with qtbot.waitSignal(book.history.refreshed):
        book.train()


def test_a_moved_session_moves_among_the_rows(book: Book) -> None:
    first = book.train(TODAY - 2 * DAY, (SEATED, LEFT, 60))
    book.train(TODAY - DAY, (SEATED, LEFT, 60))
    book.history.rows()
    book.do(Change.replacing(first, first.moved_to(TODAY)))
    assert book.days() == [TODAY, TODAY - DAY]
    book.assert_equal_to_the_log()


def test_many_days_are_read_at_once(book: Book) -> None:
    book.history.rows()
    book.reads.clear()
    sessions = [Session(TODAY - ago * DAY) for ago in range(MOST_DAYS_AMENDED + 1)]
    book.do(Change.adding(*sessions))
    assert len(book.history.rows()) == len(sessions)
    assert book.reads == [(None, None)]


def test_a_weighing_changes_the_sums_of_other_days(book: Book) -> None:
    session = book.train(TODAY, (STANDING, LEFT, 20))
    book.history.rows()
    book.do(Change.adding(Bodyweight(TODAY - 100 * DAY, 70)))
    assert book.row(session).work[STANDING].volume_load_kg == pytest.approx(900)


def test_another_formula_changes_all_estimates(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60))
    book.history.rows()
    book.do(Change.adding(Runner(formula=Formula.OCONNER)))
    assert best_kg(book, session) == pytest.approx({LEFT: 75})
    book.logbook.undo()
    assert best_kg(book, session) == pytest.approx({LEFT: 80})


def test_a_runner_with_the_same_formula_reads_nothing(book: Book) -> None:
    book.train(TODAY, (SEATED, LEFT, 60))
    book.history.rows()
    book.reads.clear()
    book.do(Change.adding(Runner(name="Ada")))
    book.history.rows()
    assert book.reads == []


def test_renamed_equipment_is_named_anew(book: Book) -> None:
    lever = Equipment("Lever")
    book.do(Change.adding(lever))
    session = book.train(TODAY, (SEATED, LEFT, 60), machine=lever)
    book.history.rows()
    book.do(Change.replacing(lever, replace(lever, name="Lever machine")))
    assert book.row(session).equipment == ("Lever machine",)


def test_new_equipment_leaves_the_names_of_others(book: Book) -> None:
    lever = Equipment("Lever", "b")
    book.do(Change.adding(lever))
    session = book.train(TODAY, (SEATED, LEFT, 60), machine=lever)
    book.history.rows()
    book.do(Change.adding(Equipment("Bar", "a")))
    other = book.train(TODAY - DAY, (SEATED, LEFT, 60), machine=lever)
    assert book.row(session).equipment == book.row(other).equipment == ("Lever",)


def test_what_cannot_be_read_is_read_at_the_next_try(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60))
    read = book.logbook.database.set_columns

    def broken(first: Any = None, last: Any = None) -> Any:
        raise TrackerError("the disk reported an error")

    book.logbook.database.set_columns = broken  # type: ignore[method-assign]
    with pytest.raises(TrackerError):
        book.history.rows()
    book.logbook.database.set_columns = read  # type: ignore[method-assign]
    assert book.row(session).hard_sets == 1


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["train", "move", "edit", "delete", "weigh", "undo", "redo", "look"]),
        st.integers(0, 4),
        st.integers(0, 4),
    ),
    max_size=15,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_the_rows_are_always_those_of_a_fresh_look(
    qtbot: QtBot, steps: list[tuple[str, int, int]]
) -> None:
    book = Book()
    book.history.rows()
    for step, which, value in steps:
        sessions = book.logbook.database.sessions()
        chosen = sessions[which % len(sessions)] if sessions else None
        if step == "train":
            book.train(TODAY - value * DAY, (SEATED, LEFT, 50 + which), (STANDING, RIGHT, 9))
        elif step == "weigh":
            weighed = {each.date for each in book.logbook.database.weighings()}
            if TODAY - value * DAY not in weighed:
                book.do(Change.adding(Bodyweight(TODAY - value * DAY, 70 + which)))
        elif step == "undo":
            book.logbook.undo()
        elif step == "redo":
            book.logbook.redo()
        elif step == "look":
            book.history.rows()
        elif chosen is not None and step == "move":
            book.do(Change.replacing(chosen, chosen.moved_to(TODAY - value * DAY)))
        elif chosen is not None and step == "delete":
            book.do(book.history.removal([book.row(chosen)]))
        elif chosen is not None:
            logged = book.logbook.database.sets_of(chosen.id)[0]
            book.do(Change.replacing(logged, replace(logged, external_kg=40.0 + value)))
    book.assert_equal_to_the_log()


# Deleting


def test_sessions_go_with_their_sets(book: Book) -> None:
    kept = book.train(TODAY, (SEATED, LEFT, 60))
    gone = [book.train(TODAY - DAY, (SEATED, LEFT, 60)), book.train(TODAY - DAY)]
    book.do(book.history.removal(map(book.row, gone)))
    assert [row.session for row in book.history.rows()] == [kept]
    assert book.logbook.database.sets_of(gone[0].id) == []


# Searching


def found(book: Book, query: str) -> list[Session]:
    return [row.session for row in book.history.found(read_search(query), TERMS)]


@pytest.fixture
def march(book: Book) -> Session:
    """A session of the 12th of March with a note, on a machine."""
    lever = Equipment("Lever machine")
    book.do(Change.adding(lever))
    session = book.train(datetime.date(2026, 3, 12), (SEATED, LEFT, 60), machine=lever)
    noted = replace(session, note="Achilles stiff for 20 minutes")
    book.do(Change.replacing(session, noted))
    logged = book.logbook.database.sets_of(session.id)[0]
    book.do(Change.replacing(logged, replace(logged, note="Heel slipped", pain_during=4)))
    return noted


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("", True),
        ("   ", True),
        ("achilles", True),
        ("ACHILLES", True),
        ("chill", True),
        ("achilles stiff", True),
        ("achilles left", False),
        ('"achilles stiff"', True),
        ('"stiff achilles"', False),
        ("slipped", True),
        ("lever", True),
        ("seated", True),
        ("sitzend", True),
        ("standing", False),
        ("stehend", False),
        ("2026", True),
        ("2026-03", True),
        ("2026-03-12", True),
        ("2026-03 seated", True),
        ("2026-04", False),
        ("202", False),
        ("20", True),  # of the note
        ("note:achilles", True),
        ("note:slipped", True),
        ("note:lever", False),
        ("note:seated", False),
        ("pain>3", True),
        ("pain>4", False),
        ("seated pain>3 2026-03 note:stiff", True),
        ("lever pain>3", True),
        ("pain>3 standing", False),
    ],
)
def test_all_of_a_search_must_be_found(
    book: Book, march: Session, query: str, is_found: bool
) -> None:
    assert found(book, query) == ([march] if is_found else [])


def test_beside_an_exercise_a_comparison_is_about_its_sets(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60), (STANDING, LEFT, 20), (BENT, LEFT, 10))
    assert found(book, "kg>50") == found(book, "kg>50 seated") == [session]
    assert found(book, "kg>50 sitzend standing") == [session]
    assert found(book, "kg>50 standing") == []


def test_what_is_found_comes_newest_first(book: Book) -> None:
    sessions = [book.train(TODAY - ago * DAY, (SEATED, LEFT, 60)) for ago in (2, 0, 1)]
    assert found(book, "seated kg=60") == [sessions[1], sessions[2], sessions[0]]


def test_the_words_of_the_files_are_found_too(book: Book) -> None:
    session = book.train(TODAY, (BENT, LEFT, 10))
    assert found(book, "standing_bent") == found(book, '"knie gebeugt"') == [session]


def test_words_do_not_run_from_one_text_into_another(book: Book, march: Session) -> None:
    assert found(book, "minutesheel") == []


# By day, for the calendar


def test_hard_sets_are_summed_up_by_day(book: Book) -> None:
    book.train(TODAY, (SEATED, LEFT, 60), (SEATED, LEFT, 60))
    book.train(TODAY, (STANDING, LEFT, 20))
    book.train(TODAY - DAY, (SEATED, LEFT, 30), set_type=SetType.WARMUP)
    assert hard_sets_by_day(book.history.rows()) == {TODAY: 3, TODAY - DAY: 0}


def felt(ago: int, **fields: Any) -> Symptom:
    return Symptom(TODAY - ago * DAY, Moment.NEXT_MORNING, LEFT, **fields)


def test_felt_days_are_those_on_which_something_was_felt(book: Book) -> None:
    assert book.history.felt_days() == {}
    book.do(Change.adding(felt(1, pain=2), felt(2, pain=0), felt(3, pain=0, stiffness_min=5)))
    assert book.history.felt_days().keys() == {TODAY - DAY, TODAY - 3 * DAY}
    assert book.history.felt_days() is book.history.felt_days()


def test_a_day_with_symptoms_alone_is_found_among_the_sessions(book: Book) -> None:
    book.train(TODAY, (SEATED, LEFT, 60))
    book.train(TODAY - 2 * DAY, (SEATED, LEFT, 60))
    alone = felt(1, pain=4)
    book.do(Change.adding(alone, felt(2, pain=6), felt(3, pain=0)))
    rows = book.history.found(read_search(""), TERMS)
    assert [row.session.date for row in rows] == [TODAY, TODAY - DAY, TODAY - 2 * DAY]
    assert [row.felt is not None for row in rows] == [False, True, False]
    assert len(book.history.rows()) == 2
    for query, is_found in (
        ("2026-11", True),
        ("2026-11-23", True),
        ("pain>3", True),
        ("pain>4", False),
        ("pain>3 kg>5", False),
        ("seated", False),
        ("note:x", False),
    ):
        found_rows = book.history.found(read_search(query), TERMS)
        assert any(row.felt for row in found_rows) is is_found, query
    book.do(book.history.removal([rows[1]]))
    symptoms = book.logbook.database.symptoms()
    assert [each.date for each in symptoms] == [TODAY - 3 * DAY, TODAY - 2 * DAY]


def test_what_was_felt_of_a_session_is_told_to_who_searches_for_pain(book: Book) -> None:
    session = book.train(TODAY - DAY, (SEATED, LEFT, 60))
    morning = felt(0, pain=4, session_id=session.id)
    book.do(
        Change.adding(
            morning, Symptom(TODAY - DAY, Moment.AFTER, LEFT, pain=0, session_id=session.id)
        )
    )

    def met(query: str) -> list[FeltSymptom]:
        rows = book.history.found(read_search(query), TERMS)
        return [each for row in rows if row.is_session for each in row.met]

    assert [(each.moment, each.pain) for each in met("pain>3")] == [(Moment.NEXT_MORNING, 4)]
    assert len(met("pain>=0")) == 1  # nought was not felt
    assert met("seated") == met("") == []


def test_the_worst_pain_of_the_sets_found_is_told_too(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60), (SEATED, LEFT, 60), (SEATED, RIGHT, 60))
    for logged, pain in zip(book.logbook.database.sets_of(session.id), (4, 5, 4), strict=True):
        book.do(Change.replacing(logged, replace(logged, pain_during=pain)))

    def met(query: str) -> list[tuple[Moment, Side, float]]:
        (row,) = book.history.found(read_search(query), TERMS)
        return [(each.moment, each.side, each.pain) for each in row.met]

    assert met("pain>3") == [(Moment.DURING, LEFT, 5), (Moment.DURING, RIGHT, 4)]
    assert met("pain>4") == [(Moment.DURING, LEFT, 5)]
    assert met("kg=60 pain<5") == [(Moment.DURING, LEFT, 4), (Moment.DURING, RIGHT, 4)]
    assert met("kg=60") == []
    noted = Symptom(TODAY, Moment.DURING, LEFT, pain=6, session_id=session.id)
    book.do(Change.adding(noted))
    assert met("pain>3") == [(Moment.DURING, RIGHT, 4), (Moment.DURING, LEFT, 6)]


def test_a_day_on_which_an_event_began_is_found_among_the_sessions(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60))
    race = Event(TODAY - DAY, EventKind.RACE, note="Half marathon")
    visit = Event(TODAY, EventKind.VISIT)
    travel = Event(TODAY - 9 * DAY, EventKind.TRAVEL, TODAY - 3 * DAY)
    book.do(Change.adding(race, visit, travel, felt(1, pain=4)))
    rows = book.history.found(read_search(""), TERMS)
    assert [row.session.date for row in rows] == [TODAY, TODAY - DAY, TODAY - 9 * DAY]
    assert [row.events for row in rows] == [(), (race,), (travel,)]
    assert [row.is_session for row in rows] == [True, False, False]
    for query, days in (
        ("event:race", [1]),
        ("event:marathon", [1]),
        ("event:visit", [0]),  # its day has a session
        ("event:race event:half", [1]),
        ("event:race event:visit", []),
        ("event:race pain>3", [1]),
        ("event:travel pain>3", []),
        ("marathon", [1]),
        ("note:half", [1]),
        ("note:race", []),
        ("2026-11-15", [9]),
        ("seated event:visit", [0]),
        ("seated event:race", []),
    ):
        found_rows = book.history.found(read_search(query), TERMS)
        assert [(TODAY - row.session.date).days for row in found_rows] == days, query
    assert book.history.events_on(TODAY) == [visit]
    assert book.history.events_on(TODAY - 4 * DAY) == [travel]
    book.do(book.history.removal(rows[1:]))
    database = book.logbook.database
    assert (database.events(), database.symptoms()) == ([visit], [])
    assert database.sessions() == [session]


def test_sessions_of_an_injury_that_goes_on_are_found_by_it(book: Book) -> None:
    before = book.train(TODAY - 9 * DAY, (SEATED, LEFT, 60))
    after = book.train(TODAY, (SEATED, LEFT, 60))
    assert found(book, "event:injury") == []
    book.do(Change.adding(Event(TODAY - 5 * DAY, EventKind.INJURY)))
    assert found(book, "event:injury")[0] == after
    assert before not in found(book, "event:injury")


def test_sessions_since_an_event_or_a_day_are_found(book: Book) -> None:
    days = 0, 9, 20, 40
    for ago in days:
        book.train(TODAY - ago * DAY, (SEATED, LEFT, 60))

    def found_days(query: str) -> list[int]:
        rows = book.history.found(read_search(query), TERMS)
        return [(TODAY - row.session.date).days for row in rows]

    assert found_days("since:injury") == []
    injury = Event(TODAY - 20 * DAY, EventKind.INJURY, side=LEFT, note="on a hill")
    healed = Event(TODAY - 10 * DAY, EventKind.INJURY, TODAY - 8 * DAY)
    visits = [Event(TODAY - ago * DAY, EventKind.VISIT) for ago in (9, 0)]
    book.do(Change.adding(injury, healed, *visits, felt(15, pain=4)))
    # The injury that goes on, not the one that began later; days without a session as well.
    assert found_days("since:injury") == [0, 9, 10, 15, 20]
    assert found_days("since:hill pain>3") == [15]
    # A visit of the last day is what is looked back from.
    assert found_days("since:visit") == [0, 9]
    assert found_days("seated since:visit since:injury") == [0, 9]
    month = (TODAY - 10 * DAY).isoformat()
    assert found_days(f"since:{month}") == [0, 9, 10]
    assert found_days("since:2026-01") == [0, 9, 10, 15, 20, 40]
    assert found_days("since:race") == []


def test_nothing_is_found_since_an_event_of_an_empty_log(book: Book) -> None:
    assert book.history.found(read_search("since:visit"), TERMS) == []


def test_a_row_gives_its_own_sets_in_the_order_they_were_done(book: Book) -> None:
    book.train(TODAY - DAY, (SEATED, LEFT, 50))
    session = book.train(TODAY, (SEATED, LEFT, 60), (STANDING, RIGHT, 12.5), reps=8)
    without = book.train(TODAY - 3 * DAY)
    work = SetType.WORK
    assert list(book.row(session).sets) == [
        SetDone(SEATED, LEFT, work, 8, 60.0),
        SetDone(STANDING, RIGHT, work, 8, 12.5),
    ]
    assert list(book.row(without).sets) == []
    later = book.train(TODAY, (BENT, BOTH, 5))  # the days read again have columns of their own
    assert [each.exercise for each in book.row(later).sets] == [BENT]
    assert [each.exercise for each in book.row(session).sets] == [SEATED, STANDING]


# Another window on the same log


def test_what_another_window_changed_is_read_anew(qtbot: QtBot) -> None:
    book = Book()
    here = book.train()
    assert len(book.history.rows()) == 1
    elsewhere = Session(TODAY - DAY)
    book.logbook.database.apply(Change.adding(elsewhere))
    with qtbot.waitSignal(book.history.refreshed):
        book.logbook.reloaded.emit()
    assert [row.session for row in book.history.rows()] == [here, elsewhere]


def test_symptoms_of_another_window_are_read_anew(book: Book) -> None:
    assert book.history.felt_days() == {}
    book.logbook.database.apply(Change.adding(Symptom(TODAY, Moment.AFTER, LEFT, pain=2)))
    book.logbook.reloaded.emit()
    assert book.history.felt_days().keys() == {TODAY}


def test_what_a_session_did_is_summed_up_when_it_is_looked_at(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessions = [book.train(TODAY - ago * DAY, (SEATED, LEFT, 60)) for ago in range(5)]
    looked_at: list[int] = []
    summed_up = WorkSums.of

    def of(self: WorkSums, place: int) -> dict[Exercise, ExerciseWork]:
        looked_at.append(place)
        return summed_up(self, place)

    monkeypatch.setattr(WorkSums, "of", of)
    rows = History(book.logbook, book.logbook).rows()
    assert [(SEATED in row.work, STANDING in row.work, len(row.work)) for row in rows] == [
        (True, False, 1)
    ] * len(sessions)
    assert looked_at == []
    for _ in range(2):
        assert rows[0].work[SEATED].sets == {LEFT: 1}
    assert looked_at == [4]  # the newest, and once


def test_days_with_measurements_alone_are_rows_and_are_removed_with_what_was_felt(
    book: Book,
) -> None:
    alone = Measurement(TODAY - DAY, "knee_to_wall", 9.0, Side.LEFT)
    book.do(Change.adding(alone, felt(1, pain=4), Measurement(TODAY - 2 * DAY, "visa_a", 70.0)))
    assert [each.kind for each in book.history.measured()] == ["visa_a", "knee_to_wall"]
    rows = book.history.found(Search(), TERMS)
    assert [row.session.date for row in rows] == [TODAY - DAY, TODAY - 2 * DAY]
    book.do(book.history.removal(rows[:1]))
    assert [each.kind for each in book.history.measured()] == ["visa_a"]
    assert book.logbook.database.symptoms() == []


def test_sessions_are_found_by_what_was_measured_on_their_day(book: Book) -> None:
    session = Session(TODAY)
    book.do(Change.adding(session, Session(TODAY - DAY), Measurement(TODAY, "visa_a", 55.0)))
    found = book.history.found(read_search("visa<60"), TERMS)
    assert [row.session for row in found] == [session]
    assert book.history.found(read_search("visa<50"), TERMS) == []


# Bests


def test_a_session_has_a_best_where_a_leg_s_estimate_is_higher_than_ever(book: Book) -> None:
    book.train(TODAY - 3 * DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 60))  # the first beats nothing
    second = book.train(TODAY - 2 * DAY, (SEATED, LEFT, 62.5), (SEATED, RIGHT, 60))
    third = book.train(TODAY - DAY, (SEATED, LEFT, 61), (SEATED, RIGHT, 55))
    fourth = book.train(TODAY, (SEATED, LEFT, 62.5), (SEATED, RIGHT, 61))
    assert book.history.bests() == {}  # nothing is read for it
    book.history.rows()
    before = {
        second.id: {(SEATED, LEFT)},
        fourth.id: {(SEATED, RIGHT)},
    }
    assert book.history.bests() == before
    assert book.history.bests() is book.history.bests()
    book.do(Change.removing(*book.logbook.database.sets_of(second.id), second))
    assert book.history.bests() == before  # until the rows are read again
    book.history.rows()
    assert book.history.bests() == {
        third.id: {(SEATED, LEFT)},
        fourth.id: {(SEATED, LEFT), (SEATED, RIGHT)},
    }


def test_what_another_machine_or_an_easy_set_tells_is_no_best(book: Book) -> None:
    machine = Equipment("sled")
    book.do(Change.adding(machine))
    book.train(TODAY - 2 * DAY, (SEATED, LEFT, 60))
    book.train(TODAY - DAY, (SEATED, LEFT, 90), machine=machine)
    book.train(TODAY, (SEATED, LEFT, 80), rir=6.0)  # at least so much, and no known estimate
    assert len(book.history.rows()) == 3
    assert book.history.bests() == {}


def test_an_event_is_searched_for_in_an_empty_log_too(book: Book) -> None:
    assert book.history.found(read_search("event:race"), TERMS) == []
