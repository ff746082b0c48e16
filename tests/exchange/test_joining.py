import datetime
from dataclasses import replace

from tests.exchange.logs import log_of
from tests.exchange.test_log_json import DAY, ENTRIES, MACHINE, SESSION, SET
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Side
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import Session
from tracker.exchange.joining import Conflict, merge


def test_an_empty_log_takes_everything() -> None:
    assert merge(ENTRIES, ()) == (Change.adding(*ENTRIES), ())


def test_the_same_log_again_changes_nothing() -> None:
    assert merge(ENTRIES, ENTRIES) == (Change(), ())


def test_what_this_log_lacks_is_added_to_its_own() -> None:
    new = replace(SET, id="a2", side=Side.RIGHT)
    assert merge((*ENTRIES, new), ENTRIES) == (Change.adding(new), ())


def test_where_an_entry_differs_this_logs_own_is_kept_and_the_difference_listed() -> None:
    other = replace(SET, reps=9, note="other")
    change, (conflict,) = merge((MACHINE, SESSION, other), ENTRIES)
    assert not change
    assert conflict == Conflict(kept=SET, other=other)
    assert conflict.differing == ("reps", "note")


def test_the_runner_of_this_log_is_kept() -> None:
    change, (conflict,) = merge([Runner("Other")], [Runner("Own")])
    assert not change
    assert conflict.differing == ("name",)


def test_a_day_has_one_bodyweight() -> None:
    own = Bodyweight(DAY, 70.0)
    assert merge([Bodyweight(DAY, 70.0)], [own]) == (Change(), ())
    other = Bodyweight(DAY, 71.0)
    assert merge([other], [own]) == (Change(), (Conflict(own, other),))


def test_a_number_of_a_session_has_one_set() -> None:
    other = replace(SET, id="other", reps=9)
    assert merge([*ENTRIES[:4], other], ENTRIES) == (Change(), (Conflict(SET, other),))


def test_equipment_of_one_name_is_one_and_sets_go_to_it() -> None:
    machine = Equipment(MACHINE.name, id="theirs")
    day = Session(DAY - datetime.timedelta(days=1), id="s2")
    logged = replace(SET, id="a2", session_id="s2", equipment_id="theirs")
    database = log_of(*ENTRIES)
    change, conflicts = merge((machine, day, logged), database.entries())
    assert conflicts == ()
    assert change == Change.adding(day, replace(logged, equipment_id=MACHINE.id))
    database.apply(change)
    assert database.complaints() == []
    database.close()
