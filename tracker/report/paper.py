"""A chart's frame on paper: scales, ticks and legend, readable in black and white."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor, log10
from typing import Final

from tracker.domain.columns import day_number, day_of_number
from tracker.domain.exercise import Side
from tracker.report.svg import Drawing, Point

TITLE_PX: Final = 10.5
LABEL_PX: Final = 8.5
BOLD: Final = 1.12  # how much wider bold letters are
MOST_TICKS: Final = 5
LEAST_ROOM: Final = 0.02  # of a scale, as a share of its largest value
# The longest periods with ticks at any days, and at Mondays.
DAYS_WITHOUT_MONDAYS: Final = 20
LONGEST_BY_DAY: Final = 70
LEFT_MARGIN, RIGHT_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 30.0, 8.0, 22.0, 15.0
THIN_PX: Final = 0.9
ARROW_PX: Final = 7.0
# Before a name in a legend: a fill, or a line; and between what is named.
FILL_PX, LINE_PX, GAP_PX = 12.0, 18.0, 8.0
SPELL_PX: Final = 1.6  # height of the bar for an event that lasts
SPELL_DASHES: Final = "0.8 2"
PAPER: Final = "#ffffff"
# Dashes of the legs' lines; a leg is recognised by colour, mark and dashes.
DASHES: Final = {Side.LEFT: "", Side.RIGHT: "5 2.5", Side.BOTH: "1.5 2"}


class Grain(StrEnum):
    """How much of a date a tick needs to show."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Style:
    """How charts look and read; colours are in SVG's notation.

    Args:
        font: Font family of all texts.
        ink: Colour of texts and strong lines.
        muted: Colour of scales.
        hairline: Colour of grids.
        accent: Colour of bars.
        tint: Colour of bars that are neither full nor empty: in black and white as far from the
            accent as from the paper.
        legs: Colour of each side's marks.
        names: The name of each side.
        number: Writes a value in the reader's locale, with as many decimals as given.
        date: Writes a day in the reader's locale, as much of it as the grain says.
        spells: First and last days of events, marked in every chart; their names are on the page.
    """

    font: str
    ink: str
    muted: str
    hairline: str
    accent: str
    tint: str
    legs: Mapping[Side, str]
    names: Mapping[Side, str]
    number: Callable[[float, int], str]
    date: Callable[[datetime.date, Grain], str]
    spells: tuple[tuple[int, int], ...] = ()


def round_ticks(low: float, high: float) -> list[float]:
    """Return round values from below ``low`` to above ``high``, with at most five steps.

    >>> round_ticks(0, 9.2), round_ticks(0.61, 0.87)
    ([0.0, 2.0, 4.0, 6.0, 8.0, 10.0], [0.6, 0.7, 0.8, 0.9])
    """
    # A single value, or several equal but for rounding, goes in the middle of some room.
    room = max(LEAST_ROOM * max(abs(low), abs(high)) - (high - low), 0.0) / 2
    low, high = low - room, high + room
    power = 10.0 ** floor(log10(max(high - low, 1e-6) / MOST_TICKS))
    ends = (
        (factor * power, floor(low / (factor * power) + 1e-9), ceil(high / (factor * power) - 1e-9))
        for factor in (1, 2, 2.5, 5, 10, 20)
    )
    step, first, last = next(each for each in ends if each[2] - each[1] <= MOST_TICKS)
    return [round(step * place, 10) for place in range(first, max(last, first + 1) + 1)]


def decimals_of(ticks: Sequence[float]) -> int:
    """Return how many decimals are needed to write all of some ticks.

    >>> decimals_of([0.0, 10.0]), decimals_of([75.0, 77.5]), decimals_of([0.6, 0.65])
    (0, 1, 2)
    """
    return next(each for each in range(12) if all(round(tick, each) == tick for tick in ticks))


def legend_width(fills: Iterable[str], lines: Iterable[str]) -> float:
    """Give how wide a legend is, in pixels, that names some fills and some lines."""
    signs = [*((name, FILL_PX) for name in fills), *((name, LINE_PX) for name in lines)]
    return sum(Drawing.text_width(name, LABEL_PX) + sign + GAP_PX for name, sign in signs)


