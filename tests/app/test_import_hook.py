"""What is imported after Qt is not read a second time."""

import builtins
import subprocess
import sys

import pytest

from tracker.app.import_hook import remove_import_hook

# Imports a module of ours after Qt, then says whether its source was read too.
LATER = """
import linecache, sys
from tracker.app.import_hook import remove_import_hook
if {removed}:
    remove_import_hook()
from PySide6 import QtWidgets
from tracker.domain.period import Period
print(sys.modules[Period.__module__].__file__ in linecache.cache)
"""


@pytest.mark.parametrize("removed", [True, False])
def test_no_source_is_read_with_a_module_imported_after_qt(removed: bool) -> None:
    script = LATER.format(removed=removed)
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == f"{not removed}\n"  # PySide has its hook still, and it is worth removing


def test_pythons_own_import_is_left_where_nobody_replaced_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(builtins, "__orig_import__")
    own = builtins.__import__
    remove_import_hook()
    assert builtins.__import__ is own


def test_pythons_own_import_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    own = getattr(builtins, "__orig_import__")  # noqa: B009  (no name that mypy knows)
    monkeypatch.setattr(builtins, "__import__", lambda *given: own(*given))
    remove_import_hook()
    assert builtins.__import__ is own
