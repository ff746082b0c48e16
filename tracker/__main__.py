"""The door: a command without a window, or the window; nothing is loaded that is not needed."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from tracker import FAULT_OF_THE_WORLD, LOG_SUFFIX, WRONG_USE
from tracker.app.import_hook import remove_import_hook
from tracker.cli import COMMANDS
from tracker.cli.display import NoDisplayError, require_display


def say_in_terminal(message: str) -> None:
    """Say in one line, to whoever is at a terminal, what went wrong."""
    if sys.stderr is not None:  # it is where a program is started without a terminal on Windows
        sys.stderr.write(message + "\n")


def open_window(given: Sequence[str]) -> int:
    """Open the window and stay until it is closed.

    Args:
        given: The command line: a log or a plan, or ``--demo``, or nothing.

    Returns:
        The exit code.
    """
    # Too little for argparse, which takes longer to import than a log to open.
    is_demo = given == ["--demo"]
    is_file = len(given) == 1 and not given[0].startswith("-")
    if given and not (is_demo or is_file):
        say_in_terminal(f"soleus: what is “{' '.join(given)}”? (see soleus --help)")
        return WRONG_USE
    file = Path(given[0]) if is_file else None
    # A word mistyped must not make a log.
    if file is not None and file.suffix.lower() != LOG_SUFFIX and not file.exists():
        say_in_terminal(
            f"soleus: “{file}” is no command and no file; a new log's name ends in {LOG_SUFFIX} "
            "(see soleus --help)"
        )
        return WRONG_USE
    try:
        require_display()
    except NoDisplayError as error:
        say_in_terminal(str(error))
        return FAULT_OF_THE_WORLD
    remove_import_hook()  # before what imports most
    from tracker.ui.window.program import show_window

    # Whoever names a file at a terminal is answered there.
    is_answered = file is not None and sys.stderr is not None and sys.stderr.isatty()
    return show_window(file, say_in_terminal, is_demo=is_demo, is_answered=is_answered)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: The command line without the program's name; None for the one given.

    Returns:
        The exit code: 0 done, 1 a fault of the world, 2 wrong use.
    """
    # What is made while starting, or for a command, stays: looking through it for garbage again and
    # again is wasted.
    gc.disable()
    given = list(sys.argv[1:] if arguments is None else arguments)
    asks_for_help = any(each in ("-h", "--help", "-V", "--version") for each in given)
    if asks_for_help or (given and given[0] in COMMANDS):
        from tracker.cli.commands import main

        code = main(given)
        gc.freeze()  # or Python would look through it on ending, too
        return code
    return open_window(given)


if __name__ == "__main__":
    sys.exit(run())
