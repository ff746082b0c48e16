"""What is said about plans: what is due when, and how much of it was done; never advice."""

import datetime
from typing import TYPE_CHECKING, Final

from tracker.app.language import plural
from tracker.app.language import tr as _tr
from tracker.app.planned_session import MAXIMUM_DAYS
from tracker.domain.load import Unit
from tracker.domain.plan import Phase, Plan
from tracker.domain.plan_differences import PhaseDifference, differing_phases
from tracker.domain.plan_due import Due
from tracker.domain.plan_edits import WholePlan
from tracker.domain.week import DAYS_A_WEEK
from tracker.exchange.exporting.calendar_file import CalendarDay
from tracker.words.labels import (
    date_text,
    number_text,
    short_date_text,
    shortest_text,
    weekday_name,
)
from tracker.words.planned_sets import item_text

if TYPE_CHECKING:
    from tracker.app.plan_book import PlanWeek
    from tracker.domain.plan_reached import Reached

HOURS_A_DAY: Final = 24


# Weeks and days


def schedule_text(phase: Phase) -> str:
    """Say on which days a phase has sessions, as ``Mon, Wed, Fri`` or ``twice a day``."""
    if phase.every_hours is None:
        if len(phase.weekdays) == DAYS_A_WEEK:
            return _tr("every day")
        return ", ".join(map(weekday_name, phase.weekdays))
    named = {
        12: _tr("twice a day"),
        24: _tr("every day"),
        48: _tr("every other day"),
        168: _tr("once a week"),
    }
    hours = plural("every (hour|%Ln hours)", None, phase.every_hours)
    if phase.every_hours % HOURS_A_DAY == 0:
        hours = plural("every (day|%Ln days)", None, phase.every_hours // HOURS_A_DAY)
    return named.get(phase.every_hours, hours)


def phase_weeks_text(phase: Phase) -> str:
    """Say which weeks a phase has, as ``Weeks 2–3``."""
    if phase.first_week == phase.last_week:
        return _tr("Week {}").format(phase.first_week)
    return _tr("Weeks {}–{}").format(phase.first_week, phase.last_week)


def phase_text(phase: Phase, number: int) -> str:
    """Name a phase by its weeks, or by its number if it begins by hand."""
    return _tr("Phase {}").format(number) if phase.is_by_hand else phase_weeks_text(phase)


def by_hand_text(phase: Phase, number: int) -> str:
    """Say when to begin a phase by hand, as in its source; empty for a phase by week."""
    if not phase.is_by_hand:
        return ""
    weeks = _tr("{} or longer.").format(phase_weeks_text(phase))
    if number == 1:
        return _tr("{} Begins with the plan.").format(weeks)
    if not phase.criterion:
        return _tr("{} Begins by hand.").format(weeks)
    return _tr("{} Begins by hand. Criterion: {}").format(weeks, phase.criterion)


def since_text(number: int, since: datetime.date) -> str:
    """Say which phase is running, and since when."""
    return _tr("Phase {} since {}").format(number, date_text(since))


def span_text(plan: Plan) -> str:
    """Say from when to when a plan runs."""
    if plan.last_day < plan.starts_on:
        return _tr("from {}, never begun").format(date_text(plan.starts_on))
    return _tr("{} to {}").format(date_text(plan.starts_on), date_text(plan.last_day))


def stand_text(plan: Plan, today: datetime.date) -> str:
    """Say how far a plan has got, as ``Week 3 of 12``."""
    week = plan.week_on(today)
    if week is not None:
        return _tr("Week {} of {}").format(week, plan.weeks)
    if today < plan.starts_on:
        return _tr("Begins on {}").format(date_text(plan.starts_on))
    return _tr("Ended on {}").format(date_text(plan.last_day))


def whole_weeks_text(weeks: int) -> str:
    """Say how many weeks a plan has."""
    return plural("%Ln (week|weeks)", None, weeks)


def calendar_day(day: datetime.date, due: Due, plan: Plan, unit: Unit) -> CalendarDay:
    """Make the calendar entry for a day on which something is due."""
    lines = [item_text(item, unit) for item in due.items]
    if due.sessions > 1:
        lines.insert(0, plural("%Ln (session|sessions)", None, due.sessions))
    return CalendarDay(day, _tr("Calf raises: {}").format(plan.name), "\n".join(lines))


def difference_lines(before: WholePlan, after: WholePlan, unit: Unit) -> list[str]:
    """Say how two plans differ, one line each; empty if they are the same."""
    lines = []
    if before.plan.weeks != after.plan.weeks:
        weeks = whole_weeks_text(before.plan.weeks), whole_weeks_text(after.plan.weeks)
        lines.append(_tr("{} instead of {}").format(weeks[1], weeks[0]))
    for each in differing_phases(before, after):
        lines.append(_phase_difference(each))
        lines += [f"− {item_text(item, unit)}" for item in each.gone]
        lines += [f"+ {item_text(item, unit)}" for item in each.come]
    return lines


def _phase_difference(difference: PhaseDifference) -> str:
    had, has = (
        "" if phase is None else f"{phase_weeks_text(phase)}, {schedule_text(phase)}"
        for phase in (difference.before, difference.after)
    )
    if not had:
        return _tr("Phase {} is new: {}").format(difference.number, has)
    if not has:
        return _tr("Phase {} is left out: {}").format(difference.number, had)
    if had != has:
        return _tr("Phase {}: {} instead of {}").format(difference.number, has, had)
    return _tr("Phase {}: {}").format(difference.number, has)


# Planned and done


def week_done_text(week: "PlanWeek") -> str:
    """Say what was planned and done in a week, and how much is still to come."""
    parts = []
    if week.sets_planned:
        sessions = week.sessions_planned, week.sessions_done
        parts.append(adherence_text(*sessions, week.sets_planned, week.sets_done))
    if week.sets_to_come:
        parts.append(plural("%Ln (set|sets) to come", None, week.sets_to_come))
    name = _tr("Week of {}").format(date_text(week.monday))
    return _tr("{}: {}").format(name, ", ".join(parts))


def adherence_text(
    sessions_planned: int, sessions_done: int, sets_planned: int, sets_done: int
) -> str:
    """Say how much of the plan was done, as ``2 of 3 sessions, 18 of 27 sets``."""
    sessions = plural("{} of %Ln (session|sessions)", None, sessions_planned)
    sets = plural("{} of %Ln (set|sets)", None, sets_planned)
    return _tr("{}, {}").format(
        sessions.format(number_text(sessions_done)), sets.format(number_text(sets_done))
    )


def reached_text(reached: "Reached") -> str:
    """State that the last two sessions met the plan with reps in reserve, and no more than that."""
    first, second = map(short_date_text, reached.days)
    words = _tr(
        "The last two sessions ({first} and {second}) reached the plan with at least {rir} "
        "repetitions in reserve, and pain on the mornings after was at most {pain}, in the "
        "lowest band."
    )
    return words.format(
        first=first,
        second=second,
        rir=shortest_text(reached.least_rir),
        pain=reached.most_pain,
    )


def maximum_text(plan: Plan) -> str:
    """Say what a plan's percentages refer to."""
    words = _tr("Percentages are of the best estimate of the {} days up to {}.")
    return words.format(MAXIMUM_DAYS, date_text(plan.maximum_on))
