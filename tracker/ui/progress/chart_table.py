"""A chart as a table: the numbers that it draws, for screen readers and for everyone."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QTableView, QWidget

from tracker.domain.columns import day_of_number
from tracker.domain.week import DAYS_A_WEEK
from tracker.ui.charts import Numbers, NumbersRow, PointKind, numbers_rows
from tracker.ui.widgets.cursor_table import CursorTable
from tracker.ui.widgets.keys import ENTER
from tracker.ui.widgets.read_only_table import Index, ReadOnlyTable
from tracker.words.labels import day_text, number_text
from tracker.words.progress import marked_number

NEWEST_FIRST: Final = Qt.SortOrder.DescendingOrder
ROOM: Final = 12  # beside the text in a cell


class NumbersModel(ReadOnlyTable):
    """Days with their numbers and events, sorted by one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._rows: list[NumbersRow] = []
        self._events: Mapping[int, str] = {}
        self._decimals: list[int] = []
        self._column, self._order = 0, NEWEST_FIRST

    def show_numbers(
        self,
        numbers: Sequence[Numbers],
        first: float,
        last: float,
        *,
        are_weeks: bool,
        most: int,
        events: Mapping[int, str],
    ) -> None:
        """Show the numbers between two days.

        Args:
            numbers: One per column.
            first: The first day in view.
            last: The last day in view.
            are_weeks: Whether the numbers are weekly.
            most: Decimals of a column whose numbers are not all whole.
            events: The names of events by day or week; a row is added wherever these begin or
                change, even without a number.
        """
        self.beginResetModel()
        day = self.tr("Week of") if are_weeks else self.tr("Day")
        happened = (self.tr("Events"),) if events else ()
        self._headings = (day, *(each.title for each in numbers), *happened)
        self._events = events
        before = DAYS_A_WEEK if are_weeks else 1
        also = [each for each, names in events.items() if events.get(each - before) != names]
        self._rows = numbers_rows(numbers, first, last, are_weeks=are_weeks, also=also)
        self._decimals = [
            0 if (each.value == each.value.round()).all() else most for each in numbers
        ]
        self._column = min(self._column, self.columnCount() - 1)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        """Sort by the current column; rows without a value come last in either order."""
        is_turned, place = self._order == NEWEST_FIRST, self._column - 1
        self._rows.sort(key=lambda row: row.day, reverse=True)
        if place < 0:
            self._rows.sort(key=lambda row: row.day, reverse=is_turned)
            return
        known = [row for row in self._rows if self._sorted_by(row, place)]
        unknown = [row for row in self._rows if not self._sorted_by(row, place)]
        known.sort(key=lambda row: self._sorted_by(row, place), reverse=is_turned)
        self._rows = known + unknown

    def _sorted_by(self, row: NumbersRow, place: int) -> tuple[float | str, ...]:
        """Return what a row is sorted by in a column; empty if it has no value there."""
        if place < len(row.cells):
            return row.cells[place] or ()
        names = self._events.get(row.day)
        return (names,) if names else ()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column >= 0:
            self.beginResetModel()
            self._column, self._order = column, order
            self._arrange()
            self.endResetModel()

    def day(self, index: Index) -> int:
        """Return the day of a row, in days since 1 January 1970."""
        return self._rows[index.row()].day

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.isValid():
            is_number = 0 < index.column() <= len(self._decimals)
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid() and index.column():
            is_event = index.column() > len(self._decimals)
            nothing = self.tr("none") if is_event else self.tr("no value")
            text = self._cell(index.row(), index.column()) or nothing
            return f"{self._headings[index.column()]}: {text}"
        return super().data(index, role)

    def _cell(self, row: int, column: int) -> str:
        shown = self._rows[row]
        if not column:
            return day_text(day_of_number(shown.day))
        if column > len(shown.cells):
            return self._events.get(shown.day, "")
        cell = shown.cells[column - 1]
        if cell is None:
            return ""
        value, kind = cell
        return marked_number(
            number_text(value, self._decimals[column - 1]),
            is_test=kind is PointKind.TEST,
            at_least=kind is PointKind.AT_LEAST,
            at_most=kind is PointKind.AT_MOST,
            not_noted=kind is PointKind.SMALL,
        )

    def text(self) -> str:
        """Write the whole table as text: headings, then a line per row."""
        lines = [
            [self._cell(row, column) for column in range(self.columnCount())]
            for row in range(self.rowCount())
        ]
        return "\n".join("\t".join(cells) for cells in (self._headings, *lines))


class ChartTable(CursorTable):
    """The table view: headings sort, Enter opens a day's session, T and Escape go back.

    Args:
        name: The name of the chart.

    Signals:
        left: The chart is to be shown again.
        opened: A day was double-clicked, or Enter was pressed on it.
        copied: The whole table was copied.
    """

    left = Signal()
    opened = Signal(int)
    copied = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.numbers = NumbersModel()
        super().__init__(self.numbers, parent)
        self.numbers.setParent(self)
        self.setModel(self.numbers)
        self.setAccessibleName(self.tr("{} as a table").format(name))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSortIndicator(0, NEWEST_FIRST)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.numbers.day(index)))
        self.numbers.modelReset.connect(self._on_numbers_model_reset)

    def _on_numbers_model_reset(self) -> None:
        metrics = self.fontMetrics()
        for column in range(self.numbers.columnCount()):
            texts = {
                self.numbers.index(row, column).data() for row in range(self.numbers.rowCount())
            }
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            title = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, max(widest + 2 * ROOM, title))
        if self.numbers.rowCount():
            self.stand_on(self.numbers.index(0, 0))

    def sort_by_current_column(self) -> None:
        """Sort by the current column; if it is sorted already, reverse the order."""
        across, column = self.horizontalHeader(), max(self.currentIndex().column(), 0)
        is_sorted = across.sortIndicatorSection() == column
        was_newest_first = across.sortIndicatorOrder() == NEWEST_FIRST
        is_turned = is_sorted and was_newest_first
        self.sortByColumn(column, Qt.SortOrder.AscendingOrder if is_turned else NEWEST_FIRST)
        self.stand_on(self.numbers.index(0, column))

    def copy(self) -> None:
        """Copy the whole table, with its headings, to the clipboard."""
        QApplication.clipboard().setText(self.numbers.text())
        self.copied.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_T, Qt.Key.Key_Escape):
            self.left.emit()
        elif event.key() in ENTER and index.isValid():
            self.opened.emit(self.numbers.day(index))
        else:
            super().keyPressEvent(event)

    def make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("&Copy table"), self.copy)
        menu.addAction(self.tr("&Sort by this column"), self.sort_by_current_column)
        menu.addAction(self.tr("Show the c&hart\tT"), self.left.emit)
        return menu
