"""When the Log page reminds of a strength test; only if the runner wants that."""

import datetime
from collections.abc import Callable
from typing import Final

from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.morning_pain import ANSWERS_COUNT_FOR, is_morning_pain_up

PUT_OFF: Final = datetime.timedelta(weeks=1)


def is_pain_up(logbook: Logbook, today: datetime.date) -> bool:
    """Tell whether the last session hurt the next morning, so that it is no time for a test.

    Raises:
        TrackerError: If the log could not be read.
    """
    database = logbook.database
    # Reach back far enough for the session before that morning, and the symptoms before it.
    symptoms = database.symptoms(today - 2 * ANSWERS_COUNT_FOR, today)
    return is_morning_pain_up(symptoms, today, database.runner().low_pain)


class StrengthReminder:
    """Reminds of the strength test once the last one is some weeks ago.

    Args:
        logbook: The open log.
        settings: Say after how many weeks to remind, if at all, and until when it was put off.
        today: The clock, giving the runner's day.
    """

    def __init__(
        self, logbook: Logbook, settings: Settings, today: Callable[[], datetime.date]
    ) -> None:
        self._logbook = logbook
        self._settings = settings
        self._today = today

    def last_test(self) -> datetime.date | None:
        """Return the day of the last strength test; None if there was none.

        Raises:
            TrackerError: If the log could not be read.
        """
        last = self._logbook.database.last_strength_test()
        return None if last is None else last[0].date

    def is_due(self) -> bool:
        """Tell whether to remind of a strength test today.

        That is the case if reminders are on, there was no test in the last weeks, the runner did
        not choose "Later" in the last week, and next-morning pain is not up.

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
        """Remind again in a week."""
        self._settings.put_strength_test_off_to(self._today() + PUT_OFF)
