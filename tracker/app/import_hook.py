"""Takes PySide's hook out of Python's import, which costs a start more than reading the log."""

import builtins

from PySide6 import QtCore  # noqa: F401  (which puts its hook in)


def remove_import_hook() -> None:
    """Let Python import again as it does without PySide.

    PySide reads the source of every module that is imported after it, to find out whether that asks
    for other names of Qt's methods (``from __feature__ import snake_case``). None of ours does, and
    a hundred files need not be read for it. Without such a hook, nothing is done.

    Source: ``feature_imported`` in PySide's ``shibokensupport/feature.py``.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
