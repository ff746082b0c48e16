"""Made-up logs of every kind for the tests of this room, and a way to run jobs to their end."""

import datetime
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st

from tests.strategies import holds_s
from tracker.domain.change import Change, Entry
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, SetType, Tempo
from tracker.exchange.exporting.export import Export, exporting
from tracker.exchange.importing.foreign_csv import reading_csv
from tracker.exchange.importing.found import NameMapping, ReadFile
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, Summary, build_change
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.ours import TABLE_BY_NAME
from tracker.storage.database import Database

T = TypeVar("T")
FIRST = datetime.date(2026, 1, 1)
TODAY = datetime.date(2026, 11, 24)


def finished(steps: Generator[float, None, T]) -> T:
    """Run all steps of a job, and return its result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def read(data: bytes) -> ReadFile:
    return finished(reading_csv(data, "file.csv"))


def imported(
    database: Database,
    data: bytes,
    mapping: NameMapping | None = None,
    unit: Unit | None = None,
) -> Summary:
    """Import a file as recognised, unless told otherwise."""
    found = read(data)
    change, summary = build_change(
        found,
        Answers(found.guessed_mapping if mapping is None else mapping, unit),
        LogSoFar.of(database, found),
    )
    database.apply(change)
    return summary


def exported(database: Database, path: Path, dialect: Dialect | None = None) -> bytes:
    """Write our file named by the path, with all days, and return its bytes."""
    tables = (TABLE_BY_NAME[path.name],)
    export = Export.of(database, None, None, dialect or Dialect(), TODAY, tables)
    finished(exporting(export, path.parent))
    return path.read_bytes()


def log_of(*entries: Entry) -> Database:
    database = Database.in_memory()
    database.apply(Change.adding(*entries))
    return database


def logged_sets(database: Database) -> list[LoggedSet]:
    return [each for session in database.sessions() for each in database.sets_of(session.id)]


def _rounded(values: st.SearchStrategy[float], decimals: int) -> st.SearchStrategy[float]:
    return values.map(lambda value: round(value, decimals))


# Text of every kind, and often of the kinds that make trouble in tables.
texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.text(st.sampled_from("=+-@'\t\r\n\",; a\x00“é"), max_size=8),
)
loads_kg = st.one_of(
    _rounded(st.floats(-500, 2000), 10),
    st.integers(-800, 3200).map(lambda quarters: quarters / 4),
    st.integers(-4000, 17_000).map(lambda quarters: kg_from_pounds(quarters / 4)),
).filter(lambda kg: -500 <= kg <= 2000)
seconds = _rounded(st.floats(0, 60), 3)
tempos = st.builds(Tempo, seconds, seconds, seconds, seconds)
machines = st.one_of(
    st.sampled_from(["Smith machine", "=SUM(A1)", "'s machine", "Bank; sitzend, schwer"]),
    texts.filter(lambda text: bool(text.strip()) and "\x00" not in text),
)


@st.composite
def logs(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Draw the entries of a log: some sessions, some sets, some weighings."""
    equipment = [Equipment(name) for name in draw(st.lists(machines, max_size=3, unique=True))]
    days = st.integers(0, 40).map(lambda number: FIRST + datetime.timedelta(days=number))
    weighings = [
        Bodyweight(day, draw(st.one_of(_rounded(st.floats(20, 400), 10), st.just(70.0))))
        for day in draw(st.lists(days, max_size=4, unique=True))
    ]
    sessions: list[Session] = []
    sets: list[LoggedSet] = []
    for _ in range(draw(st.integers(0, 4))):
        day = draw(days)
        time = draw(st.none() | st.times())
        started_at = (
            None if time is None else datetime.datetime.combine(day, time, tzinfo=datetime.UTC)
        )
        session = Session(day, started_at)
        sessions.append(session)
        numbers = st.tuples(st.sampled_from(Exercise), st.sampled_from(Side), st.integers(1, 999))
        for place, (exercise, side, number) in enumerate(
            draw(st.lists(numbers, max_size=4, unique=True))
        ):
            sets.append(
                LoggedSet(
                    session_id=session.id,
                    exercise=exercise,
                    side=side,
                    set_no=number,
                    reps=draw(st.integers(0, 15) | st.integers(0, 1000)),
                    external_kg=draw(loads_kg),
                    position=place * draw(st.integers(1, 3)),
                    set_type=draw(st.sampled_from(SetType)),
                    rir=draw(st.none() | _rounded(st.floats(0, 10), 2)),
                    tempo=draw(st.none() | tempos),
                    rest_s=draw(st.none() | st.floats(0, 86_400)),
                    pain_during=draw(st.none() | st.integers(0, 10)),
                    equipment_id=draw(st.sampled_from([None, *(each.id for each in equipment)])),
                    note=draw(texts),
                    hold_s=draw(holds_s),
                )
            )
    runner = Runner(formula=draw(st.sampled_from(Formula)))
    return (runner, *equipment, *weighings, *sessions, *sets)
