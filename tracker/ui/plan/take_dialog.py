"""Choosing a plan: each is shown with its source and caution first, then its start and legs."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.app.language import plural
from tracker.app.plan_book import PlanBook
from tracker.app.plan_templates import templates
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN, for_letters
from tracker.domain.exercise import Side
from tracker.domain.plan_edits import WholePlan, anew, own_plan
from tracker.ui.plan.views import PhasesView
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.fitted import fit
from tracker.ui.widgets.scrolled_column import keep_room_for_bar
from tracker.words.labels import date_of_text, date_text
from tracker.words.plans import difference_lines, span_text, whole_weeks_text

LIST_WIDTH = 264
MOST_LINES = 8  # lines of differences shown


class PlanPreview(QScrollArea):
    """Everything a plan says, before it is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_room_for_bar(self)

    def show_plan(self, whole: WholePlan, settings: Settings) -> None:
        """Show a plan."""
        plan = whole.plan
        inside = QWidget()
        inside.setObjectName("page")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        name = Caption(plan.name, inside, factor=1.2, bold=True)
        name.setWordWrap(True)
        layout.addWidget(name)
        weeks = whole_weeks_text(plan.weeks)
        texts = [f"{weeks}. {plan.note}" if plan.note else f"{weeks}."]
        texts += [self.tr("Source: {}").format(plan.source)] if plan.source else []
        for text, is_muted in [(text, True) for text in texts] + [(plan.caution, False)]:
            words = Caption(text, inside, muted=is_muted)
            words.setWordWrap(True)
            words.setVisible(bool(text))
            layout.addWidget(words)
        layout.addSpacing(4)
        layout.addWidget(PhasesView(whole, settings.unit, parent=inside))
        layout.addStretch(1)
        self.setAccessibleName(plan.name)
        self.setWidget(inside)


