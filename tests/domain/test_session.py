"""Sessions and sets: what is accepted, what follows, and when a session is still under way."""

import datetime
import inspect
from dataclasses import replace
from typing import Any

import pytest

from tracker.domain.entry import LONGEST_NOTE
from tracker.domain.exercise import Exercise, Side
from tracker.domain.notation import write_set
from tracker.domain.session import (
    DETAILS,
    EXPECTED_AGAIN,
    IN_CELL,
    NOTHING_IN_CELL,
    NOTHING_OF_LAST_TIME,
    LoggedSet,
    Session,
    SetType,
    Tempo,
    next_position,
    next_set_no,
    rir_of_rpe,
)

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)
SET = LoggedSet("session", Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
BOUNDS = [
    ("reps", 0, 1_000),
    ("external_kg", -500, 2_000),
    ("set_no", 1, 999),
    ("position", 0, 100_000),
    ("rir", 0, 10),
    ("rest_s", 0, 86_400),
    ("pain_during", 0, 10),
    ("hold_s", 1, 3_600),
]


def with_value(field: str, value: Any) -> LoggedSet:
    return replace(SET, **{field: value})


@pytest.mark.parametrize(("field", "least", "most"), BOUNDS)
def test_a_set_takes_values_up_to_its_bounds(field: str, least: float, most: float) -> None:
    assert getattr(with_value(field, least), field) == least
    assert getattr(with_value(field, most), field) == most


@pytest.mark.parametrize(("field", "least", "most"), BOUNDS)
def test_a_set_refuses_values_beyond_its_bounds(field: str, least: float, most: float) -> None:
    for value in (least - 0.5, most + 0.5, float("nan"), float("inf"), -float("inf")):
        with pytest.raises(ValueError, match=f"must be {least:g} to {most:g}, not"):
            with_value(field, value)


@pytest.mark.parametrize(
    "field", ["rir", "tempo", "rest_s", "pain_during", "equipment_id", "hold_s"]
)
def test_a_set_may_leave_open_what_is_unknown(field: str) -> None:
    assert getattr(with_value(field, None), field) is None


def test_a_refusal_names_what_was_refused() -> None:
    with pytest.raises(ValueError, match=r"^A load in kg must be -500 to 2000, not 2001\.$"):
        with_value("external_kg", 2_001)


def test_a_set_is_a_work_set_unless_said_otherwise() -> None:
    assert SET.set_type is SetType.WORK


@pytest.mark.parametrize(
    ("set_type", "rir", "to_failure"),
    [
        (SetType.WORK, 0, True),
        (SetType.WORK, 1, False),
        (SetType.WORK, None, False),
        (SetType.WARMUP, None, False),
        (SetType.TEST, None, True),
    ],
)
def test_a_set_went_to_failure_with_none_in_reserve_or_as_a_test(
    set_type: SetType, rir: float | None, to_failure: bool
) -> None:
    assert replace(SET, set_type=set_type, rir=rir).was_to_failure is to_failure


@pytest.mark.parametrize("note", ["x" * LONGEST_NOTE, "läuft 🦵\n"])
def test_notes_are_taken_as_they_are(note: str) -> None:
    assert with_value("note", note).note == note
    assert Session(NOON.date(), note=note).note == note


@pytest.mark.parametrize(
    ("note", "why"),
    [("x" * (LONGEST_NOTE + 1), "10,000 characters, not 10,001"), ("\ud800", "half")],
)
def test_notes_that_cannot_be_kept_are_refused(note: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        with_value("note", note)
    with pytest.raises(ValueError, match=why):
        Session(NOON.date(), note=note)


def test_a_repetition_lasts_its_four_phases() -> None:
    assert Tempo(3, 1, 2.5, 0.25).repetition_s == 6.75


def test_a_repetition_of_a_set_lasts_its_hold_or_its_tempo() -> None:
    moved = replace(SET, tempo=Tempo(3, 1, 3, 0))
    assert (SET.repetition_s, moved.repetition_s) == (None, 7)
    held = replace(moved, hold_s=45.0)
    assert (held.repetition_s, held.is_hold, moved.is_hold) == (45.0, True, False)


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("phase", [-0.5, 60.5, float("nan")])
def test_a_phase_outside_a_minute_is_refused(place: int, phase: float) -> None:
    phases = [0.0, 60.0, 0.0, 60.0]
    phases[place] = phase
    with pytest.raises(ValueError, match="A tempo phase in seconds must be 0 to 60"):
        Tempo(*phases)


@pytest.mark.parametrize("date", [datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)])
def test_a_session_may_be_on_any_day_of_three_centuries(date: datetime.date) -> None:
    assert Session(date).date == date


@pytest.mark.parametrize("date", [datetime.date(1899, 12, 31), datetime.date(2200, 1, 1)])
def test_a_session_on_a_mistyped_day_is_refused(date: datetime.date) -> None:
    with pytest.raises(ValueError, match="between 1900-01-01 and 2199-12-31"):
        Session(date)


def test_a_start_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        Session(NOON.date(), NOON.replace(tzinfo=None))


def test_a_start_in_no_year_of_a_log_is_refused() -> None:
    with pytest.raises(ValueError, match="A session's start must lie between"):
        Session(NOON.date(), NOON.replace(year=9999))


def test_a_session_moved_keeps_its_time_of_day_and_identity() -> None:
    session = Session(NOON.date(), NOON, "easy")
    moved = session.moved_to(NOON.date() - DAY)
    assert moved == replace(session, date=NOON.date() - DAY, started_at=NOON - DAY)


def test_a_session_without_a_start_is_moved_without_one() -> None:
    assert Session(NOON.date()).moved_to(NOON.date() - DAY).started_at is None


def test_todays_session_is_under_way_without_a_start() -> None:
    assert Session(NOON.date()).is_under_way(NOON)


def test_todays_session_is_under_way_all_day() -> None:
    assert Session(NOON.date(), NOON).is_under_way(NOON + 11 * HOUR)


@pytest.mark.parametrize(("hours", "under_way"), [(3.9, True), (4, False)])
def test_a_session_is_under_way_past_midnight_for_four_hours(hours: float, under_way: bool) -> None:
    evening = NOON.replace(hour=23)
    assert Session(evening.date(), evening).is_under_way(evening + hours * HOUR) is under_way


def test_a_session_of_another_day_without_a_start_is_over() -> None:
    assert not Session(NOON.date() - DAY).is_under_way(NOON)


def test_a_session_that_has_not_begun_is_not_under_way() -> None:
    midnight = NOON.replace(hour=0)
    assert not Session(midnight.date(), midnight).is_under_way(midnight - HOUR)


def test_the_next_set_goes_after_the_last_of_the_session() -> None:
    assert next_position([]) == 0
    assert next_position([replace(SET, position=4), replace(SET, position=2)]) == 5


def test_sets_are_numbered_by_exercise_and_side() -> None:
    sets = [replace(SET, set_no=2), replace(SET, set_no=7, side=Side.RIGHT)]
    assert next_set_no(sets, Exercise.SEATED, Side.LEFT) == 3
    assert next_set_no(sets, Exercise.SEATED, Side.RIGHT) == 8
    assert next_set_no(sets, Exercise.STANDING, Side.LEFT) == 1


@pytest.mark.parametrize("duration_s", [0.0, 86_400.0])
def test_a_session_may_last_up_to_a_day(duration_s: float) -> None:
    assert Session(NOON.date(), duration_s=duration_s).duration_s == duration_s


@pytest.mark.parametrize("duration_s", [-1.0, 86_401.0, float("nan")])
def test_a_session_out_of_bounds_is_refused(duration_s: float) -> None:
    with pytest.raises(ValueError, match="A session in seconds must be 0 to 86400"):
        Session(NOON.date(), duration_s=duration_s)


def test_how_long_a_session_runs_is_known_for_four_hours_from_its_start() -> None:
    session = Session(NOON.date(), NOON)
    assert session.running_for(NOON) == datetime.timedelta(0)
    assert session.running_for(NOON + HOUR) == HOUR
    assert session.running_for(NOON + 4 * HOUR) is None
    assert session.running_for(NOON - HOUR) is None
    assert Session(NOON.date()).running_for(NOON) is None


def test_the_details_in_a_cell_are_those_that_a_table_writes() -> None:
    written = set(inspect.signature(write_set).parameters)
    assert written == {"reps", "external_kg", *IN_CELL, "signed", "in_pounds"}
    assert set(IN_CELL) <= set(DETAILS)


def test_a_set_without_what_is_in_its_cell_keeps_the_rest() -> None:
    tempo = Tempo(3, 0, 3, 0)
    done = LoggedSet(
        "s", Exercise.SEATED, Side.LEFT, 1, 8, 60.0, 0, SetType.TEST, 1.0, tempo, hold_s=30.0
    )
    bare = replace(done, **NOTHING_IN_CELL)
    assert (bare.set_type, bare.rir, bare.hold_s) == (SetType.WORK, None, None)
    assert (bare.tempo, bare.reps, bare.external_kg) == (tempo, 8, 60.0)


def test_each_detail_is_expected_again_or_noted_anew() -> None:
    assert {*EXPECTED_AGAIN, *NOTHING_OF_LAST_TIME} == set(DETAILS)
    assert not set(EXPECTED_AGAIN) & set(NOTHING_OF_LAST_TIME)
    assert NOTHING_OF_LAST_TIME == {"rir": None, "rest_s": None, "pain_during": None, "note": ""}


def test_an_exertion_of_ten_leaves_nothing_in_reserve() -> None:
    assert [rir_of_rpe(rpe) for rpe in (10, 9, 7.5)] == [0, 1, 2.5]
