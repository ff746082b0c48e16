"""The pages of an SQLite file read one by one."""

import sqlite3
from pathlib import Path

import pytest

from tracker.storage.pages import PAGE_SIZES, Pages, SqliteValue

ROWS: list[tuple[SqliteValue, ...]] = [
    ("a", 1, None),
    ("b", 0, 2.5),
    ("ä", -1, -0.5),
    ("c", 127, b"\x00\xff"),
    ("d", -(2**15), 1e300),
    ("e", 2**23, None),
    ("f", 2**31 - 1, None),
    ("g", 2**47 - 1, None),
    ("h", -(2**63), None),
]


def file_of(path: Path, rows: list[tuple[SqliteValue, ...]], size: int = 4096) -> bytes:
    """Write some rows with SQLite itself."""
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA page_size = {size}")
    connection.execute("CREATE TABLE things (name TEXT, whole INTEGER, other BLOB)")
    connection.execute("CREATE INDEX by_name ON things (name)")
    connection.executemany("INSERT INTO things VALUES (?, ?, ?)", rows)
    connection.commit()
    connection.close()
    return path.read_bytes()


def rows_in(pages: Pages) -> list[tuple[SqliteValue, ...]]:
    """Read the rows of three columns, without those of the schema."""
    numbers = range(1, len(pages) + 1)
    return [row for number in numbers for row in pages.rows(number) if len(row) == 3]


def root_of(path: Path, name: str) -> int:
    connection = sqlite3.connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [name])
    connection.close()
    return int(root[0])


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_values_of_every_kind_are_read_as_sqlite_wrote_them(tmp_path: Path, size: int) -> None:
    pages = Pages(file_of(tmp_path / "x.db", ROWS, size))
    assert rows_in(pages) == ROWS


@pytest.mark.parametrize("size", [512, 4096])
def test_a_value_longer_than_a_page_is_put_together(tmp_path: Path, size: int) -> None:
    rows: list[tuple[SqliteValue, ...]] = [("long " * 5_000, 1, None), ("short", 2, None)]
    assert rows_in(Pages(file_of(tmp_path / "x.db", rows, size))) == rows


def test_an_index_gives_its_keys_each_with_the_number_of_its_row(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    rows: list[tuple[SqliteValue, ...]] = [(f"name {n:04}", n, None) for n in range(2_000)]
    pages = Pages(file_of(path, rows))
    keys = sorted(pages.keys(root_of(path, "by_name")), key=str)
    assert keys == [(f"name {n:04}", n + 1) for n in range(2_000)]


def test_what_was_deleted_with_its_page_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    rows: list[tuple[SqliteValue, ...]] = [(f"name {n:04}", n, None) for n in range(2_000)]
    file_of(path, rows)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA secure_delete = OFF")
    connection.execute("DELETE FROM things WHERE whole < 1500")
    connection.commit()
    connection.close()
    assert {row[1] for row in rows_in(Pages(path.read_bytes()))} == set(range(1500, 2_000))


def test_a_cell_that_cannot_be_read_leaves_the_others_of_its_page(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    data = bytearray(file_of(path, ROWS))
    start = (root_of(path, "things") - 1) * 4096
    data[start + 8 : start + 10] = (0xFFFF).to_bytes(2)  # where the first cell would be
    assert rows_in(Pages(bytes(data))) == ROWS[1:]


def test_pages_named_by_many_rows_are_not_followed_for_each(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    rows: list[tuple[SqliteValue, ...]] = [("long " * 80_000, 1, None)]
    data = file_of(path, rows)
    start = (root_of(path, "things") - 1) * 4096
    pages = Pages(data + 500 * data[start : start + 4096])
    found = rows_in(pages)
    assert found[0] == rows[0]
    assert len(found) <= 8 * len(pages) // 97  # of 501, each over 97 pages


def test_cells_at_one_place_are_one_row(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    data = bytearray(file_of(path, ROWS[:2]))
    start = (root_of(path, "things") - 1) * 4096
    data[start + 10 : start + 12] = data[start + 8 : start + 10]
    assert rows_in(Pages(bytes(data))) == ROWS[:1]


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\x00", bytes(10_000)])
def test_bytes_that_are_no_database_have_no_rows(data: bytes) -> None:
    pages = Pages(data)
    assert [row for number in range(1, len(pages) + 1) for row in pages.rows(number)] == []
    assert list(pages.keys(2)) == []
