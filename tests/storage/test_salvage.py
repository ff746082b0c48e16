"""What can still be read of a damaged log: all that the damage did not touch, and nothing else."""

import datetime
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.storage.test_backup import damage_by, names_in, result_of
from tracker import TrackerError
from tracker.disk import APPLICATION_ID
from tracker.domain.change import Change, Edit, EditTimes, Entry
from tracker.domain.demo.year import made_up_log
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.run import Run
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage import salvage as module
from tracker.storage.backup import folder_of
from tracker.storage.database import Database
from tracker.storage.pages import PAGE_SIZES, Pages
from tracker.storage.salvage import Salvage, recover, salvaging

DATA = Path(__file__).parents[1] / "data"
NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
MIDSUMMER = NOW.date() - datetime.timedelta(days=180)
STEP = Equipment("Step")
PAGE_SIZE = 4096  # SQLite's own default


def half_a_year() -> Change:
    """Return the later half of a made-up year: all kinds of rows, in half the time."""
    edits = made_up_log(NOW.date()).edits
    early = {
        edit.entry.id
        for edit in edits
        if isinstance(edit.entry, Session) and edit.entry.date < MIDSUMMER
    }
    return Change(
        tuple(
            edit
            for edit in edits
            if edit.entry.id not in early and getattr(edit.entry, "session_id", None) not in early
        )
    )


MADE = half_a_year()
SETS, SESSIONS = (sum(1 for _ in MADE.of(kind)) for kind in (LoggedSet, Session))
Contents = dict[tuple[type[Entry], str], Entry]


def contents(entries: Iterator[Entry] | tuple[Entry, ...]) -> Contents:
    return {(type(entry), entry.id): entry for entry in entries}


def contents_of(log: Path) -> Contents:
    database = Database.open(log)
    try:
        return contents(database.entries())
    finally:
        database.close()


def salvaged(log: Path) -> Salvage:
    return result_of(salvaging(log))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("logs") / "year.soleus"
    Database.create_with(path, MADE)
    return path


@pytest.fixture
def log(made: Path, tmp_path: Path) -> Path:
    path = tmp_path / "log.soleus"
    shutil.copyfile(made, path)
    return path


def root_of(log: Path, name: str) -> int:
    connection = sqlite3.connect(log)
    sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    root: int = connection.execute(sql, [name]).fetchone()[0]
    connection.close()
    return root


def leaves_of(log: Path, table: str) -> list[int]:
    """Return the pages that contain the rows of a table with more than one page."""
    data = log.read_bytes()
    page = data[(root_of(log, table) - 1) * PAGE_SIZE :][:PAGE_SIZE]
    assert page[0] == 0x05
    (count,) = (int.from_bytes(page[3:5]),)
    offsets = [int.from_bytes(page[12 + 2 * place :][:2]) for place in range(count)]
    last = int.from_bytes(page[8:12])
    return [*(int.from_bytes(page[offset : offset + 4]) for offset in offsets), last]


def wipe(log: Path, *pages: int) -> None:
    data = bytearray(log.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE_SIZE : page * PAGE_SIZE] = bytes(PAGE_SIZE)
    log.write_bytes(data)


def test_a_sound_log_is_read_whole(log: Path) -> None:
    before = log.read_bytes()
    salvage = salvaged(log)
    assert contents(salvage.entries) == contents_of(log)
    assert salvage.left_out == 0
    assert salvage.sets == SETS
    assert salvage.sessions == SESSIONS
    assert log.read_bytes() == before


@pytest.mark.parametrize("path", sorted(DATA.glob("schema-*.soleus")), ids=lambda path: path.stem)
def test_an_older_log_is_read_with_the_defaults_of_this_version(path: Path, tmp_path: Path) -> None:
    salvage = salvaged(path)
    log = tmp_path / "log.soleus"
    shutil.copyfile(path, log)
    assert contents(salvage.entries) == contents_of(log)


def test_the_first_page_and_the_schema_are_not_needed(log: Path) -> None:
    expected = contents_of(log)
    wipe(log, 1, root_of(log, "sets"), root_of(log, "sessions"))
    assert contents(salvaged(log).entries) == expected


def with_pages_of(log: Path, size: int) -> None:
    """Vacuum a log to another page size, as other programs can."""
    connection = sqlite3.connect(log)
    connection.execute(f"PRAGMA page_size = {size}")
    connection.execute("VACUUM")
    connection.close()
    written = int.from_bytes(log.read_bytes()[16:18])
    assert written == (1 if size == 65_536 else size)


