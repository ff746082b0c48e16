"""The quick notation of sets, read and written.

Grammar (case does not matter; a comma is as good as a point; spaces only where they separate)::

    line     = { word } work { word } [ note ]
    work     = sets times reps times load      3x8x60
             | sets times reps "@" [ load ]    3x8@60; 3x8@ leaves the load out
             | sets times reps load            3x12+20: this load has a sign
             | reps times load                 8x60
             | reps "@" load                   8@60
             | reps load                       8 60, 12+20
             | reps                            15
             | [ reps times ] hold [ [ times | "@" ] load ]
                                               45s@60, 45s 60, 5x10s 60: that often so long
             | sets times [ reps times ] hold "@" [ load ]
                                               5x45s@60: with "@" the first number counts the sets
    hold     = number ( "s" | "sec" | "sek" | "seconds" | "sekunden" )
    times    = "x" | "×" | "*"
    load     = [ "+" | "-" ] number [ "kg" | "lb" | "lbs" ]
    word     = exercise | side | rir | type | tempo | pain | rest
    exercise = "seated" | "standing" | "bent" | "standing bent" | "standing_bent"
    side     = "left" | "l" | "right" | "r" | "both" | "each"; left and right is each
    German   = each word as ``_GERMAN`` has it: "sitzend 3x8@60 links schmerz 2"
    rir      = ( "rir" | "r" ) number          r only with its number touching: r2
             | "rpe" number                    reps in reserve = 10 - RPE, in halves
    type     = "warmup" | "w" | "work" | "test" | "t"
    tempo    = [ "tempo" ] number "-" number "-" number "-" number
    pain     = ( "pain" | "p" ) number
    rest     = "rest" ( number | hold )
    note     = "#" text to the end | '"' text to the end or the last '"'
"""

import re
from typing import NamedTuple

from tracker.domain.entry import LONGEST_NOTE, require_note, require_within
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import kg_from_pounds, pounds_from_kg
from tracker.domain.session import (
    HOLDS_S,
    LOADS_KG,
    MOST_PAIN,
    MOST_REPS,
    MOST_REST_S,
    MOST_RIR,
    MOST_RPE,
    MOST_SETS,
    SetType,
    Tempo,
    rir_of_rpe,
)
from tracker.domain.typed_number import typed_number
from tracker.worded import Worded, worded, worded_by

RPES = (5.0, MOST_RPE)
# Room for a long note; anything longer is not a line of sets.
LONGEST_LINE = LONGEST_NOTE + 1_000

_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
# Compiled when the first line is read, because the start reads none.
_TOKEN = rf"""(?P<note>[\#"].*)
    | (?P<tempo>{_NUMBER}(?:-{_NUMBER}){{3}})(?![0-9-])
    | (?P<hold>{_NUMBER}\s?s(?:ec(?:onds?|s)?|ek(?:unden?)?)?(?![a-wyzäöü_]))
    | (?P<number>[+\-−]?{_NUMBER})
    | (?P<times>[x×*])
    | (?P<at>@)
    | (?P<word>[a-zäöü_]+)
    | (?P<other>\S)"""
_TOKEN_FLAGS = re.VERBOSE | re.IGNORECASE | re.DOTALL
_EXERCISES = {
    "seated": Exercise.SEATED,
    "standing": Exercise.STANDING,
    "bent": Exercise.STANDING_BENT,
    "standing_bent": Exercise.STANDING_BENT,
}
_SIDES = {
    "left": Side.LEFT,
    "l": Side.LEFT,
    "right": Side.RIGHT,
    "r": Side.RIGHT,
    "both": Side.BOTH,
}
_TYPES = {
    "warmup": SetType.WARMUP,
    "w": SetType.WARMUP,
    "work": SetType.WORK,
    "test": SetType.TEST,
    "t": SetType.TEST,
}
# German words that are understood; lines are always written in the words of the grammar.
_GERMAN = {
    **dict.fromkeys(("sitzend", "sitzen"), "seated"),
    **dict.fromkeys(("stehend", "stehen"), "standing"),
    "gebeugt": "bent",
    **dict.fromkeys(("links", "li"), "left"),
    **dict.fromkeys(("rechts", "re"), "right"),
    **dict.fromkeys(("beide", "beidbeinig"), "both"),
    **dict.fromkeys(("je", "jeweils"), "each"),
    **dict.fromkeys(("aufwärmen", "aufwärmsatz"), "warmup"),
    "arbeitssatz": "work",
    **dict.fromkeys(("schmerz", "schmerzen"), "pain"),
    "pause": "rest",
}
# Not understood, but meant: who writes one of them is told how a hold is written.
_HOLDING = frozenset(("hold", "holds", "isometric", "halten", "isometrisch"))
# All words with a meaning, to tell a mistyped one from a note.
WORDS = frozenset(
    {
        *(*_EXERCISES, *_SIDES, *_TYPES, *_GERMAN),
        *("each", "rir", "rpe", "pain", "p", "rest", "tempo"),
    }
)
_TYPE_MARKS = {SetType.WARMUP: "w", SetType.WORK: "work", SetType.TEST: "t"}


