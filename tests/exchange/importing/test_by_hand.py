"""Tables of someone's own, as people write them, by the columns that a person chose."""

import datetime
from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.exchange.logs import finished, logged_sets
from tracker.domain.change import Change
from tracker.domain.entry import new_id
from tracker.domain.load import Unit
from tracker.domain.session import SetType, Tempo
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.by_hand import COLUMN_MEANINGS
from tracker.exchange.importing.dates import DayOrder
from tracker.exchange.importing.differences import done_in_words
from tracker.exchange.importing.foreign_csv import (
    Choices,
    DayOrderUnknownError,
    head_of,
    reading_csv,
)
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, Summary, build_change
from tracker.exchange.roles import Role
from tracker.storage.database import Database


def read(text: str, columns: Mapping[str, str], order: DayOrder | None = None) -> ReadFile:
    """Read a table by the meanings of its headings, in the words of the command."""
    places = {heading: place for place, heading in enumerate(head_of(text.encode(), "").headings)}
    chosen = {places[heading]: COLUMN_MEANINGS[word] for heading, word in columns.items()}
    return finished(reading_csv(text.encode(), "own.csv", Choices(chosen, order)))


def taken(
    found: ReadFile, database: Database | None = None, unit: Unit | None = None
) -> tuple[Database, Summary]:
    database = database or Database.in_memory()
    answers = Answers(found.guessed_mapping, unit)
    change, summary = build_change(found, answers, LogSoFar.of(database, found))
    database.apply(change)
    return database, summary


PLAIN = {"Date": "date", "Exercise": "name", "kg": "load_kg", "Reps": "reps"}


def test_a_column_tells_the_leg() -> None:
    rows = (
        "Date,Exercise,Leg,kg,Reps\n"
        "2026-03-02,Single leg seated calf raise,L,40,12\n"
        "2026-03-02,Single leg seated calf raise,re,45,12\n"
        "2026-03-02,Seated calf raise left,dx,45,11\n"
        "2026-03-02,Seated calf raise,je Seite,30,10\n"
        "2026-03-02,Seated calf raise right,,50,9\n"
        "2026-03-02,Seated calf raise,middle,50,9\n"
    )
    found = read(rows, PLAIN | {"Leg": "side"})
    database, summary = taken(found)
    assert [(each.side.value, each.reps, each.external_kg) for each in logged_sets(database)] == [
        ("left", 12, 40.0),
        ("right", 12, 45.0),
        ("right", 11, 45.0),
        ("left", 10, 30.0),
        ("right", 10, 30.0),
        ("right", 9, 50.0),
    ]
    assert [each.reason for each in summary.left_out] == ["“middle” is no leg."]


@pytest.mark.parametrize(("other", "month"), [("5 sie 2026", 7), ("5. kol. 2026.", 6)])
def test_a_month_of_two_languages_is_told_by_the_other_dates(other: str, month: int) -> None:
    rows = "Date,Exercise,kg,Reps\n" + "".join(
        f"{day},Seated calf raise left,40,12\n" for day in ("3 lip 2026", "4 lip 2026", other)
    )
    database, _ = taken(read(rows, PLAIN))
    assert sorted(each.date.month for each in database.sessions()) == [
        month,
        month,
        month + 1 + (month == 6),
    ]


def test_a_month_of_two_languages_is_asked_where_nothing_tells() -> None:
    rows = "Date,Exercise,kg,Reps\n3 lip 2026,Seated calf raise left,40,12\n"
    found = read(rows, PLAIN)
    assert [(each.text, each.lines) for each in found.words] == [("lip", 1)]
    assert len(found.sets) == 0


def test_a_line_of_a_total_is_asked_and_not_taken_for_a_set() -> None:
    rows = (
        "Date,Exercise,kg,Reps\n"
        "2026-03-02,Seated calf raise,40,12\n"
        "2026-03-02,Seated calf raise,40,12\n"
        "2026-03-02,Seated calf raise Total,40,24\n"
    )
    database, summary = taken(read(rows, PLAIN))
    assert [each.reps for each in logged_sets(database)] == [12, 12]
    (left_out,) = summary.names_left_out
    assert (left_out.name, left_out.guess.reason) == (
        "Seated calf raise Total",
        "a total of other lines?",
    )


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("26-03-02", "26-03-05"), "2026-03-02"),
        (("02-03-26", "15-03-26"), "2026-03-02"),
        (("26-03-30",), "2026-03-30"),  # 2030 is to come
        (("30-03-26",), "2026-03-30"),
    ],
)
def test_whether_a_short_year_stands_first_is_told_by_the_whole_column(
    days: tuple[str, ...], first: str
) -> None:
    rows = "Date,Exercise,kg,Reps\n" + "".join(
        f"{day},Seated calf raise left,40,12\n" for day in days
    )
    choices = Choices(
        {0: Role.DATE, 1: Role.NAME, 2: Role.LOAD_KG, 3: Role.REPS},
        today=datetime.date(2026, 11, 27),
    )
    database, _ = taken(finished(reading_csv(rows.encode(), "own.csv", choices)))
    assert min(each.date for each in database.sessions()).isoformat() == first


