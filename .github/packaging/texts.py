"""What lies in a system's folder of shared data: desktop files, icons, man page, completion.

    python texts.py FOLDER COMMAND

FOLDER is a ``share``; COMMAND is what starts the program in the desktop's menu. It runs in the
environment of the build, with the program installed.
"""

import argparse
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import shtab
from argparse_manpage.manpage import Manpage

from tracker import __version__
from tracker.cli import COMMANDS
from tracker.cli.commands import parser_of
from tracker.cli.desktop import installed_files

COMPLETIONS = {
    "bash": "bash-completion/completions/soleus",
    "zsh": "zsh/site-functions/_soleus",
    "fish": "fish/vendor_completions.d/soleus.fish",
}


def texts() -> Iterator[tuple[str, bytes]]:
    """Give man page and completions, made of what the commands say of themselves."""
    parser, _ = parser_of(COMMANDS)
    about = {
        "project_name": "Soleus",
        "version": __version__,
        "description": "strength log for runners",
        "manual_title": "Soleus",
    }
    # Each form of its use on a line.
    page = str(Manpage(parser, about)).replace(" soleus COMMAND", "\n.br\n.B soleus\nCOMMAND", 1)
    # One time stamp less that would differ with each build.
    yield "man/man1/soleus.1.gz", gzip.compress(page.encode(), mtime=0)
    for shell, name in COMPLETIONS.items():
        for each in with_commands(parser):
            complete_files(each)
        yield name, shtab.complete(parser, shell).encode()


def with_commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Give a parser and those of its commands."""
    yield parser
    for action in parser._actions:  # noqa: SLF001, argparse has no public way to look through
        if isinstance(action.choices, dict):
            yield from action.choices.values()


def complete_files(parser: argparse.ArgumentParser) -> None:
    """Let the shell offer files wherever a name is asked for."""
    for action in parser._actions:  # noqa: SLF001
        if action.choices is None and action.nargs != 0:
            action.complete = shtab.FILE  # type: ignore[attr-defined]


def main() -> int:
    """Write all of it, and give the exit code."""
    folder, command = Path(sys.argv[1]), sys.argv[2]
    for name, content in (*installed_files(command), *texts()):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
