"""What the report for the physio says: descriptive, never advice.

What is given is HTML; what a person wrote is escaped, our own words are safe as they stand.
"""

import itertools
from collections.abc import Iterable
from html import escape
from math import isnan
from typing import Final

from tracker.app.language import plural
from tracker.app.language import tr as _tr
from tracker.domain.columns import day_of_number
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.heel_raise import (
    CHANCE_REPS,
    CHANCE_SHARE,
    HeelRaiseTest,
    StopReason,
    chance_limit_reps,
)
from tracker.domain.load import Unit
from tracker.report.contents import Aim, Report
from tracker.report.parts import Amount, FeltSummary, Strip, Tested, WorkDone
from tracker.report.plans import Count, PlanKept
from tracker.words.checkups import figures_text, goal_name, norms_text
from tracker.words.labels import (
    NOTHING,
    date_text,
    distance_text,
    exercise_knee,
    exercise_name,
    load_text,
    moment_name,
    number_text,
    questionnaire_scale,
    shortest_text,
    side_name,
    site_name,
    stop_reason_name,
)
from tracker.words.plans import since_text
from tracker.words.progress import leg

# What a physio can take in at a glance; older ones are in the exported files.
MOST_TESTS: Final = 6
MOST_SCORES: Final = 5
MOST_PLANS: Final = 4


def row(cells: Iterable[str]) -> str:
    """Write a row of a table, a hairline below it; a ± stays with its number."""
    unbroken = (cell.replace("± ", "±\N{NO-BREAK SPACE}") for cell in cells)
    return "<tr>" + "".join(f'<td class="row">{cell}</td>' for cell in unbroken) + "</tr>"


def _unbroken(text: str) -> str:
    """Keep what belongs together on one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def under(text: str) -> str:
    """Write a line below another, small and muted."""
    return f'<br><span class="small muted">{text}</span>'


def computed_kg(kg: float) -> float:
    """Round a computed load: no pounds were typed that it would have to come back as."""
    return round(kg, 3)


def period_text(report: Report) -> str:
    """Name the period, as ``24 Nov 2025 – 23 Nov 2026``."""
    return f"{date_text(report.first)} – {date_text(report.last)}"


def lead_text(report: Report) -> str:
    """Name the runner, if named, and the period."""
    name = escape(report.runner.name.strip())
    return f"<b>{name}</b> · {period_text(report)}" if name else period_text(report)


def facts_row(report: Report, unit: Unit) -> str:
    """Lay out what is known of the runner and the period, side by side."""
    side = report.runner.involved_side
    facts = [(_tr("Involved side"), side_name(side) if side else _tr("none named"))]
    weighed = report.bodyweight_kg
    if weighed is not None:
        now, then = load_text(weighed.end, unit), load_text(weighed.start, unit)
        before = "" if now == then else _tr(" ({} at the start)").format(then)
        facts.append((_tr("Bodyweight"), now + before))
    if report.work is not None:
        sessions = number_text(report.work.sessions.total)
        if not isnan(report.work.sessions.a_week):
            a_week = number_text(report.work.sessions.a_week, 1)
            sessions = _tr("{}, {} a week").format(sessions, a_week)
        facts.append((_tr("Sessions"), sessions))
    cells = "".join(
        f'<td><span class="small muted">{name}</span><br>{value}</td>' for name, value in facts
    )
    return f"<tr>{cells}</tr>"


def goal_text(aim: Aim) -> str:
    """Say what was agreed, and where it stands."""
    now = figures_text(aim.goal, aim.reached)
    return _tr("{} (now: {})").format(goal_name(aim.goal), now)


def goals_text(report: Report) -> str:
    """List the goals."""
    return "; ".join(map(goal_text, report.aims)) + "."


def note_html(note: str) -> str:
    """Write what the runner wrote, line for line."""
    return escape(note).replace("\n", "<br>")


# Planned against done


def plan_head(report: Report) -> str:
    """Name the columns of the sets: one a side of which any were planned."""
    heads = {
        Side.LEFT: _tr("Sets, left"),
        Side.RIGHT: _tr("Sets, right"),
        Side.BOTH: _tr("Sets, both legs at once"),
    }
    return "".join(f"<th>{heads[side]}</th>" for side in _sides_planned(report))


def plan_rows(report: Report) -> str:
    """Write the latest plans: their days, and what was done of them."""
    sides = _sides_planned(report)
    return "".join(
        row(
            [
                _plan_name(kept),
                _unbroken(f"{date_text(kept.first)} – {date_text(kept.last)}"),
                _count_text(kept.sessions),
                *(_count_text(kept.sets[side]) if side in kept.sets else NOTHING for side in sides),
            ]
        )
        for kept in report.plans[-MOST_PLANS:]
    )


def _plan_name(kept: PlanKept) -> str:
    """Name a plan, with the phase that it is in where that was begun by hand."""
    name = f"<b>{escape(kept.plan.name)}</b>"
    if kept.phase is None:
        return name
    phase = since_text(kept.phase.number, kept.phase.since)
    return f'{name}<br><span class="small muted">{phase}</span>'


def _sides_planned(report: Report) -> list[Side]:
    planned = {side for kept in report.plans[-MOST_PLANS:] for side in kept.sets}
    return [side for side in Side if side in planned]


def _count_text(count: Count) -> str:
    text = _tr("<b>{}</b> of {} ({} %)")
    return text.format(
        number_text(count.done), number_text(count.planned), number_text(count.percent)
    )


# Work


def work_rows(report: Report, unit: Unit) -> str:
    """Write each exercise's hard sets, and the volume load of each side by week."""
    work = report.work
    assert work is not None
    sides = _sides_done(work)
    rows = []
    for exercise, hard in work.hard_sets.items():
        volume = work.volume_kg[exercise]
        cells = [_volume_text(volume[side], unit) if side in volume else NOTHING for side in sides]
        sets = (hard.total, 0), (hard.a_week, 1), (hard.a_week_lately, 1)
        rows.append(row([exercise_name(exercise), *itertools.starmap(number_text, sets), *cells]))
    return "".join(rows)


