"""The tables that are known: our own, and those of other programs, one description each.

Headings are those of real files (Strong in English, German, French and Chinese, Hevy, FitNotes,
Strava, Garmin Connect in English and German); Strong's in Spanish, Italian and Portuguese are its
terms in those languages. Case and accents do not matter.
"""

from collections.abc import Sequence
from typing import Final

from tracker.domain.session import SetType
from tracker.exchange.importing.formats import (
    ANY_MARKS,
    Column,
    Format,
    Kind,
    Mark,
    heading_of,
    named,
)
from tracker.exchange.reading import FormatError

_WEIGHT: Final = ("weight", "gewicht", "poids", "peso", "重量")
_IN_KG: Final = (*(f"{word} (kg)" for word in _WEIGHT), *(f"{word} (kgs)" for word in _WEIGHT))
_IN_LB: Final = (*(f"{word} (lb)" for word in _WEIGHT), *(f"{word} (lbs)" for word in _WEIGHT))

OURS: Final = Format(
    name="Soleus sets.csv",
    columns=named(
        {
            Column.SESSION_ID: ("session_id",),
            Column.DATE: ("date",),
            Column.TIME: ("time",),
            Column.EXERCISE: ("exercise",),
            Column.SIDE: ("side",),
            Column.SET_NO: ("set_no",),
            Column.MARK: ("set_type",),
            Column.REPS: ("reps",),
            Column.LOAD_KG: ("external_kg",),
            Column.LOAD_LB: ("external_lb",),
            Column.BODYWEIGHT_KG: ("bodyweight_kg",),
            Column.BODYWEIGHT_LB: ("bodyweight_lb",),
            Column.RIR: ("rir",),
            Column.TEMPO_RAISE_S: ("tempo_raise_s",),
            Column.TEMPO_TOP_S: ("tempo_top_s",),
            Column.TEMPO_LOWER_S: ("tempo_lower_s",),
            Column.TEMPO_BOTTOM_S: ("tempo_bottom_s",),
            Column.REST_S: ("rest_s",),
            Column.EQUIPMENT: ("equipment",),
            Column.PAIN: ("pain_during",),
            Column.FORMULA: ("e1rm_formula",),
            Column.NOTE: ("notes",),
        }
    ),
    known_by=frozenset(
        {
            Column.SESSION_ID,
            Column.DATE,
            Column.EXERCISE,
            Column.SIDE,
            Column.SET_NO,
            Column.REPS,
        }
    ),
    marks={set_type.value: Mark(set_type.value) for set_type in SetType},
    is_ours=True,
)

# English, German, French, Spanish, Italian, Portuguese, Chinese.
STRONG: Final = Format(
    name="Strong",
    columns=named(
        {
            Column.DATE: ("Date", "Datum", "Fecha", "Data", "日期"),
            Column.WORKOUT: (
                *("Workout Name", "Workout-Name", "Nom de l'entraînement"),
                *("Nombre del entrenamiento", "Nome allenamento", "Nome dell'allenamento"),
                *("Nome do treino", "锻炼名称"),
            ),
            Column.NAME: (
                *("Exercise Name", "Name der Übung", "Übungsname", "Nom de l'exercice"),
                *("Nombre del ejercicio", "Nome esercizio", "Nome dell'esercizio"),
                *("Nome do exercício", "运动名称"),
            ),
            Column.MARK: (
                *("Set Order", "Reihenfolge festlegen", "Satzreihenfolge", "Ordre de la série"),
                *("Orden de las series", "Orden de series", "Orden de la serie"),
                *("Ordine serie", "Ordine della serie", "Ordine delle serie"),
                *("Ordem da série", "Ordem das séries", "设置顺序"),
            ),
            Column.LOAD: _WEIGHT,
            Column.LOAD_KG: ("kg", *_IN_KG),
            Column.LOAD_LB: ("lb", "lbs", *_IN_LB),
            Column.UNIT: ("Weight Unit", "Gewichtseinheit", "Unité de poids", "Unidad de peso"),
            Column.REPS: (
                *("Reps", "Repetitions", "Wiederh.", "Wiederholungen", "Réps", "Répétitions"),
                *("Repeticiones", "Ripetizioni", "Repetições", "次"),
            ),
            Column.SECONDS: ("Seconds", "Sekunden", "Secondes", "Segundos", "Secondi", "秒"),
            Column.NOTE: ("Notes", "Notizen", "Notas", "Note", "备注"),
            Column.SESSION_NOTE: (
                *("Workout Notes", "Workout-Notizen", "Notes d'entraînement"),
                *("Notas del entrenamiento", "Notas de entrenamiento"),
                *("Note allenamento", "Note dell'allenamento", "Notas do treino", "锻炼备注"),
            ),
            Column.RPE: ("RPE",),
        }
    ),
    known_by=frozenset({Column.DATE, Column.WORKOUT, Column.NAME, Column.MARK, Column.REPS}),
    marks={
        "w": Mark.WARMUP,
        "d": Mark.DROP,
        "f": Mark.FAILURE,
        **dict.fromkeys(
            (
                *("rest timer", "ruhezeit", "pausentimer", "minuteur de repos", "temps de repos"),
                *("temporizador de descanso", "timer di riposo", "timer di recupero"),
                *("cronometro de descanso", "休息计时器"),
            ),
            Mark.REST,
        ),
        **dict.fromkeys(("note", "notiz", "nota", "备注"), Mark.NOTE),
    },
)

