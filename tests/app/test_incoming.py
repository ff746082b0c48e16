"""A file is read by what is in it, whatever its name says."""

import datetime
import gzip
import re
import shutil
import time
import zipfile
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.importing.fit_files import Done, activity
from tests.exchange.logs import TODAY, finished
from tests.storage.test_fitnotes_backup import SCRIPT, WHOLE, backup
from tracker import TrackerError
from tracker.app.incoming import head_in, incoming
from tracker.domain.change import Change, Entry
from tracker.domain.demo.year import made_up_log
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Exercise, Side
from tracker.domain.file_words import FileWord, Topic
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.load import Unit
from tracker.domain.run import Run
from tracker.domain.symptoms import Moment, Symptom
from tracker.exchange.csv_text import FormatError
from tracker.exchange.exporting.export import Export, exporting
from tracker.exchange.importing import garmin_archive
from tracker.exchange.importing.containers import Pasted, SeveralInsideError
from tracker.exchange.importing.dates import DayOrder
from tracker.exchange.importing.foreign_csv import Choices
from tracker.exchange.importing.known_formats import UnknownFormatError
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.names import Meaning, Sides
from tracker.exchange.importing.proposal import Answers, Summary, build_change
from tracker.exchange.importing.words import folded
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.events import EVENTS
from tracker.exchange.tables.goals import GOALS
from tracker.exchange.tables.measurements import MEASUREMENTS
from tracker.exchange.tables.runs import RUNS
from tracker.exchange.tables.symptoms import SYMPTOMS
from tracker.exchange.tables.table import AnyTable
from tracker.exchange.tables.tests import TESTS
from tracker.exchange.tables.weekly import WEEKLY
from tracker.exchange.whole_log.joining import Outcome
from tracker.exchange.whole_log.json_file import writing_json
from tracker.storage.database import Database

DATA = Path(__file__).parents[1] / "data"
FORMS = DATA / "forms"


def test_a_table_is_read_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes((DATA / "fitnotes-kg.csv").read_bytes())
    assert finished(incoming(path)).format_name == "FitNotes"


def test_a_backup_of_fitnotes_gives_sets_in_kilograms_and_bodyweights(tmp_path: Path) -> None:
    found = finished(incoming(backup(tmp_path / "fit.csv", SCRIPT + WHOLE)))
    assert (found.format_name, found.lines) == ("FitNotes backup", 5)
    assert [
        (each.told.load, each.told.unit, each.told.reps, each.told.note) for each in found.sets
    ] == [
        (100.0, Unit.KG, 5, ""),
        (60.0, Unit.KG, 10, ""),
        (62.5, Unit.KG, 8, "slow"),
    ]
    assert [(str(each.date), each.weight) for each in found.weighings] == [("2026-01-05", 70.25)]
    assert [each.reason for each in found.left_out] == ["The bodyweight is missing."]


def made_log(path: Path) -> Database:
    """A log with an entry of several kinds."""
    Database.create_with(path, made_up_log(datetime.date(2026, 11, 24), 1, 3))
    database = Database.open(path)
    session = database.sessions()[-1]
    database.apply(
        Change.adding(
            Symptom(session.date, Moment.AFTER, Side.LEFT, pain=2, session_id=session.id),
            HeelRaiseTest(session.date, Exercise.STANDING, Side.LEFT, 22),
            Run(session.date, 10.5),
            Event(session.date, EventKind.RACE, note="10 km"),
        )
    )
    return database


def taken_in(path: Path, database: Database) -> Summary:
    found = finished(incoming(path))
    answers = Answers(found.guessed_mapping)
    change, summary = build_change(found, answers, LogSoFar.of(database, found))
    database.apply(change)
    return summary


def test_another_log_is_joined_by_ids_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.soleus"
    other = made_log(path)
    entries = list(other.entries())
    other.close()
    before = path.read_bytes()
    database = Database.in_memory()
    summary = taken_in(path, database)
    assert list(database.entries()) == entries
    assert (summary.lines, summary.lines_added) == (len(entries), len(entries))
    found: tuple[list[Any], ...] = (database.runs(), database.tests(), database.symptoms())
    assert (summary.runs, summary.tests, summary.symptoms) == tuple(len(each) for each in found)
    again = taken_in(path, database)
    assert (again.lines_added, again.lines_already_there) == (0, len(entries))
    assert path.read_bytes() == before
    database.close()


