"""The theme that the application wears, followed live."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tracker.app.settings import Settings, Theme
from tracker.app.theme import DARK, LIGHT, colours_of
from tracker.ui.window.look import Look


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())


def test_the_look_follows_the_settings_live(application: QApplication, settings: Settings) -> None:
    settings.set_theme(Theme.LIGHT)
    look = Look(application, settings)
    assert colours_of(application.palette()) is LIGHT
    settings.set_theme(Theme.DARK)
    assert colours_of(application.palette()) is DARK
    assert DARK.accent.name() in application.styleSheet()
    settings.set_theme(Theme.SYSTEM)
    assert colours_of(application.palette()) is LIGHT  # what the offscreen platform says
    look.deleteLater()
