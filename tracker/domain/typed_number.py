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
