"""The guided strength test, by keys alone, with a clock of the test's own."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.clocks import Clock
from tests.ui.checkups.conftest import SCREENS, needed_on
from tests.ui.conftest import NOW
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.strength_tests import StrengthTests
from tracker.domain.change import Change
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.strength_test_run import StrengthTestStage
from tracker.domain.symptoms import Moment, Symptom
from tracker.ui.checkups.strength_test_dialog import StrengthTestDialog
from tracker.ui.widgets.faults import Faults

LEFT, RIGHT = LEGS
TODAY = NOW.date()
ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
SPACE, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Down


class Desk:
    """The dialog on a log in memory, and keys."""

    def __init__(self, current: CurrentSession, logbook: Logbook, settings: Settings) -> None:
        self.current, self.logbook, self.settings = current, logbook, settings
        self.clock = Clock()

    def open(self, faults: Faults, qtbot: QtBot) -> StrengthTestDialog:
        tests = StrengthTests(self.logbook, self.current, self.settings)
        dialog = StrengthTestDialog(tests, self.settings.unit, faults, self.clock.seconds)
        # Read after it closed.
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.setup.exercise.hasFocus)
        self.dialog = dialog
        return dialog

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            target = QApplication.focusWidget() or self.dialog
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)

    @property
    def done(self) -> list[tuple[Side, SetType, int, float]]:
        """The sets of today's session, by position."""
        return [
            (each.side, each.set_type, each.reps, each.external_kg)
            for session in self.logbook.database.sessions_on(TODAY)
            for each in self.logbook.database.sets_of(session.id)
        ]


@pytest.fixture
def desk(current: CurrentSession, logbook: Logbook, settings: Settings, last_week: Session) -> Desk:
    return Desk(current, logbook, settings)


@pytest.fixture
def open_(desk: Desk, faults: Faults, qtbot: QtBot) -> Callable[[], StrengthTestDialog]:
    return lambda: desk.open(faults, qtbot)


def to_the_first_leg(desk: Desk) -> None:
    """Type 60 and 62.5 kg, and skip the warm-ups."""
    desk.press(TAB, TAB, TAB, "60", TAB, "62,5", ENTER)
    while desk.dialog.run.stage is StrengthTestStage.WARMING_UP:
        desk.dialog.other_button.setFocus()
        desk.press(SPACE)


