"""Removes PySide's hook from Python's import, which costs a start more than reading the log."""

import builtins
from importlib import import_module


def remove_import_hook() -> None:
    """Load Qt, and restore Python's own import function.

    PySide reads the source of every module imported after it, to find out whether it asks for other
    names of Qt's methods (``from __feature__ import snake_case``). None of ours does, so a hundred
    files need not be read for it. If there is no such hook, nothing is done.

    Source: ``feature_imported`` in PySide's ``shibokensupport/feature.py``.
    """
    import_module("PySide6.QtCore")  # which installs the hook
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
