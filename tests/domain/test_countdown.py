"""A rest is counted down in whole seconds and stays at nought."""

from tracker.domain.countdown import Countdown


def test_it_counts_whole_seconds_down_and_stays_at_nought() -> None:
    now = [1_000.0]
    countdown = Countdown(lambda: now[0])
    countdown.begin(120)
    left = []
    for passed in (0.0, 0.5, 119.0, 0.5, 5.0):
        now[0] += passed
        left.append(countdown.left_s)
    assert left == [120, 120, 1, 0, 0]
    countdown.begin(30)
    assert countdown.left_s == 30
