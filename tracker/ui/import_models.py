"""What the lines of a file become, and those left out, as tables."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from tracker.domain.change import Change
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.importing import Summary
from tracker.ui.labels import date_text, exercise_name, number_text, set_text, side_name
from tracker.ui.read_only_table import Index, ReadOnlyTable


class BecomesModel(ReadOnlyTable):
    """A row a set that would be added: the line it is from, its day, exercise, leg and values."""

    def __init__(self, unit: Unit, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._headings = (
            self.tr("Line"),
            self.tr("Day"),
            self.tr("Exercise"),
            self.tr("Leg"),
            self.tr("Set"),
        )
        self._unit = unit
        self._sets: list[LoggedSet] = []
        self._lines: Sequence[int] = ()
        self._days: dict[str, str] = {}

    def show(self, change: Change, summary: Summary | None, known: Sequence[Session]) -> None:
        """Show what a change adds.

        Args:
            change: As it was built.
            summary: Tells the line of each set; None shows nothing.
            known: The sessions of the log.
        """
        self.beginResetModel()
        self._sets = [after for _, after in change.of(LoggedSet) if after is not None]
        # A whole log of ours has no lines: its sets are counted.
        lines = () if summary is None else summary.lines_of_sets
        self._lines = lines if len(lines) == len(self._sets) else range(1, len(self._sets) + 1)
        sessions = [*known, *(after for _, after in change.of(Session) if after is not None)]
        self._days = {session.id: date_text(session.date) for session in sessions}
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._sets)

    def _cell(self, row: int, column: int) -> str:
        logged = self._sets[row]
        match column:
            case 0:
                return number_text(self._lines[row])
            case 1:
                return self._days[logged.session_id]
            case 2:
                return exercise_name(logged.exercise)
            case 3:
                return side_name(logged.side)
            case _:
                return set_text(logged, self._unit)


class LeftOutModel(ReadOnlyTable):
    """A row a line that is left out, and why; then what this log has otherwise and keeps."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._headings = (self.tr("Line"), self.tr("Exercise"), self.tr("Reason"))
        self._rows: list[tuple[str, str, str]] = []

    def show(self, summary: Summary | None) -> None:
        """Show what an import leaves out; None shows nothing."""
        self.beginResetModel()
        self._rows = []
        if summary is not None:
            self._rows = [
                (number_text(each.line), each.name, each.reason) for each in summary.left_out
            ]
            kept = self.tr("Differs in {}: this log’s was kept")
            taken = self.tr("Differs in {}: the other log’s was edited later, and is taken")
            self._rows += [
                ("", "", (taken if each.is_other_newer else kept).format(", ".join(each.differing)))
                for each in summary.conflicts
            ]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def _cell(self, row: int, column: int) -> str:
        return self._rows[row][column]
