"""The notation: what is read, what is refused and where, and that what is written is read back."""

import time
from math import ceil, floor
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.domain.entry import LONGEST_NOTE
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import KG_PER_LB, kg_from_pounds
from tracker.domain.notation import (
    LONGEST_LINE,
    NotationError,
    ReadSets,
    read_hold,
    read_notation,
    read_tempo,
    write_hold,
    write_notation,
    write_set,
    write_tempo,
)
from tracker.domain.session import HOLDS_S, LOADS_KG, SetType, Tempo

SEATED, STANDING, BENT = Exercise
# The loads a set may have, in quarters of a pound.
QUARTER_POUNDS = (ceil(4 * LOADS_KG[0] / KG_PER_LB), floor(4 * LOADS_KG[1] / KG_PER_LB))

reps = st.integers(0, 1_000)
reserves = st.none() | st.sampled_from([0, 0.5, 1, 2, 9.5, 10]) | st.floats(0, 10)
loads_kg = st.floats(*LOADS_KG)
loads_of_quarter_pounds = st.integers(*QUARTER_POUNDS).map(
    lambda quarters: kg_from_pounds(quarters / 4)
)
loads_to_the_gram = st.integers(-500_000, 2_000_000).map(lambda grams: grams / 1_000)
phases = st.sampled_from([0, 1, 2.5, 3]) | st.floats(0, 60)
keepable = st.characters(exclude_categories=["Cs"])


@st.composite
def readings(draw: st.DrawFn, loads: st.SearchStrategy[float]) -> ReadSets:
    is_each_side = draw(st.booleans())
    return ReadSets(
        reps=draw(reps),
        external_kg=draw(st.none() | loads),
        sets=draw(st.integers(1, 20)),
        exercise=draw(st.none() | st.sampled_from(Exercise)),
        side=None if is_each_side else draw(st.none() | st.sampled_from(Side)),
        is_each_side=is_each_side,
        set_type=draw(st.none() | st.sampled_from(SetType)),
        rir=draw(reserves),
        tempo=draw(st.none() | st.builds(Tempo, phases, phases, phases, phases)),
        pain_during=draw(st.none() | st.integers(0, 10)),
        rest_s=draw(st.none() | st.floats(0, 86_400)),
        note=draw(st.none() | st.text(keepable, max_size=30).map(str.strip)),
        hold_s=draw(st.none() | st.floats(*HOLDS_S)),
    )


