"""Broken files made from sound ones, and what the import makes of each."""

import gzip
import random
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

from fit_tool.profile.profile_type import Intensity, Sport

from tests.exchange.importing.fit_files import Done, Step, activity, rest
from tests.exchange.importing.test_workbooks import Rows, book_of
from tests.exchange.logs import finished
from tracker import TrackerError
from tracker.app.incoming import head_in, incoming
from tracker.domain.load import Unit
from tracker.exchange.importing.by_hand import COLUMN_MEANINGS
from tracker.exchange.importing.containers import SeveralInsideError
from tracker.exchange.importing.dates import DayOrder
from tracker.exchange.importing.foreign_csv import Choices
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.known_formats import UnknownFormatError
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, build_change
from tracker.exchange.roles import Role
from tracker.storage.database import Database

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
SHIPPED = Path(__file__).parents[1] / "data"
LONGEST_S = 5.0
_MOST_ASKED = 4  # an archive in an archive, and a table in it
# What other programs, editors and transfers have been seen to put into files, and some worse.
_PIECES = (
    *(b'"', b'""', b",", b";", b"\t", b"\n", b"\r\n", b"\r", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf"),
    *(b"-", b"0", b"1e308", b"nan", b"inf", b"-1", b"99999999999999999999", b"12,5", b"1.234,5"),
    *("🦵".encode(), "é".encode("cp1252"), b"=1+1", b"'", b"Rest Timer", b"W", b"Note", b"lbs"),
    *(b"2026-02-30", b"0001-01-01", b"3/4/2026", b"31/12/9999", b"\xed\xa0\x80", b" " * 300),
    *(b"40x12, 40x10", b"3x12@40,5", b"<!ENTITY a 'b'>", b"&a;", b"</Workout>", b"PK\x03\x04"),
)


def sources() -> list[bytes]:
    """The files to break: real ones if available, otherwise the shipped ones."""
    folder = SAMPLES if SAMPLES.is_dir() else SHIPPED
    paths = [
        *sorted(folder.glob("*.csv")),
        *sorted((SHIPPED / "forms").iterdir()),
        *sorted((SHIPPED / "import").glob("*.csv")),
    ]
    return [path.read_bytes() for path in paths] + recorded()


def recorded() -> list[bytes]:
    """What a watch records of a gym session, of one that followed a workout, and of a run."""
    calves = [Done(12, 40.0), rest(90.0), Done(10, 42.5), Done(None, 20.0), Done(8, None, None)]
    steps = [Step("Seated left", intensity=Intensity.WARMUP), Step("Hold", is_timed=True)]
    return [
        activity(calves),
        activity([Done(12, 40.0, step=0), Done(step=1)], steps=steps),
        activity(sport=Sport.RUNNING, metres=5_042.5, seconds=1_865.0),
    ]


def workbook() -> bytes:
    """A workbook of two sheets."""
    rows: Rows = [["Title", "Date", "Exercise", "Superset id", "Weight", "Reps", "Set Type"]]
    rows += [["Legs", "2026-03-02", "Seated calf raise", 1, 42.5, 12, "NORMAL_SET"]] * 3
    return book_of(Log=rows, Notes=[["a", "b"]]).getvalue()


def packed(data: bytes, chance: random.Random) -> bytes:
    """Put a file into one of several kinds of container."""
    if chance.random() < 0.3:
        return gzip.compress(data, 1)
    file = BytesIO()
    with zipfile.ZipFile(
        file, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    ) as it:
        for name in chance.choice((("a.csv",), ("a.xml", "b/c.fit"), ("a.txt", "b.json", "c.zip"))):
            it.writestr(name, data)
    return file.getvalue()


def repacked(archive: bytes, chance: random.Random) -> bytes:
    """Break one of the files in an archive, while the archive itself stays sound."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(file, "w") as new:
        broken = chance.choice(old.namelist())
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, mutated(data, chance) if name == broken else data)
    return file.getvalue()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Break a file in one to six places, in typical ways."""
    # A short one as often as not: its lines are then all near the damage.
    broken = bytearray(data[: chance.choice((400, 2_000, len(data)))])
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(broken) + 1)
        length = chance.choice((1, 1, 2, 8, 64))
        match chance.randrange(7):
            case 0:  # a piece put in
                broken[place:place] = chance.choice(_PIECES)
            case 1:  # a piece in place of another
                broken[place : place + length] = chance.choice(_PIECES)
            case 2:  # bytes lost
                del broken[place : place + length]
            case 3:  # bytes flipped
                for at in range(place, min(place + length, len(broken))):
                    broken[at] ^= 1 << chance.randrange(8)
            case 4:  # a stretch twice
                broken[place:place] = broken[place : place + 16 * length]
            case 5:  # cut short
                del broken[max(place, 30) :]
            case _:  # lines in another order
                lines = broken.split(b"\n")
                one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[one], lines[other] = lines[other], lines[one]
                broken = bytearray(b"\n".join(lines))
    if chance.random() < 0.02:
        return bytes(broken).decode("utf-8", "replace").encode("utf-16")
    return bytes(broken)


