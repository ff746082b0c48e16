"""Apps whose files are plain tables of sets, one description each.

Headings come from real files, or from the program's source (LiftLog, Flexify); sources are given
beside the made-up files in ``tests/data``. GymBook's Italian headings are from real files, its
English and German ones are the app's terms.
"""

from typing import Final

from tracker.domain.load import Unit
from tracker.exchange.importing.cell_numbers import WEIGHT_WORDS
from tracker.exchange.importing.cell_words import NO, YES
from tracker.exchange.importing.formats import ANY_MARKS, Format, SetMark, named
from tracker.exchange.importing.names import Sides
from tracker.exchange.roles import Role

_IS_WARMUP: Final = {**dict.fromkeys(YES, SetMark.WARMUP), **dict.fromkeys(NO, SetMark.WORK)}

LIFTOSAUR: Final = Format(
    name="Liftosaur",
    columns=named(
        {
            Role.DATE: ("Workout DateTime",),
            Role.WORKOUT: ("Day Name",),
            Role.NAME: ("Exercise",),
            Role.MARK: ("Is Warmup Set?",),
            Role.REPS: ("Completed Reps",),
            Role.RPE: ("Completed RPE",),
            Role.LOAD: ("Completed Weight Value",),
            Role.UNIT: ("Completed Weight Unit",),
            Role.NOTE: ("Notes",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.NAME, Role.MARK, Role.REPS, Role.UNIT}),
    marks=_IS_WARMUP,
    repeats_notes=True,
)

LIFTLOG: Final = Format(
    name="LiftLog",
    columns=named(
        {
            Role.SESSION_ID: ("SessionId",),
            Role.DATE: ("Timestamp",),
            Role.NAME: ("Exercise",),
            Role.LOAD: ("Weight",),
            Role.UNIT: ("WeightUnit",),
            Role.REPS: ("Reps",),
            Role.NOTE: ("Notes",),
        }
    ),
    known_by=frozenset({Role.SESSION_ID, Role.DATE, Role.NAME, Role.UNIT, Role.REPS}),
    repeats_notes=True,
    has_times_of_sets=True,
)

# Exercises never done are in the file, marked hidden. Massive, its origin, has the same format.
FLEXIFY: Final = Format(
    name="Flexify",
    columns=named(
        {
            Role.DATE: ("created",),
            Role.NAME: ("name",),
            Role.REPS: ("reps",),
            Role.LOAD: ("weight",),
            Role.UNIT: ("unit",),
            Role.BODYWEIGHT: ("bodyWeight",),
            Role.SKIPPED: ("hidden",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.NAME, Role.REPS, Role.UNIT, Role.SKIPPED}),
    has_times_of_sets=True,
)

GYMBOOK: Final = Format(
    name="GymBook",
    columns=named(
        {
            Role.DATE: ("Data", "Date", "Datum"),
            Role.TIME: ("Orario", "Time", "Uhrzeit"),
            Role.WORKOUT: ("Programma", "Workout", "Training"),
            Role.NAME: ("Esercizio", "Exercise", "Übung"),
            Role.CATEGORY: ("Zona", "Region", "Bereich"),
            Role.MARK: (
                "Set / Set di riscaldamento / Set di defaticamento",
                "Set / Warm-up set / Cool-down set",
                "Set / Warmup set / Cooldown set",
                "Satz / Aufwärmsatz / Abkühlsatz",
            ),
            Role.REPS: ("Ripetizioni / Tempo", "Repetitions / Time", "Wiederholungen / Zeit"),
            Role.LOAD: ("Peso / Distanza", "Weight / Distance", "Gewicht / Distanz"),
            Role.NOTE: ("Appunti", "Notes", "Notizen"),
            Role.SKIPPED: ("Saltato", "Skipped", "Übersprungen"),
        }
    ),
    known_by=frozenset({Role.DATE, Role.NAME, Role.MARK, Role.REPS, Role.SKIPPED}),
    marks={
        **ANY_MARKS,
        # Light sets, not part of the work.
        **dict.fromkeys(("defaticamento", "cool-down", "cooldown", "abkuhlsatz"), SetMark.WARMUP),
        "satz": SetMark.WORK,
    },
    has_times_of_sets=True,
)

FASTNFITNESS: Final = Format(
    name="FastNFitness",
    columns=named(
        {
            Role.CATEGORY: ("table",),
            Role.DATE: ("date",),
            Role.TIME: ("time",),
            Role.NAME: ("exercise",),
            Role.SETS: ("sets",),
            Role.REPS: ("repetitions",),
            Role.LOAD: ("weight",),
            Role.UNIT: ("unit",),
            Role.NOTE: ("notes",),
        }
    ),
    known_by=frozenset(
        {Role.CATEGORY, Role.DATE, Role.TIME, Role.NAME, Role.SETS, Role.REPS, Role.UNIT}
    ),
    units={**WEIGHT_WORDS, "0": Unit.KG, "1": Unit.LB},
    has_times_of_sets=True,
)

FITBOD: Final = Format(
    name="Fitbod",
    columns=named(
        {
            Role.DATE: ("Date",),
            Role.NAME: ("Exercise",),
            Role.REPS: ("Reps",),
            Role.LOAD_KG: ("Weight(kg)",),
            Role.LOAD_LB: ("Weight(lbs)", "Weight(lb)"),
            Role.SECONDS: ("Duration(s)",),
            Role.MARK: ("isWarmup",),
            Role.NOTE: ("Note",),
            Role.SIDE: ("multiplier",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.NAME, Role.REPS, Role.SECONDS, Role.MARK}),
    marks=_IS_WARMUP,
    sides=dict.fromkeys(("2", "2.0"), Sides.EACH),
    repeats_notes=True,
    has_times_of_sets=True,
)

# One section of its file: a line per exercise, with all sets in a cell, in the account's unit.
JEFIT: Final = Format(
    name="JEFIT",
    columns=named(
        {
            Role.DATE: ("mydate",),
            Role.NAME: ("ename",),
            Role.SETS: ("logs",),
            Role.SESSION_ID: ("belongsession",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.NAME, Role.SETS, Role.SESSION_ID}),
    has_times_of_sets=True,
)

# Its loads are in the account's unit; values never entered are “null”.
LYFTA: Final = Format(
    name="Lyfta",
    columns=named(
        {
            Role.WORKOUT: ("Title",),
            Role.DATE: ("Date",),
            Role.NAME: ("Exercise",),
            Role.TELLING: ("Superset id",),
            Role.LOAD: ("Weight",),
            Role.REPS: ("Reps",),
            Role.EFFORT: ("RIR/RPE",),
            Role.MARK: ("Set Type",),
            Role.NOTE: ("Exercise Note",),
            Role.SESSION_NOTE: ("Notes",),
        }
    ),
    known_by=frozenset({Role.WORKOUT, Role.DATE, Role.NAME, Role.TELLING, Role.REPS, Role.MARK}),
    marks=ANY_MARKS,
    repeats_notes=True,
)

# Its file has a block per session; ``layouts.py`` turns them into a table with these headings.
ALPHA_PROGRESSION: Final = Format(
    name="Alpha Progression",
    columns=named(
        {
            Role.DATE: ("Session begun",),
            Role.NAME: ("Exercise",),
            Role.MARK: ("Kind of set",),
            Role.SETS: ("Warm-ups",),
            Role.LOAD: ("Weight",),
            Role.UNIT: ("Unit",),
            Role.REPS: ("Reps",),
            Role.RIR: ("RIR",),
            Role.NOTE: ("Note",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.NAME, Role.MARK, Role.SETS, Role.UNIT, Role.REPS}),
    marks=ANY_MARKS,
    repeats_notes=True,
)

# Its bodyweight column is headed “KG” even if it is in pounds, so it is not read.
STRONGLIFTS: Final = Format(
    name="StrongLifts",
    columns=named(
        {
            Role.DATE: ("Date (yyyy/mm/dd)", "Date"),
            Role.TIME: ("Start Time (h:mm)",),
            Role.WORKOUT: ("Workout Name",),
            Role.NAME: ("Exercise",),
            Role.REPS: ("Set 1 (Reps)",),
            Role.LOAD_KG: ("Set 1 (KG)",),
            Role.LOAD_LB: ("Set 1 (LB)",),
            Role.NOTE: ("Notes", "Note"),
        }
    ),
    known_by=frozenset({Role.DATE, Role.NAME, Role.REPS}),
    is_wide=True,
)

# Its format until 2016, a line per workout; the unit of its bodyweights is unknown.
STRONGLIFTS_2016: Final = Format(
    name="StrongLifts",
    columns=named(
        {
            Role.DATE: ("Date",),
            Role.WORKOUT: ("Workout",),
            Role.SESSION_NOTE: ("Note", "Notes"),
            Role.NAME: ("Exercise 1",),
            Role.LOAD_KG: ("Weight (KG)",),
            Role.LOAD_LB: ("Weight (LB)",),
            Role.REPS: tuple(f"Set {number}" for number in range(1, 11)),
        }
    ),
    known_by=frozenset({Role.DATE, Role.SESSION_NOTE, Role.NAME, Role.REPS}),
    has_several=True,
)

APPS_OF_SETS: Final = (
    LIFTOSAUR,
    LIFTLOG,
    FLEXIFY,
    GYMBOOK,
    FASTNFITNESS,
    FITBOD,
    JEFIT,
    LYFTA,
    ALPHA_PROGRESSION,
    STRONGLIFTS,
    STRONGLIFTS_2016,
)
