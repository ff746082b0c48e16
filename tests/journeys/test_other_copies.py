"""One log on two machines: copies that other programs leave beside it, or put in its place."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Desk
from tests.journeys.test_two_windows import shown, type_into
from tracker import DamagedLogError
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage.database import Database
from tracker.ui.files.damage_dialog import DamageDialog
from tracker.ui.files.import_dialog import ImportDialog
from tracker.ui.widgets.line_card import LineCard
from tracker.ui.window.main_window import MainWindow


def change(log: Path, *changes: Change) -> None:
    with closing(Database.open(log)) as database:
        for each in changes:
            database.apply(each)


def held_by(log: Path) -> set[tuple[int, float]]:
    with closing(sqlite3.connect(log)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return set(connection.execute("SELECT reps, external_kg FROM sets").fetchall())


def of_the_other_machine(desk: Desk, numbers: list[int]) -> Change:
    session = Session(desk.now.date())
    sets = (LoggedSet(session.id, Exercise.SEATED, Side.LEFT, no, 100 + no, 1.0) for no in numbers)
    return Change.adding(session, *sets)


def line(card: LineCard | None) -> LineCard:
    assert card is not None
    assert card.isVisible()
    return card


def look(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.copies.found):
        window.copies.look()


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat every file as complete as soon as it is looked at."""
    monkeypatch.setattr("tracker.storage.quietness.QUIET_S", 0.0)


# In the log's place


@pytest.mark.parametrize("seed", range(6))
def test_a_copy_written_into_the_open_log_costs_nobody_a_set(
    desk: Desk, qtbot: QtBot, seed: int
) -> None:
    chance = random.Random(seed)
    window = desk.start()
    type_into(window, "8x60")
    copy = Path(shutil.copy(desk.log, desk.log.with_name("copy")))
    changes = chance.randint(1, 4)
    for number in range(changes):
        type_into(window, f"{9 + number}x6{number}", row=1 + number)
    # As many changes as here: SQLite cannot tell the two files apart.
    for number in range(changes):
        change(copy, of_the_other_machine(desk, [number + 1]))
    mine, theirs = held_by(desk.log), held_by(copy)
    with desk.log.open("r+b") as file:
        file.write(copy.read_bytes())
        file.truncate()
    if seed % 2:  # else it is typed before anybody looked
        window.logbook.catch_up()
    type_into(window, "30x62", row=1 + changes)
    assert held_by(desk.log) == mine | theirs | {(30, 62.0)}
    assert not window.findChildren(QMessageBox)


def test_what_was_saved_before_is_told_to_be_back(desk: Desk, qtbot: QtBot) -> None:
    window = desk.start()
    older = desk.log.read_bytes()
    type_into(window, "8x60")
    desk.log.write_bytes(older)
    window.logbook.catch_up()
    assert shown(window)[0] == "8 × 60"
    card = line(window.other_copies.put_back)
    assert "The 1 set it lacked is back." in card.words.text()
    (ok,) = card.buttons
    ok.click()
    assert not window.other_copies.isVisible()
    assert held_by(desk.log) == {(8, 60.0)}
    window.undo()
    assert held_by(desk.log) == set()


def test_what_is_being_typed_outlives_a_copy_that_does_not_know_its_session(
    desk: Desk, qtbot: QtBot
) -> None:
    window = desk.start()
    older = desk.log.read_bytes()
    type_into(window, "8x60")
    note = window.log_page.note
    note.setFocus()
    QTest.keyClicks(note, "calf a bit stiff")
    new = desk.log.with_name("new")
    new.write_bytes(older)
    new.replace(desk.log)
    window.logbook.catch_up()
    assert note.text() == "calf a bit stiff"
    desk.close()
    with closing(Database.open(desk.log)) as database:
        assert [each.note for each in database.sessions()] == ["calf a bit stiff"]
    assert held_by(desk.log) == {(8, 60.0)}


def test_a_torn_reading_is_no_damage_where_another_copy_is_whole(desk: Desk, qtbot: QtBot) -> None:
    window = desk.start()
    copy = Path(shutil.copy(desk.log, desk.log.with_name("copy")))
    type_into(window, "8x60")
    change(copy, of_the_other_machine(desk, [1]))
    desk.log.write_bytes(copy.read_bytes())
    with qtbot.assertNotEmitted(window.damage_found):
        window.faults.tell(DamagedLogError("torn", desk.log))
    assert held_by(desk.log) == {(8, 60.0), (101, 1.0)}
    with qtbot.waitSignal(window.damage_found):
        window.faults.tell(DamagedLogError("damaged", desk.log))
    (dialog,) = window.findChildren(DamageDialog)
    dialog.close()


