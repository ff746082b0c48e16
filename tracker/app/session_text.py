"""The session shown, as text: what was done, or what is planned for it."""

from tracker.app.current_session import CurrentSession
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet
from tracker.exchange.exporting.diary import diary_text
from tracker.exchange.file_kinds import HEAD
from tracker.exchange.importing.diary import is_diary


def session_text(current: CurrentSession, unit: Unit) -> str:
    """Write the session shown as text that can be pasted here or elsewhere.

    Args:
        current: The session; if it has not begun, its planned sets with known loads are written.
        unit: The unit of its loads.

    Returns:
        The text; empty if nothing is done or planned.
    """
    sets = list(current.sets) or _planned(current)
    if not sets:
        return ""
    session, weighing = current.session, current.weighing()
    kg = None if weighing is None else weighing.kg
    return diary_text(session.date, sets, unit, note=session.note, bodyweight_kg=kg)


def is_session_text(text: str) -> bool:
    """Tell whether a text has days with sets, as written by ``session_text`` and notes apps."""
    return is_diary(text.encode("utf-8", "replace")[:HEAD])


def _planned(current: CurrentSession) -> list[LoggedSet]:
    if current.planned is None:
        return []
    cells = sorted(current.grid(current.planned.exercises).expected)
    return [each for each in map(current.expected, cells) if each is not None]