class TakePlanDialog(QDialog):
    """Offers templates, an empty plan of one's own, and plans of the log to repeat.

    Args:
        plans: The plans of the log.
        settings: For the unit.
        faults: Where a failed save is told.
        sent: A plan that somebody sent, offered too.

    Signals:
        own_taken: The ID of a new empty plan that is still to be filled.
    """

    own_taken = Signal(str)

    def __init__(
        self,
        plans: PlanBook,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
        sent: WholePlan | None = None,
    ) -> None:
        super().__init__(parent)
        self._plans = plans
        self._settings = settings
        self._faults = faults
        self.setWindowTitle(self.tr("Choose a plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        today = plans.today
        shipped = templates(today)
        own = own_plan(self.tr("Own plan"), today)
        known = list(reversed(plans.all()))
        self._choices = [*(template.whole for template in shipped), own, *known]
        self._legs = [
            plans.involved_side if template.is_for_involved_leg else None for template in shipped
        ]
        self._own = len(shipped)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Plans"))
        self.list.setFixedWidth(for_letters(LIST_WIDTH, self.fontMetrics()))
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([template.whole.plan.name for template in shipped])
        self.list.addItem(self.tr("Own plan, from nothing"))
        again = self.tr("{} again\n{}")
        self.list.addItems([again.format(w.plan.name, span_text(w.plan)) for w in known])
        self._sent = sent
        if sent is not None:
            self._choices.append(sent)
            self.list.addItem(self.tr("{}\nfrom a file").format(sent.plan.name))
        self.differs = Caption("", self, factor=CAPTION, muted=True)
        self.differs.setWordWrap(True)
        self.differs.hide()
        self.preview = PlanPreview(self)
        self.name = QLineEdit(self)
        self.starts_on = QLineEdit(date_text(today), self)
        self.legs = QComboBox(self)
        for side, text in (
            (Side.BOTH, self.tr("each leg")),
            (Side.LEFT, self.tr("left only")),
            (Side.RIGHT, self.tr("right only")),
        ):
            self.legs.addItem(text, side)
        self.stops = Caption("", self, factor=CAPTION, muted=True)
        self.stops.setWordWrap(True)
        self.message = Complaint(self)
        self.take = QPushButton(self.tr("Use plan"), self)
        self.take.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_list_row_changed)
        self.starts_on.textChanged.connect(self._say_what_stops)
        self.take.clicked.connect(self._on_take_clicked)
        self.cancel.clicked.connect(self.reject)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(8)
        fields.setColumnStretch(1, 1)
        named = (
            (self.tr("Name"), self.name),
            (self.tr("Starts on"), self.starts_on),
            (self.tr("Legs"), self.legs),
        )
        for column, (text, field) in enumerate(named):
            label = Caption(text, self, muted=True)
            label.setBuddy(field)
            field.setAccessibleName(text)
            fields.addWidget(label, 0, 2 * column)
            fields.addWidget(field, 0, 2 * column + 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.stops, 1)
        buttons.addWidget(self.take)
        buttons.addWidget(self.cancel)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.list)
        across.addWidget(self.preview, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addLayout(across, 1)
        layout.addWidget(self.differs)
        layout.addLayout(fields)
        layout.addWidget(self.message)
        layout.addLayout(buttons)
        fit(self, 840, 540)
        order = (self.list, self.name, self.starts_on, self.legs, self.take, self.cancel)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    @property
    def chosen(self) -> WholePlan:
        """The plan shown."""
        return self._choices[max(0, self.list.currentRow())]

    def show_choice(self, again: str = "", *, is_own: bool = False) -> None:
        """Select the empty plan, or a plan by its ID; otherwise keep the first template."""
        ids = [whole.plan.id for whole in self._choices]
        if is_own:
            self.list.setCurrentRow(self._own)
            self.name.setFocus()
            self.name.selectAll()
        elif again in ids:
            self.list.setCurrentRow(ids.index(again))
            self.starts_on.setFocus()

    def _on_list_row_changed(self) -> None:
        self.preview.show_plan(self.chosen, self._settings)
        self.name.setText(self.chosen.plan.name)
        self.legs.setEnabled(bool(self.chosen.items))
        row = max(0, self.list.currentRow())
        side = self._legs[row] if row < len(self._legs) else None
        self.legs.setCurrentIndex(self.legs.findData(side or Side.BOTH))
        self.message.hide()
        self._say_what_differs()
        self._say_what_stops()

    def _say_what_differs(self) -> None:
        """Compare a plan that somebody sent with the current one."""
        current = self._plans.current()
        is_compared = self.chosen is self._sent and current is not None
        self.differs.setVisible(is_compared)
        if not is_compared or current is None:
            return
        lines = difference_lines(current, self.chosen, self._settings.unit)
        more = len(lines) - MOST_LINES
        if more > 0:
            lines = [*lines[:MOST_LINES], plural("and %Ln more (line|lines)", None, more)]
        head = self.tr("Against {}, which runs:").format(current.plan.name)
        same = self.tr("It says the same as {}, which runs.").format(current.plan.name)
        self.differs.setText("\n".join([head, *lines]) if lines else same)

    def _taken(self) -> WholePlan:
        """Make the plan as it would be saved.

        Raises:
            ValueError: In words, if a field cannot be read or is out of bounds.
        """
        starts_on = date_of_text(self.starts_on.text().strip())
        whole = anew(self.chosen, starts_on, Side(self.legs.currentData()))
        return whole.named(self.name.text().strip())

    def _say_what_stops(self) -> None:
        try:
            stopped = self._plans.stopped_by(self._taken().plan)
        except ValueError:
            self.stops.setText("")
            return
        words = self.tr("Stops {}, one plan runs at a time.")
        self.stops.setText(words.format(", ".join(p.name for p in stopped)) if stopped else "")

    def _on_take_clicked(self) -> None:
        is_own = self.list.currentRow() == self._own
        taken: list[WholePlan] = []

        def take() -> None:
            taken.append(self._taken())
            self._plans.take(taken[0])

        if self._faults.attempt(take, self._refuse):
            self.accept()
            if is_own:
                self.own_taken.emit(taken[0].plan.id)

    def _refuse(self, message: str) -> None:
        self.message.say(message)
