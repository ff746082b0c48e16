"""What was measured, found by kind, day and leg; typed values as a change; courses and ratios."""

import datetime

import pytest

from tracker.domain.change import Change
from tracker.domain.exercise import Side
from tracker.domain.measured import (
    courses,
    force_ratios,
    kinds_of,
    noted_on,
    noting_measured,
    occasions,
    times_bodyweight,
)
from tracker.domain.measurement import (
    FORCE_SEATED,
    FORCE_STANDING,
    KNOWN_KINDS,
    VISA_A,
    Measurement,
    kind_named,
    newtons,
)
from tracker.domain.runner import Bodyweight
from tracker.domain.then_and_now import ThenAndNow

TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)
LEFT, RIGHT = Side.LEFT, Side.RIGHT
KNEE = KNOWN_KINDS["knee_to_wall"]


def reach(cm: float, side: Side = LEFT, day: datetime.date = TODAY) -> Measurement:
    return Measurement(day, KNEE.name, cm, side)


def test_of_a_day_the_first_of_each_leg_is_found() -> None:
    left, again, right = reach(9), reach(10), reach(11, RIGHT)
    others = [reach(8, day=TODAY - DAY), Measurement(TODAY, "calf_girth", 38.0, RIGHT)]
    assert noted_on(TODAY, KNEE, [*others, left, again, right]) == {LEFT: left, RIGHT: right}


def test_legs_of_a_day_are_one_occasion_and_a_second_value_of_a_leg_is_another() -> None:
    old = reach(8, day=TODAY - DAY)
    left, right, again = reach(9), reach(11, RIGHT), reach(10)
    other = Measurement(TODAY, "calf_girth", 38.0, RIGHT)
    assert occasions(KNEE, [old, left, other, again, right]) == [
        {LEFT: left, RIGHT: right},
        {LEFT: again},
        {LEFT: old},
    ]


def test_what_is_typed_is_added_replaced_and_removed() -> None:
    ((before, added),) = noting_measured(TODAY, VISA_A, {}, {None: [80.0]}).of(Measurement)
    assert before is None
    assert added is not None
    assert (added.date, added.kind, added.value, added.trials) == (TODAY, "visa_a", 80.0, ())
    ((_, better),) = noting_measured(TODAY, VISA_A, {None: added}, {None: [85.0]}).of(Measurement)
    assert better is not None
    assert (better.id, better.value) == (added.id, 85.0)
    assert noting_measured(TODAY, VISA_A, {None: added}, {None: []}) == Change.removing(added)
    assert not noting_measured(TODAY, VISA_A, {None: added}, {None: [80.0]})
    assert not noting_measured(TODAY, VISA_A, {}, {None: []})


def test_of_several_trials_the_best_is_kept_with_them() -> None:
    typed: dict[Side | None, list[float]] = {LEFT: [400.0, 431.5, 420.0], RIGHT: [440.0]}
    change = noting_measured(TODAY, FORCE_SEATED, {}, typed, "strapped")
    values = [after for _, after in change.of(Measurement) if after]
    assert [(each.side, each.value, each.trials, each.note) for each in values] == [
        (LEFT, 431.5, (400.0, 431.5, 420.0), "strapped"),
        (RIGHT, 440.0, (), "strapped"),
    ]


def test_a_kind_of_one_s_own_keeps_its_unit_and_a_note_stays_unless_another_is_typed() -> None:
    grip = kind_named("Grip", "kg")
    ((_, added),) = noting_measured(TODAY, grip, {}, {None: [40.0]}, "cold").of(Measurement)
    assert added is not None
    assert (added.kind, added.unit) == ("Grip", "kg")
    ((_, later),) = noting_measured(TODAY - DAY, grip, {None: added}, {None: [41.0]}).of(
        Measurement
    )
    assert later is not None
    assert (later.date, later.note) == (TODAY - DAY, "cold")


def test_a_value_out_of_bounds_is_refused() -> None:
    with pytest.raises(ValueError, match="A measurement must be 0 to 100"):
        noting_measured(TODAY, VISA_A, {}, {None: [101.0]})


def test_a_force_is_told_as_times_the_bodyweight_of_its_day() -> None:
    weighed = [Bodyweight(TODAY - DAY, 70.0), Bodyweight(TODAY + DAY, 80.0)]
    force = Measurement(TODAY, FORCE_SEATED.name, newtons(140.0), LEFT)
    assert times_bodyweight(force, weighed) == pytest.approx(2.0)
    assert times_bodyweight(force, []) is None
    assert times_bodyweight(reach(9), weighed) is None


def test_kinds_stand_in_the_order_of_the_table_and_the_runner_s_own_after_them() -> None:
    own = [Measurement(TODAY, name, 1.0, unit=unit) for name, unit in (("b", ""), ("a", "s"))]
    known = [reach(9), Measurement(TODAY, "visa_a", 80.0)]
    kinds = [(kind.name, kind.unit) for kind in kinds_of([*own, *known, reach(8)])]
    assert kinds == [("visa_a", "0-100"), ("knee_to_wall", "cm"), ("a", "s"), ("b", "")]


def test_a_course_has_what_was_first_then_and_newest_of_each_leg() -> None:
    days = [TODAY - 3 * DAY, TODAY - 2 * DAY, TODAY - DAY, TODAY]
    left = [
        Measurement(day, FORCE_SEATED.name, n, LEFT)
        for day, n in zip(days, (300, 400, 450, 519), strict=True)
    ]
    right = Measurement(TODAY, FORCE_SEATED.name, 500.0, RIGHT)
    (course,) = courses([*left, right], TODAY - 2 * DAY)
    assert course.legs == {
        LEFT: ThenAndNow(left[0], left[1], left[3], 1),
        RIGHT: ThenAndNow(None, None, right, 0),
    }
    assert (course.change(LEFT), course.is_beyond_noise(LEFT)) == (119, True)
    assert (course.change(RIGHT), course.is_beyond_noise(RIGHT)) == (None, None)


def test_a_change_as_large_as_the_noise_is_not_beyond_it() -> None:
    forces = [
        Measurement(day, FORCE_SEATED.name, n, LEFT)
        for day, n in ((TODAY - DAY, 500.0), (TODAY, 382.0))
    ]
    (course,) = courses(forces, TODAY - DAY)
    assert (course.change(LEFT), course.is_beyond_noise(LEFT)) == (-118, False)
    (unknown,) = courses([reach(9), reach(12)], TODAY - DAY)
    assert unknown.change(LEFT) == 3
    assert unknown.is_beyond_noise(LEFT) is None


def test_forces_are_compared_of_one_leg_and_one_day_the_highest_of_each() -> None:
    def force(standing: bool, newton: float, side: Side, day: datetime.date) -> Measurement:
        kind = FORCE_STANDING if standing else FORCE_SEATED
        return Measurement(day, kind.name, newton, side)

    before = TODAY - DAY
    measured = [
        force(False, 700, LEFT, before),
        force(False, 800, LEFT, before),
        force(True, 1_000, LEFT, before),
        force(False, 900, LEFT, TODAY),  # its standing one was measured of the other leg
        force(True, 1_000, RIGHT, TODAY),
        force(False, 5, RIGHT, TODAY),
        force(True, 0, LEFT, TODAY),
        reach(9),
    ]
    assert force_ratios(measured) == {LEFT: {before: 0.8}, RIGHT: {TODAY: 0.005}}
    assert force_ratios([]) == {}
