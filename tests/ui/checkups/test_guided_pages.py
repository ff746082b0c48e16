"""What both guided tests show alike."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tracker.domain.exercise import Side
from tracker.ui.checkups.guided_pages import Page, RestPage, wrapped


@dataclass
class Run:
    """A run whose left leg has been tested."""

    side: Side
    rest_left_s: int


class Form(Page):
    """A page with one field."""

    def __init__(self) -> None:
        super().__init__()
        self.reps = QLineEdit(self)
        self._add_form(("Repetitions", self.reps))


@pytest.fixture
def rest(qtbot: QtBot) -> RestPage:
    page = RestPage()
    qtbot.addWidget(page)
    return page


def test_the_rest_is_counted_down_and_names_the_leg_that_is_next(rest: RestPage) -> None:
    rest.show_run(Run(Side.LEFT, 75))
    assert rest.counter.text() == "1:15"
    assert rest.counter.accessibleName() == "Seconds of rest left: 75"
    assert rest.said.text() == "Rest. The right leg is next; Enter begins it."


def test_a_rest_that_is_over_says_so(rest: RestPage) -> None:
    rest.show_run(Run(Side.RIGHT, 0))
    assert rest.counter.text() == "0:00"
    assert rest.said.text() == "The rest is over. Enter begins the left leg."


def test_a_field_of_a_page_has_its_words_beside_it_and_can_be_heard(qtbot: QtBot) -> None:
    page = Form()
    qtbot.addWidget(page)
    (label,) = page.findChildren(QLabel)
    assert label.text() == page.reps.accessibleName() == "Repetitions"
    assert label.buddy() is page.reps


def test_words_take_as_many_lines_as_they_need(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    words = wrapped(owner, "some words " * 30)
    assert words.heightForWidth(200) > 3 * words.fontMetrics().height()
