"""What the runner chose to export: how it is called, what it comes to, and its writing."""

import datetime
import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.exchange.logs import finished, log_of
from tracker.app.export_choice import ExportChoice, Form, whole_span
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.run import Run
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.events import EVENTS
from tracker.exchange.tables.goals import GOALS
from tracker.exchange.tables.measurements import MEASUREMENTS
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.exchange.tables.runs import RUNS
from tracker.exchange.tables.sessions import SESSIONS
from tracker.exchange.tables.sets import SETS
from tracker.exchange.tables.symptoms import SYMPTOMS
from tracker.exchange.tables.table import AnyTable
from tracker.exchange.tables.tests import TESTS
from tracker.exchange.tables.weekly import WEEKLY
from tracker.storage.database import Database

TODAY = datetime.date(2026, 11, 24)  # a Tuesday
WEEK = datetime.timedelta(days=7)


def log(weeks: int = 3) -> Database:
    """A set every other day for some weeks, with a test before them and a symptom after them."""
    days = [TODAY - datetime.timedelta(days=ago) for ago in range(0, 7 * weeks, 2)]
    sessions = [Session(day) for day in days]
    return log_of(
        *sessions,
        *(LoggedSet(each.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0) for each in sessions),
        HeelRaiseTest(TODAY - 9 * WEEK, Exercise.STANDING, Side.LEFT, 25),
        Symptom(TODAY + WEEK, Moment.AFTER, Side.LEFT, pain=1),
        *(Run(TODAY - weeks * WEEK, 8.0) for weeks in (8, 6, 1)),
    )


@pytest.fixture
def choice(tmp_path: Path) -> ExportChoice:
    """All files of some weeks."""
    first, last = TODAY - 4 * WEEK, TODAY
    return ExportChoice(Form.FILES, OUR_TABLES, first, last, Dialect(), tmp_path / "to", TODAY)


def test_separate_files_have_their_own_names(choice: ExportChoice) -> None:
    names = [path.name for path in choice.targets(log())]
    assert names == [table.name for table in OUR_TABLES]


@pytest.mark.parametrize(("form", "suffix"), [(Form.ARCHIVE, "zip"), (Form.JSON, "json")])
def test_one_file_is_called_after_the_log_and_the_day(
    choice: ExportChoice, tmp_path: Path, form: Form, suffix: str
) -> None:
    one = replace(choice, form=form)
    assert one.targets(log()) == [choice.folder / f"soleus-2026-11-24.{suffix}"]
    database = Database.create(tmp_path / "my calves.soleus")
    assert one.targets(database) == [choice.folder / f"my calves-2026-11-24.{suffix}"]
    database.close()


def test_what_would_be_replaced_is_there_already(choice: ExportChoice) -> None:
    assert choice.replaced(log()) == []
    choice.folder.mkdir()
    (choice.folder / "tests.csv").write_text("old")
    assert choice.replaced(log()) == [choice.folder / "tests.csv"]


def test_a_folder_that_cannot_be_looked_at_has_nothing_to_replace(choice: ExportChoice) -> None:
    assert replace(choice, folder=Path("x" * 5000)).replaced(log()) == []


def test_files_without_rows_in_the_days_are_empty(choice: ExportChoice) -> None:
    assert choice.empty(log()) == {TESTS, SYMPTOMS, MEASUREMENTS, EVENTS, GOALS}
    later = replace(choice, first=TODAY + WEEK, last=TODAY + WEEK)
    assert later.empty(log()) == {SETS, SESSIONS, WEEKLY, TESTS, MEASUREMENTS, EVENTS, RUNS, GOALS}
    earlier = replace(choice, first=TODAY - 9 * WEEK, last=TODAY - 6 * WEEK)
    assert earlier.empty(log()) == {
        SETS,
        SESSIONS,
        SYMPTOMS,
        MEASUREMENTS,
        EVENTS,
        GOALS,
    }  # runs fill the weeks


def test_the_whole_span_reaches_from_the_first_entry_to_the_last_and_to_today() -> None:
    assert whole_span(log(), TODAY) == (TODAY - 9 * WEEK, TODAY + WEEK)
    assert whole_span(log_of(Run(TODAY - WEEK, 8.0)), TODAY) == (TODAY - WEEK, TODAY)
    assert whole_span(Database.in_memory(), TODAY) == (TODAY, TODAY)


