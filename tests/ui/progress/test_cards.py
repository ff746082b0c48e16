"""What all cards of the Progress page share."""

import datetime
from collections.abc import Sequence

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tracker.app.logbook import Logbook
from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import DARK, LIGHT, make_palette
from tracker.domain.change import Change
from tracker.domain.columns import Integers, day_number, day_of_number
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.ui.charts import Chart, Spell
from tracker.ui.progress.cards import ProgressCard, axis_text
from tracker.ui.widgets.faults import Faults

TODAY = datetime.date(2026, 11, 24)
DAY = day_number(TODAY)
BOTH = (Exercise.SEATED, Exercise.STANDING)


class Card(ProgressCard):
    """A card about made-up days."""

    days = np.zeros(0, np.int64)

    def _show_series(self) -> None:
        pass

    def _days_shown(self) -> Sequence[Integers]:
        return [self.days]

    def _describe(self) -> str:
        return self._legs()

    def _what_fills(self) -> str:
        return "Log a set."

    def _words_at(self, day: int) -> str:
        return "60 kg" if day in self.days else ""


@pytest.fixture
def card(logbook: Logbook, settings: Settings, faults: Faults, qtbot: QtBot) -> Card:
    data = ProgressData(logbook, lambda: TODAY, logbook)
    card = Card(Chart(least_span=10.0), 150, "Made up", data, settings, faults)
    card.setPalette(make_palette(LIGHT))
    card.chart.set_bounds(DAY - 400, DAY + 1)
    card.chart.show_range(DAY - 28, DAY)
    qtbot.addWidget(card)
    card.show()
    return card


def message(card: Card) -> str:
    return card.chart.message.text() if card.chart.message.isVisible() else ""


@pytest.mark.parametrize(
    ("value", "decimals", "text"), [(60.0, 1, "60"), (62.5, 1, "62.5"), (0.3000000001, 2, "0.30")]
)
def test_an_axis_has_no_more_decimals_than_it_needs(value: float, decimals: int, text: str) -> None:
    assert axis_text(value, decimals) == text


def test_before_anything_was_read_nothing_is_said(card: Card) -> None:
    card.show_words()
    card.point_at(DAY)
    card.show_again()
    assert card.chart.accessibleDescription() == ""


def test_an_event_is_marked_and_its_name_is_read_where_it_begins_and_ends(
    card: Card, logbook: Logbook
) -> None:
    travel = Event(day_of_number(DAY - 9), EventKind.TRAVEL, day_of_number(DAY - 6), note="<b>x")
    injury = Event(day_of_number(DAY - 3), EventKind.INJURY)
    logbook.apply(Change.adding(travel, injury), "events")
    card.days = np.array([DAY - 20, DAY - 7], np.int64)
    card.show_exercises(BOTH)
    assert card.chart.events.spells == (Spell(DAY - 9, DAY - 6), Spell(DAY - 3, DAY))
    stops = card.chart._days.tolist()
    assert stops == [DAY - 20, DAY - 9, DAY - 7, DAY - 6, DAY - 3, DAY]
    told = []
    for day in stops:
        card.point_at(day)
        told.append(card.chart.accessibleDescription().partition(" · ")[2])
    assert told == [
        "60 kg",
        "Travel: <b>x",
        "60 kg · Travel: <b>x",
        "Travel: <b>x",
        *["Injury"] * 2,
    ]
    card.point_at(DAY - 15)
    assert card.chart.accessibleDescription().endswith("no value on this day")


def test_an_empty_card_says_what_would_fill_it(card: Card) -> None:
    card.show_exercises(BOTH)
    assert message(card) == "Log a set."


def test_a_range_without_its_days_says_so_and_one_with_them_nothing(card: Card) -> None:
    card.days = np.array([DAY - 100])
    card.show_exercises(BOTH)
    assert message(card).startswith("Nothing in this range.")
    card.chart.show_range(DAY - 120, DAY)
    card.show_words()
    assert message(card) == ""


def test_a_day_pointed_at_is_read_in_words(card: Card) -> None:
    card.days = np.array([DAY])
    card.show_exercises(BOTH)
    card.point_at(DAY)
    assert card.chart.accessibleDescription() == "Tue 24 Nov 2026 · 60 kg"
    card.point_at(DAY - 1)
    assert card.chart.accessibleDescription().endswith("no value on this day")
    card.point_at(None)
    assert card.chart.accessibleDescription() == "● left  ▲ right"


def test_the_words_take_on_a_theme(card: Card) -> None:
    card.show_exercises(BOTH)
    assert LIGHT.left.name() in card.words.text()
    card.setPalette(make_palette(DARK))
    assert DARK.left.name() in card.words.text()


def test_an_exercise_is_named_only_beside_another(card: Card) -> None:
    card.show_exercises(BOTH)
    assert card._named(Exercise.SEATED) == "seated "
    card.show_exercises(BOTH[:1])
    assert card._named(Exercise.SEATED) == ""


def test_goals_are_those_of_the_kind_and_the_exercises_shown(card: Card, logbook: Logbook) -> None:
    goals = [
        Goal(GoalKind.E1RM_BODYWEIGHTS, exercise, 1.5)
        for exercise in (Exercise.SEATED, Exercise.STANDING)
    ]
    logbook.apply(Change.adding(*goals), "goals")
    card.show_exercises((Exercise.SEATED,))
    assert card._goals(GoalKind.E1RM_BODYWEIGHTS) == goals[:1]
    assert card._goals(GoalKind.DIFFERENCE_PERCENT) == []


def test_a_leg_is_named_by_its_mark_with_what_is_said_of_it(card: Card) -> None:
    card.show_exercises(BOTH)
    assert "●&nbsp;left 80.0" in card._leg(Side.LEFT, "80.0")
