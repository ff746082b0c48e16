"""The quiet card that asks on the Log page how the legs were on the morning after a session."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tracker import TrackerError
from tracker.app.drafts import Drafts, Field, Place
from tracker.app.logbook import Logbook
from tracker.app.morning_question import MorningQuestion
from tracker.app.settings import Settings
from tracker.app.theme import CARD_PADDING, MARKS
from tracker.domain.change import Change
from tracker.domain.exercise import LEGS, Side
from tracker.domain.session import Session
from tracker.domain.session_symptoms import Felt
from tracker.domain.symptoms import Site, Symptom
from tracker.ui.checkups.answer_fields import AnswerField, pain_field, stiffness_field
from tracker.ui.widgets.cards import Caption, Card
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import day_text, side_name, site_name, within_sentence

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MorningCard(Card):
    """Pain, where, and stiffness of both legs; Enter keeps them, "Not now" puts the question aside.

    Signals:
        edited: An answer was changed.
        kept: The answers are to be saved.
        put_aside: They are not to be asked for.
    """

    edited = Signal()
    kept = Signal()
    put_aside = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Caption("", self, bold=True)
        self.message = Complaint(self)
        self.pain: dict[Side, AnswerField] = {}
        self.stiffness: dict[Side, AnswerField] = {}
        self.keep = QPushButton(self.tr("Keep"), self)
        self.not_now = QPushButton(self.tr("Not now"), self)
        self.keep.clicked.connect(self.kept)
        self.not_now.clicked.connect(self.put_aside)
        row = QHBoxLayout()
        row.setSpacing(8)
        for side in LEGS:
            name = side_name(side)
            self.pain[side] = pain_field(
                self.tr("Pain this morning, {}, 0 to 10").format(within_sentence(name)), self
            )
            self.stiffness[side] = stiffness_field(
                self.tr("Stiffness this morning, {}, minutes").format(within_sentence(name)), self
            )
            row.addWidget(Caption(f"{MARKS[side].letter} {name}", self, bold=True))
            row.addWidget(Caption(self.tr("pain"), self, muted=True))
            row.addWidget(self.pain[side])
            row.addWidget(Caption(self.tr("stiff, min"), self, muted=True))
            row.addWidget(self.stiffness[side])
            row.addSpacing(8)
        row.addStretch(1)
        self.site = {side: self._site_field(side) for side in LEGS}
        self._where = QWidget(self)
        where = QHBoxLayout(self._where)
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(8)
        where.addWidget(Caption(self.tr("Where it hurt:"), self, muted=True))
        self._site_names = {
            side: Caption(f"{MARKS[side].letter} {side_name(side)}", self) for side in LEGS
        }
        for side in LEGS:
            where.addWidget(self._site_names[side])
            where.addWidget(self.site[side])
            self.pain[side].valueChanged.connect(self._ask_where)
        where.addStretch(1)
        head = QGridLayout()
        head.addWidget(self.title, 0, 0)
        head.addWidget(self.keep, 0, 1)
        head.addWidget(self.not_now, 0, 2)
        head.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(row)
        layout.addWidget(self._where)
        layout.addWidget(self.message)
        order = [self.pain[Side.LEFT], self.stiffness[Side.LEFT]]
        order += [self.pain[Side.RIGHT], self.stiffness[Side.RIGHT]]
        for before, after in pairwise([*order, *self.site.values(), self.keep, self.not_now]):
            self.setTabOrder(before, after)
        self._ask_where()
        self.setFocusProxy(self.pain[Side.LEFT])
        for side in LEGS:
            for number in (self.pain[side], self.stiffness[side]):
                number.valueChanged.connect(self.edited)
            self.site[side].currentIndexChanged.connect(self.edited)

    def show_question(self, session: Session, answers: Mapping[Side, Felt]) -> None:
        """Ask about the morning after a session, with answers to begin with."""
        text = self.tr("The morning after {}: how was it?")
        self.title.setText(text.format(day_text(session.date)))
        self.setAccessibleName(self.title.text())
        self.message.hide()
        for side in LEGS:
            felt = answers[side]
            self.site[side].setCurrentIndex(self.site[side].findData(felt.site))
            self.pain[side].show_answer(felt.pain)
            self.stiffness[side].show_answer(felt.stiffness_min)

    def _site_field(self, side: Side) -> QComboBox:
        field = QComboBox(self)
        for each in (None, *Site):
            field.addItem(site_name(each), each)
        name = self.tr("Where it hurt this morning, {}")
        field.setAccessibleName(name.format(within_sentence(side_name(side))))
        return field

    def _ask_where(self) -> None:
        """Ask where it hurt, of the legs that did."""
        for side in LEGS:
            for part in (self._site_names[side], self.site[side]):
                part.setVisible(bool(self.pain[side].answer))
        self._where.setVisible(any(self.pain[side].answer for side in LEGS))

    def refuse(self, message: str) -> None:
        """Say why the answers were not saved."""
        self.message.say(message)

    @property
    def answers(self) -> dict[Side, Felt]:
        """Pain, where, and stiffness by leg; None where not asked."""
        return {side: self._answer(side) for side in LEGS}

    def _answer(self, side: Side) -> Felt:
        pain, site = self.pain[side].answer, self.site[side].currentData()
        site = Site(site) if pain and site is not None else None
        return Felt(pain, site, self.stiffness[side].answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ENTER:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_aside.emit()
        else:
            super().keyPressEvent(event)


class MorningPlace(QWidget):
    """The place above the session where the question stands while it is due or asked for.

    Args:
        question: When it is due, and where answers go.
        logbook: Whose changes may answer it.
        settings: Whether it is asked at all.
        faults: Where a failed save is told.
        drafts: Where answers are kept that are not saved yet, with their session.

    Signals:
        closed: It was answered or put aside, and the keys are free.
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
        """Show the question while it is due, hide it after; what is typed stays."""
        if not self._is_late and not self._is_typed:
            self._faults.attempt(lambda: self._show(self._question.due()))

    def ask_late(self, shown: Session) -> None:
        """Ask about the morning that an answer of now would be of, and take the keys.

        Args:
            shown: The session on the Log page.
        """

        def ask() -> None:
            session = self._question.to_answer_late(shown)
            if session is None:
                raise TrackerError(self.tr("There is no session yet whose next morning has come."))
            self._is_late = True
            self._show(session)

        if self._faults.attempt(ask) and self.card is not None:
            self.card.pain[Side.LEFT].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.card.pain[Side.LEFT].selectAll()

    def ask_about(self, session: Session) -> None:
        """Show what was answered about a session and not kept, and take the keys."""
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
                self.card = MorningCard(self)
                self.card.edited.connect(self._on_card_edited)
                self.card.kept.connect(self._on_card_kept)
                self.card.put_aside.connect(self._on_card_put_aside)
                self._layout.addWidget(self.card)
            self._noted = self._question.answers(session)
            self._fill(self.card, session)
        self.setVisible(session is not None)

    def _fill(self, card: MorningCard, session: Session) -> None:
        with QSignalBlocker(card):  # nobody has answered yet
            card.show_question(session, {side: _felt(self._noted.get(side)) for side in LEGS})
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
        self.refresh()  # what was asked late may have stood in place of what is due
        self.closed.emit()


def _felt(noted: Symptom | None) -> Felt:
    """Give the answer that is shown first: what was noted, or that nothing was felt."""
    return Felt(0, None, 0) if noted is None else Felt(noted.pain, noted.site, noted.stiffness_min)