class NotationError(ValueError):
    """A line that cannot be read, with what was expected and where.

    Args:
        message: The problem, in words for a person.
        position: Index of the character that the message is about.
    """

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


class ReadSets(NamedTuple):
    """What a line says; None where it says nothing.

    Args:
        reps: Repetitions, 0 to 1000.
        external_kg: Added load in kilograms; negative is assistance.
        sets: How many equal sets, 1 to 20.
        exercise: The exercise.
        side: The leg, or both at once.
        is_each_side: Whether each leg did the sets.
        set_type: Warm-up, work or test.
        rir: Repetitions in reserve, 0 to 10.
        tempo: The four phases of one repetition.
        pain_during: Pain, 0 to 10.
        rest_s: Rest before the set in seconds.
        note: Free text.
        hold_s: How long each repetition was held still, in seconds; None for moved repetitions.
    """

    reps: int
    external_kg: float | None = None
    sets: int = 1
    exercise: Exercise | None = None
    side: Side | None = None
    is_each_side: bool = False
    set_type: SetType | None = None
    rir: float | None = None
    tempo: Tempo | None = None
    pain_during: int | None = None
    rest_s: float | None = None
    note: str | None = None
    hold_s: float | None = None


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int

    @property
    def value(self) -> float:
        return typed_number(self.text.partition("s")[0])


_END = "the end"
_SIGNS = "+-−"


