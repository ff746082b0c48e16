"""Details of a set that its cell does not show."""

from tracker.app.language import tr as _tr
from tracker.domain.notation import write_tempo
from tracker.domain.session import LoggedSet


def details_text(logged: LoggedSet) -> str:
    """Write pain, tempo and note of a set in one line; empty if none was noted."""
    parts = []
    if logged.pain_during is not None:
        parts.append(_tr("pain {} of 10").format(logged.pain_during))
    if logged.tempo is not None:
        parts.append(_tr("tempo {}").format(write_tempo(logged.tempo)))
    if logged.note:
        parts.append(" ".join(logged.note.split()))
    return ", ".join(parts)