def test_what_differs_in_another_log_is_listed_and_this_log_s_kept(tmp_path: Path) -> None:
    path = tmp_path / "other.soleus"
    other = made_log(path)
    session = other.sessions()[0]
    other.close()
    database = Database.in_memory()
    database.apply(Change.adding(replace(session, note="mine")))
    summary = taken_in(path, database)
    (conflict,) = summary.joined.conflicts
    assert (conflict.became.id, conflict.differing) == (session.id, ("note",))
    assert conflict.outcome is Outcome.KEPT
    assert database.session(session.id) == replace(session, note="mine")
    database.close()


@pytest.mark.parametrize("as_json", [False, True], ids=["log", "json"])
def test_what_was_edited_later_in_another_log_is_taken(tmp_path: Path, *, as_json: bool) -> None:
    path = tmp_path / "other.soleus"
    other = made_log(path)
    session = other.sessions()[0]
    database = Database.in_memory()
    database.apply(Change.adding(session))
    time.sleep(0.002)  # the clock of the edits counts milliseconds
    other.apply(Change.replacing(session, replace(session, note="theirs")))
    past = other.past()
    if as_json:
        path = tmp_path / "log.json"
        finished(writing_json(path, other.entries(), past))
    other.close()
    summary = taken_in(path, database)
    (conflict,) = summary.joined.conflicts
    assert conflict.outcome is Outcome.TAKEN
    assert database.session(session.id) == replace(session, note="theirs")
    assert database.past() == past  # so a third log can tell, too
    again = taken_in(path, database)
    assert again.joined.conflicts == ()
    database.close()


def test_a_log_that_cannot_be_copied_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.soleus"
    made_log(path).close()
    path.with_name("other.soleus-wal").touch()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", fail)
    with pytest.raises(TrackerError, match="could not be read: no space left"):
        finished(incoming(path))


def test_json_of_a_log_is_the_log(tmp_path: Path) -> None:
    other = made_log(tmp_path / "other.soleus")
    finished(writing_json(tmp_path / "log.json", other.entries(), other.past()))
    database = Database.in_memory()
    taken_in(tmp_path / "log.json", database)
    assert list(database.entries()) == list(other.entries())
    other.close()
    database.close()


@pytest.mark.parametrize("table", [TESTS, SYMPTOMS, MEASUREMENTS, EVENTS, RUNS, GOALS])
def test_our_small_tables_come_back_once(tmp_path: Path, table: AnyTable) -> None:
    other = made_log(tmp_path / "other.soleus")
    finished(exporting(Export.of(other, None, None, Dialect(), TODAY, (table,)), tmp_path))
    of_table: dict[AnyTable, Callable[[Database], Sequence[Entry]]]
    of_table = {
        TESTS: Database.tests,
        SYMPTOMS: Database.symptoms,
        MEASUREMENTS: Database.measurements,
        EVENTS: Database.events,
        RUNS: Database.runs,
        GOALS: Database.goals,
    }
    asked = of_table[table]
    count = len(asked(other))
    assert count
    other.close()
    database = Database.in_memory()
    assert taken_in(tmp_path / table.name, database).lines_added == count
    assert len(asked(database)) == count
    again = taken_in(tmp_path / table.name, database)
    assert (again.lines_added, again.lines_already_there) == (0, count)
    database.close()


def test_the_weekly_table_says_what_it_is_made_of(tmp_path: Path) -> None:
    other = made_log(tmp_path / "other.soleus")
    finished(exporting(Export.of(other, None, None, Dialect(), TODAY, (WEEKLY,)), tmp_path))
    other.close()
    with pytest.raises(FormatError, match=r"is computed from sets\.csv"):
        finished(incoming(tmp_path / WEEKLY.name))


def test_another_database_is_refused_in_words(tmp_path: Path) -> None:
    path = backup(tmp_path / "other.db", "CREATE TABLE a (b);")
    with pytest.raises(FormatError, match=r"other\.db is a database of another program"):
        finished(incoming(path))


def test_a_file_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="could not be read: no such file"):
        finished(incoming(tmp_path / "gone.csv"))


