"""Our own ``tests.csv`` and ``symptoms.csv`` read back into entries, and laid beside a log.

Their rows name no entry, so two rows with the same content are told apart by how often they stand:
the same file twice adds nothing, and a test done twice with the same figures stays two tests.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, replace
from enum import StrEnum
from typing import Final, TypeVar

from tracker.domain.entry import DATES
from tracker.domain.exercise import LONGEST_NAME, Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.session import Session
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.exchange.exporting.sets import restored
from tracker.exchange.exporting.symptoms import SYMPTOMS_COLUMNS
from tracker.exchange.exporting.tests import TESTS_COLUMNS
from tracker.exchange.importing.found import LeftOut
from tracker.exchange.reading import Record, number_of

Member = TypeVar("Member", bound=StrEnum)
Told = TypeVar("Told", HeelRaiseTest, Symptom)


class OwnTable(StrEnum):
    """A table of ours beside that of the sets."""

    TESTS = "tests.csv"
    SYMPTOMS = "symptoms.csv"
    WEEKLY = "weekly.csv"


_KNOWN_BY: Final[dict[OwnTable, set[str]]] = {
    OwnTable.TESTS: {"date", "exercise", "side", "reps", "cadence_bpm", "incline_deg"},
    OwnTable.SYMPTOMS: {"date", "moment", "side", "pain_0_10"},
    OwnTable.WEEKLY: {"iso_week", "exercise", "side", "hard_sets"},
}


def own_table(headings: Iterable[str]) -> OwnTable | None:
    """Tell which table of ours has these headings; None for none."""
    found = set(headings)
    for table, known_by in _KNOWN_BY.items():
        if known_by <= found:
            return table
    return None


def read_tests(
    headings: Sequence[str], rows: Iterable[Record]
) -> Iterator[HeelRaiseTest | LeftOut]:
    """Read the rows of ``tests.csv``.

    Args:
        headings: Of the columns, in lower case; columns may be missing or stand elsewhere.
        rows: Below the headings.

    Yields:
        For each row a test, or why it is none.
    """
    return _entries(headings, rows, TESTS_COLUMNS, _test_of)


def read_symptoms(headings: Sequence[str], rows: Iterable[Record]) -> Iterator[Symptom | LeftOut]:
    """Read the rows of ``symptoms.csv``; see ``read_tests``."""
    return _entries(headings, rows, SYMPTOMS_COLUMNS, _symptom_of)


def _entries(
    headings: Sequence[str],
    rows: Iterable[Record],
    columns: Sequence[str],
    entry_of: Callable[[Mapping[str, str]], Told],
) -> Iterator[Told | LeftOut]:
    places = {name: headings.index(name) for name in columns if name in headings}
    for row in rows:
        cells = row.fields
        given = {name: cells[place] for name, place in places.items() if place < len(cells)}
        try:
            if row.is_cut:
                raise ValueError("The file ends in the middle of this line.")
            if len(cells) > len(headings):
                raise ValueError(f"It has {len(cells)} cells, the headings {len(headings)}.")
            yield entry_of({name: given.get(name, "") for name in columns})
        except ValueError as error:
            yield LeftOut(row.line, str(error))


def _test_of(cells: Mapping[str, str]) -> HeelRaiseTest:
    incline_deg = _number(cells["incline_deg"])
    reps = _whole("Repetitions", cells["reps"])
    if reps is None:
        raise ValueError("Repetitions are missing.")
    return HeelRaiseTest(
        date=_date(cells["date"]),
        exercise=_required(Exercise, "exercise", cells["exercise"]),
        side=_required(Side, "side", cells["side"]),
        reps=reps,
        cadence_bpm=_number(cells["cadence_bpm"]),
        incline_deg=0.0 if incline_deg is None else incline_deg,
        stop_reason=_one_of(StopReason, "reason to stop", cells["stop_reason"]),
        pain=_whole("Pain", cells["pain"]),
        note=restored(cells["notes"]),
    )


def _symptom_of(cells: Mapping[str, str]) -> Symptom:
    session_id = restored(cells["session_id"])
    if len(session_id) > LONGEST_NAME:
        raise ValueError(f"The name of a session may have {LONGEST_NAME} characters.")
    return Symptom(
        date=_date(cells["date"]),
        moment=_required(Moment, "moment", cells["moment"]),
        side=_required(Side, "side", cells["side"]),
        site=_one_of(Site, "site", cells["site"]),
        pain=_whole("Pain", cells["pain_0_10"]),
        stiffness_min=_whole("Stiffness in minutes", cells["stiffness_min"]),
        session_id=session_id or None,
    )


# Cells


def _date(cell: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(cell.strip())
    except ValueError:
        raise ValueError(f"“{cell}” is not a day like 2026-11-24.") from None


def _number(cell: str) -> float | None:
    # In our own files a comma is always a decimal comma.
    return number_of(cell, mark_is_comma=True) if cell.strip() else None


def _whole(what: str, cell: str) -> int | None:
    number = _number(cell)
    if number is not None and not number.is_integer():
        raise ValueError(f"{what} must be a whole number, not {number:g}.")
    return None if number is None else int(number)


def _one_of(kind: type[Member], what: str, cell: str) -> Member | None:
    word = cell.strip().casefold()
    if not word:
        return None
    if word not in set(kind):
        raise ValueError(f"“{cell.strip()}” is no {what}; it is one of {', '.join(kind)}.")
    return kind(word)


def _required(kind: type[Member], what: str, cell: str) -> Member:
    member = _one_of(kind, what, cell)
    if member is None:
        raise ValueError(f"The {what} is missing.")
    return member


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
