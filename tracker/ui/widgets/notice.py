"""Telling a runner who looks elsewhere that a rest is over."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from tracker.app.theme import colours_of
from tracker.ui.widgets.icons import icon


class Notice(QObject):
    """Alerts by the taskbar, and by the system's tray where there is one.

    Args:
        window: What is alerted for; while it is in use nothing need be told.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def tell(self, title: str, text: str) -> None:
        """Tell something, unless the window is in use."""
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
        """Bring the window to the front, also one that was minimised."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def withdraw(self) -> None:
        """Leave the tray as it was."""
        if self._tray is not None:
            self._tray.hide()
