"""When a strength test is recalled on the Log page: only where that was asked for."""

import datetime
from collections.abc import Callable
from typing import Final

from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.morning_pain import ANSWERS_COUNT_FOR, is_morning_pain_up

PUT_OFF: Final = datetime.timedelta(weeks=1)


def is_pain_up(logbook: Logbook, today: datetime.date) -> bool:
    """Tell whether the last session was felt on the morning after: no time for a test.

    Raises:
        TrackerError: If the log could not be read.
    """
    database = logbook.database
    # The session asked about lies before its morning, and what was felt before it with it.
    symptoms = database.symptoms(today - 2 * ANSWERS_COUNT_FOR, today)
    return is_morning_pain_up(symptoms, today, database.runner().low_pain)


class StrengthReminder:
    """Recalls the strength test once it was some weeks ago.

    Args:
        logbook: The open log.
        settings: After how many weeks, if at all, and to which day it was put off.
        today: The clock: the runner's day.
    """

    def __init__(
        self, logbook: Logbook, settings: Settings, today: Callable[[], datetime.date]
    ) -> None:
        self._logbook = logbook
        self._settings = settings
        self._today = today

    def last_test(self) -> datetime.date | None:
        """Give the day of the last strength test; None where none was done.

        Raises:
            TrackerError: If the log could not be read.
        """
        last = self._logbook.database.last_strength_test()
        return None if last is None else last[0].date

    def is_due(self) -> bool:
        """Tell whether a strength test is to be recalled today.

        It is where that was asked for, no test of the last weeks was done, "Later" was not said in
        the last week, and the pain of the next morning is not up.

        Raises:
            TrackerError: If the log could not be read.
        """
        weeks, today = self._settings.strength_reminder_weeks, self._today()
        put_off_to = self._settings.strength_test_put_off_to
        if not weeks or (put_off_to is not None and today < put_off_to):
            return False
        last = self.last_test()
        if last is not None and today < last + datetime.timedelta(weeks=weeks):
            return False
        return not is_pain_up(self._logbook, today)

    def put_off(self) -> None:
        """Recall it again in a week."""
        self._settings.put_strength_test_off_to(self._today() + PUT_OFF)
