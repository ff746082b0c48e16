"""The Work card of the Progress page: the training done each week, and what was planned."""

from collections.abc import Sequence
from math import isnan
from typing import Final

import numpy as np
from PySide6.QtWidgets import QWidget

from tracker.app.language import plural
from tracker.app.progress import Measure, ProgressData
from tracker.app.settings import Settings
from tracker.domain.columns import Integers, RunColumns, day_of_number
from tracker.domain.exercise import Exercise
from tracker.domain.load import KG_PER_LB, Unit
from tracker.domain.running import weekly_distance
from tracker.domain.week import begin_of_week
from tracker.domain.weekly_work import WeeklyWork
from tracker.ui.charts import Bars, Chart, ThinLine
from tracker.ui.progress.cards import ProgressCard, axis_text
from tracker.ui.widgets.cards import SegmentedControl
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import (
    clock_text,
    date_text,
    distance_number,
    distance_text,
    distance_unit,
    exercise_word,
    load_text,
    number_text,
)

BAR_ROLES: Final = {
    Exercise.SEATED: "accent",
    Exercise.STANDING: "muted",
    Exercise.STANDING_BENT: "text",
}
SECONDS_A_MINUTE: Final = 60.0
# Fainter than the bars.
RUNNING_ROLE: Final = "muted"
PLANNED_ROLE: Final = "muted"
HOLDS: Final = 2  # the index of holds among the choices
MEASURES: Final = (Measure.HARD_SETS, Measure.VOLUME, Measure.HELD)
MIDDLE_OF_WEEK: Final = 3.5  # days after Monday, above the middle of the week's bar


class WorkCard(ProgressCard):
    """Weekly training: hard sets of all exercises, volume of each exercise, or time under holds."""

    are_weeks = True

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self.measure = SegmentedControl(
            [self.tr("hard sets"), self.tr("volume"), self.tr("holds")],
            self.tr("Measure of work"),
        )
        self.measure.set_choice_visible(HOLDS, visible=False)
        self._work = self._planned = WeeklyWork(np.zeros(0, np.int64), {})
        self._distance = weekly_distance(RunColumns.of([]))
        self._mean_of = 1  # weeks, as the caption says
        chart = Chart(least_span=4.0)
        super().__init__(
            chart, 150, self.tr("Work"), data, settings, faults, [self.measure], parent
        )
        chart.set_value_text(self._axis_text)
        self.measure.chosen.connect(self.show_again)

    @property
    def exercises_shown(self) -> tuple[Exercise, ...]:
        return ()

    def _axis_text(self, value: float) -> str:
        # If only runs are known, this axis has nothing to show.
        return axis_text(value, 1) if len(self._work) or len(self._planned) else ""

    @property
    def _measure(self) -> Measure:
        return MEASURES[self.measure.index]

    def _show_series(self) -> None:
        has_holds = bool(self._data.table.held_s.any())
        self.measure.set_choice_visible(HOLDS, visible=has_holds)
        if self._measure is Measure.HELD and not has_holds:
            self.measure.choose(0)
        measure = self._measure
        self._work = self._data.work(measure)
        in_pounds = self._settings.unit is Unit.LB
        kg_per_shown = KG_PER_LB if in_pounds else 1.0
        per_shown = {Measure.VOLUME: kg_per_shown, Measure.HELD: SECONDS_A_MINUTE}.get(measure, 1.0)
        bars = [
            Bars(exercise_word(each), BAR_ROLES[each], self._work.day, values / per_shown)
            for each, values in self._work.of.items()
            if not np.isnan(values).any()
        ]
        # Volumes of different exercises are side by side, because their sum would mean nothing.
        self.chart.show_bars(bars, are_stacked=measure is not Measure.VOLUME)
        self._planned = WeeklyWork(np.zeros(0, np.int64), {})
        if measure is Measure.HARD_SETS:
            self._planned = self._data.planned_work()
        self.chart.show_outline(self._outline())
        self._show_running()

    def _show_running(self) -> None:
        """Draw the distance run each week, if any, joined from midweek to midweek."""
        self._distance, unit = self._data.checkups.distance(), self._settings.unit
        line = ThinLine(
            RUNNING_ROLE,
            self._distance.day.astype(np.float64) + MIDDLE_OF_WEEK,
            distance_number(self._distance.km, unit),
            distance_unit(unit),
            self.tr("running, {}").format(distance_unit(unit)),
        )
        self.chart.show_thin_line(line if len(self._distance) else None)

    def _outline(self) -> Bars | None:
        """Return the hard sets planned each week, of all exercises; None if there is no plan."""
        planned = self._planned.of.values()
        if not planned:
            return None
        total = np.sum(list(planned), axis=0)
        return Bars(self.tr("planned"), PLANNED_ROLE, self._planned.day, total)

    def _days_shown(self) -> Sequence[Integers]:
        return [self._work.day, self._planned.day, self._distance.day]

    def _days_to_stand_on(self) -> Integers:
        return self._data.days()  # any day shows the values of its week

    def show_days_in_view(self) -> None:
        super().show_days_in_view()
        if self.chart.thin_line_mean_of != self._mean_of:
            self.show_words()

    def _describe(self) -> str:
        self._mean_of = self.chart.thin_line_mean_of
        text = {
            Measure.HARD_SETS: self.tr("hard sets a week, left and right of one number as one"),
            Measure.VOLUME: self.tr("reps × system load a week, {}").format(
                self._settings.unit.value
            ),
            Measure.HELD: self.tr("time under tension in holds a week, minutes"),
        }[self._measure]
        marks = [(BAR_ROLES[each], "■", exercise_word(each)) for each in self._work.of]
        if self._planned.of:
            marks.append((PLANNED_ROLE, "□", self.tr("planned")))
        if len(self._distance):
            running = self.tr("running, {}").format(distance_unit(self._settings.unit))
            if self._mean_of > 1:
                running = self.tr("{}, mean of {} weeks").format(running, self._mean_of)
            marks.append((RUNNING_ROLE, "──", running))
        return f"{text} · {self._legend(marks)}" if marks else text

    def _what_fills(self) -> str:
        return self.tr("Log any set: each week gets a bar. Runs that are imported become a line.")

    def _words_at(self, day: int) -> str:
        km, parts = self._distance.at(day), [self._work_at(day)]
        if not isnan(km):
            parts.append(self.tr("{} run").format(distance_text(km, self._settings.unit)))
        words = " · ".join(filter(None, parts))
        monday = date_text(begin_of_week(day_of_number(day)))
        return self.tr("week of {}: {}").format(monday, words) if words else ""

    def _work_at(self, day: int) -> str:
        """Write the training of the week of a day, and what was planned; blank if neither."""
        values, planned = self._work.at(day), sum(self._planned.at(day).values())
        if not values and not planned:
            return ""
        if self._measure is not Measure.HARD_SETS:
            is_volume = self._measure is Measure.VOLUME
            return ", ".join(
                f"{exercise_word(each)} "
                + (
                    load_text(value, self._settings.unit, 0)
                    if is_volume
                    else self.tr("{} min held").format(clock_text(round(value)))
                )
                for each, value in values.items()
                if value or is_volume
            )
        words = self.tr("no hard set")
        if values:
            of = ", ".join(
                f"{number_text(value)} {exercise_word(each)}" for each, value in values.items()
            )
            total = sum(values.values())
            words = f"{plural('%Ln hard (set|sets)', None, round(total))} ({of})"
        return self.tr("{}, {} planned").format(words, number_text(planned)) if planned else words
