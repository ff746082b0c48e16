"""The sets of a session in one line, as ``S 3×8@60 | 62.5 · St 3×8@+10``."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from tracker.app.language import tr as _tr
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.notation import type_mark
from tracker.domain.session import SetType
from tracker.domain.sets_done import SetDone
from tracker.words.labels import (
    NOTHING,
    exercise_name,
    load_number,
    shortest_text,
    side_name,
    within_sentence,
)


def exercise_letters(exercise: Exercise) -> str:
    """Abbreviate an exercise to one to three letters."""
    return {
        Exercise.SEATED: _tr("S"),
        Exercise.STANDING: _tr("St"),
        Exercise.STANDING_BENT: _tr("StB"),
    }[exercise]


def sets_hint() -> str:
    """Explain how to read ``sets_text``."""
    return _tr(
        "S: seated, St: standing, StB: standing with the knee bent; left | right leg. "
        "w: warm-up, t: test."
    )


def sets_text(sets: Iterable[SetDone], unit: Unit) -> str:
    """Write sets by exercise; equal legs are written once, and a leg without sets as a dash.

    Sets in a row of one load are one, with their repetitions, or the seconds of their holds,
    counted where they are alike. Warm-ups are left out where there is more. Where only the loads of
    the legs differ, that of the right leg stands alone behind the line.
    """
    return " · ".join(
        f"{exercise_letters(exercise)} {_legs_text(of_exercise, unit)}"
        for exercise, of_exercise in _by_exercise(sets)
    )


def sets_words(sets: Iterable[SetDone], unit: Unit) -> str:
    """Write the same in words for screen readers: ``Seated: left 3×8@60, right 3×8@62.5``."""
    parts = []
    for exercise, of_exercise in _by_exercise(sets):
        legs = ", ".join(
            f"{within_sentence(side_name(side))} {_runs_text(of_side, unit)}"
            for side in Side
            if (of_side := [each for each in of_exercise if each.side is side])
        )
        parts.append(f"{exercise_name(exercise)}: {legs}")
    return "; ".join(parts)


def _by_exercise(sets: Iterable[SetDone]) -> list[tuple[Exercise, list[SetDone]]]:
    known = list(sets)
    # Warm-ups would only take up space.
    known = [each for each in known if each.set_type is not SetType.WARMUP] or known
    found = ((ex, [each for each in known if each.exercise is ex]) for ex in Exercise)
    return [(exercise, of_exercise) for exercise, of_exercise in found if of_exercise]


def _legs_text(sets: Sequence[SetDone], unit: Unit) -> str:
    left, right = ([each for each in sets if each.side is leg] for leg in LEGS)
    both = [each for each in sets if each.side is Side.BOTH]
    texts = []
    if left or right:
        texts.append(_pair_text(left, right, unit))
    if both:
        texts.append(f"{within_sentence(side_name(Side.BOTH))} {_runs_text(both, unit)}")
    return ", ".join(texts)


def _pair_text(left: Sequence[SetDone], right: Sequence[SetDone], unit: Unit) -> str:
    one, other = _runs_text(left, unit), _runs_text(right, unit)
    if one == other:
        return one
    head, at, _ = one.rpartition("@")
    other_head, _, load = other.rpartition("@")
    # Each leg has one run, the same up to the load, so that need not be repeated.
    if at and head == other_head and "@" not in head:
        return f"{one} | {load}"
    return f"{one or NOTHING} | {other or NOTHING}"


def _runs_text(sets: Sequence[SetDone], unit: Unit) -> str:
    texts = []
    for (kg, set_type, is_hold), alike in groupby(sets, key=_kind_of_run):
        each_done = list(map(_done_text, alike))
        count = f"{len(each_done)}×" if len(each_done) > 1 else ""
        is_same = len(set(each_done)) == 1
        done = f"{count}{each_done[0]}" if is_same else "/".join(each_done)
        seconds = " s" if is_hold else ""
        sign = "+" if sets[0].exercise.carries_bodyweight and kg >= 0 else ""
        load = shortest_text(load_number(kg, unit))
        texts.append(f"{done}{seconds}@{sign}{load} {type_mark(set_type)}".rstrip())
    return ", ".join(texts)


def _kind_of_run(done: SetDone) -> tuple[float, SetType, bool]:
    return done.external_kg, done.set_type, done.hold_s is not None


def _done_text(done: SetDone) -> str:
    """Write the repetitions of a set; for a hold its seconds, after their number if several."""
    if done.hold_s is None:
        return str(done.reps)
    held = shortest_text(done.hold_s)
    return held if done.reps == 1 else f"{done.reps}×{held}"
