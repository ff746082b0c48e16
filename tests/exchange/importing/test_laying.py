"""Sets of a file laid beside those of a log: legs by themselves, and what is there no more."""

from tests.exchange.importing.test_by_hand import PLAIN, read, taken
from tests.exchange.logs import imported, logged_sets
from tracker.domain.change import Change
from tracker.storage.database import Database

HEADER = "Date,Exercise,Leg,kg,Reps\n"
LEGS = PLAIN | {"Leg": "side"}
STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,Notes\n"
SEATED = "2026-03-02 18:00:00,A,Seated Calf Raise,1,40,12,0,0,\n"
STANDING = "2026-03-02 18:00:00,A,Standing Calf Raise,1,20,15,0,0,\n"


def test_lines_of_one_leg_and_of_each_leg_share_the_order_of_that_leg() -> None:
    rows = HEADER + (
        "2026-03-02,Seated calf raise,L,40,12\n"
        "2026-03-02,Seated calf raise,each,30,10\n"
        "2026-03-02,Seated calf raise,R,45,11\n"
    )
    database, summary = taken(read(rows, LEGS))
    assert [(each.side.value, each.reps, each.external_kg) for each in logged_sets(database)] == [
        ("left", 12, 40.0),
        ("left", 10, 30.0),
        ("right", 10, 30.0),
        ("right", 11, 45.0),
    ]
    assert summary.sets == 4
    again = taken(read(rows, LEGS), database)[1]
    assert (again.sets, again.lines_already_there, again.differences) == (0, 3, ())


def test_a_leg_that_the_file_has_no_more_is_told() -> None:
    left, right = "2026-03-02,Seated calf raise,L,40,12\n", "2026-03-02,Seated calf raise,R,45,12\n"
    database, _ = taken(read(HEADER + left + right, LEGS))
    (difference,) = taken(read(HEADER + left, LEGS), database)[1].differences
    assert "12 × 45 kg here, and no longer in the file" in str(difference)


def test_an_exercise_that_its_session_has_no_more_is_told() -> None:
    database = Database.in_memory()
    imported(database, (STRONG + SEATED + STANDING).encode())
    (difference,) = imported(database, (STRONG + SEATED).encode()).differences
    assert (difference.told, difference.line) == (None, None)
    assert "15 × 20 kg here, and no longer in the file" in str(difference)


def test_another_file_of_the_same_day_says_nothing_of_what_the_first_has() -> None:
    header = "Date,Exercise,kg,Reps\n"
    database, _ = taken(read(header + "2026-03-02,Seated calf raise,40,12\n", PLAIN))
    summary = taken(read(header + "2026-03-02,Standing calf raise,20,15\n", PLAIN), database)[1]
    assert (summary.sets, summary.differences) == (1, ())


def test_a_line_that_nobody_can_read_says_nothing_of_what_is_missing() -> None:
    database = Database.in_memory()
    imported(database, (STRONG + SEATED + STANDING).encode())
    cut = "2026-03-02 18:00:00,A\n"
    assert imported(database, (STRONG + SEATED + cut).encode()).differences == ()
    unread = STANDING.replace(",15,", ",many,")
    assert imported(database, (STRONG + SEATED + unread).encode()).differences == ()


def test_a_line_that_was_not_done_says_that_its_set_is_there_no_more() -> None:
    database = Database.in_memory()
    imported(database, (STRONG + SEATED + STANDING).encode())
    undone = STANDING.replace(",15,", ",0,")
    assert len(imported(database, (STRONG + SEATED + undone).encode()).differences) == 1


def test_what_a_name_meant_before_is_not_taken_for_removed() -> None:
    database = Database.in_memory()
    data = (STRONG + SEATED).encode()
    imported(database, data)
    mapping = {"Seated Calf Raise": None}
    assert imported(database, data, mapping).differences == ()


def test_sets_behind_a_gap_are_known() -> None:
    database = Database.in_memory()
    lines = [SEATED.replace(",12,", f",{reps},") for reps in (6, 7, 8, 9)]
    imported(database, (STRONG + "".join(lines)).encode())
    database.apply(Change.removing(*logged_sets(database)[1:3]))
    summary = imported(database, (STRONG + lines[0] + lines[3].replace("40", "50")).encode())
    assert (summary.sets, len(summary.differences)) == (0, 1)
