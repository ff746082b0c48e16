"""Real files of other apps, where they are at hand; they are not shipped."""

from collections import Counter
from pathlib import Path

import pytest

from tests.exchange.logs import imported, logged_sets, read
from tracker.domain.load import Unit
from tracker.exchange.csv_text import FormatError
from tracker.storage.database import Database

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real files are not here")


def test_fitnotes_in_kilograms() -> None:
    # Counted by hand: 230 lines with the header. 38 lines "Seated Calf Raise Machine (Each Side)"
    # make a left and a right set each, 76; 34 lines "Standing Calf Raise Machine" make one of both
    # legs; together 110. The other 229 - 72 = 157 lines are of 14 other exercises.
    # Calf work was done on 15 days, 30 April to 14 September 2025.
    database = Database.in_memory()
    summary = imported(database, (SAMPLES / "fitnotes-kg.csv").read_bytes())
    assert (summary.lines, summary.lines_added, summary.sets) == (229, 72, 110)
    assert (summary.sessions, summary.left_out) == (15, ())
    assert (str(summary.first), str(summary.last)) == ("2025-04-30", "2025-09-14")
    assert sum(found.lines for found in summary.names_left_out) == 157
    assert len(summary.names_left_out) == 14
    sets = Counter((each.exercise.value, each.side.value) for each in logged_sets(database))
    assert sets == {("seated", "left"): 38, ("seated", "right"): 38, ("standing", "both"): 34}
    # 12 September, by hand: standing 20, 30, 40 × 12, then each side 5 × 14, 10 × 12, 17.5 × 6.
    (session,) = [each for each in database.sessions() if str(each.date) == "2025-09-12"]
    assert [
        (each.side.value, each.set_no, each.external_kg, each.reps)
        for each in database.sets_of(session.id)
        if each.side.value != "right"
    ] == [
        ("both", 1, 20.0, 12),
        ("both", 2, 30.0, 12),
        ("both", 3, 40.0, 12),
        ("left", 1, 5.0, 14),
        ("left", 2, 10.0, 12),
        ("left", 3, 17.5, 6),
    ]
    assert imported(database, (SAMPLES / "fitnotes-kg.csv").read_bytes()).sets == 0


def test_fitnotes_in_pounds_without_calf_work() -> None:
    # 46 lines below the header. At its end stand cardio lines that try every mixture of weight,
    # repetitions, distance and time; those without repetitions can be no sets.
    found = read((SAMPLES / "fitnotes-lb-edge-cases-no-calf.csv").read_bytes())
    assert (found.lines, {each.told.unit for each in found.sets if each.told.load}) == (
        46,
        {Unit.LB},
    )
    assert not any(each.guess.is_calf_work for each in found.names)
    assert {each.reason for each in found.left_out} <= {"Repetitions are missing."}


def counted(database: Database) -> Counter[tuple[str, str]]:
    return Counter((each.exercise.value, each.side.value) for each in logged_sets(database))


def test_strong_in_pounds_without_a_unit() -> None:
    # By hand: 400 lines; 47 of "Seated Calf Raise (Machine)" and 6 of "Standing Calf Raise
    # (Dumbbell)", none of which says a leg, on 15 evenings; the other 347 are other exercises.
    data = (SAMPLES / "strong-lb-no-unit.csv").read_bytes()
    assert read(data).must_ask_unit
    database = Database.in_memory()
    summary = imported(database, data, unit=Unit.LB)
    assert (summary.lines, summary.sets, summary.sessions) == (400, 53, 15)
    assert counted(database) == {("seated", "both"): 47, ("standing", "both"): 6}
    assert sum(found.lines for found in summary.names_left_out) == 347
    # 4 October 2022: three sets of 40 with 45 lb, which are 20.41165665 kg.
    first = database.sets_of(database.sessions()[0].id)
    assert [(each.reps, each.external_kg) for each in first] == [(40, 20.41165665)] * 3


def test_strong_with_rest_timers() -> None:
    # By hand: of 160 lines 84 are rests; calf raises are 3 standing on 23 June, 3 seated on
    # 7 July and 3 on 4 August, and 2 standing on 27 October, whose first set was cut from the file.
    database = Database.in_memory()
    data = (SAMPLES / "strong-rest-timers.csv").read_bytes()
    summary = imported(database, data, unit=Unit.LB)
    assert (summary.lines, summary.lines_of_rest, summary.sets) == (160, 84, 11)
    assert [(str(each.date), len(database.sets_of(each.id))) for each in database.sessions()] == [
        ("2025-06-23", 3),
        ("2025-07-07", 3),
        ("2025-08-04", 3),
        ("2025-10-27", 2),
    ]
    # A minute between the standing sets of June, two between the others; the rest before the first
    # set of October is there though the set before it is not.
    rests = [[each.rest_s for each in database.sets_of(day.id)] for day in database.sessions()]
    assert rests == [[None, 60, 60], [None, 120, 120], [None, 120, 120], [120, 120]]