def archive(path: Path, **files: bytes) -> Path:
    """Make an archive; an underscore in a name stands for a dot."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name.replace("_", "."), data)
    return path


def form(name: str) -> bytes:
    return (FORMS / name).read_bytes()


@pytest.mark.parametrize(
    ("file", "name", "counts"),
    [
        ("apple-health.xml", "Apple Health", (2, 3, 2)),
        ("garmin-archive.json", "Garmin Connect archive", (2, 0, 1)),
        ("strava-polish.csv", "Strava", (1, 0, 1)),
    ],
)
def test_what_lies_in_an_archive_is_read_as_by_itself(
    tmp_path: Path, file: str, name: str, counts: tuple[int, int, int]
) -> None:
    inside = file.replace("-", "")
    path = archive(tmp_path / "export.zip", **{inside: form(file), "customer.json": b"{}"})
    for each, part in ((FORMS / file, ""), (path, inside)):
        found = finished(incoming(each))
        assert (found.format_name, found.inside) == (name, part)
        assert (len(found.runs), len(found.weighings), len(found.left_out)) == counts


def test_an_archive_comes_in_once_whether_unpacked_or_not(tmp_path: Path) -> None:
    database = Database.in_memory()
    path = archive(tmp_path / "export.zip", export_xml=form("apple-health.xml"))
    summary = taken_in(FORMS / "apple-health.xml", database)
    # Two runs and three weighings; a ride and a run without a distance are left out.
    assert (summary.runs, summary.weighings, len(summary.left_out)) == (2, 3, 2)
    again = taken_in(path, database)
    assert (again.runs, again.weighings, again.lines_already_there) == (0, 0, 5)
    database.close()


def test_one_of_several_is_taken_when_it_is_said_which(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", lyfta_csv=form("lyfta.csv"), fitbod_csv=form("fitbod.csv"))
    with pytest.raises(SeveralInsideError, match=r"lyfta\.csv \(Lyfta\), fitbod\.csv \(Fitbod\)"):
        finished(incoming(path))
    found = finished(incoming(path, Choices(inside="fitbod.csv")))
    assert (found.format_name, found.inside, len(found.sets)) == ("Fitbod", "fitbod.csv", 3)


def test_the_columns_of_a_table_in_an_archive_can_be_chosen(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", mine_csv=b"Tag;Name\n2026-03-02;x\n")
    with pytest.raises(UnknownFormatError, match=r"a\.zip/mine\.csv is of no format"):
        finished(incoming(path))
    head = finished(head_in(path))
    assert (head.headings, head.rows) == (("Tag", "Name"), (("2026-03-02", "x"),))


def test_logs_in_an_archive_are_joined_as_json_and_as_files(tmp_path: Path) -> None:
    other = made_log(tmp_path / "other.soleus")
    finished(writing_json(tmp_path / "log.json", other.entries(), other.past()))
    entries = list(other.entries())
    other.close()
    json = (tmp_path / "log.json").read_bytes()
    path = archive(tmp_path / "a.zip", log_json=json, other_json=b'{"a": 1}')
    found = finished(incoming(path))
    assert (found.format_name, found.inside) == ("Soleus JSON", "log.json")
    assert list(found.entries) == entries
    data = (tmp_path / "other.soleus").read_bytes()
    path = archive(tmp_path / "b.zip", log_csv=form("lyfta.csv"), x_soleus=data)
    with pytest.raises(SeveralInsideError, match=r"log\.csv \(Lyfta\), x\.soleus \(a Soleus log\)"):
        finished(incoming(path))
    found = finished(incoming(path, Choices(inside="x.soleus")))
    assert (found.format_name, found.inside) == ("a Soleus log", "x.soleus")
    assert list(found.entries) == entries


def gzipped(path: Path) -> Path:
    """Compress a file as gzip does, and put an empty one of its name beside it."""
    packed = path.with_name(path.name + ".gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    path.write_bytes(b"")
    return packed


def test_a_database_in_an_archive_is_read_itself_never_a_neighbour(tmp_path: Path) -> None:
    log = made_log(tmp_path / "t.soleus")
    entries = list(log.entries())
    log.close()
    packed = gzipped(tmp_path / "t.soleus")
    for _ in range(2):
        found = finished(incoming(packed))
        assert (found.format_name, list(found.entries)) == ("a Soleus log", entries)
        (tmp_path / "t.soleus").unlink(missing_ok=True)
    fitnotes = gzipped(backup(tmp_path / "fit.fitnotes", SCRIPT + WHOLE))
    assert finished(incoming(fitnotes)).lines == 5
    path = zip_of(tmp_path / "z.zip", {"fit.fitnotes.gz": fitnotes.read_bytes()})
    found = finished(incoming(path))
    assert (found.format_name, found.inside, found.lines) == (
        "FitNotes backup",
        "fit.fitnotes.gz",
        5,
    )
    assert set(tmp_path.iterdir()) == {packed, fitnotes, path, tmp_path / "fit.fitnotes"}


def test_what_is_wrong_with_a_database_in_an_archive_names_the_file_of_the_runner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_log(tmp_path / "t.soleus").close()
    log = (tmp_path / "t.soleus").read_bytes()
    damaged = log[: len(log) // 2]
    fit = backup(tmp_path / "fit", SCRIPT).read_bytes()
    broken = backup(tmp_path / "fit2", SCRIPT + "CREATE VIEW Comment AS SELECT 1;").read_bytes()
    other = backup(tmp_path / "other", "CREATE TABLE x (y);").read_bytes()
    cases = {"damaged": damaged, "fit": fit[:500], "broken": broken, "other": other}
    for name, data in cases.items():
        for path in (
            zip_of(tmp_path / f"{name}.zip", {"a.soleus": data}),
            tmp_path / f"{name}.soleus.gz",
        ):
            if path.suffix == ".gz":
                path.write_bytes(gzip.compress(data))
            with pytest.raises(TrackerError, match=rf"^{re.escape(str(path))}") as told:
                finished(incoming(path))
            assert "soleus-" not in str(told.value)
            assert all(part not in str(told.value) for part in ("/log ", "/log:"))
    monkeypatch.setattr("tracker.exchange.importing.archives.complaint_about_size", too_large)
    with pytest.raises(TrackerError, match=r"other\.zip"):
        finished(incoming(tmp_path / "other.zip"))


def too_large(name: object, _size: int, *, most: int | None = None) -> str:
    return "" if most else f"{name} is too large."


@pytest.mark.parametrize("read", [incoming, head_in])
def test_a_file_that_does_not_fit_into_the_memory_is_told(
    read: Callable[[Path | Pasted], Generator[float, None, object]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("tracker.app.incoming.unpacking", full)
    path = tmp_path / "x.csv"
    path.write_bytes(form("lyfta.csv"))
    for source, name in ((path, str(path)), (Pasted("Clipboard", b"a,b"), "Clipboard")):
        told = f"{name} could not be read: it needs more memory than there is."
        with pytest.raises(FormatError, match=re.escape(told)):
            finished(read(source))


def test_a_pasted_database_is_told_to_be_one() -> None:
    with pytest.raises(FormatError, match="Clipboard is a database"):
        finished(incoming(Pasted("Clipboard", b"SQLite format 3\0" + bytes(200))))


def test_a_list_of_activities_longer_than_any_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tracker.app.incoming.MOST_OF_GARMIN", 10)
    assert garmin_archive.MOST > 10
    with pytest.raises(FormatError, match="no training has more"):
        finished(incoming(FORMS / "garmin-archive.json"))


@pytest.mark.parametrize("name", ["apple-health.xml", "alpha-progression.csv"])
def test_reading_can_be_given_up_at_every_step(tmp_path: Path, name: str) -> None:
    path = archive(tmp_path / "a.zip", **{name: form(name)})
    for steps in range(20):
        reading = incoming(path)
        for _ in range(steps):
            if next(reading, None) is None:
                return
        reading.close()  # warnings of files left open fail the tests
    raise AssertionError(name)


def test_a_text_of_a_notes_app_is_read_by_its_days(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("24 Nov\nseated 3x8@60 left\n", encoding="utf-8")
    choices = Choices(today=datetime.date(2026, 11, 26))
    found = finished(incoming(path, choices))
    assert (found.format_name, len(found.sets)) == ("text", 3)
    assert {str(each.session.date) for each in found.sets} == {"2026-11-24"}
    asked = finished(
        incoming(
            Pasted("Clipboard", b"3/4\nseated 8x60"), replace(choices, order=DayOrder.DAY_FIRST)
        )
    )
    assert {str(each.session.date) for each in asked.sets} == {"2026-04-03"}


def test_a_text_is_found_in_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "notes.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "2026-11-24\nseated 3x8@60 left\n")
        archive.writestr("readme.txt", "Hello\n")
    assert finished(incoming(path)).inside == "notes.txt"


def test_a_diary_becomes_sets_weights_and_notes_of_the_log() -> None:
    found = finished(incoming(FORMS / "diary.txt"))
    database = Database.in_memory()
    change, summary = build_change(found, Answers({}), LogSoFar.of(database, found))
    database.apply(change)
    assert [(each.line, each.reason) for each in summary.left_out] == [
        (1, "Of which day? Write it above, as 2026-11-24 or 24 Nov.")
    ]
    assert (summary.sets, summary.sessions, summary.weighings) == (12, 3, 1)
    assert (summary.lines, summary.lines_added, summary.lines_of_rest) == (12, 6, 5)
    of_day = {each.date: each for each in database.sessions()}
    first = of_day[datetime.date(2026, 11, 24)]
    assert first.note == "calves tight in the morning"
    assert [
        (each.side, each.set_no, each.reps, each.external_kg, each.pain_during, each.note)
        for each in database.sets_of(first.id)
    ] == [
        *((Side.LEFT, row, 8, 60.0, None, "") for row in (1, 2, 3)),
        *((Side.RIGHT, row, 8, 55.0, 2, "felt heavy") for row in (1, 2, 3)),
    ]
    third = of_day[datetime.date(2026, 11, 10)]
    assert third.started_at is not None
    assert third.started_at.time() == datetime.time(18, 5)
    again = finished(incoming(FORMS / "diary.txt"))
    change, summary = build_change(again, Answers({}), LogSoFar.of(database, again))
    assert not change
    assert summary.differences == ()


def test_a_fit_file_of_a_watch_is_read_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(activity([Done(12, 20.0)]))
    said = FileWord("FIT", Topic.EXERCISE, folded("Seated calf raise"), "seated:left")
    found = finished(incoming(path, Choices(known=(said,))))
    assert (found.format_name, [each.told.reps for each in found.sets]) == ("FIT", [12])
    assert found.guessed_mapping == {"Seated calf raise": Meaning(Exercise.SEATED, Sides.LEFT)}
    with pytest.raises(FormatError, match="a FIT file of a watch, which has no columns to choose"):
        finished(head_in(path))


def zip_of(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_a_folder_of_fit_files_is_one_import(tmp_path: Path) -> None:
    for name in ("a.fit", "b.fit"):
        (tmp_path / name).write_bytes(activity([Done(12, 20.0)]))
    assert len(finished(incoming(tmp_path)).sets) == 2


def test_garmins_whole_archive_is_one_import(tmp_path: Path) -> None:
    listed = (FORMS / "garmin-archive.json").read_bytes()
    uploads = zip_of(tmp_path / "u.zip", {"1.fit": activity([Done(12, 20.0)])}).read_bytes()
    names = {"DI/UploadedFiles_0.zip": uploads, "DI/1.json": listed}
    for lists in (1, 2):
        if lists == 2:
            names["DI/2.json"] = listed
        found = finished(incoming(zip_of(tmp_path / "all.zip", names)))
        assert (found.format_name, len(found.sets), len(found.runs)) == ("FIT", 1, 2 * lists)
        assert found.lines == 1 + 3 * lists
    only = zip_of(tmp_path / "only.zip", {"a/UploadedFiles_0.zip": uploads})
    assert len(finished(incoming(only)).sets) == 1
    one = zip_of(tmp_path / "one.zip", {"1.fit": activity([Done(12, 20.0)])})
    assert len(finished(incoming(one)).sets) == 1


def test_a_table_beside_fit_files_is_what_is_meant(tmp_path: Path) -> None:
    table, fit = (DATA / "fitnotes-kg.csv").read_bytes(), activity([Done(12, 20.0)])
    path = zip_of(tmp_path / "x.zip", {"a.fit": fit, "a.csv": table})
    assert finished(incoming(path)).format_name == "FitNotes"
    two = zip_of(tmp_path / "y.zip", {"a.fit": fit, "a.csv": table, "b.csv": table})
    with pytest.raises(SeveralInsideError):
        finished(incoming(two))
