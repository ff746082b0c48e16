"""The report for the physio as values: what a log holds about some days, at one moment.

There are no words here; those, and the page, are made elsewhere. Parts about which the log knows
nothing are None or empty, and are left out of the page.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

from tracker.domain.columns import RunColumns, day_number, day_of_number
from tracker.domain.daily import summarise_days
from tracker.domain.day_values import day_values
from tracker.domain.event import Event, injury_on, last_visit
from tracker.domain.exercise import Side
from tracker.domain.goal import Goal
from tracker.domain.goal_progress import GoalFigure, reached
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measured import Course, courses, force_ratios, times_bodyweight
from tracker.domain.measurement import Measurement
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.strengths import Strengths
from tracker.domain.symptoms import Site, Symptom
from tracker.exchange.plans_of_log import PlanQuestions, PlansOfLog
from tracker.report.dose import DoseQuestions, ExerciseDose, doses
from tracker.report.held import HoldCourse, courses_of_holds
from tracker.report.legs import Ratio, Strength, legs_compared, ratio
from tracker.report.parts import (
    Ends,
    Strip,
    TestCourse,
    Tested,
    WorkDone,
    courses_of_tests,
    strips,
    tested,
    work,
)
from tracker.report.plans import PlanKept, plans_kept
from tracker.report.response import Response, response

Noted = TypeVar("Noted", HeelRaiseTest, Measurement)


class ReportQuestions(PlanQuestions, DoseQuestions, Protocol):
    """The queries a report makes on a log."""

    def runner(self) -> Runner: ...
    def weighings(self) -> list[Bodyweight]: ...
    def pain_during(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> list[tuple[datetime.date, Side, int]]: ...
    def symptoms(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> list[Symptom]: ...
    def measurements(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> list[Measurement]: ...
    def tests(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> list[HeelRaiseTest]: ...
    def run_columns(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> RunColumns: ...
    def goals(self) -> list[Goal]: ...
    def events(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[Event]: ...


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal, and where it stands at the end of the period.

    Args:
        goal: The goal agreed with the physio.
        reached: The result of ``domain.goal_progress.reached`` for the last day.
    """

    goal: Goal
    reached: Mapping[Side, GoalFigure]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the page shows, so that the log may change meanwhile.

    Args:
        runner: The runner: name, involved side, bands, formula and target ratio.
        first: First day of the period.
        last: Its last day.
        visit: The last visit to the physio before that day; None where there was none.
        note: What the runner wants to say; empty for nothing.
        bodyweight_kg: What counts at both ends; None where the runner was never weighed.
        strength: The exercises of which a set of one leg tells something, in their order.
        ratio: Seated against standing; None where neither leg's is known.
        doses: The last session of each exercise of the period, and the one compared with.
        holds: The course of each exercise held lately, at the load held last.
        work: What was done and run; None where nothing was.
        strips: Pain by moment, then the morning's stiffness.
        response: How the legs answered since the day compared with; None where no pain was noted.
        sites: Where symptoms were felt, as far as it was said.
        measurements: The course of each kind measured in the period, from the log's first.
        force_ratios: Peak force seated to that standing, of the last day with both, by leg.
        times_bodyweight: The newest forces as times the bodyweight of their day, by id.
        tests: Heel-raise tests, by day.
        test_courses: How each leg tested in the period developed, since its first test in the log.
        aims: The goals, in the order they were set.
        plans: The plans with anything due in the period, by their first day.
        injury: The injury the runner has on the last day; None for none.
        events: The events that overlap the period, by their first day.
    """

    runner: Runner
    first: datetime.date
    last: datetime.date
    visit: datetime.date | None
    note: str
    bodyweight_kg: Ends | None
    strength: tuple[Strength, ...]
    ratio: Ratio | None
    doses: tuple[ExerciseDose, ...]
    holds: tuple[HoldCourse, ...]
    work: WorkDone | None
    strips: tuple[Strip, ...]
    response: Response | None
    sites: tuple[Site, ...]
    measurements: tuple[Course, ...]
    force_ratios: Mapping[Side, float]
    times_bodyweight: Mapping[str, float]
    tests: tuple[Tested, ...]
    test_courses: tuple[TestCourse, ...]
    aims: tuple[Aim, ...]
    plans: tuple[PlanKept, ...]
    injury: Event | None
    events: tuple[Event, ...]

    @property
    def since(self) -> datetime.date:
        """The day to compare the last one with: that of the last visit, or else the first day."""
        return self.visit or self.first

    @property
    def is_empty(self) -> bool:
        """Whether nothing was trained, felt, measured or tested in these days."""
        is_trained = self.work is not None and self.work.sessions.total
        return not (is_trained or self.strips or self.measurements or self.tests)

    @classmethod
    def of(
        cls,
        log: ReportQuestions,
        first: datetime.date | None,
        last: datetime.date | None,
        today: datetime.date,
        note: str = "",
    ) -> Self:
        """Take what a log holds about some days.

        Args:
            log: The log.
            first: The first day; None for the first with anything logged.
            last: The last day; None for the last with anything logged.
            today: Used for both if nothing is logged.
            note: A message from the runner.
        """
        runner, weighings = log.runner(), log.weighings()
        looked_back = log.set_columns(None, last)
        sets = looked_back if first is None else looked_back.since(day_number(first))
        pain = log.pain_during(first, last)
        symptoms = log.symptoms(first, last)
        measured_so_far, tested_so_far = log.measurements(None, last), log.tests(None, last)
        measurements, tests = _since(measured_so_far, first), _since(tested_so_far, first)
        trained = map(day_of_number, sets.day[[0, -1]].tolist() if len(sets) else ())
        noted: list[Symptom | Measurement | HeelRaiseTest] = [*symptoms, *measurements, *tests]
        days = [*trained, *(each.date for each in noted)] or [today]
        first, last = first or min(*days, last or days[0]), last or max(*days, first or days[0])
        days_told = day_number(first), day_number(last)
        legs = Strengths(day_values(looked_back, runner.formula), runner.formula)
        events = log.events()
        visit = last_visit(events, last)
        since = first if visit is None else visit.date
        felt_at = {symptom.site for symptom in symptoms}
        work_done = work(
            summarise_days(sets, runner.formula),
            log.run_columns(first, last),
            *days_told,
        )
        of_period = of_response = strips(symptoms, pain)
        felt = symptoms
        # A visit may lie before the period; everything else needed was read.
        if since < first:
            felt = log.symptoms(since, last)
            of_response = strips(felt, log.pain_during(since, last))
        return cls(
            runner,
            first,
            last,
            None if visit is None else visit.date,
            note.strip(),
            _bodyweight(first, last, weighings),
            tuple(legs_compared(legs, days_told, day_number(since), runner, weighings)),
            ratio(legs, days_told, day_number(since)),
            tuple(doses(log, looked_back, first, since)),
            tuple(courses_of_holds(looked_back, first, since)),
            work_done,
            of_period,
            response(
                of_response,
                [symptom for symptom in felt if symptom.date >= since],
                work_done,
                runner,
                first,
                since,
                last,
            ),
            tuple(site for site in Site if site in felt_at),
            tuple(_courses(measured_so_far, measurements, since)),
            _last_ratios(measurements),
            _times_bodyweight(measurements, weighings),
            tested(tests, runner),
            _test_courses(tested_so_far, tests, since),
            _aims(log.goals(), last, legs, tested_so_far, measured_so_far, weighings, runner),
            plans_kept(PlansOfLog.of(log, first, last, today), first, last),
            injury_on(events, last),
            tuple(log.events(first, last)),
        )


def _bodyweight(
    first: datetime.date, last: datetime.date, weighings: Sequence[Bodyweight]
) -> Ends | None:
    start, end = bodyweight_on(first, weighings), bodyweight_on(last, weighings)
    return None if start is None or end is None else Ends(start, end)


def _since(noted: Sequence[Noted], first: datetime.date | None) -> Sequence[Noted]:
    """Return what was noted from a day on; None for all."""
    return noted if first is None else [each for each in noted if each.date >= first]


def _courses(
    so_far: Iterable[Measurement], measurements: Iterable[Measurement], since: datetime.date
) -> Iterable[Course]:
    """Return how each kind measured in the period developed, including earlier values."""
    kinds = {(each.kind, each.unit) for each in measurements}
    return courses([each for each in so_far if (each.kind, each.unit) in kinds], since)


def _test_courses(
    so_far: Iterable[HeelRaiseTest], tests: Iterable[HeelRaiseTest], since: datetime.date
) -> tuple[TestCourse, ...]:
    """Return how the legs tested in the period developed, including earlier tests."""
    legs = {(each.exercise, each.side) for each in tests}
    return courses_of_tests([each for each in so_far if (each.exercise, each.side) in legs], since)


def _aims(
    goals: Iterable[Goal],
    last: datetime.date,
    legs: Strengths,
    tests: Sequence[HeelRaiseTest],
    measured: Sequence[Measurement],
    weighings: Sequence[Bodyweight],
    runner: Runner,
) -> tuple[Aim, ...]:
    """Find where each goal stands on the last day, also from the log before the period."""
    day = day_number(last)
    return tuple(
        Aim(goal, reached(goal, day, legs, tests, measured, weighings, runner)) for goal in goals
    )


def _last_ratios(measurements: Sequence[Measurement]) -> dict[Side, float]:
    """Return each leg's ratio of seated to standing peak force, of the last day with one."""
    found = force_ratios(measurements)
    last = max((max(ratios) for ratios in found.values()), default=None)
    return {side: ratios[last] for side, ratios in found.items() if last in ratios}


def _times_bodyweight(
    measurements: Iterable[Measurement], weighings: Sequence[Bodyweight]
) -> dict[str, float]:
    found = {each.id: times_bodyweight(each, weighings) for each in measurements}
    return {id_: times for id_, times in found.items() if times is not None}
