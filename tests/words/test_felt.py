"""What was felt on a day, in one line."""

from tracker.app.felt_days import FeltSymptom
from tracker.domain.exercise import Side
from tracker.domain.symptoms import Moment
from tracker.words.felt import felt_text

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
