"""The cards of the Plan page: the plan, its phases, what is due today, planned against done."""

import datetime
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.app.language import plural
from tracker.app.plan_book import PlanWeek
from tracker.app.theme import CAPTION, CARD_PADDING, FIGURE
from tracker.domain.load import Unit
from tracker.domain.plan import LoadBasis
from tracker.domain.plan_due import Due
from tracker.domain.plan_edits import WholePlan
from tracker.domain.plan_reached import Reached
from tracker.ui.plan.adherence_strip import AdherenceStrip
from tracker.ui.plan.views import AccentCaption, PhasesView, SetsGrid, name_width
from tracker.ui.widgets.cards import Caption, Card
from tracker.ui.window.actions import keys_text
from tracker.words.labels import day_text, unbroken
from tracker.words.plans import (
    adherence_text,
    maximum_text,
    reached_text,
    since_text,
    span_text,
    stand_text,
)


def totals_text(weeks: Sequence[PlanWeek]) -> str:
    """Say how much of everything planned was done; blank if nothing was planned."""
    counts = [sum(counts) for counts in zip(*(week[1:5] for week in weeks), strict=True)]
    return adherence_text(*counts) if any(counts) else ""


class PlanCard(Card):
    """A card of the page: a title, and content below it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Caption(title, self, bold=True)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, CARD_PADDING)
        self.inside.setSpacing(8)
        self.inside.addLayout(self.head)

    @property
    def name(self) -> str:
        return self.title.text()

    def _words(self, *, muted: bool = True) -> Caption:
        """Make a caption that wraps, hidden while it is blank."""
        words = Caption("", self, factor=CAPTION, muted=muted)
        words.setWordWrap(True)
        words.hide()
        return words

    @staticmethod
    def _say(words: Caption, text: str) -> None:
        words.setText(text)
        words.setVisible(bool(text))

    def _buttons(self, *buttons: QPushButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        for before, after in pairwise(buttons):
            self.setTabOrder(before, after)
        return row


class RunningCard(PlanCard):
    """The current or next plan: how far it is, where it comes from, and what can be done with it.

    Signals:
        edit_asked: The plan is to be edited.
        stop_asked: The plan is to end.
        deletion_asked: The plan is to be deleted.
        maximum_asked: Its percentages are to refer to today's estimated 1RM.
        phase_asked: One of its phases is to be started by hand.
    """

    phase_asked = Signal()
    edit_asked = Signal()
    stop_asked = Signal()
    deletion_asked = Signal()
    maximum_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setWordWrap(True)  # the name may be long
        self.stand = AccentCaption("", self, factor=FIGURE)
        self.span = Caption("", self, muted=True)
        self.phase = Caption("", self, bold=True)
        self.note, self.fact = self._words(muted=False), self._words(muted=False)
        self.source, self.caution, self.maximum = self._words(), self._words(), self._words()
        self.begin = QPushButton(self)
        self.begin.setToolTip(self.tr("Say that another phase begins; nothing moves on by itself"))
        self.edit = QPushButton(self.tr("Edit…"), self)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.setToolTip(self.tr("End the plan with yesterday; what was done of it stays"))
        self.delete = QPushButton(self.tr("Delete"), self)
        self.delete.setToolTip(self.tr("Remove the plan; what was logged stays"))
        self.rebase = QPushButton(self.tr("Base percentages on today’s maximum"), self)
        self.begin.clicked.connect(self.phase_asked)
        self.edit.clicked.connect(self.edit_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.delete.clicked.connect(self.deletion_asked)
        self.rebase.clicked.connect(self.maximum_asked)
        self.inside.addWidget(self.stand)
        self.inside.addWidget(self.span)
        self.inside.addWidget(self.phase)
        for words in (self.note, self.fact, self.source, self.caution, self.maximum):
            self.inside.addWidget(words)
        self.inside.addStretch(1)
        self.inside.addLayout(self._buttons(self.begin))
        self.inside.addLayout(self._buttons(self.rebase))
        self.inside.addLayout(self._buttons(self.edit, self.stop, self.delete))
        self.setTabOrder(self.begin, self.rebase)
        self.setTabOrder(self.rebase, self.edit)

    def show_plan(self, whole: WholePlan, today: datetime.date, reached: Reached | None) -> None:
        """Show a plan and how far it is."""
        plan = whole.plan
        self.title.setText(plan.name)
        self.stand.setText(stand_text(plan, today))
        self.span.setText(span_text(plan))
        self._show_phase(whole, today)
        self._say(self.note, plan.note)
        self._say(self.fact, "" if reached is None else reached_text(reached))
        self._say(self.source, self.tr("Source: {}").format(plan.source) if plan.source else "")
        self._say(self.caution, plan.caution)
        has_percent = any(item.load_basis is LoadBasis.E1RM_PERCENT for item in whole.items)
        self._say(self.maximum, maximum_text(plan) if has_percent else "")
        self.rebase.setVisible(has_percent and plan.maximum_on != today)

    def _show_phase(self, whole: WholePlan, today: datetime.date) -> None:
        """Name the current phase if it was started by hand, and offer the next one."""
        running = [each for each in whole.running_on(today) if each.phase.is_by_hand]
        texts = [since_text(whole.number_of(each.phase), each.first) for each in running]
        self._say(self.phase, "".join(texts))
        following = whole.next_by_hand(today)
        if following is None:
            self.begin.setText(self.tr("Begin another phase…"))
        else:
            number = whole.number_of(following)
            self.begin.setText(self.tr("Begin phase {}…").format(number))
        by_hand = [phase for phase in whole.phases if phase.is_by_hand]
        is_choice = len(whole.phases) > 1 and bool(by_hand)
        self.begin.setVisible(is_choice and whole.plan.runs_on(today))


class TodayCard(PlanCard):
    """What is due today, with buttons to the Log page and to a watch.

    Signals:
        log_asked: The Log page is to be shown.
        send_asked: A day's sets are to be sent to a watch.
    """

    log_asked = Signal()
    send_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.state = self._words()
        self.go = QPushButton(self.tr("Log it"), self)
        self.go.setToolTip(self.tr("Go to the Log page ({})").format(keys_text("show_log")))
        self.go.clicked.connect(self.log_asked)
        self.send = QPushButton(self.tr("Send to the watch…"), self)
        self.send.setToolTip(self.tr("Write what is due as a workout that a watch leads through"))
        self.send.clicked.connect(self.send_asked)
        self._due: QWidget | None = None
        self.inside.addWidget(self.state)
        self.inside.addStretch(1)
        self.inside.addLayout(self._buttons(self.go, self.send))

    def show_day(
        self,
        today: datetime.date,
        due: Due | None,
        sets_done: int,
        coming: tuple[datetime.date, Due] | None,
        unit: Unit,
    ) -> None:
        """Show what is due today, or else what is due next.

        Args:
            today: The current day.
            due: What is due today; None if nothing is.
            sets_done: How many of its planned sets were done.
            coming: The next day with anything due, and what; None if there is none.
            unit: The unit of loads.
        """
        self.title.setText(self.tr("Today, {}").format(day_text(today)))
        if due is not None:
            planned = due.sessions * sum(item.sets * len(item.side.sides) for item in due.items)
            words = plural("{} of %Ln (set|sets) done.", None, planned).format(sets_done)
        elif coming is not None:
            words = self.tr("Nothing planned today. Next: {}.").format(day_text(coming[0]))
        else:
            words = self.tr("Nothing planned today, nor on a later day.")
        self._say(self.state, words)
        self.go.setVisible(due is not None)
        self.send.setVisible(due is not None or coming is not None)
        if self._due is not None:
            self._due.deleteLater()
            self._due = None
        shown = due or (None if coming is None else coming[1])
        if shown is not None:
            self._due = self._sessions(shown, unit)
            self.inside.insertWidget(2, self._due)

    def _sessions(self, due: Due, unit: Unit) -> QWidget:
        sessions = QWidget(self)
        layout = QVBoxLayout(sessions)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        if due.sessions > 1:
            words = self.tr("{} times:").format(due.sessions)
            layout.addWidget(Caption(words, sessions, muted=True))
        layout.addWidget(SetsGrid(due.items, unit, name_width(due.items, self), sessions))
        return sessions


class AdherenceCard(PlanCard):
    """Planned against done, week by week, with words about one week."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Planned and done"), parent)
        self.strip = AdherenceStrip(self)
        self.words = Caption("", self, factor=CAPTION, muted=True)
        self.words.setMinimumWidth(1)
        self.legend = Caption("", self, factor=CAPTION, muted=True)
        self.head.addWidget(self.words, 1)
        self._totals = ""
        self.strip.week_shown.connect(self._on_strip_week_shown)
        self.inside.addWidget(self.strip)
        self.inside.addWidget(self.legend)
        self.empty = self._words()
        self.inside.addWidget(self.empty)

    def show_weeks(self, weeks: Sequence[PlanWeek], *, is_by_hand: bool) -> None:
        """Show these weeks; for a plan by hand, coming weeks repeat today's phase."""
        legend = self.tr("sets a week: frame planned, filled done · above: sessions")
        by_hand = self.tr("{} · to come: as long as the phase of today lasts")
        self.legend.setText(by_hand.format(legend) if is_by_hand else legend)
        self._totals = totals_text(weeks)
        self.strip.show_weeks(weeks)
        self.strip.setVisible(bool(weeks))
        self.legend.setVisible(bool(weeks))
        empty = self.tr(
            "Each week gets a column once something was planned in it. A session counts that was "
            "done on its day, the day before or the day after."
        )
        self._say(self.empty, "" if weeks else empty)
        self._on_strip_week_shown("")

    def _on_strip_week_shown(self, words: str) -> None:
        self.words.setText(words or self._totals)


