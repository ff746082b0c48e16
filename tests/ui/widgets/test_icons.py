"""Icons, tinted by the palette."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tracker.app.resources import ROOT
from tracker.ui.widgets.icons import ON_BUTTON, SIZE, icon, show_icon


@pytest.mark.parametrize("file", sorted((ROOT / "icons").glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_is_drawn_in_the_colour_asked(file: object, qapp: QApplication) -> None:
    name = file.stem  # type: ignore[attr-defined]
    image = icon(name, QColor("#ff0000")).pixmap(20, 20).toImage()
    drawn = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 128
    ]
    assert drawn
    if name != "arrow":  # the style sheet's, which cannot be tinted
        assert all(colour.red() > 200 and colour.green() < 60 for colour in drawn)


def test_an_icon_is_sharp_on_a_screen_of_twice_the_pixels(qapp: QApplication) -> None:
    drawn = icon("add", QColor("red"))
    pixmaps = [drawn.pixmap(drawn.availableSizes()[0], ratio) for ratio in (1.0, 2.0)]
    assert [pixmap.width() for pixmap in pixmaps] == [SIZE, 2 * SIZE]


def drawn_width(picture: QImage) -> int:
    """Return how many columns of a picture have anything drawn in them."""
    columns = range(picture.width())
    return sum(
        any(picture.pixelColor(x, y).alpha() > 32 for y in range(picture.height())) for x in columns
    )


@pytest.mark.usefixtures("large_letters")
def test_the_icon_of_a_button_grows_with_its_letters(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    show_icon(button, "add", QColor("red"))
    side = button.iconSize().width()
    assert side == button.iconSize().height() > ON_BUTTON
    # Its lines too: Qt shows no icon larger than it was drawn.
    shown = button.icon().pixmap(button.iconSize()).toImage()
    usual = icon("add", QColor("red"), ON_BUTTON).pixmap(button.iconSize()).toImage()
    assert shown.width() == side
    assert drawn_width(shown) > 1.3 * drawn_width(usual)
