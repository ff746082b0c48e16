"""What the runner feels: pain by moment and side, and stiffness in the morning.

The pain-monitoring model (Silbernagel 2007, Am J Sports Med 35:897) asks at four moments; the next
morning is a separate entry, because it comes a day later.
"""

import datetime
from dataclasses import field
from enum import StrEnum

from tracker.domain.entry import new_id, require_day, require_within
from tracker.domain.exercise import Side
from tracker.domain.frozen import frozen
from tracker.domain.session import MOST_PAIN
from tracker.worded import worded

MOST_STIFFNESS_MIN = 1_440
USUAL_STIFFNESS_MIN = 30  # a full bar of a chart, unless it lasted longer


class Moment(StrEnum):
    """When a symptom was felt, relative to a session."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    NEXT_MORNING = "next_morning"


class Site(StrEnum):
    """Where a symptom was felt."""

    MID_PORTION = "mid_portion"  # of the Achilles tendon
    INSERTION = "insertion"  # of the Achilles tendon
    CALF = "calf"


@frozen
class Symptom:
    """Pain or stiffness at one moment of one day.

    Args:
        date: The day it was felt; for the next morning, the day after the session.
        moment: Before, during or after the session, or the next morning.
        side: The leg; both if not told apart.
        site: Where it was felt; None if not given.
        pain: 0 to 10; None if only stiffness was noted.
        stiffness_min: Morning stiffness in minutes, 0 to 1440; None if not asked.
        session_id: The session it belongs to; None if none.

    Raises:
        ValueError: In words for a person, if a value is out of bounds or there is neither pain nor
            stiffness.
    """

    date: datetime.date
    moment: Moment
    side: Side
    site: Site | None = None
    pain: int | None = None
    stiffness_min: int | None = None
    session_id: str | None = None
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        require_day("The day of a symptom", self.date)
        if self.pain is None and self.stiffness_min is None:
            raise ValueError(
                worded("A symptom needs pain or stiffness; nought says that there was none.")
            )
        if self.pain is not None:
            require_within("Pain", self.pain, 0, MOST_PAIN)
        if self.stiffness_min is not None:
            require_within("Stiffness in minutes", self.stiffness_min, 0, MOST_STIFFNESS_MIN)