@pytest.mark.parametrize("table", OUR_TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize("lines", [1, 2, 12])
def test_a_preview_is_the_beginning_of_the_file(
    choice: ExportChoice, table: AnyTable, lines: int
) -> None:
    database, whole = log(), replace(choice, first=TODAY - 10 * WEEK, last=TODAY + WEEK)
    finished(whole.writing(database))
    written = (choice.folder / table.name).read_text(encoding="utf-8-sig").splitlines()
    assert whole.preview(database, table.name, lines) == written[: lines + 1]


def planned(weeks: int) -> list[Plan | Phase | PlannedSets]:
    """Plan a set of the right leg on each Monday of some weeks before the log starts."""
    plan = Plan("Any", TODAY - 9 * WEEK, weeks)
    phase = Phase(plan.id, 1, weeks, (1,))
    return [plan, phase, PlannedSets(phase.id, Exercise.STANDING, PlannedSide.RIGHT, 1, 8)]


@pytest.mark.parametrize("lines", [1, 2, 12])
def test_a_preview_begins_with_the_weeks_that_were_planned(
    choice: ExportChoice, lines: int
) -> None:
    database, whole = log(), replace(choice, first=TODAY - 10 * WEEK)
    database.apply(Change.adding(*planned(8)))
    finished(whole.writing(database))
    written = (choice.folder / WEEKLY.name).read_text(encoding="utf-8-sig").splitlines()
    assert written[1].startswith("2026-W40,standing,right,0,")
    assert whole.preview(database, WEEKLY.name, lines) == written[: lines + 1]


def test_a_plan_alone_has_weeks_to_tell_of(choice: ExportChoice) -> None:
    database = log_of(*planned(20))
    whole = replace(choice, first=TODAY - 10 * WEEK)
    assert whole.empty(database) == {
        SETS,
        SESSIONS,
        TESTS,
        SYMPTOMS,
        MEASUREMENTS,
        EVENTS,
        RUNS,
        GOALS,
    }
    assert whole_span(database, TODAY) == (TODAY - 9 * WEEK, TODAY)
    assert whole_span(database, TODAY - 10 * WEEK) == (TODAY - 10 * WEEK,) * 2  # not begun


def test_a_preview_of_an_empty_file_is_its_headings(choice: ExportChoice) -> None:
    (line,) = choice.preview(log(), TESTS.name, 12)
    assert line.startswith("date,exercise,")


def test_the_explanation_in_an_archive_is_previewed_whole(choice: ExportChoice) -> None:
    shown = replace(choice, form=Form.ARCHIVE, tables=(TESTS,))
    assert "notes         the runner's own words" in shown.preview(log(), "README.txt", 2)


def test_a_preview_of_json_is_the_beginning_of_the_file(choice: ExportChoice) -> None:
    whole, database = replace(choice, form=Form.JSON), log()
    finished(whole.writing(database))
    (path,) = whole.targets(database)
    written = path.read_text(encoding="utf-8").splitlines()
    assert whole.preview(database, "", 15) == written[:15]


def test_the_files_chosen_are_written_and_counted(choice: ExportChoice) -> None:
    written = finished(replace(choice, tables=(SETS, TESTS)).writing(log()))
    assert written == {"sets.csv": 11, "tests.csv": 0}
    assert {path.name for path in choice.folder.iterdir()} == set(written)


def test_an_archive_is_written_and_its_rows_counted(choice: ExportChoice) -> None:
    one = replace(choice, form=Form.ARCHIVE, tables=(SETS,))
    assert finished(one.writing(log())) == {"sets.csv": 11}
    with ZipFile(choice.folder / "soleus-2026-11-24.zip") as archive:
        assert archive.namelist() == ["sets.csv", "README.txt"]


def test_json_is_of_the_whole_log_whatever_the_days(choice: ExportChoice) -> None:
    database = log()
    written = finished(replace(choice, form=Form.JSON).writing(database))
    assert written == {"soleus-2026-11-24.json": 27}
    found = json.loads((choice.folder / "soleus-2026-11-24.json").read_text(encoding="utf-8"))
    assert (len(found["tests"]), len(found["runs"])) == (1, 3)


@pytest.mark.parametrize("form", Form)
def test_what_changes_while_it_is_written_is_not_in_it(choice: ExportChoice, form: Form) -> None:
    database = log()
    job = replace(choice, form=form).writing(database)
    session = Session(TODAY)
    logged = LoggedSet(session.id, Exercise.SEATED, Side.RIGHT, 1, 5, 50.0)
    database.apply(Change.adding(session, logged))
    assert next(iter(finished(job).values())) in (11, 27)
