"""The Holds card of the Progress page: seconds held, by leg, at one load."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QComboBox, QWidget

from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import MARKS
from tracker.domain.columns import Integers
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.holds import DayHolds, HeldLoad, legs_held
from tracker.ui.charts import Chart, Curve, Line, PointKind, Points
from tracker.ui.progress.cards import ProgressCard, from_nought_text
from tracker.ui.widgets.faults import Faults
from tracker.words.holds import held_load_text, held_text, legs_held_text
from tracker.words.labels import leg, side_name
from tracker.words.progress import marks_text


class HoldsCard(ProgressCard):
    """How long each leg held a load that the runner chooses; at first, the one held last."""

    word_lines = 2

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self.load = QComboBox()
        self.load.setAccessibleName(self.tr("Load that was held"))
        self.load.setToolTip(self.tr("Load that was held"))
        self._loads: list[HeldLoad] = []
        self._held: dict[Side, DayHolds] = {}
        chart = Chart(least_span=20.0)
        super().__init__(chart, 164, self.tr("Holds"), data, settings, faults, [self.load], parent)
        chart.set_value_text(from_nought_text)
        self.load.activated.connect(self.show_again)

    @property
    def exercises_shown(self) -> tuple[Exercise, ...]:
        return ()  # the load's name includes the exercise

    def name_of_copy(self) -> str:
        return f"{super().name_of_copy()}, {self.load.currentText()}"

    def _show_series(self) -> None:
        self._show_loads()
        place, holds = self.load.currentIndex(), self._data.holds
        none = holds.rows(np.zeros(len(holds), np.bool_))
        self._held = {
            side: holds.at_load(self._loads[place], side) if self._loads else none for side in LEGS
        }
        self.chart.show_curves([self._curve(side, held) for side, held in self._held.items()])

    def _show_loads(self) -> None:
        """Offer the loads of the exercises shown; a chosen one stays chosen."""
        place = self.load.currentIndex()
        chosen = self._loads[place] if 0 <= place < len(self._loads) else None
        held = self._data.holds.loads()
        self._loads = [load for load in held if load.exercise in self._exercises]
        self.load.clear()
        self.load.addItems(
            [
                held_load_text(load, self._data.equipment_name(load.equipment), self._settings.unit)
                for load in self._loads
            ]
        )
        if chosen in self._loads:
            self.load.setCurrentIndex(self._loads.index(chosen))

    @staticmethod
    def _curve(side: Side, held: DayHolds) -> Curve:
        at_least = ~held.is_to_failure
        kind = np.where(at_least, int(PointKind.AT_LEAST), int(PointKind.FULL))
        unknown = np.full(len(held), np.nan)
        return Curve(
            leg(side),
            MARKS[side].colour,
            Points(held.day, held.held_s, kind),
            Line(held.day, held.held_s, unknown, at_least, np.zeros(len(held), np.bool_)),
            MARKS[side].shape,
            side is Side.RIGHT,
            title=side_name(side),
        )

    def _days_shown(self) -> Sequence[Integers]:
        return [held.day for held in self._held.values()]

    def _describe(self) -> str:
        occurs = any(not held.is_to_failure.all() for held in self._held.values())
        marks = marks_text(tests=False, bounds=occurs, not_noted=False, dotted=False)
        text = " · ".join((self.tr("seconds held · {}").format(self._legs()), *marks))
        return self._with_last(text)

    def _what_fills(self) -> str:
        return self.tr("Hold a load still, as in 45s 60: the seconds become a line for each leg.")

    def _words_at(self, day: int) -> str:
        found = {side: held.on(day) for side, held in self._held.items()}
        words = "&nbsp;&nbsp;".join(
            self._leg(side, held_text(held[0], is_to_failure=held[1]))
            for side, held in found.items()
            if held is not None
        )
        legs = legs_held(self._held[Side.LEFT], self._held[Side.RIGHT], day)
        return words if legs is None else f"{words} · {legs_held_text(legs)}"
