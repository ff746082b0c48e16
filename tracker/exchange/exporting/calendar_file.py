"""The days of a plan as a calendar file (.ics, RFC 5545): whole-day entries with stable ids.

A calendar that imports the file again moves the entries it knows, and adds none twice.
"""

import datetime
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_LINE_BYTES: Final = 75  # the longest line; longer ones continue on the next after a space
_PRODUCT: Final = "-//Soleus//plan//EN"


class CalendarDay(NamedTuple):
    """A day on which something is due.

    Args:
        day: The day.
        title: What the calendar shows.
        text: The description, which may have several lines.
    """

    day: datetime.date
    title: str
    text: str


def calendar_file(plan_id: str, days: Iterable[CalendarDay], now: datetime.datetime) -> bytes:
    """Write days as a calendar file.

    Args:
        plan_id: Id of the plan, from which the ids of the entries are made.
        days: The days, without repeats.
        now: The instant when the file is made.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    stamp = f"{now.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
    for each in days:
        after = each.day + datetime.timedelta(days=1)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{plan_id}-{each.day:%Y%m%d}@soleus",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
            f"SUMMARY:{_escaped(each.title)}",
            f"DESCRIPTION:{_escaped(each.text)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> Iterator[bytes]:
    """Break a line into parts short enough, never within a character."""
    part, room = b"", _LINE_BYTES
    for sign in line:
        encoded = sign.encode()
        if len(encoded) > room:
            yield part
            part, room = b" ", _LINE_BYTES - 1
        part += encoded
        room -= len(encoded)
    yield part
