"""What a strength test starts from, and what it tells once both legs are done."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from math import isnan

import numpy as np

from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.planned_session import STEPS_KG
from tracker.app.settings import Settings
from tracker.app.strength_reminder import is_pain_up
from tracker.domain.columns import (
    EXERCISES,
    NO_EQUIPMENT,
    SET_TYPES,
    SIDES,
    SetColumns,
    day_number,
)
from tracker.domain.day_values import day_values
from tracker.domain.evidence import SetEvidence, evidence_of
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import system_load_kg
from tracker.domain.runner import bodyweight_on
from tracker.domain.session import LoggedSet, SetType
from tracker.domain.strength_test import offered_kg
from tracker.domain.strength_test_run import Lift, StrengthTestRun, leg_to_begin
from tracker.domain.strengths import Strengths
from tracker.domain.verdict import Bands, Verdict

UNKNOWN_KG = float("nan")


@dataclass(frozen=True, slots=True)
class StrengthOutcome:
    """The result of a test.

    Args:
        evidence: What each leg's set tells about its maximum.
        verdict: What can be said about the legs' difference, including this test.
        tests: How many tests of both legs that is based on.
    """

    evidence: Mapping[Side, SetEvidence]
    verdict: Verdict
    tests: int


class StrengthTests:
    """Queries the log in its state at the start of a test.

    Args:
        logbook: The open log.
        current: The session, for its clock and equipment.
        settings: For the unit, in whose steps loads are offered.
    """

    def __init__(self, logbook: Logbook, current: CurrentSession, settings: Settings) -> None:
        self._database = logbook.database
        self._current = current
        self._settings = settings
        self._logbook = logbook
        self.today = current.today

    @property
    def step_kg(self) -> float:
        """The step of plates in kilograms."""
        return STEPS_KG[self._settings.unit]

    @property
    def equipment(self) -> Sequence[Equipment]:
        """The equipment by name."""
        return self._current.equipment

    def is_pain_up(self) -> bool:
        """Tell whether the last session hurt the next morning."""
        return is_pain_up(self._logbook, self.today)

    def exercise(self) -> Exercise:
        """Return the exercise of the last test; seated if there was none."""
        last = self._database.last_strength_test()
        return Exercise.SEATED if last is None else last[1][-1].exercise

    def first_leg(self, exercise: Exercise) -> Side:
        """Suggest the leg that did not start the last test."""
        return leg_to_begin(self._last(exercise)[1])

    def is_again(self, exercise: Exercise) -> bool:
        """Tell whether there was a test before."""
        return bool(self._last(exercise)[1])

    def equipment_of(self, exercise: Exercise) -> Equipment | None:
        """Return the equipment of the last test, or else the usual one for the exercise."""
        _, sets = self._last(exercise)
        if not sets:
            return self._current.equipment_of(exercise)
        wanted = sets[-1].equipment_id
        return next((each for each in self.equipment if each.id == wanted), None)

    def carried_kg(self, exercise: Exercise, day: datetime.date | None = None) -> float:
        """Return the bodyweight that an exercise lifts; 0 when seated, NaN if unknown.

        Args:
            exercise: The calf raise.
            day: The day; None for today.
        """
        if not exercise.carries_bodyweight:
            return 0.0
        day = day or self.today
        body_kg = bodyweight_on(day, self._database.weighings_for(day))
        return UNKNOWN_KG if body_kg is None else body_kg

    def offered_kg(
        self, exercise: Exercise, side: Side, equipment: Equipment | None
    ) -> float | None:
        """Return the external load to offer for a leg, in kilograms; None if unknown.

        It is based on the leg's estimated 1RM on that equipment, or else on its last test there.
        """
        carried_kg, code = self.carried_kg(exercise), self._code_of(equipment)
        at = np.array([day_number(self.today)])
        figure = self._strengths.leg(exercise, side).at(at).one(0)
        if figure is not None and figure.equipment == code:
            e1rm_kg = figure.kg
        else:
            e1rm_kg = self._tested_kg(exercise, side, equipment)
        if isnan(e1rm_kg) or isnan(carried_kg):
            return None
        return offered_kg(self._strengths.formula, e1rm_kg, carried_kg, self.step_kg)

    def _tested_kg(self, exercise: Exercise, side: Side, equipment: Equipment | None) -> float:
        """Estimate a leg's 1RM from its last test on some equipment; NaN without one."""
        day, sets = self._last(exercise)
        id_ = None if equipment is None else equipment.id
        of_leg = (
            self._evidence(exercise, Lift(side, each.external_kg, each.reps), day).e1rm_kg
            for each in sets
            if each.side is side and each.equipment_id == id_
        )
        return next(of_leg, UNKNOWN_KG)

    def outcome(self, run: StrengthTestRun, equipment: Equipment | None) -> StrengthOutcome:
        """Return the result of a test before it is saved.

        Raises:
            ValueError: In words, if a load or repetitions are out of bounds.
        """
        exercise, day = run.exercise, day_number(self.today)
        columns = self._with(run.sets("", [], None), equipment)
        balance = self._strengths_of(columns).balance(exercise)
        runner = self._current.runner
        bands = Bands.of(runner)
        tests = balance.tests.at(np.array([day])).windows.size[0]
        evidence = {each.side: self._evidence(exercise, each, self.today) for each in run.lifts}
        return StrengthOutcome(evidence, balance.on(day, bands), int(tests))

    def save(self, run: StrengthTestRun, equipment: Equipment | None) -> None:
        """Save what was done, as one step.

        Raises:
            ValueError: In words, if a load or repetitions are out of bounds.
            TrackerError: If it could not be saved.
        """
        self._current.log_strength_test(run, equipment)

    # How the log is read

    def _last(self, exercise: Exercise) -> tuple[datetime.date, list[LoggedSet]]:
        """Return the day of the last test and its sets; no sets if there was none."""
        last = self._database.last_strength_test(exercise)
        return (self.today, []) if last is None else (last[0].date, last[1])

    def _evidence(self, exercise: Exercise, lift: Lift, day: datetime.date) -> SetEvidence:
        system_kg = system_load_kg(
            lift.external_kg, self.carried_kg(exercise, day), exercise.carries_bodyweight
        )
        formula = self._current.runner.formula
        return evidence_of(formula, lift.side, SetType.TEST, system_kg, lift.reps, None)

    @cached_property
    def _columns(self) -> SetColumns:
        return self._database.set_columns()

    @cached_property
    def _strengths(self) -> Strengths:
        return self._strengths_of(self._columns)

    def _strengths_of(self, columns: SetColumns) -> Strengths:
        formula = self._current.runner.formula
        return Strengths(day_values(columns, formula), formula)

    def _code_of(self, equipment: Equipment | None) -> int:
        """Return the code of equipment in the log's columns: from 1, by name."""
        if equipment is None:
            return NO_EQUIPMENT
        return 1 + [each.id for each in self._database.equipment()].index(equipment.id)

    def _with(self, sets: Sequence[LoggedSet], equipment: Equipment | None) -> SetColumns:
        """Return the sets of the log, followed by some of today."""
        columns, day = self._columns, day_number(self.today)
        body_kg = bodyweight_on(self.today, self._database.weighings_for(self.today))
        fresh = {
            "day": day,
            "session": columns.session.max(initial=-1) + 1,
            "exercise": [EXERCISES.index(each.exercise) for each in sets],
            "side": [SIDES.index(each.side) for each in sets],
            "set_type": [SET_TYPES.index(each.set_type) for each in sets],
            "set_no": [each.set_no for each in sets],
            "reps": [each.reps for each in sets],
            "external_kg": [each.external_kg for each in sets],
            "rir": UNKNOWN_KG,
            "equipment": self._code_of(equipment),
            "bodyweight_kg": UNKNOWN_KG if body_kg is None else body_kg,
            "hold_s": UNKNOWN_KG,
        }
        places = np.full(len(sets), np.searchsorted(columns.day, day, side="right"))
        names = (field.name for field in fields(columns))
        return SetColumns(
            *(np.insert(getattr(columns, name), places, fresh[name]) for name in names)
        )
