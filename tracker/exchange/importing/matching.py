"""Adds the lines of a file to what a log holds, one by one, keeping only what is new."""

import datetime
from bisect import insort
from collections import defaultdict
from dataclasses import replace
from typing import Final, NamedTuple

from tracker.domain.change import Entry
from tracker.domain.entry import new_id
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.run import KM_A_MILE, Run
from tracker.domain.runner import Bodyweight, bodyweight_on
from tracker.domain.session import DETAILS, MOST_SET_NO, LoggedSet, Session
from tracker.exchange.importing.differences import Differing, FileDifference, as_told
from tracker.exchange.importing.found import ImportedRun, ImportedSet, SessionTold, SetTold
from tracker.exchange.importing.laying import Laying, Missing, PlaceInLog
from tracker.exchange.importing.log_so_far import (
    KnownSessions,
    LogSoFar,
    local_start,
    session_id_of,
)
from tracker.exchange.importing.names import Meaning
from tracker.exchange.importing.sets_added import SetsAdded, Shared, shared
from tracker.worded import worded

# Two apps measure the same run within this share of its distance; a larger difference is a
# correction.
SAME_SHARE: Final = 0.05
# Likewise for two weights on a day, in kilograms.
SAME_KG: Final = 0.05
_Leg = tuple[str, Exercise, Side]  # session, exercise and side


class _Done(NamedTuple):
    """What sets have in common whose lines say the same."""

    told: SetTold
    meaning: Meaning
    kg: float
    shared: Shared