def test_strong_in_french() -> None:
    # By hand: 156 lines; 3 of "Standing Calf Raise (Dumbbell)" on 7 October 2023 (32 × 10, 6, 8);
    # 31 of "Calf Press on Leg Press" are unclear and left to the runner; 122 are other exercises.
    database = Database.in_memory()
    data = (SAMPLES / "strong-french.csv").read_bytes()
    summary = imported(database, data, unit=Unit.KG)
    assert (summary.lines, summary.sets) == (156, 3)
    unclear = [each for each in summary.names_left_out if each.guess.is_unclear]
    assert [(each.name, each.lines) for each in unclear] == [("Calf Press on Leg Press", 31)]
    assert [(each.external_kg, each.reps) for each in logged_sets(database)] == [
        (32.0, 10),
        (32.0, 6),
        (32.0, 8),
    ]


def test_strong_of_android_in_pounds() -> None:
    # By hand: 26 lines of "Seated Calf Raise (Machine)" in 5 sessions (6, 5, 5, 5 and 5 sets).
    database = Database.in_memory()
    summary = imported(database, (SAMPLES / "strong-android-lb.csv").read_bytes())
    assert (summary.lines, summary.sets) == (160, 26)
    sizes = [len(database.sets_of(each.id)) for each in database.sessions()]
    assert sizes == [6, 5, 5, 5, 5]
    # 100 lb are 45.359237 kg; the last set of 23 January had no load.
    sets = logged_sets(database)
    assert sets[0].external_kg == 45.359237
    assert [each.external_kg for each in sets if each.reps == 14] == [0.0]


def test_strong_of_2019_without_durations() -> None:
    # By hand: 10 lines of "Seated Calf Raise (Plate Loaded)", five on 6 and five on 11 December.
    database = Database.in_memory()
    data = (SAMPLES / "strong-2019-no-duration.csv").read_bytes()
    summary = imported(database, data, unit=Unit.KG)
    assert (summary.lines, summary.sets, summary.sessions) == (36, 10, 2)
    assert [each.reps for each in logged_sets(database)] == [12, 12, 12, 12, 14, 12, 12, 20, 20, 20]


@pytest.mark.parametrize(
    ("name", "lines", "rests"),
    [
        ("strong-2016-kg-column-no-calf", 60, 0),
        ("strong-android-semicolon", 3, 0),
        ("strong-german-no-calf", 60, 30),
        ("strong-android-truncated-line", 2, 0),
    ],
)
def test_strong_without_calf_work_adds_nothing(name: str, lines: int, rests: int) -> None:
    # Lines below each header, and those marked "Ruhezeit", counted by grep.
    summary = imported(Database.in_memory(), (SAMPLES / f"{name}.csv").read_bytes())
    assert (summary.lines, summary.lines_of_rest, summary.sets) == (lines, rests, 0)


def test_hevy_in_kilograms() -> None:
    # By hand: 53 lines; "Standing Calf Raise" 100 and 50 times without a load on 22 October 2025;
    # 8 lines of "Calf Extension (Machine)" do not say where the knee is.
    database = Database.in_memory()
    summary = imported(database, (SAMPLES / "hevy-kg.csv").read_bytes())
    assert (summary.lines, summary.sets, summary.sessions) == (53, 2, 1)
    assert [(each.reps, each.external_kg) for each in logged_sets(database)] == [
        (100, 0.0),
        (50, 0.0),
    ]
    unclear = [each for each in summary.names_left_out if each.guess.is_unclear]
    assert [(each.name, each.lines) for each in unclear] == [("Calf Extension (Machine)", 8)]


def test_hevy_with_dates_of_america() -> None:
    # By hand: 10 "Standing Calf Raise" (3 + 3 + 3 + 1) without a load, and one with a dumbbell of
    # 15 lb on 20 May 2025, five sessions; 6 "Calf Press (Machine)" are left to the runner.
    database = Database.in_memory()
    summary = imported(database, (SAMPLES / "hevy-lb-us-dates.csv").read_bytes())
    assert (summary.lines, summary.sets, summary.sessions) == (160, 11, 5)
    assert (str(summary.first), str(summary.last)) == ("2025-05-20", "2026-05-04")
    first, *others = logged_sets(database)
    assert (first.reps, first.external_kg) == (8, 6.80388555)
    assert {each.external_kg for each in others} == {0.0}


def test_the_body_tracker_of_fitnotes() -> None:
    # Nine lines, all of bodyweight, each of another day; 167 lb are 75.75 kg.
    database = Database.in_memory()
    summary = imported(database, (SAMPLES / "fitnotes-bodytracker.csv").read_bytes())
    assert (summary.lines, summary.weighings) == (9, 9)
    assert round(database.weighings()[0].kg, 2) == 75.75


@pytest.mark.parametrize(
    ("name", "lines", "runs"),
    [
        ("garmin-english", 40, 23),  # and hiking, riding, swimming, cardio
        ("garmin-german", 40, 40),  # 27 outside, 12 on the treadmill, 1 on the track
        ("strava", 60, 0),  # a cyclist
    ],
)
def test_activities(name: str, lines: int, runs: int) -> None:
    database = Database.in_memory()
    data = (SAMPLES / f"{name}.csv").read_bytes()
    summary = imported(database, data)
    assert (summary.lines, summary.runs, len(summary.left_out)) == (lines, runs, lines - runs)
    assert imported(database, data).runs == 0


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.csv")), ids=lambda path: path.stem)
def test_every_file_is_read_or_refused_in_words(path: Path) -> None:
    data = path.read_bytes()
    for end in range(len(data), 0, -max(len(data) // 40, 1)):
        try:
            read(data[:end])
        except FormatError as error:
            assert str(error).startswith("file.csv is")  # noqa: PT017 - either is right
