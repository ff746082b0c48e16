"""A run besides the strength work: how far on which day."""

import datetime
from dataclasses import field

from tracker.domain.entry import new_id, require_day, require_instant, require_within
from tracker.domain.frozen import frozen

KM_A_MILE = 1.609344  # exact, by international agreement of 1959
MOST_KM = 1_000.0
MOST_S = 10 * 86_400.0


@frozen
class Run:
    """One run.

    Args:
        date: The local day it began on.
        distance_km: Distance in kilometres, 0 to 1000.
        started_at: The instant it began, with offset; None if only the day is known.
        duration_s: Duration in seconds, up to ten days; None if unknown.

    Raises:
        ValueError: In words for a person, if a value is out of bounds.
    """

    date: datetime.date
    distance_km: float
    started_at: datetime.datetime | None = None
    duration_s: float | None = None
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        require_day("The day of a run", self.date)
        require_within("A distance in km", self.distance_km, 0, MOST_KM)
        if self.started_at is not None:
            require_instant("The start of a run", self.started_at)
        if self.duration_s is not None:
            require_within("A duration in seconds", self.duration_s, 0, MOST_S)