def test_keys_alone_lead_through_the_test_and_save_it_as_one_step(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    dialog = open_()
    assert dialog.setup.equipment.currentText() == "Lever machine"
    desk.press(TAB, TAB, TAB, "60", TAB, "62.5", ENTER)
    assert dialog.title.text() == "Warm-up 1 of 3"
    assert [each.text() for each in dialog.warm_up.figures] == [
        "Left  8 × 30 kg",
        "Right  8 × 32.5 kg",  # 31.25, the half of it up
    ]
    desk.press(ENTER, ENTER, ENTER)
    assert dialog.title.text() == "The left leg to failure"
    assert dialog.lift.target.text() == "Left  60 kg"
    desk.press("8", ENTER)
    assert dialog.title.text() == "Three minutes of rest"
    desk.press(ENTER)
    assert dialog.lift.target.text() == "Right  62.5 kg"
    desk.press("10", ENTER)
    outcome = dialog.outcome
    assert [each.text() for each in outcome.legs] == ["Left 8 × 60 kg", "Right 10 × 62.5 kg"]
    assert [each.text() for each in outcome.told] == [
        "Estimate 76.0 kg.",
        "Estimate 83.3 kg.",
    ]
    assert outcome.figure.text() == "Left and right"
    assert dialog.outcome.balance.text() == (
        "Not known: 2 of 3 pairs so far. 1 of 3 strength tests so far."
    )
    assert desk.done == []  # nothing before the end
    desk.press(ENTER)
    assert not dialog.isVisible()
    warmup, test = SetType.WARMUP, SetType.TEST
    assert desk.done == [
        (LEFT, warmup, 8, 30.0),
        (RIGHT, warmup, 8, 32.5),
        (LEFT, warmup, 5, 42.5),
        (RIGHT, warmup, 5, 45.0),
        (LEFT, warmup, 3, 50.0),
        (RIGHT, warmup, 3, 52.5),
        (LEFT, test, 8, 60.0),
        (RIGHT, test, 10, 62.5),
    ]
    (machine,) = desk.logbook.database.equipment()
    assert {each.equipment_id for each in desk.current.sets} == {machine.id}
    assert desk.logbook.undo_label == "Strength test"
    desk.logbook.undo()
    assert desk.done == []
    assert desk.logbook.database.sessions_on(TODAY) == []


def test_a_warm_up_skipped_is_not_noted(
    desk: Desk, open_: Callable[[], StrengthTestDialog], qtbot: QtBot
) -> None:
    dialog = open_()
    desk.press(TAB, TAB, TAB, "60", TAB, "60", ENTER, ENTER)
    QTest.keyClick(dialog, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.title.text() == "Warm-up 3 of 3")
    desk.press(ENTER, "8", ENTER, ENTER, "8", ENTER, ENTER)
    assert [(reps, kg) for side, _, reps, kg in desk.done if side is LEFT] == [
        (8, 30.0),
        (3, 50.0),
        (8, 60.0),
    ]


def test_over_twelve_is_said_and_a_load_changed_is_kept(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    dialog = open_()
    to_the_first_leg(desk)
    desk.press("14", TAB, "57,5", ENTER, ENTER, "12", ENTER)
    left, right = (each.text() for each in dialog.outcome.told)
    assert left == (
        "Estimate at least 80.5 kg. Over 12 repetitions: take a heavier load next time."
    )
    assert right == "Estimate 87.5 kg."
    desk.press(ENTER)
    assert desk.done == [
        (LEFT, SetType.TEST, 14, 57.5),
        (RIGHT, SetType.TEST, 12, 62.5),
    ]


def test_the_second_test_offers_its_loads_and_begins_with_the_other_leg(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    open_()
    to_the_first_leg(desk)
    desk.press("8", ENTER, ENTER, "8", ENTER, ENTER)
    dialog = open_()
    assert dialog.setup.first.currentText() == "right"
    assert [field.text() for field in dialog.setup.loads.values()] == ["60", "62.5"]
    desk.press(ENTER, ENTER, ENTER, ENTER)
    assert dialog.lift.target.text() == "Right  62.5 kg"
    # On other equipment nothing is known of the legs.
    dialog = open_()
    dialog.setup.equipment.setFocus()
    desk.press(Qt.Key.Key_Up)
    assert dialog.setup.equipment.currentText() == "not named"
    assert [field.text() for field in dialog.setup.loads.values()] == ["", ""]
    assert dialog.setup.offer.text().startswith("Where no load is offered")


def test_pounds_are_typed_shown_and_kept_as_they_were_typed(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    desk.settings.set_unit(Unit.LB)
    dialog = open_()
    desk.press(TAB, TAB, TAB, "132.5", TAB, "135", ENTER)
    assert dialog.warm_up.figures[0].text() == "Left  8 × 65 lb"
    desk.press(ENTER, ENTER, ENTER)
    assert dialog.lift.target.text() == "Left  132.5 lb"
    desk.press("8", ENTER, ENTER, "8", ENTER)
    assert dialog.outcome.told[0].text() == "Estimate 167.8 lb."
    desk.press(ENTER)
    loads = [kg for _, kind, _, kg in desk.done if kind is SetType.TEST]
    assert loads == [kg_from_pounds(132.5), kg_from_pounds(135)]


def test_what_cannot_be_a_load_is_refused_in_words_at_its_field(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    setup = open_().setup
    said = []
    for typed in ("", "sixty", "0", "9999"):
        setup.loads[LEFT].setText(typed)
        setup.loads[LEFT].setModified(True)
        desk.press(ENTER)
        assert setup.loads[LEFT].hasFocus()
        said.append(setup.message.text())
    assert said == [
        "Left: Which load? Enter a number, such as 60.",
        "Left: Enter a number, not “sixty”.",
        "Left: With this load nothing would be lifted.",
        "Left: A load in kg must be -500 to 2000, not 9999.",
    ]
    assert desk.dialog.run.stage is StrengthTestStage.PREPARING


def test_what_cannot_be_repetitions_is_refused_in_words_and_kept(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    lift = open_().lift
    to_the_first_leg(desk)
    said = []
    for typed in ("", "8.5", "1001"):
        lift.reps.setText(typed)
        desk.press(ENTER)
        said.append(lift.message.text())
        assert (lift.reps.text(), lift.reps.hasFocus()) == (typed, True)
    assert said == [
        "How many repetitions were there?",
        "How many repetitions? Enter a whole number, not “8.5”.",
        "Repetitions must be 0 to 1000, not 1001.",
    ]
    lift.reps.setText("8")
    lift.load.setFocus()
    lift.load.selectAll()
    desk.press("0", ENTER)
    assert lift.message.text() == "With this load nothing would be lifted."
    assert lift.load.hasFocus()
    assert desk.dialog.run.stage is StrengthTestStage.LIFTING


def test_the_rest_is_counted_down_told_once_and_can_be_skipped(
    desk: Desk, open_: Callable[[], StrengthTestDialog], qtbot: QtBot
) -> None:
    dialog = open_()
    told: list[bool] = []
    dialog.rest_over.connect(lambda: told.append(True))
    to_the_first_leg(desk)
    desk.press("8", ENTER)
    assert dialog.rest.counter.text() == "3:00"
    assert dialog.next_button.text() == "Begin the right leg"
    desk.clock.pass_s(61)
    qtbot.waitUntil(lambda: dialog.rest.counter.text() == "1:59")
    assert told == []
    desk.clock.pass_s(120)
    qtbot.waitUntil(lambda: dialog.rest.counter.text() == "0:00")
    assert dialog.rest.said.text() == "The rest is over. Enter begins the right leg."
    dialog._on_looking_timeout()
    assert told == [True]
    desk.press(ENTER)
    assert dialog.run.stage is StrengthTestStage.LIFTING


def test_escape_closes_at_once_while_nothing_was_done(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    for keys in ((), (TAB, TAB, TAB, "60", TAB, "60", ENTER)):
        dialog = open_()
        desk.press(*keys, ESCAPE)
        assert not dialog.isVisible()
    dialog = open_()
    to_the_first_leg(desk)
    desk.press(ESCAPE)
    assert not dialog.isVisible()


def test_what_was_typed_or_warmed_up_is_asked_about_first(
    desk: Desk, open_: Callable[[], StrengthTestDialog], qtbot: QtBot
) -> None:
    dialog = open_()
    desk.press(TAB, TAB, TAB, "60", TAB, "60", ENTER, ENTER, ESCAPE)
    assert dialog.title.text() == "Stop here?"
    assert dialog.ask.said.text() == "Nothing of this test is saved yet."
    desk.press(ESCAPE)  # goes on
    assert dialog.title.text() == "Warm-up 2 of 3"
    desk.press(ENTER, ENTER, "7", ESCAPE)
    assert dialog.title.text() == "Stop here?"
    desk.press(ENTER)  # goes on
    assert dialog.title.text() == "The left leg to failure"
    assert (dialog.lift.reps.text(), dialog.lift.reps.hasFocus()) == ("7", True)
    desk.press(ESCAPE)
    QTest.keyClick(dialog, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert desk.done == []


def test_what_was_typed_alone_is_asked_about_too(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    dialog = open_()
    to_the_first_leg(desk)
    desk.press(TAB, "57.5", ESCAPE)
    assert dialog.title.text() == "Stop here?"
    dialog.other_button.click()
    assert not dialog.isVisible()


def test_one_leg_done_can_be_saved_alone(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    dialog = open_()
    to_the_first_leg(desk)
    desk.press("8", ENTER, ESCAPE)
    assert dialog.ask.said.text() == (
        "Done so far: Left 8 × 60 kg. Saved alone it is a test of that leg."
    )
    assert dialog.next_button.text() == "Save the left leg"
    desk.press(ENTER)
    assert not dialog.isVisible()
    assert desk.done == [(LEFT, SetType.TEST, 8, 60.0)]
    assert desk.logbook.undo_label == "Strength test"


def test_a_result_is_not_thrown_away_unasked(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    dialog = open_()
    to_the_first_leg(desk)
    desk.press("8", ENTER, ENTER, "9", ENTER)
    dialog.close()  # as the window's own button does
    assert dialog.isVisible()
    assert dialog.ask.said.text() == "Done and not saved yet: Left 8 × 60 kg, Right 9 × 62.5 kg."
    dialog.cancel_button.click()
    assert dialog.title.text() == "Result"
    desk.press(ESCAPE)
    assert dialog.next_button.text() == "Save both legs"
    desk.press(ENTER)
    assert len(desk.done) == 2


def test_standing_the_body_is_lifted_too_and_both_legs_warm_up_first(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    dialog = open_()
    desk.press(DOWN)
    assert dialog.setup.chosen_exercise is Exercise.STANDING
    assert dialog.setup.offer.text().startswith("Your bodyweight is not known")
    dialog.close()
    desk.logbook.apply(Change.adding(Bodyweight(TODAY, 70.0)), "weigh")
    dialog = open_()
    desk.press(DOWN, TAB, TAB, TAB, "5", TAB, "0", ENTER)
    assert dialog.warm_up.said.text().startswith("First ten raises on both legs")
    assert [each.text() for each in dialog.warm_up.figures] == ["Left  3 × +0 kg", ""]
    desk.press(ENTER, "8", ENTER, ENTER, "8", ENTER)
    assert dialog.outcome.told[0].text() == "Estimate 95.0 kg."
    desk.press(ENTER)
    dialog = open_()
    assert dialog.setup.chosen_exercise is Exercise.STANDING  # as in the last test
    desk.press(TAB, TAB, TAB, "0", TAB, "0", ENTER)
    assert dialog.title.text() == "Warm-up"
    assert dialog.warm_up.said.text().startswith("No load is lighter")
    assert not dialog.other_button.isVisible()
    desk.press(ENTER)
    assert dialog.lift.target.text() == "Right  +0 kg"


def test_pain_of_the_next_morning_is_a_caution_and_no_obstacle(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    assert not open_().setup.caution.isVisible()
    desk.dialog.close()
    morning = Symptom(TODAY, Moment.NEXT_MORNING, LEFT, pain=4)
    desk.logbook.apply(Change.adding(morning), "morning")
    dialog = open_()
    assert dialog.setup.caution.isVisible()
    to_the_first_leg(desk)
    assert dialog.run.stage is StrengthTestStage.LIFTING


def test_a_figure_offers_its_load_exactly(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    for weeks in (1, 2):
        session = Session(TODAY - datetime.timedelta(days=7 * weeks + 1))
        (machine,) = desk.logbook.database.equipment()
        sets = [
            LoggedSet(
                session.id, Exercise.SEATED, side, 1, 8, 60.0, rir=2.0, equipment_id=machine.id
            )
            for side in LEGS
        ]
        desk.logbook.apply(Change.adding(session, *sets), "train")
    dialog = open_()
    assert [field.text() for field in dialog.setup.loads.values()] == ["62.5", "62.5"]
    assert dialog.setup.offer.text().startswith("Offered is the load for about 8")


def test_the_third_test_shows_the_figure_and_what_to_make_of_it(
    desk: Desk, open_: Callable[[], StrengthTestDialog]
) -> None:
    (machine,) = desk.logbook.database.equipment()
    for weeks in (2, 4):
        session = Session(TODAY - datetime.timedelta(weeks=weeks))
        sets = [
            LoggedSet(
                session.id,
                Exercise.SEATED,
                side,
                1,
                8,
                kg,
                set_type=SetType.TEST,
                equipment_id=machine.id,
            )
            for side, kg in ((LEFT, 48.0), (RIGHT, 60.0))
        ]
        desk.logbook.apply(Change.adding(session, *sets), "test")
    dialog = open_()
    desk.press(TAB, TAB, TAB, "48", TAB, "60", ENTER, ENTER, ENTER, ENTER)
    desk.press("8", ENTER, ENTER, "8", ENTER)
    # With the pair of last week, at 0 %: 20, 20, 0 and 20 %.
    assert dialog.outcome.figure.text().startswith("Right 20 % stronger, ± ")
    assert dialog.outcome.balance.text().startswith("Marked, above 15\xa0%.")
    assert "so far" not in dialog.outcome.balance.text()


def test_a_fault_of_the_world_keeps_the_result_on_the_screen(
    desk: Desk, open_: Callable[[], StrengthTestDialog], faults: Faults, qtbot: QtBot
) -> None:
    dialog = open_()
    to_the_first_leg(desk)
    desk.press("8", ENTER, ENTER, "9", ENTER)
    desk.logbook.database._connection.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(faults.told):
        desk.press(ENTER)
    assert dialog.isVisible()
    desk.logbook.database._connection.execute("PRAGMA query_only = OFF")
    desk.press(ENTER)
    assert len(desk.done) == 2


@pytest.mark.parametrize("size", SCREENS)
def test_on_the_whole_screen_the_loads_are_large_and_all_of_it_fits(
    desk: Desk, faults: Faults, qtbot: QtBot, size: tuple[int, int]
) -> None:
    dialog = desk.open(faults, qtbot)
    for field in dialog.setup.loads.values():
        field.setText("122.5")
    usual = dialog.warm_up.figures[0].font().pixelSize()
    desk.press(ENTER)
    assert needed_on(dialog, QSize(*size)) <= size[1]
    assert dialog.warm_up.figures[0].font().pixelSize() > 3 * usual
    while dialog.run.stage is StrengthTestStage.WARMING_UP:
        desk.press(ENTER)
    assert needed_on(dialog, QSize(*size)) <= size[1]
    assert dialog.lift.reps.hasFocus()
    desk.press("8")
    assert dialog.lift.reps.text() == "8"
