"""Files that others may have made or changed: read on guard, and as they really are."""

import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import ClassVar

import pytest

from tests.storage.test_backup import BAR, NOW, STEP, equipment_in, names_in, result_of
from tracker import TrackerError
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.storage import opening as module
from tracker.storage.checking import look_into
from tracker.storage.copied import contents_of
from tracker.storage.database import Database
from tracker.storage.opening import copied_into_memory, guard, opened_whole
from tracker.storage.put_back import restore
from tracker.storage.salvage import recover, salvaging

# Another program's change, killed when half of it was in the file.
_KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("DELETE FROM equipment WHERE name = 'Step'")
connection.execute("CREATE TABLE other AS SELECT hex(zeroblob(40000)) FROM equipment")
os._exit(0)
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "training.soleus"
    machines = (Equipment(f"Machine {number}") for number in range(20))
    Database.create_with(path, Change.adding(STEP, *machines))
    return path


def names(log: Path) -> set[str]:
    return {each.name for each in contents_of(log)[0] if isinstance(each, Equipment)}


def left_in_wal_mode(log: Path) -> None:
    """Let another program write to a log and get killed, its last change only in the -wal file."""
    live = log.with_name("live")
    log.rename(live)
    with closing(sqlite3.connect(live, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO equipment (id, name) VALUES ('bar', 'Bar')")
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{live}{suffix}", f"{log}{suffix}")
    live.unlink()


def left_in_the_middle(log: Path) -> None:
    """Let another program get killed in the middle of a change."""
    subprocess.run([sys.executable, "-c", _KILLED, str(log)], check=True)
    assert log.with_name(f"{log.name}-journal").stat().st_size


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("has_room", [True, False])
@pytest.mark.parametrize("leave", [left_in_wal_mode, left_in_the_middle])
def test_what_lies_beside_a_log_is_read_with_it_and_nothing_is_touched(
    log: Path, leave: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch, *, has_room: bool
) -> None:
    expected = names(log) | ({"Bar"} if leave is left_in_wal_mode else set())
    leave(log)
    before = bytes_in(log.parent)
    if not has_room:
        monkeypatch.setattr("tempfile.tempdir", str(log.parent / "nowhere"))
    assert names(log) == expected
    assert look_into(log).is_sound
    salvage = result_of(salvaging(log))
    assert {each.name for each in salvage.entries if isinstance(each, Equipment)} == expected
    assert bytes_in(log.parent) == before


def test_a_log_in_wal_mode_that_lies_alone_stays_alone(log: Path) -> None:
    with closing(sqlite3.connect(log)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    before = bytes_in(log.parent)
    assert "Step" in names(log)
    assert look_into(log).is_sound
    assert bytes_in(log.parent) == before


def test_a_log_that_another_program_has_open_in_wal_mode_is_read_with_its_newest(log: Path) -> None:
    with closing(sqlite3.connect(log, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO equipment (id, name) VALUES ('bar', 'Bar')")
        assert "Bar" in names(log)


def test_a_log_that_is_written_to_is_read_at_one_moment_or_told(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WAITING_S", 0.05)
    with closing(sqlite3.connect(log, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO equipment (id, name) VALUES ('bar', 'Bar')")
        assert "Bar" not in names(log)
        # More than SQLite keeps for itself: half of the change is in the file.
        connection.execute("CREATE TABLE other AS SELECT hex(zeroblob(40000)) FROM equipment")
        with pytest.raises(TrackerError, match="another program is writing to it"):
            names(log)


@pytest.mark.parametrize("leave", [left_in_wal_mode, left_in_the_middle])
def test_what_belonged_to_the_log_never_meets_the_one_that_is_restored(
    log: Path, leave: Callable[[Path], None]
) -> None:
    other = log.with_name("other.soleus")
    Database.create_with(other, Change.adding(BAR))
    expected = names(log) | ({"Bar"} if leave is left_in_wal_mode else set())
    leave(log)
    aside = restore(log, other, NOW)
    assert aside is not None
    assert log.read_bytes() == other.read_bytes()
    assert not {f"{log.name}{suffix}" for suffix in ("-journal", "-wal", "-shm")} & names_in(
        log.parent
    )
    assert equipment_in(log) == ["Bar"]
    assert names(aside) == expected


def test_a_log_in_wal_mode_is_recovered_with_its_newest(log: Path) -> None:
    left_in_wal_mode(log)
    salvage = result_of(salvaging(log))
    aside = recover(log, salvage, NOW)
    assert aside is not None
    assert "Bar" in equipment_in(log)
    assert not log.with_name(f"{log.name}-wal").exists()


def test_a_restore_of_what_lies_in_a_wal_takes_it_along(log: Path) -> None:
    other = log.with_name("other.soleus")
    shutil.copyfile(log, other)
    left_in_wal_mode(other)
    restore(log, other, NOW)
    assert "Bar" in equipment_in(log)


def test_a_copy_that_finds_no_room_is_told(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    left_in_wal_mode(log)
    monkeypatch.setattr(shutil, "copyfile", fail)
    with pytest.raises(TrackerError, match="could not be read: no space left"):
        contents_of(log)
    with pytest.raises(TrackerError, match="could not be read: no space left"):
        look_into(log)


def test_the_rescue_reads_the_file_alone_where_there_is_no_room(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def fail(near: Path) -> Iterator[Path]:
        yield from ()
        raise OSError(28, "No space left on device")

    left_in_wal_mode(log)
    monkeypatch.setattr("tracker.storage.salvage.working_folder", fail)
    assert result_of(salvaging(log)).entries


# On guard


def test_a_statement_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_S", 0.1)
    numbers = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
    with closing(guard(sqlite3.connect(":memory:"))) as connection:
        for _ in range(2):
            began = time.thread_time()
            with pytest.raises(sqlite3.OperationalError, match="interrupted"):
                connection.execute(f"{numbers} SELECT count(*) FROM c")
            assert 0.09 < time.thread_time() - began < 5  # its clock began a moment before


def test_work_that_pauses_is_not_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 1.0, 1.1, 1.2, 1.3, 20.0])
    monkeypatch.setattr(time, "thread_time", lambda: next(times))
    monkeypatch.setattr(module, "MOST_S", 0.15)
    is_too_long = module._watch()
    assert [is_too_long() for _ in range(5)] == [False, False, True, False, False]


@pytest.mark.parametrize(
    "sql", ["SELECT hex(zeroblob(60000000))", "SELECT 'a' LIKE '" + "%a" * 600 + "'"]
)
def test_a_value_or_a_pattern_beyond_measure_is_refused(sql: str) -> None:
    with (
        closing(guard(sqlite3.connect(":memory:"))) as connection,
        pytest.raises(sqlite3.DatabaseError, match=r"too big|too complex"),
    ):
        connection.execute(sql).fetchall()


def test_the_schema_of_a_file_is_trusted_with_little() -> None:
    with closing(guard(sqlite3.connect(":memory:"))) as connection:
        assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
        assert connection.execute("PRAGMA cell_size_check").fetchone() == (1,)
        many = ", ".join(f"c{number}" for number in range(501))
        for sql, saying in (
            (f"CREATE TABLE wide ({many})", "too many columns"),
            (" UNION ALL ".join(["SELECT 1"] * 11), "too many terms in compound SELECT"),
            ("ATTACH ':memory:' AS other", "too many attached databases"),
            ("SELECT 1" + " + 1" * 201, "Expression tree is too large"),
        ):
            with pytest.raises(sqlite3.OperationalError, match=saying):
                connection.execute(sql)


def test_where_python_can_ask_for_it_sqlite_is_defensive() -> None:
    class Later(sqlite3.Connection):
        """A connection as in Python 3.12."""

        asked: ClassVar[list[tuple[int, bool]]] = []

        def setconfig(self, option: int, is_on: bool = True, /) -> None:
            self.asked.append((option, is_on))

    with closing(guard(sqlite3.connect(":memory:", factory=Later))):
        assert Later.asked == [(1010, True)]


def test_where_python_cannot_ask_for_it_the_rest_is_guarded() -> None:
    class Earlier(sqlite3.Connection):
        """A connection as in Python 3.11."""

        setconfig = None

    with closing(guard(sqlite3.connect(":memory:", factory=Earlier))) as connection:
        assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)


def test_a_copy_of_what_is_no_database_leaves_nothing_open(tmp_path: Path) -> None:
    path = tmp_path / "rubbish"
    path.write_bytes(b"rubbish" * 1000)
    with pytest.raises(sqlite3.DatabaseError):
        copied_into_memory(path)
    with suppress(sqlite3.DatabaseError), opened_whole(path):
        pytest.fail("it was read")
