"""What can be undone and redone."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tracker.app.undo import MOST_STEPS, Step, UndoHistory, joined
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment

FIRST, SECOND, THIRD = (Step(Change(), label) for label in ("first", "second", "third"))


def test_at_first_there_is_nothing_to_undo_or_redo() -> None:
    history = UndoHistory()
    assert history.to_undo is None
    assert history.to_redo is None


def test_the_last_step_made_is_undone_first() -> None:
    history = UndoHistory()
    history.record(FIRST)
    history.record(SECOND)
    assert history.to_undo == SECOND
    history.undone(Change())
    assert history.to_undo == FIRST
    history.undone(Change())
    assert history.to_undo is None


def test_the_last_step_undone_is_redone_first() -> None:
    history = UndoHistory()
    history.record(FIRST)
    history.record(SECOND)
    history.undone(Change())
    history.undone(Change())
    assert history.to_redo == FIRST
    history.redone(Change())
    assert history.to_redo == SECOND
    history.redone(Change())
    assert history.to_redo is None


def test_a_new_step_forgets_what_was_undone() -> None:
    history = UndoHistory()
    history.record(FIRST)
    history.record(SECOND)
    history.undone(Change())
    history.record(THIRD)
    assert history.to_redo is None
    assert history.to_undo == THIRD
    history.undone(Change())
    assert history.to_undo == FIRST


def test_a_step_that_was_moved_over_is_carried_out_the_other_way() -> None:
    undo, redo, undo_again = (Change.adding(Equipment(name)) for name in ("a", "b", "c"))
    history = UndoHistory()
    history.record(Step(undo, "step"))
    history.undone(redo)
    assert history.to_redo == Step(redo, "step")
    history.redone(undo_again)
    assert history.to_undo == Step(undo_again, "step")


def test_asking_moves_nothing() -> None:
    history = UndoHistory()
    history.record(FIRST)
    assert history.to_undo is history.to_undo == FIRST
    assert history.to_redo is None


def test_an_amended_step_stands_where_the_newest_was_and_forgets_what_was_undone() -> None:
    history = UndoHistory()
    for step in (FIRST, SECOND, THIRD):
        history.record(step)
    history.undone(Change())
    amended = Step(Change.adding(Equipment("a")), "second")
    history.amend(amended)
    assert history.to_redo is None
    assert history.to_undo == amended
    history.undone(Change())
    assert history.to_undo == FIRST


def test_a_later_change_of_what_a_step_added_goes_with_it() -> None:
    step, bar = Equipment("Step"), Equipment("Bar")
    better = replace(step, name="Better step")
    undo = Change.removing(bar, step)
    assert joined(undo, Change.replacing(step, better)) == Change.removing(bar, better)
    best = replace(step, name="Best step")
    assert joined(undo, Change.replacing(better, best)) is None  # it was other than that
    assert joined(Change.adding(step), Change.replacing(step, better)) is None
    assert joined(undo, Change.removing(step)) is None


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
            history.undone(Change())
            undone.append(done.pop())
        elif move == "redo" and undone:
            history.redone(Change())
            done.append(undone.pop())
        assert history.to_undo == (done[-1] if done else None)
        assert history.to_redo == (undone[-1] if undone else None)


def test_the_oldest_of_very_many_steps_is_forgotten() -> None:
    history = UndoHistory()
    steps = [Step(Change(), str(number)) for number in range(MOST_STEPS + 1)]
    for step in steps:
        history.record(step)
    undone = []
    while history.to_undo:
        undone.append(history.to_undo)
        history.undone(Change())
    assert undone == steps[:0:-1]
    assert history.to_redo == steps[1]
