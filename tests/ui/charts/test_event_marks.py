"""The days of events behind what a chart draws."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tracker.app.theme import DARK, LIGHT, make_palette
from tracker.ui.charts import Chart, Spell
from tracker.ui.charts.axes import seconds_of

FIRST = 20_000


@pytest.fixture
def chart(qtbot: QtBot) -> Chart:
    chart = Chart(least_span=10.0)
    chart.setPalette(make_palette(LIGHT))
    qtbot.addWidget(chart)
    chart.resize(600, 200)
    chart.show()
    chart.show_range(FIRST, FIRST + 40)
    return chart


def grabbed(chart: Chart) -> QImage:
    image: QImage = chart.grab().toImage()
    return image


def at(chart: Chart, image: QImage, day: float, height: float = 0.3, beside: int = 0) -> QColor:
    """Return the colour at a day and a share of the height from the top, some pixels beside it."""
    view = chart._view.sceneBoundingRect()
    first, last = chart._view.viewRange()[0]
    x = view.left() + (seconds_of(day) - first) / (last - first) * view.width()
    return image.pixelColor(round(x) + beside, round(view.top() + height * view.height()))


def test_an_event_is_shaded_while_it_lasts_and_in_no_other_days(chart: Chart) -> None:
    bare = grabbed(chart)
    chart.show_events([Spell(FIRST + 10, FIRST + 20)])
    image = grabbed(chart)
    inside, outside = FIRST + 15.5, (FIRST + 5.5, FIRST + 25.5)
    assert at(chart, image, inside) != at(chart, bare, inside)
    assert all(at(chart, image, day) == at(chart, bare, day) for day in outside)


def test_a_day_is_a_line_and_nothing_beside_it(chart: Chart) -> None:
    bare = grabbed(chart)
    chart.show_events([Spell(FIRST + 10, FIRST + 10)])
    image = grabbed(chart)
    changed = [
        any(
            at(chart, image, FIRST + 10, height / 100, beside)
            != at(chart, bare, FIRST + 10, height / 100, beside)
            for beside in (-1, 0, 1)
        )
        for height in range(20, 80)
    ]
    assert any(changed)
    assert at(chart, image, FIRST + 12.5) == at(chart, bare, FIRST + 12.5)


def test_what_lies_outside_of_the_view_is_not_drawn(chart: Chart) -> None:
    grabbed(chart)
    bare = grabbed(chart)
    chart.show_events([Spell(FIRST - 50, FIRST - 40), Spell(FIRST + 90, FIRST + 95)])
    image = grabbed(chart)
    days = [FIRST + number / 2 for number in range(80)]
    assert all(at(chart, image, day) == at(chart, bare, day) for day in days)
    chart.show_range(FIRST - 60, FIRST - 20)
    moved = grabbed(chart)
    assert at(chart, moved, FIRST - 45.5) != at(chart, moved, FIRST - 30.5)


def test_marks_follow_the_colours_and_hide_in_an_empty_chart(chart: Chart) -> None:
    chart.show_events([Spell(FIRST + 10, FIRST + 20)])
    light = grabbed(chart)
    chart.setPalette(make_palette(DARK))
    chart.recolour()
    dark = grabbed(chart)
    assert at(chart, dark, FIRST + 15.5) != at(chart, light, FIRST + 15.5)
    assert at(chart, dark, FIRST + 15.5) != at(chart, dark, FIRST + 25.5)
    chart.show_message("Log a set.", is_empty=True)
    assert not chart.events.isVisible()


def test_the_same_days_are_not_drawn_anew(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    chart.show_events([Spell(FIRST, FIRST)])
    drawn: list[int] = []
    monkeypatch.setattr(chart.events, "update", lambda: drawn.append(1))
    chart.show_events([Spell(FIRST, FIRST)])
    assert drawn == []
    chart.show_events([])
    assert drawn == [1]
