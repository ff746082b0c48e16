"""What is typed and not saved, tied to its place."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tracker.app.drafts import Draft, Drafts, Field, Place
from tracker.app.settings import Settings
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import Cell

NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
TODAY = NOW.date()
SEATED, L, R = Exercise.SEATED, Side.LEFT, Side.RIGHT
OTHER = Session(TODAY - datetime.timedelta(days=7), note="other")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def drafts(settings: Settings) -> Drafts:
    return Drafts(settings)


def test_a_place_is_the_same_whatever_became_of_its_entry() -> None:
    session = Session(TODAY)
    logged = LoggedSet(session.id, SEATED, L, 1, 8, 60.0)
    later = replace(session, note="later")
    assert Place(Field.NOTE, session) == Place(Field.NOTE, later)
    assert Place(Field.NOTE, session) != Place(Field.QUICK_ENTRY, session)
    assert Place(Field.NOTE, session) != Place(Field.NOTE, Session(TODAY))
    assert Place(Field.NOTE, session) != "note"
    assert Place(Field.BODYWEIGHT, session) == Place(Field.BODYWEIGHT, Session(TODAY))
    tempo = Place("tempo", session, logged)
    assert len({tempo, Place("tempo", later, replace(logged, reps=9))}) == 1
    cells = {Place(Field.CELL, session, Cell(SEATED, 1, side)) for side in (L, R)}
    assert len(cells) == 2


def test_what_is_typed_is_over_what_was_there_when_it_was_begun(drafts: Drafts) -> None:
    place = Place(Field.NOTE, OTHER)
    assert drafts.of(None) is None
    assert not drafts.is_begun(place)
    drafts.type(place, "m", "before")
    drafts.type(place, "mine", "changed since")
    assert drafts.of(place) == Draft(place, "mine", "before", Unit.KG)
    assert drafts.is_begun(place)
    assert drafts.are_in(OTHER)
    assert not drafts.are_in(Session(TODAY))


def test_what_is_being_saved_is_no_longer_begun(drafts: Drafts) -> None:
    place = Place(Field.NOTE, OTHER)
    drafts.type(place, "mine", "")
    begun: list[bool] = []
    drafts.save(place, lambda _: "", lambda _: begun.append(drafts.is_begun(place)))
    assert begun == [False]
    assert drafts.of(place) is None


def test_a_draft_is_dropped_once(drafts: Drafts, qtbot: QtBot) -> None:
    place = Place(Field.NOTE, OTHER)
    drafts.type(place, "mine", "")
    with qtbot.waitSignal(drafts.changed):
        assert drafts.drop(place)
    with qtbot.assertNotEmitted(drafts.changed):
        assert not drafts.drop(place)


def test_a_refused_draft_can_be_put_back(drafts: Drafts) -> None:
    place = Place(Field.NOTE, OTHER)
    drafts.type(place, "mine", "")
    drafts.refuse(place, "because")
    refused = drafts.of(place)
    drafts.type(place, "more", "")
    assert drafts.is_begun(place)
    drafts.put_back(place, refused)
    assert drafts.of(place) == refused
    drafts.put_back(place, None)
    assert drafts.all() == []
