"""Another machine's copy written over an open log: neither it nor what was saved here is lost."""

import datetime
import os
import random
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from itertools import count, pairwise
from pathlib import Path
from unittest import mock

from tests.durability.outcome import Outcome
from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage import quietness
from tracker.storage.backup import backups_of
from tracker.storage.database import Database

DAY = datetime.date(2026, 11, 24)


def _write(copy: bytes, log: Path, start: int, end: int) -> None:
    with log.open("r+b") as file:
        file.seek(start)
        file.write(copy[start:end])


def written_into(copy: bytes, log: Path, _look: Callable[[], object], _chance: object) -> None:
    """As cp does: the file stays the same one, and its size may change."""
    _write(copy, log, 0, len(copy))
    os.truncate(log, len(copy))


def written_with_its_times(copy: bytes, log: Path, look: Callable[[], object], _: object) -> None:
    """As rsync --inplace --times does if both copies are equally old."""
    was = log.stat()
    written_into(copy, log, look, None)
    os.utime(log, ns=(was.st_atime_ns, was.st_mtime_ns))


def written_slowly(
    copy: bytes, log: Path, look: Callable[[], object], chance: random.Random
) -> None:
    """As over a slow line: the log is read when half of the copy is written."""
    middle = chance.randrange(len(copy))
    _write(copy, log, 0, middle)
    look()
    _write(copy, log, middle, len(copy))
    os.truncate(log, len(copy))


def renamed_over(copy: bytes, log: Path, _look: Callable[[], object], _chance: object) -> None:
    """As programs do that synchronise folders: written beside the log, then renamed."""
    beside = log.with_name(".beside")
    beside.write_bytes(copy)
    beside.replace(log)


def moved_away_first(
    copy: bytes, log: Path, look: Callable[[], object], _chance: random.Random
) -> None:
    """As programs do that keep the other file under another name."""
    log.rename(log.with_name("aside"))
    look()
    log.write_bytes(copy)


def written_while_typing(
    copy: bytes, log: Path, type_one: Callable[[], object], chance: random.Random
) -> None:
    """As rsync --inplace does over a slow line: piece by piece, while sets go on being logged."""
    places = [0, *sorted(chance.sample(range(1, len(copy)), 6)), len(copy)]
    pieces = list(pairwise(places))
    pauses = [chance.uniform(0, 0.1) for _ in pieces]

    def write() -> None:
        for (start, end), pause in zip(pieces[1:], pauses, strict=False):
            time.sleep(pause)
            _write(copy, log, start, end)
        os.truncate(log, len(copy))

    # Nothing is being saved when it begins: nobody can tell whose bytes came in between.
    _write(copy, log, *pieces[0])
    writer = threading.Thread(target=write)
    writer.start()
    while writer.is_alive():
        type_one()
        time.sleep(chance.uniform(0, 0.02))
    writer.join()


def broken_off_for_a_while(
    copy: bytes, log: Path, type_one: Callable[[], object], chance: random.Random
) -> None:
    """As over a line that fails and recovers: sets are logged between two pieces, long apart."""
    with log.open("r+b") as file:
        middle = chance.randrange(1, len(copy))
        file.write(copy[:middle])
        file.flush()
        time.sleep(1.2 * quietness.QUIET_S)
        type_one()
        type_one()
        file.write(copy[middle:])
        file.truncate()


def written_in_a_commit(
    copy: bytes, log: Path, type_one: Callable[[], object], chance: random.Random
) -> None:
    """As a program that starts while a set is saved: after the last check, before SQLite writes."""
    looked_at = Database._require_size
    with log.open("r+b") as file:
        middle = chance.randrange(1, len(copy) + 1)

        def write(database: Database) -> None:
            looked_at(database)
            file.seek(0)
            file.write(copy[:middle])
            file.flush()

        with mock.patch.object(Database, "_require_size", write):
            type_one()
        if chance.random() < 0.5:
            file.write(copy[middle:])
            file.truncate()


UNBROKEN_S = 1.0  # on a busy machine, what pauses for less is still being written
WAYS = (
    written_into,
    written_with_its_times,
    written_slowly,
    renamed_over,
    moved_away_first,
    written_while_typing,
    broken_off_for_a_while,
    written_in_a_commit,
)
WHILE_TYPING = (written_while_typing, broken_off_for_a_while, written_in_a_commit)