@pytest.mark.parametrize("day", ["26-03-02", "02-03-26"])
def test_a_day_that_could_be_of_two_years_is_asked(day: str) -> None:
    rows = f"Date,Exercise,kg,Reps\n{day},Seated calf raise left,40,12\n"
    with pytest.raises(DayOrderUnknownError, match="the day, month or year is first"):
        read(rows, PLAIN)
    database, _ = taken(read(rows, PLAIN, DayOrder.YEAR_FIRST))
    year = 2000 + int(day[:2])
    assert [each.date for each in database.sessions()] == [datetime.date(year, 3, int(day[-2:]))]


def test_a_line_without_its_day_is_told() -> None:
    rows = "Date,Exercise,kg,Reps\n,Seated calf raise left,40,12\n"
    assert [each.reason for each in read(rows, PLAIN).left_out] == ["The day is missing."]


def test_a_column_tells_how_long_it_was_held() -> None:
    rows = (
        "Date,Exercise,kg,Reps,Hold\n"
        "2026-03-02,Seated calf raise left,40,5,10 s\n"
        "2026-03-02,Seated calf raise left,40,,45\n"
        "2026-03-02,Seated calf raise left,40,12,\n"
        "2026-03-02,Seated calf raise left,40,,4000\n"
    )
    database, summary = taken(read(rows, PLAIN | {"Hold": "hold_s"}))
    assert [(each.reps, each.hold_s) for each in logged_sets(database)] == [
        (5, 10.0),
        (1, 45.0),
        (12, None),
    ]
    assert [each.reason for each in summary.left_out] == [
        "A hold in seconds must be 1 to 3600, not 4000."
    ]
    only = "Date,Exercise,kg,Hold\n2026-03-02,Seated calf raise left,40,45\n"
    columns = {"Date": "date", "Exercise": "name", "kg": "load_kg", "Hold": "hold_s"}
    (logged,) = logged_sets(taken(read(only, columns))[0])
    assert (logged.reps, logged.hold_s) == (1, 45.0)


@pytest.mark.parametrize(
    ("cell", "columns", "expected"),
    [
        ("40x12, 40x12, 40x10", {"Cell": "sets"}, [(12, 40.0), (12, 40.0), (10, 40.0)]),
        ("90x12,90x12,65x8", {"Cell": "sets"}, [(12, 90.0), (12, 90.0), (8, 65.0)]),
        ("3x12@40", {"Cell": "sets"}, [(12, 40.0)] * 3),
        ("2 x 12 @ 22.5 kg; 1x10@25", {"Cell": "sets"}, [(12, 22.5), (12, 22.5), (10, 25.0)]),
        ("40 kg x 12 / 42.5 kg x 10", {"Cell": "sets"}, [(12, 40.0), (10, 42.5)]),
        ("BW x 15, BW+10 x 12", {"Cell": "sets"}, [(15, 0.0), (12, 10.0)]),
        ("3×12", {"Cell": "reps", "kg": "load_kg"}, [(12, 30.0)] * 3),
        ("12, 12, 10", {"Cell": "reps", "kg": "load_kg"}, [(12, 30.0), (12, 30.0), (10, 30.0)]),
        ("12/0/10", {"Cell": "reps", "kg": "load_kg"}, [(12, 30.0), (10, 30.0)]),
    ],
)
def test_several_sets_stand_in_one_cell(
    cell: str, columns: dict[str, str], expected: list[tuple[int, float]]
) -> None:
    rows = f'Date,Exercise,kg,Cell\n2026-03-02,Seated calf raise left,30,"{cell}"\n'
    found = read(rows, {"Date": "date", "Exercise": "name"} | columns)
    database, summary = taken(found, unit=Unit.KG)
    assert [(each.reps, each.external_kg) for each in logged_sets(database)] == expected
    assert (summary.lines_added, summary.left_out) == (1, ())
    assert taken(found, database, Unit.KG)[1].lines_already_there == 1


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("0, 0", "No repetition was done."),
        ("8-10", "“8-10” is not a number."),
        ("90x12", "“90x12” is no number of sets."),
        ("30x12, 30x12", "A line may hold 50 sets, not 60."),
    ],
)
def test_a_cell_that_is_no_list_of_sets_is_refused_in_words(cell: str, reason: str) -> None:
    found = read(f'Date,Exercise,kg,Reps\n2026-03-02,Seated calf raise,30,"{cell}"\n', PLAIN)
    assert [each.reason for each in found.left_out] == [reason]


