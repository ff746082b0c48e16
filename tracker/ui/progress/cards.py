"""What all cards of the Progress page share: a chart, and the values of a day in words."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from tracker.app.language import plural
from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import MARKS, colours_of
from tracker.domain.columns import Floats, Integers, day_number, day_of_number, distinct
from tracker.domain.event import by_day
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.felt import FeltByDay
from tracker.domain.goal import Goal, GoalKind
from tracker.ui.charts import Chart, Curve, Line, Points, Spell
from tracker.ui.progress.chart_card import ChartCard
from tracker.ui.widgets.faults import Faults
from tracker.words.events import event_kinds, event_name, event_names
from tracker.words.labels import (
    date_text,
    day_text,
    exercise_name,
    exercise_word,
    leg,
    number_text,
    side_name,
)


def axis_text(value: float, decimals: int) -> str:
    """Write an axis value with as few decimals as it needs."""
    return number_text(value, 0 if round(value, 6) == round(value) else decimals)


def from_nought_text(value: float) -> str:
    """Write an axis value of a quantity that is never negative; blank below 0."""
    return "" if value < 0 else number_text(value)


class ProgressCard(ChartCard):
    """A chart card that shows some series of the data, and the values of a day.

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
        self._settings = settings
        self._data = data
        self._is_read = False
        self._exercises: tuple[Exercise, ...] = ()
        super().__init__(chart, title, faults, choices, parent)
        chart.setFixedHeight(height)
        chart.set_gap_text(
            lambda days: plural("%Ln (day|days) from one value to the next", None, days)
        )
        chart.caught_up.connect(self.show_days_in_view)
        self._day: int | None = None

    def show_exercises(self, exercises: tuple[Exercise, ...]) -> None:
        """Show the current series of these exercises; a folded card waits until it is unfolded.

        Raises:
            TrackerError: If the log could not be read.
        """
        self._exercises = exercises
        self._is_read = False
        if not self.is_folded:
            self._read()

    @property
    def has_exercises(self) -> bool:
        """Whether the card has been given exercises to show."""
        return bool(self._exercises)

    def _read(self) -> None:
        self._show_series()
        spans = self._data.checkups.event_spans(self._data.today)
        spells = [Spell(first, last) for first, last in spans]
        self.chart.show_events(spells)
        # The crosshair also stops where an event begins and ends, so that its name can be read.
        ends = np.array([day for spell in spells for day in spell], np.int64)
        self.chart.show_days(distinct(self._days_to_stand_on(), ends))
        self._is_read = True
        self.show_words()

    def set_folded(self, *, folded: bool) -> None:
        super().set_folded(folded=folded)
        if self._exercises and not (folded or self._is_read):
            self._faults.attempt(self._read)

    def show_again(self) -> None:
        """Redraw after a choice on this card."""
        if self._is_read:
            self._faults.attempt(lambda: self.show_exercises(self._exercises))
            self.chart.fit_values()

    def show_words(self) -> None:
        """Write the caption, the values at the crosshair, and what would fill an empty chart."""
        if not self._is_read:
            return
        self.set_caption(self._describe())
        self.point_at(self._day)
        self.show_days_in_view()

    def show_days_in_view(self) -> None:
        """Write what else depends on the days in view; most words stay while a chart is dragged."""
        if not self._is_read:
            return
        if self.is_table:
            self._fill_table()
        first, last = self.chart.days_in_view
        known = [days for days in self._days_shown() if len(days)]
        if not known:
            self.chart.show_message(self._what_fills(), is_empty=True)
        elif any(((first <= days) & (days <= last)).any() for days in known):
            self.chart.show_message("")
        else:
            self.chart.show_message(self.tr("Nothing in this range. Choose a longer one, or All."))

    def point_at(self, day: int | None) -> None:
        """Put the crosshair on a day and write its values; None removes it."""
        self._day = day
        self.chart.point_at(day)
        if day is None or not self._is_read:
            self.show_reading("")
            return
        date = day_of_number(day)
        events = self._data.checkups.events_on(date)
        said = self._words_at(day)
        # If there is no room for the names of events, their kinds are written instead.
        for names in (event_names(events), event_kinds(events), ""):
            reading = self._reading(date, " · ".join(filter(None, (said, escape(names)))))
            if not events or self.has_room(reading):
                break
        self.show_reading(reading)

    def _events_in_view(self) -> Mapping[int, str]:
        first, last = (day_of_number(round(day)) for day in self.chart.days_in_view)
        of_days = by_day(self._data.checkups.events, first, last, self._data.today)
        found: dict[int, dict[str, None]] = {}
        for day, events in of_days.items():
            shown = day - datetime.timedelta(days=day.weekday()) if self.are_weeks else day
            found.setdefault(day_number(shown), {}).update(dict.fromkeys(map(event_name, events)))
        return {day: " · ".join(names) for day, names in sorted(found.items())}

    def _reading(self, date: datetime.date, words: str) -> str:
        words = words or self.tr("no value on this day")
        colour = colours_of(self.palette()).text.name()
        return f'<span style="color:{colour}"><b>{day_text(date)}</b> · {words}</span>'

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_day"):
            self.show_words()

    def name_of_copy(self) -> str:
        """Name the chart, its exercises and its days, for someone who only sees the copy.

        Also used as a file name.
        """
        exercises = ", ".join(map(exercise_name, self.exercises_shown))
        first, last = (date_text(day_of_number(round(day))) for day in self.chart.days_in_view)
        period = f"{first} – {last}"
        return ", ".join(filter(None, (self.title, exercises, period)))

    @property
    def exercises_shown(self) -> tuple[Exercise, ...]:
        """The exercises that the chart is about; empty if it is about the legs or all training."""
        return self._exercises

    def _legend(self, marks: Sequence[tuple[str, str, str]]) -> str:
        """Write a legend from (role, mark, name), each in its colour."""
        colours = colours_of(self.palette())
        return "&nbsp;&nbsp;".join(
            f'<span style="color:{getattr(colours, role).name()}">{mark}&nbsp;{name}</span>'
            for role, mark, name in marks
        )

    def _legs(self) -> str:
        return "&nbsp;&nbsp;".join(map(self._leg, LEGS))

    def _leg(self, side: Side, words: str = "") -> str:
        """Write a leg with its mark in its colour, and some words about it."""
        text = f"{leg(side)} {words}".strip()
        return self._legend([(MARKS[side].colour, MARKS[side].letter, text)])

    def _named(self, exercise: Exercise) -> str:
        """Return an exercise's name to put before its values, blank if only one is shown."""
        return f"{exercise_word(exercise)} " if len(self._exercises) > 1 else ""

    def _title(self, exercise: Exercise, side: Side) -> str:
        """Return the heading of a leg's column in the table."""
        if len(self._exercises) == 1:
            return side_name(side)
        return f"{exercise_name(exercise)}, {leg(side)}"

    def _measured_curves(
        self,
        series: Mapping[Side | None, FeltByDay],
        plus_minus: Callable[[Floats], Floats],
    ) -> list[Curve]:
        """Draw one value per day by leg, or of no leg, joined by plain lines.

        Args:
            series: By leg; values of no leg are drawn like those of both legs.
            plus_minus: Returns the margin of error of each value; NaN if unknown.
        """
        return [
            Curve(
                "" if side is None else leg(side),
                MARKS[side or Side.BOTH].colour,
                Points.full(values.day, values.value),
                replace(Line.plain(values.day, values.value), plus_minus=plus_minus(values.value)),
                MARKS[side or Side.BOTH].shape,
                side is Side.RIGHT,
                title=self.title if side is None else side_name(side),
                is_measured=True,
            )
            for side, values in series.items()
        ]

    def _with_last(self, text: str) -> str:
        """Add the values of the newest day on a line of their own."""
        days = [int(days[-1]) for days in self._days_shown() if len(days)]
        if not days:
            return text
        last = self.tr("last: {}").format(self._words_at(max(days)))
        return f"{text}<br>{last}"

    def _goal_name(self, target: str) -> str:
        """Name a goal's line by its target."""
        return self.tr("goal {}").format(target)

    def _goals(self, kind: GoalKind) -> list[Goal]:
        """Return the goals of one kind for the exercises shown."""
        goals = self._data.checkups.goals
        return [each for each in goals if each.kind is kind and each.exercise in self._exercises]

    def _show_series(self) -> None:
        """Pass the chart its series."""
        raise NotImplementedError

    def _days_shown(self) -> Sequence[Integers]:
        """Return the days that have values, one array per series."""
        raise NotImplementedError

    def _days_to_stand_on(self) -> Integers:
        """Return the days that the crosshair snaps to: those of this chart, if it has any."""
        known = [days for days in self._days_shown() if len(days)]
        return distinct(*known) if known else self._data.days()

    def _describe(self) -> str:
        """Describe what the chart shows."""
        raise NotImplementedError

    def _what_fills(self) -> str:
        """Say what would fill the chart."""
        raise NotImplementedError

    def _words_at(self, day: int) -> str:
        """Write the values of a day; blank if there are none."""
        raise NotImplementedError
