"""What dialogs that list entries do alike: add, change and remove, each as a step."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise
from tracker.domain.goal import Goal, GoalKind
from tracker.ui.checkups.listed_dialog import ListedDialog, ListedWords
from tracker.ui.widgets.faults import Faults

pytestmark = pytest.mark.usefixtures("english")

WORDS = ListedWords("Aims", "Add aim", "Change aim", "Remove aim", "A line each.")


class AimsDialog(ListedDialog[Goal]):
    """The smallest dialog that lists entries: goals of repetitions."""

    def __init__(self, logbook: Logbook, faults: Faults) -> None:
        super().__init__(logbook, faults, WORDS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.reps = QLineEdit(self)
        self._lay_out([("Repetitions", self.reps)])
        logbook.changed.connect(self.refresh)
        self.refresh()

    def _read(self) -> Sequence[Goal]:
        return self._logbook.database.goals()

    def _text(self, entry: Goal) -> str:
        return f"{entry.target:g}"

    def _fill(self, entry: Goal) -> None:
        self.reps.setText(f"{entry.target:g}")

    def _typed(self, before: Goal | None) -> Goal:
        goal = aim(float(self.reps.text()))
        return goal if before is None else aim(goal.target, before.id)


def aim(reps: float, id_: str = "") -> Goal:
    goal = Goal(GoalKind.HEEL_RAISE_REPS, Exercise.STANDING, reps)
    return Goal(goal.kind, goal.exercise, reps, id=id_) if id_ else goal


@pytest.fixture
def dialog(logbook: Logbook, faults: Faults, qtbot: QtBot) -> AimsDialog:
    made = AimsDialog(logbook, faults)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitExposed(made)
    return made


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(dialog: AimsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_enter_adds_what_is_typed_as_a_step(dialog: AimsDialog, logbook: Logbook) -> None:
    assert not dialog.change.isEnabled()
    assert not dialog.remove.isEnabled()
    QTest.keyClicks(dialog.reps, "25")
    QTest.keyClick(dialog.reps, Qt.Key.Key_Return)
    assert texts(dialog) == ["25"]
    assert logbook.undo_label == "Add aim"
    logbook.undo()
    assert texts(dialog) == []


def test_what_is_chosen_fills_the_fields_is_changed_and_stays_chosen(
    dialog: AimsDialog, logbook: Logbook
) -> None:
    logbook.apply(Change.adding(aim(20.0, "one"), aim(25.0, "other")), "before")
    dialog.list.setCurrentRow(1)
    assert dialog.reps.text() == "25"
    dialog.reps.setText("30")
    click(dialog.change)
    assert logbook.database.goals() == [aim(20.0, "one"), aim(30.0, "other")]
    assert logbook.undo_label == "Change aim"
    assert dialog.list.currentRow() == 1


def test_what_is_chosen_is_removed(dialog: AimsDialog, logbook: Logbook) -> None:
    logbook.apply(Change.adding(aim(20.0, "one"), aim(25.0, "other")), "before")
    dialog.list.setCurrentRow(0)
    click(dialog.remove)
    assert logbook.database.goals() == [aim(25.0, "other")]
    assert logbook.undo_label == "Remove aim"


def test_what_another_window_removed_is_not_chosen(dialog: AimsDialog, logbook: Logbook) -> None:
    goal = aim(20.0)
    logbook.apply(Change.adding(goal), "before")
    dialog.list.setCurrentRow(0)
    logbook.database.apply(Change.removing(goal))
    dialog.refresh()
    assert texts(dialog) == []
    assert not dialog.remove.isEnabled()
    assert dialog._changing() == dialog._removing() == Change()


def test_what_is_no_entry_is_refused_in_words_until_it_is_one(
    dialog: AimsDialog, logbook: Logbook
) -> None:
    dialog.reps.setText("0")
    click(dialog.add)
    assert "must be 1 to" in dialog.message.text()
    assert dialog.message.isVisible()
    assert logbook.undo_label is None
    dialog.reps.setText("25")
    click(dialog.add)
    assert not dialog.message.isVisible()


def test_list_and_fields_have_names_and_follow_each_other(dialog: AimsDialog) -> None:
    assert dialog.windowTitle() == dialog.list.accessibleName() == "Aims"
    assert dialog.reps.accessibleName() == "Repetitions"
    dialog.list.setFocus()
    reached = []
    for _ in range(2):
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
    assert reached == [dialog.reps, dialog.add]


def test_what_lists_says_what_and_how(logbook: Logbook, faults: Faults, qtbot: QtBot) -> None:
    bare: ListedDialog[Goal] = ListedDialog(logbook, faults, WORDS)
    qtbot.addWidget(bare)
    goal = aim(20.0)
    for ask in (bare._read, lambda: bare._text(goal), lambda: bare._typed(None)):
        with pytest.raises(NotImplementedError):
            ask()
    with pytest.raises(NotImplementedError):
        bare._fill(goal)
    assert bare._beside() == Change()
