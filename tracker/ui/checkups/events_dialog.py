"""The events beside the training: listed, the newest first, added, changed and removed."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.app.logbook import Logbook
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import LEGS, Side
from tracker.domain.symptoms import Site
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.words.events import event_kind_name, event_text
from tracker.words.labels import date_of_text, date_text, side_name, site_name


class EventsDialog(QDialog):
    """Lists the events; each addition, change and removal is saved at once, as a step of its own.

    Args:
        logbook: The open log.
        faults: Where a failed save is told.
        day: On which a new event is, unless another day is typed.
        event: The one that is chosen at first; None to add one.
    """

    def __init__(
        self,
        logbook: Logbook,
        faults: Faults,
        day: datetime.date,
        event: Event | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._faults = faults
        self._events: list[Event] = []
        self._named: Side | None = None  # the involved leg, as the runner named it
        self.setWindowTitle(self.tr("Events"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Events"))
        self.list.setMinimumSize(460, 140)
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._on_list_row_changed)
        self._make_fields(day)
        self.message = Complaint(self)
        self.add = QPushButton(self.tr("Add"), self)
        self.change = QPushButton(self.tr("Change"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        for button, label, make in (
            (self.add, self.tr("Add event"), self._adding),
            (self.change, self.tr("Change event"), self._changing),
            (self.remove, self.tr("Remove event"), self._removing),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, what=(label, make): self._do(*what))
        self.add.setDefault(True)
        self._lay_out()
        logbook.changed.connect(self.refresh)
        logbook.reloaded.connect(self.refresh)
        self.refresh()
        if event is not None:
            self._choose(event.id)
        (self.kind if event is None else self.list).setFocus()

    def _make_fields(self, day: datetime.date) -> None:
        self.kind = QComboBox(self)
        for kind in EventKind:
            self.kind.addItem(event_kind_name(kind), kind)
        self.date = QLineEdit(date_text(day), self)
        self.until = QLineEdit(self)
        self.side, self.site = QComboBox(self), QComboBox(self)
        self.side.addItem(self.tr("not said"), None)
        for side in Side:
            self.side.addItem(side_name(side), side)
        for site in (None, *Site):
            self.site.addItem(site_name(site), site)
        self.involved = QCheckBox(self.tr("This leg is the involved one"), self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("a few words"))
        self.kind.currentIndexChanged.connect(self._on_place_changed)
        self.side.currentIndexChanged.connect(self._on_place_changed)
        self.until.textChanged.connect(self._on_place_changed)
        self._on_place_changed()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        rows = (
            (self.tr("Event"), self.kind),
            (self.tr("Day"), self.date),
            (self.tr("Until"), self.until),
            (self.tr("Leg"), self.side),
            ("", self.involved),
            (self.tr("Where"), self.site),
            (self.tr("Note"), self.note),
        )
        for text, field in rows:
            label = Caption(text, self, muted=True)
            label.setBuddy(field)
            if text:
                field.setAccessibleName(text)
            form.addRow(label, field)
        buttons = QHBoxLayout()
        for button in (self.add, self.change, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        buttons.addWidget(close)
        hint = self.tr("Marked in the charts, in the calendar and in the report.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addWidget(self.list, 1)
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addWidget(Caption(hint, self, factor=CAPTION, muted=True))
        layout.addLayout(buttons)
        order = [self.list, *(field for _, field in rows), self.add, self.change, self.remove]
        for before, after in pairwise([*order, close]):
            self.setTabOrder(before, after)

    def refresh(self) -> None:
        """List the events as they are now."""
        self._faults.attempt(self._show_events)

    def _show_events(self) -> None:
        chosen = self._chosen
        self._events = self._logbook.database.events()[::-1]
        self._named = self._logbook.database.runner().involved_side
        self.list.clear()
        self.list.addItems(list(map(event_text, self._events)))
        if chosen is not None:
            self._choose(chosen.id)
        self._on_list_row_changed()

    def _choose(self, event_id: str) -> None:
        """Stand at an event, where it is still there."""
        ids = [each.id for each in self._events]
        if event_id in ids:
            self.list.setCurrentRow(ids.index(event_id))

    @property
    def _chosen(self) -> Event | None:
        row = self.list.currentRow()
        return self._events[row] if 0 <= row < len(self._events) else None

    def _on_list_row_changed(self) -> None:
        event = self._chosen
        self.change.setEnabled(event is not None)
        self.remove.setEnabled(event is not None)
        if event is None:
            return
        self.kind.setCurrentIndex(self.kind.findData(event.kind))
        self.date.setText(date_text(event.date))
        self.until.setText("" if event.until is None else date_text(event.until))
        self.side.setCurrentIndex(self.side.findData(event.side))
        self.site.setCurrentIndex(self.site.findData(event.site))
        self.note.setText(event.note)
        self.note.setCursorPosition(0)

    def _on_place_changed(self) -> None:
        kind = EventKind(self.kind.currentData())
        goes_on, is_a_day = self.tr("empty: it goes on"), self.tr("empty: that day alone")
        self.until.setPlaceholderText(goes_on if kind is EventKind.INJURY else is_a_day)
        for field in (self.side, self.site):
            field.setEnabled(kind is EventKind.INJURY)
        # An injury that goes on offers its leg, unless another one was named.
        leg = self.side.currentData()
        is_offered = kind is EventKind.INJURY and leg in LEGS and not self.until.text().strip()
        self.involved.setEnabled(is_offered)
        self.involved.setChecked(is_offered and self._named in (None, leg))

    def _typed(self) -> Event:
        kind, first = EventKind(self.kind.currentData()), date_of_text(self.date.text())
        typed = self.until.text().strip()
        last = date_of_text(typed) if typed else None
        side, site = self.side.currentData(), self.site.currentData()
        has_place = kind is EventKind.INJURY
        return Event(
            first,
            kind,
            last,
            Side(side) if has_place and side is not None else None,
            Site(site) if has_place and site is not None else None,
            self.note.text().strip(),
        )

    def _naming(self) -> Change:
        """Take the leg as the involved one, where that is ticked; a tick taken away takes none."""
        database = self._logbook.database
        runner = database.runner()
        if not self.involved.isChecked():
            return Change()
        chosen = replace(runner, involved_side=Side(self.side.currentData()))
        if database.has_runner():
            return Change.replacing(runner, chosen)
        return Change.adding(chosen)

    def _adding(self) -> Change:
        return Change.adding(self._typed()) + self._naming()

    def _changing(self) -> Change:
        event = self._chosen
        if event is None:
            return Change()
        typed = replace(self._typed(), id=event.id)
        if not self.note.isModified():  # one line shows no line breaks
            typed = replace(typed, note=event.note)
        return Change.replacing(event, typed) + self._naming()

    def _removing(self) -> Change:
        event = self._chosen
        return Change() if event is None else Change.removing(event)

    def _do(self, label: str, make: Callable[[], Change]) -> None:
        self.message.hide()
        self._faults.attempt(lambda: self._logbook.apply(make(), label), self._refuse)

    def _refuse(self, message: str) -> None:
        self.message.say(message)
