"""What is typed and could not be saved, in words, and a line that tells of it if out of sight."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Draft, Field, Place
from tracker.app.language import noop as _noop
from tracker.app.language import tr as _tr
from tracker.app.theme import CAPTION
from tracker.domain.session import DETAILS, LoggedSet
from tracker.domain.set_grid import cell_of
from tracker.ui.widgets.cards import Caption
from tracker.words.labels import day_text, detail_name, exercise_name, side_name, within_sentence

LONGEST_QUOTE = 40  # characters of what was typed
NAMES: dict[str, str] = {
    Field.NOTE: _noop("Note of {}"),
    Field.BODYWEIGHT: _noop("Bodyweight of {}"),
    Field.QUICK_ENTRY: _noop("Quick entry of {}"),
    Field.MORNING: _noop("Answers about the morning after {}"),
}


def place_name(place: Place) -> str:
    """Name a place in the log, as in “Note of Tue 24 Nov 2026”."""
    day = day_text(place.session.date)
    if place.at is None:
        return _tr(NAMES[place.field]).format(day)
    cell = cell_of(place.at) if isinstance(place.at, LoggedSet) else place.at
    side = within_sentence(side_name(cell.side))
    name = detail_name(place.field) if place.field in DETAILS else _tr("Set")
    return _tr("{} of {}, {}").format(
        name, day, f"{exercise_name(cell.exercise)} {cell.set_no}, {side}"
    )


def unsaved_text(draft: Draft) -> str:
    """Say what was not saved, and why."""
    name, reason = place_name(draft.place), draft.reason
    if draft.place.field is Field.QUICK_ENTRY:
        reason = reason or _tr("Enter was not pressed.")
    if draft.place.field is Field.MORNING:
        reason = reason or _tr("“Keep” was not pressed.")
    if not isinstance(draft.typed, str) or not draft.typed:
        return f"{name}. {reason}"
    is_long = len(draft.typed) > LONGEST_QUOTE
    quoted = draft.typed[:LONGEST_QUOTE] + "…" if is_long else draft.typed
    return f"{name}: “{quoted}”. {reason}"


class UnsavedLine(QWidget):
    """A line that names refused input which the page does not show at present.

    Args:
        is_in_sight: Tells whether the page shows what is typed at a place.

    Signals:
        asked: The Place that the runner wants to see.
    """

    asked = Signal(object)

    def __init__(
        self,
        current: CurrentSession,
        is_in_sight: Callable[[Place], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts = current.drafts
        self._is_in_sight = is_in_sight
        self._first: Place | None = None
        self.text = Caption("", self, factor=CAPTION)
        self.text.setForegroundRole(QPalette.ColorRole.BrightText)
        self.text.setWordWrap(True)
        self.show_it = QToolButton(self)
        self.show_it.setText(self.tr("Show"))
        self.show_it.clicked.connect(lambda: self.asked.emit(self._first))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.show_it)
        self.hide()
        self._drafts.changed.connect(self.refresh)
        current.refreshed.connect(self.refresh)

    def refresh(self) -> None:
        """Name the refused input that is out of sight now."""
        places = [
            draft.place
            for draft in self._drafts.all()
            if draft.reason and not self._is_in_sight(draft.place)
        ]
        if not places and self.isHidden():  # as nearly always
            return
        self._first = places[0] if places else None
        self.text.setText(self.tr("Not saved yet: {}").format("; ".join(map(place_name, places))))
        self.setVisible(bool(places))
