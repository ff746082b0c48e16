"""One entry of the domain, one row of a table: there and back."""

import datetime
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tracker.domain.change import Entry
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.one_rep_max import Formula
from tracker.domain.plan import Begins, LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, SetType, Tempo
from tracker.domain.symptoms import Moment, Questionnaire, Score, Site, Symptom

Row = Mapping[str, Any]


def rows_of(cursor: sqlite3.Cursor) -> Iterator[Row]:
    """Give what a query found, row by row, by the names of its columns."""
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, values, strict=True)) for values in cursor)


# A start counts by the runner's clock, as the files that others read have it.
BY_DAY_AND_START: Final = "date, substr(started_at, 12, 8), id"


@dataclass(frozen=True, slots=True)
class Table:
    """Where one kind of entry is kept, and how it is turned into a row and back."""

    name: str
    to_row: Callable[[Any], dict[str, Any]]
    from_row: Callable[[Row], Entry]


def _runner_row(runner: Runner) -> dict[str, Any]:
    return {
        "id": runner.id,
        "name": runner.name,
        "involved_side": runner.involved_side,
        "birth_year": runner.birth_year,
        "sex": runner.sex,
        "formula": runner.formula,
        "usual_percent": runner.usual_percent,
        "marked_percent": runner.marked_percent,
        "low_pain": runner.low_pain,
        "middle_pain": runner.middle_pain,
        "target_ratio": runner.target_ratio,
    }


def runner_of(row: Row) -> Runner:
    """Read a runner."""
    side = row["involved_side"]
    return Runner(
        name=row["name"],
        involved_side=None if side is None else Side(side),
        birth_year=row["birth_year"],
        sex=row["sex"],
        formula=Formula(row["formula"]),
        usual_percent=row["usual_percent"],
        marked_percent=row["marked_percent"],
        low_pain=row["low_pain"],
        middle_pain=row["middle_pain"],
        target_ratio=row["target_ratio"],
        id=row["id"],
    )


def _bodyweight_row(weighing: Bodyweight) -> dict[str, Any]:
    return {"id": weighing.id, "date": weighing.date.isoformat(), "kg": weighing.kg}


def bodyweight_of(row: Row) -> Bodyweight:
    """Read a weighing."""
    return Bodyweight(datetime.date.fromisoformat(row["date"]), row["kg"], row["id"])


def _equipment_row(equipment: Equipment) -> dict[str, Any]:
    return {"id": equipment.id, "name": equipment.name}


def equipment_of(row: Row) -> Equipment:
    """Read a piece of equipment."""
    return Equipment(row["name"], row["id"])


def _session_row(session: Session) -> dict[str, Any]:
    started_at = session.started_at
    return {
        "id": session.id,
        "date": session.date.isoformat(),
        "started_at": None if started_at is None else started_at.isoformat(),
        "note": session.note,
        "duration_s": session.duration_s,
    }


def session_of(row: Row) -> Session:
    """Read a session."""
    started_at = row["started_at"]
    return Session(
        datetime.date.fromisoformat(row["date"]),
        None if started_at is None else datetime.datetime.fromisoformat(started_at),
        row["note"],
        row["id"],
        row["duration_s"],
    )


def _tempo_columns(tempo: Tempo | None) -> dict[str, Any]:
    return {
        "tempo_raise_s": None if tempo is None else tempo.raise_s,
        "tempo_top_s": None if tempo is None else tempo.top_s,
        "tempo_lower_s": None if tempo is None else tempo.lower_s,
        "tempo_bottom_s": None if tempo is None else tempo.bottom_s,
    }


def _tempo_of(row: Row) -> Tempo | None:
    if row["tempo_raise_s"] is None:
        return None
    return Tempo(
        row["tempo_raise_s"], row["tempo_top_s"], row["tempo_lower_s"], row["tempo_bottom_s"]
    )


def _set_row(logged: LoggedSet) -> dict[str, Any]:
    return {
        "id": logged.id,
        "session_id": logged.session_id,
        "position": logged.position,
        "exercise": logged.exercise,
        "side": logged.side,
        "set_no": logged.set_no,
        "set_type": logged.set_type,
        "reps": logged.reps,
        "external_kg": logged.external_kg,
        "rir": logged.rir,
        **_tempo_columns(logged.tempo),
        "rest_s": logged.rest_s,
        "pain_during": logged.pain_during,
        "equipment_id": logged.equipment_id,
        "note": logged.note,
    }