def mutations(cases: int, seed: int) -> Iterator[bytes]:
    """Make broken files from all sources in turn."""
    chance = random.Random(seed)
    sound = sources()
    book = workbook()
    for number in range(cases):
        data = chance.choice(sound)
        match number % 10:
            case 0:  # damage within a container
                yield packed(mutated(data, chance), chance)
            case 1:  # damage to a container
                yield mutated(packed(data, chance), chance)
            case 2:
                yield repacked(book, chance)
            case _:
                yield mutated(data, chance)


@dataclass
class Outcome:
    """What became of all cases.

    Args:
        cases: Number of cases tried.
        ends: Number of cases by how they ended.
        slowest_s: The longest processor time of a case, in seconds.
        faults: What happened in cases that ended in neither an import nor words.
    """

    cases: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    slowest_s: float = 0.0
    faults: list[str] = field(default_factory=list)


def tried(data: bytes, outcome: Outcome) -> None:
    """Import one file into an empty log, and note how it ended.

    It ends well in an import after which the log is sound, with all lines accounted for, or in one
    FormatError; open questions about a file are answered somehow.
    """
    outcome.cases += 1
    begun = time.process_time()
    try:
        with tempfile.TemporaryDirectory(prefix="soleus-") as folder:
            path = Path(folder) / "file"
            path.write_bytes(data)
            outcome.ends[_imported(path)] += 1
    except TrackerError as error:
        outcome.ends["refused in words" if str(error) else "refused without words"] += 1
    except Exception as error:  # noqa: BLE001 - that there is none is what is tried
        outcome.faults.append(repr(error))
    took_s = time.process_time() - begun
    outcome.slowest_s = max(outcome.slowest_s, took_s)
    if took_s > LONGEST_S:
        outcome.faults.append(f"took {took_s:.1f} s")


def _read(path: Path) -> ReadFile:
    """Read a file, and answer its questions, always in the same way."""
    chance = random.Random(path.read_bytes())
    choices = Choices(order=chance.choice(list(DayOrder)))
    for _ in range(_MOST_ASKED):
        try:
            return finished(incoming(path, choices))
        except SeveralInsideError as error:
            choices = replace(choices, inside=chance.choice(error.insides).name)
        except UnknownFormatError:
            if choices.columns:
                raise
            columns = _chosen(len(finished(head_in(path, choices.inside)).headings), chance)
            choices = replace(choices, columns=columns)
    return finished(incoming(path, choices))


def _chosen(width: int, chance: random.Random) -> dict[int, Role]:
    """Choose the meanings of a table's columns: a day and a name, and anything else."""
    places = chance.sample(range(width), min(width, chance.randint(2, 9)))
    others = [each for each in COLUMN_MEANINGS.values() if each not in {Role.DATE, Role.NAME}]
    roles = [Role.DATE, Role.NAME, Role.REPS, *chance.choices(others, k=6)]
    if chance.random() < 0.5:  # as most tables have them
        places.sort()
    return dict(zip(places, roles, strict=False))


def _imported(path: Path) -> str:
    read = _read(path)
    database = Database.in_memory()
    try:
        answers = Answers(read.guessed_mapping, Unit.KG)
        change, summary = build_change(read, answers, LogSoFar.of(database, read))
        database.apply(change)
        complaints = database.complaints()
        if complaints:
            raise AssertionError(complaints)
        others = sum(found.lines for found in summary.names_left_out)
        accounted = (
            summary.lines_added
            + summary.lines_already_there
            + summary.lines_of_rest
            + len(summary.left_out)
            + others
        )
        if accounted != summary.lines:
            raise AssertionError(f"{accounted} of {summary.lines} lines are accounted for")
        again, _ = build_change(read, answers, LogSoFar.of(database, read))
        if again:
            raise AssertionError("the same file twice adds something")
        return "imported" if change else "previewed with reasons"
    finally:
        database.close()
