"""A planned session as a workout for a watch, a FIT file.

Each planned set is a step with exercise, leg, repetitions (or seconds of a hold) and load, followed
by a step for the rest; equal sets are written once with a repeat count. The step's text names
exercise and leg so that the import recognises both: a watch returns it with each set, and has no
notion of legs itself.

The library's tables take a while to load, and few people send workouts, so this module is imported
only when one is written.
"""

import datetime
from typing import Final

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import (
    ExerciseCategory,
    FileType,
    FitBaseUnit,
    Intensity,
    Manufacturer,
    Sport,
    SubSport,
    WorkoutStepDuration,
    WorkoutStepTarget,
)

from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.notation import write_tempo
from tracker.domain.plan import PlannedSets
from tracker.exchange.exporting.workout import PlannedDose, Workout

LONGEST_NAME: Final = 48  # characters in the name of a workout
MOST_KG: Final = 655.0  # the most a step can hold
# Numbers in Garmin's table of calf raises; see ``fit_activities``.
_KINDS: Final = {Exercise.SEATED: 6, Exercise.STANDING: 18, Exercise.STANDING_BENT: 9}
_EXERCISES: Final = {
    Exercise.SEATED: "Seated calf raise",
    Exercise.STANDING: "Standing calf raise",
    Exercise.STANDING_BENT: "Standing calf raise, knee bent",
}
_LEGS: Final = {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "both legs"}


def step_words(item: PlannedSets, side: Side) -> str:
    """Name exercise and leg of a step, in words that the import can read.

    >>> from tracker.domain.plan import PlannedSide
    >>> step_words(PlannedSets("", Exercise.SEATED, PlannedSide.EACH, 3, 8), Side.LEFT)
    'Seated calf raise, left'
    """
    return f"{_EXERCISES[item.exercise]}, {_LEGS[side]}"


def fit_workout(workout: Workout, unit: Unit, made_at: datetime.datetime) -> bytes:
    """Write a workout as a file for a watch.

    Args:
        workout: The workout.
        unit: The unit in which the watch shows loads.
        made_at: The current instant, with its offset.
    """
    head = FileIdMessage()
    head.type = FileType.WORKOUT
    head.manufacturer = Manufacturer.DEVELOPMENT.value
    head.product = 0
    head.time_created = round(made_at.timestamp() * 1_000)
    head.serial_number = 1
    steps: list[WorkoutStepMessage] = []
    for dose in workout.doses:
        _add_steps(steps, dose, unit)
    told = WorkoutMessage()
    told.workout_name = workout.name[:LONGEST_NAME]
    told.sport = Sport.TRAINING
    told.sub_sport = SubSport.STRENGTH_TRAINING
    told.num_valid_steps = len(steps)
    builder = FitFileBuilder(auto_define=True, min_string_size=LONGEST_NAME)
    builder.add(head)
    builder.add(told)
    builder.add_all(steps)
    return bytes(builder.build().to_bytes())


def _add_steps(steps: list[WorkoutStepMessage], dose: PlannedDose, unit: Unit) -> None:
    def added() -> WorkoutStepMessage:
        step = WorkoutStepMessage()
        step.message_index = len(steps)
        steps.append(step)
        return step

    item, first = dose.item, len(steps)
    for side in item.side.sides:
        step = added()
        step.workout_step_name = step_words(item, side)
        step.notes = _notes(item)
        step.intensity = Intensity.ACTIVE
        if item.hold_s is not None and item.reps == 1:
            step.duration_type = WorkoutStepDuration.TIME
            step.duration_time = item.hold_s
        else:
            step.duration_type = WorkoutStepDuration.REPS
            step.duration_reps = item.reps
        step.target_type = WorkoutStepTarget.OPEN
        step.exercise_category = ExerciseCategory.CALF_RAISE
        step.exercise_name = _KINDS[item.exercise]
        kg = dose.loads_kg.get(side)
        if kg is not None and 0 <= kg <= MOST_KG:
            step.exercise_weight = kg
            is_pounds = unit is Unit.LB
            step.weight_display_unit = FitBaseUnit.POUND if is_pounds else FitBaseUnit.KILOGRAM
        if item.rest_s:
            step = added()
            step.workout_step_name = "Rest"
            step.intensity = Intensity.REST
            step.duration_type = WorkoutStepDuration.TIME
            step.duration_time = item.rest_s
            step.target_type = WorkoutStepTarget.OPEN
    if item.sets > 1:
        step = added()
        step.duration_type = WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT
        step.duration_step = first
        step.target_type = WorkoutStepTarget.OPEN
        step.target_repeat_steps = item.sets


def _notes(item: PlannedSets) -> str:
    reps = f"{item.reps}" if item.most_reps is None else f"{item.reps} to {item.most_reps}"
    what = "hold" if reps == "1" else "holds"
    told = [f"{reps} repetitions" if item.hold_s is None else f"{reps} {what} of {item.hold_s:g} s"]
    if item.rir is not None:
        told.append(f"{item.rir:g} in reserve")
    if item.tempo is not None:
        told.append(f"tempo {write_tempo(item.tempo)}")
    return ", ".join(told)
