import pytest

from tracker.domain.session import SetType
from tracker.exchange.importing.sequences import Done, partners

WARM = Done(15, 20.0, SetType.WARMUP)
A, B, C = Done(12, 40.0, SetType.WORK), Done(10, 40.0, SetType.WORK), Done(8, 40.0, SetType.WORK)
HEAVY = Done(10, 60.0, SetType.WORK)


@pytest.mark.parametrize(
    ("own", "told", "expected"),
    [
        ([A, B, C], [A, B, C], [0, 1, 2]),
        ([A, B, C], [WARM, A, B, C], [None, 0, 1, 2]),
        ([A, B, C], [A, WARM, B, C], [0, None, 1, 2]),
        ([A, A], [A, A, A], [0, 1, None]),
        ([A, B, C], [A, HEAVY, C], [0, 1, 2]),
        ([A, B, C], [WARM, A, HEAVY, C], [None, 0, 1, 2]),
        ([B], [WARM, HEAVY], [None, 0]),  # ten repetitions, corrected, and a warm-up in front
        ([A, B, C], [A, C], [0, 2]),
        ([A, B, C], [C, A], [2, 0]),
        ([A, B, C, WARM], [WARM, A, B, C], [3, 0, 1, 2]),
        ([A, B, C, WARM], [WARM, A, HEAVY, C], [3, 0, 1, 2]),
        ([A], [WARM], [0]),
        ([WARM, A], [B, C, A], [0, None, 1]),
        ([WARM, A, A, B], [A, A, B, A], [1, 2, 3, 0]),  # one too many came to the end before
        ([A, B, C], [WARM, A, B], [2, 0, 1]),  # as many as before: one was changed
        ([], [A], [None]),
        ([A], [], []),
    ],
)
def test_sets_have_partners_in_their_order(
    own: list[Done], told: list[Done], expected: list[int | None]
) -> None:
    assert partners(own, told, [True] * len(own)) == expected


def test_a_set_that_never_came_from_the_file_is_only_known_by_what_was_done() -> None:
    warm_up = Done(12, 40.0, SetType.WARMUP)
    assert partners([A, B], [warm_up, HEAVY], [False, False]) == [0, None]
