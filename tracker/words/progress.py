"""What the Progress page says in words: descriptive, never advice."""

from math import isnan

from tracker.app.language import tr as _tr
from tracker.app.progress import RatioNow, ThisWeek
from tracker.domain.balance import PAIRS_JUDGED, RATIO_DAYS, Band, Verdict, band_of
from tracker.domain.columns import day_of_number
from tracker.domain.exercise import Exercise, Side
from tracker.domain.runner import Runner
from tracker.domain.series import Balance
from tracker.words.labels import (
    NOTHING,
    date_text,
    exercise_name,
    number_text,
    side_name,
    within_sentence,
)


def leg(side: Side) -> str:
    """Name a leg within a sentence."""
    return within_sentence(side_name(side))


def exercise_word(exercise: Exercise) -> str:
    """Name an exercise within a sentence."""
    return within_sentence(exercise_name(exercise))


def difference_text(percent: float) -> str:
    """Write a signed difference, as ``right 6 % stronger``."""
    size = number_text(abs(percent))
    if size == number_text(0.0):
        return _tr("legs equal")
    side = leg(Side.RIGHT if percent > 0 else Side.LEFT)
    return _tr("{side} {size} % stronger").format(side=side, size=size)


def band_text(band: Band) -> str:
    """Name a band."""
    return {
        Band.USUAL: _tr("within usual range"),
        Band.WATCH: _tr("above usual range"),
        Band.MARKED: _tr("marked, well above usual range"),
    }[band]


def difference_in_band(percent: float, runner: Runner) -> str:
    """Write one day's difference and its band; one day alone is never pointed out."""
    text = difference_text(percent)
    if band_of(percent, runner.usual_percent, runner.marked_percent) is Band.USUAL:
        return f"{text}, {band_text(Band.USUAL)}"
    return text


def difference_figure(verdict: Verdict | None) -> str:
    """Write the figure of a left–right tile, as ``Right +6 %``."""
    if verdict is None:
        return NOTHING
    size = number_text(abs(verdict.median_percent))
    if verdict.favoured is None or size == number_text(0.0):
        return _tr("Equal")
    return _tr("{side} +{size} %").format(side=side_name(verdict.favoured), size=size)


def difference_sentence(balance: Balance, today: int) -> str:
    """Say in one sentence how the legs compare; the band only once three pairs speak.

    Args:
        balance: Left against right.
        today: The day's number; pairs older than the ratio looks back on are dated.
    """
    verdict = balance.verdict
    if verdict is None:
        return _tr("Sets of both legs within 7 days will show which is stronger.")
    counted = (
        _tr("legs equal in the last {judged} pairs")
        if verdict.favoured is None
        else _tr("{side} stronger in {favouring} of the last {judged} pairs")
    ).format(
        side="" if verdict.favoured is None else leg(verdict.favoured),
        favouring=verdict.favouring,
        judged=verdict.judged,
    )
    last_day = int(balance.pairs.day[-1])
    if today - last_day > RATIO_DAYS:
        date = date_text(day_of_number(last_day))
        counted = _tr("{counted}, to {date}").format(counted=counted, date=date)
    if verdict.judged < PAIRS_JUDGED:
        few = _tr("Too few to judge: {counted}.") if verdict.judged > 1 else _tr("One pair so far.")
        return few.format(counted=counted)
    band = band_text(verdict.band)
    return f"{band[0].upper()}{band[1:]}: {counted}."


def ratio_figure(left: RatioNow, right: RatioNow) -> str:
    """Write the figure of the seated : standing tile."""
    if isnan(left.today) and isnan(right.today):
        return NOTHING
    return _tr("{left} · {right}").format(
        left=number_text(left.today, 2), right=number_text(right.today, 2)
    )


def ratio_sentence(left: RatioNow, right: RatioNow) -> str:
    """Say in one sentence what the ratio was."""
    if isnan(left.today) and isnan(right.today):
        return _tr("Needs seated and standing sets of one leg within {} days.").format(RATIO_DAYS)
    if isnan(left.half_a_year_ago) and isnan(right.half_a_year_ago):
        return _tr("Left and right, estimated, best of {} days.").format(RATIO_DAYS)
    return _tr("Left and right; half a year ago {left} and {right}.").format(
        left=number_text(left.half_a_year_ago, 2), right=number_text(right.half_a_year_ago, 2)
    )


def week_figure(week: ThisWeek) -> str:
    """Write the figure of this week's tile."""
    if week.hard_sets == 1:
        return _tr("1 hard set")
    return _tr("{} hard sets").format(week.hard_sets)


def week_sentence(week: ThisWeek) -> str:
    """Say in one sentence how this week stands beside the four before."""
    if not week.sessions:
        sessions = _tr("No session yet")
    else:
        sessions = (
            _tr("In 1 session")
            if week.sessions == 1
            else _tr("In {} sessions").format(number_text(week.sessions))
        )
    if isnan(week.mean_before):
        return f"{sessions}."
    mean = number_text(week.mean_before, 0 if week.mean_before == round(week.mean_before) else 1)
    return _tr("{sessions}; the four weeks before had {mean} a week.").format(
        sessions=sessions, mean=mean
    )
