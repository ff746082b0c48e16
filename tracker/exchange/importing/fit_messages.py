"""The messages of a FIT file, as watches write them: which are read, and how damage is reported.

Each file carries its length and a checksum, so a truncated or altered one is refused as a whole.
Messages that future watches may add are ignored.
"""

import datetime
import struct
from collections.abc import Callable, Generator, Mapping
from io import BytesIO
from types import ModuleType
from typing import Any, Final

from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.fit_scan import DamagedError, Scan
from tracker.worded import worded

NAME: Final = "FIT"
MOST_BYTES: Final = 1 << 26  # of a file; a day on foot recorded every second has five million
# Names of messages by number, in Garmin's profile.
_READ: Final = {0: "file_id", 18: "session", 27: "workout_step", 34: "activity", 225: "set"}
_NEEDED_TO_READ: Final = (206, 207)  # definitions of fields added by others than Garmin
_MESSAGES_A_STEP: Final = 20
# What the reader raises for bytes that no watch writes.
_DAMAGE: Final = (
    *(struct.error, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError),
    *(OverflowError, ArithmeticError),
)

# The non-empty fields of a message, by their names in Garmin's profile.
FitFields = Mapping[str, Any]


def _fitdecode() -> ModuleType:
    """Import the library; its tables take a while to load, and few people import such files."""
    import fitdecode

    library: ModuleType = fitdecode
    return library


def reading_messages(
    data: bytes, name: str, take: Callable[[str, FitFields], bool]
) -> Generator[float, None, None]:
    """Pass on the messages of interest, in steps.

    Args:
        data: The file.
        name: What to call it in an error.
        take: Called with the name and fields of each message; return False to stop.

    Raises:
        FormatError: If the file is damaged, truncated, or larger than any activity.
    """
    fitdecode = _fitdecode()
    if len(data) > MOST_BYTES:
        raise FormatError(worded("{} is larger than the file of any activity.", name))
    scan = Scan(data, name, (*_READ, *_NEEDED_TO_READ))
    yield from scan.finding()
    reader = fitdecode.FitReader(
        BytesIO(scan.kept),
        check_crc=fitdecode.CrcCheck.DISABLED,  # the kept part has no checksum
        error_handling=fitdecode.ErrorHandling.IGNORE,
    )
    try:
        for number, frame in enumerate(reader):
            if number % _MESSAGES_A_STEP == 0:
                yield 1.0
            if isinstance(frame, fitdecode.FitDataMessage) and frame.global_mesg_num in _READ:
                fields = {each.name: each.value for each in frame.fields if each.value is not None}
                if not take(_READ[frame.global_mesg_num], fields):
                    return
        yield from scan.proving()
    except (DamagedError, fitdecode.FitError, *_DAMAGE):
        raise FormatError(worded("{} is a damaged FIT file, or one cut short.", name)) from None


def instant_in(fields: FitFields, *names: str) -> datetime.datetime | None:
    """Return the first of some fields that holds an instant, in UTC; None if none does."""
    found = (fields.get(name) for name in names)
    return next((each for each in found if isinstance(each, datetime.datetime)), None)


def number_in(fields: FitFields, name: str) -> float | None:
    """Return a field that holds a number of 0 or more; None if it does not."""
    value = fields.get(name)
    return float(value) if isinstance(value, int | float) and 0 <= value < 1e9 else None


def text_in(fields: FitFields, name: str) -> str:
    """Return a field that holds text, without line breaks; empty if it does not."""
    value = fields.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def first_in(fields: FitFields, name: str) -> object:
    """Return a field, or the first of its values: what a watch considers most likely."""
    value = fields.get(name)
    if isinstance(value, tuple | list):
        return value[0] if value else None
    return value


def exercise_in(category: object, kind: object) -> str:
    """Return the name of an exercise in Garmin's profile, in words; empty if it has none.

    Args:
        category: The name of its category.
        kind: Its number in the category.

    >>> exercise_in("calf_raise", 6), exercise_in("calf_raise", None), exercise_in("unknown", 0)
    ('Seated calf raise', 'Calf raise', '')
    """
    if not isinstance(category, str) or category == "unknown":
        return ""
    kinds = _fitdecode().profile.FIELD_TYPES.get(f"{category}_exercise_name")
    named = (kinds.enum or {}).get(kind) if kinds is not None else None
    return (named or category).replace("_", " ").capitalize()
