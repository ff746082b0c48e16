"""Sets that an import adds, kept as columns and made when they are asked for."""

import pytest

from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet
from tracker.exchange.importing.laying import Missing, id_of_set
from tracker.exchange.importing.sets_added import SetsAdded, shared

SEATED = shared(exercise=Exercise.SEATED, reps=12, external_kg=40.0, rir=2.0)
LEFT: Missing = (Side.LEFT, "day:Seated", 3)
RIGHT: Missing = (Side.RIGHT, "ab" * 16, 0)


def test_a_line_of_each_leg_is_a_set_of_each_in_this_order() -> None:
    sets = SetsAdded()
    sets.add(7, "session", SEATED, [LEFT, RIGHT], 2, 4)
    left = LoggedSet(
        "session",
        Exercise.SEATED,
        Side.LEFT,
        2,
        12,
        40.0,
        position=4,
        rir=2.0,
        id=id_of_set("day:Seated", 3, Side.LEFT),
    )
    right = LoggedSet(
        "session", Exercise.SEATED, Side.RIGHT, 2, 12, 40.0, position=5, rir=2.0, id="ab" * 16
    )
    assert list(sets) == [left, right]
    assert (len(sets), sets[1], sets[-1], sets[:1]) == (2, right, right, [left])
    assert list(sets.lines) == [7, 7]


@pytest.mark.parametrize(("number", "position"), [(0, 0), (1000, 0), (1, 100_000)])
def test_of_a_line_with_a_place_out_of_bounds_no_set_is_added(number: int, position: int) -> None:
    sets = SetsAdded()
    with pytest.raises(ValueError, match="must be"):
        sets.add(7, "session", SEATED, [LEFT, RIGHT], number, position)
    assert list(sets) == []


def test_what_no_set_could_have_is_refused_before_any_is_added() -> None:
    with pytest.raises(ValueError, match="Repetitions must be"):
        shared(exercise=Exercise.SEATED, reps=1001, external_kg=40.0)
