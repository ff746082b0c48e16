"""A plan to be read: its phases by week, and planned sets as rows of a grid."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tracker.app.theme import CAPTION, colours_of
from tracker.domain.load import Unit
from tracker.domain.plan import Phase, PlannedSets
from tracker.domain.plan_edits import WholePlan
from tracker.ui.widgets.cards import Caption
from tracker.words.plans import (
    details_text,
    item_text,
    name_text,
    phase_weeks_text,
    schedule_text,
    work_text,
)

ROW_GAP = 4
USUAL_WORK = "3 × 10–15"  # as wide as sets and repetitions usually are, so that names align


class Rule(QWidget):
    """A hairline between two parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colours_of(self.palette()).line)


class AccentCaption(Caption):
    """A caption in the accent's colour, which follows the theme."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, factor: float = 1.0
    ) -> None:
        super().__init__(text, parent, factor=factor, bold=True)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._tint()

    def _tint(self) -> None:
        palette = self.palette()
        accent = colours_of(QApplication.palette()).accent
        palette.setColor(QPalette.ColorRole.WindowText, accent)
        self.setPalette(palette)


def name_width(items: Iterable[PlannedSets], of: QWidget) -> int:
    """Give the width of the longest name, so that the details of several grids align."""
    names = (of.fontMetrics().horizontalAdvance(name_text(item)) for item in items)
    return max(names, default=0)


class SetsGrid(QWidget):
    """Planned sets, a row each: how many, of what, how, and what is noted.

    Args:
        items: The planned sets.
        unit: Of loads.
        width: Of the names at least, where several grids stand below one another.
    """

    def __init__(
        self,
        items: Sequence[PlannedSets],
        unit: Unit,
        width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(ROW_GAP)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(1, width)
        top = Qt.AlignmentFlag.AlignTop
        for row, item in enumerate(items):
            work = Caption(work_text(item), self, bold=True)
            work.setMinimumWidth(work.fontMetrics().horizontalAdvance(USUAL_WORK))
            work.setAccessibleName(item_text(item, unit))
            details = [text for text in (details_text(item, unit), item.note) if text]
            more = Caption(" · ".join(details), self, factor=CAPTION, muted=True)
            more.setWordWrap(True)
            grid.addWidget(work, row, 0, top)
            grid.addWidget(Caption(name_text(item), self), row, 1, top)
            grid.addWidget(more, row, 2)


class PhasesView(QWidget):
    """The phases of a plan one below the other; the ones of a week are marked.

    Args:
        whole: The plan.
        unit: Of loads.
        week: The week of the plan that runs now; None where none does.
    """

    def __init__(
        self,
        whole: WholePlan,
        unit: Unit,
        week: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._width = name_width(whole.items, self)
        for place, (phase, items) in enumerate(whole):
            if place:
                layout.addWidget(Rule(self))
            layout.addWidget(self._phase(phase, items, unit, week))

    def _phase(
        self, phase: Phase, items: Sequence[PlannedSets], unit: Unit, week: int | None
    ) -> QWidget:
        block = QWidget(self)
        is_now = week is not None and phase.first_week <= week <= phase.last_week
        weeks = phase_weeks_text(phase)
        head = QHBoxLayout()
        head.setSpacing(8)
        title: QLabel = AccentCaption(weeks, block) if is_now else Caption(weeks, block, bold=True)
        head.addWidget(title)
        days = schedule_text(phase)
        head.addWidget(Caption(days, block))
        if is_now:
            head.addWidget(Caption(self.tr("now"), block, factor=CAPTION, muted=True))
        note = Caption(phase.note, block, factor=CAPTION, muted=True)
        note.setWordWrap(True)
        head.addWidget(note, 1)
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        if items:
            layout.addWidget(SetsGrid(items, unit, self._width, block))
        else:
            layout.addWidget(Caption(self.tr("Nothing planned yet."), block, muted=True))
        return block
