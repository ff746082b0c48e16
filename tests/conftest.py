"""What every test shares: no display, no dialog that waits, no file of the developer's."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

# A busy machine is no fault of the code; speed is measured by tests/benchmarks.
settings.register_profile("soleus", deadline=None)
settings.load_profile("soleus")

if "--headed" not in sys.argv:
    # Before any Qt import: the platform is chosen once.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


# As in the running program: a window that is collected within Qt's own work crashes it.
gc.disable()


@pytest.fixture(autouse=True)
def garbage_waits_for_the_end() -> Iterator[None]:
    """Collect what a test has left behind once it is over."""
    yield
    from tracker.app.garbage import collect_due

    collect_due()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--headed", action="store_true", help="use the display there is")


@pytest.fixture(autouse=True)
def no_dialog_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that blocks would hang the run: tests answer dialogs that were opened instead."""
    from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a test must not wait for a person")

    for kind in (QDialog, QMenu, QMessageBox, QFileDialog):
        monkeypatch.setattr(kind, "exec", refuse)
    for name in ("information", "question", "warning", "critical"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)
