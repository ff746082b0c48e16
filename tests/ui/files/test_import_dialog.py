"""The import dialog: what it asks, what it shows, and how it is used with keys."""

import datetime
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.exchange.importing.fit_files import Done, activity
from tracker.app.logbook import Logbook
from tracker.domain.change import Change, Edit
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.plan import Plan
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.whole_log.parts import LogPart
from tracker.storage.database import Database
from tracker.ui.files.import_dialog import ImportDialog
from tracker.ui.window.main_window import MainWindow

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> ImportDialog:
    window.dialogs.import_file()
    (opened,) = window.findChildren(ImportDialog)
    qtbot.waitExposed(opened)
    return opened


def open_text(dialog: ImportDialog, folder: Path, text: str, qtbot: QtBot) -> None:
    path = folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    dialog.open_file(path)
    settle(dialog, qtbot)


def settle(dialog: ImportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.session.is_working)


def choose(box: QComboBox, index: int) -> None:
    """Choose as by keyboard."""
    box.setFocus()
    box.setCurrentIndex(index)
    box.activated.emit(index)


def sets_in(logbook: Logbook) -> int:
    database: Database = logbook.database
    return sum(len(database.sets_of(session.id)) for session in database.sessions())


def test_without_a_file_it_says_what_can_be_read(dialog: ImportDialog) -> None:
    assert dialog.file.text() == "No file chosen yet"
    assert "Strong, Hevy, FitNotes" in dialog.hint.text()
    assert not dialog.take_in.isEnabled()


def test_a_file_that_leaves_nothing_open_is_taken_in_by_enter(
    dialog: ImportDialog, window: MainWindow, qtbot: QtBot
) -> None:
    before = sets_in(window.logbook)
    dialog.open_file(DATA / "fitnotes-kg.csv")
    settle(dialog, qtbot)
    assert dialog.file.text() == "fitnotes-kg.csv, read as FitNotes: 11 lines"
    assert dialog.counts.text().startswith("7 sets, 2 new sessions, 5 Jan 2026 to 7 Jan 2026.")
    QTest.keyClick(dialog.take_in, Qt.Key.Key_Return)
    assert sets_in(window.logbook) == before + 7
    assert window.logbook.undo_label == "Import 7 sets from fitnotes-kg.csv"


def test_what_each_line_becomes_and_why_others_do_not_is_shown(
    dialog: ImportDialog, qtbot: QtBot
) -> None:
    dialog.open_file(DATA / "fitnotes-kg.csv")
    settle(dialog, qtbot)
    model = dialog.becomes
    row = [model.index(0, column).data() for column in range(5)]
    assert row == ["2", "5 Jan 2026", "Seated", "Left", "8 × 10"]
    assert dialog.tabs.tabText(1) == "Left out (1)"
    left = [dialog.left_out.index(0, column).data() for column in range(3)]
    assert left == ["11", "Standing Calf Raise Machine", "Repetitions are missing."]


def rows_of(dialog: ImportDialog) -> list[list[str]]:
    model = dialog.becomes
    return [
        [model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())
    ]


STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Distance,Moving Time,Distance\n"
    '1,"Jan 5, 2026, 11:30:00 AM",,Run,10.01,3127.0,10012.4\n'
    '2,"Jan 6, 2026, 9:54:42 AM",,Virtual Ride,32.85,3577.0,32851.9\n'
)


@pytest.mark.usefixtures("in_berlin")
def test_runs_are_shown_line_by_line(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    open_text(dialog, tmp_path, STRAVA, qtbot)
    assert rows_of(dialog) == [["2", "5 Jan 2026", "Run", "", "10.0 km, 52:07"]]
    assert dialog.tabs.tabText(1) == "Left out (1)"


def test_what_of_an_archive_is_meant_is_chosen_in_the_dialog(
    dialog: ImportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "two.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name in ("garmin-norwegian.csv", "lyfta.csv"):
            made.writestr(name, (DATA / "forms" / name).read_bytes())
    dialog.open_file(path)
    settle(dialog, qtbot)
    box = dialog.questions.inside
    assert box.isVisible()
    assert box.currentIndex() == -1
    assert [box.itemText(place) for place in range(box.count())] == [
        "garmin-norwegian.csv (Garmin Connect)",
        "lyfta.csv (Lyfta)",
    ]
    choose(box, 1)
    settle(dialog, qtbot)
    assert dialog.file.text() == "two.zip/lyfta.csv, read as Lyfta: 2 lines"
    assert box.currentText() == "lyfta.csv (Lyfta)"


def test_where_all_is_left_out_the_reasons_are_shown(
    dialog: ImportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    open_text(dialog, tmp_path, STRAVA.replace(",Run,", ",Ride,"), qtbot)
    assert dialog.counts.text() == "Nothing to take in. Columns not read: Activity Name."
    assert dialog.tabs.currentIndex() == 1
    assert dialog.left_out.rowCount() == 2


def test_a_file_that_cannot_be_read_is_told_in_the_dialog(
    dialog: ImportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    open_text(dialog, tmp_path, "\n", qtbot)
    assert dialog.message.text().endswith("file.csv is empty.")
    assert dialog.choose.text() == "Choose another…"
    assert not dialog.take_in.isEnabled()


def test_closing_gives_up_what_is_read(dialog: ImportDialog, window: MainWindow) -> None:
    before = sets_in(window.logbook)
    dialog.open_file(DATA / "fitnotes-kg.csv")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.session.is_working
    assert sets_in(window.logbook) == before


def test_a_file_dropped_on_the_window_is_read(window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(DATA / "fitnotes-kg.csv"))])
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, *none)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *none))
    (dialog,) = window.findChildren(ImportDialog)
    settle(dialog, qtbot)
    assert dialog.file.text().startswith("fitnotes-kg.csv")


