"""Holds guided by a timer: get ready, hold, then the other leg, then the rest."""

from PySide6.QtCore import QObject, Signal

from tracker.app.current_session import CurrentSession
from tracker.app.hold_timer import HoldTimer
from tracker.domain.set_grid import Cell, has_other_leg_to_do


class HoldRun(QObject):
    """Guides through the holds of a cell and of the other leg's cell, logging each.

    Planned holds end by themselves. A single unplanned hold counts on until the runner ends it, so
    that the time logged is the time really held.

    Args:
        current: The session.
        timer: The timer; whoever receives its ``finished`` calls ``take``.

    Signals:
        logged: The cell whose holds were logged.
    """

    logged = Signal(object)

    def __init__(
        self,
        current: CurrentSession,
        timer: HoldTimer | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._current = current
        self.timer = HoldTimer(parent=self) if timer is None else timer
        self.cell: Cell | None = None
        self._reps = 1
        self._whole = 0  # holds of the cell that were held in full
        current.left.connect(self.timer.dismiss)

    def begin(self, cell: Cell) -> None:
        """Start the holds of a cell.

        Args:
            cell: A cell without a set.

        Raises:
            ValueError: In words, if its load is unknown.
            TrackerError: If the log could not be read.
        """
        self._current.require_load(cell)
        planned = self._current.planned_at(cell)
        asked = planned or self._current.expected(cell)
        hold_s = None if asked is None else asked.hold_s
        self.cell, self._whole = cell, 0
        self._reps = 1 if asked is None or hold_s is None else asked.reps
        self.timer.begin(hold_s, ends_itself=planned is not None or self._reps > 1)

    def take(self, held_s: float, is_whole: bool) -> None:
        """Log the hold that ended, or start the next one of its set; then the other leg follows.

        Args:
            held_s: How long it was held, in seconds.
            is_whole: Whether it ended by itself, held in full.

        Raises:
            ValueError: In words, if it could not be logged.
            TrackerError: If it could not be saved.
        """
        cell, target_s = self.cell, self.timer.target_s
        assert cell is not None  # something was begun
        self._whole += is_whole
        if is_whole and self._whole < self._reps:
            self.timer.begin(target_s, ends_itself=True)
            return
        # If several were held in full, one that was broken off does not count.
        told_s = target_s if self._whole and target_s is not None else held_s
        self._current.log_hold(cell, max(1, self._whole), told_s)
        self.logged.emit(cell)
        logged = self._current.own(cell)
        if logged is not None and has_other_leg_to_do(logged, self._current.sets):
            self.begin(cell._replace(side=cell.side.opposite))
