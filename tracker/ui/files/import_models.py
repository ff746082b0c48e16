"""Tables of what the lines of a file become, and of the lines left out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from tracker.app.language import in_language, plural
from tracker.domain.change import Change, Entry
from tracker.domain.event import Event
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.load import Unit
from tracker.domain.measurement import Measurement
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Symptom
from tracker.exchange.importing.proposal import Summary
from tracker.exchange.whole_log.joining import Conflict, Outcome
from tracker.ui.widgets.read_only_table import Index, ReadOnlyTable
from tracker.words.checkups import goal_name
from tracker.words.events import event_text
from tracker.words.labels import (
    clock_text,
    date_text,
    distance_text,
    exercise_name,
    load_text,
    moment_name,
    number_text,
    set_text,
    side_name,
    time_text,
)
from tracker.words.measurements import kind_name, value_text

# The kinds of entries shown besides sets.
Beside = Session | Run | Bodyweight | HeelRaiseTest | Symptom | Measurement | Event | Goal


class BecomesModel(ReadOnlyTable):
    """One row per set that would be added: its line in the file, day, exercise, leg and values.

    Below the sets are bodyweights, runs, heel-raise tests, symptoms, measurements, events, goals,
    and sessions that have lines of their own, one per row.
    """

    def __init__(self, unit: Unit, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._headings = (
            self.tr("Line"),
            self.tr("Day"),
            self.tr("Exercise"),
            self.tr("Leg"),
            self.tr("Values"),
        )
        self._unit = unit
        self._sets: list[LoggedSet] = []
        self._others: list[Beside] = []
        self._lines_of_others: Mapping[str, int] = {}
        self._lines: Sequence[int] = ()
        self._days: dict[str, str] = {}

    def show(self, change: Change, summary: Summary | None, known: Sequence[Session]) -> None:
        """Show what a change adds.

        Args:
            change: The change.
            summary: Gives the line of each set; None shows no line numbers from the file.
            known: The sessions of the log.
        """
        self.beginResetModel()
        # Differences have their own list.
        differing = {each.own.id for each in (summary.differences if summary else ())}
        self._sets = [
            after
            for _, after in change.of(LoggedSet)
            if after is not None and after.id not in differing
        ]
        # A log of ours has no lines, so its sets are numbered.
        lines = () if summary is None else summary.lines_of_sets
        self._lines = lines if len(lines) == len(self._sets) else range(1, len(self._sets) + 1)
        self._lines_of_others = {} if summary is None else summary.lines_of_others
        self._others = [
            edit.after
            for edit in change.edits
            if isinstance(edit.after, Beside)
            and self._is_shown(edit.after)
            and edit.after.id not in differing
        ]
        sessions = [*known, *(after for _, after in change.of(Session) if after is not None)]
        self._days = {session.id: date_text(session.date) for session in sessions}
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        rows = len(self._sets) + len(self._others)
        return 0 if parent is not None and parent.isValid() else rows

    def _cell(self, row: int, column: int) -> str:
        if row >= len(self._sets):
            return self._cell_of_other(self._others[row - len(self._sets)], column)
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

    def _cell_of_other(self, entry: Beside, column: int) -> str:
        if column == 0:  # a bodyweight that was asked for has no line
            line = self._lines_of_others.get(entry.id)
            return "" if line is None else number_text(line)
        if column == 1:
            return "" if isinstance(entry, Goal) else date_text(entry.date)
        return self._in_words(entry)[column - 2]

    def _is_shown(self, entry: Beside) -> bool:
        """Tell whether an entry has a row; a session does only if it has a line in the file."""
        return not isinstance(entry, Session) or entry.id in self._lines_of_others

    def _in_words(self, entry: Beside) -> tuple[str, str, str]:
        """Write what an entry is, its leg, and its values."""
        if isinstance(entry, Session):
            start, lasted = entry.started_at, entry.duration_s
            values = ["" if start is None else time_text(start.time())]
            values += ["" if lasted is None else clock_text(round(lasted)), entry.note]
            return self.tr("Session"), "", ", ".join(filter(None, values))
        if isinstance(entry, Run):
            values = [distance_text(entry.distance_km, self._unit)]
            if entry.duration_s is not None:
                values.append(clock_text(round(entry.duration_s)))
            return self.tr("Run"), "", ", ".join(values)
        if isinstance(entry, Bodyweight):
            return self.tr("Bodyweight"), "", load_text(entry.kg, self._unit, None)
        if isinstance(entry, Measurement):
            kind, side = entry.measured, "" if entry.side is None else side_name(entry.side)
            return kind_name(kind), side, value_text(kind, entry.value)
        if isinstance(entry, Event):
            return self.tr("Event"), "", event_text(entry)
        if isinstance(entry, Goal):
            return self.tr("Goal"), "", goal_name(entry)
        side = side_name(entry.side)
        if isinstance(entry, HeelRaiseTest):
            return (
                self.tr("Heel-raise test"),
                side,
                plural("%Ln (repetition|repetitions)", None, entry.reps),
            )
        pain = "" if entry.pain is None else self.tr("pain {}").format(entry.pain)
        stiff = entry.stiffness_min
        stiffness = "" if stiff is None else self.tr("stiff {} min").format(stiff)
        return moment_name(entry.moment), side, ", ".join(filter(None, (pain, stiffness)))


class LeftOutModel(ReadOnlyTable):
    """One row per line left out, with the reason; then one per entry in which the logs conflict."""

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
                (number_text(each.line), each.name, in_language(each.reason))
                for each in summary.left_out
            ]
            self._rows += [
                ("", self._exercise_of(each.became), self._in_words(each))
                for each in summary.joined.conflicts
            ]
        self.endResetModel()

    def _exercise_of(self, entry: Entry) -> str:
        return exercise_name(entry.exercise) if isinstance(entry, LoggedSet) else ""

    def _in_words(self, conflict: Conflict) -> str:
        became = conflict.became
        if conflict.outcome is Outcome.BROUGHT_BACK:
            return self.tr("Deleted here, edited or needed there since: comes back")
        if conflict.outcome is Outcome.RENUMBERED:
            assert isinstance(became, LoggedSet)  # only sets have a number
            return self.tr("Two machines logged one number: it is set {} now").format(became.set_no)
        if not conflict.differing:
            return self.tr("Deleted there, edited or needed here since: stays")
        kept = self.tr("Differs in {}: this log’s was kept")
        taken = self.tr("Differs in {}: the other log’s was edited later, and is taken")
        words = taken if conflict.outcome is Outcome.TAKEN else kept
        return words.format(", ".join(conflict.differing))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def _cell(self, row: int, column: int) -> str:
        return self._rows[row][column]
