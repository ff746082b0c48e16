"""The cards of the Plan page, each by itself."""

import datetime
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tracker.app.plan_book import PlanWeek
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit
from tracker.domain.plan import Begins, LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_due import Due
from tracker.domain.plan_edits import WholePlan
from tracker.domain.plan_reached import Reached
from tracker.ui.plan.cards import (
    AdherenceCard,
    GoalsCard,
    PhasesCard,
    RunningCard,
    TodayCard,
    totals_text,
)

TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)
PLAN = Plan("Heavy", TODAY - 7 * DAY, 4)
FIRST = Phase(PLAN.id, 1, 2, (1, 3, 5))
LATER = Phase(PLAN.id, 3, 4, every_hours=48, position=1)
SEATED = PlannedSets(FIRST.id, Exercise.SEATED, PlannedSide.EACH, 3, 15)
WHOLE = WholePlan(PLAN, (FIRST, LATER), (SEATED,))
WEEKS = (
    PlanWeek(TODAY - 8 * DAY, 3, 2, 18, 12, 0),
    PlanWeek(TODAY - DAY, 1, 1, 6, 6, 12),
)
pytestmark = pytest.mark.usefixtures("english")


def shown(card: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(card)
    card.resize(500, 400)
    card.show()
    qtbot.waitExposed(card)


def texts(card: QWidget) -> list[str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what was there before goes
    QApplication.processEvents()
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


# The plan that runs


@pytest.fixture
def running(qtbot: QtBot) -> RunningCard:
    card = RunningCard()
    shown(card, qtbot)
    return card


def test_what_a_plan_does_not_say_takes_no_room(running: RunningCard) -> None:
    running.show_plan(WHOLE, TODAY, None)
    assert texts(running) == ["Heavy", "Week 2 of 4", "17 Nov 2026 to 14 Dec 2026"]
    assert not running.rebase.isVisible()
    assert not running.begin.isVisible()


def test_note_fact_source_and_caution_are_said(running: RunningCard) -> None:
    plan = replace(PLAN, note="mine", source="Beyer 2015", caution="Agree it.")
    running.show_plan(WholePlan(plan), TODAY, Reached((TODAY - 4 * DAY, TODAY - DAY), 2.0, 0))
    assert (running.note.text(), running.source.text()) == ("mine", "Source: Beyer 2015")
    assert running.caution.text() == "Agree it."
    assert running.fact.text().startswith("The last two sessions (20 Nov and 23 Nov) reached")


@pytest.mark.parametrize(("on", "is_offered"), [(None, True), (TODAY, False)])
def test_percentages_are_of_another_maximum_only_while_it_is_not_today_s(
    running: RunningCard, on: datetime.date | None, is_offered: bool
) -> None:
    item = replace(SEATED, load_basis=LoadBasis.E1RM_PERCENT, load_value=70.0)
    whole = WholePlan(replace(PLAN, e1rm_on=on), (FIRST,), (item,))
    running.show_plan(whole, TODAY, None)
    assert running.maximum.isVisible()
    assert running.rebase.isVisible() is is_offered


def test_a_phase_by_hand_is_named_and_the_next_offered(running: RunningCard) -> None:
    phases = [replace(phase, begins=Begins.BY_HAND) for phase in (FIRST, LATER)]
    running.show_plan(WholePlan(PLAN, tuple(phases), (SEATED,)), TODAY, None)
    assert running.phase.text() == "Phase 1 since 17 Nov 2026"
    assert (running.begin.text(), running.begin.isVisible()) == ("Begin phase 2…", True)
    last = replace(phases[1], begun_on=(TODAY,))
    running.show_plan(WholePlan(PLAN, (phases[0], last), (SEATED,)), TODAY, None)
    assert running.phase.text() == "Phase 2 since 24 Nov 2026"
    assert running.begin.text() == "Begin another phase…"


def test_each_button_asks_for_one_thing(running: RunningCard, qtbot: QtBot) -> None:
    for button, asked in (
        (running.edit, running.edit_asked),
        (running.stop, running.stop_asked),
        (running.delete, running.deletion_asked),
        (running.rebase, running.maximum_asked),
        (running.begin, running.phase_asked),
    ):
        button.show()
        with qtbot.waitSignal(asked):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# Today


@pytest.fixture
def today(qtbot: QtBot) -> TodayCard:
    card = TodayCard()
    shown(card, qtbot)
    return card


def test_what_is_due_is_shown_with_what_was_done_and_leads_to_the_log(
    today: TodayCard, qtbot: QtBot
) -> None:
    today.show_day(TODAY, Due(FIRST, 2, [SEATED]), 5, None, Unit.KG)
    assert texts(today)[:2] == ["Today, Tue 24 Nov 2026", "5 of 12 sets done."]
    assert "2 times:" in texts(today)
    with qtbot.waitSignal(today.log_asked):
        QTest.mouseClick(today.go, Qt.MouseButton.LeftButton)


def test_one_set_is_not_sets(today: TodayCard) -> None:
    one = replace(SEATED, sets=1, side=PlannedSide.LEFT)
    today.show_day(TODAY, Due(FIRST, 1, [one]), 0, None, Unit.KG)
    assert today.state.text() == "0 of 1 set done."


def test_a_day_of_rest_shows_what_comes_next_and_no_way_to_log_it(today: TodayCard) -> None:
    today.show_day(TODAY, None, 0, (TODAY + DAY, Due(FIRST, 1, [SEATED])), Unit.KG)
    assert today.state.text() == "Nothing planned today. Next: Wed 25 Nov 2026."
    assert "3 × 15" in texts(today)
    assert not today.go.isVisible()
    today.show_day(TODAY, None, 0, None, Unit.KG)
    assert texts(today) == ["Today, Tue 24 Nov 2026", "Nothing planned today, nor on a later day."]


# Planned and done


@pytest.fixture
def adherence(qtbot: QtBot) -> AdherenceCard:
    card = AdherenceCard()
    shown(card, qtbot)
    return card


def test_all_weeks_are_summed_up_until_one_is_pointed_at(adherence: AdherenceCard) -> None:
    adherence.show_weeks(WEEKS, is_by_hand=False)
    assert adherence.words.text() == "3 of 4 sessions, 18 of 24 sets"
    adherence.strip.week_shown.emit("Week of 16 Nov 2026: …")
    assert adherence.words.text() == "Week of 16 Nov 2026: …"
    adherence.strip.week_shown.emit("")
    assert adherence.words.text() == "3 of 4 sessions, 18 of 24 sets"
    assert not adherence.empty.isVisible()


def test_of_a_plan_by_hand_the_weeks_to_come_say_what_they_rest_on(
    adherence: AdherenceCard,
) -> None:
    adherence.show_weeks(WEEKS, is_by_hand=False)
    assert "to come" not in adherence.legend.text()
    adherence.show_weeks(WEEKS, is_by_hand=True)
    assert adherence.legend.text().endswith("to come: as long as the phase of today lasts")


def test_without_a_week_it_says_what_will_be_there(adherence: AdherenceCard) -> None:
    adherence.show_weeks((), is_by_hand=False)
    assert adherence.empty.text().startswith("Each week gets a column once")
    assert not adherence.strip.isVisible()
    assert adherence.words.text() == ""


def test_where_nothing_was_planned_yet_there_is_no_total() -> None:
    assert totals_text([]) == ""
    assert totals_text([PlanWeek(TODAY, 0, 0, 0, 0, 18)]) == ""


# Phases


def test_the_phases_are_made_anew_only_where_something_changed(qtbot: QtBot) -> None:
    card = PhasesCard()
    shown(card, qtbot)
    card.show_plan(WHOLE, Unit.KG, TODAY)
    first = card.view
    card.show_plan(WholePlan(PLAN, (FIRST, LATER), (SEATED,)), Unit.KG, TODAY)
    assert card.view is first
    card.show_plan(WHOLE, Unit.KG, TODAY + 14 * DAY)
    assert card.view is not first
    told = texts(card)
    assert told.count("Weeks 1–2") == 1
    assert told.index("now") > told.index("Weeks 3–4")


# Goals


def test_goals_stand_in_words_and_none_is_proposed(qtbot: QtBot) -> None:
    card = GoalsCard()
    shown(card, qtbot)
    card.show_goals([])
    assert card.words.text().startswith("None yet: ")
    assert card.words.foregroundRole() == QPalette.ColorRole.PlaceholderText
    card.show_goals(["Goal 1.5 × bodyweight, seated: –", "Goal 25 heel raises: left 22"])
    assert card.words.text().count("\n") == 1
    assert card.words.foregroundRole() == QPalette.ColorRole.WindowText
    with qtbot.waitSignal(card.goals_asked):
        QTest.mouseClick(card.open, Qt.MouseButton.LeftButton)
