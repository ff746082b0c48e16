"""What is typed on the Log page and not saved yet, each tied to the place where it was begun."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from tracker import TrackerError
from tracker.app.language import error_text
from tracker.app.settings import Settings
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import Cell

LONGEST_QUOTE = 80  # characters of another's note in a message


class Field(StrEnum):
    """What can be typed into, beside the details of a set."""

    NOTE = "session note"
    BODYWEIGHT = "bodyweight"
    QUICK_ENTRY = "quick entry"
    MORNING = "morning"
    CELL = "cell"


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A field of a session, of its day, or of one of its sets.

    Two places are equal where they are the same field of the same entry, whatever became of it.

    Args:
        field: A Field, or a name of ``session.DETAILS``.
        session: The session that was shown, as it was then.
        at: The cell or the set where the session has several such fields.
        label: What the page calls a detail of a set, in the runner's language.
    """

    field: str
    session: Session
    at: Cell | LoggedSet | None = None
    label: str = ""

    @property
    def key(self) -> Hashable:
        """What tells this place from others: a weighing is of the day, not of the session."""
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
    """Something typed and not saved.

    Args:
        place: Where it was begun.
        typed: The text, or the answer chosen.
        over: What stood there when it was begun; what is there now must be equal to be replaced.
        unit: How its loads are meant.
        reason: Why it was not saved when it was left; empty where it has not been left.
        found: What stood there when it was refused, of which the reason tells.
        is_meant: Whether it was refused and then said once more as it is.
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
        settings: For the unit that loads are typed in.

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
        """Give what is typed at a place; None where nothing is."""
        return None if place is None else self._drafts.get(place)

    def all(self) -> list[Draft]:
        """List the drafts, oldest first."""
        return list(self._drafts.values())

    def is_begun(self, place: Place | None) -> bool:
        """Tell whether something is being typed at a place, and has not been left yet."""
        draft = self.of(place)
        # What is being saved was left: whoever hears of its change may close its field.
        return draft is not None and not draft.reason and place not in self._being_saved

    def are_in(self, session: Session) -> bool:
        """Tell whether something typed in a session is not saved yet."""
        return any(each.session.id == session.id for each in self._drafts)

    def type(self, place: Place, typed: Any, over: object) -> None:
        """Note what is typed at a place.

        Args:
            place: Where.
            typed: All of it so far.
            over: What is shown there as saved; it counts where nothing was typed there before.
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
        """Replace what is typed at a place by what was typed there before."""
        self.drop(place)
        if draft is not None:
            self._drafts[place] = draft

    def insist(self, place: Place) -> None:
        """Note that the runner means a refused draft: it may replace what its reason told of."""
        draft = self.of(place)
        if draft is not None and draft.reason:
            self._drafts[place] = draft._replace(over=draft.found)

    def drop(self, place: Place) -> bool:
        """Forget what is typed at a place; tell whether something was."""
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
        """Save what is typed at a place; refused, it stays with its reason.

        Args:
            place: Where.
            now: Gives what the log has there; it may raise as ``write`` may.
            write: Saves it.

        Raises:
            ValueError: In words, if it cannot be read, or something else stands there meanwhile.
            TrackerError: If it could not be saved.
        """
        draft = self.of(place)
        if draft is None or place in self._being_saved:  # saving tells all fields to look anew
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