def work_head(report: Report) -> str:
    """Name the columns of the volume: one a side of which any set was done."""
    assert report.work is not None
    heads = {
        Side.LEFT: _tr("Volume a week (last 4), left"),
        Side.RIGHT: _tr("Volume a week (last 4), right"),
        Side.BOTH: _tr("Volume a week (last 4), both at once"),
    }
    return "".join(f"<th>{heads[side]}</th>" for side in _sides_done(report.work))


def _sides_done(work: WorkDone) -> list[Side]:
    done = {side for volume in work.volume_kg.values() for side in volume}
    return [side for side in Side if side in done]


def _volume_text(volume: Amount, unit: Unit) -> str:
    text = load_text(computed_kg(volume.a_week), unit, 0)
    if isnan(volume.a_week_lately):
        return text
    return f"{text} ({load_text(computed_kg(volume.a_week_lately), unit, 0)})"


def running_text(report: Report, unit: Unit) -> str:
    """Say how far was run beside the work; empty where nothing was."""
    assert report.work is not None
    run = report.work.run_km
    if run is None:
        return ""
    text = _tr("Running: {}").format(f"<b>{distance_text(run.total, unit)}</b>")
    if not isnan(run.a_week):
        text = _tr("{}, {} a week").format(text, distance_text(run.a_week, unit))
    if not isnan(run.a_week_lately):
        lately = distance_text(run.a_week_lately, unit)
        text = _tr("{}; in the last 4 weeks {} a week").format(text, lately)
    return f"{text}."


# Pain and stiffness


def strip_name(strip: Strip) -> str:
    """Name what a strip shows."""
    return _tr("Stiffness, min") if strip.moment is None else moment_name(strip.moment)


def strip_head(report: Report) -> str:
    """Name the columns of the summary: one a side of which something is noted."""
    return "".join(f"<th>{side_name(side)}</th>" for side in _sides_felt(report))


def strip_rows(report: Report) -> str:
    """Sum up what was felt, a row a moment, a column a side."""
    rows = []
    for strip in report.strips:
        found = strip.summaries()
        sides = _sides_felt(report)
        cells = [_summary_text(found[side]) if side in found else NOTHING for side in sides]
        rows.append(row([strip_name(strip), *cells]))
    return "".join(rows)


