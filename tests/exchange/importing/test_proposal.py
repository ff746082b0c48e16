import datetime
from dataclasses import replace
from pathlib import Path

from tests.exchange.logs import imported, log_of, logged_sets, read
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.names import Meaning, Sides
from tracker.exchange.importing.proposal import Answers, build_change
from tracker.storage.database import Database

DATA = Path(__file__).parents[2] / "data"
KG = (DATA / "fitnotes-kg.csv").read_bytes()
OURS = "session_id,date,time,exercise,side,set_no,reps,external_kg,bodyweight_kg,e1rm_formula\n"
SEATED_EACH = Meaning(Exercise.SEATED, Sides.EACH)
DAY = datetime.date(2026, 1, 5)


def ours(*rows: str) -> bytes:
    return (OURS + "".join(f"{row}\n" for row in rows)).encode()


def lines_of(number: int) -> bytes:
    """The header and the first lines of the made-up FitNotes file."""
    return b"".join(KG.splitlines(keepends=True)[: number + 1])


def placed(database: Database) -> list[tuple[str, str, int, int, float]]:
    return [
        (each.exercise, each.side, each.set_no, each.reps, each.external_kg)
        for each in logged_sets(database)
    ]


def test_each_side_makes_a_left_and_a_right_set_of_one_number() -> None:
    database = Database.in_memory()
    imported(database, lines_of(2))
    assert placed(database) == [
        ("seated", "left", 1, 8, 10.0),
        ("seated", "right", 1, 8, 10.0),
        ("seated", "left", 2, 8, 10.0),
        ("seated", "right", 2, 8, 10.0),
    ]
    assert [each.position for each in logged_sets(database)] == [0, 1, 2, 3]


def test_a_day_is_a_session_and_sets_are_numbered_by_exercise_and_side() -> None:
    database = Database.in_memory()
    summary = imported(database, KG)
    assert [(each.date.day, each.started_at) for each in database.sessions()] == [
        (5, None),
        (7, None),
    ]
    assert placed(database)[4:] == [
        ("standing", "left", 1, 12, 20.0),
        ("standing", "right", 1, 12, 22.5),
        ("standing", "both", 1, 15, 0.0),
    ]
    assert (summary.sessions, summary.sets, summary.lines_added) == (2, 7, 5)
    assert (summary.first, summary.last) == (DAY, datetime.date(2026, 1, 7))


def test_every_line_is_accounted_for() -> None:
    summary = imported(Database.in_memory(), KG)
    assert [(each.name, each.lines) for each in summary.names_left_out] == [
        ("Overhead Press (Each Side, Dumbbells)", 1),
        ("Standing Reverse Calf Raise", 1),
        ("Machine Calf Raises", 1),
        ("Calf Press on Seated Leg Press", 1),
        ("Running (Outdoor)", 1),
    ]
    assert [each.line for each in summary.left_out] == [11]
    named = sum(each.lines for each in summary.names_left_out)
    assert summary.lines == summary.lines_added + named + len(summary.left_out) == 11


def test_a_longer_file_later_adds_only_what_is_new() -> None:
    database = Database.in_memory()
    imported(database, lines_of(1))
    before = placed(database)
    summary = imported(database, KG)
    assert (summary.lines_already_there, summary.lines_added, summary.sessions) == (1, 4, 1)
    assert placed(database)[: len(before)] == before
    assert len(placed(database)) == 7
    assert imported(database, KG).sets == 0


def test_a_mapping_decides_over_the_guess() -> None:
    database = Database.in_memory()
    summary = imported(database, KG, {"Machine Calf Raises": SEATED_EACH})
    assert placed(database) == [
        ("seated", "left", 1, 10, 40.0),
        ("seated", "right", 1, 10, 40.0),
    ]
    assert len(summary.names_left_out) == 8


def test_a_set_logged_by_hand_on_that_day_is_not_added_again() -> None:
    session = Session(DAY)
    known = LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 10.0, position=3)
    database = log_of(session, known)
    imported(database, lines_of(1))
    assert [(each.side, each.position) for each in logged_sets(database)] == [
        (Side.LEFT, 3),
        (Side.RIGHT, 4),
    ]
    assert len(database.sessions()) == 1


def test_sets_of_a_session_moved_to_another_day_are_known_again() -> None:
    database = Database.in_memory()
    imported(database, lines_of(2))
    (session,) = database.sessions()
    moved = replace(session, date=DAY + datetime.timedelta(days=1))
    database.apply(Change.replacing(session, moved))
    assert imported(database, lines_of(2)).sets == 0


def test_our_own_sessions_keep_their_identity_and_their_order() -> None:
    database = Database.in_memory()
    imported(
        database,
        ours(
            "s2,2026-01-05,19:00,seated,right,3,8,60,,",
            "s1,2026-01-05,07:00,seated,left,1,8,50,,",
            "s2,2026-01-05,19:00,seated,left,1,9,55,,",
        ),
    )
    assert [each.id for each in database.sessions()] == ["s1", "s2"]
    assert [(each.set_no, each.position) for each in database.sets_of("s2")] == [(3, 0), (1, 1)]


def test_a_set_that_has_other_values_in_the_log_is_kept_and_listed() -> None:
    database = Database.in_memory()
    imported(database, ours("s1,2026-01-05,,seated,left,1,8,60,,"))
    summary = imported(database, ours("s1,2026-01-05,,seated,left,1,10,60,,"))
    assert placed(database) == [("seated", "left", 1, 8, 60.0)]
    assert [(each.line, str(each)) for each in summary.differences] == [
        (2, "This set is 8 × 60 kg here, 10 × 60 kg in the file; kept as it is here.")
    ]


