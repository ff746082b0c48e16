"""How the window looks: contrast, palette, and the theme that is followed live."""

from itertools import product

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from tracker.app.theme import (
    DARK,
    LIGHT,
    Colours,
    accent_depths,
    colours_of,
    for_letters,
    make_palette,
    make_style_sheet,
    scaled_font,
)


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1, as WCAG 2 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("colours", "text", "ground"),
    [
        (colours, text, ground)
        for colours, (text, ground) in product(
            (LIGHT, DARK),
            [
                # What is selected, and the cell with the keys, have the tint below them.
                *product(("text", "muted", "accent", "warning"), ("page", "card", "accent_tint")),
                ("on_accent", "accent"),
            ],
        )
    ],
)
def test_text_has_a_contrast_of_at_least_four_and_a_half(
    colours: Colours, text: str, ground: str
) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("ground", ["page", "card", "accent_tint"])
@pytest.mark.parametrize("mark", ["left", "right", "accent", "warning"])
def test_marks_have_a_contrast_of_at_least_three(colours: Colours, mark: str, ground: str) -> None:
    assert contrast(getattr(colours, mark), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("ground", ["page", "card"])
def test_the_edge_of_a_control_and_its_focus_have_a_contrast_of_at_least_three(
    colours: Colours, ground: str
) -> None:
    for edge in (colours.border, colours.accent):
        assert contrast(edge, getattr(colours, ground)) >= 3
    assert f"border: 1px solid {colours.border.name()}" in make_style_sheet(colours)
    # What has the keys differs from what has not by more than a shade of grey.
    assert colours.accent.hsvSaturation() - colours.border.hsvSaturation() > 80


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_words_that_wait_in_an_empty_field_are_as_dark_as_muted_ones(
    colours: Colours, qapp: QApplication
) -> None:
    line = QLineEdit()
    line.setStyleSheet(make_style_sheet(colours))
    line.ensurePolished()
    assert line.palette().color(QPalette.ColorRole.PlaceholderText) == colours.muted


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_palette_tells_which_theme_it_belongs_to(colours: Colours) -> None:
    assert colours_of(make_palette(colours)) is colours


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_style_sheet_names_pictures_that_are_there(colours: Colours) -> None:
    assert "icons/arrow.svg" in make_style_sheet(colours)


def test_type_is_scaled_from_the_systems() -> None:
    font = QFont()
    font.setPointSizeF(10)
    assert scaled_font(font, 1.5).pointSizeF() == 15
    font.setPixelSize(12)
    assert scaled_font(font, 1.5, bold=True).pixelSize() == 18


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_depths_of_a_calendar_go_from_the_page_to_the_accent(colours: Colours) -> None:
    nothing, *depths = accent_depths(colours)
    assert nothing == colours.page
    assert len(depths) == 4
    assert depths[-1] == colours.accent
    near = [abs(each.lightness() - colours.accent.lightness()) for each in depths]
    assert near == sorted(near, reverse=True)


def test_a_length_grows_with_letters_that_are_larger_than_usual(qapp: QApplication) -> None:
    font = QFont()
    font.setPixelSize(4)
    assert for_letters(200, QFontMetrics(font)) == 200
    font.setPixelSize(60)
    metrics = QFontMetrics(font)
    assert for_letters(200, metrics) == round(200 * metrics.height() / 15) > 700
