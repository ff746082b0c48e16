"""The session shown as text: done, or planned."""

from pathlib import Path

import pytest

from tests.app.session_desk import SEATED, Desk, L, R
from tests.app.test_planned_session import Desk as PlannedDesk
from tracker.app.session_text import is_session_text, session_text
from tracker.domain.load import Unit
from tracker.domain.plan import LoadBasis, PlannedSets, PlannedSide
from tracker.domain.set_grid import Cell


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Desk:
    return Desk(tmp_path)


def test_what_was_done_is_written_with_its_bodyweight_and_note(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60 r2")
    desk.current.enter(Cell(SEATED, 1, R), "8x60 r2")
    desk.current.weigh(70.4)
    desk.current.set_note("felt good")
    assert session_text(desk.current, Unit.KG) == (
        '2026-11-24\nbw 70.4 kg\nseated 8x60kg left r2\nseated 8x60kg right r2 rest 0\n"felt good"'
    )


def test_of_a_session_with_nothing_done_or_planned_there_is_no_text(desk: Desk) -> None:
    desk.log_last_week()
    assert session_text(desk.current, Unit.KG) == ""


def test_of_a_session_not_begun_the_plan_is_written(tmp_path: Path, qapp: object) -> None:
    desk = PlannedDesk(tmp_path)
    planned = PlannedSets(
        "", SEATED, PlannedSide.EACH, 3, 8, load_basis=LoadBasis.EXTERNAL_KG, load_value=60.0
    )
    desk.take(planned)
    assert session_text(desk.current, Unit.KG) == "2026-11-24\nseated 3x8@60kg each"


@pytest.mark.parametrize(
    ("text", "has_sets"), [("2026-11-24\nseated 3x8@60 left", True), ("Buy milk", False)]
)
def test_text_is_told_from_sets(text: str, has_sets: bool) -> None:
    assert is_session_text(text) is has_sets
