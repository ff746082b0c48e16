"""The made-up year in the runner's language."""

import datetime

import pytest
from PySide6.QtWidgets import QApplication

from tracker.app.demo_log import spoken_year
from tracker.domain.change import Change
from tracker.domain.demo.year import made_up_log
from tracker.domain.exercise import Equipment
from tracker.domain.plan import Plan
from tracker.domain.session import LoggedSet, Session

LAST = datetime.date(2026, 11, 24)


def texts(change: Change) -> set[str]:
    return {
        text
        for edit in change.edits
        for name in ("name", "note", "caution")
        if isinstance(text := getattr(edit.entry, name, ""), str) and text
    }


def test_in_english_it_is_the_year_as_it_is_made_up(qapp: QApplication) -> None:
    assert spoken_year(LAST) == made_up_log(LAST)


@pytest.mark.usefixtures("german")
def test_in_german_its_names_and_notes_are_german_and_all_else_is_the_same() -> None:
    spoken, made = spoken_year(LAST), made_up_log(LAST)
    assert [edit.entry.id for edit in spoken.edits] == [edit.entry.id for edit in made.edits]
    assert {after.name for _, after in spoken.of(Equipment) if after} == {
        "Wadenmaschine, sitzend",
        "Multipresse und Stufe",
    }
    kept = texts(spoken) & texts(made)
    assert all(text.endswith(" km") for text in kept)
    for kind in (Session, LoggedSet, Plan):
        assert len(spoken.of(kind)) == len(made.of(kind))
