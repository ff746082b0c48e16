"""What a file leaves open: asked while it is open, and no longer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from tests.app.test_import_session import OWN, RUNS, STRONG
from tests.exchange.importing.fit_files import Done, activity
from tracker.app.import_session import ImportSession
from tracker.app.logbook import Logbook
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, SetType
from tracker.exchange.importing.by_hand import COLUMN_MEANINGS
from tracker.exchange.importing.foreign_csv import Head
from tracker.exchange.importing.names import Meaning, Sides
from tracker.exchange.roles import Role
from tracker.ui.files.import_questions import ColumnChoice, OpenQuestions

Opened = Callable[[str], ImportSession]
OURS = "session_id,date,exercise,side,set_no,reps,external_kg\ns1,2026-01-05,seated,left,1,8,60\n"


class Asked:
    """The questions about one file."""

    def __init__(self, session: ImportSession, qtbot: QtBot, unit: Unit = Unit.KG) -> None:
        self.session, self._qtbot = session, qtbot
        self.questions = OpenQuestions(session, unit)
        session.changed.connect(self.questions.refresh)
        qtbot.addWidget(self.questions)
        self.questions.show()
        self.questions.refresh()

    @property
    def shown(self) -> set[str]:
        questions = self.questions
        fields = {
            "order": questions.order,
            "unit": questions.unit,
            "distance": questions.distance,
            "bodyweight": questions.bodyweight,
            "columns": questions.columns,
            "inside": questions.inside,
            "first_set": questions.first_set,
        }
        return {name for name, field in fields.items() if field.isVisible()}

    def choose(self, box: QComboBox, index: int) -> None:
        box.setCurrentIndex(index)
        box.activated.emit(index)
        self.settle()

    def type_weight(self, text: str) -> None:
        box = self.questions.bodyweight
        box.selectAll()
        QTest.keyClick(box, Qt.Key.Key_Backspace)
        QTest.keyClicks(box, text)
        box.editingFinished.emit()
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.session.is_working)


@pytest.fixture
def ask(open_import: Opened, qtbot: QtBot) -> Callable[[str], Asked]:
    return lambda text: Asked(open_import(text), qtbot)


Ask = Callable[[str], Asked]


def test_a_file_that_leaves_nothing_open_is_asked_nothing(ask: Ask) -> None:
    assert ask(OURS).shown == set()


def test_the_unit_is_asked_with_what_the_highest_load_would_be(ask: Ask) -> None:
    asked = ask(STRONG)
    unit = asked.questions.unit
    assert asked.shown == {"unit"}
    assert "The highest load is 45.0: in which unit?" in [
        label.text() for label in asked.questions.findChildren(QLabel)
    ]
    assert [unit.itemText(each) for each in range(2)] == ["Kilograms (99 lb)", "Pounds (20 kg)"]
    assert unit.currentIndex() == -1
    asked.choose(unit, 1)
    assert asked.shown == {"unit", "bodyweight"}  # standing sets, and nothing weighed
    assert unit.currentIndex() == 1


def test_a_bodyweight_typed_is_taken_and_may_be_taken_back(ask: Ask) -> None:
    asked = ask(STRONG)
    asked.choose(asked.questions.unit, 1)
    box = asked.questions.bodyweight
    assert (box.text(), box.placeholderText()) == ("", "not known")
    for typed, kg in (("70.5", 70.5), ("71,25", 71.25), (" 72 kg", 72.0), ("", None)):
        asked.type_weight(typed)
        assert asked.session.bodyweight_kg == kg
        assert box.isVisible()


def test_a_bodyweight_is_typed_in_the_runner_s_unit(open_import: Opened, qtbot: QtBot) -> None:
    asked = Asked(open_import(STRONG), qtbot, Unit.LB)
    asked.choose(asked.questions.unit, 1)
    labels = [label.text() for label in asked.questions.findChildren(QLabel)]
    assert "Bodyweight in lb" in labels
    asked.type_weight("155,5")
    # 155.5 lb are 70.53361... kg.
    assert asked.session.bodyweight_kg == pytest.approx(155.5 * 0.45359237)
    asked.questions.setFocus()
    asked.questions.bodyweight.clearFocus()
    asked.questions.refresh()
    assert asked.questions.bodyweight.text() == "155.5"


@pytest.mark.parametrize(
    ("typed", "words"),
    [("heavy", "Enter a number, not “heavy”."), ("7", "A bodyweight is 20 kg to 400 kg.")],
)
def test_what_is_no_bodyweight_is_said_beside_it(ask: Ask, typed: str, words: str) -> None:
    asked = ask(STRONG)
    asked.choose(asked.questions.unit, 1)
    asked.type_weight(typed)
    assert (asked.questions.complaint.text(), asked.session.bodyweight_kg) == (words, None)
    asked.questions.refresh()
    assert asked.questions.bodyweight.text() == typed
    asked.type_weight("70")
    assert (asked.questions.complaint.isHidden(), asked.session.bodyweight_kg) == (True, 70.0)


def test_a_bodyweight_that_was_not_changed_builds_nothing_anew(ask: Ask, qtbot: QtBot) -> None:
    asked = ask(STRONG)
    asked.choose(asked.questions.unit, 1)
    with qtbot.assertNotEmitted(asked.session.changed):
        asked.questions.bodyweight.editingFinished.emit()


def test_miles_are_asked(ask: Ask) -> None:
    asked = ask(RUNS)
    assert asked.shown == {"distance"}
    asked.choose(asked.questions.distance, 1)
    assert asked.session.is_miles
    assert asked.questions.distance.currentText() == "Miles"


def test_columns_are_chosen_above_the_first_rows_and_then_the_order_of_the_dates(
    ask: Ask,
) -> None:
    asked = ask(OWN)
    columns = asked.questions.columns
    assert asked.shown == {"columns"}
    for box, words in zip(
        columns.choices, ("Date", "Exercise", "Repetitions", "Load, kg"), strict=True
    ):
        box.setCurrentText(words)
    QTest.mouseClick(columns.take, Qt.MouseButton.LeftButton)
    asked.settle()
    assert "order" in asked.shown
    assert "Dates like 3/4/2026" in asked.questions._order_label.text()
    asked.choose(asked.questions.order, 1)
    assert asked.session.summary is not None
    assert str(asked.session.summary.first) == "2026-03-04"
    assert asked.questions.order.currentText() == "The month is first"


def test_columns_begin_with_what_their_headings_say_and_the_preview_follows_each(ask: Ask) -> None:
    sheet = (
        "Datum,Übung,Bein,Last (kg),Wdh,Tempo,?\n"
        "2026-03-02,Wadenheben sitzend,li,40,12,,x\n"
        "2026-03-02,Wadenheben sitzend,re,45,11,,y\n"
    )
    asked = ask(sheet)
    columns = asked.questions.columns
    assert [box.currentText() for box in columns.choices] == [
        *("Date", "Exercise", "Leg", "Load, kg", "Repetitions", "Tempo", "–")
    ]
    assert asked.session.summary is None  # nothing is read by it before a person says so
    QTest.mouseClick(columns.take, Qt.MouseButton.LeftButton)
    asked.settle()
    assert done(asked.session) == [("left", 12, 40.0), ("right", 11, 45.0)]
    columns.choices[3].setCurrentIndex(0)
    QTest.mouseClick(columns.take, Qt.MouseButton.LeftButton)
    asked.settle()
    assert done(asked.session) == [("left", 12, 0.0), ("right", 11, 0.0)]


def done(session: ImportSession) -> list[tuple[str, int, float]]:
    """Return leg, repetitions and load of the sets that the preview would add."""
    sets = (edit.entry for edit in session.change.edits if isinstance(edit.entry, LoggedSet))
    return [(each.side, each.reps, each.external_kg) for each in sets]


def test_a_column_can_mean_what_it_can_in_the_command(ask: Ask) -> None:
    (box, *_) = ask(OWN).questions.columns.choices
    offered = [box.itemData(row) for row in range(box.count())]
    assert sorted(offered[1:]) == sorted(COLUMN_MEANINGS.values())


def test_choices_of_columns_stay_while_it_is_the_same_file(qtbot: QtBot) -> None:
    columns = ColumnChoice()
    qtbot.addWidget(columns)
    head = Head(("Tag", "Wdh"), (("3.4.2026", "8"), ("4.4.2026",)))
    columns.show_head(head, {})
    columns.choices[1].setCurrentText("Repetitions")
    columns.show_head(Head(head.headings, head.rows), {})
    assert columns.columns() == {1: Role.REPS}
    assert columns.choices[0].accessibleName() == "Meaning of column Tag"
    columns.show_head(Head(("Date",), ()), {})
    assert columns.columns() == {}


def test_whether_the_first_sets_of_a_watch_were_warm_ups_is_asked(
    logbook: Logbook, tmp_path: Path, qtbot: QtBot
) -> None:
    session = ImportSession(logbook)
    path = tmp_path / "watch.fit"
    path.write_bytes(activity([Done(12, 20.0), Done(11, 20.0)]))
    asked = Asked(session, qtbot)
    session.open(path)
    asked.settle()
    assert asked.shown == set()  # nothing is taken in yet
    session.set_meaning("Seated calf raise", Meaning(Exercise.SEATED, Sides.LEFT))
    asked.settle()
    assert asked.shown == {"first_set"}
    assert asked.questions.first_set.currentText() == "A work set"
    asked.choose(asked.questions.first_set, 1)
    assert session.begins_warm
    types = [each.set_type for _, each in session.change.of(LoggedSet) if each is not None]
    assert types == [SetType.WARMUP, SetType.WORK]
