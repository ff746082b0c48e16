"""What is said of deleting and moving a session: to undo, and to the runner."""

import datetime

from tracker.words.session_steps import session_deleted, session_moved

DAY = datetime.date(2026, 11, 20)


def test_deleting_a_session_is_worded_with_its_day() -> None:
    label, said = session_deleted(DAY)
    assert label == "Delete session of 20 Nov 2026"
    assert said == "Session of 20 Nov 2026 deleted."


def test_moving_a_session_is_worded_with_the_new_day() -> None:
    label, said = session_moved(DAY)
    assert label == "Move session to 20 Nov 2026"
    assert said == "Session moved to 20 Nov 2026."