@pytest.mark.parametrize("size", sorted(PAGE_SIZES))
def test_pages_may_have_any_size_that_sqlite_knows(log: Path, size: int) -> None:
    long = HeelRaiseTest(NOW.date(), Exercise.STANDING, Side.LEFT, 22, note="Wörter " * 1400)
    database = Database.open(log)
    database.apply(Change.adding(long))
    database.close()
    with_pages_of(log, size)
    assert contents(salvaged(log).entries) == contents_of(log)


@pytest.mark.parametrize("size", sorted(PAGE_SIZES))
@pytest.mark.parametrize("is_wiped", [True, False])
def test_where_the_header_is_gone_the_size_of_pages_is_found(
    log: Path, size: int, is_wiped: bool
) -> None:
    with_pages_of(log, size)
    expected = contents_of(log)
    data = bytearray(log.read_bytes())
    if is_wiped:
        data[:size] = bytes(size)
    else:
        data[:100] = Random(size).randbytes(100)
    data[32:36] = bytes(4)  # no list of free pages
    log.write_bytes(data)
    assert contents(salvaged(log).entries) == expected


def test_bytes_that_another_program_keeps_at_the_end_of_pages_are_no_content(log: Path) -> None:
    long = HeelRaiseTest(NOW.date(), Exercise.STANDING, Side.LEFT, 22, note="x" * 9000)
    database = Database.open(log)
    database.apply(Change.adding(long))
    database.close()
    expected = contents_of(log)
    reserving = log.with_name("reserving.soleus")
    connection = sqlite3.connect(reserving)
    connection.execute("VACUUM")  # writes the header of an empty file
    connection.close()
    blank = bytearray(reserving.read_bytes())
    assert len(blank) == PAGE_SIZE
    blank[20] = 32  # as an extension that seals pages does
    blank[105:107] = (PAGE_SIZE - 32).to_bytes(2)
    reserving.write_bytes(blank)
    connection, source = sqlite3.connect(reserving), sqlite3.connect(log)
    connection.executescript("\n".join(source.iterdump()))
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    source.close()
    assert reserving.read_bytes()[20] == 32
    assert contents(salvaged(reserving).entries) == expected


def test_a_lost_page_of_sets_loses_its_sets_alone(log: Path) -> None:
    expected = contents_of(log)
    wipe(log, leaves_of(log, "sets")[3])
    found = contents(salvaged(log).entries)
    lost = expected.keys() - found.keys()
    assert 10 < len(lost) < 50
    assert {kind for kind, _ in lost} == {LoggedSet}
    assert all(found[key] == expected[key] for key in found)


def test_a_lost_session_is_found_again_by_the_indexes(log: Path) -> None:
    expected = contents_of(log)
    wipe(log, leaves_of(log, "sessions")[0])
    found = contents(salvaged(log).entries)
    assert found.keys() == expected.keys()
    for key, entry in found.items():
        before = expected[key]
        if entry != before:
            assert isinstance(before, Session)
            assert entry == replace(before, note="", duration_s=None)


def test_sets_whose_day_is_lost_are_left_out_and_counted(log: Path) -> None:
    expected = contents_of(log)
    wipe(log, leaves_of(log, "sessions")[0], root_of(log, "sessions_by_date"))
    salvage = salvaged(log)
    found = contents(salvage.entries)
    lost = [key for key in expected if key not in found]
    assert {kind for kind, _ in lost} == {LoggedSet, Session}
    assert salvage.left_out == sum(kind is LoggedSet for kind, _ in lost)
    # What was felt is kept, without the session.
    assert all(key in found for key in expected if key[0] is Symptom)


def test_lost_equipment_leaves_its_sets(log: Path) -> None:
    expected = contents_of(log)
    wipe(log, root_of(log, "equipment"))
    found = contents(salvaged(log).entries)
    assert [key for key in expected if key not in found and key[0] is not Equipment] == []
    sets = [entry for entry in found.values() if isinstance(entry, LoggedSet)]
    assert {each.equipment_id for each in sets} == {None}


def test_an_entry_that_cannot_be_is_left_out(log: Path) -> None:
    one = next(entry for entry in contents_of(log).values() if isinstance(entry, LoggedSet))
    expected = contents_of(log)
    damage_by(log, "UPDATE sets SET side = 'lefu' WHERE id = ?", one.id)
    found = contents(salvaged(log).entries)
    assert expected.keys() - found.keys() == {(LoggedSet, one.id)}


