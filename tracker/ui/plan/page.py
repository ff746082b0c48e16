"""The Plan page: the current plan, what is due today, planned against done, and other plans."""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.app.plan_book import PlanBook
from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import CARD_PADDING, GAP, PAGE_MARGIN, TITLE, for_letters
from tracker.domain.plan_edits import WholePlan
from tracker.ui.plan.begin_dialog import BeginPhaseDialog
from tracker.ui.plan.cards import (
    AdherenceCard,
    GoalsCard,
    PhasesCard,
    RunningCard,
    TodayCard,
    totals_text,
)
from tracker.ui.plan.editor import PlanEditor
from tracker.ui.plan.other_plans_card import OtherPlansCard
from tracker.ui.plan.plan_files import PlanFiles
from tracker.ui.plan.take_dialog import TakePlanDialog
from tracker.ui.widgets.cards import Caption, Card
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.scrolled_column import ScrolledColumn
from tracker.words.checkups import progress_text

NARROW: Final = 860  # page width, below which the plan and today's card are one below the other


class NoPlanCard(Card):
    """What would fill the page, and the two ways to begin.

    Signals:
        template_asked: The templates are to be shown.
        own_asked: A plan of one's own is to be started.
    """

    template_asked = Signal()
    own_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Caption(self.tr("No plan runs"), self, bold=True)
        self.words = Caption(
            self.tr(
                "A plan says what is due on which day. Take one of five templates, each "
                "shown with its source and what to agree with the physio before it is taken, or "
                "write down your own. What is due then stands in grey on the Log page, Enter takes "
                "it over, and this page shows what was done of it. Nothing raises a load by itself."
            ),
            self,
            muted=True,
        )
        self.words.setWordWrap(True)
        self.template = QPushButton(self.tr("Choose a plan…"), self)
        self.own = QPushButton(self.tr("Write your own plan…"), self)
        self.template.clicked.connect(self.template_asked)
        self.own.clicked.connect(self.own_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.template)
        buttons.addWidget(self.own)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING)
        layout.setSpacing(GAP)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addLayout(buttons)