@pytest.mark.parametrize(
    ("kg", "reps", "expected"),
    [
        ("４０", "１２", [(12, 40.0)]),
        ("４０．５ｋｇ", "１２回", [(12, 40.5)]),
        ("２２，６２５", "١٢", [(12, 22.625)]),
        ("４０", "２ｘ１２，１ｘ１０", [(12, 40.0), (12, 40.0), (10, 40.0)]),
    ],
)
def test_digits_of_other_scripts_are_digits(
    kg: str, reps: str, expected: list[tuple[int, float]]
) -> None:
    found = read(
        f"Date,Exercise,kg,Reps\n２０２６年３月２日,Seated calf raise,{kg},{reps}\n", PLAIN
    )
    assert [(each.told.reps, each.told.load) for each in found.sets] == expected
    assert {each.date for each in found.sets.sessions} == {datetime.date(2026, 3, 2)}


def test_what_is_smaller_than_a_digit_or_a_range_is_no_number() -> None:
    rows = "Date,Exercise,kg,Reps\n" + "".join(
        f"2026-03-02,Seated calf raise,{kg},{reps}\n"
        for kg, reps in (("40", "10²"), ("4½", "12"), ("40", "8-12"), ("40", "８－１２"))
    )
    found = read(rows, PLAIN)
    assert not found.sets
    assert [each.reason for each in found.left_out] == [
        *("“10²” is not a number.", "“4½” is not a number."),
        *["“8-12” is not a number."] * 2,
    ]


def test_distances_in_digits_of_other_scripts_are_distances() -> None:
    found = read("Date,km\n2026-03-02,１０．５\n", {"Date": "date", "km": "distance_km"})
    assert [each.distance for each in found.runs] == [10.5]


def test_a_column_counts_the_sets() -> None:
    rows = (
        "Date,Exercise,kg,Reps,Sets\n"
        "2026-03-02,Seated calf raise,40,12,3\n"
        "2026-03-03,Seated calf raise,40,12,\n"
        "2026-03-04,Seated calf raise,40,12,0\n"
    )
    found = read(rows, PLAIN | {"Sets": "sets"})
    assert [each.session.date.day for each in found.sets] == [2, 2, 2, 3]
    assert [each.reason for each in found.left_out] == [
        "The number of sets must be 1 to 50, not 0."
    ]


def test_a_line_that_is_added_in_part_is_added() -> None:
    rows = "Date,Exercise,kg,Reps,Sets\n2026-03-02,Seated calf raise,40,12,{}\n"
    columns = PLAIN | {"Sets": "sets"}
    database, _ = taken(read(rows.format(1), columns))
    _, summary = taken(read(rows.format(3), columns), database)
    assert (summary.sets, summary.lines_added, summary.lines_already_there) == (2, 1, 0)


@pytest.mark.parametrize(
    ("weight", "reps", "expected"),
    [
        ("40 kg", "12", (40.0, Unit.KG, 12)),
        ("40kg", "12 reps", (40.0, Unit.KG, 12)),
        ("90 lbs", "12 Wdh.", (90.0, Unit.LB, 12)),
        ("BW", "12 ripetizioni", (0.0, None, 12)),
        ("BW+10", "12", (10.0, None, 12)),
        ("+10", "12x", (10.0, None, 12)),
        ("-10 kg", "12", (-10.0, Unit.KG, 12)),
        ('"22,5 kg"', "12", (22.5, Unit.KG, 12)),
    ],
)
def test_a_number_stands_with_its_word(
    weight: str, reps: str, expected: tuple[float, Unit | None, int]
) -> None:
    rows = f"Date,Exercise,Weight,Reps\n2026-03-02,Seated calf raise,{weight},{reps}\n"
    columns = {"Date": "date", "Exercise": "name", "Weight": "load", "Reps": "reps"}
    (found,) = read(rows, columns).sets
    assert (found.told.load, found.told.unit, found.told.reps) == expected


def test_the_unit_of_a_cell_counts_before_that_of_its_column() -> None:
    (found,) = read("Date,Exercise,kg,Reps\n2026-03-02,Seated calf raise,90 lb,12\n", PLAIN).sets
    assert (found.told.load, found.told.unit) == (90.0, Unit.LB)


def test_pain_is_of_ten() -> None:
    rows = "Date,Exercise,kg,Reps,Pain\n" + "".join(
        f"2026-03-02,Seated calf raise,40,12,{pain}\n" for pain in ("3/10", "2", "4 of 10", "")
    )
    found = read(rows, PLAIN | {"Pain": "pain"})
    assert [each.told.pain_during for each in found.sets] == [3, 2, 4, None]


