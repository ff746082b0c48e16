"""The rests of a session: started by each set logged, and noted in the set after."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from tracker.app.preferences import REST_IS_HEARD, REST_S
from tracker.app.rest_timer import LONGEST_REST_S, RestTimer
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.load import time_under_tension_s
from tracker.domain.session import LoggedSet
from tracker.domain.set_grid import has_other_leg_to_do


class Rests(QObject):
    """Knows how long the rest after a set should be, and how long the one before it was.

    Args:
        settings: For the chosen lengths.
        rest_for: Returns the planned seconds of rest after a set; None if the plan does not say.
        timer: The timer.
    """

    def __init__(
        self,
        settings: Settings,
        rest_for: Callable[[LoggedSet], float | None] = lambda _logged: None,
        timer: RestTimer | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.timer = RestTimer(parent=self) if timer is None else timer
        self._settings = settings
        self._rest_for = rest_for
        self._after: frozenset[str] = frozenset()  # ids of the sets that started the rest

    @property
    def is_heard(self) -> bool:
        """Whether the end of a rest is heard as well as seen."""
        return self._settings.value(REST_IS_HEARD)

    def length_s(self, logged: LoggedSet, sets: Sequence[LoggedSet]) -> float:
        """Return how long the rest after a set should be, in seconds; 0 for none.

        Args:
            logged: The set just done.
            sets: All sets of its session.
        """
        planned_s = self._rest_for(logged)
        length_s = self._settings.rest_s(logged.exercise) if planned_s is None else planned_s
        if has_other_leg_to_do(logged, sets):
            return min(length_s, self._settings.rest_between_legs_s)
        return length_s

    def noted_in(self, fresh: list[LoggedSet]) -> list[LoggedSet]:
        """Note the rest just taken in the set that ended it.

        A rest given in the text takes precedence. If several sets are logged at once, they were not
        logged as they were done, so nothing is known about their rests. The time of the set itself,
        if known from its hold or tempo, is not counted as rest.
        """
        taken_s = self.timer.taken_s
        if taken_s is None or len(fresh) != 1 or fresh[0].rest_s is not None:
            return fresh
        (logged,) = fresh
        worked_s = time_under_tension_s(logged.reps, logged.repetition_s or 0.0)
        rest_s = max(0.0, taken_s - worked_s)
        return [replace(logged, rest_s=float(round(rest_s)))]

    def begin_after(self, fresh: Sequence[LoggedSet], sets: Sequence[LoggedSet]) -> None:
        """Start the rest after sets that were logged, if one is wanted.

        Args:
            fresh: The sets, in order.
            sets: All sets of their session.
        """
        length_s = self.length_s(fresh[-1], sets)
        self._after = frozenset(each.id for each in fresh)
        if length_s:
            self.timer.begin(length_s)
        else:
            self.timer.dismiss()

    def begin_by_hand(self, sets: Sequence[LoggedSet]) -> None:
        """Start a rest after the last of a session's sets, even if none is wanted by default."""
        length_s = self.length_s(sets[-1], sets) if sets else 0
        self.timer.begin(length_s or REST_S)

    def keep(self, session_id: str, now: datetime.datetime) -> None:
        """Remember a session's rest, since the window is being closed."""
        self._settings.set_rest_running(session_id, now, self.timer.rest)

    def go_on(self, session_id: str, sets: Sequence[LoggedSet], now: datetime.datetime) -> None:
        """Resume a session's rest that ran when its window was closed, if it is still one.

        Args:
            session_id: The session's id.
            sets: All its sets.
            now: The current instant.
        """
        rest = self._settings.rest_running(session_id, now)
        if rest is None or rest.taken_s > LONGEST_REST_S or self.timer.is_running or not sets:
            return
        self._after = frozenset([sets[-1].id])
        self.timer.resume(rest)

    def follow(self, change: Change) -> None:
        """End the rest if the set that started it was undone."""
        gone = {before.id for before, after in change.of(LoggedSet) if before and after is None}
        if self._after & gone:
            self.timer.dismiss()
