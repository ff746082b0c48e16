"""Faults of the world are caught in one place and told in words."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tracker import DamagedLogError, TrackerError
from tracker.ui.widgets.faults import Faults


def test_what_succeeds_is_told_to_nobody(faults: Faults, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(faults.told):
        assert faults.attempt(lambda: None)


def test_a_fault_of_the_world_is_told_once(faults: Faults, qtbot: QtBot) -> None:
    beside: list[str] = []

    def fail() -> None:
        raise TrackerError("the disk is full")

    with qtbot.waitSignal(faults.told) as told, qtbot.waitSignal(faults.caught):
        assert not faults.attempt(fail)
    with qtbot.assertNotEmitted(faults.told), qtbot.waitSignal(faults.caught):
        assert not faults.attempt(fail, beside.append)
    assert told.args == beside == ["the disk is full"]


def test_a_value_refused_is_only_shown_beside(faults: Faults, qtbot: QtBot) -> None:
    beside: list[str] = []
    with qtbot.assertNotEmitted(faults.told):
        assert not faults.attempt(lambda: int("x"), beside.append)
    assert len(beside) == 1


def test_a_fault_of_ours_is_not_hidden(faults: Faults) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        faults.attempt(lambda: int("x"))
    with pytest.raises(ZeroDivisionError):
        faults.attempt(lambda: 1 / 0, lambda _: None)


def test_a_damaged_log_is_not_only_told(faults: Faults, qtbot: QtBot) -> None:
    error = DamagedLogError("the log is damaged", Path("training.soleus"))

    def fail() -> None:
        raise error

    with (
        qtbot.waitSignal(faults.damaged) as damaged,
        qtbot.waitSignal(faults.caught),
        qtbot.assertNotEmitted(faults.told),
    ):
        assert not faults.attempt(fail)
    assert damaged.args == [error]
