"""All known tables: our own, and those of other programs, one description each.

Headings come from real files (Strong in English, German, French and Chinese, Hevy, FitNotes);
others are those programs' terms in their languages. Case and accents do not matter.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tracker.domain.load import Unit
from tracker.domain.session import SetType
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.apps_of_runs import APPS_OF_RUNS, APPS_OF_WEIGHINGS
from tracker.exchange.importing.apps_of_sets import APPS_OF_SETS
from tracker.exchange.importing.formats import (
    ANY_MARKS,
    Format,
    LineKind,
    SetMark,
    heading_of,
    named,
)
from tracker.exchange.importing.shapes import by_shape
from tracker.exchange.roles import IN_POUNDS, Role
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.sets import SETS
from tracker.worded import worded

_WEIGHT: Final = ("weight", "gewicht", "poids", "peso", "重量")
_IN_KG: Final = (*(f"{word} (kg)" for word in _WEIGHT), *(f"{word} (kgs)" for word in _WEIGHT))
_IN_LB: Final = (*(f"{word} (lb)" for word in _WEIGHT), *(f"{word} (lbs)" for word in _WEIGHT))

_POUNDS: Final = Dialect(Unit.LB)
OURS: Final = Format(
    name=f"Soleus {SETS.name}",
    columns={column.name: column.read for column in SETS.columns if isinstance(column.read, Role)}
    | {
        _POUNDS.name(column.name): IN_POUNDS[column.read]
        for column in SETS.columns
        if column.read in IN_POUNDS
    },
    known_by=frozenset(
        column.read
        for column in SETS.columns
        if column.is_telling and isinstance(column.read, Role)
    ),
    marks={set_type.value: SetMark(set_type.value) for set_type in SetType},
    is_ours=True,
)

# English, German, French, Spanish, Italian, Portuguese, Chinese.
STRONG: Final = Format(
    name="Strong",
    columns=named(
        {
            Role.DATE: ("Date", "Datum", "Fecha", "Data", "日期"),
            Role.WORKOUT: (
                *("Workout Name", "Workout-Name", "Nom de l'entraînement"),
                *("Nombre del entrenamiento", "Nome allenamento", "Nome dell'allenamento"),
                *("Nome do treino", "锻炼名称"),
            ),
            Role.NAME: (
                *("Exercise Name", "Name der Übung", "Übungsname", "Nom de l'exercice"),
                *("Nombre del ejercicio", "Nome esercizio", "Nome dell'esercizio"),
                *("Nome do exercício", "运动名称"),
            ),
            Role.MARK: (
                *("Set Order", "Reihenfolge festlegen", "Satzreihenfolge", "Ordre de la série"),
                *("Orden de las series", "Orden de series", "Orden de la serie"),
                *("Ordine serie", "Ordine della serie", "Ordine delle serie"),
                *("Ordem da série", "Ordem das séries", "设置顺序"),
            ),
            Role.LOAD: _WEIGHT,
            Role.LOAD_KG: ("kg", *_IN_KG),
            Role.LOAD_LB: ("lb", "lbs", *_IN_LB),
            Role.UNIT: ("Weight Unit", "Gewichtseinheit", "Unité de poids", "Unidad de peso"),
            Role.REPS: (
                *("Reps", "Repetitions", "Wiederh.", "Wiederholungen", "Réps", "Répétitions"),
                *("Repeticiones", "Ripetizioni", "Repetições", "次"),
            ),
            Role.SECONDS: ("Seconds", "Sekunden", "Secondes", "Segundos", "Secondi", "秒"),
            Role.NOTE: ("Notes", "Notizen", "Notas", "Note", "备注"),
            Role.SESSION_NOTE: (
                *("Workout Notes", "Workout-Notizen", "Notes d'entraînement"),
                *("Notas del entrenamiento", "Notas de entrenamiento"),
                *("Note allenamento", "Note dell'allenamento", "Notas do treino", "锻炼备注"),
            ),
            Role.RPE: ("RPE",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.WORKOUT, Role.NAME, Role.MARK, Role.REPS}),
    marks={
        "w": SetMark.WARMUP,
        "d": SetMark.DROP,
        "f": SetMark.FAILURE,
        **dict.fromkeys(
            (
                *("rest timer", "ruhezeit", "pausentimer", "minuteur de repos", "temps de repos"),
                *("temporizador de descanso", "timer di riposo", "timer di recupero"),
                *("cronometro de descanso", "休息计时器"),
            ),
            SetMark.REST,
        ),
        **dict.fromkeys(("note", "notiz", "nota", "备注"), SetMark.NOTE),
    },
)

HEVY: Final = Format(
    name="Hevy",
    columns=named(
        {
            Role.WORKOUT: ("title",),
            Role.DATE: ("start_time",),
            Role.SESSION_NOTE: ("description",),
            Role.NAME: ("exercise_title",),
            Role.NOTE: ("exercise_notes",),
            Role.MARK: ("set_type",),
            Role.LOAD_KG: ("weight_kg",),
            Role.LOAD_LB: ("weight_lbs", "weight_lb"),
            Role.REPS: ("reps",),
            Role.SECONDS: ("duration_seconds",),
            Role.RPE: ("rpe",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.NAME, Role.REPS, Role.MARK}),
    marks=ANY_MARKS,
    repeats_notes=True,
)

FITNOTES: Final = Format(
    name="FitNotes",
    columns=named(
        {
            Role.DATE: ("Date",),
            Role.NAME: ("Exercise",),
            Role.CATEGORY: ("Category",),
            Role.LOAD: ("Weight",),
            Role.UNIT: ("Weight Unit",),
            Role.LOAD_KG: _IN_KG,
            Role.LOAD_LB: _IN_LB,
            Role.REPS: ("Reps",),
            Role.DISTANCE: ("Distance",),
            Role.DISTANCE_UNIT: ("Distance Unit",),
            Role.DURATION: ("Time",),
            Role.NOTE: ("Comment", "Notes"),
        }
    ),
    # Someone's own table could easily have the first four.
    known_by=frozenset(
        {
            *(Role.DATE, Role.NAME, Role.CATEGORY, Role.REPS),
            *(Role.DISTANCE, Role.DISTANCE_UNIT, Role.DURATION),
        }
    ),
    is_quoted=False,
    rejoins=True,
)

# On iOS: quoted, with each load in both units, and a last column that says what was counted.
FITNOTES_2: Final = replace(
    FITNOTES,
    columns={**FITNOTES.columns, "kind": Role.TELLING},
    known_by=FITNOTES.known_by | {Role.TELLING},
    is_quoted=True,
    rejoins=False,
)

FITNOTES_BODY_TRACKER: Final = Format(
    name="FitNotes body tracker",
    columns=named(
        {
            Role.DATE: ("Date",),
            Role.TIME: ("Time",),
            Role.MEASUREMENT: ("Measurement",),
            Role.BODYWEIGHT: ("Value",),
            Role.UNIT: ("Unit",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.MEASUREMENT, Role.UNIT}),
    kind=LineKind.WEIGHINGS,
    is_quoted=False,
)

# Strong and Hevy export body measurements separately.
STRONG_BODYWEIGHT: Final = Format(
    name="Strong body weight",
    columns=named(
        {
            Role.DATE: ("Date", "Datum", "Fecha", "Data", "日期"),
            Role.BODYWEIGHT_KG: _IN_KG,
            Role.BODYWEIGHT_LB: _IN_LB,
            Role.BODYWEIGHT: _WEIGHT,
        }
    ),
    known_by=frozenset({Role.DATE}),
    kind=LineKind.WEIGHINGS,
    has_no_other=True,
)
HEVY_MEASUREMENTS: Final = Format(
    name="Hevy measurements",
    columns=named(
        {
            Role.DATE: ("date",),
            Role.BODYWEIGHT_KG: ("weight_kg",),
            Role.BODYWEIGHT_LB: ("weight_lbs", "weight_lb"),
            Role.BODY_FAT: ("fat_percent",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.BODY_FAT}),
    kind=LineKind.WEIGHINGS,
)

# The first format that fits is used.
FORMATS: Final = (
    OURS,
    STRONG,
    HEVY,
    FITNOTES_2,
    FITNOTES,
    FITNOTES_BODY_TRACKER,
    *APPS_OF_SETS,
    HEVY_MEASUREMENTS,
    *APPS_OF_WEIGHINGS,
    STRONG_BODYWEIGHT,
    *APPS_OF_RUNS,
)


# No app writes a leg; a runner may add one to an app's table.
OWN_COLUMNS: Final = named(
    {
        Role.SIDE: (
            *("Leg", "Side", "Bein", "Seite", "Jambe", "Côté", "Pierna", "Lado", "Gamba", "Lato"),
            *("Perna", "Been", "Zijde"),
        ),
        Role.DONE: ("Done", "Completed", "Erledigt"),
        Role.SKIPPED: ("Skipped", "Übersprungen"),
    }
)


class UnknownFormatError(FormatError):
    """A table of unknown format, whose columns can be chosen by hand.

    Args:
        name: What to call the file.
    """

    def __init__(self, name: str) -> None:
        known = ", ".join(dict.fromkeys(each.name for each in FORMATS))
        super().__init__(
            worded(
                "{} is of no format that is recognised ({}). Its columns can be chosen by hand.",
                name,
                known,
            )
        )


def recognised(fields: Sequence[str], name: str, first_row: Sequence[str] = ()) -> Format:
    """Find the format of a table by its headings, or else by its shape.

    Args:
        fields: Its headings.
        name: What to call it in an error.
        first_row: The cells of the line below.

    Raises:
        UnknownFormatError: If none fits.
    """
    headings = [heading_of(field) for field in fields]
    for each in FORMATS:
        if each.fits(headings):
            return _with_own_columns(each, headings)
    shaped = by_shape(headings, first_row)
    if shaped is not None:
        return shaped
    raise UnknownFormatError(name)


def _with_own_columns(format_: Format, headings: Sequence[str]) -> Format:
    """Allow a table of sets extra columns by the runner, for the leg or what was done."""
    there = set(format_.places(headings))
    if format_.is_ours or format_.kind is not LineKind.SETS:
        return format_
    own = {
        heading: role
        for heading in headings
        if (role := OWN_COLUMNS.get(heading)) is not None and role not in there
    }
    return replace(format_, columns={**own, **format_.columns}) if own else format_