def test_an_entry_larger_than_a_log_takes_is_left_out(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = salvaged(log)
    connection = sqlite3.connect(log, isolation_level=None)
    connection.execute("UPDATE tests SET note = hex(zeroblob(3000)) WHERE rowid = 1")
    connection.close()
    limits = ((sqlite3.SQLITE_LIMIT_LENGTH, 4000),)
    monkeypatch.setattr("tracker.storage.opening._LIMITS", limits)
    found = salvaged(log)
    assert (len(found.entries), found.left_out) == (len(whole.entries) - 1, 1)


def test_two_sets_in_one_place_are_not_both_kept(log: Path) -> None:
    session = Session(NOW.date(), id="f" * 32)
    sets = [
        LoggedSet(session.id, Exercise.SEATED, Side.LEFT, number, 8, 60.0, number, id=name * 32)
        for number, name in ((1, "d"), (2, "e"))
    ]
    database = Database.open(log)
    database.apply(Change.adding(session, *sets))
    database.close()
    second = b"e" * 32 + b"f" * 32 + b"\x02seatedleft"  # its position, and then its number
    data = log.read_bytes()
    assert data.count(second + b"\x02") == 1
    log.write_bytes(data.replace(second + b"\x02", second + b"\x01"))
    salvage = salvaged(log)
    found = contents(salvage.entries)
    assert ((LoggedSet, "d" * 32) in found) != ((LoggedSet, "e" * 32) in found)
    assert salvage.left_out == 1


def test_of_two_copies_of_a_row_the_one_edited_last_counts_wherever_it_stands(log: Path) -> None:
    # A page that was split, or moved, while the power went leaves its rows behind.
    page = leaves_of(log, "sets")[0]
    at = slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    before = log.read_bytes()[at]
    database = Database.open(log)
    edited = [each for each in database.entries() if isinstance(each, LoggedSet)][:3]
    later = [replace(each, reps=each.reps + 1) for each in edited]
    for old, new in zip(edited, later, strict=True):
        database.apply(Change.replacing(old, new))
    database.close()
    expected, data = contents_of(log), bytearray(log.read_bytes())
    after = bytes(data[at])
    for first, last in ((after, before), (before, after)):
        data[at] = first
        log.write_bytes(data + last)
        found = contents(salvaged(log).entries)
        assert [found[LoggedSet, each.id] for each in later] == later
        assert found == expected


def test_of_two_copies_of_a_row_that_tell_no_time_the_first_counts(log: Path) -> None:
    damage_by(log, "UPDATE sets SET edited_at = NULL")
    page = leaves_of(log, "sets")[0]
    expected, data = contents_of(log), log.read_bytes()
    copy = bytearray(data[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])
    place = copy.index(b"seatedleft")
    copy[place : place + len(b"seatedleft")] = b"seatedboth"
    log.write_bytes(data + copy)
    assert contents(salvaged(log).entries) == expected


def test_what_was_deleted_stays_deleted(log: Path) -> None:
    connection = sqlite3.connect(log)
    connection.execute("PRAGMA secure_delete = OFF")  # as not every system has it on
    connection.execute("DELETE FROM sets WHERE rowid < 400")
    connection.commit()
    connection.close()
    expected = contents_of(log)
    assert int.from_bytes(log.read_bytes()[32:36]) != 0  # there are free pages
    assert contents(salvaged(log).entries) == expected


def test_rows_of_any_number_are_read(log: Path) -> None:
    damage_by(log, "UPDATE runner SET rowid = ?", 2**63 - 1)
    assert contents(salvaged(log).entries) == contents_of(log)


def test_a_long_note_is_followed_over_its_pages(log: Path) -> None:
    test = HeelRaiseTest(NOW.date(), Exercise.STANDING, Side.LEFT, 22, note="Wörter " * 1400)
    database = Database.open(log)
    database.apply(Change.adding(test))
    database.close()
    assert test in salvaged(log).entries


@pytest.mark.parametrize("spoil", [bytes, lambda _length: b"\xff" * 4])
def test_a_long_note_whose_pages_are_lost_is_passed_over(
    log: Path, spoil: Callable[[int], bytes]
) -> None:
    test = HeelRaiseTest(NOW.date(), Exercise.STANDING, Side.LEFT, 22, note="x" * 9000)
    expected = contents_of(log)
    database = Database.open(log)
    database.apply(Change.adding(test))
    database.close()
    data = bytearray(log.read_bytes())
    place = data.index(b"x" * 100 + b"x" * 3000)  # within an overflow page, after its pointer
    start = place // PAGE_SIZE * PAGE_SIZE
    data[start : start + 4] = spoil(4)
    log.write_bytes(data)
    assert contents(salvaged(log).entries) == expected


def test_a_change_cut_off_is_taken_back_by_its_journal(log: Path, tmp_path: Path) -> None:
    expected = contents_of(log)
    connection = sqlite3.connect(log, isolation_level=None)
    connection.execute("PRAGMA cache_size = 5")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM sets")
    half = tmp_path / "half.soleus"
    for suffix in ("", "-journal"):
        shutil.copyfile(f"{log}{suffix}", f"{half}{suffix}")
    connection.execute("ROLLBACK")
    connection.close()
    before = {path: path.read_bytes() for path in tmp_path.glob("half*")}
    assert len(before) == 2
    assert contents(salvaged(half).entries) == expected
    assert {path: path.read_bytes() for path in tmp_path.glob("half*")} == before


def test_a_journal_that_is_none_does_no_harm(log: Path) -> None:
    expected = contents_of(log)
    log.with_name(f"{log.name}-journal").write_bytes(b"rubbish")
    assert contents(salvaged(log).entries) == expected


def test_where_the_disk_gives_no_bytes_the_rest_is_read(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = contents_of(log)
    (bad,) = leaves_of(log, "sets")[:1]
    real = module._block_at

    def fail(*args: object) -> None:
        raise OSError(5, "Input/output error")

    class Failing:
        def __init__(self, file: object) -> None:
            self.file = file

        def seek(self, place: int) -> None:
            if place == (bad - 1) * PAGE_SIZE:
                fail()
            self.file.seek(place)  # type: ignore[attr-defined]

        def read(self, length: int) -> bytes:
            return bytes(self.file.read(length))  # type: ignore[attr-defined]

    monkeypatch.setattr(module, "_block_at", lambda file, place: real(Failing(file), place))  # type: ignore[arg-type]
    found = contents(salvaged(log).entries)
    assert {kind for kind, _ in expected.keys() - found.keys()} == {LoggedSet}


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="could not be read"):
        salvaged(tmp_path / "nowhere.soleus")


def test_of_rubbish_nothing_is_read(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    for content in (b"", b"rubbish", b"\x0d" * 20_000, b"\xff" * 20_000, bytes(20_000)):
        path.write_bytes(content)
        assert salvaged(path) == Salvage((), 0)


def test_what_was_read_takes_the_place_of_the_damaged_log_which_is_kept(log: Path) -> None:
    wipe(log, leaves_of(log, "sets")[3])
    damaged = log.read_bytes()
    salvage = salvaged(log)
    aside = recover(log, salvage, NOW)
    assert aside == folder_of(log) / "log damaged 2026-11-24 183000.soleus"
    assert aside.read_bytes() == damaged
    assert contents_of(log) == contents(salvage.entries)
    assert log.stat().st_mode & 0o777 == 0o600
    assert names_in(log.parent) == {log.name, folder_of(log).name}


def times_of(log: Path) -> EditTimes:
    database = Database.open(log)
    try:
        return database.edit_times()
    finally:
        database.close()


def test_to_be_recovered_is_no_edit(log: Path) -> None:
    # Joined to another log, what was recovered must not win over what was corrected there since.
    at = datetime.datetime(2026, 11, 20, 17, 5, 0, 250_000, tzinfo=datetime.UTC)
    early = Equipment("Early", id="early")
    database = Database.open(log)
    database.apply(Change((Edit(None, early, at),)))
    database.close()
    damage_by(log, "UPDATE runs SET edited_at = NULL")
    expected = times_of(log)
    recover(log, salvaged(log), NOW)
    assert times_of(log) == expected
    assert expected[Equipment, "early"] == at
    assert not any(kind is Run for kind, _ in expected)


@pytest.mark.parametrize("text", ["?", "2026-11-20T17:05:00", ""])
def test_a_time_that_is_none_is_not_known(log: Path, text: str) -> None:
    expected = contents_of(log)
    damage_by(log, "UPDATE runs SET edited_at = ?", text)
    salvage = salvaged(log)
    assert contents(salvage.entries) == expected
    assert {key for key in expected if key not in salvage.past.edit_times} == {
        key for key in expected if key[0] is Run
    }


def test_pages_that_name_each_other_in_a_circle_end(log: Path) -> None:
    data = bytearray(log.read_bytes())
    root = root_of(log, "sqlite_autoindex_sets_1")
    page = (root - 1) * PAGE_SIZE
    assert data[page] == 0x02
    data[page + 8 : page + 12] = root.to_bytes(4)
    before = len(list(Pages(log.read_bytes()).keys(root)))
    assert 0 < len(list(Pages(bytes(data)).keys(root))) < before


def test_a_list_of_free_pages_that_is_none_is_not_followed(log: Path) -> None:
    expected = contents_of(log)
    data = bytearray(log.read_bytes())
    data[32:36] = (leaves_of(log, "sessions")[0]).to_bytes(4)
    log.write_bytes(data)
    found = contents(salvaged(log).entries)
    assert {kind for kind, _ in expected.keys() - found.keys()} <= {Session}


def test_a_symptom_of_a_lost_session_is_kept_by_itself(tmp_path: Path) -> None:
    log = tmp_path / "log.soleus"
    symptom = Symptom(NOW.date(), Moment.AFTER, Side.LEFT, pain=3)
    Database.create_with(log, Change.adding(symptom))
    damage_by(log, "UPDATE symptoms SET session_id = 'nowhere'")
    salvage = salvaged(log)
    assert (salvage.entries, salvage.left_out) == ((symptom,), 0)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_becomes_of_a_file_it_is_read_without_a_fault(log: Path, seed: int) -> None:
    chance = Random(seed)
    data = bytearray(log.read_bytes())
    for _ in range(2000):
        # Heads of pages above all, where the cells are told.
        place = chance.randrange(len(data) // PAGE_SIZE) * PAGE_SIZE
        data[place + int(chance.expovariate(1 / 40)) % PAGE_SIZE] = chance.choice((0, 255, 127, 13))
    log.write_bytes(data)
    salvage = salvaged(log)
    # What is found makes a sound log.
    made = log.with_name("made.soleus")
    Database.create_with(made, Change.adding(*salvage.entries))
    assert contents_of(made) == contents(salvage.entries)


def test_what_could_not_be_found_by_its_id_gets_one_like_it(log: Path) -> None:
    with closing(sqlite3.connect(log)) as connection:
        for sql in (
            "UPDATE sessions SET id = id || char(0) || 'x'",
            "UPDATE sets SET id = id || char(10), session_id = session_id || char(0) || 'x'",
            "UPDATE symptoms SET session_id = session_id || char(0) || 'x'",
        ):
            connection.execute(sql)
        connection.commit()
    found = salvaged(log)
    assert (found.sets, found.sessions, found.left_out) == (SETS, SESSIONS, 0)
    made = log.with_name("made.soleus")
    Database.create_with(made, found.making)
    assert all(id_.isprintable() for _, id_ in contents_of(made))


def test_tables_that_others_changed_are_read_by_the_names_of_their_columns(log: Path) -> None:
    with closing(sqlite3.connect(log)) as connection:
        connection.execute("DELETE FROM sets WHERE rowid = 9")
        connection.execute(
            "INSERT INTO remembered (kind, id, deleted_at) VALUES ('sets', 'a', ?)",
            [NOW.isoformat()],
        )
        connection.commit()
    before = salvaged(log)
    with closing(sqlite3.connect(log, isolation_level=None)) as connection:
        connection.execute("PRAGMA legacy_alter_table = ON")
        connection.execute("DROP VIEW set_details")
        for table in ("sets", "sessions", "remembered"):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            turned = ", ".join(reversed(columns))
            key = "kind, id" if table == "remembered" else "id"
            connection.execute(f"CREATE TABLE t ({turned}, PRIMARY KEY ({key})) WITHOUT ROWID")
            connection.execute(f"INSERT INTO t SELECT {turned} FROM {table}")
            connection.execute(f"DROP TABLE {table}")
            connection.execute(f"ALTER TABLE t RENAME TO {table}")
        connection.execute("ALTER TABLE runs ADD COLUMN more TEXT")
        connection.execute("UPDATE runs SET more = 'x', added_us = 9223372036854775807")
        connection.execute("PRAGMA journal_mode = WAL")
    found = salvaged(log)
    assert contents(found.entries) == contents(before.entries)
    assert found.past.memory == before.past.memory
    assert found.past.edit_times == before.past.edit_times
    made = log.with_name("made.soleus")
    Database.create_with(made, found.making)
    database = Database.open(made)
    assert database.complaints() == []
    database.close()


def test_a_log_that_was_written_anew_in_another_encoding_is_read(log: Path) -> None:
    before = salvaged(log)
    other = log.with_name("other.soleus")
    with closing(sqlite3.connect(log)) as source, closing(sqlite3.connect(other)) as target:
        target.execute("PRAGMA encoding = 'UTF-16le'")
        target.executescript("\n".join(source.iterdump()))
        target.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    assert contents(salvaged(other).entries) == contents(before.entries)
