"""Taking a plan: seen with its source and caution first, then with a start and legs."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker.app.logbook import Logbook
from tracker.app.plan_book import PlanBook
from tracker.app.plan_templates import templates
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Side
from tracker.domain.plan import PlannedSide
from tracker.domain.plan_edits import WholePlan, own_plan
from tracker.domain.runner import Runner
from tracker.exchange.plan_file import plan_json, plan_of_json
from tracker.ui.plan.take_dialog import TakePlanDialog
from tracker.ui.widgets.faults import Faults

TODAY = NOW.date()
DAY = datetime.timedelta(days=1)
Make = Callable[[], TakePlanDialog]
pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def make(book: PlanBook, settings: Settings, faults: Faults, qtbot: QtBot) -> Make:
    def made() -> TakePlanDialog:
        dialog = TakePlanDialog(book, settings, faults)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return made


def choose(dialog: TakePlanDialog, text: str) -> None:
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(next(row for row, each in enumerate(rows) if each.startswith(text)))


def preview(dialog: TakePlanDialog) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in dialog.preview.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("name", "source", "caution", "words"),
    [
        ("Heavy", "Beyer et al. (2015)", "Agree it with your physio", "Weeks 9–12"),
        ("Alfredson", "Alfredson et al. (1998)", "Agree it with your physio", "twice a day"),
        ("Silbernagel", "Silbernagel et al. (2007)", "Agree it with your physio", "every day"),
        ("Hypertrophy", "Kinoshita et al. (2023)", "physio", "70 % of the estimate"),
    ],
)
def test_a_template_is_shown_with_source_and_caution_before_it_is_taken(
    make: Make, logbook: Logbook, name: str, source: str, caution: str, words: str
) -> None:
    dialog = make()
    choose(dialog, name)
    shown = "\n".join(preview(dialog))
    for each in (source, caution, words):
        assert each in shown
    assert logbook.database.plans() == []


@pytest.mark.parametrize("involved", [None, Side.LEFT, Side.RIGHT])
def test_the_involved_leg_is_preset_where_the_source_trains_it_alone(
    make: Make, logbook: Logbook, involved: Side | None
) -> None:
    logbook.apply(Change.adding(Runner(involved_side=involved)), "before")
    dialog = make()
    choose(dialog, "Alfredson")
    assert dialog.legs.currentData() == (involved or Side.BOTH)
    choose(dialog, "Heavy")
    assert dialog.legs.currentData() == Side.BOTH
    choose(dialog, "Own")
    assert dialog.legs.currentData() == Side.BOTH
    choose(dialog, "Alfredson")
    dialog.take.click()
    sides = {item.side for item in logbook.database.planned_sets()}
    assert sides == {PlannedSide.EACH if involved is None else PlannedSide(involved.value)}


def test_a_template_is_taken_by_keys_alone_as_one_step(make: Make, logbook: Logbook) -> None:
    dialog = make()
    assert dialog.list.hasFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)  # the second of four, by name
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    (plan,) = logbook.database.plans()
    assert (plan.name, plan.starts_on, plan.weeks) == ("Heavy slow resistance", TODAY, 12)
    assert plan.template == "heavy-slow-resistance"
    assert len(logbook.database.phases()) == 5
    assert logbook.undo_label == "Use plan Heavy slow resistance"
    assert not dialog.isVisible()
    logbook.undo()
    assert logbook.database.plans() == []
    assert logbook.database.planned_sets() == []


def test_start_legs_and_name_are_chosen(make: Make, logbook: Logbook) -> None:
    dialog = make()
    choose(dialog, "Silbernagel")
    dialog.name.setText("Left first")
    dialog.starts_on.setText("2026-12-01")
    dialog.legs.setCurrentIndex(dialog.legs.findData(Side.LEFT))
    dialog.take.click()
    (plan,) = logbook.database.plans()
    assert (plan.name, plan.starts_on) == ("Left first", datetime.date(2026, 12, 1))
    sides = {item.side for item in logbook.database.planned_sets()}
    assert sides == {PlannedSide.LEFT, PlannedSide.BOTH}


@pytest.mark.parametrize(
    ("name", "starts_on", "words"),
    [("Mine", "soon", "“soon” is not a day"), ("", "2026-12-01", "A plan needs a name")],
)
def test_what_is_no_plan_is_refused_in_words(
    make: Make, logbook: Logbook, name: str, starts_on: str, words: str
) -> None:
    dialog = make()
    dialog.name.setText(name)
    dialog.starts_on.setText(starts_on)
    dialog.take.click()
    assert words in dialog.message.text()
    assert dialog.message.isVisible()
    assert dialog.isVisible()
    assert logbook.database.plans() == []
    choose(dialog, "Hypertrophy")
    assert not dialog.message.isVisible()


def test_what_stops_is_said_before(make: Make, book: PlanBook) -> None:
    book.take(own_plan("Mine", TODAY - 7 * DAY))
    dialog = make()
    assert dialog.stops.text() == "Stops Mine, one plan runs at a time."
    dialog.starts_on.setText("2027-06-01")
    assert dialog.stops.text() == ""
    dialog.starts_on.setText("2027-06-")
    assert dialog.stops.text() == ""


def test_a_plan_of_the_log_is_taken_again(make: Make, book: PlanBook, logbook: Logbook) -> None:
    old = own_plan("Mine", TODAY - 200 * DAY)
    book.take(old)
    dialog = make()
    dialog.show_choice(old.plan.id)
    assert dialog.starts_on.hasFocus()
    assert not dialog.legs.isEnabled()  # nothing is planned of any leg yet
    QTest.keyClick(dialog.starts_on, Qt.Key.Key_Return)
    first, second = logbook.database.plans()
    assert (first.name, second.name, second.starts_on) == ("Mine", "Mine", TODAY)


def test_an_own_plan_is_told_so_that_it_can_be_filled(
    make: Make, logbook: Logbook, qtbot: QtBot
) -> None:
    dialog = make()
    dialog.show_choice(is_own=True)
    assert dialog.name.hasFocus()
    with qtbot.waitSignal(dialog.own_taken) as told:
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    (plan,) = logbook.database.plans()
    assert told.args == [plan.id]
    assert plan.name == "Own plan"


def test_a_plan_that_is_gone_chooses_nothing(make: Make) -> None:
    dialog = make()
    dialog.show_choice("gone")
    assert dialog.list.currentRow() == 0


def test_every_field_has_a_name(make: Make) -> None:
    dialog = make()
    fields = (dialog.list, dialog.preview, dialog.name, dialog.starts_on, dialog.legs)
    assert all(field.accessibleName() for field in fields)


def test_a_plan_that_was_sent_says_what_differs_from_the_one_that_runs(
    make: Make, book: PlanBook, settings: Settings, faults: Faults, qtbot: QtBot
) -> None:
    def shown(sent: WholePlan) -> TakePlanDialog:
        dialog = TakePlanDialog(book, settings, faults, sent=sent)
        qtbot.addWidget(dialog)
        kept.append(dialog)
        dialog.show_choice(sent.plan.id)
        dialog.open()
        return dialog

    kept: list[TakePlanDialog] = []
    heavy, other, *_ = (each.whole for each in templates(TODAY) if each.whole.plan.weeks == 12)
    alone = shown(heavy)
    assert not alone.differs.isVisible()  # no plan runs
    book.take(heavy)
    same = shown(plan_of_json(plan_json(heavy), "x", TODAY))
    assert same.differs.text() == f"It says the same as {heavy.plan.name}, which runs."
    lines = shown(other).differs.text().splitlines()
    assert lines[0] == f"Against {heavy.plan.name}, which runs:"
    assert len(lines) > 2
    dialog = shown(other)
    dialog.list.setCurrentRow(0)
    assert not dialog.differs.isVisible()
