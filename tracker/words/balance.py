"""What is said about the legs' difference: figures with their ±, verdicts, trends; never advice."""

from math import floor

from tracker.app.language import plural
from tracker.app.language import tr as _tr
from tracker.domain.difference import Difference, Source, limb_symmetry_index, shown_plus_minus
from tracker.domain.exercise import Side
from tracker.domain.heel_raise import chance_limit_reps
from tracker.domain.leg_strength import LegChange
from tracker.domain.strengths import Trend
from tracker.domain.verdict import Bands, Reason, State, Verdict
from tracker.domain.windows import FEWEST
from tracker.words.labels import NOTHING, number_text, shortest_text, side_name


def figure_text(verdict: Verdict) -> str:
    """Write the difference, as ``Right 12 % stronger, ± 4``; a dash if nothing can be said."""
    difference = verdict.difference
    if difference is None or verdict.state is State.UNKNOWN:
        return NOTHING
    size = _size_text(difference.size, verdict.bands)
    if size == number_text(0):
        text = _tr("Legs equal, ± {limit}")
    elif difference.is_point:
        text = _tr("{side} {size} % stronger, ± {limit}")
    else:
        text = _tr("{side} at least {size} % stronger, ± {limit}")
    side, limit = side_name(difference.stronger), number_text(difference.plus_minus_shown)
    return text.format(side=side, size=size, limit=limit)


def _size_text(size: float, bands: Bands) -> str:
    """Write a size as a whole number, or with a decimal if rounding would change its band."""
    return number_text(*_size_shown(size, bands))


def _size_shown(size: float, bands: Bands) -> tuple[float, int]:
    """Return a size as it is displayed, and the number of decimals."""
    whole = floor(size + 0.5)  # half up: 2.5 is 3
    is_told = bands.of_size(whole) is bands.of_size(size)
    return (whole, 0) if is_told else (size, 1)


def symmetry_text(verdict: Verdict, involved: Side | None) -> str:
    """Write the limb symmetry index of a point; a bound has none.

    It is calculated from the difference as displayed beside it, so that the two always fit and
    never add up to 101.

    Args:
        verdict: What can be said about the difference.
        involved: The injured or weaker leg; None if there is none.
    """
    difference = verdict.difference
    if difference is None or not difference.is_point or verdict.state is State.UNKNOWN:
        return NOTHING
    size, decimals = _size_shown(difference.size, verdict.bands)
    signed = size if difference.stronger is Side.RIGHT else -size
    index = limb_symmetry_index(signed, involved)
    return _tr("{} %").format(number_text(index, decimals))


def verdict_sentence(verdict: Verdict) -> str:
    """Say how the legs compare, the figure first."""
    if verdict.reason is not None:
        return judgement(verdict)
    return _tr("{figure}: {judgement}").format(
        figure=figure_text(verdict), judgement=judgement(verdict)
    )


def judgement_sentence(verdict: Verdict) -> str:
    """Say what the figure means, as a sentence to go below it."""
    text = judgement(verdict)
    return f"{text[0].upper()}{text[1:]}"


def judgement(verdict: Verdict) -> str:
    """Say what the figure means, to follow it after a colon, or why there is no figure."""
    if verdict.reason is not None:
        reason = reason_text(verdict.reason, verdict.pairs)
        return _tr("Not known: {reason}").format(reason=reason)
    difference = verdict.difference
    assert difference is not None, "what is known has a figure"
    said = [_band_text(verdict, difference)]
    if not verdict.is_clear:
        said += _doubt_text(verdict.state)
    if difference.source is Source.TESTS:
        said.append(_tr("From {count} strength tests.").format(count=number_text(difference.pairs)))
    return " ".join(said)


def _band_text(verdict: Verdict, difference: Difference) -> str:
    usual = shortest_text(verdict.bands.usual_percent)
    marked = shortest_text(verdict.bands.marked_percent)
    at_least = {
        Side.LEFT: _tr(
            "how much more is not known, the left leg’s sets are too easy to tell "
            "(4 or more in reserve, or over 12 repetitions)."
        ),
        Side.RIGHT: _tr(
            "how much more is not known, the right leg’s sets are too easy to tell "
            "(4 or more in reserve, or over 12 repetitions)."
        ),
    }
    return {
        State.USUAL: _tr("within your usual range (under {usual} %)."),
        State.WATCH: _tr("above your usual range (under {usual} %)."),
        State.MARKED: _tr("marked, above {marked} %."),
        State.AT_LEAST: at_least[difference.stronger],
        State.ROUGH: _tr("too rough to judge."),
    }[verdict.state].format(usual=usual, marked=marked)


def _doubt_text(state: State) -> list[str]:
    """Say that the ± crosses the bound of the usual range; nothing if there is no band."""
    doubts = {
        State.USUAL: _tr("The ± reaches beyond it."),
        State.WATCH: _tr("The ± reaches back into it."),
        State.MARKED: _tr("The ± reaches back into your usual range."),
    }
    return [doubts[state]] if state in doubts else []


