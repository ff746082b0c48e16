"""Matches the sets of one exercise in one session, in a log and in a file, by their order."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tracker.domain.session import SetType

# How well two sets match. As many equal ones as possible are matched, preferably ones that came
# from the file; sets that differ are matched only if neither has a better match.
_ALIKE: Final = 1_000_000_000
_AND_FROM_THE_FILE: Final = 1
_OF_ANOTHER_TYPE: Final = 1_000_000
_HALF_ALIKE: Final = 1_000
_IN_THE_SAME_PLACE: Final = 1
# No day has more sets of one exercise; any beyond this are not compared.
_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class Done:
    """What was done in a set; equal ones count as the same set if their order fits."""

    reps: int
    external_kg: float
    set_type: SetType


def partners(
    own: Sequence[Done], told: Sequence[Done], came_from_it: Sequence[bool]
) -> list[int | None]:
    """Find which set of a file is which set of the log, keeping the order as far as possible.

    Args:
        own: The sets of the log.
        told: The sets of the file.
        came_from_it: Whether each set of the log was imported from this file before. Such a set may
            match one with other values, and among equal sets it matches first; other sets match
            only if they are equal.

    Returns:
        For each set of the file, the index of its match in the log; None if it has none.

    >>> warm, work = Done(15, 20.0, SetType.WARMUP), Done(12, 40.0, SetType.WORK)
    >>> partners([work, work], [warm, work, work], [True, True])
    [None, 0, 1]
    """
    if list(own) == list(told):
        return list(range(len(told)))
    in_order = _in_order(own, told, came_from_it, may_differ=False)
    alone = Counter(range(len(own))) - Counter(at for at in in_order if at is not None)
    left_of: dict[Done, list[int]] = defaultdict(list)
    for place in sorted(alone, key=lambda place: (came_from_it[place], -place)):
        left_of[own[place]].append(place)
    # Equal sets in another order, such as one that was inserted later.
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
        [came_from_it[place] for place in mine],
        may_differ=True,
    )
    for number, at in zip(theirs, others, strict=True):
        found[number] = None if at is None else mine[at]
    # Match the rest whatever they hold, so that sets are added only if the file has more than the
    # log, and the same file adds nothing a second time.
    taken = set(found)
    left = [place for place in mine if came_from_it[place] and place not in taken]
    for number, place in zip((each for each in theirs if found[each] is None), left, strict=False):
        found[number] = place
    return found


def with_least_to_tell(
    found: Sequence[int | None],
    own: Sequence[Done],
    told: Sequence[Done],
    is_same: Callable[[int, int], bool],
) -> list[int | None]:
    """Swap the matches of equal sets, so that as few as possible differ in other details.

    Args:
        found: The result of ``partners``.
        own: The sets of the log.
        told: The sets of the file.
        is_same: Whether a set of the log, by index, has all details of one of the file, by index.

    Returns:
        For each set of the file, the index of its match, as before.
    """
    best = list(found)
    alike: dict[Done, list[tuple[int, int]]] = defaultdict(list)
    for number, at in enumerate(found):
        if at is not None and own[at] == told[number]:
            alike[own[at]].append((number, at))
    for pairs in alike.values():
        if all(is_same(at, number) for number, at in pairs):
            continue
        places = [at for _, at in pairs]
        left: list[int] = []
        for number, _ in pairs:
            same = next((at for at in places if is_same(at, number)), None)
            if same is None:
                left.append(number)
            else:
                best[number] = same
                places.remove(same)
        for number, at in zip(left, places, strict=True):
            best[number] = at
    return best


def _in_order(
    own: Sequence[Done], told: Sequence[Done], came_from_it: Sequence[bool], *, may_differ: bool
) -> list[int | None]:
    """Find the best matches among those that keep the order."""
    found: list[int | None] = [None] * len(told)
    # At both ends, equal sets are the best match for each other, unless another equal one came from
    # the file.
    is_best = list(came_from_it) if any(came_from_it) else [True] * len(own)
    first = 0
    while first < min(len(own), len(told)) and is_best[first] and own[first] == told[first]:
        found[first] = first
        first += 1
    ends = 0
    while (
        ends < min(len(own), len(told)) - first
        and is_best[-1 - ends]
        and own[-1 - ends] == told[-1 - ends]
    ):
        found[len(told) - 1 - ends] = len(own) - 1 - ends
        ends += 1
    mine = range(first, min(len(own) - ends, first + _MOST))
    theirs = range(first, min(len(told) - ends, first + _MOST))
    if not mine or not theirs:
        return found

    def likeness(i: int, j: int) -> int:
        came = came_from_it[mine[i]]
        here = _likeness(own[mine[i]], told[theirs[j]], may_differ=may_differ and came)
        return here + _AND_FROM_THE_FILE if here >= _ALIKE and came else here

    # best[i][j]: the best total for the sets from the i-th and j-th on.
    best = [[0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for i in reversed(range(len(mine))):
        for j in reversed(range(len(theirs))):
            here = likeness(i, j)
            best[i][j] = max(
                best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + here if here else 0
            )
    i = j = 0
    while i < len(mine) and j < len(theirs):
        here = likeness(i, j)
        if here and best[i][j] == best[i + 1][j + 1] + here:
            found[theirs[j]] = mine[i]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _likeness(own: Done, told: Done, *, may_differ: bool) -> int:
    """Rate how well two sets match; 0 if they cannot."""
    if own == told:
        return _ALIKE
    same = (own.reps == told.reps) + (own.external_kg == told.external_kg)
    if same == 2:
        return _OF_ANOTHER_TYPE
    if not may_differ:
        return 0
    return _HALF_ALIKE if same else _IN_THE_SAME_PLACE
