"""A day's part as a workout: read back by two libraries, and its steps by our own import."""

import datetime
from dataclasses import replace
from io import BytesIO
from typing import Any

import fitdecode
import pytest
from fit_tool.fit_file import FitFile
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage

from tests.exchange.importing.fit_files import Done, Step, activity
from tests.exchange.logs import finished
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.plan import PlannedSets, PlannedSide
from tracker.domain.session import Tempo
from tracker.exchange.exporting.fit_workout import fit_workout, step_words
from tracker.exchange.exporting.workout import PlannedDose, Workout
from tracker.exchange.importing.fit_activities import reading_fit

MADE = datetime.datetime(2026, 11, 24, 8, 0, tzinfo=datetime.UTC)
L, R, B = Side
SEATED = PlannedSets("", Exercise.SEATED, PlannedSide.EACH, 3, 8, most_reps=12, rest_s=60.0)
BENT = PlannedSets("", Exercise.STANDING_BENT, PlannedSide.BOTH, 1, 15)
WORKOUT = Workout("Heavy", [PlannedDose(SEATED, {L: 40.0, R: 42.5}), PlannedDose(BENT, {B: None})])


def messages(data: bytes) -> list[tuple[str, dict[str, Any]]]:
    """Read a file as fitdecode does."""
    reader = fitdecode.FitReader(BytesIO(data), check_crc=fitdecode.CrcCheck.RAISE)
    return [
        (frame.name, {each.name: each.value for each in frame.fields if each.value is not None})
        for frame in reader
        if isinstance(frame, fitdecode.FitDataMessage)
    ]


def steps(workout: Workout, unit: Unit = Unit.KG) -> list[dict[str, Any]]:
    read = messages(fit_workout(workout, unit, MADE))
    return [fields for name, fields in read if name == "workout_step"]


def test_it_is_a_workout_of_strength_training() -> None:
    head, told, *_ = messages(fit_workout(WORKOUT, Unit.KG, MADE))
    assert head[0] == "file_id"
    assert (head[1]["type"], head[1]["time_created"]) == ("workout", MADE)
    assert told == (
        "workout",
        {
            "wkt_name": "Heavy",
            "sport": "training",
            "sub_sport": "strength_training",
            "num_valid_steps": 6,
        },
    )


def test_legs_take_turns_with_rests_between_and_are_repeated() -> None:
    found = steps(WORKOUT)
    assert [
        (each.get("wkt_step_name"), each.get("duration_reps"), each.get("duration_time"))
        for each in found
    ] == [
        ("Seated calf raise, left", 8, None),
        ("Rest", None, 60.0),
        ("Seated calf raise, right", 8, None),
        ("Rest", None, 60.0),
        (None, None, None),
        ("Standing calf raise, knee bent, both legs", 15, None),
    ]
    assert (found[4]["duration_step"], found[4]["repeat_steps"]) == (0, 3)
    # Neither a pulse nor a speed is aimed at; of a repetition the field tells how often.
    assert [each["target_type"] for each in found if each is not found[4]] == ["open"] * 5
    assert [each.get("exercise_weight") for each in found] == [40.0, None, 42.5, None, None, None]
    assert [each["exercise_name"] for each in found if "exercise_name" in each] == [6, 6, 9]
    assert [each["message_index"] for each in found] == list(range(6))


def test_what_no_field_holds_stands_in_words() -> None:
    item = replace(BENT, rir=2.0, tempo=Tempo(3, 1, 3, 0))
    (found,) = steps(Workout("x", [PlannedDose(item, {B: 20.0})]), Unit.LB)
    assert found["notes"] == "15 repetitions, 2 in reserve, tempo 3-1-3-0"
    assert found["weight_display_unit"] == "pound"
    assert steps(WORKOUT)[0]["notes"] == "8 to 12 repetitions"


def test_a_hold_is_timed_and_several_are_counted() -> None:
    one, some = replace(BENT, reps=1, hold_s=45.0), replace(BENT, reps=5, hold_s=10.5)
    found = steps(Workout("x", [PlannedDose(one, {}), PlannedDose(some, {})]))
    assert [
        (each["duration_type"], each.get("duration_time"), each.get("duration_reps"), each["notes"])
        for each in found
    ] == [("time", 45.0, None, "1 hold of 45 s"), ("reps", None, 5, "5 holds of 10.5 s")]


@pytest.mark.parametrize("kg", [-20.0, 700.0])
def test_a_load_that_a_step_cannot_hold_is_left_out(kg: float) -> None:
    (found,) = steps(Workout("x" * 300, [PlannedDose(BENT, {B: kg})]))
    assert "exercise_weight" not in found


def test_the_library_that_wrote_it_reads_it_too() -> None:
    file = FitFile.from_bytes(fit_workout(WORKOUT, Unit.KG, MADE))
    read = [each.message for each in file.records]
    found = [each for each in read if isinstance(each, WorkoutStepMessage)]
    assert [(each.workout_step_name, each.exercise_weight) for each in found[:3]] == [
        ("Seated calf raise, left", 40.0),
        ("Rest", None),
        ("Seated calf raise, right", 42.5),
    ]


@pytest.mark.parametrize("exercise", Exercise)
@pytest.mark.parametrize("side", Side)
def test_a_set_of_a_step_comes_back_as_its_exercise_and_leg(exercise: Exercise, side: Side) -> None:
    item = replace(BENT, exercise=exercise)
    data = activity([Done(8, kind=0, step=0)], steps=[Step(step_words(item, side))])
    (found,) = finished(reading_fit(data, "x.fit", {})).names
    assert str(found.guess.meaning) == f"{exercise}:{side}"