HEVY: Final = Format(
    name="Hevy",
    columns=named(
        {
            Column.WORKOUT: ("title",),
            Column.DATE: ("start_time",),
            Column.SESSION_NOTE: ("description",),
            Column.NAME: ("exercise_title",),
            Column.NOTE: ("exercise_notes",),
            Column.MARK: ("set_type",),
            Column.LOAD_KG: ("weight_kg",),
            Column.LOAD_LB: ("weight_lbs", "weight_lb"),
            Column.REPS: ("reps",),
            Column.SECONDS: ("duration_seconds",),
            Column.RPE: ("rpe",),
        }
    ),
    known_by=frozenset({Column.DATE, Column.NAME, Column.REPS, Column.MARK}),
    marks=ANY_MARKS,
    repeats_notes=True,
)

FITNOTES: Final = Format(
    name="FitNotes",
    columns=named(
        {
            Column.DATE: ("Date",),
            Column.NAME: ("Exercise",),
            Column.CATEGORY: ("Category",),
            Column.LOAD: ("Weight",),
            Column.UNIT: ("Weight Unit",),
            Column.LOAD_KG: _IN_KG,
            Column.LOAD_LB: _IN_LB,
            Column.REPS: ("Reps",),
            Column.NOTE: ("Comment", "Notes"),
        }
    ),
    known_by=frozenset({Column.DATE, Column.NAME, Column.CATEGORY, Column.REPS}),
    is_quoted=False,
    rejoins=True,
)

FITNOTES_BODY_TRACKER: Final = Format(
    name="FitNotes body tracker",
    columns=named(
        {
            Column.DATE: ("Date",),
            Column.TIME: ("Time",),
            Column.MEASUREMENT: ("Measurement",),
            Column.BODYWEIGHT: ("Value",),
            Column.UNIT: ("Unit",),
        }
    ),
    known_by=frozenset({Column.DATE, Column.MEASUREMENT, Column.UNIT}),
    kind=Kind.WEIGHINGS,
    is_quoted=False,
)

# Strong and Hevy export what was measured of the body by itself.
STRONG_BODYWEIGHT: Final = Format(
    name="Strong body weight",
    columns=named(
        {
            Column.DATE: ("Date", "Datum", "Fecha", "Data", "日期"),
            Column.BODYWEIGHT_KG: _IN_KG,
            Column.BODYWEIGHT_LB: _IN_LB,
            Column.BODYWEIGHT: _WEIGHT,
        }
    ),
    known_by=frozenset({Column.DATE}),
    kind=Kind.WEIGHINGS,
    has_no_other=True,
)
HEVY_MEASUREMENTS: Final = Format(
    name="Hevy measurements",
    columns=named(
        {
            Column.DATE: ("date",),
            Column.BODYWEIGHT_KG: ("weight_kg",),
            Column.BODYWEIGHT_LB: ("weight_lbs", "weight_lb"),
            Column.BODY_FAT: ("fat_percent",),
        }
    ),
    known_by=frozenset({Column.DATE, Column.BODY_FAT}),
    kind=Kind.WEIGHINGS,
)

# Its distances stand twice, in the unit of the account and in metres; its times are UTC.
STRAVA: Final = Format(
    name="Strava",
    columns=named(
        {
            Column.DATE: ("Activity Date",),
            Column.ACTIVITY: ("Activity Type",),
            Column.DISTANCE: ("Distance",),
            Column.DURATION_S: ("Moving Time",),
            Column.SESSION_ID: ("Activity ID",),
        }
    ),
    known_by=frozenset({Column.SESSION_ID, Column.DATE, Column.ACTIVITY}),
    kind=Kind.RUNS,
    again={"distance": Column.DISTANCE_M},
    is_utc=True,
)

GARMIN: Final = Format(
    name="Garmin Connect",
    columns=named(
        {
            Column.ACTIVITY: (
                *("Activity Type", "Aktivitätstyp", "Type d'activité", "Tipo de actividad"),
                *("Tipo di attività", "Tipo de atividade", "Activiteittype", "Aktivitetstyp"),
            ),
            Column.DATE: ("Date", "Datum", "Fecha", "Data"),
            Column.DISTANCE: ("Distance", "Distanz", "Distancia", "Distanza", "Distância"),
            Column.DURATION: ("Time", "Zeit", "Durée", "Tiempo", "Tempo"),
        }
    ),
    known_by=frozenset({Column.ACTIVITY, Column.DATE}),
    kind=Kind.RUNS,
)

# The first that fits is taken.
FORMATS: Final = (
    OURS,
    STRONG,
    HEVY,
    FITNOTES,
    FITNOTES_BODY_TRACKER,
    HEVY_MEASUREMENTS,
    STRONG_BODYWEIGHT,
    STRAVA,
    GARMIN,
)


class UnknownFormatError(FormatError):
    """A table of no format known, whose columns may be chosen by hand.

    Args:
        name: What to call the file.
        headings: Its first row, as it stands there.
    """

    def __init__(self, name: str, headings: Sequence[str]) -> None:
        known = ", ".join(each.name for each in FORMATS)
        super().__init__(
            f"{name} is of no format that is recognised ({known}). Its columns can be chosen "
            "by hand."
        )
        self.headings = tuple(headings)


def recognised(fields: Sequence[str], name: str) -> Format:
    """Find the format of a table by its first row.

    Raises:
        UnknownFormatError: If there is none.
    """
    headings = [heading_of(field) for field in fields]
    for each in FORMATS:
        if each.fits(headings):
            return each
    raise UnknownFormatError(name, fields)
