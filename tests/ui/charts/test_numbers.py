"""The numbers that a chart draws, as columns and rows."""

from dataclasses import replace

import numpy as np

from tests.ui.charts.test_chart import FIRST, bars, curve, thin_line
from tracker.ui.charts import Numbers, PointKind, Stripes, numbers_rows
from tracker.ui.charts.numbers import numbers_of_curves, numbers_of_stripes, numbers_of_weeks

FULL, TEST, AT_LEAST = PointKind.FULL, PointKind.TEST, PointKind.AT_LEAST
MONDAY = 20_003  # 7 October 2024


def values(numbers: list[Numbers]) -> dict[str, list[tuple[int, float, int]]]:
    return {
        each.title: [
            (day - FIRST, value, kind)
            for day, value, kind in zip(
                each.day.tolist(), each.value.tolist(), each.kind.tolist(), strict=True
            )
        ]
        for each in numbers
    }


def test_a_curve_has_its_points_its_line_and_the_limits_of_the_line() -> None:
    given = curve(60, 61, plus_minus=2.0)
    line = replace(given.line, height=np.array([np.nan, 62.0]), is_bound=np.array([False, True]))
    points = replace(given.points, kind=np.array([TEST, FULL]))
    limited = replace(line, plus_minus=np.array([np.nan, 2.0]))
    named = replace(given, points=points, line=limited, title="left", line_title="left: median")
    assert values(numbers_of_curves([named])) == {
        "left": [(0, 60, TEST), (7, 61, FULL)],
        "left: median": [(7, 62, AT_LEAST)],
        "left: median, ±": [(7, 2, FULL)],
    }


def test_a_line_through_its_points_has_no_column_of_its_own() -> None:
    assert list(values(numbers_of_curves([replace(curve(60), title="left")]))) == ["left"]


def test_weeks_stand_under_their_mondays_with_the_line_through_their_middles() -> None:
    week = replace(bars(8, 9), day=np.array([MONDAY, MONDAY + 7]))
    line = replace(thin_line(20.0), day=np.array([MONDAY + 3.5]), title="running, km")
    found = numbers_of_weeks([week], replace(week, name="planned"), line)
    assert [each.title for each in found] == ["seated", "planned", "running, km"]
    assert [each.day.tolist() for each in found][1:] == [[MONDAY, MONDAY + 7], [MONDAY]]
    assert numbers_of_weeks([], None, None) == []


def test_bars_of_single_days_stand_for_their_values() -> None:
    down = Stripes("right", np.array([FIRST]), -2.0, np.array([-1.5]), -0.05, "stiff, right")
    assert values(numbers_of_stripes([down])) == {"stiff, right": [(0, 30.0, FULL)]}


def test_columns_stand_side_by_side_and_a_day_of_two_values_has_two_rows() -> None:
    one = Numbers.plain("one", np.array([1, 3, 3, 9]), np.array([1.0, 2.0, 3.0, 4.0]))
    other = Numbers.plain("other", np.array([2, 3]), np.array([5.0, 6.0]))
    rows = numbers_rows([one, other], 1.0, 8.9, are_weeks=False)
    assert [(row.day, [cell and cell[0] for cell in row.cells]) for row in rows] == [
        (1, [1, None]),
        (2, [None, 5]),
        (3, [2, 6]),
        (3, [3, None]),
    ]
    assert [row.day for row in numbers_rows([one], 9.0, 9.0, are_weeks=False)] == [9]


def test_of_a_week_a_part_in_view_will_do() -> None:
    weeks = Numbers.plain("sets", np.array([0, 7, 14]), np.array([1.0, 2.0, 3.0]))
    assert [row.day for row in numbers_rows([weeks], 10.0, 15.0, are_weeks=True)] == [7, 14]
