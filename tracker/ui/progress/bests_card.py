"""The Bests card of the Progress page: the most each leg has lifted, when, and on what."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from tracker.app.language import plural
from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, CARD_PADDING, for_letters
from tracker.domain.best_lifts import BEST_REPS
from tracker.domain.bests import Best, HeelRaiseBest, LegBests
from tracker.domain.columns import day_of_number
from tracker.domain.load import Unit
from tracker.ui.widgets.cards import Caption, Card
from tracker.ui.widgets.cursor_table import CursorTable
from tracker.ui.widgets.read_only_table import Index, ReadOnlyTable
from tracker.words.bests import surface_text
from tracker.words.labels import date_text, exercise_name, leg, load_text

ROOM: Final = 8  # to either side of a cell's text, and where that is too much:
LEAST_ROOM: Final = 4
NARROWEST_LEG: Final = 120  # below this width, the last columns lie behind a bar instead


class _Row(NamedTuple):
    """A row: a leg with its equipment below it, and its bests, each with the day below it."""

    leg: str
    bests: tuple[str, ...]


class BestsModel(ReadOnlyTable):
    """The bests of each leg, one row per piece of equipment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        reps = [plural("%Ln (rep|reps)", None, each) for each in BEST_REPS]
        self._headings = (self.tr("Leg"), self.tr("Estimate"), *reps)
        self._rows: list[_Row] = []

    def show_bests(
        self, lifts: Sequence[tuple[LegBests, str]], raises: Sequence[HeelRaiseBest], unit: Unit
    ) -> None:
        """Show these bests.

        Args:
            lifts: Bests of each leg, each with the name of the equipment.
            raises: Bests of the heel-raise test.
            unit: The unit of the loads.
        """

        def text(best: Best | None) -> str:
            if best is None:
                return ""
            return f"{load_text(best.kg, unit)}\n{date_text(day_of_number(best.day))}"

        def name(of: LegBests | HeelRaiseBest, on: str) -> str:
            return "\n".join(filter(None, (f"{exercise_name(of.exercise)}, {leg(of.side)}", on)))

        self.beginResetModel()
        self._rows = []
        for each, equipment in lifts:
            *of_reps, estimate = map(text, each.of)
            self._rows.append(_Row(name(each, equipment), (estimate, *of_reps)))
        for test in raises:
            done = plural("%Ln heel (raise|raises)", None, test.reps)
            counted = f"{done}\n{date_text(test.date)}", *("",) * len(BEST_REPS)
            self._rows.append(_Row(name(test, surface_text(test.incline_deg)), counted))
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def _cell(self, row: int, column: int) -> str:
        shown = self._rows[row]
        return (shown.leg, *shown.bests)[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_leg = index.isValid() and not index.column()  # which may be cut
        if role == Qt.ItemDataRole.ToolTipRole and is_leg:
            return self._rows[index.row()].leg
        return super().data(index, role)


class BestsCard(Card):
    """The most each leg has lifted; hidden while there is nothing.

    Args:
        data: The log.
        settings: For the unit.
    """

    def __init__(
        self, data: ProgressData, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._settings = settings
        self._widest: list[int] = []  # the width of the widest text in each column
        self.model = BestsModel(self)
        self.table = CursorTable(self.model, self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Bests"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setFrameShape(QTableView.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setCornerButtonEnabled(False)
        self.table.verticalHeader().hide()
        across = self.table.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.note = Caption(
            self.tr(
                "Heaviest load, standing with the body, for at least so many repetitions; highest "
                "estimate with the reserve noted. Each piece of equipment by itself; ★ marks a new "
                "best in the Log."
            ),
            self,
            factor=CAPTION,
            muted=True,
        )
        self.note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        layout.addWidget(Caption(self.tr("Bests"), self, bold=True))
        layout.addWidget(self.note)
        layout.addWidget(self.table)
        self.hide()

    def refresh(self) -> None:
        """Show the current bests of the log.

        Raises:
            TrackerError: If it could not be read.
        """
        data = self._data
        lifts = [(each, data.equipment_name(each.equipment)) for each in data.bests()]
        self.model.show_bests(lifts, data.heel_raise_bests(), self._settings.unit)
        self.setVisible(bool(self.model.rowCount()))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "note"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _fit(self) -> None:
        """Measure what each column needs, and fit the table to its rows."""
        metrics, across = self.table.fontMetrics(), self.table.horizontalHeader()
        self.table.verticalHeader().setDefaultSectionSize(2 * metrics.lineSpacing() + ROOM)
        self._widest = [self._widest_in(column) for column in range(self.model.columnCount())]
        self._share_room()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        rows = self.model.rowCount() * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(across.sizeHint().height() + rows + bar)

    def _widest_in(self, column: int) -> int:
        lines = [
            line
            for row in range(self.model.rowCount())
            for line in self.model.index(row, column).data().split("\n")
        ]
        return max(map(self.table.fontMetrics().horizontalAdvance, lines), default=0) + 1

    def _share_room(self) -> None:
        """Give each column what it needs; where that is too much, less between, then less leg."""
        across, room = self.table.horizontalHeader(), self.width() - 2 * CARD_PADDING
        for beside in (ROOM, LEAST_ROOM):
            widths = [
                max(widest + 2 * beside, across.sectionSizeHint(column) - 2 * (ROOM - beside))
                for column, widest in enumerate(self._widest)
            ]
            if sum(widths) <= room:
                break
        else:
            least = for_letters(NARROWEST_LEG, self.table.fontMetrics())
            widths[0] = min(widths[0], max(room - sum(widths[1:]), least))
        for column, width in enumerate(widths):
            self.table.setColumnWidth(column, width)
