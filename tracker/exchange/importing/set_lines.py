"""Reads the lines of a table of sets: each becomes sets, describes the next one, or is left out."""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from typing import Final

from tracker.domain.entry import require_within
from tracker.domain.exercise import Exercise, Side
from tracker.domain.file_words import Topic
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.notation import read_tempo
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import BODYWEIGHTS_KG
from tracker.domain.session import (
    DETAILS,
    HOLDS_S,
    MOST_RPE,
    SetType,
    Tempo,
    rir_of_rpe,
)
from tracker.exchange.csv_text import Record
from tracker.exchange.importing.cell_numbers import MOST_SETS_A_LINE, Dose
from tracker.exchange.importing.cell_words import sides_of, was_done, was_skipped
from tracker.exchange.importing.cells import LONGEST, Cells
from tracker.exchange.importing.formats import BODYWEIGHTS, Format, SetMark, mark_word
from tracker.exchange.importing.found import (
    LeftOut,
    NameFound,
    NotDoneError,
    SessionTold,
    SetsRead,
    SetTold,
)
from tracker.exchange.importing.names import LONGEST_NAME, Meaning, Sides, guess
from tracker.exchange.importing.sessions_told import sessions_told
from tracker.exchange.importing.sets_added import shared
from tracker.exchange.importing.words import UnknownWordError, folded
from tracker.exchange.roles import Role
from tracker.exchange.tables.cell_readers import member, required
from tracker.worded import worded, worded_by

