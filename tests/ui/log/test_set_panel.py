"""The details of the selected set."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.app.current_session import CurrentSession
from tracker.app.settings import Settings
from tracker.app.theme import LIGHT, make_style_sheet
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, SetType, Tempo
from tracker.domain.set_grid import Cell
from tracker.ui.log.set_panel import SetPanel
from tracker.ui.widgets.faults import Faults

Key = Qt.Key
LEFT, RIGHT = Cell(Exercise.SEATED, 1, Side.LEFT), Cell(Exercise.SEATED, 1, Side.RIGHT)


@pytest.fixture
def panel(current: CurrentSession, settings: Settings, faults: Faults, qtbot: QtBot) -> SetPanel:
    panel = SetPanel(current, settings, faults)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    current.enter(LEFT, "8x60 r2")
    current.enter(RIGHT, "8x62.5 r2")
    return panel


def logged(current: CurrentSession, cell: Cell = LEFT) -> LoggedSet:
    found = current.own(cell)
    assert found is not None
    return found


def test_without_a_set_it_says_what_would_be_shown(panel: SetPanel) -> None:
    assert panel.title.text() == "Set details"
    assert panel.estimate.text().startswith("Select a set to note")
    panel.show_set(None)
    assert panel.title.text() == "Set details"


def test_made_ready_for_the_first_set_it_looks_the_same(panel: SetPanel) -> None:
    panel.setStyleSheet(make_style_sheet(LIGHT))
    panel.resize(panel.width(), 500)
    QApplication.processEvents()
    before = panel.grab().toImage()
    panel.get_ready()
    QApplication.processEvents()  # which shows what a layout has been given, if it may
    assert "form" in vars(panel)
    assert panel.form.isHidden()
    assert panel.grab().toImage() == before


def test_the_first_steps_stay_where_it_is_made_ready(panel: SetPanel) -> None:
    panel.show_first_steps()
    panel.get_ready()
    assert "form" not in vars(panel)


def test_below_the_tables_it_takes_no_room_before_the_first_set(panel: SetPanel) -> None:
    panel.set_below(is_below=True)
    before = panel.minimumHeight()
    panel.get_ready()
    assert panel.minimumHeight() == before


def test_a_set_shown_stays_shown_where_it_is_made_ready(
    panel: SetPanel, current: CurrentSession
) -> None:
    panel.show_set(logged(current))
    panel.get_ready()
    assert panel.form.isVisible()


def test_a_set_is_shown_with_its_place_its_values_and_what_they_tell(
    panel: SetPanel, current: CurrentSession
) -> None:
    panel.show_set(logged(current))
    assert panel.title.text() == "Seated 1, left"
    assert panel.form.rir.currentData() == 2.0
    assert panel.form.set_type.currentData() == SetType.WORK
    assert panel.form.tempo.text() == ""
    assert panel.estimate.text().startswith("Estimate 80.0 kg")  # 60 (1 + 10 / 30)


def test_the_estimate_follows_the_unit(
    panel: SetPanel, current: CurrentSession, settings: Settings
) -> None:
    panel.show_set(logged(current))
    settings.set_unit(Unit.LB)
    assert panel.estimate.text().startswith("Estimate 176.4 lb")


def test_a_set_that_tells_nothing_says_so(panel: SetPanel, current: CurrentSession) -> None:
    current.enter(Cell(Exercise.SEATED, 2, Side.LEFT), "40x20 w")
    panel.show_set(logged(current, Cell(Exercise.SEATED, 2, Side.LEFT)))
    assert panel.estimate.text() == "No estimate: it is a warm-up."


def test_each_field_is_saved_with_its_set(panel: SetPanel, current: CurrentSession) -> None:
    panel.show_set(logged(current))
    form = panel.form
    for line, text in ((form.tempo, "3-0-3-0"), (form.note, "slow")):
        line.setFocus()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Key.Key_Return)
    QTest.keyClick(form.pain, Key.Key_Down)
    found = logged(current)
    assert (found.tempo, found.note, found.pain_during) == (Tempo(3, 0, 3, 0), "slow", 0)
    assert logged(current, RIGHT).note == ""


def test_a_reserve_between_the_steps_is_among_the_choices(
    panel: SetPanel, current: CurrentSession
) -> None:
    current.edit(logged(current), rir=1.25)
    panel.show_set(logged(current))
    assert panel.form.rir.currentData() == 1.25


def test_another_set_waits_until_the_field_is_left(
    panel: SetPanel, current: CurrentSession, qtbot: QtBot
) -> None:
    panel.show_set(logged(current))
    panel.form.note.setFocus()
    QTest.keyClicks(panel.form.note, "slow")
    panel.show_set(logged(current, RIGHT))
    assert panel.shows(logged(current))
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel.form.note, Key.Key_Return)
    panel.show_set(logged(current, RIGHT))
    assert panel.title.text() == "Seated 1, right"
    assert (logged(current).note, panel.form.note.text()) == ("slow", "")


def test_what_cannot_be_read_says_why_and_is_shown_again_with_its_set(
    panel: SetPanel, current: CurrentSession
) -> None:
    panel.show_set(logged(current))
    panel.form.tempo.setFocus()
    QTest.keyClicks(panel.form.tempo, "slow")
    QTest.keyClick(panel.form.tempo, Key.Key_Return)
    assert panel.message.isVisible()
    assert panel.message.text()
    panel.show_set(logged(current, RIGHT))
    assert not panel.message.isVisible()
    panel.show_set(logged(current))
    assert panel.form.tempo.text() == "slow"
    assert panel.message.isVisible()


def test_every_field_can_be_heard(panel: SetPanel) -> None:
    assert all(field.accessibleName() for field in panel.form.fields.values())


def test_the_card_shows_through_what_scrolls(panel: SetPanel, current: CurrentSession) -> None:
    panel.setStyleSheet(make_style_sheet(LIGHT))
    panel.show_set(logged(current))
    panel.resize(panel.sizeHint())
    picture = panel.grab().toImage()
    beside = panel.form.mapTo(panel, QPoint(1, 1))
    assert picture.pixelColor(beside) == LIGHT.card


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("points", [10, 16])
def test_no_choice_is_cut_in_the_longer_language(
    current: CurrentSession, settings: Settings, faults: Faults, qtbot: QtBot, points: int
) -> None:
    usual = QApplication.font()
    font = QApplication.font()
    font.setPointSize(points)
    QApplication.setFont(font)
    try:
        panel = SetPanel(current, settings, faults)
        qtbot.addWidget(panel)
        panel.setStyleSheet(make_style_sheet(LIGHT))
        panel.show()
        current.enter(LEFT, "8x60 r2")
        panel.show_set(logged(current))
        QApplication.processEvents()
        for choice in (panel.form.rir, panel.form.set_type, panel.form.pain):
            assert choice.width() >= choice.sizeHint().width()
    finally:
        QApplication.setFont(usual)
