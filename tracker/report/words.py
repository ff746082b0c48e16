"""What the report for the physio says: descriptive, never advice.

The results are HTML: text written by people is escaped, our own is safe as it is.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import compress, starmap
from math import isnan
from typing import Final

from tracker.app.language import tr as _tr
from tracker.domain.event import Event
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import (
    CHANCE_REPS,
    CHANCE_SHARE,
    HeelRaiseTest,
    StopReason,
)
from tracker.domain.load import Unit
from tracker.domain.measured import Course
from tracker.report.contents import Aim, Report
from tracker.report.parts import Amount, Tested
from tracker.report.plans import Count, PlanKept
from tracker.words.balance import apart_text
from tracker.words.checkups import figures_text, goal_name, norms_text
from tracker.words.events import event_text, injured_leg_name
from tracker.words.events import injury_text as injury_words
from tracker.words.holds import held_load_text, legs_held_text
from tracker.words.labels import (
    NOTHING,
    date_text,
    distance_text,
    exercise_knee,
    exercise_name,
    leg,
    load_text,
    number_text,
    short_date_text,
    shortest_text,
    side_name,
    site_name,
    stop_reason_name,
    unbroken,
)
from tracker.words.measurements import (
    force_ratio_text,
    kind_name,
    noise_text,
)
from tracker.words.plans import since_text

# As much as a physio can take in at a glance; the rest is in the exported files.
MOST_PLANS: Final = 4
MOST_EVENTS: Final = 4
LONGEST_EVENT: Final = 60
LONGEST_NOTE: Final = 1_500
MOST_LINES: Final = 10
MOST_GOALS: Final = 6
MOST_OWN_KINDS: Final = 2
SECONDS_A_MINUTE: Final = 60
LONGEST_NAME: Final = 30  # of a row
_OF_A_NUMBER: Final = re.compile(r"(?<=\d) (?=(?:kg|lb|km|mi)\b)")
_OF_A_NAME: Final = re.compile(r"(?<=[A-Z])-(?=[A-Z]\b)")


def head(name: str, percent: int | None = None) -> str:
    """Write the head of a column, with its part of the table's width if that is given."""
    return f"<th>{name}</th>" if percent is None else f'<th width="{percent}%">{name}</th>'


def row(cells: Iterable[str]) -> str:
    """Write a row of a table, a hairline below it."""
    return "<tr>" + "".join(f'<td class="row">{cell}</td>' for cell in cells) + "</tr>"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table; a column in which nothing stands is left out.

    Args:
        heads: As ``head`` writes them.
        rows: As many cells each.
    """
    told = [any(cell != NOTHING for cell in column) for column in zip(*rows, strict=True)]
    return f"<tr>{''.join(compress(heads, told))}</tr>" + "".join(
        row(compress(cells, told)) for cells in rows
    )


def unbroken_html(html: str) -> str:
    """Let no line end within VISA-A, between a number and its unit, or behind ± and RIR.

    A word joiner holds, and is not drawn: who searches the page for the name still finds it, as
    with a hyphen of another kind they would not.
    """
    html = unbroken(html).replace("RIR ", "RIR\N{NO-BREAK SPACE}")
    html = _OF_A_NUMBER.sub("\N{NO-BREAK SPACE}", html)
    return _OF_A_NAME.sub("-\N{WORD JOINER}", html)


def on_one_line(text: str) -> str:
    """Keep what belongs together on one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def day_within(day: datetime.date, report: Report) -> str:
    """Write a day, without its year if that is the year of the report's last day."""
    text = short_date_text(day) if day.year == report.last.year else date_text(day)
    return on_one_line(text)


def under(text: str) -> str:
    """Write a line below another, small and muted."""
    return f'<br><span class="small muted">{text}</span>'


def computed_kg(kg: float) -> float:
    """Round a calculated load, which need not convert back to typed pounds."""
    return round(kg, 3)


def period_text(report: Report) -> str:
    """Name the period, as ``24 Nov 2025 – 23 Nov 2026``; a day alone once."""
    if report.first == report.last:
        return date_text(report.last)
    return f"{date_text(report.first)} – {date_text(report.last)}"


def lead_text(report: Report) -> str:
    """Write the runner's name, if given, and the period."""
    name = escape(report.runner.name.strip())
    return f"<b>{name}</b> · {period_text(report)}" if name else period_text(report)


def injury_told(report: Report) -> str:
    """Say what is injured and since when, the first thing a physio asks."""
    assert report.injury is not None
    return escape(shortened(injury_words(report.injury)))


def events_told(report: Report) -> list[Event]:
    """Return the events named on the page, other than the injury; only the newest if many."""
    return [event for event in report.events if event != report.injury][-MOST_EVENTS:]


def events_text(report: Report) -> str:
    """List the events of the period, and say how many more there are than fit."""
    told = events_told(report)
    texts = [escape(shortened(event_text(event))) for event in told]
    left_out = len(report.events) - len(told) - (report.injury in report.events)
    if left_out > 0:
        texts.append(_tr("{} before them in events.csv").format(number_text(left_out)))
    return "; ".join(texts) + "."


