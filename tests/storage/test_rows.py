"""Entries become rows that their tables accept, and rows the same entries."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import sqlite_utils
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import of_kind, sessions, types_in
from tracker.domain.change import Entry
from tracker.domain.entry_fields import KINDS, REFERENCES
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.plan import Phase
from tracker.domain.session import LoggedSet, Session, Tempo
from tracker.storage.migrations import migrations_of
from tracker.storage.rows import TABLES, EntryTable


@pytest.fixture(scope="module")
def tables() -> Iterator[sqlite_utils.Database]:
    """The tables of a log, empty and without foreign keys, so that an entry may be alone."""
    made = sqlite_utils.Database(memory=True)
    migrations_of().apply(made)
    yield made
    made.close()


every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@every_kind
@given(data=st.data())
def test_an_entry_comes_back_from_its_table(
    tables: sqlite_utils.Database, kind: type[Entry], data: st.DataObject
) -> None:
    entry, table = data.draw(of_kind[kind]), TABLES[kind]
    rows = tables.table(table.name)
    rows.insert(table.to_row(entry))
    (row,) = rows.rows
    rows.delete(entry.id)
    back = table.from_row(row)
    assert back == entry
    # A word of an enum equals its text, and a whole number one with a fraction of nought.
    assert types_in(back) == types_in(entry)


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


@every_kind
@given(data=st.data())
def test_a_row_fills_every_column(
    tables: sqlite_utils.Database, kind: type[Entry], data: st.DataObject
) -> None:
    table = TABLES[kind]
    # When it was edited and added is no part of an entry: the database adds it.
    columns = [*table.to_row(data.draw(of_kind[kind])), "edited_at", "added_us"]
    assert sorted(columns) == sorted(tables.table(table.name).columns_dict)


@every_kind
def test_the_schema_knows_what_a_field_refers_to(
    tables: sqlite_utils.Database, kind: type[Entry]
) -> None:
    keys = {key.column: key.other_table for key in tables.table(TABLES[kind].name).foreign_keys}
    names = [each for each in tables.table(TABLES[kind].name).columns_dict if each in REFERENCES]
    assert keys == {name: TABLES[REFERENCES[name]].name for name in names}


def test_a_tempo_has_a_column_for_each_of_its_phases() -> None:
    tempo = Tempo(3.0, 0.0, 3.0, 0.5)
    logged = LoggedSet("s", Exercise.SEATED, Side.LEFT, 1, 8, 60.0, tempo=tempo)
    row = TABLES[LoggedSet].to_row(logged)
    assert {name: row[name] for name in row if "tempo" in name} == {
        "tempo_raise_s": 3.0,
        "tempo_top_s": 0.0,
        "tempo_lower_s": 3.0,
        "tempo_bottom_s": 0.5,
    }


def test_columns_may_stand_in_any_order_and_beside_others() -> None:
    table = TABLES[LoggedSet]
    logged = LoggedSet("session", Exercise.SEATED, Side.LEFT, 1, 8, 60.0, tempo=Tempo(3, 0, 3, 1))
    row = {"edited_at": None, **dict(reversed(table.to_row(logged).items()))}
    assert table.from_row(table.to_row(logged)) == logged
    assert table.from_row(row) == logged
    del row["tempo_top_s"]
    with pytest.raises(KeyError, match="tempo_top_s"):
        table.from_row(row)


def test_days_of_the_week_are_a_digit_each() -> None:
    assert TABLES[Phase].to_row(Phase("p", 1, 3, (1, 3, 5)))["weekdays"] == "135"


@dataclass(frozen=True)
class WithTimes:
    id: str
    times: tuple[datetime.datetime, ...]


@dataclass(frozen=True)
class WithBytes:
    id: str
    picture: bytes


@pytest.mark.parametrize(("kind", "name"), [(WithTimes, "times"), (WithBytes, "picture")])
def test_a_field_that_has_no_form_in_a_table_is_our_own_fault(kind: type, name: str) -> None:
    with pytest.raises(TypeError, match=f"No column can keep {name}"):
        EntryTable("some", kind).from_row({"id": "a", name: ""})


@pytest.mark.parametrize(
    ("kind", "column", "value", "saying"),
    [
        (Equipment, "id", b"xx", "id holds bytes that are no text"),
        (Equipment, "name", 1.5, "name holds a value that is no text"),
        (Equipment, "id", None, "id holds a value that is no text"),
        (LoggedSet, "note", b"", "note holds bytes that are no text"),
        (LoggedSet, "reps", 7.5, "reps holds a value that is no whole number"),
        (LoggedSet, "external_kg", "60", "external_kg holds a value that is no number"),
        (LoggedSet, "tempo_top_s", b"", "tempo_top_s holds bytes that are no number"),
        (LoggedSet, "side", 1, "side holds a value that is no text"),
        (Phase, "begun_on", 2, "begun_on holds a value that is no text"),
    ],
)
def test_a_value_of_another_type_is_refused(
    kind: type, column: str, value: object, saying: str
) -> None:
    tempo = Tempo(3, 0, 3, 0.5)
    entries: dict[type, Entry] = {
        Equipment: Equipment("Step"),
        LoggedSet: LoggedSet("s", Exercise.SEATED, Side.LEFT, 1, 8, 60.0, tempo=tempo),
        Phase: Phase("p", 1, 2, weekdays=(1,)),
    }
    table = TABLES[kind]
    row = table.to_row(entries[kind])
    assert table.from_row(row) == entries[kind]
    with pytest.raises(TypeError, match=saying):
        table.from_row({**row, column: value})


@pytest.mark.parametrize("id_", ["", "a\0b", "a\n", "x" * 201])
def test_an_id_by_which_an_entry_could_not_be_found_is_refused(id_: str) -> None:
    table = TABLES[Equipment]
    with pytest.raises(ValueError, match="id must have"):
        table.from_row({**table.to_row(Equipment("Step")), "id": id_})
