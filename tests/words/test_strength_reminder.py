"""What is said when a strength test is due."""

import datetime

from tracker.words.strength_reminder import reminder_text


def test_a_reminder_says_when_the_last_test_was() -> None:
    assert reminder_text(None) == "No strength test yet: one is due."
    day = datetime.date(2026, 11, 3)
    assert reminder_text(day) == ("The last strength test was on 3 Nov 2026: the next one is due.")
