"""Whether the last session was felt on the morning after: then no leg is tried to failure."""

import datetime
from collections.abc import Collection
from typing import Final

from tracker.domain.exercise import Side
from tracker.domain.symptoms import Moment, Symptom

# An older answer says nothing of today.
ANSWERS_COUNT_FOR: Final = datetime.timedelta(days=7)


def is_morning_pain_up(symptoms: Collection[Symptom], today: datetime.date, low_pain: int) -> bool:
    """Tell whether the latest answer about a next morning was above what it should be.

    Args:
        symptoms: Those noted lately, with the answers of their sessions.
        today: The day; answers older than a week no longer count.
        low_pain: The most that is in the lowest band of pain.

    Returns:
        Whether one leg's pain was above that leg's before the session; where that was not noted,
        above the lowest band.

    Source: Silbernagel 2007, Am J Sports Med 35:897: pain is to settle by the next morning.
    """
    before: dict[tuple[str | None, Side], int] = {
        (each.session_id, each.side): each.pain
        for each in symptoms
        if each.moment is Moment.BEFORE and each.session_id is not None and each.pain is not None
    }
    mornings = [
        each
        for each in symptoms
        if each.moment is Moment.NEXT_MORNING and today - ANSWERS_COUNT_FOR < each.date <= today
    ]
    latest = max((each.date for each in mornings), default=today)
    return any(
        each.pain > before.get((each.session_id, each.side), low_pain)
        for each in mornings
        if each.date == latest and each.pain is not None
    )
