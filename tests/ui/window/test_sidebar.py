"""The narrow sidebar: one row a page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.app.theme import colours_of
from tracker.ui.widgets.icons import SIZE
from tracker.ui.window.sidebar import (
    AROUND_ROW,
    ICON_LEFT,
    LEAST_LETTERS,
    WIDTH,
    PageButton,
    Sidebar,
)

PAGES = (("log", "Log", "Ctrl+1"), ("progress", "Progress", "Ctrl+2"), ("plan", "Plan", "Ctrl+4"))


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar(PAGES)
    qtbot.addWidget(sidebar)
    sidebar.show()
    qtbot.waitExposed(sidebar)
    return sidebar


def rows(sidebar: Sidebar) -> list[PageButton]:
    return sidebar.findChildren(PageButton)


def colours_in(button: PageButton) -> set[str]:
    image = button.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_a_row_says_its_page_and_its_key(sidebar: Sidebar) -> None:
    assert [row.text() for row in rows(sidebar)] == ["Log", "Progress", "Plan"]
    assert [row.accessibleName() for row in rows(sidebar)] == ["Log", "Progress", "Plan"]
    assert rows(sidebar)[1].toolTip() == "Progress (Ctrl+2)"


def test_a_click_and_a_space_choose_a_page(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.chosen) as chosen:
        QTest.mouseClick(rows(sidebar)[1], Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert chosen.args == [1]
    with qtbot.waitSignal(sidebar.chosen) as chosen:
        QTest.keyClick(rows(sidebar)[2], Qt.Key.Key_Space)
    assert chosen.args == [2]


def test_marking_the_page_shown_chooses_nothing(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sidebar.chosen):
        sidebar.choose(2)
    assert [row.isChecked() for row in rows(sidebar)] == [False, False, True]
    sidebar.choose(0)
    assert [row.isChecked() for row in rows(sidebar)] == [True, False, False]


def test_the_page_shown_stands_out_by_its_colour(sidebar: Sidebar) -> None:
    colours = colours_of(sidebar.palette())
    sidebar.choose(1)
    shown, other = rows(sidebar)[1], rows(sidebar)[0]
    assert colours.accent_tint.name() in colours_in(shown)
    assert colours.accent_tint.name() not in colours_in(other)


def test_the_icon_follows_the_theme(sidebar: Sidebar) -> None:
    row = rows(sidebar)[0]
    before = colours_of(row.palette()).muted.name()
    assert before in colours_in(row)
    palette = row.palette()
    palette.setColor(palette.ColorRole.Window, QColor("#101010"))
    palette.setColor(palette.ColorRole.Base, QColor("#181818"))
    palette.setColor(palette.ColorRole.WindowText, QColor("#f0f0f0"))
    palette.setColor(palette.ColorRole.Text, QColor("#f0f0f0"))
    row.setPalette(palette)
    after = colours_of(row.palette()).muted.name()
    assert after != before
    assert after in colours_in(row)


@pytest.mark.usefixtures("large_letters")
def test_large_letters_have_the_width_they_need_or_leave_it_to_the_icons(qtbot: QtBot) -> None:
    sidebar = Sidebar([("progress", "Fortschritt", "Ctrl+2")])
    qtbot.addWidget(sidebar)
    sidebar.show()
    (row,) = rows(sidebar)
    letter = row.fontMetrics().averageCharWidth()
    sidebar.fit_beside(LEAST_LETTERS * letter)
    needed = row.fontMetrics().horizontalAdvance("Fortschritt")
    assert sidebar.width() > needed + row.icon_size + ICON_LEFT
    assert row.icon_size > SIZE
    sidebar.fit_beside(LEAST_LETTERS * letter - 1)
    assert sidebar.width() == row.icon_size + 2 * ICON_LEFT + 2 * AROUND_ROW
    assert row.accessibleName() == "Fortschritt"
    assert row.toolTip() == "Fortschritt (Ctrl+2)"


def test_with_usual_letters_the_smallest_window_has_room_for_the_names(sidebar: Sidebar) -> None:
    sidebar.fit_beside(900)
    assert sidebar.width() == WIDTH
