"""The legend of the calendar: a sample and words for each look of a day."""

import pytest
from pytestqt.qtbot import QtBot

from tracker.ui.history.calendar_legend import CalendarLegend

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def legend(qtbot: QtBot) -> CalendarLegend:
    legend = CalendarLegend((2, 5))
    qtbot.addWidget(legend)
    return legend


def test_each_part_has_a_sample_of_its_own(legend: CalendarLegend) -> None:
    samples = [looks for looks, _ in legend.parts if looks is not None]
    pictures = set[bytes]()
    for looks in samples:
        legend.parts = [(looks, "")]  # by itself, as it is painted
        image = legend.grab().toImage()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(samples) == 9


def test_it_says_all_in_words_too(legend: CalendarLegend) -> None:
    assert legend.text() == "hard sets: 0 1–3 4–6 7–9 10+ pain 3–5 6+ event lasts"
    legend.show_bands((4, 5))
    assert legend.text().endswith("pain 5 6+ event lasts")


def test_it_asks_for_the_room_of_all_its_parts(legend: CalendarLegend) -> None:
    whole = legend.minimumSizeHint().width()
    legend.parts.pop()
    assert legend.sizeHint().width() < whole
