"""Numbers as people write them into cells."""

import pytest

from tracker.domain.load import Unit
from tracker.exchange.importing.cell_numbers import (
    MOST_SETS_A_LINE,
    DecimalMark,
    Dose,
    counted_in,
    doses_in,
    is_uncertain,
    mark_of,
    metres_in,
    number_with,
    value_in,
    weight_in,
)
from tracker.exchange.roles import Role

COMMA, POINT, EITHER = DecimalMark.COMMA, DecimalMark.POINT, DecimalMark.EITHER


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1,250", "0,625", "2,500"], COMMA),
        (["1.250", "22.5"], POINT),
        (["22.5", "22,5"], EITHER),
        (["1,250", "40"], None),
        (["1.250.000,5"], COMMA),
        (["1,250,000"], POINT),
        ([], None),
    ],
)
def test_the_decimal_mark_is_that_of_the_column(cells: list[str], mark: DecimalMark | None) -> None:
    assert mark_of(cells) is mark


@pytest.mark.parametrize(
    ("cell", "is_it"), [("1,250", True), ("0,250", False), ("1,25", False), ("none", False)]
)
def test_a_cell_of_three_places_behind_a_mark_may_be_read_two_ways(cell: str, is_it: bool) -> None:
    assert is_uncertain(cell) is is_it


@pytest.mark.parametrize(
    ("cell", "mark", "value"),
    [
        ("1.250", COMMA, 1250.0),
        ("-1.250", COMMA, -1250.0),
        ("1,25", COMMA, 1.25),
        ("2.5", POINT, 2.5),
    ],
)
def test_a_number_is_read_with_the_mark_of_its_column(
    cell: str, mark: DecimalMark, value: float
) -> None:
    assert number_with(cell, mark) == value


def test_the_first_number_of_a_cell_counts_and_without_one_nought() -> None:
    assert value_in("about 22,5 kg", COMMA) == 22.5
    assert value_in("none", COMMA) == 0


@pytest.mark.parametrize(
    ("cell", "role", "value"),
    [
        ("12 reps", Role.REPS, 12),
        ("x12", Role.REPS, 12),
        ("RPE 8", Role.PAIN, None),
        ("3 of 10", Role.PAIN, 3),
        ("7", Role.NAME, 7),
    ],
)
def test_a_word_for_what_is_counted_may_stand_behind(
    cell: str, role: Role, value: float | None
) -> None:
    if value is None:
        with pytest.raises(ValueError, match="number"):
            counted_in(cell, role, POINT)
    else:
        assert counted_in(cell, role, POINT) == value


@pytest.mark.parametrize(
    ("cell", "weight"),
    [
        ("40\u00a0kg", (40.0, Unit.KG)),
        ("90\u202flb", (90.0, Unit.LB)),
        ("40 kg", (40.0, Unit.KG)),
        ("90 lbs", (90.0, Unit.LB)),
        ("bodyweight", (0.0, None)),
        ("BW+10", (10.0, None)),
        ("- 15 kg", (-15.0, Unit.KG)),
    ],
)
def test_a_weight_says_its_unit_or_does_not(cell: str, weight: tuple[float, Unit | None]) -> None:
    assert weight_in(cell, POINT) == weight


def test_what_is_no_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="heavy"):
        weight_in("heavy", POINT)


@pytest.mark.parametrize(
    ("cell", "role", "metres"),
    [
        ("10.5km", Role.DISTANCE, (10_500.0, True)),
        ("5042.5", Role.DISTANCE_M, (5_042.5, True)),
        ("5", Role.DISTANCE_KM, (5_000.0, True)),
        ("2 mi", Role.DISTANCE, (3_218.688, True)),
        ("5", Role.DISTANCE, (5.0, False)),
    ],
)
def test_a_distance_is_of_the_cell_s_unit_or_the_column_s(
    cell: str, role: Role, metres: tuple[float, bool]
) -> None:
    value, is_metres = metres_in(cell, role, POINT)
    assert value == pytest.approx(metres[0])
    assert is_metres is metres[1]


def test_a_distance_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="far"):
        metres_in("far", Role.DISTANCE, POINT)


@pytest.mark.parametrize(
    ("cell", "is_of_sets", "doses"),
    [
        ("12, 12, 10", True, [Dose(12), Dose(12), Dose(10)]),
        ("40x12; 42,5 kg x 10", False, [Dose(12, 40.0), Dose(10, 42.5, Unit.KG)]),
        ("2x12@40kg", False, [Dose(12, 40.0, Unit.KG)] * 2),
        ("3x12", False, [Dose(12, 3.0)]),
        ("40x12 40x10", False, [Dose(12, 40.0), Dose(10, 40.0)]),
        ("3x12 reps", True, [Dose(12)] * 3),
        ("x12", False, None),
        ("40x12?", False, None),
        ("", False, None),
    ],
)
def test_several_sets_stand_in_one_cell(
    cell: str, is_of_sets: bool, doses: list[Dose] | None
) -> None:
    assert doses_in(cell, COMMA, is_of_sets=is_of_sets) == doses


@pytest.mark.parametrize("cell", ["2.5x12@40", "99x12@40", ", ".join(["40x1"] * 51)])
def test_more_sets_than_anybody_does_or_parts_of_one_are_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=rf"number of sets|{MOST_SETS_A_LINE} sets"):
        doses_in(cell, POINT, is_of_sets=False)


def test_an_apostrophe_separates_thousands() -> None:
    assert (number_with("1'250", POINT), number_with("1'250,5", COMMA)) == (1_250, 1_250.5)
    with pytest.raises(ValueError, match="number"):
        number_with("12'50", POINT)


def test_words_for_no_pain_are_nought() -> None:
    assert (counted_in("keine", Role.PAIN, POINT), counted_in("None", Role.PAIN, POINT)) == (0, 0)
    with pytest.raises(ValueError, match="number"):
        counted_in("none", Role.REPS, POINT)
