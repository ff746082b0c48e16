"""The size of a dialog: for its letters, and within the screen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from tracker.app.theme import for_letters
from tracker.ui.widgets.fitted import AROUND, fit, fit_height, fit_width, room_for


class SmallScreen(QDialog):
    """A dialog on a screen of 400 × 300."""

    def screen(self) -> QScreen:
        return Small()  # type: ignore[return-value]


class Small:
    """The part of a screen that the code asks for."""

    def availableSize(self) -> QSize:  # noqa: N802 - as Qt calls it
        return QSize(400, 300)


def dialog_of(kind: type[QDialog], words: str, qtbot: QtBot) -> QDialog:
    dialog = kind()
    qtbot.addWidget(dialog)
    label = QLabel(words, dialog)
    label.setWordWrap(True)
    QVBoxLayout(dialog).addWidget(label)
    return dialog


def test_with_usual_letters_it_is_as_large_as_it_was_drawn(qtbot: QtBot) -> None:
    dialog = dialog_of(QDialog, "words", qtbot)
    fit(dialog, 500, 300)
    expected = QSize(for_letters(500, dialog.fontMetrics()), for_letters(300, dialog.fontMetrics()))
    assert dialog.size() == expected


@pytest.mark.usefixtures("large_letters")
def test_with_large_letters_it_is_larger(qtbot: QtBot) -> None:
    dialog = dialog_of(QDialog, "words", qtbot)
    fit(dialog, 500, 300)
    assert dialog.width() > 600
    fit_width(dialog, 400)
    assert dialog.minimumWidth() == dialog.maximumWidth() > 480


def test_it_is_never_larger_than_the_screen(qtbot: QtBot) -> None:
    dialog = dialog_of(SmallScreen, "words " * 2000, qtbot)
    assert room_for(dialog) == QSize(400, 300) - AROUND
    fit(dialog, 900, 900)
    assert dialog.size() == room_for(dialog)
    fit_width(dialog, 900)
    assert dialog.width() == room_for(dialog).width()
    fit_height(dialog)
    assert dialog.height() == room_for(dialog).height()


def test_it_is_as_high_as_its_wrapped_words_need(qtbot: QtBot) -> None:
    dialog = dialog_of(QDialog, "words " * 400, qtbot)
    fit_width(dialog, 300)
    fit_height(dialog)
    label = dialog.findChild(QLabel)
    assert label is not None
    # Higher than two thirds of the screen, which is the most that Qt gives by itself.
    assert dialog.height() > 2 / 3 * dialog.screen().availableSize().height()
    dialog.show()
    assert label.height() >= label.heightForWidth(label.width())
