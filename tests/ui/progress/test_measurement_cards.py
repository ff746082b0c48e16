"""The cards of what is measured: one a kind, its direction and noise, and peak forces compared."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.progress.conftest import DAY, LEFT, RIGHT, TODAY, Desk
from tracker.domain.change import Change, Entry
from tracker.domain.exercise import Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.measurement import FORCE_SEATED, FORCE_STANDING, VISA_A, Measurement, newtons
from tracker.ui.progress.measurement_cards import MeasuredCard, MeasurementCard


def add(desk: Desk, *entries: Entry) -> None:
    desk.logbook.apply(Change.adding(*entries), "measure")


def force(kind: str, newton: float, side: Side, back: int = 0) -> Measurement:
    return Measurement(TODAY - back * DAY, kind, newton, side)


def titles(desk: Desk) -> list[str]:
    return [card.title for card in desk.page.measured.cards]


def in_column(desk: Desk) -> list[str]:
    column = desk.page._scrolled.column
    cards = desk.page.findChildren(MeasuredCard)
    placed = sorted((column.indexOf(each), each.title) for each in cards)
    return [title for place, title in placed if place >= 0]


def words_of(card: MeasuredCard) -> str:
    words: str = card.chart.accessibleDescription()
    return words


def card_of(desk: Desk, kind: str) -> MeasurementCard:
    return next(card for of, card in desk.page.measured.of.items() if of.name == kind)


def test_each_kind_has_its_card_once_it_is_measured_and_no_longer_than_that(desk: Desk) -> None:
    assert titles(desk) == []
    own = Measurement(TODAY, "Grip", 45.0, unit="kg")
    add(desk, own)
    add(desk, force("knee_to_wall", 9.0, LEFT))
    score = Measurement(TODAY, "visa_a", 80.0)
    add(desk, score)
    assert titles(desk) == in_column(desk) == ["VISA-A", "Knee to wall", "Grip"]
    kept = card_of(desk, "knee_to_wall")
    desk.logbook.apply(Change.removing(own, score), "gone")
    assert titles(desk) == in_column(desk) == ["Knee to wall"]
    assert card_of(desk, "knee_to_wall") is kept


def test_a_card_made_later_shows_the_days_that_the_others_show(desk: Desk) -> None:
    desk.both_legs(200)
    desk.page.show_range(1)
    add(desk, force("knee_to_wall", 9.0, LEFT))
    (card,) = desk.page.measured.cards
    assert card.chart.days_in_view == desk.page.strength.chart.days_in_view


def test_a_score_says_its_best_end_and_draws_what_matters_about_its_values(desk: Desk) -> None:
    add(desk, *(Measurement(TODAY - back * DAY, "visa_a", 80.0 - back) for back in (7, 0)))
    card = card_of(desk, "visa_a")
    assert words_of(card) == "100 is best · veil: a change that matters is about 15\nlast: 80"
    ((curve, _),) = card.chart._curves.values()
    assert curve.line.plus_minus.tolist() == [15.0, 15.0]
    assert curve.points.value.tolist() == [73.0, 80.0]


def test_legs_are_drawn_apart_with_the_direction_said_and_forces_in_bodyweights(
    desk: Desk,
) -> None:
    desk.weigh(70)
    seated = FORCE_SEATED.name
    add(desk, force(seated, newtons(105), LEFT), force(seated, newtons(112), RIGHT))
    card = card_of(desk, seated)
    first, last = words_of(card).split("\n")
    assert first.startswith("N · ● left  ▲ right · higher is better · veil: repeats differ by")
    assert last == "last: ● left 1030 N (1.50 × bodyweight)  ▲ right 1098 N (1.60 × bodyweight)"
    assert [curve.name for curve, _ in card.chart._curves.values()] == ["left", "right"]


def test_without_a_weighing_a_force_is_said_alone_and_without_noise_no_veil_is_drawn(
    desk: Desk,
) -> None:
    add(desk, force(FORCE_STANDING.name, 1_200.0, LEFT), force("knee_to_wall", 9.5, LEFT))
    assert words_of(card_of(desk, FORCE_STANDING.name)).endswith("last: ● left 1200 N")
    knee = card_of(desk, "knee_to_wall")
    assert words_of(knee) == "cm · ● left\nlast: ● left 9.5 cm"
    ((curve, _),) = knee.chart._curves.values()
    assert np.isnan(curve.line.plus_minus).all()


def test_the_values_of_a_day_are_said_at_the_crosshair(desk: Desk) -> None:
    add(desk, force("knee_to_wall", 9.5, LEFT, 7), force("knee_to_wall", 10.0, RIGHT))
    card = card_of(desk, "knee_to_wall")
    for _ in range(2):
        QTest.keyClick(card.chart, Qt.Key.Key_Left)
    assert words_of(card) == "Tue 17 Nov 2026 · ● left 9.5 cm"


def test_t_shows_the_values_as_a_table(desk: Desk) -> None:
    add(desk, force("knee_to_wall", 9.5, LEFT), force("knee_to_wall", 10.25, RIGHT))
    card = card_of(desk, "knee_to_wall")
    QTest.keyClick(card.chart, Qt.Key.Key_T)
    assert card.table is not None
    card.table.copy()
    assert QApplication.clipboard().text().splitlines()[:2] == [
        "Day\tLeft\tRight",
        "Tue 24 Nov 2026\t9.50\t10.25",
    ]


def test_a_goal_of_a_kind_is_a_line_of_its_chart_alone(desk: Desk) -> None:
    add(desk, Measurement(TODAY, "visa_a", 80.0), force("knee_to_wall", 9.0, LEFT))
    add(desk, Goal(GoalKind.MEASUREMENT, None, 95.0, measured=VISA_A.name))
    assert card_of(desk, "visa_a").chart._goals.names == {95.0: "goal 95"}
    assert card_of(desk, "knee_to_wall").chart._goals.names == {}


def test_peak_forces_of_one_day_are_laid_beside_the_laboratory(desk: Desk) -> None:
    add(desk, force(FORCE_SEATED.name, 800.0, LEFT), force(FORCE_STANDING.name, 1_000.0, RIGHT))
    assert "Peak force, seated : standing" not in titles(desk)
    standing = force(FORCE_STANDING.name, 1_000.0, LEFT)
    add(desk, standing)
    card = desk.page.measured.forces
    assert card is not None
    assert card.chart._reference.isVisible()
    assert card.chart._reference.value() == 0.85
    assert words_of(card) == (
        "isometric, of one day · ● left  ▲ right · dotted: 0.85, torque of 135 sedentary adults "
        "(Fugl-Meyer 1980), no target\nlast: ● left 0.80"
    )
    assert titles(desk)[-1] == "Peak force, seated : standing"
    desk.logbook.apply(Change.removing(standing), "gone")
    assert "Peak force, seated : standing" not in titles(desk)


def test_a_range_without_values_says_so(desk: Desk) -> None:
    add(desk, force("knee_to_wall", 9.0, LEFT, 200))
    card = card_of(desk, "knee_to_wall")
    desk.page.show_range(0)
    assert card.chart.message.text() == "Nothing in this range. Choose a longer one, or All."
