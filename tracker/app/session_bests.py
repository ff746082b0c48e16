"""Which sets of the session shown are bests; worked out when idle, never while typing."""

from collections.abc import Iterable, Mapping
from math import nan
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.domain.best_lifts import Beaten, Heaviest, beaten, lifted
from tracker.domain.evidence import evidence_of
from tracker.domain.exercise import Exercise, Side
from tracker.domain.one_rep_max import Formula
from tracker.domain.session import LoggedSet, SetType

if TYPE_CHECKING:
    from tracker.app.session_view import SessionView

# Idle time before looking, because reading all sets of thirty years takes longer than saving one.
REST_MS: Final = 600

# Only sets of the same exercise, leg and equipment are compared.
LegOnEquipment = tuple[Exercise, Side, str | None]


def heaviest_of(
    rows: Iterable[Mapping[str, Any]], formula: Formula
) -> dict[LegOnEquipment, Heaviest]:
    """Sum up the result of ``LogReader.heaviest_before``, by exercise, leg and equipment."""
    found: dict[LegOnEquipment, Heaviest] = {}
    for row in rows:
        side, set_type = Side(row["side"]), SetType(row["set_type"])
        kg, reps = nan if row["kg"] is None else row["kg"], row["reps"]
        told = evidence_of(formula, side, set_type, kg, reps, row["rir"])
        leg = Exercise(row["exercise"]), side, row["equipment_id"]
        found[leg] = found.get(leg, Heaviest()).more(lifted(kg, reps, told))
    return found


class SessionBests(QObject):
    """Knows what each set of the session shown has beaten, a moment after it was logged.

    Args:
        view: The session shown.

    Signals:
        due: The log is idle, so ``look`` should be called.
        refreshed: The bests have changed.
    """

    due = Signal()
    refreshed = Signal()

    def __init__(self, view: "SessionView", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._found: Mapping[str, Beaten] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.due)
        self._rest.start()
        view.refreshed.connect(self._rest.start)

    def of(self, logged: LoggedSet) -> Beaten | None:
        """Return what a set has beaten; None for nothing, or if not known yet."""
        return self._found.get(logged.id)

    def look(self) -> None:
        """Compare the sets of the session, in order, with all before it and with each other.

        Raises:
            TrackerError: If the log could not be read.
        """
        heaviest, found = dict(self._view.heaviest_before()), {}
        for logged in self._view.sets:
            leg = logged.exercise, logged.side, logged.equipment_id
            now = lifted(self._view.system_kg(logged), logged.reps, self._view.estimate(logged))
            before = heaviest.get(leg, Heaviest())
            what = beaten(before, now)
            if what:
                found[logged.id] = what
            heaviest[leg] = before.more(now)
        if found != self._found:
            self._found = found
            self.refreshed.emit()
