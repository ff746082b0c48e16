"""The Left–right card of the Progress page: pairs of sets, their figure, and its ±."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtWidgets import QWidget

from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import Mark
from tracker.domain.columns import LEFT, RIGHT, Integers
from tracker.domain.exercise import LEGS, Exercise
from tracker.domain.goal import GoalKind
from tracker.domain.pairs import PAIR_DAYS, Pairs
from tracker.domain.strengths import LegBalance
from tracker.domain.verdict import Verdicts
from tracker.ui.charts import Chart, Curve, Line, PointKind, Points
from tracker.ui.progress.cards import ProgressCard, axis_text
from tracker.ui.widgets.faults import Faults
from tracker.words.balance import figure_text, reason_text
from tracker.words.labels import exercise_name, exercise_word, load_text, number_text
from tracker.words.progress import marks_text, value_of_pair_text

BALANCE_MARKS: Final = (Mark("text", "o", "●"), Mark("muted", "s", "■"))  # one per exercise


class BalanceCard(ProgressCard):
    """Left against right: signed differences of pairs, their figure with its ±, the usual range."""

    word_lines = 2

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self._balances: dict[Exercise, tuple[LegBalance, Verdicts]] = {}
        chart = Chart(least_span=10.0)
        super().__init__(chart, 164, self.tr("Left – right"), data, settings, faults, (), parent)
        chart.set_value_text(self._side_of_axis)

    def _side_of_axis(self, value: float) -> str:
        """Say beside the axis which leg is stronger: up means the right one."""
        if round(value, 6) == 0:
            return "0"
        words = self.tr("R {}") if value > 0 else self.tr("L {}")
        return words.format(axis_text(abs(value), 1))

    def _show_series(self) -> None:
        strengths, bands = self._data.strengths, self._data.bands
        balances = {exercise: strengths.balance(exercise) for exercise in self._exercises}
        self._balances = {
            exercise: (balance, balance.at_pairs(bands)) for exercise, balance in balances.items()
        }
        self.chart.show_band(bands.usual_percent)
        aims = {each.target for each in self._goals(GoalKind.DIFFERENCE_PERCENT)}
        self.chart.show_goals(
            [
                (sign * aim, self._goal_name(self._side_of_axis(sign * aim)))
                for aim in sorted(aims)
                for sign in (-1, 1)
            ]
        )
        is_one = len(self._exercises) == 1
        marked = zip(self._balances.items(), BALANCE_MARKS, strict=False)
        self.chart.show_curves(
            [
                Curve(
                    "" if is_one else exercise_word(exercise),
                    mark.colour,
                    Points(balance.pairs.day, balance.all_pairs.percent, _kinds(balance.pairs)),
                    _line(verdicts),
                    mark.shape,
                    mark.shape != "o",
                    title=self.tr("{}: pair, %").format(exercise_name(exercise)),
                    line_title=self.tr("{}: figure, %").format(exercise_name(exercise)),
                )
                for (exercise, (balance, verdicts)), mark in marked
            ]
        )

    def _days_shown(self) -> Sequence[Integers]:
        return [balance.pairs.day for balance, _ in self._balances.values()]

    def _describe(self) -> str:
        usual = number_text(self._data.bands.usual_percent)
        first = [
            self.tr("up: right stronger, % of the stronger leg"),
            self.tr("band: usual ±{} %").format(usual),
        ]
        if len(self._exercises) > 1:
            marked = zip(self._balances, BALANCE_MARKS, strict=False)
            marks = [(mark.colour, mark.letter, exercise_word(each)) for each, mark in marked]
            first.insert(0, self._legend(marks))
        verdicts = [each for _, each in self._balances.values()]
        if any(each.is_known.any() for each in verdicts):
            first.append(self.tr("veil: ± of the line"))
        kinds = np.concatenate([_kinds(each.pairs) for each, _ in self._balances.values()])
        bounds = np.isin(kinds, (PointKind.AT_LEAST, PointKind.AT_MOST))
        second = marks_text(
            tests=bool((kinds == PointKind.TEST).any()),
            bounds=bool(bounds.any()),
            not_noted=False,
            dotted=any(bool((each.is_known & ~each.is_point).any()) for each in verdicts),
        )
        return "<br>".join(map(" · ".join, filter(None, (first, second))))

    def _what_fills(self) -> str:
        text = self.tr(
            "Log sets of the left and the right leg within {} days of each other, with what was "
            "left in reserve."
        )
        return text.format(PAIR_DAYS)

    def _words_at(self, day: int) -> str:
        return "<br>".join(
            self._exercise_at(exercise, balance, day)
            for exercise, (balance, _) in self._balances.items()
        )

    def _exercise_at(self, exercise: Exercise, balance: LegBalance, day: int) -> str:
        """Describe a day's pair, if any, and the figure on that day, or why there is none."""
        verdict = self._data.strengths.balance(exercise).on(day, self._data.bands)
        place = int(np.searchsorted(balance.pairs.day, day, side="right")) - 1
        if place >= 0 and balance.pairs.day[place] == day:
            pair = self._pair_text(balance.pairs, place)
            return f"{self._named(exercise)}{pair}: {figure_text(verdict)}"
        words = figure_text(verdict)
        if verdict.reason is not None:  # only its first sentence: the tile says what can be done
            words = reason_text(verdict.reason, verdict.pairs).partition(". ")[0].rstrip(".")
        name = self._named(exercise).rstrip()
        return f"{name}: {words}" if name else words

    def _pair_text(self, pairs: Pairs, place: int) -> str:
        legs = [
            self._leg(
                side,
                value_of_pair_text(
                    load_text(float(pairs.system_kg[place, code]), self._settings.unit, None),
                    float(pairs.reps_to_failure[place, code]),
                    at_least=bool(pairs.is_at_least[place, code]),
                    is_test=bool(pairs.is_test[place, code]),
                ),
            )
            for code, side in enumerate(LEGS)
        ]
        return "&nbsp;&nbsp;".join(legs)


def _kinds(pairs: Pairs) -> Integers:
    """Return how pairs are drawn: a bound with an arrow in the direction it is open."""
    at_least = pairs.is_at_least
    drawn = (at_least[:, RIGHT], at_least[:, LEFT], pairs.of_tests)
    return np.select(drawn, (PointKind.AT_LEAST, PointKind.AT_MOST, PointKind.TEST), PointKind.FULL)


def _line(verdicts: Verdicts) -> Line:
    """Make the line of the figures, with gaps where nothing is known.

    Each difference is in percent on the same equipment, so a change of equipment is no break.
    """
    known = verdicts.is_known
    return Line(
        verdicts.at,
        np.where(known, verdicts.value, np.nan),
        np.where(known, verdicts.plus_minus, np.nan),
        ~verdicts.is_point,
        np.zeros(len(verdicts), np.bool_),
    )
