"""A session in one line, when it is done."""

import pytest

from tracker.app.session_end import BestOfSession, SessionEnd
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.words.session_end import end_text

pytestmark = pytest.mark.usefixtures("english")

SEATED, STANDING = Exercise.SEATED, Exercise.STANDING
RISEN = BestOfSession(SEATED, Side.LEFT, 82.3, 1.2)
FALLEN = BestOfSession(STANDING, Side.RIGHT, 110, -0.5)
SAME = BestOfSession(STANDING, Side.LEFT, 103.7, 0.04)
LESS = BestOfSession(STANDING, Side.LEFT, 103.7, -0.04)
FIRST = BestOfSession(SEATED, Side.LEFT, 80, None)


@pytest.mark.parametrize(
    ("end", "asks", "text"),
    [
        (
            SessionEnd(13, 24, RISEN, True),
            True,
            "13 sets in 24 min. Best seated left 82.3 kg, +1.2. "
            "Tomorrow you will be asked how your legs feel.",
        ),
        (
            SessionEnd(13, 24, FALLEN, True),
            False,
            "13 sets in 24 min. Best standing right 110.0 kg, −0.5.",
        ),
        (SessionEnd(2, None, SAME, False), False, "2 sets. Best standing left 103.7 kg."),
        (SessionEnd(2, None, LESS, False), False, "2 sets. Best standing left 103.7 kg."),
        (SessionEnd(1, None, FIRST, False), True, "1 set. Best seated left 80.0 kg."),
        (SessionEnd(2, None, None, False), False, "2 sets."),
    ],
)
def test_what_was_done_is_said_in_one_line(end: SessionEnd, asks: bool, text: str) -> None:
    assert end_text(end, Unit.KG, asks_tomorrow=asks) == text


def test_loads_are_in_the_unit_chosen() -> None:
    text = end_text(SessionEnd(2, None, RISEN, False), Unit.LB, asks_tomorrow=False)
    assert text == "2 sets. Best seated left 181.4 lb, +2.6."