def test_the_decimal_mark_is_that_of_the_column() -> None:
    rows = "Date,Exercise,kg,Reps\n" + "".join(
        f'2026-03-0{day},Seated calf raise,"{load}",12\n'
        for day, load in enumerate(("22,500", "1,250", "0,625", "1.250,5"), 1)
    )
    found = read(rows, PLAIN)
    assert [each.told.load for each in found.sets] == [22.5, 1.25, 0.625, 1250.5]
    assert found.decimals_guessed == ()
    points = rows.replace("22,500", "1.250").replace("0,625", "22.5").replace("1.250,5", "0.625")
    assert [each.told.load for each in read(points, PLAIN).sets] == [1.25, 1250.0, 22.5, 0.625]


def test_thousands_with_points_are_read_where_the_column_has_decimal_commas() -> None:
    rows = 'Date;m\n2026-03-01;"1.250"\n2026-03-02;"10012,5"\n'
    found = read(rows, {"Date": "date", "m": "distance_m"})
    assert [each.distance for each in found.runs] == [1.25, 10.0125]


def test_a_decimal_mark_that_nothing_proves_is_shown_with_an_example() -> None:
    rows = 'Date,Exercise,kg,Reps\n2026-03-01,Seated calf raise,"1,250",12\n'
    found = read(rows, PLAIN)
    assert ([each.told.load for each in found.sets], found.decimals_guessed) == (
        [1.25],
        (("1,250", 1.25),),
    )
    runs = read('Date,m\n2026-03-01,"1,250"\n', {"Date": "date", "m": "distance_m"})
    assert ([each.distance for each in runs.runs], runs.decimals_guessed) == (
        [1.25],  # kilometres: a thousand and 250 metres
        (("1,250", 1250.0),),
    )


def test_clock_times_are_read_as_people_write_them() -> None:
    times = ("7:05", "6:30 PM", "18.30", "18h45", "9 am", "")
    rows = "Date,Start,Exercise,kg,Reps\n" + "".join(
        f"2026-03-0{day},{time},Seated calf raise,40,12\n" for day, time in enumerate(times, 1)
    )
    found = read(rows, PLAIN | {"Start": "time"})
    assert [each.session.time for each in found.sets] == [
        datetime.time(7, 5),
        datetime.time(18, 30),
        datetime.time(18, 30),
        datetime.time(18, 45),
        datetime.time(9),
        None,
    ]


def test_what_is_no_clock_time_is_refused_in_words() -> None:
    rows = "Date,Start,Exercise,kg,Reps\n2026-03-02,evening,Seated calf raise,40,12\n"
    found = read(rows, PLAIN | {"Start": "time"})
    assert [each.reason for each in found.left_out] == ["“evening” is not a time of day."]


def test_sets_with_times_of_their_own_are_one_session() -> None:
    rows = "Date,Exercise,kg,Reps\n" + "".join(
        f"2026-03-17T{time},Seated calf raise,40,{reps}\n"
        for time, reps in (("07:00:00", 9), ("18:50:12", 10), ("18:45:06", 12), ("18:47:39", 11))
    )
    database, summary = taken(read(rows, PLAIN))
    assert [str(each.started_at)[11:19] for each in database.sessions()] == ["07:00:00", "18:45:06"]
    assert summary.sessions == 2
    assert taken(read(rows, PLAIN), database)[1].lines_already_there == 4


def test_a_column_names_the_session_past_midnight() -> None:
    rows = "Id,Date,Exercise,kg,Reps\n" + "".join(
        f"{name},{moment},Seated calf raise,40,{reps}\n"
        for name, moment, reps in (
            ("a", "2026-03-17T23:50:00", 12),
            ("a", "2026-03-18T00:10:00", 11),
            ("b", "2026-03-18T00:15:00", 10),
            ("a", "2026-04-01T18:00:00", 9),  # the sheet counts anew in another month
        )
    )
    columns = PLAIN | {"Id": "session"}
    database, _ = taken(read(rows, columns))
    assert [(str(each.date), len(database.sets_of(each.id))) for each in database.sessions()] == [
        ("2026-03-17", 2),
        ("2026-03-18", 1),
        ("2026-04-01", 1),
    ]
    assert taken(read(rows, columns), database)[1].lines_already_there == 4


@pytest.mark.parametrize(
    ("heading", "cells", "types"),
    [
        ("Is Warmup Set?", ("1", "0", ""), (SetType.WARMUP, SetType.WORK, SetType.WORK)),
        ("isWarmup", ("true", "false", "No"), (SetType.WARMUP, SetType.WORK, SetType.WORK)),
        ("Aufwärmen", ("ja", "nein", "x"), (SetType.WARMUP, SetType.WORK, SetType.WARMUP)),
        ("Type", ("NORMAL_SET", "WARMUP_SET", "2"), (SetType.WORK, SetType.WARMUP, SetType.WORK)),
    ],
)
def test_warm_ups_are_told_by_a_word_or_by_yes(
    heading: str, cells: tuple[str, ...], types: tuple[SetType, ...]
) -> None:
    rows = f"Date,Exercise,kg,Reps,{heading}\n" + "".join(
        f"2026-03-02,Seated calf raise,40,12,{cell}\n" for cell in cells
    )
    found = read(rows, PLAIN | {heading: "type"})
    assert tuple(each.told.set_type for each in found.sets) == types


