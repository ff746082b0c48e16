"""Bytes flipped, pages wiped, overwritten or cut off: told, kept, with a way on, never a crash."""

import os
import random
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.durability.contents import Contents, contents_of
from tests.durability.desk import (
    press_enter_on,
    program_beside,
    shown,
    told,
    told_quietly,
    type_value,
    wait_until,
)
from tests.durability.full_disk import make_log, run_command
from tests.durability.outcome import Outcome
from tracker import DamagedLogError, TrackerError
from tracker.storage.backup import folder_of
from tracker.ui.files.damage_dialog import DamageDialog
from tracker.ui.window import program as root

# Bytes of a page: SQLite's own choice, and what other programs that vacuum a log may choose.
PAGE_SIZES = (4096, 512, 1024, 8192, 65_536)
Damage = Callable[[bytearray, int, random.Random], None]


def flip_bits(data: bytearray, _page: int, chance: random.Random) -> None:
    """Flip some bits, as a worn disk does."""
    for _ in range(chance.choice((1, 8, 64))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def wipe_a_page(data: bytearray, page: int, chance: random.Random) -> None:
    """Fill a page with zeros, as if a block was never written."""
    start = chance.randrange(len(data)) // page * page
    data[start : start + page] = bytes(page)


def spoil_the_head_of_a_page(data: bytearray, page: int, chance: random.Random) -> None:
    """Change the header of a page, which says where things are on it."""
    start = chance.randrange(len(data)) // page * page
    for _ in range(4):
        data[start + chance.randrange(120)] = chance.randrange(256)


def overwrite(data: bytearray, _page: int, chance: random.Random) -> None:
    """Overwrite some bytes, as a program gone wild does."""
    start, length = chance.randrange(len(data)), chance.choice((16, 512, 9000))
    written = chance.randbytes(length)[: len(data) - start]
    data[start : start + length] = written


def cut(data: bytearray, page: int, chance: random.Random) -> None:
    """Truncate the file, at a page boundary or anywhere."""
    end = chance.randrange(len(data))
    del data[end // page * page if chance.random() < 0.5 else end :]


DAMAGES: tuple[Damage, ...] = (
    flip_bits,
    wipe_a_page,
    spoil_the_head_of_a_page,
    overwrite,
    cut,
)


class Case:
    """One damaged log with a backup of the day before, and what the program makes of it.

    Args:
        folder: An empty folder.
        year: A log with a year of training.
        number: Number of the case; even and odd cases alternate between restoring and recovering.
    """

    def __init__(self, folder: Path, year: bytes, number: int) -> None:
        self.log = folder / "log.soleus"
        self.log.write_bytes(year)
        self.backup = folder_of(self.log) / "log 2026-11-23.soleus"
        self.backup.parent.mkdir(mode=0o700)
        self.backup.write_bytes(year)
        os.utime(self.backup, (1e9, 1e9))
        self.restores = number % 2 == 0

    def damage(self, damage: Damage, page: int, chance: random.Random) -> bytes:
        """Damage the log, given the size of its pages, and return its bytes."""
        data = bytearray(self.log.read_bytes())
        damage(data, page, chance)
        self.log.write_bytes(data)
        return bytes(data)

    def look(self, program: root.Program) -> DamageDialog | None:
        """Open the log, look at all pages, and let the day's backup be made.

        Returns:
            The dialog that the damage opened; None if nothing was noticed.
        """
        try:
            program.show_file(self.log, create=False)
            window = shown(program)
            for show in (window.show_progress, window.show_history, window.show_log):
                show()
                wait_until(lambda: True)
            window.backups.back_up_if_due()
            wait_until(lambda: not window.backups.is_working)
        except DamagedLogError as error:
            program.offer_rescue(error.path)
        return None if program._rescuer is None else program._rescuer.dialog

    def rescue(self, program: root.Program, dialog: DamageDialog) -> None:
        """Choose what the dialog offers, and log a set afterwards."""
        wait_until(lambda: dialog.rescue is not None)
        assert dialog.restore.isEnabled(), "the sound backup was not offered"
        assert dialog.rescue is not None
        if self.restores or not dialog.recover.isEnabled():
            self.restores = True
            dialog.restore.click()
        else:
            dialog.recover.click()
        assert dialog.message.isHidden(), f"told: {dialog.message.text()}"
        window = shown(program)
        assert "kept as" in told_quietly(window), f"told: {told(window)}"
        type_value(window, "8x60")
        press_enter_on(window)
        assert told(window) == [], "a set could not be saved afterwards"


def with_pages_of(log: Path, size: int) -> bytes:
    """Return the bytes of a log with another page size."""
    connection = sqlite3.connect(log)
    connection.execute(f"PRAGMA page_size = {size}")
    connection.execute("VACUUM")
    connection.close()
    return log.read_bytes()


def run_case(case: Case, damaged: bytes, year: Contents) -> tuple[bool, int, int]:
    """See what becomes of a damaged log.

    Returns:
        Whether the damage was recognised; and how many entries the backup did not restore, or were
        not recovered.

    Raises:
        AssertionError: If anything is not as promised.
    """
    with program_beside(case.log) as program:
        dialog = case.look(program)
        if dialog is not None:
            case.rescue(program, dialog)
    if dialog is None:
        # What is left is a log like any other: a value may be another possible one, and what no
        # checksum guards cannot be told from what was written.
        assert run_command("check", str(case.log))[0] == 0, "the damage was not noticed"
        contents_of(case.log)
        return False, 0, 0
    asides = [path for path in case.backup.parent.iterdir() if "damaged" in path.name]
    assert [path.read_bytes() for path in asides] == [damaged], "the damaged file was not kept"
    after = contents_of(case.log)
    missing = sum(after.get(key) != entry for key, entry in year.items())
    return (True, missing, 0) if case.restores else (True, 0, missing)


def run(cases: int, seed: int) -> Outcome:
    """Damage a log of each page size, in each way in turn, at random places."""
    chance = random.Random(seed)
    complaints = []
    recognised = lost = unread = recoveries = 0
    with tempfile.TemporaryDirectory() as name:
        log = make_log(Path(name, "year.soleus"))
        contents = contents_of(log)
        years = {size: with_pages_of(log, size) for size in PAGE_SIZES}
    for number in range(cases):
        damage = DAMAGES[number // 2 % len(DAMAGES)]
        # Each ten cases, a damage meets the next size.
        page = PAGE_SIZES[(number // 2 + number // 10) % len(PAGE_SIZES)]
        with tempfile.TemporaryDirectory() as name:
            case = Case(Path(name), years[page], number)
            damaged = case.damage(damage, page, chance)
            try:
                was_recognised, missing, not_recovered = run_case(case, damaged, contents)
                recognised += was_recognised
                lost += missing
                unread += not_recovered
                recoveries += was_recognised and not case.restores
            except (AssertionError, TrackerError) as error:
                complaints.append(f"case {number}, {damage.__name__}, pages of {page}: {error}")
    whole = max(1, recoveries * len(contents))
    damage_text = (
        f"bytes flipped, pages of any size wiped, overwritten or cut ({recognised} told of, "
        f"{cases - recognised} left a sound log; restored whole, or {1 - unread / whole:.1%} of "
        f"the entries recovered in {recoveries} cases)"
    )
    return Outcome(damage_text, cases, lost + len(complaints), tuple(complaints))