def shortened(text: str, longest: int = LONGEST_EVENT) -> str:
    """Cut a text that is too long for a page."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def facts_row(report: Report, unit: Unit) -> str:
    """Lay out what is known of the runner and the period, side by side; empty for nothing."""
    side, facts = report.runner.involved_side, []
    if side is not None and (report.injury is None or report.injury.side is not side):
        facts.append((injured_leg_name(), side_name(side)))
    weighed = report.bodyweight_kg
    if weighed is not None:
        now, then = load_text(weighed.end, unit), load_text(weighed.start, unit)
        before = "" if now == then else _tr(" ({} at the start)").format(then)
        facts.append((_tr("Bodyweight"), now + before))
    if report.work is not None and report.work.sessions.total:
        sessions = number_text(report.work.sessions.total)
        if not isnan(report.work.sessions.a_week):
            a_week = number_text(report.work.sessions.a_week, 1)
            sessions = _tr("{}, {} a week").format(sessions, a_week)
        facts.append((_tr("Sessions"), sessions))
    cells = "".join(
        f'<td><span class="small muted">{name}</span><br>{value}</td>' for name, value in facts
    )
    return f"<tr>{cells}</tr>" if cells else ""


def goal_text(aim: Aim) -> str:
    """Say what was agreed, and how far it is reached."""
    now = figures_text(aim.goal, aim.reached)
    now = _tr("not known") if now == NOTHING else now
    return escape(_tr("{} (now: {})").format(goal_name(aim.goal), now))


def goals_text(report: Report) -> str:
    """List the goals."""
    texts = list(map(goal_text, report.aims[:MOST_GOALS]))
    left_out = len(report.aims) - MOST_GOALS
    if left_out > 0:
        texts.append(_tr("{} more in goals.csv").format(number_text(left_out)))
    return "; ".join(texts) + "."


def note_html(note: str) -> str:
    """Write a note line by line, or its beginning if the page lacks room."""
    if len(note) > LONGEST_NOTE:
        note = _tr("{} … (shortened)").format(note[:LONGEST_NOTE].rstrip())
    lines = escape(note).split("\n")
    if len(lines) > MOST_LINES:  # so many lines are joined like sentences
        return " ".join(lines)
    return "<br>".join(lines)


# Planned against done


def plan_head(report: Report) -> str:
    """Write the headings of the columns of sets: one for each side with planned sets."""
    heads = {
        Side.LEFT: _tr("Sets, left"),
        Side.RIGHT: _tr("Sets, right"),
        Side.BOTH: _tr("Sets, both legs at once"),
    }
    return "".join(f"<th>{heads[side]}</th>" for side in _sides_planned(report))


def plan_rows(report: Report) -> str:
    """Write the latest plans: their days, and what was done."""
    sides = _sides_planned(report)
    return "".join(
        row(
            [
                _plan_name(kept),
                on_one_line(f"{date_text(kept.first)} – {date_text(kept.last)}"),
                _count_text(kept.sessions),
                *(_count_text(kept.sets[side]) if side in kept.sets else NOTHING for side in sides),
                number_text(kept.beside),
            ]
        )
        for kept in report.plans[-MOST_PLANS:]
    )


def _plan_name(kept: PlanKept) -> str:
    """Write a plan's name, with its phase if that was begun by hand."""
    name = f"<b>{escape(shortened(kept.plan.name, LONGEST_NAME))}</b>"
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


def work_table(report: Report, unit: Unit) -> str:
    """Write each exercise's hard sets, and the volume load of each side by week."""
    work = report.work
    assert work is not None
    heads = (
        _tr("Exercise"),
        _tr("Hard sets"),
        _tr("a week"),
        _tr("last 4 weeks, a week"),
        _tr("Volume a week (last 4), left"),
        _tr("Volume a week (last 4), right"),
        _tr("Volume a week (last 4), both at once"),
    )
    rows = []
    for exercise, hard in work.hard_sets.items():
        volume = work.volume_kg[exercise]
        cells = [_volume_text(volume[side], unit) if side in volume else NOTHING for side in Side]
        sets = (hard.total, 0), (hard.a_week, 1), (hard.a_week_lately, 1)
        rows.append([exercise_name(exercise), *starmap(number_text, sets), *cells])
    return table([*map(head, heads)], rows)


def _volume_text(volume: Amount, unit: Unit) -> str:
    if not volume.total:  # only holds, which have no volume
        return NOTHING
    text = load_text(computed_kg(volume.a_week), unit, 0)
    if isnan(volume.a_week_lately):
        return text
    return f"{text} ({load_text(computed_kg(volume.a_week_lately), unit, 0)})"


def beside_work_text(report: Report, unit: Unit) -> str:
    """Say what was held and how far was run; empty if neither."""
    if report.work is None:
        return ""
    texts = holds_text(report, unit), running_text(report, unit)
    return " ".join(text for text in texts if text)


