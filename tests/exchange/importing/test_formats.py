"""Tables of any kind, by the columns that a person chose."""

import pytest

from tests.exchange.logs import finished, imported
from tracker.domain.session import SetType
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.dates import DayOrder
from tracker.exchange.importing.foreign_csv import (
    Choices,
    DayOrderUnknownError,
    head_of,
    reading_csv,
)
from tracker.exchange.importing.formats import heading_of, told_apart
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.known_formats import UnknownFormatError
from tracker.exchange.roles import Role
from tracker.storage.database import Database

OWN = "Tag;Übung;Wdh;Last;Last;Art\n3/4/2026;Wadenheben sitzend;8;60,5;;w\n"
CHOSEN = {
    0: Role.DATE,
    1: Role.NAME,
    2: Role.REPS,
    3: Role.LOAD_KG,
    5: Role.MARK,
}


def read(text: str, choices: Choices) -> ReadFile:
    return finished(reading_csv(text.encode(), "own.csv", choices))


def test_a_table_of_any_kind_is_read_by_its_columns() -> None:
    (found,) = read(OWN, Choices(CHOSEN, DayOrder.DAY_FIRST)).sets
    assert (str(found.session.date), found.told.name, found.told.reps) == (
        "2026-04-03",
        "Wadenheben sitzend",
        8,
    )
    assert (found.told.load, found.told.set_type) == (60.5, SetType.WARMUP)


def test_what_is_needed_is_said_when_it_is_not_chosen() -> None:
    with pytest.raises(FormatError, match="Choose the columns of the date, the repetitions"):
        read(OWN, Choices({1: Role.NAME}))


def test_its_beginning_is_shown_to_choose_by() -> None:
    head = head_of(OWN.encode(), "own.csv")
    assert head.headings == ("Tag", "Übung", "Wdh", "Last", "Last (2)", "Art")
    assert head.rows == (("3/4/2026", "Wadenheben sitzend", "8", "60,5", "", "w"),)


def test_the_second_of_two_columns_of_one_heading_can_be_chosen() -> None:
    text = OWN.replace("60,5;;", ";60,5;")
    chosen = {**CHOSEN, 3: Role.OTHER, 4: Role.LOAD_KG}
    (found,) = read(text, Choices(chosen, DayOrder.DAY_FIRST)).sets
    assert found.told.load == 60.5


def test_dates_that_could_be_two_days_are_asked_with_an_example() -> None:
    with pytest.raises(DayOrderUnknownError, match="dates like 3/4/2026") as told:
        read(OWN, Choices(CHOSEN))
    assert told.value.example == "3/4/2026"


def test_one_date_may_prove_the_order_of_all() -> None:
    text = OWN + "31/3/2026;Wadenheben sitzend;8;60;;\n"
    assert [str(each.session.date) for each in read(text, Choices(CHOSEN)).sets] == [
        "2026-04-03",
        "2026-03-31",
    ]


def test_dates_that_contradict_each_other_are_asked() -> None:
    text = OWN + "31/3/2026;A;8;60;;\n3/31/2026;A;8;60;;\n"
    with pytest.raises(DayOrderUnknownError):
        read(text, Choices(CHOSEN))


@pytest.mark.parametrize(
    ("cell", "heading"),
    [(' "Réps" ', "reps"), ("\ufeffDate", "date"), ("Nom  de l’exercice", "nom de l'exercice")],
)
def test_a_heading_is_known_without_what_does_not_matter(cell: str, heading: str) -> None:
    assert heading_of(cell) == heading


def test_headings_that_are_the_same_are_told_apart() -> None:
    assert told_apart(["a", "b", "a", "a"]) == ["a", "b", "a (2)", "a (3)"]


def test_a_table_with_some_headings_of_a_format_is_not_taken_for_it() -> None:
    data = (
        "Date,Workout,Exercise,Category,Set Number,Reps,Weight (kg),Status\n"
        "2026-03-02,Legs,Seated calf raise,Legs,1,12,40,completed\n"
    )
    with pytest.raises(UnknownFormatError):
        read(data, Choices())


def test_columns_that_are_not_read_are_named() -> None:
    data = (
        b"Date,Exercise,Category,Weight (kg),Reps,Distance,Distance Unit,Time,Mood\n"
        b"2026-03-02,Seated calf raise,Legs,40,12,,,,good\n"
    )
    summary = imported(Database.in_memory(), data)
    assert summary.columns_not_read == ("Category", "Distance", "Distance Unit", "Time", "Mood")
