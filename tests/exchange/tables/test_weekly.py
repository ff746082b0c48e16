import csv
import datetime
from typing import Any

from tests.exchange.logs import log_of
from tracker.domain.change import Change, Entry
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, SetType
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


BALANCE = (
    "asymmetry_pct",
    "lsi_pct",
    "asymmetry_kind",
    "asymmetry_pm_pct",
    "balance",
    "balance_clear",
    "balance_reason",
    "pairs",
    "balance_source",
)
FIGURE = ("e1rm_figure_kg", "e1rm_figure_pm_kg", "e1rm_figure_at_least")
RATIO = ("seated_standing_ratio", "seated_standing_pm")


def some(row: dict[str, str], names: tuple[str, ...]) -> list[str]:
    return [row[name] for name in names]


def weekly(
    left: tuple[int, float, float | None],
    right: tuple[int, float, float | None],
    exercise: Exercise = Exercise.SEATED,
    weeks: int = 3,
    **more: Any,
) -> list[Entry]:
    """Log a session a week from Monday of week 2, a set of each leg: reps, kilograms, reserve."""
    entries: list[Entry] = []
    for week in range(weeks):
        session = Session(MONDAY + datetime.timedelta(weeks=week))
        entries.append(session)
        for place, (side, (reps, kg, rir)) in enumerate(zip(LEGS, (left, right), strict=True)):
            entries.append(
                LoggedSet(session.id, exercise, side, 1, reps, kg, place, rir=rir, **more)
            )
    return entries


def test_the_legs_are_compared_as_of_each_sunday() -> None:
    rows = rows_of(log_of(*weekly((10, 60, 0), (10, 75, 0))))
    few = ["", "", "", "", "unknown", "0", "few"]
    assert [some(row, BALANCE) for row in rows[::2]] == [
        [*few, "1", ""],
        [*few, "2", ""],
        # By hand: 15 of 75 kg; 2 x 4.8 x 1.2533 / sqrt(3 + pi / 2 - 1) = 6.37 of repeats, and 2
        # for one repetition more on the left.
        ["20", "80", "point", "6.67", "marked", "1", "", "3", "pairs"],
    ]
    assert all(
        some(row, BALANCE) == some(other, BALANCE)
        for row, other in zip(rows[::2], rows[1::2], strict=True)
    )
    # 60 x 4 / 3; 4.457 % of repeats, O'Conner reads 6.25 % less.
    assert some(rows[4], FIGURE) == ["80", "6.14", "0"]
    assert some(rows[5], FIGURE) == ["100", "7.68", "0"]
    assert some(rows[0], FIGURE) == ["", "", ""]


def test_reserve_not_noted_compares_nothing() -> None:
    rows = rows_of(log_of(*weekly((10, 60, None), (10, 60, None))))
    assert {tuple(some(row, BALANCE)) for row in rows} == {
        ("", "", "", "", "unknown", "0", "reserve", "0", "")
    }
    assert {row["best_e1rm_kg"] for row in rows} == {""}


def test_a_leg_too_strong_for_its_load_gives_a_bound() -> None:
    rows = rows_of(log_of(*weekly((10, 50, 0), (8, 60, 4))))
    # 60 x 1.4 = 84 against 66.67 at least: 20.63 %. Without an index.
    assert some(rows[-1], BALANCE)[:3] == ["20.63", "", "at_least_right"]
    assert some(rows[-1], BALANCE)[4:] == ["marked", "1", "", "3", "pairs"]
    assert rows[-1]["e1rm_figure_kg"] == "84"
    assert rows[-1]["e1rm_figure_at_least"] == "1"
    assert rows[-1]["best_e1rm_kg"] == ""  # nothing is known of that leg
    (left, _) = rows_of(log_of(*weekly((8, 60, 4), (10, 50, 0))))[-2:]
    assert some(left, BALANCE)[:3] == ["-20.63", "", "at_least_left"]