def _sides_felt(report: Report) -> list[Side]:
    felt = {side for strip in report.strips for side in strip.summaries()}
    return [side for side in Side if side in felt]


def _summary_text(found: FeltSummary) -> str:
    days = plural("%Ln (day|days)", None, found.days)
    text = _tr("{days}: median <b>{median}</b>, highest <b>{highest}</b>, last {last} on {date}")
    return text.format(
        days=days,
        median=shortest_text(found.median),
        highest=number_text(found.worst),
        last=number_text(found.last.value),
        date=_unbroken(date_text(day_of_number(found.last.day))),
    )


def sites_text(report: Report) -> str:
    """Say where it was felt; empty where that was not said."""
    sites = ", ".join(map(site_name, report.sites))
    return _tr("Where, as noted: {}.").format(sites) if sites else ""


def score_rows(report: Report) -> str:
    """List the scores of each questionnaire, the latest of them."""
    in_order = sorted(report.scores, key=lambda score: score.questionnaire)
    rows = []
    for questionnaire, scores in itertools.groupby(in_order, key=lambda score: score.questionnaire):
        shown = list(scores)[-MOST_SCORES:]
        listed = [
            _unbroken(f"<b>{shortest_text(each.value)}</b> {date_text(each.date)}")
            for each in shown
        ]
        rows.append(row([questionnaire_scale(questionnaire), *listed]))
    return "".join(rows)


# Heel raises


def test_rows(report: Report) -> str:
    """List the latest heel-raise tests."""
    return "".join(map(_test_row, report.tests[-MOST_TESTS:]))


def _test_row(pair: Tested) -> str:
    ways = dict.fromkeys(map(_way_text, pair.tests.values()))  # one, or each leg's own
    ends = [
        f"{leg(side)}: {stop_reason_name(test.stop_reason)}"
        for side, test in pair.tests.items()
        if test.stop_reason not in (None, StopReason.HEEL)  # which is how a test is to end
    ]
    return row(
        [
            _unbroken(date_text(pair.one.date)),
            exercise_knee(pair.one.exercise),
            "<br>".join(ways),
            *(_reps_text(pair.tests.get(side)) for side in LEGS),
            _apart_text(pair),
            "; ".join(ends),
        ]
    )


def _apart_text(pair: Tested) -> str:
    """Say how far the legs are apart, and whether two scores of equal legs would be as well."""
    if pair.reps_compared is None:
        return NOTHING
    left, right = pair.reps_compared
    apart, limit = abs(left - right), chance_limit_reps(left, right)
    text = _tr("{} apart, within ± {}") if apart <= limit else _tr("{} apart, beyond ± {}")
    return text.format(number_text(apart), number_text(limit))


def _way_text(test: HeelRaiseTest) -> str:
    pace, incline = test.reps_per_min, shortest_text(test.incline_deg)
    text = _tr("no metronome") if pace is None else _tr("{} a minute").format(shortest_text(pace))
    ground = _tr("{}° of incline").format(incline) if test.incline_deg else _tr("level ground")
    return f"{_unbroken(text)}, {_unbroken(ground)}"


def _reps_text(test: HeelRaiseTest | None) -> str:
    if test is None:
        return NOTHING
    text = f"<b>{number_text(test.reps)}</b>"
    return text if test.pain is None else _tr("{}, pain {}").format(text, test.pain)


def norms_html(report: Report) -> str:
    """Say how far tests repeat, lay the norms beside them, and say that they disagree."""
    limit, share = number_text(CHANCE_REPS), number_text(100 * CHANCE_SHARE)
    repeats = _tr(
        "±: two scores of one leg, or of equal legs, differ by chance by up to {} repetitions, "
        "above 24 by {} % of their mean (95 in 100, Hébert-Losier 2017); another study found 37 %."
    ).format(limit, share)
    return " ".join([repeats, *norms_text(report.runner, report.tests[-1].one.date)])


def exercise_names() -> dict[Exercise, str]:
    """Name every exercise."""
    return {exercise: exercise_name(exercise) for exercise in Exercise}
