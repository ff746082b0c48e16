import csv
import datetime

from tests.exchange.logs import log_of
from tracker.domain.change import Change
from tracker.domain.columns import RunColumns
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.csv_tables import Delimiter, Shape
from tracker.exchange.weekly_table import WEEKLY_COLUMNS, weekly_steps
from tracker.storage.database import Database

MONDAY = datetime.date(2026, 1, 5)  # of ISO week 2


def rows_of(
    database: Database, runner: Runner | None = None, first: datetime.date | None = None
) -> list[dict[str, str]]:
    steps = weekly_steps(
        database.set_records(first).sets,
        database.set_columns(),
        database.run_columns(first),
        runner or Runner(),
        Shape(),
    )
    lines = [line for _, part in steps for line in part]
    return [dict(zip(WEEKLY_COLUMNS, cells, strict=True)) for cells in csv.reader(lines)]


def log() -> Database:
    """Two days of week 2 and one of week 3; one repetition is its own maximum."""
    sessions = [
        Session(MONDAY + datetime.timedelta(days=days), id=f"s{days}") for days in (0, 3, 7)
    ]
    seated, standing = Exercise.SEATED, Exercise.STANDING
    left, right, both = Side
    sets = [
        LoggedSet("s0", seated, left, 1, 1, 40.0, 0, rir=0),
        LoggedSet("s3", seated, left, 1, 1, 45.0, 0, rir=0),
        LoggedSet("s3", seated, right, 1, 1, 50.0, 1, rir=0),
        LoggedSet("s3", standing, left, 1, 1, 20.0, 2, rir=0),
        LoggedSet("s3", standing, both, 1, 10, 30.0, 3),
        LoggedSet("s7", standing, right, 1, 1, 30.0, 0, rir=0),
    ]
    return log_of(Bodyweight(MONDAY, 70.0), *sessions, *sets)


def test_weeks_sum_up_by_exercise_and_side() -> None:
    keys = ("iso_week", "exercise", "side", "sessions", "hard_sets", "reps", "volume_load_kg")
    assert [tuple(row[key] for key in keys) for row in rows_of(log())] == [
        ("2026-W02", "seated", "left", "2", "2", "2", "85"),
        ("2026-W02", "seated", "right", "1", "1", "1", "50"),
        ("2026-W02", "standing", "left", "1", "1", "1", "90"),
        ("2026-W02", "standing", "both", "1", "1", "10", "1000"),
        ("2026-W03", "standing", "right", "1", "1", "1", "100"),
    ]


def test_the_legs_of_a_week_are_compared_by_their_best() -> None:
    # (50 - 45) / 50 = 10 %; no other exercise has both legs in one week.
    compared = [(row["asymmetry_pct"], row["lsi_pct"]) for row in rows_of(log())]
    assert compared == [("10", "90"), ("10", "90"), ("", ""), ("", ""), ("", "")]


def test_with_an_involved_leg_the_index_is_that_leg_in_percent_of_the_other() -> None:
    rows = rows_of(log(), Runner(involved_side=Side.RIGHT))
    assert [row["lsi_pct"] for row in rows[:2]] == ["111.11", "111.11"]


def test_the_ratio_stands_with_each_leg_at_the_end_of_the_week() -> None:
    # Left 45 / 90; right seated 50 of week 2 against standing 100 of week 3.
    ratios = [row["seated_standing_ratio"] for row in rows_of(log())]
    assert ratios == ["0.5", "", "0.5", "", "0.5"]


def test_the_ratio_looks_back_beyond_the_period() -> None:
    (row,) = rows_of(log(), first=MONDAY + datetime.timedelta(days=7))
    assert (row["iso_week"], row["seated_standing_ratio"]) == ("2026-W03", "0.5")


def test_an_unknown_bodyweight_leaves_the_volume_empty() -> None:
    session = Session(MONDAY)
    standing = LoggedSet(session.id, Exercise.STANDING, Side.LEFT, 1, 8, 20.0)
    (row,) = rows_of(log_of(session, standing))
    assert (row["volume_load_kg"], row["best_e1rm_kg"], row["adherence_pct"]) == ("", "", "")


def test_in_pounds_the_loads_are_converted() -> None:
    shape = Shape(Unit.LB)
    sets = log().set_columns()
    ((_, lines),) = weekly_steps(sets, sets, RunColumns.of([]), Runner(), shape)
    assert "volume_load_lb,best_e1rm_lb" in shape.header(WEEKLY_COLUMNS)
    assert lines[1].split(",")[6:8] == ["110.23", "110.23"]


def test_an_empty_log_has_no_weeks() -> None:
    assert rows_of(Database.in_memory()) == []


def test_the_distance_has_a_row_of_its_own_after_the_others_of_its_week() -> None:
    database = log()
    days = (0, 6, 7, 14)
    runs = [Run(MONDAY + datetime.timedelta(days=day), 10.25 + day) for day in days]
    database.apply(Change.adding(*runs))
    rows = rows_of(database)
    found = [(row["iso_week"], row["exercise"], row["distance_km"]) for row in rows]
    assert found == [
        *[("2026-W02", "seated", "")] * 2,
        *[("2026-W02", "standing", "")] * 2,
        ("2026-W02", "", "26.5"),
        ("2026-W03", "standing", ""),
        ("2026-W03", "", "17.25"),
        ("2026-W04", "", "24.25"),  # a week without a set
    ]
    assert all(
        set(row.values()) == {row["iso_week"], "", row["distance_km"]}
        for row in rows
        if not row["exercise"]
    )


def test_a_week_between_runs_without_one_has_no_row() -> None:
    runs = [Run(MONDAY, 8.0), Run(MONDAY + datetime.timedelta(days=14), 9.0)]
    assert [row["iso_week"] for row in rows_of(log_of(*runs))] == ["2026-W02", "2026-W04"]


def test_distances_are_kilometres_whatever_the_unit_of_loads() -> None:
    shape, sets = Shape(Unit.LB, Delimiter.SEMICOLON), Database.in_memory().set_columns()
    ((_, lines),) = weekly_steps(sets, sets, RunColumns.of([Run(MONDAY, 8.5)]), Runner(), shape)
    assert shape.header(WEEKLY_COLUMNS).endswith(";distance_km")
    assert lines == ["2026-W02" + ";" * 12 + "8,5"]


def test_the_new_column_is_the_last_one() -> None:
    assert WEEKLY_COLUMNS[-1] == "distance_km"  # the columns before it keep their places
