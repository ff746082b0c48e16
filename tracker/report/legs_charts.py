"""The report's charts of the legs: values by what they tell, and figures with their ±.

The marks are those of the program's own charts, readable in black and white: filled means known,
hollow with an arrow "at least", small and hollow reserve not noted, a diamond a strength test. A
line is the figure, dotted where it is "at least"; the band around it is its ±.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

import numpy as np

from tracker.domain.columns import LEFT, RIGHT, Floats, Integers, Truths, distinct
from tracker.domain.evidence import AT_LEAST, NOT_NOTED
from tracker.domain.exercise import LEGS, Side
from tracker.domain.leg_strength import LegFigures, Shares
from tracker.domain.verdict import Verdicts
from tracker.domain.windows import LONGEST_GAP_DAYS
from tracker.report.legs import Leg, Strength
from tracker.report.paper import DASHES, LABEL_PX, PAPER, Frame, Style, round_ticks
from tracker.report.svg import Point

# More points than this hide each other, so that only the line is drawn.
MOST_POINTS: Final = 180
MOST_PLACES_OF_A_LINE: Final = 240
# Room above the highest reference as a share of the scale, to keep its name out of the title.
ROOM_FOR_NAMES: Final = 0.12
DOTS: Final = "0.8 2.4"
LINE_PX: Final = 1.6
BAND_OPACITY: Final = 0.16
_MARK_PX: Final = 1.5
_SMALL_PX: Final = 1.0
_TEST_PX: Final = 3.4
# A value to draw a line at, its name, and its dash pattern.
Reference = tuple[float, str, str]


@dataclass(frozen=True, slots=True)
class FigureLine:
    """Figures by day; every array has one element per day.

    Args:
        day: Days, ascending.
        value: The figures; NaN where there is none, which breaks the line.
        plus_minus: Their margin of error.
        is_bound: Whether each is a bound, drawn dotted and without a band.
        group: Numbers that a line must not connect when they differ, such as the equipment.
    """

    day: Integers
    value: Floats
    plus_minus: Floats
    is_bound: Truths
    group: Integers

    @classmethod
    def of_leg(cls, figures: LegFigures, factor: float = 1.0) -> "FigureLine":
        """Make a line of a leg's figures, multiplied by a factor for another unit."""
        kg = figures.kg * factor
        limit = kg * figures.plus_minus_percent / 100
        return cls(figures.at, kg, limit, figures.is_at_least, figures.equipment)

    @classmethod
    def of_shares(cls, day: Integers, shares: Shares, equipment: Integers) -> "FigureLine":
        """Make a line of a leg's seated figures divided by its standing ones."""
        no = np.zeros(len(day), np.bool_)
        return cls(day, shares.percent / 100, shares.plus_minus / 100, no, equipment)

    @classmethod
    def of_verdicts(cls, verdicts: Verdicts) -> "FigureLine":
        """Make a line of the left/right differences, as far as they are known."""
        value = np.where(verdicts.is_known, verdicts.value, np.nan)
        none = np.zeros(len(verdicts), np.int64)
        return cls(verdicts.at, value, verdicts.plus_minus, ~verdicts.is_point, none)

    def extent(self) -> Floats:
        """Return all known values of the line and its band."""
        limit = np.where(self.is_bound, 0.0, self.plus_minus)
        taken = np.concatenate((self.value - limit, self.value + limit))
        known: Floats = taken[~np.isnan(taken)]
        return known

    def stretches(self) -> Iterator[tuple[Integers, bool]]:
        """Yield the indices to connect, and whether they are bounds.

        A stretch begins with the last index of the previous one, unless the line is broken there by
        a missing figure, another group, or a gap of more than 14 days.
        """
        places = np.flatnonzero(~np.isnan(self.value))
        if not len(places):
            return
        left, right = places[:-1], places[1:]
        is_joined = (
            (right - left == 1)
            & (self.group[left] == self.group[right])
            & (self.day[right] - self.day[left] <= LONGEST_GAP_DAYS)
        )
        begins = ~is_joined | (self.is_bound[left] != self.is_bound[right])
        for piece in np.split(np.arange(len(places)), np.flatnonzero(begins) + 1):
            joined = piece[0] > 0 and is_joined[piece[0] - 1]
            first = piece[0] - joined
            yield places[first : piece[-1] + 1], bool(self.is_bound[places[piece[-1]]])

    def thinned(self, places: Integers) -> Integers:
        """Keep as many indices of a stretch as paper can show, including the last."""
        step = max(1, ceil(len(self.day) / MOST_PLACES_OF_A_LINE))
        return distinct(places[::step], places[-1:])


def _draw_band(frame: Frame, line: FigureLine, colour: str) -> None:
    """Draw the ± of the figures that are points."""
    for places, is_bound in line.stretches():
        kept = line.thinned(places[~line.is_bound[places]])
        if is_bound or len(kept) < 2:
            continue
        x = [frame.x(day) for day in line.day[kept].tolist()]
        above, below = (
            [frame.y(each) for each in (line.value + sign * line.plus_minus)[kept].tolist()]
            for sign in (1, -1)
        )
        corners = [*zip(x, above, strict=True), *reversed(list(zip(x, below, strict=True)))]
        frame.drawing.polygon(corners, colour, opacity=BAND_OPACITY)


def _draw_line(frame: Frame, line: FigureLine, colour: str, dashes: str = "") -> None:
    for places, is_bound in line.stretches():
        kept = line.thinned(places)
        if len(kept) > 1:
            x, y = map(frame.x, line.day[kept].tolist()), map(frame.y, line.value[kept].tolist())
            frame.drawing.line(
                zip(x, y, strict=True), colour, LINE_PX, DOTS if is_bound else dashes
            )


