"""The parts of a log that can be merged separately: training, plans, equipment, profile."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Final

from tracker.domain.change import Entry, Key, Memory, Past, key_of
from tracker.domain.entry import is_made_by_chance
from tracker.domain.entry_fields import REFERENCES
from tracker.domain.event import Event
from tracker.domain.exercise import Equipment
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import Measurement
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Symptom


class LogPart(StrEnum):
    """A part of a log."""

    TRAINING = "training"  # everything done and felt
    PLANS = "plans"
    EQUIPMENT = "equipment"
    PROFILE = "profile"  # whose log it is: the runner, bodyweights, goals


ALL: Final = frozenset(LogPart)
PART_OF: Final[Mapping[type[Entry], LogPart]] = {
    Runner: LogPart.PROFILE,
    Bodyweight: LogPart.PROFILE,
    Goal: LogPart.PROFILE,
    Equipment: LogPart.EQUIPMENT,
    Session: LogPart.TRAINING,
    LoggedSet: LogPart.TRAINING,
    Symptom: LogPart.TRAINING,
    Measurement: LogPart.TRAINING,
    HeelRaiseTest: LogPart.TRAINING,
    Run: LogPart.TRAINING,
    Event: LogPart.TRAINING,
    Plan: LogPart.PLANS,
    Phase: LogPart.PLANS,
    PlannedSets: LogPart.PLANS,
}


def chosen(
    entries: Iterable[Entry], memory: Iterable[Memory], parts: Collection[LogPart]
) -> tuple[list[Entry], list[Memory]]:
    """Return the entries of some parts of a log, and everything they refer to.

    So equipment always comes with the sets done on it, without which their loads mean nothing.
    """
    entries, memory = list(entries), list(memory)
    kept = [each for each in entries if PART_OF[type(each)] in parts]
    remembered = [each for each in memory if PART_OF[each.key[0]] in parts]
    referring = [*kept, *(each.entry for each in remembered if each.entry is not None)]
    needed: set[Key] = {
        (kind, id_)
        for each in referring
        for field, kind in REFERENCES.items()
        if PART_OF[kind] not in parts and (id_ := getattr(each, field, None)) is not None
    }
    return (
        [each for each in entries if PART_OF[type(each)] in parts or key_of(each) in needed],
        [*remembered, *(each for each in memory if each.entry is not None and each.key in needed)],
    )


def usual_parts(
    entries: Collection[Entry], log: Collection[Entry], past: Past, log_past: Past
) -> frozenset[LogPart]:
    """Return the parts to merge by default.

    For a copy of this log, that is all of them; it counts as a copy if both logs share a random id.
    For another runner's log, it is all but the profile, so that a friend's plan does not bring
    along the friend's name and weight.
    """
    theirs, ours = (
        {key for key in keys if key[0] is not Runner and is_made_by_chance(key[1])}
        for keys in (
            {*map(key_of, entries), *(each.key for each in past.memory)},
            {*map(key_of, log), *(each.key for each in log_past.memory)},
        )
    )
    if not log or theirs & ours:
        return ALL
    runner = next((each for each in entries if isinstance(each, Runner)), Runner())
    own = next((each for each in log if isinstance(each, Runner)), Runner())
    return ALL if runner == own else ALL - {LogPart.PROFILE}
