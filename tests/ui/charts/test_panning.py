"""A dragged chart is painted as if it were painted whole."""

from collections.abc import Callable
from dataclasses import replace
from math import inf

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QGraphicsView
from pytestqt.qtbot import QtBot

from tracker.app.theme import DARK, LIGHT, Colours, make_palette
from tracker.domain.columns import Floats, Integers
from tracker.ui.charts import (
    Bars,
    Chart,
    Curve,
    Line,
    PointKind,
    Points,
    Spell,
    Stripes,
    ThinLine,
    Tint,
)
from tracker.ui.charts.panning import PannedPicture, PlotLook, painted_between

FIRST, DAYS = 19_000, 1_500
LAST = FIRST + DAYS
TOLERANCE = 4  # of 255: what smoothing makes of positions that differ by a millionth of a pixel
STEPS = (1, 7, -3, 40, -120, 8, 8, 8, -8, 200, -1, 0, 13)  # pixels to the right


def noisy(days: int, seed: int) -> Floats:
    return 60 + np.random.default_rng(seed).normal(0, 4, days).cumsum() / 5


def measured(name: str, role: str, seed: int, *, is_dashed: bool = False) -> Curve:
    """Make a curve with all kinds of points, gaps, bounds, notes and a veil."""
    day = FIRST + np.arange(0, DAYS, 2)
    height = noisy(len(day), seed)
    kind = np.arange(len(day)) % 40
    kind = np.where(kind < len(PointKind), kind, PointKind.FULL)
    line = replace(
        Line.plain(day, np.where(day % 300 < 40, np.nan, height)),
        plus_minus=np.full(len(day), 2.0),
        is_bound=(day % 97) < 10,
    )
    points = Points(day, height + np.sin(day) * 3, kind)
    return Curve(name, role, points, line, "o" if seed else "t1", is_dashed)


def weeks(seed: int) -> tuple[Integers, Floats]:
    day = FIRST + np.arange(0, DAYS, 7)
    return day, np.random.default_rng(seed).integers(1, 20, len(day)).astype(float)


def show_strength(chart: Chart) -> None:
    chart.show_curves([measured("left", "left", 0), measured("right", "right", 1, is_dashed=True)])
    chart.show_goals([(62.0, "goal 62 kg"), (58.5, "goal 58.5 kg")])
    chart.show_events([Spell(FIRST + at, FIRST + at + at % 9) for at in range(0, DAYS, 31)])


def show_balance(chart: Chart) -> None:
    chart.show_curves([measured("left", "accent", 2)])
    chart.show_band(10.0)
    chart.show_reference(0.0, "even", {-20.0: "20 %", 20.0: "20 %"})


def show_work(chart: Chart) -> None:
    chart.show_bars(
        [Bars("seated", "accent", *weeks(0)), Bars("standing", "muted", *weeks(1))],
        are_stacked=True,
    )
    chart.show_outline(Bars("planned", "muted", *weeks(2)))
    day, value = weeks(3)
    chart.show_thin_line(ThinLine("muted", day.astype(float), value, "km"))


def show_symptoms(chart: Chart) -> None:
    day = FIRST + np.arange(DAYS)
    height = np.random.default_rng(5).integers(0, 10, DAYS).astype(float)
    chart.show_tints([Tint(0, 2, "accent", 20), Tint(2, 5, "warning", 20)])
    chart.show_stripes([Stripes("muted", day, 0.0, height)])
    chart.show_curves([measured("", "left", 3)])
    chart.show_events([Spell(FIRST + 900, LAST)])


SHOWN = (show_strength, show_balance, show_work, show_symptoms)
Make = Callable[..., Chart]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def make(show: Callable[[Chart], None], colours: Colours = LIGHT) -> Chart:
        chart = Chart(least_span=200.0)
        chart.setPalette(make_palette(colours))
        qtbot.addWidget(chart)
        chart.resize(700, 210)
        chart.set_bounds(FIRST - 800, LAST + 800)
        show(chart)
        chart.show_range(FIRST + 500.37, FIRST + 900.91)
        chart.fit_values()
        chart.point_at(FIRST + 701)
        chart.show()
        QApplication.processEvents()
        painted(chart)
        return chart

    return make


