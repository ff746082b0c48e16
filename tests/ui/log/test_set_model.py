"""The cells of one exercise as a model: logged, expected, typed and refused."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import Session
from tracker.domain.set_grid import Cell
from tracker.ui.log.set_model import (
    DRAFT_ROLE,
    EXPECTED_ROLE,
    PAINTED_ROLE,
    Painted,
    SetTableModel,
)
from tracker.ui.widgets.faults import Faults

SEATED, STANDING, _ = Exercise
LEFT, RIGHT, BOTH = Side
FIRST = Cell(SEATED, 1, LEFT)


@pytest.fixture
def model(current: CurrentSession, settings: Settings, faults: Faults) -> SetTableModel:
    return SetTableModel(current, settings, faults, SEATED)


def shown(model: SetTableModel) -> list[list[str]]:
    columns = range(model.columnCount())
    return [
        [model.index(row, column).data() for column in columns] for row in range(model.rowCount())
    ]


def refusals(model: SetTableModel) -> list[str]:
    told: list[str] = []
    model.refused.connect(told.append)
    return told


def test_it_keeps_qts_contract_while_rows_and_a_column_come_and_go(
    last_week: Session,
    model: SetTableModel,
    current: CurrentSession,
    logbook: Logbook,
    qtmodeltester: ModelTester,
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    current.enter(Cell(SEATED, 4, BOTH), "8x100")
    assert (model.rowCount(), model.columnCount()) == (5, 3)
    logbook.apply(Change.removing(*current.sets), "delete")
    assert model.columnCount() == 2
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_what_was_done_last_time_is_expected_until_it_is_logged(
    last_week: Session, model: SetTableModel, current: CurrentSession
) -> None:
    first = model.index_of(FIRST)
    assert (first.data(), first.data(EXPECTED_ROLE)) == ("8 × 60", True)
    assert first.data(Qt.ItemDataRole.EditRole) == ""
    current.enter(FIRST, "10x62.5")
    assert (first.data(), first.data(EXPECTED_ROLE)) == ("10 × 62.5", False)
    assert first.data(PAINTED_ROLE) == Painted("10 × 62.5", before="8 × 60")


def test_a_cell_says_its_place_and_what_is_in_it(
    last_week: Session, model: SetTableModel, current: CurrentSession
) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index_of(FIRST).data(spoken) == "Set 1, Left: proposed, last time 8 × 60"
    current.enter(FIRST, "10x62.5")
    assert model.index_of(FIRST).data(spoken) == "Set 1, Left: 10 × 62.5, saved, last time 8 × 60"
    assert model.index(2, 1).data(spoken) == "Set 3, Right: empty"
    model.setData(model.index(2, 1), "lots")
    assert model.index(2, 1).data(spoken).startswith("Set 3, Right: lots, not saved. ")


def test_columns_are_legs_and_rows_are_numbers(model: SetTableModel) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(n, across) for n in range(3)] == ["Left", "Right", None]
    assert model.headerData(0, down) == "1"
    assert model.headerData(0, across, Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.logged(QModelIndex()) is None
    assert not model.index_of(Cell(SEATED, 99, LEFT)).isValid()
    assert not model.index_of(Cell(SEATED, 1, BOTH)).isValid()


def test_what_is_written_is_logged(model: SetTableModel, current: CurrentSession) -> None:
    assert model.setData(model.index_of(FIRST), "8x60 r2")
    (logged,) = current.sets
    assert (logged.reps, logged.external_kg, logged.rir) == (8, 60.0, 2.0)
    assert model.logged(model.index_of(FIRST)) == logged
    assert not model.setData(model.index_of(FIRST), "9x60", Qt.ItemDataRole.DisplayRole)
    assert not model.setData(QModelIndex(), "9x60")


def test_what_cannot_be_read_stays_as_a_draft_until_it_is_mended(
    model: SetTableModel, current: CurrentSession
) -> None:
    told, index = refusals(model), model.index_of(FIRST)
    assert not model.setData(index, "lots")
    assert (index.data(), index.data(DRAFT_ROLE), current.sets) == ("lots", True, [])
    assert told[-1] == index.data(Qt.ItemDataRole.ToolTipRole)
    assert told[-1]
    assert model.setData(index, "8x60")
    assert (index.data(DRAFT_ROLE), told[-1]) == (False, "")


def test_a_draft_dropped_leaves_what_was_expected(
    last_week: Session, model: SetTableModel, qtbot: QtBot
) -> None:
    index = model.index_of(FIRST)
    assert not model.discard_draft(index)
    model.setData(index, "lots")
    with qtbot.waitSignal(model.draft_dropped):
        assert model.discard_draft(index)
    assert (index.data(), index.data(EXPECTED_ROLE)) == ("8 × 60", True)


def test_what_is_expected_is_taken_over(
    last_week: Session, model: SetTableModel, current: CurrentSession
) -> None:
    assert model.take_over(model.index_of(FIRST))
    assert [(each.reps, each.external_kg) for each in current.sets] == [(8, 60.0)]


def test_the_unit_and_the_exercise_are_followed(
    last_week: Session, model: SetTableModel, settings: Settings
) -> None:
    settings.set_unit(Unit.LB)
    assert model.index_of(FIRST).data() == "8 × 132.28"
    settings.set_unit(Unit.KG)
    model.show_exercise(STANDING)
    assert shown(model)[0] == ["8 × +20", "8 × +20"]


def test_a_note_is_the_tip_of_its_cell(model: SetTableModel, current: CurrentSession) -> None:
    current.enter(FIRST, "8x60")
    index = model.index_of(FIRST)
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    current.edit(current.sets[0], note="slow")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "slow"


def test_a_block_of_cells_is_pasted_as_one_step(
    model: SetTableModel, logbook: Logbook, current: CurrentSession
) -> None:
    model.paste(model.index(0, 0), [["8x60", "8x55"], ["", "7x55"]])
    assert shown(model) == [["8 × 60", "8 × 55"], ["", "7 × 55"], ["", ""]]
    logbook.undo()
    assert current.sets == []


def test_of_a_block_the_cells_refused_stay_marked_as_typed_ones_do(
    model: SetTableModel, current: CurrentSession
) -> None:
    told = refusals(model)
    model.paste(model.index(0, 1), [["eight"], ["8x60"]])
    assert [model.index(row, 1).data(DRAFT_ROLE) for row in (0, 1)] == [True, False]
    assert model.index(0, 1).data() == "eight"
    assert told[-1] == "Expected a number of repetitions, as in 8x60, found “eight”."
    model.paste(model.index(0, 1), [["8x55"]])
    assert (model.index(0, 1).data(), model.index(0, 1).data(DRAFT_ROLE)) == ("8 × 55", False)
    assert told[-1] == ""
    assert current.drafts.all() == []


def test_one_cell_is_pasted_as_if_it_were_typed(model: SetTableModel) -> None:
    model.paste(model.index(0, 0), [["3x8@60"]])
    assert [row[0] for row in shown(model)] == ["8 × 60"] * 3 + [""]


def test_a_block_with_no_room_is_refused_whole(
    model: SetTableModel, current: CurrentSession
) -> None:
    told = refusals(model)
    model.paste(model.index(0, 1), [["8x60", "8x60"]])
    assert told == ["A block of 1 × 2 does not fit: from here there is room for 100 × 1."]
    model.paste(model.index(0, 0), [["8x60"]] * 101)
    assert told[-1].startswith("A block of 101 × 1 does not fit")
    assert current.sets == []


def test_a_block_that_cannot_be_saved_changes_nothing(
    model: SetTableModel, current: CurrentSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_texts: object) -> dict[Cell, str]:
        raise TrackerError("The disk is full.")

    told = refusals(model)
    monkeypatch.setattr(current, "enter_all", fail)
    model.paste(model.index(0, 0), [["8x60"], ["8x60"]])
    assert (shown(model)[0][0], told, current.drafts.all()) == ("", ["The disk is full."], [])
