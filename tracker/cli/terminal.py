"""Output of commands: results on standard output, errors and progress on standard error.

A command does its work before it reports. So whatever happens to its output (a closed pipe, a full
disk under ``>``, characters the terminal lacks), neither the work nor the exit code changes.
"""

import os
import sys
from collections.abc import Generator
from contextlib import suppress
from io import TextIOWrapper
from typing import Final, TextIO, TypeVar

from tracker.disk import words_of

T = TypeVar("T")


# Characters that end a line, move the cursor or change the writing direction: file names, headings
# and names of exercises may contain them.
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
    r"""Return a text as one line, with control characters escaped.

    >>> print(in_one_line("two\nlines, and\u2028three"))
    two\nlines, and\u2028three
    """
    return text.translate(_NO_LETTERS)


def get_ready() -> None:
    """Let characters that a terminal lacks be written as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print a result in one line, whatever a file is called."""
    say_whole(in_one_line(text))


def say_whole(text: str) -> None:
    """Print a result that another program reads, as it is."""
    _write(sys.stdout, f"{text}\n")


def complain(text: str) -> None:
    """Print an error in one line, whatever a file is called."""
    _write(sys.stderr, f"soleus: {in_one_line(text)}\n")


def finish() -> None:
    """Flush all output."""
    for stream in (sys.stdout, sys.stderr):
        _write(stream, "", is_last=True)


def _write(stream: TextIO | None, text: str, *, is_last: bool = False) -> None:
    """Write a text; if nobody can receive it any more, drop it."""
    if stream is None:  # closed before the program started
        return
    try:
        stream.write(text)
        if is_last:
            stream.flush()
    except BrokenPipeError:
        _give_up(stream)
    except OSError as error:
        _give_up(stream)
        if stream is sys.stdout:
            complain(f"what was done could not be told: {words_of(error)}.")


def _give_up(stream: TextIO) -> None:
    """Discard what a stream still holds, because Python would try to write it again at exit."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def counted(number: int, thing: str) -> str:
    """Count things in words.

    >>> counted(1, "line"), counted(1200, "line")
    ('1 line', '1,200 lines')
    """
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def finished(steps: Generator[float, None, T], doing: str) -> T:
    """Run all steps of a job and return its result, showing progress on a terminal."""
    is_watched = sys.stderr is not None and sys.stderr.isatty()
    try:
        while True:
            fraction = next(steps)
            if is_watched:
                _write(sys.stderr, f"\r{in_one_line(doing)} … {fraction:4.0%}")
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        if is_watched:
            _write(sys.stderr, "\r\x1b[K")