def _sets(log: Path) -> dict[str, int]:
    with closing(Database.open(log)) as database:
        assert database.complaints() == []
        return {each.id: each.reps for each in _all(database)}


def _all(database: Database) -> list[LoggedSet]:
    return [each for each in database.entries() if isinstance(each, LoggedSet)]


def put_over(folder: Path, number: int, chance: random.Random) -> None:
    """Use one log on two machines, write one's copy over the other's open log, and go on."""
    log, other = folder / "log.soleus", folder / "other.soleus"
    session = Session(DAY)
    numbers = count(1)

    def a_set(place: Session) -> LoggedSet:
        no = next(numbers)
        return LoggedSet(place.id, Exercise.SEATED, Side.LEFT, no, no, 60.0, position=no)

    shared = [a_set(session) for _ in range(chance.randint(5, 300))]
    Database.create_with(log, Change.adding(session, *shared))
    other.write_bytes(log.read_bytes())
    with closing(Database.open(log)) as database:
        logbook = Logbook(database)
        expected = {each.id: each.reps for each in shared}
        gone, edited = chance.sample(shared, 2)
        theirs_alone: dict[str, int] = {}
        changes = chance.randint(1, 5)
        for _ in range(changes):
            mine = a_set(session)
            logbook.apply(Change.adding(mine), "log")
            expected[mine.id] = mine.reps
        logbook.apply(Change.removing(gone), "delete")
        del expected[gone.id]
        with closing(Database.open(other)) as theirs:
            today = Session(DAY + datetime.timedelta(days=1))
            # Often as many changes as here: then SQLite may not tell the two files apart.
            for written in range(changes + chance.choice((1, 1, 2))):
                if written == 0:
                    theirs.apply(Change.replacing(edited, replace(edited, reps=999)))
                    theirs_alone[edited.id] = 999
                    continue
                new = a_set(today)
                theirs.apply(Change.adding(*[today] * (written == 1), new))
                theirs_alone[new.id] = new.reps

        def type_one() -> None:
            logbook.catch_up()
            typed = a_set(session)
            with suppress(TrackerError):  # refused, it is not lost: it stays in its field
                logbook.apply(Change.adding(typed), "log")
                expected[typed.id] = typed.reps

        way = WAYS[number % len(WAYS)]
        meanwhile = type_one if way in WHILE_TYPING else logbook.catch_up
        way(other.read_bytes(), log, meanwhile, chance)
        if chance.random() < 0.5:
            type_one()
        time.sleep(1.2 * quietness.QUIET_S)
        if chance.random() < 0.5:
            logbook.catch_up()
        type_one()
        logbook.catch_up()
        type_one()
    held = _sets(log)
    if way not in (broken_off_for_a_while, written_in_a_commit):
        assert held == expected | theirs_alone
        return
    # The log may have parted from the copy, which then lies beside it, whole or as it was written.
    assert held.items() >= {id_: reps for id_, reps in expected.items() if id_ != edited.id}.items()
    assert held[edited.id] in (edited.reps, 999)
    if way is broken_off_for_a_while:
        for each in backups_of(log):
            with suppress(AssertionError, TrackerError):
                held |= {id_: reps for id_, reps in _sets(each.path).items() if id_ in theirs_alone}
        assert held.items() >= theirs_alone.items()


def run(cases: int, seed: int) -> Outcome:
    """Write copies over open logs, each way in turn."""
    chance = random.Random(seed)
    complaints, lost = [], 0
    for number in range(cases):
        is_long = WAYS[number % len(WAYS)] is written_while_typing
        quiet_s = UNBROKEN_S if is_long else quietness.QUIET_S
        with (
            tempfile.TemporaryDirectory() as folder,
            mock.patch.object(quietness, "QUIET_S", quiet_s),
        ):
            try:
                put_over(Path(folder), number, chance)
            except (AssertionError, TrackerError) as error:
                lost += 1
                complaints.append(f"{WAYS[number % len(WAYS)].__name__}: {error}")
    return Outcome("a copy put over the open log", cases, lost, tuple(complaints))
