"""The laws of the house that import-linter cannot name."""

from pathlib import Path

import pytest
from pytest_archon import archrule

TRACKER = Path(__file__).parent.parent / "tracker"
DRAWERS = {"utils", "helpers", "common", "core", "manager", "base"}


def test_the_app_room_knows_no_widget() -> None:
    (
        archrule("no widgets in app")
        .match("tracker.app*")
        .should_not_import("PySide6.QtWidgets")
        .check("tracker", only_direct_imports=True)
    )


def test_only_the_charts_know_pyqtgraph() -> None:
    (
        archrule("pyqtgraph only in charts")
        .match("tracker*")
        .exclude("tracker.ui.charts*")
        .should_not_import("pyqtgraph*")
        .check("tracker", only_direct_imports=True)
    )


def test_only_storage_knows_sqlite() -> None:
    (
        archrule("sqlite only in storage")
        .match("tracker*")
        .exclude("tracker.storage*")
        .should_not_import("sqlite3", "sqlite_utils*")
        .check("tracker", only_direct_imports=True)
    )


def test_nobody_uses_the_network() -> None:
    (
        archrule("no network")
        .match("tracker*")
        .should_not_import("socket", "ssl", "urllib*", "http*", "PySide6.QtNetwork")
        .check("tracker", only_direct_imports=True)
    )


def test_the_commands_need_no_qt() -> None:
    (
        archrule("commands without Qt")
        .match("tracker.commands")
        .should_not_import("PySide6*", "tracker.ui*", "tracker.app*")
        .check("tracker")
    )


@pytest.mark.parametrize(
    "module", sorted(TRACKER.rglob("*.py")), ids=lambda path: str(path.relative_to(TRACKER))
)
def test_every_module_says_what_lives_there(module: Path) -> None:
    assert module.read_text(encoding="utf-8").startswith('"""')
    assert module.stem not in DRAWERS
