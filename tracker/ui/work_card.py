"""The Work card of the Progress page: what was done a week, and around it what was planned."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtWidgets import QWidget

from tracker.app.progress import Measure, ProgressData, Work
from tracker.app.settings import Settings
from tracker.domain.columns import Integers, day_of_number
from tracker.domain.exercise import Exercise
from tracker.domain.load import KG_PER_LB, Unit
from tracker.ui.cards import SegmentedControl
from tracker.ui.charts import Bars, Chart
from tracker.ui.faults import Faults
from tracker.ui.labels import date_text, load_text, number_text
from tracker.ui.progress_cards import ProgressCard, axis_text
from tracker.ui.progress_words import exercise_word

BAR_ROLES: Final = {
    Exercise.SEATED: "accent",
    Exercise.STANDING: "muted",
    Exercise.STANDING_BENT: "text",
}


class WorkCard(ProgressCard):
    """Work by week: hard sets, or volume with each exercise for itself."""

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self.measure = SegmentedControl(
            [self.tr("hard sets"), self.tr("volume")], self.tr("Measure of work")
        )
        self._work = self._planned = Work(np.zeros(0, np.int64), {})
        chart = Chart(least_span=4.0)
        super().__init__(
            chart, 150, self.tr("Work"), data, settings, faults, [self.measure], parent
        )
        chart.set_value_text(lambda value: axis_text(value, 1))
        self.measure.chosen.connect(self.show_again)

    @property
    def _is_volume(self) -> bool:
        return self.measure.index == 1

    def _show_series(self) -> None:
        self._work = self._data.work(Measure.VOLUME if self._is_volume else Measure.HARD_SETS)
        in_pounds = self._is_volume and self._settings.unit is Unit.LB
        kg_per_shown = KG_PER_LB if in_pounds else 1.0
        bars = [
            Bars(exercise_word(each), BAR_ROLES[each], self._work.day, values / kg_per_shown)
            for each, values in self._work.of.items()
            if not np.isnan(values).any()
        ]
        # Kilograms of different exercises stand side by side: their sum would mean nothing.
        self.chart.show_bars(bars, are_stacked=not self._is_volume)
        self._planned = Work(np.zeros(0, np.int64), {})
        if not self._is_volume:
            self._planned = self._data.planned_work()
        self.chart.show_outline(self._outline())

    def _outline(self) -> Bars | None:
        """Give the hard sets planned a week, of all exercises; None where there is no plan."""
        planned = self._planned.of.values()
        if not planned:
            return None
        return Bars(self.tr("planned"), "text", self._planned.day, np.sum(list(planned), axis=0))

    def _days_shown(self) -> Sequence[Integers]:
        return [self._work.day, self._planned.day]

    def _describe(self) -> str:
        text = (
            self.tr("reps × system load a week, {}").format(self._settings.unit.value)
            if self._is_volume
            else self.tr("hard sets a week, left and right of one number as one")
        )
        marks = [(BAR_ROLES[each], "■", exercise_word(each)) for each in self._work.of]
        if self._planned.of:
            marks.append(("text", "□", self.tr("planned")))
        return f"{text} · {self._legend(marks)}" if marks else text

    def _what_fills(self) -> str:
        return self.tr("Log any set: each week gets a bar.")

    def _words_at(self, day: int) -> str:
        values, planned = self._work.at(day), sum(self._planned.at(day).values())
        if not values and not planned:
            return ""
        date = day_of_number(day)
        monday = date_text(day_of_number(day - date.weekday()))
        if self._is_volume:
            loads = ", ".join(
                f"{exercise_word(each)} {load_text(value, self._settings.unit, 0)}"
                for each, value in values.items()
            )
            return self.tr("week of {}: {}").format(monday, loads)
        of = ", ".join(
            f"{number_text(value)} {exercise_word(each)}" for each, value in values.items()
        )
        total = number_text(sum(values.values()))
        words = self.tr("week of {}: {} hard sets ({})").format(monday, total, of)
        if not values:
            words = self.tr("week of {}: no hard set").format(monday)
        return self.tr("{}, {} planned").format(words, number_text(planned)) if planned else words
