"""The card around the calendar: its year, its legend, and its fold."""

import datetime
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.app.settings import Settings
from tracker.app.theme import DARK, LIGHT, Colours, make_palette
from tracker.ui.history.calendar_card import CalendarCard

TODAY = datetime.date(2026, 11, 24)
pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def card(settings: Settings, qtbot: QtBot) -> CalendarCard:
    card = CalendarCard(settings, TODAY)
    qtbot.addWidget(card)
    card.show()
    return card


def test_arrows_go_to_other_years_that_have_something_and_to_the_current_one(
    card: CalendarCard,
) -> None:
    assert not card.previous.isEnabled()
    assert not card.following.isEnabled()
    card.show_days({datetime.date(2025, 3, 1): 6}, {}, (2, 5))
    assert not card.following.isEnabled()
    QTest.mouseClick(card.previous, Qt.MouseButton.LeftButton)
    assert card.year.text() == "2025"
    assert not card.previous.isEnabled()
    QTest.mouseClick(card.following, Qt.MouseButton.LeftButton)
    assert (card.calendar.year, card.year.text()) == (2026, "2026")
    assert not card.following.isEnabled()
    QTest.mouseClick(card.previous, Qt.MouseButton.LeftButton)
    assert card.year.text() == "2025"


def test_the_legend_says_what_the_depths_mean(card: CalendarCard) -> None:
    for words in ("1–3", "4–6", "7–9", "10+", "pain 3–5", "6+"):
        assert words in card.legend.text()
    card.show_days({}, {}, (4, 5))  # as the runner has set it
    for words in ("pain 5", "6+"):
        assert words in card.legend.text()


def test_the_legend_has_room_in_the_narrowest_window(card: CalendarCard) -> None:
    card.resize(704, card.height())  # in a window 900 wide
    card.calendar.day_shown.emit("")
    assert card.legend.isVisible()
    assert card.legend.sizeHint().width() <= card.legend.width()


def test_it_folds_away_and_stays_so(card: CalendarCard, settings: Settings, qtbot: QtBot) -> None:
    QTest.mouseClick(card.fold, Qt.MouseButton.LeftButton)
    assert not card.calendar.isVisible()
    assert card.fold.accessibleName() == "Show the calendar"
    again = CalendarCard(settings, TODAY)
    qtbot.addWidget(again)
    assert again.is_folded
    again.set_folded(folded=False)
    assert not CalendarCard(settings, TODAY, again).is_folded


@pytest.mark.parametrize("colours", [DARK, LIGHT])
def test_it_follows_the_theme(
    card: CalendarCard, colours: Colours, qtbot: QtBot, qapp: QApplication
) -> None:
    before = qapp.palette()
    qapp.setPalette(make_palette(colours))

    def is_followed() -> bool:
        image = card.legend.grab().toImage()
        size = image.size()
        pixels = product(range(size.width()), range(size.height()))
        return any(image.pixelColor(x, y) == colours.warning for x, y in pixels)

    qtbot.waitUntil(is_followed)
    qapp.setPalette(before)


def test_words_about_the_day_stand_beside_the_year(card: CalendarCard) -> None:
    card.calendar.setFocus()
    QTest.keyClick(card.calendar, Qt.Key.Key_Home)
    assert card.words.text() == card.calendar.words_of(card.calendar.current)
    assert card.words.text().endswith("no session")


def test_the_legend_gives_way_to_words_that_would_be_cut_beside_it(card: CalendarCard) -> None:
    words = "Sat 21 Nov 2026: no session, injury: left Achilles, mid-portion"
    for width, is_beside in ((752, False), (1_400, True)):
        card.resize(width, card.height())
        card.calendar.day_shown.emit(words)
        assert card.legend.isVisible() is is_beside
        QApplication.processEvents()
        assert card.words.width() >= card.words.sizeHint().width()
        card.calendar.day_shown.emit("")
        assert card.legend.isVisible()


def test_words_too_long_even_without_the_legend_end_in_dots(card: CalendarCard) -> None:
    card.resize(500, card.height())
    words = "Sat 21 Nov 2026: 6 hard sets, pain 6 of 10, injury: left Achilles, mid-portion; race"
    words += ": 10 km in the woods, with two friends from the club"
    card.calendar.day_shown.emit(words)
    QApplication.processEvents()
    assert card.words.shown_text.endswith("…")
    assert card.words.toolTip() == words
    card.resize(1_400, card.height())
    QApplication.processEvents()
    assert card.words.shown_text == words
    assert not card.words.toolTip()


def test_folded_away_only_the_year_and_the_fold_are_left(card: CalendarCard) -> None:
    card.set_folded(folded=True)
    parts = (card.calendar, card.legend, card.previous, card.following, card.words)
    assert not any(part.isVisible() for part in parts)
    assert card.year.isVisible()
    assert card.fold.isVisible()


def test_every_button_says_what_it_does(card: CalendarCard) -> None:
    names = [card.previous.accessibleName(), card.following.accessibleName()]
    assert names == ["Previous year", "Next year"]
    assert card.fold.toolTip() == "Fold the calendar away"
