"""The session on the Log page: reopened, filled, changed, undone."""

import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.session_desk import BENT, BOTH, LAST_WEEK, NOW, SEATED, STANDING, TODAY, Desk, L, R
from tracker.app.language import error_text
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Equipment
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.session import SetType, Tempo
from tracker.domain.session_symptoms import Felt
from tracker.domain.set_grid import Cell
from tracker.domain.symptoms import Moment, Site, Symptom


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Desk:
    return Desk(tmp_path)


def test_the_first_set_saves_the_session_with_it(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    assert desk.logbook.database.sessions() == [desk.current.session]
    assert desk.current.session.started_at == NOW
    assert desk.texts() == [(SEATED, 1, L, 8, 60.0)]


def test_where_a_leg_is_injured_is_known_on_the_day_of_the_session(desk: Desk) -> None:
    injury = Event(LAST_WEEK, EventKind.INJURY, side=L, site=Site.CALF)
    desk.logbook.apply(Change.adding(injury), "note")
    assert desk.current.injured_sites() == {L: Site.CALF, R: None}


def test_taking_over_logs_last_times_set_on_its_equipment(desk: Desk) -> None:
    _, sets = desk.log_last_week()
    desk.current.take_over([Cell(STANDING, 2, R)])
    (taken,) = desk.current.sets
    assert (taken.reps, taken.external_kg, taken.tempo) == (8, 20.0, Tempo(3, 0, 3, 0))
    assert taken.equipment_id == sets[0].equipment_id
    assert taken.session_id == desk.current.session.id
    assert desk.logbook.undo_label == "Log set"


def test_a_hold_is_typed_typed_over_taken_back_and_repeated(desk: Desk) -> None:
    cell = Cell(SEATED, 1, L)
    desk.current.enter(cell, "45s 60")
    (held,) = desk.current.sets
    assert (held.reps, held.hold_s, held.external_kg) == (1, 45.0, 60.0)
    desk.current.enter(cell, "5x10s 60")
    assert [(each.reps, each.hold_s) for each in desk.current.sets] == [(5, 10.0)]
    desk.current.enter(cell, "8x60")
    assert [(each.reps, each.hold_s) for each in desk.current.sets] == [(8, None)]
    desk.logbook.undo()
    assert [(each.reps, each.hold_s) for each in desk.current.sets] == [(5, 10.0)]
    desk.current.open_new(TODAY + datetime.timedelta(days=1))
    desk.current.repeat_last_session([SEATED, STANDING])
    assert [(each.reps, each.hold_s) for each in desk.current.sets] == [(5, 10.0)]
    desk.current.enter(cell, "5x12s 60")
    replaced = desk.current.replaced(cell)
    assert replaced is not None
    assert replaced.hold_s == 10.0


def test_taking_over_an_empty_cell_logs_nothing(desk: Desk) -> None:
    desk.current.take_over([Cell(SEATED, 1, L)])
    assert desk.logbook.undo_label is None


def test_repeating_the_last_session_is_one_step(desk: Desk) -> None:
    _, sets = desk.log_last_week()
    desk.current.enter(Cell(SEATED, 1, L), "10x62.5")
    assert desk.current.repeat_last_session([SEATED, STANDING])
    assert len(desk.current.sets) == len(sets)
    assert not desk.current.repeat_last_session([SEATED, STANDING])
    assert desk.texts()[0] == (SEATED, 1, L, 10, 62.5)
    assert desk.logbook.undo_label == "Repeat last session"
    desk.logbook.undo()
    assert desk.texts() == [(SEATED, 1, L, 10, 62.5)]


def test_a_load_left_out_is_that_of_the_set_before(desk: Desk) -> None:
    desk.log_last_week()
    desk.current.enter(Cell(SEATED, 1, L), "8x65")
    desk.current.enter(Cell(SEATED, 2, L), "7")
    assert desk.texts()[-1] == (SEATED, 2, L, 7, 65.0)


def test_a_load_left_out_of_the_first_set_is_last_times(desk: Desk) -> None:
    desk.log_last_week()
    desk.current.enter(Cell(SEATED, 1, L), "9")
    assert desk.texts() == [(SEATED, 1, L, 9, 60.0)]


def test_a_load_left_out_is_at_last_the_other_legs(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.current.enter(Cell(SEATED, 1, R), "8")
    assert desk.texts()[-1] == (SEATED, 1, R, 8, 60.0)


def test_a_load_left_out_standing_is_the_body_alone(desk: Desk) -> None:
    desk.current.enter(Cell(STANDING, 1, L), "15")
    assert desk.texts() == [(STANDING, 1, L, 15, 0.0)]


def test_a_load_that_cannot_be_known_is_asked_for(desk: Desk) -> None:
    with pytest.raises(ValueError, match="Which load"):
        desk.current.enter(Cell(SEATED, 1, L), "8")
    assert desk.current.sets == []


def test_several_sets_fill_the_column_downward_as_one_step(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "3x8@60 r2")
    assert desk.texts() == [(SEATED, row, L, 8, 60.0) for row in (1, 2, 3)]
    assert desk.logbook.undo_label == "Log 3 sets"
    desk.logbook.undo()
    assert desk.current.sets == []


def test_several_sets_do_not_write_over_others(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 2, L), "8x60")
    with pytest.raises(ValueError, match="rows below"):
        desk.current.enter(Cell(SEATED, 1, L), "3x8@60")
    assert len(desk.current.sets) == 1


@pytest.mark.parametrize("text", ["8x60 right", "8x60 each", "standing 8x60"])
def test_a_cell_refuses_what_belongs_elsewhere(desk: Desk, text: str) -> None:
    with pytest.raises(ValueError, match=r"column|table"):
        desk.current.enter(Cell(SEATED, 1, L), text)
    assert desk.current.sets == []


def test_what_a_cell_does_not_show_stays_when_it_is_written_anew(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), '8x60 3-0-3-0 p1 rest 90 "slow"')
    desk.current.enter(Cell(SEATED, 1, L), "9")
    (logged,) = desk.current.sets
    assert (logged.reps, logged.external_kg, logged.tempo) == (9, 60.0, Tempo(3, 0, 3, 0))
    assert (logged.pain_during, logged.rest_s, logged.note) == (1, 90.0, "slow")


