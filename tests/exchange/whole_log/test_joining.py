import datetime
from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.exchange.logs import log_of
from tests.exchange.whole_log.test_json_file import DAY, ENTRIES, MACHINE, SESSION, SET
from tracker.domain.change import Change, Edit, Entry, Memory, Past, key_of
from tracker.domain.exercise import Equipment, Side
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.whole_log.joining import Conflict, Lacking, Outcome, join
from tracker.exchange.whole_log.parts import LogPart

EARLY = datetime.datetime(2026, 11, 24, 18, 0, tzinfo=datetime.UTC)
LATE = EARLY + datetime.timedelta(seconds=1)
LATER = EARLY + datetime.timedelta(seconds=2)
RIGHT = replace(SET, id="a2", side=Side.RIGHT)


def taking(*entries: Entry) -> Change:
    """Make the change that adds entries whose edit times nobody knows."""
    return Change(tuple(Edit(None, entry, None) for entry in entries), ())


def past(at: datetime.datetime, entries: Iterable[Entry], memory: tuple[Memory, ...] = ()) -> Past:
    """Make entries appear edited at one instant, and added in their order."""
    entries = list(entries)
    edited = {key_of(entry): at for entry in entries}
    return Past(edited, {key_of(entry): n for n, entry in enumerate(entries)}, memory)


def test_an_empty_log_takes_everything() -> None:
    joined = join(ENTRIES, ())
    assert (joined.change, joined.conflicts) == (taking(*ENTRIES), ())
    assert (joined.own_lacks, joined.other_lacks) == (Lacking(1, 1), Lacking(0, 0))
    assert joined.own_lacks
    assert not joined.other_lacks


def test_when_an_entry_was_edited_and_added_is_taken_with_it() -> None:
    known = Past({key_of(SET): EARLY}, {key_of(SET): 7})
    taken = join([MACHINE, SESSION, SET], (), known).change
    # That it is taken now is no edit: where nobody knows of one, nobody shall know of one then.
    assert taken.edits == (
        Edit(None, MACHINE, None),
        Edit(None, SESSION, None),
        Edit(None, SET, EARLY, 7),
    )


def test_the_same_log_again_changes_nothing() -> None:
    joined = join(ENTRIES, ENTRIES)
    assert (joined.change, joined.conflicts) == (Change(), ())
    known = past(EARLY, ENTRIES, (Memory((LoggedSet, "gone"), EARLY),))
    assert join(ENTRIES, ENTRIES, known, known).change == Change()


def test_each_log_is_told_what_it_lacks_of_the_other() -> None:
    other = Session(DAY, id="s9")
    joined = join((*ENTRIES, RIGHT), (*ENTRIES, other))
    assert joined.change == taking(RIGHT)
    assert (joined.own_lacks, joined.other_lacks) == (Lacking(0, 1), Lacking(1, 0))


def test_the_newest_edit_wins_and_the_difference_is_listed() -> None:
    other = replace(SET, reps=9, note="other")
    entries = (MACHINE, SESSION, other)
    joined = join(entries, ENTRIES, past(LATE, entries), past(EARLY, ENTRIES))
    assert Edit(SET, other, LATE, 2) in joined.change.edits
    assert joined.conflicts == (Conflict(SET, other, Outcome.TAKEN, other),)
    assert joined.conflicts[0].differing == ("reps", "note")
    back = join(ENTRIES, entries, past(EARLY, ENTRIES), past(LATE, entries))
    assert back.conflicts == (Conflict(other, SET, Outcome.KEPT, other),)


@pytest.mark.parametrize(("theirs", "ours"), [(EARLY, LATE), (None, EARLY)])
def test_what_is_not_newer_does_not_win(
    theirs: datetime.datetime | None, ours: datetime.datetime
) -> None:
    own, other = Runner("Own"), Runner("Other")
    known = Past() if theirs is None else Past({key_of(other): theirs})
    joined = join([other], [own], known, Past({key_of(own): ours}))
    assert joined.change == Change()
    assert joined.conflicts == (Conflict(own, other, Outcome.KEPT, own),)


@pytest.mark.parametrize("at", [EARLY, None])
def test_of_two_made_at_one_moment_all_machines_choose_the_same(
    at: datetime.datetime | None,
) -> None:
    one, two = Runner("One"), Runner("Two")
    known = Past() if at is None else Past({key_of(one): at})
    here, there = join([two], [one], known, known), join([one], [two], known, known)
    assert {each.became for each in (*here.conflicts, *there.conflicts)} == {two}
    assert here.change.of(Runner) == [(one, two)]
    assert there.change == Change()


def test_an_edit_that_leaves_an_entry_as_it_is_counts_for_a_third_log() -> None:
    own = Runner("One")
    joined = join([own], [own], Past({key_of(own): LATE}), Past({key_of(own): EARLY}))
    assert joined.change.edits == (Edit(own, own, LATE),)
    assert joined.conflicts == ()


# Two in one place


def test_a_day_has_one_bodyweight_the_later() -> None:
    own, other = Bodyweight(DAY, 70.0, "b"), Bodyweight(DAY, 71.0, "a")
    joined = join([other], [own], past(LATE, [other]), past(EARLY, [own]))
    assert joined.change.edits == (Edit(own, None), Edit(None, other, LATE, 0))
    assert joined.conflicts == (Conflict(own, other, Outcome.TAKEN, other),)
    assert joined.removed == ()
    # The other one is known still, should the later be corrected to another day.
    assert joined.change.memory == (Memory(key_of(own), None, own, EARLY, 0),)
    same = join([replace(other, kg=70.0)], [own], past(EARLY, [other]), past(LATE, [own]))
    assert same.conflicts == ()


