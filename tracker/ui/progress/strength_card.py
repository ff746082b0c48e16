"""The Strength card of the Progress page: the best estimate of each day, and their median."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import Final

import numpy as np
from PySide6.QtWidgets import QWidget

from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import MARKS
from tracker.domain.columns import LEFT, RIGHT, Floats, Integers
from tracker.domain.day_values import DayValues
from tracker.domain.evidence import EVIDENCES, KNOWN
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.load import KG_PER_LB, Unit
from tracker.domain.one_rep_max import MOST_ESTIMATED_REPS
from tracker.domain.windows import WINDOW_DAYS
from tracker.ui.charts import Chart, Curve, Line, PointKind, Points
from tracker.ui.progress.cards import ProgressCard, axis_text
from tracker.ui.widgets.cards import SegmentedControl
from tracker.ui.widgets.faults import Faults
from tracker.words.estimates import evidence_text
from tracker.words.labels import exercise_word, leg, number_text
from tracker.words.progress import marks_text, with_limit

# How each kind of evidence is drawn, by its code; a known value of a test is a diamond.
POINT_KINDS: Final = np.array([PointKind.FULL, PointKind.AT_LEAST, PointKind.SMALL])


@dataclass(frozen=True, slots=True)
class LegSeries:
    """What is drawn of one leg, in kilograms or times bodyweight.

    Args:
        values: The rows by day, only those drawn.
        value: Their values as shown.
        line: The figure on each day that has a comparable value.
    """

    values: DayValues
    value: Floats
    line: Line


class StrengthCard(ProgressCard):
    """Estimated 1RM by leg, as a load or in times bodyweight."""

    word_lines = 2

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self.scale = SegmentedControl(
            [self.tr("load"), self.tr("× bodyweight")], self.tr("Scale of strength")
        )
        self._legs_shown: dict[tuple[Exercise, Side], LegSeries] = {}
        chart = Chart(least_span=10.0)
        super().__init__(
            chart, 212, self.tr("Strength"), data, settings, faults, [self.scale], parent
        )
        self.scale.chosen.connect(self.show_again)

    @property
    def _is_load(self) -> bool:
        return self.scale.index == 0

    @property
    def _kg_per_shown(self) -> float:
        return KG_PER_LB if self._is_load and self._settings.unit is Unit.LB else 1.0

    @property
    def decimals(self) -> int:
        return 1 if self._is_load else 2

    def _show_series(self) -> None:
        is_load, is_one = self._is_load, len(self._exercises) == 1
        legs = [(exercise, side) for exercise in self._exercises for side in LEGS]
        self._legs_shown = {each: self._series(*each) for each in legs}
        self.chart.set_value_text(lambda value: axis_text(value, 1) if is_load else two(value))
        self.chart.set_least_span(10.0 if is_load else 0.2)
        self._show_goals()
        self.chart.show_curves(
            [
                Curve(
                    leg(side) if is_one else exercise_word(exercise),
                    MARKS[side].colour,
                    Points(series.values.day, series.value, _kinds(series.values)),
                    series.line,
                    MARKS[side].shape,
                    side is Side.RIGHT,
                    title=self._title(exercise, side),
                    line_title=self.tr("{}: median").format(self._title(exercise, side)),
                )
                for (exercise, side), series in self._legs_shown.items()
            ]
        )

    def _series(self, exercise: Exercise, side: Side) -> LegSeries:
        """Compute what is drawn of one leg; times bodyweight, only where that is known."""
        strengths = self._data.strengths
        values, figures = strengths.values_of(exercise, side), strengths.leg(exercise, side)
        found = figures.own_days()
        per_value = np.full(len(values), self._kg_per_shown)
        per_figure = np.full(len(found.at), self._kg_per_shown)
        if not self._is_load:
            compared = values.rows(values.is_compared)
            per_value = values.bodyweight_kg
            per_figure = compared.bodyweight_kg[np.searchsorted(compared.day, found.at)]
        shown = values.rows(~np.isnan(per_value))
        kg = found.kg / per_figure
        return LegSeries(
            shown,
            shown.e1rm_kg / per_value[~np.isnan(per_value)],
            Line(
                found.at,
                kg,
                kg * found.plus_minus_percent / 100,
                found.is_at_least,
                np.append(True, found.equipment[1:] != found.equipment[:-1])[: len(kg)],
            ),
        )

    def _show_goals(self) -> None:
        goals, body_kg = self._goals(GoalKind.E1RM_BODYWEIGHTS), None
        if goals and self._is_load:
            body_kg = self._data.bodyweight_kg()
            goals = goals if body_kg is not None else []
        scale = 1.0 if body_kg is None else body_kg / self._kg_per_shown
        self.chart.show_goals([(each.target * scale, self._name_of(each, scale)) for each in goals])

    def _name_of(self, goal: Goal, scale: float) -> str:
        if len(self._exercises) > 1:
            return self.tr("{} goal").format(exercise_word(goal.trained))
        target = axis_text(goal.target * scale, 1 if self._is_load else 2)
        return self._goal_name(target)

    def _days_shown(self) -> Sequence[Integers]:
        return [series.values.day for series in self._legs_shown.values()]

    def _describe(self) -> str:
        unit = self._settings.unit.value if self._is_load else self.tr("× bodyweight")
        first = [self.tr("estimate, {}").format(unit), self._legs()]
        kinds = np.concatenate([_kinds(each.values) for each in self._legs_shown.values()])
        lines = [each.line for each in self._legs_shown.values()]
        if any(np.isfinite(line.height).any() for line in lines):
            first.append(self.tr("line: median of {} days, veil: its ±").format(WINDOW_DAYS))
        second = marks_text(
            tests=bool((kinds == PointKind.TEST).any()),
            bounds=bool((kinds == PointKind.AT_LEAST).any()),
            not_noted=bool((kinds == PointKind.SMALL).any()),
            dotted=any(bool(line.is_bound.any()) for line in lines),
        )
        # Said once, for all charts: they have the same marks.
        with_events = [*second, self.tr("grey, dotted: events")]
        if self.chart.events.spells and self.has_room(" · ".join(with_events)):
            second = with_events
        return "<br>".join(map(" · ".join, filter(None, (first, second))))

    def _what_fills(self) -> str:
        sides = self._data.table.side
        if len(sides) and not np.isin(sides, (LEFT, RIGHT)).any():
            return self.tr(
                "Sets of both legs at once are work, and no leg’s strength. "
                "Log a set of one leg with up to {} repetitions: it begins this line."
            ).format(MOST_ESTIMATED_REPS)
        needs_body = not self._is_load or Exercise.SEATED not in self._exercises
        if needs_body and self._data.exercises():
            return self.tr("Enter your bodyweight on the Log page: this figure needs it.")
        text = self.tr("Log a set of one leg with up to {} repetitions: it begins this line.")
        return text.format(MOST_ESTIMATED_REPS)

    def _words_at(self, day: int) -> str:
        parts = []
        for exercise in self._exercises:
            told = {
                side: self._leg_at(self._legs_shown[exercise, side], exercise, side, day)
                for side in LEGS
            }
            legs = [self._leg(side, words) for side, words in told.items() if words]
            if legs:
                parts.append(self._named(exercise) + "&nbsp;&nbsp;".join(legs))
        if not parts:
            return ""
        unit = self._settings.unit.value if self._is_load else self.tr("× bodyweight")
        text = "<br>".join(parts) + self.tr(" {}, estimated").format(unit)
        return text + self.tr(", in brackets the median") if "(" in text else text

    def _leg_at(self, series: LegSeries, exercise: Exercise, side: Side, day: int) -> str:
        """Write a day's best value, and in brackets the figure on that day; blank if neither."""
        parts = []
        of_day = slice(*np.searchsorted(series.values.day, (day, day + 1)))
        value = series.value[of_day]
        if len(value):
            place = of_day.start + int(np.argmax(value))
            evidence = EVIDENCES[series.values.evidence[place]]
            is_test = bool(series.values.is_test[place])
            parts.append(
                evidence_text(self._shown(float(series.value[place])), evidence, is_test=is_test)
            )
        figure = self._figure_at(series, exercise, side, day)
        return " ".join([*parts, f"({figure})"] if figure else parts)

    def _figure_at(self, series: LegSeries, exercise: Exercise, side: Side, day: int) -> str:
        found = self._data.strengths.leg(exercise, side).at(np.array([day])).one(0)
        if found is None:
            return ""
        per_figure = self._kg_per_shown
        if not self._is_load:
            body_kg = series.values.bodyweight_kg
            place = int(np.searchsorted(series.values.day, day, side="right")) - 1
            per_figure = float(body_kg[place]) if place >= 0 else float("nan")
        if isnan(per_figure):
            return ""
        text = with_limit(
            self._shown(found.kg / per_figure), self._shown(found.plus_minus_kg / per_figure)
        )
        return self.tr("at least {}").format(text) if found.is_at_least else text

    def _shown(self, value: float) -> str:
        return number_text(value, self.decimals)


def _kinds(values: DayValues) -> Integers:
    """Return how values are drawn."""
    of_test = values.is_test & (values.evidence == KNOWN)
    return np.where(of_test, PointKind.TEST, POINT_KINDS[values.evidence])


def two(value: float) -> str:
    """Write a value with two decimals."""
    return number_text(value, 2)
