"""The same diary again, longer, corrected, or under another clock: nothing comes in twice."""

import time
from collections.abc import Iterator

import pytest

from tests.exchange.logs import imported, logged_sets, read
from tracker.domain.change import Change
from tracker.domain.session import SetType
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, Summary, build_change
from tracker.storage.database import Database

ZONES = ("Europe/Berlin", "America/New_York", "Pacific/Auckland")
STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes\n"
STRAVA = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Distance\n"


@pytest.fixture
def clock() -> Iterator["Clock"]:
    """Change this machine's time zone, as often as needed."""
    with pytest.MonkeyPatch.context() as patch:
        yield Clock(patch)
    time.tzset()


class Clock:
    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def be_in(self, zone: str) -> None:
        self._patch.setenv("TZ", zone)
        time.tzset()


def strong(*sets: tuple[str, float, int]) -> bytes:
    """Write a session of one exercise: order, load in kilograms, repetitions."""
    lines = [
        f"2026-03-02 18:00:00,Legs,Seated Calf Raise (Machine),{order},{load},{reps},0,0,"
        for order, load, reps in sets
    ]
    return (STRONG.replace("Weight", "Weight (kg)") + "\n".join(lines) + "\n").encode()


THREE = (("1", 40.0, 12), ("2", 40.0, 10), ("3", 40.0, 8))


def done(database: Database) -> list[tuple[int, float, SetType]]:
    return [(each.reps, each.external_kg, each.set_type) for each in logged_sets(database)]


def runs_taken(database: Database, data: bytes) -> Summary:
    found = read(data)
    change, summary = build_change(found, Answers({}), LogSoFar.of(database, found))
    database.apply(change)
    return summary


def test_a_run_in_utc_is_the_same_run_on_every_wall(clock: Clock) -> None:
    data = (
        STRAVA
        + '1,"May 13, 2026, 9:54:42 AM",A,Run,1890,5.04,5042.5\n'
        + '2,"May 15, 2026, 10:01:02 PM",B,Run,3600,10.01,10012.0\n'
    ).encode()
    database = Database.in_memory()
    for zone, new in zip(ZONES, (2, 0, 0), strict=True):
        clock.be_in(zone)
        assert runs_taken(database, data).runs == new
    # By the wall in Berlin, where they were taken in: 22:01 in UTC is one minute past midnight.
    assert [each.started_at.isoformat() for each in database.runs() if each.started_at] == [
        "2026-05-13T11:54:42+02:00",
        "2026-05-16T00:01:02+02:00",
    ]


def test_two_runs_in_the_hour_that_october_repeats_are_two(clock: Clock) -> None:
    clock.be_in("Europe/Berlin")
    data = (
        STRAVA
        + '1,"Oct 25, 2026, 12:30:00 AM",A,Run,1890,5.04,5042.5\n'
        + '2,"Oct 25, 2026, 1:30:00 AM",B,Run,1290,3.04,3042.5\n'
    ).encode()
    database = Database.in_memory()
    assert runs_taken(database, data).runs == 2
    assert [each.started_at.isoformat() for each in database.runs() if each.started_at] == [
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
    ]
    assert runs_taken(database, data).lines_already_there == 2


def test_a_distance_corrected_in_the_other_app_is_told_and_kept() -> None:
    line = '1,"May 13, 2026, 9:54:42 AM",A,Run,1890,5.04,{}\n'
    database = Database.in_memory()
    runs_taken(database, (STRAVA + line.format(5042.4)).encode())
    summary = runs_taken(database, (STRAVA + line.format(6000.0)).encode())
    assert [str(each) for each in summary.differences] == [
        "This run is 5.042 km here, 6 km in the file; kept as it is here."
    ]
    assert [each.distance_km for each in database.runs()] == [5.042]
    # Another app measures a few metres less.
    summary = runs_taken(database, (STRAVA + line.format(5001.0)).encode())
    assert (summary.lines_already_there, summary.left_out) == (1, ())


@pytest.mark.parametrize("moment", ["2026-06-29T22:56:39Z", "2026-06-30T00:56:39+02:00"])
def test_sets_of_an_instant_are_the_same_on_every_wall(clock: Clock, moment: str) -> None:
    line = f'"{moment}",Legs,Seated Calf Raise (Machine),1,40,12,0,0,\n'
    data = (STRONG.replace("Weight", "Weight (kg)") + line).encode()
    database = Database.in_memory()
    for zone, new in zip(ZONES, (1, 0, 0), strict=True):
        clock.be_in(zone)
        assert imported(database, data).sets == new
    (session,) = database.sessions()
    assert (str(session.date), str(session.started_at)) == (
        "2026-06-30",
        "2026-06-30 00:56:39+02:00",
    )


def test_a_warm_up_added_in_front_is_what_is_added() -> None:
    database = Database.in_memory()
    imported(database, strong(*THREE))
    longer = strong(("W", 20.0, 15), *THREE)
    summary = imported(database, longer)
    assert (summary.sets, summary.lines_already_there, summary.left_out) == (1, 3, ())
    assert done(database) == [
        (12, 40.0, SetType.WORK),
        (10, 40.0, SetType.WORK),
        (8, 40.0, SetType.WORK),
        (15, 20.0, SetType.WARMUP),
    ]
    assert imported(database, longer).lines_already_there == 4


def test_a_load_corrected_in_the_other_app_is_told_and_kept() -> None:
    database = Database.in_memory()
    imported(database, strong(*THREE))
    before = done(database)
    summary = imported(database, strong(THREE[0], ("2", 60.0, 10), THREE[2]))
    assert done(database) == before
    assert (summary.sets, summary.lines_already_there, summary.lines_differing) == (0, 2, 1)
    assert [(each.line, str(each)) for each in summary.differences] == [
        (3, "This set is 10 × 40 kg here, 10 × 60 kg in the file; kept as it is here.")
    ]


def test_a_set_that_became_a_warm_up_in_the_other_app_is_told_and_kept() -> None:
    database = Database.in_memory()
    imported(database, strong(*THREE))
    summary = imported(database, strong(("W", 40.0, 12), *THREE[1:]))
    assert summary.sets == 0
    assert str(summary.differences[0]) == (
        "This set is 12 × 40 kg here, 12 × 40 kg (warmup) in the file; kept as it is here."
    )


def test_the_other_exercise_of_a_session_is_not_taken_for_a_partner() -> None:
    database = Database.in_memory()
    imported(database, strong(*THREE))
    line = b"2026-03-02 18:00:00,Legs,Seated Calf Raise (Plate Loaded),1,40.0,12,0,0,\n"
    assert imported(database, strong(*THREE) + line).sets == 1
    assert imported(database, strong(*THREE) + line).sets == 0
    assert (
        imported(database, line.join([strong(), b""]) + strong(*THREE)[len(strong()) :]).sets == 0
    )


def test_a_set_written_by_hand_in_another_session_of_the_day_is_not_added_again() -> None:
    database = Database.in_memory()
    imported(database, strong(THREE[0]).replace(b"18:00:00", b"18:01:00"))
    # As the runner might have it: another name, another time, so nothing tells where it is from.
    (own,) = logged_sets(database)
    database.apply(Change.removing(own))
    database.apply(Change.adding(type(own)(own.session_id, own.exercise, own.side, 1, 12, 40.0)))
    assert imported(database, strong(*THREE)).sets == 2
