"""A session as tables: where the next value goes, and what moves up when a row is emptied."""

from dataclasses import replace

from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet
from tracker.domain.set_grid import Cell, SetGrid, cell_of, has_other_leg_to_do, removal, touched

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side


def cells(exercise: Exercise, rows: int, *sides: Side) -> list[Cell]:
    return [Cell(exercise, row, side) for row in range(1, rows + 1) for side in sides or (L, R)]


def logged(cell: Cell, reps: int = 8) -> LoggedSet:
    return LoggedSet("session", cell.exercise, cell.side, cell.set_no, reps, 60.0)


def after(sets: list[LoggedSet], change: Change) -> list[LoggedSet]:
    """Apply a change to a list, as the log would."""
    kept = {each.id: each for each in sets}
    for before, then in change.of(LoggedSet):
        if then is None:
            assert before is not None
            del kept[before.id]
        else:
            kept[then.id] = then
    return sorted(kept.values(), key=cell_of)


def test_an_empty_table_has_one_row_to_begin_with() -> None:
    assert SetGrid([], []).row_count(SEATED) == 1


def test_a_table_has_one_row_more_than_is_there_or_expected() -> None:
    grid = SetGrid(cells(SEATED, 2), cells(SEATED, 3))
    assert grid.row_count(SEATED) == 4


def test_both_legs_have_a_column_only_where_they_have_a_set() -> None:
    grid = SetGrid(cells(SEATED, 1, BOTH), [])
    assert grid.sides(SEATED) == (L, R, BOTH)
    assert grid.sides(STANDING) == (L, R)


def test_the_right_leg_follows_the_left_of_the_same_set() -> None:
    grid = SetGrid(cells(SEATED, 1, L), [])
    assert grid.next_cell(Cell(SEATED, 1, L)) == Cell(SEATED, 1, R)


def test_the_next_row_follows_the_right_leg() -> None:
    grid = SetGrid(cells(SEATED, 1), [])
    assert grid.next_cell(Cell(SEATED, 1, R)) == Cell(SEATED, 2, L)


def test_both_legs_are_followed_by_both_legs_of_the_next_row() -> None:
    grid = SetGrid(cells(SEATED, 1, BOTH), [])
    assert grid.next_cell(Cell(SEATED, 1, BOTH)) == Cell(SEATED, 2, BOTH)


def test_cells_that_hold_a_set_are_passed_over() -> None:
    grid = SetGrid([*cells(SEATED, 1), Cell(SEATED, 2, L)], [])
    assert grid.next_cell(Cell(SEATED, 1, L)) == Cell(SEATED, 2, R)


def test_what_is_expected_comes_before_an_empty_cell() -> None:
    grid = SetGrid([Cell(SEATED, 1, L)], cells(SEATED, 2, L))
    assert grid.next_cell(Cell(SEATED, 1, L)) == Cell(SEATED, 2, L)


def test_a_table_done_as_last_time_is_followed_by_the_other_table() -> None:
    grid = SetGrid(cells(SEATED, 3), cells(SEATED, 3) + cells(STANDING, 3))
    assert grid.next_cell(Cell(SEATED, 3, R)) == Cell(STANDING, 1, L)


def test_a_table_left_out_is_come_back_to() -> None:
    grid = SetGrid(cells(STANDING, 1), cells(SEATED, 1) + cells(STANDING, 1))
    assert grid.next_cell(Cell(STANDING, 1, R)) == Cell(SEATED, 1, L)


def test_more_than_last_time_goes_on_in_the_same_table() -> None:
    done = cells(SEATED, 1) + cells(STANDING, 1)
    grid = SetGrid(done, done)
    assert grid.next_cell(Cell(STANDING, 1, R)) == Cell(STANDING, 2, L)


def test_an_exercise_done_for_the_first_time_does_not_leave_its_table() -> None:
    grid = SetGrid(cells(STANDING, 1), cells(SEATED, 1))
    assert grid.next_cell(Cell(STANDING, 1, R)) == Cell(STANDING, 2, L)


def test_enter_on_an_empty_cell_goes_to_the_other_table() -> None:
    grid = SetGrid(cells(SEATED, 3), [])
    assert grid.cell_after_leaving(Cell(SEATED, 4, L)) == Cell(STANDING, 1, L)


def test_enter_on_an_empty_cell_goes_to_what_is_expected_there() -> None:
    grid = SetGrid([Cell(STANDING, 1, L)], cells(STANDING, 1))
    assert grid.cell_after_leaving(Cell(SEATED, 1, L)) == Cell(STANDING, 1, R)


def test_enter_on_an_empty_cell_goes_on_where_the_other_table_ended() -> None:
    grid = SetGrid(cells(SEATED, 2), [])
    assert grid.cell_after_leaving(Cell(STANDING, 1, L)) == Cell(SEATED, 3, L)


def test_a_single_table_is_not_left() -> None:
    grid = SetGrid([], [], (SEATED,))
    assert grid.cell_after_leaving(Cell(SEATED, 1, L)) == Cell(SEATED, 1, L)


def test_a_table_not_shown_is_left_for_the_first_one() -> None:
    grid = SetGrid([], [], (SEATED, STANDING))
    assert grid.cell_after_leaving(Cell(BENT, 1, L)) == Cell(SEATED, 1, L)


