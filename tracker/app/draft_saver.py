"""Saves what was typed on the Log page to where typing began, whatever is shown by then."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from tracker import TrackerError
from tracker.app.drafts import Draft, Field, Place
from tracker.app.logbook import Logbook
from tracker.domain.load import Unit
from tracker.domain.notation import read_hold, read_tempo
from tracker.domain.session import IN_CELL, LoggedSet, SetType
from tracker.domain.set_grid import Cell

if TYPE_CHECKING:
    from tracker.app.current_session import CurrentSession

# A line of quick entry, or an answer about the morning, counts only once Enter is pressed.
WAITING_FOR_ENTER = (Field.QUICK_ENTRY, Field.MORNING)
Read = Callable[[Any, Unit], Any]


class DraftSaver(QObject):
    """Knows what the log has for each field, and how to save it.

    Args:
        current: The session shown, which has the drafts.
    """

    def __init__(
        self, logbook: Logbook, current: "CurrentSession", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._current = current
        self._readers: dict[str, Read] = {
            "tempo": lambda text, _unit: read_tempo(text),
            "hold_s": lambda text, _unit: read_hold(text),
            "set_type": lambda name, _unit: SetType(name),
        }

    def read_by(self, field: str, read: Read) -> None:
        """Set how the text typed into a field is read.

        Args:
            field: The field.
            read: Converts what is typed, and the unit it was typed in, to a value; may raise
                ValueError in words.
        """
        self._readers[field] = read

    def save(self, place: Place) -> None:
        """Save what is typed at a place; if refused, it stays with the reason.

        Raises:
            ValueError: In words, if it cannot be read, or the place has changed meanwhile.
            TrackerError: If it could not be saved.
        """
        self._logbook.catch_up()  # so that reasons for refusal match what is shown
        self._current.drafts.save(place, self._found, self._write)

    def save_all(self) -> None:
        """Try to save everything typed, wherever it was begun; what is refused stays."""
        shown = self._current.session.id
        for draft in self._current.drafts.all():
            place = draft.place
            # The text of a cell is read in the context of the sets around it.
            is_elsewhere = isinstance(place.at, Cell) and place.session.id != shown
            if place.field not in WAITING_FOR_ENTER and not is_elsewhere:
                with suppress(ValueError, TrackerError):
                    self.save(place)

    def _found(self, draft: Draft) -> object:
        """Return what the log has at a place, for comparison with ``Draft.over``."""
        place, database = draft.place, self._logbook.database
        if place.field is Field.NOTE:
            session = database.session(place.session.id)
            # The session may have been saved since, with its first set.
            is_still_none = draft.over is None and session is not None and not session.note
            return None if session is None or is_still_none else session.note
        if place.field is Field.BODYWEIGHT:
            day, weighings = place.session.date, database.weighings_for(place.session.date)
            return next((each.kg for each in weighings if each.date == day), None)
        if isinstance(place.at, Cell):
            # A cell is of the session shown, which has just caught up with the log.
            return in_cell(self._current.own(place.at))
        return getattr(self._set_at(place), place.field)

    def _set_at(self, place: Place) -> LoggedSet:
        assert isinstance(place.at, LoggedSet)
        for each in self._logbook.database.sets_of(place.session.id):
            if each.id == place.at.id:
                return each
        raise ValueError(self.tr("The set that this belongs to was deleted meanwhile."))

    def _write(self, draft: Draft) -> None:
        current, place, typed = self._current, draft.place, draft.typed
        if place.field in self._readers:
            typed = self._readers[place.field](typed, draft.unit)
        if place.field is Field.NOTE:
            is_shown = place.session.id == current.session.id
            current.set_note(typed, current.session if is_shown else place.session)
        elif place.field is Field.BODYWEIGHT:
            current.weigh(typed, place.session.date)
        elif isinstance(place.at, Cell):
            current.enter(place.at, typed, draft.unit, is_meant=draft.is_meant)
        else:
            current.edit(self._set_at(place), **{place.field: typed})


def in_cell(logged: LoggedSet | None) -> tuple[object, ...] | None:
    """Return the parts of a set shown in its cell, for comparison; None if there is no set."""
    if logged is None:
        return None
    return logged.reps, logged.external_kg, *(getattr(logged, name) for name in IN_CELL)
