"""The manual in the window: every page there is, and links that lead to one another."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.app.resources import ROOT
from tracker.ui.window.manual_dialog import FOLDER, PAGES, ManualDialog, title_of

LINK = re.compile(r"\]\(([^)#]+)")


@pytest.fixture
def manual(qtbot: QtBot) -> ManualDialog:
    dialog = ManualDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def test_every_page_of_the_folder_is_in_the_manual() -> None:
    english = {page.name for page in FOLDER.glob("*.md") if page.name.count(".") == 1}
    assert set(PAGES) == english


def test_the_list_names_the_pages_and_arrows_turn_them(manual: ManualDialog) -> None:
    manual.list.setFocus()
    for row, name in enumerate(PAGES):
        title = title_of((FOLDER / name).read_text(encoding="utf-8"))
        assert manual.list.item(row).text() == title
        assert manual.browser.toPlainText().startswith(title)
        QTest.keyClick(manual.list, Qt.Key.Key_Down)


def test_a_link_to_a_page_turns_to_it_and_any_other_is_left_alone(manual: ManualDialog) -> None:
    manual.browser.anchorClicked.emit(QUrl("files.md"))
    assert manual.list.currentRow() == PAGES.index("files.md")
    manual.browser.anchorClicked.emit(QUrl("https://example.org/logging.md"))
    assert manual.list.currentRow() == PAGES.index("files.md")


def test_back_and_forward_turn_the_pages_and_stop_at_the_ends(manual: ManualDialog) -> None:
    QTest.keyClick(manual, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert manual.list.currentRow() == 1
    for _ in range(3):
        QTest.keyClick(manual, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.list.currentRow() == 0


@pytest.mark.parametrize("page", [*(f"resources/manual/{name}" for name in PAGES), "README.md"])
def test_links_of_the_manual_and_the_readme_lead_to_files_that_are_there(page: str) -> None:
    project = ROOT.parent
    for link in LINK.findall((project / page).read_text(encoding="utf-8")):
        assert ((project / page).parent / link).exists(), link


@pytest.mark.usefixtures("german")
def test_in_german_its_title_says_that_it_is_english(qtbot: QtBot) -> None:
    dialog = ManualDialog()
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Handbuch (englisch)"
