"""The Left–right card: the pairs, their figure, and its ±."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.progress.conftest import DAY, LEFT, RIGHT, SEATED, STANDING, TODAY, Desk
from tracker.domain.change import Change
from tracker.domain.goal import Goal, GoalKind
from tracker.ui.charts import PointKind


def test_a_bound_is_an_arrow_away_from_it_and_its_line_is_dotted(desk: Desk) -> None:
    for back in (4, 2):
        desk.train(TODAY - back * DAY, (SEATED, LEFT, 60))
        desk.train(TODAY - back * DAY, (SEATED, RIGHT, 66), rir=5)
    desk.train(TODAY, (SEATED, RIGHT, 66))
    desk.train(TODAY, (SEATED, LEFT, 45), rir=5)
    curve, _ = desk.page.balance.chart._curves["seatedtext"]
    up, down = PointKind.AT_LEAST, PointKind.AT_MOST
    assert curve.points.kind.tolist() == [up, up, down]
    assert curve.line.is_bound.tolist() == [True, True, True]
    desk.train(TODAY - DAY, (SEATED, LEFT, 60))
    desk.train(TODAY - DAY, (SEATED, RIGHT, 66), rir=5)
    desk.train(TODAY - DAY, (SEATED, LEFT, 60))
    curve, _ = desk.page.balance.chart._curves["seatedtext"]
    told = ~np.isnan(curve.line.height)
    assert told.tolist() == [False, False, True, True]
    assert curve.line.is_bound[told].all()
    assert desk.words()[1].endswith("hollow with arrow: at least · dotted line: at least")
    QTest.keyClick(desk.page.balance.chart, Qt.Key.Key_Left)
    QTest.keyClick(desk.page.balance.chart, Qt.Key.Key_Left)
    words = "left 60 kg × 10  ▲ right 66 kg × 12 or more: Right at least 13 % stronger, ±"
    assert words in desk.words()[1]


def test_the_axis_says_which_leg_is_stronger(desk: Desk) -> None:
    axis = desk.page.balance.chart._value_axis
    assert axis.tickStrings([-10.0, 0.0, 2.5], 1.0, 10.0) == ["L 10", "0", "R 2.5"]


def test_the_veil_is_the_limit_of_the_very_line(desk: Desk) -> None:
    for back in range(3):
        assert "veil" not in desk.words()[1]
        desk.train(TODAY - back * DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 62 + back % 2 * 3))
    assert "veil: ± of the line" in desk.words()[1]
    line = desk.page.balance.chart._curves["seatedtext"][0].line
    verdicts = desk.data.strengths.balance(SEATED).at_pairs(desk.data.bands)
    np.testing.assert_array_equal(line.plus_minus[2:], verdicts.plus_minus[2:])


def test_a_goal_of_a_difference_is_a_line_to_either_side(desk: Desk) -> None:
    desk.both_legs(0)
    goal = Goal(GoalKind.DIFFERENCE_PERCENT, STANDING, 8.0)
    desk.logbook.apply(Change.adding(goal), "goal")
    assert desk.page.balance.chart._goals.names == {-8.0: "goal L 8", 8.0: "goal R 8"}
