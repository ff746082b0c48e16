"""The card that asks how the legs were on the morning after a session."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.app.theme import CARD_PADDING, MARKS
from tracker.domain.exercise import LEGS, Side
from tracker.domain.session import Session
from tracker.domain.session_symptoms import Felt
from tracker.domain.symptoms import Site
from tracker.ui.checkups.answer_fields import AnswerField, pain_field, stiffness_field
from tracker.ui.widgets.cards import Caption, Card
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.keys import ENTER
from tracker.words.labels import day_text, side_name, site_name, within_sentence


class MorningCard(Card):
    """Pain, its site, and stiffness of each leg; Enter saves, "Not now" dismisses the question.

    Signals:
        edited: An answer was changed.
        kept: The answers are to be saved.
        put_aside: The question is not to be asked again.
    """

    edited = Signal()
    kept = Signal()
    put_aside = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Caption("", self, bold=True)
        self.title.setWordWrap(True)
        self.message = Complaint(self)
        self.pain: dict[Side, AnswerField] = {}
        self.stiffness: dict[Side, AnswerField] = {}
        self._legs = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._legs.setSpacing(8)
        for side in LEGS:
            row = QHBoxLayout()
            row.setSpacing(8)
            self._legs.addLayout(row)
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
            row.addStretch(side is Side.RIGHT)
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
        # Made last, as they are the last in tab order.
        self.keep = QPushButton(self.tr("Save"), self)
        self.not_now = QPushButton(self.tr("Not now"), self)
        self.keep.clicked.connect(self.kept)
        self.not_now.clicked.connect(self.put_aside)
        head = QGridLayout()
        head.addWidget(self.title, 0, 0)
        head.addWidget(self.keep, 0, 1)
        head.addWidget(self.not_now, 0, 2)
        head.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(self._legs)
        layout.addWidget(self._where)
        layout.addWidget(self.message)
        self._ask_where()
        self.setFocusProxy(self.pain[Side.LEFT])
        for side in LEGS:
            for number in (self.pain[side], self.stiffness[side]):
                number.valueChanged.connect(self.edited)
            self.site[side].currentIndexChanged.connect(self.edited)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the legs one below the other if there is no room side by side."""
        super().resizeEvent(event)
        rows = [self._legs.itemAt(place) for place in range(self._legs.count())]
        needed = sum(row.sizeHint().width() for row in rows if row is not None)
        has_room = needed + self._legs.spacing() <= self.width() - 2 * CARD_PADDING
        direction = QBoxLayout.Direction
        self._legs.setDirection(direction.LeftToRight if has_room else direction.TopToBottom)

    def show_question(self, session: Session, answers: Mapping[Side, Felt]) -> None:
        """Ask about the morning after a session, with these answers filled in."""
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
        """Ask where it hurt, for each leg that did."""
        for side in LEGS:
            for part in (self._site_names[side], self.site[side]):
                part.setVisible(bool(self.pain[side].answer))
        self._where.setVisible(any(self.pain[side].answer for side in LEGS))

    def refuse(self, message: str) -> None:
        """Say why the answers were not saved."""
        self.message.say(message)

    @property
    def answers(self) -> dict[Side, Felt]:
        """Pain, its site, and stiffness by leg; None for what was not asked."""
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
