"""What a column can mean."""

from tracker.domain.load import Unit
from tracker.exchange.roles import IN_POUNDS, Role
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.sets import SETS


def test_every_column_that_changes_its_name_in_pounds_is_read_in_pounds() -> None:
    renamed = {
        column.read
        for column in SETS.columns
        if isinstance(column.read, Role) and Dialect(Unit.LB).name(column.name) != column.name
    }
    assert renamed == set(IN_POUNDS)


def test_no_two_roles_become_one_in_pounds() -> None:
    assert len(set(IN_POUNDS.values())) == len(IN_POUNDS)
    assert not set(IN_POUNDS.values()) & set(IN_POUNDS)
