"""The dialog of a guided test: a title, one page a stage, and below them how to go on."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.checkups.guided_dialog import GuidedDialog


class OneStage(GuidedDialog):
    """A test of one page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__("A test")
        self._lay_out(page)
        self._looking.start()

    @property
    def looks(self) -> bool:
        """Whether it reads the clock."""
        return self._looking.isActive()


def test_its_first_page_is_shown_and_enter_goes_on(qtbot: QtBot) -> None:
    page = QWidget()
    dialog = OneStage(page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() == "A test"
    assert page.isVisible()
    assert dialog.next_button.isDefault()
    assert dialog.next_button.x() > dialog.cancel_button.x() > page.x()


def test_closed_it_looks_at_no_clock(qtbot: QtBot) -> None:
    dialog = OneStage(QWidget())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.looks
    closed: list[bool] = []
    dialog.finished.connect(lambda: closed.append(dialog.looks))
    dialog.cancel_button.click()
    assert closed == [False]
