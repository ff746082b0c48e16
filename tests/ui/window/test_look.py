"""The theme that the application wears, followed live."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QMessageBox,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tracker.app.current_session import CurrentSession
from tracker.app.preferences import Theme
from tracker.app.settings import Settings
from tracker.app.theme import DARK, LIGHT, colours_of
from tracker.ui.log.table_foot import BestToday
from tracker.ui.plan.views import AccentCaption
from tracker.ui.window.look import Look


def test_the_look_follows_the_settings_live(qapp: QApplication, settings: Settings) -> None:
    settings.set_theme(Theme.LIGHT)
    look = Look(qapp, settings)
    assert colours_of(qapp.palette()) is LIGHT
    settings.set_theme(Theme.DARK)
    assert colours_of(qapp.palette()) is DARK
    assert DARK.accent.name() in qapp.styleSheet()
    settings.set_theme(Theme.SYSTEM)
    assert colours_of(qapp.palette()) is LIGHT  # what the offscreen platform says
    look.deleteLater()


def test_colours_of_their_own_follow_the_theme_at_once(
    qapp: QApplication, settings: Settings, current: CurrentSession, qtbot: QtBot
) -> None:
    settings.set_theme(Theme.LIGHT)
    look = Look(qapp, settings)
    best, caption = BestToday(current, settings), AccentCaption("words")
    for each in (best, caption):
        qtbot.addWidget(each)
        each.show()
    role = QPalette.ColorRole.WindowText
    for theme, colours in ((Theme.DARK, DARK), (Theme.LIGHT, LIGHT), (Theme.DARK, DARK)):
        settings.set_theme(theme)
        seen = [mark.palette().color(role) for mark in best._marks.values()]
        assert seen == [colours.left, colours.right]
        assert caption.palette().color(role) == colours.accent
    look.deleteLater()


def test_the_pictures_on_the_buttons_of_qts_file_dialog_are_whole(
    qapp: QApplication, settings: Settings, qtbot: QtBot
) -> None:
    settings.set_theme(Theme.LIGHT)
    look = Look(qapp, settings)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    button = dialog.findChild(QToolButton, "toParentButton")
    assert isinstance(button, QToolButton)
    picture = button.grab().toImage()
    middle = picture.pixelColor(3, picture.height() // 2)
    drawn = [
        across
        for across in range(3, picture.width() - 3)
        if any(
            picture.pixelColor(across, down) != middle for down in range(3, picture.height() - 3)
        )
    ]
    assert len(drawn) >= 10  # of 16; squeezed to a dot it had half of that
    look.deleteLater()


class StyleWithIcons(QProxyStyle):
    """A desktop's style, which puts its own pictures on the buttons of dialogs."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, returned)


def test_no_button_of_a_dialog_has_a_stock_picture(
    qapp: QApplication, settings: Settings, qtbot: QtBot
) -> None:
    qapp.setStyle(StyleWithIcons("Fusion"))
    look = Look(qapp, settings)
    choices = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(choices.Ok | choices.Cancel | choices.Close)
    message = QMessageBox(QMessageBox.Icon.Warning, "", "", QMessageBox.StandardButton.Ok)
    for each in (box, message):
        qtbot.addWidget(each)
        each.ensurePolished()
        each.show()
    assert [each.text() for each in (*box.buttons(), *message.buttons()) if each.icon()] == []
    look.deleteLater()
    qapp.setStyle("Fusion")
