"""Turns what was read into one Change of the log, and a summary of it for a person."""

import datetime
from array import array
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum, auto
from typing import TypeVar

from tracker.domain.change import Change, Edit, Entry, WithAdded
from tracker.domain.event import Event
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.load import Unit
from tracker.domain.measurement import Measurement
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Symptom
from tracker.exchange.importing.differences import FileDifference
from tracker.exchange.importing.found import (
    ImportedRun,
    ImportedWeighing,
    LeftOut,
    NameFound,
    NameMapping,
    ReadFile,
    kg_of,
)
from tracker.exchange.importing.laying import LINES_A_STEP
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.matching import Matcher
from tracker.exchange.importing.names import Meaning
from tracker.exchange.importing.own_tables import Laid, laid_beside
from tracker.exchange.importing.sessions_told import begun_as_known
from tracker.exchange.importing.turns import turns
from tracker.exchange.importing.words import WordFound
from tracker.exchange.whole_log.joining import NOTHING_JOINED, Joined, joining
from tracker.exchange.whole_log.parts import LogPart, chosen, usual_parts
from tracker.worded import worded_by

L = TypeVar("L", ImportedWeighing, ImportedRun)
DATED = (Session, HeelRaiseTest, Symptom, Measurement, Run, Event)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person said about a file that was read.

    Args:
        mapping: What the names stand for; names that are missing or None are left out.
        unit: The unit of weights for which the file does not give one.
        bodyweight_kg: Bodyweight for a log without any, 20 to 400; None if not given.
        is_miles: Whether distances that could be in miles are.
        parts: The parts of a whole log of ours to merge; None for the usual ones.
        taken: Ids of entries of the log to replace by the file's version.
        takes_all: Whether to replace all entries that differ.
        begins_warm: Whether the first set of an exercise and leg in a session was a warm-up, if the
            file does not say.
    """

    mapping: NameMapping
    unit: Unit | None = None
    bodyweight_kg: float | None = None
    is_miles: bool = False
    parts: frozenset[LogPart] | None = None
    taken: frozenset[str] = frozenset()
    takes_all: bool = False
    begins_warm: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import adds, and what it leaves out and why.

    Args:
        lines: Lines read; each is added, already there, different here, left out, a rest, or
            another exercise.
        sessions: Sessions added.
        sessions_completed: Sessions of the log that got more details.
        sets: Sets added; a line for each leg makes two.
        weighings: Bodyweights added.
        runs: Runs added.
        tests: Heel-raise tests added.
        symptoms: Symptoms added.
        events: Events added.
        goals: Goals added.
        first: The first day with something added; None if nothing is added.
        last: The last such day.
        lines_added: Lines that added at least one entry.
        lines_already_there: Lines whose entries the log already has.
        lines_differing: Lines whose entries differ in the log.
        lines_of_rest: Lines with a rest or a note.
        left_out: Lines that become no entry, sorted by line.
        names_left_out: Names of exercises that the mapping leaves out.
        type_not_known: Whether it adds sets that the file cannot tell apart from warm-ups.
        needs_bodyweight: Whether it adds standing sets to a log without a bodyweight.
        columns_not_read: Headings of columns from which nothing is taken.
        decimals_guessed: Numbers with an unproved decimal mark, and the values they were given.
        differences: Entries that differ or are gone from the file, and whether that is taken.
        words: Words in the file that no list knows.
        joined: The result of merging a whole log of ours.
        parts: The parts of it that were merged.
        lines_of_sets: The line of each set added, in the order of the change.
        lines_of_others: The line of each added entry other than a set, by its id.
    """

    lines: int
    sessions: int
    sessions_completed: int
    sets: int
    weighings: int
    runs: int
    tests: int
    symptoms: int
    measurements: int
    events: int
    goals: int
    first: datetime.date | None
    last: datetime.date | None
    lines_added: int
    lines_already_there: int
    lines_differing: int
    lines_of_rest: int
    left_out: tuple[LeftOut, ...]
    names_left_out: tuple[NameFound, ...]
    type_not_known: bool
    needs_bodyweight: bool
    columns_not_read: tuple[str, ...]
    decimals_guessed: tuple[tuple[str, float], ...]
    differences: tuple[FileDifference, ...]
    words: tuple[WordFound, ...]
    joined: Joined
    parts: frozenset[LogPart]
    lines_of_sets: "array[int]" = field(repr=False)
    lines_of_others: Mapping[str, int] = field(repr=False)


class _Fate(IntEnum):
    """What happened to a line; for one with several entries, the most important."""

    THERE = auto()
    DIFFERS = auto()
    ADDED = auto()