def test_a_session_has_one_day() -> None:
    summary = imported(
        Database.in_memory(),
        ours("s1,2026-01-05,,seated,left,1,8,60,,", "s1,2026-01-06,,seated,left,2,8,60,,"),
    )
    assert (summary.sets, summary.left_out[0].line) == (1, 3)


def test_our_own_lines_without_a_session_go_by_day_and_time() -> None:
    database = Database.in_memory()
    data = ours(
        ",2026-01-05,18:05,seated,left,2,8,60,,",
        ",2026-01-05,18:05,seated,left,2,9,60,,",
        ",2026-01-05,,seated,left,1,8,60,,",
    )
    imported(database, data)
    assert [each.date for each in database.sessions()] == [DAY, DAY]
    assert [(row[2], row[3]) for row in placed(database)] == [(1, 8), (2, 8), (3, 9)]
    assert imported(database, data).sets == 0


def test_values_out_of_bounds_leave_the_line_out_and_nothing_else_behind() -> None:
    database = Database.in_memory()
    summary = imported(database, ours("s1,2026-01-05,,seated,left,1,2000,60,70,"))
    assert "Repetitions must be 0 to 1000" in summary.left_out[0].reason
    assert (database.sessions(), database.weighings()) == ([], [])


def test_the_lines_after_one_that_is_refused_are_read() -> None:
    database = Database.in_memory()
    rows = [
        f"s1,2026-01-05,,seated,left,{number},{reps},60,," for number, reps in ((1, 2000), (2, 8))
    ]
    summary = imported(database, ours(*rows))
    assert [each.line for each in summary.left_out] == [2]
    assert placed(database) == [("seated", "left", 2, 8, 60.0)]


def test_a_day_of_too_many_sets_says_so() -> None:
    session = Session(DAY)
    last = LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 999, 1, 1.0)
    summary = imported(log_of(session, last), lines_of(1))
    assert "more than 999 sets" in summary.left_out[0].reason


def test_bodyweights_are_added_only_where_they_change() -> None:
    database = Database.in_memory()
    imported(
        database,
        ours(
            "s3,2026-01-09,,seated,left,1,8,60,71,",
            "s1,2026-01-05,,seated,left,1,8,60,70,",
            "s2,2026-01-07,,seated,left,1,8,60,70,",
        ),
    )
    assert [(each.date.day, each.kg) for each in database.weighings()] == [(5, 70.0), (9, 71.0)]


def test_a_bodyweight_of_the_log_stays() -> None:
    database = log_of(Bodyweight(DAY, 72.0))
    imported(database, ours("s1,2026-01-05,,seated,left,1,8,60,70,"))
    assert [each.kg for each in database.weighings()] == [72.0]


def test_a_bodyweight_before_the_first_weighing_is_added_though_it_is_the_same() -> None:
    # Another weighing in between would otherwise count for the earlier day, too.
    database = log_of(Bodyweight(DAY + datetime.timedelta(days=9), 70.0))
    imported(
        database,
        ours("s1,2026-01-05,,seated,left,1,8,60,70,", "s2,2026-01-07,,seated,left,1,8,60,75,"),
    )
    assert [each.kg for each in database.weighings()] == [70.0, 75.0, 70.0]


def test_equipment_is_known_again_by_name() -> None:
    machine = Equipment("Smith machine")
    database = log_of(machine)
    header = OURS.replace("e1rm_formula", "equipment")
    rows = "s1,2026-01-05,,seated,left,1,8,60,,Smith machine\n" * 2
    imported(database, (header + rows.replace("1,8", "2,8", 1)).encode())
    assert {each.equipment_id for each in logged_sets(database)} == {machine.id}


def test_an_empty_log_takes_over_the_formula() -> None:
    database = Database.in_memory()
    imported(database, ours("s1,2026-01-05,,seated,left,1,8,60,,wathen"))
    assert database.runner().formula is Formula.WATHEN


def test_a_runner_keeps_all_but_the_formula() -> None:
    database = log_of(Runner(name="Kim", formula=Formula.BRZYCKI))
    imported(database, ours("s1,2026-01-05,,seated,left,1,8,60,,epley"))
    assert database.runner() == Runner(name="Kim")


def test_a_log_with_sets_keeps_its_formula() -> None:
    database = Database.in_memory()
    imported(database, ours("s1,2026-01-05,,seated,left,1,8,60,,"))
    imported(database, ours("s2,2026-01-06,,seated,left,1,8,60,,wathen"))
    assert database.runner().formula is Formula.EPLEY


def test_the_change_can_be_taken_back() -> None:
    database = Database.in_memory()
    found = read(KG)
    change, _ = build_change(found, Answers(found.guessed_mapping), LogSoFar.of(database, found))
    database.apply(change)
    database.apply(change.inverse)
    assert database.sessions() == []


def test_a_log_without_bodyweights_takes_the_one_told_on_its_first_day() -> None:
    found = read(
        ours("s1,2026-01-06,,standing,left,1,8,20,,", "s2,2026-01-05,,standing,left,1,8,20,,")
    )
    log = LogSoFar.of(Database.in_memory(), found)
    change, summary = build_change(found, Answers({}, bodyweight_kg=70.0), log)
    assert summary.weighings == 1
    weighings = [edit.after for edit in change.edits if isinstance(edit.after, Bodyweight)]
    assert [(each.date, each.kg) for each in weighings] == [(DAY, 70.0)]


def test_seated_sets_need_no_bodyweight() -> None:
    found = read(ours("s1,2026-01-05,,seated,left,1,8,20,,"))
    log = LogSoFar.of(Database.in_memory(), found)
    assert build_change(found, Answers({}, bodyweight_kg=70.0), log)[1].weighings == 0