def reason_text(reason: Reason, pairs: int) -> str:
    """Say why nothing can be said, to follow ``Not known:``.

    Args:
        reason: The reason.
        pairs: How many pairs there are so far.
    """
    return {
        Reason.NO_SETS: _tr("no single-leg sets in the last 12 weeks."),
        Reason.NO_SETS_LEFT: _tr("no sets of the left leg in the last 12 weeks."),
        Reason.NO_SETS_RIGHT: _tr("no sets of the right leg in the last 12 weeks."),
        Reason.FEW: _tr("{count} of {fewest} pairs so far."),
        Reason.UNVARYING: _tr(
            "the same was noted every time. Note what was really left, or do a strength test."
        ),
        Reason.TOO_EASY: _tr(
            "the sets were too easy to tell (4 or more in reserve, or over 12 repetitions)."
        ),
        Reason.RESERVE: _tr("reserve was not noted. Note what was left, or do a strength test."),
        Reason.RESERVE_LEFT: _tr(
            "reserve of the left leg was not noted. Note what was left, or do a strength test."
        ),
        Reason.RESERVE_RIGHT: _tr(
            "reserve of the right leg was not noted. Note what was left, or do a strength test."
        ),
        Reason.APART: _tr("the legs were trained more than 7 days apart."),
        Reason.EQUIPMENT: _tr("the legs were not trained on the same equipment within 7 days."),
    }[reason].format(count=number_text(pairs), fewest=number_text(FEWEST))


def basis_text(difference: Difference) -> str:
    """Say what a difference is based on, as ``12 pairs in 4 weeks`` or ``3 strength tests``."""
    if difference.source is Source.TESTS:
        return plural("%Ln strength (test|tests)", None, difference.pairs)
    pairs = plural("%Ln (pair|pairs)", None, difference.pairs)
    return plural("{} in %Ln (week|weeks)", None, difference.weeks).format(pairs)


def trend_sentence(trend: Trend | None) -> str:
    """Say how the difference has changed."""
    if trend is None:
        return _tr("Needs two figures, 8 or 12 weeks apart.")
    points, limit = floor(abs(trend.points) + 0.5), shown_plus_minus(trend.plus_minus)
    if points <= limit:
        text = _tr("No change beyond ± {limit} points in {weeks} weeks.")
    elif trend.points > 0:
        text = _tr(
            "In {weeks} weeks the right leg has gained {points} points on the left, ± {limit}."
        )
    else:
        text = _tr(
            "In {weeks} weeks the left leg has gained {points} points on the right, ± {limit}."
        )
    return text.format(
        weeks=number_text(trend.weeks), points=number_text(points), limit=number_text(limit)
    )


def signed_percent(percent: float) -> str:
    """Write a change as ``+3 %``, a whole number."""
    size = floor(abs(percent) + 0.5)
    sign = "" if not size else "+" if percent > 0 else "−"
    return _tr("{} %").format(f"{sign}{number_text(size)}")


def is_clear_change(change: LegChange) -> bool:
    """Tell whether a change is beyond its ±, both as displayed."""
    return floor(abs(change.percent) + 0.5) > shown_plus_minus(change.plus_minus)


def strength_change_text(change: LegChange) -> str:
    """Say whether a leg is stronger, as ``8 % stronger, ± 5``; within the ± it is unknown."""
    size, limit = floor(abs(change.percent) + 0.5), shown_plus_minus(change.plus_minus)
    if not is_clear_change(change):
        text = _tr("no change beyond ± {limit} %").format(limit=number_text(limit))
    else:
        is_more = change.percent > 0
        text = _tr("{size} % stronger, ± {limit}") if is_more else _tr("{size} % weaker, ± {limit}")
        text = text.format(size=number_text(size), limit=number_text(limit))
    return with_sets(text, change)


def with_sets(text: str, change: LegChange) -> str:
    """Append the repetitions to failure of both times, if they differ."""
    if not change.reps_differ:
        return text
    return _tr("{change} ({then}, then {now} reps a set)").format(
        change=text, then=shortest_text(change.reps_then), now=shortest_text(change.reps_now)
    )


def apart_text(first: int, second: int) -> str:
    """Say how far two heel-raise scores are apart, and whether chance explains it.

    Args:
        first: Repetitions of one leg on one day.
        second: Those of the other leg that day, or of the same leg on another.
    """
    apart, limit = abs(first - second), chance_limit_reps(first, second)
    text = (
        _tr("{apart} apart, within what repeats differ by (± {limit})")
        if apart <= limit
        else _tr("{apart} apart, beyond what repeats differ by (± {limit})")
    )
    return text.format(apart=number_text(apart), limit=number_text(limit))
