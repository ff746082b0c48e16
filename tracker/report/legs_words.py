"""What the report says about the legs' strength: the same sentences as elsewhere, never advice."""

from dataclasses import replace
from math import isnan

from tracker.app.language import tr as _tr
from tracker.domain.exercise import LEGS
from tracker.domain.leg_strength import LegFigure
from tracker.domain.load import Unit
from tracker.domain.verdict import State, Verdict
from tracker.report.contents import Report
from tracker.report.legs import Leg, Strength
from tracker.report.words import computed_kg, row, under
from tracker.words.balance import (
    basis_text,
    figure_text,
    judgement_sentence,
    symmetry_text,
    verdict_sentence,
)
from tracker.words.labels import (
    NOTHING,
    exercise_emphasis,
    exercise_knee,
    exercise_name,
    leg,
    load_text,
    number_text,
)

# Left against right


def symmetry_head(report: Report) -> str:
    """Say which leg the limb symmetry index is about."""
    side = report.runner.involved_side
    if side is None:
        return _tr("LSI")
    return _tr("LSI: {} / {}").format(leg(side), leg(side.opposite))


def symmetry_definition(report: Report) -> str:
    """Define the limb symmetry index, within a sentence."""
    if report.runner.involved_side is None:
        return _tr("the weaker leg in percent of the stronger")
    return _tr("the injured leg in percent of the other")


def strength_row(strength: Strength, report: Report, unit: Unit) -> str:
    """Write one exercise: each leg, the limb symmetry index, the difference, and what it means."""
    exercise, verdict = strength.exercise, strength.verdict
    knee = f"{exercise_knee(exercise)}, {exercise_emphasis(exercise)}"
    return row(
        [
            f"<b>{exercise_name(exercise)}</b>{under(knee)}",
            *(_leg_cell(strength.legs[side], strength.bodyweight_kg, unit) for side in LEGS),
            symmetry_text(verdict, report.runner.involved_side),
            _difference_text(verdict) + judgement_sentence(verdict) + _tests_line(strength),
        ]
    )


def _leg_cell(shown: Leg, bodyweight_kg: float, unit: Unit) -> str:
    figure = shown.now
    if figure is None:
        return NOTHING
    text = f"<b>{leg_figure_text(figure, unit)}</b>"
    if not isnan(bodyweight_kg):
        times = number_text(figure.kg / bodyweight_kg, 2)
        text += under(_tr("{} × bodyweight").format(times))
    return text


def leg_figure_text(figure: LegFigure | None, unit: Unit) -> str:
    """Write a leg's figure, as ``80.0 kg ± 5.2`` or ``at least 70.0 kg``; a dash for none."""
    if figure is None:
        return NOTHING
    load = load_text(computed_kg(figure.kg), unit)
    if figure.is_at_least:
        return _tr("at least {}").format(load)
    limit = load_text(computed_kg(figure.plus_minus_kg), unit).partition(" ")[0]
    return _tr("{} ± {}").format(load, limit)


def _difference_text(verdict: Verdict) -> str:
    found = verdict.difference
    if found is None or verdict.state is State.UNKNOWN:
        return ""
    return f"<b>{figure_text(verdict)}</b> ({basis_text(found)}). "


def _tests_line(strength: Strength) -> str:
    """Say what strength tests alone tell, if that is not said already."""
    by_tests, said = strength.by_tests, strength.verdict.difference
    if by_tests is None or by_tests.difference is None:
        return ""
    if said is not None and replace(by_tests.difference, source=said.source) == said:
        return ""
    return under(_tr("Strength tests alone: {}").format(verdict_sentence(by_tests)))
