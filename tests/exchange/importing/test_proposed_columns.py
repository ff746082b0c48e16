"""What headings seem to mean, and what is left to a person."""

import pytest

from tests.exchange.importing.test_kinds_of_files import CASES, DATA, Case
from tracker.exchange.importing.by_hand import COLUMN_MEANINGS
from tracker.exchange.importing.foreign_csv import head_of

NOT_PROPOSED = {
    "looks-like-fitnotes": {"Status"},
    "own-sheet-italian-pain": {"Set"},  # which of them, or how many
    "own-sheet-no-header": {"2026-03-02", "Seated calf raise left", "40", "12"},
}
WORDS = {role: word for word, role in COLUMN_MEANINGS.items()}


def proposed(table: str) -> dict[str, str]:
    """Give what is proposed for a table, in the words of the command by heading."""
    head = head_of(table.encode(), "own.csv")
    return {head.headings[at]: WORDS[role] for at, role in head.proposed.items()}


@pytest.mark.parametrize(
    ("headings", "meanings"),
    [
        (
            "Date,Exercise,Leg,Set,Weight,Reps,RIR,RPE,Notes",
            "date,name,side,,load,reps,rir,rpe,note",
        ),
        (
            "Datum,Übung,Bein,Sätze,Wdh.,Gewicht in kg,Schmerz (0-10),Bemerkungen,Gerät",
            "date,name,side,sets,reps,load_kg,pain,note,equipment",
        ),
        ("DATA,Esercizio,Peso [lbs],Ripetizioni,Dolore", "date,name,load_lb,reps,pain"),
        ("Exercise,Load_kg,Reps,Bodyweight (lb)", "name,load_kg,reps,bodyweight_lb"),
        # Without an exercise, a weight is that of the body, and a time how long a run lasted.
        ("Datum,Gewicht (kg)", "date,bodyweight_kg"),
        ("Date,Weight", "date,bodyweight"),
        ("Date,Distance (km),Time,Type", "date,distance_km,duration,activity"),
        ("Date,Time,Distance,Duration", "date,time,distance,duration"),
        ("Datum,Strecke,Tempo,Dauer", "date,distance,,duration"),
        # What is said twice is proposed once; minutes of rest are no seconds of rest.
        ("Reps,Wdh,Rest (s),Rest (min),Weight (st)", "reps,,rest_s,,"),
        ("2026-03-02,Seated calf raise left,40,12", ",,,"),
        ("Date,Value", "date,"),
    ],
)
def test_headings_tell_what_columns_are(headings: str, meanings: str) -> None:
    columns = zip(headings.split(","), meanings.split(","), strict=True)
    assert proposed(headings + "\n") == {heading: word for heading, word in columns if word}


@pytest.mark.parametrize(
    ("heading", "cells", "meaning"),
    [
        ("Time", ["7:05", "6:30 PM", ""], "time"),
        ("Time", ["45", "60"], None),  # it was held so long, perhaps
        ("Einheit", ["", "kg"], None),
        ("Unit", ["", "KG"], "unit"),
        ("Unit", ["Monday", "Friday"], None),
    ],
)
def test_what_is_often_something_else_is_told_by_the_cells(
    heading: str, cells: list[str], meaning: str | None
) -> None:
    rows = "".join(f"2026-03-02,{cell},12\n" for cell in cells)
    assert proposed(f"Date,{heading},Reps\n{rows}").get(heading) == meaning


@pytest.mark.parametrize("case", [each for each in CASES if each.columns], ids=str)
def test_other_people_s_columns_are_proposed_as_a_person_chose_them(case: Case) -> None:
    text = (DATA / f"{case.file}.csv").read_bytes()
    head = head_of(text, case.file)
    found = {head.headings[at]: WORDS[role] for at, role in head.proposed.items()}
    # The unit of a load is asked where its heading does not say it.
    assert {heading: found[heading] for heading in case.columns if heading in found} == {
        heading: "load" if found[heading] == "load" else word
        for heading, word in case.columns.items()
        if heading in found
    }
    assert case.columns.keys() - found.keys() == NOT_PROPOSED.get(case.file, set())