def test_a_copy_that_breaks_off_costs_no_set_and_is_offered_when_it_is_whole(
    desk: Desk, qtbot: QtBot
) -> None:
    window = desk.start()
    type_into(window, "8x60")
    copy = Path(shutil.copy(desk.log, desk.log.with_name("copy")))
    type_into(window, "9x60", row=1)
    change(
        copy,
        *(
            of_the_other_machine(desk, list(range(100 * day, 100 * day + 99)))
            for day in range(1, 9)
        ),
    )
    whole = copy.read_bytes()
    with desk.log.open("r+b") as theirs:
        theirs.write(whole[: len(whole) // 2])
        theirs.flush()
        with qtbot.assertNotEmitted(window.damage_found):
            window.faults.tell(DamagedLogError("torn", desk.log))  # by whoever read it first
        type_into(window, "10x60", row=2)
        assert held_by(desk.log) == {(8, 60.0), (9, 60.0), (10, 60.0)}
        assert "goes on in a new file" in line(window.other_copies.put_back).words.text()
        theirs.write(whole[len(whole) // 2 :])
    assert not window.findChildren(QMessageBox)
    look(window, qtbot)
    card = line(window.other_copies.beside)
    assert card.words.text() == "A copy of this log has 8 sessions that this one lacks."
    card.buttons[0].click()
    (dialog,) = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: dialog.session.summary is not None)
    with qtbot.waitSignal(window.copies.found) as found:
        dialog.take_in.click()
    assert found.args == [None]
    assert len(held_by(desk.log)) == 3 + 8 * 99
    (kept,) = (desk.log.parent / "training backups").glob("training other copy*")
    assert kept.read_bytes() == whole
    window.copies._quiet.stop()
    window.logbook.reloaded.emit()
    assert window.copies._quiet.isActive()  # what another program did may have left a copy


# Beside the log


def test_a_conflict_copy_is_taken_in_and_kept_with_the_backups(desk: Desk, qtbot: QtBot) -> None:
    window = desk.start()
    type_into(window, "8x60")
    copy = desk.log.with_name("training.sync-conflict-20261125-183012-K3J6QWE.soleus")
    shutil.copy(desk.log, copy)
    change(copy, *(of_the_other_machine(desk, [number]) for number in (1, 2, 3)))
    held = copy.read_bytes()
    look(window, qtbot)
    card = line(window.other_copies.beside)
    assert card.words.text() == "A copy of this log has 3 sessions that this one lacks."
    assert card.words.toolTip() == copy.name
    card.buttons[0].click()
    (dialog,) = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: dialog.session.summary is not None)
    assert held_by(desk.log) == {(8, 60.0)}  # nothing comes in unasked
    with qtbot.waitSignal(window.copies.found) as found:
        dialog.take_in.click()
    assert found.args == [None]
    assert not window.other_copies.isVisible()
    assert held_by(desk.log) == {(8, 60.0), (101, 1.0), (102, 1.0), (103, 1.0)}
    assert not copy.exists()
    assert (desk.log.parent / "training backups" / copy.name).read_bytes() == held
    window.undo()
    assert held_by(desk.log) == {(8, 60.0)}


def test_a_conflict_copy_that_is_not_wanted_now_is_told_of_no_more(
    desk: Desk, qtbot: QtBot
) -> None:
    window = desk.start()
    type_into(window, "8x60")
    copy = desk.log.with_name("training (Anna's conflicted copy 2026-11-25).soleus")
    shutil.copy(desk.log, copy)
    change(copy, of_the_other_machine(desk, [1]))
    look(window, qtbot)
    buttons: list[QPushButton] = line(window.other_copies.beside).buttons
    with qtbot.waitSignal(window.copies.found):
        buttons[1].click()
    assert not window.other_copies.isVisible()
    look(window, qtbot)
    assert not window.other_copies.isVisible()
    assert copy.exists()


def test_another_file_imported_instead_leaves_the_copy_where_it_is(
    desk: Desk, qtbot: QtBot
) -> None:
    window = desk.start()
    type_into(window, "8x60")
    copy = desk.log.with_name("training 2.soleus")
    other = desk.log.with_name("other.soleus")
    for path in (copy, other):
        shutil.copy(desk.log, path)
        change(path, of_the_other_machine(desk, [1]))
    look(window, qtbot)
    line(window.other_copies.beside).buttons[0].click()
    (dialog,) = window.findChildren(ImportDialog)
    dialog.open_file(other)
    qtbot.waitUntil(lambda: dialog.session.summary is not None)
    dialog.take_in.click()
    assert held_by(desk.log) == {(8, 60.0), (101, 1.0)}
    assert copy.exists()
    assert other.exists()


def test_a_copy_comes_with_the_window_to_the_front(desk: Desk, qtbot: QtBot) -> None:
    window = desk.start()
    # The start is over before anything is read.
    qtbot.waitUntil(window.copies._quiet.isActive)
    window.copies.stop()
    QTest.qWait(0)
    window.copies._quiet.setInterval(1)
    shutil.copy(desk.log, desk.log.with_name("training 2.soleus"))
    with qtbot.waitSignal(window.copies.found):
        window.showMinimized()
        window.showNormal()
        window.activateWindow()
