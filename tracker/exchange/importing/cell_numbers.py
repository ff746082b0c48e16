"""Numbers as people write them in cells: with units, a decimal comma, or several sets at once."""

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
    """The decimal mark of a column."""

    COMMA = auto()
    POINT = auto()
    EITHER = auto()  # both occur; neither separates thousands


_NUMBER: Final = r"\d+(?:[.,\u00a0\u202f']\d+)*|[.,]\d+"
_TOKEN: Final = re.compile(_NUMBER, re.ASCII)
_ONE_GROUP: Final = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_GROUPS: Final = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+", re.ASCII)
_APOSTROPHES: Final = re.compile(r"\d{1,3}(?:'\d{3})+(?:[.,]\d+)?", re.ASCII)
_POINTS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)

# Units that may follow a number. Bodyweight on its own means no added load.
WEIGHT_WORDS: Final = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogramm", "kilogram", "kilograms"), Unit.KG),
    **dict.fromkeys(("кг", "kg.", "kilogramos", "公斤", "千克"), Unit.KG),
    **dict.fromkeys(("lb", "lbs", "lb.", "lbs.", "pound", "pounds", "pfund", "#"), Unit.LB),
    **dict.fromkeys(("libras", "libbre", "livres", "фунт", "фунты", "磅"), Unit.LB),
}
_BODY: Final = (
    r"bw|b\.w\.|body ?weight|bodyw\.|eigengewicht|körpergewicht|kgw|poids du corps|pdc"
    r"|peso corporal|peso corporeo|corpo libero|lichaamsgewicht|kroppsvikt"
)
_REPS: Final = (
    r"reps?\.?|x|×|wdhl?\.?|wiederholung(?:en)?|ripetizion[ei]|rip\.?|r[ée]p[ée]titions?|r[ée]ps?\.?"
    r"|repetici[oó]n(?:es)?|repeti[cç](?:ão|ões)|herhaling(?:en)?|times|mal|раз|повт\w*\.?"
    r"|powt\w*\.?|tekrar|toistoa?|ismétlés|opak\w*\.?|gentagelser|repetisjoner|repetitioner|回|次"
)
_OF_TEN: Final = r"/\s*10|(?:of|von|di|de|sur|van|out of)\s*10"
# Patterns that may come before and after a number, by role.
_AROUND: Final = {
    Role.REPS: (r"x|×", _REPS),
    Role.PAIN: (r"(?:nrs|vas|pain)\s*:?", _OF_TEN),
    Role.RIR: (r"rir|r", r"rir|in reserve"),
    Role.RPE: (r"(?:rpe)?\s*@?", _OF_TEN),
    Role.SETS: (r"x|×", r"sets?|sätze|satz|serie|séries?|series|x|×"),
}
_NO_PAIN: Final = re.compile(
    r"no(?:ne|ne at all| pain)?|nein|keine?|ninguno|nada|nessuno|aucune?|non|geen|ingen|brak"
)
_METRES: Final = {
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometres", "км"), 1_000.0),
    **dict.fromkeys(("m", "meter", "meters", "metres", "м"), 1.0),
    **dict.fromkeys(("mi", "mile", "miles", "meilen"), 1_000.0 * KM_A_MILE),
}
_METRES_OF: Final = {Role.DISTANCE_KM: 1_000.0, Role.DISTANCE_M: 1.0}
_DISTANCE: Final = re.compile(
    rf"(.*?\d)\s*({'|'.join(sorted(_METRES, key=len, reverse=True))})?", re.IGNORECASE
)
_NO_BREAK: Final = re.compile("[\u00a0\u202f\u2009]")  # spaces used before a unit, as in French
_WEIGHED: Final = re.compile(
    rf"(?P<body>{_BODY})?\s*(?P<number>[-+\u2212]?\s*(?:{_NUMBER}))?\s*"
    rf"(?P<unit>{'|'.join(sorted(map(re.escape, WEIGHT_WORDS), key=len, reverse=True))})?",
    re.ASCII | re.IGNORECASE,
)
_UNIT: Final = r"kgs?|lbs?"
_LOAD: Final = r"\d+(?:[.,]\d+)?"
_AT: Final = r"@|at|à|bei|mit|con|a"
_TIMES: Final = r"[x×*]|sets?\s*(?:of|x|×)"
# 40x12, 3x12@40, BWx15, 3x12x40, 40x12x3, 3x12 (40 kg), 2x15 BW
_SET: Final = re.compile(
    rf"(?:(?P<body>{_BODY})\s*\+?\s*)?(?P<first>{_LOAD})?\s*(?P<unit>{_UNIT})?\s*(?:{_TIMES})\s*"
    rf"(?P<reps>\d+)(?![\d.,]*\s*(?:{_UNIT})\b)(?:\s*(?:{_REPS})(?!\w))?"
    rf"(?:\s*(?P<by>{_AT}|[x×*])\s*(?P<load>\d+(?:[.,]\d+(?!\s*[x×*\d]))?)"
    rf"\s*(?P<unit_of_load>{_UNIT})?"
    rf"|\s*\(?(?P<behind>{_LOAD})\s*(?P<unit_behind>{_UNIT})\)?|\s*\((?P<within>{_LOAD})\)"
    rf"|\s+(?P<body_behind>{_BODY})(?:\s*\+\s*(?P<beside>{_LOAD}))?)?",
    re.ASCII | re.IGNORECASE,
)
# 12@40, 12 x 40 kg: repetitions first, where that is certain.
_REPS_FIRST: Final = re.compile(
    rf"(?P<reps>\d+)\s*(?:{_REPS})?\s*(?:@\s*(?P<load>{_LOAD})\s*(?P<unit>{_UNIT})?"
    rf"|[x×*]\s*(?P<heavy>{_LOAD})\s*(?P<heavy_unit>{_UNIT}))(?!\w|\s*[x×*])",
    re.ASCII | re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*[,;/|+\n]\s*|\s+")
# 12, 12, 10 with one load, which may come before or after them.
_LIST: Final = re.compile(
    rf"(?:(?P<before>{_LOAD})\s*(?P<unit_before>{_UNIT})?\s*:\s*"
    rf"|(?P<front>{_LOAD})\s*(?P<unit_front>{_UNIT})\s*[x×*]?\s*)?"
    r"(?P<reps>\d+(?:(?P<mark>\s*[,;/|]\s*)\d+(?:\s*[,;/|]\s*\d+)*|(?:\s*-\s*\d+){2,}))"
    rf"(?:\s*(?:{_REPS}))?(?:\s*(?:{_AT})\s*(?P<after>{_LOAD})\s*(?P<unit_after>{_UNIT})?)?",
    re.ASCII | re.IGNORECASE,
)
# Before an x, up to this number is a number of sets; more is a load.
_MOST_SETS_BEFORE_X: Final = 6
MOST_SETS_A_LINE: Final = 50


def mark_proved_by(text: str) -> DecimalMark | None:
    """Tell which decimal mark a cell proves; None if it could be either, or has none.

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
    """Tell the decimal mark of a column from all of its cells; None if no cell proves one."""
    proved = {mark for mark in map(mark_proved_by, texts) if mark is not None}
    return DecimalMark.EITHER if len(proved) > 1 else next(iter(proved), None)


def is_uncertain(text: str) -> bool:
    """Tell whether a cell is a different number depending on the decimal mark, like 1,250."""
    found = _TOKEN.search(text)
    return found is not None and _ONE_GROUP.fullmatch(found[0]) is not None


def value_in(text: str, mark: DecimalMark) -> float:
    """Return the first number in a cell, whatever else it contains; 0 if there is none."""
    found = _TOKEN.search(text)
    return 0.0 if found is None else number_with(found[0], mark)


def number_with(text: str, mark: DecimalMark) -> float:
    """Read a number with a given decimal mark.

    Raises:
        ValueError: If it is not a number.

    >>> number_with("1.250", DecimalMark.COMMA), number_with("1,250", DecimalMark.COMMA)
    (1250.0, 1.25)
    >>> number_with("1,250", DecimalMark.POINT), number_with("1.250", DecimalMark.EITHER)
    (1250.0, 1.25)
    """
    if "'" in text and _APOSTROPHES.fullmatch(text.strip()):
        text = text.replace("'", "")
    if mark is DecimalMark.COMMA and _POINTS.fullmatch(text.strip().lstrip("+-\u2212")):
        return number_of(text.replace(".", ""), mark_is_comma=True)
    return number_of(text, mark_is_comma=mark is not DecimalMark.POINT)


def counted_in(text: str, role: Role, mark: DecimalMark) -> float:
    """Read a number of a role, with or without a word for what it counts.

    Raises:
        ValueError: If it is not such a number.

    >>> counted_in("12 ripetizioni", Role.REPS, DecimalMark.POINT)
    12.0
    >>> counted_in("3/10", Role.PAIN, DecimalMark.POINT)
    3.0
    """
    plain = text.strip()
    if role is Role.PAIN and _NO_PAIN.fullmatch(plain.casefold()):
        return 0.0
    if role in _AROUND:
        before, behind = _AROUND[role]
        pattern = rf"(?:(?:{before})\s*)?([\d.,].*?|\d)\s*(?:{behind})?"
        found = re.fullmatch(pattern, plain, re.IGNORECASE)
        if found is not None:
            return number_with(found[1], mark)
    return number_with(text, mark)


def weight_in(text: str, mark: DecimalMark) -> tuple[float, Unit | None]:
    """Read a weight and its unit, None if the cell gives none; bodyweight alone is 0.

    Raises:
        ValueError: If it is not a weight.

    >>> weight_in("40,5 kg", DecimalMark.COMMA), weight_in("BW + 10 lb", DecimalMark.POINT)
    ((40.5, <Unit.KG: 'kg'>), (10.0, <Unit.LB: 'lb'>))
    """
    found = _WEIGHED.fullmatch(_NO_BREAK.sub(" ", text.strip()))
    if found is None or not (found["body"] or found["number"]):
        return number_with(text, mark), None
    number = (found["number"] or "0").replace(" ", "")
    unit = WEIGHT_WORDS[found["unit"].casefold()] if found["unit"] else None
    return number_with(number, mark), unit


def metres_in(text: str, role: Role, mark: DecimalMark) -> tuple[float, bool]:
    """Read a distance.

    Args:
        text: Such as ``10.5 km``, ``5042.5`` or ``6,5 mi``.
        role: The role of the column, which may imply the unit.
        mark: The decimal mark.

    Returns:
        Metres and True; or the number and False if neither cell nor column gives the unit.

    Raises:
        ValueError: If it is not a distance.

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
    """One set as given in a single cell; None for what other cells give."""

    reps: int
    load: float | None = None
    unit: Unit | None = None


def counts_sets(texts: Iterable[str]) -> bool:
    """Tell from all cells of a column whether 3x12 in it means three sets of twelve.

    It does unless a cell starts with a larger number or with a unit: then all start with a load.

    >>> [counts_sets(each) for each in (["3x12", "4x10"], ["5x12", "7.5x12"], ["40x12, 40x10"])]
    [True, False, False]
    """
    for text in texts:
        for found in _SET.finditer(" ".join(text.split())):
            has_load = found["load"] or found["behind"] or found["within"] or found["body_behind"]
            if not has_load and not _is_a_few(found):
                return False
    return True


def _is_a_few(found: re.Match[str]) -> bool:
    """Tell whether the number before the x can be a number of sets."""
    first = found["first"] or ""
    is_bare = not found["body"] and not found["unit"]
    return is_bare and first.isdecimal() and int(first) <= _MOST_SETS_BEFORE_X


def doses_in(text: str, mark: DecimalMark, *, is_of_sets: bool) -> list[Dose] | None:
    """Read several sets from one cell.

    Args:
        text: Such as ``40x12, 40x10``, ``3x12@40`` or ``12, 12, 10``.
        mark: The decimal mark of loads.
        is_of_sets: Whether ``3x12`` means three sets of twelve; otherwise 3 is a load.

    Returns:
        The sets; None if the cell is not of this form.

    >>> doses_in("3x12", DecimalMark.POINT, is_of_sets=True)
    [Dose(reps=12, load=None, unit=None), Dose(reps=12, load=None, unit=None), \
Dose(reps=12, load=None, unit=None)]
    >>> doses_in("BWx15", DecimalMark.POINT, is_of_sets=False)
    [Dose(reps=15, load=0.0, unit=None)]
    """
    text = " ".join(text.split())  # the patterns are slow with many spaces
    listed = _LIST.fullmatch(text)
    if listed is not None:
        return _of_list(listed, mark)
    doses: list[Dose] = []
    place = 0
    while place < len(text):
        found = _REPS_FIRST.match(text, place)
        if found is not None:
            load = number_with(found["load"] or found["heavy"], mark)
            doses.append(
                Dose(int(found["reps"]), load, _unit(found["unit"] or found["heavy_unit"]))
            )
        else:
            found = _SET.match(text, place)
            if found is None or not (found["first"] or found["body"]):
                return None
            doses += _of_item(found, mark, is_of_sets)
        place = found.end()
        between = _BETWEEN.match(text, place)
        if place < len(text) and between is None:
            return None
        place = place if between is None else between.end()
    if len(doses) > MOST_SETS_A_LINE:
        raise ValueError(worded("A line may hold {} sets, not {}.", MOST_SETS_A_LINE, len(doses)))
    return doses or None


def _of_list(found: re.Match[str], mark: DecimalMark) -> list[Dose] | None:
    """Read repetitions separated by one mark; None for a mix, like 40/12, 40/10."""
    if len(set(re.findall(r"[,;/|-]", found["reps"]))) > 1:
        return None
    load = found["before"] or found["front"] or found["after"]
    unit = _unit(found["unit_before"] or found["unit_front"] or found["unit_after"])
    kept = None if load is None else number_with(load, mark)
    return [Dose(int(each), kept, unit) for each in re.findall(r"\d+", found["reps"])]


def _of_item(found: re.Match[str], mark: DecimalMark, is_of_sets: bool) -> list[Dose]:
    reps = int(found["reps"])
    first = number_with(found["first"] or "0", mark)
    load, unit = found["load"] or found["behind"] or found["within"], found["unit_of_load"]
    if found["body_behind"]:
        load = found["beside"] or "0"
    # 40x12x3 starts with the load.
    is_load_first = not _is_a_few(found) and found["by"] not in {None, "@"} and not unit
    if load and is_load_first and load.isdecimal() and int(load) <= _MOST_SETS_BEFORE_X:
        return [Dose(reps, first, _unit(found["unit"]))] * int(load)
    if load is not None or (is_of_sets and not found["body"] and not found["unit"]):
        if not first.is_integer() or first > MOST_SETS_A_LINE:
            raise ValueError(worded("“{}” is no number of sets.", found[0].strip()))
        kept = None if load is None else number_with(load, mark)
        return [Dose(reps, kept, _unit(unit or found["unit_behind"]))] * int(first)
    return [Dose(reps, first, _unit(found["unit"]))]


def _unit(word: str | None) -> Unit | None:
    return None if word is None else WEIGHT_WORDS[word.casefold()]
