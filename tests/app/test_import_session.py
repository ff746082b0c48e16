"""An import in the window: read, asked, shown, and taken in as one step or not at all."""

import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.exchange.importing.fit_files import Done, activity
from tracker import TrackerError
from tracker.app import import_session
from tracker.app.import_session import ImportSession
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, SetType
from tracker.exchange.importing.dates import DayOrder
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.names import Meaning, Sides
from tracker.exchange.roles import Role
from tracker.exchange.whole_log.parts import LogPart
from tracker.storage.database import Database

DATA = Path(__file__).parents[1] / "data"
STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
    '2026-01-17 18:05:00,"Legs",47m,"Standing Calf Raise",1,45,8,0,0,,,8\n'
    '2026-01-17 18:05:00,"Legs",47m,"Calf Press",1,200,5,0,0,,,\n'
)
OWN = "Tag;Name;Wdh;Last\n3/4/2026;Seated Calf Raise;8;60,5\n"
CHOSEN = {0: Role.DATE, 1: Role.NAME, 2: Role.REPS, 3: Role.LOAD_KG}
RUNS = "Activity Type,Date,Distance\nRunning,2026-01-05 08:00:00,6.2\n"

Opened = Callable[[str], ImportSession]


@pytest.fixture
def logbook() -> Iterator[Logbook]:
    made = Logbook(Database.in_memory())
    yield made
    made.database.close()


@pytest.fixture
def session(logbook: Logbook) -> ImportSession:
    return ImportSession(logbook)


@pytest.fixture
def opened(session: ImportSession, tmp_path: Path, qtbot: QtBot) -> Opened:
    """Open a file with this text, and wait until it is read and compared."""

    def open_text(text: str) -> ImportSession:
        path = tmp_path / "file.csv"
        path.write_text(text, encoding="utf-8")
        session.open(path)
        settle(session, qtbot)
        return session

    return open_text


def settle(session: ImportSession, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.is_working)


def test_a_file_that_leaves_nothing_open_is_shown_and_taken_in_as_one_step(
    session: ImportSession, logbook: Logbook, qtbot: QtBot
) -> None:
    fractions: list[float] = []
    session.progressed.connect(fractions.append)
    session.open(DATA / "fitnotes-kg.csv")
    settle(session, qtbot)
    assert session.summary is not None
    assert (session.summary.sets, fractions[-1]) == (7, 1.0)
    assert logbook.database.sessions() == []
    session.apply()
    assert logbook.undo_label == "Import 7 sets from fitnotes-kg.csv"
    logbook.undo()
    assert logbook.database.sessions() == []


def test_a_long_file_is_shown_as_one_change_with_all_sets_in_memory(opened: Opened) -> None:
    header = "Date,Exercise,Category,Weight (kg),Reps,Distance,Distance Unit,Time,Comment\n"
    line = "2026-01-05,Seated Calf Raise (Left),Legs,60,8,,,,\n"
    session = opened(header + line * 600)
    assert isinstance(session.change.edits, tuple)
    assert len(session.change.of(LoggedSet)) == 600


def test_the_unit_is_asked_before_anything_is_shown(opened: Opened, qtbot: QtBot) -> None:
    session = opened(STRONG)
    assert (session.highest_load, session.lacks_answer, session.summary) == (45.0, True, None)
    session.set_unit(Unit.LB)
    settle(session, qtbot)
    assert not session.lacks_answer
    assert session.summary is not None
    assert session.summary.sets == 1


def test_a_name_taken_in_changes_what_is_shown(opened: Opened, qtbot: QtBot) -> None:
    session = opened(STRONG)
    session.set_unit(Unit.LB)
    session.set_meaning("Calf Press", Meaning(Exercise.STANDING, Sides.EACH))
    settle(session, qtbot)
    assert session.summary is not None
    assert session.summary.sets == 3


def test_a_bodyweight_is_added_where_the_log_has_none(
    opened: Opened, logbook: Logbook, qtbot: QtBot
) -> None:
    session = opened(STRONG)
    session.set_unit(Unit.LB)
    settle(session, qtbot)
    assert session.summary is not None
    assert session.summary.needs_bodyweight
    session.set_bodyweight(70.5)
    settle(session, qtbot)
    session.apply()
    assert [each.kg for each in logbook.database.weighings()] == [70.5]