def set_of(row: Row) -> LoggedSet:
    """Read a set."""
    return LoggedSet(
        session_id=row["session_id"],
        exercise=Exercise(row["exercise"]),
        side=Side(row["side"]),
        set_no=row["set_no"],
        reps=row["reps"],
        external_kg=row["external_kg"],
        position=row["position"],
        set_type=SetType(row["set_type"]),
        rir=row["rir"],
        tempo=_tempo_of(row),
        rest_s=row["rest_s"],
        pain_during=row["pain_during"],
        equipment_id=row["equipment_id"],
        note=row["note"],
        id=row["id"],
    )


def _symptom_row(symptom: Symptom) -> dict[str, Any]:
    return {
        "id": symptom.id,
        "date": symptom.date.isoformat(),
        "moment": symptom.moment,
        "side": symptom.side,
        "site": symptom.site,
        "pain": symptom.pain,
        "stiffness_min": symptom.stiffness_min,
        "session_id": symptom.session_id,
    }


def symptom_of(row: Row) -> Symptom:
    """Read a symptom."""
    return Symptom(
        date=datetime.date.fromisoformat(row["date"]),
        moment=Moment(row["moment"]),
        side=Side(row["side"]),
        site=None if row["site"] is None else Site(row["site"]),
        pain=row["pain"],
        stiffness_min=row["stiffness_min"],
        session_id=row["session_id"],
        id=row["id"],
    )


def _score_row(score: Score) -> dict[str, Any]:
    return {
        "id": score.id,
        "date": score.date.isoformat(),
        "questionnaire": score.questionnaire,
        "value": score.value,
    }


def score_of(row: Row) -> Score:
    """Read the score of a questionnaire."""
    return Score(
        datetime.date.fromisoformat(row["date"]),
        Questionnaire(row["questionnaire"]),
        row["value"],
        row["id"],
    )


def _test_row(test: HeelRaiseTest) -> dict[str, Any]:
    return {
        "id": test.id,
        "date": test.date.isoformat(),
        "exercise": test.exercise,
        "side": test.side,
        "reps": test.reps,
        "cadence_bpm": test.cadence_bpm,
        "incline_deg": test.incline_deg,
        "stop_reason": test.stop_reason,
        "pain": test.pain,
        "note": test.note,
    }


def test_of(row: Row) -> HeelRaiseTest:
    """Read a heel-raise test."""
    reason = row["stop_reason"]
    return HeelRaiseTest(
        date=datetime.date.fromisoformat(row["date"]),
        exercise=Exercise(row["exercise"]),
        side=Side(row["side"]),
        reps=row["reps"],
        cadence_bpm=row["cadence_bpm"],
        incline_deg=row["incline_deg"],
        stop_reason=None if reason is None else StopReason(reason),
        pain=row["pain"],
        note=row["note"],
        id=row["id"],
    )


def _goal_row(goal: Goal) -> dict[str, Any]:
    return {
        "id": goal.id,
        "kind": goal.kind,
        "exercise": goal.exercise,
        "target": goal.target,
        "side": goal.side,
        "by": None if goal.by is None else goal.by.isoformat(),
    }


def goal_of(row: Row) -> Goal:
    """Read a goal."""
    return Goal(
        kind=GoalKind(row["kind"]),
        exercise=Exercise(row["exercise"]),
        target=row["target"],
        side=Side(row["side"]),
        by=None if row["by"] is None else datetime.date.fromisoformat(row["by"]),
        id=row["id"],
    )


def _run_row(run: Run) -> dict[str, Any]:
    return {
        "id": run.id,
        "date": run.date.isoformat(),
        "distance_km": run.distance_km,
        "started_at": None if run.started_at is None else run.started_at.isoformat(),
        "duration_s": run.duration_s,
    }


def run_of(row: Row) -> Run:
    """Read a run."""
    started_at = row["started_at"]
    return Run(
        date=datetime.date.fromisoformat(row["date"]),
        distance_km=row["distance_km"],
        started_at=None if started_at is None else datetime.datetime.fromisoformat(started_at),
        duration_s=row["duration_s"],
        id=row["id"],
    )