def refusal(text: str) -> tuple[str, int]:
    with pytest.raises(NotationError) as caught:
        read_notation(text)
    return str(caught.value), caught.value.position


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8x60", {"reps": 8, "external_kg": 60}),
        ("8X60", {"reps": 8, "external_kg": 60}),
        ("8 60", {"reps": 8, "external_kg": 60}),
        ("  8 × 60  ", {"reps": 8, "external_kg": 60}),
        ("8*60", {"reps": 8, "external_kg": 60}),
        ("8@60", {"reps": 8, "external_kg": 60}),
        ("8x62.5", {"reps": 8, "external_kg": 62.5}),
        ("8×62,5", {"reps": 8, "external_kg": 62.5}),
        ("12x+20", {"reps": 12, "external_kg": 20}),
        ("12+20", {"reps": 12, "external_kg": 20}),
        ("10x-15", {"reps": 10, "external_kg": -15}),
        ("10 × −15", {"reps": 10, "external_kg": -15}),
        ("12x0", {"reps": 12, "external_kg": 0}),
        ("15", {"reps": 15}),
        ("0", {"reps": 0}),
        ("3x8x60", {"sets": 3, "reps": 8, "external_kg": 60}),
        ("3 x 8 x 60", {"sets": 3, "reps": 8, "external_kg": 60}),
        ("3x8@62.5kg", {"sets": 3, "reps": 8, "external_kg": 62.5}),
        ("3x8@-15", {"sets": 3, "reps": 8, "external_kg": -15}),
        ("3x12+20", {"sets": 3, "reps": 12, "external_kg": 20}),
        ("3x12 -20", {"sets": 3, "reps": 12, "external_kg": -20}),
        ("3x12 −20", {"sets": 3, "reps": 12, "external_kg": -20}),
        ("3x8@", {"sets": 3, "reps": 8}),
        ("3x8@ left", {"sets": 3, "reps": 8, "side": Side.LEFT}),
        ("45s@60", {"reps": 1, "hold_s": 45, "external_kg": 60}),
        ("45s 60", {"reps": 1, "hold_s": 45, "external_kg": 60}),
        ("45 s × 60", {"reps": 1, "hold_s": 45, "external_kg": 60}),
        ("45sx60", {"reps": 1, "hold_s": 45, "external_kg": 60}),
        ("7,5sec+20", {"reps": 1, "hold_s": 7.5, "external_kg": 20}),
        ("45 Sek", {"reps": 1, "hold_s": 45}),
        ("45 seconds", {"reps": 1, "hold_s": 45}),
        ("5x10s 60", {"reps": 5, "hold_s": 10, "external_kg": 60}),
        ("5 × 10 s × -5", {"reps": 5, "hold_s": 10, "external_kg": -5}),
        ("5x10s", {"reps": 5, "hold_s": 10}),
        (
            "5x45s@60 left",
            {"sets": 5, "reps": 1, "hold_s": 45, "external_kg": 60, "side": Side.LEFT},
        ),
        ("5x45s@", {"sets": 5, "reps": 1, "hold_s": 45}),
        ("3x5x10s@60kg", {"sets": 3, "reps": 5, "hold_s": 10, "external_kg": 60}),
        ("3x5x10s 60", {"sets": 3, "reps": 5, "hold_s": 10, "external_kg": 60}),
        (
            "sitzend 5x45s@60 links",
            {
                "sets": 5,
                "reps": 1,
                "hold_s": 45,
                "external_kg": 60,
                "side": Side.LEFT,
                "exercise": SEATED,
            },
        ),
        ("8x60 rest 90 s", {"reps": 8, "external_kg": 60, "rest_s": 90}),
        ("8x60 rest 90s left", {"reps": 8, "external_kg": 60, "rest_s": 90, "side": Side.LEFT}),
    ],
)
def test_sets_repetitions_and_load_are_read(text: str, expected: dict[str, Any]) -> None:
    assert read_notation(text) == ReadSets(**expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("seated", {"exercise": SEATED}),
        ("Standing", {"exercise": STANDING}),
        ("bent", {"exercise": BENT}),
        ("standing bent", {"exercise": BENT}),
        ("standing_bent", {"exercise": BENT}),
        ("left", {"side": Side.LEFT}),
        ("L", {"side": Side.LEFT}),
        ("right", {"side": Side.RIGHT}),
        ("r", {"side": Side.RIGHT}),
        ("both", {"side": Side.BOTH}),
        ("each", {"is_each_side": True}),
        ("r l", {"is_each_side": True}),
        ("left right", {"is_each_side": True}),
        ("rir2", {"rir": 2}),
        ("RIR 2", {"rir": 2}),
        ("r2", {"rir": 2}),
        ("r2,5", {"rir": 2.5}),
        ("r r1", {"side": Side.RIGHT, "rir": 1}),
        ("r l rir1", {"is_each_side": True, "rir": 1}),
        ("rpe10", {"rir": 0}),
        ("rpe 8.5", {"rir": 1.5}),
        ("rpe5", {"rir": 5}),
        ("warmup", {"set_type": SetType.WARMUP}),
        ("w", {"set_type": SetType.WARMUP}),
        ("work", {"set_type": SetType.WORK}),
        ("test", {"set_type": SetType.TEST}),
        ("t", {"set_type": SetType.TEST}),
        ("3-0-3-0", {"tempo": Tempo(3, 0, 3, 0)}),
        ("tempo 3-0-2.5-0,5", {"tempo": Tempo(3, 0, 2.5, 0.5)}),
        ("pain 3", {"pain_during": 3}),
        ("p10", {"pain_during": 10}),
        ("rest 90", {"rest_s": 90}),
        ("rest 90s", {"rest_s": 90}),
        ("rest 90 s l", {"rest_s": 90, "side": Side.LEFT}),
        ("sitzend links", {"exercise": SEATED, "side": Side.LEFT}),
        ("Stehend li", {"exercise": STANDING, "side": Side.LEFT}),
        ("stehend gebeugt re", {"exercise": BENT, "side": Side.RIGHT}),
        ("gebeugt Beide", {"exercise": BENT, "side": Side.BOTH}),
        ("sitzen rechts r2", {"exercise": SEATED, "side": Side.RIGHT, "rir": 2}),
        ("links rechts", {"is_each_side": True}),
        ("je", {"is_each_side": True}),
        ("AUFWÄRMSATZ", {"set_type": SetType.WARMUP}),
        ("schmerz 3 pause 90s", {"pain_during": 3, "rest_s": 90}),
    ],
)
def test_words_are_read_before_and_after_the_work(words: str, expected: dict[str, Any]) -> None:
    assert read_notation(f"{words} 8x60") == ReadSets(8, 60, **expected)
    assert read_notation(f"8x60 {words}") == ReadSets(8, 60, **expected)


