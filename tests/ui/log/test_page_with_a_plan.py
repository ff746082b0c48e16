"""The Log page under a plan: grey values, a load that is asked for, and what is said of it."""

import datetime
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.conftest import NOW, press
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import Session, Tempo
from tracker.domain.set_grid import Cell
from tracker.ui.log.page import LogPage

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side
NOTE = "Up with the other leg, down below a step. Eccentric, knee straight."
Open = Callable[[], LogPage]


def take(logbook: Logbook, *items: PlannedSets) -> None:
    plan = Plan("Heavy", NOW.date() - datetime.timedelta(days=7), 12)
    phase = Phase(plan.id, 1, 12, every_hours=24)
    own = [replace(item, phase_id=phase.id, position=p) for p, item in enumerate(items)]
    logbook.apply(Change.adding(plan, phase, *own), "Take plan")


def planned(exercise: Exercise, reps: int, kg: float | None = None, note: str = "") -> PlannedSets:
    basis = None if kg is None else LoadBasis.EXTERNAL_KG
    return PlannedSets(
        "",
        exercise,
        PlannedSide.EACH,
        1,
        reps,
        load_basis=basis,
        load_value=kg,
        tempo=Tempo(3, 0, 3, 0),
        note=note,
    )


Return = Qt.Key.Key_Return


def test_planned_values_stand_greyed_and_enter_takes_them_over(
    logbook: Logbook, current: CurrentSession, open_log_page: Open
) -> None:
    take(logbook, planned(SEATED, 8, 62.5))
    page = open_log_page()
    index = page.cards[0].table.currentIndex()
    assert index.data() == "8 × 62.5"
    assert (
        index.data(Qt.ItemDataRole.AccessibleTextRole) == "Set 1, Left: proposed, planned 8 × 62.5"
    )
    press(Return)
    assert [(each.side, each.external_kg) for each in current.sets] == [(L, 62.5)]


def test_without_a_plan_a_grey_value_is_last_time_s(
    last_week: Session, open_log_page: Open
) -> None:
    index = open_log_page().cards[0].table.currentIndex()
    assert (
        index.data(Qt.ItemDataRole.AccessibleTextRole) == "Set 1, Left: proposed, last time 8 × 60"
    )
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_load_that_nothing_tells_is_typed_behind_what_is_planned(
    logbook: Logbook, current: CurrentSession, open_log_page: Open
) -> None:
    take(logbook, planned(SEATED, 15))
    page = open_log_page()
    index = page.cards[0].table.currentIndex()
    assert index.data() == "15 × …"
    assert "planned 15, load not known" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    press(Return)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "15x"
    press("40", Return, Return)
    assert [(e.side, e.reps, e.external_kg) for e in current.sets] == [(L, 15, 40.0), (R, 15, 40.0)]


def test_looking_at_a_load_that_is_asked_for_logs_nothing(
    logbook: Logbook, current: CurrentSession, open_log_page: Open
) -> None:
    take(logbook, planned(SEATED, 15))
    page = open_log_page()
    press(Return, Return)
    assert current.sets == []
    assert page.cards[0].table.currentIndex().data() == "15 × …"
    press("12x30", Return)  # typing writes over it
    assert [(each.reps, each.external_kg) for each in current.sets] == [(12, 30.0)]


def test_the_note_stands_below_the_table_in_short_and_in_full_in_the_tip(
    logbook: Logbook, open_log_page: Open
) -> None:
    take(logbook, planned(STANDING, 15, 20.0, NOTE))
    page = open_log_page()
    card = page.cards[1]
    text = card.last_time.text()
    assert text == (
        "Planned: 1 × 15 · each leg · +20 kg · 3-0-3-0 · Up with the other leg, down below a step."
    )
    assert NOTE in card.last_time.toolTip()
    tip = card.table.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert tip == f"Standing, each leg: 1 × 15 · +20 kg · 3-0-3-0\n{NOTE}"


def test_a_long_sentence_is_cut_between_words(logbook: Logbook, open_log_page: Open) -> None:
    take(logbook, planned(STANDING, 15, 20.0, "slowly " * 24))
    text = open_log_page().cards[1].last_time.text()
    assert text.endswith(f" · {'slowly ' * 17}…")


def test_of_several_parts_the_one_at_hand_is_said(logbook: Logbook, open_log_page: Open) -> None:
    take(logbook, planned(SEATED, 15, 40.0), planned(SEATED, 20, 30.0, "Quick rebound."))
    page = open_log_page()
    words = page.cards[0].last_time
    assert words.text() == "Planned, 1 of 2: 1 × 15 · each leg · 40 kg · 3-0-3-0."
    page.go_to(Cell(SEATED, 2, L))
    assert words.text() == "Planned, 2 of 2: 1 × 20 · each leg · 30 kg · 3-0-3-0 · Quick rebound."


def test_straight_and_bent_knee_are_filled_one_after_the_other(
    logbook: Logbook, current: CurrentSession, open_log_page: Open
) -> None:
    take(logbook, planned(STANDING, 15), planned(BENT, 15))
    page = open_log_page()
    assert page.cards[1].exercise is STANDING
    press(*[Return] * 4)
    assert [(each.exercise, each.side) for each in current.sets] == [
        (STANDING, L),
        (STANDING, R),
        (BENT, L),
        (BENT, R),
    ]
    assert page.cards[1].exercise is BENT


def test_where_only_the_bent_knee_is_planned_its_table_is_shown(
    logbook: Logbook, open_log_page: Open
) -> None:
    take(logbook, planned(BENT, 15))
    page = open_log_page()
    assert page.cards[1].exercise is BENT
    assert page.cards[1].table.hasFocus()


def test_another_exercise_keeps_what_was_said_of_last_time(
    logbook: Logbook, last_week: Session, open_log_page: Open
) -> None:
    take(logbook, planned(STANDING, 15))
    page = open_log_page()
    assert page.cards[0].last_time.text().startswith("Last time 17 Nov")
    assert page.cards[1].last_time.text().startswith("Planned: ")
    logbook.undo()
    assert page.cards[1].last_time.text().startswith("Last time 17 Nov")
    assert page.cards[1].last_time.toolTip() == ""