@pytest.mark.parametrize(
    ("word", "cells", "kept"),
    [
        ("done", ("completed", "skipped", "", "ja", "geplant"), [2, 4, 5]),
        ("skipped", ("Si", "No", "", "saltato", "0"), [3, 4, 6]),
    ],
)
def test_what_was_not_done_is_left_out(word: str, cells: tuple[str, ...], kept: list[int]) -> None:
    rows = "Date,Exercise,kg,Reps,Status\n" + "".join(
        f"2026-03-02,Seated calf raise,40,12,{cell}\n" for cell in cells
    )
    found = read(rows, PLAIN | {"Status": word})
    assert [each.line for each in found.sets] == kept
    assert {each.reason for each in found.left_out} == {"It was not done."}


def test_a_word_that_does_not_say_whether_it_was_done_is_told() -> None:
    rows = "Date,Exercise,kg,Reps,Status\n2026-03-02,Seated calf raise,40,12,heavy\n"
    for word in ("done", "skipped"):
        (left_out,) = read(rows, PLAIN | {"Status": word}).left_out
        assert left_out.reason == "“heavy” does not say whether the set was done."


def test_a_table_of_days_and_distances_is_of_runs() -> None:
    rows = (
        "Tag;Sport;Strecke;Zeit\n03.03.2026;Lauf;10,5km;0:52:07\n04.03.2026;Rad;30;1:00:00\n"
        "05.03.2026;Lauf;--;0:30:00\n"
    )
    columns = {"Tag": "date", "Sport": "activity", "Strecke": "distance_km", "Zeit": "duration"}
    found = read(rows, columns)
    assert [(str(each.date), each.distance, each.duration_s) for each in found.runs] == [
        ("2026-03-03", 10.5, 3127.0)
    ]
    assert not found.must_ask_distance
    assert [each.line for each in found.left_out] == [3, 4]


def test_a_distance_may_have_its_unit_in_its_cell() -> None:
    rows = "Date,Distance\n2026-03-01,10.5 km\n2026-03-02,5000 m\n2026-03-03,1 mi\n2026-03-04,9\n"
    found = read(rows, {"Date": "date", "Distance": "distance"})
    assert [(each.distance, each.is_km) for each in found.runs] == [
        (10.5, True),
        (5.0, True),
        (1.609344, True),
        (9.0, False),
    ]


def test_a_table_of_days_and_weights_is_of_weighings() -> None:
    rows = "Date,Body mass(kg),Fat\n2026-11-01 07:07:12,67.700,12\n"
    found = read(rows, {"Date": "date", "Body mass(kg)": "bodyweight_kg"})
    assert [(str(each.date), each.weight, each.unit) for each in found.weighings] == [
        ("2026-11-01", 67.7, Unit.KG)
    ]


def test_a_bodyweight_may_stand_beside_the_sets_in_the_unit_of_its_cell() -> None:
    rows = "Date,Exercise,kg,Reps,Body\n2026-03-02,Seated calf raise,40,12,154 lb\n"
    columns = PLAIN | {"Body": "bodyweight"}
    assert read(rows, columns).sets[0].told.bodyweight_kg == pytest.approx(69.853, abs=1e-3)
    assert read(rows.replace("154 lb", "0"), columns).sets[0].told.bodyweight_kg is None


def test_what_is_needed_is_said_in_words() -> None:
    with pytest.raises(FormatError, match="the repetitions"):
        read("Date,Exercise\n2026-03-02,Seated calf raise\n", {"Date": "date", "Exercise": "name"})


def test_a_first_line_that_is_data_is_data() -> None:
    rows = (
        "2026-03-02,Seated calf raise left,40,12\n2026-03-02,Seated calf raise right,45,12\n"
        "2026-03-04,Seated calf raise left,40,13\n"
    )
    assert head_of(rows.encode(), "").rows[0][1] == "Seated calf raise left"
    columns = ("date", "name", "load_kg", "reps")
    headings = rows.split("\n", maxsplit=1)[0].split(",")
    found = read(rows, dict(zip(headings, columns, strict=True)))
    assert [
        (each.line, each.session.date.day, each.told.load, each.told.reps) for each in found.sets
    ] == [
        (1, 2, 40.0, 12),
        (2, 2, 45.0, 12),
        (3, 4, 40.0, 13),
    ]
    assert found.lines == 3


