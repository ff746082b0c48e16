"""One door for changes: saved, remembered and told of, or none of the three."""

import datetime
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.domain.change import Change, Edit
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage.database import Database
from tracker.storage.stamp import FileState

STEP, BAR = Equipment("Step"), Equipment("Bar")


@pytest.fixture
def logbook() -> Logbook:
    return Logbook(Database.in_memory())


def forbid_writing(logbook: Logbook, *, forbidden: bool = True) -> None:
    """Make every write fail as in a read-only log, or let writes work again."""
    logbook.database._db.execute(f"PRAGMA query_only = {forbidden:d}")


def test_a_change_is_saved_before_it_is_told(logbook: Logbook, qtbot: QtBot) -> None:
    seen: list[list[Equipment]] = []
    logbook.changed.connect(lambda change: seen.append(logbook.database.equipment()))
    change = Change.adding(STEP)
    with qtbot.waitSignal(logbook.changed) as changed:
        logbook.apply(change, "add equipment")
    assert changed.args == [change]
    assert seen == [[STEP]]


def test_what_was_done_can_be_undone_by_name(logbook: Logbook) -> None:
    assert (logbook.undo_label, logbook.redo_label) == (None, None)
    logbook.apply(Change.adding(STEP), "add equipment")
    assert (logbook.undo_label, logbook.redo_label) == ("add equipment", None)
    logbook.undo()
    assert (logbook.undo_label, logbook.redo_label) == (None, "add equipment")


def test_a_change_of_what_the_newest_step_added_is_undone_with_it(
    logbook: Logbook, qtbot: QtBot
) -> None:
    better = replace(STEP, name="Better step")
    logbook.apply(Change.adding(STEP), "add equipment")
    change = Change.replacing(STEP, better)
    with qtbot.waitSignal(logbook.changed) as changed:
        logbook.amend(change, "rename")
    assert changed.args == [change]
    assert logbook.database.equipment() == [better]
    assert (logbook.undo_label, logbook.redo_label) == ("add equipment", None)
    logbook.undo()
    assert logbook.database.equipment() == []
    assert logbook.database.memory() == ()  # nothing was deleted by hand
    assert (logbook.undo_label, logbook.redo_label) == (None, "add equipment")
    logbook.redo()
    assert logbook.database.equipment() == [better]


def test_a_change_of_anything_else_is_a_step_of_its_own(logbook: Logbook) -> None:
    logbook.amend(Change.adding(STEP), "nothing was done yet")
    assert logbook.undo_label == "nothing was done yet"
    logbook.apply(Change.adding(BAR), "add equipment")
    logbook.amend(Change.replacing(STEP, replace(STEP, name="Better step")), "rename")
    assert logbook.undo_label == "rename"
    logbook.undo()
    assert logbook.undo_label == "add equipment"


def test_an_amendment_that_cannot_be_saved_leaves_the_step_as_it_was(logbook: Logbook) -> None:
    logbook.apply(Change.adding(STEP), "add equipment")
    forbid_writing(logbook)
    with pytest.raises(TrackerError):
        logbook.amend(Change.replacing(STEP, replace(STEP, name="Better step")), "rename")
    forbid_writing(logbook, forbidden=False)
    logbook.undo()
    assert logbook.database.equipment() == []


def test_an_empty_amendment_does_nothing(logbook: Logbook, qtbot: QtBot) -> None:
    logbook.apply(Change.adding(STEP), "add equipment")
    with qtbot.assertNotEmitted(logbook.changed):
        logbook.amend(Change(), "nothing")
    assert logbook.undo_label == "add equipment"


def test_undo_tells_of_the_inverse(logbook: Logbook, qtbot: QtBot) -> None:
    logbook.apply(Change.adding(STEP, BAR), "add equipment")
    with qtbot.waitSignal(logbook.changed) as changed:
        logbook.undo()
    assert changed.args == [replace(Change.removing(BAR, STEP), memory=())]
    assert logbook.database.equipment() == []


def test_redo_tells_of_the_change(logbook: Logbook, qtbot: QtBot) -> None:
    change = Change.adding(STEP)
    logbook.apply(change, "add equipment")
    logbook.undo()
    with qtbot.waitSignal(logbook.changed) as changed:
        logbook.redo()
    (told,) = changed.args
    assert told.of(Equipment) == change.of(Equipment)
    assert logbook.database.equipment() == [STEP]