class _Reader:
    """Reads the tokens of one line, once and from left to right."""

    def __init__(self, text: str, *, unit_is_pounds: bool) -> None:
        self._tokens = [
            _Token(match.lastgroup or "", match[0].lower(), match.start(), match.end())
            for match in re.finditer(_TOKEN, text, _TOKEN_FLAGS)
        ]
        self._tokens.append(_Token(_END, "", len(text), len(text)))
        self._text = text
        self._place = 0
        self._unit_is_pounds = unit_is_pounds
        self._said: dict[str, object] = {}

    @property
    def _next(self) -> _Token:
        return self._tokens[self._place]

    def _take(self) -> _Token:
        token = self._next
        self._place += 1
        return token

    def _touches(self, token: _Token) -> bool:
        """Whether a number follows a token without a space between."""
        return self._next.kind == "number" and self._next.start == token.end

    def read(self) -> ReadSets:
        while self._next.kind != _END:
            token = self._take()
            if token.kind == "note":
                self._say("note", token, self._note(token))
            elif token.kind == "tempo":
                self._say("tempo", token, _tempo(token))
            elif token.kind in ("number", "hold") and "reps" not in self._said:
                self._work(token)
            elif token.kind == "word":
                self._word(token)
            else:
                raise self._unexpected(token)
        if "reps" not in self._said:
            raise self._unexpected(self._next)
        return ReadSets(**self._said)  # type: ignore[arg-type]

    def _unexpected(self, token: _Token) -> NotationError:
        if token.text in _HOLDING:
            return NotationError(worded("Write a hold as 45s or 45s 60."), token.start)
        if "reps" in self._said:
            return NotationError(
                worded("“{}” is not understood: write 8x60, then r2, w or # note.", _shown(token)),
                token.start,
            )
        return _expected(worded("a number of repetitions, as in 8x60"), token)

    def _say(self, what: str, token: _Token, value: object) -> None:
        if what in self._said:
            raise NotationError(
                worded("“{}” says a second time what was said.", _shown(token)), token.start
            )
        self._said[what] = value

    def _note(self, token: _Token) -> str:
        text = self._text[token.start + 1 : token.end].strip()
        if token.text.startswith('"'):
            text = text.removesuffix('"').strip()
        with _at(token):
            require_note(text)
        return text

    def _work(self, first: _Token) -> None:
        before = self._before_hold(first)
        if before is not None:
            self._hold(before)
            return
        sets, reps, load = None, first, None
        if self._next.kind == "times":
            self._take()
            second = self._number(worded("a load, as in 8x60"))
            if self._next.kind in ("times", "at"):
                sets, reps = first, second
                load = self._load(may_lack=self._take().kind == "at")
            elif self._next.kind == "number" and self._next.text[0] in _SIGNS:
                sets, reps, load = first, second, self._take()
            else:
                load = second
        elif self._next.kind == "at":
            self._take()
            load = self._load(may_lack=False)
        elif self._next.kind == "number":
            load = self._take()
        self._say_work(sets, reps, load)

    def _before_hold(self, first: _Token) -> list[_Token] | None:
        """Take the numbers before a hold, as in ``5x``; None if no hold follows."""
        counts, place = [first], self._place
        while counts[-1].kind == "number" and self._tokens[place].kind == "times":
            counts.append(self._tokens[place + 1])
            place += 2
        if counts[-1].kind != "hold":
            return None
        self._place = place - 1
        return counts[:-1]

    def _hold(self, counts: list[_Token]) -> None:
        hold = self._take()
        if len(counts) > 2:
            raise _expected(worded("a hold, as in 5x45s@60"), counts[2])
        with _at(hold):
            require_within("A hold in seconds", hold.value, *HOLDS_S)
        self._said["hold_s"] = hold.value
        sets = counts.pop(0) if len(counts) == 2 else None
        load = None
        if self._next.kind == "at":
            self._take()
            sets = sets or (counts.pop() if counts else None)
            load = self._load(may_lack=sets is not None)
        elif self._next.kind == "times":
            self._take()
            load = self._number(worded("a load"))
        elif self._next.kind == "number":
            load = self._take()
        self._say_work(sets, counts[0] if counts else None, load)

    def _say_work(self, sets: _Token | None, reps: _Token | None, load: _Token | None) -> None:
        if sets is not None:
            self._said["sets"] = self._whole(sets, "Sets", 1, MOST_SETS)
        self._said["reps"] = 1 if reps is None else self._whole(reps, "Repetitions", 0, MOST_REPS)
        if load is not None:
            self._said["external_kg"] = self._kg(load)

    def _load(self, *, may_lack: bool) -> _Token | None:
        if may_lack and self._next.kind != "number":
            return None
        return self._number(worded("a load"))

    def _kg(self, load: _Token) -> float:
        unit = self._next.text if self._next.text in ("kg", "lb", "lbs") else None
        if unit is not None:
            self._take()
        is_pounds = self._unit_is_pounds if unit is None else unit != "kg"
        kg = kg_from_pounds(load.value) if is_pounds else load.value
        with _at(load):
            require_within("A load in kg", kg, *LOADS_KG)
        return kg

    def _word(self, token: _Token) -> None:
        word = _GERMAN.get(token.text, token.text)
        if word == "r" and self._touches(token):
            self._say("rir", token, self._bounded("Reps in reserve", 0, MOST_RIR))
        elif word in _EXERCISES:
            if word == "standing" and self._next.text in ("bent", "gebeugt"):
                self._take()
                word = "bent"
            self._say("exercise", token, _EXERCISES[word])
        elif word in _SIDES:
            self._say_side(token, _SIDES[word])
        elif word == "each":
            self._say("is_each_side", token, True)
        elif word in _TYPES:
            self._say("set_type", token, _TYPES[word])
        elif word == "rir":
            self._say("rir", token, self._bounded("Reps in reserve", 0, MOST_RIR))
        elif word == "rpe":
            self._say("rir", token, self._rir_of_rpe())
        elif word in ("pain", "p"):
            pain = self._number(worded("a number"))
            self._say("pain_during", token, self._whole(pain, "Pain", 0, MOST_PAIN))
        elif word == "rest":
            self._say(
                "rest_s", token, self._bounded("Rest in seconds", 0, MOST_REST_S, or_hold=True)
            )
        elif word == "tempo":
            phases = self._take()
            if phases.kind != "tempo":
                raise _expected(worded("a tempo as in 3-0-3-0"), phases)
            self._say("tempo", token, _tempo(phases))
        else:
            raise self._unexpected(token)
        if "side" in self._said and "is_each_side" in self._said:
            raise NotationError(worded("Name one leg or each, not both."), token.start)

    def _say_side(self, token: _Token, side: Side) -> None:
        if side is not Side.BOTH and self._said.get("side") is side.opposite:
            del self._said["side"]
            self._say("is_each_side", token, True)
        else:
            self._say("side", token, side)

    def _rir_of_rpe(self) -> float:
        number = self._next
        rir = rir_of_rpe(self._bounded("RPE", *RPES))
        if not (2 * rir).is_integer():
            raise NotationError(worded("RPE goes in halves, not {:g}.", number.value), number.start)
        return rir

    def _number(self, what: str, *, or_hold: bool = False) -> _Token:
        token = self._take()
        if token.kind != "number" and not (or_hold and token.kind == "hold"):
            raise _expected(what, token)
        return token

    def _bounded(self, what: str, least: float, most: float, *, or_hold: bool = False) -> float:
        token = self._number(worded("a number"), or_hold=or_hold)
        with _at(token):
            require_within(what, token.value, least, most)
        return token.value

    def _whole(self, token: _Token, what: str, least: int, most: int) -> int:
        with _at(token):
            require_within(what, token.value, least, most)
            if not token.value.is_integer():
                raise ValueError(
                    worded("{} must be a whole number, not {:g}.", Worded(what), token.value)
                )
        return int(token.value)


