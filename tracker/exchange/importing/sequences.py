"""Sets of one exercise in one session, in the log and in a file, laid side by side in order."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tracker.domain.session import SetType

# How good partners two sets are. The more that are wholly alike the better; sets that differ are
# partners only where neither has a better one.
_ALIKE: Final = 1_000_000_000
_OF_ANOTHER_TYPE: Final = 1_000_000
_HALF_ALIKE: Final = 1_000
_IN_THE_SAME_PLACE: Final = 1
# A day has no more sets of one exercise than this; what is beyond it is not compared.
_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class Done:
    """What was done in a set; two that are equal are the same set where their order agrees."""

    reps: int
    external_kg: float
    set_type: SetType


def partners(
    own: Sequence[Done], told: Sequence[Done], may_differ: Sequence[bool]
) -> list[int | None]:
    """Find which sets of a file are which of the log, so that their order agrees as far as can be.

    Args:
        own: Of the log.
        told: Of the file.
        may_differ: Whether a set of the log may be the partner of one with other values, as one
            that came from this file before; others are only known by what was done.

    Returns:
        For each set of the file the place of its partner in the log; None where it has none.

    >>> warm, work = Done(15, 20.0, SetType.WARMUP), Done(12, 40.0, SetType.WORK)
    >>> partners([work, work], [warm, work, work], [True, True])
    [None, 0, 1]
    """
    if list(own) == list(told):
        return list(range(len(told)))
    in_order = _in_order(own, told, [False] * len(own))
    alone = Counter(range(len(own))) - Counter(at for at in in_order if at is not None)
    left_of: dict[Done, list[int]] = defaultdict(list)
    for place in sorted(alone, reverse=True):
        left_of[own[place]].append(place)
    # What was done here, only in another order, as a set that was added in front later on.
    found: list[int | None] = [None] * len(told)
    for number, (each, at) in enumerate(zip(told, in_order, strict=True)):
        if at is None and left_of[each]:
            found[number] = left_of[each].pop()
    taken = set(found)
    mine = [place for place in range(len(own)) if place not in taken]
    theirs = [number for number, at in enumerate(found) if at is None]
    others = _in_order(
        [own[place] for place in mine],
        [told[number] for number in theirs],
        [may_differ[place] for place in mine],
    )
    for number, at in zip(theirs, others, strict=True):
        found[number] = None if at is None else mine[at]
    # Whatever their order: a set is added only where the file has more of them than the log, so
    # that the same file adds nothing a second time.
    taken = set(found)
    left = [place for place in mine if may_differ[place] and place not in taken]
    for number, place in zip((each for each in theirs if found[each] is None), left, strict=False):
        found[number] = place
    return found


def _in_order(
    own: Sequence[Done], told: Sequence[Done], may_differ: Sequence[bool]
) -> list[int | None]:
    """Find the best partners among those whose order agrees."""
    found: list[int | None] = [None] * len(told)
    first = 0
    while first < min(len(own), len(told)) and own[first] == told[first]:
        found[first] = first
        first += 1
    ends = 0
    while ends < min(len(own), len(told)) - first and own[-1 - ends] == told[-1 - ends]:
        found[len(told) - 1 - ends] = len(own) - 1 - ends
        ends += 1
    mine = range(first, min(len(own) - ends, first + _MOST))
    theirs = range(first, min(len(told) - ends, first + _MOST))
    if not mine or not theirs:
        return found
    # best[i][j]: the most that can be had of the sets from the i-th and j-th on.
    best = [[0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for i in reversed(range(len(mine))):
        for j in reversed(range(len(theirs))):
            here = _likeness(own[mine[i]], told[theirs[j]], may_differ[mine[i]])
            best[i][j] = max(
                best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + here if here else 0
            )
    i = j = 0
    while i < len(mine) and j < len(theirs):
        here = _likeness(own[mine[i]], told[theirs[j]], may_differ[mine[i]])
        if here and best[i][j] == best[i + 1][j + 1] + here:
            found[theirs[j]] = mine[i]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _likeness(own: Done, told: Done, may_differ: bool) -> int:
    """Tell how good partners two sets are; 0 where they cannot be."""
    if own == told:
        return _ALIKE
    same = (own.reps == told.reps) + (own.external_kg == told.external_kg)
    if same == 2:
        return _OF_ANOTHER_TYPE
    if not may_differ:
        return 0
    return _HALF_ALIKE if same else _IN_THE_SAME_PLACE
