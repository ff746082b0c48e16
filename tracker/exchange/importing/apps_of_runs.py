"""Apps whose files are tables of runs, or of weighings alone, one description each.

Headings come from real files, or from programs that read such files; sources are given beside the
made-up files in ``tests/data``. Headings without a source are the app's terms in that language.
"""

from typing import Final

from tracker.exchange.importing.formats import Format, LineKind, heading_of, named
from tracker.exchange.roles import Role

_STRAVA_DISTANCES: Final = (
    *("Distance", "Distanz", "Distancia", "Distanza", "Distância", "Afstand", "Distans"),
    *("Distanse", "Dystans"),
)
# It gives each distance twice, in the unit of the account and in metres; its times are UTC.
STRAVA: Final = Format(
    name="Strava",
    columns=named(
        {
            Role.DATE: (
                *(
                    "Activity Date",
                    "Aktivitätsdatum",
                    "Date de l'activité",
                    "Fecha de la actividad",
                ),
                *(
                    "Data dell'attività",
                    "Data attività",
                    "Data da atividade",
                    "Datum van activiteit",
                ),
                *("Aktivitetsdatum", "Aktivitetsdato", "Data aktywności"),
            ),
            Role.ACTIVITY: (
                *("Activity Type", "Aktivitätsart", "Aktivitätstyp", "Type d'activité"),
                *("Tipo de actividad", "Tipo di attività", "Tipo attività", "Tipo de atividade"),
                *("Activiteitstype", "Type activiteit", "Aktivitetstyp", "Aktivitetstype"),
                "Rodzaj aktywności",
            ),
            Role.DISTANCE: _STRAVA_DISTANCES,
            Role.DURATION_S: (
                *("Moving Time", "Bewegungszeit", "Durée de déplacement", "Temps de déplacement"),
                *("Tiempo en movimiento", "Tempo in movimento", "Tempo de movimentação"),
                *("Beweegtijd", "Rörelsetid", "Tid i bevægelse", "Tid i bevegelse", "Czas ruchu"),
            ),
            Role.SESSION_ID: (
                *("Activity ID", "Aktivitäts-ID", "ID de l'activité", "ID de actividad"),
                *("ID de la actividad", "ID attività", "ID dell'attività", "ID da atividade"),
                *("Activiteits-ID", "ID van activiteit", "Aktivitets-ID"),
                "Identyfikator aktywności",
            ),
        }
    ),
    known_by=frozenset({Role.SESSION_ID, Role.DATE, Role.ACTIVITY}),
    kind=LineKind.RUNS,
    again={heading_of(each): Role.DISTANCE_M for each in _STRAVA_DISTANCES},
    is_utc=True,
)
# Its format until 2018: metres, and headings in lower case.
STRAVA_2018: Final = Format(
    name="Strava",
    columns=named(
        {
            Role.SESSION_ID: ("id",),
            Role.DATE: ("date",),
            Role.WORKOUT: ("name",),
            Role.ACTIVITY: ("type",),
            Role.DURATION_S: ("elapsed_time",),
            Role.DISTANCE_M: ("distance",),
            Role.TELLING: ("filename",),
        }
    ),
    known_by=frozenset(
        {Role.SESSION_ID, Role.DATE, Role.WORKOUT, Role.ACTIVITY, Role.DURATION_S, Role.TELLING}
    ),
    kind=LineKind.RUNS,
    is_utc=True,
)

GARMIN: Final = Format(
    name="Garmin Connect",
    columns=named(
        {
            Role.ACTIVITY: (
                *("Activity Type", "Aktivitätstyp", "Type d'activité", "Tipo de actividad"),
                *("Tipo di attività", "Tipo de atividade", "Activiteittype", "Activiteitstype"),
                *("Aktivitetstyp", "Aktivitetstype", "Typ aktywności", "Typ aktivity"),
                *("Tevékenység típusa", "Tevékenységtípus", "Aktiviteetin tyyppi"),
                *("Aktiviteettityyppi", "Etkinlik Türü", "Aktivite Türü", "Тип занятия"),
                *("Тип активности", "活动类型", "アクティビティタイプ"),
            ),
            Role.DATE: (
                *("Date", "Datum", "Fecha", "Data", "Dato", "Dátum", "Päivämäärä", "Päiväys"),
                *("Tarih", "Дата", "日期", "日付"),
            ),
            Role.DISTANCE: (
                *(
                    "Distance",
                    "Distanz",
                    "Distancia",
                    "Distanza",
                    "Distância",
                    "Distans",
                    "Afstand",
                ),
                *("Distanse", "Dystans", "Vzdálenost", "Távolság", "Táv", "Matka", "Etäisyys"),
                *("Mesafe", "Расстояние", "Дистанция", "距离", "距離"),
            ),
            Role.DURATION: (
                *("Time", "Zeit", "Durée", "Temps", "Tiempo", "Tempo", "Tijd", "Tid", "Czas"),
                *("Čas", "Idő", "Aika", "Süre", "Время", "时间", "タイム"),
            ),
        }
    ),
    known_by=frozenset({Role.ACTIVITY, Role.DATE}),
    kind=LineKind.RUNS,
)

# Metres and seconds, with each start in local time and in UTC.
INTERVALS: Final = Format(
    name="Intervals.icu",
    columns=named(
        {
            Role.SESSION_ID: ("id",),
            Role.DATE: ("start_date_local",),
            Role.UTC: ("start_date",),
            Role.ACTIVITY: ("type",),
            Role.DURATION_S: ("moving_time",),
            Role.DISTANCE_M: ("distance",),
        }
    ),
    known_by=frozenset({Role.SESSION_ID, Role.DATE, Role.ACTIVITY, Role.DURATION_S}),
    kind=LineKind.RUNS,
)

# Its weights are in the user's unit, which the file does not state.
OPENSCALE: Final = Format(
    name="openScale",
    columns=named(
        {
            Role.DATE: ("date",),
            Role.TIME: ("time",),
            Role.BODYWEIGHT: ("weight",),
            Role.BODY_FAT: ("body_fat",),
            Role.TELLING: ("water",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.TIME, Role.BODY_FAT, Role.TELLING}),
    kind=LineKind.WEIGHINGS,
)
# Its format until 2025.
OPENSCALE_2: Final = Format(
    name="openScale",
    columns=named(
        {
            Role.DATE: ("dateTime",),
            Role.BODYWEIGHT: ("weight",),
            Role.BODY_FAT: ("fat",),
            Role.TELLING: ("water",),
        }
    ),
    known_by=frozenset({Role.DATE, Role.BODY_FAT, Role.TELLING}),
    kind=LineKind.WEIGHINGS,
)

APPS_OF_RUNS: Final = (STRAVA, STRAVA_2018, INTERVALS, GARMIN)
APPS_OF_WEIGHINGS: Final = (OPENSCALE, OPENSCALE_2)