def test_what_was_undone_or_redone_is_told_apart_from_what_was_done(logbook: Logbook) -> None:
    told: list[tuple[str, object]] = []
    logbook.undone.connect(lambda change: told.append(("undone", change.of(Equipment))))
    logbook.redone.connect(lambda change: told.append(("redone", change.of(Equipment))))
    logbook.apply(Change.adding(STEP), "add equipment")
    logbook.undo()
    logbook.redo()
    assert told == [("undone", [(STEP, None)]), ("redone", [(None, STEP)])]


def test_undo_and_redo_are_no_edits_of_their_own(logbook: Logbook) -> None:
    # Of two logs that are joined the newest edit wins: what was only taken back is none.
    database, key = logbook.database, (Equipment, STEP.id)
    made, renamed = (
        datetime.datetime(2026, 11, day, 18, 0, tzinfo=datetime.UTC) for day in (10, 20)
    )
    bar = replace(STEP, name="Bar")
    logbook.apply(Change((Edit(None, STEP, made),)), "import")
    logbook.apply(Change((Edit(STEP, bar, renamed),)), "import")
    logbook.apply(Change.removing(bar), "delete")
    logbook.undo()
    assert database.edit_times() == {key: renamed}
    logbook.undo()
    assert database.edit_times() == {key: made}
    logbook.redo()
    assert database.edit_times() == {key: renamed}
    logbook.redo()
    assert database.edit_times() == {}
    logbook.undo()
    assert database.edit_times() == {key: renamed}


def test_undo_gives_no_time_to_what_had_none(logbook: Logbook) -> None:
    logbook.apply(Change((Edit(None, STEP, None),)), "import")
    logbook.apply(Change.removing(STEP), "delete")
    logbook.undo()
    assert logbook.database.equipment() == [STEP]
    assert logbook.database.edit_times() == {}


