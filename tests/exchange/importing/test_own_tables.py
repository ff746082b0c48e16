import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.logs import exported, finished, log_of
from tests.exchange.test_round_trip import dialects
from tests.strategies import heel_raise_tests, sessions, symptoms
from tracker.domain.change import Change, Edit, Entry
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.measurement import Measurement, newtons
from tracker.domain.run import Run
from tracker.domain.session import Session
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.exchange.csv_text import Record, decoded, delimiter_of, records_of
from tracker.exchange.importing.foreign_csv import reading_csv
from tracker.exchange.importing.formats import heading_of
from tracker.exchange.importing.found import LeftOut, ReadFile, Told
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.own_tables import Laid, laid_beside, own_table, read_entries
from tracker.exchange.importing.proposal import Answers, build_change
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.events import EVENTS
from tracker.exchange.tables.goals import GOALS
from tracker.exchange.tables.measurements import MEASUREMENTS
from tracker.exchange.tables.runs import RUNS
from tracker.exchange.tables.sessions import SESSIONS
from tracker.exchange.tables.symptoms import SYMPTOMS
from tracker.exchange.tables.table import AnyTable
from tracker.exchange.tables.tests import TESTS
from tracker.storage.database import Database

DAY = datetime.date(2026, 11, 24)
TEST = HeelRaiseTest(DAY, Exercise.STANDING, Side.LEFT, 25, 62.5, 10.0, StopReason.HEEL, 2, "=x")
SYMPTOM = Symptom(DAY, Moment.NEXT_MORNING, Side.LEFT, Site.CALF, 2, 15, "s1")
TEST_CELLS = ("2026-11-24", "standing", "left", "25", "62.5", "31.25", "10", "heel", "2", "'=x")
MEASUREMENT_CELLS = ("2026-11-24", "peak_force_seated", "left", "412.5", "N", "400 412.5", "")
INJURY = Event(DAY, EventKind.INJURY, DAY, Side.LEFT, Site.CALF, "=x")
SYMPTOM_CELLS = ("2026-11-24", "next_morning", "left", "calf", "2", "15", "s1")


def rows_of(data: bytes) -> tuple[list[str], list[Record]]:
    """Return the headings and the rows of a file."""
    text = decoded(data, "file.csv")
    header, *rows = records_of(text, delimiter_of(text), is_quoted=True)
    return [heading_of(cell) for cell in header.fields], rows


def read(data: bytes) -> list[Told | LeftOut]:
    headings, rows = rows_of(data)
    table = own_table(headings)
    assert table is not None
    return list(read_entries(table, headings, rows))


def laid(told: Sequence[Told], database: Database) -> Laid:
    there: list[Entry] = [*database.tests(), *database.symptoms(), *database.measurements()]
    there += database.events()
    return laid_beside(told, there, database.sessions())


def change_adding(entries: Sequence[Entry], database: Database) -> Change:
    found = laid([Told(line, entry) for line, entry in enumerate(entries, 2)], database)
    assert found.left_out == ()
    return Change(found.edits)


def imported(database: Database, data: bytes) -> Change:
    """Import one of our small files; nothing may be left out."""
    found = read(data)
    told = [each for each in found if isinstance(each, Told)]
    assert len(told) == len(found)
    change = change_adding([each.entry for each in told], database)
    database.apply(change)
    return change


def one_of(table: AnyTable, cells: Sequence[str]) -> Entry | LeftOut:
    """Read a row at line 7."""
    (found,) = read_entries(table, table.names, [Record(7, list(cells))])
    return found if isinstance(found, LeftOut) else found.entry


def one_test(cells: Sequence[str] = TEST_CELLS) -> HeelRaiseTest | LeftOut:
    found = one_of(TESTS, cells)
    assert isinstance(found, HeelRaiseTest | LeftOut)
    return found if isinstance(found, LeftOut) else replace(found, id=TEST.id)


def one_symptom(cells: Sequence[str] = SYMPTOM_CELLS) -> Symptom | LeftOut:
    found = one_of(SYMPTOMS, cells)
    assert isinstance(found, Symptom | LeftOut)
    return found if isinstance(found, LeftOut) else replace(found, id=SYMPTOM.id)


