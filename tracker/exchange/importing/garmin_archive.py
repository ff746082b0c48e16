"""The list of activities in Garmin's archive of an account, a JSON file, read as runs.

It has distances in centimetres and durations in milliseconds. Each start is given in milliseconds
since 1970, once in UTC and once in local time.
"""

import datetime
import json
from collections.abc import Generator
from typing import Any, Final

from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.formats import Format, LineKind, named
from tracker.exchange.roles import Role
from tracker.worded import worded

LIST: Final = "summarizedActivitiesExport"
MOST: Final = 1 << 26  # bytes; a list of a thousand activities has three million
HEADINGS: Final = ("startTimeLocal", "beginTimestamp", "activityType", "distance", "duration")
FORMAT: Final = Format(
    name="Garmin Connect archive",
    columns=named(
        {
            Role.DATE: ("startTimeLocal",),
            Role.UTC: ("beginTimestamp",),
            Role.ACTIVITY: ("activityType",),
            Role.DISTANCE_M: ("distance",),
            Role.DURATION_S: ("duration",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.ACTIVITY}),
    kind=LineKind.RUNS,
)
_BEGINNING: Final = datetime.datetime.combine(datetime.date(1970, 1, 1), datetime.time())


def is_garmin_archive(head: bytes) -> bool:
    """Tell whether a file is such a list, by its first bytes."""
    return head.lstrip()[:1] in (b"[", b"{") and f'"{LIST}"'.encode() in head[:1_000]


def activity_rows(data: bytes, name: str) -> Generator[float, None, list[list[str]]]:
    """Return the activities of such a list as rows under ``HEADINGS``, in steps.

    Raises:
        FormatError: If it is damaged.
    """
    yield 0.0
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        raise FormatError(worded("{} is damaged, or cut short.", name)) from None
    groups = told if isinstance(told, list) else [told]
    return [
        _row(each)
        for group in groups
        if isinstance(group, dict) and isinstance(group.get(LIST), list)
        for each in group[LIST]
        if isinstance(each, dict)
    ]


def _row(told: dict[str, Any]) -> list[str]:
    return [
        _moment(told.get("startTimeLocal") or told.get("beginTimestamp")),
        _moment(told.get("beginTimestamp")),
        str(told.get("activityType") or "").replace("_", " "),
        _scaled(told.get("distance"), 100),
        _scaled(told.get("duration"), 1_000),
    ]


def _moment(milliseconds: object) -> str:
    if not isinstance(milliseconds, int | float):
        return ""
    try:
        moment = _BEGINNING + datetime.timedelta(milliseconds=milliseconds)
    except (OverflowError, ValueError):
        return ""
    return moment.isoformat(" ", "seconds")


def _scaled(value: object, by: int) -> str:
    return f"{value / by:.3f}" if isinstance(value, int | float) else ""
