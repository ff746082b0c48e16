"""The runner: what is known about the body, and how to read the figures."""

import datetime
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field

from tracker.domain.entry import new_id, require_day, require_keepable, require_within
from tracker.domain.exercise import Side
from tracker.domain.frozen import frozen
from tracker.domain.one_rep_max import Formula
from tracker.worded import worded

BODYWEIGHTS_KG = (20.0, 400.0)
RUNNER_ID = "runner"
# Bounds for left/right differences: a convention with weak evidence (Parkinson 2021, J Sports Sci
# Med 20:594).
USUAL_PERCENT, MARKED_PERCENT = 10.0, 15.0


@frozen
class Runner:
    """The person a log is about, and settings for its figures.

    Args:
        name: For the report; may be empty.
        involved_side: The injured or weaker leg; None if there is none.
        birth_year: 1900 to 2199; None if not given.
        sex: "male" or "female", for norms only; None if not given.
        formula: The formula for every estimated 1RM.
        usual_percent: Left/right differences below this percentage are "within usual range".
        marked_percent: Differences above this percentage are "marked"; at least ``usual_percent``.
        low_pain: Upper limit of the lowest pain band, 0 to 8.
        middle_pain: Upper limit of the middle pain band, above ``low_pain``, up to 9.
        target_ratio: Target for seated to standing strength set by the physio, 0.1 to 5; None if
            there is none.
    """

    name: str = ""
    involved_side: Side | None = None
    birth_year: int | None = None
    sex: str | None = None
    formula: Formula = Formula.EPLEY
    usual_percent: float = USUAL_PERCENT
    marked_percent: float = MARKED_PERCENT
    low_pain: int = 2
    middle_pain: int = 5
    target_ratio: float | None = None
    id: str = RUNNER_ID

    def __post_init__(self) -> None:
        if self.id != RUNNER_ID:  # a log has one
            raise ValueError(worded("The id of the runner is “{}”.", RUNNER_ID))
        require_keepable("The runner's name", self.name)
        if self.involved_side is Side.BOTH:
            raise ValueError(worded("The injured leg is left or right."))
        if self.birth_year is not None:
            require_within("The year of birth", self.birth_year, 1900, 2199)
        if self.sex not in (None, "male", "female"):
            raise ValueError(worded("Sex is male, female or not given: the norms know no other."))
        require_within("The usual range in %", self.usual_percent, 1, 100)
        require_within("The marked difference in %", self.marked_percent, self.usual_percent, 100)
        require_within("The lowest band of pain", self.low_pain, 0, 8)
        require_within("The middle band of pain", self.middle_pain, self.low_pain + 1, 9)
        if self.target_ratio is not None:
            require_within("The ratio aimed at", self.target_ratio, 0.1, 5)


@frozen
class Bodyweight:
    """A weighing: kilograms (20 to 400) on a day; at most one a day."""

    date: datetime.date
    kg: float
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        require_day("The day of a weighing", self.date)
        require_within("Bodyweight in kg", self.kg, *BODYWEIGHTS_KG)


def bodyweight_on(day: datetime.date, weighings: Sequence[Bodyweight]) -> float | None:
    """Return the bodyweight that applies on a day, in kilograms.

    This is the last weighing on or before the day, or the first one ever if the day is earlier.

    Args:
        day: The training day.
        weighings: By day, oldest first.

    Returns:
        Kilograms, or None if the runner was never weighed.
    """
    if not weighings:
        return None
    index = bisect_right(weighings, day, key=lambda weighing: weighing.date)
    return weighings[max(index - 1, 0)].kg
