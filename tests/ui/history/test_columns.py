"""What the columns of History say of a session, sort by, and explain."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.history.conftest import BOTH, LEFT, RIGHT, SEATED, STANDING, TODAY, Desk, sort
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.domain.load import Unit
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.ui.history.columns import HistoryColumn
from tracker.ui.history.model import (
    LEGS_ROLE,
    MUTED_ROLE,
    NEWEST_FIRST,
    OLDEST_FIRST,
)

pytestmark = pytest.mark.usefixtures("english")


def test_a_row_has_its_sums_by_exercise(desk: Desk) -> None:
    desk.logbook.apply(Change.adding(Bodyweight(TODAY, 70)), "weigh")
    desk.train(0, (SEATED, LEFT, 60), (SEATED, RIGHT, 66), (STANDING, RIGHT, 20))
    assert desk.text(0, HistoryColumn.HARD_SETS) == "3"
    assert desk.text(0, HistoryColumn.SEATED) == "80.0 · 88.0"
    assert desk.text(0, HistoryColumn.SEATED_VOLUME) == "1,260"
    assert desk.text(0, HistoryColumn.STANDING) == "– · 120.0"
    assert desk.text(0, HistoryColumn.STANDING_VOLUME) == "900"


def test_an_exercise_not_done_has_empty_cells(desk: Desk) -> None:
    desk.train(0, (SEATED, LEFT, 60))
    assert desk.text(0, HistoryColumn.STANDING) == ""
    assert desk.text(0, HistoryColumn.STANDING_VOLUME) == ""
    assert desk.text(0, HistoryColumn.STANDING, LEGS_ROLE) is None


def test_a_volume_without_bodyweight_is_a_dash_that_says_why(desk: Desk) -> None:
    desk.train(0, (STANDING, LEFT, 20))
    assert desk.text(0, HistoryColumn.STANDING_VOLUME) == "–"
    hint = desk.text(0, HistoryColumn.STANDING_VOLUME, Qt.ItemDataRole.ToolTipRole)
    assert "Bodyweight unknown" in hint


def test_a_session_of_an_unknown_hour_has_no_time(desk: Desk) -> None:
    desk.logbook.apply(Change.adding(Session(TODAY)), "train")
    assert desk.text(0, HistoryColumn.TIME) == ""


def test_loads_follow_the_unit_at_once(desk: Desk, settings: Settings) -> None:
    desk.train(0, (SEATED, LEFT, 60))
    settings.set_unit(Unit.LB)
    assert desk.text(0, HistoryColumn.SEATED) == "176.4 · –"
    assert desk.text(0, HistoryColumn.SEATED_VOLUME) == "1,323"
    title = desk.model.headerData(HistoryColumn.SEATED, Qt.Orientation.Horizontal)
    assert title == "Seated L · R\nestimate, lb"


def test_figures_stand_at_the_right_and_work_is_muted(desk: Desk) -> None:
    desk.train(0, (SEATED, LEFT, 60))
    alignment = desk.text(0, HistoryColumn.SEATED, Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & Qt.AlignmentFlag.AlignRight
    assert desk.text(0, HistoryColumn.SEATED_VOLUME, MUTED_ROLE)
    assert not desk.text(0, HistoryColumn.SEATED, MUTED_ROLE)


def test_hints_say_what_a_cell_cannot(desk: Desk) -> None:
    machine = Equipment("Lever machine")
    session = Session(TODAY, note="Two\nlines")
    logged = LoggedSet(session.id, SEATED, LEFT, 1, 8, 60, equipment_id=machine.id)
    both = LoggedSet(session.id, SEATED, BOTH, 1, 8, 60, 1)
    hard = LoggedSet(session.id, STANDING, LEFT, 1, 8, 10, 2, rir=1)
    desk.logbook.apply(
        Change.adding(Bodyweight(TODAY, 70), machine, session, logged, both, hard), "train"
    )
    hint = Qt.ItemDataRole.ToolTipRole
    assert desk.text(0, HistoryColumn.DATE, hint) == "Tue 24 Nov 2026\nLever machine"
    assert desk.text(0, HistoryColumn.NOTE) == "Two lines"
    assert desk.text(0, HistoryColumn.NOTE, hint) == "Two\nlines"
    assert desk.text(0, HistoryColumn.SEATED) == "(76.0) · –"
    assert desk.text(0, HistoryColumn.SEATED, hint) == (
        "Sets: 1 left, 1 of both legs\n"
        "≥: at least, the sets were too easy to show a maximum. In brackets: reserve not noted."
    )
    assert desk.text(0, HistoryColumn.STANDING, hint) == "Sets: 1 left"
    assert desk.text(0, HistoryColumn.HARD_SETS, hint) is None


def test_cells_and_columns_can_be_heard(desk: Desk) -> None:
    desk.train(0, (SEATED, LEFT, 60), (SEATED, RIGHT, 66))
    heard = Qt.ItemDataRole.AccessibleTextRole
    assert desk.text(0, HistoryColumn.SEATED, heard) == "Seated: Left 80.0 kg, Right 88.0 kg"
    assert desk.text(0, HistoryColumn.STANDING, heard) == "Standing: –"
    title = desk.model.headerData(HistoryColumn.SEATED_VOLUME, Qt.Orientation.Horizontal, heard)
    assert title == "Seated volume, kg"
    assert desk.table.accessibleName() == "Sessions"
    assert desk.page.search.accessibleName() == "Search sessions"


def test_figures_sort_by_value_and_what_is_missing_comes_last(desk: Desk) -> None:
    for ago, kg in enumerate((60.0, None, 9.0, 120.0)):
        desk.train(ago, *([(SEATED, LEFT, kg)] if kg else []))
    sort(desk, HistoryColumn.SEATED)
    assert desk.column(HistoryColumn.SEATED) == ["12.0 · –", "80.0 · –", "160.0 · –", ""]
    sort(desk, HistoryColumn.SEATED)
    assert desk.column(HistoryColumn.SEATED) == ["160.0 · –", "80.0 · –", "12.0 · –", ""]


@pytest.mark.parametrize(
    ("column", "ascending"),
    [
        (HistoryColumn.TIME, ["07:05", "09:05", "18:05"]),
        (HistoryColumn.HARD_SETS, ["1", "2", "3"]),
        (HistoryColumn.SEATED_VOLUME, ["600", "1,200", "1,800"]),
        (HistoryColumn.NOTE, ["a", "B", "c"]),
    ],
)
def test_every_column_sorts(desk: Desk, column: HistoryColumn, ascending: list[str]) -> None:
    load = (SEATED, LEFT, 60.0)
    desk.train(0, load, load, note="c", hour=9)
    desk.train(1, load, note="a", hour=18)
    desk.train(2, load, load, load, note="B", hour=7)
    desk.table.sortByColumn(column, OLDEST_FIRST)
    assert desk.column(column) == ascending
    desk.table.sortByColumn(column, NEWEST_FIRST)
    assert desk.column(column) == ascending[::-1]