@pytest.mark.parametrize(
    ("end", "note"),
    [
        ("# left felt 3x8@60 stiff", "left felt 3x8@60 stiff"),
        ("#Ünal", "Ünal"),
        ('"left calf tight"', "left calf tight"),
        ('"left calf tight', "left calf tight"),
        ('"said "fine" twice"', 'said "fine" twice'),
        ('"said "fine""', 'said "fine"'),
        ('# said "fine"', 'said "fine"'),
        ("# two\nlines", "two\nlines"),
        ("#", ""),
    ],
)
def test_a_note_runs_to_the_end(end: str, note: str) -> None:
    assert read_notation(f"8x60 {end}") == ReadSets(8, 60, note=note)


def test_a_whole_line_is_read() -> None:
    assert read_notation("seated 3x8@60 left rir2") == ReadSets(
        8, 60, sets=3, exercise=SEATED, side=Side.LEFT, rir=2
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8×62,5 r1", {"reps": 8, "external_kg": 62.5, "rir": 1}),
        ("12x+20", {"reps": 12, "external_kg": 20}),
        ("15", {"reps": 15}),
        ("8 × 60 r2", {"reps": 8, "external_kg": 60, "rir": 2}),
        ("8×60 r2", {"reps": 8, "external_kg": 60, "rir": 2}),
        ("12 × +20 r1", {"reps": 12, "external_kg": 20, "rir": 1}),
        ("8×57.5", {"reps": 8, "external_kg": 57.5}),
        ("8", {"reps": 8}),
    ],
)
def test_what_the_log_page_shows_and_asks_for_is_read(text: str, expected: dict[str, Any]) -> None:
    assert read_notation(text) == ReadSets(**expected)


@pytest.mark.parametrize(("rpe", "rir"), [(10, 0), (9, 1), (8, 2), (7, 3)])
def test_perceived_exertion_is_read_as_reps_in_reserve(rpe: int, rir: int) -> None:
    assert read_notation(f"8x60 rpe{rpe}").rir == rir


def test_words_need_no_spaces_where_they_cannot_be_mistaken() -> None:
    assert read_notation("seated3x8@60left w r2#ok") == ReadSets(
        8,
        60,
        sets=3,
        exercise=SEATED,
        side=Side.LEFT,
        set_type=SetType.WARMUP,
        rir=2,
        note="ok",
    )


@pytest.mark.parametrize("text", ["8x135lb", "8x135 lbs", "3x8@135LB"])
def test_a_load_in_pounds_is_read_where_it_says_so(text: str) -> None:
    assert read_notation(text).external_kg == kg_from_pounds(135)


def test_a_load_is_in_pounds_where_the_reader_uses_pounds() -> None:
    assert read_notation("8x135", unit_is_pounds=True).external_kg == kg_from_pounds(135)


def test_a_written_unit_wins_over_the_readers() -> None:
    assert read_notation("8x60kg", unit_is_pounds=True).external_kg == 60


def test_a_load_of_minus_nothing_is_nothing() -> None:
    assert str(read_notation("8x-0").external_kg) == "0.0"


