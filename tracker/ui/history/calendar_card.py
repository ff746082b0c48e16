"""The card around the calendar: year, words about a day, legend of the shades, fold handle."""

import datetime
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, CARD_PADDING, colours_of
from tracker.domain.event import Event
from tracker.domain.runner import Runner
from tracker.ui.history.calendar import YearCalendar
from tracker.ui.history.calendar_legend import CalendarLegend
from tracker.ui.widgets.cards import Caption, Card, OneLineCaption
from tracker.ui.widgets.icons import show_icon


class CalendarCard(Card):
    """A calendar that can be folded down to its head, which is remembered.

    Args:
        settings: Where that is remembered.
        today: The current day.
    """

    def __init__(
        self, settings: Settings, today: datetime.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._bands = Runner().low_pain, Runner().middle_pain
        self.calendar = YearCalendar(today, self)
        self.year = Caption("", self, bold=True)
        self.previous = self._button("previous", self.tr("Previous year"))
        self.following = self._button("next", self.tr("Next year"))
        self.words = OneLineCaption("", self, factor=CAPTION, muted=True)
        self.legend = CalendarLegend(self._bands, self)
        self.fold = self._button("fold", "")
        self.previous.clicked.connect(partial(self.calendar.step, -1))
        self.following.clicked.connect(partial(self.calendar.step, 1))
        self.fold.clicked.connect(lambda: self.set_folded(folded=not self.is_folded))
        self.calendar.year_shown.connect(self._show_year)
        self.calendar.day_shown.connect(self._say)
        head = self._head = QHBoxLayout()
        head.setSpacing(4)
        for part in (self.previous, self.year, self.following):
            head.addWidget(part)
        head.addSpacing(8)
        head.addWidget(self.words, 1)
        head.addWidget(self.legend)
        head.addWidget(self.fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(CARD_PADDING, 6, CARD_PADDING, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.calendar)
        self._show_year()
        self._show_fold(folded=not settings.has_calendar)

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("flat", True)
        button.setObjectName(name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_head()

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._share_head()

    def _share_head(self) -> None:
        """Hide the legend if it, or the words about a day beside it, would be cut off."""
        self._head.invalidate()  # otherwise the layout would not know the new words yet
        beside = self.legend.sizeHint().width() + self._head.spacing()
        needed = self._head.sizeHint().width() + (beside if self.legend.isHidden() else 0)
        room = self.contentsRect().width() - 2 * CARD_PADDING
        self.legend.setHidden(self.is_folded or needed > room)

    def _tint(self) -> None:
        colours = colours_of(QApplication.palette())
        for button in (self.previous, self.following, self.fold):
            show_icon(button, button.objectName(), colours.muted)

    def show_days(
        self,
        hard_sets: Mapping[datetime.date, int],
        pain: Mapping[datetime.date, int],
        bands: tuple[int, int],
        events: Sequence[Event] = (),
    ) -> None:
        """Show other days; see ``YearCalendar.show_days``."""
        self.calendar.show_days(hard_sets, pain, bands, events)
        self._show_year()
        if bands != self._bands:
            self._bands = bands
            self.legend.show_bands(bands)

    def _show_year(self) -> None:
        year, (first, last) = self.calendar.year, self.calendar.years
        self.year.setText(str(year))
        self.previous.setEnabled(year > first)
        self.following.setEnabled(year < last)

    @property
    def is_folded(self) -> bool:
        """Whether only the head is shown."""
        return self.calendar.isHidden()

    def set_folded(self, *, folded: bool) -> None:
        """Fold the calendar down to its head or unfold it, and remember that."""
        self._settings.set_has_calendar(has_calendar=not folded)
        self._show_fold(folded=folded)

    def _show_fold(self, *, folded: bool) -> None:
        for part in (self.calendar, self.previous, self.following, self.words):
            part.setHidden(folded)
        self._share_head()
        words = self.tr("Show the calendar") if folded else self.tr("Fold the calendar away")
        self.fold.setToolTip(words)
        self.fold.setAccessibleName(words)
        self.fold.setObjectName("unfold" if folded else "fold")
        self._tint()
