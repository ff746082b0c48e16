"""What is done to a session as a whole, in words: a step's label, and the sentence told of it."""

import datetime

from tracker.app.language import tr as _tr
from tracker.words.labels import date_text


def session_deleted(day: datetime.date) -> tuple[str, str]:
    """Return the label and the sentence of deleting a day's session."""
    date = date_text(day)
    return _tr("Delete session of {}").format(date), _tr("Session of {} deleted.").format(date)


def session_moved(day: datetime.date) -> tuple[str, str]:
    """Return the label and the sentence of moving a session to a day."""
    date = date_text(day)
    return _tr("Move session to {}").format(date), _tr("Session moved to {}.").format(date)
