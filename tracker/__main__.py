"""The entry point: runs a command, or opens the window; imports only what it needs."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from tracker import FAULT_OF_THE_WORLD, LOG_SUFFIX, WRONG_USE
from tracker.app.import_hook import remove_import_hook
from tracker.cli import COMMANDS
from tracker.cli.display import NoDisplayError, require_display

# A command looks for garbage seldom, because most of its objects stay alive.
_OBJECTS_A_COLLECTION = 200_000


def say_in_terminal(message: str) -> None:
    """Write one line about what went wrong to the terminal, if there is one."""
    if sys.stderr is not None:  # it is None on Windows without a terminal
        from tracker.cli.terminal import in_one_line

        sys.stderr.write(in_one_line(message) + "\n")


def open_window(given: Sequence[str]) -> int:
    """Open the window and stay until it is closed.

    Args:
        given: The command line: a log or a plan, or ``--demo``, or nothing.

    Returns:
        The exit code.
    """
    # Too little to need argparse, which takes longer to import than a log takes to open.
    is_demo = given == ["--demo"]
    is_file = len(given) == 1 and not given[0].startswith("-")
    if given and not (is_demo or is_file):
        say_in_terminal(f"soleus: what is “{' '.join(given)}”? (see soleus --help)")
        return WRONG_USE
    file = Path(given[0]) if is_file else None
    # A mistyped word must not create a log.
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
    remove_import_hook()  # before most of the imports
    from tracker.ui.window.program import show_window

    # Someone who names a file in a terminal gets errors there.
    is_answered = file is not None and sys.stderr is not None and sys.stderr.isatty()
    return show_window(file, say_in_terminal, is_demo=is_demo, is_answered=is_answered)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: The command line without the program's name; None for the real one.

    Returns:
        The exit code: 0 done, 1 a fault outside the program, 2 wrong use.
    """
    # Objects created while starting stay alive, so collecting garbage is wasted time.
    gc.disable()
    given = list(sys.argv[1:] if arguments is None else arguments)
    asks_for_help = any(each in ("-h", "--help", "-V", "--version") for each in given)
    if asks_for_help or (given and given[0] in COMMANDS):
        from tracker.cli.commands import main

        gc.set_threshold(_OBJECTS_A_COLLECTION)
        gc.enable()
        code = main(given)
        gc.freeze()  # otherwise Python would also collect garbage when it exits
        return code
    return open_window(given)


if __name__ == "__main__":
    sys.exit(run())
