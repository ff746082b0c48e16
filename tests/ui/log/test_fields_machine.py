"""Every field of the Log page, left in every way, in two windows on one log."""

import datetime
import random
import re
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget

from tests.ui.conftest import NOW, press
from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Draft, Field, Place
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.notation import write_tempo
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import Cell, cell_of
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database
from tracker.ui.checkups.answer_fields import AnswerField
from tracker.ui.log.draft_fields import DraftLine
from tracker.ui.window.main_window import MainWindow

SEATED = Exercise.SEATED
ALT = Qt.KeyboardModifier.AltModifier
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
FIELDS: tuple[str, ...] = (
    Field.MORNING,
    Field.NOTE,
    Field.BODYWEIGHT,
    Field.QUICK_ENTRY,
    Field.CELL,
    "tempo",
    "hold_s",
    "note",
)
ALWAYS_WELL = (Field.NOTE, Field.MORNING, "note")  # whatever is typed there can be read
# Quick entry is of its session; whichever cells its sets come to stand in.
BY_ENTER = (Field.QUICK_ENTRY,)
STEPS = 80
WAYS = (
    "click",
    "Alt+Left",
    "Alt+Right",
    "arrow",
    "menu",
    "Ctrl+N",
    "page",
    "other window",
    "undo",
    "deletion",
    "close",
)


@dataclass
class Typed:
    """Something typed in a window, as the runner remembers it.

    Args:
        over: What the log had there when typing began, or when the log was said to have changed.
        found: What the log had there when the text was refused.
        reason: Why it was refused.
    """

    window: int
    place: Place
    text: str
    value: str
    over: str
    found: str | None = None
    reason: str = ""


def written(field: str, number: int) -> tuple[str, str]:
    """Make a text that occurs nowhere else, and the value that the log should have for it."""
    match field:
        case Field.BODYWEIGHT:
            return f"{50 + number / 10:.1f}", f"{50 + number / 10:.1f}"
        case "tempo":
            return (
                f"{number // 10 % 60}-{number % 10}-1-1",
                f"{number // 10 % 60}-{number % 10}-1-1",
            )
        case Field.MORNING:
            return f"{number}", f"stiff for {number}"
        case "hold_s":
            return f"{number}", f"held {number}"
        case Field.CELL:
            return f"8x{100 + number}", f"{100 + number:.1f}"
        case Field.QUICK_ENTRY:
            return f"seated 8x{100 + number}.5 left", f"{100 + number}.5"
        case _:
            return f"word {number}", f"word {number}"


def in_the_log(database: Database) -> dict[Place, str]:
    """Read the file's values, by place."""
    found: dict[Place, str] = {}
    symptoms = database.symptoms()
    for session in database.sessions():
        found[Place(Field.NOTE, session)] = session.note
        stiff = (each for each in symptoms if is_of_morning(each, session))
        found[Place(Field.MORNING, session)] = "".join(
            f"stiff for {each.stiffness_min}" for each in stiff
        )
        for each in database.sets_of(session.id):
            tempo = "" if each.tempo is None else write_tempo(each.tempo)
            found[Place(Field.CELL, session, cell_of(each))] = f"{each.external_kg:.1f}"
            found[Place("tempo", session, each)] = tempo
            held = "" if each.hold_s is None else f"held {each.hold_s:g}"
            found[Place("hold_s", session, each)] = held
            found[Place("note", session, each)] = each.note
    for weighing in database.weighings():
        found[Place(Field.BODYWEIGHT, Session(weighing.date))] = f"{weighing.kg:.1f}"
    return found


def is_of_morning(symptom: Symptom, session: Session) -> bool:
    """Tell whether a symptom is of the left leg on the morning after a session."""
    of = symptom.session_id, symptom.moment, symptom.side
    return of == (session.id, Moment.NEXT_MORNING, Side.LEFT)


