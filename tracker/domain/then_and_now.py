"""What was noted first, what then, and what last: of anything that is noted now and then."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Dated(Protocol):
    """What was noted on a day."""

    @property
    def date(self) -> datetime.date: ...


T = TypeVar("T", bound=Dated)


@dataclass(frozen=True, slots=True)
class ThenAndNow(Generic[T]):
    """Three of the notes of one thing, each told once.

    Args:
        first: The first; None where it is one of the others.
        then: The newest up to the day compared with, or else the first after it; None where that
            is the last.
        last: The newest.
        between: How many others there are.
    """

    first: T | None
    then: T | None
    last: T
    between: int

    @property
    def count(self) -> int:
        """How many there are in all."""
        return self.between + sum(each is not None for each in (self.first, self.then, self.last))


def then_and_now(noted: Sequence[T], since: datetime.date) -> ThenAndNow[T]:
    """Choose what is told of many notes.

    Args:
        noted: By day, at least one.
        since: The day compared with.
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