# There and back


@settings(max_examples=60, deadline=None)
@given(
    sessions=st.lists(sessions, max_size=2),
    felt=st.lists(symptoms, max_size=5),
    data=st.data(),
    dialect=dialects,
)
def test_export_import_export_of_symptoms_gives_the_same_bytes(
    sessions: list[Session], felt: list[Symptom], data: st.DataObject, dialect: Dialect
) -> None:
    owners = st.sampled_from([None, *(session.id for session in sessions)])
    felt = [replace(each, session_id=data.draw(owners)) for each in felt]
    database, other = log_of(*sessions, *felt), Database.in_memory()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "symptoms.csv"
        first = exported(database, path, dialect)
        imported(other, first)
        assert exported(other, path, dialect) == first
    database.close()
    other.close()


@settings(max_examples=30, deadline=None)
@given(done=st.lists(heel_raise_tests, max_size=4))
def test_the_same_file_twice_adds_nothing(done: list[HeelRaiseTest]) -> None:
    # One done twice with the same figures stays two, whatever its id.
    again = [replace(each, id=each.id[::-1]) for each in done[:1] if each.id != each.id[::-1]]
    database = log_of(*done, *again)
    with TemporaryDirectory() as folder:
        data = exported(database, Path(folder) / "tests.csv")
    other = Database.in_memory()
    assert len(imported(other, data).edits) == len(done) + len(again)
    assert not imported(other, data)
    assert not imported(database, data)
    database.close()
    other.close()


def proposed(database: Database, data: bytes) -> tuple[ReadFile, Answers, LogSoFar]:
    found = finished(reading_csv(data, "file.csv"))
    return found, Answers(found.guessed_mapping), LogSoFar.of(database, found)


def test_a_longer_file_adds_what_is_new(tmp_path: Path) -> None:
    database = log_of(TEST)
    longer = log_of(TEST, replace(TEST, id="b"), replace(TEST, id="c", reps=26))
    change = imported(database, exported(longer, tmp_path / "tests.csv"))
    assert [edit.entry.reps for edit in change.edits if isinstance(edit.entry, HeelRaiseTest)] == [
        25,
        26,
    ]


# Sessions of symptoms


def test_a_symptom_stays_with_its_session() -> None:
    session = Session(DAY - datetime.timedelta(days=1), id="s1")
    assert change_adding([SYMPTOM], log_of(session)) == Change.adding(SYMPTOM)


@pytest.mark.parametrize(
    ("moment", "felt", "trained"),
    [
        (Moment.AFTER, DAY, DAY),
        (Moment.NEXT_MORNING, DAY, DAY - datetime.timedelta(days=1)),
        (Moment.NEXT_MORNING, datetime.date(1900, 1, 1), datetime.date(1900, 1, 1)),
    ],
)
def test_a_session_that_the_log_lacks_is_added_once_on_its_day(
    moment: Moment, felt: datetime.date, trained: datetime.date
) -> None:
    one = Symptom(felt, moment, Side.LEFT, pain=1, session_id="s1")
    other = Symptom(felt, moment, Side.RIGHT, pain=1, session_id="s1")
    change = change_adding([one, other], Database.in_memory())
    assert change == Change.adding(Session(trained, id="s1"), one, other)


# Sessions of their own table

SESSION = Session(
    DAY, datetime.datetime(2026, 11, 24, 18, 5, tzinfo=datetime.UTC), "=calm", "s1", 1234.5
)
SESSION_CELLS = ("s1", "2026-11-24", "18:05:00", "20.575", "'=calm")


@settings(max_examples=60, deadline=None)
@given(held=st.lists(sessions, max_size=4, unique_by=lambda session: session.id), dialect=dialects)
def test_export_import_export_of_sessions_gives_the_same_bytes(
    held: list[Session], dialect: Dialect
) -> None:
    database, other = log_of(*held), Database.in_memory()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sessions.csv"
        first = exported(database, path, dialect)
        imported(other, first)
        assert exported(other, path, dialect) == first
        assert not imported(other, first)
        assert not imported(database, first)
    database.close()
    other.close()


