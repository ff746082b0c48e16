"""Four tiles with today’s answers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.progress.conftest import DAY, LEFT, RIGHT, SEATED, STANDING, TODAY, Desk
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise
from tracker.domain.runner import Runner
from tracker.words.labels import unbroken


def test_the_tiles_answer_with_a_figure_and_what_to_make_of_it(desk: Desk) -> None:
    desk.weigh(70)
    for back in (0, 2, 4):
        desk.both_legs(back)
    seated = desk.page.tiles.balances[SEATED]
    assert seated.figure.text() == unbroken("Right 5 % stronger, ± 8")
    sentence = "Within your usual range (under 10 %). The ± reaches beyond it."
    assert seated.sentence.text() == unbroken(sentence)
    assert seated.accessibleName() == f"Left – right, seated: Right 5 % stronger, ± 8. {sentence}"
    assert seated.trend.text() == "Needs two figures, 8 or 12 weeks apart."
    assert not seated.sentence.font().bold()
    assert desk.page.tiles.ratio.figure.text() == "0.75 · 0.77"
    assert desk.page.tiles.ratio.sentence.text() == unbroken("Left and right, ± 0.08.")
    assert desk.page.tiles.week.figure.text() == "2 hard sets"
    assert desk.page.tiles.week.sentence.text() == "In 1 session."


def test_a_tile_says_how_the_difference_and_each_leg_have_changed(desk: Desk) -> None:
    for back in range(0, 28, 4):
        right = (SEATED, RIGHT, 60 + back % 8 / 4)  # always the same would not be measured
        desk.train(TODAY - (84 + back) * DAY, (SEATED, LEFT, 48), right)
        desk.train(TODAY - back * DAY, (SEATED, LEFT, 60), right)
    tile = desk.page.tiles.balances[SEATED]
    words = tile.accessibleDescription()
    assert words.startswith("In 12 weeks the left leg has gained 20 points on the right, ±")
    assert tile.trend.text() == unbroken(words)
    strength = desk.page.tiles.strength
    assert strength.figure.text() == unbroken("Seated: left +25 %")
    legs = strength.sentence.text()
    assert legs.startswith(unbroken("Seated, in 12 weeks: left 25 % stronger, ± 6"))
    assert ", right no change beyond ±" in legs


def test_without_two_figures_the_tile_says_what_it_needs(desk: Desk) -> None:
    desk.both_legs(0)
    strength = desk.page.tiles.strength
    assert strength.figure.text() == "–"
    assert strength.sentence.text() == "Needs figures of a leg, 8 or 12 weeks apart."


def test_a_tile_leads_to_its_chart_by_click_and_by_keys(desk: Desk, qtbot: QtBot) -> None:
    desk.both_legs(0)
    page, tiles = desk.page, desk.page.tiles
    page.work.set_folded(folded=True)
    tiles.week.setFocus()
    QTest.keyClick(tiles.week, Qt.Key.Key_Return)
    assert not page.work.is_folded
    assert page.work.chart.hasFocus()
    for tile, card in (
        (tiles.ratio, page.ratio),
        (tiles.balances[STANDING], page.balance),
        (tiles.strength, page.strength),
    ):
        QTest.keyClick(tile, Qt.Key.Key_Space)
        assert card.chart.hasFocus()
        assert 0 <= card.mapTo(page, card.rect().topLeft()).y() < page.height() / 2
    page.work.chart.clearFocus()
    QTest.mouseClick(tiles.week.sentence, Qt.MouseButton.LeftButton)  # its words let clicks through
    assert page.work.chart.hasFocus()


def test_a_tile_that_cannot_judge_says_why_and_offers_a_test(desk: Desk, qtbot: QtBot) -> None:
    tile = desk.page.tiles.balances[SEATED]
    asked: list[Exercise] = []
    # The same load on both legs, and nobody noted what was left: nothing is known of a difference.
    for back in (0, 2, 4, 7, 9, 11):
        desk.train(TODAY - back * DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 60), rir=None)
    assert tile.figure.text() == "–"
    assert tile.sentence.text() == (
        "Not known: reserve was not noted. Note what was left, or do a strength test."
    )
    assert tile.trend.isHidden()
    desk.page.test_asked.connect(asked.append)
    QTest.mouseClick(tile.test_button, Qt.MouseButton.LeftButton)
    assert asked == [SEATED]
    for back in (1, 3, 5):
        desk.train(TODAY - back * DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 63))
    assert tile.figure.text() == unbroken("Right 5 % stronger, ± 8")
    assert tile.test_button.isHidden()


def test_a_missing_bodyweight_is_asked_for_where_it_is_the_reason(desk: Desk) -> None:
    desk.both_legs(0)
    words = desk.page.tiles.balances[STANDING].sentence.text()
    assert words.startswith("Not known: standing also lifts your body. Enter your bodyweight")
    desk.weigh(70)
    words = desk.page.tiles.balances[STANDING].sentence.text()
    assert words == "Not known: 1 of 3 pairs so far."


def test_a_day_of_fifteen_repetitions_is_told_to_be_too_easy_to_judge(desk: Desk) -> None:
    desk.weigh(70)
    for back in (0, 1, 2):
        sides = ((STANDING, LEFT, 0), (STANDING, RIGHT, 0))
        desk.train(TODAY - back * DAY, *sides, reps=15, rir=2)
    words = desk.page.tiles.balances[STANDING].sentence.text()
    assert words == (
        "Not known: the sets were too easy to tell (4 or more in reserve, or over 12 repetitions)."
    )


def test_a_flag_is_raised_by_the_rule_only(desk: Desk) -> None:
    seated = desk.page.tiles.balances[SEATED]
    for back in (0, 2):
        desk.both_legs(back, right=80)
        assert not seated.sentence.font().bold()
    assert seated.sentence.text() == "Not known: 2 of 3 pairs so far."
    desk.both_legs(4, right=80)
    assert seated.sentence.font().bold()
    assert seated.sentence.text() == unbroken("Marked, above 15 %.")
    desk.logbook.apply(
        Change.adding(Runner(usual_percent=30.0, marked_percent=40.0)), "preferences"
    )
    assert not seated.sentence.font().bold()
