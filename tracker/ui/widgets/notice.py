"""Notices to a runner who is looking elsewhere, for example that a rest is over."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from tracker.app.theme import colours_of
from tracker.ui.widgets.icons import icon


class Notice(QObject):
    """Alerts through the taskbar, and through the system tray if there is one.

    Args:
        window: The window that alerts; while it is active, nothing is told.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def tell(self, title: str, text: str) -> None:
        """Show a notice, unless the window is active."""
        if self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable():
            if self._tray is None:
                colour = colours_of(QApplication.palette()).accent
                self._tray = QSystemTrayIcon(icon("log", colour), self)
                self._tray.setToolTip(self.tr("Soleus"))
                self._tray.messageClicked.connect(self._come_back)
                self._tray.activated.connect(self._come_back)
            self._tray.show()
            self._tray.showMessage(title, text)

    def _come_back(self) -> None:
        """Bring the window to the front, even if it was minimised."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def withdraw(self) -> None:
        """Hide the icon in the system tray."""
        if self._tray is not None:
            self._tray.hide()
