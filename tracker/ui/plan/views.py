"""A plan to read: its phases one after the other, with planned sets as rows of a grid."""

import datetime
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tracker.app.theme import CAPTION, colours_of
from tracker.domain.load import Unit
from tracker.domain.plan import Phase, PlannedSets
from tracker.domain.plan_edits import WholePlan
from tracker.ui.widgets.cards import Caption
from tracker.words.labels import date_text
from tracker.words.planned_sets import item_text, name_text, planned_details_text, work_text
from tracker.words.plans import by_hand_text, phase_text, schedule_text

ROW_GAP = 4
COLUMN_GAP = 12
USUAL_WORK = "3 × 10–15"  # typical width of sets and repetitions, so that names align


class Hairline(QWidget):
    """A hairline between two parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colours_of(self.palette()).line)


class AccentCaption(Caption):
    """A caption in the accent colour of the theme."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, factor: float = 1.0
    ) -> None:
        super().__init__(text, parent, factor=factor, bold=True)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        palette = self.palette()
        accent = colours_of(QApplication.palette()).accent
        palette.setColor(QPalette.ColorRole.WindowText, accent)
        self.setPalette(palette)


def name_width(items: Iterable[PlannedSets], of: QWidget) -> int:
    """Return the width of the longest name in pixels, to align the details of several grids."""
    names = (of.fontMetrics().horizontalAdvance(name_text(item)) for item in items)
    return max(names, default=0)


class SetsGrid(QWidget):
    """Planned sets, one per row: how many, of what, how, and their note.

    Args:
        items: The planned sets.
        unit: The unit of loads.
        width: The width of the names where there is room, to align several grids. In large letters
            they wrap instead, because nobody scrolls sideways to read a plan.
    """

    def __init__(
        self,
        items: Sequence[PlannedSets],
        unit: Unit,
        width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names_width = width
        self._columns: tuple[list[Caption], ...] = ([], [], [])
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(COLUMN_GAP)
        grid.setVerticalSpacing(ROW_GAP)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, item in enumerate(items):
            work = Caption(work_text(item), self, bold=True)
            work.setMinimumWidth(work.fontMetrics().horizontalAdvance(USUAL_WORK))
            work.setAccessibleName(item_text(item, unit))
            details = [text for text in (planned_details_text(item, unit), item.note) if text]
            more = Caption(" · ".join(details), self, factor=CAPTION, muted=True)
            more.setWordWrap(True)
            name = Caption(name_text(item), self)
            name.setWordWrap(True)
            for column, part in zip(self._columns, (work, name, more), strict=True):
                column.append(part)
            grid.addWidget(work, row, 0, top)
            grid.addWidget(name, row, 1, top)
            grid.addWidget(more, row, 2)

    def _least_widths(self) -> list[int]:
        """Return the width of each column with its texts wrapped, in pixels."""
        return [
            max((each.minimumSizeHint().width() for each in column), default=0)
            for column in self._columns
        ]

    def minimumSizeHint(self) -> QSize:
        width = sum(self._least_widths()) + 2 * COLUMN_GAP
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        work, name, details = self._least_widths()
        room = self.width() - work - details - 2 * COLUMN_GAP
        self._grid.setColumnMinimumWidth(1, max(name, min(self._names_width, room)))


class PhasesView(QWidget):
    """The phases of a plan one below the other, with the current ones highlighted.

    Args:
        whole: The plan.
        unit: The unit of loads.
        today: The day whose phases are highlighted; None for none.
    """

    def __init__(
        self,
        whole: WholePlan,
        unit: Unit,
        today: datetime.date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._unit = unit
        self._width = name_width(whole.items, self)
        running = [] if today is None else whole.running_on(today)
        since = {stretch.phase.id: stretch.first for stretch in running}
        for number, (phase, items) in enumerate(whole, 1):
            if number > 1:
                layout.addWidget(Hairline(self))
            layout.addWidget(self._phase(phase, number, items, since.get(phase.id)))

    def _phase(
        self,
        phase: Phase,
        number: int,
        items: Sequence[PlannedSets],
        since: datetime.date | None,
    ) -> QWidget:
        block = QWidget(self)
        name = phase_text(phase, number)
        head = QHBoxLayout()
        head.setSpacing(8)
        is_now = since is not None
        title: QLabel = AccentCaption(name, block) if is_now else Caption(name, block, bold=True)
        head.addWidget(title)
        head.addWidget(Caption(schedule_text(phase), block))
        if since is not None:
            now = self.tr("now, since {}").format(date_text(since))
            words = now if phase.is_by_hand else self.tr("now")
            head.addWidget(Caption(words, block, factor=CAPTION, muted=True))
        head.addWidget(self._words(phase.note, block), 1)
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        if phase.is_by_hand:
            layout.addWidget(self._words(by_hand_text(phase, number), block))
        if items:
            layout.addWidget(SetsGrid(items, self._unit, self._width, block))
        else:
            layout.addWidget(Caption(self.tr("Nothing planned yet."), block, muted=True))
        return block

    @staticmethod
    def _words(text: str, block: QWidget) -> Caption:
        words = Caption(text, block, factor=CAPTION, muted=True)
        words.setWordWrap(True)
        return words