class _Counted:
    """What happened to the lines so far."""

    def __init__(self) -> None:
        self.fates: Counter[_Fate] = Counter()
        self.lines: dict[str, int] = {}
        self.days: set[datetime.date] = set()
        self._last: tuple[object, _Fate] | None = None

    def note(self, line: object, fate: _Fate, date: datetime.date) -> None:
        """Note what happened to an entry; successive entries may be from the same line."""
        if self._last is not None and self._last[0] == line:
            if fate <= self._last[1]:
                return
            self.fates[self._last[1]] -= 1
        self._last = line, fate
        self.fates[fate] += 1
        if fate is _Fate.ADDED:
            self.days.add(date)

    def note_told(self, read: ReadFile, laid: Laid) -> None:
        """Note what one of our tables added, one entry per line."""
        self._note_days(edit.entry for edit in laid.edits)
        self.lines |= laid.lines
        self.fates[_Fate.ADDED] += len(laid.lines)
        self.fates[_Fate.THERE] += len(read.told) - len(laid.lines) - len(laid.left_out)

    def note_joined(
        self, read: ReadFile, parts: frozenset[LogPart], joined: Joined, new: Sequence[Entry]
    ) -> None:
        """Note what a whole log of ours added, one entry per line."""
        self._note_days(new)
        days = {each.id: each.date for each in read.entries if isinstance(each, Session)}
        sets = (each for each in new if isinstance(each, LoggedSet))
        self.days |= {days[each.session_id] for each in sets if each.session_id in days}
        taken, _ = chosen(read.entries, (), parts)
        self.fates[_Fate.ADDED] += len(new)
        self.fates[_Fate.THERE] += max(0, len(taken) - len(new) - joined.left_deleted)

    def _note_days(self, entries: Iterable[Entry]) -> None:
        self.days |= {entry.date for entry in entries if isinstance(entry, DATED)}


def building(
    read: ReadFile, answers: Answers, log: LogSoFar
) -> Generator[float, None, tuple[Change, Summary]]:
    """Make the change that adds a file to a log, in steps.

    Nothing is added twice. In our own files a set is recognised by its session, exercise, side and
    number; elsewhere by its place in the file and what was done, see ``Laying``. Entries that
    differ in the log are kept and listed, unless the file's version is taken.

    Args:
        read: The file.
        answers: What a person said about it.
        log: What the log holds.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The change, empty if there is nothing new, and a summary. The change holds new sets as
        columns, from which each set is made on demand.
    """
    is_numbered = any(each.set_no is not None for each in read.sets.distinct)
    matcher, counted = Matcher(log, is_numbered=is_numbered), _Counted()
    mapping = answers.mapping
    left_out = [each for each in read.left_out if not each.name or mapping.get(each.name)]
    stands = False
    unread = {each.name for each in read.left_out if not each.is_no_entry}
    sets = begun_as_known(read.sets, log)
    if answers.begins_warm or any(each and each.takes_turns for each in mapping.values()):
        sets = turns(sets, mapping, begins_warm=answers.begins_warm)
    meanings: dict[int, Meaning | None] = {}  # by what is said
    places = yield from matcher.laying.places(sets, mapping, answers.unit, unread)
    for done, (found, place) in enumerate(zip(sets, places, strict=True)):
        if done % LINES_A_STEP == 0:
            yield done / len(sets)
        line, session, told = found
        if id(told) not in meanings:
            meanings[id(told)] = told.meant(mapping)
        meaning = meanings[id(told)]
        if meaning is None:
            continue
        try:
            before = len(matcher.differences)
            is_new = matcher.add(found, meaning, answers.unit, place) > 0
            fate = _fate(is_new, len(matcher.differences) > before)
            counted.note((line, told.name), fate, session.date)
        except ValueError as error:
            left_out.append(LeftOut(line, worded_by(error), told.name))
            continue
        stands = stands or meaning.exercise.carries_bodyweight
    matcher.weigh()
    left_out += _weighed(read, answers, matcher, counted) + _run(read, answers, matcher, counted)
    needs_bodyweight = stands and bool(matcher.sets) and not matcher.has_weighings
    if needs_bodyweight and answers.bodyweight_kg is not None:
        matcher.weigh_on(min(counted.days), answers.bodyweight_kg)
    gone = [FileDifference(each, None, None) for each in matcher.laying.gone]
    differences = [
        replace(each, is_taken=answers.takes_all or each.own.id in answers.taken)
        for each in matcher.differences + gone
    ]
    laid = laid_beside(read.told, log.told, log.sessions)
    left_out += laid.left_out
    parts = answers.parts
    if parts is None:
        parts = usual_parts(read.entries, log.entries, read.past, log.past)
    joined = NOTHING_JOINED
    if read.is_whole_log:
        joined = yield from joining(read.entries, log.entries, read.past, log.past, parts)
    new = [edit.entry for edit in joined.change.edits if edit.before is None]
    added = [*matcher.others, *(edit.entry for edit in laid.edits if edit.before is None), *new]
    kinds = Counter(map(type, added))
    counted.note_told(read, laid)
    counted.note_joined(read, parts, joined, new)
    edits = _adopted_formula(read, log)
    edits += tuple(Edit(None, entry) for entry in matcher.others)
    edits += (*laid.edits, *joined.change.edits)
    edits += tuple(each.edit for each in differences if each.is_taken)
    yield 1.0
    all_edits = WithAdded(edits, matcher.sets) if matcher.sets else edits
    return Change(all_edits, joined.change.memory), Summary(
        lines=read.lines,
        sessions=kinds[Session],
        sessions_completed=sum(edit.before is not None for edit in laid.edits),
        sets=kinds[LoggedSet] + len(matcher.sets),
        weighings=kinds[Bodyweight],
        runs=kinds[Run],
        tests=kinds[HeelRaiseTest],
        symptoms=kinds[Symptom],
        measurements=kinds[Measurement],
        events=kinds[Event],
        goals=kinds[Goal],
        first=min(counted.days, default=None),
        last=max(counted.days, default=None),
        lines_added=counted.fates[_Fate.ADDED],
        lines_already_there=counted.fates[_Fate.THERE],
        lines_differing=counted.fates[_Fate.DIFFERS],
        lines_of_rest=read.lines_of_rest,
        left_out=tuple(sorted(left_out, key=lambda each: each.line)),
        names_left_out=tuple(found for found in read.names if not mapping.get(found.name)),
        type_not_known=read.must_ask_warmup(mapping),
        needs_bodyweight=needs_bodyweight,
        columns_not_read=read.columns_not_read,
        decimals_guessed=read.decimals_guessed,
        differences=tuple(differences),
        words=read.words,
        joined=joined,
        parts=parts,
        lines_of_sets=matcher.sets.lines,
        lines_of_others=counted.lines,
    )


