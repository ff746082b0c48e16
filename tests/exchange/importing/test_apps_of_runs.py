"""Runs and weighings of apps, in the languages that their files come in."""

import datetime
from pathlib import Path

import pytest

from tests.exchange.logs import read

FORMS = Path(__file__).parents[2] / "data" / "forms"

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


@pytest.mark.parametrize(
    ("file", "name", "run", "other"),
    [
        ("strava-polish.csv", "Strava", (5.0425, True, 1865.0), "Jazda"),
        ("strava-danish.csv", "Strava", (5.0425, True, 1865.0), "Cykling"),
        ("garmin-japanese.csv", "Garmin Connect", (10.02, False, 3130.0), "サイクリング"),
        ("garmin-norwegian.csv", "Garmin Connect", (5.02, False, 1695.0), "Styrketrening"),
        ("garmin-french.csv", "Garmin Connect", (21.13, False, 7080.0), "Cyclisme"),
    ],
)
def test_files_seen_in_a_language_give_their_run(
    file: str, name: str, run: tuple[float, bool, float], other: str
) -> None:
    found = read((FORMS / file).read_bytes())
    assert found.format_name == name
    assert [(each.distance, each.is_km, each.duration_s) for each in found.runs] == [run]
    assert [each.reason for each in found.left_out] == [f"“{other}” is no run."]


def test_a_start_in_local_time_and_in_utc_keeps_its_offset() -> None:
    found = read((FORMS / "intervals-icu.csv").read_bytes())
    assert found.format_name == "Intervals.icu"
    # 18:54:42 there was 16:54:42 UTC.
    there = datetime.timezone(datetime.timedelta(hours=2))
    assert [(each.date, each.time, each.distance, each.duration_s) for each in found.runs] == [
        (datetime.date(2026, 5, 13), datetime.time(18, 54, 42, tzinfo=there), 5.0425, 1865.0),
        (datetime.date(2026, 5, 14), datetime.time(7, tzinfo=there), 6.0, 1800.0),
    ]


@pytest.mark.parametrize("start", ["", "2026-05-13", "2026-05-11T16:54:42Z"])
def test_a_start_whose_moment_in_utc_tells_no_offset_is_one_on_the_wall(start: str) -> None:
    data = (FORMS / "intervals-icu.csv").read_bytes()
    found = read(data.replace(b"2026-05-13T16:54:42Z", start.encode()))
    assert found.runs[0].time == datetime.time(18, 54, 42)


def test_a_start_in_utc_without_its_letter_is_one_as_well() -> None:
    data = (FORMS / "intervals-icu.csv").read_bytes().replace(b":42Z", b":42")
    assert read(data).runs[0].time is not None
    offset = read(data).runs[0].time.utcoffset()  # type: ignore[union-attr]
    assert offset == datetime.timedelta(hours=2)


@pytest.mark.parametrize(
    ("file", "weighed"),
    [
        ("openscale.csv", [("2026-04-16", 74.5), ("2026-04-17", 73.9)]),
        ("openscale-2.csv", [("2022-04-16", 74.5), ("2022-04-15", 73.6)]),
    ],
)
def test_weighings_of_a_scale_are_asked_for_their_unit(
    file: str, weighed: list[tuple[str, float]]
) -> None:
    found = read((FORMS / file).read_bytes())
    assert found.format_name == "openScale"
    assert [(str(each.date), each.weight) for each in found.weighings] == weighed
    assert found.must_ask_unit
