"""Invalid values, typed and imported: refused with a reason beside them, or kept exactly."""

import random
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.durability.desk import running, seated
from tests.durability.outcome import Outcome
from tests.exchange.logs import read
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, build_change
from tracker.storage.database import Database
from tracker.ui.history.columns import HistoryColumn
from tracker.ui.history.page import HistoryPage
from tracker.ui.window.main_window import MainWindow

# Typed into a cell of the seated table; none of them is a set.
NO_SETS = (
    "-1x60",
    "1000000000x60",
    "1001x60",
    "8.5x60",
    "nanx60",
    "8xnan",
    "8xinf",
    "8x1e9",
    "8x2001",
    "8x-501",
    "8x60 r11",
    "8x60 r-1",
    "8x60 rnan",
    "8x60 p11",
    "8x60 99-0-0-0",
    "1000x8@60",
    "٨x",
    "8x６０x",
    "🏃",
    "x",
    "8x60 # " + "a" * 10_000_000,
)
# Typed into the field of the day's bodyweight.
NO_BODYWEIGHTS = ("0", "-70", "nan", "inf", "1e9", "19.9", "400.1", "seventy", "7\u0660.x")
# Typed into the date of a session on the History page.
NO_DAYS = ("0000-01-01", "0001-01-01", "1899-12-31", "2200-01-01", "2026-02-30", "soon", "1e9")
# What replaces a good value in a line of our own file, by column.
NO_LINES = {
    "date": ("0000-01-01", "0001-01-01", "1899-12-31", "2200-01-01", "2026-02-30", "today", ""),
    "reps": ("-1", "1000000000", "nan", "8.5", "", "8\u0000"),
    "external_kg": ("1e9", "nan", "inf", "-501", "heavy"),
    "bodyweight_kg": ("0", "-70", "nan", "1e9"),
    "rir": ("-1", "11", "nan"),
    "exercise": ("squat", ""),
    "side": ("middle",),
    "set_no": ("0", "1000", "-1", "x"),
    "pain_during": ("-1", "11", "nan"),
    "notes": ("a" * 10_000_000,),
}
GOOD = {
    "session_id": "s1",
    "date": "2026-11-24",
    "time": "18:30:00",
    "exercise": "seated",
    "side": "left",
    "set_no": "1",
    "set_type": "work",
    "reps": "8",
    "external_kg": "60.0",
    "bodyweight_kg": "70.0",
    "rir": "",
    "pain_during": "",
    "notes": "",
}


def odd_text(chance: random.Random) -> str:
    """Make a text of any characters, including lone surrogates and control characters."""
    anything = (0, sys.maxunicode + 1)
    invisible, halves, pictures = (0x200B, 0x2070), (0xD7F0, 0xE010), (0x1F300, 0x1FAFF)
    ranges = ((0, 0x80), (0x80, 0x3000), invisible, halves, pictures, anything)
    length = chance.randrange(1, 40)
    return "".join(chr(chance.randrange(*chance.choice(ranges))) for _ in range(length))


def insert(line: QLineEdit, text: str) -> str:
    """Paste a text into a line and press Enter; returns what the line accepted of it."""
    line.setFocus()
    line.clear()
    line.insert(text)
    taken = line.text()
    QTest.keyClick(line, Qt.Key.Key_Return)
    return taken


def refuse_in_a_cell(window: MainWindow, text: str) -> None:
    """Expect a cell to keep a text that is not a set, and to say why."""
    card = seated(window)
    table, before = card.table, window.current.sets
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 1))
    table.edit(table.currentIndex())
    editor = table.indexWidget(table.currentIndex())
    assert isinstance(editor, QLineEdit)
    taken = insert(editor, text)
    shown = str(table.currentIndex().data())
    assert window.current.sets == before, "it was saved"
    assert shown == taken, "what was typed did not stay in its cell"
    assert card.message.isVisible(), "no reason was given"
    assert card.message.text(), "no reason was given"
    QTest.keyClick(table, Qt.Key.Key_Escape)


