"""Apps whose files are plain tables: recognised, and each set with its right values."""

import datetime
from pathlib import Path

import pytest

from tests.exchange.logs import finished, imported, logged_sets, read
from tracker.domain.load import Unit
from tracker.domain.session import SetType
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.foreign_csv import Choices, reading_csv
from tracker.exchange.importing.found import NameFound
from tracker.exchange.importing.known_formats import UnknownFormatError
from tracker.exchange.importing.names import Sides, guess
from tracker.exchange.roles import Role
from tracker.storage.database import Database

SEATED = guess("Seated calf raise").meaning

FORMS = Path(__file__).parents[2] / "data" / "forms"
KG, LB = Unit.KG, Unit.LB


def form(name: str) -> bytes:
    """Return the made-up file of a format."""
    return (FORMS / name).read_bytes()


@pytest.mark.parametrize(
    ("file", "name", "sets"),
    [
        ("liftosaur.csv", "Liftosaur", [(10, 40.0, KG, "warmup"), (14, 90.0, LB, "work")]),
        ("liftlog.csv", "LiftLog", [(12, 40.0, KG, "work"), (11, 90.0, LB, "work")]),
        ("flexify.csv", "Flexify", [(12, 40.0, KG, "work"), (11, 40.0, KG, "work")]),
        ("gymbook.csv", "GymBook", [(15, 20.0, KG, "warmup"), (10, 42.5, KG, "work")]),
        (
            "fastnfitness.csv",
            "FastNFitness",
            [(12, 40.0, KG, "work")] * 3 + [(10, 90.0, LB, "work")],
        ),
        ("fitbod-pounds.csv", "Fitbod", [(10, 35.0, LB, "work")]),
        (
            "jefit.csv",
            "JEFIT",
            [(12, 90.0, None, "work"), (10, 87.5, None, "work"), (15, 0.0, None, "work")],
        ),
        ("stronglifts.csv", "StrongLifts", [(12, 40.0, KG, "work"), (10, 42.5, KG, "work")]),
        ("lyfta.csv", "Lyfta", [(15, 20.0, None, "warmup"), (12, 42.5, None, "work")]),
        ("lyfta-2026.csv", "Lyfta", [(10, 45.125, None, "work"), (9, 45.125, None, "work")]),
        (
            "fitnotes-2.csv",
            "FitNotes",
            [(8, 42.5, KG, "work"), (6, 135.0, LB, "work"), (20, 0.0, None, "work")],
        ),
    ],
)
def test_the_file_of_an_app_is_read_set_by_set(
    file: str, name: str, sets: list[tuple[int, float, Unit | None, str]]
) -> None:
    found = read(form(file))
    assert found.format_name == name
    assert [
        (each.told.reps, each.told.load, each.told.unit, each.told.set_type.value)
        for each in found.sets
    ] == sets
    database = Database.in_memory()
    meant = {each.name: SEATED for each in found.names}
    summary = imported(database, form(file), meant, KG)
    assert (summary.sets, summary.sessions) == (len(sets), 1)
    assert len({each.session_id for each in logged_sets(database)}) == 1
    again = imported(database, form(file), meant, KG)
    assert (again.sets, again.sessions, len(again.left_out)) == (0, 0, len(summary.left_out))


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("liftosaur.csv", "Repetitions are missing."),
        ("gymbook.csv", "It was not done."),
        ("flexify.csv", "It was not done."),
        ("stronglifts.csv", "No repetition was done."),
        ("lyfta-2026.csv", "Repetitions are missing."),
    ],
)
def test_what_was_planned_skipped_or_hidden_is_no_set(file: str, reason: str) -> None:
    assert [each.reason for each in read(form(file)).left_out] == [reason]


def test_a_multiplier_of_two_is_each_side() -> None:
    # By hand: a warm-up and a set of both legs; then 10 on the left and 10 on the right.
    found = read(form("fitbod.csv"))
    assert [each.told.sides for each in found.sets] == [None, None, Sides.EACH]
    meant = {each.name: guess(each.name, has_legs=True).meaning for each in found.names}
    assert [each.guess.meaning for each in found.names] == list(meant.values())
    database = Database.in_memory()
    assert imported(database, form("fitbod.csv")).sets == 4
    assert [
        (each.exercise.value, each.side.value, each.external_kg) for each in logged_sets(database)
    ] == [
        ("seated", "both", 20.0),
        ("seated", "both", 40.5),
        ("standing", "left", 15.0),
        ("standing", "right", 15.0),
    ]


def test_one_leg_without_a_multiplier_is_asked() -> None:
    (name,) = read(form("fitbod-pounds.csv")).names
    assert name.guess.is_unclear


