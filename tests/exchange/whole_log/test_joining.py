import datetime
from dataclasses import replace

import pytest

from tests.exchange.logs import log_of
from tests.exchange.whole_log.test_json_file import DAY, ENTRIES, MACHINE, SESSION, SET
from tracker.domain.change import Change, Edit, Entry
from tracker.domain.exercise import Equipment, Side
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import Session
from tracker.exchange.whole_log.joining import Conflict, join


def taking(*entries: Entry) -> Change:
    """Make the change that adds entries of which nobody knows when they were edited."""
    return Change(tuple(Edit(None, entry, None) for entry in entries))


def test_an_empty_log_takes_everything() -> None:
    assert join(ENTRIES, ()) == (taking(*ENTRIES), ())


def test_when_an_entry_was_edited_is_taken_with_it() -> None:
    at = datetime.datetime(2026, 11, 20, 18, 5, tzinfo=datetime.UTC)
    taken, _ = join([SESSION, SET], (), {(type(SET), SET.id): at})
    # That it is taken now is no edit: where nobody knows of one, nobody shall know of one then.
    assert taken == Change((Edit(None, SESSION, None), Edit(None, SET, at)))


def test_the_same_log_again_changes_nothing() -> None:
    assert join(ENTRIES, ENTRIES) == (Change(), ())


def test_what_this_log_lacks_is_added_to_its_own() -> None:
    new = replace(SET, id="a2", side=Side.RIGHT)
    assert join((*ENTRIES, new), ENTRIES) == (taking(new), ())


def test_where_an_entry_differs_this_logs_own_is_kept_and_the_difference_listed() -> None:
    other = replace(SET, reps=9, note="other")
    change, (conflict,) = join((MACHINE, SESSION, other), ENTRIES)
    assert not change
    assert conflict == Conflict(own=SET, other=other)
    assert conflict.differing == ("reps", "note")


def test_the_runner_of_this_log_is_kept() -> None:
    change, (conflict,) = join([Runner("Other")], [Runner("Own")])
    assert not change
    assert conflict.differing == ("name",)


def test_a_day_has_one_bodyweight() -> None:
    own = Bodyweight(DAY, 70.0)
    assert join([Bodyweight(DAY, 70.0)], [own]) == (Change(), ())
    other = Bodyweight(DAY, 71.0)
    assert join([other], [own]) == (Change(), (Conflict(own, other),))


def test_a_number_of_a_session_has_one_set() -> None:
    other = replace(SET, id="other", reps=9)
    assert join([*ENTRIES[:4], other], ENTRIES) == (Change(), (Conflict(SET, other),))


def test_equipment_of_one_name_is_one_and_sets_go_to_it() -> None:
    machine = Equipment(MACHINE.name, id="theirs")
    day = Session(DAY - datetime.timedelta(days=1), id="s2")
    logged = replace(SET, id="a2", session_id="s2", equipment_id="theirs")
    database = log_of(*ENTRIES)
    change, conflicts = join((machine, day, logged), database.entries())
    assert conflicts == ()
    assert change == taking(day, replace(logged, equipment_id=MACHINE.id))
    database.apply(change)
    assert database.complaints() == []
    database.close()


EARLY = datetime.datetime(2026, 11, 24, 18, 0, tzinfo=datetime.UTC)
LATE = EARLY + datetime.timedelta(seconds=1)


def edited(
    at: datetime.datetime, *entries: Entry
) -> dict[tuple[type[Entry], str], datetime.datetime]:
    return {(type(entry), entry.id): at for entry in entries}


def test_the_newest_edit_wins() -> None:
    other = replace(SET, reps=9)
    change, conflicts = join([other], ENTRIES, edited(LATE, other), edited(EARLY, *ENTRIES))
    assert change == Change((Edit(SET, other, LATE),))
    assert conflicts == (Conflict(SET, other, is_other_newer=True),)


@pytest.mark.parametrize(
    ("theirs", "ours"), [(EARLY, LATE), (LATE, LATE), (LATE, None), (None, EARLY)]
)
def test_what_is_not_known_to_be_newer_does_not_win(
    theirs: datetime.datetime | None, ours: datetime.datetime | None
) -> None:
    other = replace(SET, reps=9)
    change, conflicts = join(
        [other],
        ENTRIES,
        {} if theirs is None else edited(theirs, other),
        {} if ours is None else edited(ours, SET),
    )
    assert (change, conflicts) == (Change(), (Conflict(SET, other),))


def test_a_newer_entry_takes_the_place_under_the_id_of_this_logs() -> None:
    own, other = Bodyweight(DAY, 70.0), Bodyweight(DAY, 71.0)
    change, _ = join([other], [own], edited(LATE, other), edited(EARLY, own))
    assert change == Change((Edit(own, replace(other, id=own.id), LATE),))


def test_a_newer_entry_does_not_drive_out_a_third_one() -> None:
    neighbour = replace(SET, id="a2", set_no=2)
    own = (*ENTRIES, neighbour)
    moved = replace(SET, set_no=2)
    database = log_of(*own)
    change, conflicts = join([moved], own, edited(LATE, moved), edited(EARLY, *own))
    assert (change, conflicts) == (Change(), (Conflict(SET, moved),))
    database.close()


def test_a_place_left_by_a_newer_entry_is_free() -> None:
    moved, new = replace(SET, set_no=2), replace(SET, id="a2")
    database = log_of(*ENTRIES)
    change, _ = join([moved, new], ENTRIES, edited(LATE, moved), edited(EARLY, *ENTRIES))
    database.apply(change)
    assert database.sets_of(SESSION.id) == [moved, new]
    assert database.complaints() == []
    database.close()
