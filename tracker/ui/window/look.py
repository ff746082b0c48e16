"""The theme of the application: the one chosen in the preferences, or the system's, live."""

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tracker.app.preferences import Theme
from tracker.app.settings import Settings
from tracker.app.theme import DARK, LIGHT, Colours, make_palette, make_style_sheet

# As Qt's command-line option: passing a style object would make PySide create many classes.
STYLE: Final = ("-style", "Fusion")


class Look(QObject):
    """Applies the theme, and follows the settings and the system live."""

    def __init__(
        self, application: QApplication, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._settings = settings
        self._worn: Colours | None = None
        settings.theme_changed.connect(self._wear)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._wear)
        self._wear()

    def _wear(self) -> None:
        theme = self._settings.theme
        if theme is Theme.SYSTEM:
            scheme = QGuiApplication.styleHints().colorScheme()
            colours = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        else:
            colours = DARK if theme is Theme.DARK else LIGHT
        if colours is not self._worn:
            if self._worn is not None:
                # While a style sheet is set, Qt remembers the palettes that widgets had before it,
                # and restores them when the next sheet is set.
                self._application.setStyleSheet("")
            self._worn = colours
            self._application.setPalette(make_palette(colours))
            self._application.setStyleSheet(make_style_sheet(colours))
