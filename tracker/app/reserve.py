"""The question how many repetitions were left in reserve; it is asked, never assumed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from tracker.app.preferences import ReserveAsked
from tracker.app.session_view import SessionView
from tracker.app.settings import Settings
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, SetType
from tracker.domain.set_grid import cell_of


class ReserveQuestion(QObject):
    """Knows which sets are asked about, and which one an answer is noted in.

    Of sets done at once the last of each leg and exercise is asked about, left before right. So it
    is with all sets of the session once the last one planned is done. A new set ends the question
    about those before it.

    Args:
        view: The session shown.
        settings: For after which sets it is asked.
        note: Saves the reserve of a set.

    Signals:
        changed: Other sets are asked about; what is known of them may have changed whenever the
            view is refreshed.
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
        self._asked: Sequence[str] = ()  # ids of sets
        self._just_done: str | None = None  # the set done or noted last
        view.switched.connect(self._on_view_switched)
        settings.reserve_asked_changed.connect(self._on_settings_reserve_asked_changed)

    @property
    def asked(self) -> list[LoggedSet]:
        """The sets asked about, those noted among them; empty once all are noted."""
        known = {each.id: each for each in self._view.sets}
        asked = [known[each] for each in self._asked if each in known]
        return asked if any(map(_is_open, asked)) else []

    @property
    def target(self) -> LoggedSet | None:
        """The set in which an answer is noted; None where there is none.

        The first one asked about that is open, or else the one done or noted last: a slip is
        mended by another answer.
        """
        first = next(filter(_is_open, self.asked), None)
        if first is not None:
            return first
        last = (each for each in self._view.sets if each.id == self._just_done)
        return next((each for each in last if each.set_type is SetType.WORK), None)

    def answer(self, rir: float) -> None:
        """Note a reserve in the set that is the target; without one nothing happens.

        Args:
            rir: Repetitions in reserve; 4 is 4 or more.

        Raises:
            TrackerError: If it could not be saved, as where the set was changed elsewhere.
        """
        target = self.target
        if target is not None:
            self._just_done = target.id
            self._note(target, rir)

    def put_aside(self) -> None:
        """Ask no more about the sets done so far."""
        self._asked = ()
        self.changed.emit()

    def ask_after(self, fresh: Sequence[LoggedSet]) -> None:
        """Ask about sets that have just been logged, as far as the runner wants to be asked.

        Args:
            fresh: The sets, in the order in which they were done.
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
    return logged.set_type is SetType.WORK and logged.rir is None


def _last_of_legs(sets: Sequence[LoggedSet]) -> list[LoggedSet]:
    """Give the last work set of each exercise and leg, left before right."""
    last: dict[tuple[Exercise, Side], LoggedSet] = {}
    for each in sorted(sets, key=cell_of):
        if each.set_type is SetType.WORK:
            last[each.exercise, each.side] = each
    places = ((exercise, side) for exercise in Exercise for side in Side)
    return [last[place] for place in places if place in last]
