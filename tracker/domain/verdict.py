"""What may be said of the difference of the legs: its band, whether that is clear, or why not."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths
from tracker.domain.difference import Difference, Differences, size_of

# A bound below it does not even tell which leg is stronger.
LEAST_OF_BOUND: Final = 0.5


class State(StrEnum):
    """How a difference stands against the runner's own bounds."""

    USUAL = "usual"
    WATCH = "watch"
    MARKED = "marked"
    AT_LEAST = "at_least"  # a bound within the usual range
    ROUGH = "rough"  # its ± is too wide to judge
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why nothing can be said."""

    NO_SETS = "no_sets"
    NO_SETS_LEFT = "no_sets_left"
    NO_SETS_RIGHT = "no_sets_right"
    FEW = "few"  # pairs
    UNVARYING = "unvarying"  # noted as planned, not measured
    TOO_EASY = "too_easy"
    RESERVE = "reserve"  # not noted
    RESERVE_LEFT = "reserve_left"
    RESERVE_RIGHT = "reserve_right"
    APART = "apart"  # in time
    EQUIPMENT = "equipment"


# A code in columns is the place of the enum's member.
STATES: Final = tuple(State)
REASONS: Final = tuple(Reason)
USUAL, WATCH, MARKED, AT_LEAST, ROUGH, UNKNOWN = range(6)


@dataclass(frozen=True, slots=True)
class Bands:
    """The runner's own bounds of differences, in percent.

    10 and 15 % are convention, weakly evidenced (Parkinson 2021, J Sports Sci Med 20:594).
    """

    usual_percent: float = 10.0
    marked_percent: float = 15.0

    def of_size(self, size: float) -> State:
        """Name the band of a size: usual below the first bound, marked above the second."""
        if size < self.usual_percent:
            return State.USUAL
        return State.MARKED if size > self.marked_percent else State.WATCH


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be said of one exercise at one day.

    Args:
        state: The band, or why there is none.
        is_clear: Whether not even the ± crosses the bound of the usual range.
        difference: The figure that is judged; None where there is none.
        reason: Why nothing can be said; None where something can.
        pairs: How many pairs count, of training and tests.
        tests: The figure of strength tests alone, whether it decides or not; None without one.
        bands: The runner's bounds.
    """

    state: State
    is_clear: bool
    difference: Difference | None
    reason: Reason | None
    pairs: int
    tests: Difference | None
    bands: Bands

    @property
    def is_flagged(self) -> bool:
        """Whether the difference is pointed out."""
        return self.state in (State.WATCH, State.MARKED)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What may be said at several days; every array has one element a day asked.

    Args:
        of_pairs: The figures of all pairs.
        of_tests: The figures of the pairs of strength tests.
        by_tests: Whether the tests alone decide.
        state: Code, see ``STATES``.
        is_clear: Whether not even the ± crosses the bound of the usual range.
        reason: Code, see ``REASONS``; -1 where something can be said.
        bands: The runner's bounds.
    """

    of_pairs: Differences
    of_tests: Differences
    by_tests: Truths
    state: Integers
    is_clear: Truths
    reason: Integers
    bands: Bands

    def __len__(self) -> int:
        return len(self.state)

    @property
    def at(self) -> Integers:
        """The days."""
        return self.of_pairs.at

    @property
    def percent(self) -> Floats:
        """The figures judged, signed, points and bounds; NaN where unknown."""
        return np.where(self.state == UNKNOWN, np.nan, self._judged("value"))

    @property
    def plus_minus(self) -> Floats:
        """The ± of the figures judged, in points; NaN where unknown."""
        return np.where(self.state == UNKNOWN, np.nan, self._judged("plus_minus"))

    @property
    def is_point(self) -> Truths:
        """Whether each figure judged is a point; a known one that is not is a bound."""
        point: Truths = self._judged("is_point") & (self.state != UNKNOWN)
        return point

    def _judged(self, name: str) -> Any:
        return np.where(self.by_tests, getattr(self.of_tests, name), getattr(self.of_pairs, name))

    def one(self, place: int) -> Verdict:
        """Give the verdict of one of the days."""
        tests, reason = self.of_tests.one(place), int(self.reason[place])
        return Verdict(
            STATES[self.state[place]],
            bool(self.is_clear[place]),
            tests if self.by_tests[place] else self.of_pairs.one(place),
            REASONS[reason] if reason >= 0 else None,
            int(self.of_pairs.windows.size[place]),
            tests,
            self.bands,
        )


def judge(figures: Differences, bands: Bands) -> tuple[Integers, Truths]:
    """Band figures by their size and ± as they are shown.

    Args:
        figures: Those of one source.
        bands: The runner's bounds.

    Returns:
        The code of each state, and whether it is clear.
    """
    usual, marked = bands.usual_percent, bands.marked_percent
    size = size_of(figures.low, figures.high, figures.value)
    plus_minus = np.maximum(np.floor(figures.plus_minus + 0.5), 1)
    is_point = figures.is_point
    unknown = np.isnan(figures.value) | (~is_point & (size < LEAST_OF_BOUND))
    at_least = ~is_point & (size < usual)
    rough = (plus_minus > usual) & (size - plus_minus < usual)
    band = np.where(size < usual, USUAL, np.where(size > marked, MARKED, WATCH))
    state = np.select((unknown, at_least, rough), (UNKNOWN, AT_LEAST, ROUGH), band)
    within = np.where(state == USUAL, size + plus_minus < usual, size - plus_minus >= usual)
    return state, within & (state <= MARKED)


def decide(
    of_pairs: Differences, of_tests: Differences, reason: Integers, bands: Bands
) -> Verdicts:
    """Judge all pairs; where they give no point or a rough one, strength tests alone, if they do.

    Args:
        of_pairs: Figures of all pairs.
        of_tests: Figures of the pairs of strength tests, at the same days.
        reason: Codes of why nothing could be said, if that is so.
        bands: The runner's bounds.
    """
    (state, is_clear), (tested, tested_clear) = (
        judge(each, bands) for each in (of_pairs, of_tests)
    )
    by_tests = (~of_pairs.is_point | (state == ROUGH)) & of_tests.is_point & (tested != ROUGH)
    state = np.where(by_tests, tested, state)
    is_clear = np.where(by_tests, tested_clear, is_clear)
    reason = np.where(state == UNKNOWN, reason, -1)
    return Verdicts(of_pairs, of_tests, by_tests, state, is_clear, reason, bands)
