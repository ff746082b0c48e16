"""Why no log is shown at the start, and each way to go on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tracker.ui.window.start_dialog import StartDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> StartDialog:
    dialog = StartDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # pytest-qt closes it
    qtbot.addWidget(dialog)
    dialog.say("<img src=x> could not be opened: is a directory.")
    dialog.open()
    return dialog


def test_it_says_why_in_plain_words_and_the_keys_try_again(
    dialog: StartDialog, qtbot: QtBot
) -> None:
    assert dialog.words.text() == "<img src=x> could not be opened: is a directory."
    assert dialog.again.hasFocus()
    assert dialog.again.isDefault()
    assert not dialog.recent.isVisible()
    with qtbot.waitSignal(dialog.again_asked):
        dialog.again.click()


def test_the_log_before_is_offered_by_its_name(dialog: StartDialog, qtbot: QtBot) -> None:
    before = Path("/home/anna/calf & soleus.soleus")
    dialog.say("Gone.", before)
    assert dialog.recent.isVisible()
    assert dialog.recent.text() == "Open “calf && soleus”, the log before"
    with qtbot.waitSignal(dialog.log_asked) as asked:
        dialog.recent.click()
    assert asked.args == [before, False]
    dialog.say("Gone, too.")
    assert not dialog.recent.isVisible()


@pytest.mark.parametrize("to_make", [False, True])
def test_another_log_is_chosen_or_named(
    dialog: StartDialog, qtbot: QtBot, tmp_path: Path, to_make: bool
) -> None:
    (dialog.new if to_make else dialog.other).click()
    (files,) = dialog.findChildren(QFileDialog)
    assert files.windowTitle() == ("New log" if to_make else "Open log")
    with qtbot.waitSignal(dialog.log_asked) as asked:
        files.fileSelected.emit(str(tmp_path / "other.soleus"))
    assert asked.args == [tmp_path / "other.soleus", to_make]
    files.close()


def test_quitting_is_no_choice(dialog: StartDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        dialog.quit.click()
