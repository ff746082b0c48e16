"""The charts of symptoms and heel raises: what they draw, and what they say of a day."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tracker.app.logbook import Logbook
from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import DARK, make_palette
from tracker.domain.change import Change, Entry
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import VISA_A, Measurement
from tracker.domain.runner import Runner
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database
from tracker.ui.charts import PointKind
from tracker.ui.progress.page import ProgressPage
from tracker.ui.widgets.cards import SegmentedControl
from tracker.ui.widgets.faults import Faults

LEFT, RIGHT, BOTH = Side
TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


class Desk:
    """The Progress page on a log in memory."""

    def __init__(self, folder: Path) -> None:
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.logbook = Logbook(Database.in_memory())
        data = ProgressData(self.logbook, lambda: TODAY, self.logbook)
        self.page = ProgressPage(Settings(store), data, Faults())
        self.symptoms, self.heel_raises = self.page.symptoms, self.page.heel_raises

    def add(self, *entries: Entry) -> None:
        self.logbook.apply(Change.adding(*entries), "add")

    def feel(
        self, back: int, moment: Moment, side: Side, pain: int, stiff: int | None = None
    ) -> None:
        self.add(Symptom(TODAY - back * DAY, moment, side, pain=pain, stiffness_min=stiff))

    def test(self, back: int, left: int, right: int, knee: Exercise = Exercise.STANDING) -> None:
        date = TODAY - back * DAY
        self.add(*(HeelRaiseTest(date, knee, s, n) for s, n in ((LEFT, left), (RIGHT, right))))

    def choose(self, control: SegmentedControl, text: str) -> None:
        buttons = control.findChildren(QAbstractButton)
        button = next(each for each in buttons if each.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    qtbot.addWidget(desk.page)
    desk.page.resize(1132, 770)
    desk.page.show()
    return desk


def words_of(card: object) -> str:
    return str(card.chart.accessibleDescription())  # type: ignore[attr-defined]


def test_empty_charts_say_what_would_fill_them(desk: Desk) -> None:
    assert "next morning" in desk.symptoms.chart.message.text()
    assert desk.symptoms.chart._tints._items[0].isVisible() is False
    assert "Heel-raise test" in desk.heel_raises.chart.message.text()


def test_at_first_the_next_morning_is_drawn_by_leg(desk: Desk) -> None:
    desk.feel(0, Moment.NEXT_MORNING, LEFT, 2)
    desk.feel(0, Moment.NEXT_MORNING, RIGHT, 0)
    desk.feel(0, Moment.DURING, LEFT, 4)
    left, right = (curve for curve, _ in desk.symptoms.chart._curves.values())
    assert (left.name, left.symbol, left.dash, left.points.value.tolist()) == ("left", "o", (), [2])
    assert (right.name, right.symbol, right.points.value.tolist()) == ("right", "t1", [0])
    assert right.dash != left.dash
    desk.choose(desk.symptoms.moments, "during")
    ((curve, _),) = desk.symptoms.chart._curves.values()
    assert curve.points.value.tolist() == [4]


def test_all_moments_are_told_apart_by_their_dashes(desk: Desk) -> None:
    for pain, moment in enumerate(Moment):
        desk.feel(0, moment, LEFT, pain)
    desk.feel(0, Moment.DURING, BOTH, 7)
    desk.choose(desk.symptoms.moments, "all moments")
    curves = [curve for curve, _ in desk.symptoms.chart._curves.values()]
    assert len({curve.dash for curve in curves if curve.role == "left"}) == 4
    assert [curve.symbol for curve in curves if curve.role == "text"] == ["s"]
    assert "── next morning" in words_of(desk.symptoms)
    assert "■ both" in words_of(desk.symptoms)


def test_bands_are_those_of_the_runner(desk: Desk) -> None:
    desk.feel(0, Moment.NEXT_MORNING, LEFT, 2)
    assert "bands 0–2, 3–5, 6–10" in words_of(desk.symptoms)
    assert desk.symptoms.chart._tints._items[0].isVisible()
    desk.add(Runner(low_pain=1, middle_pain=3))
    assert "bands 0–1, 2–3, 4–10" in words_of(desk.symptoms)
    assert [tint.highest for tint in desk.symptoms.chart._tints.tints] == [1.5, 3.5, 10.4]


def test_the_whole_scale_of_pain_is_in_view(desk: Desk) -> None:
    desk.feel(0, Moment.NEXT_MORNING, LEFT, 1)
    lowest, highest = desk.symptoms.chart.values_in_view
    assert lowest < 0
    assert highest > 10


def scale_of(desk: Desk) -> list[tuple[Any, str]]:
    """List what the gutter says at both ends of the row of stiffness."""
    levels = desk.symptoms.chart._gutter._tickLevels[0]
    return [(pytest.approx(at), name) for at, name in levels if name.endswith(" min")]


def test_stiffness_has_a_row_of_its_own_below_with_left_up_and_right_down(desk: Desk) -> None:
    desk.feel(0, Moment.NEXT_MORNING, LEFT, 0, 15)
    desk.feel(0, Moment.NEXT_MORNING, RIGHT, 0, 30)
    left, right = desk.symptoms.chart._stripes.stripes
    assert left.base == right.base < 0
    assert left.height[0] == pytest.approx(0.8)
    assert right.height[0] == pytest.approx(-1.6)
    assert "stiff: left up, right down" in words_of(desk.symptoms)
    written = {name: at for at, name in desk.symptoms.chart._gutter._tickLevels[0]}
    assert written["stiffness"] == left.base
    assert scale_of(desk) == [(pytest.approx(left.base - 1.6), "30 min"), (-1.1, "30 min")]
    assert [line.value() for line in desk.symptoms.chart._scale if line.isVisible()] == [
        pytest.approx(left.base - 1.6),
        pytest.approx(-1.1),
    ]
    assert desk.symptoms.chart.values_in_view[0] < left.base - 1.6
    desk.feel(3, Moment.NEXT_MORNING, LEFT, 0, 120)
    assert desk.symptoms.chart._stripes.stripes[0].height.max() == pytest.approx(1.6)
    assert [name for _, name in scale_of(desk)] == ["120 min", "120 min"]


def test_a_week_is_laid_beside_the_one_before_in_words(desk: Desk) -> None:
    for back, pain in ((0, 1), (1, 1), (3, 2), (5, 2)):
        desk.feel(back, Moment.NEXT_MORNING, LEFT, pain)
    assert "next-morning pain, median: left 1 this week, 2 the week before" in words_of(
        desk.symptoms
    )


def test_a_day_is_read_with_all_that_was_felt(desk: Desk) -> None:
    desk.feel(0, Moment.NEXT_MORNING, LEFT, 1, 10)
    desk.feel(0, Moment.NEXT_MORNING, RIGHT, 0)
    QTest.keyClick(desk.symptoms.chart, Qt.Key.Key_Left)
    assert words_of(desk.symptoms) == (
        "Tue 24 Nov 2026 · next morning left 1, right 0 · stiff left 10 min"
    )


def test_heel_raises_are_drawn_by_leg_with_what_repeats_differ_by(desk: Desk) -> None:
    desk.test(42, 18, 27)
    desk.test(0, 22, 40)
    left, right = (curve for curve, _ in desk.heel_raises.chart._curves.values())
    assert left.points.value.tolist() == left.line.height.tolist() == [18, 22]
    assert left.line.plus_minus.tolist() == [6, 6]
    assert right.line.plus_minus.tolist() == [7, 10]  # above 24 a share of the repetitions
    assert right.is_dashed
    assert words_of(desk.heel_raises).endswith(
        "veil: what repeats differ by\n"
        "last: left 22, right 40 · 18 apart, beyond what repeats differ by (± 8)"
    )


def test_the_bent_knee_can_be_chosen_once_it_was_tested(desk: Desk) -> None:
    buttons = desk.heel_raises.knee.findChildren(QAbstractButton)
    bent = next(each for each in buttons if each.text() == "bent")
    desk.test(0, 22, 26)
    assert bent.isHidden()
    desk.test(1, 30, 31, Exercise.STANDING_BENT)
    assert not bent.isHidden()
    desk.choose(desk.heel_raises.knee, "bent")
    assert "left 30, right 31" in words_of(desk.heel_raises)


def test_a_goal_in_heel_raises_is_a_line_of_its_chart(desk: Desk) -> None:
    desk.test(0, 22, 26)
    desk.add(
        Goal(GoalKind.HEEL_RAISE_REPS, Exercise.STANDING, 40.0),
        Goal(GoalKind.HEEL_RAISE_REPS, Exercise.STANDING_BENT, 50.0),
    )
    assert desk.heel_raises.chart._goals.names == {40.0: "goal 40"}
    assert desk.heel_raises.chart.values_in_view[1] > 40


def test_the_marks_take_on_the_colours_of_a_theme(desk: Desk) -> None:
    desk.feel(0, Moment.NEXT_MORNING, LEFT, 1, 10)
    desk.test(0, 22, 26)
    desk.add(Goal(GoalKind.HEEL_RAISE_REPS, Exercise.STANDING, 40.0))
    desk.page.setPalette(make_palette(DARK))
    assert desk.symptoms.chart._stripes._items[0].opts["brush"] == DARK.left
    assert desk.heel_raises.chart._goals._items[0].pen.color() == DARK.accent
    assert desk.symptoms.chart._tints._items[0].brush.color().name() == DARK.accent.name()


def test_a_set_saved_redraws_nothing_of_them(desk: Desk) -> None:
    desk.feel(0, Moment.NEXT_MORNING, LEFT, 1, 10)
    stripes = desk.symptoms.chart._stripes._items
    points = desk.symptoms.chart._curves["leftleft"][1].spots[PointKind.FULL].data
    desk.add(Measurement(TODAY, VISA_A.name, 78.0))
    assert desk.symptoms.chart._stripes._items is stripes
    assert desk.symptoms.chart._curves["leftleft"][1].spots[PointKind.FULL].data is points
