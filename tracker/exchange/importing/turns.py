"""What a file does not tell of its sets and a person said: whose turn it was, and the warm-ups."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.exercise import Exercise
from tracker.domain.session import SetType
from tracker.exchange.importing.found import ImportedSet, NameMapping
from tracker.exchange.importing.laying import session_key
from tracker.exchange.importing.names import Sides


def turns(
    sets: Sequence[ImportedSet], mapping: NameMapping, *, begins_warm: bool
) -> list[ImportedSet]:
    """Give each set the leg whose turn it was, and the type that was said.

    Where the legs take turns, the first set of an exercise in a session was the left leg's.

    Args:
        sets: In the order of the file.
        mapping: What the names become.
        begins_warm: Whether the first set of an exercise and leg in a session was a warm-up, where
            the file does not tell.

    Returns:
        The same sets in the same order.
    """
    taken: Counter[tuple[str, Exercise]] = Counter()
    begun: set[tuple[str, Exercise, Sides]] = set()
    told = []
    for each in sets:
        meaning = each.meant(mapping)
        if meaning is not None:
            session, sides = session_key(each), meaning.sides
            if meaning.takes_turns:
                sides = (Sides.LEFT, Sides.RIGHT)[taken[session, meaning.exercise] % 2]
                taken[session, meaning.exercise] += 1
                each = replace(each, sides=sides)
            if begins_warm and not each.is_type_known:
                leg = (session, meaning.exercise, sides)
                if leg not in begun:
                    each = replace(each, set_type=SetType.WARMUP)
                begun.add(leg)
        told.append(each)
    return told