def strength_chart(
    style: Style,
    size: Point,
    title: str,
    days: tuple[int, int],
    legs: Mapping[Side, Leg],
    factor: float = 1.0,
) -> str:
    """Draw each leg's values by what they tell, and its figure with the ±.

    Args:
        style: How it looks.
        size: Width and height in pixels.
        title: What it shows.
        days: The first and the last day.
        legs: The legs; at most one may have no values.
        factor: Factor from kilograms to the unit shown.
    """
    lines = {side: FigureLine.of_leg(leg.line, factor) for side, leg in legs.items()}
    seen = np.concatenate(
        [leg.values.e1rm_kg * factor for leg in legs.values()]
        + [line.extent() for line in lines.values()]
    )
    frame = Frame(style, size, title, days, round_ticks(float(seen.min()), float(seen.max())))
    sides = [side for side in LEGS if len(legs[side].values)]
    for side in sides:
        _draw_band(frame, lines[side], style.legs[side])
    for side in sides:
        if len(legs[side].values) <= MOST_POINTS:
            _mark_values(frame, side, legs[side], factor)
        _draw_line(frame, lines[side], style.legs[side], DASHES[side])
    frame.name_legs(sides)
    return frame.drawing.svg


def _mark_values(frame: Frame, side: Side, leg: Leg, factor: float) -> None:
    values, colour = leg.values, frame.style.legs[side]
    for day, kg, evidence, is_test in zip(
        values.day.tolist(),
        values.e1rm_kg.tolist(),
        values.evidence.tolist(),
        values.is_test.tolist(),
        strict=True,
    ):
        place = frame.x(day), frame.y(kg * factor)
        if is_test:
            frame.drawing.diamond(place, _TEST_PX, "none", colour)
        if evidence == AT_LEAST:
            frame.arrow(place, colour, up=True)
        radius = _SMALL_PX if evidence == NOT_NOTED else _MARK_PX
        frame.mark(side, place, radius, is_hollow=evidence in (AT_LEAST, NOT_NOTED))


def difference_chart(
    style: Style,
    size: Point,
    title: str,
    days: tuple[int, int],
    strength: Strength,
    usual_percent: float,
    words: tuple[str, str],
) -> str:
    """Draw the signed differences of pairs and their figure over the usual range; up is right.

    Args:
        style: How it looks.
        size: Width and height in pixels.
        title: What it shows.
        days: The first and the last day.
        strength: The pairs, at least one, and their figures.
        usual_percent: The bound of the usual range in percent.
        words: Labels for the upper and the lower end.
    """
    line = FigureLine.of_verdicts(strength.line)
    most = max(
        *np.abs(strength.percent).tolist(),
        *np.abs(line.extent()).tolist(),
        1.5 * usual_percent,
    )
    frame = Frame(style, size, title, days, round_ticks(-most, most))
    top, bottom = frame.y(usual_percent), frame.y(-usual_percent)
    width = frame.right - frame.left
    frame.drawing.rectangle((frame.left, top), (width, bottom - top), style.hairline)
    frame.drawing.line([(frame.left, frame.y(0)), (frame.right, frame.y(0))], style.ink, 0.8)
    for word, y in zip(words, (frame.top + 9, frame.bottom - 4), strict=True):
        frame.drawing.text((frame.left + 3, y), word, LABEL_PX, style.ink)
    _draw_band(frame, line, style.ink)
    if len(strength.pairs) <= MOST_POINTS:
        _mark_pairs(frame, strength)
    _draw_line(frame, line, style.ink)
    return frame.drawing.svg


def _mark_pairs(frame: Frame, strength: Strength) -> None:
    """Draw pairs; one with a lower bound gets an arrow towards where it may also lie."""
    pairs, colour = strength.pairs, frame.style.muted
    for day, percent, at_least, of_tests in zip(
        pairs.day.tolist(),
        strength.percent,
        pairs.is_at_least.tolist(),
        pairs.of_tests.tolist(),
        strict=True,
    ):
        place = frame.x(day), frame.y(percent)
        is_bound = at_least[LEFT] or at_least[RIGHT]
        if is_bound:
            frame.arrow(place, colour, up=at_least[RIGHT])
        shape = frame.drawing.diamond if of_tests else frame.drawing.circle
        radius = _MARK_PX + 0.8 * of_tests
        shape(place, radius, *((PAPER, colour) if is_bound else (colour,)))


def ratio_chart(
    style: Style,
    size: Point,
    title: str,
    days: tuple[int, int],
    lines: Mapping[Side, FigureLine],
    references: Sequence[Reference] = (),
) -> str:
    """Draw each leg's ratio with its ±.

    Args:
        style: How it looks.
        size: Width and height in pixels.
        title: What it shows.
        days: The first and the last day.
        lines: The legs' ratios, with at least one known value.
        references: Values to show for comparison.
    """
    seen = np.concatenate([line.extent() for line in lines.values()])
    values = [*(value for value, _, _ in references), float(seen.min()), float(seen.max())]
    low, high = min(values), max(values)
    room = ROOM_FOR_NAMES * (high - low) if references else 0.0
    frame = Frame(style, size, title, days, round_ticks(low, high + room))
    for reference in references:
        frame.reference(*reference)
    sides = [side for side in LEGS if not np.isnan(lines[side].value).all()]
    for side in sides:
        _draw_band(frame, lines[side], style.legs[side])
    for side in sides:
        _draw_line(frame, lines[side], style.legs[side], DASHES[side])
    frame.name_legs(sides)
    return frame.drawing.svg
