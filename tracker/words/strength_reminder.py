"""The reminder of a strength test; a separate module, so that the start does not load figures."""

import datetime

from tracker.app.language import tr as _tr
from tracker.words.labels import date_text


def reminder_text(last: datetime.date | None) -> str:
    """Say that a strength test is due, and when the last one was."""
    if last is None:
        return _tr("No strength test yet: one is due.")
    return _tr("The last strength test was on {date}: the next one is due.").format(
        date=date_text(last)
    )