REPETITIONS = "Expected a number of repetitions, as in 8x60"
WORDS = " is not understood: write 8x60, then r2, w or # note."


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ("", REPETITIONS + ".", 0),
        ("   ", REPETITIONS + ".", 3),
        ("seated", REPETITIONS + ".", 6),
        ("# only a note", REPETITIONS + ".", 13),
        ("abc", REPETITIONS + ", found “abc”.", 0),
        ("left x60", REPETITIONS + ", found “x”.", 5),
        ("@60", REPETITIONS + ", found “@”.", 0),
        ("8x", "Expected a load, as in 8x60.", 2),
        ("8xleft", "Expected a load, as in 8x60, found “left”.", 2),
        ("8x left", "Expected a load, as in 8x60, found “left”.", 3),
        ("8x٣", "Expected a load, as in 8x60, found “٣”.", 2),
        ("3x8x", "Expected a load.", 4),
        ("8@", "Expected a load.", 2),
        ("8x60 abc", "“abc”" + WORDS, 5),
        ("3x8 60", "“60”" + WORDS, 4),
        ("8x60 20", "“20”" + WORDS, 5),
        ("45s@", "Expected a load.", 4),
        ("45sx", "Expected a load.", 4),
        ("2x3x4x5s@60", "Expected a hold, as in 5x45s@60, found “4”.", 4),
        ("8x60 45s", "“45s”" + WORDS, 5),
        ("8x60 r45s", "“45s”" + WORDS, 6),
        ("8x60 left 8", "“8”" + WORDS, 10),
        ("8x60 abcdefghijklm", "“abcdefghijk…”" + WORDS, 5),
        ("8x60 \x00", "“\\x00”" + WORDS, 5),
        ("8x60 \ud800", "“\\ud800”" + WORDS, 5),
        ("1e5", "“e”" + WORDS, 1),
        ("8x1o", "“o”" + WORDS, 3),
        ("8 60 x", "“x”" + WORDS, 5),
        ("hold 45", "Write a hold as 45s or 45s 60.", 0),
        ("45 isometric", "Write a hold as 45s or 45s 60.", 3),
        ("Halten 45", "Write a hold as 45s or 45s 60.", 0),
        ("8x60 r 2", "“2”" + WORDS, 7),
        ("8x60 3-0-3-0-5", "“3”" + WORDS, 5),
        ("8x62 5", "“5”" + WORDS, 5),
        ("8x60 rir", "Expected a number.", 8),
        ("8x60 rpe left", "Expected a number, found “left”.", 9),
        ("8x60 pain", "Expected a number.", 9),
        ("8x60 rest s", "Expected a number, found “s”.", 10),
        ("8x60 tempo 3", "Expected a tempo as in 3-0-3-0, found “3”.", 11),
        ("8x60 rest 9 min", "“min”" + WORDS, 12),
        ("8x60 3-0-3-0 tempo 3-0-3-0", "“tempo” says a second time what was said.", 13),
        ("8x60 p1 pain 1", "“pain” says a second time what was said.", 8),
        ("8x60 w work", "“work” says a second time what was said.", 7),
        ("8x60 rest 9 rest 9", "“rest” says a second time what was said.", 12),
        ("each 8x60 each", "“each” says a second time what was said.", 10),
        ("standing bent 8x60 seated", "“seated” says a second time what was said.", 19),
        ("8x60 r2 rir3", "“rir” says a second time what was said.", 8),
        ("seated 8x60 bent", "“bent” says a second time what was said.", 12),
        ("8x60 left l", "“l” says a second time what was said.", 10),
        ("8x60 both both", "“both” says a second time what was said.", 10),
        ("8x60 both left", "“left” says a second time what was said.", 10),
        ("8x60 left each", "Name one leg or each, not both.", 10),
        ("8x60 each left", "Name one leg or each, not both.", 10),
        ("l r 8x60 left", "Name one leg or each, not both.", 9),
    ],
)
def test_a_refusal_says_what_was_expected_where(text: str, message: str, position: int) -> None:
    assert refusal(text) == (message, position)


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ("1001x60", "Repetitions must be 0 to 1000, not 1001.", 0),
        ("left -1x60", "Repetitions must be 0 to 1000, not -1.", 5),
        ("8.5x60", "Repetitions must be a whole number, not 8.5.", 0),
        ("0x8@60", "Sets must be 1 to 20, not 0.", 0),
        ("21x8@60", "Sets must be 1 to 20, not 21.", 0),
        ("2,5x8@60", "Sets must be a whole number, not 2.5.", 0),
        ("3x1001@60", "Repetitions must be 0 to 1000, not 1001.", 2),
        ("45sx2001", "A load in kg must be -500 to 2000, not 2001.", 4),
        ("5x0.5s@60", "A hold in seconds must be 1 to 3600, not 0.5.", 2),
        ("3601s@60", "A hold in seconds must be 1 to 3600, not 3601.", 0),
        ("21x45s@60", "Sets must be 1 to 20, not 21.", 0),
        ("1001x45s", "Repetitions must be 0 to 1000, not 1001.", 0),
        ("8x2001", "A load in kg must be -500 to 2000, not 2001.", 2),
        ("8x-501", "A load in kg must be -500 to 2000, not -501.", 2),
        ("8x4500lb", "A load in kg must be -500 to 2000, not 2041.17.", 2),
        ("8x60 r11", "Reps in reserve must be 0 to 10, not 11.", 6),
        ("8x60 rir -1", "Reps in reserve must be 0 to 10, not -1.", 9),
        ("8x60 rpe4.5", "RPE must be 5 to 10, not 4.5.", 8),
        ("8x60 rpe 11", "RPE must be 5 to 10, not 11.", 9),
        ("8x60 rpe 8.3", "RPE goes in halves, not 8.3.", 9),
        ("8x60 p11", "Pain must be 0 to 10, not 11.", 6),
        ("8x60 pain 2.5", "Pain must be a whole number, not 2.5.", 10),
        ("8x60 rest 86401", "Rest in seconds must be 0 to 86400, not 86401.", 10),
        ("8x60 3-0-61-0", "A tempo phase in seconds must be 0 to 60, not 61.", 5),
        ("8x60 tempo 61-0-0-0", "A tempo phase in seconds must be 0 to 60, not 61.", 11),
        ("8x60 #" + "n" * 10_001, "A note may have 10,000 characters, not 10,001.", 5),
        ("8x60 #\ud800", "A note has half a character that cannot be kept: remove it.", 5),
    ],
)
def test_a_value_out_of_bounds_is_refused_where_it_stands(
    text: str, message: str, position: int
) -> None:
    assert refusal(text) == (message, position)


