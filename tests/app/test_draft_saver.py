"""What is typed is saved where it was begun, whatever is shown by then."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.current_session import CurrentSession
from tracker.app.draft_saver import in_cell
from tracker.app.drafts import Field, Place
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.session import Session, SetType, Tempo
from tracker.domain.set_grid import Cell
from tracker.storage.database import Database

NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
TODAY = NOW.date()
SEATED, L, R = Exercise.SEATED, Side.LEFT, Side.RIGHT
OTHER = Session(TODAY - datetime.timedelta(days=7), note="other")
pytestmark = pytest.mark.usefixtures("qapp")  # the timer of a rest needs its events


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def logbook() -> Logbook:
    return Logbook(Database.in_memory())


def kg_of(text: str, unit: Unit) -> float | None:
    if not text:
        return None
    return kg_from_pounds(float(text)) if unit is Unit.LB else float(text)


@pytest.fixture
def current(logbook: Logbook, settings: Settings) -> CurrentSession:
    """Today's session with a set, and another one a week ago."""
    current = CurrentSession(logbook, settings, lambda: NOW, logbook)
    current.saver.read_by(Field.BODYWEIGHT, kg_of)
    logbook.apply(Change.adding(OTHER), "other")
    current.enter(Cell(SEATED, 1, L), "8x60")
    return current


def typed(current: CurrentSession, place: Place, value: object, over: object) -> Place:
    current.drafts.type(place, value, over)
    return place


def note_of(logbook: Logbook, session: Session) -> str | None:
    found = logbook.database.session(session.id)
    return None if found is None else found.note


def test_a_note_is_saved_in_its_session_whichever_is_shown(
    current: CurrentSession, logbook: Logbook
) -> None:
    place = typed(current, Place(Field.NOTE, current.session), "mine", "")
    current.open(OTHER)
    current.saver.save(place)
    assert note_of(logbook, place.session) == "mine"
    assert note_of(logbook, OTHER) == "other"
    current.saver.save(place)  # there is nothing to save any more
    assert logbook.undo_label == "Edit session note"


def test_what_became_of_a_note_meanwhile_is_told_and_can_be_replaced(
    current: CurrentSession, logbook: Logbook
) -> None:
    place = typed(current, Place(Field.NOTE, OTHER), "mine", "other")
    theirs = replace(OTHER, note="x" * 100)
    logbook.apply(Change.replacing(OTHER, theirs), "theirs")
    with pytest.raises(ValueError, match="this became “" + "x" * 80 + "…”"):
        current.saver.save(place)
    with pytest.raises(ValueError, match="this became"):
        current.saver.save(place)
    current.drafts.insist(place)
    logbook.apply(Change.replacing(theirs, replace(OTHER, note="")), "again")
    with pytest.raises(ValueError, match="This was changed meanwhile"):
        current.saver.save(place)
    current.drafts.insist(place)
    current.saver.save(place)
    assert note_of(logbook, OTHER) == "mine"
    current.drafts.insist(place)
    assert current.drafts.all() == []


def test_a_note_of_a_session_deleted_meanwhile_waits_for_a_word(
    current: CurrentSession, logbook: Logbook
) -> None:
    place = typed(current, Place(Field.NOTE, OTHER), "mine", "other")
    logbook.apply(Change.removing(OTHER), "gone")
    with pytest.raises(ValueError, match="deleted meanwhile"):
        current.saver.save(place)
    assert note_of(logbook, OTHER) is None
    current.drafts.insist(place)
    current.saver.save(place)
    assert note_of(logbook, OTHER) == "mine"


def test_a_note_before_the_first_set_is_none_to_be_replaced(
    current: CurrentSession, logbook: Logbook
) -> None:
    current.open_new(TODAY)
    place = typed(current, Place(Field.NOTE, current.session), "mine", None)
    current.saver.save(place)
    assert note_of(logbook, place.session) == "mine"
    current.open_new(TODAY)
    place = typed(current, Place(Field.NOTE, current.session), "mine", None)
    current.enter(Cell(SEATED, 1, L), "8x60")
    current.saver.save(place)
    assert current.session.note == "mine"


def test_a_weighing_is_saved_on_its_day(current: CurrentSession, logbook: Logbook) -> None:
    place = typed(current, Place(Field.BODYWEIGHT, current.session), "70.5", None)
    current.open(OTHER)
    current.saver.save(place)
    assert [(each.date, each.kg) for each in logbook.database.weighings()] == [(TODAY, 70.5)]
    current.saver.save(typed(current, place, "", 70.5))
    assert logbook.database.weighings() == []
    with pytest.raises(ValueError, match="could not convert"):
        current.saver.save(typed(current, place, "heavy", None))


def test_a_weight_is_read_in_the_unit_it_was_typed_in(
    current: CurrentSession, settings: Settings, logbook: Logbook
) -> None:
    settings.set_unit(Unit.LB)
    weight = typed(current, Place(Field.BODYWEIGHT, current.session), "155", None)
    cell = Place(Field.CELL, current.session, Cell(SEATED, 1, R))
    typed(current, cell, "8x100", None)
    settings.set_unit(Unit.KG)
    current.saver.save(weight)
    current.saver.save(cell)
    assert round(logbook.database.weighings()[0].kg, 2) == 70.31
    assert round(current.sets[-1].external_kg, 2) == 45.36


