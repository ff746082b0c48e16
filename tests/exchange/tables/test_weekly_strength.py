"""What ``weekly.csv`` tells of the legs' strength, as of each Sunday."""

import datetime
from typing import Any

from tests.exchange.logs import log_of
from tests.exchange.tables.test_weekly import MONDAY, log, rows_of
from tracker.domain.change import Entry
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, SetType

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
    """Log a session per week from Monday of week 2, one set per leg: reps, kilograms, reserve."""
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


def test_with_a_bent_knee_the_legs_are_compared_and_no_ratio_is_told() -> None:
    rows = rows_of(log_of(*weekly((10, 60, 0), (10, 75, 0), Exercise.STANDING_BENT)))
    assert {row["exercise"] for row in rows} == {"standing_bent"}
    assert {tuple(some(row, RATIO)) for row in rows} == {("", "")}
