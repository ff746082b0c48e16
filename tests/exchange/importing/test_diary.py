"""A text of a notes app becomes sets, weights and notes; what cannot be read says where."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.logs import finished, log_of
from tests.strategies import logged_sets
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session, SetType, Tempo
from tracker.exchange.csv_text import FormatError
from tracker.exchange.exporting.diary import diary_text
from tracker.exchange.importing import diary
from tracker.exchange.importing.dates import DayOrder
from tracker.exchange.importing.diary import is_diary, reading_diary
from tracker.exchange.importing.foreign_csv import DayOrderUnknownError
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, build_change

TODAY = datetime.date(2026, 11, 26)


def read(text: str, order: DayOrder | None = None) -> ReadFile:
    return finished(reading_diary(text.encode(), "diary.txt", TODAY, order))


def said(found: ReadFile) -> list[tuple[str, str, str, int, float]]:
    return [
        (
            str(each.session.date),
            each.told.meaning.exercise,
            each.told.meaning.sides,
            each.told.reps,
            each.told.load,
        )
        for each in found.sets
        if each.told.meaning
    ]


def left_out(found: ReadFile) -> list[tuple[int, str]]:
    return [(each.line, each.reason) for each in found.left_out]


def test_a_diary_is_read_by_day() -> None:
    found = read(
        "2026-11-24\nseated 3x8@60 left rir2\npain 2\nbw 70.4\nfelt good\n\n"
        "Tue\nstanding 12+20 right\n"
    )
    assert said(found) == [
        *[("2026-11-24", "seated", "left", 8, 60.0)] * 3,
        ("2026-11-24", "standing", "right", 12, 20.0),
    ]
    first = found.sets[0]
    assert (first.told.rir, first.told.pain_during, first.told.unit, first.line) == (
        2.0,
        2,
        None,
        2,
    )
    assert {each.session.note for each in found.sets} == {"felt good"}
    assert [(str(each.date), each.weight, each.unit) for each in found.weighings] == [
        ("2026-11-24", 70.4, None)
    ]
    assert (found.lines, found.lines_of_rest, found.left_out) == (7, 4, ())


def test_a_german_diary_is_read_too() -> None:
    found = read(
        "24. November 2026\nsitzend 3x8@60 links r2\nSchmerzen 2\nPause 90\n"
        "Körpergewicht 70,4\nStehend rechts:\n12+20\nAufwärmen 15\nlief gut\n"
        "sitzend 3x8@60 lnks\n"
    )
    assert said(found) == [
        *[("2026-11-24", "seated", "left", 8, 60.0)] * 3,
        ("2026-11-24", "standing", "right", 12, 20.0),
        ("2026-11-24", "standing", "right", 15, 20.0),
    ]
    first, last = found.sets[0], found.sets[-1]
    assert (first.told.rir, first.told.pain_during, first.told.rest_s) == (2.0, 2, 90.0)
    assert (last.told.set_type, last.session.note) == (SetType.WARMUP, "lief gut")
    assert [each.weight for each in found.weighings] == [70.4]
    assert [line for line, _ in left_out(found)] == [10]  # a mistyped leg is not a note


def test_lists_headings_and_a_day_before_the_sets_are_read() -> None:
    found = read(
        "# Training\n## Tue 24 Nov\n- [x] seated left:\n* 8x60kg\n• 8\n- right\n- 8x55lb w tempo "
        "3-0-3-0\n2026-11-20: standing 15\n"
    )
    assert said(found) == [
        ("2026-11-24", "seated", "left", 8, 60.0),
        ("2026-11-24", "seated", "left", 8, 60.0),
        ("2026-11-24", "seated", "right", 8, kg_from_pounds(55)),
        ("2026-11-20", "standing", "each", 15, 0.0),
    ]
    assert [each.told.unit for each in found.sets] == [Unit.KG] * 4
    assert found.sets[2].told.set_type is SetType.WARMUP
    assert found.sets[2].told.tempo == Tempo(3, 0, 3, 0)
    assert left_out(found) == [(1, "Of which day? Write it above, as 2026-11-24 or 24 Nov.")]


def test_a_time_tells_two_sessions_of_a_day_apart() -> None:
    found = read("24 Nov 7:05\nseated 8x60\n24 Nov 18:30\nseated 8x60\n")
    assert [each.session.time for each in found.sets] == [
        datetime.time(7, 5),
        datetime.time(18, 30),
    ]


def test_free_words_behind_sets_are_their_note() -> None:
    found = read("24 Nov\nseated 8x60 left felt heavy\nseated 8x60 # slow\n")
    assert [each.told.note for each in found.sets] == ["felt heavy", "slow"]


def test_free_words_are_the_note_of_the_session() -> None:
    found = read('24 Nov\nSun was hot\nRan 5 km easy\n"3x8@60 was the plan"\ntest\nseated 8x60\n')
    note = "Sun was hot; Ran 5 km easy; 3x8@60 was the plan; test"
    assert [each.session.note for each in found.sets] == [note]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            "seated 3x8@60 lefft rir2",
            "“lefft” is not understood: write 8x60, then r2, w or # note. "
            "“seated 3x8@60 ▸lefft rir2”",
        ),
        (
            "seated 3x8@60 lefft",
            "“lefft” is not understood: write 8x60, then r2, w or # note. “seated 3x8@60 ▸lefft”",
        ),
        ("3x8@60", "Which exercise? Write seated, standing or bent in front. “▸3x8@60”"),
        (
            "seated 8",
            "Which load? Write it behind the repetitions, as in 8x60. “seated 8▸”",
        ),
        (
            "seated 3x8@60 pain 11",
            "Pain must be 0 to 10, not 11. “seated 3x8@60 pain ▸11”",
        ),
        (
            "pain 3",
            "Expected a number of repetitions, as in 8x60. “pain 3▸”",
        ),
    ],
)
def test_what_cannot_be_read_says_where(line: str, reason: str) -> None:
    found = read(f"24 Nov\n{line}\n")
    assert left_out(found) == [(2, reason)]
    assert not found.sets


def test_a_long_line_is_quoted_around_its_error() -> None:
    line = f"seated 8x60 tempo 3-0-3-0 rest 120 rir 2 lefft {'x' * 60}"
    ((_, reason),) = left_out(read(f"24 Nov\n{line}"))
    before, behind = "eated 8x60 tempo 3-0-3-0 rest 120 rir 2 ", "lefft " + "x" * 34
    assert reason.endswith(f" “…{before}▸{behind}…”")


def test_a_wrong_detail_leaves_the_sets_before_it() -> None:
    found = read("24 Nov\nseated 8x60 left pain 1\npain 2\n")
    assert [each.told.pain_during for each in found.sets] == [1]
    ((line, reason),) = left_out(found)
    assert (line, reason.split("“")[1]) == (3, "pain” says a second time what was said. ")


def test_below_a_day_that_cannot_be_nothing_is_taken_for_the_day_before() -> None:
    found = read("24 Nov\nseated 8x60\n31 Nov\nseated 8x65\n")
    assert said(found) == [("2026-11-24", "seated", "each", 8, 60.0)]
    assert left_out(found) == [
        (3, "There is no such day as “31 Nov”."),
        (4, "Of which day? Write it above, as 2026-11-24 or 24 Nov."),
    ]


def test_a_note_without_a_set_is_told() -> None:
    found = read("24 Nov\nrested\nbw 70 kg\n23 Nov\nseated 8x60")
    assert left_out(found) == [
        (2, "No set of this day can be read, and a note alone is not taken.")
    ]
    assert (found.lines, found.lines_of_rest) == (5, 2)


def test_a_note_longer_than_any_leaves_the_sets() -> None:
    found = read(f"24 Nov\nseated 8x60\n{'long ' * 3000}\n")
    assert len(found.sets) == 1
    assert left_out(found) == [(3, "A note may have 10,000 characters, not 14,999.")]


def test_the_order_of_two_numbers_is_asked() -> None:
    with pytest.raises(DayOrderUnknownError) as error:
        read("3/4/2026\nseated 8x60")
    assert error.value.example == "3/4/2026"
    assert said(read("3/4/2026\nseated 8x60", DayOrder.DAY_FIRST))[0][0] == "2026-04-03"


def test_a_text_longer_than_any_diary_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diary, "MOST_LINES", 3)
    with pytest.raises(FormatError, match="more than 3 lines"):
        read("24 Nov\n\n\nseated 8x60")


def test_steps_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diary, "LINES_A_STEP", 2)
    assert list(reading_diary(b"24 Nov\nseated 8x60\nfine\nok", "x", TODAY)) == [0.5, 1.0, 1.0]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2026-11-24\nseated 3x8@60", True),
        ("Tue: seated 8x60", True),
        ("3/4\nbw 70", True),
        ("31 Nov\nTue\nseated 8x60", True),
        ("seated 3x8@60", False),
        ("2026-11-24\nfelt good", False),
        ("Sun was hot\n8x60", False),
        ("Date,Exercise,Reps\n2026-11-24,seated,8", False),
        ("Date,Sets\n2026-11-24,3x8@60", False),
        ("Date\tSets\n24.11.2026\tseated 3x8@60", False),
        ("", False),
    ],
)
def test_a_diary_has_a_day_and_something_done(text: str, is_one: bool) -> None:
    assert is_diary(text.encode()) is is_one


def test_a_diary_of_notepad_is_read() -> None:
    data = "24 Nov\r\nseated 8x60\r\n".encode("utf-16")
    assert is_diary(data)
    assert len(finished(reading_diary(data, "x", TODAY)).sets) == 1


DAY = datetime.date(2026, 11, 24)
# A line holds a note in one line.
of_a_line = logged_sets.map(lambda each: replace(each, note=" ".join(each.note.split())))
alike = st.builds(lambda each, count: [each] * count, of_a_line, st.sampled_from([1, 2, 21]))
each_leg = st.builds(
    lambda each, count: [replace(each, side=side) for side in LEGS] * count,
    of_a_line,
    st.sampled_from([1, 2, 21]),
)
of_a_session = st.lists(alike | each_leg, min_size=1, max_size=3).map(
    lambda runs: [each for run in runs for each in run]
)


@given(of_a_session, st.sampled_from(Unit))
def test_a_session_reads_back_the_same_from_its_text(sets: list[LoggedSet], unit: Unit) -> None:
    text = diary_text(DAY, sets, unit, note="easy 3x8@60", bodyweight_kg=70.4)
    found = read(text)
    assert found.left_out == ()
    back = [
        (
            each.told.meaning.exercise,
            side,
            each.told.reps,
            each.told.external_kg(None),
            each.told.set_type,
            each.told.rir,
            each.told.tempo,
            each.told.rest_s,
            each.told.pain_during,
            each.told.note,
        )
        for each in found.sets
        if each.told.meaning
        for side in each.told.meaning.sides.sets
    ]
    assert back == [
        (
            each.exercise,
            each.side,
            each.reps,
            each.external_kg,
            each.set_type,
            each.rir,
            each.tempo,
            each.rest_s,
            each.pain_during,
            each.note,
        )
        for each in sets
    ]
    assert {each.session.note for each in found.sets} == {"easy 3x8@60"}
    (weighed,) = found.weighings
    assert weighed.unit is not None


def test_the_text_of_a_session_of_the_log_adds_nothing() -> None:
    session = Session(DAY)
    sets = [
        LoggedSet(session.id, Exercise.SEATED, side, row, 8, 60.0, position=2 * row + place)
        for row in (1, 2)
        for place, side in enumerate((Side.LEFT, Side.RIGHT))
    ]
    database = log_of(session, *sets, Bodyweight(DAY, 70.4))
    text = diary_text(DAY, sets, Unit.KG, bodyweight_kg=70.4)
    assert text == "2026-11-24\nbw 70.4 kg\nseated 2x8@60kg each"
    found = read(text)
    change, summary = build_change(found, Answers({}), LogSoFar.of(database, found))
    assert not change
    assert summary.lines_already_there == 2
