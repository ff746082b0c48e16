"""What the report for the physio says: descriptive, never advice.

What is given is HTML; what a person wrote is escaped, our own words are safe as they stand.
"""

import itertools
from collections.abc import Iterable, Sequence
from html import escape
from math import isnan
from typing import Final

from tracker.app.language import plural
from tracker.app.language import tr as _tr
from tracker.domain.columns import day_number, day_of_number
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.heel_raise import (
    CHANCE_REPS,
    CHANCE_SHARE,
    HeelRaiseTest,
    StopReason,
    chance_limit_reps,
)
from tracker.domain.holds import legs_held
from tracker.domain.load import Unit
from tracker.domain.measured import Course, OfDay
from tracker.domain.measurement import MeasuredKind
from tracker.domain.windows import REACH_DAYS
from tracker.report.contents import Aim, Report
from tracker.report.parts import Amount, FeltSummary, Strip, Tested, WorkDone
from tracker.report.plans import Count, PlanKept
from tracker.words.checkups import figures_text, goal_name, norms_text
from tracker.words.events import event_text
from tracker.words.events import injury_text as injury_words
from tracker.words.holds import held_load_text, held_text, legs_held_text
from tracker.words.labels import (
    NOTHING,
    clock_text,
    date_text,
    distance_text,
    exercise_knee,
    exercise_name,
    load_text,
    moment_name,
    number_text,
    shortest_text,
    side_name,
    site_name,
    stop_reason_name,
)
from tracker.words.measurements import (
    bare_value_text,
    force_ratio_text,
    kind_name,
    measured_in_text,
    noise_text,
)
from tracker.words.plans import since_text
from tracker.words.progress import leg

# What a physio can take in at a glance; others are in the exported files.
MOST_PLANS: Final = 4
MOST_EVENTS: Final = 4
LONGEST_EVENT: Final = 60


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


def injury_text(report: Report) -> str:
    """Say what is injured and since when, as the first thing that a physio asks."""
    assert report.injury is not None
    return escape(shortened(injury_words(report.injury)))


def events_text(report: Report) -> str:
    """List the events of the period, the newest where there are too many for a page."""
    told = [event for event in report.events if event != report.injury]
    left_out = len(told) - MOST_EVENTS
    texts = [escape(shortened(event_text(event))) for event in told[-MOST_EVENTS:]]
    if left_out > 0:
        texts.append(_tr("{} before them in events.csv").format(number_text(left_out)))
    return "; ".join(texts) + "."


def shortened(text: str) -> str:
    """Cut a text that is longer than an event needs on a page."""
    return text if len(text) <= LONGEST_EVENT else f"{text[: LONGEST_EVENT - 1].rstrip()}…"


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


def beside_work_text(report: Report, unit: Unit) -> str:
    """Say what was held, and how far was run; empty where neither was."""
    texts = holds_text(report, unit), running_text(report, unit)
    return " ".join(text for text in texts if text)


def holds_text(report: Report, unit: Unit) -> str:
    """Say how long was held, and what each leg held last; empty for nothing.

    What lies further back than any figure reaches stands in the files alone.
    """
    assert report.work is not None
    held_s, holds = report.work.held_s, report.work.holds
    if not held_s:
        return ""
    texts = [_tr("Holds: {} min under tension").format(clock_text(round(held_s)))]
    loads = {load.exercise: load for load in reversed(holds.loads())}  # the last of each counts
    for exercise in sorted(loads, key=list(Exercise).index):
        legs = {side: holds.at_load(loads[exercise], side) for side in LEGS}
        day = max(int(held.day[-1]) for held in legs.values() if len(held))
        if day <= day_number(report.last) - REACH_DAYS:
            continue
        found = {side: held.on(day) for side, held in legs.items()}
        parts = [
            f"{leg(side)} {held_text(told[0], is_to_failure=told[1])}"
            for side, told in found.items()
            if told is not None
        ]
        both = legs_held(legs[Side.LEFT], legs[Side.RIGHT], day)
        parts += [] if both is None else [legs_held_text(both)]
        load = held_load_text(loads[exercise], "", unit)
        texts.append(f"{load}, {date_text(day_of_number(day))}: {', '.join(parts)}")
    return f"{'; '.join(texts)}."


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