def build_change(read: ReadFile, answers: Answers, log: LogSoFar) -> tuple[Change, Summary]:
    """Make the change that adds a file to a log at once; see ``building``."""
    steps = building(read, answers, log)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: tuple[Change, Summary] = end.value
            return result


def _weighed(
    read: ReadFile, answers: Answers, matcher: Matcher, counted: _Counted
) -> list[LeftOut]:
    """Add the bodyweights of a file; the first of a day counts."""

    def add(found: ImportedWeighing) -> bool:
        kg = kg_of("the bodyweight", found.weight, found.unit or answers.unit)
        return matcher.weigh_on(found.date, kg, found.line)

    return _added(read.weighings, add, matcher, counted)


def _run(read: ReadFile, answers: Answers, matcher: Matcher, counted: _Counted) -> list[LeftOut]:
    def add(found: ImportedRun) -> bool:
        return matcher.add_run(found, answers.is_miles)

    return _added(read.runs, add, matcher, counted)


def _added(
    lines: Iterable[L], add: Callable[[L], bool], matcher: Matcher, counted: _Counted
) -> list[LeftOut]:
    """Add lines that are one entry each, and return those that cannot be added."""
    left_out = []
    for found in lines:
        try:
            before = len(matcher.differences)
            is_new = add(found)
            fate = _fate(is_new, len(matcher.differences) > before)
            counted.note((type(found), found.line), fate, found.date)
            if is_new:
                counted.lines[matcher.others[-1].id] = found.line
        except ValueError as error:
            left_out.append(LeftOut(found.line, worded_by(error)))
    return left_out


def _fate(is_new: bool, differs: bool) -> _Fate:
    return _Fate.ADDED if is_new else _Fate.DIFFERS if differs else _Fate.THERE


def _adopted_formula(read: ReadFile, log: LogSoFar) -> tuple[Edit, ...]:
    """Adopt the formula of a file's estimates, if the log has no sets with estimates yet."""
    formulas = {told.formula for told in read.sets.distinct if told.formula is not None}
    if log.set_ids or len(formulas) != 1:
        return ()
    runner = log.runner or Runner()
    adopted = replace(runner, formula=formulas.pop())
    return () if adopted == runner else (Edit(log.runner, adopted),)
