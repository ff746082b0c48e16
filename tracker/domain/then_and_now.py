"""The first, a compared and the newest value of anything that is noted from time to time."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Dated(Protocol):
    """Anything noted on a day."""

    @property
    def date(self) -> datetime.date: ...


T = TypeVar("T", bound=Dated)


@dataclass(frozen=True, slots=True)
class ThenAndNow(Generic[T]):
    """Up to three notes of the same thing, none of them twice.

    Args:
        first: The first note; None if it is one of the other two.
        then: The newest note up to the day compared with, or else the first after it; None if that
            is also ``last``.
        last: The newest note.
        between: How many more notes there are.
    """

    first: T | None
    then: T | None
    last: T
    between: int

    @property
    def count(self) -> int:
        """How many notes there are in all."""
        return self.between + sum(each is not None for each in (self.first, self.then, self.last))


def then_and_now(noted: Sequence[T], since: datetime.date) -> ThenAndNow[T]:
    """Choose which of many notes to show.

    Args:
        noted: By day, oldest first, at least one.
        since: The day to compare with.
    """
    place = max((number for number, each in enumerate(noted) if each.date <= since), default=0)
    end = len(noted) - 1
    told = {0, place, end}
    return ThenAndNow(
        noted[0] if place else None,
        noted[place] if place < end else None,
        noted[end],
        len(noted) - len(told),
    )
