import csv
import datetime

from tests.exchange.logs import log_of
from tracker.domain.change import Change, Entry
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.plans_of_log import PlansOfLog, days_told_of
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.period import PeriodOfLog
from tracker.exchange.tables.weekly import WEEKLY
from tracker.storage.database import Database

MONDAY = datetime.date(2026, 1, 5)  # of ISO week 2
LATER = datetime.date(2026, 3, 1)


def rows_of(
    database: Database,
    first: datetime.date | None = None,
    last: datetime.date | None = None,
    today: datetime.date = LATER,
) -> list[dict[str, str]]:
    rows = WEEKLY.take(PeriodOfLog(database, first, last, today))
    lines = [line for _, part in WEEKLY.steps(rows, Dialect()) for line in part]
    return [dict(zip(WEEKLY.names, cells, strict=True)) for cells in csv.reader(lines)]


def log(*more: Entry) -> Database:
    """Two days of week 2 and one of week 3; each set is a single, so its load is the 1RM."""
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
    return log_of(Bodyweight(MONDAY, 70.0), *sessions, *sets, *more)


def test_weeks_sum_up_by_exercise_and_side() -> None:
    keys = ("iso_week", "exercise", "side", "sessions", "hard_sets", "reps", "volume_load_kg")
    assert [tuple(row[key] for key in keys) for row in rows_of(log())] == [
        ("2026-W02", "seated", "left", "2", "2", "2", "85"),
        ("2026-W02", "seated", "right", "1", "1", "1", "50"),
        ("2026-W02", "standing", "left", "1", "1", "1", "90"),
        ("2026-W02", "standing", "both", "1", "1", "10", "1000"),
        ("2026-W03", "standing", "right", "1", "1", "1", "100"),
    ]


def test_holds_are_summed_up_as_time_and_in_no_repetitions_or_volume() -> None:
    held = LoggedSet("s0", Exercise.SEATED, Side.LEFT, 2, 5, 90.0, 4, rir=0, hold_s=10.5)
    keys = ("sessions", "hard_sets", "reps", "volume_load_kg", "best_e1rm_kg", "held_s")
    first, second, *_ = rows_of(log(held))
    assert [first[key] for key in keys] == ["2", "3", "2", "85", "45", "52.5"]
    assert second["held_s"] == "0"


def test_an_unknown_bodyweight_leaves_the_volume_empty() -> None:
    session = Session(MONDAY)
    standing = LoggedSet(session.id, Exercise.STANDING, Side.LEFT, 1, 8, 20.0)
    (row,) = rows_of(log_of(session, standing))
    assert (row["volume_load_kg"], row["best_e1rm_kg"], row["adherence_pct"]) == ("", "", "")


def test_in_pounds_the_loads_are_converted() -> None:
    dialect = Dialect(Unit.LB)
    rows = WEEKLY.take(PeriodOfLog(log(), None, None, LATER))
    ((_, lines),) = WEEKLY.steps(rows, dialect)
    assert "volume_load_lb,best_e1rm_lb" in WEEKLY.header(dialect)
    assert lines[1].split(",")[6:8] == ["110.23", "110.23"]


def test_an_empty_log_has_no_weeks() -> None:
    assert rows_of(Database.in_memory()) == []


def planned(weeks: int = 2, starts_on: datetime.date = MONDAY) -> list[Plan | Phase | PlannedSets]:
    """Plan two sets of each leg seated on Mondays and Thursdays."""
    plan = Plan("Any", starts_on, weeks)
    phase = Phase(plan.id, 1, weeks, (1, 4))
    return [plan, phase, PlannedSets(phase.id, Exercise.SEATED, PlannedSide.EACH, 2, 1)]


def adherence_of(rows: list[dict[str, str]]) -> list[tuple[str, str, str, str]]:
    keys = ("iso_week", "exercise", "side", "adherence_pct")
    return [(row[keys[0]], row[keys[1]], row[keys[2]], row[keys[3]]) for row in rows]


def test_what_was_done_stands_in_percent_of_what_was_planned() -> None:
    database = log()
    database.apply(Change.adding(*planned()))
    rows = rows_of(database)
    assert adherence_of(rows) == [
        ("2026-W02", "seated", "left", "50"),
        ("2026-W02", "seated", "right", "25"),
        ("2026-W02", "standing", "left", ""),
        ("2026-W02", "standing", "both", ""),
        ("2026-W03", "seated", "left", "0"),
        ("2026-W03", "seated", "right", "0"),
        ("2026-W03", "standing", "right", ""),
    ]
    work = ("sessions", "hard_sets", "reps", "volume_load_kg", "best_e1rm_kg", "asymmetry_pct")
    assert [rows[4][key] for key in work] == ["0", "0", "0", "0", "", ""]
    assert (rows[4]["balance"], rows[4]["pairs"]) == ("unknown", "1")  # as of that Sunday too


