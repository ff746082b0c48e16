"""Where log and file differ: each difference has a tick that takes the file's version."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.app.import_session import ImportSession
from tracker.app.language import in_language
from tracker.domain.load import Unit
from tracker.domain.notation import write_tempo
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight
from tracker.domain.session import DETAILS, IN_CELL, LoggedSet
from tracker.exchange.importing.differences import Differing, FileDifference
from tracker.ui.widgets.read_only_table import Index, ReadOnlyTable
from tracker.words.labels import (
    clock_text,
    date_text,
    distance_text,
    exercise_name,
    load_text,
    number_text,
    set_text,
    side_name,
)

TAKE, LINE, DAY, WHAT, HERE, THERE = range(6)
# Details that are written otherwise than as a plain number.
_WRITERS: Final[Mapping[str, Callable[[Any], str]]] = {
    "tempo": write_tempo,
    "rest_s": lambda rest_s: clock_text(round(rest_s)),
}


class DifferencesModel(ReadOnlyTable):
    """One row per entry that differs between the log and the file.

    Signals:
        ticked: The IDs of the entries to be replaced by the file's.
    """

    ticked = Signal(object)

    def __init__(self, unit: Unit, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._headings = (
            self.tr("Take the file’s"),
            self.tr("Line"),
            self.tr("Day"),
            self.tr("What"),
            self.tr("Here"),
            self.tr("In the file"),
        )
        self._unit = unit
        self._rows: Sequence[FileDifference] = ()
        self._days: Mapping[str, datetime.date] = {}

    def show(self, found: Sequence[FileDifference], days: Mapping[str, datetime.date]) -> None:
        """Show the differences.

        Args:
            found: The differences, in the order shown.
            days: The training day of each session of the log, by session ID.
        """
        same = [each.own.id for each in found] == [each.own.id for each in self._rows]
        self._days = days
        if same:  # only ticks have changed, so the cursor stays where it is
            self._rows = found
            if found:
                last = self.index(len(found) - 1, THERE)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = found
        self.endResetModel()

    @property
    def taken(self) -> frozenset[str]:
        """The IDs of the entries to be replaced by the file's."""
        return frozenset(each.own.id for each in self._rows if each.is_taken)

    def tick_all(self, is_taken: bool) -> None:
        """Tick every difference, or none."""
        ids = (each.own.id for each in self._rows if is_taken)
        self.ticked.emit(frozenset(ids))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TAKE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == TAKE:
            is_taken = self._rows[index.row()].is_taken
            return Qt.CheckState.Checked if is_taken else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != TAKE:
            return False
        id_ = self._rows[index.row()].own.id
        is_taken = Qt.CheckState(value) is Qt.CheckState.Checked
        self.ticked.emit(self.taken | {id_} if is_taken else self.taken - {id_})
        return True

    def _cell(self, row: int, column: int) -> str:
        each = self._rows[row]
        match column:
            case 0:
                return ""
            case 1:
                return "" if each.line is None else number_text(each.line)
            case 2:
                if isinstance(each.own, LoggedSet):
                    return date_text(self._days[each.own.session_id])
                return date_text(each.own.date)
            case 3:
                return self._what(each.own)
            case 4:
                return self._values(each.own, each.told)
            case _:
                if each.told is None:
                    return self.tr("no longer there")
                return self._values(each.told, each.own)

    def _what(self, entry: Differing) -> str:
        if isinstance(entry, LoggedSet):
            return self.tr("{}, {}").format(exercise_name(entry.exercise), side_name(entry.side))
        return self.tr("Run") if isinstance(entry, Run) else self.tr("Bodyweight")

    def _values(self, entry: Differing, other: Differing | None) -> str:
        """Write an entry; for a set, also the details in which the other one differs."""
        if isinstance(entry, Bodyweight):
            return load_text(entry.kg, self._unit, None)
        if isinstance(entry, Run):
            values = [distance_text(entry.distance_km, self._unit)]
            values += [] if entry.duration_s is None else [clock_text(round(entry.duration_s))]
            return ", ".join(values)
        values = [set_text(entry, self._unit)]
        if isinstance(other, LoggedSet):
            values += [
                self._detail(field, entry)
                for field in DETAILS
                if field not in IN_CELL and getattr(entry, field) != getattr(other, field)
            ]
        return ", ".join(values)

    def _detail(self, field: str, entry: LoggedSet) -> str:
        """Write a detail of a set behind its name; a note says itself what it is."""
        if field == "note":
            return entry.note or self.tr("no note")
        name, value = in_language(DETAILS[field].name), getattr(entry, field)
        if value is None:
            return self.tr("{} not noted").format(name)
        return f"{name} {_WRITERS.get(field, str)(value)}"


class TickDelegate(QStyledItemDelegate):
    """Draws ticks in a list like those of check boxes, as style sheets spoil the usual ones."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = QStyleOptionViewItem(option)
        self.initStyleOption(item, index)
        view = item.widget
        style = QApplication.style() if view is None else view.style()
        element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        place = style.subElementRect(element, item, view)
        item.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, item, painter, view)
        box = QStyleOptionButton()
        box.rect = place
        box.palette = QApplication.palette()  # the list's own base colour is transparent
        is_taken = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
        on, off = QStyle.StateFlag.State_On, QStyle.StateFlag.State_Off
        box.state = QStyle.StateFlag.State_Enabled | (on if is_taken else off)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter)


class FileDifferences(QWidget):
    """The list of differences, below one tick for all of them."""

    def __init__(self, session: ImportSession, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = DifferencesModel(unit, self)
        self.model.ticked.connect(session.take)
        self.all = QCheckBox(self.tr("Take the file’s of &all; what is not ticked stays"), self)
        self.all.clicked.connect(self._on_all_clicked)
        self.table = QTableView(self)
        self.table.setObjectName("plain")
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(TAKE, TickDelegate(self.table))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(self.tr("What the log has otherwise"))
        across = self.table.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(THERE, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.addWidget(self.all)
        layout.addWidget(self.table)

    def refresh(self, days: Mapping[str, datetime.date]) -> None:
        """Show the current differences."""
        summary = self._session.summary
        found = () if summary is None else summary.differences
        self.model.show(found, days)
        taken = len(self.model.taken)
        self.all.setTristate(0 < taken < len(found))
        self.all.setCheckState(
            Qt.CheckState.Unchecked
            if not taken
            else Qt.CheckState.Checked
            if taken == len(found)
            else Qt.CheckState.PartiallyChecked
        )

    def _on_all_clicked(self) -> None:
        self.model.tick_all(len(self.model.taken) < self.model.rowCount())
