"""A runner logs two sessions with the keyboard alone, restarts in the middle, and looks back."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import Desk, Fingers
from tracker.app.preferences import Theme
from tracker.app.theme import DARK, LIGHT, colours_of
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.ui.progress.page import ProgressPage

TWELVE = [
    (exercise, row, side, reps, load)
    for exercise, reps, load in (("seated", 8, 60.0), ("standing", 12, 20.0))
    for row in (1, 2, 3)
    for side in ("left", "right")
]


def log_twelve_sets(fingers: Fingers) -> None:
    fingers.type("8x60")
    fingers.enter()
    for _ in range(5):
        fingers.type("8")
        fingers.enter()
    fingers.enter()  # nothing more seated: on to the standing table
    fingers.type("12+20")
    fingers.enter()
    for _ in range(5):
        fingers.type("12")
        fingers.enter()


def test_twelve_new_sets_take_less_than_sixty_keys(desk: Desk, fingers: Fingers) -> None:
    desk.start()
    log_twelve_sets(fingers)
    assert sorted(desk.sets()) == sorted(TWELVE)
    assert fingers.keys < 60


def test_repeating_the_last_session_takes_less_than_twenty_five_keys(
    desk: Desk, fingers: Fingers
) -> None:
    desk.start()
    log_twelve_sets(Fingers())
    desk.close()
    desk.now += datetime.timedelta(days=2)
    desk.start()
    fingers.enter(12)
    assert sorted(desk.sets()) == sorted(TWELVE)
    assert fingers.keys < 25


def test_twelve_sets_each_with_its_reserve_take_less_than_sixty_keys(
    desk: Desk, fingers: Fingers
) -> None:
    desk.start()
    for reps, load in (("8", "x60"), ("12", "+20")):
        fingers.type(reps + load)
        fingers.enter()
        fingers.press(Qt.Key.Key_2, alt=True)
        for _ in range(5):
            fingers.type(reps)
            fingers.enter()
            fingers.press(Qt.Key.Key_2, alt=True)
        if reps == "8":
            fingers.enter()  # nothing more seated: on to the standing table
    assert sorted(desk.sets()) == sorted(TWELVE)
    assert desk.reserves() == [2.0] * 12
    assert fingers.keys < 60
    first = fingers.keys
    desk.close()
    desk.now += datetime.timedelta(days=2)
    desk.start()
    for _ in range(12):
        fingers.enter()
        fingers.press(Qt.Key.Key_1, alt=True)
    assert sorted(desk.sets()) == sorted(TWELVE)
    assert desk.reserves() == [1.0] * 12
    assert fingers.keys - first < 40


def test_a_session_repeated_at_once_asks_for_four_reserves(desk: Desk, fingers: Fingers) -> None:
    desk.start()
    log_twelve_sets(Fingers())
    desk.close()
    desk.now += datetime.timedelta(days=2)
    desk.start()
    fingers.press(Qt.Key.Key_R, ctrl=True)
    for key in (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        fingers.press(key, alt=True)
    assert sorted(desk.sets()) == sorted(TWELVE)
    assert [rir for rir in desk.reserves() if rir is not None] == [0.0, 1.0, 2.0, 3.0]
    assert fingers.keys == 5


def test_a_session_interrupted_goes_on_where_it_was(desk: Desk, fingers: Fingers) -> None:
    desk.start()
    fingers.type("8x60")
    fingers.enter()
    desk.close()
    desk.now += datetime.timedelta(minutes=20)
    desk.start()
    fingers.type("9")
    fingers.enter()
    assert desk.sets() == [("seated", 1, "left", 8, 60.0), ("seated", 1, "right", 9, 60.0)]


def test_everything_is_undone_and_redone_by_name(desk: Desk, fingers: Fingers) -> None:
    window = desk.start()
    fingers.type("8x60")
    fingers.enter()
    before = desk.sets()
    assert window.menus.actions["undo"].text() == "&Undo Log set"
    window.menus.actions["undo"].trigger()
    assert desk.sets() == []
    window.menus.actions["redo"].trigger()
    assert desk.sets() == before


def test_a_value_that_cannot_be_read_stays_in_its_cell(desk: Desk, fingers: Fingers) -> None:
    window = desk.start()
    fingers.type("8y60")
    fingers.enter()
    card = window.log_page.cards[0]
    assert card.table.currentIndex().data() == "8y60"
    assert card.message.isVisible()
    assert desk.sets() == []
    fingers.type("8x60")
    fingers.enter()
    assert not card.message.isVisible()
    assert desk.sets() == [("seated", 1, "left", 8, 60.0)]


def test_quick_entry_logs_a_line(desk: Desk, fingers: Fingers) -> None:
    window = desk.start()
    window.menus.actions["go_to_quick_entry"].trigger()
    fingers.type("seated 3x8@60 left rir2")
    assert "3 sets" in window.log_page.quick_entry.reading.text()
    fingers.enter()
    assert desk.sets() == [("seated", row, "left", 8, 60.0) for row in (1, 2, 3)]


def test_the_pages_are_reached_by_keys_and_tell_of_the_session(
    desk: Desk, fingers: Fingers
) -> None:
    window = desk.start()
    log_twelve_sets(Fingers())
    fingers.press(Qt.Key.Key_2, ctrl=True)
    assert type(window._stack.currentWidget()).__name__ == "ProgressPage"
    fingers.press(Qt.Key.Key_3, ctrl=True)
    assert type(window._stack.currentWidget()).__name__ == "HistoryPage"
    fingers.press(Qt.Key.Key_1, ctrl=True)
    assert window._stack.currentWidget() is window.log_page
    assert QApplication.focusWidget() is not None


def test_the_theme_changes_while_the_charts_are_open(desk: Desk) -> None:
    window = desk.start()
    log_twelve_sets(Fingers())
    window.show_progress()
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    for theme, colours in ((Theme.DARK, DARK), (Theme.LIGHT, LIGHT)):
        window.settings.set_theme(theme)
        assert colours.left.name() in page.strength.words.text()
        assert colours_of(window.palette()) is colours


def test_a_planned_session_of_twelve_sets_takes_less_than_twenty_five_keys(
    desk: Desk, fingers: Fingers
) -> None:
    window = desk.start()
    plan = Plan("Heavy", desk.now.date(), 12)
    phase = Phase(plan.id, 1, 12, every_hours=48)
    items = [
        PlannedSets(phase.id, exercise, PlannedSide.EACH, 3, reps, position=place)
        for place, (exercise, reps) in enumerate(((Exercise.SEATED, 8), (Exercise.STANDING, 12)))
    ]
    window.logbook.apply(Change.adding(plan, phase, *items), "Take plan")
    window.show_log()
    # Nobody knows a load yet: the first of each exercise is typed, the rest is Enter.
    fingers.enter()
    fingers.type("60")
    fingers.enter(6)
    fingers.type("12+20")
    fingers.enter(6)
    assert sorted(desk.sets()) == sorted(TWELVE)
    assert fingers.keys < 25
    first = fingers.keys
    desk.close()
    desk.now += datetime.timedelta(days=2)
    desk.start()
    fingers.enter(12)
    assert sorted(desk.sets()) == sorted(TWELVE)
    assert fingers.keys - first == 12
