"""Export, import, export: the same bytes."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.logs import exported, imported, log_of, logs
from tracker.domain.change import Entry
from tracker.domain.load import Unit
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.storage.database import Database

dialects = st.builds(Dialect, st.sampled_from(Unit), st.sampled_from(Delimiter))


@settings(max_examples=120, deadline=None)
@given(entries=logs(), dialect=dialects)
def test_export_import_export_gives_the_same_bytes(
    entries: tuple[Entry, ...], dialect: Dialect
) -> None:
    database, other = log_of(*entries), Database.in_memory()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sets.csv"
        first = exported(database, path, dialect)
        summary = imported(other, first)
        assert summary.left_out == ()
        assert exported(other, path, dialect) == first
    database.close()
    other.close()


@settings(max_examples=60, deadline=None)
@given(entries=logs(), dialect=dialects)
def test_the_same_file_twice_adds_nothing(entries: tuple[Entry, ...], dialect: Dialect) -> None:
    database = log_of(*entries)
    with TemporaryDirectory() as folder:
        data = exported(database, Path(folder) / "sets.csv", dialect)
    again = imported(database, data)
    assert (again.sets, again.sessions, again.weighings) == (0, 0, 0)
    assert again.lines_already_there == again.lines
    database.close()
