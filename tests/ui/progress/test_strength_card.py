"""The Strength card: each leg’s estimates and figure."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.progress.conftest import BOTH, DAY, LEFT, SEATED, STANDING, TODAY, Desk
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, Session


def test_a_line_of_strength_breaks_with_the_equipment(desk: Desk) -> None:
    for back in range(10, 0, -1):
        machine = Equipment("Old lever", id="old") if back > 5 else Equipment("New lever", id="new")
        session = Session(TODAY - back * DAY)
        logged = LoggedSet(session.id, SEATED, LEFT, 1, 10, 60, 0, rir=0, equipment_id=machine.id)
        known = {each.id for each in desk.logbook.database.equipment()}
        added = (session, logged) if machine.id in known else (machine, session, logged)
        desk.logbook.apply(Change.adding(*added), "train")
    line = desk.page.strength.chart._curves["seatedleft"][0].line
    assert np.flatnonzero(line.begins).tolist() == [0, 5]
    assert np.flatnonzero(np.isnan(line.height)).tolist() == [0, 1, 5, 6]  # two days are no figure


def test_standing_strength_asks_for_the_bodyweight(desk: Desk) -> None:
    desk.train(TODAY, (STANDING, LEFT, 10))
    desk.choose(desk.page.exercise, "Standing")
    assert desk.page.strength.chart.message.text().startswith("Enter your bodyweight")


def test_strength_can_be_shown_times_bodyweight(desk: Desk) -> None:
    desk.weigh(64)
    desk.both_legs(0)
    desk.choose(desk.page.strength.scale, "× bodyweight")
    QTest.keyClick(desk.page.strength.chart, Qt.Key.Key_Left)
    assert "seated ● left 1.25  ▲ right 1.31" in desk.words()[0]
    assert desk.words()[0].endswith("× bodyweight, estimated")


def test_a_goal_in_bodyweights_is_a_line_in_the_scale_of_the_chart(desk: Desk) -> None:
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5)
    desk.logbook.apply(Change.adding(goal), "goal")
    desk.train(TODAY, (SEATED, LEFT, 60))
    chart = desk.page.strength.chart
    assert chart._goals.names == {}  # kilograms of an unknown bodyweight
    desk.weigh(64)
    assert chart._goals.names == {96.0: "seated goal"}
    assert chart.values_in_view[1] > 96
    desk.choose(desk.page.exercise, "Seated")
    assert chart._goals.names == {96.0: "goal 96"}
    desk.settings.set_unit(Unit.LB)
    assert list(chart._goals.names) == pytest.approx([211.64], abs=0.01)
    assert list(chart._goals.names.values()) == ["goal 211.6"]
    desk.choose(desk.page.strength.scale, "× bodyweight")
    assert chart._goals.names == {1.5: "goal 1.50"}
    desk.choose(desk.page.exercise, "Standing")
    assert chart._goals.names == {}


def test_sets_of_both_legs_alone_say_why_there_is_no_strength(desk: Desk) -> None:
    desk.train(TODAY, (SEATED, BOTH, 60), (STANDING, BOTH, 20))
    assert desk.page.strength.chart.message.text().startswith("Sets of both legs at once are work")
    desk.train(TODAY, (SEATED, LEFT, 60))
    assert desk.page.strength.chart.message.isHidden()