class Paints(QObject):
    """Counts how often a chart is painted on the screen."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self.count = 0
        chart.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def painted(chart: Chart) -> QImage:
    """Paint the chart as it is painted next on the screen, and return its picture."""
    image: QImage = chart.viewport().grab().toImage()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def whole(chart: Chart) -> QImage:
    """Return the picture of a chart that is painted whole, and then go on as before."""
    panned = chart._panned
    kept = panned._picture, panned._range, panned._look
    panned._picture, panned._look = None, PlotLook((), ())
    image = painted(chart)
    panned._picture, panned._range, panned._look = kept
    return image


def drag(chart: Chart, pixels: float) -> None:
    first, last = chart.days_in_view
    days = pixels * (last - first) / chart._view.width()
    chart.show_range(first - days, last - days)


def difference(one: QImage, other: QImage) -> int:
    """Return by how much the most different channel of two pixels differs, of 255."""
    assert one.size() == other.size()
    a, b = (
        np.frombuffer(each.constBits(), np.uint8).reshape(each.height(), each.width(), 4)
        for each in (one, other)
    )
    return int(np.abs(a.astype(int) - b.astype(int)).max())


def is_as_if_whole(chart: Chart) -> bool:
    """Tell whether a chart is painted next as if it were painted whole."""
    found, right = painted(chart), whole(chart)
    # Qt leaves out a point of which only one pixel is seen, at the right end of the plot.
    for image in (found, right):
        painter = QPainter(image)
        painter.fillRect(chart._panned._place.right(), 0, 1, image.height(), QColor("red"))
        painter.end()
    return difference(found, right) <= TOLERANCE


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How far pictures were moved, in pixels."""
    steps: list[int] = []
    move = PannedPicture._move

    def watched(panned: PannedPicture, picture: QPixmap, shift: int) -> None:
        steps.append(shift)
        move(panned, picture, shift)

    monkeypatch.setattr(PannedPicture, "_move", watched)
    return steps


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("show", SHOWN)
def test_a_dragged_chart_looks_as_if_painted_whole(
    make: Make, show: Callable[[Chart], None], colours: Colours, moved: list[int]
) -> None:
    chart = make(show, colours)
    for step in STEPS:
        drag(chart, step)
        assert is_as_if_whole(chart), step
    assert len(moved) > len(STEPS) / 3
    assert min(moved) < 0 < max(moved)


def test_the_value_axis_may_follow_what_is_in_view(make: Make, moved: list[int]) -> None:
    chart = make(show_strength)
    chart.set_least_span(1.0)
    chart.fit_values()
    painted(chart)
    heights = set()
    for step in (9, 60, -20, 150, 5, -300):
        drag(chart, step)
        heights.add(chart.values_in_view)
        assert is_as_if_whole(chart)
    assert len(heights) > 1


def change_size(chart: Chart) -> None:
    chart.resize(701, 220)
    QApplication.processEvents()


def change_colours(chart: Chart) -> None:
    chart.setPalette(make_palette(DARK))


def change_thin_line(chart: Chart) -> None:
    day, value = weeks(3)
    chart.show_thin_line(ThinLine("muted", day.astype(float), value, "km"))


def change_curves(chart: Chart) -> None:
    chart.show_curves([measured("left", "left", 7)])