def test_a_title_and_what_excel_is_told_stand_above_a_table() -> None:
    rows = "sep=;\nDate;Exercise;kg;Reps\n2026-03-02;Seated calf raise;40,5;12\n"
    (found,) = read(rows, PLAIN).sets
    assert (found.line, found.told.load) == (3, 40.5)


def test_of_a_date_and_a_note_what_is_missing_is_named() -> None:
    with pytest.raises(FormatError, match=r"name of the exercise"):
        read("Date,Words\n2026-01-05,slept well\n", {"Date": "date", "Words": "note"})


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # Three sets of twelve, as long as the column never begins with more.
        (["3x12"], [(12, 0.0)] * 3),
        (["3x12", "40x10"], [(12, 3.0), (10, 40.0)]),
        (["2x12", "7.5x12"], [(12, 2.0), (12, 7.5)]),
        (["40x12x3"], [(12, 40.0)] * 3),
        (["2x12x40"], [(12, 40.0)] * 2),
        (["12@40, 10@42.5"], [(12, 40.0), (10, 42.5)]),
        (["12 x 40kg, 10 x 45 kg"], [(12, 40.0), (10, 45.0)]),
        (["2x12 40kg", "2x12 (45)"], [(12, 40.0), (12, 40.0), (12, 45.0), (12, 45.0)]),
        (["2 sets of 12 @ 40"], [(12, 40.0)] * 2),
        (["2x15 BW", "1x12 BW + 10"], [(15, 0.0), (15, 0.0), (12, 10.0)]),
        (["40: 12, 12, 10"], [(12, 40.0), (12, 40.0), (10, 40.0)]),
        (["40kg 12/12/10"], [(12, 40.0), (12, 40.0), (10, 40.0)]),
        (["12-12-10 @ 40 kg"], [(12, 40.0), (12, 40.0), (10, 40.0)]),
    ],
)
def test_a_column_of_packed_cells_says_what_stands_in_front(
    cells: list[str], expected: list[tuple[int, float]]
) -> None:
    lines = "".join(
        f'2026-03-{day:02},Seated calf raise,"{cell}"\n' for day, cell in enumerate(cells, 2)
    )
    found = read(
        "Date,Exercise,Sets\n" + lines, {"Date": "date", "Exercise": "name", "Sets": "sets"}
    )
    database, summary = taken(found, unit=Unit.KG)
    assert [(each.reps, each.external_kg) for each in logged_sets(database)] == expected
    assert summary.left_out == ()


@pytest.mark.parametrize("cell", ["40/12, 40/10", "S1: 40x12", "40x12 (W)", "8.5 sets of 12 @ 3"])
def test_packed_cells_that_could_be_something_else_are_refused(cell: str) -> None:
    rows = f'Date,Exercise,Sets\n2026-03-02,Seated calf raise,"{cell}"\n'
    found = read(rows, {"Date": "date", "Exercise": "name", "Sets": "sets"})
    assert (list(found.sets), len(found.left_out)) == ([], 1)


def test_loads_stand_in_one_cell_in_the_order_of_the_sets() -> None:
    rows = (
        "Date,Exercise,kg,Reps\n"
        '2026-03-02,Seated calf raise,"40, 42.5, 45","12, 11, 10"\n'
        "2026-03-03,Seated calf raise,40/45,12\n"
        '2026-03-04,Seated calf raise,"40, 45","12, 11, 10"\n'
        '2026-03-05,Seated calf raise,"40, heavy","12, 11"\n'
        "2026-03-06,Seated calf raise,heavy,12\n"
    )
    database, summary = taken(read(rows, PLAIN))
    assert [(each.reps, each.external_kg) for each in logged_sets(database)] == [
        *[(12, 40.0), (11, 42.5), (10, 45.0)],
        *[(12, 40.0), (12, 45.0)],
    ]
    assert [each.reason for each in summary.left_out] == [
        "The line tells 3 sets and 2 loads.",
        "“40, heavy” is not a number.",
        "“heavy” is not a number.",
    ]


def test_a_unit_that_is_none_is_told_though_there_is_no_load() -> None:
    rows = "Date,Exercise,Load,Unit,Reps\n2026-03-02,Seated calf raise,,stone,12\n"
    columns = {"Date": "date", "Exercise": "name", "Load": "load", "Unit": "unit", "Reps": "reps"}
    assert [each.reason for each in read(rows, columns).left_out] == [
        "“stone” is no unit of a weight."
    ]