class PhasesCard(PlanCard):
    """The phases of the plan, one after the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Phases"), parent)
        self.view: PhasesView | None = None
        self._shown: object = None

    def show_plan(self, whole: WholePlan, unit: Unit, today: datetime.date) -> None:
        """Show the phases; nothing is rebuilt if nothing has changed."""
        shown = whole, unit, today
        if shown == self._shown:
            return
        self._shown = shown
        if self.view is not None:
            self.view.deleteLater()
        self.view = PhasesView(whole, unit, today, self)
        self.inside.addWidget(self.view)


class GoalsCard(PlanCard):
    """The goals agreed with the physio, each with its progress.

    Signals:
        goals_asked: The goals are to be added, changed or removed.
    """

    goals_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Goals"), parent)
        self.words = Caption("", self)
        self.words.setWordWrap(True)
        self.open = QPushButton(self.tr("Goals…"), self)
        self.open.setToolTip(
            self.tr("Add, change and remove goals ({})").format(keys_text("open_goals"))
        )
        self.open.clicked.connect(self.goals_asked)
        self.inside.addWidget(self.words)
        self.inside.addLayout(self._buttons(self.open))

    def show_goals(self, texts: Sequence[str]) -> None:
        """Show goals in words; without any, explain what a goal would be."""
        none = self.tr("None yet: a strength, heel raises or a difference agreed with the physio.")
        self.words.setText(unbroken("\n".join(texts)) or none)
        self.words.setForegroundRole(
            QPalette.ColorRole.WindowText if texts else QPalette.ColorRole.PlaceholderText
        )
