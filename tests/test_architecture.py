"""The laws of the house that import-linter cannot name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_archon import archrule

TRACKER = Path(__file__).parent.parent / "tracker"
MODULES = sorted(TRACKER.rglob("*.py"))
NAMES = [str(module.relative_to(TRACKER)) for module in MODULES]
NETWORK = {"asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver"}
NETWORK |= {"ssl", "telnetlib", "urllib", "xmlrpc"}
TESTS = Path(__file__).parent
DRAWERS = {"utils", "helpers", "common", "core", "manager", "base"}


def imported_by(module: Path) -> Iterator[str]:
    """Return the dotted names that a file imports, including imports in functions."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("room", ["app", "words", "report"])
def test_the_rooms_below_the_window_know_no_widget(room: str) -> None:
    (
        archrule(f"no widgets in {room}")
        .match(f"tracker.{room}*")
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


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_no_connection_is_let_out_of_its_thread(module: Path) -> None:
    # SQLite refuses a connection in any thread but the one that opened it, unless told not to.
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.keyword) and node.arg == "check_same_thread")


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_nobody_uses_the_network(module: Path) -> None:
    # Read from the source: archrule does not see the QtNetwork of "from PySide6 import QtNetwork".
    for name in imported_by(module):
        assert name.split(".")[0] not in NETWORK
        assert not name.startswith("PySide6.QtNetwork")


def test_the_commands_import_qt_only_when_a_report_is_asked_for() -> None:
    (
        archrule("commands without Qt")
        .match("tracker.cli.commands")
        .should_not_import("PySide6*", "tracker.ui*")
        .check("tracker", only_toplevel_imports=True)
    )


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_every_module_says_what_lives_there(module: Path) -> None:
    assert module.read_text(encoding="utf-8").startswith('"""')


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_no_module_is_a_drawer_for_everything(module: Path) -> None:
    assert not DRAWERS & set(module.relative_to(TRACKER).with_suffix("").parts)


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_every_module_has_a_test_file_of_its_name_in_the_same_room(module: Path) -> None:
    if module.name == "__init__.py":
        return
    name = f"test_{module.stem.strip('_')}.py"
    assert (TESTS / module.relative_to(TRACKER).with_name(name)).exists(), f"write {name}"


def imports_inside_functions(module: Path) -> int:
    """Count the import statements of a file that run when a function is called."""
    functions = [
        node
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    found = {
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    return len(found)


def test_imports_inside_functions_stay_few() -> None:
    # Each is a door that opens late on purpose: a page, a dialog, a command, the first write.
    assert 0 < sum(map(imports_inside_functions, MODULES)) < 40


def names_made_by(module: Path) -> Iterator[str]:
    """Return the classes of a file, and its other names for types."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.name
    for node in tree.body:
        if isinstance(node, ast.Assign):
            names = (each.id for each in node.targets if isinstance(each, ast.Name))
            yield from (name for name in names if name[0].isupper() and not name.isupper())


def test_a_name_of_a_type_means_one_thing_in_the_whole_house() -> None:
    makers: dict[str, list[str]] = {}
    for module, name in zip(MODULES, NAMES, strict=True):
        for made in set(names_made_by(module)):
            makers.setdefault(made, []).append(name)
    assert makers["LoggedSet"] == ["domain/session.py"]
    assert {made: places for made, places in makers.items() if len(places) > 1} == {}


# What every command has under the same name, for the door to call.
OF_EVERY_COMMAND = {"add_arguments", "run"}


def functions_of(module: Path) -> set[str]:
    """Return the functions of a file that other modules may call."""
    body = ast.parse(module.read_text(encoding="utf-8")).body
    return {each.name for each in body if isinstance(each, ast.FunctionDef)}


def test_the_name_of_a_function_means_one_thing_in_the_whole_house() -> None:
    makers: dict[str, list[str]] = {}
    for module, name in zip(MODULES, NAMES, strict=True):
        for made in functions_of(module) - OF_EVERY_COMMAND:
            if not made.startswith("_"):
                makers.setdefault(made, []).append(name)
    assert makers["write_notation"] == ["domain/notation.py"]
    assert {made: places for made, places in makers.items() if len(places) > 1} == {}
