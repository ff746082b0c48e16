"""Where commands write: never over a log, and over other files only on request."""

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

from tracker import TrackerError
from tracker.disk import require_writable_target


def add_force(parser: argparse.ArgumentParser) -> None:
    """Add the option to replace files."""
    parser.add_argument("--force", action="store_true", help="replace files that are there already")


def require_free(targets: Iterable[Path], *, is_forced: bool) -> None:
    """Refuse to overwrite anything, before anything is written.

    Args:
        targets: The files to be written.
        is_forced: Whether files other than logs may be replaced.

    Raises:
        TrackerError: If one of them exists already, or must never be overwritten.
    """
    for target in targets:
        require_writable_target(target)
        if not is_forced and os.path.lexists(target):
            raise TrackerError(f"{target} is there already: --force replaces it.")
