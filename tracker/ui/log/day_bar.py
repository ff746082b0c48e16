"""The head of the Log page: the day, steps to other sessions, bodyweight and equipment."""

import datetime
from collections.abc import Iterable
from functools import partial

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Field, Place
from tracker.app.settings import Settings
from tracker.app.theme import TITLE, colours_of, scaled_font
from tracker.domain.entry import DATES
from tracker.domain.exercise import LONGEST_NAME, Equipment, Exercise
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.session import Session
from tracker.ui.log.draft_fields import DraftLine
from tracker.ui.widgets.cards import Caption, StillCaption, calm
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.icons import show_icon
from tracker.words.labels import (
    date_of_qdate,
    date_text,
    day_text,
    exercise_name,
    load_number,
    number_of_text,
    qdate_of,
    shortest_text,
    time_text,
    within_sentence,
)
from tracker.words.session_steps import session_moved

# Classes that only an opened dialog or menu needs are named inside functions: PySide creates a Qt
# class the first time it is named, and the program's start need not wait for that.


NARROW_TITLE = 1.2  # times the system's font size, used if the window is narrow


class DayDialog(QDialog):
    """Asks for a day in a calendar.

    Args:
        day: The day selected at first, a QDate.
        title: What the day is for.
        marked: The days with a session, which are highlighted.
    """

    def __init__(
        self,
        day: QDate,
        title: str,
        marked: Iterable[datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QtWidgets.QCalendarWidget(self)
        self.calendar.setMinimumSize(360, 280)
        self.calendar.setDateRange(*map(qdate_of, DATES))
        self.calendar.setSelectedDate(day)
        calm(self.calendar)
        standing_out = QtGui.QTextCharFormat()
        standing_out.setFontWeight(QtGui.QFont.Weight.Bold)
        standing_out.setFontUnderline(True)
        for each in marked:
            self.calendar.setDateTextFormat(qdate_of(each), standing_out)
        self.calendar.activated.connect(self.accept)
        choices = QtWidgets.QDialogButtonBox.StandardButton
        buttons = QtWidgets.QDialogButtonBox(choices.Ok | choices.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.calendar)
        layout.addWidget(buttons)


class DayBar(QWidget):
    """The session's day, arrows to the neighbouring sessions, bodyweight, and equipment."""

    def __init__(
        self,
        current: CurrentSession,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._settings = settings
        self._faults = faults
        self._shown: object = None
        self._weighed: object = None
        self.previous = self._arrow("previous", self.tr("Previous session"), -1)
        self.following = self._arrow("next", self.tr("Next session"), 1)
        self.day = QToolButton(self)
        self.day.setObjectName("title")
        self.day.setProperty("flat", True)
        self._factor = TITLE
        self._fitted: tuple[int, str, str] | None = None
        self.day.setFont(scaled_font(self.font(), TITLE, bold=True))
        self.day.setMinimumWidth(1)
        self.day.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.day.clicked.connect(lambda: self.ask_day(to_move=False))
        self.when = StillCaption(self, muted=True)
        self.bodyweight = DraftLine(current, faults, self)
        self.bodyweight.setAccessibleName(self.tr("Bodyweight of the day"))
        self.bodyweight.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.bodyweight.setFixedWidth(self.fontMetrics().horizontalAdvance("000.00") + 26)
        # The next number typed is a new bodyweight, not more digits of this one.
        self.bodyweight.restored.connect(self.bodyweight.selectAll)
        current.saver.read_by(Field.BODYWEIGHT, self._kg_of)
        self.bodyweight.binding.left.connect(self._show_bodyweight)
        self.bodyweight.binding.refused.connect(self._refuse_bodyweight)
        # Why the typed bodyweight was not saved; blank if it was.
        self.message = Complaint(self)
        self.message.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._bodyweight_label = Caption(self.tr("Bodyweight"), self, muted=True)
        self._bodyweight_label.setBuddy(self.bodyweight)
        self._unit = Caption("", self, muted=True)
        self.equipment = QToolButton(self)
        self.equipment.setText(self.tr("Equipment") + " ▾")
        self.equipment.setAccessibleName(self.tr("Equipment of the day"))
        self.equipment.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.equipment.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self.equipment)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.equipment.setMenu(self._menu)
        layout = self._row = QHBoxLayout()
        layout.setSpacing(6)
        for on_the_left in (self.previous, self.following, self.day, self.when):
            layout.addWidget(on_the_left)
        layout.addStretch(1)
        for on_the_right in (self._bodyweight_label, self.bodyweight, self._unit):
            layout.addWidget(on_the_right)
        layout.addSpacing(10)
        layout.addWidget(self.equipment)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(layout)
        rows.addWidget(self.message)
        current.refreshed.connect(self.refresh)
        settings.unit_changed.connect(self.refresh)
        self._tint()
        self.refresh()

    def _arrow(self, name: str, text: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("flat", True)
        button.setObjectName(name)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self.step, step))
        return button

    def step(self, step: int) -> bool:
        """Show the previous (-1) or the next session (+1); returns whether there is one."""
        session = self._current.neighbour(step)
        if session is not None:
            self._current.open(session)
        return session is not None

    def refresh(self) -> None:
        """Show the current day, bodyweight and equipment."""
        current = self._current
        session = current.session
        neighbours = current.neighbour(-1), current.neighbour(1)
        # Not the whole session: its duration grows with each set, and is not shown here.
        day = session.id, session.date, session.started_at, current.is_saved, current.today
        self._show_bodyweight()
        shown = (day, neighbours)
        if shown == self._shown:  # as after most sets
            return
        self._shown = shown
        self.day.setText(day_text(session.date))
        if session.date == self._current.today:
            when = self.tr("today")
        elif self._current.is_saved:
            when = ""
        else:
            when = self.tr("new session")
        if session.started_at is not None and self._current.is_saved:
            when = f"{when}  {time_text(session.started_at.time())}".strip()
        self.when.setText(when)
        self._fit()
        for button, neighbour in zip((self.previous, self.following), neighbours, strict=True):
            button.setEnabled(neighbour is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the whole day; without room for the time of day, move that into the tool tip."""
        seen = (self.width(), self.day.text(), self.when.text())
        if seen == self._fitted:
            return  # otherwise every saved set would lay out and repaint the page
        self._fitted = seen
        for factor, has_when in ((TITLE, True), (TITLE, False), (NARROW_TITLE, False)):
            self.when.setVisible(has_when)
            if self._factor != factor:
                self._factor = factor
                self.day.setFont(scaled_font(self.font(), factor, bold=True))
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                break
        tip = self.tr("Session on another day")
        self.day.setToolTip(tip if has_when else f"{self.when.text()}\n{tip}".strip())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        colours = colours_of(QApplication.palette())
        for button in (self.previous, self.following):
            show_icon(button, button.objectName(), colours.text)

    def _show_bodyweight(self) -> None:
        unit, weighing = self._settings.unit, self._current.weighing()
        kg = None if weighing is None else weighing.kg
        text = "" if kg is None else shortest_text(load_number(kg, unit))
        place = Place(Field.BODYWEIGHT, self._current.session)
        self.bodyweight.binding.show_at(place, kg, text)
        carried = self._current.bodyweight_kg
        weighed = unit, weighing, carried
        if weighed == self._weighed:  # as after most sets
            return
        self._weighed = weighed
        self._unit.setText(str(unit))
        # A weight carried over from another day is grey; typed again, it becomes this day's.
        hint = "" if carried is None else shortest_text(load_number(carried, unit))
        self.bodyweight.setPlaceholderText(hint or "–")
        self.bodyweight.setToolTip(
            self.tr("Standing sets lift the body too: without it they have no estimate.")
            if carried is None
            else self.tr("Weighed on {}").format(date_text(weighing.date))
            if weighing is not None
            else self.tr("As last weighed; type to weigh in today")
        )

    def _kg_of(self, text: str, unit: Unit) -> float | None:
        if not text.strip():
            return None
        typed = number_of_text(text, self.tr("Bodyweight is a number, as in 70.5."))
        return kg_from_pounds(typed) if unit is Unit.LB else typed

    def _refuse_bodyweight(self, message: str) -> None:
        self.message.say(message)

    def _fill_menu(self) -> None:
        self._menu.clear()
        session = self._current.session
        for exercise in Exercise:
            part = self._menu.addMenu(exercise_name(exercise))
            chosen = self._current.equipment_of(exercise)
            group = QtGui.QActionGroup(part)
            for each in (None, *self._current.equipment):
                name = self.tr("Not named") if each is None else each.name.replace("&", "&&")
                action = QtGui.QAction(name, part)
                action.setCheckable(True)
                action.setChecked(each == chosen)
                action.triggered.connect(partial(self._choose, session, exercise, each))
                group.addAction(action)
                part.addAction(action)
            part.addSeparator()
            part.addAction(self.tr("New equipment…"), partial(self.ask_equipment, exercise))

    def _choose(self, session: Session, exercise: Exercise, equipment: Equipment | None) -> None:
        self._current.go_back_to(session)  # the session for which it was asked
        self._faults.attempt(lambda: self._current.choose_equipment(exercise, equipment))

    def ask_equipment(self, exercise: Exercise) -> None:
        """Ask for the name of new equipment for an exercise."""
        dialog = QtWidgets.QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("New equipment"))
        dialog.setLabelText(
            self.tr("Machine, bar or step for {}:").format(within_sentence(exercise_name(exercise)))
        )
        session = self._current.session
        dialog.textValueSelected.connect(partial(self._add_equipment, session, exercise))
        dialog.open()

    def _add_equipment(self, session: Session, exercise: Exercise, name: str) -> None:
        name = name.strip()[:LONGEST_NAME]
        if name:
            known = (each for each in self._current.equipment if each.name == name)
            self._choose(session, exercise, next(known, None) or Equipment(name))

    def ask_day(self, *, to_move: bool) -> None:
        """Ask for a day, to show its session or to move the shown session there."""
        self._faults.attempt(lambda: self._ask_day(to_move=to_move))

    def _ask_day(self, *, to_move: bool) -> None:
        session = self._current.session
        title = self.tr("Move this session to") if to_move else self.tr("Session on another day")
        marked = self._current.session_days()
        dialog = DayDialog(qdate_of(session.date), title, marked, self)
        moved = session if to_move else None
        dialog.accepted.connect(partial(self._on_day_dialog_accepted, dialog, moved))
        dialog.open()

    def _on_day_dialog_accepted(self, dialog: DayDialog, moved: Session | None) -> None:
        day = date_of_qdate(dialog.calendar.selectedDate())
        if moved is None:
            self._current.open_day(day)
        else:
            self._current.go_back_to(moved)
            self._faults.attempt(lambda: self._current.move_to(day, *session_moved(day)))
