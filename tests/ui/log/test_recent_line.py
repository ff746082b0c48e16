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
from tracker.ui.log.recent_line import LEAST, ROOM, RecentLine

pytestmark = pytest.mark.usefixtures("english")

DAY = datetime.date(2026, 11, 1)


def best(
    ago: int,
    *,
    evidence: Evidence = Evidence.KNOWN,
    equipment: str | None = None,
    **legs: float,
) -> PastBest:
    told = {Side[name.upper()]: SetEvidence(evidence, 10, kg) for name, kg in legs.items()}
    session = Session(DAY - datetime.timedelta(days=ago))
    return PastBest(session, told, dict.fromkeys(told, equipment))


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


def is_inked(image: QImage, x: int, y: int) -> bool:
    """Tell whether anything is drawn at a position, or directly above or below it."""
    paper = image.pixelColor(0, image.height() - 1)
    return any(image.pixelColor(x, y + dy) != paper for dy in (-1, 0, 1))


def of_two(line: RecentLine, first: PastBest, second: PastBest) -> tuple[QImage, int, int, int]:
    """Draw two sessions of equal estimates; returns the picture, both x values, and their y."""
    line.show_bests([first, second], Unit.KG)
    return line.grab().toImage(), ROOM, line.width() - ROOM, line.height() - ROOM


def test_what_is_known_is_filled_and_joined_by_a_line(line: RecentLine) -> None:
    image, first, second, y = of_two(line, best(9, left=80), best(5, left=80))
    assert {image.pixelColor(x, y).name() for x in (first, second)} == {LIGHT.left.name()}
    assert all(is_inked(image, x, y) for x in range(first, second))
    assert not is_inked(image, second, y - 7)


def test_a_bound_is_hollow_with_an_arrow_and_the_line_to_it_is_dotted(line: RecentLine) -> None:
    bound = best(5, evidence=Evidence.AT_LEAST, left=80)
    image, first, second, y = of_two(line, best(9, left=80), bound)
    assert image.pixelColor(first, y).name() == LIGHT.left.name()
    assert image.pixelColor(second, y).name() == LIGHT.card.name()
    assert is_inked(image, second, y - 7)
    between = [is_inked(image, x, y) for x in range(first + 10, second - 10)]
    assert any(between)
    assert not all(between)
    assert line.accessibleName().endswith("left 80.0 kg to at least 80.0 kg")


def test_reserve_not_noted_is_hollow_and_on_no_line(line: RecentLine) -> None:
    blank = best(5, evidence=Evidence.NOT_NOTED, left=80)
    image, first, second, y = of_two(line, best(9, left=80), blank)
    assert image.pixelColor(second, y).name() == LIGHT.card.name()
    assert not any(is_inked(image, x, y) for x in range(first + 10, second - 10))
    assert line.accessibleName().endswith("left 80.0 kg to 80.0 kg, reserve not noted")


def test_no_line_joins_what_was_lifted_on_different_equipment(line: RecentLine) -> None:
    image, first, second, y = of_two(line, best(9, left=80), best(5, equipment="lever", left=80))
    assert {image.pixelColor(x, y).name() for x in (first, second)} == {LIGHT.left.name()}
    assert not any(is_inked(image, x, y) for x in range(first + 10, second - 10))
