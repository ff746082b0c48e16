"""Apps whose files are plain tables: recognised, and each set with its right values."""

import datetime

import pytest

from tests.exchange.logs import imported, logged_sets, read
from tracker.domain.load import Unit
from tracker.domain.session import SetType
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.names import guess
from tracker.storage.database import Database

SEATED = guess("Seated calf raise").meaning

LIFTOSAUR = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,"
    "Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,"
    "Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,"
    "Synergist Muscles,Notes\n"
    '2026-06-29T04:56:39.712Z,P,D,"Seated Calf Raise, Machine",1,9,10,0,,,0,40,kg,40,kg,0,,G,S,\n'
    '2026-06-29T04:56:39.712Z,P,D,"Seated Calf Raise, Machine",0,9,14,0,,8,0,9,kg,90,lb,0,,G,S,ok\n'
    '2026-06-29T04:56:39.712Z,P,D,"Seated Calf Raise, Machine",0,12,,0,,,0,100,kg,,,0,,G,S,\n'
)
LIFTLOG = (
    "SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes\n"
    "b59,2026-03-17T18:45:06+01:00,Seated Calf Raise,40,kg,12,12,\n"
    "b59,2026-03-17T18:47:39+01:00,Seated Calf Raise,90,lbs,11,12,last one hard\n"
)
FLEXIFY = (
    "id,name,reps,weight,created,unit,bodyWeight,duration,distance,cardio,hidden,incline\n"
    "1,Seated Calf Raise,12.0,40.0,2026-03-17T18:45:06.123,kg,70.0,0.0,0.0,0,0,\n"
    "2,Seated Calf Raise,11.0,40.0,2026-03-17T18:47:06.123,kg,70.0,0.0,0.0,0,0,\n"
    "3,Seated Calf Raise,0.0,0.0,2026-03-01T00:00:00.000,kg,0.0,0.0,0.0,0,1,\n"
)
GYMBOOK = (
    "Data,Programma,Orario,Esercizio,Zona,Gruppi muscolari (Primari),Gruppi muscolari (Secondari),"
    "Set / Set di riscaldamento / Set di defaticamento,Ripetizioni / Tempo,Peso / Distanza,"
    "Appunti,Saltato\n"
    '19/12/24,"S 3",19:27,"Polpacci seduto",Gambe,,,Set di riscaldamento,"15 ripetizioni",'
    '"20,00 kg",,No\n'
    '19/12/24,"S 3",19:30,"Polpacci seduto",Gambe,,,Set,"10 ripetizioni","42,50 kg",piano,No\n'
    '19/12/24,"S 3",19:33,"Polpacci seduto",Gambe,,,Set,"10 ripetizioni","42,50 kg",,Si\n'
)
FASTNFITNESS = (
    "table,id,date,exercise,sets,repetitions,weight,profil_id,unit,notes,machine_key,time\n"
    "EFfontes,45,2026-07-02,Seated Calf Raise,3,12,40.0,2,0,,7,18:22:10\n"
    "EFfontes,39,2026-07-02,Seated Calf Raise,1,10,90.0,2,1,,8,18:30:00\n"
)
FITBOD = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,"
    "multiplier\n"
    "2026-03-08 12:49:50 +0000,Seated Calf Raise, 15,20.0,0.0,0.0,0.0,0.0,true,, 1.0\n"
    "2026-03-08 12:49:50 +0000,Seated Calf Raise, 8,40.5,0.0,0.0,0.0,0.0,false,, 1.0\n"
)
JEFIT = (
    "### SETTING ########################\nrow_id,USERID,gender\n1,1,M\n"
    "### EXERCISE LOGS ########################\n"
    "USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,logTime\n"
    '1,"2026-01-01 00:00:00",1,"90x12,87.5x10,0x15",1,126,2026-01-01,21,"Seated Calf Raise",1,7,1\n'
    "### EXERCISE RECORDS ########################\n_id,eid\n1,21\n"
)
STRONGLIFTS = (
    "\ufeffDate (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,"
    "Sets×Time,Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Set 1 (Reps),Set 1 (KG),Set 2 (Reps),"
    "Set 2 (KG),Set 3 (Reps),Set 3 (KG)\n"
    "2026/03/02,1,A,P,70,Seated Calf Raise,3×5,,5×40,47,15,600,12,40,10,42.5,,\n"
    "2026/03/02,1,A,P,70,Seated Calf Raise,3×5,,5×40,47,15,600,,,,,,\n"
)
KG, LB = Unit.KG, Unit.LB