class _at:  # noqa: N801 - reads as a word where it is used
    """Adds to a refused value where in the line it stands."""

    def __init__(self, token: _Token) -> None:
        self._token = token

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ValueError):
            raise NotationError(worded_by(error), self._token.start) from error


def _tempo(token: _Token) -> Tempo:
    with _at(token):
        return Tempo(*map(typed_number, token.text.split("-")))


def _shown(token: _Token) -> str:
    text = token.text if len(token.text) <= 12 else token.text[:11] + "…"
    # A control character, or half a surrogate pair, could not be read or even printed.
    return text if text.isprintable() else ascii(text)[1:-1]


def _require_short(text: str) -> None:
    if len(text) > LONGEST_LINE:
        raise NotationError(worded("A line may have {:,} characters.", LONGEST_LINE), LONGEST_LINE)


def _expected(what: str, token: _Token) -> NotationError:
    if token.kind == _END:
        return NotationError(worded("Expected {}.", what), token.start)
    return NotationError(worded("Expected {}, found “{}”.", what, _shown(token)), token.start)


def read_notation(text: str, *, unit_is_pounds: bool = False) -> ReadSets:
    """Read a line of sets.

    Args:
        text: The line.
        unit_is_pounds: Whether a load without a unit is in pounds, not kilograms.

    Raises:
        NotationError: If it cannot be read, with what was expected and where.

    >>> read_notation("seated 3x8@60 left rir2")
    ReadSets(reps=8, external_kg=60.0, sets=3, exercise=<Exercise.SEATED: 'seated'>,
        side=<Side.LEFT: 'left'>, is_each_side=False, set_type=None, rir=2.0, tempo=None,
        pain_during=None, rest_s=None, note=None, hold_s=None)
    """
    _require_short(text)
    return _Reader(text, unit_is_pounds=unit_is_pounds).read()


def read_tempo(text: str) -> Tempo | None:
    """Read a tempo such as ``3-0-3-0``; None for an empty text.

    Raises:
        NotationError: If it is anything else.
    """
    _require_short(text)
    if not text.strip():
        return None
    match = re.fullmatch(_TOKEN, text.strip(), _TOKEN_FLAGS)
    if match is None or match.lastgroup != "tempo":
        raise NotationError(worded("Expected raise-top-lower-bottom in seconds, as in 3-0-3-0."), 0)
    return _tempo(_Token("tempo", match[0], 0, len(text)))


def read_hold(text: str) -> float | None:
    """Read the seconds of a hold, such as ``45`` or ``45 s``; None for an empty text.

    Raises:
        NotationError: If it is anything else.
    """
    _require_short(text)
    if not text.strip():
        return None
    match = re.fullmatch(_TOKEN, text.strip(), _TOKEN_FLAGS)
    if match is None or match.lastgroup not in ("hold", "number"):
        raise NotationError(worded("Expected the seconds of one hold, as in 45."), 0)
    return _Token(match.lastgroup, match[0].lower(), 0, len(text)).value


def write_hold(hold_s: float) -> str:
    """Write the seconds of a hold in the form that ``read_hold`` reads.

    >>> write_hold(45.0), write_hold(7.5)
    ('45 s', '7.5 s')
    """
    return f"{_number(hold_s)} s"


def write_tempo(tempo: Tempo) -> str:
    """Write a tempo in the form that ``read_tempo`` reads.

    >>> write_tempo(Tempo(3, 0, 2.5, 0))
    '3-0-2.5-0'
    """
    phases = (tempo.raise_s, tempo.top_s, tempo.lower_s, tempo.bottom_s)
    return "-".join(_number(phase) for phase in phases)


