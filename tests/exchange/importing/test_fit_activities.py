"""A FIT file of a watch gives its sets and runs, with what the watch cannot know left to ask."""

import datetime

import pytest
from fit_tool.profile.profile_type import ExerciseCategory, FileType, Intensity, Sport

from tests.exchange.importing.fit_files import (
    BEGUN,
    BENT,
    DONKEY,
    HIP_RAISE,
    SEATED,
    STANDING,
    Done,
    Step,
    activity,
    rest,
)
from tests.exchange.logs import finished
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.session import SetType
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.fit_activities import UNNAMED, FitActivities, reading_fit
from tracker.exchange.importing.found import ReadFile


def read(data: bytes) -> ReadFile:
    return finished(reading_fit(data, "x.fit", {}))


def test_sets_have_repetitions_load_and_the_rest_before_them() -> None:
    found = read(activity([Done(12, 20.0), rest(90.0), Done(10, 22.5), rest(None), Done(8)]))
    assert [
        (each.line, each.told.reps, each.told.load, each.told.unit, each.told.rest_s)
        for each in found.sets
    ] == [
        (1, 12, 20.0, Unit.KG, None),
        (3, 10, 22.5, Unit.KG, 90.0),
        (5, 8, 0.0, Unit.KG, None),
    ]
    assert (found.format_name, found.lines, found.lines_of_rest) == ("FIT", 5, 2)
    assert found.left_out == ()


def test_the_day_and_time_are_those_of_the_place() -> None:
    # 23:40 UTC is half past nine of the next morning in Darwin, 9½ hours ahead.
    late = datetime.datetime(2026, 11, 24, 23, 40, 7, tzinfo=datetime.UTC)
    (found,) = read(activity([Done(8)], begun=[late], offset_h=9.5)).sets
    assert f"{found.session.date}T{found.session.time}" == "2026-11-25T09:10:07+09:30"


@pytest.mark.parametrize("late_s", [2, -2])
def test_a_place_s_clock_that_is_a_little_late_or_early_is_of_the_same_place(late_s: int) -> None:
    (found,) = read(activity([Done(8)], offset_h=1 - late_s / 3_600)).sets
    assert found.session.time is not None
    assert found.session.time.utcoffset() == datetime.timedelta(hours=1)


@pytest.mark.parametrize("offset_h", [None, 20.0])
def test_without_the_clock_of_the_place_it_is_that_of_this_machine(offset_h: float | None) -> None:
    (found,) = read(activity([Done(8)], offset_h=offset_h)).sets
    assert found.session.time is not None
    assert datetime.datetime.combine(found.session.date, found.session.time) == BEGUN
    assert found.session.time.utcoffset() == BEGUN.astimezone().utcoffset()


@pytest.mark.parametrize(
    ("kind", "name", "exercise", "reason"),
    [
        (SEATED, "Seated calf raise", Exercise.SEATED, "which leg?"),
        (7, "Weighted seated calf raise", Exercise.SEATED, "which leg?"),
        (STANDING, "Standing calf raise", Exercise.STANDING, "which leg?"),
        (15, "Single leg standing calf raise", Exercise.STANDING, "which leg?"),
        (17, "Standing barbell calf raise", Exercise.STANDING, "which leg?"),
        (BENT, "Single leg bent knee calf raise", Exercise.STANDING_BENT, "which leg?"),
        (10, "Weighted single leg bent knee calf raise", Exercise.STANDING_BENT, "which leg?"),
        (DONKEY, "Donkey calf raise", None, "seated or standing?"),
        (0, "3 way calf raise", None, "seated or standing?"),
        (None, "Calf raise", None, "seated or standing?"),
        (999, "Calf raise", None, "seated or standing?"),
    ],
)
def test_a_calf_raise_of_the_watch_asks_what_it_does_not_say(
    kind: int | None, name: str, exercise: Exercise | None, reason: str
) -> None:
    (found,) = read(activity([Done(8, kind=kind)])).names
    assert (found.name, found.lines) == (name, 1)
    assert (found.guess.exercise, found.guess.reason) == (exercise, reason)
    assert found.guess.is_unclear


def test_what_is_no_calf_raise_is_left_out() -> None:
    squat = ExerciseCategory.SQUAT.value
    found = read(activity([Done(8, kind=HIP_RAISE), Done(8, kind=61, category=squat)]))
    assert [(each.name, each.guess.is_calf_work) for each in found.names] == [
        ("Single leg hip raise with knee hold", False),
        ("Squat", False),
    ]


def test_what_the_watch_has_no_name_for_is_asked() -> None:
    unknown = ExerciseCategory.UNKNOWN.value
    found = read(activity([Done(8, kind=None, category=None), Done(8, category=unknown)]))
    assert [(each.name, each.lines, each.guess.reason) for each in found.names] == [
        (UNNAMED, 2, "which exercise?")
    ]
    assert found.names[0].guess.is_unclear


def test_a_set_without_repetitions_was_held_or_not_done() -> None:
    found = read(activity([Done(seconds=45.0), Done(0, seconds=None)]))
    assert [(each.line, each.reason, each.is_no_entry) for each in found.left_out] == [
        (1, "Held for 45 s, without repetitions.", False),
        (2, "No repetition.", True),
    ]
    assert not found.sets


