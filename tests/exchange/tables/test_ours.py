"""All our tables."""

from tracker.exchange.tables.ours import OUR_TABLES, TABLE_BY_NAME


def test_every_table_has_a_name_of_its_own_by_which_it_is_found() -> None:
    assert list(TABLE_BY_NAME.values()) == list(OUR_TABLES)
    assert all(table.name == name for name, table in TABLE_BY_NAME.items())


def test_the_sets_come_first() -> None:
    assert OUR_TABLES[0].name == "sets.csv"
