"""Entries become rows that their tables accept, and rows the same entries."""

from collections.abc import Iterator
from typing import get_args

import pytest
import sqlite_utils
from hypothesis import given

from tests.strategies import entries, sessions
from tracker.domain.change import Entry
from tracker.domain.exercise import Equipment
from tracker.domain.session import Session
from tracker.storage.migrations import migrations_of
from tracker.storage.rows import TABLES


@pytest.fixture(scope="module")
def tables() -> Iterator[sqlite_utils.Database]:
    """The tables of a log, empty and without foreign keys: an entry may stand alone."""
    made = sqlite_utils.Database(memory=True)
    migrations_of().apply(made)
    yield made
    made.close()


@given(entry=entries)
def test_an_entry_comes_back_from_its_table(tables: sqlite_utils.Database, entry: Entry) -> None:
    table = TABLES[type(entry)]
    rows = tables.table(table.name)
    rows.insert(table.to_row(entry))
    (row,) = rows.rows
    rows.delete(entry.id)
    assert table.from_row(row) == entry


@given(session=sessions.filter(lambda each: each.started_at is not None))
def test_a_start_keeps_its_offset(session: Session) -> None:
    # Instants are equal whatever their offsets; the clock on the runner's wall is not.
    table = TABLES[Session]
    back = table.from_row(table.to_row(session))
    assert isinstance(back, Session)
    assert back.started_at is not None
    assert session.started_at is not None
    assert back.started_at.isoformat() == session.started_at.isoformat()


@pytest.mark.parametrize("name", ["\x00", "\x00a", "a\x00b"])
def test_a_name_with_a_nul_is_kept_whole(tables: sqlite_utils.Database, name: str) -> None:
    # SQLite's length() stops at it; the domain's does not.
    rows = tables.table("equipment")
    rows.insert(TABLES[Equipment].to_row(Equipment(name)))
    (row,) = rows.rows
    rows.delete(row["id"])
    assert row["name"] == name


@given(entry=entries)
def test_a_row_fills_every_column(tables: sqlite_utils.Database, entry: Entry) -> None:
    table = TABLES[type(entry)]
    # When it was edited is no part of an entry: the database adds it.
    columns = [*table.to_row(entry), "edited_at"]
    assert sorted(columns) == sorted(tables.table(table.name).columns_dict)


def test_every_kind_of_entry_has_a_table() -> None:
    assert set(TABLES) == set(get_args(Entry))
