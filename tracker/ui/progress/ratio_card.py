"""The seated : standing card of the Progress page: a ratio of training, not of a laboratory."""

from collections.abc import Sequence
from math import isnan

import numpy as np
from PySide6.QtWidgets import QWidget

from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import MARKS
from tracker.domain.columns import Integers
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.leg_strength import Shares
from tracker.ui.charts import Chart, Curve, Line, Points
from tracker.ui.progress.cards import ProgressCard
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import leg, number_text, side_name
from tracker.words.progress import with_limit


class RatioCard(ProgressCard):
    """Seated strength against standing, by leg, with its ±."""

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self._ratios: dict[Side, Line] = {}
        chart = Chart(least_span=0.2)
        title = self.tr("Soleus – gastrocnemius")
        super().__init__(chart, 150, title, data, settings, faults, (), parent)
        chart.set_value_text(lambda value: number_text(value, 2))

    @property
    def exercises_shown(self) -> tuple[Exercise, ...]:
        return Exercise.SEATED, Exercise.STANDING

    @property
    def decimals(self) -> int:
        return 2

    def _show_series(self) -> None:
        self._ratios = {side: self._line(side) for side in LEGS}
        nothing = np.zeros(0, np.int64)
        self.chart.show_curves(
            [
                Curve(
                    leg(side),
                    MARKS[side].colour,
                    Points.full(nothing, np.zeros(0)),
                    line,
                    MARKS[side].shape,
                    side is Side.RIGHT,
                    line_title=side_name(side),
                )
                for side, line in self._ratios.items()
            ]
        )

    def _line(self, side: Side) -> Line:
        strengths = self._data.strengths
        days = strengths.days_of_ratio(side)
        for exercise in (Exercise.SEATED, Exercise.STANDING):
            # Computes and caches what most of these days consist of.
            strengths.leg(exercise, side).own_days()
        begins = np.diff(strengths.equipment_of_ratio(side, days), prepend=0) > 0
        shares = strengths.seated_to_standing(side, days)
        no = np.zeros(len(days), np.bool_)
        return Line(days, shares.percent / 100, shares.plus_minus / 100, no, begins)

    def _days_shown(self) -> Sequence[Integers]:
        return [line.day[np.isfinite(line.height)] for line in self._ratios.values()]

    def _describe(self) -> str:
        text = self.tr("seated : standing, estimated · {}").format(self._legs())
        if any(map(len, self._days_shown())):
            text += self.tr(" · veil: ± of the line")
        return text

    def _what_fills(self) -> str:
        return self.tr(
            "Log seated and standing sets of one leg with what was left in reserve, and your "
            "bodyweight."
        )

    def _words_at(self, day: int) -> str:
        found = {
            side: self._data.strengths.seated_to_standing(side, np.array([day])) for side in LEGS
        }
        legs = {side: _text(shares) for side, shares in found.items()}
        return "&nbsp;&nbsp;".join(self._leg(side, text) for side, text in legs.items() if text)


def _text(shares: Shares) -> str:
    ratio, limit = float(shares.percent[0]) / 100, float(shares.plus_minus[0]) / 100
    return "" if isnan(ratio) else with_limit(number_text(ratio, 2), number_text(limit, 2))