def test_columns_and_the_order_of_dates_are_asked_one_after_the_other(
    opened: Opened, qtbot: QtBot
) -> None:
    session = opened(OWN)
    assert session.head is not None
    assert session.head.headings == ("Tag", "Name", "Wdh", "Last")
    session.choose_columns(CHOSEN)
    settle(session, qtbot)
    assert session.ambiguous_date == "3/4/2026"
    session.choose_order(DayOrder.DAY_FIRST)
    settle(session, qtbot)
    assert session.summary is not None
    assert str(session.summary.first) == "2026-04-03"


def test_miles_are_asked_and_runs_come_in_without_sets(
    opened: Opened, logbook: Logbook, qtbot: QtBot
) -> None:
    session = opened(RUNS)
    assert session.lacks_answer
    session.set_miles(True)
    settle(session, qtbot)
    session.apply()
    assert logbook.undo_label == "Import entries from file.csv"
    assert logbook.database.runs()[0].distance_km == 9.978


def test_a_file_that_cannot_be_read_says_why(opened: Opened) -> None:
    session = opened("\n")
    assert session.error.endswith("file.csv is empty.")
    assert session.read is None
    assert session.highest_load is None
    assert not session.lacks_answer


def test_one_of_several_in_an_archive_is_chosen_and_another_instead(
    session: ImportSession, logbook: Logbook, tmp_path: Path, qtbot: QtBot
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("strong.csv", STRONG)
        made.writestr("runs.csv", RUNS)
        made.writestr("own.csv", OWN)
    session.open(tmp_path / "a.zip")
    settle(session, qtbot)
    assert session.error.endswith("holds strong.csv (Strong), runs.csv (Garmin Connect).")
    assert [each.name for each in session.insides] == ["strong.csv", "runs.csv"]
    session.choose_inside("own.csv")
    settle(session, qtbot)
    assert session.head is not None
    assert session.head.headings == ("Tag", "Name", "Wdh", "Last")
    session.choose_inside("runs.csv")
    settle(session, qtbot)
    assert session.read is not None
    assert session.read.inside == "runs.csv"
    assert session.lacks_answer
    session.set_miles(False)
    settle(session, qtbot)
    session.apply()
    assert len(logbook.database.runs()) == 1


def test_another_file_forgets_the_first(opened: Opened) -> None:
    session = opened(STRONG)
    session.unit = Unit.LB
    assert opened(OWN).unit is None
    assert session.mapping == {}


def test_what_is_cancelled_leaves_nothing_and_is_heard_of_no_more(
    session: ImportSession, logbook: Logbook, qtbot: QtBot
) -> None:
    session.open(DATA / "fitnotes-kg.csv")
    job = session._job
    assert job is not None
    job.wait()
    session.cancel()
    assert not session.is_working
    # What the thread had told already arrives, and is not listened to.
    heard: list[object] = []
    session.progressed.connect(heard.append)
    qtbot.wait(0)
    assert (session.read, session.summary, heard) == (None, None, [])
    assert logbook.undo_label is None


def test_a_file_given_up_while_it_fails_is_not_complained_about(
    session: ImportSession, tmp_path: Path, qtbot: QtBot
) -> None:
    session.open(tmp_path / "gone.csv")
    job = session._job
    assert job is not None
    job.wait()
    session.cancel()
    qtbot.wait(0)
    assert session.error == ""


def test_a_log_that_cannot_be_asked_is_told_in_words(
    opened: Opened, logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise TrackerError("The log could not be read.")

    monkeypatch.setattr(LogSoFar, "of", fail)
    session = opened((DATA / "fitnotes-kg.csv").read_text(encoding="utf-8"))
    assert session.error == "The log could not be read."
    assert session.summary is None


def test_a_log_whose_words_cannot_be_read_is_told_and_no_file_is_read(
    tmp_path: Path, qtbot: QtBot
) -> None:
    log = tmp_path / "log.soleus"
    database = Database.create(log)
    with closing(sqlite3.connect(log)) as connection:
        connection.execute("DROP TABLE file_words")
    session = ImportSession(Logbook(database))
    with qtbot.waitSignal(session.changed):
        session.open(DATA / "fitnotes-kg.csv")
    assert "log.soleus could not be read" in session.error
    assert not session.is_working
    assert session.read is None
    database.close()


def test_a_fault_of_our_own_is_not_hidden(
    session: ImportSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Iterator[float]:
        yield 0.0
        raise AssertionError("ours")

    monkeypatch.setattr(import_session, "incoming", fail)
    with qtbot.captureExceptions() as found:
        session.open(DATA / "fitnotes-kg.csv")
        qtbot.waitUntil(lambda: bool(found))
    assert str(found[0][1]) == "ours"


def test_text_that_was_copied_is_taken_in_like_a_file(
    session: ImportSession, logbook: Logbook, qtbot: QtBot
) -> None:
    session.paste("2026-11-24\nseated 3x8@60 left\nbw 155\nseated 8x60 lefft", Unit.LB)
    settle(session, qtbot)
    assert session.summary is not None
    assert (session.summary.sets, session.summary.weighings) == (3, 1)
    assert [each.line for each in session.summary.left_out] == [4]
    session.apply()
    assert logbook.undo_label == "Import 3 sets from Clipboard"
    session.paste("2026-11-24\nseated 3x8@60 left\nbw 155", Unit.LB)
    settle(session, qtbot)
    assert not session.change


def test_a_table_that_was_copied_has_its_columns_chosen(
    session: ImportSession, qtbot: QtBot
) -> None:
    session.paste(OWN.replace("3/4/2026", "30.4.2026").replace(";", "\t"), Unit.KG)
    qtbot.waitUntil(lambda: session.head is not None)
    session.choose_columns(CHOSEN)
    settle(session, qtbot)
    assert session.read is not None
    assert [(each.told.reps, each.told.load) for each in session.read.sets] == [(8, 60.5)]


def test_the_first_sets_of_a_watch_become_warm_ups(
    session: ImportSession, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "watch.fit"
    path.write_bytes(activity([Done(12, 20.0), Done(11, 20.0), Done(10, 20.0)]))
    session.open(path)
    qtbot.waitUntil(lambda: session.summary is not None)
    session.set_meaning("Seated calf raise", Meaning(Exercise.SEATED, Sides.ALTERNATING))
    session.set_begins_warm(True)
    qtbot.waitUntil(lambda: session.summary is not None)
    session.apply()
    sets = [each for _, each in session.change.of(LoggedSet) if each is not None]
    assert [(each.side, each.set_type) for each in sets] == [
        (Side.LEFT, SetType.WARMUP),
        (Side.RIGHT, SetType.WARMUP),
        (Side.LEFT, SetType.WORK),
    ]


def test_columns_are_chosen_though_the_file_was_known(opened: Opened, qtbot: QtBot) -> None:
    session = opened(RUNS)
    assert session.read is not None
    session.ask_columns()
    settle(session, qtbot)
    assert session.head is not None
    assert session.head.headings == ("Activity Type", "Date", "Distance")


def test_what_was_found_stays_while_a_word_of_the_file_is_said(
    opened: Opened, logbook: Logbook, qtbot: QtBot
) -> None:
    session = opened(
        "title,start_time,exercise_title,set_type,weight_kg,reps\n"
        "A,1 Urt 2026 13:05,Seated Calf Raise,normal,40,12\n"
    )
    assert session.read is not None
    (word,) = (each.word for each in session.read.words)
    session.say(word, "1")
    assert session.read is not None
    settle(session, qtbot)
    assert session.summary is not None
    assert (session.summary.sets, str(session.summary.first)) == (1, "2026-01-01")


def test_what_the_file_has_otherwise_is_taken_only_where_that_is_said(
    opened: Opened, logbook: Logbook, qtbot: QtBot
) -> None:
    table = (DATA / "fitnotes-kg.csv").read_text(encoding="utf-8")
    opened("\n".join(table.splitlines()[:2])).apply()
    session = opened("\n".join(table.splitlines()[:2]).replace(",10.0,", ",12.5,"))
    assert session.summary is not None
    left, _right = session.summary.differences
    assert not session.change
    session.take(frozenset({left.own.id}))
    settle(session, qtbot)
    session.apply()
    (training,) = logbook.database.sessions()
    assert [each.external_kg for each in logbook.database.sets_of(training.id)] == [12.5, 10.0]


def test_of_another_log_only_the_parts_that_were_asked_for_are_taken(
    session: ImportSession, logbook: Logbook, tmp_path: Path, qtbot: QtBot
) -> None:
    theirs = Equipment("Theirs")
    Database.create_with(tmp_path / "other.soleus", Change.adding(Runner("Friend"), theirs))
    session.open(tmp_path / "other.soleus")
    settle(session, qtbot)
    session.set_parts(frozenset({LogPart.EQUIPMENT}))
    settle(session, qtbot)
    session.apply()
    assert logbook.database.equipment() == [theirs]
    assert logbook.database.runner() == Runner()
    assert logbook.database.last_joined() is not None
