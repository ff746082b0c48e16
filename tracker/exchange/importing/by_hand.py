"""Tables of any kind: the meanings a person can give to columns, and the format they make."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from tracker.exchange.importing.cell_words import NO, YES
from tracker.exchange.importing.formats import (
    ANY_MARKS,
    BODYWEIGHTS,
    DISTANCES,
    Format,
    LineKind,
    SetMark,
)
from tracker.exchange.roles import Role
from tracker.worded import worded

# In words for the command line; the window has the same words in the runner's language.
COLUMN_MEANINGS: Final[Mapping[str, Role]] = {
    "date": Role.DATE,
    "time": Role.TIME,
    "session": Role.SESSION_ID,
    "name": Role.NAME,
    "side": Role.SIDE,
    "sets": Role.SETS,
    "reps": Role.REPS,
    "load": Role.LOAD,
    "load_kg": Role.LOAD_KG,
    "load_lb": Role.LOAD_LB,
    "unit": Role.UNIT,
    "type": Role.MARK,
    "done": Role.DONE,
    "skipped": Role.SKIPPED,
    "rir": Role.RIR,
    "rpe": Role.RPE,
    "tempo": Role.TEMPO,
    "rest_s": Role.REST_S,
    "hold_s": Role.HOLD_S,
    "pain": Role.PAIN,
    "equipment": Role.EQUIPMENT,
    "note": Role.NOTE,
    "session_note": Role.SESSION_NOTE,
    "bodyweight": Role.BODYWEIGHT,
    "bodyweight_kg": Role.BODYWEIGHT_KG,
    "bodyweight_lb": Role.BODYWEIGHT_LB,
    "activity": Role.ACTIVITY,
    "distance": Role.DISTANCE,
    "distance_km": Role.DISTANCE_KM,
    "distance_m": Role.DISTANCE_M,
    "distance_unit": Role.DISTANCE_UNIT,
    "duration": Role.DURATION,
}
NAME: Final = "a table whose columns were chosen"
_WARMUP: Final = re.compile(
    r"warm|\bwu\b|w/u|echauff|calent|calient|riscald|aquec|rozgrz|zahrat|bemeleg|lammitt|[iı]s[iı]n"
    r"|(?:upp|op|opp)varm|einlauf|einstimm|размин|розмин|προθερμ|ウォーム|热身|熱身"
)


def choosable(places: Mapping[Role, int]) -> dict[int, Role]:
    """Return those meanings of a table's columns that can be chosen by hand, by column index."""
    offered = set(COLUMN_MEANINGS.values())
    return {place: role for role, place in places.items() if role in offered}


def by_hand(headings: Sequence[str], chosen: Mapping[int, Role]) -> Format:
    """Describe a table whose columns a person has chosen.

    Lines with the name of an exercise are sets, those with a distance are runs, those with a
    bodyweight are weighings.

    Args:
        headings: The headings of all columns, from ``heading_of`` and ``told_apart``.
        chosen: The meaning of some columns, by index from 0.

    Raises:
        ValueError: In words for a person, if a needed column is missing.
    """
    roles = set(chosen.values())
    columns = {headings[place]: role for place, role in chosen.items()}
    if Role.NAME not in roles and Role.DATE in roles:
        if not roles.isdisjoint(DISTANCES):
            return Format(NAME, columns, frozenset({Role.DATE}), LineKind.RUNS)
        if not roles.isdisjoint(BODYWEIGHTS):
            return Format(NAME, columns, frozenset({Role.DATE}), LineKind.WEIGHINGS)
    needed = {Role.DATE: "the date", Role.NAME: "the name of the exercise"}
    if roles.isdisjoint((Role.SETS, Role.HOLD_S)):
        needed[Role.REPS] = "the repetitions"
    missing = [words for role, words in needed.items() if role not in roles]
    if missing:
        raise ValueError(worded("Choose the columns of {}.", ", ".join(missing)))
    marks = ANY_MARKS
    for heading, role in columns.items():
        if role is Role.MARK and _WARMUP.search(heading):
            # The cells of “Is it a warm-up?” say yes or no.
            marks = {
                **marks,
                **dict.fromkeys(YES, SetMark.WARMUP),
                **dict.fromkeys(NO, SetMark.WORK),
            }
    return Format(
        name=NAME,
        columns=columns,
        known_by=frozenset(needed),
        marks=marks,
        has_times_of_sets=True,
    )
