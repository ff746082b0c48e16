"""Edits and changes: joined, taken back, listed by kind."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.change import Change, Edit, Entry, Memory, WithAdded, key_of
from tracker.domain.exercise import Equipment
from tracker.domain.runner import Runner
from tracker.domain.session import Session

STEP, BAR = Equipment("Step"), Equipment("Bar")
RUNNER = Runner()

names = st.sampled_from(["Step", "Bar", "Lever machine"])


@st.composite
def changes(draw: st.DrawFn) -> Change:
    edits = []
    for place in range(draw(st.integers(0, 5))):
        one = Equipment(draw(names), id=str(place))
        other = Equipment(draw(names), id=str(place))
        edits.append(draw(st.sampled_from([Edit(None, one), Edit(one, None), Edit(one, other)])))
    return Change(tuple(edits))


def carry_out(change: Change, entries: dict[str, Entry]) -> dict[str, Entry]:
    """Apply a change to a plain dict, refusing it if the old values differ."""
    entries = dict(entries)
    for edit in change.edits:
        assert entries.pop(edit.entry.id, None) == edit.before
        if edit.after is not None:
            entries[edit.after.id] = edit.after
    return entries


def test_an_edit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="before or after"):
        Edit(None, None)


@pytest.mark.parametrize("other", [BAR, Session(datetime.date(2026, 11, 24), id=STEP.id)])
def test_an_edit_from_one_entry_to_another_is_refused(other: Entry) -> None:
    with pytest.raises(ValueError, match="of one entry"):
        Edit(STEP, other)


def test_the_entry_of_an_edit_is_how_it_ends() -> None:
    renamed = replace(STEP, name="High step")
    assert Edit(STEP, renamed).entry is renamed
    assert Edit(None, STEP).entry is STEP


def test_the_entry_of_a_removal_is_how_it_was() -> None:
    assert Edit(STEP, None).entry is STEP


def test_adding_has_nothing_before() -> None:
    assert Change.adding(STEP, BAR).edits == (Edit(None, STEP), Edit(None, BAR))


def test_removing_has_nothing_after() -> None:
    assert Change.removing(STEP, BAR).edits == (Edit(STEP, None), Edit(BAR, None))


def test_replacing_goes_from_one_state_to_the_other() -> None:
    renamed = replace(STEP, name="High step")
    assert Change.replacing(STEP, renamed).edits == (Edit(STEP, renamed),)


def test_replacing_by_the_same_is_no_change() -> None:
    assert not Change.replacing(STEP, replace(STEP))


def test_a_change_is_true_where_it_edits_something() -> None:
    assert Change.adding(STEP)
    assert not Change()


def test_changes_are_joined_in_their_order() -> None:
    one, other = Change.adding(STEP), Change.removing(BAR)
    joined = Change((Edit(None, STEP), Edit(BAR, None)))
    assert one + other == joined
    assert Change.together([one, other]) == joined


def test_joining_nothing_is_no_change() -> None:
    assert Change.together([]) == Change()


def test_the_edits_of_one_kind_are_listed() -> None:
    change = Change.adding(STEP, RUNNER) + Change.removing(BAR)
    assert change.of(Equipment) == [(None, STEP), (BAR, None)]
    assert change.of(Runner) == [(None, RUNNER)]


@given(changes())
def test_a_change_taken_back_twice_is_itself(change: Change) -> None:
    assert change.inverse.inverse == change


@given(changes())
def test_the_inverse_restores_what_was_there(change: Change) -> None:
    before = {edit.before.id: edit.before for edit in change.edits if edit.before is not None}
    assert carry_out(change.inverse, carry_out(change, before)) == before


def test_the_inverse_takes_the_last_edit_back_first() -> None:
    change = Change.adding(STEP, BAR)
    assert change.inverse == Change.removing(BAR, STEP)


def test_a_memory_without_a_part_is_nothing_and_a_change_of_memory_alone_is_one() -> None:
    key = key_of(Equipment("Step", id="e"))
    at = datetime.datetime(2026, 11, 24, 18, 5, tzinfo=datetime.UTC)
    assert key == (Equipment, "e")
    assert not Memory(key)
    assert Memory(key, at)
    assert Memory(key, None, Equipment("Step", id="e"))
    assert Change((), (Memory(key),))
    assert not Change((), ())


def test_what_is_added_beside_follows_the_edits_in_memory() -> None:
    edits = (Edit(RUNNER, None),)
    change = Change(WithAdded(edits, (STEP, BAR)))
    all_edits = (Edit(RUNNER, None), Edit(None, STEP), Edit(None, BAR))
    assert tuple(change.edits) == all_edits
    assert (len(change.edits), change.edits[2], change.edits[1:]) == (
        3,
        all_edits[2],
        all_edits[1:],
    )
    assert change.parts == (edits, (STEP, BAR))
    assert Change(edits).parts == (edits, ())
    assert change.inverse == Change(all_edits).inverse
    assert (change + Change()).edits == all_edits
