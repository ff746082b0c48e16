"""The report's charts: what is drawn, and that no meaning is in colour alone."""

from collections import Counter
from itertools import pairwise
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from tests.report.test_paper import STYLE
from tracker.domain.exercise import Exercise, Side
from tracker.domain.running import WeeklyDistance
from tracker.domain.symptoms import Moment
from tracker.domain.weekly_work import WeeklyWork
from tracker.report.charts import (
    STRIP_PX,
    Running,
    strips_chart,
    strips_height,
    weeks_a_bar,
    work_chart,
)
from tracker.report.paper import LABEL_PX
from tracker.report.parts import FeltOnDay, Strip

SIZE = (300.0, 120.0)
DAYS = (20_000, 20_100)


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def tags(svg: str) -> Counter[str]:
    return Counter(each.tag.partition("}")[2] for each in parsed(svg))


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in parsed(svg) if each.tag.endswith("text")]


@pytest.mark.parametrize(("weeks", "each"), [(1, 1), (60, 1), (61, 2), (521, 9)])
def test_bars_stand_for_so_many_weeks_that_they_can_be_told_apart(weeks: int, each: int) -> None:
    assert weeks_a_bar(weeks) == each


def bars(svg: str) -> list[dict[str, float]]:
    wanted = ("x", "y", "width", "height")
    return [
        {name: float(each.get(name) or 0) for name in wanted}
        for each in parsed(svg)
        if each.tag.endswith("rect") and float(each.get("height") or 0) != 7  # the legend's
    ]


def test_exercises_stand_upon_each_other_and_differ_by_fill() -> None:
    counts = {Exercise.SEATED: np.array([6.0, 0.0]), Exercise.STANDING: np.array([3.0, 0.0])}
    weeks = WeeklyWork(np.array([20_003, 20_010]), counts)
    names = {exercise: str(exercise) for exercise in Exercise}
    svg = work_chart(STYLE, SIZE, "sets", DAYS, weeks, names)
    lower, upper = bars(svg)
    assert upper["y"] + upper["height"] == pytest.approx(lower["y"], abs=0.02)
    assert lower["height"] == pytest.approx(2 * upper["height"], abs=0.02)
    fills = {each.get("fill") for each in parsed(svg) if each.tag.endswith("rect")}
    assert len(fills) == 2
    assert {"seated", "standing"} <= set(texts(svg))
    assert "standing_bent" not in texts(svg)


def test_the_last_week_ends_with_the_chart() -> None:
    weeks = WeeklyWork(np.array([20_094, 20_101]), {Exercise.SEATED: np.array([6.0, 6.0])})
    last = bars(work_chart(STYLE, SIZE, "sets", (20_090, 20_101), weeks, {Exercise.SEATED: "s"}))[
        -1
    ]
    assert last["x"] + last["width"] <= SIZE[0] - 8


def strips(*strips: Strip, days: tuple[int, int] = DAYS) -> str:
    names: dict[Moment | None, str] = {each: str(each) for each in Moment} | {None: "stiffness"}
    return strips_chart(STYLE, 600, "Pain", days, strips, names)


def test_pain_is_a_bar_and_none_of_it_a_dot() -> None:
    felt = (
        FeltOnDay(20_000, Side.LEFT, 0),
        FeltOnDay(20_010, Side.LEFT, 5),
        FeltOnDay(20_020, Side.LEFT, 10),
    )
    svg = strips(Strip(Moment.AFTER, felt))
    half, whole = bars(svg)
    assert whole["height"] == pytest.approx(2 * half["height"], abs=0.02)
    assert tags(svg)["circle"] == 1


def test_sides_of_one_day_stand_beside_each_other_and_differ_by_fill() -> None:
    felt = tuple(FeltOnDay(20_010, side, 5) for side in Side)
    svg = strips(Strip(Moment.DURING, felt))
    drawn = bars(svg)
    assert all(a["x"] + a["width"] <= b["x"] for a, b in pairwise(drawn))
    fills = [each.get("fill") for each in parsed(svg) if each.tag.endswith("rect")]
    assert len(set(fills)) == 3


def test_over_ten_years_the_worst_of_some_weeks_is_drawn() -> None:
    felt = tuple(FeltOnDay(day, Side.LEFT, day % 11) for day in range(20_000, 23_650))
    svg = strips(Strip(Moment.AFTER, felt), days=(20_000, 23_650))
    drawn = bars(svg)
    assert len(drawn) < 200
    assert {round(bar["height"]) for bar in drawn} == {STRIP_PX - 6}  # 10 of 10, everywhere


