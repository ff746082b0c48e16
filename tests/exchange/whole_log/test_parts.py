import datetime
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid4, uuid5

from tests.exchange.whole_log.test_json_file import ENTRIES, MACHINE, PLAN, SESSION, SET
from tracker.domain.change import Memory, Past, key_of
from tracker.domain.entry_fields import KINDS
from tracker.domain.exercise import Equipment
from tracker.domain.plan import Plan
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet
from tracker.exchange.whole_log.parts import ALL, PART_OF, LogPart, chosen, usual_parts

AT = datetime.datetime(2026, 11, 24, 18, 0, tzinfo=datetime.UTC)
NONE = Past()


def test_every_kind_of_entry_belongs_to_a_part() -> None:
    assert PART_OF.keys() == set(KINDS.values())
    assert set(PART_OF.values()) == ALL


def test_all_parts_are_all_there_is() -> None:
    memory = [Memory((LoggedSet, "a"), AT)]
    assert chosen(ENTRIES, memory, ALL) == (list(ENTRIES), memory)


def test_equipment_comes_with_the_sets_done_on_it_and_no_other() -> None:
    entries, _ = chosen((MACHINE, Equipment("Unused"), SESSION, SET), (), {LogPart.TRAINING})
    assert entries == [MACHINE, SESSION, SET]


def test_what_is_remembered_goes_with_its_part_and_what_it_needs() -> None:
    moved = Memory(key_of(SET), None, replace(SET, set_no=4))
    behind = Memory(key_of(MACHINE), None, MACHINE)
    plan = Memory((Plan, "gone"), AT)
    assert chosen((SESSION,), (moved, behind, plan), {LogPart.TRAINING})[1] == [moved, behind]
    assert chosen((SESSION,), (moved, behind, plan), {LogPart.PLANS})[1] == [plan]


def test_of_a_copy_everything_is_taken_whoever_it_names() -> None:
    renamed = (Runner("New name"), *ENTRIES[1:])
    assert usual_parts(renamed, ENTRIES, NONE, NONE) == ALL


def test_a_copy_is_known_by_what_was_deleted_too() -> None:
    past = Past(memory=(Memory(key_of(PLAN), AT),))
    assert usual_parts([Runner("Other")], ENTRIES, past, NONE) == ALL
    assert usual_parts([Runner("Other"), PLAN], [Runner()], NONE, past) == ALL


def test_an_empty_log_takes_everything() -> None:
    assert usual_parts(ENTRIES, (), NONE, NONE) == ALL


def test_of_another_runners_log_the_profile_stays_away() -> None:
    own = (Runner("Own"), Equipment("Bar"))
    assert usual_parts((Runner("Friend"), PLAN), own, NONE, NONE) == ALL - {LogPart.PROFILE}
    assert usual_parts((PLAN,), own, NONE, NONE) == ALL - {LogPart.PROFILE}


def test_the_same_runner_brings_the_profile() -> None:
    own = (Runner("Own"), Equipment("Bar"))
    assert usual_parts((Runner("Own"), PLAN), own, NONE, NONE) == ALL


def test_ids_that_imports_make_of_a_day_say_nothing_of_the_runner() -> None:
    day = replace(SESSION, id=uuid5(NAMESPACE_URL, "soleus:session:2026-11-24").hex)
    theirs = (Runner("Friend"), day)
    assert usual_parts(theirs, (Runner("Own"), day), NONE, NONE) == ALL - {LogPart.PROFILE}
    made = replace(SESSION, id=uuid4().hex)
    assert usual_parts((*theirs, made), (Runner("Own"), made), NONE, NONE) == ALL
