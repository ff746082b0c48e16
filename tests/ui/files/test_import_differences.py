"""What the log has otherwise than a file, in the import dialog: shown, and taken by a tick."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.exchange.logs import imported
from tests.ui.files.test_import_dialog import settle
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import DETAILS, LoggedSet, SetType, Tempo
from tracker.exchange.importing.differences import FileDifference
from tracker.ui.files.import_dialog import DIFFERS, ImportDialog
from tracker.ui.files.import_differences import HERE, TAKE, THERE, DifferencesModel
from tracker.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("english", "in_berlin")
HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,Notes,RPE\n"
SETS = (
    "2026-03-02 18:00:00,A,Seated Calf Raise,1,40,12,0,0,,8\n",
    "2026-03-02 18:00:00,A,Seated Calf Raise,2,40,10,0,0,,8\n",
    "2026-03-02 18:00:00,A,Seated Calf Raise,3,40,8,0,0,,8\n",
)
CORRECTED = (
    SETS[0].replace(",,8", ",slow,8"),
    SETS[1].replace(",40,", ",60,"),
)


@pytest.fixture
def dialog(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> ImportDialog:
    """The dialog with a file that was imported before and has been corrected in its app since."""
    imported(window.logbook.database, (HEADER + "".join(SETS)).encode())
    path = tmp_path / "strong.csv"
    path.write_text(HEADER + "".join(CORRECTED), encoding="utf-8")
    window.dialogs.import_file()
    (opened,) = window.findChildren(ImportDialog)
    qtbot.waitExposed(opened)
    opened.open_file(path)
    settle(opened, qtbot)
    return opened


def rows(dialog: ImportDialog) -> list[list[str]]:
    model = dialog.differences.model
    return [
        [model.index(row, column).data() for column in range(TAKE + 1, THERE + 1)]
        for row in range(model.rowCount())
    ]


def held(window: MainWindow) -> list[tuple[int, float, str]]:
    database = window.logbook.database
    (session,) = [each for each in database.sessions() if str(each.date) == "2026-03-02"]
    return [(each.reps, each.external_kg, each.note) for each in database.sets_of(session.id)]


def tick(dialog: ImportDialog, row: int, qtbot: QtBot) -> None:
    """Tick a row by keyboard."""
    table = dialog.differences.table
    table.setFocus()
    table.setCurrentIndex(dialog.differences.model.index(row, TAKE))
    QTest.keyClick(table, Qt.Key.Key_Space)
    settle(dialog, qtbot)


def test_what_differs_is_listed_and_stays_as_it_is(
    dialog: ImportDialog, window: MainWindow, qtmodeltester: ModelTester
) -> None:
    assert rows(dialog) == [
        ["2", "2 Mar 2026", "Seated, Both", "12 × 40 r2, no note", "12 × 40 r2, slow"],
        ["3", "2 Mar 2026", "Seated, Both", "10 × 40 r2", "10 × 60 r2"],
        ["", "2 Mar 2026", "Seated, Both", "8 × 40 r2", "no longer there"],
    ]
    assert dialog.tabs.currentIndex() == DIFFERS
    assert dialog.tabs.tabText(DIFFERS) == "Differs (3)"
    assert dialog.counts.text().startswith(
        "Nothing new. 3 entries differ here, and stay as they are."
    )
    assert not dialog.take_in.isEnabled()
    qtmodeltester.check(dialog.differences.model)  # type: ignore[no-untyped-call]


def test_no_detail_of_a_set_differs_unseen() -> None:
    other: dict[str, Any] = {
        "set_type": SetType.WARMUP,
        "rir": 1.5,
        "tempo": Tempo(3, 0, 3, 0),
        "rest_s": 90.0,
        "pain_during": 2,
        "note": "slow",
    }
    own = LoggedSet("s", Exercise.SEATED, Side.LEFT, 1, 8, 60.0, id="own")
    # A number for what came to be noted since: it is seen before there are words for it.
    differing = [replace(own, **{name: other.get(name, 7)}) for name in DETAILS]
    model = DifferencesModel(Unit.KG)
    model.show([FileDifference(own, told, 2) for told in differing], {})
    seen = [
        tuple(model.index(row, column).data() for column in (HERE, THERE))
        for row in range(model.rowCount())
    ]
    told_by_name = dict(zip(DETAILS, seen, strict=True))
    assert told_by_name["tempo"] == ("8 × 60, tempo not noted", "8 × 60, tempo 3-0-3-0")
    assert told_by_name["rest_s"] == ("8 × 60, rest not noted", "8 × 60, rest 1:30")
    assert told_by_name["pain_during"] == ("8 × 60, pain not noted", "8 × 60, pain 2")
    assert all(here != there for here, there in seen)


def test_one_tick_takes_the_files(dialog: ImportDialog, window: MainWindow, qtbot: QtBot) -> None:
    tick(dialog, 1, qtbot)
    assert dialog.take_in.isEnabled()
    assert dialog.differences.table.hasFocus()
    assert dialog.differences.table.currentIndex().row() == 1
    assert dialog.differences.all.checkState() is Qt.CheckState.PartiallyChecked
    assert dialog.becomes.rowCount() == 0
    dialog.import_file()
    assert held(window) == [(12, 40.0, ""), (10, 60.0, ""), (8, 40.0, "")]
    window.logbook.undo()
    assert held(window) == [(12, 40.0, ""), (10, 40.0, ""), (8, 40.0, "")]


def test_a_tick_can_be_taken_back(dialog: ImportDialog, qtbot: QtBot) -> None:
    tick(dialog, 0, qtbot)
    tick(dialog, 0, qtbot)
    assert dialog.session.taken == frozenset()
    assert not dialog.take_in.isEnabled()


def test_one_tick_takes_all(dialog: ImportDialog, window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.differences.all, Qt.Key.Key_Space)
    settle(dialog, qtbot)
    assert dialog.differences.all.checkState() is Qt.CheckState.Checked
    assert "stay" not in dialog.counts.text()
    dialog.import_file()
    assert held(window) == [(12, 40.0, "slow"), (10, 60.0, "")]


def test_all_is_taken_back_by_the_same_tick(dialog: ImportDialog, qtbot: QtBot) -> None:
    for state in (Qt.CheckState.Checked, Qt.CheckState.Unchecked):
        QTest.keyClick(dialog.differences.all, Qt.Key.Key_Space)
        settle(dialog, qtbot)
        assert dialog.differences.all.checkState() is state


def test_only_the_tick_can_be_changed(dialog: ImportDialog) -> None:
    model: DifferencesModel = dialog.differences.model
    assert not model.setData(model.index(0, HERE), Qt.CheckState.Checked.value)
    assert not model.flags(model.index(0, HERE)) & Qt.ItemFlag.ItemIsUserCheckable
