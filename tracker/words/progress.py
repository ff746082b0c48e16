"""What the Progress page says: descriptive, never advice."""

from collections.abc import Mapping
from math import isnan

from tracker.app.language import plural
from tracker.app.language import tr as _tr
from tracker.app.progress import LegChanges, ThisWeek
from tracker.domain.exercise import Exercise
from tracker.domain.leg_strength import Shares
from tracker.words.balance import is_clear_change, signed_percent, strength_change_text
from tracker.words.labels import (
    NOTHING,
    exercise_name,
    leg,
    number_text,
    shortest_text,
)


def marks_text(*, tests: bool, bounds: bool, not_noted: bool, dotted: bool) -> list[str]:
    """Explain the special marks and lines that occur in a chart."""
    told = (
        (tests, _tr("diamond: strength test")),
        (bounds, _tr("hollow with arrow: at least")),
        (not_noted, _tr("small: reserve not noted")),
        (dotted, _tr("dotted line: at least")),
    )
    return [text for occurs, text in told if occurs]


def marked_number(
    value: str, *, is_test: bool, at_least: bool, at_most: bool, not_noted: bool
) -> str:
    """Write a number from a chart with the meaning of its mark; at most one flag may be true."""
    told = (
        (is_test, _tr("{}, test")),
        (at_least, _tr("at least {}")),
        (at_most, _tr("at most {}")),
        (not_noted, _tr("{}, reserve not noted")),
    )
    return next((text.format(value) for holds, text in told if holds), value)


def with_limit(value: str, limit: str) -> str:
    """Write a figure and its ±."""
    return _tr("{value} ± {limit}").format(value=value, limit=limit)


def value_of_pair_text(load: str, reps_to_failure: float, *, at_least: bool, is_test: bool) -> str:
    """Write one leg's value in a pair as load and repetitions to failure, ``60.0 kg × 10``.

    Args:
        load: The system load, with its unit.
        reps_to_failure: Repetitions done plus in reserve.
        at_least: Whether it is a lower bound.
        is_test: Whether it was a strength test.
    """
    text = f"{load} × {shortest_text(reps_to_failure)}"
    if at_least:
        return _tr("{} or more").format(text)
    return _tr("{} (test)").format(text) if is_test else text


def strength_figure(changes: Mapping[Exercise, LegChanges]) -> str:
    """Write the clear changes of the first exercise that has one: ``Standing: left +11 %``.

    Args:
        changes: Those known, by exercise; without any, the figure is a dash.
    """
    for exercise, each in changes.items():
        clear = [(side, change) for side, change in each.of.items() if is_clear_change(change)]
        if clear:
            legs = ", ".join(f"{leg(side)} {signed_percent(one.percent)}" for side, one in clear)
            return _tr("{exercise}: {legs}").format(exercise=exercise_name(exercise), legs=legs)
    return _tr("No clear change") if changes else NOTHING


def strength_sentence(exercise: Exercise, changes: LegChanges) -> str:
    """Say in one sentence whether each leg is stronger, as far as is known."""
    legs = ", ".join(
        f"{leg(side)} {strength_change_text(each)}" for side, each in changes.of.items()
    )
    return _tr("{exercise}, in {weeks} weeks: {legs}.").format(
        exercise=exercise_name(exercise), weeks=number_text(changes.weeks), legs=legs
    )


def ratio_figure(left: Shares, right: Shares) -> str:
    """Write the figure for the seated : standing tile."""
    now = [float(each.percent[0]) / 100 for each in (left, right)]
    if all(map(isnan, now)):
        return NOTHING
    return _tr("{left} · {right}").format(left=number_text(now[0], 2), right=number_text(now[1], 2))


def ratio_sentence(left: Shares, right: Shares) -> str:
    """Say in one sentence what the ratio is now, and what it was.

    Args:
        left: The left leg's ratio in percent, today and half a year ago.
        right: The same for the right leg.
    """
    limits = [float(each.plus_minus[0]) / 100 for each in (left, right)]
    known = [limit for limit in limits if not isnan(limit)]
    if not known:
        return _tr("Not known: needs seated and standing sets of one leg with reserve noted.")
    limit = number_text(max(known), 2)
    then = [float(each.percent[1]) / 100 for each in (left, right)]
    if all(map(isnan, then)):
        return _tr("Left and right, ± {limit}.").format(limit=limit)
    return _tr("Left and right, ± {limit}; half a year ago {left} and {right}.").format(
        limit=limit, left=number_text(then[0], 2), right=number_text(then[1], 2)
    )


def week_figure(week: ThisWeek) -> str:
    """Write the figure for this week's tile."""
    return plural("%Ln hard (set|sets)", None, week.hard_sets)


def week_sentence(week: ThisWeek) -> str:
    """Compare this week with the four before, in one sentence."""
    if not week.sessions:
        sessions = _tr("No session yet")
    else:
        sessions = plural("In %Ln (session|sessions)", None, week.sessions)
    if isnan(week.mean_before):
        return f"{sessions}."
    mean = number_text(week.mean_before, 0 if week.mean_before == round(week.mean_before) else 1)
    return _tr("{sessions}; the four weeks before had {mean} a week.").format(
        sessions=sessions, mean=mean
    )