def refuse_as_bodyweight(window: MainWindow, text: str) -> None:
    """Expect the field to keep a text that is not a bodyweight, and to say why."""
    bar = window.log_page.day_bar
    taken = insert(bar.bodyweight, text)
    assert window.logbook.database.weighings() == [], "it was saved"
    assert bar.message.isVisible(), "no reason was given"
    assert bar.message.text(), "no reason was given"
    assert bar.bodyweight.text() == taken, "what was typed did not stay"
    insert(bar.bodyweight, "")


def keep_as_a_note(window: MainWindow, text: str) -> None:
    """Expect a note of any characters to be kept exactly, or refused with a reason."""
    panel = window.log_page.panel
    window.log_page.go_to(seated(window).model.cell(seated(window).model.index(0, 0)))
    taken = insert(panel.form.note, text)
    (logged,) = window.current.sets
    if logged.note != taken:
        assert panel.message.isVisible(), f"{taken!a} was kept as {logged.note!a}"
        assert panel.message.text(), "no reason was given"
        assert any(unicodedata.category(each) == "Cs" for each in taken), "refused without need"
    insert(panel.form.note, "")


def keep_a_session_note(window: MainWindow, text: str) -> None:
    """Expect a session's note to be kept exactly, or to stay with a reason below it."""
    page = window.log_page
    taken = insert(page.note, text)
    if window.current.session.note != taken:
        assert page.message.isVisible(), "no reason was given"
        assert page.note.text() == taken, "what was typed did not stay"
    insert(page.note, "")
    assert window.current.session.note == ""
    assert not page.message.isVisible()


def refuse_as_a_day(window: MainWindow, text: str) -> None:
    """Expect the date of a session to keep a text that is not a day, and to say why."""
    window.show_history()
    page = window.findChild(HistoryPage)
    assert isinstance(page, HistoryPage)
    index, before = page.model.index(0, HistoryColumn.DATE), window.logbook.database.sessions()
    assert not page.model.setData(index, text), "it was taken"
    assert window.logbook.database.sessions() == before, "it was saved"
    assert index.data() == text, "what was typed did not stay"
    assert page.message.isVisible(), "no reason was given"
    assert page.message.text(), "no reason was given"
    page.model.discard_drafts()
    window.show_log()


def leave_out(column: str, value: str) -> None:
    """Expect a line with an invalid value to be left out, with its reason."""
    good, bad = GOOD | {"set_no": "2"}, GOOD | {column: value}
    lines = [",".join(GOOD), ",".join(good.values()), ",".join(bad.values())]
    found = read(("\r\n".join(lines) + "\r\n").encode())
    change, summary = build_change(found, Answers(found.guessed_mapping), LogSoFar())
    database = Database.in_memory()
    database.apply(change)
    assert database.complaints() == []
    assert summary.sets == 1, f"{column} = {value[:20]!a} was taken in"
    (left_out,) = summary.left_out
    assert left_out.line == 3
    assert left_out.reason, "no reason was given"
    database.close()


def run(cases: int, seed: int) -> Outcome:
    """Type and import every value of the lists, and one odd text per case."""
    chance = random.Random(seed)
    complaints: list[str] = []
    done = 0

    def expect(what: Callable[..., None], *values: object) -> None:
        nonlocal done
        done += 1
        try:
            what(*values)
        except AssertionError as error:
            complaints.append(f"{what.__name__} {str(values[-1])[:20]!a}: {error}")

    with tempfile.TemporaryDirectory() as folder, running(Path(folder, "log.soleus")) as window:
        for text in NO_BODYWEIGHTS:
            expect(refuse_as_bodyweight, window, text)
        window.current.enter(seated(window).model.cell(seated(window).model.index(0, 0)), "8x60")
        for text in NO_SETS:
            expect(refuse_in_a_cell, window, text)
        for text in NO_DAYS:
            expect(refuse_as_a_day, window, text)
        for text in ("a" * 10_000_000, *(odd_text(chance) for _ in range(cases))):
            expect(keep_a_session_note, window, text)
        for _ in range(cases):
            expect(keep_as_a_note, window, odd_text(chance))
    for column, values in NO_LINES.items():
        for value in values:
            expect(leave_out, column, value)
    damage = "values that are none typed and imported, odd Unicode"
    return Outcome(damage, done, len(complaints), tuple(complaints))
