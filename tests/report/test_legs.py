"""The legs' strength in the physio's report: figures of its last day, and changes since then."""

from dataclasses import replace
from math import isnan

import pytest

from tests.report.test_parts import (
    BOTH,
    LEFT,
    RIGHT,
    SEATED,
    STANDING,
    ago,
    both,
    report_of,
    train,
)
from tracker.domain.change import Entry
from tracker.domain.columns import day_number
from tracker.domain.difference import Source
from tracker.domain.event import Event, EventKind
from tracker.domain.runner import Bodyweight
from tracker.domain.session import SetType
from tracker.domain.verdict import Reason, State
from tracker.report.legs import Compared, Strength

WEIGHED = Bodyweight(ago(300), 70.0)


def weekly(
    last: int, left_kg: float, right_kg: float, sessions: int = 3, rir: float | None = 0.0
) -> list[Entry]:
    """Log a session per week up to a day, with a set of ten repetitions of each leg."""
    days = [last + 7 * number for number in reversed(range(sessions))]
    return [each for day in days for each in train(day, *both(SEATED, left_kg, right_kg), rir=rir)]


def strength_tests(days: list[int], left_kg: float, right_kg: float) -> list[Entry]:
    """Log strength tests of ten repetitions of each leg."""
    return [
        each
        for day in days
        for each in train(day, *both(SEATED, left_kg, right_kg), rir=None, set_type=SetType.TEST)
    ]


def strength_of(*entries: Entry, first: int | None = None) -> Strength:
    (strength,) = report_of(*entries, first=first, last=0).strength
    return strength


def test_a_leg_has_its_median_with_its_limit() -> None:
    leg = strength_of(*weekly(0, 60, 75)).legs[LEFT]
    assert leg.now is not None
    # Repeats 2 x 3.36 x 1.2533 / sqrt(3 + pi / 2 - 1) = 4.457 %, O'Conner reads 6.25 % less.
    assert leg.now.kg == pytest.approx(80)
    assert leg.now.plus_minus_percent == pytest.approx((4.457**2 + 6.25**2) ** 0.5, abs=2e-3)
    assert leg.values.e1rm_kg == pytest.approx([80, 80, 80])
    assert leg.line.kg == pytest.approx([float("nan")] * 2 + [80], nan_ok=True)


def test_the_verdict_is_of_the_last_day() -> None:
    strength = strength_of(*weekly(0, 60, 75))
    difference = strength.verdict.difference
    assert difference is not None
    assert strength.verdict.state is State.MARKED
    assert difference.value == pytest.approx(20)
    # Steps of none beside eight of 6: 4.8; a repetition more on the left makes it 18.
    assert difference.plus_minus == pytest.approx((6.367**2 + 2**2) ** 0.5, abs=2e-3)
    assert strength.percent == pytest.approx([20, 20, 20])
    assert len(strength.line) == 3


def test_figures_are_of_the_whole_log_and_charts_of_the_period() -> None:
    training = weekly(0, 60, 75, sessions=5)
    whole, part = strength_of(*training), strength_of(*training, first=10)
    assert part.verdict == whole.verdict
    assert part.legs[LEFT].now == whole.legs[LEFT].now
    assert len(part.pairs) == len(part.legs[LEFT].values) == 2
    assert part.line.value == pytest.approx(whole.line.value[-2:])


def test_a_change_is_since_the_first_day() -> None:
    strength = strength_of(*weekly(100, 48, 60), *weekly(0, 60, 75), first=80)
    change = strength.legs[LEFT].change
    assert change is not None
    assert change.percent == pytest.approx(25)
    # 4.457 and, with four steps known, 3.714 % of repeats; one repetition misjudged 2.5 %.
    assert change.plus_minus == pytest.approx(
        1.25 * (4.457**2 + 3.714**2 + 2.5**2) ** 0.5, abs=2e-3
    )
    assert strength.trend is not None
    assert strength.trend.points == pytest.approx(0)
    assert strength.trend.weeks == 80 // 7


def test_a_change_is_since_the_last_visit_where_there_was_one() -> None:
    training = [*weekly(100, 48, 60), *weekly(0, 60, 75)]
    visit = Event(ago(80), EventKind.VISIT)
    visited = strength_of(*training, visit, first=20)
    assert visited.legs[LEFT].change == strength_of(*training, first=80).legs[LEFT].change
    assert visited.days == Compared(day_number(ago(114 - 27)), day_number(ago(80)))
    first, then = visited.legs[LEFT].first, visited.legs[LEFT].then
    assert first is not None
    assert then is not None
    assert first.kg == then.kg == pytest.approx(64)
    assert visited.first is not None
    assert visited.then is not None