def _plan_row(plan: Plan) -> dict[str, Any]:
    return {
        "id": plan.id,
        "name": plan.name,
        "starts_on": plan.starts_on.isoformat(),
        "weeks": plan.weeks,
        "ends_on": None if plan.ends_on is None else plan.ends_on.isoformat(),
        "e1rm_on": None if plan.e1rm_on is None else plan.e1rm_on.isoformat(),
        "source": plan.source,
        "caution": plan.caution,
        "note": plan.note,
        "template": plan.template,
    }


def plan_of(row: Row) -> Plan:
    """Read a plan."""
    ends_on, e1rm_on = row["ends_on"], row["e1rm_on"]
    return Plan(
        name=row["name"],
        starts_on=datetime.date.fromisoformat(row["starts_on"]),
        weeks=row["weeks"],
        ends_on=None if ends_on is None else datetime.date.fromisoformat(ends_on),
        e1rm_on=None if e1rm_on is None else datetime.date.fromisoformat(e1rm_on),
        source=row["source"],
        caution=row["caution"],
        note=row["note"],
        template=row["template"],
        id=row["id"],
    )


def _phase_row(phase: Phase) -> dict[str, Any]:
    return {
        "id": phase.id,
        "plan_id": phase.plan_id,
        "position": phase.position,
        "first_week": phase.first_week,
        "last_week": phase.last_week,
        "weekdays": "".join(map(str, phase.weekdays)),
        "every_hours": phase.every_hours,
        "note": phase.note,
        "begins": phase.begins,
        "begun_on": " ".join(day.isoformat() for day in phase.begun_on),
        "criterion": phase.criterion,
    }


def phase_of(row: Row) -> Phase:
    """Read a phase of a plan."""
    return Phase(
        plan_id=row["plan_id"],
        first_week=row["first_week"],
        last_week=row["last_week"],
        weekdays=tuple(map(int, row["weekdays"])),
        every_hours=row["every_hours"],
        position=row["position"],
        note=row["note"],
        begins=Begins(row["begins"]),
        begun_on=tuple(map(datetime.date.fromisoformat, row["begun_on"].split())),
        criterion=row["criterion"],
        id=row["id"],
    )


def _planned_row(planned: PlannedSets) -> dict[str, Any]:
    return {
        "id": planned.id,
        "phase_id": planned.phase_id,
        "position": planned.position,
        "exercise": planned.exercise,
        "side": planned.side,
        "sets": planned.sets,
        "reps": planned.reps,
        "most_reps": planned.most_reps,
        "load_basis": planned.load_basis,
        "load_value": planned.load_value,
        **_tempo_columns(planned.tempo),
        "rest_s": planned.rest_s,
        "rir": planned.rir,
        "note": planned.note,
    }


def planned_of(row: Row) -> PlannedSets:
    """Read planned sets."""
    basis = row["load_basis"]
    return PlannedSets(
        phase_id=row["phase_id"],
        exercise=Exercise(row["exercise"]),
        side=PlannedSide(row["side"]),
        sets=row["sets"],
        reps=row["reps"],
        most_reps=row["most_reps"],
        load_basis=None if basis is None else LoadBasis(basis),
        load_value=row["load_value"],
        tempo=_tempo_of(row),
        rest_s=row["rest_s"],
        rir=row["rir"],
        position=row["position"],
        note=row["note"],
        id=row["id"],
    )


TABLES: Final[dict[type[Entry], Table]] = {
    Runner: Table("runner", _runner_row, runner_of),
    Bodyweight: Table("bodyweights", _bodyweight_row, bodyweight_of),
    Equipment: Table("equipment", _equipment_row, equipment_of),
    Session: Table("sessions", _session_row, session_of),
    LoggedSet: Table("sets", _set_row, set_of),
    Symptom: Table("symptoms", _symptom_row, symptom_of),
    Score: Table("scores", _score_row, score_of),
    HeelRaiseTest: Table("tests", _test_row, test_of),
    Goal: Table("goals", _goal_row, goal_of),
    Run: Table("runs", _run_row, run_of),
    Plan: Table("plans", _plan_row, plan_of),
    Phase: Table("phases", _phase_row, phase_of),
    PlannedSets: Table("planned_sets", _planned_row, planned_of),
}
