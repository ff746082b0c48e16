"""What was read of the log, cached until a Change invalidates it; declared once for each query."""

import datetime
from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from tracker.domain.change import Change, Entry
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, Session

T = TypeVar("T")
K = TypeVar("K", bound="Kept[Any]")
# Above this many days, reading everything once is faster than day by day.
MOST_DAYS_AMENDED: Final = 40


def changes_formula(change: Change) -> bool:
    """Whether a change affects all estimates, by changing the formula."""
    return any(
        (before or Runner()).formula is not (after or Runner()).formula
        for before, after in change.of(Runner)
    )


class Kept(Generic[T]):
    """A cached value, read on first use and again after a Change has invalidated it.

    Args:
        read: Reads it; may raise TrackerError.
        kinds: The kinds of entry that invalidate it.
    """

    def __init__(self, read: Callable[[], T], kinds: tuple[type[Entry], ...]) -> None:
        self._read = read
        self._kinds = kinds
        self._held: tuple[T] | None = None  # a tuple, because the value itself may be None

    @property
    def is_held(self) -> bool:
        """Whether it was read and is still valid."""
        return self._held is not None

    @property
    def value(self) -> T:
        """The current value."""
        if self._held is None:
            self._held = (self._read(),)
        return self._held[0]

    def forget(self) -> None:
        """Read it again on next use."""
        self._held = None

    def note(self, change: Change) -> None:
        """Invalidate the value if a change to the log affects it."""
        if any(isinstance(edit.entry, self._kinds) for edit in change.edits):
            self.forget()


class KeptByDay(Kept[T]):
    """A cached value from all sets by day; after a Change, only the days it touched are read again.

    Args:
        read: Reads it; may raise TrackerError.
        amend: Returns it with some days read again; may raise TrackerError.
        session: Finds a session by its id; may raise TrackerError.
        kinds: The kinds of entry, besides sessions and sets, that invalidate all days.
    """

    def __init__(
        self,
        read: Callable[[], T],
        amend: Callable[[T, set[datetime.date]], T],
        session: Callable[[str], Session | None],
        kinds: tuple[type[Entry], ...],
    ) -> None:
        super().__init__(read, kinds)
        self._amend = amend
        self._session = session
        self._days: set[datetime.date] = set()
        self._owners: set[str] = set()  # ids of sessions whose days must still be looked up

    @property
    def is_held(self) -> bool:
        """Whether it was read and no day of it has changed since."""
        return super().is_held and not self._days and not self._owners

    @property
    def value(self) -> T:
        """The current value."""
        if self._held is not None and (self._days or self._owners):
            found = map(self._session, self._owners)
            days = self._days | {session.date for session in found if session is not None}
            self._held = (self._amend(self._held[0], days),)
            self._days.clear()
            self._owners.clear()
        return super().value

    def forget(self) -> None:
        """Read all days again on next use."""
        super().forget()
        self._days.clear()
        self._owners.clear()

    def note(self, change: Change) -> None:
        """Invalidate the days that a change to the log affects."""
        super().note(change)
        if self._held is None:
            return
        sessions = [each for edit in change.of(Session) for each in edit if each is not None]
        self._days.update(session.date for session in sessions)
        self._owners.update(
            each.session_id for edit in change.of(LoggedSet) for each in edit if each
        )
        self._owners.difference_update(session.id for session in sessions)
        if len(self._days) + len(self._owners) > MOST_DAYS_AMENDED:
            self.forget()


class Shelf:
    """The cached values of one log: a Change invalidates those it affects, a reload all of them.

    Args:
        when: Tells which changes invalidate all of them for other reasons than an entry's kind.
    """

    def __init__(self, when: Callable[[Change], bool] | None = None) -> None:
        self._when = when
        self._kept: list[Kept[Any]] = []

    def keep(self, read: Callable[[], T], *kinds: type[Entry]) -> Kept[T]:
        """Cache a value that some kinds of entry invalidate."""
        kept = Kept(read, kinds)
        return self.put(kept)

    def put(self, kept: K) -> K:
        """Add a cached value."""
        self._kept.append(kept)
        return kept

    def forget(self) -> None:
        """Read everything again on next use."""
        for kept in self._kept:
            kept.forget()

    def note(self, change: Change) -> None:
        """Invalidate the values that a change to the log affects."""
        if self._when is not None and self._when(change):
            self.forget()
            return
        for kept in self._kept:
            kept.note(change)
