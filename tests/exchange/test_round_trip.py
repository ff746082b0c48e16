"""Export, import, export: the same bytes."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.logs import exported, imported, log_of, logs
from tests.report.worst_cases import (
    agreed,
    both_at_once,
    felt,
    happened,
    holds,
    measured,
    run,
    training,
)
from tests.report.worst_cases import (
    tests as heel_raises,
)
from tests.strategies import of_kind, symptoms
from tracker.domain.change import Entry
from tracker.domain.event import Event
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.load import Unit
from tracker.domain.measurement import Measurement
from tracker.domain.run import Run
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Symptom
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.exchange.tables.weekly import WEEKLY
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


# What a log holds beside sets; a runner, plans and phases are in the JSON alone.
others = st.one_of(
    *(of_kind[kind] for kind in (Measurement, HeelRaiseTest, Goal, Run, Event)),
    symptoms.map(lambda symptom: replace(symptom, session_id=None)),
)


SOME_DAYS = range(364, -1, -45)


def written(database: Database, folder: Path, dialect: Dialect) -> dict[str, bytes]:
    """Write all our files, and return the bytes of each."""
    return {table.name: exported(database, folder / table.name, dialect) for table in OUR_TABLES}


def comes_back(entries: Iterable[Entry], dialect: Dialect) -> None:
    database, other = log_of(*entries), Database.in_memory()
    with TemporaryDirectory() as folder:
        first = written(database, Path(folder), dialect)
        for name, data in first.items():
            if name != WEEKLY.name and data.count(b"\n") > 1:
                assert imported(other, data).left_out == (), name
        again = written(other, Path(folder), dialect)
    assert again == first
    database.close()
    other.close()


def test_every_file_of_a_log_of_everything_comes_back() -> None:
    some = (training, both_at_once, holds, measured, heel_raises, felt, happened, run)
    entries = [*agreed(), *(entry for make in some for entry in make(SOME_DAYS))]
    kinds = {type(entry) for entry in entries}
    assert kinds >= {Measurement, HeelRaiseTest, Goal, Run, Event, Symptom, LoggedSet, Session}
    assert any(isinstance(each, LoggedSet) and each.hold_s is not None for each in entries)
    assert any(isinstance(each, Measurement) and not each.measured.is_known for each in entries)
    comes_back(entries, Dialect(Unit.LB))  # of which more digits are needed than of kilograms


@settings(max_examples=80, deadline=None)
@given(entries=st.lists(others, max_size=6, unique_by=lambda each: each.id), dialect=dialects)
def test_every_file_of_whatever_is_noted_comes_back(entries: list[Entry], dialect: Dialect) -> None:
    comes_back(entries, dialect)