@given(st.text(st.characters()) | st.text('0123456789.,x×*@+-−#" lrwtpkgbseatdcin\x00\u0663ſKİ'))
@example("9" * 400)
def test_any_text_is_read_or_refused_at_one_of_its_places(text: str) -> None:
    position = 0
    try:
        read_notation(text)
    except NotationError as error:
        position = error.position
        str(error).encode()
    assert 0 <= position <= len(text)


@pytest.mark.parametrize(
    "text",
    ["{}x60", "8x{}", "8x-{}lb", "{}x8@60", "8x60 r{}", "8x60 rpe{}", "8x60 rest {}", "8x60 p{}"],
)
def test_a_number_beyond_all_floats_is_refused_where_it_stands(text: str) -> None:
    message, position = refusal(text.format("9" * 400))
    assert "must be" in message
    assert position in (text.index("{"), text.index("{") - 1)  # a sign belongs to its number


@given(st.text(st.characters(), min_size=1, max_size=8), st.integers(1, LONGEST_LINE))
def test_any_long_text_is_read_or_refused_at_one_of_its_places(piece: str, length: int) -> None:
    text = (piece * length)[:length]
    for read in (read_notation, read_tempo):
        position = 0
        try:
            read(text)
        except NotationError as error:
            position = error.position
        assert 0 <= position <= len(text)


@given(st.text(st.characters()) | st.text("0123456789.,- \x00\u0663"))
@example("9" * 400 + "-0-0-0")
def test_any_text_is_read_as_a_tempo_or_refused(text: str) -> None:
    refused = None
    tempo = None
    try:
        tempo = read_tempo(text)
    except NotationError as error:
        refused = error
    says_nothing = not text.strip()
    assert says_nothing == (tempo is None and refused is None)
    assert refused is None or 0 <= refused.position <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "9.",
        "9,9",
        "1-",
        "1-1-1-1",
        "1.1-",
        "x",
        "8x",
        "3x8@60 ",
        "r",
        "left ",
        "#",
        '"',
        " ",
        "é",
    ],
)
def test_the_longest_lines_are_answered_at_once(piece: str) -> None:
    text = (piece * LONGEST_LINE)[:LONGEST_LINE]
    begun = time.process_time()
    with pytest.raises(NotationError):
        read_notation(text)
    with pytest.raises(NotationError):
        read_tempo("1-1-1-" + text[6:])
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize("read", [read_notation, read_tempo])
def test_a_text_too_long_to_be_a_line_is_refused_unread(read: Any) -> None:
    text = "8x60 left " * 1_000_000
    begun = time.process_time()
    with pytest.raises(NotationError, match="may have 11,000 characters") as caught:
        read(text)
    assert time.process_time() - begun < 0.05
    assert caught.value.position == LONGEST_LINE


