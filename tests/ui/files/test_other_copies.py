"""The lines about other copies: when they stand there, and each way they go."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.app.conflict_copies import ConflictCopies
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.storage.conflict_copies import ConflictCopy
from tracker.storage.stamp import FileState
from tracker.ui.files.import_dialog import ImportDialog
from tracker.ui.files.other_copies import OtherCopies
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.line_card import LineCard
from tracker.ui.window.main_window import MainWindow

COPY = ConflictCopy(Path("training 2.soleus"), FileState((), (0, 0), 0), 3, 9, 0, 0)


@pytest.fixture
def copies(logbook: Logbook, settings: Settings) -> ConflictCopies:
    return ConflictCopies(logbook, settings, logbook)


@pytest.fixture
def opened() -> list[Path]:
    return []


@pytest.fixture
def place(
    logbook: Logbook,
    settings: Settings,
    copies: ConflictCopies,
    faults: Faults,
    opened: list[Path],
    qtbot: QtBot,
) -> OtherCopies:
    def open_import(path: Path) -> ImportDialog:
        opened.append(path)
        return ImportDialog(logbook, settings, faults, parent)

    parent = QWidget()
    qtbot.addWidget(parent)
    place = OtherCopies(copies, open_import, faults, parent)
    parent.show()
    return place


def words(card: LineCard | None) -> str:
    assert card is not None
    return card.words.text() if card.isVisible() else ""


def test_that_the_log_parted_from_its_file_is_told_until_it_is_read(place: OtherCopies) -> None:
    place.tell_parted()
    assert words(place.put_back).startswith("Another program wrote into the file of this log.")
    assert place.put_back is not None
    (ok,) = place.put_back.buttons
    ok.click()
    assert not place.isVisible()


def test_where_what_was_saved_is_kept_is_told_when_an_unusable_file_took_the_log_s_place(
    window: MainWindow, logbook: Logbook
) -> None:
    logbook.kept_aside.emit(Path("log backups", "log other copy.soleus"))
    assert words(window.other_copies.put_back).endswith("as “log other copy.soleus”.")
    assert window.other_copies.isVisible()


def test_nothing_is_made_before_there_is_something_to_tell(
    place: OtherCopies, copies: ConflictCopies
) -> None:
    copies.found.emit(None)
    assert not place.isVisible()
    assert (place.put_back, place.beside) == (None, None)


def test_a_copy_beside_the_log_stands_there_until_there_is_none(
    place: OtherCopies, copies: ConflictCopies
) -> None:
    copies.found.emit(COPY)
    assert words(place.beside) == "A copy of this log has 3 sessions that this one lacks."
    copies.found.emit(None)
    assert not place.isVisible()
    copies.found.emit(COPY)
    assert place.isVisible()


def test_it_is_shown_in_the_import(
    place: OtherCopies, copies: ConflictCopies, opened: list[Path]
) -> None:
    copies.found.emit(COPY)
    assert place.beside is not None
    place.beside.buttons[0].click()
    assert opened == [COPY.path]


def test_both_lines_may_stand_there_and_each_goes_by_itself(
    place: OtherCopies, copies: ConflictCopies, qtbot: QtBot
) -> None:
    copies.found.emit(COPY)
    for _ in range(2):
        place.tell_put_back(Change.adding(Equipment("Step")))
        assert words(place.put_back).endswith("What you had saved is back in it.")
        assert place.put_back is not None
        with qtbot.waitSignal(place.closed):
            place.put_back.buttons[0].click()
        assert words(place.put_back) == ""
        assert words(place.beside)
    assert place.beside is not None
    with qtbot.waitSignal(place.closed):
        place.beside.buttons[1].click()
    assert not place.isVisible()
