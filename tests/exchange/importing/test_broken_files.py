"""A short run of the fuzzing in ``tests/fuzz``: every file ends in an import, or in words."""

from hypothesis import HealthCheck, given, settings

from tests.fuzz.cases import Outcome, mutations, tried
from tests.fuzz.tables import tables


def test_broken_files_end_in_an_import_or_in_words() -> None:
    outcome = Outcome()
    for data in mutations(150, seed=7):
        tried(data, outcome)
    assert outcome.faults == []
    assert set(outcome.ends) == {"imported", "previewed with reasons", "refused in words"}


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(data=tables())
def test_tables_of_anything_end_in_an_import_or_in_words(data: bytes) -> None:
    outcome = Outcome()
    tried(data, outcome)
    assert outcome.faults == []
