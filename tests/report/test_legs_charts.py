"""The report's charts of the legs: each mark and line says what it is in black and white."""

from collections import Counter
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from tests.report.test_legs import strength_of, strength_tests, weekly
from tests.report.test_paper import STYLE
from tests.report.test_parts import LEFT, RIGHT, SEATED, TODAY, train
from tracker.domain.change import Entry
from tracker.domain.columns import day_number
from tracker.report.legs import Strength
from tracker.report.legs_charts import FigureLine, difference_chart, ratio_chart, strength_chart

SIZE = (300.0, 120.0)
LAST = day_number(TODAY)
DAYS = (LAST - 100, LAST)


def shapes(svg: str) -> list[ET.Element]:
    return list(ET.fromstring(svg))


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in shapes(svg) if each.tag.endswith("text")]


def count(svg: str, tag: str, **attributes: str) -> int:
    wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
    return sum(
        each.tag.endswith(tag) and wanted.items() <= each.attrib.items() for each in shapes(svg)
    )


def lines(svg: str) -> Counter[str]:
    """Count the lines of figures by their dashes."""
    return Counter(
        each.get("stroke-dasharray", "")
        for each in shapes(svg)
        if each.get("stroke-width") == "1.6"
    )


def bands(svg: str) -> int:
    return count(svg, "polygon", fill_opacity="0.16")


def legs(strength: Strength, factor: float = 1.0) -> str:
    return strength_chart(STYLE, SIZE, "kg", DAYS, strength.legs, factor)


def difference(strength: Strength) -> str:
    return difference_chart(STYLE, SIZE, "%", DAYS, strength, 10.0, ("right", "left"))


def line_of(day: list[int], value: list[float]) -> FigureLine:
    none = np.zeros(len(day), np.int64)
    return FigureLine(np.array(day), np.array(value), np.full(len(day), 0.05), none > 0, none)


def easy(*days: int) -> list[Entry]:
    """Log sets whose right leg had four or more in reserve."""
    return [
        each
        for day in days
        for each in (
            *train(day, (SEATED, LEFT, 50)),
            *train(day, (SEATED, RIGHT, 60), reps=8, rir=4.0),
        )
    ]


def test_the_legs_differ_by_mark_and_dash() -> None:
    svg = legs(strength_of(*weekly(0, 60, 75, sessions=5)))
    filled = STYLE.legs[LEFT]
    assert count(svg, "circle", fill=filled) == 5 + 1  # one in the legend
    assert count(svg, "polygon", fill=filled) == 5 + 1 + bands(svg)
    assert lines(svg) == {"": 1 + 1, "5 2.5": 1 + 1}
    assert bands(svg) == 2
    assert {"left", "right"} <= set(texts(svg))


def test_a_leg_without_values_is_not_named() -> None:
    svg = legs(strength_of(*train(0, (SEATED, LEFT, 60))))
    assert "left" in texts(svg)
    assert "right" not in texts(svg)


def test_a_bound_is_hollow_with_an_arrow_and_its_line_is_dotted() -> None:
    known, bound = legs(strength_of(*weekly(0, 50, 60))), legs(strength_of(*easy(14, 7, 0, 1, 2)))
    assert count(known, "polygon", fill="#ffffff") == 0
    assert count(bound, "polygon", fill="#ffffff", stroke=STYLE.legs[RIGHT]) == 5
    arrows = count(bound, "polyline", stroke_width="0.8", stroke=STYLE.legs[RIGHT])
    assert arrows == 2 * 5  # each a shaft and a head
    assert lines(bound)["0.8 2.4"] == 1
    assert bands(bound) == 1  # of the left leg alone


def test_reserve_not_noted_is_small_and_hollow_and_has_no_line() -> None:
    svg = legs(strength_of(*weekly(0, 60, 75, rir=None)))
    assert count(svg, "circle", fill="#ffffff", r="1") == 3
    assert lines(svg) == {"": 1, "5 2.5": 1}  # those of the legend
    assert bands(svg) == 0


def test_a_strength_test_is_in_a_diamond() -> None:
    svg = legs(strength_of(*strength_tests([14, 7, 0], 60, 75)))
    assert count(svg, "polygon", fill="none") == 6
    assert count(difference(strength_of(*strength_tests([14, 7, 0], 60, 75))), "circle") == 0


def test_many_points_leave_the_line_alone() -> None:
    training = [each for day in range(181) for each in train(day, (SEATED, LEFT, 60))]
    svg = legs(strength_of(*training))
    assert count(svg, "circle") == 1  # that of the legend
    assert lines(svg)[""] == 2


def test_ten_years_are_drawn_no_finer_than_paper_shows() -> None:
    day = np.arange(3_650)
    line = line_of(day.tolist(), [80.0] * len(day))
    svg = ratio_chart(STYLE, SIZE, "ratio", (0, 3_650), {LEFT: line, RIGHT: line})
    longest = max((each.get("points") or "").count(",") for each in shapes(svg))
    assert longest <= 2 * 241