@pytest.mark.parametrize(
    ("headings", "cells", "meanings", "expected"),
    [
        ("kg,Set 1,Set 2,Set 3", "40,12,11,", "load_kg,reps,reps,reps", [(12, 40.0), (11, 40.0)]),
        (
            "kg 1,Reps 1,kg 2,Reps 2",
            "40,12,45,10",
            "load_kg,reps,load_kg,reps",
            [(12, 40.0), (10, 45.0)],
        ),
        (
            "kg 1,Reps 1,Reps 2,kg 2,Reps 3",
            "40,12,11,45,10",
            "load_kg,reps,reps,load_kg,reps",
            [(12, 40.0), (11, 40.0), (10, 45.0)],
        ),
        (
            "Reps 1,kg 1,kg 2,Reps 2,Reps 3",
            "12,40,45,10,9",
            "reps,load_kg,load_kg,reps,reps",
            [(12, 40.0), (10, 45.0), (9, 45.0)],
        ),
        ("Set 1,Set 2", "40x12,40x10", "sets,sets", [(12, 40.0), (10, 40.0)]),
    ],
)
def test_sets_stand_side_by_side_in_columns_of_one_meaning(
    headings: str, cells: str, meanings: str, expected: list[tuple[int, float]]
) -> None:
    rows = f"Date,Exercise,{headings}\n2026-03-02,Seated calf raise,{cells}\n"
    chosen = dict(zip(headings.split(","), meanings.split(","), strict=True))
    found = read(rows, {"Date": "date", "Exercise": "name"} | chosen)
    database, summary = taken(found, unit=Unit.KG)
    assert [(each.reps, each.external_kg) for each in logged_sets(database)] == expected
    assert (summary.left_out, summary.columns_not_read) == ((), ())


@pytest.mark.parametrize("heading", ["WU", "Einlaufen", "Opvarmning", "Lämmittely", "Разминка"])
def test_a_flag_is_one_whatever_the_language_of_its_heading(heading: str) -> None:
    rows = (
        f"Date,Exercise,{heading},kg,Reps\n"
        "2026-03-02,Seated calf raise,1,20,12\n2026-03-02,Seated calf raise,0,40,12\n"
    )
    database, _ = taken(read(rows, PLAIN | {heading: "type"}))
    assert [each.set_type for each in logged_sets(database)] == [SetType.WARMUP, SetType.WORK]


def test_a_flag_under_a_heading_that_nobody_knows_is_asked() -> None:
    rows = (
        "Date,Exercise,Y,kg,Reps\n"
        "2026-03-02,Seated calf raise,1,20,12\n2026-03-02,Seated calf raise,0,40,12\n"
    )
    found = read(rows, PLAIN | {"Y": "type"})
    assert [(each.text, each.lines) for each in found.words] == [("1", 1), ("0", 1)]
    numbers = rows.replace(",1,20", ",1,20").replace(",0,40", ",2,40")
    assert read(numbers, PLAIN | {"Y": "type"}).words == ()


def test_tempo_equipment_rest_and_the_note_of_the_session_have_columns() -> None:
    rows = (
        "Date,Exercise,kg,Reps,Tempo,Rest,Machine,Day\n"
        "2026-03-02,Seated calf raise,40,12,3/0/3/0,1:30,Leg press,good\n"
        "2026-03-03,Seated calf raise,40,12,,2 min,,\n"
        "2026-03-04,Seated calf raise,40,12,slow,,,\n"
    )
    columns = {"Tempo": "tempo", "Rest": "rest_s", "Machine": "equipment", "Day": "session_note"}
    database, summary = taken(read(rows, PLAIN | columns))
    one, other = logged_sets(database)
    assert one.tempo == Tempo(3, 0, 3, 0)
    assert (one.rest_s, other.rest_s, other.tempo) == (90, 120, None)
    assert [each.name for each in database.equipment()] == ["Leg press"]
    assert [each.note for each in database.sessions()] == ["good", ""]
    assert [each.reason for each in summary.left_out] == [
        "Expected raise-top-lower-bottom in seconds, as in 3-0-3-0."
    ]


def test_how_long_it_was_held_may_have_its_unit() -> None:
    rows = "Date,Exercise,kg,Reps,Held\n2026-03-02,Seated calf raise,40,3,1:30\n"
    (held,) = logged_sets(taken(read(rows, PLAIN | {"Held": "hold_s"}))[0])
    assert (held.reps, held.hold_s) == (3, 90)


def test_a_column_tells_the_unit_of_a_distance_and_how_long_a_run_was() -> None:
    rows = (
        "Day,Far,Unit,Long\n2026-03-02,10,km,55:10\n2026-03-03,2,mi,0:16\n2026-03-04,5,,25 min\n"
        "2026-03-05,5 km,mi,25\n2026-03-06,5,km,about an hour\n"
    )
    columns = {"Day": "date", "Far": "distance", "Unit": "distance_unit", "Long": "duration"}
    found = read(rows, columns)
    assert [(round(each.distance, 3), each.is_km, each.duration_s) for each in found.runs] == [
        (10, True, 3310),
        (3.219, True, 960),
        (5, False, 1500),
        (5, True, 1500),
    ]
    assert [each.reason for each in found.left_out] == ["“about an hour” is no duration."]
    assert found.columns_not_read == ()


