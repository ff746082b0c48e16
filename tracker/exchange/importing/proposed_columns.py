"""Proposes what the columns of an unknown table mean, by their headings, for a person to confirm.

The headings of known formats show what other programs call such columns; to these come words that
people use in their own sheets. A heading that could mean two things is left open.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tracker.exchange.importing.cell_numbers import WEIGHT_WORDS
from tracker.exchange.importing.dates import clock_in
from tracker.exchange.importing.formats import (
    BODYWEIGHTS,
    DISTANCES,
    LOADS,
    LineKind,
    heading_of,
    named,
)
from tracker.exchange.importing.known_formats import FORMATS, OWN_COLUMNS
from tracker.exchange.roles import Role

# Headings of people's own sheets: in English, German and, if one word, other languages.
_WHEN: Final = {
    Role.DATE: ("Дата", "Day", "Tag", "Jour", "Día", "Giorno", "Dag"),
    Role.TIME: ("Start", "Start time", "Beginn", "Startzeit", "Uhrzeit"),
}
_NOTES: Final = {
    Role.NOTE: (
        *("Note", "Notes", "Comment", "Comments", "Remark", "Remarks", "Notiz", "Notizen"),
        *("Kommentar", "Kommentare", "Bemerkung", "Bemerkungen", "Anmerkung", "Anmerkungen"),
    )
}
_BODYWEIGHT: Final = ("Bodyweight", "Body weight", "Body mass", "BW", "Körpergewicht")
_OWN: Final = {
    LineKind.SETS: OWN_COLUMNS
    | named(
        {
            **_WHEN,
            **_NOTES,
            Role.TIME: (*_WHEN[Role.TIME], "Time", "Zeit"),
            Role.NAME: (
                "Exercises",
                "Übungen",
                "Exercice",
                "Ejercicio",
                "Exercício",
                "Oefening",
                "Упражнение",
            ),
            Role.REPS: (
                *("Rep", "Reps.", "Wdh", "Wdh.", "Wdhl", "Wdhl.", "Wiederholung", "Rip."),
                *("Répétitions", "Herhalingen", "Повторы", "Повторения"),
            ),
            Role.SETS: ("Sets", "Number of sets", "Sätze", "Saetze", "Anzahl Sätze"),
            Role.LOAD: ("Load", "Last", "Added weight", "Zusatzgewicht", "Charge", "Carga", "Вес"),
            Role.RIR: ("Reps in reserve", "Reserve"),
            Role.TEMPO: ("Tempo",),
            Role.PAIN: (
                *("Pain", "Pain (0-10)", "Schmerz", "Schmerzen", "Schmerz (0-10)"),
                *("Dolore", "Dolor", "Douleur", "Dor", "Pijn", "NRS", "VAS"),
            ),
            Role.MARK: (
                "Set type",
                "Kind of set",
                "Satzart",
                "Satztyp",
                "Warm-up",
                "Warmup",
                "Warm up",
                "Aufwärmsatz",
            ),
            Role.EQUIPMENT: ("Equipment", "Machine", "Gerät", "Maschine"),
            Role.REST_S: ("Rest (s)", "Rest (sec)", "Pause (s)", "Pause (Sek.)", "Rest s"),
            Role.HOLD_S: ("Hold (s)", "Hold (sec)", "Halten (s)", "Haltezeit (s)"),
            Role.BODYWEIGHT: _BODYWEIGHT,
        }
    ),
    LineKind.RUNS: named(
        {
            **_WHEN,
            Role.DISTANCE: ("Distance", "Strecke", "Entfernung"),
            Role.DISTANCE_KM: ("km",),
            Role.DURATION: ("Duration", "Dauer", "Laufzeit"),
            Role.ACTIVITY: ("Activity", "Sport", "Sportart", "Aktivität"),
        }
    ),
    LineKind.WEIGHINGS: named({**_WHEN, Role.BODYWEIGHT: _BODYWEIGHT}),
}
# A unit after a word, as in “Load in kg”, “Distance [km]”.
_UNIT: Final = re.compile(
    r"(?P<word>.*?[^\s_(\[])(?:\s+in\s+|[\s_]*[(\[]\s*|[\s_]+)(?P<unit>kg|lb|km)s?\s*[)\]]?"
)
_IN_UNIT: Final = {
    (Role.LOAD, "kg"): Role.LOAD_KG,
    (Role.LOAD, "lb"): Role.LOAD_LB,
    (Role.BODYWEIGHT, "kg"): Role.BODYWEIGHT_KG,
    (Role.BODYWEIGHT, "lb"): Role.BODYWEIGHT_LB,
    (Role.DISTANCE, "km"): Role.DISTANCE_KM,
}
# Roles whose headings mean the same in every app; for other columns each app has its own words.
_WHATEVER_APP: Final = {
    LineKind.SETS: frozenset(
        {
            *(Role.DATE, Role.TIME, Role.NAME, Role.REPS, Role.UNIT, Role.RIR, Role.RPE),
            *(*LOADS, Role.NOTE),
        }
    ),
    LineKind.RUNS: frozenset({Role.DATE, *DISTANCES, Role.DURATION, Role.ACTIVITY}),
    LineKind.WEIGHINGS: frozenset({Role.DATE, Role.TIME, Role.UNIT, *BODYWEIGHTS}),
}
_NOT_ONE_THING: Final = frozenset({"tempo"})  # a time in Italian, a pace in German
# Clock times, if a table of runs has another column for their duration.
_CLOCKS: Final = frozenset({"time", "zeit"})
_OF_SETS: Final = frozenset({Role.NAME, Role.REPS, Role.SETS})


def _known_words(kind: LineKind) -> dict[str, Role]:
    """Return the headings of known formats of one kind that mean the same in all of them."""
    meanings: dict[str, set[Role]] = {}
    for format_ in FORMATS:
        is_alike = not format_.is_ours and Role.MEASUREMENT not in format_.columns.values()
        if format_.kind is kind and is_alike:
            for heading, role in format_.columns.items():
                meanings.setdefault(heading, set()).add(role)
    return {
        heading: role
        for heading, (role, *others) in meanings.items()
        if not others
        and role in _WHATEVER_APP[kind]
        and heading not in _NOT_ONE_THING
        and not any(letter.isdigit() for letter in heading)
    } | _OWN[kind]


_WORDS: Final = {kind: _known_words(kind) for kind in LineKind}


def proposed_columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, Role]:
    """Propose what the columns of a table mean, each meaning once.

    Args:
        headings: The first row.
        rows: Some rows below it.

    Returns:
        Meanings by column index from 0, for a person to check.

    >>> {at: str(role) for at, role in proposed_columns(["Tag", "Bein", "Wdh", "?"], []).items()}
    {0: 'date', 1: 'side', 2: 'reps'}
    """
    words = [heading_of(each) for each in headings]
    kind = _kind_of(words)
    roles = [_meaning(word, kind) for word in words]
    if roles.count(Role.DURATION) > 1:
        roles = [
            Role.TIME if word in _CLOCKS else role for word, role in zip(words, roles, strict=True)
        ]
    found: dict[int, Role] = {}
    for place, role in enumerate(roles):
        cells = [row[place].strip() for row in rows if place < len(row)]
        if role is not None and role not in found.values() and _may_be(role, cells):
            found[place] = role
    return found


def _kind_of(words: Sequence[str]) -> LineKind:
    """Tell what the lines of a table are: sets, runs or weighings."""
    if not _OF_SETS.isdisjoint(_meaning(word, LineKind.SETS) for word in words):
        return LineKind.SETS
    for kind, roles in ((LineKind.RUNS, DISTANCES), (LineKind.WEIGHINGS, BODYWEIGHTS)):
        if any(_meaning(word, kind) in roles for word in words):
            return kind
    return LineKind.SETS


def _meaning(word: str, kind: LineKind) -> Role | None:
    """Tell what a heading means in a table of a kind; None if unknown."""
    known = _WORDS[kind]
    if word in known:
        return known[word]
    found = _UNIT.fullmatch(word)
    role = None if found is None else known.get(found["word"])
    return None if found is None or role is None else _IN_UNIT.get((role, found["unit"]))


def _may_be(role: Role, cells: Iterable[str]) -> bool:
    """Tell whether cells fit a heading that often means something else: a clock time, a unit."""
    filled = [each for each in cells if each]
    if role is Role.UNIT:
        return any(each.casefold() in WEIGHT_WORDS for each in filled)
    if role is not Role.TIME or not filled:
        return True
    try:
        return any(clock_in(each) is not None for each in filled)
    except ValueError:
        return False
