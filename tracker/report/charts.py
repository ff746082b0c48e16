"""The report's charts as SVG: vectors, text that stays text, and no meaning by colour alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

import numpy as np

from tracker.domain.exercise import Exercise, Side
from tracker.domain.running import WeeklyDistance
from tracker.domain.session import MOST_PAIN
from tracker.domain.symptoms import USUAL_STIFFNESS_MIN, Moment
from tracker.domain.week import DAYS_A_WEEK
from tracker.domain.weekly_work import WeeklyWork
from tracker.report.paper import (
    BOTTOM_MARGIN,
    LABEL_PX,
    PAPER,
    RIGHT_MARGIN,
    THIN_PX,
    TITLE_PX,
    Frame,
    Style,
    draw_dates,
    draw_spells,
    legend_width,
    round_ticks,
)
from tracker.report.parts import FeltOnDay, Strip
from tracker.report.svg import Drawing, Point

MOST_BARS: Final = 60
STRIP_PX: Final = 21.0
STRIP_NAME_PX: Final = 92.0
STIFFNESS_STEP_MIN: Final = 10  # of the scale, so that its half is whole, too
SECOND_SCALE_PX: Final = 40.0


@dataclass(frozen=True, slots=True)
class Running:
    """The distance run by week, and how to show it.

    Args:
        distance: The distances of at least one week.
        shown_per_km: Factor from kilometres to the unit shown.
        unit: The unit shown.
        name: The name of the line.
    """

    distance: WeeklyDistance
    shown_per_km: float
    unit: str
    name: str


def weeks_a_bar(weeks: int) -> int:
    """Return how many weeks to average in one bar, so that bars stay distinguishable."""
    return ceil(weeks / MOST_BARS)


def work_chart(
    style: Style,
    size: Point,
    title: str,
    days: tuple[int, int],
    work: WeeklyWork,
    names: Mapping[Exercise, str],
    running: Running | None = None,
) -> str:
    """Draw hard sets per week as bars, with exercises stacked, and running as a line.

    Args:
        style: How it looks.
        size: Width and height in pixels.
        title: What it shows.
        days: The first and the last day.
        work: Hard sets of every week, at least one.
        names: What each exercise is called.
        running: The distance of each week, with a scale of its own; None for none.
    """
    weeks = weeks_a_bar(len(work))
    starts = np.arange(0, len(work), weeks)
    counts = np.diff(starts, append=len(work))
    heights = {each: np.add.reduceat(of, starts) / counts for each, of in work.of.items()}
    most = float(np.sum(list(heights.values()), axis=0).max())
    first, last = min(days[0], int(work.day[0])), max(days[1], int(work.day[-1]) + DAYS_A_WEEK)
    right_px = RIGHT_MARGIN if running is None else SECOND_SCALE_PX
    ticks = round_ticks(0, max(most, 1))
    lines = [] if running is None else [running.name]
    legend_px = legend_width((names[each] for each in heights), lines)
    frame = Frame(style, size, title, (first, last), ticks, right_px, legend_px)
    fills = dict(zip(Exercise, (style.accent, PAPER, style.tint), strict=True))
    upon = np.zeros(len(starts))
    for exercise, height in heights.items():
        for start, count, low, high in zip(starts, counts, upon, upon + height, strict=True):
            left = frame.x(float(work.day[start])) + 0.8
            right = min(frame.x(float(work.day[start]) + DAYS_A_WEEK * count), frame.right) - 0.8
            if high > low:
                frame.drawing.rectangle(
                    (left, frame.y(high)),
                    (max(right - left, 0.8), frame.y(low) - frame.y(high)),
                    fills[exercise],
                    style.accent,
                )
        upon += height
    if running is not None:
        _draw_running(frame, running, int(work.day[0]), weeks)
    for exercise in reversed(heights):
        frame.name_fill(names[exercise], fills[exercise])
    return frame.drawing.svg


def _draw_running(frame: Frame, running: Running, first_monday: int, weeks: int) -> None:
    """Draw weekly distance as a thin line, averaged over as many weeks as the bars."""
    monday = running.distance.day
    _, group, count = np.unique(
        (monday - first_monday) // (DAYS_A_WEEK * weeks), return_inverse=True, return_counts=True
    )
    middle = np.bincount(group, monday) / count + DAYS_A_WEEK / 2
    mean = np.bincount(group, running.distance.km * running.shown_per_km) / count
    place = frame.second_scale(round_ticks(0, max(float(mean.max()), 1.0)), running.unit)
    if len(middle) == 1:  # a single point makes no line, so draw it as wide as a bar
        half = DAYS_A_WEEK * weeks / 2
        middle, mean = np.append(middle - half, middle + half), np.repeat(mean, 2)
    x = [min(max(frame.x(each), frame.left), frame.right) for each in middle.tolist()]
    points = list(zip(x, map(place, mean.tolist()), strict=True))
    # A white outline, to stand out against the bars.
    frame.drawing.line(points, PAPER, 3 * THIN_PX)
    frame.drawing.line(points, frame.style.ink, THIN_PX)
    frame.name_line(running.name)


def strips_height(strips: int) -> float:
    """Return the height of a chart with this many strips, in pixels."""
    return TITLE_PX + 8 + strips * STRIP_PX + BOTTOM_MARGIN


def strips_chart(
    style: Style,
    width: float,
    title: str,
    days: tuple[int, int],
    strips: Sequence[Strip],
    names: Mapping[Moment | None, str],
) -> str:
    """Draw what was felt as strips of bars, one per moment; zero is a dot on the baseline.

    Args:
        style: How it looks.
        width: Width in pixels; the height is given by ``strips_height``.
        title: What it shows.
        days: The first and the last day.
        strips: At least one.
        names: The name of each moment; None stands for stiffness.
    """
    drawing = Drawing(width, strips_height(len(strips)), style.font)
    drawing.text((0, TITLE_PX), title, TITLE_PX, style.ink, weight="bold")
    left, right = STRIP_NAME_PX, width - RIGHT_MARGIN - 12
    span = max(days[1] - days[0] + 1, 1)
    sides = [side for side in Side if any(each.side is side for s in strips for each in s.felt)]
    _name_sides(drawing, style, sides, right)
    # The sides' bars at one place stand side by side, wide enough to be distinguished.
    place_px = max((right - left) / span, 3.0 * len(sides) + 1)
    days_a_place = max(1, round(place_px * span / (right - left)))

    def x(day: float) -> float:
        return left + (day - days[0]) / span * (right - left)

    ground = TITLE_PX + 8
    for strip in strips:
        ground += STRIP_PX
        felt = list(_worst_of_places(strip.felt, days[1], days_a_place))
        most = MOST_PAIN
        if strip.moment is None:
            longest = max(each.value for each in felt)
            most = max(USUAL_STIFFNESS_MIN, STIFFNESS_STEP_MIN * ceil(longest / STIFFNESS_STEP_MIN))
        drawing.text((0, ground - 5), names[strip.moment], LABEL_PX, style.ink)
        for share in (0.0, 0.5, 1.0):
            y = ground - share * (STRIP_PX - 6)
            drawing.line([(left, y), (right, y)], style.muted if not share else style.hairline, 0.7)
            if share:
                number = style.number(share * most, 0)
                drawing.text((right + 4, y + 3), number, LABEL_PX - 1.5, style.muted)
        bar_px = min((x(days_a_place) - x(0) - 1) / len(sides), 5.0)
        for each in felt:
            middle = x(each.day + days_a_place / 2)
            offset = sides.index(each.side) - len(sides) / 2
            corner = (middle + offset * bar_px, ground)
            _bar(drawing, style, each, corner, bar_px, each.value / most * (STRIP_PX - 6))
    draw_dates(drawing, style, x, days, ground)
    draw_spells(drawing, style, x, days, (TITLE_PX + 8, ground))
    return drawing.svg


def _worst_of_places(felt: Iterable[FeltOnDay], last_day: int, days: int) -> Iterable[FeltOnDay]:
    """Return the worst of each side within every few days, counted back from the last day.

    They are dated to the first of their days.
    """
    worst: dict[tuple[int, Side], int] = {}
    for each in felt:
        place = last_day + 1 - days * ((last_day - each.day) // days + 1)
        worst[place, each.side] = max(each.value, worst.get((place, each.side), 0))
    return [FeltOnDay(day, side, value) for (day, side), value in worst.items()]


def _bar(
    drawing: Drawing, style: Style, felt: FeltOnDay, corner: Point, width: float, height: float
) -> None:
    x, ground = corner
    colour = style.legs[felt.side]
    if not felt.value:
        drawing.circle((x + width / 2, ground), 1.1, colour)
        return
    fills = {Side.LEFT: colour, Side.RIGHT: PAPER, Side.BOTH: style.tint}
    drawing.rectangle((x + 0.3, ground - height), (width - 0.6, height), fills[felt.side], colour)


def _name_sides(drawing: Drawing, style: Style, sides: Sequence[Side], right: float) -> None:
    for side in reversed(sides):
        name = style.names[side]
        right -= drawing.text_width(name, LABEL_PX)
        drawing.text((right, TITLE_PX), name, LABEL_PX, style.ink)
        right -= 9
        _bar(drawing, style, FeltOnDay(0, side, 1), (right, TITLE_PX), 6, 7)
        right -= 9