def test_the_longest_note_fits_in_a_line() -> None:
    assert read_notation("8x60 #" + "n" * LONGEST_NOTE).note == "n" * LONGEST_NOTE


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (ReadSets(15), "15"),
        (ReadSets(8, 60.0), "8x60"),
        (ReadSets(8, -15.5), "8x-15.5"),
        (ReadSets(8, 0.0), "8x0"),
        (ReadSets(8, 100.0, sets=3), "3x8@100"),
        (ReadSets(8, 60.0, sets=2), "2x8@60"),
        (ReadSets(8, sets=3), "3x8@"),
        (ReadSets(8, 1e-05), "8x0.00001"),
        (ReadSets(1, 60.0, hold_s=45.0), "45s@60"),
        (ReadSets(1, hold_s=45.0), "45s"),
        (ReadSets(5, 60.0, hold_s=7.5), "5x7.5s 60"),
        (ReadSets(5, hold_s=10.0), "5x10s"),
        (ReadSets(1, 60.0, sets=5, hold_s=45.0), "5x45s@60"),
        (ReadSets(1, sets=5, hold_s=45.0), "5x45s@"),
        (ReadSets(5, 60.0, sets=3, hold_s=10.0), "3x5x10s@60"),
        (
            ReadSets(
                8,
                62.5,
                3,
                BENT,
                Side.RIGHT,
                set_type=SetType.WARMUP,
                rir=1.5,
                tempo=Tempo(3, 0, 2.5, 0),
                pain_during=2,
                rest_s=90.0,
                note="ok",
            ),
            "standing_bent 3x8@62.5 right r1.5 w 3-0-2.5-0 p2 rest 90 # ok",
        ),
        (ReadSets(8, 60.0, is_each_side=True, set_type=SetType.TEST), "8x60 each t"),
        (ReadSets(8, 60.0, set_type=SetType.WORK, rir=0), "8x60 r0 work"),
    ],
)
def test_a_line_is_written_short(read: ReadSets, text: str) -> None:
    assert write_notation(read) == text


def test_a_line_is_written_in_pounds_as_typed() -> None:
    assert write_notation(ReadSets(8, kg_from_pounds(135.25)), in_pounds=True) == "8x135.25"


@given(readings(loads_kg))
def test_what_is_written_reads_as_the_same_sets(read: ReadSets) -> None:
    assert read_notation(write_notation(read)) == read


@given(readings(loads_of_quarter_pounds))
def test_what_is_written_in_pounds_reads_as_the_same_sets(read: ReadSets) -> None:
    written = write_notation(read, in_pounds=True)
    assert read_notation(written, unit_is_pounds=True) == read


@given(readings(loads_to_the_gram))
def test_kilograms_written_in_pounds_read_as_the_same_sets(read: ReadSets) -> None:
    written = write_notation(read, in_pounds=True)
    assert read_notation(written, unit_is_pounds=True) == read


@given(st.text("0123456789.,x@+- rlwtps", max_size=12))
def test_what_was_read_is_written_and_read_as_the_same(text: str) -> None:
    try:
        read = read_notation(text)
    except NotationError:
        return
    assert read_notation(write_notation(read)) == read


@pytest.mark.parametrize(
    ("external_kg", "rir", "set_type", "signed", "text"),
    [
        (60.0, 2, SetType.WORK, False, "8 × 60 r2"),
        (62.5, None, SetType.WORK, False, "8 × 62.5"),
        (100.0, 0.5, SetType.WORK, False, "8 × 100 r0.5"),
        (20.0, 1, SetType.WORK, True, "8 × +20 r1"),
        (0.0, None, SetType.WORK, True, "8 × +0"),
        (-15.0, None, SetType.WORK, True, "8 × -15"),
        (-0.001, None, SetType.WORK, True, "8 × +0"),
        (40.0, None, SetType.WARMUP, False, "8 × 40 w"),
        (0.0, 0, SetType.TEST, True, "8 × +0 r0 t"),
        (61.23496995, None, SetType.WORK, False, "8 × 61.23"),
    ],
)
def test_a_cell_shows_a_set(
    external_kg: float, rir: float | None, set_type: SetType, signed: bool, text: str
) -> None:
    assert write_set(8, external_kg, rir, set_type, signed=signed) == text


