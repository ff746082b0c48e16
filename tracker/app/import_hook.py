"""Takes PySide's hook out of Python's import, which costs a start more than to read the log."""

import builtins
from importlib import import_module


def remove_import_hook() -> None:
    """Load Qt, and let Python import again as it does without PySide.

    PySide reads the source of every module that is imported after it, to find out whether that asks
    for other names of Qt's methods (``from __feature__ import snake_case``). None of ours does, and
    a hundred files need not be read for it. Without such a hook, nothing is done.

    Source: ``feature_imported`` in PySide's ``shibokensupport/feature.py``.
    """
    import_module("PySide6.QtCore")  # which puts the hook in
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
