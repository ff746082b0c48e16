"""What was read becomes one Change of the log, and a summary of it for a person."""

import datetime
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from tracker.domain.change import Change, Edit, Entry
from tracker.domain.load import Unit
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.imported import LeftOut, NameFound, NameMapping, ReadFile
from tracker.exchange.merging import LogSoFar, Merger

LINES_A_STEP = 500


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import adds, and what it leaves out and why.

    Args:
        lines: Lines read; each is added, already there, left out, or of another exercise.
        sessions: Sessions added.
        sets: Sets added; a line of each side makes two.
        weighings: Bodyweights added.
        first: The first training day added to; None where nothing is added.
        last: The last one.
        lines_added: Lines that gave at least one set.
        lines_already_there: Lines whose sets the log has already.
        left_out: Lines that become no set, by line.
        names_left_out: Names of exercises that the mapping leaves out.
    """

    lines: int
    sessions: int
    sets: int
    weighings: int
    first: datetime.date | None
    last: datetime.date | None
    lines_added: int
    lines_already_there: int
    left_out: tuple[LeftOut, ...]
    names_left_out: tuple[NameFound, ...]


def building(
    read: ReadFile, mapping: NameMapping, unit: Unit | None, log: LogSoFar
) -> Generator[float, None, tuple[Change, Summary]]:
    """Make the change that adds a file to a log, in steps.

    What is in the log already is not added again: in our own files a set is known by its session,
    exercise, side and number; elsewhere by what it is (day, exercise, side, load, repetitions),
    as often as the day has it.

    Args:
        read: The file.
        mapping: What the names become; names that are missing or None are left out.
        unit: Of the loads whose unit the file does not say.
        log: What the log holds.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The change, empty where there is nothing new, and what it does in figures.
    """
    merger = Merger(log)
    left_out = [each for each in read.left_out if not each.name or mapping.get(each.name)]
    lines_added = lines_already_there = 0
    days: list[datetime.date] = []
    for done, found in enumerate(read.sets):
        if done % LINES_A_STEP == 0:
            yield done / len(read.sets)
        meaning = found.meaning or mapping.get(found.name)
        if meaning is None:
            continue
        try:
            is_new = merger.add(found, meaning, unit) > 0
        except ValueError as error:
            left_out.append(LeftOut(found.line, str(error), found.name))
            continue
        if is_new:
            lines_added += 1
            days.append(found.date)
        else:
            lines_already_there += 1
    merger.weigh()
    edits = _adopted_formula(read, log) + tuple(Edit(None, entry) for entry in merger.added)
    yield 1.0
    return Change(edits), Summary(
        lines=read.lines,
        sessions=_count(merger.added, Session),
        sets=_count(merger.added, LoggedSet),
        weighings=_count(merger.added, Bodyweight),
        first=min(days, default=None),
        last=max(days, default=None),
        lines_added=lines_added,
        lines_already_there=lines_already_there,
        left_out=tuple(sorted(left_out, key=lambda each: each.line)),
        names_left_out=tuple(found for found in read.names if not mapping.get(found.name)),
    )


def build_change(
    read: ReadFile, mapping: NameMapping, unit: Unit | None, log: LogSoFar
) -> tuple[Change, Summary]:
    """Make the change that adds a file to a log at once; see ``building``."""
    steps = building(read, mapping, unit, log)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: tuple[Change, Summary] = end.value
            return result


def _count(entries: Sequence[Entry], kind: type[Entry]) -> int:
    return sum(isinstance(entry, kind) for entry in entries)


def _adopted_formula(read: ReadFile, log: LogSoFar) -> tuple[Edit, ...]:
    """Take over the formula of a file's estimates where the log has no sets to lose theirs."""
    formulas = {found.formula for found in read.sets if found.formula is not None}
    if log.has_sets or len(formulas) != 1:
        return ()
    runner = log.runner or Runner()
    adopted = replace(runner, formula=formulas.pop())
    return () if adopted == runner else (Edit(log.runner, adopted),)
