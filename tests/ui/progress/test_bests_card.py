"""The Bests card."""

import datetime

import pytest
from PySide6.QtCore import QLocale, Qt

from tests.ui.progress.conftest import DAY, LEFT, RIGHT, SEATED, STANDING, TODAY, Desk
from tracker.app.theme import CARD_PADDING
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, Session


def rows(desk: Desk) -> list[list[str]]:
    model = desk.page.bests.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_without_sets_there_is_no_card(desk: Desk) -> None:
    assert desk.page.bests.isHidden()


def test_each_leg_has_its_bests_with_their_days_on_each_equipment(desk: Desk) -> None:
    desk.train(TODAY - 3 * DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 62), reps=8)
    desk.train(TODAY - DAY, (SEATED, LEFT, 65), reps=3)
    machine, session = Equipment("Machine"), Session(datetime.date(2026, 11, 22))
    other = LoggedSet(session.id, SEATED, LEFT, 1, 8, 90, equipment_id=machine.id)
    test = HeelRaiseTest(datetime.date(2026, 11, 20), STANDING, LEFT, 27, incline_deg=10)
    assert not desk.page.bests.isHidden()
    desk.logbook.apply(Change.adding(machine, session, other, test), "another machine")
    heavy, long = "65.0 kg\n23 Nov 2026", "60.0 kg\n21 Nov 2026"
    right, machines = "62.0 kg\n21 Nov 2026", "90.0 kg\n22 Nov 2026"
    assert rows(desk) == [
        ["Seated, left", "76.0 kg\n21 Nov 2026", heavy, heavy, long, long, ""],
        ["Seated, left\nMachine", "", *[machines] * 4, ""],
        ["Seated, right", "78.5 kg\n21 Nov 2026", *[right] * 4, ""],
        ["Standing, left\n10° incline", "27 heel raises\n20 Nov 2026", *[""] * 5],
    ]
    model = desk.page.bests.model
    tips = [model.index(1, column).data(Qt.ItemDataRole.ToolTipRole) for column in (0, 2)]
    assert tips == ["Seated, left\nMachine", None]
    desk.settings.set_unit(Unit.LB)
    assert rows(desk)[1][2] == "198.4 lb\n22 Nov 2026"
    desk.logbook.undo()
    assert len(rows(desk)) == 2


@pytest.mark.parametrize("locale", ["en_GB", "de_DE"])
def test_all_columns_fit_the_smallest_window(desk: Desk, locale: str) -> None:
    QLocale.setDefault(QLocale(locale))
    machine, session = Equipment("Seated calf machine of the club"), Session(TODAY)
    sets = [
        LoggedSet(session.id, SEATED, side, row, 12, 102.5, equipment_id=machine.id, rir=0)
        for row, side in enumerate((LEFT, RIGHT), 1)
    ]
    desk.logbook.apply(Change.adding(machine, session, *sets), "train")
    card = desk.page.bests
    card.resize(704, card.height())
    across, table = card.table.horizontalHeader(), card.table
    assert across.length() <= 704 - 2 * CARD_PADDING
    metrics, last = table.fontMetrics(), card.model.columnCount() - 1
    for column in range(1, last + 1):
        lines = card.model.index(0, column).data().split("\n")
        assert max(map(metrics.horizontalAdvance, lines)) < table.columnWidth(column)


def test_all_rows_are_seen_at_once(desk: Desk) -> None:
    desk.both_legs(0)
    desk.weigh(70)
    table = desk.page.bests.table
    last = table.visualRect(desk.page.bests.model.index(3, 0))
    assert 0 < last.bottom() <= table.viewport().height()
    assert table.accessibleName() == "Bests"
