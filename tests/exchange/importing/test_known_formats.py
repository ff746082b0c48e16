"""Tables are recognised by their columns, in the languages their programs write."""

import pytest

from tests.exchange.logs import read
from tracker.domain.load import Unit
from tracker.exchange.importing.known_formats import FORMATS, UnknownFormatError, recognised
from tracker.exchange.importing.names import Sides

STRONG_HEADERS = [
    "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes",
    "Date,Workout Name,Exercise Name,Set Order,lb,Reps,mi,Seconds",
    "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes",
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE",
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE",
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration",
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
    '"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"',
    "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,"
    "Secondes,Notes,Notes d'entraînement,RPE",
    "Date,Nom de l’entraînement,Durée,Nom de l’exercice,Ordre de la série,Poids,Réps",
    "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,"
    "Sekunden,Notizen,Workout-Notizen,RPE",
    "日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE",
    "Fecha,Nombre del entrenamiento,Duración,Nombre del ejercicio,Orden de las series,Peso,Reps,"
    "Distancia,Segundos,Notas,Notas del entrenamiento,RPE",
    "Data,Nome allenamento,Durata,Nome esercizio,Ordine serie,Peso,Ripetizioni,Distanza,Secondi,"
    "Note,Note allenamento,RPE",
    "Data,Nome do treino,Duração,Nome do exercício,Ordem da série,Peso,Repetições,Distância,"
    "Segundos,Notas,Notas do treino,RPE",
]
OTHERS = {
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_lbs","reps","distance_km",'
    '"duration_seconds","rpe"': "Hevy",
    "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time": "FitNotes",
    "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment": "FitNotes",
    "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time": "FitNotes",
    "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,"
    "Kind": "FitNotes",
    "Date,Time,Measurement,Value,Unit": "FitNotes body tracker",
    '"Date";"Weight (kg)"': "Strong body weight",
    '"date","weight_kg","fat_percent","neck_in","left_calf_in"': "Hevy measurements",
    "Activity ID,Activity Date,Activity Name,Activity Type,Distance,Distance": "Strava",
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time": "Garmin Connect",
    "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit": "Garmin Connect",
    "session_id,date,time,exercise,side,set_no,set_type,reps,external_lb": "Soleus sets.csv",
}


def cells(header: str) -> list[str]:
    delimiter = ";" if ";" in header else ","
    return [cell.strip('"') for cell in header.split(delimiter)]


@pytest.mark.parametrize("header", STRONG_HEADERS)
def test_strong_is_known_in_every_variant(header: str) -> None:
    assert recognised(cells(header), "x").name == "Strong"
    assert recognised(cells(header.upper()), "x").name == "Strong"


@pytest.mark.parametrize(("header", "name"), OTHERS.items())
def test_other_programs_are_known(header: str, name: str) -> None:
    assert recognised(cells(header), "x").name == name


@pytest.mark.parametrize(
    "header", ["Date,Exercise,Weight,Reps", "a,b,c", "Date,Weight,Mood", "reps,weight"]
)
def test_a_table_that_is_none_of_them_is_given_back_for_its_columns(header: str) -> None:
    with pytest.raises(UnknownFormatError, match="can be chosen by hand"):
        recognised(cells(header), "x")


def strong_row(header: str) -> str:
    """A line of a set of seated calf raises: 8 with 60, in whatever order the header has."""
    meant = {
        **dict.fromkeys(("date", "datum", "fecha", "data", "日期"), "2026-01-17 18:05:00"),
        **dict.fromkeys(
            ("exercise name", "name der übung", "nom de l'exercice", "nom de l’exercice"),
            "Seated Calf Raise (Machine)",
        ),
        **dict.fromkeys(
            ("运动名称", "nombre del ejercicio", "nome esercizio", "nome do exercício"),
            "Seated Calf Raise (Machine)",
        ),
        **dict.fromkeys(("set order", "reihenfolge festlegen", "ordre de la série"), "1"),
        **dict.fromkeys(("设置顺序", "orden de las series", "ordine serie"), "1"),
        "ordem da série": "1",
        **dict.fromkeys(("weight", "gewicht", "poids", "peso", "重量", "weight (kg)"), "60"),
        **dict.fromkeys(("kg", "lb"), "60"),
        **dict.fromkeys(("reps", "wiederh.", "réps", "ripetizioni", "repetições", "次"), "8"),
    }
    delimiter = ";" if ";" in header else ","
    return delimiter.join(meant.get(cell.casefold(), "") for cell in cells(header))


@pytest.mark.parametrize("header", STRONG_HEADERS)
def test_a_set_is_read_from_every_variant_of_strong(header: str) -> None:
    found = read(f"\ufeff{header}\r\n{strong_row(header)}\r\n\r\n".encode())
    (one,) = found.sets
    assert (one.told.reps, one.told.load, one.told.name) == (8, 60.0, "Seated Calf Raise (Machine)")
    assert (str(one.session.date), str(one.session.time)) == ("2026-01-17", "18:05:00")
    known = {"kg": Unit.KG, "Weight (kg)": Unit.KG, "lb": Unit.LB}
    unit = next((known[cell] for cell in cells(header) if cell in known), None)
    assert one.told.unit is unit
    assert found.must_ask_unit is (unit is None)


def test_a_column_of_the_leg_that_a_runner_added_is_read() -> None:
    found = read(
        b"Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Leg,Done,Colour\n"
        b"2026-03-02 18:00:00,Legs,Seated Calf Raise,1,40,12,L,yes,red\n"
        b"2026-03-02 18:00:00,Legs,Seated Calf Raise,2,45,12,right,yes,red\n"
        b"2026-03-02 18:00:00,Legs,Seated Calf Raise,3,45,12,right,no,red\n"
    )
    assert found.format_name == "Strong"
    assert [each.told.sides for each in found.sets] == [Sides.LEFT, Sides.RIGHT]
    assert [each.reason for each in found.left_out] == ["It was not done."]
    assert found.columns_not_read == ("Workout Name", "Colour")


def test_every_heading_that_a_format_knows_has_a_letter() -> None:
    for each in FORMATS:
        assert all(any(letter.isalpha() for letter in heading) for heading in each.columns)
