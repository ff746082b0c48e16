"""The details of the selected set: its name, its fields, and its estimate."""

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tracker.app.current_session import CurrentSession
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, CARD_PADDING, for_letters
from tracker.domain.evidence import Evidence
from tracker.domain.session import LoggedSet
from tracker.ui.widgets.cards import Card, StillCaption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.words.estimates import estimate_note, no_estimate
from tracker.words.labels import load_text, set_name

if TYPE_CHECKING:
    from tracker.ui.log.first_steps import FirstSteps
    from tracker.ui.log.set_form import SetForm

WIDTH = 230  # for the longest type of set in German
LEAST_WIDTH = 208  # for the usual font; scales with larger letters
SPACING = 10
MOST_LINES = 4  # of the text about the estimate


class SetPanel(Card):
    """A card about one set; while one of its fields is being edited, it stays with that set.

    Args:
        after: The widget that its fields come after in tab order.

    Signals:
        left: A field was left, and another set may be shown.
        entered: Enter was pressed in a field, and everything is saved.
    """

    left = Signal()
    entered = Signal()

    def __init__(
        self,
        current: CurrentSession,
        settings: Settings,
        faults: Faults,
        after: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._after = after
        self._current = current
        self._settings = settings
        self._faults = faults
        self._logged: LoggedSet | None = None
        self._estimated: object = None
        # Whether it is below the tables, if letters are large for the window.
        self._is_below = False
        self._area: QtWidgets.QScrollArea | None = None  # around the fields, once they are there
        self.first_steps: FirstSteps | None = None  # only in an empty log
        width = max(WIDTH, for_letters(LEAST_WIDTH, self.fontMetrics()))
        self.setFixedWidth(width)
        inside = self._inside = width - 2 * CARD_PADDING
        self.title = StillCaption(self, width=inside, bold=True)
        self.estimate = StillCaption(self, width=inside, factor=CAPTION, muted=True)
        self.estimate.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._say_what_would_be_shown()
        self.message = Complaint(self)
        # Has a fixed size, so that showing or hiding fields lays out nothing else in the window.
        self._about = QWidget(self)
        self._rows = QVBoxLayout(self._about)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACING)
        self._rows.addWidget(self.estimate)
        self._rows.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING)
        layout.setSpacing(SPACING)
        layout.addWidget(self.title)
        layout.addWidget(self.message)
        layout.addWidget(self._about)
        layout.addStretch()
        settings.unit_changed.connect(self._show_estimate)

    @cached_property
    def form(self) -> "SetForm":
        """The fields, created with the first set shown so that the start does not wait for them."""
        from tracker.ui.log.set_form import SetForm

        form = SetForm(self._current, self._faults, self._about)
        for each in form.fields.values():
            each.binding.left.connect(self._on_field_left)
            each.binding.refused.connect(self._on_field_refused)
        form.entered.connect(self.entered)
        self._rows.insertWidget(0, form)
        lines = MOST_LINES * self.estimate.fontMetrics().lineSpacing()
        self._about.setFixedSize(self._inside, form.sizeHint().height() + SPACING + lines)
        self._scroll(self._about)
        fields = (form.rir, form.set_type, form.tempo, form.pain, form.note)
        # Qt cannot order after a widget that takes no focus, such as this card.
        for before, after in pairwise((self._after or form.rir, *fields)):
            self.setTabOrder(before, after)
        return form

    def get_ready(self) -> None:
        """Make the fields unseen, so that the first set does not wait for them.

        Not where the room they take would be seen to come.
        """
        if self._logged is None and self.first_steps is None and not self._is_below:
            self.form.hide()

    def set_below(self, *, is_below: bool) -> None:
        """Use the full height below the tables, or go beside them."""
        self._is_below = is_below
        self._keep_height()

    def _keep_height(self) -> None:
        self.setMinimumHeight(self.sizeHint().height() if self._is_below else 0)

    def _scroll(self, inside: QWidget) -> None:
        """Let a part scroll if large letters or a low window leave too little room for it."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        area = self._area = QtWidgets.QScrollArea(self)
        layout.replaceWidget(inside, area)
        area.setWidget(inside)
        # The scroll area had set it; the card must show through.
        inside.setAutoFillBackground(False)
        area.show()
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The scroll bar is beside the fields, in the card's own margin.
        area.setFixedWidth(self._inside + area.verticalScrollBar().sizeHint().width())
        area.setMaximumHeight(inside.height())
        area.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._keep_height()

    def show_set(self, logged: LoggedSet | None) -> None:
        """Show a set; None says what would be shown here."""
        before = self._logged
        if logged == before:
            self._show_estimate()
            return
        is_same = logged is not None and before is not None and logged.id == before.id
        if before is not None and not is_same and self.form.is_begun:
            return  # when the field is left, the page calls this again
        self._logged = logged
        if logged is None:
            self.form.hide()
            self.message.hide()
            self._estimated = None
            self._say_what_would_be_shown()
            return
        self.title.setText(set_name(logged))
        self.form.show_set(logged)
        self.form.show()
        self._show_estimate()

    def show_first_steps(self) -> "FirstSteps":
        """Show suggestions for an empty log in place of a set's details."""
        from tracker.ui.log.first_steps import FirstSteps

        steps = self.first_steps = FirstSteps(self._settings.unit, self)
        (self._area or self._about).hide()
        self.title.setText(self.tr("First steps"))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, steps)
        steps.show()  # at once, where it comes back
        return steps

    def end_first_steps(self) -> None:
        """Go back to showing the details of a set."""
        if self.first_steps is not None:
            self.first_steps.hide()
            self.first_steps.deleteLater()
            self.first_steps = None
            (self._area or self._about).show()
            if self._logged is None:
                self._say_what_would_be_shown()

    @property
    def shown(self) -> LoggedSet | None:
        """The set shown."""
        return self._logged

    def shows(self, logged: LoggedSet) -> bool:
        """Tell whether this set is the one shown."""
        return self._logged is not None and self._logged.id == logged.id

    def _say_what_would_be_shown(self) -> None:
        self.title.setText(self.tr("Set details"))
        self.estimate.setText(
            self.tr("Select a set to note reserve, type, tempo, pain or a word about it.")
        )

    def _show_estimate(self) -> None:
        if self._logged is None:
            return
        current = self._current
        seen = (self._logged, current.runner.formula, current.bodyweight_kg, self._settings.unit)
        if seen == self._estimated:
            return
        self._estimated = seen
        found = current.estimate(self._logged)
        if found.evidence is Evidence.NONE:
            is_known = current.bodyweight_kg is not None
            self.estimate.setText(no_estimate(self._logged, is_bodyweight_known=is_known))
            return
        kg = load_text(found.e1rm_kg, self._settings.unit)
        if found.evidence is Evidence.AT_LEAST:
            kg = self.tr("at least {}").format(kg)
        note = estimate_note(found)
        self.estimate.setText(self.tr("Estimate {}").format(kg) + (note and f"\n{note}"))

    def _on_field_left(self) -> None:
        if self._logged is not None:
            self.form.show_set(self._logged)
        self.left.emit()

    def _on_field_refused(self) -> None:
        """Say why the first unsaved field is not saved."""
        drafts = (self._current.drafts.of(each.binding.place) for each in self.form.fields.values())
        reasons = [draft.reason for draft in drafts if draft is not None and draft.reason]
        self.message.say(reasons[0] if reasons else "")