def date_ticks(first: datetime.date, last: datetime.date) -> tuple[Grain, list[datetime.date]]:
    """Return about five days between two: any days, Mondays, firsts of months, or New Year's Days.

    >>> date_ticks(datetime.date(2026, 9, 20), datetime.date(2026, 12, 5))[1][0]
    datetime.date(2026, 10, 1)
    """
    days = (last - first).days
    if days <= LONGEST_BY_DAY:
        step = max(1, ceil(days / MOST_TICKS))
        if days > DAYS_WITHOUT_MONDAYS:
            step = 7 * ceil(step / 7)
            first += datetime.timedelta(days=-first.weekday() % 7)
        count = (last - first).days // step + 1
        return Grain.DAY, [first + datetime.timedelta(days=step * each) for each in range(count)]
    months_in = days / 30.44
    months = next((each for each in (1, 2, 3, 4, 6) if months_in <= each * MOST_TICKS), 0)
    if months:
        begun = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        firsts = [
            datetime.date(each // 12, each % 12 + 1, 1) for each in begun if not each % months
        ]
        return Grain.MONTH, [each for each in firsts if each >= first]
    years = ceil(days / (365.25 * MOST_TICKS))
    within = range(first.year + 1, last.year + 1)
    return Grain.YEAR, [datetime.date(each, 1, 1) for each in within if not each % years]


class Frame:
    """A chart with its scales drawn, into which data is drawn by day and value.

    Args:
        style: How it looks.
        size: Width and height in pixels of 1/96 inch.
        title: What it shows, with the unit.
        days: The first and the last day.
        ticks: Of the values, from the lowest to the highest; the scale ends with them.
        right_px: Room at the right of it.
        legend_px: How wide the legend will be; beside a title that leaves less it goes below, and
            the chart is higher for it.
    """

    def __init__(
        self,
        style: Style,
        size: Point,
        title: str,
        days: tuple[int, int],
        ticks: Sequence[float],
        right_px: float = RIGHT_MARGIN,
        legend_px: float = 0.0,
    ) -> None:
        self.style = style
        self._first, self._span = days[0], max(days[1] - days[0], 1)
        self._low, self._range = ticks[0], ticks[-1] - ticks[0]
        self.left, self.right = LEFT_MARGIN, size[0] - right_px
        title_px = Drawing.text_width(title, BOLD * TITLE_PX)
        below = LABEL_PX + 3 if title_px + legend_px > self.right else 0.0
        self.drawing = Drawing(size[0], size[1] + below, style.font)
        self.top, self.bottom = TOP_MARGIN + below, self.drawing.height - BOTTOM_MARGIN
        self._legend_x, self._legend_y = self.right, TITLE_PX + below
        self.drawing.text((0, TITLE_PX), title, TITLE_PX, style.ink, weight="bold")
        decimals = decimals_of(ticks)
        for tick in ticks:
            y = self.y(tick)
            self.drawing.line([(self.left, y), (self.right, y)], style.hairline, 0.7)
            number = style.number(tick, decimals)
            self.drawing.text((self.left - 4, y + 3), number, LABEL_PX, style.muted, "end")
        draw_dates(self.drawing, style, self.x, days, self.bottom)
        draw_spells(self.drawing, style, self.x, days, (self.top, self.bottom))

    def x(self, day: float) -> float:
        """Return the x coordinate of a day."""
        return self.left + (day - self._first) / self._span * (self.right - self.left)

    def y(self, value: float) -> float:
        """Return the y coordinate of a value."""
        return self.bottom - (value - self._low) / self._range * (self.bottom - self.top)

    def mark(
        self, side: Side, place: Point, radius: float = 2.0, *, is_hollow: bool = False
    ) -> None:
        """Draw a side's mark: a circle for the left leg, a triangle for the right one."""
        shape = self.drawing.triangle if side is Side.RIGHT else self.drawing.circle
        colour = self.style.legs[side]
        shape(place, radius, *((PAPER, colour) if is_hollow else (colour,)))

    def arrow(self, place: Point, colour: str, *, up: bool) -> None:
        """Draw an arrow from a mark to where its value may also lie: above or below it."""
        x, y = place
        way = -1 if up else 1
        tip = y + way * ARROW_PX
        barb = tip - way * 2
        self.drawing.line([(x, y + way * 2), (x, tip)], colour, 0.8)
        self.drawing.line([(x - 1.6, barb), (x, tip), (x + 1.6, barb)], colour, 0.8)

    def name_legs(self, sides: Sequence[Side]) -> None:
        """Add a legend for the legs at the top right."""
        for side in reversed(sides):
            x, y = self._legend_room(self.style.names[side], 22), self._legend_y - 3
            self.drawing.line([(x, y), (x + 18, y)], self.style.legs[side], 1.6, DASHES[side])
            self.mark(side, (x + 9, y), 2.6)

    def name_fill(self, name: str, fill: str) -> None:
        """Add a legend for a fill at the top right."""
        x = self._legend_room(name, FILL_PX)
        self.drawing.rectangle((x, self._legend_y - 7), (8, 7), fill, self.style.accent)

    def name_line(self, name: str) -> None:
        """Add a legend for a thin line at the top right."""
        x, y = self._legend_room(name, LINE_PX), self._legend_y - 3
        self.drawing.line([(x, y), (x + 14, y)], self.style.ink, THIN_PX)

    def second_scale(self, ticks: Sequence[float], unit: str) -> Callable[[float], float]:
        """Draw a scale at the right, from 0 at the bottom; returns a function for its y values.

        Args:
            ticks: Ticks from 0 to the highest, which is at the top.
            unit: The unit, written after the numbers.
        """
        height, decimals = self.bottom - self.top, decimals_of(ticks)
        for tick in ticks:
            text = f"{self.style.number(tick, decimals)} {unit}"
            y = self.bottom - tick / ticks[-1] * height
            self.drawing.text((self.right + 4, y + 3), text, LABEL_PX, self.style.muted)
        return lambda value: self.bottom - value / ticks[-1] * height

    def _legend_room(self, name: str, before: float) -> float:
        """Write a name to the left of earlier ones, and return the x coordinate for its symbol."""
        width = self.drawing.text_width(name, LABEL_PX)
        self.drawing.text((self._legend_x - width, self._legend_y), name, LABEL_PX, self.style.ink)
        sign = self._legend_x - width - before
        self._legend_x = sign - GAP_PX
        return sign

    def reference(self, value: float, name: str, dashes: str) -> None:
        """Draw a line at a value, with its name above at the left."""
        y = self.y(value)
        self.drawing.line([(self.left, y), (self.right, y)], self.style.ink, 0.8, dashes)
        self.drawing.text((self.left + 3, y - 2.5), name, LABEL_PX, self.style.ink)


def draw_spells(
    drawing: Drawing,
    style: Style,
    place: Callable[[float], float],
    days: tuple[int, int],
    ends: tuple[float, float],
) -> None:
    """Mark the days of events: a dotted line where one begins, a bar above while it lasts.

    Args:
        drawing: The drawing.
        style: How it looks, and the days.
        place: Returns the x coordinate of a day.
        days: The first and the last day of the chart.
        ends: The y coordinates of the chart's top and bottom.
    """
    top, bottom = ends
    for first, last in style.spells:
        if days[0] <= first <= days[1]:
            x = place(first)
            drawing.line([(x, top), (x, bottom)], style.muted, 0.7, SPELL_DASHES)
        begin, end = place(max(first, days[0])), place(min(last, days[1]))
        if last > first and end > begin:
            drawing.rectangle((begin, top - SPELL_PX), (end - begin, SPELL_PX), style.muted)


def draw_dates(
    drawing: Drawing,
    style: Style,
    place: Callable[[float], float],
    days: tuple[int, int],
    bottom: float,
) -> None:
    """Write dates below a chart, each with a short tick."""
    grain, ticks = date_ticks(day_of_number(days[0]), day_of_number(days[1]))
    for tick in ticks:
        x = place(day_number(tick))
        text = style.date(tick, grain)
        half = drawing.text_width(text, LABEL_PX) / 2
        drawing.line([(x, bottom), (x, bottom + 3)], style.muted, 0.7)
        if x + half <= drawing.width:
            drawing.text((x, bottom + 12), text, LABEL_PX, style.muted, "middle")
