"""What every JSON file of ours says of itself: its format, and the version of it."""

import json
from typing import Any, Never

from tracker.exchange.csv_text import FormatError
from tracker.worded import worded


def contents_of_json(
    data: bytes, name: str, format_: str, newest: int, says_otherwise: str
) -> dict[str, Any]:
    """Read a JSON file of ours.

    Args:
        data: The file.
        name: What to call it in an error.
        format_: The format that it must have.
        newest: The newest version of it that is known.
        says_otherwise: The error for JSON that is not of that format.

    Returns:
        What the file contains, without its format and version.

    Raises:
        FormatError: If it is not JSON, of another format, or of a later version.
    """
    try:
        whole = json.loads(data, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise FormatError(worded("{} is not JSON, or is cut short.", name)) from None
    if not isinstance(whole, dict) or whole.pop("format", None) != format_:
        raise FormatError(says_otherwise)
    version = whole.pop("version", None)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FormatError(worded("{} does not say which version of the format it has.", name))
    if version > newest:
        raise FormatError(
            worded("{} was written by a later version of Soleus. Read it with that.", name)
        )
    return whole


def _refuse_constant(constant: str) -> Never:
    raise ValueError(constant)  # NaN and Infinity, which Python reads but JSON has not
