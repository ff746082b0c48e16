"""A card with its table: what its cells tell, and what is said aloud."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import press
from tracker.app.current_session import CurrentSession
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import Session, Tempo
from tracker.domain.set_grid import Cell
from tracker.ui.log.page import LogPage
from tracker.ui.log.set_model import PAINTED_ROLE, Painted, SetTableModel

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side
Open = Callable[[], LogPage]
Enter, Left, Right = Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Right


def painted(model: SetTableModel, row: int, column: int) -> Painted:
    cell: Painted = model.index(row, column).data(PAINTED_ROLE)
    return cell


def heard(model: SetTableModel, row: int, column: int) -> str:
    return str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))


def test_what_is_saved_proposed_refused_and_replaced_is_told_apart(
    last_week: Session, current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    model = page.cards[0].model
    assert painted(model, 0, 0) == Painted("8 × 60", is_proposed=True)
    press(Enter, "9x62.5", Enter, "8y", Enter)
    assert painted(model, 0, 0) == Painted("8 × 60")  # as last time: nothing was replaced
    assert painted(model, 0, 1) == Painted("9 × 62.5", before="8 × 60")
    assert painted(model, 1, 0) == Painted("8y", is_draft=True)
    assert heard(model, 0, 0) == "Set 1, Left: 8 × 60, saved"
    assert heard(model, 0, 1) == "Set 1, Right: 9 × 62.5, saved, last time 8 × 60"
    assert heard(model, 1, 0).startswith("Set 2, Left: 8y, not saved. ")
    assert heard(model, 1, 1) == "Set 2, Right: proposed, last time 8 × 60"
    assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "last time 8 × 60"


def test_a_cell_shows_that_pain_tempo_or_a_note_belong_to_its_set(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    model, table = page.cards[0].model, page.cards[0].table
    press("8x60", Enter, "8x60", Enter)
    page.note.setFocus()

    def picture() -> QImage:
        return table.viewport().grab(table.visualRect(model.index(0, 0))).toImage()

    before = picture()
    current.edit(current.sets[0], pain_during=2, tempo=Tempo(3, 0, 3, 0), note="slow")
    assert painted(model, 0, 0).is_noted
    assert not painted(model, 0, 1).is_noted
    assert picture() != before
    assert heard(model, 0, 0) == ("Set 1, Left: 8 × 60, saved, pain 2 of 10, tempo 3-0-3-0, slow")
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "pain 2 of 10, tempo 3-0-3-0, slow"


def test_arrows_go_between_the_two_tables(last_week: Session, open_log_page: Open) -> None:
    page = open_log_page()
    seated, standing = (card.table for card in page.cards)
    page.go_to(Cell(SEATED, 2, R))
    press(Right)
    assert standing.hasFocus()
    assert page.cell == Cell(STANDING, 2, L)
    assert not seated.currentIndex().isValid()
    press(Left)
    assert seated.hasFocus()
    assert page.cell == Cell(SEATED, 2, R)
    press(Left, Left)
    assert page.cell == Cell(SEATED, 2, L)  # there is nothing to its left
    page.go_to(Cell(STANDING, 1, R))
    press(Right)
    assert page.cell == Cell(STANDING, 1, R)


def test_what_happens_is_said_aloud(
    current: CurrentSession, open_log_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    for module in ("page", "exercise_card"):
        monkeypatch.setattr(
            f"tracker.ui.log.{module}.announce", lambda _widget, words: said.append(words)
        )
    page = open_log_page()
    press("8x60", Enter)
    assert not said  # nobody listens, and the words are not even found
    current.remove(current.sets)
    monkeypatch.setattr("tracker.ui.log.page.is_anybody_listening", lambda: True)
    page.go_to(Cell(SEATED, 1, L))
    press("8x60 r2", Enter, "8y", Enter)
    assert said[0] == "Saved, estimate 80.0 kg"
    assert said[1].startswith("Not saved: ")
    press(Qt.Key.Key_Escape)
    page.go_to(Cell(STANDING, 1, L))
    press("8+20", Enter)
    assert said[-1] == "Saved"  # its estimate needs the bodyweight


def test_the_choice_of_the_knee_stands_below_where_there_is_no_room_beside_the_words(
    open_log_page: Open,
) -> None:
    card = open_log_page().cards[1]
    layout = card.layout()
    assert layout is not None
    seen = []
    for width in (600, 180, 600):
        card.resize(width, 400)
        layout.activate()
        assert card.knee.width() >= card.knee.sizeHint().width()
        seen.append(card.knee.y() > card.hint.geometry().bottom())
        assert card.knee.geometry().right() <= card.width()
    assert seen == [False, True, False]


@pytest.mark.parametrize("width", [752, 560])
def test_both_tables_begin_at_the_same_height(width: int, open_log_page: Open) -> None:
    page = open_log_page()
    page.resize(width, 500)
    QApplication.processEvents()
    assert len({card.table.y() for card in page.cards}) == 1


def test_in_german_the_choice_of_the_knee_has_room_beside_the_title_in_a_small_window(
    german: None, open_log_page: Open
) -> None:
    page = open_log_page()
    page.resize(776, 500)  # of a window hardly wider than the smallest, where it goes below
    QApplication.processEvents()
    card = page.cards[1]
    assert card.knee.y() < card.hint.geometry().bottom()
    assert card.title.width() >= card.title.sizeHint().width()


def test_a_narrow_card_says_less_of_its_exercise_and_all_of_it_in_its_tip(
    open_log_page: Callable[[], LogPage],
) -> None:
    card = open_log_page().cards[0]
    card.resize(400, 400)
    assert card.hint.text() == "knee bent · soleus-biased"
    card.resize(card.hint.sizeHint().width() + 10, 400)
    assert card.hint.text() == "soleus-biased"
    assert card.hint.toolTip() == "knee bent · soleus-biased"
