"""The session shown as text: what was done, or what is planned for it."""

from tracker.app.current_session import CurrentSession
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet
from tracker.exchange.exporting.diary import diary_text


def session_text(current: CurrentSession, unit: Unit) -> str:
    """Write the session shown as text that can be pasted again, here or elsewhere.

    Args:
        current: The session; of one not begun, the sets planned whose loads are known.
        unit: Of its loads.

    Returns:
        Empty where nothing is done or planned.
    """
    sets = list(current.sets) or _planned(current)
    if not sets:
        return ""
    session, weighing = current.session, current.weighing()
    kg = None if weighing is None else weighing.kg
    return diary_text(session.date, sets, unit, note=session.note, bodyweight_kg=kg)


def _planned(current: CurrentSession) -> list[LoggedSet]:
    if current.planned is None:
        return []
    cells = sorted(current.grid(current.planned.exercises).expected)
    return [each for each in map(current.expected, cells) if each is not None]
