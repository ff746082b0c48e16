"""Numbers as a person types them."""

import re
from typing import Final

from tracker.worded import worded

SAME_WRITTEN: Final = 0.005  # numbers closer than this look alike, written to hundredths
_NUMBER = r"[+\-\N{MINUS SIGN}]?(\d+([.,]\d*)?|[.,]\d+)"


def typed_number(text: str) -> float:
    """Read a typed number: with a point or a comma, a hyphen or a proper minus sign.

    Raises:
        ValueError: If it is not a number; thousands separators, exponents and "nan" are refused.

    >>> typed_number("62,5"), typed_number(" .5 "), typed_number("\N{MINUS SIGN}10")
    (62.5, 0.5, -10.0)
    """
    written = text.strip()
    if re.fullmatch(_NUMBER, written) is None:
        raise ValueError(worded("“{}” is not a number.", written))
    value = float(written.replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    return value or 0.0  # avoid negative zero, which would show in files


def typed_whole_number(text: str) -> int:
    """Read a typed whole number, as ``typed_number`` reads others.

    Raises:
        ValueError: If it is not a whole number.

    >>> typed_whole_number("12"), typed_whole_number(" 3,0 ")
    (12, 3)
    """
    value = typed_number(text)
    if not value.is_integer():
        raise ValueError(worded("“{}” is not a whole number.", text.strip()))
    return int(value)