def test_another_unit_scales_the_values() -> None:
    assert "220" in texts(legs(strength_of(*weekly(0, 75, 75)), 2.2))


@pytest.mark.parametrize(
    ("day", "value", "bound", "group", "stretches"),
    [
        ([0, 7, 14], [1, 1, 1], [0, 0, 0], [0, 0, 0], [([0, 1, 2], False)]),
        ([0, 7, 14], [1, np.nan, 1], [0, 0, 0], [0, 0, 0], [([0], False), ([2], False)]),
        ([0, 7, 22], [1, 1, 1], [0, 0, 0], [0, 0, 0], [([0, 1], False), ([2], False)]),
        ([0, 7, 21], [1, 1, 1], [0, 0, 0], [0, 0, 0], [([0, 1, 2], False)]),
        ([0, 7, 14], [1, 1, 1], [0, 0, 0], [0, 0, 1], [([0, 1], False), ([2], False)]),
        ([0, 7, 14], [1, 1, 1], [0, 1, 1], [0, 0, 0], [([0], False), ([0, 1, 2], True)]),
        (
            [0, 7, 14],
            [1, 1, 1],
            [0, 1, 0],
            [0, 0, 0],
            [([0], False), ([0, 1], True), ([1, 2], False)],
        ),
        ([0], [np.nan], [0], [0], []),
    ],
    ids=[
        "whole",
        "unknown",
        "a break",
        "fourteen days",
        "equipment",
        "bound",
        "bound between",
        "nothing",
    ],
)
def test_a_line_is_broken_where_it_would_bridge_what_is_not_known(
    day: list[int],
    value: list[float],
    bound: list[int],
    group: list[int],
    stretches: list[tuple[list[int], bool]],
) -> None:
    values = np.array(value, np.float64)
    line = FigureLine(np.array(day), values, values, np.array(bound) == 1, np.array(group))
    assert [(places.tolist(), is_bound) for places, is_bound in line.stretches()] == stretches


def test_the_difference_has_its_usual_range_and_says_which_end_is_which() -> None:
    svg = difference(strength_of(*weekly(0, 60, 75, sessions=5)))
    (usual,) = [each for each in shapes(svg) if each.tag.endswith("rect")]
    scale = (120 - 22 - 15) / 80  # pixels a percent, from -40 to 40
    assert float(usual.get("height") or 0) == pytest.approx(20 * scale, abs=0.01)
    y = {each.text: float(each.get("y") or 0) for each in shapes(svg) if each.text}
    assert y["right"] < y["left"]
    assert count(svg, "circle", fill=STYLE.muted) == 5
    assert (lines(svg), bands(svg)) == ({"": 1}, 1)


def test_a_pair_with_a_bound_points_to_where_it_may_lie_as_well() -> None:
    svg = difference(strength_of(*easy(14, 7, 0, 1)))
    marks = [each for each in shapes(svg) if each.tag.endswith("circle")]
    assert {each.get("fill") for each in marks} == {"#ffffff"}
    heads = [
        [float(at.split(",")[1]) for at in (each.get("points") or "").split()]
        for each in shapes(svg)
        if each.tag.endswith("polyline")
        and (each.get("points") or "").count(",") == 3
        and each.get("stroke") == STYLE.muted
    ]
    assert len(heads) == 4
    assert all(tip < barb for barb, tip, _ in heads)  # upward, to a stronger right leg
    assert lines(svg) == {"0.8 2.4": 1}


def test_pairs_of_which_nothing_can_be_said_have_no_line() -> None:
    svg = difference(strength_of(*weekly(0, 60, 75, sessions=2)))
    assert count(svg, "circle") == 2
    assert lines(svg) == {}


def test_references_are_named_and_within_the_scale() -> None:
    line = line_of([LAST - 9, LAST], [0.7, 0.7])
    svg = ratio_chart(STYLE, SIZE, "ratio", DAYS, {LEFT: line, RIGHT: line}, [(0.85, "aim", "2 2")])
    assert "aim" in texts(svg)
    (reference,) = [each for each in shapes(svg) if each.get("stroke-dasharray") == "2 2"]
    y = float((reference.get("points") or "").split(",")[1].split()[0])
    assert 22 + 2.5 < y < 105  # below the title, with room for its name


def test_a_line_of_many_short_stretches_has_no_more_places_than_paper_shows() -> None:
    # 1,200 days, broken after every 30: 240 places of them are kept, and the last of each stretch.
    day = np.concatenate([np.arange(30) + 60 * stretch for stretch in range(40)])
    values = np.ones(len(day))
    line = FigureLine(day, values, values, values > 1, np.zeros(len(day), np.int64))
    kept = [line.thinned(places) for places, _ in line.stretches()]
    assert kept[0].tolist() == [0, 5, 10, 15, 20, 25, 29]
    assert sum(map(len, kept)) == 240 + 40