@pytest.mark.parametrize(
    "first",
    [
        "2 Mar 2026,Seated calf raise left,40 kg,12 reps",
        "2026-03-02,Seated calf raise left,40kg,12x",
        "3/2/2026,Seated calf raise left,40,12",
    ],
)
def test_a_first_line_with_units_in_its_cells_is_data_too(first: str) -> None:
    text = f"{first}\n{first.replace('12', '11')}\n"
    chosen = dict(zip(first.split(","), ("date", "name", "load_kg", "reps"), strict=True))
    database, _ = taken(read(text, chosen, DayOrder.MONTH_FIRST))
    assert [each.reps for each in logged_sets(database)] == [12, 11]


def test_days_as_headings_are_no_data() -> None:
    assert head_of(b"Exercise,2026-03-02,2026-03-04\nSeated calf raise,40,45\n", "").rows == (
        ("Seated calf raise", "40", "45"),
    )


def test_a_title_with_commas_stands_above_a_table() -> None:
    rows = (
        "Jo, my calves, since spring\nDate,Exercise,kg,Reps\n2026-03-02,Seated calf raise,40,12\n"
    )
    database, _ = taken(read(rows, PLAIN))
    assert len(logged_sets(database)) == 1
    # A column without a heading makes none of it.
    assert head_of(b"Date,Exercise,kg\n2026-03-02,Calf raise,40,12\n", "").headings == (
        *("Date", "Exercise", "kg"),
    )


def test_what_stands_between_bars_is_cells() -> None:
    rows = "Date|Exercise|kg|Reps\n2026-03-02|Seated calf raise|40|12\n"
    database, _ = taken(read(rows, PLAIN))
    assert len(logged_sets(database)) == 1


TIMED = (
    "2026-03-02 18:45:06,Seated calf raise,40,12\n"
    "2026-03-02 18:47:39,Seated calf raise,40,11\n"
    "2026-03-02 18:50:12,Seated calf raise,40,10\n"
)
WARMED = "2026-03-02 18:41:00,Seated calf raise,20,15\n" + TIMED


def timed(lines: str) -> ReadFile:
    return read("Date,Exercise,kg,Reps\n" + lines, PLAIN)


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize("offset", ["", "Z"])
def test_a_session_keeps_its_start_though_its_first_set_is_another(offset: str) -> None:
    def with_offset(lines: str) -> str:
        return lines.replace(",Seated", f"{offset},Seated")

    database, _ = taken(timed(with_offset(TIMED)))
    (session,) = database.sessions()
    # One was added in front.
    _, summary = taken(timed(with_offset(WARMED)), database)
    assert (summary.sets, summary.sessions, summary.differences) == (1, 0, ())
    assert database.sessions() == [session]
    assert sorted(each.reps for each in logged_sets(database)) == [10, 11, 12, 15]
    # Two were removed: what is left is known, and what is gone is told.
    _, summary = taken(timed(with_offset(TIMED.split("\n", 2)[2])), database)
    assert (summary.sets, summary.lines_already_there) == (0, 1)
    assert all(each.told is None for each in summary.differences)
    assert sorted(done_in_words(each.own) for each in summary.differences) == [
        *("11 × 40 kg", "12 × 40 kg", "15 × 20 kg"),
    ]
    _, summary = taken(timed(with_offset(WARMED)), database)
    assert (summary.sets, summary.differences) == (0, ())


def test_a_session_past_midnight_keeps_its_start_and_day() -> None:
    late = (
        "2026-03-02 23:58:00,Seated calf raise,40,12\n2026-03-03 00:03:00,Seated calf raise,40,11\n"
    )
    database, _ = taken(timed(late))
    _, summary = taken(timed(late.split("\n", 1)[1]), database)
    assert (summary.sets, summary.lines_already_there, summary.sessions) == (0, 1, 0)
    assert [done_in_words(each.own) for each in summary.differences] == ["12 × 40 kg"]


def test_another_session_of_the_day_stays_another() -> None:
    database, _ = taken(timed(TIMED))
    morning = "2026-03-02 08:00:00,Seated calf raise,30,12\n"
    _, summary = taken(timed(morning + TIMED), database)
    assert (summary.sets, summary.sessions, summary.lines_already_there) == (1, 1, 3)
    assert len(database.sessions()) == 2


def test_a_session_noted_by_hand_in_those_hours_is_another() -> None:
    database = Database.in_memory()
    by_hand, _ = taken(timed("2026-03-02 17:00:00,Seated calf raise,60,5\n"))
    (session,), (done,) = by_hand.sessions(), logged_sets(by_hand)
    database.apply(Change.adding(session, replace(done, id=new_id())))
    _, summary = taken(timed(TIMED), database)
    assert (summary.sets, summary.sessions) == (3, 1)
