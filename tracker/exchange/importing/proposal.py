"""What was read becomes one Change of the log, and a summary of it for a person."""

import datetime
from array import array
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tracker.domain.change import Change, Edit, Entry
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.load import Unit
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Score, Symptom
from tracker.exchange.importing.found import LeftOut, NameFound, NameMapping, ReadFile, kg_of
from tracker.exchange.importing.matching import LINES_A_STEP, LogSoFar, Matcher
from tracker.exchange.importing.own_tables import Laid, laid_beside
from tracker.exchange.whole_log.joining import NOTHING, Joined, joining
from tracker.exchange.whole_log.parts import Part, usual_parts

DATED = (Session, HeelRaiseTest, Symptom, Score, Run)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person said about a file that was read.

    Args:
        mapping: What the names become; names that are missing or None are left out.
        unit: Of the weights whose unit the file does not say.
        bodyweight_kg: For a log without any, 20 to 400; None where it was not said.
        is_miles: Whether distances that could be miles are.
        parts: The parts of a whole log of ours that are taken; None for the usual ones.
    """

    mapping: NameMapping
    unit: Unit | None = None
    bodyweight_kg: float | None = None
    is_miles: bool = False
    parts: frozenset[Part] | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import adds, and what it leaves out and why.

    Args:
        lines: Lines read; each is added, already there, left out, of a rest, or of another
            exercise.
        sessions: Sessions added.
        sessions_completed: Sessions of the log of which more is known now.
        sets: Sets added; a line of each side makes two.
        weighings: Bodyweights added.
        runs: Runs added.
        tests: Heel-raise tests added.
        symptoms: Symptoms added.
        first: The first day added to; None where nothing is added.
        last: The last one.
        lines_added: Lines that gave at least one entry.
        lines_already_there: Lines whose entries the log has already.
        lines_of_rest: Lines that tell of a rest or a note.
        left_out: Lines that become no entry, by line.
        names_left_out: Names of exercises that the mapping leaves out.
        needs_bodyweight: Whether standing sets are added to a log without a bodyweight.
        columns_not_read: Headings of the file whose columns hold nothing that is taken.
        decimals_guessed: Numbers whose decimal mark nothing proves, and what they were taken for.
        joined: What came of a whole log of ours: where it says otherwise, what was deleted there.
        parts: The parts of it that were taken.
        lines_of_sets: The line of each set added, in the order of the change.
        lines_of_others: The line of each entry added that is no set, by its id.
    """

    lines: int
    sessions: int
    sessions_completed: int
    sets: int
    weighings: int
    runs: int
    tests: int
    symptoms: int
    first: datetime.date | None
    last: datetime.date | None
    lines_added: int
    lines_already_there: int
    lines_of_rest: int
    left_out: tuple[LeftOut, ...]
    names_left_out: tuple[NameFound, ...]
    needs_bodyweight: bool
    columns_not_read: tuple[str, ...]
    decimals_guessed: tuple[tuple[str, float], ...]
    joined: Joined
    parts: frozenset[Part]
    lines_of_sets: "array[int]" = field(repr=False)
    lines_of_others: Mapping[str, int] = field(repr=False)


class _Counted:
    """What became of the lines so far."""

    def __init__(self) -> None:
        self.added = self.already_there = 0
        self.lines: dict[str, int] = {}
        self.days: list[datetime.date] = []
        self._is_last_new = False

    def note(self, is_new: bool, date: datetime.date) -> None:
        if is_new:
            self.added += 1
            self.days.append(date)
        else:
            self.already_there += 1

    def note_line(self, is_new: bool, date: datetime.date, *, is_same_line: bool) -> None:
        """Note a set; a line of several is added if one of them is."""
        if not is_same_line:
            self.note(is_new, date)
        elif is_new and not self._is_last_new:
            self.already_there -= 1
            self.note(is_new, date)
        self._is_last_new = is_new or (is_same_line and self._is_last_new)

    def note_one(self, is_new: bool, date: datetime.date, line: int, added: list[Entry]) -> None:
        """Note a line that is one entry, the last of those added if it is new."""
        self.note(is_new, date)
        if is_new:
            self.lines[added[-1].id] = line

    def note_told(self, read: ReadFile, laid: Laid) -> None:
        """Note what came from a table of ours, an entry a line."""
        self._note_days(edit.entry for edit in laid.edits)
        self.lines |= laid.lines
        self.added += len(laid.lines)
        self.already_there += len(read.told) - len(laid.lines) - len(laid.left_out)

    def note_joined(self, read: ReadFile, new: Sequence[Entry]) -> None:
        """Note what came from a whole log of ours, an entry a line."""
        self._note_days(new)
        self.added += len(new)
        self.already_there += len(read.entries) - len(new)

    def _note_days(self, entries: Iterable[Entry]) -> None:
        self.days += [entry.date for entry in entries if isinstance(entry, DATED)]


