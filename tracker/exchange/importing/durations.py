"""Durations as people and programs write them."""

import re
from typing import Final

from tracker.exchange.importing.cell_numbers import DecimalMark, number_with
from tracker.worded import worded

_CLOCK: Final = re.compile(
    r"(?:(\d+):)?(\d{1,3}):(\d\d(?:[.,]\d+)?)(?:\s*(?:min|(h|hrs?|std))\.?)?", re.IGNORECASE
)
_NUMBER: Final = r"(\d+(?:[.,]\d+)?)"
_HOURS: Final = r"h|hrs?|hours?|std|stunden?|heures?|horas?|ore|ora|uur|timer|timmar|ч|時間|小时"
_MINUTES: Final = r"m|min|mins|minutes?|minuten?|minutos?|minuti|minuter|minuter|мин|分|分钟|′|'"
_SECONDS: Final = (
    r"s|secs?|seconds?|sek|sekunden?|secondi|segundos?|secondes?|seconden|с|сек|秒|″|''|\""
)
_WORDED: Final = re.compile(
    rf"(?:{_NUMBER}\s*(?:{_HOURS})\.?)?\s*(?:{_NUMBER}\s*(?:(?:{_MINUTES})\.?|$))?"
    rf"\s*(?:{_NUMBER}\s*(?:(?:{_SECONDS})\.?|$))?",
    re.IGNORECASE,
)
_S_A_MINUTE: Final = 60
_S_AN_HOUR: Final = 3_600
# Nobody runs a kilometre faster: the world record is 132 seconds.
FEWEST_S_A_KM: Final = 120


def seconds_in(text: str, mark: DecimalMark) -> float:
    """Read a duration; a number alone is in seconds.

    Args:
        text: Text such as ``90``, ``1:30``, ``1 min 30 s``, ``2'``, ``1h05`` or ``1:02:03``.
        mark: The decimal mark.

    Raises:
        ValueError: In words for a person, if it is not a duration.

    >>> [seconds_in(each, DecimalMark.POINT) for each in ("90", "1:30", "1.5 min", "1h05")]
    [90.0, 90.0, 90.0, 3900.0]
    """
    plain = text.strip()
    clock = _CLOCK.fullmatch(plain)
    if clock is not None:
        hours, minutes, rest, are_hours = clock.groups()
        seconds = int(minutes) * _S_A_MINUTE + float(rest.replace(",", "."))
        if hours is None and are_hours:
            return seconds * _S_A_MINUTE
        return int(hours or 0) * _S_AN_HOUR + seconds
    worded = _WORDED.fullmatch(plain)
    if worded is None or re.fullmatch(rf"(?:{_NUMBER})?", plain):
        return number_with(text, mark)
    parts = zip(worded.groups(), (_S_AN_HOUR, _S_A_MINUTE, 1), strict=True)
    return sum(number_with(number, mark) * unit for number, unit in parts if number)


def run_seconds_in(text: str, mark: DecimalMark, distance_km: float) -> float:
    """Read the duration of a run.

    A number alone is in seconds, and 55:10 is minutes and seconds, unless nobody could have run
    that fast: then they are minutes, and hours and minutes.

    Args:
        text: The text in the file.
        mark: The decimal mark.
        distance_km: Distance of the run in kilometres.

    Raises:
        ValueError: In words for a person, if it is not a duration.

    >>> [run_seconds_in(each, DecimalMark.POINT, 10) for each in ("55:10", "0:55", "55")]
    [3310.0, 3300.0, 3300.0]
    """
    try:
        seconds = seconds_in(text, mark)
    except ValueError:
        raise ValueError(worded("“{}” is no duration.", text.strip())) from None
    is_short = re.fullmatch(rf"\d{{1,3}}:\d\d|{_NUMBER}", text.strip()) is not None
    if is_short and seconds < FEWEST_S_A_KM * distance_km:
        return seconds * _S_A_MINUTE
    return seconds