@pytest.mark.parametrize(
    ("text", "name", "sets"),
    [
        (LIFTOSAUR, "Liftosaur", [(10, 40.0, KG, "warmup"), (14, 90.0, LB, "work")]),
        (LIFTLOG, "LiftLog", [(12, 40.0, KG, "work"), (11, 90.0, LB, "work")]),
        (FLEXIFY, "Flexify", [(12, 40.0, KG, "work"), (11, 40.0, KG, "work")]),
        (GYMBOOK, "GymBook", [(15, 20.0, KG, "warmup"), (10, 42.5, KG, "work")]),
        (FASTNFITNESS, "FastNFitness", [(12, 40.0, KG, "work")] * 3 + [(10, 90.0, LB, "work")]),
        (FITBOD, "Fitbod", [(15, 20.0, KG, "warmup"), (8, 40.5, KG, "work")]),
        (
            JEFIT,
            "JEFIT",
            [(12, 90.0, None, "work"), (10, 87.5, None, "work"), (15, 0.0, None, "work")],
        ),
        (STRONGLIFTS, "StrongLifts", [(12, 40.0, KG, "work"), (10, 42.5, KG, "work")]),
    ],
)
def test_the_file_of_an_app_is_read_set_by_set(
    text: str, name: str, sets: list[tuple[int, float, Unit | None, str]]
) -> None:
    found = read(text.encode())
    assert found.format_name == name
    assert [(each.reps, each.load, each.unit, each.set_type.value) for each in found.sets] == sets
    database = Database.in_memory()
    meant = {each.name: SEATED for each in found.names}
    summary = imported(database, text.encode(), meant, KG)
    assert (summary.sets, summary.sessions) == (len(sets), 1)
    assert len({each.session_id for each in logged_sets(database)}) == 1
    again = imported(database, text.encode(), meant, KG)
    assert (again.sets, again.sessions, len(again.left_out)) == (0, 0, len(summary.left_out))


def test_what_was_planned_skipped_or_hidden_is_no_set() -> None:
    reasons = {
        LIFTOSAUR: "Repetitions are missing.",
        GYMBOOK: "It was not done.",
        FLEXIFY: "It was not done.",
        STRONGLIFTS: "No repetition was done.",
    }
    for text, reason in reasons.items():
        assert [each.reason for each in read(text.encode()).left_out] == [reason]


def test_sections_keep_the_lines_of_the_file() -> None:
    found = read(JEFIT.encode())
    assert [each.line for each in found.sets] == [6, 6, 6]
    assert found.must_ask_unit


def test_sections_without_the_one_that_is_read_are_no_table() -> None:
    with pytest.raises(FormatError):
        read(JEFIT.replace("EXERCISE LOGS", "OTHERS").encode())


def test_the_sets_of_a_wide_line_are_no_columns_left_unread() -> None:
    database = Database.in_memory()
    summary = imported(database, STRONGLIFTS.encode())
    assert not any(each.startswith("Set ") for each in summary.columns_not_read)
    assert "Body Weight (KG)" in summary.columns_not_read


def test_a_session_begins_with_its_first_set() -> None:
    found = read(LIFTLOG.encode())
    assert {each.time.replace(tzinfo=None) for each in found.sets if each.time} == {
        datetime.time(18, 45, 6)
    }
    assert read(LIFTOSAUR.encode()).sets[0].set_type is SetType.WARMUP