def building(
    read: ReadFile, answers: Answers, log: LogSoFar
) -> Generator[float, None, tuple[Change, Summary]]:
    """Make the change that adds a file to a log, in steps.

    What is in the log already is not added again: in our own files a set is known by its session,
    exercise, side and number; elsewhere by its place in the diary and by what was done, see
    ``Matcher.laying``. A set that has other values here is kept, and listed.

    Args:
        read: The file.
        answers: What a person said about it.
        log: What the log holds.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The change, empty where there is nothing new, and what it does in figures.
    """
    matcher, counted = Matcher(log), _Counted()
    mapping = answers.mapping
    left_out = [each for each in read.left_out if not each.name or mapping.get(each.name)]
    stands = False
    places = yield from matcher.laying(read.sets, mapping, answers.unit)
    for done, found in enumerate(read.sets):
        if done % LINES_A_STEP == 0:
            yield done / len(read.sets)
        meaning = found.meant(mapping)
        if meaning is None:
            continue
        try:
            is_new = matcher.add(found, meaning, answers.unit, places[done]) > 0
            is_same_line = done > 0 and read.sets[done - 1].line == found.line
            counted.note_line(is_new, found.date, is_same_line=is_same_line)
        except ValueError as error:
            left_out.append(LeftOut(found.line, str(error), found.name))
            continue
        stands = stands or meaning.exercise.carries_bodyweight
    matcher.weigh()
    left_out += _weighed(read, answers, matcher, counted) + _run(read, answers, matcher, counted)
    needs_bodyweight = stands and bool(matcher.lines) and not matcher.has_weighings
    if needs_bodyweight and answers.bodyweight_kg is not None:
        matcher.weigh_on(min(counted.days), answers.bodyweight_kg)
    laid = laid_beside(read.told, log.told, log.sessions)
    left_out += laid.left_out
    parts = answers.parts
    if parts is None:
        parts = usual_parts(read.entries, log.entries, read.past, log.past)
    joined = NOTHING
    if read.is_whole_log:
        joined = yield from joining(read.entries, log.entries, read.past, log.past, parts)
    new = [edit.entry for edit in joined.change.edits if edit.before is None]
    added = [*matcher.added, *(edit.entry for edit in laid.edits if edit.before is None), *new]
    counted.note_told(read, laid)
    counted.note_joined(read, new)
    edits = _adopted_formula(read, log)
    edits += tuple(Edit(None, entry) for entry in matcher.added) + laid.edits + joined.change.edits
    yield 1.0
    return Change(edits, joined.change.memory), Summary(
        lines=read.lines,
        sessions=_count(added, Session),
        sessions_completed=sum(edit.before is not None for edit in laid.edits),
        sets=_count(added, LoggedSet),
        weighings=_count(added, Bodyweight),
        runs=_count(added, Run),
        tests=_count(added, HeelRaiseTest),
        symptoms=_count(added, Symptom),
        first=min(counted.days, default=None),
        last=max(counted.days, default=None),
        lines_added=counted.added,
        lines_already_there=counted.already_there,
        lines_of_rest=read.lines_of_rest,
        left_out=tuple(sorted(left_out, key=lambda each: each.line)),
        names_left_out=tuple(found for found in read.names if not mapping.get(found.name)),
        needs_bodyweight=needs_bodyweight,
        columns_not_read=read.columns_not_read,
        decimals_guessed=read.decimals_guessed,
        joined=joined,
        parts=parts,
        lines_of_sets=matcher.lines,
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
    left_out = []
    for found in read.weighings:
        try:
            kg = kg_of("the bodyweight", found.weight, found.unit or answers.unit)
            is_new = matcher.weigh_on(found.date, kg)
            counted.note_one(is_new, found.date, found.line, matcher.added)
        except ValueError as error:
            left_out.append(LeftOut(found.line, str(error)))
    return left_out


def _run(read: ReadFile, answers: Answers, matcher: Matcher, counted: _Counted) -> list[LeftOut]:
    left_out = []
    for found in read.runs:
        try:
            is_new = matcher.add_run(found, answers.is_miles)
            counted.note_one(is_new, found.date, found.line, matcher.added)
        except ValueError as error:
            left_out.append(LeftOut(found.line, str(error)))
    return left_out


def _count(entries: Sequence[Entry], kind: type[Entry]) -> int:
    return sum(isinstance(entry, kind) for entry in entries)


def _adopted_formula(read: ReadFile, log: LogSoFar) -> tuple[Edit, ...]:
    """Take over the formula of a file's estimates where the log has no sets to lose theirs."""
    formulas = {found.formula for found in read.sets if found.formula is not None}
    if log.set_ids or len(formulas) != 1:
        return ()
    runner = log.runner or Runner()
    adopted = replace(runner, formula=formulas.pop())
    return () if adopted == runner else (Edit(log.runner, adopted),)
