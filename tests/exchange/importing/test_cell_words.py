"""Words that people and programs write into cells."""

import pytest

from tracker.exchange.importing.cell_words import sides_of, was_done, was_skipped
from tracker.exchange.importing.names import Sides


@pytest.mark.parametrize(
    ("cell", "sides"),
    [
        ("L.", Sides.LEFT),
        ("(re)", Sides.RIGHT),
        ("sx", Sides.LEFT),
        ("izq", Sides.LEFT),
        ("D", Sides.RIGHT),
        ("Beide", Sides.BOTH),
        ("je Seite", Sides.EACH),
        ("Lewa noga", Sides.LEFT),
        ("rechter Fuß", Sides.RIGHT),
        ("R (injured)", Sides.RIGHT),
        ("Venstre", Sides.LEFT),
        ("sağ", Sides.RIGHT),
        ("P", Sides.RIGHT),
        ("two legs", Sides.BOTH),
        ("", None),
        ("--", None),
    ],
)
def test_a_leg_is_read_in_short_and_in_many_languages(cell: str, sides: Sides | None) -> None:
    assert sides_of(cell) is sides


def test_what_is_no_leg_is_refused_with_its_word() -> None:
    with pytest.raises(ValueError, match="“arm” is no leg"):
        sides_of(" arm ")
    with pytest.raises(ValueError, match="“2” is no leg"):  # the second, perhaps
        sides_of("2")


@pytest.mark.parametrize(
    ("cell", "is_done"),
    [("done", True), ("", True), ("0", False), ("übersprungen", False), ("✗", False)],
)
def test_a_set_was_done_or_not(cell: str, is_done: bool) -> None:
    assert was_done(cell) is is_done


@pytest.mark.parametrize(
    ("cell", "is_skipped"), [("yes", True), ("no", False), ("skipped", True), ("done", False)]
)
def test_a_column_of_what_was_skipped_takes_yes_or_the_word_itself(
    cell: str, is_skipped: bool
) -> None:
    assert was_skipped(cell) is is_skipped


def test_what_does_not_say_is_refused() -> None:
    with pytest.raises(ValueError, match="“perhaps” does not say"):
        was_done("perhaps")
    with pytest.raises(ValueError, match="“perhaps” does not say"):
        was_skipped("perhaps")