def test_bars_of_several_days_end_with_the_chart() -> None:
    days = 20_000, 21_000  # of which a place takes eight
    felt = tuple(FeltOnDay(day, Side.LEFT, 1) for day in range(*days))
    last = max(bars(strips(Strip(Moment.AFTER, felt), days=days)), key=lambda bar: bar["x"])
    axis = max(
        float(point.split(",")[0])
        for each in parsed(strips(Strip(Moment.AFTER, felt), days=days))
        if each.get("stroke") == STYLE.muted
        for point in each.get("points", "").split()
    )
    assert axis - 4 <= last["x"] + last["width"] <= axis


def test_long_stiffness_makes_room_for_itself_on_a_scale_of_whole_numbers() -> None:
    svg = strips(Strip(None, (FeltOnDay(20_000, Side.LEFT, 90),)))
    assert "90" in texts(svg)
    assert bars(svg)[0]["height"] == pytest.approx(STRIP_PX - 6)
    assert {"50", "25"} <= set(texts(strips(Strip(None, (FeltOnDay(20_000, Side.LEFT, 45),)))))


def test_strips_lie_below_each_other_in_a_chart_as_high_as_they_need() -> None:
    one = Strip(Moment.BEFORE, (FeltOnDay(20_000, Side.LEFT, 1),))
    svg = strips(one, Strip(None, (FeltOnDay(20_000, Side.LEFT, 20),)))
    assert float(parsed(svg).get("height") or 0) == strips_height(2)
    assert strips_height(2) - strips_height(1) == STRIP_PX


def test_running_is_a_line_with_a_scale_and_a_name_of_its_own() -> None:
    weeks = WeeklyWork(np.array([20_003, 20_010]), {Exercise.SEATED: np.array([6.0, 3.0])})
    distance = WeeklyDistance(np.array([20_003, 20_010]), np.array([40.0, 20.0]))
    running = Running(distance, 0.5, "mi", "running")
    svg = work_chart(STYLE, SIZE, "sets", DAYS, weeks, {Exercise.SEATED: "seated"}, running)
    assert {"running", "0 mi", "20 mi"} <= set(texts(svg))
    assert "40 mi" not in texts(svg)
    (line,) = (
        each
        for each in parsed(svg)
        if each.get("stroke-width") == "0.9"
        and each.get("points", "").count(",") == 2
        and each.get("stroke") == STYLE.ink
        and float(each.get("points", "").split(",")[0]) < 100
    )
    first, second = (
        [float(part) for part in at.split(",")] for at in line.get("points", "").split()
    )
    bottom = SIZE[1] - 15
    assert bottom - first[1] == pytest.approx(2 * (bottom - second[1]), abs=0.05)
    assert "running" not in texts(work_chart(STYLE, SIZE, "s", DAYS, weeks, {Exercise.SEATED: "s"}))


def test_over_years_the_line_has_a_place_a_bar() -> None:
    days = np.arange(20_003, 20_003 + 7 * 130, 7)
    weeks = WeeklyWork(days, {Exercise.SEATED: np.full(130, 6.0)})
    running = Running(WeeklyDistance(days, np.full(130, 30.0)), 1.0, "km", "running")
    around = (20_003, 20_003 + 7 * 130)
    svg = work_chart(STYLE, SIZE, "sets", around, weeks, {Exercise.SEATED: "seated"}, running)
    longest = max(each.get("points", "").count(",") for each in parsed(svg))
    assert longest == len(bars(svg)) == 44


def test_a_legend_that_has_no_room_beside_the_title_goes_below_it() -> None:
    def places(title: str) -> tuple[float, float, float]:
        work = WeeklyWork(np.array([20_003]), {Exercise.SEATED: np.array([6.0])})
        svg = work_chart(STYLE, SIZE, title, DAYS, work, {Exercise.SEATED: "seated"})
        shown = {each.text: float(each.get("y", "0")) for each in parsed(svg).iter() if each.text}
        return shown[title], shown["seated"], shown["6"]

    # Of 292 pixels the legend takes 49.6, a letter of the title 6.8.
    title, legend, top = places("t" * 35)
    assert legend == title
    title_of_more, legend_of_more, top_of_more = places("t" * 36)
    assert title_of_more == title
    assert legend_of_more - title >= LABEL_PX  # its letters are that high
    assert top_of_more - top == pytest.approx(legend_of_more - title)


def test_the_distance_of_one_week_alone_is_as_wide_as_its_bar() -> None:
    weeks = WeeklyWork(np.array([20_003]), {Exercise.SEATED: np.array([6.0])})
    running = Running(WeeklyDistance(weeks.day, np.array([30.0])), 1.0, "km", "running")
    svg = work_chart(STYLE, SIZE, "sets", DAYS, weeks, {Exercise.SEATED: "s"}, running)
    (bar,) = bars(svg)
    halo = next(each for each in parsed(svg) if each.get("stroke") == "#ffffff")
    (left, y), (right, same_y) = (
        [float(part) for part in at.split(",")] for at in halo.get("points", "").split()
    )
    assert y == same_y
    assert right - left == pytest.approx(bar["width"], abs=2)
