"""What is typed and could not be saved, in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Draft, Field, Place
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import Cell
from tracker.ui.log.unsaved import LONGEST_QUOTE, NAMES, UnsavedLine, place_name, unsaved_text

TODAY = Session(NOW.date())
LEFT = LoggedSet(TODAY.id, Exercise.SEATED, Side.LEFT, 2, 8, 60.0)


def draft(
    field: str,
    typed: object = "x",
    reason: str = "It cannot be read.",
    at: LoggedSet | None = None,
) -> Draft:
    return Draft(Place(field, TODAY, at), typed, None, Unit.KG, reason)


def test_every_field_has_a_name_of_its_own() -> None:
    assert set(NAMES) == set(Field) - {Field.CELL}  # which is a set


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (Place(Field.NOTE, TODAY), "Note of Tue 24 Nov 2026"),
        (Place(Field.BODYWEIGHT, TODAY), "Bodyweight of Tue 24 Nov 2026"),
        (Place("tempo", TODAY, LEFT), "Tempo of Tue 24 Nov 2026, Seated 2, left"),
        (
            Place(Field.CELL, TODAY, Cell(Exercise.STANDING, 1, Side.RIGHT)),
            "Set of Tue 24 Nov 2026, Standing 1, right",
        ),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_a_place_is_named_by_its_day_and_its_set(place: Place, name: str) -> None:
    assert place_name(place) == name


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (draft(Field.NOTE), "Note of Tue 24 Nov 2026: “x”. It cannot be read."),
        (draft(Field.NOTE, ""), "Note of Tue 24 Nov 2026. It cannot be read."),
        (
            draft("pain_during", 3, at=LEFT),
            "Pain of Tue 24 Nov 2026, Seated 2, left. It cannot be read.",
        ),
        (
            draft(Field.QUICK_ENTRY, "8x60", ""),
            "Quick entry of Tue 24 Nov 2026: “8x60”. Enter was not pressed.",
        ),
        (
            draft(Field.MORNING, 3, ""),
            "Answers about the morning after Tue 24 Nov 2026. “Keep” was not pressed.",
        ),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_was_not_saved_is_quoted_with_its_reason(found: Draft, text: str) -> None:
    assert unsaved_text(found) == text


@pytest.mark.usefixtures("qapp")
def test_a_long_text_is_quoted_by_its_beginning() -> None:
    text = unsaved_text(draft(Field.NOTE, "a" * 500))
    assert f"“{'a' * LONGEST_QUOTE}…”" in text


def test_a_line_names_what_is_out_of_sight_and_leads_to_it(
    current: CurrentSession, qtbot: QtBot
) -> None:
    seen: list[Place] = []
    line = UnsavedLine(current, lambda place: place in seen)
    qtbot.addWidget(line)
    place = Place(Field.NOTE, current.session)
    current.drafts.type(place, "x", None)
    assert line.isHidden()
    current.drafts.refuse(place, "It cannot be read.")
    assert not line.isHidden()
    assert line.text.text() == "Not saved yet: Note of Tue 24 Nov 2026"
    with qtbot.waitSignal(line.asked) as asked:
        QTest.mouseClick(line.show_it, Qt.MouseButton.LeftButton)
    assert asked.args == [place]
    seen.append(place)
    line.refresh()
    assert line.isHidden()
    seen.clear()
    current.drafts.drop(place)
    assert line.isHidden()
