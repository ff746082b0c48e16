"""A full disk: the log stays whole, and what failed works once there is room."""

import datetime
import random
import shutil
import tempfile
from collections import deque
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from tests.durability.contents import contents, contents_of
from tests.durability.desk import draft, press_enter_on, running, told, type_value
from tests.durability.disk import fill, no_file_beyond, small_disk
from tests.durability.outcome import Outcome
from tracker import TrackerError
from tracker.cli.commands import main as command
from tracker.cli.terminal import finished
from tracker.domain.change import Change
from tracker.domain.demo.year import made_up_log
from tracker.domain.entry import DATES
from tracker.domain.exercise import Equipment
from tracker.storage.backup import backing_up, backups_of, copying
from tracker.storage.database import Database
from tracker.storage.put_back import restore
from tracker.storage.salvage import recover, salvaging
from tracker.ui.window.main_window import MainWindow

OLDEST = Path(__file__).parents[1] / "data" / "schema-001.soleus"
TODAY = DATES[0].replace(year=2026, month=11, day=24)


def make_log(path: Path) -> Path:
    """Make a log with a year of training."""
    database = Database.create(path)
    database.apply(made_up_log(TODAY))
    database.close()
    return path


def run_command(*arguments: str) -> tuple[int, str]:
    """Run the program without a window; returns its exit code and its error message."""
    complaint = StringIO()
    with redirect_stdout(StringIO()), redirect_stderr(complaint):
        code = command(arguments)
    return code, complaint.getvalue()


def in_words(action: Callable[[], object]) -> tuple[int, str]:
    """Do something, and tell of faults outside the program as a command would."""
    try:
        action()
    except TrackerError as error:
        return 1, f"{error}\n"
    return 0, ""


def try_under_limit(action: Callable[[], tuple[int, str]], limit: int, names: str) -> bool:
    """Do something with little room; it succeeds, or is refused in words that name the file."""
    with no_file_beyond(limit):
        code, complaint = action()
    if code:
        assert code == 1, f"exit code {code}"
        assert names in complaint, f"told: {complaint}"
        assert complaint.count("\n") == 1, f"told: {complaint}"
    return not code


# What can meet a full disk


def save(folder: Path, chance: random.Random) -> None:
    """Type a set while nothing can be written, and press Enter when writing works again."""
    log = folder / "log.soleus"
    with running(log) as window:
        type_value(window, "8x60")
        before = contents_of(log)
        with no_file_beyond(chance.choice((0, 100, 1000, 4096))):
            type_value(window, "9x60", column=1)
            expect_refusal(told(window), log, "the disk reported an error")
        assert contents_of(log) == before
        expect_draft_saved(window)
    assert len(contents_of(log)) == len(before) + 1


def save_without_room(folder: Path, _chance: random.Random) -> None:
    """Type a set while SQLite finds the disk full."""
    log = folder / "log.soleus"
    with running(log) as window:
        type_value(window, "8x60")
        window.log_page.note.insert("a" * 9000)  # more than the free room in the file's last page
        connection = window.logbook.database._connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        window.log_page.note.editingFinished.emit()
        expect_refusal(told(window), log, "the disk is full. Make room and try again")
        assert window.log_page.note.text() == "a" * 9000
        connection.execute("PRAGMA max_page_count = 1000000")
        window.log_page.note.editingFinished.emit()
        assert told(window) == []
        assert window.logbook.database.sessions()[0].note == "a" * 9000


def save_on_a_small_disk(_folder: Path, _chance: random.Random) -> None:
    """Type a set on a full disk, make room, and press Enter."""
    with small_disk() as disk:
        if disk is None:
            return
        log = disk / "log.soleus"
        with running(log) as window:
            type_value(window, "8x60")
            filler = fill(disk)
            type_value(window, "9x60", column=1)
            expect_refusal(told(window), log, "the disk is full. Make room and try again")
            filler.unlink()
            expect_draft_saved(window)
        assert len(contents_of(log)) == 3


def expect_refusal(words: list[str], log: Path, cause: str) -> None:
    """Expect one message that names the file and the cause."""
    (message,) = words
    assert str(log) in message, f"the file is not named: {message}"
    assert cause in message, f"told: {message}"


def expect_draft_saved(window: MainWindow) -> None:
    """Expect the typed text to stay in its cell, and Enter to save it."""
    assert draft(window, column=1) == "9x60", "what was typed did not stay in its cell"
    press_enter_on(window, column=1)
    assert draft(window, column=1) is None, "Enter did not save it afterwards"
    assert told(window) == []


def export(folder: Path, chance: random.Random) -> None:
    """Export a year; the file is either complete or absent."""
    log, to = make_log(folder / "log.soleus"), folder / "csv"
    to.mkdir()
    (to / "sets.csv").write_text("what stood there before")

    def export_all() -> tuple[int, str]:
        return run_command("export", str(log), "--to", str(to), "--force")

    if not try_under_limit(export_all, chance.randrange(0, 60_000), ".csv"):
        left = {each.name for each in to.iterdir()}
        assert not any(name.startswith(".") for name in left), f"left behind: {left}"
        standing = (to / "sets.csv").read_text()
        assert standing == "what stood there before" or standing.count("\n") > 1000
    assert export_all()[0] == 0


