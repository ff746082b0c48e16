"""Cards for measurements taken now and then: one per kind, and one comparing peak forces."""

from collections.abc import Sequence
from math import isnan, nan
from typing import Final

import numpy as np
from PySide6.QtWidgets import QWidget

from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.domain.columns import Integers, day_of_number
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.felt import FeltByDay
from tracker.domain.goal import GoalKind
from tracker.domain.measured import force_in_bodyweights, kinds_of
from tracker.domain.measurement import SEATED_TO_STANDING_FORCE, MeasuredKind
from tracker.ui.charts import Chart
from tracker.ui.progress.cards import ProgressCard
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import number_text, shortest_text
from tracker.words.measurements import (
    direction_text,
    force_laboratory_text,
    kind_name,
    noise_text,
    unit_text,
    value_text,
)

HEIGHT: Final = 140
# A scale up to SHORT shows at least 1/5 of its range, a longer one 1/50.
SHORT, SHORT_PART, LONG_PART = 100.0, 5, 50
ALL: Final = 1_000  # more than the number of kinds
OF: Final = (*LEGS, None)


class MeasuredCard(ProgressCard):
    """One value per day by leg, or of no leg, joined by plain lines."""

    word_lines = 2

    def __init__(
        self,
        title: str,
        least_span: float,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self._series: dict[Side | None, FeltByDay] = {}
        chart = Chart(least_span=least_span)
        super().__init__(chart, HEIGHT, title, data, settings, faults, (), parent)

    @property
    def exercises_shown(self) -> tuple[Exercise, ...]:
        return ()

    def _days_shown(self) -> Sequence[Integers]:
        return [values.day for values in self._series.values()]

    def _what_fills(self) -> str:
        return self.tr("Note what you measure: Session ▸ Take measurements.")

    def _words_at(self, day: int) -> str:
        said = {
            side: self._text(values.at(day), day)
            for side, values in self._series.items()
            if not isnan(values.at(day))
        }
        return "&nbsp;&nbsp;".join(
            text if side is None else self._leg(side, text) for side, text in said.items()
        )

    def _text(self, value: float, day: int) -> str:
        """Write a day's value."""
        raise NotImplementedError


class MeasurementCard(MeasuredCard):
    """Measurements of one kind, which way is better, and how much repeats differ.

    Args:
        kind: What was measured.
        data: The series.
        settings: Passed to ``ProgressCard``; the kind has its own unit.
        faults: Where a failed read is told.
    """

    def __init__(
        self,
        kind: MeasuredKind,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self.kind = kind
        super().__init__(kind_name(kind), _least_span(kind), data, settings, faults, parent)
        self.chart.set_value_text(shortest_text)

    @property
    def decimals(self) -> int:
        return 2

    def _show_series(self) -> None:
        checkups = self._data.checkups
        found = {side: checkups.measured(self.kind, side) for side in OF}
        self._series = {side: values for side, values in found.items() if len(values)}
        noise = self.kind.noise
        self.chart.show_goals(
            [
                (goal.target, self._goal_name(value_text(self.kind, goal.target)))
                for goal in checkups.goals
                if goal.kind is GoalKind.MEASUREMENT and goal.measured_kind == self.kind
            ]
        )
        limit = nan if noise is None else noise.value
        self.chart.show_curves(
            self._measured_curves(self._series, lambda values: np.full(len(values), limit))
        )

    def _describe(self) -> str:
        legs = [self._leg(side) for side in self._series if side is not None]
        noise = noise_text(self.kind)
        parts = (
            unit_text(self.kind),
            "&nbsp;&nbsp;".join(legs),
            direction_text(self.kind),
            self.tr("veil: {}").format(noise) if noise else "",
        )
        return self._with_last(" · ".join(filter(None, parts)))

    def _text(self, value: float, day: int) -> str:
        text = value_text(self.kind, value)
        if not self.kind.is_force:
            return text
        times = force_in_bodyweights(value, day_of_number(day), self._data.weighings)
        if times is None:
            return text
        return self.tr("{} ({} × bodyweight)").format(text, number_text(times, 2))


def _least_span(kind: MeasuredKind) -> float:
    """Return the smallest range of the chart: wide on a short scale, to keep little little."""
    if not kind.is_known:
        return 1.0
    scale = kind.bounds[1] - kind.bounds[0]
    return scale / (SHORT_PART if scale <= SHORT else LONG_PART)


class ForceRatioCard(MeasuredCard):
    """Peak force seated to standing on the same day, compared with a laboratory's value."""

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Peak force, seated : standing")
        super().__init__(title, 0.3, data, settings, faults, parent)
        self.chart.set_value_text(lambda value: number_text(value, 2))
        self.chart.set_includes([SEATED_TO_STANDING_FORCE])

    @property
    def decimals(self) -> int:
        return 2

    def _show_series(self) -> None:
        found = {side: self._data.checkups.force_ratios(side) for side in LEGS}
        self._series = {side: values for side, values in found.items() if len(values)}
        self.chart.show_reference(SEATED_TO_STANDING_FORCE, self.tr("laboratory"))
        self.chart.show_curves(
            self._measured_curves(self._series, lambda values: np.full(len(values), nan))
        )

    def _describe(self) -> str:
        text = self.tr("isometric, of one day · {} · dotted: {}").format(
            self._legs(), force_laboratory_text()
        )
        return self._with_last(text)

    def _text(self, value: float, _day: int) -> str:
        return number_text(value, 2)


class MeasurementCards:
    """The cards of measurements: one per kind, created when it has first been measured.

    Args:
        data: The series.
        settings: For the cards.
        faults: Where a failed read is told.
        parent: The parent of the cards.
    """

    def __init__(
        self, data: ProgressData, settings: Settings, faults: Faults, parent: QWidget
    ) -> None:
        self._data = data
        self._parts = (data, settings, faults, parent)
        self.of: dict[MeasuredKind, MeasurementCard] = {}
        self.forces: ForceRatioCard | None = None  # only if both peak forces of some day are known

    @property
    def cards(self) -> tuple[MeasuredCard, ...]:
        """The cards, in the order of their kinds."""
        return (*self.of.values(), *([] if self.forces is None else [self.forces]))

    def keep_up(self, most: int = ALL) -> bool:
        """Create cards for new kinds, and remove those of kinds that are gone.

        Args:
            most: How many to create; a chart takes some hundredths of a second.

        Returns:
            Whether any was created or removed.

        Raises:
            TrackerError: If the log could not be read.
        """
        before, checkups = self.cards, self._data.checkups
        has_ratio = any(len(checkups.force_ratios(side)) for side in LEGS)
        kinds = kinds_of(checkups.measurements)
        lacking = [kind for kind in kinds if kind not in self.of]
        made = {kind: MeasurementCard(kind, *self._parts) for kind in lacking[:most]}
        there = self.of | made
        self.of = {kind: there[kind] for kind in kinds if kind in there}
        if not has_ratio:
            self.forces = None
        elif self.forces is None and len(made) < most:
            self.forces = ForceRatioCard(*self._parts)
        now = self.cards
        for card in before:
            if card not in now:
                card.hide()
                card.deleteLater()
        return now != before
