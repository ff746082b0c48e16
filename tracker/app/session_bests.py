"""Which sets of the session shown are bests: found when the log is at rest, never with a key."""

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

# How long nothing has changed before it is looked: reading all sets of thirty years takes longer
# than saving one.
REST_MS: Final = 600

# What is compared: the sets of one exercise and leg on one piece of equipment.
LegOnEquipment = tuple[Exercise, Side, str | None]


def heaviest_of(
    rows: Iterable[Mapping[str, Any]], formula: Formula
) -> dict[LegOnEquipment, Heaviest]:
    """Sum up what ``LogReader.heaviest_before`` found, by exercise, leg and equipment."""
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
        due: The log has come to rest: ``look`` is to be called.
        refreshed: Other sets are bests than before.
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
        """Give what a set has beaten; None for nothing, or where it is not known yet."""
        return self._found.get(logged.id)

    def look(self) -> None:
        """Compare the sets of the session, in their order, with all before it and one another.

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