def import_(folder: Path, chance: random.Random) -> None:
    """Import a year; either all of it is in the log or nothing."""
    source, log = make_log(folder / "source.soleus"), folder / "log.soleus"
    Database.create(log).close()
    assert run_command("export", str(source), "--to", str(folder))[0] == 0
    size = log.stat().st_size

    def import_all() -> tuple[int, str]:
        return run_command("import", str(log), str(folder / "sets.csv"))

    if not try_under_limit(import_all, chance.randrange(size // 2, 4 * size), str(log)):
        assert contents_of(log) == {}, "an import was left half done"
        assert import_all()[0] == 0
    assert len(contents_of(log)) > 1000


def migrate(folder: Path, chance: random.Random) -> None:
    """Open a log of the oldest version; it is migrated completely or left as it was."""
    log, untroubled = folder / "log.soleus", folder / "untroubled.soleus"
    for path in (log, untroubled):
        shutil.copyfile(OLDEST, path)
    expected = contents_of(untroubled)
    assert len(expected) > 10

    def open_it() -> tuple[int, str]:
        return in_words(lambda: Database.open(log).close())

    if not try_under_limit(open_it, chance.randrange(0, 2 * log.stat().st_size), str(log)):
        # A copy made before is whole, whatever became of the update after it.
        for copy in folder.glob("log before update *"):
            # Copies are named by the second, and the next one must find its name free.
            assert contents_of(copy.rename(folder / "copy.soleus")) == expected
    assert contents_of(log) == expected


def create(folder: Path, chance: random.Random) -> None:
    """Create a log; it is either complete or absent."""
    log = folder / "log.soleus"

    def make() -> tuple[int, str]:
        return in_words(lambda: Database.create(log).close())

    if not try_under_limit(make, chance.randrange(0, 60_000), str(log)):
        assert list(folder.iterdir()) == [], "a log half made was left"
        assert make()[0] == 0
    assert contents_of(log) == {}


def change_much(folder: Path, chance: random.Random) -> None:
    """Apply a change of a thousand edits; either all of them are saved or none."""
    log = make_log(folder / "log.soleus")
    database = Database.open(log)
    before = contents(database)
    removal = Change.removing(*reversed(before.values()))
    try:
        with no_file_beyond(chance.randrange(0, 2 * log.stat().st_size)):
            database.apply(removal)
    except TrackerError:
        assert contents(database) == before
        database.apply(removal)
    assert contents(database) == {}
    database.close()


def unfinished(folder: Path) -> list[str]:
    """Name what is left of unfinished copies."""
    return [path.name for path in folder.rglob(".*")]


def back_up(folder: Path, chance: random.Random) -> None:
    """Back a log up automatically and on request; copies are either complete or absent."""
    log, copy = make_log(folder / "log.soleus"), folder / "copy.soleus"
    size, expected = log.stat().st_size, contents_of(log)

    def by_itself() -> tuple[int, str]:
        return in_words(lambda: deque(backing_up(log, TODAY), maxlen=0))

    def as_asked() -> tuple[int, str]:
        database = Database.open(log)
        try:
            return in_words(lambda: deque(copying(database.image(), copy), maxlen=0))
        finally:
            database.close()

    for action in (by_itself, as_asked):
        if not try_under_limit(action, chance.randrange(0, 2 * size), ""):
            assert unfinished(folder) == [], "a half copy was left"
            assert not copy.exists()
            assert action()[0] == 0
    (backup,) = backups_of(log)
    for path in (log, copy, backup.path):
        assert contents_of(path) == expected


def put_back(folder: Path, chance: random.Random) -> None:
    """Restore a backup, and recover a log; the log is either as before or as it should be after."""
    log, backup = make_log(folder / "log.soleus"), folder / "backup.soleus"
    Database.create_with(backup, Change.adding(Equipment("Step")))
    now = datetime.datetime.combine(TODAY, datetime.time(), datetime.UTC)
    before, then = contents_of(log), contents_of(backup)
    limit = chance.randrange(0, 2 * log.stat().st_size)
    if not try_under_limit(lambda: in_words(lambda: restore(log, backup, now)), limit, str(log)):
        assert contents_of(log) == before, "a restore was left half done"
        assert [each.kind for each in backups_of(log)] == []
        restore(log, backup, now)
    assert contents_of(log) == then
    (aside,) = (each.path for each in backups_of(log))
    assert contents_of(aside) == before, "the log as it was is not kept"
    salvage = finished(salvaging(aside), "Reading")
    if not try_under_limit(lambda: in_words(lambda: recover(log, salvage, now)), limit, ""):
        assert contents_of(log) == then, "a recovery was left half done"
        recover(log, salvage, now)
    assert contents_of(log) == before
    assert unfinished(folder) == [], "a half copy was left"


WAYS: tuple[Callable[[Path, random.Random], None], ...] = (
    save,
    save_without_room,
    save_on_a_small_disk,
    export,
    import_,
    migrate,
    create,
    change_much,
    back_up,
    put_back,
)


def run(cases: int, seed: int) -> Outcome:
    """Fill the disk in each way in turn, at random positions."""
    chance = random.Random(seed)
    complaints = []
    for case in range(cases):
        way = WAYS[case % len(WAYS)]
        with tempfile.TemporaryDirectory() as folder:
            try:
                way(Path(folder), chance)
            except (AssertionError, TrackerError) as error:
                complaints.append(f"{way.__name__}: {error}")
    damage = (
        "disk full or failing while saving, exporting, importing, updating, backing up, restoring"
    )
    return Outcome(damage, cases, len(complaints), tuple(complaints))
