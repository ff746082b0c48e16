"""The Holds card: there where there are holds, and seconds by leg at one load."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.progress.conftest import DAY, LEFT, RIGHT, SEATED, STANDING, TODAY, Desk
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.ui.charts import PointKind
from tracker.ui.progress.holds_card import HoldsCard

Hold = tuple[Exercise, Side, float, float, float | None]
LEVER = Equipment("Lever")


def hold(desk: Desk, back: int, *holds: Hold, equipment: Equipment | None = None) -> None:
    """Log holds of (exercise, leg, load, seconds, reserve), days ago."""
    session = Session(TODAY - back * DAY)
    sets = [
        LoggedSet(
            session.id,
            exercise,
            side,
            place,
            1,
            kg,
            place,
            rir=rir,
            hold_s=held_s,
            equipment_id=None if equipment is None else equipment.id,
        )
        for place, (exercise, side, kg, held_s, rir) in enumerate(holds, 1)
    ]
    desk.logbook.apply(Change.adding(session, *sets), "hold")


def both(desk: Desk, back: int, left_s: float, right_s: float, rir: float | None = 0.0) -> None:
    hold(desk, back, (SEATED, LEFT, 60.0, left_s, 0.0), (SEATED, RIGHT, 60.0, right_s, rir))


def card_of(desk: Desk) -> HoldsCard:
    card = desk.page.holds
    assert card is not None
    return card


def test_it_is_there_where_there_are_holds_and_goes_with_them(desk: Desk) -> None:
    desk.both_legs(2)
    assert desk.page.holds is None
    both(desk, 1, 40, 45)
    card = card_of(desk)
    assert card.isVisible()
    assert card.chart.days_in_view == desk.page.strength.chart.days_in_view
    desk.logbook.undo()
    assert not card.isVisible()
    both(desk, 0, 40, 45)
    assert card_of(desk) is card
    assert card.isVisible()


def test_seconds_are_drawn_by_leg_and_what_was_not_to_failure_is_at_least(desk: Desk) -> None:
    both(desk, 5, 40, 45)
    both(desk, 1, 44, 50, rir=2.0)
    left, right = (curve for curve, _ in card_of(desk).chart._curves.values())
    assert left.points.value.tolist() == [40, 44]
    assert right.points.value.tolist() == [45, 50]
    assert left.points.kind.tolist() == [PointKind.FULL] * 2
    assert right.points.kind.tolist() == [PointKind.FULL, PointKind.AT_LEAST]
    assert np.isnan(left.line.plus_minus).all()
    words = card_of(desk).chart.accessibleDescription()
    assert "hollow with arrow: at least" in words
    assert words.endswith("last: ● left 44 s  ▲ right at least 50 s")


def test_the_legs_are_compared_in_seconds_at_one_load_to_failure(desk: Desk) -> None:
    both(desk, 1, 44, 50)
    card = card_of(desk)
    QTest.keyClick(card.chart, Qt.Key.Key_Left)
    assert "right 6 s longer" in card.chart.accessibleDescription()
    assert "at least" not in card.chart.accessibleDescription()


def test_a_load_is_chosen_and_stays_chosen(desk: Desk) -> None:
    desk.logbook.apply(Change.adding(LEVER), "machine")
    hold(desk, 9, (SEATED, LEFT, 60.0, 40, 0.0), equipment=LEVER)
    hold(desk, 5, (STANDING, LEFT, 20.0, 30, 0.0), (SEATED, LEFT, 70.0, 25, 0.0))
    card = card_of(desk)
    texts = [card.load.itemText(place) for place in range(card.load.count())]
    assert texts == ["Seated 70 kg", "Standing +20 kg", "Seated 60 kg, Lever"]
    card.load.setCurrentIndex(2)
    card.load.activated.emit(2)
    assert card._held[LEFT].held_s.tolist() == [40]
    hold(desk, 1, (SEATED, LEFT, 80.0, 20, 0.0))
    assert card.load.currentText() == "Seated 60 kg, Lever"
    assert card.name_of_copy().endswith("Seated 60 kg, Lever")
    desk.choose(desk.page.exercise, "Standing")
    assert [card.load.itemText(place) for place in range(card.load.count())] == ["Standing +20 kg"]


def test_an_exercise_without_holds_says_what_would_fill_the_chart(desk: Desk) -> None:
    hold(desk, 1, (STANDING, LEFT, 20.0, 30, 0.0))
    desk.choose(desk.page.exercise, "Seated")
    card = card_of(desk)
    assert card.load.count() == 0
    assert card.chart.message.text().startswith("Hold a load still, as in 45s 60")


def test_its_table_has_the_seconds_of_each_leg(desk: Desk) -> None:
    both(desk, 1, 44, 50, rir=2.0)
    card = card_of(desk)
    card.chart.setFocus()
    QTest.keyClick(card.chart, Qt.Key.Key_T)
    assert card.table is not None
    assert card.table.numbers.text().splitlines() == [
        "Day\tLeft\tRight",
        "Mon 23 Nov 2026\t44\tat least 50",
    ]