# In a column of either RIR or RPE: nobody notes an RPE below this, or an RIR of this or more.
LEAST_RPE: Final = 6.0
DROP_SET: Final = "drop set"
_TEMPO: Final = (
    Role.TEMPO_RAISE_S,
    Role.TEMPO_TOP_S,
    Role.TEMPO_LOWER_S,
    Role.TEMPO_BOTTOM_S,
)
_SET_TYPES: Final = {
    SetMark.WORK: SetType.WORK,
    SetMark.WARMUP: SetType.WARMUP,
    SetMark.TEST: SetType.TEST,
    SetMark.DROP: SetType.WORK,  # our log has no drop sets; the note keeps the word
    SetMark.FAILURE: SetType.WORK,  # a work set with nothing in reserve, not a test
}
# The words of a line that may be on no list, besides those of its date.
_ASKED: Final = (
    (Topic.SIDE, Role.SIDE),
    (Topic.YES_NO, Role.DONE),
    (Topic.YES_NO, Role.SKIPPED),
    (Topic.SET_TYPE, Role.MARK),
)
# The cells about a line's session; all others are about its set.
_OF_SESSION: Final = (Role.DATE, Role.TIME, Role.UTC, Role.SESSION_ID, Role.SESSION_NOTE)
_MOST_KEPT: Final = 1 << 16  # distinct combinations of cells cached for a file
_LETTERS_A_STEP: Final = 10_000  # of names
# One exercise of one session, to whose next set a rest or a note belongs.
_Part = tuple[datetime.date, datetime.time | None, str]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the cells of a line say, whichever session it belongs to.

    Args:
        name: The exercise, as named in the file.
        mark: What kind of line it is.
        sets: Its sets; empty if the line is a rest or a note.
        rest_s: Rest in seconds; None if not given.
        note: As in the file.
    """

    name: str
    mark: SetMark
    sets: tuple[SetTold, ...] = ()
    rest_s: float | None = None
    note: str = ""


class SetLines:
    """Takes the lines of a file one by one; ``sets`` and ``left_out`` are the result."""

    def __init__(self, format_: Format, cells: Cells) -> None:
        self.sets = SetsRead()
        self.left_out: list[LeftOut] = []
        self.lines_of_rest = 0
        self._format = format_
        self._cells = cells
        self._names: Counter[str] = Counter()
        self._rests_s: dict[_Part, float] = {}
        self._notes: dict[_Part, str] = {}
        self._last: dict[_Part, int] = {}  # index of its last set
        self._keeps_last = SetMark.NOTE in format_.marks.values()
        self._note_before: tuple[_Part, str] | None = None
        self._meaning = cache(_read_meaning)
        self._tempo = cache(self._read_tempo)
        # Many lines contain few distinct words.
        said = {topic: cells.words.said_of(topic) for topic in Topic}
        yes_no, types = said[Topic.YES_NO], said[Topic.SET_TYPE]
        self._is_asked = any(said.values())
        self._was_done = cache(
            lambda done, skipped: was_done(done, yes_no) and not was_skipped(skipped, yes_no)
        )
        own_words = format_.sides
        self._sides: Callable[[str], Sides | None] = cache(
            (lambda cell: sides_of(cell, said[Topic.SIDE]))
            if own_words is None
            else lambda cell: own_words.get(cell.strip())
        )
        # Exercise names with any line that does not give the leg.
        self._without_leg: set[str] = set()
        # Most lines repeat the cells of an earlier one, so equal cells are read once.
        self._told_by = cells.several_besides(_OF_SESSION)
        self._session_by = cells.several(_OF_SESSION)
        self._read_told = lru_cache(_MOST_KEPT)(lambda _cells: self._told())
        self._read_session = lru_cache(_MOST_KEPT)(lambda _cells: self._session())
        self._mark_of = cache(
            lambda word: (
                SetMark(types[folded(word)])
                if folded(word) in types
                else format_.marks.get(word) or format_.marks.get(mark_word(word))
            )
        )

    def add(self, record: Record) -> None:
        """Read the next line."""
        try:
            self._cells.take(record)
            if self._is_asked:
                for topic, role in _ASKED:
                    self._cells.words.note(topic, self._cells.cell(role))
            self._add(record.line)
        except ValueError as error:
            self._note_unknown(error)
            is_no_set = isinstance(error, NotDoneError)
            name = self._cells.text(Role.NAME)
            if len(name) > LONGEST:
                name = ""
            self.left_out.append(LeftOut(record.line, worded_by(error), name, is_no_set))
            if name:
                self._names[name] += 1

    def _note_unknown(self, error: ValueError) -> None:
        """Count every unknown word of a line, so that all are asked about at once."""
        if not isinstance(error, UnknownWordError):
            return
        cells = self._cells
        for read in (
            cells.moment,
            self._mark,
            lambda: self._was_done(cells.cell(Role.DONE), ""),
            lambda: self._was_done("", cells.cell(Role.SKIPPED)),
            lambda: self._sides(cells.cell(Role.SIDE)),
        ):
            try:
                read()
            except ValueError as other:
                cells.words.note_unknown(other)

    def naming(self) -> Generator[float, None, tuple[NameFound, ...]]:
        """Return the names of exercises, in the order of the file; in steps."""
        names = []
        letters = 0
        for name, lines in self._names.items():
            has_legs = name not in self._without_leg
            names.append(NameFound(name, lines, guess(name, has_legs=has_legs), has_legs))
            letters += min(len(name), LONGEST_NAME) + 1
            if letters > _LETTERS_A_STEP:
                letters = 0
                yield 1.0
        return tuple(names)

    def finish(self) -> None:
        """Complete the sets with what only the whole file tells: their sessions and the last notes.

        A note that no set followed is added to the last set of its exercise.
        """
        for part, note in self._notes.items():
            place = self._last.get(part)
            if place is not None:
                told = self.sets[place].told
                self.sets.change(place, replace(told, note=_joined(told.note, note)))
        if self._format.has_times_of_sets:
            self.sets = sessions_told(self.sets, self._format.name)

    def _add(self, line: int) -> None:
        session = self._read_session(self._session_by())
        told = self._read_told(self._told_by())
        sets = told.sets
        if not sets:
            self._keep_for_set((session.date, session.time, told.name), told)
            return
        if self._rests_s or self._notes or (told.note and self._format.repeats_notes):
            sets = self._with_lines_before(told, (session.date, session.time, told.name))
        for each in sets:
            self.sets.append(line, session, each)
        if told.name:
            self._names[told.name] += 1
        if self._keeps_last:
            self._last[session.date, session.time, told.name] = len(self.sets) - 1

    def _keep_for_set(self, part: _Part, told: _Told) -> None:
        """Keep a rest or a note for the next set, which it is about."""
        if told.mark is SetMark.REST:
            self._rests_s[part] = told.rest_s or 0.0
        else:
            self._notes[part] = _joined(self._notes.get(part, ""), told.note)
        self.lines_of_rest += 1

    def _with_lines_before(self, told: _Told, part: _Part) -> tuple[SetTold, ...]:
        """Return the sets of a line, with the rest and the notes on the lines before them.

        If a format repeats a note of the exercise on each of its lines, only the first set gets it.
        """
        note, sets = told.note, told.sets
        if self._format.repeats_notes and note:
            is_repeated = self._note_before == (part, note)
            self._note_before = (part, note)
            note = "" if is_repeated else note
        # A rest belongs to the next set only.
        rest_s = self._rests_s.pop(part, None)
        if rest_s is not None and told.rest_s is None:
            sets = tuple(replace(each, rest_s=rest_s) for each in sets)
        note = _noted(_joined(self._notes.pop(part, ""), note), told.mark)
        return sets if note == sets[0].note else (replace(sets[0], note=note), *sets[1:])

    def _session(self) -> SessionTold:
        cells = self._cells
        date, time = cells.moment()
        return SessionTold(
            date, time, cells.text(Role.SESSION_ID) or None, cells.text(Role.SESSION_NOTE)
        )

    def _told(self) -> _Told:
        cells, name = self._cells, self._cells.text(Role.NAME)
        exercise = cells.cell(Role.EXERCISE)
        if not exercise and not name:
            raise ValueError(worded("The exercise is missing."))
        mark = self._mark()
        if mark is SetMark.REST:
            return _Told(name, mark, rest_s=cells.number(Role.SECONDS))
        if mark is SetMark.NOTE:
            return _Told(name, mark, note=cells.text(Role.NOTE))
        if not self._was_done(cells.cell(Role.DONE), cells.cell(Role.SKIPPED)):
            raise NotDoneError(worded("It was not done."))
        loads = cells.loads()
        load, unit = loads[0]
        equipment = cells.text(Role.EQUIPMENT)
        doses = _with_loads(self._doses(), loads)
        rest_s = cells.number(Role.REST_S)
        sides = None if exercise else self._sides(cells.cell(Role.SIDE))
        if sides is None:
            self._without_leg.add(name)
        told = partial(
            SetTold,
            hold_s=self._hold_s(),
            name=name,
            meaning=self._meaning(exercise, cells.cell(Role.SIDE)) if exercise else None,
            sides=sides,
            set_no=cells.whole(Role.SET_NO, "A set number"),
            set_type=_SET_TYPES[mark],
            rir=self._rir(mark),
            tempo=self._tempo(
                cells.cell(Role.TEMPO).strip(),
                tuple(cells.cell(phase).strip() for phase in _TEMPO),
            ),
            rest_s=rest_s,
            pain_during=cells.whole(Role.PAIN, "Pain"),
            equipment=equipment or None,
            bodyweight_kg=self._bodyweight_kg(),
            formula=cells.optional(Role.FORMULA, _read_formula),
        )
        note = cells.text(Role.NOTE)
        sets = tuple(
            told(
                reps=dose.reps,
                load=load if dose.load is None else dose.load,
                unit=unit if dose.load is None else dose.unit or unit,
                note="" if number else _noted(note, mark),
            )
            for number, dose in enumerate(doses)
        )
        if len(sets) > 1:
            for each in sets:  # a line is imported whole or not at all
                _require_possible(each)
        return _Told(name, mark, sets, rest_s, note)

    def _mark(self) -> SetMark:
        word = self._cells.word(Role.MARK)
        mark = self._mark_of(word)
        if mark is not None:
            return mark
        if not word or (word.isdecimal() and not self._format.asks_numbers):
            return SetMark.WORK
        # The word may be in another language: a line with only a duration is a rest, one with only
        # a note is a note.
        has_reps = bool(self._cells.number(Role.REPS))
        if not has_reps and self._cells.number(Role.SECONDS):
            return SetMark.REST
        if not has_reps and not self._format.is_ours and self._cells.text(Role.NOTE):
            return SetMark.NOTE
        raise UnknownWordError(
            worded("“{}” is no type of set.", word), Topic.SET_TYPE, self._cells.cell(Role.MARK)
        )

    def _doses(self) -> list[Dose]:
        """Read the sets of a line: one, as many as a cell counts, or those a cell lists."""
        cells = self._cells
        if self._format.is_ours:
            return [Dose(self._reps())]
        listed = cells.doses_side_by_side()
        if listed is None:
            listed = cells.doses(Role.SETS) or cells.doses(Role.REPS)
        if listed is not None:
            done = [dose for dose in listed if dose.reps]
            if not done:
                raise NotDoneError(worded("No repetition was done."))
            return done
        count = cells.whole(Role.SETS, "The number of sets")
        require_within("The number of sets", 1 if count is None else count, 1, MOST_SETS_A_LINE)
        return [Dose(self._reps())] * (1 if count is None else count)

    def _hold_s(self) -> float | None:
        """Read the seconds of a hold; other programs give a hold as seconds without reps."""
        held_s, lasted_s = self._cells.number(Role.HOLD_S), self._cells.number(Role.SECONDS)
        if not held_s and lasted_s and not self._cells.whole(Role.REPS, "Repetitions"):
            held_s = lasted_s
        if not held_s:
            return None
        require_within("A hold in seconds", held_s, *HOLDS_S)
        return held_s

    def _reps(self) -> int:
        reps = self._cells.whole(Role.REPS, "Repetitions")
        if reps or (reps == 0 and self._format.is_ours):
            return reps
        if self._hold_s() is not None:
            return 1
        raise NotDoneError(
            worded("Repetitions are missing.")
            if reps is None
            else worded("No repetition was done.")
        )

    def _rir(self, mark: SetMark) -> float | None:
        rir = self._cells.number(Role.RIR)
        rpe = self._cells.number(Role.RPE)
        effort = self._cells.number(Role.EFFORT)
        if effort is not None and effort < LEAST_RPE:
            rir = effort
        elif effort is not None:
            rpe = effort
        if rir is None and rpe:
            require_within("The rating of perceived exertion", rpe, 0, MOST_RPE)
            rir = rir_of_rpe(rpe)
        return 0.0 if rir is None and mark is SetMark.FAILURE else rir

    def _bodyweight_kg(self) -> float | None:
        if not self._cells.has(*BODYWEIGHTS):
            return None
        value, unit = self._cells.weight(Role.BODYWEIGHT_KG, Role.BODYWEIGHT_LB, Role.BODYWEIGHT)
        kg = kg_from_pounds(value) if value is not None and unit is Unit.LB else value
        if kg == 0 and not self._format.is_ours:  # means that nobody was weighed
            return None
        if kg is not None:
            require_within("Bodyweight in kg", kg, *BODYWEIGHTS_KG)
        return kg

    def _read_tempo(self, whole: str, phases: tuple[str, ...]) -> Tempo | None:
        if whole:
            return read_tempo(re.sub(r"\s*[-–/:.,\s]\s*", "-", whole))
        if not any(phases):
            return None
        if not all(phases):
            raise ValueError(worded("A tempo needs all of its four phases."))
        return Tempo(*map(self._cells.number_of, phases))


def _require_possible(told: SetTold) -> None:
    """Refuse an impossible set; a load of unknown unit is taken to be in kilograms.

    Raises:
        ValueError: In words for a person.
    """
    shared(
        exercise=Exercise.SEATED,
        reps=told.reps,
        external_kg=told.external_kg(Unit.KG),
        **{name: getattr(told, name) for name in DETAILS},
    )


def _with_loads(doses: list[Dose], loads: list[tuple[float, Unit | None]]) -> list[Dose]:
    """Give sets the loads listed in one cell, in order."""
    if len(loads) == 1:
        return doses
    if len(doses) not in {1, len(loads)}:
        raise ValueError(worded("The line tells {} sets and {} loads.", len(doses), len(loads)))
    each = doses if len(doses) > 1 else doses * len(loads)
    return [Dose(dose.reps, *load) for dose, load in zip(each, loads, strict=True)]


def _joined(one: str, other: str) -> str:
    return f"{one}; {other}" if one and other else one or other


def _noted(note: str, mark: SetMark) -> str:
    return _joined(note, DROP_SET) if mark is SetMark.DROP else note


def _read_formula(text: str) -> Formula | None:
    """Read a formula; None if unknown, perhaps because a later version wrote it."""
    return Formula(text) if text in set(Formula) else None


_EXERCISE: Final = required(worded("The exercise is"), member(Exercise, worded("exercise")))
_SIDE: Final = required(worded("The side is"), member(Side, worded("side")))


def _read_meaning(exercise: str, side: str) -> Meaning:
    return Meaning(_EXERCISE(exercise), Sides(_SIDE(side)))