def test_a_folder_dropped_on_the_window_gives_its_fit_files(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "watch"
    folder.mkdir()
    (folder / "a.fit").write_bytes(activity([Done(12, 20.0)]))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *none))
    (dialog,) = window.findChildren(ImportDialog)
    settle(dialog, qtbot)
    assert dialog.session.read is not None
    assert [each.told.reps for each in dialog.session.read.sets] == [12]


@pytest.mark.parametrize("urls", [[], ["https://example.org/a.csv"], ["file:///no/such/file"]])
def test_what_is_no_file_is_not_taken(window: MainWindow, urls: list[str]) -> None:
    data = QMimeData()
    data.setUrls([QUrl(each) for each in urls])
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, *none)
    entering.ignore()
    window.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_it_fits_the_smallest_window_and_shows_every_choice_whole(
    dialog: ImportDialog, qtbot: QtBot
) -> None:
    dialog.open_file(Path(__file__).parents[2] / "data" / "fitnotes-kg.csv")
    settle(dialog, qtbot)
    assert dialog.width() <= 900
    assert dialog.height() <= 600 - 32  # of the title bar
    table = dialog.names.table
    for row in range(table.rowCount()):
        for column in (2, 3):
            choice = table.cellWidget(row, column)
            assert choice.width() >= choice.sizeHint().width() or table.isRowHidden(row)


def test_a_recognised_file_can_still_be_read_by_chosen_columns(
    dialog: ImportDialog, qtbot: QtBot
) -> None:
    dialog.open_file(DATA / "fitnotes-kg.csv")
    settle(dialog, qtbot)
    QTest.keyClick(dialog.columns, Qt.Key.Key_Space)
    settle(dialog, qtbot)
    choices = dialog.questions.columns.choices
    assert [each.currentText() for each in choices][:6] == [
        *("Date", "Exercise", "–", "Load", "Unit of the load", "Repetitions")
    ]
    assert dialog.columns.isHidden()
    # Without the load they are sets with none.
    choose(choices[3], 0)
    QTest.keyClick(dialog.questions.columns.take, Qt.Key.Key_Space)
    settle(dialog, qtbot)
    assert "a table whose columns were chosen" in dialog.file.text()
    assert rows_of(dialog)[0] == ["2", "5 Jan 2026", "Seated", "Left", "8 × 0"]


def test_a_file_that_is_no_table_has_no_columns_to_choose(
    dialog: ImportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    open_text(dialog, tmp_path, '{"format": "soleus-log", "version": 1}', qtbot)
    assert dialog.columns.isHidden()


def test_of_a_friends_log_the_parts_are_chosen(
    dialog: ImportDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "friend.soleus"
    day = datetime.date(2026, 1, 5)
    session = Session(day)
    logged = LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
    theirs = Plan("Theirs", day, 4)
    Database.create_with(path, Change.adding(Runner("Friend"), session, logged, theirs))
    window.logbook.apply(Change.adding(Runner("Me"), Equipment("Mine")), "describe")
    before = sets_in(window.logbook)
    ticks = dialog.questions.parts.ticks
    assert not dialog.questions.parts.isVisible()
    dialog.open_file(path)
    settle(dialog, qtbot)
    assert dialog.questions.parts.isVisible()
    assert [part for part, tick in ticks.items() if not tick.isChecked()] == [LogPart.PROFILE]
    ticks[LogPart.TRAINING].click()
    settle(dialog, qtbot)
    assert not ticks[LogPart.TRAINING].isChecked()
    dialog.take_in.click()
    database = window.logbook.database
    assert theirs in database.plans()
    assert (database.runner().name, sets_in(window.logbook)) == ("Me", before)
    assert database.last_joined() is not None
    window.logbook.undo()
    assert theirs not in database.plans()


def test_what_was_deleted_in_one_log_is_counted(
    dialog: ImportDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "copy.soleus"
    database = window.logbook.database
    bar, step = Equipment("Bar 1"), Equipment("Step 1")
    window.logbook.apply(Change.adding(bar, step), "buy")
    Database.create_with(path, Change(tuple(Edit(None, each) for each in database.entries())))
    window.logbook.apply(Change.removing(step), "sell")
    copy = Database.open(path)
    copy.apply(Change.removing(bar))
    copy.close()
    dialog.open_file(path)
    settle(dialog, qtbot)
    assert dialog.counts.text().startswith("1 entry removed, as it was deleted there")
    assert "Deleted here, and left out: 1." in dialog.counts.text()
    dialog.take_in.click()
    assert bar not in database.equipment()