def holds_text(report: Report, unit: Unit) -> str:
    """Say how long loads were held, and which leg held longer; empty for nothing."""
    assert report.work is not None
    if not report.work.held_s:
        return ""
    minutes = number_text(report.work.held_s / SECONDS_A_MINUTE, 1)
    texts = [_tr("Holds: {} min under tension").format(minutes)]
    for course in report.holds:
        if course.compared is not None:
            day = date_text(max(each.last.date for each in course.legs.values()))
            load = held_load_text(course.load, "", unit)
            texts.append(f"{load}, {day}: {legs_held_text(course.compared)}")
    return f"{'; '.join(texts)}."


def running_text(report: Report, unit: Unit) -> str:
    """Say how far was run; empty if nothing was."""
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


def sites_text(report: Report) -> str:
    """Say where it was felt; empty if not noted."""
    sites = "; ".join(map(site_name, report.sites))
    return _tr("Where, as noted: {}.").format(sites) if sites else ""


def courses_told(report: Report) -> list[Course]:
    """List the measurements that fit on a page; of the runner's own kinds, those measured last."""
    own = [each for each in report.measurements if not each.kind.is_known]
    own.sort(key=lambda course: max(each.last.date for each in course.legs.values()))
    left_out = own[:-MOST_OWN_KINDS]
    return [each for each in report.measurements if each not in left_out]


def left_out_text(report: Report) -> str:
    """Say how many measurements and tests are left out, and which files have them."""
    told = courses_told(report)
    measured = sum(
        each.between if course in told else each.count
        for course in report.measurements
        for each in course.legs.values()
    )
    tested = sum(each.tests.between for each in report.test_courses)
    counts = {"measurements.csv": measured, "tests.csv": tested}
    parts = [
        _tr("{} in {}").format(number_text(count), file) for file, count in counts.items() if count
    ]
    return _tr("Not told here: {}.").format(", ".join(parts)) if parts else ""


def measurements_note(report: Report) -> str:
    """Explain the ± of measurements, and how peak forces compare."""
    said = []
    for each in courses_told(report):
        times = {
            side: number_text(report.times_bodyweight[found.last.id], 2)
            for side, found in each.legs.items()
            if found.last.id in report.times_bodyweight
        }
        about = [noise_text(each.kind)] if each.kind.noise is not None else []
        if times:
            listed = ", ".join(
                number if side is None else f"{leg(side)} {number}"
                for side, number in times.items()
            )
            about.append(_tr("now {} × bodyweight").format(listed))
        if about:
            said.append(f"{escape(kind_name(each.kind))}: {'; '.join(about)}.")
    if report.force_ratios:
        said.append(force_ratio_text(report.force_ratios))
    return " ".join(said)


# Heel raises


def newest_tests_text(report: Report) -> str:
    """Say how the newest test of each exercise was done, and how far the legs are apart."""
    newest = {tested.one.exercise: tested for tested in report.tests}
    return " ".join(_newest_test_text(newest[each]) for each in Exercise if each in newest)


def _newest_test_text(pair: Tested) -> str:
    ways = dict.fromkeys(map(_way_text, pair.tests.values()))  # one for both legs, or one each
    parts = [
        *(f"{leg(side)} {_reps_text(test)}" for side, test in pair.tests.items()),
        *([] if pair.reps_compared is None else [apart_text(*pair.reps_compared)]),
        *(
            _tr("{} ended: {}").format(leg(side), stop_reason_name(reason))
            for side, test in pair.tests.items()
            # The intended end of a test.
            if (reason := test.stop_reason) not in (None, StopReason.HEEL)
        ),
    ]
    text = _tr("Newest test, {knee}, {day} ({way}): {told}.")
    return text.format(
        knee=exercise_knee(pair.one.exercise),
        day=date_text(pair.one.date),
        way=" / ".join(ways),
        told=", ".join(parts),
    )


def _way_text(test: HeelRaiseTest) -> str:
    pace, incline = test.reps_per_min, shortest_text(test.incline_deg)
    text = _tr("no metronome") if pace is None else _tr("{} a minute").format(shortest_text(pace))
    ground = _tr("{}° of incline").format(incline) if test.incline_deg else _tr("level ground")
    return f"{on_one_line(text)}, {on_one_line(ground)}"


def _reps_text(test: HeelRaiseTest) -> str:
    text = f"<b>{number_text(test.reps)}</b>"
    return text if test.pain is None else _tr("{} (pain {})").format(text, test.pain)


def norms_html(report: Report) -> str:
    """Say how repeatable tests are, and show the norms with the remark that they disagree."""
    limit, share = number_text(CHANCE_REPS), number_text(100 * CHANCE_SHARE)
    repeats = _tr(
        "±: two scores of one leg, or of equal legs, differ by chance by up to {} repetitions, "
        "above 24 by {} % of their mean (95 in 100, Hébert-Losier 2017); another study found 37 %."
    ).format(limit, share)
    return " ".join([repeats, *norms_text(report.runner, report.tests[-1].one.date)])


def exercise_names() -> dict[Exercise, str]:
    """Return the names of all exercises."""
    return {exercise: exercise_name(exercise) for exercise in Exercise}
