"""What the report says about doses: loads, repetitions or seconds, reserve, tempo, rest."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import Final

from tracker.app.language import plural
from tracker.app.language import tr as _tr
from tracker.domain.exercise import Side
from tracker.domain.load import Unit
from tracker.domain.notation import write_tempo
from tracker.domain.session import LoggedSet, SetType
from tracker.report.contents import Report
from tracker.report.dose import SessionDose
from tracker.report.words import day_within, head, on_one_line, shortened, table
from tracker.words.labels import (
    NOTHING,
    clock_text,
    exercise_name,
    load_text,
    reps_text,
    shortest_text,
    side_name,
)

# Lines per leg and session, including the one saying how many more sets are in sets.csv.
MOST_RUN_LINES: Final = 3
MOST_LISTED: Final = 5
_LINE: Final = "<br>"


def dose_heading(report: Report) -> str:
    """Name the part by whether there is a then."""
    has_then = any(dose.then is not None for dose in report.doses)
    return _tr("The dose, now and then") if has_then else _tr("The dose")


def dose_table(report: Report, unit: Unit) -> str:
    """Write what each exercise's last session did, and below it what that of then did."""
    heads = [
        _tr("Exercise"),
        _tr("Session"),
        *map(side_name, Side),
        _tr("Tempo"),
        _tr("Rest"),
        _tr("Equipment"),
    ]
    rows = []
    for dose in report.doses:
        name = f"<b>{exercise_name(dose.exercise)}</b>"
        rows.append(_row(name, dose.now, report, unit))
        if dose.then is not None:
            rows.append(_row("", dose.then, report, unit))
    return table([*map(head, heads)], rows)


def _row(name: str, dose: SessionDose, report: Report, unit: Unit) -> list[str]:
    legs = ([each for each in dose.sets if each.side is side] for side in Side)
    return [
        name,
        day_within(dose.date, report),
        *(_sets_text(sets, unit) if sets else NOTHING for sets in legs),
        _tempo_text(dose.sets),
        _rest_text(dose.sets),
        escape(shortened(", ".join(dose.equipment))) or NOTHING,
    ]


def _sets_text(sets: Sequence[LoggedSet], unit: Unit) -> str:
    """Write the sets of a leg, a line per load: ``60 kg × 8, 8, 7 · RIR 2, 1, 0``."""
    runs = [list(run) for _, run in groupby(sets, _kind_of_run)]
    told = runs if len(runs) <= MOST_RUN_LINES else runs[: MOST_RUN_LINES - 1]
    lines = [_run_text(run, unit) for run in told]
    left_out = len(sets) - sum(map(len, told))
    if left_out:
        lines.append(plural("%Ln (set|sets) more, in sets.csv", None, left_out))
    return _LINE.join(lines)


def _kind_of_run(logged: LoggedSet) -> tuple[float, SetType, bool]:
    return logged.external_kg, logged.set_type, logged.hold_s is not None


def _run_text(run: Sequence[LoggedSet], unit: Unit) -> str:
    one = run[0]
    sign = "+" if one.exercise.carries_bodyweight and one.external_kg >= 0 else ""
    load = f"<b>{sign}{load_text(one.external_kg, unit, None)}</b>"
    done = _listed([_done_text(each) for each in run], is_counted=True)
    reserve = _listed([NOTHING if each.rir is None else shortest_text(each.rir) for each in run])
    text = _tr("{load} × {done} · RIR {reserve}")
    if one.set_type is SetType.TEST:
        text = _tr("{load} × {done} · RIR {reserve} (test)")
    return text.format(load=on_one_line(load), done=done, reserve=reserve)


def _done_text(logged: LoggedSet) -> str:
    """Write repetitions; for a hold its seconds, and how often if more than once."""
    if logged.hold_s is None or logged.reps != 1:
        return reps_text(logged.reps, logged.hold_s)
    return _tr("{} s").format(shortest_text(logged.hold_s))


def _listed(values: Sequence[str], *, is_counted: bool = False) -> str:
    """List values; equal ones once with their number, and of many only the ends."""
    if len(set(values)) == 1:
        count = len(values)
        return (
            _tr("{} ({} sets)").format(values[0], count) if is_counted and count > 1 else values[0]
        )
    if len(values) <= MOST_LISTED:
        return ", ".join(values)
    return _tr("{} … {} ({} sets)").format(values[0], values[-1], len(values))


def _tempo_text(sets: Iterable[LoggedSet]) -> str:
    found = dict.fromkeys(write_tempo(each.tempo) for each in sets if each.tempo is not None)
    return _several(list(found))


def _rest_text(sets: Iterable[LoggedSet]) -> str:
    """Write the shortest and the longest rest before the sets."""
    rests = sorted(each.rest_s for each in sets if each.rest_s is not None)
    ends = [clock_text(round(each)) for each in (rests[:1] + rests[-1:])]
    return "–".join(dict.fromkeys(ends)) or NOTHING


def _several(texts: Sequence[str]) -> str:
    if len(texts) <= MOST_RUN_LINES:
        return ", ".join(texts) or NOTHING
    return _tr("{} … {}").format(texts[0], texts[-1])
