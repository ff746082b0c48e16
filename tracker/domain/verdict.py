"""What can be said about the left/right difference: its band, whether that is clear, or why not."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths
from tracker.domain.difference import Difference, Differences, Source, size_of
from tracker.domain.judged_pairs import JudgedPairs
from tracker.domain.runner import MARKED_PERCENT, USUAL_PERCENT, Runner

# A bound below this does not even tell which leg is stronger.
LEAST_OF_BOUND: Final = 0.5


class State(StrEnum):
    """Where a difference lies relative to the runner's own bounds."""

    USUAL = "usual"
    WATCH = "watch"
    MARKED = "marked"
    AT_LEAST = "at_least"  # a lower bound within the usual range
    ROUGH = "rough"  # the ± is too wide to judge
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why nothing can be said about the difference."""

    NO_SETS = "no_sets"
    NO_SETS_LEFT = "no_sets_left"
    NO_SETS_RIGHT = "no_sets_right"
    FEW = "few"  # too few pairs
    UNVARYING = "unvarying"  # loads seem noted as planned rather than measured
    TOO_EASY = "too_easy"
    RESERVE = "reserve"  # no reserve noted
    RESERVE_LEFT = "reserve_left"
    RESERVE_RIGHT = "reserve_right"
    APART = "apart"  # the legs' values lie too far apart in time
    EQUIPMENT = "equipment"


# A code in columns is the index of the enum's member.
STATES: Final = tuple(State)
REASONS: Final = tuple(Reason)
USUAL, WATCH, MARKED, AT_LEAST, ROUGH, UNKNOWN = range(6)
BANDED: Final = frozenset((State.USUAL, State.WATCH, State.MARKED))


@dataclass(frozen=True, slots=True)
class Bands:
    """The runner's bounds for differences, in percent."""

    usual_percent: float = USUAL_PERCENT
    marked_percent: float = MARKED_PERCENT

    @classmethod
    def of(cls, runner: Runner) -> "Bands":
        """Return the bounds that the runner has chosen."""
        return cls(runner.usual_percent, runner.marked_percent)

    def of_size(self, size: float) -> State:
        """Return the band of a size: usual below the first bound, marked above the second."""
        if size < self.usual_percent:
            return State.USUAL
        return State.MARKED if size > self.marked_percent else State.WATCH


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said about one exercise on one day.

    Args:
        state: The band, or why there is none.
        is_clear: Whether the whole range of the ± lies on one side of the usual bound.
        difference: The difference that was judged; None if there is none.
        reason: Why nothing can be said; None if something can.
        pairs: How many pairs count, from training and tests.
        bands: The runner's bounds.
    """

    state: State
    is_clear: bool
    difference: Difference | None
    reason: Reason | None
    pairs: int
    bands: Bands

    @property
    def is_flagged(self) -> bool:
        """Whether the difference is pointed out to the runner."""
        return self.state in (State.WATCH, State.MARKED)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What can be said at several days; every array has one element per day asked for.

    Args:
        figures: The differences based on all pairs.
        by_tests: Where strength tests alone decide.
        low: Lower bounds of the differences judged, see ``Differences``; likewise the next five.
        high: Upper bounds.
        value: The differences, signed; NaN where there is none.
        plus_minus: Their margin of error, in points; NaN where there is no difference.
        count: How many pairs each is based on.
        weeks: In how many different weeks those lie.
        state: Code, see ``STATES``.
        is_clear: Whether the whole range of the ± lies on one side of the usual bound.
        bands: The runner's bounds.
    """

    figures: Differences
    by_tests: Truths
    low: Floats
    high: Floats
    value: Floats
    plus_minus: Floats
    count: Integers
    weeks: Integers
    state: Integers
    is_clear: Truths
    bands: Bands

    def __len__(self) -> int:
        return len(self.state)

    @property
    def at(self) -> Integers:
        """The days."""
        return self.figures.at

    @property
    def is_known(self) -> Truths:
        """Whether something can be said at each day."""
        known: Truths = self.state != UNKNOWN
        return known

    @property
    def is_point(self) -> Truths:
        """Whether each difference is a point; a known one that is not is a bound."""
        return self.is_known & np.isfinite(self.low) & np.isfinite(self.high)

    def difference(self, place: int) -> Difference | None:
        """Return the difference of one day by index; None if pairs are too few or unvarying."""
        if np.isnan(self.low[place]):
            return None
        return Difference(
            float(self.low[place]),
            float(self.high[place]),
            float(self.value[place]),
            float(self.plus_minus[place]),
            int(self.count[place]),
            int(self.weeks[place]),
            Source.TESTS if self.by_tests[place] else self.figures.source,
        )


def judge(figures: Differences, bands: Bands) -> tuple[Integers, Truths]:
    """Put differences into bands, by their size and ± as displayed.

    Args:
        figures: Differences from one source.
        bands: The runner's bounds.

    Returns:
        The code of each state, and whether each is clear, see ``Verdict``.
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


def decide(of_pairs: Differences, tests: JudgedPairs, bands: Bands) -> Verdicts:
    """Judge all pairs; where they give no point or a rough one, use tests alone if those do better.

    Args:
        of_pairs: The differences based on all pairs.
        tests: The pairs of strength tests.
        bands: The runner's bounds.
    """
    state, is_clear = judge(of_pairs, bands)
    asked = np.flatnonzero(~of_pairs.is_point | (state == ROUGH))
    of_tests = tests.at(of_pairs.at[asked])
    tested, tested_clear = judge(of_tests, bands)
    better = of_tests.is_point & (tested != ROUGH)
    places = asked[better]
    by_tests = np.zeros(len(state), np.bool_)
    by_tests[places] = True

    def judged(every: Any, of_test: Any) -> Any:
        every = every.copy()
        every[places] = of_test[better]
        return every

    return Verdicts(
        of_pairs,
        by_tests,
        judged(of_pairs.low, of_tests.low),
        judged(of_pairs.high, of_tests.high),
        judged(of_pairs.value, of_tests.value),
        judged(of_pairs.plus_minus, of_tests.plus_minus),
        judged(of_pairs.windows.size, of_tests.windows.size),
        judged(of_pairs.weeks, of_tests.weeks),
        judged(state, tested),
        judged(is_clear, tested_clear),
        bands,
    )
