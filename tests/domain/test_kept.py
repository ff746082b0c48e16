"""What is taken over where a changed day leaves it as it was."""

import numpy as np

from tracker.domain.kept import KeptFigures, Unchanged, unchanged
from tracker.domain.windows import Windows


def row(*values: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([values], np.float64)


def test_a_table_as_it_was_is_all_front() -> None:
    assert unchanged(row(1, 2), row(1, 2)) == Unchanged(2, 0, 2)
    assert unchanged(row(), row(1)) == Unchanged(0, 0, 1)


def test_rows_alike_are_counted_once() -> None:
    assert unchanged(row(1, 1), row(1, 1, 1)) == Unchanged(2, 0, 3)
    assert unchanged(row(1, 2, 3), row(1, 3)) == Unchanged(1, 1, 2)


def test_what_is_new_is_put_between_and_places_behind_it_are_shifted() -> None:
    same = Unchanged(1, 2, 4)
    assert same.between == slice(1, 2)
    spliced = same.spliced(np.array([7, 8, 9]), np.array([5]), 1)
    assert spliced.tolist() == [7, 5, 9, 10]


def test_nothing_changed_is_worked_out_again() -> None:
    day = np.array([0, 3])
    kept = KeptFigures.of(day, lambda windows: windows.size[np.newaxis].astype(np.float64))

    def never(windows: Windows) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        raise AssertionError(windows)

    assert kept.amended(day, Unchanged(2, 0, 2), never) is kept
    assert kept.found.tolist() == [[1.0, 2.0]]
