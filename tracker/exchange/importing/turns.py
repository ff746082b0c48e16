"""Adds what a person said and the file does not: whose turn it was, which sets were warm-ups."""

from collections import Counter
from dataclasses import replace

from tracker.domain.exercise import Exercise
from tracker.domain.session import SetType
from tracker.exchange.importing.found import NameMapping, SetsRead
from tracker.exchange.importing.laying import session_key
from tracker.exchange.importing.names import Sides


def turns(sets: SetsRead, mapping: NameMapping, *, begins_warm: bool) -> SetsRead:
    """Give each set the leg whose turn it was, and mark warm-ups.

    If the legs take turns, the first set of an exercise in a session was the left leg's.

    Args:
        sets: The sets in the order of the file.
        mapping: What the names stand for.
        begins_warm: Whether the first set of an exercise and leg in a session was a warm-up, if the
            file does not say.

    Returns:
        The same sets in the same order.
    """
    taken: Counter[tuple[str, Exercise]] = Counter()
    begun: set[tuple[str, Exercise, Sides]] = set()
    found = SetsRead()
    for line, of_session, told in sets:
        meaning = told.meant(mapping)
        if meaning is not None:
            session, sides = session_key(of_session), meaning.sides
            if meaning.takes_turns:
                sides = (Sides.LEFT, Sides.RIGHT)[taken[session, meaning.exercise] % 2]
                taken[session, meaning.exercise] += 1
                told = replace(told, sides=sides)
            if begins_warm and not told.is_type_known:
                leg = (session, meaning.exercise, sides)
                if leg not in begun:
                    told = replace(told, set_type=SetType.WARMUP)
                begun.add(leg)
        found.append(line, of_session, told)
    return found
