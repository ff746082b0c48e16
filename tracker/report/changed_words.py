"""What has changed since the last visit, in words: then, now, and whether it exceeds the noise."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from math import floor, isnan
from typing import TypeVar

from tracker.app.language import plural
from tracker.app.language import tr as _tr
from tracker.domain.columns import day_of_number
from tracker.domain.difference import shown_plus_minus
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest, chance_limit_reps
from tracker.domain.leg_strength import LegChange
from tracker.domain.load import Unit
from tracker.domain.measured import Course
from tracker.domain.measurement import Measurement
from tracker.domain.strengths import Trend
from tracker.domain.then_and_now import ThenAndNow
from tracker.domain.verdict import State, Verdict
from tracker.report.contents import Report
from tracker.report.held import HeldOn, HoldCourse
from tracker.report.legs import Compared, Share, Strength
from tracker.report.legs_words import leg_figure_text
from tracker.report.parts import TestCourse
from tracker.report.words import (
    LONGEST_NAME,
    courses_told,
    day_within,
    head,
    on_one_line,
    shortened,
    table,
)
from tracker.words.balance import signed_percent, with_sets
from tracker.words.holds import held_load_text, held_text
from tracker.words.labels import (
    NOTHING,
    date_text,
    exercise_knee,
    exercise_name,
    leg,
    number_text,
    shortest_text,
)
from tracker.words.measurements import bare_value_text, measured_in_text

N = TypeVar("N", HeelRaiseTest, Measurement, HeldOn)


def changed_part(report: Report, unit: Unit) -> tuple[str, str] | None:
    """Write every figure of which something is known: first, then and now.

    Returns:
        What the part is called, and its table; None where nothing is known.
    """
    then, now = (on_one_line(date_text(day)) for day in (report.since, report.last))
    text = _tr("At the start, {}") if report.visit is None else _tr("Last visit, {}")
    heads = [
        head("", 23),
        head(_tr("First"), 19),
        head(text.format(then), 15),
        head(_tr("Now, {}").format(now), 15),
        head(_tr("Change: within or beyond what repeats differ by")),
    ]
    rows = [each for each in _rows(report, unit) if set(each[1:-1]) != {NOTHING}]
    if not rows:
        return None
    is_compared = any(set(each[1:-2]) != {NOTHING} for each in rows)
    return _heading(report) if is_compared else _tr("What is known so far"), table(heads, rows)


def _heading(report: Report) -> str:
    if report.visit is None:
        return _tr("What changed in these days")
    return _tr("What changed since the last visit")


def changed_definition(report: Report) -> str:
    """Say what is compared of what was held, within the definitions; empty without holds."""
    if not report.holds:
        return ""
    return _tr(
        "Of holds the longest of a day counts, at the load held last; legs and days are compared "
        "where both were to failure."
    )


def _rows(report: Report, unit: Unit) -> list[list[str]]:
    return [
        *(each for strength in report.strength for each in _strength_rows(strength, report, unit)),
        *_ratio_rows(report),
        *(each for course in report.holds for each in _held_rows(course, report, unit)),
        *(_test_row(course, report) for course in report.test_courses),
        *(each for course in courses_told(report) for each in _measured_rows(course, report)),
    ]


def _verdict(change: str, limit: str, *, is_beyond: bool) -> str:
    text = _tr("{}: <b>beyond</b> ± {}") if is_beyond else _tr("{}: within ± {}")
    return text.format(change, limit)


def _dated(text: str, day: datetime.date, column: datetime.date | None, report: Report) -> str:
    """Write what is of a day, with the day where the head of its column has another."""
    if day == column:
        return text
    return f'{on_one_line(text)} <span class="muted">· {day_within(day, report)}</span>'


# Strength


def _strength_rows(strength: Strength, report: Report, unit: Unit) -> Iterator[list[str]]:
    name = exercise_name(strength.exercise)
    for side in LEGS:
        of_leg = strength.legs[side]
        yield [
            _tr("{exercise}, {leg}").format(exercise=f"<b>{name}</b>", leg=leg(side)),
            *_days(
                strength.days,
                report,
                leg_figure_text(of_leg.first, unit),
                leg_figure_text(of_leg.then, unit),
            ),
            leg_figure_text(of_leg.now, unit),
            NOTHING if of_leg.then is None else _leg_change_text(of_leg.change),
        ]
    then = _difference_text(strength.then)
    yield [
        _tr("{exercise}, stronger leg").format(exercise=name),
        *_days(strength.days, report, _difference_text(strength.first), then),
        _difference_text(strength.verdict),
        NOTHING if then == NOTHING else _trend_text(strength.trend),
    ]


def _days(compared: Compared, report: Report, first: str, then: str) -> Iterator[str]:
    for day, text, column in (
        (compared.first, first, None),
        (compared.then, then, report.since),
    ):
        if day is None or text == NOTHING:
            yield NOTHING
        else:
            yield _dated(text, day_of_number(day), column, report)


def _difference_text(verdict: Verdict | None) -> str:
    """Write a difference briefly, as ``right 6 %, ± 4``; a dash if unknown."""
    found = None if verdict is None else verdict.difference
    if verdict is None or found is None or verdict.state is State.UNKNOWN:
        return NOTHING
    text = (
        _tr("{leg} {size} %, ± {limit}")
        if found.is_point
        else _tr("{leg} at least {size} %, ± {limit}")
    )
    size, limit = number_text(floor(found.size + 0.5)), number_text(found.plus_minus_shown)
    return on_one_line(text.format(leg=leg(found.stronger), size=size, limit=limit))


def _leg_change_text(change: LegChange | None) -> str:
    if change is None:
        return _tr("not known")
    limit = shown_plus_minus(change.plus_minus)
    is_beyond = floor(abs(change.percent) + 0.5) > limit
    text = _verdict(signed_percent(change.percent), number_text(limit), is_beyond=is_beyond)
    return with_sets(text, change)


def _trend_text(trend: Trend | None) -> str:
    if trend is None:
        return _tr("not known")
    points, limit = floor(abs(trend.points) + 0.5), shown_plus_minus(trend.plus_minus)
    text = plural("%Ln (point|points)", None, points)
    if points:
        side = Side.RIGHT if trend.points > 0 else Side.LEFT
        text = _tr("{points} to the {leg}").format(points=text, leg=leg(side))
    return _verdict(text, number_text(limit), is_beyond=points > limit)


def _ratio_rows(report: Report) -> Iterator[list[str]]:
    ratio = report.ratio
    for side in () if ratio is None else LEGS:
        assert ratio is not None
        then, now, change = ratio.then[side], ratio.now[side], ratio.changes[side]
        if isnan(now.value):
            continue
        yield [
            _tr("Seated / standing, {}").format(leg(side)),
            *_days(ratio.compared, report, _share_text(ratio.first[side]), _share_text(then)),
            _share_text(now),
            _ratio_change_text(then, change),
        ]


def _ratio_change_text(then: Share, change: Share | None) -> str:
    if isnan(then.value):
        return NOTHING
    return _tr("not known") if change is None else _share_change_text(change)


def _share_change_text(change: Share) -> str:
    """Write the change of a ratio, rounded so that it visibly lies within its ± or beyond."""
    value, limit = round(change.value, 2), max(0.01, round(change.plus_minus, 2))
    text = _signed(value, lambda value: number_text(value, 2))
    return _verdict(text, number_text(limit, 2), is_beyond=abs(value) > limit)


def _share_text(share: Share) -> str:
    if isnan(share.value):
        return NOTHING
    return _tr("{} ± {}").format(number_text(share.value, 2), number_text(share.plus_minus, 2))


def _signed(value: float, written: Callable[[float], str]) -> str:
    if value > 0:
        return _tr("+{}").format(written(value))
    return f"−{written(-value)}" if value < 0 else written(value)


# Tests and measurements


def _test_row(course: TestCourse, report: Report) -> list[str]:
    found, change = course.tests, course.change
    if found.then is None:
        said = NOTHING
    elif change is None:
        said = _tr("not tested alike")
    else:
        limit = chance_limit_reps(found.then.reps, found.last.reps)
        said = _verdict(
            _signed(change, number_text), number_text(limit), is_beyond=abs(change) > limit
        )
    name = _tr("Heel raises, {leg}")
    if course.exercise is not Exercise.STANDING:  # the usual way, as in the test's description
        name = _tr("Heel raises, {knee}, {leg}")
    knee = exercise_knee(course.exercise)
    return [
        name.format(knee=knee, leg=leg(course.side)),
        *_noted(found, report, lambda test: number_text(test.reps)),
        said,
    ]


def _held_rows(course: HoldCourse, report: Report, unit: Unit) -> Iterator[list[str]]:
    load = held_load_text(course.load, "", unit)
    for side, found in course.legs.items():
        change = course.change(side)
        said = NOTHING if found.then is None else _tr("not to failure")
        if change is not None:
            said = _tr("{} s").format(_signed(change, shortest_text))
        yield [
            _tr("{load} held, {leg}").format(load=load, leg=leg(side)),
            *_noted(
                found,
                report,
                lambda each: held_text(each.held_s, is_to_failure=each.is_to_failure),
            ),
            said,
        ]


def _measured_rows(course: Course, report: Report) -> Iterator[list[str]]:
    kind = course.kind
    told = kind if kind.is_known else replace(kind, name=shortened(kind.name, LONGEST_NAME))
    name = escape(measured_in_text(told))
    for side, found in course.legs.items():
        change, is_beyond = course.change(side), course.is_beyond_noise(side)
        said = NOTHING
        if change is not None:
            said = _signed(change, lambda value: bare_value_text(kind, value))
            if kind.noise is not None:
                limit = bare_value_text(kind, kind.noise.value)
                said = _verdict(said, limit, is_beyond=bool(is_beyond))
        yield [
            name if side is None else _tr("{measured}, {leg}").format(measured=name, leg=leg(side)),
            *_noted(
                found,
                report,
                lambda each: bare_value_text(kind, each.value),
            ),
            said,
        ]


def _noted(noted: ThenAndNow[N], report: Report, written: Callable[[N], str]) -> Iterator[str]:
    """Write each note with its day, the newest last; a dash for a missing one."""
    for each, column in (
        (noted.first, None),
        (noted.then, report.since),
        (noted.last, report.last),
    ):
        yield NOTHING if each is None else _dated(written(each), each.date, column, report)
