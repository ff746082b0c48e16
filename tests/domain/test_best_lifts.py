"""What makes a set the best of its leg so far."""

from math import nan

import pytest

from tracker.domain.best_lifts import NO_LOAD, Beaten, Heaviest, beaten, lifted
from tracker.domain.evidence import Evidence, SetEvidence, evidence_of
from tracker.domain.exercise import Side
from tracker.domain.one_rep_max import Formula
from tracker.domain.session import SetType

NOTHING = Heaviest()


def of(kg: float, reps: int, rir: float | None = 0, set_type: SetType = SetType.WORK) -> Heaviest:
    told = evidence_of(Formula.EPLEY, Side.LEFT, set_type, kg, reps, rir)
    return lifted(kg, reps, told)


def test_a_load_counts_for_as_many_repetitions_and_for_fewer() -> None:
    assert of(60, 8).kg == (60, 60, 60, 60, NO_LOAD)
    assert of(60, 2).kg == (60, NO_LOAD, NO_LOAD, NO_LOAD, NO_LOAD)
    assert of(60, 20).kg == (60,) * 5


@pytest.mark.parametrize(
    ("lift", "e1rm_kg"),
    [
        (of(60, 8, 2), 80),  # 60 (1 + 10 / 30)
        (of(60, 8, None), NO_LOAD),  # the reserve is not known
        (of(60, 8, 4), NO_LOAD),  # at least
        (of(60, 6, None, SetType.TEST), 72),  # 60 (1 + 6 / 30)
    ],
)
def test_an_estimate_counts_only_where_it_is_known(lift: Heaviest, e1rm_kg: float) -> None:
    assert lift.e1rm_kg == pytest.approx(e1rm_kg)
    assert lift.kg[0] == 60


def test_what_tells_nothing_is_no_best() -> None:
    assert of(60, 8, 0, SetType.WARMUP) == NOTHING
    assert of(nan, 8) == NOTHING
    assert of(60, 0) == NOTHING
    assert lifted(nan, 8, SetEvidence(Evidence.KNOWN, 8.0, 80.0)) == NOTHING


def test_the_first_beats_nothing_and_neither_does_an_equal() -> None:
    assert not beaten(NOTHING, of(60, 8))
    assert not beaten(of(60, 8), of(60, 8))
    assert not beaten(of(60, 8), of(57.5, 8))


def test_more_load_beats_all_that_it_was_done_for() -> None:
    # 62.5 for 8 to failure: an estimate of 79.2 against 76.
    assert beaten(of(60, 8), of(62.5, 8)) == Beaten((1, 3, 5, 8), True)
    # Heavier for 3, but with a lower estimate: 71.5.
    assert beaten(of(60, 8), of(65, 3)) == Beaten((1, 3), False)
    # More repetitions of the same load are a new estimate alone: none was done for 12 before.
    assert beaten(of(60, 8), of(60, 12)) == Beaten((), True)
    # With an estimate not known before none is beaten.
    assert beaten(of(60, 8, None), of(62.5, 8)) == Beaten((1, 3, 5, 8), False)


def test_of_two_the_higher_of_each_is_kept() -> None:
    assert of(60, 8).more(of(70, 2)) == Heaviest((70, 60, 60, 60, NO_LOAD), of(60, 8).e1rm_kg)
    assert NOTHING.more(of(60, 8)) == of(60, 8)