def test_a_session_is_read_with_all_that_is_known_of_it() -> None:
    found = one_of(SESSIONS, SESSION_CELLS)
    assert isinstance(found, Session)
    assert found.started_at is not None
    assert replace(found, started_at=SESSION.started_at) == SESSION
    assert (str(found.started_at.time()), found.started_at.tzinfo is None) == ("18:05:00", False)


def test_what_is_not_known_of_a_session_is_taken_and_what_is_known_is_kept() -> None:
    # As sets.csv brings it: its start, neither duration nor note.
    bare = replace(SESSION, note="", duration_s=None)
    told = replace(SESSION, started_at=None)
    assert change_adding([told], log_of(bare)).edits == (Edit(bare, SESSION),)
    assert not change_adding([bare], log_of(SESSION))


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ({"date": DAY - datetime.timedelta(days=1)}, "on 2026-11-24"),
        ({"started_at": datetime.datetime(2026, 11, 24, 6, tzinfo=datetime.UTC)}, "another time"),
        ({"duration_s": 1234.6}, "another duration"),
        ({"note": "other"}, "another note"),
    ],
)
def test_a_session_that_is_known_otherwise_is_left_out_with_its_line(
    other: dict[str, Any], what: str
) -> None:
    found = laid([Told(7, replace(SESSION, **other))], log_of(SESSION))
    (left_out,) = found.left_out
    assert (left_out.line, found.edits, found.lines) == (7, (), {})
    assert what in left_out.reason


def test_a_duration_is_known_to_the_millisecond() -> None:
    told = replace(SESSION, duration_s=1234.5004)
    assert laid([Told(7, told)], log_of(SESSION)) == Laid((), {}, ())


def test_a_session_that_stands_twice_is_taken_once_with_all_that_is_told() -> None:
    told = [replace(SESSION, note=""), replace(SESSION, duration_s=None)]
    assert change_adding(told, Database.in_memory()).edits == (Edit(None, SESSION),)


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("session_id", "", "The session_id is missing."),
        ("session_id", "x" * 201, "200 characters"),
        ("date", "24.11.2026", "is not a day"),
        ("time", "25:00", "“25:00” is not a time of day."),
        ("duration_min", "1441", "A session in seconds must be 0 to 86400"),
        ("notes", "x" * 10_001, "10,000 characters"),
    ],
)
def test_a_session_that_cannot_be_is_left_out_with_its_line_and_reason(
    column: str, cell: str, reason: str
) -> None:
    cells = dict(zip(SESSIONS.names, SESSION_CELLS, strict=True)) | {column: cell}
    found = one_of(SESSIONS, list(cells.values()))
    assert isinstance(found, LeftOut)
    assert found.line == 7
    assert reason in found.reason


# Cells


def test_a_test_is_read_with_all_that_is_known_of_it() -> None:
    assert one_test() == TEST


def test_a_symptom_is_read_with_all_that_is_known_of_it() -> None:
    assert one_symptom() == SYMPTOM


def test_a_run_is_read_with_all_that_is_known_of_it() -> None:
    found = one_of(RUNS, ("2026-11-24", "07:30:00", "10.5", "52.5"))
    assert isinstance(found, Run)
    assert found.started_at is not None
    assert found.started_at.time() == datetime.time(7, 30)
    assert (found.date, found.distance_km, found.duration_s) == (DAY, 10.5, 3150)
    bare = one_of(RUNS, ("2026-11-24", "", "10.5", ""))
    assert isinstance(bare, Run)
    assert (bare.started_at, bare.duration_s) == (None, None)


def test_a_run_that_is_there_already_is_known_by_the_second_and_the_wall_s_time(
    tmp_path: Path,
) -> None:
    zone = datetime.timezone(datetime.timedelta(hours=9))
    start = datetime.datetime(2026, 11, 24, 7, 30, 0, 250_000, zone)
    database = log_of(Run(DAY, 10.5, start, 3150.0004), Run(DAY, 10.5))
    data = exported(database, tmp_path / "runs.csv")
    change, _ = build_change(*proposed(database, data))
    assert not change
    other = Database.in_memory()
    change, _ = build_change(*proposed(other, data))
    other.apply(change)
    assert exported(other, tmp_path / "again" / "runs.csv") == data


