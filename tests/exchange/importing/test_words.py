"""Words of a file that no list knows: asked once, by word, with their count."""

import pytest

from tests.exchange.importing.test_by_hand import PLAIN
from tests.exchange.logs import finished
from tracker.domain.exercise import Exercise
from tracker.domain.file_words import FileWord, Topic, Word
from tracker.domain.session import SetType
from tracker.exchange.importing.by_hand import COLUMN_MEANINGS as ROLES
from tracker.exchange.importing.foreign_csv import Choices, head_of, reading_csv
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.names import Meaning, Sides
from tracker.exchange.importing.words import (
    MEANINGS,
    WordFound,
    Words,
    exercise_meant,
    folded,
    names_meant,
    topic_of,
)

ROWS = (
    "Date,Exercise,kg,Reps,Leg,Kind,Done,Left out\n"
    "1 Hlf 2026,Seated calf raise,40,12,XX,odd,jo,nope\n"
    "2 hlf 2026,Seated calf raise,40,12,xx,Odd,Jo,nope\n"
    "2026-02-03,Seated calf raise,40,12,L,normal,yes,no\n"
)
COLUMNS = PLAIN | {"Leg": "side", "Kind": "type", "Done": "done", "Left out": "skipped"}
SAID: dict[Word, str] = {
    (Topic.MONTH, "hlf"): "2",
    (Topic.SIDE, "xx"): "each",
    (Topic.YES_NO, "jo"): "yes",
    (Topic.YES_NO, "nope"): "no",
    (Topic.SET_TYPE, "odd"): "warmup",
}


def read(words: dict[Word, str], known: tuple[FileWord, ...] = ()) -> ReadFile:
    headings = head_of(ROWS.encode(), "").headings
    chosen = {headings.index(heading): ROLES[word] for heading, word in COLUMNS.items()}
    return finished(reading_csv(ROWS.encode(), "own.csv", Choices(chosen, None, words, known)))


def test_each_word_is_asked_once_with_its_count() -> None:
    assert read({}).words == (
        WordFound(Topic.MONTH, "Hlf", 2),
        WordFound(Topic.SIDE, "XX", 2),
        WordFound(Topic.YES_NO, "jo", 2),
        WordFound(Topic.YES_NO, "nope", 2),
        WordFound(Topic.SET_TYPE, "odd", 2),
    )


def test_what_was_said_is_read_and_still_shown() -> None:
    found = read(SAID)
    assert found.left_out == ()
    assert [
        (each.session.date.isoformat(), each.told.sides, each.told.set_type) for each in found.sets
    ] == [
        ("2026-02-01", Sides.EACH, SetType.WARMUP),
        ("2026-02-02", Sides.EACH, SetType.WARMUP),
        ("2026-02-03", Sides.LEFT, SetType.WORK),
    ]
    assert {each.word: (each.lines, each.means) for each in found.words} == {
        word: (2, means) for word, means in SAID.items()
    }


def test_a_set_may_turn_out_not_to_be_done_or_to_be_left_out() -> None:
    for word, means in (("jo", "no"), ("nope", "yes")):
        found = read(SAID | {(Topic.YES_NO, word): means})
        assert [each.reason for each in found.left_out] == ["It was not done."] * 2


def test_what_is_remembered_serves_files_of_the_same_columns_only() -> None:
    shape = read({}).shape
    known = tuple(FileWord(shape, topic, word, means) for (topic, word), means in SAID.items())
    assert read({}, known).left_out == ()
    others = tuple(FileWord("Hevy", each.topic, each.word, each.means) for each in known)
    assert len(read({}, others).left_out) == 2
    # What is said now counts more than what is remembered.
    found = read({(Topic.MONTH, "hlf"): "3"}, known)
    assert found.sets[0].session.date.month == 3


def test_an_activity_that_no_list_knows_is_asked() -> None:
    rows = (
        b"Activity Type,Date,Distance\n"
        b"Orienteering,2026-01-05 08:00:00,6.2\n"
        b"Cycling,2026-01-06 08:00:00,20\n"
        b"Orienteering,2026-01-07 08:00:00,7.2\n"
    )
    found = finished(reading_csv(rows, "garmin.csv"))
    assert found.words == (WordFound(Topic.ACTIVITY, "Orienteering", 2),)
    assert [each.reason for each in found.left_out] == [
        "Whether “Orienteering” is a run is not known.",
        "“Cycling” is no run.",
        "Whether “Orienteering” is a run is not known.",
    ]
    orienteering = (Topic.ACTIVITY, "orienteering")
    for means, runs in (("run", 2), ("other", 0)):
        choices = Choices(words={orienteering: means})
        found = finished(reading_csv(rows, "garmin.csv", choices))
        assert (len(found.runs), found.words[0].means) == (runs, means)


def test_a_weighing_s_month_is_asked() -> None:
    rows = b"Date,Weight (kg)\n1 Hlf 2026,70\n"
    assert finished(reading_csv(rows, "weights.csv")).words == (WordFound(Topic.MONTH, "Hlf", 1),)


def test_each_meaning_tells_its_topic() -> None:
    for topic, meanings in MEANINGS.items():
        assert {topic_of(each) for each in meanings} == {topic}
    assert topic_of("spring") is None


def test_a_month_is_one_of_twelve_by_its_number() -> None:
    assert " ".join(MEANINGS[Topic.MONTH]) == "1 2 3 4 5 6 7 8 9 10 11 12"


def test_a_word_that_tells_two_things_means_each_in_its_place() -> None:
    words = Words({(Topic.SIDE, "x"): "left", (Topic.SET_TYPE, "x"): "warmup"})
    assert words.said_of(Topic.SIDE) == {"x": "left"}
    assert words.said_of(Topic.SET_TYPE) == {"x": "warmup"}
    assert words.said_of(Topic.MONTH) == {}


@pytest.mark.parametrize("meaning", [None, Meaning(Exercise.SEATED, Sides.LEFT)])
def test_what_a_name_means_is_written_and_read(meaning: Meaning | None) -> None:
    ((word, means),) = names_meant({"Calf Press": meaning}).items()
    assert word == (Topic.EXERCISE, "calf press")
    assert exercise_meant(means) == meaning


def test_words_are_the_same_whatever_their_case_and_accents() -> None:
    assert folded(" Oča ") == folded("oca")


def test_what_nobody_said_anything_of_is_not_counted() -> None:
    words = Words({(Topic.SIDE, "xx"): "left"})
    for text in ("yy", "xx", "XX"):
        words.note(Topic.SIDE, text)
    words.note(Topic.MONTH, "xx")
    words.note_unknown(ValueError("another reason"))
    assert words.found == (WordFound(Topic.SIDE, "xx", 2, "left"),)


def test_a_name_means_what_was_said_of_it() -> None:
    rows = b"title,start_time,exercise_title,set_type,weight_kg,reps\n" + (
        b"A,1 Jan 2026 13:05,Calf Press,normal,40,12\n"
        b"A,1 Jan 2026 13:05,Seated Calf Raise,normal,40,12\n"
    )
    press, raised = (Topic.EXERCISE, "calf press"), (Topic.EXERCISE, "seated calf raise")
    known = (
        FileWord("Hevy", *press, means="standing:each"),
        FileWord("Hevy", *raised, means="skip"),
    )
    found = finished(reading_csv(rows, "hevy.csv", Choices(known=known)))
    assert found.guessed_mapping == {
        "Calf Press": Meaning(Exercise.STANDING, Sides.EACH),
        "Seated Calf Raise": None,
    }
