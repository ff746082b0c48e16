"""The dialog of a guided test: a title, one page a stage, and below them how to go on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.checkups.guided_dialog import GuidedDialog
from tracker.ui.checkups.guided_pages import FigurePage


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


class Counter(FigurePage):
    """A page with one figure."""

    def __init__(self) -> None:
        super().__init__()
        self.figure = self._figure("12", factor=6.0)
        self.column.addWidget(self.figure)
        self._add_keys("Space counts")


def test_a_key_shows_a_figure_on_the_whole_screen_and_escape_first_leaves_that(
    qtbot: QtBot,
) -> None:
    page = Counter()
    dialog = OneStage(page)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    before, usual, title = dialog.size(), page.figure.font(), dialog.title.font()
    assert page.keys.text() == "Space counts · F11 full screen"

    def press(key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or dialog, key)

    press(Qt.Key.Key_F11)
    qtbot.waitUntil(dialog.isFullScreen)
    qtbot.waitUntil(lambda: page.figure.font().pixelSize() == round(dialog.height() * 0.4))
    assert dialog.title.font().pixelSize() >= 14
    assert page.keys.text() == "Space counts · Escape leaves full screen"
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isFullScreen())
    assert dialog.isVisible()
    assert page.figure.font() == usual
    assert dialog.title.font() == title
    qtbot.waitUntil(lambda: dialog.size() == before)
    press(Qt.Key.Key_F11)
    qtbot.waitUntil(dialog.isFullScreen)
    press(Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not dialog.isFullScreen())
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
