"""What the report says about the legs' response: a table of weeks, and a sentence per leg."""

from math import isnan

from tracker.app.language import plural
from tracker.app.language import tr as _tr
from tracker.domain.columns import day_of_number
from tracker.domain.load import Unit
from tracker.domain.runner import Runner
from tracker.report.contents import Report
from tracker.report.response import LegResponse
from tracker.report.words import on_one_line, row, sites_text
from tracker.words.labels import (
    NOTHING,
    date_text,
    distance_number,
    distance_unit,
    leg,
    moment_name,
    number_text,
    short_date_text,
    shortest_text,
    side_name,
    within_sentence,
)


def response_head(report: Report) -> str:
    """Write the headings of the weeks, their Mondays."""
    assert report.response is not None
    days = (short_date_text(day_of_number(day)) for day in report.response.mondays)
    return "".join(f"<th>{on_one_line(day)}</th>" for day in days)


def response_rows(report: Report, unit: Unit) -> str:
    """Write each leg's mornings below each week's sets and kilometres."""
    told = report.response
    assert told is not None
    rows = []
    if any(told.hard_sets):
        rows.append([_tr("Hard sets"), *map(number_text, told.hard_sets)])
    if not all(map(isnan, told.km)):
        running = _tr("Running, {}").format(distance_unit(unit))
        rows.append([running, *(number_text(distance_number(km, unit)) for km in told.km)])
    rows += [
        [_tr("Pain next morning, median, {}").format(leg(each.side)), *map(_median, each.weeks)]
        for each in told.legs
        if not all(map(isnan, each.weeks))
    ]
    return "".join(map(row, rows))


def _median(value: float) -> str:
    return NOTHING if isnan(value) else f"<b>{shortest_text(value)}</b>"


def response_text(report: Report) -> str:
    """Say for each leg how often it hurt since the day compared with, and how bad the worst was."""
    assert report.response is not None
    since = _tr("Since {}:").format(on_one_line(date_text(report.since)))
    sentences = [_leg_text(each, report.runner) for each in report.response.legs]
    return " ".join(filter(None, (since, *sentences, sites_text(report))))


def _leg_text(told: LegResponse, runner: Runner) -> str:
    name = side_name(told.side)
    parts = []
    if told.worst is None:
        return _tr("{leg}: no pain noted.").format(leg=f"<b>{name}</b>")
    if told.sessions:
        parts.append(
            plural(
                "next morning above before in {} of %Ln (session|sessions)", None, told.sessions
            ).format(f"<b>{number_text(told.mornings_above)}</b>")
        )
    of_days = plural("of %Ln (day|days)", None, told.days)
    parts.append(
        _tr(
            "pain {middle} or more on {days_middle}, {high} or more on {days_high} {of_days}"
        ).format(
            middle=number_text(runner.low_pain + 1),
            days_middle=f"<b>{number_text(told.days_middle)}</b>",
            high=number_text(runner.middle_pain + 1),
            days_high=f"<b>{number_text(told.days_high)}</b>",
            of_days=of_days,
        )
    )
    worst = told.worst
    if worst.value:
        parts.append(
            _tr("worst {value} ({moment}, {day})").format(
                value=f"<b>{number_text(worst.value)}</b>",
                moment=within_sentence(moment_name(worst.moment)),
                day=on_one_line(date_text(day_of_number(worst.day))),
            )
        )
    return _tr("{leg}: {told}.").format(leg=f"<b>{name}</b>", told="; ".join(parts))
