"""The last sessions, small below a table."""

import datetime

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tracker.app.recent_estimates import PastBest
from tracker.app.theme import LIGHT
from tracker.domain.evidence import Evidence, SetEvidence
from tracker.domain.exercise import Side
from tracker.domain.load import Unit
from tracker.domain.session import Session
from tracker.ui.log.recent_line import LEAST, RecentLine

pytestmark = pytest.mark.usefixtures("english")

DAY = datetime.date(2026, 11, 1)


def best(ago: int, **legs: float) -> PastBest:
    told = {Side[name.upper()]: SetEvidence(Evidence.KNOWN, 10, kg) for name, kg in legs.items()}
    return PastBest(Session(DAY - datetime.timedelta(days=ago)), told)


@pytest.fixture
def line(qtbot: QtBot) -> RecentLine:
    line = RecentLine()
    qtbot.addWidget(line)
    line.resize(200, 100)
    return line


def colours(image: QImage) -> set[str]:
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(*pixel).name() for pixel in pixels}


def test_each_leg_has_a_line_and_words(line: RecentLine) -> None:
    line.show_bests([best(9, left=80, right=84), best(5, right=85), best(2, left=82.3)], Unit.KG)
    assert not line.is_empty
    assert line.accessibleName() == (
        "Estimates of the last 3 sessions: left 80.0 kg to 82.3 kg, right 84.0 kg to 85.0 kg"
    )
    assert line.sizeHint().height() == LEAST
    drawn = colours(line.grab().toImage())
    assert {LIGHT.left.name(), LIGHT.right.name()} <= drawn


def test_one_session_alone_is_no_line(line: RecentLine) -> None:
    line.show_bests([best(9, left=80), best(5, right=85)], Unit.KG)
    assert line.is_empty
    assert line.accessibleName() == ""
    assert LIGHT.left.name() not in colours(line.grab().toImage())


def test_figures_that_are_all_alike_are_drawn_too(line: RecentLine) -> None:
    line.show_bests([best(9, left=80), best(5, left=80)], Unit.LB)
    assert line.accessibleName().endswith("left 176.4 lb to 176.4 lb")
    assert LIGHT.left.name() in colours(line.grab().toImage())
