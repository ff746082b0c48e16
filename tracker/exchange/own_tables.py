"""Our own ``tests.csv`` and ``symptoms.csv`` read back into entries, and laid beside a log.

Their rows name no entry, so two rows with the same content are told apart by how often they stand:
the same file twice adds nothing, and a test done twice with the same figures stays two tests.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, replace
from enum import StrEnum
from typing import Protocol, TypeVar

from tracker.domain.change import Change
from tracker.domain.exercise import LONGEST_NAME, Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.session import DATES, Session
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.exchange.csv_tables import restored
from tracker.exchange.imported import LeftOut
from tracker.exchange.reading import number_of
from tracker.exchange.symptoms_table import SYMPTOMS_COLUMNS
from tracker.exchange.tests_table import TESTS_COLUMNS

TESTS_KNOWN_BY = frozenset({"date", "exercise", "side", "reps", "cadence_bpm", "incline_deg"})
SYMPTOMS_KNOWN_BY = frozenset({"date", "moment", "side", "pain_0_10"})
# Where a row begins in its file, 1 upward, and its cells.
Row = tuple[int, Sequence[str]]
Member = TypeVar("Member", bound=StrEnum)
Told = TypeVar("Told", HeelRaiseTest, Symptom)


class Questions(Protocol):
    """What is asked of an open log."""

    def tests(self) -> list[HeelRaiseTest]: ...
    def symptoms(self) -> list[Symptom]: ...
    def sessions(self) -> list[Session]: ...


def is_tests_table(headings: Iterable[str]) -> bool:
    """Tell whether a table with these headings, in lower case, is our ``tests.csv``."""
    return set(headings) >= TESTS_KNOWN_BY


def is_symptoms_table(headings: Iterable[str]) -> bool:
    """Tell whether a table with these headings, in lower case, is our ``symptoms.csv``."""
    return set(headings) >= SYMPTOMS_KNOWN_BY


def tests_of(headings: Sequence[str], rows: Iterable[Row]) -> Iterator[HeelRaiseTest | LeftOut]:
    """Read the rows of ``tests.csv``.

    Args:
        headings: Of the columns, in lower case; columns may be missing or stand elsewhere.
        rows: Below the headings.

    Yields:
        For each row a test, or why it is none.
    """
    return _entries(headings, rows, TESTS_COLUMNS, _test_of)


def symptoms_of(headings: Sequence[str], rows: Iterable[Row]) -> Iterator[Symptom | LeftOut]:
    """Read the rows of ``symptoms.csv``; see ``tests_of``."""
    return _entries(headings, rows, SYMPTOMS_COLUMNS, _symptom_of)


def _entries(
    headings: Sequence[str],
    rows: Iterable[Row],
    columns: Sequence[str],
    entry_of: Callable[[Mapping[str, str]], Told],
) -> Iterator[Told | LeftOut]:
    places = {name: headings.index(name) for name in columns if name in headings}
    for line, cells in rows:
        if len(cells) > len(headings):
            yield LeftOut(line, f"It has {len(cells)} cells, the headings {len(headings)}.")
            continue
        given = {name: cells[place] for name, place in places.items() if place < len(cells)}
        try:
            yield entry_of({name: given.get(name, "") for name in columns})
        except ValueError as error:
            yield LeftOut(line, str(error))


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


def change_adding(entries: Iterable[HeelRaiseTest | Symptom], log: Questions) -> Change:
    """Make the change that adds those entries that a log does not have.

    A symptom keeps its session: one that the log lacks is added without sets, on the day that the
    symptom tells. Where ``sets.csv`` is read too, it goes first, for it knows more of a session.

    Args:
        entries: In the order of their files.
        log: Which is asked what it has.
    """
    there = Counter([*map(_content, log.tests()), *map(_content, log.symptoms())])
    known = {session.id for session in log.sessions()}
    sessions: list[Session] = []
    added: list[HeelRaiseTest | Symptom] = []
    for entry in entries:
        content = _content(entry)
        if there[content]:
            there[content] -= 1
            continue
        added.append(entry)
        if isinstance(entry, Symptom) and entry.session_id and entry.session_id not in known:
            known.add(entry.session_id)
            sessions.append(Session(_day_of_session(entry), id=entry.session_id))
    return Change.adding(*sessions, *added)


def _content(entry: HeelRaiseTest | Symptom) -> tuple[object, ...]:
    """Give what makes two entries the same: all but the id."""
    return type(entry), *astuple(replace(entry, id=""))


def _day_of_session(symptom: Symptom) -> datetime.date:
    if symptom.moment is Moment.NEXT_MORNING and symptom.date > DATES[0]:
        return symptom.date - datetime.timedelta(days=1)
    return symptom.date
