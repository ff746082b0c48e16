"""Kinds of entries and their fields: none may be forgotten, and each is told as it is."""

import datetime
from dataclasses import replace
from typing import get_args

from tracker.domain.change import Entry
from tracker.domain.entry_fields import (
    KINDS,
    PARENTS,
    REFERENCES,
    EntryField,
    fields_of,
    frame_of,
    place_of,
)
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.plan import Phase, Plan
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, Tempo


def fields_by_name(kind: type) -> dict[str, EntryField]:
    return {each.name: each for each in fields_of(kind)}


def test_every_kind_of_entry_has_its_name() -> None:
    # The tables and the lists of JSON are called so: another name is another file.
    assert list(KINDS) == [
        *("runner", "bodyweights", "equipment", "sessions", "sets", "symptoms"),
        *("measurements", "tests", "goals", "runs", "events", "plans", "phases", "planned_sets"),
    ]
    assert set(KINDS.values()) == set(get_args(Entry))


def test_what_others_refer_to_comes_before_them() -> None:
    kinds = list(KINDS.values())
    for place, kind in enumerate(kinds):
        referred = {REFERENCES[each.name] for each in fields_of(kind) if each.name in REFERENCES}
        assert referred <= set(kinds[:place])


def test_every_field_that_holds_an_id_of_another_says_whose() -> None:
    names = {each.name for kind in KINDS.values() for each in fields_of(kind)}
    assert {name for name in names if name.endswith("_id")} == set(REFERENCES)


def test_a_field_is_told_as_its_dataclass_has_it() -> None:
    fields = fields_by_name(LoggedSet)
    assert fields["exercise"] == EntryField(
        "exercise", Exercise, is_optional=False, is_tuple=False, has_default=False
    )
    assert fields["tempo"] == EntryField(
        "tempo", Tempo, is_optional=True, is_tuple=False, has_default=True
    )
    assert fields["id"].has_default  # made by a factory
    assert fields_by_name(Session)["started_at"].value_type is datetime.datetime
    assert fields_by_name(Plan)["starts_on"].value_type is datetime.date
    assert fields_by_name(Phase)["weekdays"] == EntryField(
        "weekdays", int, is_optional=False, is_tuple=True, has_default=True
    )


def test_the_fields_stand_in_their_order() -> None:
    assert [each.name for each in fields_of(Tempo)] == ["raise_s", "top_s", "lower_s", "bottom_s"]


def test_what_others_refer_to_keeps_its_frame_without_a_note() -> None:
    day = datetime.date(2026, 11, 24)
    session, machine = Session(day, note="calm", duration_s=60.0), Equipment("Press")
    assert {Session, Equipment, Plan, Phase} == PARENTS
    assert frame_of(session) == replace(session, note="")
    assert frame_of(machine) == machine


def test_a_day_a_name_and_a_number_have_one_entry() -> None:
    day = datetime.date(2026, 11, 24)
    assert place_of(Bodyweight(day, 70.0)) == place_of(Bodyweight(day, 71.0))
    assert (
        place_of(Equipment("Press")) == place_of(Equipment("Press")) != place_of(Equipment("Bar"))
    )
    logged = LoggedSet("s", Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
    assert place_of(logged) == place_of(replace(logged, id="other", reps=9))
    assert place_of(logged) != place_of(replace(logged, set_no=2))
    assert place_of(Runner()) is None