def _number(value: float) -> str:
    """Write a number in the fewest digits that read back as the same number.

    >>> _number(62.5), _number(60.0), _number(-0.0)
    ('62.5', '60', '0')
    >>> _number(1.5e-07), _number(-2e-05), _number(1.25e+17)
    ('0.00000015', '-0.00002', '125000000000000000')
    """
    digits, _, exponent = repr(float(value)).partition("e")
    if exponent:
        sign, digits = ("-", digits[1:]) if value < 0 else ("", digits)
        whole, _, part = digits.partition(".")
        point = len(whole) + int(exponent)
        if point > 0:
            return f"{sign}{(whole + part).ljust(point, '0')}"
        return f"{sign}0.{'0' * -point}{whole}{part}"
    return digits.removesuffix(".0") if value else "0"


def write_notation(read: ReadSets, *, in_pounds: bool = False, with_unit: bool = False) -> str:
    """Write a line that reads as the same sets.

    Args:
        read: The sets to write.
        in_pounds: Whether loads are written in pounds.
        with_unit: Whether to add the unit, so that the line means the same load to every runner.

    >>> write_notation(ReadSets(8, 62.5, sets=3, side=Side.RIGHT, rir=2))
    '3x8@62.5 right r2'
    >>> write_notation(ReadSets(8, 62.5), with_unit=True)
    '8x62.5kg'
    >>> write_notation(ReadSets(1, 60, sets=5, hold_s=45))
    '5x45s@60'
    >>> write_notation(ReadSets(5, 60, hold_s=10))
    '5x10s 60'
    """
    load = ""
    if read.external_kg is not None:
        load = _number(pounds_from_kg(read.external_kg) if in_pounds else read.external_kg)
        if with_unit:
            load += "lb" if in_pounds else "kg"
    work = str(read.reps)
    if read.hold_s is not None:
        held = f"{_number(read.hold_s)}s"
        work = held if read.reps == 1 else f"{work}x{held}"
    if read.sets > 1:
        work = f"{read.sets}x{work}@{load}"
    elif load and read.hold_s is None:
        work = f"{work}x{load}"
    elif load:
        work = f"{work}@{load}" if read.reps == 1 else f"{work} {load}"
    words = [
        read.exercise and read.exercise.value,
        work,
        read.side and read.side.value,
        "each" if read.is_each_side else None,
        None if read.rir is None else f"r{_number(read.rir)}",
        read.set_type and _TYPE_MARKS[read.set_type],
        read.tempo and write_tempo(read.tempo),
        None if read.pain_during is None else f"p{read.pain_during}",
        None if read.rest_s is None else f"rest {_number(read.rest_s)}",
        None if read.note is None else f"# {read.note}",
    ]
    return " ".join(word for word in words if word)


def write_set(
    reps: int,
    external_kg: float,
    rir: float | None,
    set_type: SetType,
    *,
    signed: bool,
    in_pounds: bool = False,
    hold_s: float | None = None,
) -> str:
    """Write one set as a table shows it, with the load rounded to two decimals.

    Args:
        reps: Repetitions.
        external_kg: Added load in kilograms.
        rir: Repetitions in reserve; None where unknown.
        set_type: The type; a work set gets no mark.
        signed: Whether to write a sign, because the load is added to bodyweight.
        in_pounds: Whether the load is written in pounds.
        hold_s: How long each repetition was held still, in seconds; None where it was moved.

    >>> write_set(12, 20.0, 1, SetType.WORK, signed=True)
    '12 × +20 r1'
    >>> write_set(1, 60.0, None, SetType.WORK, signed=False, hold_s=45)
    '45 s × 60'
    """
    load = round(pounds_from_kg(external_kg) if in_pounds else external_kg, 2)
    sign = "+" if signed and load >= 0 else ""
    text = f"{done_text(reps, hold_s)} × {sign}{_number(load)}"
    if rir is not None:
        text += f" r{_number(rir)}"
    return f"{text} {type_mark(set_type)}".rstrip()


def type_mark(set_type: SetType) -> str:
    """Return the mark of a set type for display; empty for work sets, the usual type."""
    return "" if set_type is SetType.WORK else _TYPE_MARKS[set_type]


def done_text(reps: int, hold_s: float | None) -> str:
    """Write what was done in a set: the repetitions, or how long and how often it was held.

    >>> done_text(8, None), done_text(1, 45.0), done_text(5, 10.0)
    ('8', '45 s', '5 × 10 s')
    """
    if hold_s is None:
        return str(reps)
    held = write_hold(hold_s)
    return held if reps == 1 else f"{reps} × {held}"