def test_a_step_that_is_held_makes_its_sets_holds() -> None:
    steps = [
        Step("Seated calf raise, left", "1 hold of 45 s, 2 in reserve", is_timed=True),
        Step("Seated calf raise, left", "5 holds of 10.5 s"),
    ]
    sets = [
        Done(seconds=40.0, step=0),
        Done(seconds=None, step=0),
        Done(4, seconds=70.0, step=1),
        Done(seconds=4_000.0, step=0),
    ]
    found = read(activity(sets, steps=steps))
    assert [(each.told.reps, each.told.hold_s) for each in found.sets] == [
        (1, 40.0),
        (1, 45.0),
        (4, 10.5),
    ]
    assert [(each.line, each.reason) for each in found.left_out] == [(4, "4000 s is no hold.")]


@pytest.mark.parametrize(
    ("kg", "is_pounds", "load", "unit"),
    [
        (12.3, False, 12.3, Unit.KG),  # noted as 12.3125
        (11.25, False, 11.25, Unit.KG),
        (17.5, False, 17.5, Unit.KG),
        (0.0625, False, 0.0625, Unit.KG),
        (kg_from_pounds(20.0), True, 20.0, Unit.LB),  # noted as 9.0625 kg
        (kg_from_pounds(132.5), True, 132.5, Unit.LB),
    ],
)
def test_a_load_is_what_was_typed(kg: float, is_pounds: bool, load: float, unit: Unit) -> None:
    (found,) = read(activity([Done(8, kg, is_pounds=is_pounds)])).sets
    assert (found.told.load, found.told.unit) == (load, unit)


def test_the_step_of_a_workout_says_leg_and_warm_up() -> None:
    steps = [
        Step("Seated calf raise, left", intensity=Intensity.WARMUP),
        Step(notes="Standing calf raise, knee bent, right", intensity=Intensity.ACTIVE),
        Step("Heavy", kind=STANDING),
    ]
    sets = [Done(8, step=0, kind=DONKEY), Done(8, step=1), Done(8, step=2, category=None)]
    found = read(activity(sets, steps=steps))
    assert [(each.name, str(each.guess.meaning), each.guess.reason) for each in found.names] == [
        ("Seated calf raise, left", "seated:left", ""),
        ("Standing calf raise, knee bent, right", "standing_bent:right", ""),
        ("Standing calf raise", "None", "which leg?"),
    ]
    assert [(each.told.set_type, each.told.is_type_known) for each in found.sets] == [
        (SetType.WARMUP, True),
        (SetType.WORK, True),
        (SetType.WORK, False),
    ]


def test_a_run_has_its_instant_distance_and_moving_time() -> None:
    data = activity(sport=Sport.RUNNING, metres=10_543.2, seconds=3_000.5)
    (run,) = read(data).runs
    assert f"{run.date}T{run.time}" == "2026-11-24T18:30:00+01:00"
    assert (run.line, run.distance, run.is_km, run.duration_s) == (1, 10.5432, True, 3_000.5)
    (run,) = read(activity(sport=Sport.RUNNING, metres=5_000.0)).runs
    assert run.duration_s == 4_000.0  # from its beginning to its end


def test_another_activity_is_told() -> None:
    found = read(activity(sport=Sport.STAND_UP_PADDLEBOARDING, metres=900.0))
    assert [(each.reason, each.is_no_entry) for each in found.left_out] == [
        ("x.fit: “stand up paddleboarding” is no run.", True)
    ]
    found = read(activity(sport=Sport.RUNNING))
    assert [each.reason for each in found.left_out] == ["x.fit: The distance is missing."]


def test_a_set_is_of_the_session_that_began_last_before_it() -> None:
    later = BEGUN + datetime.timedelta(hours=1)
    sets = [Done(8, after_s=None), Done(9, after_s=10.0), Done(10, after_s=3_700.0)]
    found = read(activity(sets, begun=[later, None, BEGUN]))
    assert [f"{each.session.time:%H:%M}" for each in found.sets] == ["18:30", "18:30", "19:30"]


def test_a_file_without_a_session_is_cut_short() -> None:
    with pytest.raises(FormatError, match=r"x\.fit is a damaged FIT file, or one cut short"):
        read(activity([Done(8)], begun=[]))


def test_a_file_of_settings_is_told() -> None:
    data = activity(kind=FileType.SETTINGS)
    with pytest.raises(FormatError, match=r"x\.fit is a FIT file of a watch, but of no activity"):
        read(data)


def test_several_files_are_one_import() -> None:
    activities = FitActivities({})
    assert finished(activities.taking(activity([Done(8), Done(7)]), "a.fit"))
    assert not finished(activities.taking(activity(kind=FileType.SETTINGS), "b.fit"))
    activities.leave_out("c.fit is damaged.")
    assert finished(activities.taking(activity([Done(9)]), "d.fit"))
    found = activities.as_read()
    assert activities.files == 2
    assert [(each.line, each.told.reps) for each in found.sets] == [(1, 8), (2, 7), (4, 9)]
    assert [(each.name, each.lines) for each in found.names] == [("Seated calf raise", 3)]
    assert [(each.line, each.reason) for each in found.left_out] == [(3, "c.fit is damaged.")]