def test_the_first_empty_cell_of_an_untouched_table_is_its_first() -> None:
    assert SetGrid([], []).first_empty(STANDING) == Cell(STANDING, 1, L)


def test_the_first_empty_cell_follows_the_last_of_its_own_table() -> None:
    grid = SetGrid([*cells(SEATED, 2), Cell(STANDING, 1, L)], [])
    assert grid.first_empty(SEATED) == Cell(SEATED, 3, L)
    assert grid.first_empty(STANDING) == Cell(STANDING, 1, R)


def test_removing_one_leg_of_a_row_leaves_the_others_in_their_place() -> None:
    sets = [logged(cell) for cell in cells(SEATED, 2)]
    assert after(sets, removal(sets, [sets[0]])) == sets[1:]


def test_removing_a_whole_row_moves_the_later_rows_up() -> None:
    sets = [logged(cell, reps=cell.set_no) for cell in cells(SEATED, 3)]
    kept = after(sets, removal(sets, sets[2:4]))
    assert [(each.set_no, each.reps) for each in kept] == [(1, 1), (1, 1), (2, 3), (2, 3)]


def test_removing_a_row_leaves_other_exercises_alone() -> None:
    seated, standing = (logged(Cell(exercise, 2, L)) for exercise in (SEATED, STANDING))
    first = logged(Cell(SEATED, 1, L))
    kept = after([first, seated, standing], removal([first, seated, standing], [first]))
    assert kept == [replace(seated, set_no=1), standing]


def test_a_removal_taken_back_restores_every_place() -> None:
    sets = sorted((logged(cell) for cell in cells(SEATED, 4)), key=cell_of)
    change = removal(sets, [sets[0], sets[1], sets[4], sets[5]])
    assert after(after(sets, change), change.inverse) == sets


def test_the_first_empty_cell_is_the_first_that_is_expected() -> None:
    grid = SetGrid([Cell(SEATED, 1, L)], cells(SEATED, 2))
    assert grid.first_empty(SEATED) == Cell(SEATED, 1, R)


def test_a_session_begins_at_what_is_expected_first() -> None:
    assert SetGrid([], cells(STANDING, 1)).first_value() == Cell(STANDING, 1, L)


def test_a_session_goes_on_after_the_set_logged_last() -> None:
    grid = SetGrid(cells(SEATED, 3) + cells(STANDING, 3) + [Cell(SEATED, 4, L)], [])
    assert grid.first_value(Cell(STANDING, 3, R)) == Cell(STANDING, 4, L)
    assert grid.first_value(Cell(SEATED, 4, L)) == Cell(SEATED, 4, R)


def test_a_set_more_than_last_time_is_done_by_the_other_leg_too() -> None:
    expected = cells(SEATED, 3) + cells(STANDING, 3)
    fourth = Cell(SEATED, 4, L)
    assert SetGrid([*cells(SEATED, 3), fourth], expected).next_cell(fourth) == Cell(SEATED, 4, R)
    done = cells(SEATED, 4)
    assert SetGrid(done, expected).next_cell(done[-1]) == Cell(STANDING, 1, L)


def test_a_leg_trained_alone_is_not_joined_by_the_other() -> None:
    expected = cells(SEATED, 3, L) + cells(STANDING, 3, L)
    done = cells(SEATED, 3, L)
    assert SetGrid(done, expected).next_cell(done[-1]) == Cell(STANDING, 1, L)
    done = cells(SEATED, 4, L)
    assert SetGrid(done, expected).next_cell(done[-1]) == Cell(STANDING, 1, L)


def test_a_change_touches_the_cells_of_its_session() -> None:
    first, second, third = (logged(cell) for cell in cells(SEATED, 2)[:3])
    elsewhere = replace(first, id="elsewhere", session_id="other")
    heavier = replace(second, external_kg=65.0)
    change = Change.adding(third, elsewhere) + Change.removing(first)
    change += Change.replacing(second, heavier)
    found = touched(change, "session")
    assert found.came == [Cell(SEATED, 2, L)]
    assert found.went == [Cell(SEATED, 1, L)]
    assert found.edited == [Cell(SEATED, 1, R)]
    assert touched(change, "other").came == [Cell(SEATED, 1, L)]


def test_the_first_session_of_all_begins_seated() -> None:
    assert SetGrid([], []).first_value() == Cell(SEATED, 1, L)


def test_after_the_first_leg_the_other_is_to_do() -> None:
    left, right = (logged(Cell(SEATED, 1, side)) for side in (L, R))
    assert has_other_leg_to_do(left, [left])
    assert has_other_leg_to_do(right, [right])
    assert not has_other_leg_to_do(right, [left, right])


def test_another_row_asks_for_the_other_leg_again() -> None:
    done = [logged(cell) for cell in cells(SEATED, 1)]
    second = logged(Cell(SEATED, 2, L))
    assert has_other_leg_to_do(second, [*done, second])


def test_who_does_one_leg_after_the_other_has_no_other_leg_to_do() -> None:
    done = [logged(cell) for cell in cells(SEATED, 2, L)]
    assert not has_other_leg_to_do(done[-1], done)


def test_both_legs_at_once_have_no_other_to_do() -> None:
    both = logged(Cell(SEATED, 1, BOTH))
    assert not has_other_leg_to_do(both, [both])