def test_a_bound_that_tells_nothing_keeps_no_number() -> None:
    rows = rows_of(log_of(*weekly((10, 60, 0), (8, 50, 4))))  # at least 70 beside 80
    assert some(rows[-1], BALANCE) == ["", "", "", "", "unknown", "0", "too_easy", "3", ""]


def test_three_tests_decide_where_training_does_not() -> None:
    blank = weekly((10, 60, None), (10, 60, None), weeks=10)
    tests: list[Entry] = []
    for days in (2, 30, 58):
        session = Session(MONDAY + datetime.timedelta(days=days))
        tests.append(session)
        tests += [
            LoggedSet(session.id, Exercise.SEATED, side, 1, 8, kg, place, set_type=SetType.TEST)
            for place, (side, kg) in enumerate(zip(LEGS, (60.0, 75.0), strict=True))
        ]
    last = rows_of(log_of(*blank, *tests))[-1]
    assert some(last, BALANCE) == ["20", "80", "point", "6.37", "marked", "1", "", "3", "pairs"]


def test_with_an_involved_leg_the_index_is_that_leg_in_percent_of_the_other() -> None:
    training = weekly((10, 60, 0), (10, 75, 0))
    for involved, index in ((Side.RIGHT, "125"), (Side.LEFT, "80")):
        rows = rows_of(log_of(Runner(involved_side=involved), *training))
        assert [row["lsi_pct"] for row in rows[-2:]] == [index, index]


def test_the_runner_s_own_bounds_name_the_balance() -> None:
    runner = Runner(usual_percent=25, marked_percent=30)
    rows = rows_of(log_of(runner, *weekly((10, 60, 0), (10, 75, 0))))
    assert (rows[-1]["balance"], rows[-1]["balance_clear"]) == ("usual", "0")  # 20 + 7 reach 25


def test_the_ratio_stands_with_each_leg_on_sunday() -> None:
    seated = weekly((10, 60, 0), (10, 60, 0))
    standing = weekly((10, 5, 0), (10, 5, 4), Exercise.STANDING)
    rows = rows_of(log_of(Bodyweight(MONDAY, 70.0), *seated, *standing))
    # 80 of 100 kg; 4.457 % of repeats each, one repetition misjudged 2.5 %. The right leg's
    # standing figure is a lower bound.
    assert [some(row, RATIO) for row in rows[-4:]] == [["0.8", "0.05"], ["", ""]] * 2
    assert [some(row, RATIO) for row in rows[:4]] == [["", ""]] * 4


def test_figures_look_back_beyond_the_period() -> None:
    database = log_of(*weekly((10, 60, 0), (10, 75, 0)))
    rows = rows_of(database, first=MONDAY + datetime.timedelta(days=14))
    assert rows == rows_of(database)[-2:]
    early = rows_of(database, last=MONDAY + datetime.timedelta(days=8))
    assert early == rows_of(database)[:4]


def test_rows_of_both_legs_bear_work_alone() -> None:
    (row,) = [row for row in rows_of(log()) if row["side"] == "both"]
    assert {*some(row, BALANCE), *some(row, FIGURE), *some(row, RATIO)} == {""}


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


def test_distances_are_kilometres_whatever_the_unit_of_loads() -> None:
    dialect = Dialect(Unit.LB, Delimiter.SEMICOLON)
    rows = WEEKLY.take(PeriodOfLog(log_of(Run(MONDAY, 8.5)), None, None, LATER))
    ((_, lines),) = WEEKLY.steps(rows, dialect)
    assert WEEKLY.header(dialect).split(";")[12] == "distance_km"
    assert lines == ["2026-W02" + ";" * 12 + "8,5" + ";" * 11]


def test_new_columns_come_last() -> None:
    assert WEEKLY.names[12:14] == (
        "distance_km",
        "asymmetry_kind",
    )  # those before keep their places
    assert len(WEEKLY.names) == 24