def test_two_sets_really_done_are_two_sets_and_the_later_is_renumbered() -> None:
    first, second = replace(SET, id="z", reps=9), replace(SET, id="a", reps=10)
    base = (MACHINE, SESSION)
    one = Past(added={key_of(first): 1}), (*base, first)
    two = Past(added={key_of(second): 2}), (*base, second)
    moved = replace(second, set_no=2)
    here = join(two[1], one[1], two[0], one[0])
    assert here.change.of(LoggedSet) == [(None, moved)]
    assert here.conflicts == (Conflict(None, second, Outcome.RENUMBERED, moved),)
    there = join(one[1], two[1], one[0], two[0])
    assert there.change.of(LoggedSet) == [(None, first), (second, moved)]
    assert there.conflicts == (Conflict(second, None, Outcome.RENUMBERED, moved),)


def test_equipment_of_one_name_is_one_and_sets_go_to_it() -> None:
    machine = Equipment(MACHINE.name, id="theirs")
    day = Session(DAY - datetime.timedelta(days=1), id="s2")
    logged = replace(SET, id="a2", session_id="s2", equipment_id="theirs")
    database = log_of(*ENTRIES)
    joined = join((machine, day, logged), database.entries())
    assert joined.conflicts == ()
    assert joined.change.of(LoggedSet) == [(None, replace(logged, equipment_id=MACHINE.id))]
    assert joined.change.of(Equipment) == []
    database.apply(joined.change)
    assert database.complaints() == []
    assert (
        join((machine, day, logged), database.entries(), Past(), database.past()).change.of(
            LoggedSet
        )
        == []
    )
    database.close()


def test_numbers_that_were_swapped_are_taken_as_they_are() -> None:
    one, two = replace(SET, set_no=1), replace(SET, id="a2", set_no=2)
    swapped = replace(one, set_no=2), replace(two, set_no=1)
    database = log_of(MACHINE, SESSION, one, two)
    known = database.past()
    later = {key: at + datetime.timedelta(hours=1) for key, at in known.edit_times.items()}
    joined = join((MACHINE, SESSION, *swapped), database.entries(), Past(later), known)
    database.apply(joined.change)
    assert database.sets_of(SESSION.id) == sorted(swapped, key=lambda each: each.id)
    assert database.complaints() == []
    database.close()


# Deleted in one of them


def test_what_was_deleted_here_does_not_come_back() -> None:
    known = past(EARLY, ENTRIES)
    kept = [each for each in ENTRIES if each != SET]
    ours = past(EARLY, ENTRIES, (Memory(key_of(SET), LATE),))
    joined = join(ENTRIES, kept, known, ours)
    assert (joined.change, joined.conflicts) == (Change(), ())
    assert (joined.left_deleted, joined.own_lacks) == (1, Lacking(0, 0))


def test_what_was_deleted_there_goes_here_and_is_remembered() -> None:
    gone = Memory(key_of(SET), LATE)
    kept = [each for each in ENTRIES if each != SET]
    joined = join(kept, ENTRIES, past(EARLY, kept, (gone,)), past(EARLY, ENTRIES))
    assert joined.change.of(LoggedSet) == [(SET, None)]
    assert joined.change.memory == (gone,)
    assert (joined.removed, joined.conflicts) == ((SET,), ())


def test_an_edit_after_the_deletion_brings_an_entry_back() -> None:
    edited, kept = replace(SET, reps=9), [each for each in ENTRIES if each != SET]
    entries = (*kept, edited)
    ours = past(EARLY, kept, (Memory(key_of(SET), LATE),))
    joined = join(entries, kept, past(LATER, entries), ours)
    assert (None, edited) in joined.change.of(LoggedSet)
    assert joined.change.memory == (Memory(key_of(SET)),)
    assert joined.conflicts == (Conflict(None, edited, Outcome.BROUGHT_BACK, edited),)
    assert joined.conflicts[0].differing == ()
    back = join(kept, entries, ours, past(LATER, entries))
    assert back.conflicts == (Conflict(edited, None, Outcome.KEPT, edited),)
    assert back.change.of(LoggedSet) == []


def test_a_set_of_a_session_deleted_elsewhere_brings_it_back_without_its_note() -> None:
    entries = (MACHINE, SESSION, RIGHT)
    frame = replace(SESSION, note="")
    ours = Past(memory=(Memory(key_of(SESSION), LATER, frame, EARLY, 1),))
    joined = join(entries, (MACHINE,), past(EARLY, entries), ours)
    assert joined.change.of(Session) == [(None, frame)]
    assert joined.change.of(LoggedSet) == [(None, RIGHT)]
    assert [each.outcome for each in joined.conflicts] == [Outcome.BROUGHT_BACK]
    there = join((MACHINE,), entries, ours, past(EARLY, entries))
    assert there.change.of(Session) == [(SESSION, frame)]
    assert [each.outcome for each in there.conflicts] == [Outcome.KEPT]


# Parts


def test_a_part_that_is_not_chosen_is_as_if_it_were_not_there() -> None:
    friend = (Runner("Friend"), *ENTRIES[1:])
    gone = Memory((Bodyweight, "w9"), LATE)
    joined = join(friend, [Runner("Own")], Past(memory=(gone,)), Past(), {LogPart.PLANS})
    assert {type(edit.entry).__name__ for edit in joined.change.edits} == {
        "Plan",
        "Phase",
        "PlannedSets",
    }
    assert joined.change.memory == ()
    assert joined.conflicts == ()


def test_a_session_or_a_set_alone_is_lacked_too() -> None:
    assert Lacking(1, 0)
    assert Lacking(0, 1)
    assert not Lacking(0, 0)
