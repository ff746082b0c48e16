"""What was found in a file, before anything is changed by it."""

import datetime

import pytest

from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit
from tracker.exchange.importing.found import (
    ImportedRun,
    ImportedSet,
    ImportedWeighing,
    NameFound,
    ReadFile,
    SessionTold,
    SetsRead,
    SetTold,
    kg_of,
)
from tracker.exchange.importing.names import Guess, Meaning, Sides

DAY = datetime.date(2026, 1, 5)
SEATED = Meaning(Exercise.SEATED, Sides.LEFT)


def line(
    load: float, unit: Unit | None = None, name: str = "Calf", session: str = ""
) -> ImportedSet:
    told = SetTold(8, load, unit, name)
    return ImportedSet(2, SessionTold(DAY, id=session or None), told)


def file(*sets: ImportedSet, weighings: tuple[ImportedWeighing, ...] = ()) -> ReadFile:
    return ReadFile("Any", False, len(sets), SetsRead(sets), weighings=weighings)


def test_a_weight_without_a_unit_is_known_only_where_it_is_nought() -> None:
    assert kg_of("the load", 0.0, None) == 0.0
    assert line(100.0).told.external_kg(Unit.LB) == kg_of("the load", 100.0, Unit.LB)
    with pytest.raises(ValueError, match=r"The unit of the load is not known\."):
        line(100.0).told.external_kg(None)


def test_the_unit_is_asked_only_where_it_matters() -> None:
    assert file(line(60.0)).must_ask_unit
    assert not file(line(0.0), line(60.0, Unit.KG)).must_ask_unit
    assert file(weighings=(ImportedWeighing(2, DAY, 70.0, None),)).must_ask_unit
    assert not file(weighings=(ImportedWeighing(2, DAY, 70.0, Unit.KG),)).must_ask_unit


def test_the_highest_load_asked_about_is_one_that_would_be_taken_in() -> None:
    read = file(line(60.0), line(200.0, name="Squat"), line(90.0, Unit.KG))
    assert read.highest_load({"Calf": SEATED, "Squat": None}) == 60.0
    assert read.highest_load({}) is None


def test_miles_are_asked_about_only_where_a_distance_could_be_in_them() -> None:
    run = ImportedRun(2, DAY, None, 10.0, is_km=True, duration_s=None)
    assert not ReadFile("Any", False, 1, runs=(run,)).must_ask_distance
    mile = ImportedRun(3, DAY, None, 10.0, is_km=False, duration_s=None)
    assert ReadFile("Any", False, 2, runs=(run, mile)).must_ask_distance


def test_a_file_knows_its_days_its_sessions_and_what_its_names_seem_to_mean() -> None:
    names = (
        NameFound("Calf", 1, Guess(SEATED, True)),
        NameFound("Squat", 1, Guess(None, False, "is no calf raise")),
    )
    read = ReadFile("Any", True, 2, SetsRead((line(60.0), line(60.0, session="s1"))), names)
    assert read.days == {DAY}
    assert read.session_ids == {"s1"}
    assert read.guessed_mapping == {"Calf": SEATED, "Squat": None}
