"""Our own tables of entries read back, and laid beside a log.

Rows of tests and symptoms name no entry, so two with the same content are told apart by how often
they stand: the same file twice adds nothing, and a test done twice with the same figures stays two
tests.
"""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import astuple, replace
from typing import Any

from tracker.domain.entry import DATES
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.session import Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.exchange.csv_text import Record
from tracker.exchange.importing.found import LeftOut
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.exchange.tables.table import AnyTable, Into


def own_table(headings: Iterable[str]) -> AnyTable | None:
    """Tell which table of ours, but that of the sets, has these headings; None for none."""
    found = set(headings)
    for table in OUR_TABLES:
        if (table.entry is not None or table.computed_from) and table.is_told_by(found):
            return table
    return None


def read_entries(
    table: AnyTable, headings: Sequence[str], rows: Iterable[Record]
) -> Iterator[Any | LeftOut]:
    """Read the rows of a table of entries.

    Args:
        table: Which.
        headings: Of the columns, in lower case; columns may be missing or stand elsewhere.
        rows: Below the headings.

    Yields:
        For each row an entry, or why it is none.
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
            if row.is_cut:
                raise ValueError("The file ends in the middle of this line.")
            if len(cells) > len(headings):
                raise ValueError(f"It has {len(cells)} cells, the headings {len(headings)}.")
            given = {
                into.field: into.read(cells[place] if place < len(cells) else "")
                for into, place in read
            }
            yield table.entry(**given)
        except ValueError as error:
            yield LeftOut(row.line, str(error))


# Laid beside the log


def new_among(
    entries: Iterable[HeelRaiseTest | Symptom],
    there: Iterable[HeelRaiseTest | Symptom],
    session_ids: Collection[str],
) -> list[Session | HeelRaiseTest | Symptom]:
    """List those entries that a log does not have, as often as it has them not.

    A symptom keeps its session: one that the log lacks is added without sets, on the day that the
    symptom tells. Where ``sets.csv`` is read too, it goes first, for it knows more of a session.

    Args:
        entries: In the order of their files.
        there: Those of the log.
        session_ids: Of the sessions of the log.

    Returns:
        Sessions first.
    """
    counted = Counter(map(_content, there))
    sessions: dict[str, Session] = {}
    added: list[Session | HeelRaiseTest | Symptom] = []
    for entry in entries:
        content = _content(entry)
        if counted[content]:
            counted[content] -= 1
            continue
        added.append(entry)
        if isinstance(entry, Symptom) and entry.session_id:
            id_ = entry.session_id
            if id_ not in session_ids and id_ not in sessions:
                sessions[id_] = Session(_day_of_session(entry), id=id_)
    return [*sessions.values(), *added]


def _content(entry: HeelRaiseTest | Symptom) -> tuple[object, ...]:
    """Give what makes two entries the same: all but the id."""
    return type(entry), *astuple(replace(entry, id=""))


def _day_of_session(symptom: Symptom) -> datetime.date:
    if symptom.moment is Moment.NEXT_MORNING and symptom.date > DATES[0]:
        return symptom.date - datetime.timedelta(days=1)
    return symptom.date