def test_a_name_of_one_leg_is_asked_where_not_each_line_tells_it() -> None:
    table = b"Date,Exercise,Leg,Weight,Reps\n2026-03-02,Single leg standing calf raise,L,40,12\n"
    chosen = {0: Role.DATE, 1: Role.NAME, 2: Role.SIDE, 3: Role.LOAD_KG, 4: Role.REPS}

    def name_in(data: bytes) -> NameFound:
        (name,) = finished(reading_csv(data, "x.csv", Choices(chosen))).names
        return name

    assert not name_in(table).guess.is_unclear
    assert name_in(table + table.splitlines()[1].replace(b",L,", b",,")).guess.is_unclear


def test_effort_is_reserve_below_six_and_exertion_above() -> None:
    # 0.5 in reserve; and an exertion of 8.5, which leaves 1.5.
    assert [each.told.rir for each in read(form("lyfta-2026.csv")).sets] == [0.5, 1.5]


def test_notes_of_an_exercise_stand_once_and_those_in_quotes_are_whole() -> None:
    assert [each.told.note for each in read(form("lyfta-2026.csv")).sets] == ["slow", ""]
    found = read(form("fitnotes-2.csv"))
    assert [each.told.note for each in found.sets] == [
        "slow, both heels",
        "",
        "felt good\nsecond line",
    ]
    assert [each.told.name for each in found.sets] == [
        "Seated Calf Raise",
        "Calf Raise, Standing",
        "Standing Calf Raise",
    ]
    assert "Kind" in found.columns_not_read


def test_sections_keep_the_lines_of_the_file() -> None:
    found = read(form("jefit.csv"))
    assert [each.line for each in found.sets] == [6, 6, 6]
    assert found.must_ask_unit


def test_sections_without_the_one_that_is_read_are_no_table() -> None:
    with pytest.raises(FormatError):
        read(form("jefit.csv").replace(b"EXERCISE LOGS", b"OTHERS"))


def test_the_sets_of_a_wide_line_are_no_columns_left_unread() -> None:
    database = Database.in_memory()
    summary = imported(database, form("stronglifts.csv"))
    assert not any(each.startswith("Set ") for each in summary.columns_not_read)
    assert "Body Weight (KG)" in summary.columns_not_read


def test_a_session_begins_with_its_first_set() -> None:
    found = read(form("liftlog.csv"))
    assert {each.session.time.replace(tzinfo=None) for each in found.sets if each.session.time} == {
        datetime.time(18, 45, 6)
    }
    assert read(form("liftosaur.csv")).sets[0].told.set_type is SetType.WARMUP


def test_stronglifts_of_2016_has_the_exercises_of_a_workout_side_by_side() -> None:
    found = read(form("stronglifts-2016.csv"))
    assert found.format_name == "StrongLifts"
    assert [
        (each.line, each.told.name, each.told.reps, each.told.load)
        for each in found.sets
        if "calf" in each.told.name
    ] == [
        *[(2, "Seated calf raise left", 12, 40.0)] * 2,
        (2, "Seated calf raise right", 12, 42.5),
        (2, "Seated calf raise right", 11, 42.5),
        (2, "Seated calf raise right", 10, 42.5),
        *[(3, "Standing calf raise", 12, 62.5)] * 2,
        (3, "Standing calf raise", 10, 62.5),
    ]
    assert {(str(each.session.date), each.session.note) for each in found.sets} == {
        ("2015-03-16", ""),
        ("2015-03-18", "felt easy"),
    }
    assert (found.left_out, found.columns_not_read) == ((), ("Workout", "Body Weight"))
    database = Database.in_memory()
    data = form("stronglifts-2016.csv")
    assert imported(database, data).sets == 8
    assert imported(database, data).sets == 0


def test_an_exercise_that_stands_twice_in_a_line_is_two() -> None:
    twice = form("stronglifts-2016.csv").replace(b"calf raise right", b"calf raise left")
    found = read(twice)
    names = [each.name for each in found.names if "Seated" in each.name]
    assert names == ["Seated calf raise left", "Seated calf raise left (2)"]
    summary = imported(Database.in_memory(), twice)
    assert (summary.sets, summary.lines, summary.lines_added) == (8, 5, 3)


def test_exercises_side_by_side_with_the_date_behind_them_are_read_by_chosen_columns() -> None:
    data = b"Exercise 1,Weight (KG),Set 1,Exercise 2,Weight (KG),Set 1,Date,Note\nCalf,40,12,,,,,\n"
    with pytest.raises(UnknownFormatError, match="can be chosen by hand"):
        read(data)
