"""What is typed on the Log page and not saved yet, tied to where it was begun."""

from collections.abc import Callable, Hashable
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from tracker import TrackerError
from tracker.app.language import error_text
from tracker.app.settings import Settings
from tracker.domain.frozen import frozen
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import Cell

LONGEST_QUOTE = 80  # characters quoted of a note changed elsewhere


class Field(StrEnum):
    """What can be typed into, besides the details of a set."""

    NOTE = "session note"
    BODYWEIGHT = "bodyweight"
    QUICK_ENTRY = "quick entry"
    MORNING = "morning"
    CELL = "cell"


@frozen
class Place:
    """A field of a session, of its day, or of one of its sets.

    Two places are equal if they are the same field of the same entry, even if that has changed.

    Args:
        field: A Field, or a name of ``session.DETAILS``.
        session: The session that was shown, in its state at that time.
        at: The cell or the set, if the session has several such fields.
    """

    field: str
    session: Session
    at: Cell | LoggedSet | None = None

    @property
    def key(self) -> Hashable:
        """What identifies this place; a weighing belongs to the day, not to the session."""
        if self.field is Field.BODYWEIGHT:
            return self.field, self.session.date
        if isinstance(self.at, LoggedSet):
            return self.field, self.at.id
        return self.field, self.session.id, self.at

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


class Draft(NamedTuple):
    """Something typed and not saved yet.

    Args:
        place: Where it was begun.
        typed: The text, or the answer chosen.
        over: What was there when typing began; it is replaced only if it is still the same.
        unit: The unit of its loads.
        reason: Why it was not saved when the field was left; empty if it has not been left.
        found: What was there when it was refused, as told by the reason.
        is_meant: Whether it was refused and then confirmed unchanged.
    """

    place: Place
    typed: Any
    over: object
    unit: Unit
    reason: str = ""
    found: object = None
    is_meant: bool = False


class Drafts(QObject):
    """All drafts of a window, by place.

    Args:
        settings: For the unit of loads.

    Signals:
        changed: A draft was saved, refused or dropped.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._drafts: dict[Place, Draft] = {}
        self._being_saved: set[Place] = set()

    def of(self, place: Place | None) -> Draft | None:
        """Return the draft at a place; None if there is none."""
        return None if place is None else self._drafts.get(place)

    def all(self) -> list[Draft]:
        """List the drafts, oldest first."""
        return list(self._drafts.values())

    def is_begun(self, place: Place | None) -> bool:
        """Tell whether something is being typed at a place that has not been left yet."""
        draft = self.of(place)
        # A field being saved counts as left, so that listeners may close it.
        return draft is not None and not draft.reason and place not in self._being_saved

    def are_in(self, session: Session) -> bool:
        """Tell whether a session has unsaved drafts."""
        return any(each.session.id == session.id for each in self._drafts)

    def type(self, place: Place, typed: Any, over: object) -> None:
        """Note what is typed at a place.

        Args:
            place: Where.
            typed: The whole text or answer so far.
            over: What is shown there as saved; used only if there is no draft there yet.
        """
        before = self.of(place)
        is_meant = False
        if before is not None:
            over = before.found if before.reason else before.over
            is_meant = bool(before.reason) and typed == before.typed
        self._drafts[place] = Draft(place, typed, over, self._settings.unit, is_meant=is_meant)
        if before is not None and before.reason:
            self.changed.emit()

    def put_back(self, place: Place, draft: Draft | None) -> None:
        """Replace the draft at a place by an earlier one."""
        self.drop(place)
        if draft is not None:
            self._drafts[place] = draft

    def insist(self, place: Place) -> None:
        """Note that the runner confirms a refused draft, so that it may replace what is there."""
        draft = self.of(place)
        if draft is not None and draft.reason:
            self._drafts[place] = draft._replace(over=draft.found)

    def drop(self, place: Place) -> bool:
        """Discard the draft at a place; tells whether there was one."""
        was_typed = self._drafts.pop(place, None) is not None
        if was_typed:
            self.changed.emit()
        return was_typed

    def refuse(self, place: Place, reason: str) -> None:
        """Keep a draft with the reason why it is not saved."""
        draft = self._drafts[place]
        self._drafts[place] = draft._replace(reason=reason, found=draft.over)
        self.changed.emit()

    def save(
        self, place: Place, now: Callable[[Draft], object], write: Callable[[Draft], object]
    ) -> None:
        """Save what is typed at a place; if refused, it stays with the reason.

        Args:
            place: Where.
            now: Returns what the log has there; may raise the same errors as ``write``.
            write: Saves it.

        Raises:
            ValueError: In words, if it cannot be read, or the place has changed meanwhile.
            TrackerError: If it could not be saved.
        """
        draft = self.of(place)
        if draft is None or place in self._being_saved:  # saving makes all fields look again
            return
        self._being_saved.add(place)
        found = draft.over
        try:
            found = now(draft)
            if found != draft.over:
                raise ValueError(self._changed_meanwhile(found))
            write(draft)
        except (TrackerError, ValueError) as error:
            self._drafts[place] = draft._replace(reason=error_text(error), found=found)
            raise
        else:
            del self._drafts[place]
        finally:
            self._being_saved.discard(place)
            self.changed.emit()

    def _changed_meanwhile(self, found: object) -> str:
        if found is None:
            return self.tr(
                "This was deleted meanwhile. Enter saves yours all the same, Escape drops it."
            )
        if isinstance(found, str) and found:
            is_long = len(found) > LONGEST_QUOTE
            quoted = found[:LONGEST_QUOTE] + "…" if is_long else found
            return self.tr(
                "Meanwhile this became “{}”. Enter saves yours instead, Escape keeps that."
            ).format(quoted)
        return self.tr(
            "This was changed meanwhile. Enter saves yours instead, Escape shows what is there."
        )
