"""What the lines of a file become, and those left out, as tables."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.exchange.logs import log_of
from tracker.app.import_session import ImportSession
from tracker.domain.change import Change, Memory, Past, key_of
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, build_change
from tracker.exchange.tables.events import EVENTS
from tracker.exchange.tables.goals import GOALS
from tracker.exchange.tables.measurements import MEASUREMENTS
from tracker.exchange.tables.sessions import SESSIONS
from tracker.exchange.tables.symptoms import SYMPTOMS
from tracker.exchange.tables.tests import TESTS
from tracker.ui.files.import_models import BecomesModel, LeftOutModel
from tracker.ui.widgets.read_only_table import ReadOnlyTable

Opened = Callable[[str], ImportSession]
DAY = datetime.date(2026, 1, 5)
FITNOTES = (
    "Date,Exercise,Category,Weight (kg),Reps,Distance,Distance Unit,Time\n"
    "2026-01-05,Seated Calf Raise (Left),Legs,10,8,,,\n"
    "2026-01-05,Standing Calf Raise Machine,Legs,20,,,,\n"
)
WEIGHED = "Date,Time,Measurement,Value,Unit\n2026-01-07,07:00:00,Bodyweight,70.5,kgs\n"
RUNS = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Distance,Moving Time,Distance\n"
    '1,"Jan 5, 2026, 11:30:00 AM",,Run,10.01,3127.0,10012.4\n'
    '2,"Jan 6, 2026, 11:30:00 AM",,Run,5.00,,5000\n'
)
TESTED = f"{','.join(TESTS.names)}\n2026-02-02,standing,left,25,60,30,0,heel,0,\n"
HELD = f"{','.join(SESSIONS.names)}\ns1,2026-02-04,18:05:00,20.5,=calm\n"
FELT = (
    f"{','.join(SYMPTOMS.names)}\n"
    "2026-02-03,next_morning,right,,2,10,\n2026-02-03,after,left,calf,1,,\n"
)
MEASURED = (
    f"{','.join(MEASUREMENTS.names)}\n"
    "2026-02-05,peak_force_seated,left,412.75,N,400 412.75,\n2026-02-05,visa_a,,78,,,\n"
)
HAPPENED = f"{','.join(EVENTS.names)}\n2026-02-06,,race,,,10 km\n"
AGREED = (
    f"{','.join(GOALS.names)}\n"
    "heel_raise_reps,standing,left,25,2026-03-01,,\nmeasurement,,both,95,,visa_a,\n"
)
pytestmark = pytest.mark.usefixtures("english", "in_berlin")


def rows(model: ReadOnlyTable) -> list[list[str]]:
    columns = range(model.columnCount())
    return [
        [model.index(row, column).data() for column in columns] for row in range(model.rowCount())
    ]


def becoming(session: ImportSession, unit: Unit = Unit.KG) -> BecomesModel:
    model = BecomesModel(unit)
    model.show(session.change, session.summary, ())
    return model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FITNOTES, [["2", "5 Jan 2026", "Seated", "Left", "8 × 10"]]),
        (WEIGHED, [["2", "7 Jan 2026", "Bodyweight", "", "70.5 kg"]]),
        (
            RUNS,
            [
                ["2", "5 Jan 2026", "Run", "", "10.0 km, 52:07"],
                ["3", "6 Jan 2026", "Run", "", "5.0 km"],
            ],
        ),
        (TESTED, [["2", "2 Feb 2026", "Heel-raise test", "Left", "25 repetitions"]]),
        (HELD, [["2", "4 Feb 2026", "Session", "", "18:05, 20:30, =calm"]]),
        (
            FELT,
            [
                ["2", "3 Feb 2026", "Next morning", "Right", "pain 2, stiff 10 min"],
                ["3", "3 Feb 2026", "After", "Left", "pain 1"],
            ],
        ),
        (
            MEASURED,
            [
                ["2", "5 Feb 2026", "Peak force, seated", "Left", "413 N"],
                ["3", "5 Feb 2026", "VISA-A", "", "78"],
            ],
        ),
        (HAPPENED, [["2", "6 Feb 2026", "Event", "", "Race: 10 km, 6 Feb 2026"]]),
        (
            AGREED,  # which are on no day
            [
                ["2", "", "Goal", "", "25 heel raises, knee straight, left, by 1 Mar 2026"],
                ["3", "", "Goal", "", "VISA-A at least 95"],
            ],
        ),
    ],
    ids=[
        "sets",
        "bodyweights",
        "runs",
        "tests",
        "sessions",
        "symptoms",
        "measurements",
        "events",
        "goals",
    ],
)
def test_each_line_is_shown_with_what_it_becomes(
    open_import: Opened, text: str, expected: list[list[str]], qtmodeltester: ModelTester
) -> None:
    model = becoming(open_import(text))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert rows(model) == expected
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_loads_and_distances_are_in_the_unit_of_the_runner(open_import: Opened) -> None:
    assert rows(becoming(open_import(WEIGHED), Unit.LB))[0][4] == "155.43 lb"
    assert rows(becoming(open_import(RUNS), Unit.LB))[0][4] == "6.2 mi, 52:07"


def test_a_bodyweight_that_was_asked_for_is_on_no_line(open_import: Opened, qtbot: QtBot) -> None:
    session = open_import(FITNOTES.replace("Seated Calf Raise (Left)", "Standing Calf Raise"))
    session.set_bodyweight(70.0)
    qtbot.waitUntil(lambda: not session.is_working)
    assert rows(becoming(session)) == [
        ["2", "5 Jan 2026", "Standing", "Both", "8 × +10"],
        ["", "5 Jan 2026", "Bodyweight", "", "70 kg"],
    ]


def test_the_sets_of_a_whole_log_are_counted_and_its_sessions_have_no_row(qapp: object) -> None:
    session = Session(DAY)
    sets = [LoggedSet(session.id, Exercise.SEATED, Side.LEFT, n, 8, 60.0, n) for n in (1, 2)]
    run = Run(DAY, 10.0, None, None)
    read = ReadFile("a Soleus log", True, 4, entries=(session, *sets, run))
    change, summary = build_change(read, Answers({}), LogSoFar())
    model = BecomesModel(Unit.KG)
    model.show(change, summary, ())
    assert [row[0] for row in rows(model)] == ["1", "2", ""]
    assert [row[2] for row in rows(model)] == ["Seated", "Seated", "Run"]


def test_sets_of_a_session_that_the_log_has_are_dated_by_it(qapp: object) -> None:
    session = Session(DAY)
    change = Change.adding(LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0))
    model = BecomesModel(Unit.KG)
    model.show(change, None, [session])
    assert rows(model) == [["1", "5 Jan 2026", "Seated", "Left", "8 × 60"]]


def test_what_is_left_out_is_shown_with_its_reason(
    open_import: Opened, qtmodeltester: ModelTester
) -> None:
    model = LeftOutModel()
    model.show(open_import(FITNOTES).summary)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert rows(model) == [["3", "Standing Calf Raise Machine", "Repetitions are missing."]]
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Reason"
    model.show(None)
    assert rows(model) == []


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (-1, "Differs in kg: this log’s was kept"),
        (1, "Differs in kg: the other log’s was edited later, and is taken"),
    ],
)
def test_what_two_logs_have_differently_says_which_was_taken(hours: int, words: str) -> None:
    own = Bodyweight(DAY, 70.0)
    log = log_of(own)
    edited_at = next(iter(log.edit_times().values())) + datetime.timedelta(hours=hours)
    past = Past({(Bodyweight, own.id): edited_at})
    read = ReadFile("a Soleus log", True, 1, entries=(replace(own, kg=71.0),), past=past)
    _, summary = build_change(read, Answers({}), LogSoFar.of(log, read))
    model = LeftOutModel()
    model.show(summary)
    assert rows(model) == [["", "", words]]


def test_what_was_deleted_or_renumbered_is_told() -> None:
    session = Session(DAY, id="s1")
    own = LoggedSet("s1", Exercise.SEATED, Side.LEFT, 1, 8, 60.0, id="a")
    log = log_of(session, own)
    now = datetime.datetime.now(datetime.UTC)
    later = now + datetime.timedelta(hours=1)
    gone = Equipment("Bar", id="bar")
    back = replace(gone, name="Long bar")
    log.apply(Change.adding(gone))
    log.apply(Change.removing(gone))
    other = replace(own, id="b", reps=9)
    past = Past(
        {key_of(back): later},
        {key_of(other): int(later.timestamp() * 1_000_000)},
        (Memory(key_of(session), now - datetime.timedelta(hours=1)),),
    )
    read = ReadFile("a Soleus log", True, 1, entries=(back, session, other), past=past)
    _, summary = build_change(read, Answers({}), LogSoFar.of(log, read))
    model = LeftOutModel()
    model.show(summary)
    assert [row[2] for row in rows(model)] == [
        "Deleted here, edited or needed there since: comes back",
        "Two machines logged one number: it is set 2 now",
    ]
    forgotten = Past(memory=(Memory(key_of(own), now - datetime.timedelta(hours=1)),))
    read = ReadFile("a Soleus log", True, 1, entries=(session,), past=forgotten)
    _, summary = build_change(read, Answers({}), LogSoFar.of(log, read))
    model.show(summary)
    assert [row[2] for row in rows(model)] == ["Deleted there, edited or needed here since: stays"]
    log.close()
