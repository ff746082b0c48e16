"""The Progress page: tiles, goals, and charts of training and tests on one time axis."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import GAP, PAGE_MARGIN, TITLE, for_letters
from tracker.domain.columns import day_number, day_of_number
from tracker.domain.event import Event
from tracker.domain.exercise import Exercise
from tracker.domain.period import Period, offered
from tracker.ui.progress.balance_card import BalanceCard
from tracker.ui.progress.bests_card import BestsCard
from tracker.ui.progress.cards import ProgressCard
from tracker.ui.progress.checkup_cards import HeelRaiseCard, SymptomsCard
from tracker.ui.progress.holds_card import HoldsCard
from tracker.ui.progress.measurement_cards import ALL, MeasurementCards
from tracker.ui.progress.ratio_card import RatioCard
from tracker.ui.progress.strength_card import StrengthCard
from tracker.ui.progress.tiles import Subject, Tiles
from tracker.ui.progress.work_card import WorkCard
from tracker.ui.widgets.cards import Caption, SegmentedControl
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.scrolled_column import ScrolledColumn
from tracker.words.checkups import progress_text
from tracker.words.labels import exercise_name, period_name, unbroken

PERIODS: Final = tuple(Period)
# Ranges that may contain the whole of a young log.
YOUNG: Final = (Period.FOUR_WEEKS, Period.THREE_MONTHS)
FOUR_WEEKS: Final[int] = Period.FOUR_WEEKS.value
A_YEAR: Final[int] = Period.A_YEAR.value
ROOM: Final = 0.02  # of the range, to either side, so that the last point is not cut off
# Pixels of the page, below which its head has two rows and its tiles two columns.
NARROW: Final = 960
CHOICES: Final = (
    (Exercise.SEATED,),
    (Exercise.STANDING,),
    (Exercise.STANDING_BENT,),
    (Exercise.SEATED, Exercise.STANDING),
)
BENT: Final = 2


class ProgressPage(QWidget):
    """The charts and today's answers, read when the page is first shown.

    Args:
        settings: For the unit.
        data: The series.
        faults: Where a failed read or save is told.

    Signals:
        session_asked: The ID of a session to open.
        test_asked: A strength test of an exercise is to be done.
        event_asked: An event is to be shown, and perhaps changed.
    """

    session_asked = Signal(str)
    test_asked = Signal(Exercise)
    event_asked = Signal(Event)

    def __init__(
        self,
        settings: Settings,
        data: ProgressData,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._data = data
        self._faults = faults
        self._is_outdated = True
        self._is_moved = False
        self._has_begun = False
        names = [*map(exercise_name, Exercise), self.tr("Both")]
        self.exercise = SegmentedControl(names, self.tr("Exercise"), self)
        self.exercise.choose(len(CHOICES) - 1)
        self.exercise.set_choice_visible(BENT, visible=False)
        self.exercise.chosen.connect(self._on_exercise_chosen)
        ranges = [period_name(period) for period in PERIODS]
        self.range = SegmentedControl(ranges, self.tr("Range of time"), self)
        self.range.choose(PERIODS.index(Period.A_YEAR))
        self.range.chosen.connect(self.show_range)
        self.tiles = Tiles(self)
        self.tiles.test_asked.connect(self.test_asked)
        self.tiles.chart_asked.connect(self._on_tiles_chart_asked)
        self.goals = Caption("", self)
        self.goals.setWordWrap(True)
        self.goals.hide()
        self.strength = StrengthCard(data, settings, faults, self)
        self.balance = BalanceCard(data, settings, faults, self)
        self.ratio = RatioCard(data, settings, faults, self)
        self.work = WorkCard(data, settings, faults, self)
        self.symptoms = SymptomsCard(data, settings, faults, self)
        self.heel_raises = HeelRaiseCard(data, settings, faults, self)
        self.measured = MeasurementCards(data, settings, faults, self)
        self.holds: HoldsCard | None = None  # created with the first hold
        self._has_shown = False
        self._further = QTimer(self)
        self._further.setInterval(0)
        self._further.timeout.connect(self._show_further)
        # How far all charts may move; None until days are read.
        self._bounds: tuple[float, float] | None = None
        for card in self.cards:
            self._connect(card)
        self.bests = BestsCard(data, settings, self)
        self._lay_out()
        data.refreshed.connect(self._on_data_refreshed)
        settings.unit_changed.connect(self._on_data_refreshed)

    @property
    def cards(self) -> tuple[ProgressCard, ...]:
        """The cards with charts, from top to bottom."""
        return (
            self.strength,
            self.balance,
            self.ratio,
            self.work,
            self.symptoms,
            self.heel_raises,
            *(() if self.holds is None else (self.holds,)),
            *self.measured.cards,
        )

    def _connect(self, card: ProgressCard) -> None:
        card.chart.pointed.connect(self._point_at)
        card.chart.left.connect(lambda: self._point_at(None))
        card.chart.opened.connect(self._on_chart_opened)
        card.chart.moved.connect(self._on_chart_moved)

    def _lay_out(self) -> None:
        controls = self._controls = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        controls.setSpacing(GAP)
        controls.addWidget(self.exercise)
        controls.addStretch(1)
        controls.addSpacing(GAP)
        controls.addWidget(self.range)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(4)
        self._title = Caption(self.tr("Progress"), self, factor=TITLE, bold=True)
        self._head.addWidget(self._title, 1)
        self._head.addLayout(controls)
        self._scrolled = scrolled = ScrolledColumn(self)
        column = scrolled.column
        column.addWidget(self.tiles)
        column.addWidget(self.goals)
        for card in self.cards:
            column.addWidget(card)
        column.addWidget(self.bests)
        column.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        head.addLayout(self._head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(scrolled, 1)
        self.setFocusProxy(self.strength.chart)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self._is_narrow
        self._fit_controls()
        self.tiles.set_columns(2 if is_narrow else 5)
        for card in self.cards:
            card.set_narrow(is_narrow=is_narrow)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < for_letters(NARROW, self.fontMetrics())

    def _fit_controls(self) -> None:
        """Put the ranges below the exercises, and both below the title, if there is no room."""
        direction = QBoxLayout.Direction
        room = self.width() - 2 * PAGE_MARGIN
        needed = self.exercise.width_in_a_row + self.range.width_in_a_row + 3 * GAP
        has_room = needed <= room
        self._controls.setDirection(direction.LeftToRight if has_room else direction.TopToBottom)
        is_below = self._is_narrow or self._title.sizeHint().width() + GAP + needed > room
        self._head.setDirection(direction.TopToBottom if is_below else direction.LeftToRight)
        self.range.fit_into(room)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_outdated:
            self._refresh()
        if not self._is_outdated:
            self._has_shown = True
            self._further.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._further.stop()  # the log may be closed

    # Keeping up

    def _on_data_refreshed(self) -> None:
        self._is_outdated = True
        # A hidden page does no work; it catches up when it is shown.
        if self.isVisible():
            self._refresh()

    def _on_exercise_chosen(self) -> None:
        self._refresh()
        for card in self.cards:
            card.chart.fit_values()

    def _refresh(self) -> None:
        self._is_outdated = not self._faults.attempt(self._show_data)
        self._settle()

    def _settle(self, *new: ProgressCard) -> None:
        """Lay everything out before painting; otherwise it would be painted twice.

        Args:
            new: The cards that have changed; none means all.
        """
        cards = new or self.cards
        for card in cards:
            QCoreApplication.sendPostedEvents(card.chart.scene())  # applies the style to its items
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for card in cards:
            card.chart.settle()

    def _keep_holds(self) -> None:
        """Show a card of holds below the tests if there are any holds."""
        has_holds = len(self._data.holds) > 0
        if self.holds is None and has_holds:
            self.holds = HoldsCard(self._data, self._settings, self._faults, self)
            self._add(self.holds, behind=self.heel_raises)
            self.setTabOrder(self.heel_raises.chart, self.holds)
        if self.holds is not None:
            self.holds.setVisible(has_holds)

    def _show_further(self) -> None:
        """Create one more card of measurements, and the next when the program is idle.

        They are below what is first visible, which would otherwise have to wait for them.
        """

        def show() -> None:
            if not self._keep_measured(most=1):
                self._further.stop()
            for card in self.measured.cards:
                if not card.has_exercises:
                    card.show_exercises(CHOICES[self.exercise.index])
                    self._settle(card)

        if not self._faults.attempt(show):
            self._further.stop()

    def _keep_measured(self, most: int = ALL) -> bool:
        """Keep a card for each kind that was measured, below the others.

        Returns:
            Whether any was created or removed.
        """
        before = self.measured.cards
        if not self.measured.keep_up(most):
            return False
        for card in before:
            self._scrolled.column.removeWidget(card)
        last: ProgressCard = self.holds or self.heel_raises
        for card in self.measured.cards:
            if card in before:
                self._scrolled.column.insertWidget(self._place_behind(last), card)
            else:
                self._add(card, behind=last)
            last = card
        return True

    def _place_behind(self, card: ProgressCard) -> int:
        return self._scrolled.column.indexOf(card) + 1

    def _add(self, card: ProgressCard, *, behind: ProgressCard) -> None:
        """Put a card after another, with the same days in view."""
        self._connect(card)
        self._scrolled.column.insertWidget(self._place_behind(behind), card)
        card.set_narrow(is_narrow=self._is_narrow)
        if self._bounds is not None:
            card.chart.set_bounds(*self._bounds)
            card.chart.show_range(*self.strength.chart.days_in_view)
        # Now, because a layout would do it later, and everything would be painted twice.
        card.show()

    def _show_data(self) -> None:
        data, exercises = self._data, CHOICES[self.exercise.index]
        done = data.exercises()
        self.exercise.set_choice_visible(BENT, visible=Exercise.STANDING_BENT in done)
        if not self._has_begun:
            self._choose_first_range()
        if not self._is_moved:
            self._move_to_range(self.range.index)
        can_be_chosen = offered(data.today, data.checkups.events)
        for index, period in enumerate(PERIODS):
            self.range.set_choice_visible(index, visible=period in can_be_chosen)
        self._fit_controls()
        self._keep_holds()
        if self._has_shown:
            self._keep_measured()
        for card in self.cards:
            card.show_exercises(exercises)
        self.tiles.refresh(data)
        goals = [progress_text(goal, data.reached(goal)) for goal in data.checkups.goals]
        self.goals.setText(unbroken("\n".join(goals)))
        self.goals.setVisible(bool(goals))
        self.bests.refresh()

    # Moving

    def _choose_first_range(self) -> None:
        """Start with the shortest range that contains a young log, or a year of an older one.

        If the log's last day is over a year ago, as with imports, start with all of it.
        """
        days = self._data.days()
        self._has_begun = len(days) > 0
        if self._has_begun:
            age, since_last = (day_number(self._data.today) - int(days[at]) for at in (0, -1))
            holding = (period for period in YOUNG if period.days and age < period.days)
            usual = next(holding, Period.A_YEAR)
            self.range.choose(PERIODS.index(Period.ALL if since_last >= A_YEAR else usual))

    def show_range(self, index: int) -> None:
        """Show a period, given its index in ``PERIODS``, up to today or the last training day.

        If the log ended over a year ago, the period of everything ends with its last day.
        """
        self.range.choose(index)
        self._is_moved, self._has_begun = False, True
        if self._faults.attempt(lambda: self._move_to_range(index)):
            for card in self.cards:
                card.show_words()
        self._settle()

    def _move_to_range(self, index: int) -> None:
        days, today = self._data.days(), day_number(self._data.today)
        period = PERIODS[index]
        newest = max(today, int(days[-1])) if len(days) else today
        if period is Period.ALL and len(days) and today - int(days[-1]) >= A_YEAR:
            newest = int(days[-1])  # otherwise empty years would squeeze the rest
        oldest = min([newest - FOUR_WEEKS + 1, *map(int, days[:1])])
        begin = oldest if period.days is None else newest - period.days + 1
        since = period.begin(self._data.today, self._data.checkups.events)
        if period.days is None and since is not None:
            begin = day_number(since)
            oldest = min(oldest, begin)
        room = (newest - begin) * ROOM
        # Leaves a year empty to either side of the log and of the longest fixed range.
        bounds = self._bounds = min(oldest, newest - A_YEAR) - A_YEAR, max(newest, today) + A_YEAR
        for card in self.cards:
            card.chart.set_bounds(*bounds)
            card.chart.show_range(begin - room, newest + room)

    def _on_chart_moved(self, first: float, last: float) -> None:
        self._is_moved = True
        self.range.choose_none()
        for card in self.cards:
            if card.chart.follow(first, last):
                card.show_days_in_view()
                card.chart.settle()

    def _on_tiles_chart_asked(self, subject: Subject) -> None:
        """Scroll to a chart, with its title at the top, and give it the focus."""
        card = {
            Subject.STRENGTH: self.strength,
            Subject.BALANCE: self.balance,
            Subject.RATIO: self.ratio,
            Subject.WORK: self.work,
        }[subject]
        card.set_folded(folded=False)
        card.set_as_table(as_table=False)
        self._scrolled.verticalScrollBar().setValue(card.y())
        card.chart.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Pointing

    def _point_at(self, day: int | None) -> None:
        for card in self.cards:
            card.point_at(day)

    def _on_chart_opened(self, day: int) -> None:
        def ask() -> None:
            session_id = self._data.session_on(day)
            events = self._data.checkups.events_on(day_of_number(day))
            if session_id is not None:
                self.session_asked.emit(session_id)
            elif events:
                self.event_asked.emit(events[-1])

        self._faults.attempt(ask)
