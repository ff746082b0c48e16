"""Recognises tables of runs by their shape, whatever language their headings are in.

Strava and Garmin Connect always write the same columns in the same places, with headings translated
into more languages than any list has.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tracker.exchange.importing.apps_of_runs import GARMIN, STRAVA
from tracker.exchange.importing.formats import Format
from tracker.exchange.roles import Role

# Indices at which Strava repeats headings: elapsed time, distance, maximum heart rate.
_TWICE: Final = ((5, 15), (6, 17), (7, 30))
_STRAVA: Final = {
    0: Role.SESSION_ID,
    1: Role.DATE,
    3: Role.ACTIVITY,
    6: Role.DISTANCE,
    16: Role.DURATION_S,
}
# The first cells of a line from Garmin: kind, moment, favourite, title, distance, calories,
# duration.
_GARMIN_CELLS: Final = tuple(
    re.compile(each, re.ASCII | re.IGNORECASE)
    for each in (
        r"[^\d]+",
        r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d",
        r"true|false",
        r"(?s:.*)",
        r"[\d.,]+|--",
        r"[\d.,]+|--",
        r"\d\d:\d\d:\d\d(?:[.,]\d+)?",
    )
)
_GARMIN: Final = {0: Role.ACTIVITY, 1: Role.DATE, 4: Role.DISTANCE, 6: Role.DURATION}


def by_shape(headings: Sequence[str], first_row: Sequence[str]) -> Format | None:
    """Recognise a table by where headings repeat, or by the contents of its first line.

    Args:
        headings: The headings, in the form of ``heading_of``.
        first_row: The cells of the line below.

    Returns:
        Its format, with its own headings; None if neither fits.
    """
    if len(headings) > _TWICE[-1][1] and all(headings[a] == headings[b] for a, b in _TWICE):
        columns = {headings[place]: role for place, role in _STRAVA.items()}
        if len(columns) == len(_STRAVA):
            return replace(STRAVA, columns=columns, again={headings[6]: Role.DISTANCE_M})
    cells = first_row[: len(_GARMIN_CELLS)]
    if len(cells) == len(_GARMIN_CELLS) == len(set(headings[: len(_GARMIN_CELLS)])) and all(
        pattern.fullmatch(cell.strip()) for pattern, cell in zip(_GARMIN_CELLS, cells, strict=True)
    ):
        return replace(GARMIN, columns={headings[at]: role for at, role in _GARMIN.items()})
    return None
