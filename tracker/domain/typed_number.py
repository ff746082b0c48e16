"""A number as it is typed."""

import re

from tracker.worded import worded

_NUMBER = r"[+\-\N{MINUS SIGN}]?(\d+([.,]\d*)?|[.,]\d+)"


def typed_number(text: str) -> float:
    """Read a number as it is typed: with a point or a comma, a hyphen or a real minus sign.

    Raises:
        ValueError: If it is none; separators of thousands, exponents and "nan" are not read.

    >>> typed_number("62,5"), typed_number(" .5 "), typed_number("\N{MINUS SIGN}10")
    (62.5, 0.5, -10.0)
    """
    written = text.strip()
    if re.fullmatch(_NUMBER, written) is None:
        raise ValueError(worded("“{}” is not a number.", written))
    value = float(written.replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    return value or 0.0  # no negative zero, which files would show
