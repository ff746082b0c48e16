"""The fields of a plan, a phase and planned sets: what each reads, and why it refuses."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.plan import Begins, LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import Tempo
from tracker.ui.plan.fields import PhaseFields, PlanFields, SetsFields
from tracker.ui.widgets.entry_fields import FieldValues, FormField

DAY = datetime.date(2026, 11, 24)
PLAN = Plan("Heavy", DAY, 4)
PHASE = Phase(PLAN.id, 2, 3, (1, 3, 5))
SETS = PlannedSets(PHASE.id, Exercise.STANDING, PlannedSide.EACH, 3, 10, most_reps=15)
pytestmark = pytest.mark.usefixtures("english")


Form = TypeVar("Form", bound=QWidget)


class Saved:
    """Keeps what fields save, as an editor would."""

    def __init__(self) -> None:
        self.fields: list[FieldValues] = []

    def __call__(self, read: Callable[[], FieldValues], refuse: Callable[[str], object]) -> None:
        try:
            self.fields.append(read())
        except ValueError as error:
            refuse(str(error))


@pytest.fixture
def saved() -> Saved:
    return Saved()


@pytest.fixture
def of_plan(saved: Saved, qtbot: QtBot) -> PlanFields:
    fields = PlanFields(saved)
    fields.show_plan(PLAN)
    return opened(fields, qtbot)


@pytest.fixture
def of_phase(saved: Saved, qtbot: QtBot) -> PhaseFields:
    fields = PhaseFields(saved)
    fields.show_phase(PHASE)
    return opened(fields, qtbot)


@pytest.fixture(params=[Unit.KG])
def of_sets(saved: Saved, qtbot: QtBot, request: pytest.FixtureRequest) -> SetsFields:
    fields = SetsFields(saved, request.param)
    fields.show_sets(SETS)
    return opened(fields, qtbot)


def opened(fields: Form, qtbot: QtBot) -> Form:
    qtbot.addWidget(fields)
    fields.show()
    qtbot.waitExposed(fields)
    return fields


def write(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    line.insert(text)  # as it is pasted: not every sign has a key
    QTest.keyClick(line, Qt.Key.Key_Return)


def pick(choice: QComboBox, place: int) -> None:
    choice.setCurrentIndex(place)
    choice.activated.emit(place)


def refusal(part: QWidget) -> str:
    field = part.parentWidget()
    assert isinstance(field, FormField)
    return field.message.text() if field.is_refused else ""


# A plan


def test_a_plan_is_shown_as_it_is_written(of_plan: PlanFields) -> None:
    lines = (of_plan.name, of_plan.starts_on, of_plan.weeks, of_plan.note)
    assert [line.text() for line in lines] == ["Heavy", "24 Nov 2026", "4", ""]


def test_the_fields_of_a_plan_are_read(of_plan: PlanFields, saved: Saved) -> None:
    write(of_plan.name, " Mine ")
    write(of_plan.starts_on, "2026-12-01")
    write(of_plan.weeks, "12")
    write(of_plan.note, "as agreed")
    assert saved.fields == [
        {"name": "Mine"},
        {"starts_on": datetime.date(2026, 12, 1)},
        {"weeks": 12},
        {"note": "as agreed"},
    ]


def test_a_whole_number_is_read_like_any_number(of_plan: PlanFields, saved: Saved) -> None:
    write(of_plan.weeks, "12,0")
    assert saved.fields == [{"weeks": 12}]
    write(of_plan.weeks, "12,5")
    assert refusal(of_plan.weeks) == "Enter a number of weeks, not “12,5”."


def test_what_is_no_day_or_no_number_of_weeks_is_refused(of_plan: PlanFields, saved: Saved) -> None:
    write(of_plan.starts_on, "soon")
    write(of_plan.weeks, "some")
    assert saved.fields == []
    assert "“soon” is not a day" in refusal(of_plan.starts_on)
    assert refusal(of_plan.weeks) == "Enter a number of weeks, not “some”."


# A phase


def test_a_phase_by_week_has_neither_criterion_nor_beginnings(of_phase: PhaseFields) -> None:
    assert of_phase.weeks.text() == "2–3"
    assert [day for day, button in of_phase.days.items() if button.isChecked()] == [1, 3, 5]
    assert not of_phase.criterion.isVisible()
    assert not of_phase.hours.isVisible()


def test_a_phase_by_hand_shows_when_it_was_begun(of_phase: PhaseFields, saved: Saved) -> None:
    begun = (DAY, DAY + datetime.timedelta(days=14))
    by_hand = replace(PHASE, begins=Begins.BY_HAND, begun_on=begun, criterion="20 raises")
    of_phase.show_phase(by_hand)
    assert of_phase.begun_on.text() == "24 Nov 2026, 8 Dec 2026"
    assert of_phase.criterion.text() == "20 raises"
    write(of_phase.begun_on, "2026-12-08, 24 Nov 2026, 2026-12-08,")
    assert saved.fields == [{"begun_on": begun}]
    write(of_phase.begun_on, "")
    assert saved.fields[-1] == {"begun_on": ()}


def test_how_a_phase_begins_is_picked(of_phase: PhaseFields, saved: Saved) -> None:
    pick(of_phase.begins, 1)
    assert of_phase.criterion.isVisible()
    pick(of_phase.begins, 0)
    assert not of_phase.criterion.isVisible()
    assert saved.fields == [{"begins": Begins.BY_HAND}, {"begins": Begins.BY_WEEK}]


@pytest.mark.parametrize(("text", "first", "last"), [("3", 3, 3), ("2-5", 2, 5), (" 2 – 5 ", 2, 5)])
def test_weeks_are_one_or_from_one_to_another(
    of_phase: PhaseFields, saved: Saved, text: str, first: int, last: int
) -> None:
    write(of_phase.weeks, text)
    assert saved.fields == [{"first_week": first, "last_week": last}]


def test_days_become_hours_and_hours_days(of_phase: PhaseFields, saved: Saved) -> None:
    pick(of_phase.schedule, 1)
    assert of_phase.hours.isVisible()
    assert saved.fields[-1] == {"weekdays": (), "every_hours": 24}
    write(of_phase.hours, "48")
    assert saved.fields[-1] == {"weekdays": (), "every_hours": 48}
    of_phase.show_phase(replace(PHASE, weekdays=(), every_hours=48))
    pick(of_phase.schedule, 0)
    assert saved.fields[-1] == {"weekdays": (1, 2, 3, 4, 5, 6, 7), "every_hours": None}
    QTest.mouseClick(of_phase.days[7], Qt.MouseButton.LeftButton)
    assert saved.fields[-1] == {"weekdays": (1, 2, 3, 4, 5, 6), "every_hours": None}


def test_what_is_no_phase_is_refused_beside_its_field(of_phase: PhaseFields, saved: Saved) -> None:
    write(of_phase.weeks, "2 to 5")
    assert refusal(of_phase.weeks) == "Write the weeks as 3 or as 2-5, not “2 to 5”."
    pick(of_phase.schedule, 1)
    write(of_phase.hours, "often")
    assert refusal(of_phase.hours) == "Enter a number of hours, not “often”."
    of_phase.show_phase(PHASE)
    assert (of_phase.weeks.text(), of_phase.hours.text()) == ("2 to 5", "often")
    assert of_phase.schedule.currentIndex() == 1


# Planned sets


def test_planned_sets_are_shown_as_they_are_written(of_sets: SetsFields) -> None:
    of_sets.show_sets(
        replace(
            SETS,
            load_basis=LoadBasis.EXTERNAL_KG,
            load_value=20.0,
            tempo=Tempo(3, 0, 3, 0),
            rest_s=150.0,
            rir=2.0,
            note="eccentric",
        )
    )
    lines = (of_sets.work, of_sets.load, of_sets.tempo, of_sets.rest, of_sets.rir, of_sets.note)
    assert [line.text() for line in lines] == [
        "3 × 10–15",
        "20",
        "3-0-3-0",
        "2:30",
        "2",
        "eccentric",
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3x10", {"sets": 3, "reps": 10, "most_reps": None, "hold_s": None}),
        ("4 × 6 – 8", {"sets": 4, "reps": 6, "most_reps": 8, "hold_s": None}),
        ("3*12", {"sets": 3, "reps": 12, "most_reps": None, "hold_s": None}),
        ("5x45s", {"sets": 5, "reps": 1, "most_reps": None, "hold_s": 45.0}),
        ("3 × 5–6 × 7,5 s", {"sets": 3, "reps": 5, "most_reps": 6, "hold_s": 7.5}),
    ],
)
def test_sets_and_repetitions_are_read_as_people_write_them(
    of_sets: SetsFields, saved: Saved, text: str, read: FieldValues
) -> None:
    write(of_sets.work, text)
    assert saved.fields == [read]


@pytest.mark.parametrize(
    ("text", "rest_s"), [("2:30", 150.0), ("90", 90.0), ("0:05", 5.0), ("", None)]
)
def test_a_rest_is_a_clock_s_or_seconds(
    of_sets: SetsFields, saved: Saved, text: str, rest_s: float | None
) -> None:
    of_sets.show_sets(replace(SETS, rest_s=60.0))
    write(of_sets.rest, text)
    assert saved.fields == [{"rest_s": rest_s}]


def test_exercise_leg_tempo_and_reserve_are_read(of_sets: SetsFields, saved: Saved) -> None:
    pick(of_sets.exercise, of_sets.exercise.findData(Exercise.SEATED))
    pick(of_sets.side, of_sets.side.findData(PlannedSide.LEFT))
    write(of_sets.tempo, "3-0-3-0")
    write(of_sets.rir, "2,5")
    write(of_sets.note, "eccentric")
    assert saved.fields == [
        {"exercise": Exercise.SEATED},
        {"side": PlannedSide.LEFT},
        {"tempo": Tempo(3, 0, 3, 0)},
        {"rir": 2.5},
        {"note": "eccentric"},
    ]


def test_a_load_is_saved_once_it_has_its_figure(of_sets: SetsFields, saved: Saved) -> None:
    assert not of_sets.load.isEnabled()
    pick(of_sets.basis, of_sets.basis.findData(LoadBasis.E1RM_PERCENT))
    assert of_sets.load.hasFocus()
    assert saved.fields == []
    write(of_sets.load, "70")
    assert saved.fields == [{"load_basis": LoadBasis.E1RM_PERCENT, "load_value": 70.0}]


def test_bodyweight_alone_needs_no_figure_and_no_load_has_none(
    of_sets: SetsFields, saved: Saved
) -> None:
    pick(of_sets.basis, of_sets.basis.findData(LoadBasis.BODYWEIGHT))
    pick(of_sets.basis, 0)
    assert saved.fields == [
        {"load_basis": LoadBasis.BODYWEIGHT, "load_value": 0.0},
        {"load_basis": None, "load_value": None},
    ]


@pytest.mark.parametrize("of_sets", [Unit.LB], indirect=True)
def test_a_load_is_in_the_unit_shown_and_a_percentage_in_none(
    of_sets: SetsFields, saved: Saved
) -> None:
    load = replace(SETS, load_basis=LoadBasis.EXTERNAL_KG, load_value=kg_from_pounds(45.0))
    of_sets.show_sets(load)
    assert of_sets.load.text() == "45"
    write(of_sets.load, "50")
    assert saved.fields == [
        {"load_basis": LoadBasis.EXTERNAL_KG, "load_value": kg_from_pounds(50.0)}
    ]
    of_sets.show_sets(replace(SETS, load_basis=LoadBasis.E1RM_PERCENT, load_value=70.0))
    assert of_sets.load.text() == "70"


def test_what_cannot_be_read_is_refused_and_stays(of_sets: SetsFields, saved: Saved) -> None:
    write(of_sets.work, "three of ten")
    write(of_sets.rest, "a while")
    write(of_sets.rir, "some")
    write(of_sets.tempo, "slow")
    assert saved.fields == []
    words = "Write sets and repetitions as 3x10, 3x10-15 or 5x45s, not “three of ten”."
    assert refusal(of_sets.work) == words
    for line in (of_sets.rest, of_sets.rir, of_sets.tempo):
        assert refusal(line)
    of_sets.show_sets(SETS)
    assert of_sets.work.text() == "three of ten"
