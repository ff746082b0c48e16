"""Numbers as people write them into cells: with units, a decimal comma, several sets in one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from tracker.domain.load import Unit
from tracker.domain.run import KM_A_MILE
from tracker.exchange.csv_text import number_of
from tracker.exchange.roles import Role
from tracker.worded import worded


class DecimalMark(StrEnum):
    """What stands before the decimals of a column."""

    COMMA = auto()
    POINT = auto()
    EITHER = auto()  # people mix them; neither separates thousands


_NUMBER: Final = r"\d+(?:[.,\u00a0\u202f']\d+)*|[.,]\d+"
_TOKEN: Final = re.compile(_NUMBER, re.ASCII)
_ONE_GROUP: Final = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_GROUPS: Final = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+", re.ASCII)
_POINTS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)

# What may stand behind a number, by what it counts; an own bodyweight alone is no load added.
WEIGHT_WORDS: Final = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogramm", "kilogram", "kilograms"), Unit.KG),
    **dict.fromkeys(("кг", "kg."), Unit.KG),
    **dict.fromkeys(("lb", "lbs", "lb.", "lbs.", "pound", "pounds", "pfund", "#"), Unit.LB),
}
_BODY: Final = (
    r"bw|b\.w\.|body ?weight|bodyw\.|eigengewicht|körpergewicht|kgw|poids du corps|pdc"
    r"|peso corporal|peso corporeo|corpo libero|lichaamsgewicht|kroppsvikt"
)
_REPS: Final = (
    r"reps?|x|×|wdh\.?|wiederholung(?:en)?|ripetizion[ei]|rip\.?|r[ée]p[ée]titions?|r[ée]ps?"
    r"|repetici[oó]n(?:es)?|repeti[cç](?:ão|ões)|herhaling(?:en)?|times|mal|раз"
)
_SECONDS: Final = r"s|sec\.?|secs|seconds?|sek\.?|sekunden?|secondi|segundos|secondes?|″|\""
_SUFFIXES: Final = {
    Role.REPS: _REPS,
    Role.SECONDS: _SECONDS,
    Role.REST_S: _SECONDS,
    Role.HOLD_S: _SECONDS,
    Role.DURATION_S: _SECONDS,
    Role.PAIN: r"/\s*10|(?:of|von|di|de|sur|van|out of)\s*10",
    Role.RIR: r"rir",
    Role.SETS: r"sets?|sätze|satz|serie|séries?|series",
}
_METRES: Final = {
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometres", "км"), 1_000.0),
    **dict.fromkeys(("m", "meter", "meters", "metres", "м"), 1.0),
    **dict.fromkeys(("mi", "mile", "miles", "meilen"), 1_000.0 * KM_A_MILE),
}
_METRES_OF: Final = {Role.DISTANCE_KM: 1_000.0, Role.DISTANCE_M: 1.0}
_DISTANCE: Final = re.compile(
    rf"(.*?\d)\s*({'|'.join(sorted(_METRES, key=len, reverse=True))})?", re.IGNORECASE
)
_RPE_BEFORE: Final = r"(?:rpe|rir|nrs|vas)?\s*@?\s*"
_WEIGHED: Final = re.compile(
    rf"(?P<body>{_BODY})?\s*(?P<number>[-+\u2212]?\s*(?:{_NUMBER}))?\s*"
    rf"(?P<unit>{'|'.join(sorted(map(re.escape, WEIGHT_WORDS), key=len, reverse=True))})?",
    re.ASCII | re.IGNORECASE,
)
_SET: Final = re.compile(
    rf"(?:(?P<body>{_BODY})\s*\+?\s*)?(?P<first>\d+(?:[.,]\d+)?)?\s*(?P<unit>kgs?|lbs?)?\s*[x×*]\s*"
    rf"(?P<reps>\d+)(?:\s*(?:{_REPS})(?!\w))?"
    r"(?:\s*(?:@|at|à|bei|mit|con|a|[x×*])\s*"
    r"(?P<load>\d+(?:[.,]\d+(?!\s*[x×*\d]))?)\s*(?P<unit_of_load>kgs?|lbs?)?)?",
    re.ASCII | re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*[,;/|+\n]\s*|\s+")
_LIST: Final = re.compile(r"\d+(?:\s*[,;/|]\s*\d+)+", re.ASCII)
MOST_SETS_A_LINE: Final = 50


def mark_proved_by(text: str) -> DecimalMark | None:
    """Tell the decimal mark that a cell proves; None where it could be either, or has none.

    >>> [str(mark_proved_by(each)) for each in ("0,625", "22.5 kg", "1,250", "1.250.000")]
    ['comma', 'point', 'None', 'comma']
    """
    found = _TOKEN.search(text)
    number = "" if found is None else found[0].replace("\u00a0", "").replace("\u202f", "")
    marks = [letter for letter in number if letter in ",."]
    if not marks or _ONE_GROUP.fullmatch(number):
        return None
    is_comma = marks[-1] == ","
    if _GROUPS.fullmatch(number):
        is_comma = not is_comma
    return DecimalMark.COMMA if is_comma else DecimalMark.POINT


def mark_of(texts: Iterable[str]) -> DecimalMark | None:
    """Tell the decimal mark of a column, from all of its cells; None where none proves it."""
    proved = {mark for mark in map(mark_proved_by, texts) if mark is not None}
    return DecimalMark.EITHER if len(proved) > 1 else next(iter(proved), None)


def is_uncertain(text: str) -> bool:
    """Tell whether a cell is one number with a decimal mark and another without."""
    found = _TOKEN.search(text)
    return found is not None and _ONE_GROUP.fullmatch(found[0]) is not None


def value_in(text: str, mark: DecimalMark) -> float:
    """Give the first number of a cell, whatever else stands there; nought where there is none."""
    found = _TOKEN.search(text)
    return 0.0 if found is None else number_with(found[0], mark)


def number_with(text: str, mark: DecimalMark) -> float:
    """Read a number whose column has a certain decimal mark.

    Raises:
        ValueError: If it is no number.

    >>> number_with("1.250", DecimalMark.COMMA), number_with("1,250", DecimalMark.COMMA)
    (1250.0, 1.25)
    >>> number_with("1,250", DecimalMark.POINT), number_with("1.250", DecimalMark.EITHER)
    (1250.0, 1.25)
    """
    if mark is DecimalMark.COMMA and _POINTS.fullmatch(text.strip().lstrip("+-\u2212")):
        return number_of(text.replace(".", ""), mark_is_comma=True)
    return number_of(text, mark_is_comma=mark is not DecimalMark.POINT)


def counted_in(text: str, role: Role, mark: DecimalMark) -> float:
    """Read a number of a role, with or without the word for what it counts.

    Raises:
        ValueError: If it is no such number.

    >>> counted_in("12 ripetizioni", Role.REPS, DecimalMark.POINT)
    12.0
    >>> counted_in("3/10", Role.PAIN, DecimalMark.POINT)
    3.0
    """
    suffix = _SUFFIXES.get(role)
    if suffix is not None:
        found = re.fullmatch(rf"{_RPE_BEFORE}(.*?\d)\s*(?:{suffix})", text.strip(), re.IGNORECASE)
        if found is not None:
            return number_with(found[1], mark)
    return number_with(text, mark)


def weight_in(text: str, mark: DecimalMark) -> tuple[float, Unit | None]:
    """Read a weight and its unit, None where the cell does not say; bodyweight alone is nought.

    Raises:
        ValueError: If it is no weight.

    >>> weight_in("40,5 kg", DecimalMark.COMMA), weight_in("BW + 10 lb", DecimalMark.POINT)
    ((40.5, <Unit.KG: 'kg'>), (10.0, <Unit.LB: 'lb'>))
    """
    found = _WEIGHED.fullmatch(text.strip())
    if found is None or not (found["body"] or found["number"]):
        return number_with(text, mark), None
    number = (found["number"] or "0").replace(" ", "")
    unit = WEIGHT_WORDS[found["unit"].casefold()] if found["unit"] else None
    return number_with(number, mark), unit


def metres_in(text: str, role: Role, mark: DecimalMark) -> tuple[float, bool]:
    """Read a distance.

    Args:
        text: Such as ``10.5 km``, ``5042.5`` or ``6,5 mi``.
        role: What its column is in.
        mark: Before its decimals.

    Returns:
        Metres and True; or, where neither cell nor column says the unit, the number and False.

    Raises:
        ValueError: If it is no distance.

    >>> metres_in("10.5km", Role.DISTANCE, DecimalMark.POINT)
    (10500.0, True)
    """
    found = _DISTANCE.fullmatch(text.strip())
    number, word = (text, None) if found is None else (found[1], found[2])
    metres = _METRES[word.casefold()] if word else _METRES_OF.get(role)
    value = number_with(number, mark)
    return (value, False) if metres is None else (value * metres, True)


@dataclass(frozen=True, slots=True)
class Dose:
    """A set as one cell tells of it; what is None stands in another cell."""

    reps: int
    load: float | None = None
    unit: Unit | None = None


def doses_in(text: str, mark: DecimalMark, *, has_load: bool) -> list[Dose] | None:
    """Read several sets that stand in one cell.

    Args:
        text: Such as ``40x12, 40x10``, ``3x12@40`` or ``12, 12, 10``.
        mark: Before the decimals of a load.
        has_load: Whether loads stand in a column of their own: ``3x12`` is then three sets of
            twelve, and otherwise a load of three.

    Returns:
        The sets; None where the cell is nothing of the kind.

    >>> doses_in("3x12", DecimalMark.POINT, has_load=True)
    [Dose(reps=12, load=None, unit=None), Dose(reps=12, load=None, unit=None), \
Dose(reps=12, load=None, unit=None)]
    >>> doses_in("BWx15", DecimalMark.POINT, has_load=False)
    [Dose(reps=15, load=0.0, unit=None)]
    """
    text = text.strip()
    if _LIST.fullmatch(text):
        return [Dose(int(each)) for each in re.findall(r"\d+", text)]
    doses: list[Dose] = []
    place = 0
    while place < len(text):
        found = _SET.match(text, place)
        if found is None or not (found["first"] or found["body"]):
            return None
        doses += _of_item(found, mark, has_load)
        place = found.end()
        between = _BETWEEN.match(text, place)
        if place < len(text) and between is None:
            return None
        place = place if between is None else between.end()
    if len(doses) > MOST_SETS_A_LINE:
        raise ValueError(worded("A line may hold {} sets, not {}.", MOST_SETS_A_LINE, len(doses)))
    return doses or None


def _of_item(found: re.Match[str], mark: DecimalMark, has_load: bool) -> list[Dose]:
    reps = int(found["reps"])
    first = number_with(found["first"] or "0", mark)
    if found["load"] is not None or (has_load and not found["body"] and not found["unit"]):
        if not first.is_integer() or first > MOST_SETS_A_LINE:
            raise ValueError(worded("“{}” is no number of sets.", found[0].strip()))
        load = None if found["load"] is None else number_with(found["load"], mark)
        return [Dose(reps, load, _unit(found["unit_of_load"]))] * int(first)
    return [Dose(reps, first, _unit(found["unit"]))]


def _unit(word: str | None) -> Unit | None:
    return None if word is None else WEIGHT_WORDS[word.casefold()]
