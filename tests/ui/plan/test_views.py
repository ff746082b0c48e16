"""A plan to be read: its phases one after the other, and planned sets as rows of a grid."""

import datetime
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tracker.app.theme import DARK, LIGHT, make_palette
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit
from tracker.domain.plan import Begins, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_edits import WholePlan
from tracker.ui.plan.views import AccentCaption, Hairline, PhasesView, SetsGrid, name_width

TODAY = datetime.date(2026, 11, 24)
PLAN = Plan("Heavy", TODAY, 4)
FIRST = Phase(PLAN.id, 1, 2, (1, 3, 5), note="light")
LATER = Phase(PLAN.id, 3, 4, every_hours=48, position=1)
SEATED = PlannedSets(FIRST.id, Exercise.SEATED, PlannedSide.EACH, 3, 15, rest_s=90.0, note="slowly")
BENT = PlannedSets(FIRST.id, Exercise.STANDING_BENT, PlannedSide.BOTH, 10, 15, position=1)
pytestmark = pytest.mark.usefixtures("english")


def labels(view: QWidget) -> list[QLabel]:
    return view.findChildren(QLabel)


def texts(view: QWidget) -> list[str]:
    return [label.text() for label in labels(view)]


def shown(view: QWidget, qtbot: QtBot) -> QWidget:
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_row_says_how_many_of_what_how_and_what_is_noted(qtbot: QtBot) -> None:
    grid = shown(SetsGrid([SEATED], Unit.KG), qtbot)
    assert texts(grid) == ["3 × 15", "rest 1:30 · slowly", "Seated, each leg"]
    assert labels(grid)[0].accessibleName() == "Seated, each leg: 3 × 15 · rest 1:30"


def test_names_of_several_grids_are_as_wide_as_the_longest(qtbot: QtBot) -> None:
    owner = QWidget()
    width = name_width([SEATED, BENT], owner)
    assert width == name_width([BENT], owner) > name_width([SEATED], owner)
    assert name_width([], owner) == 0
    grid = shown(SetsGrid([SEATED], Unit.KG, width), qtbot)
    grid.resize(600, grid.height())
    QApplication.processEvents()
    work, details, name = labels(grid)
    assert details.x() - name.x() >= width
    assert work.x() < name.x()


def test_the_phases_stand_in_their_order_with_their_notes_and_a_line_between(
    qtbot: QtBot,
) -> None:
    view = shown(PhasesView(WholePlan(PLAN, (FIRST, LATER), (SEATED,)), Unit.KG), qtbot)
    told = texts(view)
    assert told[:3] == ["Weeks 1–2", "Mon, Wed, Fri", "light"]
    assert told.index("Weeks 3–4") > told.index("3 × 15")
    assert "Nothing planned yet." in told[told.index("Weeks 3–4") :]
    assert len(view.findChildren(Hairline)) == 1
    assert "now" not in told


@pytest.mark.parametrize(("days", "title"), [(0, "Weeks 1–2"), (20, "Weeks 3–4"), (28, None)])
def test_the_phase_of_the_day_is_marked(days: int, title: str | None, qtbot: QtBot) -> None:
    whole = WholePlan(PLAN, (FIRST, LATER), (SEATED,))
    day = TODAY + datetime.timedelta(days=days)
    view = shown(PhasesView(whole, Unit.KG, day), qtbot)
    marked = [caption.text() for caption in view.findChildren(AccentCaption)]
    assert marked == ([] if title is None else [title])
    assert ("now" in texts(view)) is (title is not None)


def test_a_phase_by_hand_says_since_when_it_runs_and_how_it_begins(qtbot: QtBot) -> None:
    by_hand = replace(FIRST, begins=Begins.BY_HAND)
    view = shown(PhasesView(WholePlan(PLAN, (by_hand,), (SEATED,)), Unit.KG, TODAY), qtbot)
    assert "now, since 24 Nov 2026" in texts(view)
    assert "Weeks 1–2 or longer. Begins with the plan." in texts(view)


def test_what_stands_out_follows_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    qapp.setPalette(make_palette(LIGHT))
    caption = AccentCaption("Week 3 of 12")
    shown(caption, qtbot)
    for colours in (LIGHT, DARK):
        qapp.setPalette(make_palette(colours))
        QApplication.processEvents()
        assert caption.palette().windowText().color() == colours.accent


def test_the_line_between_two_phases_is_the_theme_s(qtbot: QtBot) -> None:
    rule = Hairline()
    rule.setPalette(make_palette(DARK))
    shown(rule, qtbot)
    assert rule.height() == 1
    assert rule.grab().toImage().pixelColor(0, 0) == DARK.line


@pytest.mark.usefixtures("large_letters")
def test_in_large_letters_a_plan_wraps_and_needs_no_more_than_the_room_beside_a_list(
    qtbot: QtBot,
) -> None:
    whole = WholePlan(PLAN, (FIRST,), (SEATED, replace(BENT, note="eccentrically")))
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view = PhasesView(whole, Unit.KG)
    area.setWidget(view)
    area.resize(460, 400)
    area.show()
    assert view.width() <= area.viewport().width()
    for label in labels(view):
        place = label.mapTo(view, QPoint(0, 0)).x()
        assert place + label.width() <= view.width()
    area.resize(900, 400)
    QApplication.processEvents()
    grid = view.findChild(SetsGrid)
    assert isinstance(grid, SetsGrid)
    names = [each for each in labels(grid) if each.text() == "Seated, each leg"]
    assert [each.width() >= name_width(whole.items, view) for each in names] == [True]
    area.resize(460, 400)  # and back
    QApplication.processEvents()
    assert view.width() <= area.viewport().width()
