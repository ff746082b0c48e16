"""The names of exercises found in a file, each with what it is to become."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.app.test_import_session import STRONG
from tests.exchange.importing.fit_files import Done, activity
from tracker.app.import_session import ImportSession
from tracker.app.logbook import Logbook
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet
from tracker.exchange.importing.names import Meaning, Sides
from tracker.ui.files.import_names import Names

FITNOTES = (Path(__file__).parents[2] / "data" / "fitnotes-kg.csv").read_text("utf-8")
Opened = Callable[[str], ImportSession]
Make = Callable[[str], Names]


@pytest.fixture
def make(open_import: Opened, qtbot: QtBot) -> Make:
    def made(text: str) -> Names:
        session = open_import(text)
        names = Names(session)
        session.changed.connect(names.refresh)
        qtbot.addWidget(names)
        names.show()
        names.refresh()
        return names

    return made


def choice(names: Names, row: int, column: int) -> QComboBox:
    box = names.table.cellWidget(row, column)
    assert isinstance(box, QComboBox)
    return box


def choose(box: QComboBox, data: object) -> None:
    """Choose as by keyboard."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def first_column(names: Names) -> list[str]:
    items = [names.table.item(row, 0) for row in range(names.table.rowCount())]
    return [item.text() for item in items if item is not None]


def test_unclear_names_stand_first_and_are_marked_in_words(make: Make) -> None:
    names = make(STRONG)
    assert first_column(names) == [
        "⚠ Calf Press (a press, mostly with straight knees)",
        "Standing Calf Raise",
    ]
    assert choice(names, 0, 2).currentText() == "left out"
    assert choice(names, 1, 2).currentText() == "Standing"


def test_a_name_is_taken_in_and_left_out_again(make: Make, qtbot: QtBot) -> None:
    names = make(STRONG)
    session = names._session
    session.set_unit(Unit.KG)
    kind, sides = choice(names, 0, 2), choice(names, 0, 3)
    assert not sides.isEnabled()
    choose(kind, Exercise.STANDING)
    assert sides.isEnabled()
    choose(sides, Sides.EACH)
    qtbot.waitUntil(lambda: not session.is_working)
    assert session.mapping["Calf Press"] == Meaning(Exercise.STANDING, Sides.EACH)
    assert session.summary is not None
    assert session.summary.sets == 3
    choose(kind, None)
    qtbot.waitUntil(lambda: not session.is_working)
    assert not sides.isEnabled()
    assert session.mapping["Calf Press"] is None


def test_where_each_line_gives_its_leg_the_name_is_not_asked_for_one(
    make: Make, qtbot: QtBot
) -> None:
    names = make(
        "Date,Exercise,Leg,Reps,Weight (kg)\n"
        "2026-01-05,Standing calf raise,left,8,20\n"
        "2026-01-05,Calf press,right,8,20\n"
        "2026-01-05,Seated calf raise,left,8,20\n"
        "2026-01-05,Seated calf raise,,8,20\n"
    )
    session = names._session
    if session.head is not None:
        session.choose_columns(dict(session.head.proposed))
    qtbot.waitUntil(lambda: session.summary is not None and not session.is_working)
    assert session.summary is not None
    rows = {text: row for row, text in enumerate(first_column(names))}
    legs = choice(names, rows["Standing calf raise"], 3)
    assert (legs.isEnabled(), legs.count(), legs.currentText()) == (False, 1, "as each line says")
    assert choice(names, rows["Seated calf raise"], 3).isEnabled()  # a line of it has none
    (press,) = (row for text, row in rows.items() if "Calf press" in text)
    choose(choice(names, press, 2), Exercise.STANDING)
    qtbot.waitUntil(lambda: session.summary is not None and session.summary.sets == 4)
    assert not choice(names, press, 3).isEnabled()
    sets = [each.after for each in session.change.edits if isinstance(each.after, LoggedSet)]
    assert [each.side for each in sets if each.exercise is Exercise.STANDING] == [
        Side.LEFT,
        Side.RIGHT,
    ]


def test_other_exercises_are_folded_away(make: Make) -> None:
    names = make(FITNOTES)
    rows = range(names.table.rowCount())
    assert sum(names.table.isRowHidden(row) for row in rows) == 3
    assert names.others.text() == "Show 3 other exercises"
    names.others.click()
    assert not any(names.table.isRowHidden(row) for row in rows)


def test_one_other_exercise_is_not_exercises(make: Make) -> None:
    names = make(STRONG.replace("Calf Press", "Bench Press"))
    assert (names.others.text(), names.others.isVisible()) == ("Show 1 other exercise", True)


def test_where_the_file_speaks_in_our_terms_there_is_nothing_to_name(make: Make) -> None:
    ours = "session_id,date,exercise,side,set_no,reps,external_kg\ns1,2026-01-05,seated,left,1,8,60"
    assert make(ours).isHidden()


def test_another_file_has_its_own_names_and_is_folded_again(
    make: Make, open_import: Opened
) -> None:
    names = make(FITNOTES)
    names.others.click()
    open_import(STRONG)
    assert len(first_column(names)) == 2
    assert not names.others.isVisible()
    assert not names.others.isChecked()


def test_each_choice_says_what_it_is_about(make: Make) -> None:
    names = make(STRONG)
    assert choice(names, 1, 2).accessibleName() == "What Standing Calf Raise is"
    assert choice(names, 1, 3).accessibleName() == "Which legs did Standing Calf Raise"


def test_the_leg_that_a_watch_does_not_know_is_chosen_alone(
    logbook: Logbook, tmp_path: Path, qtbot: QtBot
) -> None:
    session = ImportSession(logbook)
    names = Names(session)
    session.changed.connect(names.refresh)
    qtbot.addWidget(names)
    path = tmp_path / "watch.fit"
    path.write_bytes(activity([Done(12, 20.0), Done(11, 20.0)]))
    session.open(path)
    qtbot.waitUntil(lambda: session.summary is not None)
    assert first_column(names) == ["⚠ Seated calf raise (which leg?)"]
    kind, sides = choice(names, 0, 2), choice(names, 0, 3)
    assert (kind.currentText(), sides.currentText()) == ("Seated", "")
    assert sides.isEnabled()
    assert session.summary is not None
    assert session.summary.sets == 0
    choose(kind, Exercise.STANDING)  # without a leg it stays out
    assert session.mapping["Seated calf raise"] is None
    choose(kind, Exercise.SEATED)
    choose(sides, Sides.ALTERNATING)
    qtbot.waitUntil(lambda: session.summary is not None)
    assert session.summary.sets == 2
    assert sides.currentText() == "left and right in turn"
