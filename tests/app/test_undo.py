"""What can be undone and redone."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.app.undo import MOST_STEPS, Step, UndoHistory
from tracker.domain.change import Change

FIRST, SECOND, THIRD = (Step(Change(), label) for label in ("first", "second", "third"))


def test_at_first_there_is_nothing_to_undo_or_redo() -> None:
    history = UndoHistory()
    assert history.to_undo is None
    assert history.to_redo is None


def test_the_last_step_made_is_undone_first() -> None:
    history = UndoHistory()
    history.record(FIRST)
    history.record(SECOND)
    assert history.to_undo is SECOND
    history.undone()
    assert history.to_undo is FIRST
    history.undone()
    assert history.to_undo is None


def test_the_last_step_undone_is_redone_first() -> None:
    history = UndoHistory()
    history.record(FIRST)
    history.record(SECOND)
    history.undone()
    history.undone()
    assert history.to_redo is FIRST
    history.redone()
    assert history.to_redo is SECOND
    history.redone()
    assert history.to_redo is None


def test_a_new_step_forgets_what_was_undone() -> None:
    history = UndoHistory()
    history.record(FIRST)
    history.record(SECOND)
    history.undone()
    history.record(THIRD)
    assert history.to_redo is None
    assert history.to_undo is THIRD
    history.undone()
    assert history.to_undo is FIRST


def test_asking_moves_nothing() -> None:
    history = UndoHistory()
    history.record(FIRST)
    assert history.to_undo is history.to_undo is FIRST
    assert history.to_redo is None


def test_two_histories_share_nothing() -> None:
    one, other = UndoHistory(), UndoHistory()
    one.record(FIRST)
    assert other.to_undo is None


@given(st.lists(st.sampled_from(["record", "undo", "redo"])))
def test_it_is_two_stacks(moves: list[str]) -> None:
    history = UndoHistory()
    done: list[Step] = []
    undone: list[Step] = []
    for number, move in enumerate(moves):
        if move == "record":
            step = Step(Change(), str(number))
            history.record(step)
            done.append(step)
            undone.clear()
        elif move == "undo" and done:
            history.undone()
            undone.append(done.pop())
        elif move == "redo" and undone:
            history.redone()
            done.append(undone.pop())
        assert history.to_undo is (done[-1] if done else None)
        assert history.to_redo is (undone[-1] if undone else None)


def test_the_oldest_of_very_many_steps_is_forgotten() -> None:
    history = UndoHistory()
    steps = [Step(Change(), str(number)) for number in range(MOST_STEPS + 1)]
    for step in steps:
        history.record(step)
    undone = []
    while history.to_undo:
        undone.append(history.to_undo)
        history.undone()
    assert undone == steps[:0:-1]
    assert history.to_redo is steps[1]