def typed_in(draft: Draft) -> str:
    """Return what was typed in a draft."""
    if draft.place.field is Field.MORNING:
        return str(draft.typed[Side.LEFT].stiffness_min)
    return str(draft.typed)


class FieldsMachine:
    """Two windows, and a list of what was typed and where it was begun.

    Args:
        seed: The random seed of its steps.
    """

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.steps: list[str] = []
        self._number = 0
        self._typed: list[Typed] = []
        self._folder = Path(tempfile.mkdtemp())
        log = self._folder / "log.soleus"
        self._file = Database.create(log)
        for days in (14, 7, 1, 0):
            session = Session(NOW.date() - datetime.timedelta(days=days), NOW, note=f"of {days}")
            sets = [
                LoggedSet(session.id, SEATED, side, row, 8, 60.0, position=2 * row + place)
                for row in (1, 2)
                for place, side in enumerate((Side.LEFT, Side.RIGHT))
            ]
            self._file.apply(Change.adding(session, *sets))
        self._windows = [self._open(log, number) for number in range(2)]
        self._before = in_the_log(self._file)

    def _open(self, log: Path, number: int) -> MainWindow:
        store = QSettings(str(self._folder / f"{number}.ini"), QSettings.Format.IniFormat)
        mine, logbook = Settings(store), Logbook(Database.open(log))
        current = CurrentSession(logbook, mine, lambda: NOW, logbook)
        window = MainWindow(logbook, current, mine, f"window {number}")
        logbook.setParent(window)
        window.show()
        window._catching_up.stop()  # each hears of the other when the machine says so
        return window

    def end(self) -> None:
        for window in self._windows:
            window.close_anyway()
            window.logbook.database.close()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._file.close()
        shutil.rmtree(self._folder)

    # What the runner does

    def _front(self, number: int) -> MainWindow:
        """Bring a window to the front, as a click on it does."""
        window = self._windows[number]
        window.activateWindow()
        QCoreApplication.processEvents()
        return window

    def _field(self, window: MainWindow, field: str, row: int) -> tuple[QWidget | None, Place]:
        """Go to a field; returns its focus widget, and the place it shows."""
        page, session = window.log_page, window.current.session
        match field:
            case Field.NOTE:
                return page.note, Place(field, session)
            case Field.BODYWEIGHT:
                return page.day_bar.bodyweight, Place(field, session)
            case Field.QUICK_ENTRY:
                return page.quick_entry.line, Place(field, session)
            case Field.MORNING:
                window.answer_next_morning()
                asked = window.morning._session
                if asked is None or window.morning.card is None:
                    return None, Place(field, session)
                window.morning.card.stiffness[Side.LEFT].selectAll()
                return window.morning.card.stiffness[Side.LEFT], Place(field, asked)
            case Field.CELL:
                cell = Cell(SEATED, row + 1, Side.RIGHT)
                page.go_to(cell)
                table = page.cards[0].table  # it may have fewer rows
                cell = page.cards[0].model.cell(table.currentIndex())
                return table, Place(field, window.current.session, cell)
        page.go_to(Cell(SEATED, row + 1, Side.LEFT))
        logged = page.panel._logged
        shown = page.panel.form.fields.get(field)
        return (None if logged is None else shown), Place(field, window.current.session, logged)

    def step(self) -> None:
        """Do one thing that a runner may do, and check that everything is where it belongs."""
        chance, number = self._chance, self._chance.randrange(2)
        match chance.randrange(8):
            case 0:
                self._do(f"press a key in {number}")
                self._press(number, chance.choice((ENTER, ENTER, ESCAPE)))
            case 1:
                self._do(f"{number} hears of the other")
                self._windows[number].logbook.catch_up()
            case 2:
                self._do(f"redo in {number}")
                self._windows[number].redo()
            case 3:
                way = chance.choice(WAYS)
                self._do(f"leave {number} by {way}")
                self._leave(number, way)
            case _:
                self._type_and_leave(number)
        self._look()

    def _do(self, words: str) -> None:
        self.steps.append(words)

    def _type_and_leave(self, number: int) -> None:
        chance = self._chance
        field, row, is_right = chance.choice(FIELDS), chance.randrange(3), chance.random() < 0.75
        self._do(f"type into {field} of {number}, row {row}, well: {is_right}")
        self._type(number, field, row, is_right=is_right)
        self._look()
        if self._typed and chance.random() < 0.4:
            self._do(f"write beside {self._typed[-1].text}")
            self._write_beside(self._typed[-1])
            self._look()
        if chance.random() < 0.8:
            way = chance.choice(WAYS)
            self._do(f"leave {number} by {way}")
            self._leave(number, way)

    def _type(self, number: int, field: str, row: int, *, is_right: bool) -> None:
        window = self._front(number)
        window.show_log()
        window.logbook.catch_up()  # the runner sees what is there
        self._look()
        target, place = self._field(window, field, row)
        if target is None:
            return
        self._look()
        self._number += 1
        text, value = written(field, self._number)
        if not is_right and field not in ALWAYS_WELL:
            text = value = f"y{self._number}"
        before = self._at(number, place)
        target.setFocus()
        if isinstance(target, QLineEdit):
            target.selectAll()
        press(text)
        there = in_the_log(self._file).get(place, "")
        over = there if before is None else before.over if before.found is None else before.found
        self._forget(number, place)
        self._typed.append(Typed(number, place, text, value, over))

    def _leave(self, number: int, way: str) -> None:
        window = self._front(number)
        self._look()  # to come to the front may have left something elsewhere
        target = QApplication.focusWidget() or window
        match way:
            case "click":
                window.log_page.cards[1].table.setFocus()
            case "Alt+Left":
                QTest.keyClick(target, Qt.Key.Key_Left, ALT)
            case "Alt+Right":
                QTest.keyClick(target, Qt.Key.Key_Right, ALT)
            case "arrow":
                button = window.log_page.day_bar.previous
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            case "menu":
                window.menus.actions["go_to_today"].trigger()
            case "Ctrl+N":
                QTest.keyClick(target, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
            case "page":
                window.show_history()
            case "other window":
                self._front(1 - number)
            case "undo":
                window.undo()
            case "deletion":
                self._delete(number)
            case "close":
                self._close(number)

    def _delete(self, number: int) -> None:
        window = self._windows[number]
        gone = window.current.session.id
        window.delete_session()
        # What was half typed was saved before, to come back with the session by undo.
        drafts, now = self._drafts(number), in_the_log(self._file)
        for each in list(self._typed):
            is_in_it = each.window == number and each.place.session.id == gone
            if is_in_it and each.place not in drafts and now.get(each.place) != each.value:
                self._typed.remove(each)

    def _place_of(self, window: MainWindow, target: QWidget) -> Place | None:
        """Return the place of the focused field."""
        if isinstance(target, DraftLine):
            return target.binding.place
        if isinstance(target, AnswerField):
            return window.morning._place
        card = window.log_page.cards[0]
        index = card.table.currentIndex()
        is_cell = target in (card.table, card.table.indexWidget(index)) and index.isValid()
        cell = card.model.cell(index) if is_cell else None
        return None if cell is None else Place(Field.CELL, window.current.session, cell)

    def _press(self, number: int, key: Qt.Key) -> None:
        window = self._front(number)
        target = QApplication.focusWidget()
        if target is None or target.window() is not window:
            return
        before = {draft.place: draft for draft in window.current.drafts.all()}
        insisted = None if key == ESCAPE else self._at(number, self._place_of(window, target))
        if insisted is not None and insisted.found is not None:
            insisted.over = insisted.found
        QTest.keyClick(target, key)
        if key == ESCAPE:  # what is there no more was given up, as it should
            for place in before.keys() - {draft.place for draft in window.current.drafts.all()}:
                self._forget(number, place)

    def _write_beside(self, typed: Typed) -> None:
        """Replace the entry that something is being typed over, out of the user's sight."""
        place, session = typed.place, self._file.session(typed.place.session.id)
        if session is None:
            return
        self._number += 1
        sets = {each.id: each for each in self._file.sets_of(session.id)}
        if place.field is Field.NOTE:
            noted = Session(session.date, session.started_at, f"other {self._number}", session.id)
            self._file.apply(Change.replacing(session, noted))
        elif place.field is Field.MORNING:
            day, moment = session.date + datetime.timedelta(days=1), Moment.NEXT_MORNING
            stiff = Symptom(day, moment, Side.LEFT, None, 0, self._number, session.id)
            found = (each for each in self._file.symptoms() if is_of_morning(each, session))
            old_stiff = next(found, None)
            self._file.apply(
                Change.adding(stiff)
                if old_stiff is None
                else Change.replacing(old_stiff, replace(stiff, id=old_stiff.id))
            )
        elif isinstance(place.at, LoggedSet) and place.at.id in sets:
            old = sets[place.at.id]
            self._file.apply(Change.replacing(old, replace(old, note=f"other {self._number}")))

    def _close(self, number: int) -> None:
        window = self._windows[number]
        is_closed = window.close()
        drafts = window.current.drafts.all()
        boxes = [each for each in window.findChildren(QMessageBox) if each.isVisible()]
        assert is_closed == (not drafts)
        assert len(boxes) == (0 if is_closed else 1)
        for box in boxes:
            box.reject()
            box.deleteLater()
        for each in self._typed:
            if each.window == number and boxes:
                each.reason = ""  # all were tried once more, and the reasons told anew
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._look()
        if is_closed:
            window.logbook.database.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._windows[number] = self._open(self._folder / "log.soleus", number)

    # What must hold

    def _at(self, number: int, place: Place | None) -> Typed | None:
        here = (each for each in self._typed if (each.window, each.place) == (number, place))
        return next(here, None)

    def _forget(self, number: int, place: Place) -> None:
        self._typed = [each for each in self._typed if (each.window, each.place) != (number, place)]

    def _drafts(self, number: int) -> dict[Place, Draft]:
        return {each.place: each for each in self._windows[number].current.drafts.all()}

    def _look(self) -> None:
        """Check that each typed text is where it was begun, saved or a draft, and nowhere else."""
        for window in self._windows:
            for box in window.findChildren(QMessageBox):
                box.close()
        now = in_the_log(self._file)
        for each in list(self._typed):
            draft = self._drafts(each.window).get(each.place)
            holders = [place for place, value in now.items() if value == each.value]
            if each.place.field in BY_ENTER:
                assert {place.session.id for place in holders} <= {each.place.session.id}
            else:
                assert set(holders) <= {each.place}, f"{each.text} came to {holders}"
            if holders and draft is None:
                was = self._before.get(each.place, "")
                assert each.place.field in BY_ENTER or was == each.over, (
                    f"{each.text} was written over {was}, unseen"
                )
                self._typed.remove(each)  # from here on it is for undo and others to change
                continue
            assert draft is not None, f"{each.text} is lost"
            assert typed_in(draft) == each.text
            if draft.reason != each.reason:
                each.reason = draft.reason
                told = re.search(r"became “(.*)”\.", draft.reason)  # and may be gone since
                there = told[1] if told else now.get(each.place, "")
                each.found = there if draft.reason else None
        self._before = now


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("seed", range(6))
def test_what_is_typed_goes_where_it_was_begun(seed: int) -> None:
    machine = FieldsMachine(seed)
    try:
        for _ in range(STEPS):
            machine.step()
    except AssertionError as error:
        raise AssertionError("\n".join((*machine.steps, str(error)))) from error
    finally:
        machine.end()
