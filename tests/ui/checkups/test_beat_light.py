"""The metronome's beat as it is seen."""

from itertools import takewhile

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.app.test_theme import contrast
from tracker.app.metronome import Beat, RaisePhase
from tracker.app.theme import DARK, LIGHT, Colours, make_palette
from tracker.ui.checkups.beat_light import _WORDS, BeatLight

MIDDLE_X = 12


@pytest.fixture
def light(qtbot: QtBot) -> BeatLight:
    light = BeatLight()
    qtbot.addWidget(light)
    light.setPalette(make_palette(LIGHT))
    light.resize(light.sizeHint())
    light.show()
    qtbot.waitExposed(light)
    return light


def picture(light: BeatLight) -> QImage:
    return light.grab().toImage()


def radius(light: BeatLight, colours: Colours) -> int:
    """Measure the lit light, from its centre to the right."""
    image = picture(light)
    row = image.height() // 2
    from_centre = (image.pixelColor(x, row) for x in range(MIDDLE_X, 32))
    return len(list(takewhile(lambda colour: colour == colours.accent, from_centre)))


@pytest.mark.parametrize(
    ("beat", "text"),
    [
        (Beat(0, None, 1), "1"),
        (Beat(1, None, 2), "2"),
        (Beat(0, RaisePhase.LOWER, 3), "Lower 3"),
    ],
)
def test_a_beat_lights_up_and_says_what_it_is(light: BeatLight, beat: Beat, text: str) -> None:
    light.show_beat(beat)
    assert (light.is_lit, light.text) == (True, text)
    assert radius(light, LIGHT)


def test_it_goes_dark_by_itself_and_keeps_its_words(light: BeatLight, qtbot: QtBot) -> None:
    light.show_beat(Beat(0, RaisePhase.RAISE, 1))
    qtbot.waitUntil(lambda: not light.is_lit)
    assert light.text == "Raise 1"
    assert not radius(light, LIGHT)


def test_the_first_beat_of_a_phase_is_larger(light: BeatLight) -> None:
    light.show_beat(Beat(0, RaisePhase.RAISE, 1))
    first = radius(light, LIGHT)
    light.show_beat(Beat(1, RaisePhase.RAISE, 2))
    assert first > radius(light, LIGHT)


def test_stopped_it_shows_no_beat(light: BeatLight, qtbot: QtBot) -> None:
    idle = picture(light)
    light.clear()
    assert picture(light) == idle
    light.show_beat(Beat(0, None, 1))
    assert picture(light) != idle
    light.clear()
    assert (light.text, light.is_lit) == ("", False)
    assert picture(light) == idle


def test_every_phase_has_room_for_its_words(light: BeatLight) -> None:
    for phase in RaisePhase:
        light.show_beat(Beat(0, phase, 60))
        words = light.fontMetrics().horizontalAdvance(light.text)
        assert 32 + words <= light.width()


def test_it_takes_on_the_dark_theme(light: BeatLight) -> None:
    light.setPalette(make_palette(DARK))
    light.show_beat(Beat(0, None, 1))
    assert radius(light, DARK)
    assert picture(light).pixelColor(0, 0) == DARK.card


def test_on_what_is_filled_with_the_accent_nothing_of_it_is_a_card(light: BeatLight) -> None:
    light.put_on_accent(is_on_accent=True)
    for beats in (0, 1):
        if beats:
            light.show_beat(Beat(0, None, 1))
        image = picture(light)
        assert image.pixelColor(1, 1) == LIGHT.accent
        seen = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
        }
        assert LIGHT.on_accent.name() in seen
        assert not {LIGHT.text.name(), LIGHT.line.name()} & seen
    light.put_on_accent(is_on_accent=False)
    assert picture(light).pixelColor(1, 1) == LIGHT.card


def test_where_there_is_no_room_the_light_stands_without_its_words(light: BeatLight) -> None:
    whole = light.sizeHint().width()
    light.show_words(are_shown=False)
    assert light.sizeHint().width() == _WORDS
    light.show_words(are_shown=True)
    assert light.sizeHint().width() == whole


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("is_on_accent", [False, True])
def test_the_ring_of_the_unlit_light_can_be_seen(
    light: BeatLight, colours: Colours, is_on_accent: bool
) -> None:
    light.setPalette(make_palette(colours))
    light.put_on_accent(is_on_accent=is_on_accent)
    image = picture(light)
    middle = image.height() // 2
    row = [image.pixelColor(x, middle) for x in range(MIDDLE_X)]
    assert max(contrast(colour, row[0]) for colour in row) >= 3
    ground, ring = (
        (colours.accent, colours.on_accent) if is_on_accent else (colours.card, colours.border)
    )
    assert contrast(ring, ground) >= 3
