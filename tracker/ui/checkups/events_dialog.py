"""The dialog of events beside the training: list them, newest first; add, change, remove."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import LEGS, Side
from tracker.domain.symptoms import Site
from tracker.ui.checkups.listed_dialog import ListedDialog, ListedWords
from tracker.ui.widgets.faults import Faults
from tracker.words.events import event_kind_name, event_text, this_is_injured_text
from tracker.words.labels import date_of_text, date_text, side_name, site_name


class EventsDialog(ListedDialog[Event]):
    """Lists the events.

    Args:
        logbook: The open log.
        faults: Where a failed save is told.
        day: The day of a new event, unless another is typed.
        event: The event selected at first; None to add one.
    """

    def __init__(
        self,
        logbook: Logbook,
        faults: Faults,
        day: datetime.date,
        event: Event | None = None,
        parent: QWidget | None = None,
    ) -> None:
        words = ListedWords(
            self.tr("Events"),
            self.tr("Add event"),
            self.tr("Change event"),
            self.tr("Remove event"),
            self.tr("Marked in the charts, in the calendar and in the report."),
        )
        super().__init__(logbook, faults, words, parent)
        self._named: Side | None = None  # the involved leg named by the runner
        self._make_fields(day)
        self._lay_out(
            (
                (self.tr("Event"), self.kind),
                (self.tr("Day"), self.date),
                (self.tr("Until"), self.until),
                (self.tr("Leg"), self.side),
                ("", self.involved),
                (self.tr("Where"), self.site),
                (self.tr("Note"), self.note),
            )
        )
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
        self.side.addItem(self.tr("not noted"), None)
        for side in Side:
            self.side.addItem(side_name(side), side)
        for site in (None, *Site):
            self.site.addItem(site_name(site), site)
        self.involved = QCheckBox(this_is_injured_text(), self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("a few words"))
        self.kind.currentIndexChanged.connect(self._on_place_changed)
        self.side.currentIndexChanged.connect(self._on_place_changed)
        self.until.textChanged.connect(self._on_place_changed)
        self._on_place_changed()

    def _read(self) -> Sequence[Event]:
        self._named = self._logbook.database.runner().involved_side
        return self._logbook.database.events()[::-1]

    def _text(self, entry: Event) -> str:
        return event_text(entry)

    def _fill(self, entry: Event) -> None:
        self.kind.setCurrentIndex(self.kind.findData(entry.kind))
        self.date.setText(date_text(entry.date))
        self.until.setText("" if entry.until is None else date_text(entry.until))
        self.side.setCurrentIndex(self.side.findData(entry.side))
        self.site.setCurrentIndex(self.site.findData(entry.site))
        self.note.setText(entry.note)
        self.note.setCursorPosition(0)

    def _on_place_changed(self) -> None:
        kind = EventKind(self.kind.currentData())
        goes_on, is_a_day = self.tr("empty: it goes on"), self.tr("empty: that day alone")
        self.until.setPlaceholderText(goes_on if kind is EventKind.INJURY else is_a_day)
        for field in (self.side, self.site):
            field.setEnabled(kind is EventKind.INJURY)
        # A current injury offers its leg as the involved one, unless another leg was named.
        leg = self.side.currentData()
        is_offered = kind is EventKind.INJURY and leg in LEGS and not self.until.text().strip()
        self.involved.setEnabled(is_offered)
        self.involved.setChecked(is_offered and self._named in (None, leg))

    def _typed(self, before: Event | None) -> Event:
        kind, first = EventKind(self.kind.currentData()), date_of_text(self.date.text())
        typed = self.until.text().strip()
        last = date_of_text(typed) if typed else None
        side, site = self.side.currentData(), self.site.currentData()
        has_place = kind is EventKind.INJURY
        event = Event(
            first,
            kind,
            last,
            Side(side) if has_place and side is not None else None,
            Site(site) if has_place and site is not None else None,
            self.note.text().strip(),
        )
        if before is None:
            return event
        # A one-line field cannot show line breaks, so an unedited note is kept as it was.
        note = event.note if self.note.isModified() else before.note
        return replace(event, note=note, id=before.id)

    def _beside(self) -> Change:
        """Set the involved leg if that is ticked; an unticked box changes nothing."""
        database = self._logbook.database
        runner = database.runner()
        if not self.involved.isChecked():
            return Change()
        chosen = replace(runner, involved_side=Side(self.side.currentData()))
        if database.has_runner():
            return Change.replacing(runner, chosen)
        return Change.adding(chosen)
