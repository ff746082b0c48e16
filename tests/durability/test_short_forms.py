"""Every kind of damage, done a few times: nothing is lost, and all goes as promised."""

import pytest

from tests.durability.forms import FORMS, SEED, Form
from tests.durability.outcome import Outcome, written


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_nothing_is_lost(form: Form) -> None:
    outcome = form.run(form.short, SEED)
    assert outcome.complaints == ()
    assert outcome.lost == 0
    assert outcome.cases >= form.short


def test_the_table_tells_what_was_lost_and_what_broke() -> None:
    outcomes = [
        Outcome("one", 1000, 0),
        Outcome("two", 20, 1),
        Outcome("three", 3, 0, ("it fell", "it broke")),
    ]
    assert written(outcomes).splitlines()[2:] == [
        "| one | 1,000 | 0 | held |",
        "| two | 20 | 1 | BROKEN |",
        "| three | 3 | 0 | BROKEN: it fell |",
    ]
