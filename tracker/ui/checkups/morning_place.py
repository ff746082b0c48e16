"""The place on the Log page that asks how the morning after a session was."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker import TrackerError
from tracker.app.drafts import Drafts, Field, Place
from tracker.app.logbook import Logbook
from tracker.app.morning_question import MorningQuestion
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Side
from tracker.domain.session import Session
from tracker.domain.session_symptoms import Felt
from tracker.domain.symptoms import Symptom
from tracker.ui.widgets.faults import Faults

if TYPE_CHECKING:
    from tracker.ui.checkups.morning_card import MorningCard


class MorningPlace(QWidget):
    """The place above the session that shows the question when it is due or asked for.

    Args:
        question: Decides when it is due, and saves the answers.
        logbook: Its changes may answer the question.
        settings: Whether to ask at all.
        faults: Where a failed save is told.
        drafts: Keeps unsaved answers with their session.

    Signals:
        closed: The question was answered or dismissed, and the focus is free.
    """

    closed = Signal()

    def __init__(
        self,
        question: MorningQuestion,
        logbook: Logbook,
        settings: Settings,
        faults: Faults,
        drafts: Drafts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._logbook = logbook
        self._drafts = drafts
        self._noted: dict[Side, Symptom] = {}
        self._at_first: Mapping[Side, Felt] = {}
        self._faults = faults
        self._session: Session | None = None
        self._is_late = False
        self.card: MorningCard | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()
        logbook.changed.connect(self._on_logbook_changed)
        logbook.reloaded.connect(self._on_logbook_reloaded)
        settings.asks_next_morning_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the question if it is due, otherwise hide it; typed answers stay."""
        if not self._is_late and not self._is_typed:
            self._faults.attempt(lambda: self._show(self._question.due()))

    def ask_late(self, shown: Session) -> None:
        """Ask about the morning that can be answered now, and take the focus.

        Args:
            shown: The session on the Log page.
        """

        def ask() -> None:
            session = self._question.to_answer_late(shown)
            if session is None:
                raise TrackerError(
                    self.tr("Nothing to answer yet: this is asked on the morning after a session.")
                )
            self._is_late = True
            self._show(session)

        if self._faults.attempt(ask) and self.card is not None:
            self.card.pain[Side.LEFT].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.card.pain[Side.LEFT].selectAll()

    def ask_about(self, session: Session) -> None:
        """Show the unsaved answers about a session, and take the focus."""
        if self._faults.attempt(lambda: self._show(session)) and self.card is not None:
            self._is_late = True
            self.card.pain[Side.LEFT].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _place(self) -> Place | None:
        return None if self._session is None else Place(Field.MORNING, self._session)

    @property
    def _is_typed(self) -> bool:
        return self._drafts.of(self._place) is not None

    def _show(self, session: Session | None) -> None:
        was_shown = self._session
        self._session = session
        if session is not None and (was_shown is None or was_shown.id != session.id):
            if self.card is None:
                self.card = self._make_card()
            self._noted = self._question.answers(session)
            self._fill(self.card, session)
        self.setVisible(session is not None)

    def _make_card(self) -> "MorningCard":
        from tracker.ui.checkups.morning_card import MorningCard

        card = MorningCard(self)
        card.edited.connect(self._on_card_edited)
        card.kept.connect(self._on_card_kept)
        card.put_aside.connect(self._on_card_put_aside)
        self._layout.addWidget(card)
        return card

    def _fill(self, card: "MorningCard", session: Session) -> None:
        with QSignalBlocker(card):  # filling in is not an answer
            card.show_question(session, self._question.first_answers(session))
            self._at_first = card.answers
            draft = self._drafts.of(self._place)
            if draft is not None:
                card.show_question(session, draft.typed)
        if draft is not None and draft.reason:
            card.refuse(draft.reason)

    def _on_card_edited(self) -> None:
        assert self.card is not None
        place, answers = self._place, self.card.answers
        if place is None:
            return
        if answers == self._at_first:
            self._drafts.drop(place)
        else:
            self._drafts.type(place, answers, self._noted)

    def _let_go_of_what_is_gone(self) -> None:
        session = self._session
        if session is not None and self._logbook.database.session(session.id) is None:
            self._session, self._is_late = None, False

    def _on_logbook_changed(self, change: Change) -> None:
        if any((bool(change.of(Symptom)), bool(change.of(Session)))):
            self._faults.attempt(self._let_go_of_what_is_gone)
            self.refresh()

    def _on_logbook_reloaded(self) -> None:
        self._faults.attempt(self._let_go_of_what_is_gone)
        self.refresh()

    def _on_card_kept(self) -> None:
        assert self.card is not None
        session, place, card = self._session, self._place, self.card
        if session is None or place is None:
            return
        self._drafts.type(place, card.answers, self._noted)

        def save() -> None:
            self._drafts.save(
                place,
                lambda _draft: self._question.answers(session),
                lambda draft: self._question.answer(session, draft.typed),
            )

        if self._faults.attempt(save, card.refuse):
            self._close()

    def _on_card_put_aside(self) -> None:
        session, place = self._session, self._place
        if session is None or place is None:
            return
        if self._faults.attempt(lambda: self._question.put_aside(session)):
            self._drafts.drop(place)
            self._close()

    def _close(self) -> None:
        self._is_late = False
        self._session = None
        self.refresh()  # a late question may have been shown in place of one that is due
        self.closed.emit()
