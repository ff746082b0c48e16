"""What is said aloud: only where something listens."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.announce import announce


@pytest.mark.parametrize(
    ("is_active", "words", "wanted"),
    [(True, "Saved", ["Saved"]), (True, "", []), (False, "Saved", [])],
)
def test_words_are_said_where_something_listens(
    is_active: bool,
    words: str,
    wanted: list[str],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    said: list[str] = []
    listens = staticmethod(lambda: is_active)
    take = staticmethod(lambda event: said.append(event.message()))
    monkeypatch.setattr(QAccessible, "isActive", listens)
    monkeypatch.setattr(QAccessible, "updateAccessibility", take)
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, words)
    assert said == wanted