def test_a_goal_is_read_with_all_that_is_known_of_it() -> None:
    goal = Goal(GoalKind.MEASUREMENT, None, 40.0, Side.LEFT, DAY, "=Grip", "kg")
    cells = ("measurement", "", "left", "40", "2026-11-24", "'=Grip", "kg")
    found = one_of(GOALS, cells)
    assert isinstance(found, Goal)
    assert replace(found, id=goal.id) == goal
    trained = one_of(GOALS, ("difference_percent", "seated", "both", "5", "", "", ""))
    assert isinstance(trained, Goal)
    assert (trained.exercise, trained.by) == (Exercise.SEATED, None)
    assert isinstance(one_of(GOALS, ("luck", "seated", "both", "5", "", "", "")), LeftOut)


def test_an_event_is_read_with_all_that_is_known_of_it() -> None:
    cells = ("2026-11-24", "2026-11-24", "injury", "left", "calf", "'=x")
    found = one_of(EVENTS, cells)
    assert isinstance(found, Event)
    assert replace(found, id=INJURY.id) == INJURY


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("date", "", "The date is missing."),
        ("until", "2026-11-23", "cannot end on 2026-11-23"),
        ("kind", "party", "is no kind of event; it is one of injury"),
        ("kind", "race", "Only an injury has a leg and a site."),
        ("side", "middle", "is no side"),
        ("site", "knee", "is no site"),
    ],
)
def test_an_event_that_cannot_be_is_left_out_with_its_line_and_reason(
    column: str, cell: str, reason: str
) -> None:
    cells = ["2026-11-24", "", "injury", "left", "calf", ""]
    cells[EVENTS.names.index(column)] = cell
    found = one_of(EVENTS, cells)
    assert isinstance(found, LeftOut)
    assert found.line == 7
    assert reason in found.reason


def test_columns_may_be_missing_or_stand_elsewhere() -> None:
    headings = ["side", "date", "reps", "exercise", "more"]
    rows = [Record(2, ["Left", "2026-11-24", "25", "STANDING", "?"]), Record(3, ["left"])]
    told, bare = read_entries(TESTS, headings, rows)
    assert isinstance(told, Told)
    found = told.entry
    assert isinstance(found, HeelRaiseTest)
    assert (found.reps, found.cadence_bpm, found.incline_deg, found.note) == (25, None, 0.0, "")
    assert bare == LeftOut(3, "The date is missing.")


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("date", "24.11.2026", "“24.11.2026” is not a day like 2026-11-24."),
        ("date", "1800-01-01", "must lie between 1900-01-01"),
        ("exercise", "seated", "done standing"),
        ("exercise", "squat", "“squat” is no exercise; it is one of seated, standing,"),
        ("side", "", "The side is missing."),
        ("side", "both", "of one leg"),
        ("reps", "", "Repetitions are missing."),
        ("reps", "25.5", "Repetitions must be a whole number, not 25.5."),
        ("reps", "1001", "Repetitions must be 0 to 1000, not 1001."),
        ("reps", "many", "“many” is not a number."),
        ("cadence_bpm", "1e400", "is not a number"),
        ("incline_deg", "46", "must be 0 to 45"),
        ("stop_reason", "bored", "“bored” is no reason to stop"),
        ("pain", "11", "Pain must be 0 to 10, not 11."),
        ("notes", "x" * 10_001, "10,000 characters"),
    ],
)
def test_a_test_that_cannot_be_is_left_out_with_its_line_and_reason(
    column: str, cell: str, reason: str
) -> None:
    cells = list(TEST_CELLS)
    cells[TESTS.names.index(column)] = cell
    found = one_test(cells)
    assert isinstance(found, LeftOut)
    assert found.line == 7
    assert reason in found.reason


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("moment", "", "The moment is missing."),
        ("moment", "later", "“later” is no moment; it is one of before, during,"),
        ("site", "knee", "“knee” is no site"),
        ("pain_0_10", "11", "Pain must be 0 to 10, not 11."),
        ("stiffness_min", "1441", "must be 0 to 1440"),
        ("session_id", "x" * 201, "200 characters"),
    ],
)
def test_a_symptom_that_cannot_be_is_left_out_with_its_line_and_reason(
    column: str, cell: str, reason: str
) -> None:
    cells = list(SYMPTOM_CELLS)
    cells[SYMPTOMS.names.index(column)] = cell
    found = one_symptom(cells)
    assert isinstance(found, LeftOut)
    assert found.line == 7
    assert reason in found.reason


