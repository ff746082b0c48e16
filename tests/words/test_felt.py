"""What was felt on a day, in one line."""

import datetime

from tracker.app.felt_days import FeltDay, FeltSymptom
from tracker.domain.exercise import Side
from tracker.domain.measurement import Measurement
from tracker.domain.symptoms import Moment
from tracker.words.felt import felt_text, noted_text

NONE = float("nan")


def test_what_was_felt_is_said_by_moment_and_leg() -> None:
    felt = [
        FeltSymptom(Moment.BEFORE, Side.BOTH, 1, 0),
        FeltSymptom(Moment.NEXT_MORNING, Side.LEFT, 3, 10),
        FeltSymptom(Moment.NEXT_MORNING, Side.RIGHT, NONE, 5),
    ]
    assert felt_text(felt) == (
        "Before: both pain 1; Next morning: left pain 3, stiffness 10 min, right stiffness 5 min"
    )


def test_what_was_measured_stands_behind_what_was_felt() -> None:
    day = datetime.date(2026, 11, 24)
    felt = FeltSymptom(Moment.BEFORE, Side.BOTH, 1, 0)
    score = Measurement(day, "visa_a", 78.0)
    reach = Measurement(day, "knee_to_wall", 9.0, Side.LEFT)
    assert noted_text(FeltDay(day, (felt,), (score,))) == (
        "Before: both pain 1; VISA-A 78 (100 is best)"
    )
    assert noted_text(FeltDay(day, (), (score, reach))) == (
        "VISA-A 78 (100 is best); Knee to wall left 9 cm"
    )
