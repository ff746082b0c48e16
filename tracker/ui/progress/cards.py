"""The cards of strength, balance and ratio on the Progress page, and what all its cards share."""

from collections.abc import Sequence
from math import isnan
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import MARKS, Mark, colours_of
from tracker.domain.balance import FUGL_MEYER_RATIO, PAIRING_DAYS, RATIO_DAYS
from tracker.domain.columns import LEFT, RIGHT, Integers, day_of_number
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.load import KG_PER_LB, Unit
from tracker.domain.one_rep_max import MOST_REPS
from tracker.domain.series import Balance, Trace
from tracker.ui.charts import Chart, Curve
from tracker.ui.progress.chart_card import ChartCard
from tracker.ui.widgets.cards import SegmentedControl
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import day_text, load_number, number_text
from tracker.words.progress import difference_in_band, exercise_word, leg

BALANCE_MARKS: Final = (Mark("text", "o", "●"), Mark("muted", "s", "■"))  # an exercise each


def axis_text(value: float, decimals: int) -> str:
    """Write an axis value with no more decimals than it needs."""
    return number_text(value, 0 if round(value, 6) == round(value) else decimals)


class ProgressCard(ChartCard):
    """A chart card that shows some series of the data, and says what they hold on a day.

    Args:
        chart: The chart.
        height: Its height in pixels.
        title: Its name.
        data: The series.
        settings: For the unit.
        faults: Where a failed read or save is told.
        choices: Controls beside the title.
    """

    def __init__(
        self,
        chart: Chart,
        height: int,
        title: str,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        choices: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(chart, title, faults, choices, parent)
        chart.setFixedHeight(height)
        self._settings = settings
        self._data = data
        self._is_read = False
        self._exercises: tuple[Exercise, ...] = ()
        self._day: int | None = None

    def show_exercises(self, exercises: tuple[Exercise, ...]) -> None:
        """Show the series of these exercises as they are now.

        Raises:
            TrackerError: If the log could not be read.
        """
        self._exercises = exercises
        self.chart.show_days(self._data.days())
        self._show_series()
        self._is_read = True
        self.show_words()

    def show_again(self) -> None:
        """Show the same, after a choice of this card."""
        if self._is_read:
            self._faults.attempt(lambda: self.show_exercises(self._exercises))
            self.chart.fit_values()

    def show_words(self) -> None:
        """Write the caption, the values at the crosshair, and what would fill the chart."""
        if not self._is_read:
            return
        self.set_caption(self._describe())
        self.point_at(self._day)
        first, last = self.chart.days_in_view
        known = [days for days in self._days_shown() if len(days)]
        if not known:
            self.chart.show_message(self._what_fills(), is_empty=True)
        elif any(((first <= days) & (days <= last)).any() for days in known):
            self.chart.show_message("")
        else:
            self.chart.show_message(self.tr("Nothing in this range. Choose a longer one, or All."))

    def point_at(self, day: int | None) -> None:
        """Put the crosshair on a day, and say its values; None takes it away."""
        self._day = day
        self.chart.point_at(day)
        if day is None or not self._is_read:
            self.show_reading("")
            return
        words = self._words_at(day) or self.tr("nothing to compare on this day")
        colour = colours_of(self.palette()).text.name()
        date = day_text(day_of_number(day))
        self.show_reading(f'<span style="color:{colour}"><b>{date}</b> · {words}</span>')

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_day"):
            self.show_words()

    def _legend(self, marks: Sequence[tuple[str, str, str]]) -> str:
        """Write a legend of (role, mark, name), each in its colour."""
        colours = colours_of(self.palette())
        return "&nbsp;&nbsp;".join(
            f'<span style="color:{getattr(colours, role).name()}">{mark}&nbsp;{name}</span>'
            for role, mark, name in marks
        )

    def _legs(self) -> str:
        return self._legend([(MARKS[side].colour, MARKS[side].letter, leg(side)) for side in LEGS])

    def _named(self, exercise: Exercise) -> str:
        """Name an exercise before its values, where there are several."""
        return f"{exercise_word(exercise)} " if len(self._exercises) > 1 else ""

    def _goals(self, kind: GoalKind) -> list[Goal]:
        """Give the goals of one kind for the exercises shown."""
        goals = self._data.checkups.goals
        return [each for each in goals if each.kind is kind and each.exercise in self._exercises]

    def _show_series(self) -> None:
        """Give the chart what it shows."""
        raise NotImplementedError

    def _days_shown(self) -> Sequence[Integers]:
        """Give the days that have something to show, a series each."""
        raise NotImplementedError

    def _describe(self) -> str:
        """Say what the chart shows."""
        raise NotImplementedError

    def _what_fills(self) -> str:
        """Say what would fill the chart."""
        raise NotImplementedError

    def _words_at(self, day: int) -> str:
        """Say the values of a day; empty where there are none."""
        raise NotImplementedError


def curve_of(trace: Trace, name: str, side: Side, kg_per_shown: float = 1.0) -> Curve:
    """Make a leg's curve, told from the other by colour, symbol and dash."""
    role, symbol, _ = MARKS[side]
    value, smoothed = trace.value / kg_per_shown, trace.smoothed / kg_per_shown
    doubtful, is_dashed = trace.is_low_confidence, side is Side.RIGHT
    return Curve(name, role, trace.day, value, smoothed, doubtful, symbol, is_dashed)


class StrengthCard(ProgressCard):
    """Estimated maxima by leg, as a load or times bodyweight."""

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
        self._traces: dict[tuple[Exercise, Side], Trace] = {}
        chart = Chart(least_span=10.0)
        super().__init__(
            chart, 212, self.tr("Strength"), data, settings, faults, [self.scale], parent
        )
        self.scale.chosen.connect(self.show_again)

    @property
    def _is_load(self) -> bool:
        return self.scale.index == 0

    def _show_series(self) -> None:
        is_load, is_one = self._is_load, len(self._exercises) == 1
        self._traces = {
            (exercise, side): self._data.strength(exercise, side, per_bodyweight=not is_load)
            for exercise in self._exercises
            for side in LEGS
        }
        kg_per_shown = KG_PER_LB if is_load and self._settings.unit is Unit.LB else 1.0
        self.chart.set_value_text(lambda value: axis_text(value, 1 if is_load else 2))
        self.chart.set_least_span(10.0 if is_load else 0.2)
        self._show_goals(kg_per_shown)
        self.chart.show_curves(
            [
                curve_of(
                    trace, leg(side) if is_one else exercise_word(exercise), side, kg_per_shown
                )
                for (exercise, side), trace in self._traces.items()
            ]
        )

    def _show_goals(self, kg_per_shown: float) -> None:
        goals, body_kg = self._goals(GoalKind.E1RM_BODYWEIGHTS), None
        if goals and self._is_load:
            body_kg = self._data.bodyweight_kg()
            goals = goals if body_kg is not None else []
        scale = 1.0 if body_kg is None else body_kg / kg_per_shown
        self.chart.show_goals([(each.target * scale, self._name_of(each, scale)) for each in goals])

    def _name_of(self, goal: Goal, scale: float) -> str:
        if len(self._exercises) > 1:
            return self.tr("{} goal").format(exercise_word(goal.exercise))
        target = axis_text(goal.target * scale, 1 if self._is_load else 2)
        return self.tr("goal {}").format(target)

    def _days_shown(self) -> Sequence[Integers]:
        return [trace.day for trace in self._traces.values()]

    def _describe(self) -> str:
        unit = self._settings.unit.value if self._is_load else self.tr("× bodyweight")
        text = self.tr("estimated 1RM, {} · {}").format(unit, self._legs())
        if any(trace.is_low_confidence.any() for trace in self._traces.values()):
            text += self.tr(" · hollow: low confidence")
        return text

    def _what_fills(self) -> str:
        sides = self._data.table.side
        if len(sides) and not np.isin(sides, (LEFT, RIGHT)).any():
            return self.tr(
                "Sets of both legs at once are work, and no leg’s strength. "
                "Log a set of one leg with up to {} repetitions: it begins this line."
            ).format(MOST_REPS)
        needs_body = not self._is_load or Exercise.SEATED not in self._exercises
        if needs_body and self._data.exercises():
            return self.tr("Enter your bodyweight on the Log page: this figure needs it.")
        text = self.tr("Log a set of one leg with up to {} repetitions: it begins this line.")
        return text.format(MOST_REPS)

    def _words_at(self, day: int) -> str:
        parts, is_doubtful, is_load = [], False, self._is_load
        for exercise in self._exercises:
            sides = []
            for side in LEGS:
                trace = self._traces[exercise, side]
                value = trace.at(day)
                if not isnan(value):
                    shown = load_number(value, self._settings.unit) if is_load else value
                    sides.append(f"{leg(side)} {number_text(shown, 1 if is_load else 2)}")
                    is_doubtful |= trace.doubts(day)
            if sides:
                parts.append(self._named(exercise) + ", ".join(sides))
        if not parts:
            return ""
        unit = self._settings.unit.value if is_load else self.tr("× bodyweight")
        doubt = self.tr(", low confidence") if is_doubtful else ""
        return " · ".join(parts) + self.tr(" {}, estimated").format(unit) + doubt


class BalanceCard(ProgressCard):
    """Left against right: signed differences, the usual range, and the noise."""

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self._balances: dict[Exercise, Balance] = {}
        chart = Chart(least_span=10.0)
        super().__init__(chart, 164, self.tr("Left – right"), data, settings, faults, (), parent)
        chart.set_value_text(self._side_of_axis)

    def _side_of_axis(self, value: float) -> str:
        """Say on the axis which leg is stronger: up is right."""
        if round(value, 6) == 0:
            return "0"
        words = self.tr("R {}") if value > 0 else self.tr("L {}")
        return words.format(axis_text(abs(value), 1))

    def _show_series(self) -> None:
        self._balances = {exercise: self._data.balance(exercise) for exercise in self._exercises}
        self.chart.show_band(self._data.runner.usual_percent)
        aims = {each.target for each in self._goals(GoalKind.DIFFERENCE_PERCENT)}
        self.chart.show_goals(
            [
                (sign * aim, self.tr("goal {}").format(self._side_of_axis(sign * aim)))
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
                    role,
                    balance.pairs.day,
                    balance.asymmetry_percent,
                    balance.smoothed,
                    np.zeros(len(balance), np.bool_),
                    symbol,
                    symbol != "o",
                    balance.noise_percent,
                )
                for (exercise, balance), (role, symbol, _) in marked
            ]
        )

    def _days_shown(self) -> Sequence[Integers]:
        return [balance.pairs.day for balance in self._balances.values()]

    def _describe(self) -> str:
        usual = number_text(self._data.runner.usual_percent)
        text = self.tr("up: right stronger, % of the stronger leg · band: usual ±{} %").format(
            usual
        )
        noises = {
            exercise: self.tr("±{} %").format(number_text(balance.noise_percent))
            for exercise, balance in self._balances.items()
            if not isnan(balance.noise_percent)
        }
        if noises:
            text += self.tr(" · veil: noise")
        if len(self._exercises) == 1:
            return " ".join((text, *noises.values()))
        marked = zip(self._balances, BALANCE_MARKS, strict=False)
        marks = [
            (role, mark, f"{exercise_word(each)}&nbsp;{noises.get(each, '')}")
            for each, (role, _, mark) in marked
        ]
        return f"{text} · {self._legend(marks)}"

    def _what_fills(self) -> str:
        text = self.tr("Log sets of the left and the right leg within {} days of each other.")
        return text.format(PAIRING_DAYS)

    def _words_at(self, day: int) -> str:
        found = {exercise: balance.at(day) for exercise, balance in self._balances.items()}
        return " · ".join(
            self._named(exercise) + difference_in_band(percent, self._data.runner)
            for exercise, percent in found.items()
            if not isnan(percent)
        )


