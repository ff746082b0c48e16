"""The question how many repetitions were left in reserve, which is asked and never assumed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from tracker.app.preferences import ReserveAsked
from tracker.app.session_view import SessionView
from tracker.app.settings import Settings
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, SetType
from tracker.domain.set_grid import cell_of


class ReserveQuestion(QObject):
    """Keeps track of which sets to ask about, and which one an answer is noted in.

    If several sets are logged at once, the last of each leg and exercise is asked about, left
    before right. When the last planned set is done, the same goes for all sets of the session. A
    new set ends the questions about earlier ones. Holds are not asked about.

    Args:
        view: The session shown.
        settings: Says after which sets to ask.
        note: Saves the reserve of a set.

    Signals:
        changed: Other sets are asked about. The sets themselves may change whenever the view is
            refreshed.
    """

    changed = Signal()

    def __init__(
        self,
        view: SessionView,
        settings: Settings,
        note: Callable[[LoggedSet, float], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._settings = settings
        self._note = note
        self._asked: Sequence[str] = ()  # ids of the sets asked about
        self._just_done: str | None = None  # id of the set last done or noted
        view.switched.connect(self._on_view_switched)
        settings.reserve_asked_changed.connect(self._on_settings_reserve_asked_changed)

    @property
    def asked(self) -> list[LoggedSet]:
        """The sets asked about, including those already noted; empty once all are noted."""
        known = {each.id: each for each in self._view.sets}
        asked = [known[each] for each in self._asked if each in known]
        return asked if any(map(_is_open, asked)) else []

    @property
    def target(self) -> LoggedSet | None:
        """The set that an answer is noted in; None if there is none.

        It is the first one still unanswered, or else the one last done or noted, so that a mistake
        can be corrected by answering again.
        """
        first = next(filter(_is_open, self.asked), None)
        if first is not None:
            return first
        last = (each for each in self._view.sets if each.id == self._just_done)
        return next((each for each in last if each.set_type is SetType.WORK), None)

    def answer(self, rir: float) -> None:
        """Note a reserve in the target set; does nothing if there is none.

        Args:
            rir: Repetitions in reserve; 4 means 4 or more.

        Raises:
            TrackerError: If it could not be saved, for example because the set was changed
                elsewhere.
        """
        target = self.target
        if target is not None:
            self._just_done = target.id
            self._note(target, rir)

    def put_aside(self) -> None:
        """Stop asking about the sets done so far."""
        self._asked = ()
        self.changed.emit()

    def ask_after(self, fresh: Sequence[LoggedSet]) -> None:
        """Ask about sets just logged, as far as the runner wants to be asked.

        Args:
            fresh: The sets, in the order they were done.
        """
        self._just_done = fresh[-1].id
        sets = self._view.sets if self._ends_plan(fresh) else fresh
        wanted = [each for each in _last_of_legs(sets) if _is_open(each) and self._is_wanted(each)]
        self._asked = [each.id for each in wanted]
        self.changed.emit()

    def _is_wanted(self, logged: LoggedSet) -> bool:
        wish = self._settings.reserve_asked
        if wish is ReserveAsked.LAST_OF_LEG:
            expected = self._view.grid([logged.exercise]).expected
            of_leg = (cell for cell in expected if cell.side is logged.side)
            return all(self._view.own(cell) for cell in of_leg)
        return wish is ReserveAsked.EVERY_SET

    def _ends_plan(self, fresh: Sequence[LoggedSet]) -> bool:
        """Tell whether these sets were the last ones planned."""
        planned = self._view.planned
        if planned is None:
            return False
        cells = self._view.grid(planned.exercises).expected
        return any(cell_of(each) in cells for each in fresh) and all(map(self._view.own, cells))

    def _on_view_switched(self) -> None:
        self._just_done = None
        self.put_aside()

    def _on_settings_reserve_asked_changed(self, wish: ReserveAsked) -> None:
        if wish is ReserveAsked.NEVER:
            self.put_aside()


def _is_open(logged: LoggedSet) -> bool:
    # A hold says nothing about a maximum, so its reserve is noted only by who wants to.
    return logged.set_type is SetType.WORK and logged.rir is None and not logged.is_hold


def _last_of_legs(sets: Sequence[LoggedSet]) -> list[LoggedSet]:
    """Return the last work set of each exercise and leg, left before right."""
    last: dict[tuple[Exercise, Side], LoggedSet] = {}
    for each in sorted(sets, key=cell_of):
        if each.set_type is SetType.WORK:
            last[each.exercise, each.side] = each
    places = ((exercise, side) for exercise in Exercise for side in Side)
    return [last[place] for place in places if place in last]
