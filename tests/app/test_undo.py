"""The history of steps: what undo and redo would take, moved only when told."""

from tracker.app.undo import Step, UndoHistory
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment

ONE, TWO, THREE = (
    Step(Change.adding(Equipment(name)), f"adding {name}") for name in ("Step", "Bar", "Lever")
)


def history_of(*steps: Step) -> UndoHistory:
    history = UndoHistory()
    for step in steps:
        history.record(step)
    return history


def test_a_new_history_has_nothing_to_undo_or_redo() -> None:
    history = UndoHistory()
    assert history.to_undo is None
    assert history.to_redo is None


def test_the_last_step_is_undone_first() -> None:
    history = history_of(ONE, TWO)
    assert history.to_undo is TWO
    history.undone()
    assert history.to_undo is ONE


def test_the_step_undone_last_is_redone_first() -> None:
    history = history_of(ONE, TWO)
    history.undone()
    history.undone()
    assert history.to_redo is ONE
    history.redone()
    assert history.to_redo is TWO


def test_a_new_step_forgets_what_was_undone() -> None:
    history = history_of(ONE, TWO)
    history.undone()
    history.record(THREE)
    assert history.to_redo is None
    assert history.to_undo is THREE
    history.undone()
    assert history.to_undo is ONE


def test_looking_moves_nothing() -> None:
    history = history_of(ONE)
    assert history.to_undo is ONE
    assert history.to_undo is ONE
    assert history.to_redo is None