def test_of_a_whole_log_the_first_28_days_are_the_start() -> None:
    training = [*weekly(100, 48, 60), *weekly(0, 60, 75)]
    strength = strength_of(*training)
    assert strength.legs[LEFT].change == strength_of(*training, first=114 - 27).legs[LEFT].change
    assert strength.trend is not None
    assert strength.trend.weeks == (114 - 27) // 7


def test_a_log_that_has_hardly_begun_has_no_change() -> None:
    strength = strength_of(*weekly(0, 60, 75))
    assert strength.legs[LEFT].change is None
    assert strength.trend is None
    assert strength.days == Compared(None, None)
    assert (strength.first, strength.then, strength.legs[LEFT].then) == (None, None, None)


def test_without_reserve_nothing_is_known_until_tests_are_done() -> None:
    blank = weekly(0, 60, 60, sessions=10, rir=None)
    before = strength_of(*blank)
    assert before.verdict.reason is Reason.RESERVE
    assert before.legs[LEFT].now is None
    assert before.by_tests is None
    assert len(before.legs[LEFT].values) == 10  # drawn all the same
    tested = strength_of(*blank, *strength_tests([57, 29, 1], 60, 75))
    assert tested.verdict.difference is not None
    assert tested.verdict.difference.value == pytest.approx(20)
    assert tested.by_tests is not None
    assert tested.by_tests.difference == replace(tested.verdict.difference, source=Source.TESTS)


def test_a_leg_alone_has_no_pairs() -> None:
    strength = strength_of(*train(0, (SEATED, LEFT, 60)))
    assert strength.legs[RIGHT].now is None
    assert len(strength.pairs) == 0
    assert strength.verdict.reason is Reason.NO_SETS_RIGHT


def test_an_exercise_that_tells_nothing_is_not_compared() -> None:
    both_legs = train(0, (SEATED, BOTH, 60))
    standing_unweighed = train(0, (STANDING, LEFT, 20))
    report = report_of(*both_legs, *standing_unweighed)
    assert report.strength == ()
    assert report.work is not None


def test_an_exercise_of_before_the_period_is_left_out() -> None:
    assert report_of(*weekly(60, 60, 75), first=10, last=0).strength == ()


def test_the_bodyweight_of_the_last_day_counts() -> None:
    weighings = [Bodyweight(ago(50), 68.0), Bodyweight(ago(5), 70.0)]
    assert strength_of(*weighings, *weekly(10, 60, 60)).bodyweight_kg == 70
    assert isnan(strength_of(*weekly(10, 60, 60)).bodyweight_kg)


def test_the_ratio_needs_both_exercises_of_one_leg() -> None:
    seated = weekly(0, 60, 60)
    assert report_of(WEIGHED, *seated).ratio is None
    standing = [each for day in (14, 7, 0) for each in train(day, (STANDING, LEFT, 5))]
    ratio = report_of(WEIGHED, *seated, *standing).ratio
    assert ratio is not None
    # 80 of 100 kg; 4.457 % of repeats each, a repetition more of ten to failure 2.5 %.
    assert ratio.now[LEFT].value == pytest.approx(0.8)
    assert ratio.now[LEFT].plus_minus == pytest.approx(
        0.8 * (2 * 0.04457**2 + 0.025**2) ** 0.5, abs=2e-4
    )
    assert isnan(ratio.now[RIGHT].value)
    assert isnan(ratio.then[LEFT].value)
    assert len(ratio.days[LEFT]) == len(ratio.lines[LEFT].percent) == 3


def test_the_ratio_stands_at_the_start_as_well() -> None:
    def training(last: int, seated_kg: float) -> list[Entry]:
        loads = [(SEATED, LEFT, seated_kg), (STANDING, LEFT, 5.0)]
        return [each for day in (14, 7, 0) for each in train(last + day, *loads)]

    ratio = report_of(WEIGHED, *training(100, 45), *training(0, 60), first=98, last=0).ratio
    assert ratio is not None
    assert (ratio.then[LEFT].value, ratio.now[LEFT].value) == pytest.approx((0.6, 0.8))
    change = ratio.changes[LEFT]
    assert change is not None
    assert change.value == pytest.approx(0.2)
    assert ratio.changes[RIGHT] is None
