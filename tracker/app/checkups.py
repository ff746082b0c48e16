"""Symptoms, scores, tests, goals and runs: read when asked for, kept until they change."""

import numpy as np

from tracker.domain.change import Change
from tracker.domain.columns import Integers, SymptomColumns, day_number
from tracker.domain.exercise import Exercise, Side
from tracker.domain.felt import (
    DayValues,
    heel_raises_by_day,
    pain_by_day,
    stiffness_by_day,
)
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.run import Run
from tracker.domain.running import WeeklyDistance, weekly_distance
from tracker.domain.symptoms import Moment, Score, Symptom
from tracker.storage.database import Database


class Checkups:
    """What is known beside the sets; of a change only what it touched is read again.

    Every property and method may raise TrackerError where the log cannot be read.

    Args:
        database: The open log, for questions.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.forget()

    def forget(self) -> None:
        """Read everything again when it is next asked for."""
        self._symptoms: SymptomColumns | None = None
        self._scores: list[Score] | None = None
        self._tests: list[HeelRaiseTest] | None = None
        self._goals: list[Goal] | None = None
        self._runs: tuple[Integers, WeeklyDistance] | None = None
        self._series: dict[tuple[str, ...], DayValues] = {}
        self._days: Integers | None = None

    def note(self, change: Change) -> None:
        """Forget what a change touched."""
        if change.of(Symptom):
            self._symptoms = None
        if change.of(Score):
            self._scores = None
        if change.of(HeelRaiseTest):
            self._tests = None
        if change.of(Goal):
            self._goals = None
        if change.of(Run):
            self._runs = None
        if self._symptoms is None or self._tests is None:
            self._series.clear()
            self._days = None

    @property
    def symptoms(self) -> SymptomColumns:
        """All symptoms by day."""
        if self._symptoms is None:
            self._symptoms = self._database.symptom_columns()
        return self._symptoms

    @property
    def scores(self) -> list[Score]:
        """All scores of questionnaires by day."""
        if self._scores is None:
            self._scores = self._database.scores()
        return self._scores

    @property
    def tests(self) -> list[HeelRaiseTest]:
        """All heel-raise tests by day."""
        if self._tests is None:
            self._tests = self._database.tests()
        return self._tests

    @property
    def goals(self) -> list[Goal]:
        """The goals as they were set."""
        if self._goals is None:
            self._goals = self._database.goals()
        return self._goals

    def _runs_now(self) -> tuple[Integers, WeeklyDistance]:
        if self._runs is None:
            runs = self._database.run_columns()
            self._runs = np.unique(runs.day), weekly_distance(runs)
        return self._runs

    def run_days(self) -> Integers:
        """List the days of runs, ascending, each once."""
        return self._runs_now()[0]

    def distance(self) -> WeeklyDistance:
        """Give how far was run each week."""
        return self._runs_now()[1]

    def days(self) -> Integers:
        """List the days of symptoms and tests, ascending, each once."""
        if self._days is None:
            tested = np.array([day_number(each.date) for each in self.tests], np.int64)
            self._days = np.union1d(self.symptoms.day, tested)
        return self._days

    def pain(self, moment: Moment, side: Side) -> DayValues:
        """Give the worst pain of each day at one moment."""
        key = ("pain", moment.value, side.value)
        if key not in self._series:
            self._series[key] = pain_by_day(self.symptoms, moment, side)
        return self._series[key]

    def stiffness(self, side: Side) -> DayValues:
        """Give the longest morning stiffness of each day, in minutes."""
        key = ("stiffness", side.value)
        if key not in self._series:
            self._series[key] = stiffness_by_day(self.symptoms, side)
        return self._series[key]

    def heel_raises(self, exercise: Exercise, side: Side) -> DayValues:
        """Give the most repetitions of each day's tests of one leg."""
        key = ("heel raises", exercise.value, side.value)
        if key not in self._series:
            self._series[key] = heel_raises_by_day(self.tests, exercise, side)
        return self._series[key]