def test_details_are_saved_with_their_set(current: CurrentSession) -> None:
    (logged,) = current.sets
    fields: dict[str, tuple[object, object]] = {
        "tempo": ("3-1-3-0", None),
        "note": ("slow", ""),
        "set_type": ("test", SetType.WORK),
        "pain_during": (3, None),
        "rir": (1.5, None),
    }
    for field, (value, over) in fields.items():
        typed(current, Place(field, current.session, logged), value, over)
    current.open(OTHER)
    current.saver.save_all()
    assert current.drafts.all() == []
    current.open_day(TODAY)
    (after,) = current.sets
    assert (after.tempo, after.note) == (Tempo(3, 1, 3, 0), "slow")
    assert (after.set_type, after.pain_during, after.rir) == (SetType.TEST, 3, 1.5)


def test_a_detail_of_a_set_that_is_gone_is_refused(current: CurrentSession) -> None:
    current.enter(Cell(SEATED, 1, R), "8x60")
    left, right = current.sets
    place = typed(current, Place("note", current.session, left), "slow", "")
    current.remove([left])
    with pytest.raises(ValueError, match="was deleted meanwhile"):
        current.saver.save(place)
    current.drafts.insist(place)
    with pytest.raises(ValueError, match="was deleted meanwhile"):
        current.saver.save(place)
    assert current.sets[0].note == right.note == ""


def test_a_cell_changed_meanwhile_is_not_replaced_unseen(current: CurrentSession) -> None:
    place = Place(Field.CELL, current.session, Cell(SEATED, 1, L))
    typed(current, place, "7x60", in_cell(current.own(Cell(SEATED, 1, L))))
    assert in_cell(current.own(Cell(SEATED, 2, L))) is None
    current.enter(Cell(SEATED, 1, L), "9x60")
    with pytest.raises(ValueError, match="changed meanwhile"):
        current.saver.save(place)
    current.drafts.type(place, "7x61", "shown")
    current.saver.save(place)
    assert [(each.reps, each.external_kg) for each in current.sets] == [(7, 61.0)]


def test_all_is_saved_but_what_waits_for_enter_or_is_read_among_other_sets(
    current: CurrentSession, logbook: Logbook
) -> None:
    note = typed(current, Place(Field.NOTE, OTHER), "x" * 10_001, "other")
    entry = typed(current, Place(Field.QUICK_ENTRY, current.session), "seated 8x60", None)
    here = Place(Field.CELL, current.session, Cell(SEATED, 1, R))
    there = typed(current, Place(Field.CELL, OTHER, Cell(SEATED, 1, L)), "8x60", None)
    typed(current, here, "8x70", None)
    current.saver.save_all()
    assert [each.place for each in current.drafts.all()] == [note, entry, there]
    assert "10,000 characters" in current.drafts.all()[0].reason
    assert [each.external_kg for each in current.sets] == [60.0, 70.0]


def test_a_fault_of_the_disk_leaves_a_draft_with_its_reason(
    current: CurrentSession, logbook: Logbook
) -> None:
    place = typed(current, Place(Field.NOTE, OTHER), "mine", "other")
    logbook.database._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(TrackerError) as error:
        current.saver.save(place)
    draft = current.drafts.of(place)
    assert draft is not None
    assert draft.reason == str(error.value)
    logbook.database._connection.execute("PRAGMA query_only = OFF")
    current.saver.save(place)
    assert note_of(logbook, OTHER) == "mine"


def test_saving_is_not_begun_again_by_what_it_tells(
    current: CurrentSession, logbook: Logbook
) -> None:
    place = typed(current, Place(Field.NOTE, OTHER), "mine", "other")
    current.refreshed.connect(lambda: current.saver.save(place))
    current.saver.save(place)
    assert note_of(logbook, OTHER) == "mine"
    assert logbook.undo_label == "Edit session note"


def test_the_session_is_gone_back_to_where_another_one_is_shown(
    current: CurrentSession, qtbot: QtBot
) -> None:
    today = current.session
    with qtbot.assertNotEmitted(current.switched):
        current.go_back_to(today)
    current.open(OTHER)
    current.go_back_to(today)
    assert current.session.id == today.id


def test_a_session_begun_elsewhere_is_not_switched_to_while_something_is_typed(
    logbook: Logbook, settings: Settings
) -> None:
    current = CurrentSession(logbook, settings, lambda: NOW, logbook)
    here = current.session
    assert current.neighbour(-1) is None
    place = typed(current, Place(Field.NOTE, here), "mine", None)
    logbook.database.apply(Change.adding(Session(TODAY, NOW)))
    logbook.reloaded.emit()
    assert current.session == here
    current.drafts.drop(place)
    logbook.database.apply(Change.adding(Session(TODAY, NOW)))
    current.neighbour(-1)
    logbook.database.apply(Change.adding(Session(TODAY, NOW, id="z")))
    logbook.reloaded.emit()
    assert current.session.id == "z"
