"""How commands speak: results on standard output, complaints and progress on standard error."""

import sys
from collections.abc import Generator
from typing import Final, TextIO, TypeVar

T = TypeVar("T")


# What ends a line, moves the cursor, or turns the direction of writing: file names, headings and
# names of exercises may hold any of it.
_NO_LETTERS: Final = {
    code: chr(code).encode("unicode_escape").decode()
    for code in (
        *range(0x20),
        *range(0x7F, 0xA0),
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
    )
}


def in_one_line(text: str) -> str:
    r"""Give a text as one line, what is no letter by its number.

    >>> print(in_one_line("two\nlines, and\u2028three"))
    two\nlines, and\u2028three
    """
    return text.translate(_NO_LETTERS)


def say(text: str) -> None:
    """Tell a result."""
    _write(sys.stdout, f"{text}\n")


def complain(text: str) -> None:
    """Tell what is wrong, in one line whatever a file is called."""
    _write(sys.stderr, f"soleus: {in_one_line(text)}\n")


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
