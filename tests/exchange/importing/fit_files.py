"""FIT files as a watch writes them, made with fit-tool rather than the library that reads them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.messages.set_message import SetMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import (
    Activity,
    ExerciseCategory,
    FileType,
    FitBaseUnit,
    Intensity,
    SetType,
    Sport,
    WorkoutStepDuration,
)

BEGUN = datetime.datetime(2026, 11, 24, 17, 30, tzinfo=datetime.UTC)
_OF_FIT = 631_065_600  # seconds from 1970 to the 31st of December 1989, where FIT begins
SEATED, STANDING, BENT, DONKEY, HIP_RAISE = 6, 18, 9, 4, 14  # Garmin's kinds of calf raises
CALF = ExerciseCategory.CALF_RAISE.value


def at(instant: datetime.datetime) -> int:
    """Return an instant as fit-tool expects it, in milliseconds."""
    return round(instant.timestamp() * 1_000)


@dataclass(frozen=True)
class Step:
    """A step of the workout that the watch followed."""

    name: str = ""
    notes: str = ""
    intensity: Intensity | None = None
    kind: int | None = None
    is_timed: bool = False


@dataclass(frozen=True)
class Done:
    """A set, a hold if without repetitions, or a rest, as recorded by the watch."""

    reps: int | None = None
    kg: float | None = None
    kind: int | None = SEATED
    category: int | None = CALF
    seconds: float | None = 40.0
    step: int | None = None
    is_rest: bool = False
    is_pounds: bool = False
    after_s: float | None = 0.0  # the beginning of the activity


def rest(seconds: float | None) -> Done:
    """Make a rest as recorded by the watch."""
    return Done(seconds=seconds, is_rest=True)


def activity(
    sets: Sequence[Done] = (),
    *,
    sport: Sport = Sport.TRAINING,
    begun: Sequence[datetime.datetime | None] = (BEGUN,),
    offset_h: float | None = 1.0,
    metres: float | None = None,
    seconds: float | None = None,
    steps: Sequence[Step] = (),
    kind: FileType = FileType.ACTIVITY,
) -> bytes:
    """Make a file of an activity.

    Args:
        sets: Sets and rests, in order.
        sport: The sport of each of its sessions.
        begun: When each session began.
        offset_h: Offset of the place from UTC, in hours; None if the watch did not record it.
        metres: The distance of each session.
        seconds: The duration of each session.
        steps: The steps of the workout followed.
        kind: The type of file.
    """
    builder = FitFileBuilder(auto_define=True, min_string_size=50)
    head = FileIdMessage()
    head.type = kind
    builder.add(head)
    for number, each in enumerate(steps):
        step = WorkoutStepMessage()
        step.message_index = number
        step.workout_step_name, step.notes = each.name or None, each.notes or None
        step.duration_type = WorkoutStepDuration.OPEN
        if each.is_timed:
            step.duration_type, step.duration_time = WorkoutStepDuration.TIME, 45.0
        if each.intensity is not None:
            step.intensity = each.intensity
        if each.kind is not None:
            step.exercise_category, step.exercise_name = ExerciseCategory.CALF_RAISE, each.kind
        builder.add(step)
    for number, done in enumerate(sets):
        builder.add(_set(number, done))
    for start in begun:
        session = SessionMessage()
        session.sport = sport
        if start is not None:
            session.start_time = at(start)
        if metres is not None:
            session.total_distance = metres
        if seconds is not None:
            session.total_timer_time = seconds
        session.total_elapsed_time = 4_000.0
        builder.add(session)
    end = ActivityMessage()
    end.timestamp = at(BEGUN)
    end.type = Activity.MANUAL
    if offset_h is not None:
        end.local_timestamp = int(BEGUN.timestamp()) - _OF_FIT + round(offset_h * 3_600)
    builder.add(end)
    return bytes(builder.build().to_bytes())


def _set(number: int, done: Done) -> SetMessage:
    each = SetMessage()
    each.message_index = number
    each.set_type = SetType.REST if done.is_rest else SetType.ACTIVE
    if done.after_s is not None:
        each.start_time = at(BEGUN + datetime.timedelta(seconds=done.after_s))
    if done.seconds is not None:
        each.duration = done.seconds
    if done.is_rest:
        return each
    if done.reps is not None:
        each.repetitions = done.reps
    if done.kg is not None:
        each.weight = done.kg
        each.weight_display_unit = FitBaseUnit.POUND if done.is_pounds else FitBaseUnit.KILOGRAM
    if done.category is not None:
        each.category = [done.category]
    if done.kind is not None:
        each.category_subtype = [done.kind]
    if done.step is not None:
        each.workout_step_index = done.step
    return each
