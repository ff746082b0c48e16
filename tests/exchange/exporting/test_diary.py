"""A session becomes text that people read; that it reads back is told in ``importing``."""

import datetime

from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.session import LoggedSet, SetType, Tempo
from tracker.exchange.exporting.diary import diary_text

DAY = datetime.date(2026, 11, 24)
LEFT, RIGHT, BOTH = Side


def done(side: Side, reps: int = 8, kg: float = 60.0, **details: object) -> LoggedSet:
    return LoggedSet("s", Exercise.SEATED, side, 1, reps, kg, **details)  # type: ignore[arg-type]


def test_sets_alike_stand_in_one_line() -> None:
    sets = [done(LEFT), done(RIGHT), done(LEFT), done(RIGHT), done(RIGHT), done(BOTH), done(BOTH)]
    assert diary_text(DAY, sets, Unit.KG) == (
        "2026-11-24\nseated 2x8@60kg each\nseated 8x60kg right\nseated 2x8@60kg both"
    )


def test_legs_that_differ_stand_apart() -> None:
    sets = [done(LEFT), done(RIGHT, 7), done(LEFT, rir=2), done(RIGHT, rir=1.5)]
    assert diary_text(DAY, sets, Unit.KG).splitlines()[1:] == [
        "seated 8x60kg left",
        "seated 7x60kg right",
        "seated 8x60kg left r2",
        "seated 8x60kg right r1.5",
    ]


def test_all_that_is_known_of_a_set_is_written() -> None:
    told = done(
        RIGHT,
        set_type=SetType.TEST,
        rir=0.0,
        tempo=Tempo(3, 0, 2.5, 0),
        pain_during=2,
        rest_s=90.0,
        note="slow\nand heavy ",
    )
    assert diary_text(DAY, [told], Unit.KG).splitlines()[1] == (
        "seated 8x60kg right r0 t 3-0-2.5-0 p2 rest 90 # slow and heavy"
    )


def test_weights_are_in_the_runners_unit_and_a_note_is_quoted() -> None:
    sets = [done(LEFT, kg=kg_from_pounds(135))]
    kg = kg_from_pounds(155)
    text = diary_text(DAY, sets, Unit.LB, note="felt\n\ngood", bodyweight_kg=kg)
    assert text == '2026-11-24\nbw 155 lb\nseated 8x135lb left\n"felt good"'


def test_more_sets_alike_than_a_line_can_hold_take_another_line() -> None:
    assert diary_text(DAY, [done(LEFT)] * 21, Unit.KG).splitlines()[1:] == [
        "seated 20x8@60kg left",
        "seated 8x60kg left",
    ]