@pytest.mark.parametrize(
    ("reps", "hold_s", "rir", "text"),
    [
        (1, 45.0, None, "45 s × +20"),
        (1, 7.5, 0, "7.5 s × +20 r0"),
        (5, 10.0, None, "5 × 10 s × +20"),
    ],
)
def test_a_cell_shows_a_hold(reps: int, hold_s: float, rir: float | None, text: str) -> None:
    assert write_set(reps, 20.0, rir, SetType.WORK, signed=True, hold_s=hold_s) == text


@given(
    reps,
    st.integers(-50_000, 200_000).map(lambda hundredths: hundredths / 100),
    reserves,
    st.sampled_from(SetType),
    st.booleans(),
)
def test_what_a_cell_shows_in_kilograms_reads_as_the_same_set(
    reps: int, external_kg: float, rir: float | None, set_type: SetType, signed: bool
) -> None:
    read = read_notation(write_set(reps, external_kg, rir, set_type, signed=signed))
    marked = None if set_type is SetType.WORK else set_type
    assert read == ReadSets(reps, external_kg, rir=rir, set_type=marked)


@given(reps, loads_of_quarter_pounds, st.booleans())
def test_what_a_cell_shows_in_pounds_reads_as_the_same_set(
    reps: int, external_kg: float, signed: bool
) -> None:
    text = write_set(reps, external_kg, None, SetType.WORK, signed=signed, in_pounds=True)
    assert read_notation(text, unit_is_pounds=True) == ReadSets(reps, external_kg)


@given(reps, st.floats(*HOLDS_S), st.integers(-50_000, 200_000), st.booleans())
def test_what_a_cell_shows_of_a_hold_reads_as_the_same_set(
    reps: int, hold_s: float, hundredths: int, signed: bool
) -> None:
    kg = hundredths / 100
    text = write_set(reps, kg, None, SetType.WORK, signed=signed, hold_s=hold_s)
    assert read_notation(text) == ReadSets(reps, kg, hold_s=hold_s)
    assert read_hold(write_hold(hold_s)) == hold_s


@pytest.mark.parametrize(("text", "held_s"), [("", None), (" 45 ", 45.0), ("7,5 sek", 7.5)])
def test_the_seconds_of_a_hold_are_read_by_themselves(text: str, held_s: float | None) -> None:
    assert read_hold(text) == held_s


@pytest.mark.parametrize("text", ["45s 60", "long", "45 min", "3-0-3-0"])
def test_something_else_is_not_read_as_a_hold(text: str) -> None:
    with pytest.raises(NotationError, match="Expected the seconds of one hold, as in 45"):
        read_hold(text)


@given(st.builds(Tempo, phases, phases, phases, phases))
def test_a_tempo_written_is_read_as_the_same(tempo: Tempo) -> None:
    assert read_tempo(write_tempo(tempo)) == tempo


@pytest.mark.parametrize("text", ["", "  "])
def test_no_tempo_is_read_from_nothing(text: str) -> None:
    assert read_tempo(text) is None


def test_a_tempo_is_read_with_space_around_it() -> None:
    assert read_tempo(" 3-0-3-0 ") == Tempo(3, 0, 3, 0)


@pytest.mark.parametrize(
    "text", ["3", "3-0-3", "3-0-3-0-3", "3-0-3-0 left", "tempo 3-0-3-0", "abc"]
)
def test_something_else_is_not_read_as_a_tempo(text: str) -> None:
    with pytest.raises(NotationError, match="Expected raise-top-lower-bottom in seconds"):
        read_tempo(text)


def test_a_tempo_out_of_bounds_is_refused() -> None:
    with pytest.raises(NotationError, match="must be 0 to 60, not 90"):
        read_tempo("3-0-90-0")
