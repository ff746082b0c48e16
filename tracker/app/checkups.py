"""Symptoms, measurements, tests, goals, events and runs, cached until they change."""

import datetime
from collections.abc import Callable
from functools import partial

import numpy as np

from tracker.app.kept import Kept, Shelf
from tracker.domain.columns import Integers, SymptomColumns, day_number, distinct
from tracker.domain.event import Event
from tracker.domain.exercise import Exercise, Side
from tracker.domain.felt import (
    FeltByDay,
    force_ratio_by_day,
    heel_raises_by_day,
    measured_by_day,
    pain_by_day,
    stiffness_by_day,
)
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import MeasuredKind, Measurement
from tracker.domain.run import Run
from tracker.domain.running import WeeklyDistance, weekly_distance
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database


class Checkups:
    """What is known besides the sets; after a change, only what it touched is read again.

    Every property and method may raise TrackerError if the log cannot be read.

    Args:
        database: The open log, for queries.
        shelf: The cache for what was read.
    """

    def __init__(self, database: Database, shelf: Shelf) -> None:
        self._symptoms = shelf.keep(database.symptom_columns, Symptom)
        self._measurements = shelf.keep(database.measurements, Measurement)
        self._tests = shelf.keep(database.tests, HeelRaiseTest)
        self._goals = shelf.keep(database.goals, Goal)
        self._events = shelf.keep(database.events, Event)
        self._spans: tuple[list[Event], datetime.date, list[tuple[int, int]]] | None = None
        self._runs = shelf.keep(database.run_columns, Run)
        self._run_days = shelf.keep(lambda: distinct(self._runs.value.day), Run)
        self._distance = shelf.keep(lambda: weekly_distance(self._runs.value), Run)
        self._days = shelf.keep(self._days_noted, Symptom, HeelRaiseTest, Measurement)
        self._series: Kept[dict[tuple[str, ...], FeltByDay]]
        self._series = shelf.keep(dict, Symptom, HeelRaiseTest)
        self._measured_series: Kept[dict[tuple[str, ...], FeltByDay]]
        self._measured_series = shelf.keep(dict, Measurement)

    @property
    def symptoms(self) -> SymptomColumns:
        """All symptoms by day."""
        return self._symptoms.value

    @property
    def measurements(self) -> list[Measurement]:
        """All measurements by day."""
        return self._measurements.value

    @property
    def tests(self) -> list[HeelRaiseTest]:
        """All heel-raise tests by day."""
        return self._tests.value

    @property
    def goals(self) -> list[Goal]:
        """The goals in the order they were set."""
        return self._goals.value

    @property
    def events(self) -> list[Event]:
        """The events by their first day."""
        return self._events.value

    def event_spans(self, today: datetime.date) -> list[tuple[int, int]]:
        """Return the first and last day of each event, up to a given day if it is still going on.

        Every chart asks for them whenever anything changes.
        """
        events = self.events
        if self._spans is None or self._spans[0] is not events or self._spans[1] != today:
            spans = [(day_number(each.date), day_number(each.end(today))) for each in events]
            self._spans = events, today, spans
        return self._spans[2]

    def events_on(self, day: datetime.date) -> list[Event]:
        """List the events of a day, including those still going on."""
        return [event for event in self.events if event.holds(day, today=day)]

    def run_days(self) -> Integers:
        """List the distinct days with runs, ascending."""
        return self._run_days.value

    def distance(self) -> WeeklyDistance:
        """Return the distance run each week."""
        return self._distance.value

    def days(self) -> Integers:
        """List the distinct days with symptoms, tests and measurements, ascending."""
        return self._days.value

    def _days_noted(self) -> Integers:
        tested = [day_number(each.date) for each in self.tests]
        measured = [day_number(each.date) for each in self.measurements]
        return distinct(self.symptoms.day, np.array(tested + measured, np.int64))

    def pain(self, moment: Moment, side: Side) -> FeltByDay:
        """Return the worst pain of each day at one moment."""
        make = partial(pain_by_day, self.symptoms, moment, side)
        return _made(self._series.value, ("pain", moment, side), make)

    def stiffness(self, side: Side) -> FeltByDay:
        """Return the longest morning stiffness of each day, in minutes."""
        make = partial(stiffness_by_day, self.symptoms, side)
        return _made(self._series.value, ("stiffness", side), make)

    def heel_raises(self, exercise: Exercise, side: Side) -> FeltByDay:
        """Return the most repetitions of each day's tests of one leg."""
        make = partial(heel_raises_by_day, self.tests, exercise, side)
        return _made(self._series.value, ("heel raises", exercise, side), make)

    def measured(self, kind: MeasuredKind, side: Side | None) -> FeltByDay:
        """Return the best value of a kind on each day, for one leg or for neither."""
        make = partial(measured_by_day, self.measurements, kind, side)
        key = "measured", kind.name, kind.unit, side or ""
        return _made(self._measured_series.value, key, make)

    def force_ratios(self, side: Side) -> FeltByDay:
        """Return a leg's seated peak force divided by its standing one, for each day with both."""
        make = partial(force_ratio_by_day, self.measurements, side)
        return _made(self._measured_series.value, ("force ratio", side), make)


def _made(
    series: dict[tuple[str, ...], FeltByDay], key: tuple[str, ...], make: Callable[[], FeltByDay]
) -> FeltByDay:
    if key not in series:
        series[key] = make()
    return series[key]