CHANGES: dict[str, Callable[[Chart], None]] = {
    "size": change_size,
    "colours": change_colours,
    "curves": change_curves,
    "day": lambda chart: chart.point_at(FIRST + 650),
    "no day": lambda chart: chart.point_at(None),
    "events": lambda chart: chart.show_events([Spell(FIRST + 600, FIRST + 640)]),
    "goals": lambda chart: chart.show_goals([(80.0, "goal")]),
    "reference": lambda chart: chart.show_reference(90.0, "usual"),
    "tints": lambda chart: chart.show_tints([Tint(0, 90, "accent", 60)]),
    "stripes": lambda chart: chart.show_stripes(
        [Stripes("muted", FIRST + np.arange(DAYS), 0.0, np.full(DAYS, 9.0))]
    ),
    "band": lambda chart: chart.show_band(30.0),
    "bars": lambda chart: chart.show_bars([Bars("b", "accent", *weeks(0))], are_stacked=True),
    "outline": lambda chart: chart.show_outline(Bars("planned", "muted", *weeks(2))),
    "thin line": change_thin_line,
    "span": lambda chart: chart.set_least_span(90.0),
    "words": lambda chart: chart.set_value_text(lambda value: f"{value:.0f} kg"),
    "empty": lambda chart: chart.show_message("Log a set.", is_empty=True),
    "gap": lambda chart: chart.gap.show((FIRST + 600, FIRST + 650), "50 days"),
    "half a pixel": lambda chart: drag(chart, 0.5),
    "zoom": lambda chart: chart.show_range(FIRST + 520, FIRST + 860),
    "nothing": lambda chart: None,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changes_in_the_middle_of_a_drag_is_seen_at_once(
    make: Make, change: Callable[[Chart], None]
) -> None:
    chart = make(show_strength)
    drag(chart, 5)
    painted(chart)
    change(chart)
    drag(chart, 5)
    assert is_as_if_whole(chart)
    drag(chart, -3)
    assert is_as_if_whole(chart)


def test_a_chart_at_rest_is_painted_as_usual(make: Make, qtbot: QtBot) -> None:
    chart = make(show_strength)
    drag(chart, 8)
    dragged = painted(chart)
    assert chart._panned._picture is not None
    assert chart.viewportUpdateMode() is Chart.ViewportUpdateMode.NoViewportUpdate
    qtbot.waitUntil(lambda: chart._panned._picture is None)
    assert chart.viewportUpdateMode() is Chart.ViewportUpdateMode.MinimalViewportUpdate
    assert difference(painted(chart), dragged) == 0
    chart.point_at(FIRST + 600)
    assert difference(painted(chart), dragged) > TOLERANCE


def test_a_day_pointed_at_before_the_chart_rests_is_seen_at_once(make: Make) -> None:
    chart = make(show_strength)
    chart._panned._rest.setInterval(60_000)
    drag(chart, 8)
    painted(chart)
    paints = Paints(chart)
    chart.point_at(FIRST + 600)
    QApplication.processEvents()
    assert paints.count == 1
    assert chart._panned._picture is not None
    assert is_as_if_whole(chart)


def test_a_picture_taken_while_it_is_dragged_is_that_of_a_chart_shown_anew(
    make: Make, moved: list[int]
) -> None:
    dragged, fresh = make(show_strength), make(show_strength)
    for step in STEPS:
        drag(dragged, step)
        painted(dragged)
    assert moved
    fresh.show_range(*dragged.days_in_view)
    assert difference(whole(dragged), whole(fresh)) == 0


@pytest.mark.parametrize("show", SHOWN)
def test_a_part_of_a_chart_is_painted_as_in_the_whole(
    make: Make, show: Callable[[Chart], None]
) -> None:
    chart = make(show)
    right, plot = whole(chart), chart._panned._place
    for left in range(plot.left(), plot.right() - 9, 10):
        part = QRect(left, plot.top(), 10, plot.height())
        found = QImage(part.size(), QImage.Format.Format_RGB32)
        painter = QPainter(found)
        QGraphicsView.render(chart, painter, QRectF(found.rect()), part)
        painter.end()
        # Of a point that begins in the last column, Qt paints nothing there.
        kept = found.rect().adjusted(0, 0, -1, 0)
        assert difference(found.copy(kept), right.copy(part).copy(kept)) <= TOLERANCE


def test_what_is_being_painted_is_known_in_the_painters_coordinates(qapp: QApplication) -> None:
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert painted_between(painter) == (-inf, inf)
    painter.setClipRect(QRect(20, 0, 30, 50))
    assert painted_between(painter) == (20, 50)
    painter.translate(5, 0)
    painter.scale(2, 1)
    assert painted_between(painter) == (7.5, 22.5)
    painter.end()
