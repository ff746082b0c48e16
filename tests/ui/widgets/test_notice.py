"""A notice reaches who looks elsewhere, and nobody else."""

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.notice import Notice


class Desktop:
    """Records what taskbar and tray were asked to show."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, has_tray: bool) -> None:
        self.alerts = 0
        self.messages: list[tuple[str, str]] = []
        self.seen: list[bool] = []  # the icon, shown and hidden
        monkeypatch.setattr(QApplication, "alert", self._alert)
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: has_tray)
        monkeypatch.setattr(QSystemTrayIcon, "showMessage", self._show_message)
        monkeypatch.setattr(QSystemTrayIcon, "show", lambda _: self.seen.append(True))
        monkeypatch.setattr(QSystemTrayIcon, "hide", lambda _: self.seen.append(False))

    def _alert(self, _window: QWidget) -> None:
        self.alerts += 1

    def _show_message(self, title: str, text: str) -> None:
        self.messages.append((title, text))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_taskbar_and_tray_tell(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop, notice = Desktop(monkeypatch, has_tray=True), Notice(window)
    notice.withdraw()
    notice.tell("Over", "Two minutes.")
    notice.tell("Over", "Three minutes.")
    assert desktop.alerts == 2
    assert desktop.messages == [("Over", "Two minutes."), ("Over", "Three minutes.")]
    notice.withdraw()
    assert desktop.seen == [True, True, False]


def test_without_a_tray_the_taskbar_tells(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = Desktop(monkeypatch, has_tray=False)
    Notice(window).tell("Over", "Two minutes.")
    assert (desktop.alerts, desktop.messages) == (1, [])


def test_a_window_in_use_needs_no_notice(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    desktop = Desktop(monkeypatch, has_tray=True)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    Notice(window).tell("Over", "Two minutes.")
    assert (desktop.alerts, desktop.messages) == (0, [])


@pytest.mark.parametrize("signal", ["messageClicked", "activated"])
def test_the_tray_brings_a_minimised_window_back(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, signal: str
) -> None:
    Desktop(monkeypatch, has_tray=True)
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)
    notice = Notice(window)
    notice.tell("Over", "Two minutes.")
    (tray,) = notice.findChildren(QSystemTrayIcon)
    reason = () if signal == "messageClicked" else (QSystemTrayIcon.ActivationReason.Trigger,)
    getattr(tray, signal).emit(*reason)
    assert not window.isMinimized()
    qtbot.waitUntil(window.isActiveWindow)
