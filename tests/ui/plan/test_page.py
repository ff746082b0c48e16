"""The Plan page: empty, with a plan, today's part, what was done, and what can be done with it."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.plan_book import PlanBook
from tracker.app.plan_templates import template_files, template_of
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.load import Unit
from tracker.domain.plan import LoadBasis
from tracker.domain.plan_edits import WholePlan
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.ui.checkups.goals_dialog import GoalsDialog
from tracker.ui.plan.begin_dialog import BeginPhaseDialog
from tracker.ui.plan.editor import PlanEditor
from tracker.ui.plan.page import PlanPage
from tracker.ui.plan.send_dialog import SendDialog
from tracker.ui.plan.take_dialog import TakePlanDialog
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.scrolled_column import ScrolledColumn
from tracker.ui.window.main_window import PLAN, MainWindow

TODAY = NOW.date()  # a Tuesday
DAY = datetime.timedelta(days=1)
MONDAY = TODAY - DAY
Open = Callable[[], PlanPage]
pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def open_page(
    book: PlanBook, logbook: Logbook, settings: Settings, faults: Faults, qtbot: QtBot
) -> Open:
    pages: list[PlanPage] = []

    def open_() -> PlanPage:
        page = PlanPage(book, logbook, settings, faults)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(1100, 760)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        return page

    return open_


def template(name: str, starts_on: datetime.date) -> WholePlan:
    file = next(file for file in template_files() if name in file.stem)
    return template_of(file, starts_on).whole


def texts(page: PlanPage) -> list[str]:
    QApplication.processEvents()  # what was made anew is shown, and what was before is gone
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_an_empty_page_says_what_would_fill_it(open_page: Open) -> None:
    page = open_page()
    assert page.none.isVisible()
    assert "five templates" in page.none.words.text()
    assert "your own" in page.none.words.text()
    assert page.none.template.hasFocus()
    for card in (page.running, page.today, page.adherence, page.phases, page.others, page.take):
        assert not card.isVisible()


def test_a_plan_is_shown_with_where_it_stands_its_source_and_caution(
    open_page: Open, book: PlanBook
) -> None:
    book.take(template("heavy", MONDAY - 14 * DAY))
    page = open_page()
    assert not page.none.isVisible()
    assert page.running.title.text() == "Heavy slow resistance"
    assert page.running.stand.text() == "Week 3 of 12"
    assert page.running.span.text() == "9 Nov 2026 to 31 Jan 2027"
    assert "Beyer" in page.running.source.text()
    assert "Agree it with your physio" in page.running.caution.text()
    assert not page.running.fact.isVisible()
    assert not page.running.rebase.isVisible()  # nothing is planned in percent


def test_its_phases_are_shown_by_week_and_the_present_ones_are_marked(
    open_page: Open, book: PlanBook
) -> None:
    book.take(template("heavy", MONDAY - 14 * DAY))
    shown = texts(open_page())
    for text in ("Week 1", "Weeks 2–3", "Weeks 9–12", "Mon, Wed, Fri", "3 × 12", "4 × 6"):
        assert text in shown
    assert shown[shown.index("now") - 2 : shown.index("now")] == ["Weeks 2–3", "Mon, Wed, Fri"]


def test_today_s_part_is_shown_with_what_was_done_of_it(
    open_page: Open, book: PlanBook, current: CurrentSession
) -> None:
    book.take(template("silbernagel", TODAY))
    page = open_page()
    assert page.today.title.text() == "Today, Tue 24 Nov 2026"
    assert page.today.state.text() == "0 of 21 sets done."
    assert page.today.go.hasFocus()
    current.take_over(sorted(current.grid([Exercise.STANDING]).expected)[:1])
    assert page.today.state.text() == "1 of 21 sets done."


def test_a_phase_by_hand_is_shown_with_its_criterion_and_begun_from_the_page(
    open_page: Open, book: PlanBook, logbook: Logbook
) -> None:
    book.take(template("silbernagel", TODAY - 8 * DAY))
    page = open_page()
    assert page.running.phase.text() == "Phase 1 since 16 Nov 2026"
    assert page.running.begin.text() == "Begin phase 2…"
    shown = texts(page)
    assert "now, since 16 Nov 2026" in shown
    assert page.adherence.legend.text().endswith("to come: as long as the phase of today lasts")
    assert "Weeks 2–5 or longer. Begins by hand. Criterion: Able to do phase 1." in shown
    QTest.keyClick(page.running.begin, Qt.Key.Key_Space)
    (dialog,) = page.findChildren(BeginPhaseDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert page.running.phase.text() == "Phase 2 since 24 Nov 2026"
    assert page.running.begin.text() == "Begin phase 3…"
    assert page.today.state.text() == "0 of 24 sets done."  # 3, 6, 6, 6 and 3, and nothing else
    assert "now, since 24 Nov 2026" in texts(page)
    logbook.undo()
    assert page.running.phase.text() == "Phase 1 since 16 Nov 2026"
    logbook.redo()
    assert page.running.phase.text() == "Phase 2 since 24 Nov 2026"


def test_after_the_last_phase_another_may_be_begun(open_page: Open, book: PlanBook) -> None:
    whole = template("silbernagel", TODAY - 8 * DAY)
    book.take(whole)
    book.begin(whole, whole.phases[3], TODAY)
    assert open_page().running.begin.text() == "Begin another phase…"


@pytest.mark.parametrize(("name", "days"), [("heavy", 8), ("silbernagel", -3)])
def test_by_week_and_before_the_plan_there_is_nothing_to_begin(
    open_page: Open, book: PlanBook, name: str, days: int
) -> None:
    book.take(template(name, TODAY - days * DAY))
    page = open_page()
    assert page.running.isVisible()
    assert not page.running.begin.isVisible()
    assert not page.running.phase.isVisible()
    assert ("to come" in page.adherence.legend.text()) is (name == "silbernagel")


def test_two_like_sessions_of_a_day_are_shown_once(open_page: Open, book: PlanBook) -> None:
    book.take(template("alfredson", TODAY))
    page = open_page()
    assert "2 times:" in texts(page)
    assert page.today.state.text() == "0 of 24 sets done."


def test_a_day_without_anything_due_names_the_next(open_page: Open, book: PlanBook) -> None:
    book.take(template("heavy", MONDAY))
    page = open_page()
    assert page.today.state.text() == "Nothing planned today. Next: Wed 25 Nov 2026."
    assert not page.today.go.isVisible()
    assert page.running.edit.hasFocus()
    due = [label.text() for label in page.today.findChildren(QLabel)]
    assert "3 × 15" in due  # what is due then


def test_a_plan_without_anything_left_says_so(open_page: Open, book: PlanBook) -> None:
    whole = template("heavy", MONDAY)
    book.take(replace(whole, items=()))
    page = open_page()
    assert page.today.state.text() == "Nothing planned today, nor on a later day."
    assert "Nothing planned yet." in texts(page)
    assert page.adherence.empty.isVisible()


def test_a_plan_to_come_says_when_it_begins(open_page: Open, book: PlanBook) -> None:
    book.take(template("heavy", TODAY + 6 * DAY))
    assert open_page().running.stand.text() == "Begins on 30 Nov 2026"


def test_the_fact_is_stated_and_no_more(open_page: Open, book: PlanBook, logbook: Logbook) -> None:
    whole = template("heavy", MONDAY - 7 * DAY)
    item = replace(whole.items[0], exercise=Exercise.SEATED, sets=1, reps=8)
    phase = replace(whole.phases[0], last_week=12)
    book.take(replace(whole, phases=(phase,), items=(item,)))
    for day in (TODAY - 4 * DAY, MONDAY):  # Friday and Monday
        session = Session(day)
        sets = [
            LoggedSet(session.id, Exercise.SEATED, side, 1, 8, 60.0, rir=2.0)
            for side in item.side.sides
        ]
        morning = Symptom(day + DAY, Moment.NEXT_MORNING, item.side.sides[0], pain=0)
        logbook.apply(Change.adding(session, *sets, morning), "before")
    page = open_page()
    assert page.running.fact.text() == (
        "The last two sessions (20 Nov and 23 Nov) reached the plan with at least 2 repetitions in "
        "reserve, and pain on the mornings after was at most 0, in the lowest band."
    )


def test_the_log_page_is_a_key_away(open_page: Open, book: PlanBook, qtbot: QtBot) -> None:
    book.take(template("silbernagel", TODAY))
    page = open_page()
    with qtbot.waitSignal(page.log_asked):
        QTest.keyClick(page.today.go, Qt.Key.Key_Space)


def test_a_plan_is_stopped_and_deleted_and_each_is_undone(
    open_page: Open, book: PlanBook, logbook: Logbook
) -> None:
    book.take(template("heavy", MONDAY - 14 * DAY))
    page = open_page()
    QTest.mouseClick(page.running.stop, Qt.MouseButton.LeftButton)
    assert page.none.isVisible()
    assert page.none.template.hasFocus()
    done = "0 of 6 sessions, 0 of 72 sets"  # yesterday's can still be done
    earlier = page.others.list.item(0).text()
    assert earlier == f"Heavy slow resistance · 9 Nov 2026 to 23 Nov 2026 · {done}"
    logbook.undo()
    assert page.running.isVisible()
    QTest.mouseClick(page.running.delete, Qt.MouseButton.LeftButton)
    assert logbook.database.plans() == []
    assert not page.others.isVisible()
    logbook.undo()
    assert page.running.isVisible()


def test_percentages_are_based_on_today_only_when_asked(
    open_page: Open, book: PlanBook, logbook: Logbook
) -> None:
    book.take(template("hypertrophy", MONDAY - 7 * DAY))
    page = open_page()
    words = "Percentages are of the best estimate of the 28 days up to 16 Nov 2026."
    assert page.running.maximum.text() == words
    QTest.mouseClick(page.running.rebase, Qt.MouseButton.LeftButton)
    assert logbook.database.plans()[0].e1rm_on == TODAY
    assert not page.running.rebase.isVisible()
    assert logbook.undo_label == "Base percentages on today’s maximum"


def test_another_plan_is_taken_again_edited_and_deleted(
    open_page: Open, book: PlanBook, logbook: Logbook
) -> None:
    old = template("heavy", MONDAY - 140 * DAY)
    book.take(old)
    page = open_page()
    card = page.others
    assert card.list.count() == 1
    assert not card.again.isEnabled()
    card.list.setCurrentRow(0)
    QTest.mouseClick(card.again, Qt.MouseButton.LeftButton)
    (taking,) = page.findChildren(TakePlanDialog)
    assert taking.chosen == old
    taking.reject()
    QTest.mouseClick(card.edit, Qt.MouseButton.LeftButton)
    (editor,) = page.findChildren(PlanEditor)
    editor.reject()
    logbook.apply(Change.replacing(old.plan, replace(old.plan, name="Old")), "rename")
    assert card.list.item(0).text().startswith("Old · 6 Jul 2026")
    assert card.chosen == old.plan.id  # the choice stays
    QTest.mouseClick(card.delete, Qt.MouseButton.LeftButton)
    assert logbook.database.plans() == []


def test_enter_on_another_plan_edits_it(open_page: Open, book: PlanBook) -> None:
    book.take(template("heavy", MONDAY - 140 * DAY))
    page = open_page()
    page.others.list.setFocus()
    page.others.list.setCurrentRow(0)
    QTest.keyClick(page.others.list, Qt.Key.Key_Return)
    (editor,) = page.findChildren(PlanEditor)
    editor.reject()


def test_an_own_plan_is_begun_and_edited_at_once(
    open_page: Open, book: PlanBook, logbook: Logbook
) -> None:
    page = open_page()
    QTest.mouseClick(page.none.own, Qt.MouseButton.LeftButton)
    (taking,) = page.findChildren(TakePlanDialog)
    QTest.keyClicks(taking.name, "Mine")
    QTest.keyClick(taking.name, Qt.Key.Key_Return)
    assert [plan.name for plan in logbook.database.plans()] == ["Mine"]
    (editor,) = page.findChildren(PlanEditor)
    editor.reject()
    assert page.running.title.text() == "Mine"


def test_the_plan_that_runs_is_edited(open_page: Open, book: PlanBook) -> None:
    book.take(template("heavy", MONDAY))
    page = open_page()
    QTest.mouseClick(page.running.edit, Qt.MouseButton.LeftButton)
    (editor,) = page.findChildren(PlanEditor)
    editor.reject()


def test_the_page_follows_the_unit_and_what_happens_while_it_is_hidden(
    open_page: Open, book: PlanBook, settings: Settings
) -> None:
    whole = template("silbernagel", TODAY)
    item = replace(whole.items[0], load_basis=LoadBasis.EXTERNAL_KG, load_value=20.0)
    page = open_page()
    page.hide()
    book.take(replace(whole, items=(item,)))
    page.show()
    assert any("+20 kg" in text for text in texts(page))
    settings.set_unit(Unit.LB)
    assert any("+44.09 lb" in text for text in texts(page))


def test_a_narrow_page_puts_today_below_the_plan(open_page: Open, book: PlanBook) -> None:
    book.take(template("heavy", MONDAY))
    page = open_page()
    assert page.today.x() > page.running.x()
    page.resize(752, 600)
    QApplication.processEvents()
    assert page.today.x() == page.running.x()
    assert page.today.y() > page.running.y()


def test_the_window_shows_the_page_by_key_and_lets_it_go_to_the_log(window: MainWindow) -> None:
    window.menus.actions["show_plan"].trigger()
    page = window._pages[PLAN]
    assert isinstance(page, PlanPage)
    assert window._stack.currentWidget() is page
    assert window.menus.actions["show_plan"].shortcut().toString() == "Ctrl+4"
    page.log_asked.emit()
    assert window._stack.currentWidget() is window.log_page
    window.show_progress()  # they share what they read
    assert page._plans._data is window._data


def test_goals_stand_beside_the_plan(
    open_page: Open, logbook: Logbook, window: MainWindow, qtbot: QtBot
) -> None:
    page = open_page()
    assert page.goals.words.text().startswith("None yet")
    logbook.apply(Change.adding(Goal(GoalKind.E1RM_BODYWEIGHTS, Exercise.SEATED, 1.5)), "goal")
    assert page.goals.words.text() == "Goal 1.5 × bodyweight, seated: –"
    with qtbot.waitSignal(page.goals_asked):
        QTest.mouseClick(page.goals.open, Qt.MouseButton.LeftButton)
    window.show_plan()
    shown = window._pages[PLAN]
    assert isinstance(shown, PlanPage)
    shown.goals_asked.emit()
    (dialog,) = window.findChildren(GoalsDialog)
    dialog.reject()


def test_long_names_are_broken_and_widen_nothing(open_page: Open, book: PlanBook) -> None:
    whole = template("heavy", TODAY)
    book.take(whole.named("Heavy " * 33))
    page = open_page()
    page.resize(752, 600)
    QApplication.processEvents()
    assert page.running.width() <= 752
    assert page.running.title.height() > 2 * page.running.title.fontMetrics().height()


def test_a_days_part_is_sent_from_where_it_is_shown(open_page: Open, book: PlanBook) -> None:
    book.take(template("silbernagel", TODAY))
    page = open_page()
    assert page.today.send.isVisible()
    page.today.send.click()
    (dialog,) = page.findChildren(SendDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_it_is_laid_out_before_it_is_painted(open_page: Open, book: PlanBook) -> None:
    book.take(template("heavy", MONDAY - 14 * DAY))
    page = open_page()
    page.hide()
    book.take(template("silbernagel", TODAY))  # with more phases
    page.resize(900, 300)
    page.show()
    scrolled = page.findChild(ScrolledColumn)
    assert scrolled is not None
    inside = scrolled.widget()
    assert inside is not None
    assert inside.height() >= inside.minimumSizeHint().height() > page.height()
