"""The seated : standing card of the Progress page, with the laboratory's line on request."""

from collections.abc import Sequence
from math import isnan
from typing import Final

import numpy as np
from PySide6.QtWidgets import QToolButton, QWidget

from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import MARKS
from tracker.domain.columns import Integers
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.leg_strength import Shares
from tracker.ui.charts import Chart, Curve, Line, Points
from tracker.ui.progress.cards import ProgressCard
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import number_text, side_name
from tracker.words.progress import leg, with_limit

# Torque, isokinetic and static, of sedentary adults (Fugl-Meyer): no target, and no load on a knee.
LABORATORY: Final = 0.85


class RatioCard(ProgressCard):
    """Seated against standing by leg, with its ±."""

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self._ratios: dict[Side, Line] = {}
        self.laboratory = QToolButton()
        self.laboratory.setText(self.tr("{} line").format(number_text(LABORATORY, 2)))
        self.laboratory.setToolTip(
            self.tr("Show the torque ratio of sedentary adults in a laboratory; no target")
        )
        self.laboratory.setCheckable(True)
        chart = Chart(least_span=0.2)
        title = self.tr("Soleus – gastrocnemius")
        super().__init__(chart, 150, title, data, settings, faults, [self.laboratory], parent)
        chart.set_value_text(lambda value: number_text(value, 2))
        self.laboratory.toggled.connect(self.show_again)

    @property
    def decimals(self) -> int:
        return 2

    def _show_series(self) -> None:
        is_asked = self.laboratory.isChecked()
        self.chart.set_includes([LABORATORY] if is_asked else [])
        self.chart.show_reference(LABORATORY if is_asked else None, self.tr("laboratory"))
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
            strengths.leg(exercise, side).own_days()  # keeps what most of these days are made of
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
        if self.laboratory.isChecked():
            text += self.tr(
                " · dotted: {}, laboratory torque of sedentary adults, no target"
            ).format(number_text(LABORATORY, 2))
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
