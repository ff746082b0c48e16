"""What the program does without a window, for scripts: the commands, a module each.

Like the window, they combine storage and exchange. They need no display, and Qt only for a report
and icons. Results go to standard output, errors and progress to standard error.
"""

import argparse
from collections.abc import Collection, Sequence
from importlib import import_module
from typing import NoReturn, Protocol, cast

from tracker import DONE, FAULT_OF_THE_WORLD, WRONG_USE, TrackerError, __version__
from tracker.cli import COMMANDS
from tracker.cli.terminal import complain, finish, get_ready, in_one_line


class CommandModule(Protocol):
    """The interface of a command's module."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments to its parser."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Run the command and return the exit code.

        Raises:
            TrackerError: If a fault outside the program prevents it.
        """


class _OneLineParser(argparse.ArgumentParser):
    """A parser whose error messages are one line."""

    def error(self, message: str) -> NoReturn:
        words = in_one_line(message)
        self.exit(WRONG_USE, f"{self.prog}: {words} (see {self.prog} --help)\n")


def parser_of(asked: Collection[str]) -> tuple[argparse.ArgumentParser, dict[str, CommandModule]]:
    """Return the parser for the command line, and the modules of the commands asked for.

    Args:
        asked: The commands to add arguments for; the modules of others are not imported.
    """
    parser = _OneLineParser(
        prog="soleus",
        usage="soleus [FILE | --demo]\n       soleus COMMAND … (soleus COMMAND --help)",
        description="A strength log for runners. Without a command it opens a window: soleus on "
        "the last log, soleus FILE on that one or with that plan, soleus --demo on a made-up year "
        "of training.",
    )
    # Listed for help, man page and completion; given alone, it is handled elsewhere.
    parser.add_argument("--demo", action="store_true", help="open a made-up year of training")
    parser.add_argument("-V", "--version", action="version", version=f"soleus {__version__}")
    listed = parser.add_subparsers(
        title="commands",
        dest="command",
        metavar="COMMAND",
        prog="soleus",
        parser_class=_OneLineParser,
    )
    commands: dict[str, CommandModule] = {}
    for name, (module, line) in COMMANDS.items():
        of_command = listed.add_parser(name, help=line, description=f"{line[0].upper()}{line[1:]}.")
        if name in asked:
            commands[name] = cast(CommandModule, import_module(f"tracker.cli.{module}"))
            commands[name].add_arguments(of_command)
    return parser, commands


def main(arguments: Sequence[str]) -> int:
    """Run a command line that begins with a command, or asks for help.

    Returns:
        The exit code: 0 done, 1 a fault outside the program, 2 wrong use.
    """
    get_ready()
    try:
        return _run(arguments)
    finally:
        finish()


def _run(arguments: Sequence[str]) -> int:
    parser, commands = parser_of(arguments[:1])
    try:
        parsed = parser.parse_args(arguments)
        if not commands:
            parser.error("a command is missing")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    try:
        return commands[parsed.command].run(parsed)
    except TrackerError as error:
        complain(str(error))
        return FAULT_OF_THE_WORLD