def test_weeks_planned_are_told_of_where_nothing_was_ever_logged() -> None:
    database = log_of(*planned())
    assert adherence_of(rows_of(database, today=MONDAY + datetime.timedelta(days=9))) == [
        ("2026-W02", "seated", "left", "0"),
        ("2026-W02", "seated", "right", "0"),
        ("2026-W03", "seated", "left", "0"),
        ("2026-W03", "seated", "right", "0"),
    ]
    early = rows_of(database, today=MONDAY + datetime.timedelta(days=8))
    assert {row["iso_week"] for row in early} == {"2026-W02"}  # Monday's may still be done


def test_plans_before_and_after_the_period_are_left_out_and_their_sets_still_count_once() -> None:
    database = log()
    database.apply(Change.adding(*planned()))
    thursday = MONDAY + datetime.timedelta(days=3)
    rows = rows_of(database, first=thursday, last=thursday)
    assert adherence_of(rows)[:2] == [
        ("2026-W02", "seated", "left", "50"),
        ("2026-W02", "seated", "right", "50"),
    ]
    wednesday = MONDAY + datetime.timedelta(days=2)
    assert rows_of(database, first=wednesday, last=wednesday) == []


def test_without_a_plan_in_the_period_no_more_is_read() -> None:
    database = log()
    assert PlansOfLog.of(database, None, None, LATER) is None
    database.apply(Change.adding(*planned(starts_on=LATER)))
    assert PlansOfLog.of(database, None, None, MONDAY) is None  # not yet
    assert PlansOfLog.of(database, None, MONDAY, LATER) is None
    assert PlansOfLog.of(database, None, None, LATER) is not None
    after = LATER + datetime.timedelta(weeks=3)
    assert PlansOfLog.of(database, after, None, after) is None


def test_the_days_told_of_are_those_for_which_there_is_no_more_time() -> None:
    database = log_of(*planned())
    thursday, saturday = (MONDAY + datetime.timedelta(days=days) for days in (3, 5))
    assert days_told_of(database, MONDAY, LATER, saturday) == [MONDAY, thursday]
    assert days_told_of(database, MONDAY, LATER, thursday) == [MONDAY]
    assert days_told_of(database, thursday, thursday, LATER) == [thursday]


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


def test_runs_before_and_after_the_period_are_left_out() -> None:
    weeks = [MONDAY + datetime.timedelta(days=days) for days in (0, 14, 28)]
    database = log_of(*(Run(day, 8.0) for day in weeks))
    assert [row["iso_week"] for row in rows_of(database, weeks[1])] == ["2026-W04", "2026-W06"]
    assert [row["iso_week"] for row in rows_of(database, None, weeks[1])] == [
        "2026-W02",
        "2026-W04",
    ]


def test_distances_are_kilometres_whatever_the_unit_of_loads() -> None:
    dialect = Dialect(Unit.LB, Delimiter.SEMICOLON)
    rows = WEEKLY.take(PeriodOfLog(log_of(Run(MONDAY, 8.5)), None, None, LATER))
    ((_, lines),) = WEEKLY.steps(rows, dialect)
    assert WEEKLY.header(dialect).split(";")[12] == "distance_km"
    assert lines == ["2026-W02" + ";" * 12 + "8,5" + ";" * 12]


def test_new_columns_come_last() -> None:
    assert WEEKLY.names[12:14] == (
        "distance_km",
        "asymmetry_kind",
    )  # those before keep their places
    assert len(WEEKLY.names) == 25
    assert WEEKLY.names[-1] == "held_s"


def test_the_days_told_of_are_those_of_sessions_runs_and_plans() -> None:
    day = MONDAY + datetime.timedelta(days=20)
    database = log(Run(day, 10.0), *planned())
    found = set(WEEKLY.days(PeriodOfLog(database, None, None, LATER)))
    of_plan = {MONDAY + datetime.timedelta(days=n) for n in (0, 3, 7, 10)}
    assert found == {day, *of_plan}
    after = MONDAY + datetime.timedelta(days=8)
    later = set(WEEKLY.days(PeriodOfLog(database, after, None, LATER)))
    assert later == {day, MONDAY + datetime.timedelta(days=10)}
