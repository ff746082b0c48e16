"""Reads our own tables of entries back, and compares them with a log.

Only rows of sessions have an id. For the others, it counts how often the same content is in the
file and in the log: reading the same file twice adds nothing, and a test done twice with the same
figures stays two tests.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace

from tracker.domain.change import Edit, Entry
from tracker.domain.entry import DATES
from tracker.domain.run import Run
from tracker.domain.session import Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.exchange.csv_text import Record
from tracker.exchange.importing.found import LeftOut, Told
from tracker.exchange.importing.log_so_far import local_start
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.exchange.tables.runs import ToldRun
from tracker.exchange.tables.sessions import ToldSession, minutes_of
from tracker.exchange.tables.table import AnyTable, Into
from tracker.worded import worded, worded_by


def own_table(headings: Iterable[str]) -> AnyTable | None:
    """Return which of our tables, other than the sets, has these headings; None for none."""
    found = set(headings)
    for table in OUR_TABLES:
        if (table.entry is not None or table.computed_from) and table.is_told_by(found):
            return table
    return None


def read_entries(
    table: AnyTable, headings: Sequence[str], rows: Iterable[Record]
) -> Iterator[Told | LeftOut]:
    """Read the rows of a table of entries.

    Args:
        table: The table.
        headings: The headings in lower case; columns may be missing or in another order.
        rows: The rows below the headings.

    Yields:
        For each row an entry, or why it is not one.
    """
    assert table.entry is not None
    places = {heading: place for place, heading in reversed(list(enumerate(headings)))}
    read = [
        (column.read, places.get(column.name, len(headings)))
        for column in table.columns
        if isinstance(column.read, Into)
    ]
    for row in rows:
        cells = row.fields
        try:
            row.require_whole()
            if len(cells) > len(headings):
                raise ValueError(
                    worded("It has {} cells, the headings {}.", len(cells), len(headings))
                )
            given = {
                into.field: into.read(cells[place] if place < len(cells) else "")
                for into, place in read
            }
            made = table.entry(**given)
            yield Told(row.line, _entry_of(made))
        except ValueError as error:
            yield LeftOut(row.line, worded_by(error))


def _entry_of(made: Entry | ToldSession | ToldRun) -> Entry:
    if not isinstance(made, ToldSession | ToldRun):
        return made
    started_at = None if made.time is None else local_start(made.date, made.time)
    if isinstance(made, ToldRun):
        return Run(made.date, made.distance_km, started_at, made.duration_s)
    return Session(made.date, started_at, made.note, made.id, made.duration_s)


# Comparing with the log


@dataclass(frozen=True, slots=True)
class Laid:
    """What the lines of our own tables add to a log.

    Args:
        edits: The edits, sessions first.
        lines: The line of each entry added or completed, by its id; sessions known only from
            symptoms have none.
        left_out: Lines that differ in the log, and why they were not taken.
    """

    edits: tuple[Edit, ...]
    lines: Mapping[str, int]
    left_out: tuple[LeftOut, ...]


def laid_beside(told: Iterable[Told], there: Iterable[Entry], sessions: Iterable[Session]) -> Laid:
    """Find what a log lacks, as many times as it is missing.

    Symptoms keep their session; if the log lacks it, it is added without sets, on the day given by
    the symptom. If ``sets.csv`` or ``sessions.csv`` are imported too, they should go first, because
    they know more about sessions. Details of a session that the log does not have are taken; those
    it has are kept.

    Args:
        told: The entries in the order of their file.
        there: The entries of the log of the same kind.
        sessions: The sessions of the log.
    """
    counted = Counter(map(_content, there))
    before = {session.id: session for session in sessions}
    after = dict(before)
    added: list[Edit] = []
    lines: dict[str, int] = {}
    left_out: list[LeftOut] = []
    for each in told:
        entry = each.entry
        if isinstance(entry, Session):
            try:
                session = _completed(after.get(entry.id), entry)
            except ValueError as error:
                left_out.append(LeftOut(each.line, worded_by(error)))
                continue
            if session != after.get(entry.id):
                after[entry.id] = session
                lines[entry.id] = each.line
            continue
        content = _content(entry)
        if counted[content]:
            counted[content] -= 1
            continue
        added.append(Edit(None, entry))
        lines[entry.id] = each.line
        if isinstance(entry, Symptom) and entry.session_id:
            day = _day_of_session(entry)
            after.setdefault(entry.session_id, Session(day, id=entry.session_id))
    changed = [
        Edit(before.get(id_), session)
        for id_, session in after.items()
        if session != before.get(id_)
    ]
    return Laid((*changed, *added), lines, tuple(left_out))


def _completed(own: Session | None, told: Session) -> Session:
    """Complete a known session with what a file says about it.

    Raises:
        ValueError: In words for a person, if they contradict each other.
    """
    if own is None:
        return told
    if own.date != told.date:
        raise ValueError(worded("This session is there already on {}, which was kept.", own.date))
    for what, known, other in (
        (worded("time"), _time_of(own), _time_of(told)),
        (worded("duration"), minutes_of(own.duration_s), minutes_of(told.duration_s)),
        (worded("note"), own.note or None, told.note or None),
    ):
        if None not in (known, other) and known != other:
            raise ValueError(
                worded("This session is there already with another {}, which was kept.", what)
            )
    return replace(
        own,
        started_at=told.started_at if own.started_at is None else own.started_at,
        duration_s=told.duration_s if own.duration_s is None else own.duration_s,
        note=own.note or told.note,
    )


def _time_of(begun: Session | Run) -> datetime.time | None:
    """Return the local time at which something began, to the second, as in files."""
    start = begun.started_at
    return None if start is None else start.time().replace(microsecond=0)


def _content(entry: Entry) -> tuple[object, ...]:
    """Return what makes two entries the same: all fields but the id, as far as files have them."""
    if isinstance(entry, Run):
        return Run, entry.date, _time_of(entry), entry.distance_km, minutes_of(entry.duration_s)
    return type(entry), *astuple(replace(entry, id=""))


def _day_of_session(symptom: Symptom) -> datetime.date:
    if symptom.moment is Moment.NEXT_MORNING and symptom.date > DATES[0]:
        return symptom.date - datetime.timedelta(days=1)
    return symptom.date
