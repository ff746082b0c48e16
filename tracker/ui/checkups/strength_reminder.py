"""The line on the Log page that reminds of a strength test, if that was switched on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.strength_reminder import StrengthReminder
from tracker.app.theme import CARD_PADDING
from tracker.domain.change import Change
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.symptoms import Symptom
from tracker.ui.widgets.cards import Caption, Card
from tracker.ui.widgets.faults import Faults
from tracker.words.strength_reminder import reminder_text


class ReminderCard(Card):
    """One line: when the last test was, with "Strength test…" and "Later"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Caption("", self)
        self.test = QPushButton(self.tr("Strength test…"), self)
        self.later = QPushButton(self.tr("Later"), self)
        self.later.setToolTip(self.tr("Not before a week from now"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.test)
        layout.addWidget(self.later)


class ReminderPlace(QWidget):
    """The place above the session that shows the line when it is due; it never takes the focus.

    Args:
        reminder: Decides when it is due, and until when it is put off.
        logbook: Its changes may settle the reminder.
        settings: Whether to remind at all.
        faults: Where a failed read is told.

    Signals:
        test_asked: The test is to start.
        closed: The reminder was put off, and the focus is free.
    """

    test_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        reminder: StrengthReminder,
        logbook: Logbook,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reminder = reminder
        self._faults = faults
        self.card: ReminderCard | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()
        logbook.changed.connect(self._on_logbook_changed)
        logbook.reloaded.connect(self.refresh)
        settings.strength_reminder_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the line if it is due, otherwise hide it."""
        self._faults.attempt(self._refresh)

    def _refresh(self) -> None:
        is_due = self._reminder.is_due()
        if is_due:
            if self.card is None:
                self.card = ReminderCard(self)
                self.card.test.clicked.connect(self.test_asked)
                self.card.later.clicked.connect(self._on_later_clicked)
                self._layout.addWidget(self.card)
            self.card.words.setText(reminder_text(self._reminder.last_test()))
        self.setVisible(is_due)

    def _on_logbook_changed(self, change: Change) -> None:
        # Called for every logged set, which also changes its session; refresh only if it can
        # matter.
        sets = (each for pair in change.of(LoggedSet) for each in pair if each)
        is_test = any(each.set_type is SetType.TEST for each in sets)
        is_moved = any(old and new and old.date != new.date for old, new in change.of(Session))
        is_felt = bool(change.of(Symptom)) or bool(change.of(Runner))
        if is_test or is_moved or is_felt:
            self.refresh()

    def _on_later_clicked(self) -> None:
        self._reminder.put_off()
        self.refresh()
        self.closed.emit()
