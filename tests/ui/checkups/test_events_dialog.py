"""Events: added, changed and removed, each as a step."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Side
from tracker.domain.runner import Runner
from tracker.domain.symptoms import Site
from tracker.ui.checkups.events_dialog import EventsDialog
from tracker.ui.widgets.faults import Faults

pytestmark = pytest.mark.usefixtures("english")

TODAY = datetime.date(2026, 11, 24)
APRIL, MAY = datetime.date(2026, 4, 12), datetime.date(2026, 5, 2)
INJURY = Event(APRIL, EventKind.INJURY, None, Side.LEFT, Site.MID_PORTION, "on a\nhill")
RACE = Event(MAY, EventKind.RACE)
Make = Callable[..., EventsDialog]


@pytest.fixture
def make(logbook: Logbook, faults: Faults, qtbot: QtBot) -> Make:
    def made(event: Event | None = None) -> EventsDialog:
        dialog = EventsDialog(logbook, faults, TODAY, event)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return made


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(dialog: EventsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def choose(dialog: EventsDialog, kind: EventKind) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))


def test_an_event_of_the_day_is_added_by_enter_as_a_step(make: Make, logbook: Logbook) -> None:
    dialog = make()
    assert dialog.focusWidget() is dialog.kind
    assert not dialog.change.isEnabled()
    choose(dialog, EventKind.RACE)
    QTest.keyClicks(dialog.note, "10 km")
    QTest.keyClick(dialog.note, Qt.Key.Key_Return)
    (event,) = logbook.database.events()
    assert event == Event(TODAY, EventKind.RACE, note="10 km", id=event.id)
    assert texts(dialog) == ["Race: 10 km, 24 Nov 2026"]
    assert logbook.undo_label == "Add event"
    QTest.keyClick(dialog.note, Qt.Key.Key_Return)
    assert dialog.message.text() == "This is listed already."
    assert logbook.database.events() == [event]
    logbook.undo()
    assert texts(dialog) == []


def test_an_injury_has_a_leg_and_a_site_and_goes_on(make: Make, logbook: Logbook) -> None:
    dialog = make()
    choose(dialog, EventKind.INJURY)
    assert dialog.until.placeholderText() == "empty: it goes on"
    dialog.side.setCurrentIndex(dialog.side.findData(Side.LEFT))
    dialog.site.setCurrentIndex(dialog.site.findData(Site.MID_PORTION))
    dialog.date.setText("2026-04-12")
    click(dialog.add)
    (event,) = logbook.database.events()
    assert (event.side, event.site, event.is_open) == (Side.LEFT, Site.MID_PORTION, True)
    assert texts(dialog) == ["Injury: left Achilles, mid-portion, since 12 Apr 2026"]


def test_an_injury_that_goes_on_offers_its_leg_as_the_involved_one(
    make: Make, logbook: Logbook
) -> None:
    dialog = make()
    choose(dialog, EventKind.INJURY)
    assert not dialog.involved.isEnabled()  # of no leg so far
    dialog.side.setCurrentIndex(dialog.side.findData(Side.LEFT))
    assert dialog.involved.isChecked()
    click(dialog.add)
    assert logbook.database.runner().involved_side is Side.LEFT
    logbook.undo()  # both are one step
    assert logbook.database.events() == []
    assert logbook.database.runner().involved_side is None
    dialog.until.setText("2026-11-24")
    assert not dialog.involved.isEnabled()
    assert not dialog.involved.isChecked()
    dialog.until.clear()
    dialog.involved.setChecked(False)
    click(dialog.add)
    assert logbook.database.runner().involved_side is None


def test_a_leg_that_was_named_is_kept_unless_it_is_asked_otherwise(
    make: Make, logbook: Logbook
) -> None:
    logbook.apply(Change.adding(Runner(involved_side=Side.RIGHT), INJURY), "before")
    dialog = make(INJURY)
    assert dialog.involved.isEnabled()
    assert not dialog.involved.isChecked()
    click(dialog.change)
    assert logbook.database.runner().involved_side is Side.RIGHT
    dialog.involved.setChecked(True)
    click(dialog.change)
    assert logbook.database.runner().involved_side is Side.LEFT
    dialog.side.setCurrentIndex(dialog.side.findData(Side.BOTH))
    assert not dialog.involved.isEnabled()


def test_what_is_no_injury_has_neither_leg_nor_site(make: Make, logbook: Logbook) -> None:
    logbook.apply(Change.adding(INJURY), "before")
    dialog = make(INJURY)
    choose(dialog, EventKind.ILLNESS)
    assert dialog.until.placeholderText() == "empty: that day alone"
    assert not dialog.side.isEnabled()
    assert not dialog.site.isEnabled()
    click(dialog.change)
    (event,) = logbook.database.events()
    assert (event.kind, event.side, event.site) == (EventKind.ILLNESS, None, None)


def test_a_chosen_event_fills_the_fields_and_is_changed(make: Make, logbook: Logbook) -> None:
    logbook.apply(Change.adding(INJURY, RACE), "before")
    dialog = make()
    assert texts(dialog) == [
        "Race, 2 May 2026",
        "Injury: left Achilles, mid-portion, on a hill, since 12 Apr 2026",
    ]
    dialog.list.setCurrentRow(1)
    assert dialog.kind.currentData() == EventKind.INJURY
    assert (dialog.date.text(), dialog.until.text()) == ("12 Apr 2026", "")
    assert (dialog.side.currentData(), dialog.site.currentData()) == (Side.LEFT, Site.MID_PORTION)
    dialog.until.setText("2 May 2026")
    click(dialog.change)
    assert logbook.database.events()[0] == Event(
        APRIL, EventKind.INJURY, MAY, Side.LEFT, Site.MID_PORTION, INJURY.note, INJURY.id
    )
    assert logbook.undo_label == "Change event"
    assert dialog.list.currentRow() == 1
    dialog.note.clear()
    QTest.keyClicks(dialog.note, "uphill")
    click(dialog.change)
    assert logbook.database.events()[0].note == "uphill"


def test_an_event_asked_for_is_chosen_and_removed(make: Make, logbook: Logbook) -> None:
    logbook.apply(Change.adding(INJURY, RACE), "before")
    dialog = make(RACE)
    assert dialog.focusWidget() is dialog.list
    assert dialog.list.currentRow() == 0
    assert dialog.until.text() == ""
    click(dialog.remove)
    assert logbook.database.events() == [INJURY]
    assert logbook.undo_label == "Remove event"


@pytest.mark.parametrize(
    ("date", "until", "words"),
    [
        ("soon", "", "“soon” is not a day"),
        ("2026-04-12", "later", "“later” is not a day"),
        ("2026-04-12", "2026-04-11", "cannot end on 2026-04-11"),
    ],
)
def test_what_is_no_event_is_refused_in_words(
    make: Make, logbook: Logbook, date: str, until: str, words: str
) -> None:
    dialog = make()
    dialog.date.setText(date)
    dialog.until.setText(until)
    click(dialog.add)
    assert words in dialog.message.text()
    assert dialog.message.isVisible()
    assert logbook.undo_label is None
    QTest.keyClicks(dialog.note, "a")
    assert not dialog.message.isVisible()
    click(dialog.add)
    assert dialog.message.isVisible()
    dialog.date.setText("2026-04-12")
    dialog.until.clear()
    click(dialog.add)
    assert not dialog.message.isVisible()


def test_every_field_has_a_name(make: Make) -> None:
    dialog = make()
    fields = (dialog.kind, dialog.date, dialog.until, dialog.side, dialog.site, dialog.note)
    assert all(field.accessibleName() for field in (dialog.list, *fields))