def test_a_change_of_nothing_is_neither_told_nor_remembered(logbook: Logbook, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(logbook.changed):
        logbook.apply(Change.replacing(STEP, STEP), "rename")
    assert logbook.undo_label is None


def test_undo_and_redo_of_nothing_do_nothing(logbook: Logbook, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(logbook.changed):
        logbook.undo()
        logbook.redo()


def test_a_change_that_fails_is_neither_told_nor_remembered(logbook: Logbook, qtbot: QtBot) -> None:
    forbid_writing(logbook)
    with qtbot.assertNotEmitted(logbook.changed), pytest.raises(TrackerError):
        logbook.apply(Change.adding(STEP), "add equipment")
    assert logbook.undo_label is None


def test_an_undo_that_fails_can_be_tried_again(logbook: Logbook, qtbot: QtBot) -> None:
    logbook.apply(Change.adding(STEP), "add equipment")
    forbid_writing(logbook)
    with qtbot.assertNotEmitted(logbook.changed), pytest.raises(TrackerError):
        logbook.undo()
    assert logbook.undo_label == "add equipment"
    forbid_writing(logbook, forbidden=False)
    logbook.undo()
    assert logbook.database.equipment() == []


def test_a_redo_that_fails_can_be_tried_again(logbook: Logbook, qtbot: QtBot) -> None:
    logbook.apply(Change.adding(STEP), "add equipment")
    logbook.undo()
    forbid_writing(logbook)
    with qtbot.assertNotEmitted(logbook.changed), pytest.raises(TrackerError):
        logbook.redo()
    assert logbook.redo_label == "add equipment"
    forbid_writing(logbook, forbidden=False)
    logbook.redo()
    assert logbook.database.equipment() == [STEP]


def test_undo_of_a_deleted_set_restores_its_place(logbook: Logbook) -> None:
    session = Session(datetime.date(2026, 11, 24))
    first, second = sets = [
        LoggedSet(session.id, Exercise.SEATED, Side.LEFT, number, 8, 60.0, number)
        for number in (1, 2)
    ]
    logbook.apply(Change.adding(session, *sets), "log")
    removal = Change((Edit(first, None), Edit(second, replace(second, set_no=1))))
    logbook.apply(removal, "delete set")
    logbook.undo()
    assert logbook.database.sets_of(session.id) == sets


# Two windows


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[tuple[Logbook, Logbook]]:
    path = tmp_path / "log.soleus"
    Database.create(path).close()
    ours, theirs = Logbook(Database.open(path)), Logbook(Database.open(path))
    yield ours, theirs
    ours.database.close()
    theirs.database.close()


def test_a_change_elsewhere_is_told_when_asked(
    windows: tuple[Logbook, Logbook], qtbot: QtBot
) -> None:
    ours, theirs = windows
    theirs.apply(Change.adding(STEP), "add equipment")
    with qtbot.waitSignal(ours.reloaded):
        ours.catch_up()
    with qtbot.assertNotEmitted(ours.reloaded):
        ours.catch_up()


def test_a_change_elsewhere_is_told_before_one_is_made_here(
    windows: tuple[Logbook, Logbook],
) -> None:
    ours, theirs = windows
    told: list[str] = []
    ours.reloaded.connect(lambda: told.append("reloaded"))
    ours.changed.connect(lambda _: told.append("changed"))
    theirs.apply(Change.adding(STEP), "add equipment")
    ours.apply(Change.adding(BAR), "add equipment")
    assert told == ["reloaded", "changed"]
    assert ours.database.equipment() == [BAR, STEP]


def test_undo_leaves_what_the_other_window_did(windows: tuple[Logbook, Logbook]) -> None:
    ours, theirs = windows
    ours.apply(Change.adding(STEP), "add equipment")
    renamed = replace(STEP, name="Stair")
    theirs.apply(Change.replacing(STEP, renamed), "rename")
    with pytest.raises(TrackerError, match="changed in another window meanwhile"):
        ours.undo()
    assert ours.database.equipment() == [renamed]
    assert ours.undo_label == "add equipment"
    theirs.undo()
    ours.undo()
    assert ours.database.equipment() == []


# Another copy in the log's place


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat every file as complete as soon as it is looked at."""
    monkeypatch.setattr("tracker.storage.quietness.QUIET_S", 0.0)


def put_older_copy(logbook: Logbook, copy: bytes) -> None:
    path = logbook.database.path
    assert path is not None
    path.write_bytes(copy)


@pytest.mark.usefixtures("at_once")
def test_a_log_that_parts_from_what_another_program_wrote_is_told_of_once(
    windows: tuple[Logbook, Logbook], qtbot: QtBot
) -> None:
    ours, _ = windows
    path = ours.database.path
    assert path is not None
    ours.apply(Change.adding(STEP), "add equipment")
    assert not ours.part_from_damage()
    path.write_bytes(path.read_bytes()[:9000])
    with qtbot.waitSignals([ours.reloaded, ours.parted], order="strict"):
        ours.apply(Change.adding(BAR), "add equipment")
        assert ours.catch_up()
    with qtbot.assertNotEmitted(ours.parted):
        assert not ours.catch_up()
    assert ours.database.equipment() == [BAR, STEP]
    path.write_bytes(path.read_bytes()[:9000])
    with qtbot.waitSignal(ours.parted):
        assert ours.part_from_damage()


def test_where_ours_is_kept_when_an_unusable_log_took_its_place_is_told_once(
    windows: tuple[Logbook, Logbook],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tracker.storage.quietness.STUCK_S", 0.0)
    ours, _ = windows
    path = ours.database.path
    assert path is not None
    copy = Path(shutil.copy(path, tmp_path / "copy.soleus"))
    with closing(sqlite3.connect(copy)) as theirs, theirs:
        theirs.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('soleus', 'a later step', '')"
        )
    ours.apply(Change.adding(STEP), "add equipment")
    copy.replace(path)
    with qtbot.waitSignal(ours.kept_aside) as told:
        ours.catch_up()
    (kept,) = told.args
    with closing(Database.open(kept)) as aside:
        assert aside.equipment() == [STEP]
    with qtbot.assertNotEmitted(ours.kept_aside):
        ours.catch_up()


@pytest.mark.usefixtures("at_once")
def test_a_large_log_is_compared_apart_and_then_parts_from_what_was_written_into_it(
    windows: tuple[Logbook, Logbook], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.storage.kept_image.LARGE", 0)
    ours, _ = windows
    path = ours.database.path
    assert path is not None
    ours.apply(Change.adding(STEP), "add equipment")
    assert not ours.catch_up()
    assert not ours.catch_up()  # it is being compared
    qtbot.waitUntil(lambda: ours._comparing is None)
    assert ours.database.comparing() is None
    ours.apply(Change.adding(BAR), "add equipment")
    held = path.read_bytes()
    # In the moment of the commit, of which the disk tells nothing.
    path.write_bytes(held[:-8192] + bytes(8192))
    ours.database._place = FileState.of(path)
    with qtbot.waitSignal(ours.parted):
        ours.catch_up()
    assert path.read_bytes() == held
    assert ours.database.equipment() == [BAR, STEP]


@pytest.mark.usefixtures("at_once")
def test_what_was_saved_here_is_put_back_into_a_copy_that_lacks_it(
    windows: tuple[Logbook, Logbook], qtbot: QtBot
) -> None:
    ours, _ = windows
    path = ours.database.path
    assert path is not None
    older = path.read_bytes()
    ours.apply(Change.adding(STEP), "add equipment")
    put_older_copy(ours, older)
    seen: list[list[Equipment]] = []
    ours.reloaded.connect(lambda: seen.append(ours.database.equipment()))
    with qtbot.waitSignal(ours.put_back) as told:
        assert ours.catch_up()
    assert told.args is not None
    assert told.args[0].of(Equipment) == [(None, STEP)]
    assert seen == [[STEP]]  # nobody looked while it was missing
    with qtbot.assertNotEmitted(ours.put_back):
        assert not ours.catch_up()
    assert ours.undo_label == "Put back what was saved here"
    ours.undo()
    assert ours.database.equipment() == []


@pytest.mark.usefixtures("at_once")
def test_a_newer_edit_in_the_copy_stays(windows: tuple[Logbook, Logbook], qtbot: QtBot) -> None:
    ours, _ = windows
    path = ours.database.path
    assert path is not None
    ours.apply(Change.adding(STEP), "add equipment")
    aside = path.with_name("theirs.soleus")
    aside.write_bytes(path.read_bytes())
    ours.apply(Change.adding(BAR), "add equipment")
    better = replace(STEP, name="Better step")
    with closing(Database.open(aside)) as theirs:
        theirs.apply(Change.replacing(STEP, better))
    put_older_copy(ours, aside.read_bytes())
    ours.catch_up()
    assert ours.database.equipment() == [BAR, better]


@pytest.mark.usefixtures("at_once")
def test_a_copy_that_has_it_all_is_only_shown(
    windows: tuple[Logbook, Logbook], qtbot: QtBot
) -> None:
    ours, _ = windows
    path = ours.database.path
    assert path is not None
    older = path.read_bytes()
    ours.apply(Change.adding(STEP), "add equipment")
    ours.apply(Change.removing(STEP), "remove equipment")
    put_older_copy(ours, older)
    with qtbot.assertNotEmitted(ours.put_back), qtbot.waitSignal(ours.reloaded):
        ours.catch_up()
    assert ours.undo_label == "remove equipment"


def test_where_nothing_lacks_after_all_nothing_is_put_back(
    windows: tuple[Logbook, Logbook], qtbot: QtBot
) -> None:
    ours, _ = windows
    ours.apply(Change.adding(STEP), "add equipment")
    ours.database.lacks_saved = True
    with qtbot.assertNotEmitted(ours.put_back), qtbot.waitSignal(ours.reloaded):
        ours.catch_up()
    assert not ours.database.lacks_saved
    assert ours.undo_label == "add equipment"


@pytest.mark.usefixtures("at_once")
def test_what_cannot_be_put_back_just_now_is_put_back_later(
    windows: tuple[Logbook, Logbook], qtbot: QtBot
) -> None:
    ours, _ = windows
    path = ours.database.path
    assert path is not None
    older = path.read_bytes()
    ours.apply(Change.adding(STEP), "add equipment")
    put_older_copy(ours, older)
    assert ours.database.catch_up()
    forbid_writing(ours)
    with qtbot.assertNotEmitted(ours.reloaded):
        ours.catch_up()
    forbid_writing(ours, forbidden=False)
    ours.catch_up()
    assert ours.database.equipment() == [STEP]


def test_what_was_done_out_of_sight_is_told_and_so_is_undo_and_redo(logbook: Logbook) -> None:
    told: list[tuple[str, bool]] = []
    logbook.told.connect(lambda words, is_taken_back: told.append((words, is_taken_back)))
    logbook.apply(Change.adding(Equipment("Step")), "Add step", "Step added.")
    logbook.apply(Change(), "nothing", "Nothing done.")
    logbook.apply(Change.adding(Equipment("Bar")), "Add bar")
    logbook.undo()
    logbook.redo()
    assert told == [
        ("Step added.", False),
        ("", False),
        ("Undone: Add bar.", True),
        ("Done again: Add bar.", False),
    ]