class PlanPage(QWidget):
    """The plans of the log, read when the page is first shown.

    Args:
        plans: The plans.
        logbook: The open log.
        settings: For the unit.
        faults: Where a failed read or save is told.

    Signals:
        log_asked: The Log page is to be shown.
        goals_asked: The goals are to be changed.
    """

    log_asked = Signal()
    goals_asked = Signal()

    def __init__(
        self,
        plans: PlanBook,
        logbook: Logbook,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._plans = plans
        self._logbook = logbook
        self._settings = settings
        self._faults = faults
        self.take = QPushButton(self.tr("Choose another plan…"), self)
        self.take.setToolTip(self.tr("Look at templates, begin your own, or repeat one"))
        self.none = NoPlanCard(self)
        self.running = RunningCard(self)
        self.today = TodayCard(self)
        self.adherence = AdherenceCard(self)
        self.phases = PhasesCard(self)
        self.goals = GoalsCard(self)
        self.others = OtherPlansCard(self)
        self.files = PlanFiles(plans, settings, faults, self)
        self._lay_out()
        self.take.clicked.connect(self.ask_plan)
        self.none.template_asked.connect(self.ask_plan)
        self.none.own_asked.connect(self.ask_own_plan)
        self.running.phase_asked.connect(lambda: self._with_current(self._ask_phase))
        self.running.edit_asked.connect(self.edit_current)
        self.running.stop_asked.connect(self.stop_current)
        self.running.deletion_asked.connect(self.delete_current)
        self.running.maximum_asked.connect(
            lambda: self._with_current(lambda whole: plans.take_todays_maximum(whole.plan))
        )
        self.today.log_asked.connect(self.log_asked)
        self.today.send_asked.connect(self.ask_send)
        self.goals.goals_asked.connect(self.goals_asked)
        self.others.again_asked.connect(self.ask_again)
        self.others.edit_asked.connect(lambda plan_id: self._with(plan_id, self._edit))
        self.others.deletion_asked.connect(lambda plan_id: self._with(plan_id, plans.delete))
        plans.refreshed.connect(self._on_plans_refreshed)
        settings.unit_changed.connect(self._on_plans_refreshed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        head.addWidget(Caption(self.tr("Plan"), self, factor=TITLE, bold=True))
        head.addStretch(1)
        head.addWidget(self.take)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(GAP)
        self._pair.addWidget(self.running, 1)
        self._pair.addWidget(self.today, 1)
        scrolled = ScrolledColumn(self)
        column = scrolled.column
        column.addWidget(self.none)
        column.addLayout(self._pair)
        for card in (self.adherence, self.phases, self.goals, self.others):
            column.addWidget(card)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(scrolled, 1)
        running, others = self.running, self.others
        first = (self.none.template, self.none.own, self.today.go, self.today.send)
        order = (*first, running.begin, running.rebase)
        rest = (running.edit, running.stop, running.delete, self.adherence.strip, self.goals.open)
        for before, after in pairwise(
            (*order, *rest, others.list, others.again, others.edit, others.delete, self.take)
        ):
            self.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_narrow = self.width() < for_letters(NARROW, self.fontMetrics())
        self._pair.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Even if nothing has changed, it may be another day.
        self._refresh()

    # Keeping up

    def _on_plans_refreshed(self) -> None:
        # A hidden page does no work; it catches up when it is shown.
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._faults.attempt(self._show_plans)

    def _show_plans(self) -> None:
        plans, today, unit = self._plans, self._plans.today, self._settings.unit
        current = plans.current()
        focused = self.focusWidget()
        self.none.setVisible(current is None)
        self.take.setVisible(current is not None)
        for card in (self.running, self.today, self.adherence, self.phases):
            card.setVisible(current is not None)
        if current is not None:
            self.running.show_plan(current, today, plans.reached())
            self.today.show_day(
                today,
                plans.due_on(today),
                plans.sets_done_today(),
                plans.next_due(),
                unit,
            )
            is_by_hand = any(phase.is_by_hand for phase in current.phases)
            self.adherence.show_weeks(plans.weeks(current.plan), is_by_hand=is_by_hand)
            self.phases.show_plan(current, unit, today)
        self.goals.show_goals([progress_text(*each) for each in plans.goals()])
        self.others.show_plans([(whole, self._done_of(whole)) for whole in plans.others()])
        first = self.none.template if current is None else self.today.go
        self.setFocusProxy(first if not first.isHidden() else self.running.edit)
        # Hiding a widget must not move the focus to some other part of the window.
        if focused is not None and not focused.isVisibleTo(self):
            self.setFocus()

    def _done_of(self, whole: WholePlan) -> str:
        return totals_text(self._plans.weeks(whole.plan))

    # Commands

    def ask_plan(self) -> None:
        """Show the templates and other plans to choose from."""
        self._ask()

    def ask_own_plan(self) -> None:
        """Start a plan of one's own."""
        self._ask(is_own=True)

    def open_plan(self, whole: WholePlan) -> None:
        """Show a plan that somebody sent, and how it differs from the current one."""
        dialog = TakePlanDialog(self._plans, self._settings, self._faults, self, sent=whole)
        dialog.show_choice(whole.plan.id)
        dialog.open()

    def edit_current(self) -> None:
        """Open the current or next plan to be edited."""
        self._with_current(self._edit)

    def stop_current(self) -> None:
        """End the current or next plan."""
        self._with_current(lambda whole: self._plans.stop(whole.plan))

    def delete_current(self) -> None:
        """Delete the current or next plan."""
        self._with_current(self._plans.delete)

    def ask_send(self) -> None:
        """Ask which day of the current or next plan to send to a watch."""
        self._with_current(lambda _whole: self._ask_send())

    def ask_again(self, plan_id: str) -> None:
        """Show a plan of the log that can be repeated."""
        self._ask(again=plan_id)

    def _ask(self, again: str = "", *, is_own: bool = False) -> None:
        def ask() -> None:
            dialog = TakePlanDialog(self._plans, self._settings, self._faults, self)
            dialog.show_choice(again, is_own=is_own)
            dialog.own_taken.connect(lambda plan_id: self._with(plan_id, self._edit))
            dialog.open()

        self._faults.attempt(ask)

    def _ask_phase(self, whole: WholePlan) -> None:
        BeginPhaseDialog(whole.plan.id, self._plans, self._faults, self).open()

    def _ask_send(self) -> None:
        from tracker.ui.plan.send_dialog import SendDialog

        SendDialog(self._plans, self._settings.unit, self._faults, self).open()

    def _edit(self, whole: WholePlan) -> None:
        parts = (whole.plan.id, self._plans, self._logbook, self._settings, self._faults, self)
        PlanEditor(*parts).open()

    def _with_current(self, act: Callable[[WholePlan], object]) -> None:
        def do() -> None:
            current = self._plans.current()
            if current is None:
                raise TrackerError(self.tr("No plan runs: choose one first."))
            act(current)

        self._faults.attempt(do)

    def _with(self, plan_id: str, act: Callable[[WholePlan], object]) -> None:
        whole = self._plans.whole(plan_id)
        if whole is not None:
            self._faults.attempt(lambda: act(whole))


def plan_page(
    logbook: Logbook,
    data: ProgressData,
    settings: Settings,
    faults: Faults,
    parent: QWidget,
) -> PlanPage:
    """Make the page for a window's log, with the plans that it shows."""
    plans = PlanBook(logbook, data, settings, parent)
    return PlanPage(plans, logbook, settings, faults, parent)
