"""A stamp tells who wrote, how often, and whether one state of a log came from another."""

import sqlite3
from pathlib import Path

from tracker.storage.stamp import MOST_WRITERS, FileState, Stamp, add_stamp, random_writer


def test_a_stamp_is_read_as_it_was_written() -> None:
    connection = sqlite3.connect(":memory:")
    add_stamp(connection)
    assert Stamp.read(connection) == Stamp()
    stamp = Stamp().renewed("a", 1).renewed("b", 7)
    stamp.write(connection)
    assert Stamp.read(connection) == stamp == Stamp((("b", 7), ("a", 1)))
    connection.close()


def test_what_is_no_stamp_is_that_of_nobody() -> None:
    connection = sqlite3.connect(":memory:")
    add_stamp(connection)
    for text in ("a", "a:", "a:-1", "a:x", "a:" + "9" * 5000):
        connection.execute("UPDATE stamp SET writes = ?", [text])
        assert Stamp.read(connection) == Stamp()
    connection.execute("DELETE FROM stamp")
    assert Stamp.read(connection) == Stamp()
    Stamp((("a", 1),)).write(connection)
    assert Stamp.read(connection) == Stamp((("a", 1),))
    connection.close()


def test_whoever_writes_again_comes_first_and_stands_once() -> None:
    stamp = Stamp().renewed("a", 1).renewed("b", 1).renewed("a", 2)
    assert stamp.writes == (("a", 2), ("b", 1))
    assert (stamp.number_of("a"), stamp.number_of("c")) == (2, 0)


def test_a_state_is_later_where_it_has_each_of_the_changes_and_more() -> None:
    earlier = Stamp().renewed("a", 1).renewed("b", 4)
    assert earlier.is_later_than(Stamp())
    assert earlier.renewed("a", 2).is_later_than(earlier)
    assert not earlier.is_later_than(earlier)
    assert not earlier.is_later_than(earlier.renewed("a", 2))
    assert not Stamp().renewed("a", 5).is_later_than(earlier)


def test_the_writers_that_wrote_last_are_remembered() -> None:
    stamp = Stamp()
    for number in range(MOST_WRITERS + 1):
        stamp = stamp.renewed(str(number), 1)
    assert len(stamp.writes) == MOST_WRITERS
    assert stamp.number_of("0") == 0
    assert stamp.number_of("1") == 1


def test_no_two_windows_have_one_name() -> None:
    names = {random_writer() for _ in range(100)}
    assert len(names) == 100
    assert {len(name) for name in names} == {16}


def test_a_place_is_of_one_file_whatever_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert FileState.of(path) is None
    path.write_text("one")
    one = FileState.of(path)
    path.write_text("more")
    more = FileState.of(path)
    assert one is not None
    assert more is not None
    assert one.is_same_file(more)
    assert one.content != more.content
    assert more.out_of_date().is_same_file(more)
    assert more.out_of_date().content != more.content
    path.rename(tmp_path / "aside")
    path.write_text("more")
    other = FileState.of(path)
    assert other is not None
    assert not other.is_same_file(more)