def test_reserve_and_type_taken_out_of_a_cell_are_taken_out_of_its_set(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60 r2 w")
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    (logged,) = desk.current.sets
    assert (logged.rir, logged.set_type) == (None, SetType.WORK)


def test_an_emptied_cell_removes_its_set(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.current.enter(Cell(SEATED, 1, R), "8x60")
    desk.current.enter(Cell(SEATED, 1, R), " ")
    assert desk.texts() == [(SEATED, 1, L, 8, 60.0)]
    assert desk.logbook.undo_label == "Delete set"


def test_an_empty_cell_left_empty_changes_nothing(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "")
    assert desk.logbook.undo_label is None


def test_the_last_set_takes_its_session_with_it(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "3x8@60")
    desk.current.remove(desk.current.sets)
    assert desk.logbook.database.sessions() == []
    assert desk.logbook.undo_label == "Delete 3 sets"
    desk.logbook.undo()
    assert len(desk.current.sets) == 3
    assert desk.current.is_saved


def test_a_note_before_the_first_set_is_on_disk_and_can_be_undone(desk: Desk) -> None:
    desk.current.set_note("")
    assert desk.logbook.database.sessions() == []
    desk.current.set_note("calf sore, no training")
    assert [each.note for each in desk.logbook.database.sessions()] == ["calf sore, no training"]
    assert desk.current.is_saved
    desk.logbook.undo()
    assert desk.logbook.database.sessions() == []


def test_a_session_with_a_note_outlives_its_last_set(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.current.set_note("after a long run")
    desk.current.remove(desk.current.sets)
    assert desk.logbook.database.sessions() == [desk.current.session]


def test_pounds_are_kept_as_typed(desk: Desk) -> None:
    desk.settings.set_unit(Unit.LB)
    desk.current.enter(Cell(SEATED, 1, L), "8x135")
    assert desk.texts() == [(SEATED, 1, L, 8, kg_from_pounds(135))]


def test_quick_entry_without_a_side_is_for_each_leg(desk: Desk) -> None:
    at = desk.current.log_entry("standing 2x12+20", STANDING)
    assert [(row, side) for _, row, side, _, _ in desk.texts()] == [(1, L), (1, R), (2, L), (2, R)]
    assert at == Cell(STANDING, 2, R)
    assert desk.logbook.undo_label == "Log 4 sets"


def test_quick_entry_goes_on_below_what_is_there(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.current.log_entry("8x60 left", SEATED)
    assert desk.texts()[-1] == (SEATED, 2, L, 8, 60.0)
    assert desk.logbook.undo_label == "Log set"


def test_quick_entry_means_the_exercise_at_hand(desk: Desk) -> None:
    (logged,) = desk.current.read_entry("8x20 both", BENT)
    assert (logged.exercise, logged.side) == (BENT, BOTH)


def test_details_of_a_set_are_changed(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.current.edit(desk.current.sets[0], rir=1.0)
    assert desk.current.sets[0].rir == 1.0
    with pytest.raises(ValueError, match="reserve"):
        desk.current.edit(desk.current.sets[0], rir=11.0)


def test_a_weighing_is_added_changed_and_removed(desk: Desk) -> None:
    desk.current.weigh(70.0)
    desk.current.weigh(71.5)
    weighing = desk.current.weighing()
    assert weighing is not None
    assert (weighing.date, weighing.kg) == (TODAY, 71.5)
    desk.current.weigh(None)
    assert desk.current.weighing() is None
    label = desk.logbook.undo_label
    desk.current.weigh(None)
    assert desk.logbook.undo_label == label


def test_equipment_is_last_times_until_another_is_chosen(desk: Desk) -> None:
    desk.log_last_week()
    machine = desk.current.equipment_of(SEATED)
    assert machine is not None
    assert machine.name == "Lever machine"
    step = Equipment("Step")
    desk.current.choose_equipment(SEATED, step)
    assert desk.current.equipment_of(SEATED) == step
    assert desk.current.equipment_of(STANDING) == machine
    desk.current.choose_equipment(SEATED, None)
    assert desk.current.equipment_of(SEATED) is None


def test_choosing_equipment_changes_the_sets_of_the_day_as_one_step(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "2x8@60")
    desk.current.enter(Cell(STANDING, 1, L), "8")
    step = Equipment("Step")
    desk.current.choose_equipment(SEATED, step)
    assert [each.equipment_id for each in desk.current.sets] == [step.id, step.id, None]
    desk.logbook.undo()
    assert [each.equipment_id for each in desk.current.sets] == [None] * 3


def test_a_session_moves_to_another_day_with_its_sets(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.current.move_to(LAST_WEEK, "move")
    (moved,) = desk.logbook.database.sessions()
    assert moved.date == LAST_WEEK
    assert moved.started_at == NOW - datetime.timedelta(days=7)
    assert desk.current.session == moved
    desk.logbook.undo()
    assert desk.current.session.date == TODAY


def test_an_unsaved_session_moves_without_a_step(desk: Desk) -> None:
    desk.current.move_to(LAST_WEEK, "move")
    assert desk.current.session.date == LAST_WEEK
    assert desk.logbook.undo_label is None


def test_a_deleted_session_makes_room_for_a_new_one(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.current.delete("delete session")
    assert desk.logbook.database.sessions() == []
    assert not desk.current.is_saved
    desk.current.delete("delete session")
    assert desk.logbook.undo_label == "delete session"


def test_a_day_opens_its_session_or_a_new_one(desk: Desk) -> None:
    session, _ = desk.log_last_week()
    desk.current.open_day(LAST_WEEK)
    assert desk.current.session == session
    desk.current.open_day(LAST_WEEK - datetime.timedelta(days=1))
    assert not desk.current.is_saved


def test_switching_and_changing_are_told(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignals([desk.current.switched, desk.current.refreshed]):
        desk.current.open_new(LAST_WEEK)
    with qtbot.waitSignal(desk.current.refreshed):
        desk.current.enter(Cell(SEATED, 1, L), "8x60")


def test_a_load_shown_rounded_stays_exact_when_written_unchanged(desk: Desk) -> None:
    exact = kg_from_pounds(135)
    desk.current.enter(Cell(SEATED, 1, L), "8x135lb")
    desk.current.enter(Cell(SEATED, 1, L), "9x61.23")
    assert desk.texts() == [(SEATED, 1, L, 9, exact)]
    desk.current.enter(Cell(SEATED, 1, L), "9x61.25")
    assert desk.texts() == [(SEATED, 1, L, 9, 61.25)]


def test_today_is_the_clocks_day(desk: Desk) -> None:
    assert desk.current.today == TODAY
    assert desk.current.now.date() == TODAY


# Another window on the same log: what it wrote stands in the database before it is told


# Rests and duration


def test_a_set_begins_a_rest_and_the_next_one_notes_it(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.wait(35)
    desk.current.enter(Cell(SEATED, 1, R), "8")
    assert [each.rest_s for each in desk.current.sets] == [None, 35]
    assert desk.current.rests.timer.length_s == 120
    desk.logbook.undo()
    assert len(desk.current.sets) == 1  # one step: the set and its rest


def test_a_rest_dismissed_is_not_noted(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.current.rests.timer.dismiss()
    desk.wait(35)
    desk.current.enter(Cell(SEATED, 1, R), "8")
    assert desk.current.sets[-1].rest_s is None


def test_editing_a_set_leaves_the_rest_alone(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.wait(20)
    desk.current.enter(Cell(SEATED, 1, L), "9")
    assert desk.current.sets[0].rest_s is None
    assert desk.current.rests.timer.taken_s == 20


def test_a_set_undone_ends_its_rest(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.logbook.undo()
    assert not desk.current.rests.timer.is_running
    desk.logbook.redo()
    assert not desk.current.rests.timer.is_running


def test_sets_that_come_from_elsewhere_begin_no_rest(desk: Desk) -> None:
    desk.log_last_week()
    assert not desk.current.rests.timer.is_running


def test_sets_of_a_past_day_begin_no_rest_and_note_none(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.wait(30)
    desk.current.open_new(LAST_WEEK)
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    assert desk.current.sets[-1].rest_s is None
    assert desk.current.rests.timer.taken_s == 30  # of the session under way


def test_a_session_begins_with_its_first_set(desk: Desk) -> None:
    desk.wait(3_600)
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    assert desk.current.session.started_at == desk.now
    desk.wait(60)
    assert desk.current.running_for() == datetime.timedelta(minutes=1)


def test_a_session_without_a_set_does_not_run(desk: Desk) -> None:
    assert desk.current.running_for() is None


def test_a_session_lasts_from_its_first_set_to_its_last(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    durations = [desk.current.session.duration_s]
    for set_no in (2, 3):
        desk.wait(600)
        desk.current.enter(Cell(SEATED, set_no, L), "8")
        durations.append(desk.current.session.duration_s)
    assert durations == [None, 600, 1_200]
    desk.logbook.undo()
    assert desk.current.session.duration_s == 600


def test_a_set_added_in_the_evening_leaves_the_mornings_duration(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.wait(900)
    desk.current.enter(Cell(SEATED, 1, R), "8")
    desk.wait(4 * 3_600)
    desk.current.enter(Cell(SEATED, 2, L), "8")
    assert desk.current.session.duration_s == 900
    assert desk.current.running_for() is None


def test_a_session_begun_before_midnight_keeps_its_start(desk: Desk) -> None:
    desk.now = NOW.replace(hour=23, minute=50)
    desk.current.open_new(TODAY)
    opened = desk.now
    desk.wait(1_200)
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    assert (desk.current.session.date, desk.current.session.started_at) == (TODAY, opened)


def test_the_days_that_have_a_session_are_known(desk: Desk) -> None:
    assert desk.current.session_days() == set()
    session, _ = desk.log_last_week()
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    assert desk.current.session_days() == {session.date, NOW.date()}


def test_symptoms_of_a_new_session_save_it_as_one_step(desk: Desk) -> None:
    desk.current.note_symptoms({(Moment.BEFORE, L): Felt(0), (Moment.DURING, R): Felt(2)})
    assert desk.logbook.database.newest_session() == desk.current.session
    noted = [(each.moment, each.side, each.pain) for each in desk.current.symptoms()]
    assert noted == [(Moment.BEFORE, L, 0), (Moment.DURING, R, 2)]
    assert desk.logbook.undo_label == "Note symptoms"
    desk.logbook.undo()
    assert not desk.current.is_saved
    assert desk.logbook.database.symptoms() == []


def test_a_moved_session_takes_its_symptoms_along(desk: Desk) -> None:
    session, _ = desk.log_last_week()
    desk.current.open(session)
    desk.current.note_symptoms({(Moment.AFTER, L): Felt(1), (Moment.NEXT_MORNING, L): Felt(0)})
    desk.current.move_to(TODAY, "move")
    dates = [each.date for each in desk.current.symptoms()]
    assert dates == [TODAY, TODAY + datetime.timedelta(days=1)]
    desk.logbook.undo()
    assert {each.date for each in desk.logbook.database.symptoms(LAST_WEEK, LAST_WEEK)}
    assert all(isinstance(each, Symptom) for each in desk.current.symptoms())


def test_what_is_half_typed_can_be_saved_before_another_session_is_shown(desk: Desk) -> None:
    """A session of the day begun by what is saved on leaving is the one that is shown."""

    def save() -> None:
        if not desk.current.is_saved:
            desk.current.enter(Cell(SEATED, 1, L), "8x60")

    desk.current.left.connect(save)
    here = desk.current.session.id
    desk.current.open_day(TODAY)
    assert desk.current.session.id == here
    assert [each.reps for each in desk.current.sets] == [8]


def test_a_block_of_cells_is_one_step(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60 r2 # slow")
    refused = desk.current.enter_all(
        {
            Cell(SEATED, 1, L): "9x60",
            Cell(SEATED, 1, R): "8 × 55 r1",
            Cell(SEATED, 2, R): "7",
            Cell(SEATED, 3, L): " ",
        }
    )
    assert refused == {}
    assert desk.texts() == [
        (SEATED, 1, L, 9, 60.0),
        (SEATED, 1, R, 8, 55.0),
        (SEATED, 2, R, 7, 55.0),  # the load of the set pasted above it
    ]
    changed = desk.current.sets[0]
    assert (changed.rir, changed.note) == (None, "slow")
    assert desk.logbook.undo_label == "Paste sets"
    desk.logbook.undo()
    assert desk.texts() == [(SEATED, 1, L, 8, 60.0)]


def test_of_a_block_the_cells_that_can_be_read_are_saved(desk: Desk) -> None:
    refused = desk.current.enter_all(
        {
            Cell(SEATED, 1, L): "8x60",
            Cell(SEATED, 1, R): "8x60 left",
            Cell(SEATED, 2, L): "eight",
            Cell(SEATED, 2, R): "3x8@60",
            Cell(SEATED, 3, R): "standing 8x60",
        }
    )
    assert desk.texts() == [(SEATED, 1, L, 8, 60.0)]
    assert refused == {
        Cell(SEATED, 1, R): "This column is one leg's: write the set in its own column.",
        Cell(SEATED, 2, L): "Expected a number of repetitions, as in 8x60, found “eight”.",
        Cell(SEATED, 2, R): "The rows below are taken: write one set at a time.",
        Cell(SEATED, 3, R): "This table is another exercise's.",
    }


def test_a_block_that_says_nothing_new_is_no_step(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    label = desk.logbook.undo_label
    assert desk.current.enter_all({Cell(SEATED, 1, L): "8x60", Cell(SEATED, 1, R): ""}) == {}
    assert desk.logbook.undo_label == label


def test_several_sets_of_one_line_are_told_with_undo(desk: Desk, qtbot: QtBot) -> None:
    told = desk.logbook.told
    with qtbot.waitSignal(told) as said:
        desk.current.enter(Cell(SEATED, 1, L), "8x20@9")  # meant as RPE 9
    assert said.args == ["8 sets saved.", False]
    with qtbot.waitSignal(told) as said:
        desk.current.log_entry("standing 3x12+20", SEATED)
    assert said.args == ["6 sets saved.", False]
    with qtbot.waitSignal(told) as said:
        desk.current.log_entry("standing 12+20", SEATED)  # one for each leg is no surprise
    assert said.args == ["", False]


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("60x8", Unit.KG, "60 repetitions with 8 kg? Press Enter again if so, or write 8x60."),
        ("8x60@9", Unit.KG, "8 sets of 60 repetitions with 9 kg? Press Enter again if so."),
        (
            "135x10",
            Unit.LB,
            "135 repetitions with 10 lb? Press Enter again if so, or write 10x135.",
        ),
    ],
)
def test_a_load_that_seems_written_first_is_asked_about_once(
    desk: Desk, text: str, unit: Unit, words: str
) -> None:
    desk.settings.set_unit(unit)
    cell = Cell(SEATED, 1, L)
    with pytest.raises(ValueError, match="repetitions with") as asked:
        desk.current.enter(cell, text)
    assert error_text(asked.value) == words
    with pytest.raises(ValueError, match="repetitions with"):
        desk.current.log_entry(f"seated {text} left", STANDING)
    assert desk.current.sets == []
    desk.current.enter(cell, text, is_meant=True)
    assert desk.current.sets != []


@pytest.mark.parametrize(
    "text", ["40", "40x0", "60s 8", "5x45s 8", "40x8 t", "40x8 w", "25x8", "8x60", "40x7.5"]
)
def test_many_repetitions_and_holds_are_not_taken_for_loads(desk: Desk, text: str) -> None:
    desk.current.enter(Cell(STANDING, 1, L), text)
    assert len(desk.current.sets) == 1


def test_a_load_that_seems_written_first_is_told_by_what_was_lifted_before(desk: Desk) -> None:
    desk.log_last_week()  # seated with 60 kg, standing with 20 kg
    with pytest.raises(ValueError, match="or write 9x55"):
        desk.current.enter(Cell(SEATED, 1, L), "55x9")
    desk.current.enter(Cell(STANDING, 1, L), "35x15")  # nearer to 20 than 35 is
    desk.current.enter(Cell(STANDING, 1, R), "40x4")  # nor is anything odd beside that
    assert len(desk.current.sets) == 2


def test_a_load_far_above_those_before_is_logged_only_when_it_is_said_once_more(
    desk: Desk,
) -> None:
    desk.log_last_week()
    cell = Cell(SEATED, 1, L)
    with pytest.raises(ValueError, match="Far more than ever before here"):
        desk.current.enter(cell, "8x600")
    with pytest.raises(ValueError, match="Far more"):
        desk.current.log_entry("seated 8x600 left", STANDING)
    assert desk.current.enter_all({cell: "8x600"}) == {
        cell: "Far more than ever before here. Press Enter again if it is right."
    }
    assert desk.current.sets == []
    desk.current.enter(cell, "8x600", is_meant=True)
    desk.current.log_entry("seated 8x600 right", STANDING, is_meant=True)
    assert [each.external_kg for each in desk.current.sets] == [600.0, 600.0]
    desk.current.enter(Cell(SEATED, 2, L), "8x640")  # beside what was done it is nothing odd
