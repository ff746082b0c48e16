"""Lines of other programs' tables become sets: marks, rests, notes, efforts, loads."""

import pytest

from tests.exchange.logs import finished, read
from tracker.domain.load import Unit
from tracker.domain.session import SetType
from tracker.exchange.importing.foreign_csv import Choices, reading_csv
from tracker.exchange.importing.found import ReadFile, SetsRead
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, build_change
from tracker.exchange.roles import Role

STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)
SEATED = "Seated Calf Raise"


def strong(*rows: str) -> ReadFile:
    lines = (f'2026-01-17 18:05:00,"Legs",47m,"{SEATED}",{row}' for row in rows)
    return read((STRONG + "\n".join(lines) + "\n").encode())


def hevy(*rows: str) -> SetsRead:
    lines = (
        f'"Legs 🦵","17 Jan 2026, 18:05","17 Jan 2026, 19:00","two\nlines","{SEATED}",,{row}'
        for row in rows
    )
    return read((HEVY + "\n".join(lines) + "\n").encode()).sets


def test_a_rest_is_the_one_before_the_next_set_of_its_exercise() -> None:
    found = strong(
        "1,60,8,0,0,,,",
        "Rest Timer,0,0.0,0,90.0,,,",
        "2,60,8,0,0,,,",
        "3,60,8,0,0,,,",
        "Rest Timer,0,0.0,0,120.0,,,",
    )
    assert [each.told.rest_s for each in found.sets] == [None, 90.0, None]
    assert (found.lines, found.lines_of_rest, found.left_out) == (5, 2, ())
    assert [(each.name, each.lines) for each in found.names] == [(SEATED, 3)]


def test_a_rest_of_one_exercise_is_not_of_another() -> None:
    rest = f'2026-01-17 18:05:00,"Legs",47m,"{SEATED}",Rest Timer,0,0.0,0,90.0,,,\n'
    other = '2026-01-17 18:05:00,"Legs",47m,"Standing Calf Raise",1,20,8,0,0,,,\n'
    (found,) = read((STRONG + rest + other).encode()).sets
    assert found.told.rest_s is None


@pytest.mark.parametrize("word", ["Ruhezeit", "Minuteur de repos", "Hvileperiode"])
def test_a_rest_is_known_in_other_languages_even_unknown_ones(word: str) -> None:
    found = strong("1,60,8,0,0,,,", f"{word},0,0.0,0,45.0,,,", "2,60,8,0,0,,,")
    assert [each.told.rest_s for each in found.sets] == [None, 45.0]


@pytest.mark.parametrize("word", ["Note", "Notiz", "Merknad"])
def test_a_note_goes_to_the_next_set_of_its_exercise(word: str) -> None:
    found = strong("1,60,8,0,0,,,", f'{word},,,,,"slow, please",,', "2,60,8,0,0,own,,")
    assert [each.told.note for each in found.sets] == ["", "slow, please; own"]


def test_a_note_that_no_set_follows_goes_to_the_last() -> None:
    found = strong("1,60,8,0,0,,,", "2,60,8,0,0,,,", "Note,,,,,at the end,,")
    assert [each.told.note for each in found.sets] == ["", "at the end"]


def test_a_note_on_an_exercise_without_a_set_is_about_nothing() -> None:
    assert not strong("Note,,,,,not today,,").sets


def test_marks_become_types_of_sets() -> None:
    found = strong("W,40,8,0,0,,,", "1,60,8,0,0,,,9", "D,50,8,0,0,,,", "F,60,8,0,0,,,")
    assert [each.told.set_type for each in found.sets] == [
        SetType.WARMUP,
        SetType.WORK,
        SetType.WORK,
        SetType.WORK,
    ]
    # Until failure nothing is left in reserve; a drop set is one by its note.
    assert [each.told.rir for each in found.sets] == [None, 1.0, None, 0.0]
    assert [each.told.note for each in found.sets] == ["", "", "drop set", ""]


def test_a_word_that_says_nothing_leaves_its_line_out() -> None:
    found = strong("X,60,8,0,0,,,")
    assert [(each.line, each.reason) for each in found.left_out] == [(2, "“x” is no type of set.")]


@pytest.mark.parametrize(
    ("rpe", "rir"), [("10", 0.0), ("9.5", 0.5), ("8.0", 2.0), ("6", 4.0), ("", None), ("0", None)]
)
def test_exertion_is_the_reserve_seen_from_the_other_end(rpe: str, rir: float | None) -> None:
    (found,) = strong(f"1,60,8,0,0,,,{rpe}").sets
    assert found.told.rir == rir


def test_an_exertion_past_ten_leaves_the_line_out() -> None:
    (left,) = strong("1,60,8,0,0,,,11").left_out
    assert left.reason == "The rating of perceived exertion must be 0 to 10, not 11."


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,60,0,0,0,,,", "No repetition was done."),
        ("1,60,,0,0,,,", "Repetitions are missing."),
        ("1,0,0,0,0.5,,,", "A hold in seconds must be 1 to 3600, not 0.5."),
    ],
)
def test_a_line_without_repetitions_says_why_it_is_no_set(row: str, reason: str) -> None:
    (left,) = strong(row).left_out
    assert (left.reason, left.name) == (reason, SEATED)


@pytest.mark.parametrize(
    ("row", "reps", "hold_s"),
    [
        ("1,60,0,0,45,,,", 1, 45.0),
        ("1,60,,0,45.5,,,", 1, 45.5),
        ("1,60,8,0,45,,,", 8, None),  # how long a set of repetitions took is no hold
    ],
)
def test_seconds_without_repetitions_are_a_hold(row: str, reps: int, hold_s: float | None) -> None:
    (found,) = strong(row).sets
    assert (found.told.reps, found.told.hold_s, found.told.load) == (reps, hold_s, 60.0)


