"""How commands speak: results on standard output, complaints and progress on standard error."""

import sys
from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")


def say(text: str) -> None:
    """Tell a result."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """Tell what is wrong, in one line."""
    sys.stderr.write(f"soleus: {text}\n")


def counted(number: int, thing: str) -> str:
    """Count things in words.

    >>> counted(1, "line"), counted(1200, "line")
    ('1 line', '1,200 lines')
    """
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def finished(steps: Generator[float, None, T], doing: str) -> T:
    """Take all steps of a job and give its result; a terminal sees the progress."""
    is_watched = sys.stderr.isatty()
    try:
        while True:
            fraction = next(steps)
            if is_watched:
                sys.stderr.write(f"\r{doing} … {fraction:4.0%}")
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        if is_watched:
            sys.stderr.write("\r\x1b[K")