class Matcher:
    """Adds lines to what a log holds, one by one.

    ``sets`` and ``others`` are the new entries; ``differences`` lists entries that differ in the
    log.

    Args:
        log: What the log holds.
        is_numbered: Whether lines may give the number of their set.
    """

    def __init__(self, log: LogSoFar, *, is_numbered: bool = True) -> None:
        self.sets = SetsAdded()
        self.others: list[Entry] = []
        self.differences: list[FileDifference] = []
        self._done: dict[int, _Done] = {}  # by what is said
        # Entries of the log that no line of the file has matched yet.
        held: tuple[Differing, ...] = (*log.sets, *log.weighings, *log.runs)
        self._own = {each.id for each in held}
        self._weighings = list(log.weighings)
        self._weighed = {weighing.date: weighing for weighing in log.weighings}
        self._runs = _Runs()
        for run in log.runs:
            self._runs.note(run)
        self._kg_on: dict[datetime.date, float] = {}
        self._sessions = KnownSessions(log)
        self.laying = Laying(log, self._sessions)
        self._new: set[str] = set()
        self._is_numbered = is_numbered
        # Sets of each exercise and leg in a session, by number; new ones as index in ``sets``.
        self._numbered: dict[_Leg, dict[int, LoggedSet | int]] = defaultdict(dict)
        self._highest: dict[_Leg, int] = defaultdict(int)
        # The position after the last set of a session.
        self._positions: dict[str, int] = defaultdict(int)
        for each in log.sets:
            id_, leg = each.session_id, (each.session_id, each.exercise, each.side)
            self._positions[id_] = max(self._positions[id_], each.position + 1)
            self._highest[leg] = max(self._highest[leg], each.set_no)
            self._numbered[leg][each.set_no] = each
        self._session: tuple[SessionTold, Session] | None = None  # of the previous line
        self._equipment = {each.name: each for each in log.equipment}
        self._equipment_added = set(self._equipment)  # names already in the log or in ``others``

    def add(
        self, found: ImportedSet, meaning: Meaning, unit: Unit | None, place: PlaceInLog
    ) -> int:
        """Add the sets of a line that the log does not have.

        Args:
            found: The line.
            meaning: What its name stands for.
            unit: The unit for a load without one.
            place: How it relates to the log.

        Returns:
            The number of sets added.

        Raises:
            ValueError: In words for a person, if the line cannot become a set of this log.
        """
        line, in_session, told = found
        done = self._done_in(told, meaning, unit)
        session, is_new = self._session_of(in_session)
        missing, own = place
        if told.set_no is not None and in_session.id is not None:
            missing, own = self._by_number(told.set_no, meaning, session)
        for each in own:
            self._compare(each, as_told(each, told, done.kg), line)
        if not missing:
            return 0
        id_, exercise = session.id, meaning.exercise
        legs = [(id_, exercise, side) for side, _, _ in missing]
        number, highest = told.set_no, self._highest
        if number is None or any(number in self._numbered[leg] for leg in legs):
            number = 1 + max(map(highest.__getitem__, legs))
        if number > MOST_SET_NO:
            raise ValueError(worded("The day has more than {} sets of this exercise.", MOST_SET_NO))
        position = self._positions[id_]
        # Keep nothing until every value is accepted: a line is added completely or not at all.
        self.sets.add(line, id_, done.shared, missing, number, position)
        if is_new:
            self._new.add(id_)
            self._sessions.add(session)
            self.others.append(session)
        if told.equipment is not None and told.equipment not in self._equipment_added:
            self._equipment_added.add(told.equipment)
            self.others.append(self._equipment[told.equipment])
        self._positions[id_] = position + len(legs)
        for further, leg in enumerate(legs, -len(legs)):
            if number > highest[leg]:
                highest[leg] = number
            if self._is_numbered:
                self._numbered[leg][number] = len(self.sets) + further
        if told.bodyweight_kg is not None:
            self._kg_on.setdefault(in_session.date, told.bodyweight_kg)
        return len(missing)

    def _done_in(self, told: SetTold, meaning: Meaning, unit: Unit | None) -> _Done:
        """Return what a line's sets have in common, the same object for lines that say the same.

        Raises:
            ValueError: In words for a person, if the unit of the load is unknown, or a value is out
                of bounds.
        """
        known = self._done.get(id(told))
        if known is None or known.meaning is not meaning:
            kg = told.external_kg(unit)
            equipment = self._equipment_of(told)
            of_sets = shared(
                exercise=meaning.exercise,
                reps=told.reps,
                external_kg=kg,
                equipment_id=None if equipment is None else equipment.id,
                **{name: getattr(told, name) for name in DETAILS},
            )
            known = self._done[id(told)] = _Done(told, meaning, kg, of_sets)
        return known

    def _session_of(self, found: SessionTold) -> tuple[Session, bool]:
        """Return the session of a line, and whether it is new.

        Raises:
            ValueError: In words for a person, if a line further up said that it is of another day.
        """
        if self._session is not None and self._session[0] is found:
            return self._session[1], False
        known = self._sessions.of(found)
        if known is not None:
            if known.id in self._new and known.date != found.date:
                raise ValueError(
                    worded("Its session is of {}, further up in the file.", known.date)
                )
            self._session = found, known
            return known, False
        id_ = found.id
        if id_ is None and found.time is None:
            id_ = session_id_of(found.date)
        started_at = None if found.time is None else local_start(found.date, found.time)
        session = Session(found.date, started_at, found.note)
        return (session if id_ is None else replace(session, id=id_)), True

    def _by_number(self, number: int, meaning: Meaning, session: Session) -> PlaceInLog:
        """Return which sides the log lacks and which sets it has, for a numbered set."""
        missing: list[Missing] = []
        own: list[LoggedSet] = []
        for side in meaning.sides.sets:
            there = self._numbered[session.id, meaning.exercise, side].get(number)
            if there is None:
                missing.append((side, new_id(), 0))
            else:
                own.append(self.sets[there] if isinstance(there, int) else there)
        return missing, own

    def _compare(
        self,
        own: Differing,
        told: Differing,
        line: int,
    ) -> None:
        """Note in what the log differs from a line.

        Raises:
            ValueError: In words for a person, if another line of the file already said something
                else.
        """
        if own != told:
            if own.id not in self._own:
                raise ValueError(worded("This stands further up in the file, with other values."))
            self.differences.append(FileDifference(own, told, line))
        self._own.discard(own.id)

    def _equipment_of(self, found: SetTold) -> Equipment | None:
        """Return the equipment a line names; if new, it is added with its first set."""
        if found.equipment is None:
            return None
        known = self._equipment.get(found.equipment)
        if known is None:
            known = self._equipment[found.equipment] = Equipment(found.equipment)
        return known

    @property
    def has_weighings(self) -> bool:
        """Whether the log will have any bodyweight."""
        return bool(self._weighings)

    def weigh_on(self, date: datetime.date, kg: float, line: int = 0) -> bool:
        """Add a bodyweight; False if the day already has one.

        Args:
            date: The day.
            kg: The bodyweight in kilograms.
            line: Its line in the file.

        Raises:
            ValueError: In words for a person, if it is out of bounds.
        """
        there = self._weighed.get(date)
        if there is None:
            self._weigh(Bodyweight(date, kg))
            return True
        # The first one of a day counts, within the file as well.
        if there.id in self._own:
            is_same = abs(there.kg - kg) < SAME_KG
            self._compare(there, there if is_same else replace(there, kg=kg), line)
        return False

    def _weigh(self, weighing: Bodyweight) -> None:
        self._weighed[weighing.date] = weighing
        insort(self._weighings, weighing, key=lambda each: each.date)
        self.others.append(weighing)

    def weigh(self) -> None:
        """Add bodyweights given with sets, where they differ from the one that would apply.

        Days that have a bodyweight in the log keep it.
        """
        # Oldest first: a weighing applies to later days, which may then need none of their own.
        for day in sorted(self._kg_on.keys() - self._weighed.keys()):
            is_first = not self._weighings or day < self._weighings[0].date
            if is_first or bodyweight_on(day, self._weighings) != self._kg_on[day]:
                self._weigh(Bodyweight(day, self._kg_on[day]))

    def add_run(self, found: ImportedRun, is_miles: bool) -> bool:
        """Add a run; False if the log has it.

        Args:
            found: The run.
            is_miles: Whether a distance that could be in miles is.

        Raises:
            ValueError: In words for a person, if a value is out of bounds.
        """
        distance_km = found.distance
        if is_miles and not found.is_km:
            distance_km *= KM_A_MILE
        started_at = None if found.time is None else local_start(found.date, found.time)
        run = Run(found.date, round(distance_km, 3), started_at, found.duration_s)
        is_instant = found.time is not None and found.time.tzinfo is not None
        known = self._runs.known(run, is_instant=is_instant)
        if known is not None:
            off_km = abs(known.distance_km - run.distance_km)
            is_same = off_km <= SAME_SHARE * known.distance_km
            lasted = known.duration_s if run.duration_s is None else run.duration_s
            told = replace(known, distance_km=run.distance_km, duration_s=lasted)
            self._compare(known, known if is_same else told, found.line)
            return False
        self._runs.note(run)
        self.others.append(run)
        return True


class _Runs:
    """The known runs, found by instant, or else by day and time, or else by day and distance."""

    def __init__(self) -> None:
        self._instants: dict[datetime.datetime, Run] = {}
        self._on_wall: dict[tuple[object, object], Run] = {}

    def note(self, run: Run) -> None:
        """Remember a run."""
        if run.started_at is not None:
            self._instants.setdefault(run.started_at, run)
        self._on_wall.setdefault(self._wall(run), run)

    def known(self, run: Run, *, is_instant: bool) -> Run | None:
        """Find a known run; ``is_instant`` tells whether the file gives its instant."""
        if is_instant and run.started_at is not None:
            return self._instants.get(run.started_at)
        return self._on_wall.get(self._wall(run))

    @staticmethod
    def _wall(run: Run) -> tuple[object, object]:
        at = run.started_at
        return run.date, run.distance_km if at is None else at.time()
