"""Bodyweights by day and runs are read from the tables that hold them, and added once."""

import pytest

from tests.exchange.logs import read
from tracker.domain.load import Unit
from tracker.exchange.importing.body_and_runs import is_run
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, Summary, build_change
from tracker.storage.database import Database

TRACKER = (
    b"Date,Time,Measurement,Value,Unit\n"
    b"2026-01-05,07:00:00,Bodyweight,154.0,lbs\n"
    b"2026-01-05,21:00:00,Bodyweight,156.0,lbs\n"
    b"2026-01-06,07:00:00,Calf (Right),36.5,cm\n"
    b"2026-01-07,07:00:00,Bodyweight,700,kgs\n"
    b"2026-01-08,07:00:00,Bodyweight,,kgs\n"
)
GARMIN = (
    "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit\n"
    'Laufen,2026-01-05 08:10:41,false,,"10,06",258,00:52:07\n'
    "Skilanglauf,2026-01-06 08:10:41,false,,12.00,258,01:00:00\n"
    "Laufbandtraining,2026-01-07 18:00:00,false,,--,258,00:30:00\n"
)
STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Distance,Moving Time,Distance\n"
    '1,"Jan 5, 2026, 11:30:00 PM",,Run,10.01,3127.0,10012.4\n'
    '2,"Jan 6, 2026, 9:54:42 AM",,Virtual Ride,32.85,3577.0,32851.9\n'
)


def added(data: bytes, database: Database, *, is_miles: bool = False) -> Summary:
    found = read(data)
    answers = Answers({}, Unit.KG, is_miles=is_miles)
    change, summary = build_change(found, answers, LogSoFar.of(database, found))
    database.apply(change)
    return summary


def test_the_first_bodyweight_of_a_day_is_kept_and_the_rest_is_accounted_for() -> None:
    database = Database.in_memory()
    summary = added(TRACKER, database)
    assert [(str(each.date), round(each.kg, 2)) for each in database.weighings()] == [
        ("2026-01-05", 69.85)
    ]
    assert (summary.weighings, summary.lines_added, summary.lines_already_there) == (1, 1, 1)
    assert [(each.line, each.reason) for each in summary.left_out] == [
        (4, "“Calf (Right)” is not kept."),
        (5, "Bodyweight in kg must be 20 to 400, not 700."),
        (6, "The bodyweight is missing."),
    ]
    assert added(TRACKER, database).weighings == 0


def test_bodyweights_without_a_unit_must_be_asked() -> None:
    found = read(b'"Date";"Weight"\n"2025-03-09 10:22:48";76.8\n')
    assert found.must_ask_unit
    assert found.highest_load({}) == 76.8


def test_bodyweights_that_have_their_unit_are_not_asked_about() -> None:
    found = read(TRACKER)
    assert not found.must_ask_unit
    assert found.highest_load({}) is None


def test_bodyweights_of_strong_are_in_the_unit_of_the_heading() -> None:
    database = Database.in_memory()
    added(b'"Date";"Weight (kg)"\n"2025-03-09 10:22:48";76.80000305175781\n', database)
    (weighing,) = database.weighings()
    assert weighing.kg == pytest.approx(76.8, abs=1e-4)


def test_runs_are_kept_and_other_sports_left_out_with_their_line() -> None:
    database = Database.in_memory()
    summary = added(GARMIN.encode(), database)
    (run,) = database.runs()
    assert (str(run.date), run.distance_km, run.duration_s) == ("2026-01-05", 10.06, 3127.0)
    assert run.started_at is not None
    assert str(run.started_at.time()) == "08:10:41"
    assert (summary.runs, [(each.line, each.reason) for each in summary.left_out]) == (
        1,
        [(3, "“Skilanglauf” is no run."), (4, "The distance is missing.")],
    )
    assert added(GARMIN.encode(), database).lines_already_there == 1


def test_a_run_too_long_for_anyone_is_left_out_with_its_line() -> None:
    summary = added(GARMIN.replace('"10,06"', "10060").encode(), Database.in_memory())
    assert summary.runs == 0
    reasons = {each.line: each.reason for each in summary.left_out}
    assert reasons[2] == "A distance in km must be 0 to 1000, not 10060."


def test_distances_of_garmin_may_be_miles_and_are_asked() -> None:
    found = read(GARMIN.encode())
    assert found.must_ask_distance
    database = Database.in_memory()
    added(GARMIN.encode(), database, is_miles=True)
    assert database.runs()[0].distance_km == 16.19


@pytest.mark.usefixtures("in_berlin")
def test_runs_of_strava_are_in_metres_and_of_the_local_day() -> None:
    found = read(STRAVA.encode())
    assert not found.must_ask_distance
    database = Database.in_memory()
    added(STRAVA.encode(), database, is_miles=True)
    (run,) = database.runs()
    # 23:30 in UTC is half past midnight in Berlin.
    assert (str(run.date), run.distance_km, run.duration_s) == ("2026-01-06", 10.012, 3127.0)


def test_one_distance_of_strava_is_in_the_unit_of_the_account() -> None:
    header, row, _ = STRAVA.splitlines()
    data = f"{header.rpartition(',')[0]}\n{row.rpartition(',')[0]}\n"
    found = read(data.encode())
    assert found.must_ask_distance
    assert found.runs[0].distance == 10.01


@pytest.mark.parametrize(
    "activity",
    [
        *("Running", "Trail Run", "Laufen auf der Bahn", "Laufband", "Course à pied", "Carrera"),
        *("Run", "Treadmill Running", "Track Running", "Virtual Run", "Entrenamiento en cinta"),
        *("Löpning", "Löpband", "Løb", "Løbebånd", "Løping", "Tredemølle", "Juoksu", "Bieganie"),
        *("Bieżnia", "Běh", "Futás", "Koşu", "Бег", "Hardlopen", "Loopband", "Corsa", "Corrida"),
        *("Tapis de course", "Trailrunning", "Lauf", "Virtueller Lauf", "Trail", "跑步"),
    ],
)
def test_running_is_known_in_several_languages(activity: str) -> None:
    assert is_run(activity)


@pytest.mark.parametrize(
    "activity",
    [
        *("Virtual Ride", "Skilanglauf", "Eislaufen", "Walk", "Rudern", "Trail Bike", ""),
        *("Langlauf", "Schneeschuhlaufen", "Trail Hiking", "Jazda na rowerze", "Radfahrt"),
        *("Biegi narciarskie", "Utförsåkning i pist", "Längdskidåkning", "Caminata", "Inlineskate"),
        *("Obstacle course", "Gang", "Crunches", "Trunk rotation"),
        *("Rollschuhlaufen", "Aquajogging", "Běh na lyžích", "Sífutás", "Бег на лыжах"),
        *("Camminata su tapis roulant", "Gehen auf dem Laufband", "Chód na bieżni"),
        *("Gåing på tredemølle", "Kävely juoksumatolla", "Wandelen op loopband", "Hiihto"),
    ],
)
def test_other_sports_are_no_runs(activity: str) -> None:
    assert not is_run(activity)


@pytest.mark.parametrize("activity", ["Run/Walk", "Walk and run", "Orienteering", "Interval"])
def test_what_may_be_both_or_neither_is_asked(activity: str) -> None:
    assert is_run(activity) is None


@pytest.mark.parametrize(
    "activity",
    ["Jazda", "Cykling", "サイクリング", "road biking", "Велосипед", "Bisiklet", "Kerékpározás"],
)
def test_riding_is_no_run_in_any_of_our_languages(activity: str) -> None:
    assert not is_run(activity)
