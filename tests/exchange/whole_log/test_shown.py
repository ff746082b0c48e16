import datetime
from dataclasses import replace

from tests.exchange.whole_log.test_json_file import (
    DAY,
    FELT,
    MACHINE,
    PHASE,
    PLAN,
    PLANNED,
    SESSION,
    SET,
)
from tracker.domain.change import Entry, Memory, Past, key_of
from tracker.domain.exercise import Equipment, Side
from tracker.domain.runner import Bodyweight
from tracker.domain.session import MOST_SET_NO, LoggedSet
from tracker.exchange.whole_log.shown import memory_of, shown
from tracker.exchange.whole_log.versions import Known, Version

AT = datetime.datetime(2026, 11, 24, 18, 0, tzinfo=datetime.UTC)


def known_of(*entries: Entry, deleted: tuple[Entry, ...] = ()) -> Known:
    """Return what is remembered of entries, added in the order given."""
    return Known(
        {key_of(each): Version(each, AT, n) for n, each in enumerate(entries)},
        {key_of(each): AT for each in deleted},
    )


def entries_of(known: Known) -> list[Entry]:
    return [version.entry for version in shown(known).values()]


def test_what_can_stand_is_shown_as_it_was_made() -> None:
    entries: list[Entry] = [MACHINE, SESSION, SET, FELT, PLAN, PHASE, PLANNED]
    known = known_of(*entries)
    assert entries_of(known) == entries
    assert memory_of(known, shown(known)) == {}


def test_what_was_deleted_is_not_shown_and_remembered() -> None:
    known = known_of(SESSION, SET, deleted=(SET, SESSION))
    assert entries_of(known) == []
    remembered = memory_of(known, {})
    assert remembered[key_of(SESSION)] == Memory(key_of(SESSION), AT, SESSION, AT, 0)


def test_of_what_was_deleted_without_a_trace_the_instant_stays() -> None:
    known = Known(deleted={key_of(SET): AT})
    assert memory_of(known, {}) == {key_of(SET): Memory(key_of(SET), AT)}


def test_a_set_brings_back_its_session_and_its_machine() -> None:
    known = known_of(MACHINE, SESSION, SET, deleted=(MACHINE, SESSION))
    frame = replace(SESSION, note="")
    assert entries_of(known) == [MACHINE, frame, SET]
    assert memory_of(known, shown(known)).keys() == {key_of(MACHINE), key_of(SESSION)}


def test_planned_sets_bring_back_their_phase_and_its_plan() -> None:
    known = known_of(PLAN, PHASE, PLANNED, deleted=(PLAN, PHASE))
    assert entries_of(known) == [PLAN, PHASE, PLANNED]


def test_sets_without_their_machine_stand_and_symptoms_without_a_session_wait() -> None:
    known = known_of(SESSION, SET, replace(FELT, session_id="gone"))
    assert entries_of(known) == [SESSION, replace(SET, equipment_id=None)]
    assert memory_of(known, shown(known)).keys() == {key_of(SET), key_of(FELT)}


def test_equipment_of_one_name_is_that_of_the_lowest_id() -> None:
    other = Equipment(MACHINE.name, id="a")
    known = known_of(MACHINE, other, SESSION, SET)
    assert entries_of(known) == [other, SESSION, replace(SET, equipment_id="a")]
    remembered = memory_of(known, shown(known))
    assert remembered[key_of(MACHINE)].entry == MACHINE
    assert remembered[key_of(SET)].entry == SET


def test_of_two_weighings_of_a_day_the_later_is_shown() -> None:
    one, two = Bodyweight(DAY, 70.0, "b"), Bodyweight(DAY, 71.0, "a")
    late = AT + datetime.timedelta(seconds=1)
    for order in ((one, two), (two, one)):
        known = known_of(*order)
        known.versions[key_of(one)] = Version(one, late, 9)
        assert entries_of(known) == [one]


def numbers(known: Known) -> dict[str, int]:
    return {each.id: each.set_no for each in entries_of(known) if isinstance(each, LoggedSet)}


def test_the_set_added_first_keeps_its_number_and_others_follow() -> None:
    def logged(id_: str, set_no: int, side: Side = Side.LEFT) -> LoggedSet:
        return replace(SET, equipment_id=None, id=id_, set_no=set_no, side=side)

    known = known_of(
        SESSION,
        logged("b1", 4),
        logged("b2", 5),
        logged("a1", 4),
        logged("a2", 5),
        logged("right", 4, Side.RIGHT),
    )
    assert numbers(known) == {"b1": 4, "b2": 5, "a1": 6, "a2": 7, "right": 4}


def test_sets_of_unknown_time_come_last_by_their_id() -> None:
    one, two = replace(SET, equipment_id=None, id="x"), replace(SET, equipment_id=None, id="b")
    known = known_of(SESSION, one, two)
    known.versions[key_of(one)] = Version(one, AT, None)
    assert numbers(known) == {"b": 1, "x": 2}


def test_where_no_number_above_is_free_one_below_is_taken_and_then_none() -> None:
    made = [
        replace(SET, equipment_id=None, id=f"{n:04}", set_no=max(n, 2))
        for n in range(1, MOST_SET_NO + 1)
    ]
    more = replace(SET, equipment_id=None, id="more", set_no=MOST_SET_NO)
    full = known_of(SESSION, *made[1:], replace(more, set_no=1))
    known = known_of(SESSION, *made[1:], more)
    assert numbers(known)["more"] == 1
    none = known_of(SESSION, *made[1:], replace(more, set_no=1), replace(more, id="none"))
    assert "none" not in numbers(none)
    assert memory_of(none, shown(none))[LoggedSet, "none"].entry is not None
    assert len(numbers(full)) == MOST_SET_NO


def test_what_is_shown_and_remembered_is_all_that_is_known() -> None:
    other = Equipment(MACHINE.name, id="a")
    known = known_of(
        MACHINE, other, SESSION, SET, replace(SET, id="a2"), PLAN, deleted=(SESSION, PLAN)
    ).joined(Known())
    found = shown(known)
    past = Past(
        dict.fromkeys(found, AT),
        {key: each.added_us for key, each in found.items() if each.added_us is not None},
        tuple(memory_of(known, found).values()),
    )
    assert Known.of([each.entry for each in found.values()], past) == known
