"""Keys that mean the same wherever they are pressed."""

from pathlib import Path

from PySide6.QtCore import Qt

from tracker import ui
from tracker.ui.widgets import keys


def test_enter_is_the_key_of_the_letters_and_that_of_the_digits() -> None:
    assert set(keys.ENTER) == {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def test_nobody_else_knows_the_two_keys_of_enter() -> None:
    modules = Path(ui.__file__).parent.rglob("*.py")
    told = [each for each in modules if "Key_Return" in each.read_text(encoding="utf-8")]
    assert told == [Path(keys.__file__)]