def test_a_symptom_that_says_nothing_is_left_out() -> None:
    found = one_symptom(("2026-11-24", "after", "left", "", "", "", ""))
    assert isinstance(found, LeftOut)
    assert "needs pain or stiffness" in found.reason


def test_a_line_cut_short_or_too_long_is_left_out() -> None:
    (cut,) = read_entries(TESTS, TESTS.names, [Record(9, list(TEST_CELLS), is_cut=True)])
    assert cut == LeftOut(9, "The file ends in the middle of this line.")
    assert one_test((*TEST_CELLS, "x")) == LeftOut(7, "It has 11 cells, the headings 10.")


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_a_file_is_read_by_its_headings(newline: str) -> None:
    lines = [";".join(SYMPTOMS.names), ";".join(SYMPTOM_CELLS)]
    (told,) = read(newline.join(lines).encode())
    assert isinstance(told, Told)
    assert isinstance(told.entry, Symptom)
    assert replace(told.entry, id=SYMPTOM.id) == SYMPTOM


# Measurements


def one_measurement(cells: Sequence[str] = MEASUREMENT_CELLS) -> Measurement | LeftOut:
    found = one_of(MEASUREMENTS, cells)
    assert isinstance(found, Measurement | LeftOut)
    return found


def with_cell(column: str, cell: str) -> list[str]:
    cells = list(MEASUREMENT_CELLS)
    cells[MEASUREMENTS.names.index(column)] = cell
    return cells


def test_a_measurement_is_read_with_its_trials() -> None:
    found = one_measurement()
    assert isinstance(found, Measurement)
    assert (found.kind, found.side, found.value) == ("peak_force_seated", Side.LEFT, 412.5)
    assert (found.unit, found.trials) == ("", (400.0, 412.5))


def test_a_force_in_kilograms_becomes_newtons() -> None:
    cells = ["2026-11-24", "peak_force_seated", "left", "42.5", "kg", "40 42.5", ""]
    found = one_measurement(cells)
    assert isinstance(found, Measurement)
    assert (found.value, found.trials) == (newtons(42.5), (newtons(40), newtons(42.5)))


def test_the_unit_of_a_known_kind_need_not_stand_there_and_an_own_kind_keeps_its() -> None:
    assert isinstance(one_measurement(with_cell("unit", "")), Measurement)
    own = one_measurement(["2026-11-24", "Grip", "", "45", "kg", "", "cold"])
    assert isinstance(own, Measurement)
    assert (own.kind, own.unit, own.value, own.side, own.note) == ("Grip", "kg", 45, None, "cold")


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("date", "", "The date is missing."),
        ("kind", "", "A measurement needs the name of what was measured."),
        ("side", "middle", "“middle” is no side"),
        ("side", "", "peak_force_seated is measured of one leg"),
        ("value", "", "The value is missing."),
        ("value", "much", "“much”"),
        ("value", "30000", "A measurement must be 0 to 20000"),
        ("unit", "lb", "peak_force_seated is measured in N, not in lb."),
        ("trials", "400 x", "“x”"),
        ("trials", "400", "A measurement is the best of its trials."),
    ],
)
def test_a_row_that_is_no_measurement_says_why(column: str, cell: str, why: str) -> None:
    found = one_measurement(with_cell(column, cell))
    assert isinstance(found, LeftOut)
    assert why in found.reason
