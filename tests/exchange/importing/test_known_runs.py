"""Runs of Strava and Garmin, in the languages that their files come in."""

import pytest

from tests.exchange.logs import read

STRAVA_GERMAN = (
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Verstrichene Zeit,Distanz,"
    "Bewegungszeit,Distanz\n"
    '7,"13.05.2026, 09:54:42",Lauf am Morgen,Lauf,1890,"5,04",1865.0,5042.5\n'
    '8,"15.05.2026, 16:01:02",Radfahrt,Radfahrt,3600,"30,01",3590.0,30012.0\n'
)
STRAVA_2018 = (
    "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n"
    "183,2018-09-12 15:02:23,Evening Run,Run,,1783,5681.0,false,,activities/183.gpx\n"
)


def test_strava_is_known_in_german() -> None:
    found = read(STRAVA_GERMAN.encode())
    assert (found.format_name, found.must_ask_distance) == ("Strava", False)
    (run,) = found.runs
    assert (run.distance, run.is_km, run.duration_s) == (5.0425, True, 1865.0)
    assert run.time is not None
    assert run.time.tzinfo is not None
    assert [each.reason for each in found.left_out] == ["“Radfahrt” is no run."]


def test_strava_of_2018_is_known() -> None:
    (run,) = read(STRAVA_2018.encode()).runs
    assert (run.distance, run.is_km, run.duration_s) == (5.681, True, 1783.0)


@pytest.mark.parametrize(
    ("headings", "activities"),
    [
        ("Aktivitetstyp,Datum,Favorit,Namn,Distans,Kalorier,Tid", ("Löpning", "Löpband")),
        ("Typ aktywności,Data,Ulubiony,Tytuł,Dystans,Kalorie,Czas", ("Bieganie", "Bieżnia")),
        (
            "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo",
            ("Carrera", "Entrenamiento en cinta"),
        ),
        ("Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid", ("Løb", "Løbebånd")),
        ("Tevékenység típusa,Dátum,Kedvenc,Név,Távolság,Kalória,Idő", ("Futás", "Futópad")),
        ("Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd", ("Hardlopen", "Loopband")),
    ],
)
def test_garmin_is_known_in_many_languages(headings: str, activities: tuple[str, str]) -> None:
    data = (
        headings
        + "\n"
        + "".join(
            f'{activity},2026-02-08 11:03:22,false,"x","5.10","377","00:29:36"\n'
            for activity in activities
        )
    )
    found = read(data.encode())
    assert found.format_name == "Garmin Connect"
    assert [(each.distance, each.duration_s) for each in found.runs] == [(5.1, 1776.0)] * 2