@pytest.mark.parametrize(
    ("load", "unit", "kg"),
    [
        ("74.99999999999999", Unit.KG, 75.0),
        ("31.751465900000003", Unit.KG, 31.7514659),  # 70 lb
        ("44.09245243697551", Unit.LB, 20.0),
        ("", Unit.KG, 0.0),
        ("0.0", None, 0.0),
        ("-15", Unit.KG, -15.0),
        ('"62,5"', Unit.KG, 62.5),
    ],
)
def test_the_noise_of_converted_loads_is_taken_away(
    load: str, unit: Unit | None, kg: float
) -> None:
    (found,) = strong(f"1,{load},8.0,0,0,,,").sets
    assert (found.told.reps, found.told.external_kg(unit)) == (8, kg)


def test_hevy_tells_warm_ups_drops_failures_and_the_note_of_an_exercise_once() -> None:
    found = hevy(
        '"slow, heels high",0,"warmup",40,8,,,',
        '"slow, heels high",1,"normal",60,8,,,8',
        '"slow, heels high",2,"failure",60,6,,,',
        '"slow, heels high",3,"dropset",,12,,,',
    )
    assert [each.told.set_type for each in found] == [SetType.WARMUP, *[SetType.WORK] * 3]
    assert [each.told.rir for each in found] == [None, 2.0, 0.0, None]
    assert [each.told.note for each in found] == ["slow, heels high", "", "", "drop set"]
    assert [each.told.load for each in found] == [40.0, 60.0, 60.0, 0.0]
    assert {each.session.note for each in found} == {"two\nlines"}
    assert {str(each.session.time) for each in found} == {"18:05:00"}


def test_a_table_separated_by_tabs_is_read_alike() -> None:
    data = "title\tstart_time\texercise_title\tset_type\tweight_lbs\treps\nA\t5 Mai 2026, 07:34\t"
    (found,) = read(f"{data}{SEATED}\tnormal\t45\t8\n".encode("utf-16")).sets
    assert (str(found.session.date), found.told.load, found.told.unit) == (
        "2026-05-05",
        45.0,
        Unit.LB,
    )


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("3/4/20268", "Repetitions must be 0 to 1000, not 20268"),
        ("40x12, 9000x10", "A load in kg must be -500 to 2000, not 9000"),
        ("40x12, 9000lbx10", "A load in kg must be -500 to 2000, not 4082"),
    ],
)
def test_a_line_of_several_sets_is_taken_whole_or_not_at_all(cell: str, reason: str) -> None:
    table = f'Date,Exercise,Sets\n2026-03-02,Seated calf raise,"{cell}"\n'
    chosen = {0: Role.DATE, 1: Role.NAME, 2: Role.SETS}
    found = finished(reading_csv(table.encode(), "x.csv", Choices(chosen)))
    assert not found.sets
    (left_out,) = found.left_out
    assert left_out.reason.startswith(reason)


@pytest.mark.parametrize(
    ("loads", "pain", "reason"),
    [
        ("40, 9000", "", "A load in kg must be -500 to 2000, not 9000"),
        ("40, 45", "11", "Pain must be 0 to 10, not 11"),
    ],
)
def test_a_line_of_several_sets_is_refused_once_for_what_one_or_all_cannot_be(
    loads: str, pain: str, reason: str
) -> None:
    table = f'Date,Exercise,kg,Reps,Pain\n2026-03-02,Seated calf raise left,"{loads}",12,{pain}\n'
    chosen = {0: Role.DATE, 1: Role.NAME, 2: Role.LOAD_KG, 3: Role.REPS, 4: Role.PAIN}
    found = finished(reading_csv(table.encode(), "x.csv", Choices(chosen)))
    answers = Answers(found.guessed_mapping)
    change, summary = build_change(found, answers, LogSoFar())
    assert not change
    (left_out,) = summary.left_out
    assert left_out.reason.startswith(reason)


def test_lines_that_tell_the_same_share_it_and_what_a_line_lacks_is_empty() -> None:
    one, other, short, last = strong(*["1,60,8,0,0,,,"] * 2, "1,60,8", "1,60,8,0,0,,,").sets
    assert one.told is other.told is last.told
    assert short.told == one.told
    assert one.session is other.session is short.session
    assert [each.line for each in (one, other, short, last)] == [2, 3, 4, 5]


def test_a_line_with_too_long_a_name_is_left_out_and_its_name_not_counted() -> None:
    long = "x" * 4_001
    found = read(f'{STRONG}2026-01-17 18:05:00,L,1m,"{long}",1,60,8,0,0,,,\n'.encode())
    assert found.names == ()
    assert [(each.line, each.name, each.reason) for each in found.left_out] == [
        (2, "", "A cell of this line has 4,001 characters.")
    ]
    known = f'2026-01-17 18:05:00,L,1m,"{SEATED}",1,60,8,0,0,,,{"x" * 4_001}\n'
    (left_out,) = read((STRONG + known).encode()).left_out
    assert left_out.name == SEATED


def test_many_names_are_judged_in_steps() -> None:
    rows = "".join(
        f'2026-01-17 18:05:00,L,1m,"{number} {"x" * 90}",1,60,8,0,0,,,\n' for number in range(450)
    )
    steps = reading_csv((STRONG + rows).encode(), "x.csv")
    assert len(list(steps)) - len(list(reading_csv(STRONG.encode(), "x.csv"))) >= 4