def measurement_rows(report: Report) -> str:
    """List the first and the newest value of each kind, and by how much it changed."""
    return "".join(
        row(
            [
                measured_in_text(each.kind),
                _values_text(each.kind, _changed_since(each)),
                _values_text(each.kind, each.last),
                _changes_text(each),
            ]
        )
        for each in report.measurements
    )


def _changed_since(course: Course) -> OfDay:
    """Give the first value of each leg that has a newer one."""
    return {side: each for side, each in course.first.items() if each is not course.last[side]}


def _of_leg(side: Side | None, text: str) -> str:
    return text if side is None else f"{leg(side)} {text}"


def _values_text(kind: MeasuredKind, by_side: OfDay) -> str:
    """Write the values of the legs, and their day, once where they have one; a dash for none."""
    if not by_side:
        return NOTHING
    values = {
        side: _of_leg(side, f"<b>{bare_value_text(kind, each.value)}</b>")
        for side, each in by_side.items()
    }
    days = {side: _unbroken(date_text(each.date)) for side, each in by_side.items()}
    if len(set(days.values())) == 1:
        return f"{', '.join(values.values())} · {days.popitem()[1]}"
    return "<br>".join(f"{values[side]} · {days[side]}" for side in values)


def _changes_text(course: Course) -> str:
    """Say how each leg changed, and whether by more than tells nothing, where that is known."""
    listed: dict[bool | None, list[str]] = {}
    for side in course.last:
        change = course.change(side)
        if change is not None:
            text = _tr("+{}") if change > 0 else "{}"
            number = text.format(bare_value_text(course.kind, change))
            listed.setdefault(course.is_beyond_noise(side), []).append(_of_leg(side, number))
    noise = course.kind.noise
    limit = "" if noise is None else bare_value_text(course.kind, noise.value)
    words = {True: _tr("{}: beyond ± {}"), False: _tr("{}: within ± {}"), None: "{}"}
    cells = [words[verdict].format(", ".join(legs), limit) for verdict, legs in listed.items()]
    return "<br>".join(cells) or NOTHING


def measurements_note(report: Report) -> str:
    """Say what is not listed, what the ± are of, and how peak forces compare."""
    said = []
    between = sum(each.between for each in report.measurements)
    if between:
        said.append(_tr("Between first and newest: {} more, in measurements.csv.").format(between))
    for each in report.measurements:
        times = {
            side: number_text(report.times_bodyweight[newest.id], 2)
            for side, newest in each.last.items()
            if newest.id in report.times_bodyweight
        }
        about = [noise_text(each.kind)] if each.kind.noise is not None else []
        if times:
            listed = ", ".join(_of_leg(side, number) for side, number in times.items())
            about.append(_tr("now {} × bodyweight").format(listed))
        if about:
            said.append(f"{kind_name(each.kind)}: {'; '.join(about)}.")
    if report.force_ratios:
        said.append(force_ratio_text(report.force_ratios))
    return " ".join(said)


# Heel raises


def test_rows(report: Report) -> str:
    """List the first heel-raise test and the newest."""
    return "".join(map(_test_row, _tests_listed(report)))


def _tests_listed(report: Report) -> Sequence[Tested]:
    """Give the tests that are listed: without the first, nobody sees what became of it."""
    return report.tests if len(report.tests) <= 2 else (report.tests[0], report.tests[-1])


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
    left_out = len(report.tests) - len(_tests_listed(report))
    more = _tr("Between the first test and these: {} more, in tests.csv.").format(left_out)
    norms = norms_text(report.runner, report.tests[-1].one.date)
    return " ".join([*([more] if left_out else []), repeats, *norms])


def exercise_names() -> dict[Exercise, str]:
    """Name every exercise."""
    return {exercise: exercise_name(exercise) for exercise in Exercise}
