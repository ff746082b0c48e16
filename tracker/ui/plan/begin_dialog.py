"""Starting a phase by hand: which one, when its source says to start it, and on which day."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.app.plan_book import PlanBook
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN, for_letters
from tracker.domain.plan import Phase
from tracker.domain.plan_edits import WholePlan
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.named_rows import named_rows
from tracker.words.labels import date_of_text, date_text
from tracker.words.plans import by_hand_text, phase_text, schedule_text

WIDTH = 480


class BeginPhaseDialog(QDialog):
    """Starts a phase, by default the next one, today; from then on only that phase is due.

    Args:
        plan_id: The ID of the current plan.
        plans: The plans of the log.
        faults: Where a failed save is told.
    """

    def __init__(
        self, plan_id: str, plans: PlanBook, faults: Faults, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plan_id = plan_id
        self._plans = plans
        self._faults = faults
        self._whole: WholePlan | None = None
        self.setWindowTitle(self.tr("Begin a phase"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.phase = QComboBox(self)
        self.criterion = Caption("", self)
        self.day = QLineEdit(date_text(plans.today), self)
        self.hint = Caption(
            self.tr(
                "From that day on this phase alone is due; what was due before counts as it was. "
                "To go back, begin the earlier phase again, or undo."
            ),
            self,
            factor=CAPTION,
            muted=True,
        )
        self.message = Complaint(self)
        self.begin = QPushButton(self.tr("Begin"), self)
        self.begin.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self.phase.currentIndexChanged.connect(self._on_phase_index_changed)
        self.day.textEdited.connect(self.message.hide)
        self.begin.clicked.connect(self._on_begin_clicked)
        self.cancel.clicked.connect(self.reject)
        plans.refreshed.connect(self.refresh)
        self.refresh()
        self.day.setFocus()
        self.day.selectAll()

    def _lay_out(self) -> None:
        form = named_rows(((self.tr("Phase"), self.phase), (self.tr("Begins on"), self.day)), self)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.begin)
        buttons.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addLayout(form)
        form.insertRow(1, self.criterion)
        for words in (self.criterion, self.hint):
            words.setWordWrap(True)
        layout.addWidget(self.hint)
        layout.addWidget(self.message)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setMinimumWidth(for_letters(WIDTH, self.fontMetrics()))
        for before, after in pairwise((self.phase, self.day, self.begin, self.cancel)):
            self.setTabOrder(before, after)

    def refresh(self) -> None:
        """Show the current phases; close if the plan is gone."""
        self._faults.attempt(self._show_phases)

    def _show_phases(self) -> None:
        whole, before = self._plans.whole(self._plan_id), self._whole
        by_hand = [] if whole is None else [each for each in whole.phases if each.is_by_hand]
        if whole is None or not by_hand:
            self.reject()
            return
        if whole == before:
            return
        chosen = self.chosen
        if chosen is None:
            chosen = whole.next_by_hand(self._plans.today) or by_hand[0]
        self._whole = whole
        self.phase.clear()
        for each in by_hand:
            name = phase_text(each, whole.number_of(each))
            self.phase.addItem(f"{name} · {schedule_text(each)}", each)
        ids = [each.id for each in by_hand]
        self.phase.setCurrentIndex(ids.index(chosen.id) if chosen.id in ids else 0)

    @property
    def chosen(self) -> Phase | None:
        """The phase to start, as it was when shown."""
        phase = self.phase.currentData()
        return phase if isinstance(phase, Phase) else None

    def _on_phase_index_changed(self) -> None:
        self.message.hide()
        if self._whole is not None and self.chosen is not None:
            number = self._whole.number_of(self.chosen)
            self.criterion.setText(by_hand_text(self.chosen, number))

    def _on_begin_clicked(self) -> None:
        def begin() -> None:
            whole, phase = self._whole, self.chosen
            if whole is not None and phase is not None:
                self._plans.begin(whole, phase, date_of_text(self.day.text().strip()))

        if self._faults.attempt(begin, self.message.say):
            self.accept()
