"""How commands speak: results on standard output, complaints and progress on standard error."""

import sys
from collections.abc import Generator
from typing import TextIO, TypeVar

T = TypeVar("T")


def say(text: str) -> None:
    """Tell a result."""
    _write(sys.stdout, f"{text}\n")


def complain(text: str) -> None:
    """Tell what is wrong, in one line whatever a file is called."""
    in_one = text.replace("\n", "\\n").replace("\r", "\\r")
    _write(sys.stderr, f"soleus: {in_one}\n")


def _write(stream: TextIO, text: str) -> None:
    """Write a text, letters that the stream's encoding does not have by their numbers."""
    try:
        stream.write(text)
    except UnicodeEncodeError as error:
        stream.write(text.encode(error.encoding, "backslashreplace").decode(error.encoding))


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