class RatioCard(ProgressCard):
    """Seated against standing by leg, with the one figure known from a laboratory."""

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self._ratios: dict[Side, Trace] = {}
        chart = Chart(least_span=0.2, includes=[FUGL_MEYER_RATIO])
        title = self.tr("Soleus – gastrocnemius")
        super().__init__(chart, 150, title, data, settings, faults, (), parent)
        chart.set_value_text(lambda value: number_text(value, 2))
        chart.show_reference(FUGL_MEYER_RATIO, self.tr("lab mean"))

    def _show_series(self) -> None:
        self._ratios = {side: self._data.ratio(side) for side in LEGS}
        self.chart.show_curves(
            [curve_of(trace, leg(side), side) for side, trace in self._ratios.items()]
        )

    def _days_shown(self) -> Sequence[Integers]:
        return [trace.day for trace in self._ratios.values()]

    def _describe(self) -> str:
        what = self.tr("seated : standing, estimated, best of {} days").format(RATIO_DAYS)
        reference = number_text(FUGL_MEYER_RATIO, 2)
        named = self.tr("dotted: {}, isometric laboratory mean, no target").format(reference)
        return f"{what} · {self._legs()} · {named}"

    def _what_fills(self) -> str:
        text = self.tr(
            "Log seated and standing sets of one leg within {} days, and your bodyweight."
        )
        return text.format(RATIO_DAYS)

    def _words_at(self, day: int) -> str:
        found = {side: trace.at(day) for side, trace in self._ratios.items()}
        return ", ".join(
            f"{leg(side)} {number_text(ratio, 2)}"
            for side, ratio in found.items()
            if not isnan(ratio)
        )
