"""Whether the last session still hurt the next morning; if so, no leg is tested to failure."""

import datetime
from collections.abc import Collection
from typing import Final

from tracker.domain.exercise import Side
from tracker.domain.symptoms import Moment, Symptom

# An older answer says nothing about today.
ANSWERS_COUNT_FOR: Final = datetime.timedelta(days=7)


def is_morning_pain_up(symptoms: Collection[Symptom], today: datetime.date, low_pain: int) -> bool:
    """Tell whether the latest next-morning pain was higher than it should be.

    Args:
        symptoms: Recent symptoms, including the other answers about the same sessions.
        today: The current day; answers from 7 or more days before do not count.
        low_pain: Upper limit of the lowest pain band.

    Returns:
        Whether a leg hurt more than before the session, or, if that was not noted, more than
        ``low_pain``.

    Source: Silbernagel 2007, Am J Sports Med 35:897: pain should settle by the next morning.
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
